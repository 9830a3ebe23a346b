"""What the program itself says: the same in every language, with the same values."""

from __future__ import annotations

import ast
import string
from importlib import import_module
from pathlib import Path

import pytest

from assistant.explanation import MATCHES, RULES
from assistant.phrasebook import say

ROOT = Path(__file__).parent.parent / "assistant"
BOOKS = {
    name: import_module(f"assistant.phrasebook.{name}").PHRASES for name in ("de", "es", "fr", "it")
}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts_in_the_code() -> set[str]:
    """Every text of the program, wherever it is."""
    trees = (ast.parse(file.read_text("utf-8")) for file in ROOT.rglob("*.py"))
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("language", BOOKS)
def test_every_language_has_all_that_is_said(language: str) -> None:
    book = BOOKS[language]
    assert book.keys() == BOOKS["de"].keys()
    assert {*RULES.values(), *MATCHES.values()} <= book.keys()
    for said, other in book.items():
        assert fields(other) <= fields(said), said
        assert other != said or said == "or"


SETTING_UP = (
    "baresip",
    "cards",
    "dav",
    "encyclopaedia",
    "journal",
    "knowledge",
    "link",
    "notes",
    "routines",
)
"""Files in which English is left: what is wrong with a setting or a program, as it starts."""
SERVICE_ERRORS = ("ServiceError", "StateError", "UnreachableError", "ChangedError")


def test_what_services_complain_of_is_said_in_the_language() -> None:
    english = {
        file.stem
        for file in (ROOT / "acting").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in SERVICE_ERRORS
        and isinstance(node.args[0], ast.Constant | ast.JoinedStr)
    }
    assert english == set(SETTING_UP)


def test_nothing_in_the_books_is_said_no_more() -> None:
    assert BOOKS["de"].keys() <= texts_in_the_code()


def test_a_text_without_a_translation_is_said_in_english() -> None:
    assert say("I don't know “{words}”.", "de", words="Zed") == "„Zed“ kenne ich nicht."
    assert say("I don't know “{words}”.", "en", words="Zed") == "I don't know “Zed”."
    assert say("Brand new, {name}.", "de", name="Zed") == "Brand new, Zed."
    assert say("Yes?", "nl") == "Yes?"
