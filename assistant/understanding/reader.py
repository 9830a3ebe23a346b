"""Reading what was said with a command graph: its words, and their sound where there is any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Literal

from assistant.records import Command, IntentSpec
from assistant.understanding.graph import CommandGraph
from assistant.understanding.idioms import idioms
from assistant.understanding.interpreter import Interpreter
from assistant.understanding.judge import Candidate
from assistant.understanding.said import Said
from assistant.understanding.sound import SoundReader, SoundReading
from assistant.understanding.sound.combine import Heard, combine, heard_commands
from assistant.understanding.sound.compiled import WordNets
from assistant.understanding.sound.evidence import IDLE, shifted
from assistant.understanding.sound.words import WordNet
from assistant.understanding.text import words
from assistant.understanding.wake import after_wake, torn_off

LONGEST_COMMAND_S = 20.0
"""Longer sound is no command, and isn't searched for one."""
LEAST_HEARD = 1 / 3
"""Of a command's letters, the share that the transcript must have at least. Noise that the model
takes for silence leaves the search free to spell anything; a command leaves letters behind."""

MOST_FREE = 0.85
"""Of a command's letters, the share that may stand in free text. Long speech has something like
"put" and "in the list" somewhere; with everything between them it would be a command."""
MOST_JOINTS = 2
"""Only so many places are tried where a second command may begin."""

BROKEN_OFF = 4.0
"""By so much, in natural-log units, the sound of a sentence that isn't over fits its beginning
better than any whole one: with synthetic voices by 5 to 24, where they finished by 0 to 3.3."""
BEGINNING = -0.1
"""The least log-likelihood ratio, for each frame, of sound that begins a sentence of ours. Most
sentences broken off by synthetic voices lie between 0 and -0.1, what people read below -0.2."""

Ending = Literal["whole", "begun", "strange"]
"""A whole sentence rather than its beginning; the beginning of one; more like the beginning of one
than like a whole one, but not much like either."""


@dataclass(frozen=True, slots=True)
class Stages:
    """Which witnesses are heard beside the transcript word for word; measuring leaves some out."""

    misheard: bool = True
    """The transcript's words may only resemble the graph's, or be about the same thing."""
    sound: bool = True


EVERYTHING = Stages()


class Reader:
    """Finds all readings of what was said, best first."""

    def __init__(
        self,
        graph: CommandGraph,
        language: str,
        sound: SoundReader,
        *,
        guesses: bool = True,
        prior: float = 0.0,
        unlikely: Callable[[Command], bool] = lambda _: False,
    ) -> None:
        """Without `guesses`, only what fits a template is a reading. `prior` is how much its
        commands are expected, in natural-log odds; those that are `unlikely` at the moment are
        less so.
        """
        self.graph, self._prior, self._unlikely = graph, prior, unlikely
        self._language, self._sound = language, sound
        self._interpreter = Interpreter(graph, language, guesses=guesses)

    def beside(self, intents: Sequence[IntentSpec], prior: float = 0.0) -> Reader:
        """A reader of other commands with the same lists and values, which guesses nothing."""
        graph = self.graph.beside(intents, self._language)
        sound = self._sound.beside(graph)
        return Reader(graph, self._language, sound, guesses=False, prior=prior)

    def expecting(self, prior: float) -> Reader:
        """The same reader, for words that are more likely a command than any others."""
        other = copy(self)
        other._prior = prior
        return other

    def refresh(self) -> None:
        """Take over changed lists."""
        self._interpreter.refresh()
        self._sound.refresh()

    def woken(self, said: Said, phrase: str) -> Said | None:
        """What follows the wake phrase, without words for nothing; None where it isn't said first.

        The transcript is asked, and then the sound.
        """
        rest = after_wake(said.text, phrase)
        if rest is not None:
            return said.part(len(said.text) - len(rest), len(said.text))
        if said.emissions is None or said.lasts_s > LONGEST_COMMAND_S:
            return None
        stop = self._sound.opening(said.emissions, words(phrase))
        if stop is None:
            return None
        left = said.lasting(stop, None)
        first, _, others = left.text.partition(" ")
        return left.reworded(f"{torn_off(first, phrase)} {others}".strip())

    def parted(self, said: Said) -> Iterator[tuple[Said, Said]]:
        """What stands before and behind a joint that can be heard behind a whole command."""
        if said.emissions is None or said.lasts_s > LONGEST_COMMAND_S:
            return
        joints = idioms(self._language).joints.split()
        for joint in self._sound.joints(said.emissions, joints, MOST_JOINTS):
            yield said.lasting(None, joint.start), said.lasting(joint.stop, None)

    def ending(self, said: Said) -> Ending:
        """Where the sound stops, if it is of a sentence of ours."""
        if said.emissions is None or said.lasts_s > LONGEST_COMMAND_S:
            return "whole"
        found = self._sound.break_off(said.emissions)
        if found.lead < BROKEN_OFF:
            return "whole"
        return "begun" if found.ratio >= BEGINNING else "strange"

    def candidates(self, said: Said) -> list[Candidate]:
        """All readings, best first."""
        return self.in_stages(said, (EVERYTHING,))[0]

    def in_stages(self, said: Said, stages: Sequence[Stages]) -> list[list[Candidate]]:
        """All readings, best first, for each choice of stages. The sound is searched once."""
        sound = self._listened(said) if any(one.sound for one in stages) else []
        return [self._combined(said, one, sound) for one in stages]

    def _combined(
        self, said: Said, stages: Stages, sound: Sequence[SoundReading]
    ) -> list[Candidate]:
        text, heard = self._read(said, stages), sound if stages.sound else ()
        found = combine(self.graph, text, heard, said.transcript, self._prior)
        return [self._expected(one) for one in found]

    def _expected(self, one: Candidate) -> Candidate:
        """The reading, less sure where its command is unlikely; not if it is word for word."""
        if one.command.match == "exact" or not self._unlikely(one.command):
            return one
        sure = shifted(one.command.confidence, IDLE)
        return replace(one, command=replace(one.command, confidence=sure))

    def heard_commands(self, said: Said) -> list[Heard]:
        """What the sound may be and what is known of it, before that becomes a confidence."""
        text = self._read(said, EVERYTHING)
        return heard_commands(self.graph, text, self._listened(said), said.transcript)

    def word_nets(self) -> dict[str, WordNet]:
        """The commands as plain automata over words, for other recognisers."""
        return WordNets(self.graph).current()

    def _read(self, said: Said, stages: Stages) -> list[Candidate]:
        """What the transcript may mean."""
        if stages.misheard:
            return self._interpreter.candidates(said.text, said.now, heard=said.heard)
        return self._interpreter.exact(said.text, said.now)

    def _listened(self, said: Said) -> list[SoundReading]:
        """What the sound itself may mean."""
        if said.emissions is None or said.lasts_s > LONGEST_COMMAND_S:
            return []
        found = self._sound.readings(said.emissions, said.now)
        return [one for one in found if _heard_enough(one, said.text)]


def _heard_enough(reading: SoundReading, text: str) -> bool:
    letters = len(reading.text.replace(" ", ""))
    return len(text.replace(" ", "")) >= LEAST_HEARD * letters and reading.free_share <= MOST_FREE
