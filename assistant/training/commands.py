"""What people say to an assistant, by the hundred thousand: sentences drawn from templates.

Templates are written in HassIL's syntax (see understanding/templates.py). A list or rule is either
a sequence of templates or a function that draws a value from a random generator. Templates of
installed abilities are sampled the same way as those of phrases.toml:

    lamps = {"lamps": ["turn {what} on"]}
    sentences = sample_commands(lamps, {"what": ["the (lamp|light)"]}, seed=1)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random

from assistant.errors import TemplateError
from assistant.records import Template
from assistant.training.text import cardinal, normalise
from assistant.understanding import expression as tree
from assistant.understanding.templates import parse

Values = Mapping[str, Sequence[str] | Callable[[Random], str]]

DISFLUENT_SHARE = 0.03
FILLERS = ("um", "uh", "er", "hmm", "well", "like")


def sample_commands(
    families: Mapping[str, Sequence[str]],
    values: Values,
    seed: int,
    weights: Mapping[str, float] | None = None,
) -> Iterator[str]:
    """Normalised sentences without end, the same for the same seed.

    A family is drawn first, by its weight (1 where `weights` names none), then one of its
    templates. Three sentences in a hundred hesitate or start over. Raises TemplateError for a
    template that can't be read or a list that nobody gave.
    """
    random = Random(seed)
    names = list(families)
    shares = [(weights or {}).get(name, 1.0) for name in names]
    while True:
        family = random.choices(names, shares)[0]
        sentence = sample(random.choice(families[family]), values, random)
        if sentence:
            hesitates = random.random() < DISFLUENT_SHARE
            yield _hesitant(sentence, random) if hesitates else sentence


def sample(template: str, values: Values, random: Random) -> str:
    """One normalised sentence of `template`. Raises TemplateError as `sample_commands` does."""
    return normalise(" ".join(_said(_expression(template), values, random)))


@lru_cache(maxsize=8192)
def _expression(template: str) -> tree.Expression:
    return parse(Template(template)).expression


def _said(part: tree.Expression, values: Values, random: Random) -> list[str]:
    match part:
        case tree.Words(words):
            return list(words)
        case tree.Sequence(items):
            return [word for item in items for word in _said(item, values, random)]
        case tree.Alternative(items):
            return _said(random.choice(items), values, random)
        case tree.Permutation(items):
            shuffled = random.sample(items, len(items))
            return [word for item in shuffled for word in _said(item, values, random)]
        case tree.NumberRange(start, stop, step):
            return [cardinal(random.randrange(start, stop + 1, max(1, round(step))))]
        case tree.RuleRef(name) | tree.SlotRef(name):
            return [_value(name, values, random)]
        case tree.Touch():
            return []


def _value(name: str, values: Values, random: Random) -> str:
    if name not in values:
        raise TemplateError(f"no list is called {name!r}; add it to the values")
    value = values[name]
    return value(random) if callable(value) else sample(random.choice(value), values, random)


def _hesitant(sentence: str, random: Random) -> str:
    """With a filler somewhere, or with its first words said twice."""
    words = sentence.split()
    if random.random() < 0.6 or len(words) < 3:
        words.insert(random.randint(0, len(words) - 1), random.choice(FILLERS))
        return " ".join(words)
    repeated = words[: random.randint(1, min(3, len(words) - 1))]
    return " ".join([*repeated, *random.choice([[], ["no"], ["sorry"], ["um"]]), *words])
