"""What people say to an assistant, by the hundred thousand: sentences drawn from templates and lists of values.

Templates are written as HassIL writes them: `(a|b)` one of these, `[a]` perhaps, `{name}` a value of that list,
`{name:slot}` the same for a slot of another name, `<name>` a rule. A list is either a sequence of templates or a
function that draws a value from a random generator. Templates of installed abilities can be sampled just so:

    sentences = sample_commands({"lamps": ["turn {what} on"]}, {"what": ["the (lamp|light)"]}, seed=1)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random

from assistant.errors import TemplateError
from assistant.training import text

Values = Mapping[str, Sequence[str] | Callable[[Random], str]]
Template = tuple[object, ...]
"""Parsed: a sequence of words, `("choice", templates)` and `("list", name)`."""

DISFLUENT_SHARE = 0.03


def sample_commands(
    families: Mapping[str, Sequence[str]],
    values: Values,
    seed: int,
    weights: Mapping[str, float] | None = None,
) -> Iterator[str]:
    """Normalised sentences without end, the same for the same seed.

    A family is drawn first, by its weight (1 where `weights` names none), then one of its templates. One sentence in
    thirty hesitates or starts over. Raises TemplateError for a template that can't be read or a list nobody gave.
    """
    random = Random(seed)
    names = list(families)
    shares = [(weights or {}).get(name, 1.0) for name in names]
    while True:
        family = random.choices(names, shares)[0]
        sentence = text.normalise(sample(random.choice(families[family]), values, random))
        if sentence:
            yield _hesitant(sentence, random) if random.random() < DISFLUENT_SHARE else sentence


def sample(template: str, values: Values, random: Random) -> str:
    """One sentence of `template`, blanks as they fall."""
    return _said(parse(template), values, random)


def _said(parts: Template, values: Values, random: Random) -> str:
    return "".join(part if isinstance(part, str) else _drawn(part, values, random) for part in parts)


def _drawn(part: object, values: Values, random: Random) -> str:
    assert isinstance(part, tuple)
    kind, content = part
    if kind == "choice":
        return _said(random.choice(content), values, random)
    if content not in values:
        raise TemplateError(f"no list is called {content!r}; add it to the values")
    value = values[content]
    return value(random) if callable(value) else sample(random.choice(value), values, random)


@lru_cache(maxsize=4096)
def parse(template: str) -> Template:
    """The parts of `template`. Raises TemplateError, with the column, when a bracket stands alone."""
    parts, end = _sequence(template, 0, "")
    if end < len(template):
        raise TemplateError(f"{template[end]!r} closes nothing", template, column=end + 1)
    return parts


_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}


def _sequence(template: str, start: int, closing: str) -> tuple[Template, int]:
    """Parts from `start` up to an unmatched `|` or closing bracket, and where that is."""
    parts: list[object] = []
    at = start
    while at < len(template) and template[at] not in ")]}>|":
        if template[at] in "{<":
            end = _closed(template, at)
            parts.append(("list", template[at + 1 : end].partition(":")[0]))
            at = end + 1
        elif template[at] in "([":
            choices, end = _choices(template, at)
            parts.append(("choice", choices))
            at = end + 1
        else:
            end = next((i for i in range(at, len(template)) if template[i] in "([{<)]}>|"), len(template))
            parts.append(template[at:end])
            at = end
    if not closing and at < len(template) and template[at] == "|":
        raise TemplateError("alternatives need brackets around them", template, column=at + 1)
    return tuple(parts), at


def _choices(template: str, start: int) -> tuple[tuple[Template, ...], int]:
    closing = _CLOSING[template[start]]
    found: list[Template] = [()] if closing == "]" else []
    at = start
    while True:
        parts, at = _sequence(template, at + 1, closing)
        found.append(parts)
        if at >= len(template) or template[at] not in ("|", closing):
            raise TemplateError(f"{template[start]!r} is never closed", template, column=start + 1)
        if template[at] == closing:
            return tuple(found), at


def _closed(template: str, start: int) -> int:
    end = template.find(_CLOSING[template[start]], start)
    if end < 0:
        raise TemplateError(f"{template[start]!r} is never closed", template, column=start + 1)
    return end


def _hesitant(sentence: str, random: Random) -> str:
    """With "um" or "uh" somewhere, or its first words said twice."""
    words = sentence.split()
    if random.random() < 0.6 or len(words) < 3:
        words.insert(random.randint(0, len(words) - 1), random.choice(["um", "uh", "er", "hmm", "well", "like"]))
    else:
        count = random.randint(1, min(3, len(words) - 1))
        words = [*words[:count], *random.choice([[], ["no"], ["sorry"], ["um"]]), *words]
    return " ".join(words)
