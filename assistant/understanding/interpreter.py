"""All readings of a text, best first: exact ones, else misheard ones, else what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from assistant.records import Command, Match
from assistant.understanding.confusion import SmallWords, distance_by_ear
from assistant.understanding.fuzzy import FuzzyWalker, confidence
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.guess import Guesser
from assistant.understanding.judge import TOO_CLOSE, Candidate, meaning
from assistant.understanding.lattice import Lattice, lattice
from assistant.understanding.left_out import LeavingOut
from assistant.understanding.readings import Problem, Reading, missing, read
from assistant.understanding.text import key, words
from assistant.understanding.values.shared.phones import SHORTEST
from assistant.understanding.walk import FREE_WORD, UNKNOWN, UNKNOWN_WORDS, ExactSteps, Walk, Walker

MOST_WORDS = 60
"""Nobody says longer commands; what is longer isn't searched for misheard words."""
SEAMS = 0.1
"""The edit of the compounds that an exact walk may cut."""
LOOSE = 0.5
"""An exact walk of a higher rank leaves words to free text that were perhaps misheard. Of what was
typed, one word is enough: fewer are misspelt, but `TYPED` holds."""
TYPED = 0.9
"""So sure is a misspelt reading that takes words that were typed from free text: "the potcast"."""
ENOUGH = 0.75
"""With a misheard reading as sure as this nobody asks what the sentence is about."""
MISSING = 0.3
"""Rank of a required slot that was left out."""
LEAST_GUESSED = 2
"""With fewer words that were heard nobody asks what they are about: "left" is no sentence."""
LIKELY, PLAUSIBLE = 0.75, 0.3
"""A plausible misheard reading of an intent that also has an exact one is likely at least."""
RIVAL = 0.1
"""Readings of one intent with other values, no further apart in words, put each other in doubt."""
DOUBT = 0.85
"""What such doubt leaves of the confidence."""
LEFT_OPEN = 0.8
"""Confidence in a sentence that fits word for word, but for a value that nobody said."""
PASSED_OVER = 0.5
"""What is left of a guess that passes over a name: too little to tell anybody about it."""
PHONE = "value phone"
"""The net of telephone numbers."""
ALIKE = 0.42
"""A name that was said is no further, by ear, from the words that it is taken for."""
NEAR = 0.3
"""Nor is it further from words of another command, where the rest was said word for word."""
VALUED = 0.2
"""Nor from words of which one is of a time or a number: "the oven" isn't the evening."""
SURE = 0.95
"""So sure is only a reading that bends next to nothing: words were misspelt, and name nobody."""


