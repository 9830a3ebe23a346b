"""Sentences of installed abilities: the built-in ones, and one with every kind of slot."""

import re
from itertools import islice

import pytest

from assistant.acting.loader import AnyIntent, load
from assistant.bundled import bundled
from assistant.errors import TemplateError
from assistant.records import IntentSpec, ListEntry, SlotSpec, Template
from assistant.training.abilities import KINDS, ability_commands, all_commands

BUILT_IN = load([bundled("intents")], installed=False).intents


def ability(*templates: str, **parts: object) -> IntentSpec:
    return IntentSpec("test.ability", tuple(map(Template, templates)), **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("intent", BUILT_IN, ids=lambda intent: intent.name)
def test_every_built_in_ability_is_sampled(intent: AnyIntent) -> None:
    said = list(islice(ability_commands(intent.spec, 1), 100))
    assert len(set(said)) > 5
    assert all(re.fullmatch(r"[a-z' ]+", sentence) for sentence in said)


@pytest.mark.parametrize("kind", KINDS)
def test_slots_are_filled_by_their_kind_whatever_their_name(kind: str) -> None:
    slot = SlotSpec("day", kind)  # a name that the everyday lists have too
    said = set(islice(ability_commands(ability("say {day} now", slots=(slot,)), 1), 50))
    assert len(said) > 4
    assert all(sentence.endswith("now") for sentence in said)


def test_lists_and_rules_are_the_abilitys_own() -> None:
    lamp = ability(
        "<please> the {lamp}",
        slots=(SlotSpec("lamp", "list", list_name="test.lamp"),),
        lists={"test.lamp": (ListEntry("desk [lamp]|light", 1), ListEntry("lantern", 2))},
        rules={"please": "(light|dim)"},
    )
    said = {" ".join(s.split()[-4:]) for s in islice(ability_commands(lamp, 1), 300)}
    assert {"light the desk", "light the desk lamp", "dim the light", "dim the lantern"} <= said


def test_a_list_may_be_longer_than_a_template() -> None:
    lamp = ability(
        "light {lamp}",
        slots=(SlotSpec("lamp", "list", list_name="lamps"),),
        lists={"lamps": tuple(ListEntry(f"lamp {number}", number) for number in range(900))},
    )
    assert len(set(islice(ability_commands(lamp, 1), 50))) > 40


def test_everyday_commands_and_abilities_are_mixed() -> None:
    said = list(islice(all_commands((ability("zebra"),), 3), 1000))
    assert 200 < sum("zebra" in sentence for sentence in said) < 400
    assert said == list(islice(all_commands((ability("zebra"),), 3), 1000))
    assert not any("zebra" in sentence for sentence in islice(all_commands((), 3), 1000))


def test_a_template_that_names_nothing_known_is_an_error() -> None:
    with pytest.raises(TemplateError, match="nothing"):
        next(ability_commands(ability("say {nothing}"), 1))
