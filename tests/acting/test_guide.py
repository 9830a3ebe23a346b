"""The page of everything that can be said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from assistant import Contact, choices, intent
from assistant.acting.guide import guide
from assistant.acting.loader import load
from assistant.bundled import bundled

PAGE = Path(__file__).parents[2] / "docs" / "abilities.md"


@intent(
    "<make> [me] a {size} tea",
    "tea for {who}",
    rules={"make": "(make|<cook>)", "cook": "cook", "other": "never"},
    risk="medium",
    examples=("make a small tea",),
)
def make_tea(
    who: Contact,
    size: Literal["small", "large"] = "small",
    kind: Annotated[str, choices(*map(str, range(20)))] = "1",
) -> str:
    return f"{size} {who} {kind}"


@intent("number {kind}", examples=("number 3",))
def number(kind: Annotated[str, choices(*map(str, range(20)))]) -> str:
    return kind


def test_a_page() -> None:
    page = guide([make_tea, number])
    assert "## Test guide\n\nThe page of everything that can be said.\n" in page
    assert "### Make tea\n\nFor example “make a small tea”; read back first when" in page
    assert "```text\n<make> [me] a {size} tea\ntea for {who}\n```" in page
    assert "- `<make>`: `(make|<cook>)`\n- `<cook>`: `cook`\n- `{who}`: somebody in the" in page
    assert "- `{size}`: `small`, `large`\n" in page
    assert "`<other>`" not in page
    assert page.endswith("`10`, `11` and 8 more\n")


def test_the_page_in_the_docs_is_that_of_the_built_in_abilities() -> None:
    page = guide(load([bundled("intents")], installed=False).intents)
    assert PAGE.read_text("utf-8") == page, "run: assistant intents guide > docs/abilities.md"