class Interpreter:
    """Reads text with a command graph."""

    def __init__(self, graph: CommandGraph, language: str, *, guesses: bool = True) -> None:
        """Without `guesses`, only what fits a template is a reading."""
        self._graph, self._language = graph, language
        self._small = SmallWords(language)
        self._fuzzy = FuzzyWalker(graph, language, self._small)
        self._guesser = Guesser(graph, self._fuzzy, self._small) if guesses else None

    def refresh(self) -> None:
        """Take over changed lists."""
        self._fuzzy.refresh()

    def candidates(self, text: str, now: datetime, *, heard: bool) -> list[Candidate]:
        """All readings, best first. What was `heard`, not typed, may be misheard anywhere."""
        exact = self.exact(text, now)
        if (exact and not _is_loose(exact[0], heard)) or len(words(text)) > MOST_WORDS:
            return exact
        unknown = self._with_unknown(text, now)
        telling = [reading for reading in unknown if _is_telling(reading, self._small)]
        misheard = [
            one
            for one in _naming(self._misheard(text, now, heard), text, unknown)
            if not _twists(one.command, text, telling)
        ]
        if exact and not heard:
            misheard = [one for one in misheard if one.command.confidence >= TYPED]
        left_out = [] if exact else self._left_out(text, now, heard)
        found = _ranked([*exact, *_beside(misheard, exact), *left_out])
        sure = any(not one.problem and one.command.confidence >= ENOUGH for one in found)
        if sure or self._guesser is None or (heard and len(words(text)) < LEAST_GUESSED):
            return found
        guesses = self._guesser.guesses(text, now)
        naming = list(_naming(guesses, text, unknown))
        found += [one if one in naming else _passing_over(one, unknown) for one in guesses]
        told = [_candidate(reading, "exact") for reading in telling]
        return _ranked([*found, *told])

    def exact(self, text: str, now: datetime) -> list[Candidate]:
        """The readings without any word bent.

        What frames a command is no free text: "I want to hear Queen" isn't about "I want to hear".
        """
        sentence = lattice(text, self._language, seams=self._graph.seams)
        walks = Walker(self._graph, sentence, ExactSteps(), bound=SEAMS).walks()
        framed = self._small.behind_polite(text) if walks and _opens_freely(walks[0]) else ""
        unframed = self.exact(framed, now) if framed else []
        return unframed or _ranked(self._candidates(sentence, walks, now, "exact"))

    def _misheard(self, text: str, now: datetime, heard: bool) -> list[Candidate]:
        sentence, walks = self._fuzzy.walks(text, heard=heard)
        lone = "" if heard else self._lone(text)
        walks = [walk for walk in walks if not lone or lone in map(key, walk.words)]
        walks = [walk for walk in walks if not any(_shortens(walk, other) for other in walks)]
        return _doubted(_ranked(self._candidates(sentence, walks, now, "edit")))

    def _lone(self, text: str) -> str:
        """The only word that says what a sentence is about, where some command has it; "" for
        none. Who typed "the timer" didn't mean "the time"."""
        telling = [word for word in map(key, words(text)) if self._small.tells(word)]
        return telling[0] if len(telling) == 1 and self._fuzzy.knows(telling[0]) else ""

    def _left_out(self, text: str, now: datetime, heard: bool) -> list[Candidate]:
        """The reading of a sentence that is whole but for one value, which is asked for. Of several
        that are as good it is the first ability's: "call" rather asks whom than which number.
        """
        walker = LeavingOut(self._graph, text, self._small)
        readings = [
            read(self._graph, walker.sentence, walk, now) for walk in walker.whole(3, heard)
        ]
        found = [_candidate(reading, "exact") for reading in readings if not reading.problem]
        near = [one for one in found if one.rank <= found[0].rank + TOO_CLOSE]
        first = [one for name in self._graph.intents for one in near if one.command.intent == name]
        return [replace(one, command=_left_open(one.command)) for one in first[:1]]

    def _with_unknown(self, text: str, now: datetime) -> list[Reading]:
        """Readings with words where a list entry should be: they tell why nothing fits."""
        sentence = lattice(text, self._language, seams=self._graph.seams)
        steps = ExactSteps()
        walker = Walker(self._graph, sentence, steps, bound=SEAMS, unknown_words=UNKNOWN_WORDS)
        # A sentence without a word of its own would have any words for such an entry.
        walks = [walk for walk in walker.walks(3) if walk.literals]
        return [read(self._graph, sentence, walk, now) for walk in walks]

    def _candidates(
        self, sentence: Lattice, walks: Sequence[Walk], now: datetime, match: Match
    ) -> list[Candidate]:
        readings = [read(self._graph, sentence, walk, now) for walk in walks]
        none = [reading for reading in readings if reading.problem]
        return [
            _candidate(reading, match)
            for reading in readings
            if not _cuts(reading, none) and not _bends_to_short_number(reading, sentence)
        ]


def _candidate(reading: Reading, match: Match) -> Candidate:
    sure, name = confidence(reading.walk), reading.intent.name
    found: Match = "exact" if reading.walk.edit == 0 else match
    said = " ".join(reading.walk.words)
    command = Command(name, reading.slots, sure, found, reading.template, said)
    problem = reading.problem.why if reading.problem else ""
    left_out = tuple(missing(reading.intent, reading.slots))
    rank = reading.walk.rank + MISSING * len(left_out)
    return Candidate(command, reading.intent.risk, rank, left_out, problem, reading.unknown)


def _is_loose(best: Candidate, heard: bool) -> bool:
    """Whether some of its words may belong to another reading that was misheard or misspelt."""
    if heard:
        return best.rank >= LOOSE
    return not best.problem and best.rank >= FREE_WORD


def _opens_freely(walk: Walk) -> bool:
    """Whether it begins with free text."""
    return any(piece.start == 0 and piece.call.net == FREE_TEXT for piece in walk.pieces[:1])


def _shortens(walk: Walk, other: Walk) -> bool:
    """Whether it is the other walk, but passes over the first words of its free text."""
    if walk.label != other.label or walk.edit <= other.edit:
        return False
    pairs = list(zip_longest(walk.pieces, other.pieces))
    changed = [(one, two) for one, two in pairs if one != two]
    return len(changed) == 1 and all(
        one
        and two
        and one.call == two.call
        and one.call.net == FREE_TEXT
        and two.words[-len(one.words) :] == one.words
        for one, two in changed
    )


