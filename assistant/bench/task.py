"""What is measured: abilities, a model, and what each clip asks for."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.bench.meanings import Meanings, Wanted
from assistant.ports import AcousticModel
from assistant.understanding.reader import Reader


@dataclass(frozen=True, slots=True)
class Task:
    """Everything but the clips."""

    reader: Reader
    model: AcousticModel
    meanings: Meanings
    wanted: Wanted
