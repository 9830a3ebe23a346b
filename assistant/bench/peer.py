"""PocketSphinx with the same grammar, as a peer. Needs the extra `bench`.

Its grammar is the command graph as a finite-state grammar, which is what a JSGF file would be
compiled to. It has no free text; there any words of the grammar may stand in any order. What it
writes down is read by the command graph word for word, and it is always sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from importlib.util import find_spec
from itertools import count

import numpy as np

from assistant.bench.decisions import Heard, Understand
from assistant.bench.meanings import WORD_FOR_WORD
from assistant.errors import UsageError
from assistant.records import Transcript
from assistant.understanding.graph import FREE_TEXT, MAIN
from assistant.understanding.judge import Candidate
from assistant.understanding.reader import Reader
from assistant.understanding.said import Said
from assistant.understanding.sound.words import WordNet

NAME = "pocketsphinx"

Transition = tuple[int, int, float, str]
"""From and to which state, with what probability, by which word; "" for none."""

START, END = 0, 1


def by_pocketsphinx(reader: Reader, now: datetime) -> Understand:
    """Understand with PocketSphinx's ears. Raises UsageError where it isn't installed."""
    if not find_spec(NAME):
        raise UsageError("PocketSphinx isn't installed; run pip install 'assistant[bench]'.")
    import pocketsphinx

    decoder = pocketsphinx.Decoder(lm=None, loglevel="FATAL")
    nets = reader.word_nets()
    known = {word for word in words_of(nets) if decoder.lookup_word(word)}
    grammar = [
        (start, end, chance, word) if word else (start, end, chance)
        for start, end, chance, word in transitions(nets, known)
    ]
    decoder.add_fsg("commands", decoder.create_fsg("commands", START, END, grammar))
    decoder.activate_search("commands")

    def understand(heard: Heard) -> Mapping[str, Sequence[Candidate]]:
        decoder.start_utt()
        pcm = np.clip(heard.samples * 32767, -32768, 32767).astype("<i2")
        decoder.process_raw(pcm.tobytes(), full_utt=True)
        decoder.end_utt()
        found = decoder.hyp()
        said = Said(Transcript(found.hypstr if found else ""), now, True, None)
        return {NAME: reader.in_stages(said, (WORD_FOR_WORD,))[0]}

    return understand


def words_of(nets: Mapping[str, WordNet]) -> set[str]:
    """Every word of the nets."""
    return {word for net in nets.values() for state in net.states for word, _ in state.words}


def transitions(nets: Mapping[str, WordNet], known: set[str]) -> list[Transition]:
    """The nets as one automaton from START to END; words that aren't `known` are left out."""
    return list(_copied(nets, MAIN, START, END, sorted(known), count(END + 1)))


def _copied(
    nets: Mapping[str, WordNet],
    name: str,
    start: int,
    end: int,
    known: Sequence[str],
    numbers: Iterator[int],
) -> Iterator[Transition]:
    """One net between two states; the nets that it calls are copied in their places."""
    if name == FREE_TEXT:
        yield from _any_words(start, end, known, next(numbers))
        return
    states = nets[name].states
    place = [start, *(next(numbers) for _ in states[1:])]
    for number, state in zip(place, states, strict=True):
        said = [(word, target) for word, target in state.words if word in known]
        chance = 1.0 / max(len(said) + len(state.calls) + bool(state.finals), 1)
        for word, target in said:
            yield number, place[target], chance, word
        for call, target in state.calls:
            inside = next(numbers)
            yield number, inside, chance, ""
            yield from _copied(nets, call.net, inside, place[target], known, numbers)
        if state.finals:
            yield number, end, chance, ""


def _any_words(start: int, end: int, known: Sequence[str], loop: int) -> Iterator[Transition]:
    """At least one word, whichever."""
    for word in known:
        yield start, loop, 1.0 / len(known), word
        yield loop, loop, 0.5 / len(known), word
    yield loop, end, 0.5, ""