def _cuts(reading: Reading, none: Sequence[Reading]) -> bool:
    """Whether it takes a value that is none, or a part of it, for something else, and fits worse:
    the 31st, where somebody said "the 31st of February", or "pay on the 31st of February" for what
    is to be done.
    """
    return not reading.problem and any(
        other.intent.name == reading.intent.name
        and other.walk.rank + TOO_CLOSE < reading.walk.rank
        and (_has_part(reading, other.problem) or _swallows(reading, other.problem))
        for other in none
    )


def _bends_to_short_number(reading: Reading, sentence: Lattice) -> bool:
    """Whether it took a word for another to find a telephone number of two digits. That calls an
    ambulance, and is a single word, often a date: "rappelle-moi le quinze"."""
    numbers = {piece.call.slot for piece in reading.walk.pieces if piece.call.net == PHONE}
    values = [str(slot.value) for slot in reading.slots if slot.name in numbers]
    said = {arc.word for arcs in sentence.arcs for arc in arcs}
    bent = not said.issuperset(map(key, reading.walk.words))
    return bent and any(len(value) < SHORTEST for value in values)


def _has_part(reading: Reading, none: Problem | None) -> bool:
    """Whether words of its slot are some of those that mean nothing."""
    if none is None:
        return False
    said = [slot.text for slot in reading.slots if slot.name == none.slot and slot.text]
    return any(_plainly(text) in _plainly(none.text) for text in said)


