"""What the program itself says to a person, in each language; abilities bring their own phrases.

`say("I don't know “{words}”.", "de", words="Zed")` is "„Zed“ kenne ich nicht.". What a language
lacks is said in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from assistant.records import Language
from assistant.tongue import tongue

_BOOKS = ("de", "es", "fr", "it")


def say(text: str, language: Language, **values: object) -> str:
    """The English text, in the language, with the values filled in."""
    return _book(language).get(text, text).format(**values)


def told(text: str, /, **values: object) -> str:
    """The English text, in the language that is spoken at the moment."""
    return say(text, tongue().language, **values)


@cache
def _book(language: Language) -> Mapping[str, str]:
    """By what is said in English."""
    if language not in _BOOKS:
        return {}
    found: Mapping[str, str] = import_module(f"{__package__}.{language}").PHRASES
    return found
