from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TemplateError
from assistant.records import Template
from assistant.understanding.expression import (
    NOTHING,
    Alternative,
    Expression,
    NumberRange,
    Permutation,
    RuleRef,
    Sequence,
    SlotRef,
    Words,
    optional,
    render,
    simplify,
)
from assistant.understanding.template_syntax import MAX_DEPTH
from assistant.understanding.templates import parse


def read(text: str) -> Expression:
    return parse(Template(text)).expression


def test_words_are_normalised() -> None:
    assert read("  What's the Time? ") == Words(("what's", "the", "time"))


def test_every_bracket_has_its_meaning() -> None:
    assert read("set [a] (timer|alarm) <rule> {length} {list:slot} {0..100,5:level}") == Sequence(
        (
            Words(("set",)),
            optional(Words(("a",))),
            Alternative((Words(("timer",)), Words(("alarm",)))),
            RuleRef("rule"),
            SlotRef("length", "length"),
            SlotRef("list", "slot"),
            NumberRange(0, 100, 5, "level"),
        )
    )


def test_permutations_keep_their_items() -> None:
    assert read("(turn;the light;on)") == Permutation(
        (Words(("turn",)), Words(("the", "light")), Words(("on",)))
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("light[s]", "(lights|light)"),
        ("(living|dining)room", "(livingroom|diningroom)"),
        ("all [[of ](the|my)] timers", "all [[of] (the|my)] timers"),
        ("{n}( |-)hour[s]", "{n} (hours|hour)"),
        ("x[ y]z", "(x yz|xz)"),
        ("[a ][b ][c ]d", "[a] [b] [c] d"),
        ("day[ ]light", "(day light|daylight)"),
        ("trader joe[']s", "trader (joe's|joes)"),
    ],
)
def test_letters_that_touch_are_one_word(text: str, meant: str) -> None:
    assert read(text) == read(meant)


def test_the_optional_part_may_have_alternatives() -> None:
    assert read("now [or|and] then") == Sequence(
        (
            Words(("now",)),
            Alternative((Words(("or",)), Words(("and",)), NOTHING)),
            Words(("then",)),
        )
    )


def test_escaped_brackets_are_punctuation() -> None:
    assert read(r"what \(now\)") == Words(("what", "now"))


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("set (a|b timer", 5, "never closed"),
        ("set a) timer", 6, "closes nothing"),
        ("set [a} timer", 7, "closes nothing"),
        ("for {}", 5, "empty"),
        ("for {length:}", 5, "empty"),
        ("say <>", 5, "empty"),
        ("for {a b}", 5, "no name"),
        ("to {1..3}", 4, "needs a slot"),
        ("to {9..3:x}", 4, "smaller number"),
        ("to {1...3:x}", 4, "Can't read the range"),
        ("a|b;c", 4, "both meet"),
        ("say () now", 5, "empty"),
        ("say \\", 5, "character behind"),
        ("...", 1, "no words"),
        ("x " + "(" * 60 + "a" + ")" * 60, MAX_DEPTH + 3, "nested"),
        ("(a;b;c;d;e;f;g)", 1, "any order"),
        ("(a|b|c)" * 9, 1, "touch"),
        ("a " * 20_000, 1, "longer"),
    ],
)
def test_errors_point_at_the_place(text: str, column: int, says: str) -> None:
    with pytest.raises(TemplateError, match=says) as caught:
        parse(Template(text, "timer.py", 7))
    assert (caught.value.file, caught.value.line, caught.value.column) == ("timer.py", 7, column)


def test_a_template_of_two_lines_counts_them() -> None:
    with pytest.raises(TemplateError) as caught:
        parse(Template("set a\n  (timer", "timer.py", 7))
    assert (caught.value.line, caught.value.column) == (8, 3)


NAMES = st.from_regex(r"[a-z][a-z_]{0,6}", fullmatch=True)
LEAVES = st.one_of(
    st.lists(st.from_regex(r"[a-zäß]{1,6}", fullmatch=True), min_size=1, max_size=3).map(
        lambda said: Words(tuple(said))
    ),
    NAMES.map(RuleRef),
    st.builds(SlotRef, NAMES, NAMES),
    st.builds(
        lambda start, size, step, slot, factor: NumberRange(
            start, start + size, step, slot, factor
        ),
        st.integers(-50, 50),
        st.integers(0, 100),
        st.sampled_from((1, 2, 5, 0.5, 0.1)),
        NAMES,
        st.sampled_from((1, -1, 10)),
    ),
)


def branches(children: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(children, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        several.map(Sequence),
        several.map(Alternative),
        several.map(Permutation),
        children.map(optional),
    )


TREES = st.recursive(LEAVES, branches, max_leaves=12)


@given(TREES)
def test_what_is_rendered_is_read_back(tree: Expression) -> None:
    plain = simplify(tree)
    assert read(render(plain)) == plain


@given(TREES)
def test_the_plainest_form_stays(tree: Expression) -> None:
    assert simplify(simplify(tree)) == simplify(tree)


@given(st.text(alphabet="ab ()[]{}<>|;:.,\\0'-é", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(TemplateError):
        assert parse(Template(text)).expression != NOTHING
