"""The sentences of an assistant's daily life: the templates of phrases.toml and the values for
their slots."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.training import spoken_values as spoken
from assistant.training.commands import Values, sample_commands

SPOKEN: Values = {
    "small_number": spoken.small_number,
    "number": spoken.number,
    "decimal": spoken.decimal,
    "percent": spoken.percent,
    "ordinal": spoken.ordinal_number,
    "digits": spoken.digit_string,
    "letters": spoken.letters,
    "minutes": spoken.minutes,
    "phone": spoken.phone_number,
    "time": spoken.clock_time,
    "date": spoken.date,
    "day": spoken.day_name,
    "year": spoken.some_year,
}

KIN = ("my mum", "my mom", "my dad", "my sister", "my brother", "my boss", "the doctor")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates by family, what each family weighs, and the lists that the templates name."""

    families: Mapping[str, Sequence[str]]
    weights: Mapping[str, float]
    values: Values

    def commands(self, seed: int) -> Iterator[str]:
        """Sentences without end, the same for the same seed."""
        return sample_commands(self.families, self.values, seed, self.weights)


@lru_cache(maxsize=1)
def everyday_phrases() -> Phrases:
    """What comes with the program."""
    read = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
    lists: dict[str, list[str]] = read["lists"]
    possessive = [f"{name}'s" for name in (*lists["first_name"], *KIN)]
    values = {**SPOKEN, **lists, "possessive": possessive}
    return Phrases(read["families"], read["weights"], values)
