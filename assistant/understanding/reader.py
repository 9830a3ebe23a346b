"""Reading what was said with a command graph: its words, and their sound where there is any."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.records import IntentSpec
from assistant.understanding.graph import CommandGraph
from assistant.understanding.interpreter import Interpreter
from assistant.understanding.judge import Candidate
from assistant.understanding.said import Said
from assistant.understanding.sound import SoundReader, SoundReading
from assistant.understanding.sound.combine import combine

LONGEST_COMMAND_S = 20.0
"""Longer sound is no command, and isn't searched for one."""
LEAST_HEARD = 1 / 3
"""Of a command's letters, the share that the transcript must have at least. Noise that the model
takes for silence leaves the search free to spell anything; a command leaves letters behind."""


class Reader:
    """Finds all readings of what was said, best first."""

    def __init__(
        self, graph: CommandGraph, language: str, sound: SoundReader, *, guesses: bool = True
    ) -> None:
        """Without `guesses`, only what fits a template is a reading."""
        self.graph = graph
        self._language, self._sound = language, sound
        self._interpreter = Interpreter(graph, language, guesses=guesses)

    def beside(self, intents: Sequence[IntentSpec]) -> Reader:
        """A reader of other commands with the same lists and values, which guesses nothing."""
        graph = self.graph.beside(intents, self._language)
        return Reader(graph, self._language, self._sound.beside(graph), guesses=False)

    def refresh(self) -> None:
        """Take over changed lists."""
        self._interpreter.refresh()

    def candidates(self, said: Said) -> list[Candidate]:
        """All readings, best first."""
        found = self._interpreter.candidates(said.text, said.now, heard=said.heard)
        if said.emissions is None or said.lasts_s > LONGEST_COMMAND_S:
            return found
        readings = self._sound.readings(said.emissions, said.now)
        return combine(self.graph, found, [r for r in readings if _heard_enough(r, said.text)])


def _heard_enough(reading: SoundReading, text: str) -> bool:
    letters = len(reading.text.replace(" ", ""))
    return len(text.replace(" ", "")) >= LEAST_HEARD * letters
