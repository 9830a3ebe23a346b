"""Public sets of sentences with their intents."""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LEVELS = (0.0, 0.05, 0.10, 0.20)
"""Character error rates of the sentences that are asked."""
TEN = (
    *("timer", "alarm", "calendar", "reminder", "make_call"),
    *("weather", "definition", "calculator", "translate", "time"),
)
"""The intents of CLINC150 that assistants have."""
DRAWS = 4
"""Of the ten intents' sentences, examples are drawn so often, and results averaged."""

Pair = tuple[str, str]
"""A sentence and its intent."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Set:
    """Examples to learn from, and sentences to ask."""

    name: str
    draws: tuple[tuple[Pair, ...], ...]
    test: tuple[Pair, ...]
    strange: tuple[str, ...] = ()
    """Sentences that belong to no intent."""


def rows(data: Path, name: str) -> list[Row]:
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def corrupter(data: Path) -> Callable[[str, float], str]:
    """`corrupt.py` of the data."""
    spec = importlib.util.spec_from_file_location("corrupt", data / "corrupt.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "corrupt.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda text, rate: module.corrupt(text, rate) if rate else text


def sets(data: Path) -> Iterator[Set]:
    """All sets, small ones first."""
    clinc, hwu, snips = (rows(data, name) for name in ("clinc150", "hwu64", "snips2017"))
    strange = tuple(row["text"] for row in clinc if row["split"] == "oos_test")
    test = _pairs(clinc, "test")
    ten = tuple(pair for pair in test if pair[1] in TEN)
    for count in (5, 10, 20, 50):
        draws = tuple(_drawn(_pairs(clinc, "train"), count, draw) for draw in range(DRAWS))
        yield Set(f"ten intents, {count} each", draws, ten, strange)
    for count in (5, 10):
        yield Set(f"HWU64, {count} each", (_pairs(hwu, f"train_{count}"),), _pairs(hwu, "test"))
    for count in (5, 10):
        draws = (_pairs(clinc, f"train_{count}"),)
        yield Set(f"CLINC150, {count} each", draws, test, strange)
    yield Set("Snips", (_pairs(snips, "train70"),), _pairs(snips, "test"))
    yield Set("HWU64, full", (_pairs(hwu, "train"),), _pairs(hwu, "test"))
    yield Set("CLINC150, full", (_pairs(clinc, "train"),), test, strange)


def _pairs(found: Sequence[Row], split: str) -> tuple[Pair, ...]:
    return tuple((row["text"], row["intent"]) for row in found if row["split"] == split)


def _drawn(pairs: Sequence[Pair], count: int, draw: int) -> tuple[Pair, ...]:
    chosen = random.Random(f"{count} {draw}")
    return tuple(
        (text, intent)
        for intent in TEN
        for text in chosen.sample([text for text, own in pairs if own == intent], count)
    )