def _swallows(reading: Reading, none: Problem | None) -> bool:
    """Whether another slot has all of the words that mean nothing, and more."""
    if none is None:
        return False
    others = [_plainly(slot.text) for slot in reading.slots if slot.name != none.slot]
    return any(f" {_plainly(none.text)} " in f" {text} " for text in others)


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Readings with all values first, then by rank; each meaning once, by its surest witness.

    Of two that are as good, that which bent less: a word of free text is no worse than one that was
    passed over.
    """
    ordered = sorted(candidates, key=_order)
    kept: list[Candidate] = []
    for one in ordered:
        same = next((at for at, other in enumerate(kept) if _sense(other) == _sense(one)), None)
        if same is None:
            kept.append(one)
        elif one.command.confidence > kept[same].command.confidence:
            kept[same] = replace(kept[same], command=one.command)
    return kept


def _order(one: Candidate) -> tuple[bool, float, float]:
    return bool(one.problem), round(one.rank, 6), -one.command.confidence


def _beside(misheard: list[Candidate], exact: list[Candidate]) -> list[Candidate]:
    """What misheard readings add to exact ones.

    An intent that was certainly meant needs no second reading, unless that finds slots which the
    exact one lost to free text; and then it is likely, if it is plausible.
    """
    meant: dict[str, set[str]] = {}
    for one in exact:
        if not one.problem:
            meant.setdefault(one.command.intent, set()).update(_filled(one))
    added = []
    for one in misheard:
        sure = one.command.confidence
        if one.command.intent in meant:
            if _filled(one) <= meant[one.command.intent]:
                continue
            sure = max(sure, LIKELY) if sure >= PLAUSIBLE else sure
        added.append(replace(one, command=replace(one.command, confidence=sure)))
    return added


def _naming(
    candidates: Iterable[Candidate], text: str, unknown: Sequence[Reading]
) -> Iterator[Candidate]:
    """Those that say nothing else where a sentence names something.

    "How warm is it in the living room" fits a template but for the city: the living room isn't
    Rome, and it isn't left out either.
    """
    typed = _plainly(text)
    named = {one.intent.name: one.problem for one in reversed(unknown) if one.problem}
    for one in candidates:
        problem = named.get(one.command.intent)
        if one.command.confidence >= SURE or _names(one.command, typed, problem):
            yield one


def _passing_over(guess: Candidate, unknown: Sequence[Reading]) -> Candidate:
    """A guess that says nothing of what the sentence names: nothing to do, but what comes near."""
    named = next(one for one in unknown if one.intent.name == guess.command.intent)
    filled = {slot.name for slot in guess.command.slots}
    used = {word for slot in guess.command.slots for word in _plainly(slot.text).split()}
    left = [
        slot
        for slot in named.unknown
        if slot.name not in filled and used.isdisjoint(_plainly(slot.text).split())
    ]
    sure = guess.command.confidence * PASSED_OVER
    command = replace(guess.command, confidence=sure)
    return replace(
        guess,
        command=command,
        problem=(named.problem and named.problem.why) or "",
        unknown=tuple(left),
    )


def _left_open(command: Command) -> Command:
    """Word for word as a template has it, but for what is missing."""
    return replace(command, match="exact", confidence=LEFT_OPEN)


def _is_telling(reading: Reading, small: SmallWords) -> bool:
    """Whether no more names are unknown than words of the template tell what it is about, or one.
    With two of them a sentence is hardly about such things: "add salt to the soup" invites nobody
    to anything; but "add Andy Hunter to the evening playlist" names an artist and a playlist.
    """
    walk = reading.walk
    in_slots = Counter(word for piece in walk.pieces for word in piece.words)
    own = (Counter(walk.words) - in_slots).elements()
    unknown = sum(piece.label == UNKNOWN for piece in walk.pieces)
    return unknown <= max(1, sum(small.tells(key(word)) for word in own))


def _names(command: Command, typed: str, named: Problem | None) -> bool:
    """Whether a reading has what is `named`, in whatever value it has, or a part of it in the same
    slot; or words that were misspelt where it stands.
    """
    if named is None:
        return True
    name, slot = _plainly(named.text), command.slot(named.slot)
    values = {one.name: _plainly(one.text) for one in command.slots}
    if any(f" {name} " in f" {value} " for value in values.values()):
        return True
    if slot is not None and f" {values[slot.name]} " in f" {name} ":
        return True
    if not command.said:
        return slot is not None and distance_by_ear(name, values[slot.name]) <= ALIKE
    numbers = [values[one.name] for one in command.slots if not isinstance(one.value, str)]
    taken_for = _taken_for(typed, command.said, name)
    valued = not {word for value in numbers for word in value.split()}.isdisjoint(taken_for.split())
    return distance_by_ear(*_differing(name, taken_for)) <= (VALUED if valued else ALIKE)


def _differing(one: str, other: str) -> tuple[str, str]:
    """Both without the words at their beginning that they share: “the oven” is no “the moment”."""
    ours, theirs = one.split(), other.split()
    while ours and theirs and ours[0] == theirs[0]:
        del ours[0], theirs[0]
    return " ".join(ours), " ".join(theirs)


def _taken_for(typed: str, said: str, name: str) -> str:
    """The words that a reading has where `name` stands in what was typed."""
    start = f" {typed} ".find(f" {name} ")
    stop = start + len(name)
    first, last = len(said), 0
    for step in Levenshtein.opcodes(typed, said):
        if step.src_start < stop and step.src_end > start:
            first = min(first, step.dest_start + max(0, start - step.src_start))
            last = max(last, min(step.dest_end, step.dest_start + stop - step.src_start))
    return _whole(said, first, last)


def _whole(text: str, start: int, stop: int) -> str:
    """The words of which a stretch of a text has letters."""
    within = text[start:stop]
    if not within.strip():
        return ""
    start += len(within) - len(within.lstrip())
    stop -= len(within) - len(within.rstrip())
    begin = text.rfind(" ", 0, start) + 1
    end = text.find(" ", stop)
    return text[begin : len(text) if end < 0 else end]


def _twists(command: Command, text: str, unknown: Sequence[Reading]) -> bool:
    """Whether a reading bends nothing of a text but what is an unknown name to another ability,
    and that too far.

    "When is the dentist" asks for an appointment that isn't there, not for the twentieth.
    """
    typed, said = _plainly(text), command.said
    others = [one.problem for one in unknown if one.intent.name != command.intent]
    for name in [_plainly(problem.text) for problem in others if problem]:
        before, _, behind = typed.rpartition(name)
        if said.startswith(before) and said.endswith(behind):
            taken_for = said[len(before) : len(said) - len(behind)]
            as_long = len(taken_for.split()) == len(name.split())
            if as_long and distance_by_ear(name, taken_for) > NEAR:
                return True
    return False


def _plainly(text: str) -> str:
    return " ".join(map(key, words(text)))


def _filled(candidate: Candidate) -> set[str]:
    return {slot.name for slot in candidate.command.slots}


def _sense(candidate: Candidate) -> object:
    return meaning(candidate.command), candidate.problem


def _doubted(candidates: list[Candidate]) -> list[Candidate]:
    """Less sure of the best where nearly as good a reading of other words fills its slots
    otherwise. The same words in other slots ("monday", a day or a moment) weren't misheard.
    """
    if len(candidates) < 2:
        return candidates
    best, *others = candidates
    for other in others:
        same = other.command.intent == best.command.intent and not other.problem
        misheard = other.command.said != best.command.said
        if same and misheard and other.rank - best.rank < RIVAL:
            sure = best.command.confidence * DOUBT
            return [replace(best, command=replace(best.command, confidence=sure)), *others]
    return candidates
