"""Sampling from templates: every template that comes with the program, and the sampler itself."""

import re
from collections import Counter
from itertools import islice
from random import Random

import pytest

from assistant.errors import TemplateError
from assistant.training.commands import Values, sample, sample_commands
from assistant.training.phrases import everyday_phrases
from assistant.training.text import normalise

TEMPLATES = [
    (family, template)
    for family, group in everyday_phrases().families.items()
    for template in group
]
LISTED = [
    (name, template)
    for name, value in everyday_phrases().values.items()
    if not callable(value)
    for template in value
]


def test_every_template_and_every_value_samples() -> None:
    random, values = Random(1), everyday_phrases().values
    for name, template in (*TEMPLATES, *LISTED):
        for _ in range(5):
            said = sample(template, values, random)
            assert re.fullmatch(r"[a-z' ]+", said), f"{name}: {template}"
            assert normalise(said) == said


def test_every_drawn_value_is_spoken_words() -> None:
    random = Random(2)
    for name, value in everyday_phrases().values.items():
        for _ in range(300 if callable(value) else 0):
            said = value(random) if callable(value) else ""
            assert normalise(said) == said, name


def test_the_same_seed_says_the_same() -> None:
    once, again, other = (list(islice(everyday_phrases().commands(s), 300)) for s in (7, 7, 8))
    assert once == again
    assert once != other


def test_thousands_of_different_commands_come_out() -> None:
    said = list(islice(everyday_phrases().commands(3), 3000))
    assert len(set(said)) > 2000
    assert Counter(said).most_common(1)[0][1] < 60
    assert any(" um " in sentence for sentence in said)


def test_alternatives_options_ranges_and_orders() -> None:
    values: Values = {"what": ["the (lamp|light)"], "where": lambda random: "here"}
    said = {
        sample("(turn|switch) on {what:name}[ {where}] {1..2:count} (a;b)", values, Random(n))
        for n in range(400)
    }
    assert len(said) == 2 * 2 * 2 * 2 * 2
    assert "turn on the lamp here one a b" in said
    assert "switch on the light two b a" in said


def test_weights_decide_between_families() -> None:
    commands = sample_commands({"a": ["apple"], "b": ["bear"]}, {}, 1, {"a": 0.0})
    assert set(islice(commands, 50)) <= {"bear", *(f"{filler} bear" for filler in FILLED)}


FILLED = ("um", "uh", "er", "hmm", "well", "like")


def test_a_missing_list_and_a_broken_template_are_errors() -> None:
    with pytest.raises(TemplateError, match="colour"):
        sample("make it {colour}", {}, Random(1))
    with pytest.raises(TemplateError, match="never closed"):
        sample("(make it", {}, Random(1))
