"""Commands in words that no template has: intents by the wording, slots wherever they are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from itertools import groupby, pairwise

from rapidfuzz.distance import Levenshtein

from assistant.records import Command, IntentSpec, Slot
from assistant.understanding.classifier import Classifier, Guess
from assistant.understanding.confusion import SmallWords
from assistant.understanding.fuzzy import FuzzyWalker
from assistant.understanding.graph import FREE_TEXT, CommandGraph, called_nets
from assistant.understanding.judge import Candidate
from assistant.understanding.lattice import Lattice
from assistant.understanding.net import Call
from assistant.understanding.readings import fill, missing
from assistant.understanding.sampling import Sampler
from assistant.understanding.text import key, words
from assistant.understanding.walk import Piece, Walker
from assistant.understanding.word_vectors import word_vectors

SAMPLES, LEAST_SAMPLES, MOST_DRAWN = 24, 3, 2400
"""Sentences drawn from the templates of each intent; fewer, but some, where all would be more."""
MOST_NEGATED = 200
"""So many of an intent's sentences tell what "don't" stands before in them."""
CEILING = 0.79
"""A guess is never surer than this: what could do harm is asked first."""
RANK = 5.0
"""Guesses come behind everything that fits a template."""
SLOT_EDIT = 0.3
"""The largest edit for each word of a slot's value."""
NAME_EDIT = 0.34
"""The share of its letters by which the name of an entry may be misspelt."""
BENT = 6.0
"""How many words more of a slot's value are worth bending one altogether."""
WEIGHTS = (13.5, -5.3, 7.5, -11.0)
"""Logistic regression on score, margin, similarity, and its constant; see `sureness`."""
NAMED, FILLED, MOST = 1.5, 1.0, 3
"""What it gains for a word that tells something and is the intent's own, and for a word of a slot;
of so many words at most."""
ANYWHERE_LEFT, TELLING_LEFT = 0.92, 0.8
"""What each further word leaves of it: one that any request may have, and any other."""
CONTESTED = 0.7
"""What is left of it when the sentence has more values than the intent has slots, words of a value
are left over ("for two to three minutes"), or a name is that the intent has no use for: music is
paused everywhere, or not at all, but never "in the kitchen"."""
LONE = 0.6
"""What is left of a guess about a single telling word, which is too little to do anything: it
stands in many sentences ("left"), and small words beside it turn its meaning ("hang on"). And of
one about values alone ("four six two"): nothing says what to do with them."""
INCOMPLETE = 0.8
"""What is left of a guess's confidence when a required slot isn't there."""


class Guesser:
    """Guesses what a sentence is about."""

    def __init__(self, graph: CommandGraph, fuzzy: FuzzyWalker, small: SmallWords) -> None:
        self._graph, self._fuzzy, self._small = graph, fuzzy, small
        self._words: dict[str, frozenset[str]] = {}

    @cached_property
    def _classifier(self) -> Classifier:
        """Learnt when it is needed: a typed command in a template's words needs none."""
        graph = self._graph
        examples = [(name, intent.examples) for name, intent in graph.intents.items()]
        labels = [sentence.intent.name for sentence in graph.sentences]
        content = graph.digest, graph.language, examples, labels
        return graph.kept.made("classifier", content, self._learnt)

    def _learnt(self) -> Classifier:
        sampler, intents = Sampler(self._graph), self._graph.intents
        count = max(LEAST_SAMPLES, min(SAMPLES, MOST_DRAWN // max(len(intents), 1)))
        drawn = (
            (text, name)
            for name, intent in intents.items()
            for text in (*intent.examples, *sampler.sentences(intent, count))
        )
        return Classifier(drawn, self._small, word_vectors(self._graph.language))

    def guesses(self, text: str, now: datetime) -> list[Candidate]:
        """What the sentence may mean, best first."""
        return [
            self._candidate(text, now, guess)
            for guess in self._classifier.guesses(text, 2)
            if not self._turned_round(text, guess.intent)
        ]

    def _own_words(self, intent: IntentSpec) -> frozenset[str]:
        """The keys of all words that the intent's templates spell out, and the rules they name."""
        if intent.name not in self._words:
            texts = [template.text for template in intent.templates]
            named = set[str]()
            for text in texts:  # grows: rules name others
                found = set(re.findall(r"<([^>]*)>", text)) & intent.rules.keys() - named
                texts += [intent.rules[name] for name in sorted(found)]
                named |= found
            literal = re.sub(r"\{[^}]*\}|<[^>]*>", " ", " ".join(texts))
            self._words[intent.name] = frozenset(map(key, words(literal)))
        return self._words[intent.name]

    def _turned_round(self, text: str, intent: str) -> bool:
        """Whether the sentence says "don't" where the intent doesn't, or to something else."""
        said = set(map(key, words(text)))
        strange = {
            word
            for word in said - self._own_words(self._graph.intents[intent])
            if not self._small.is_filler(word)
        }
        return self._small.negated(said) and (bool(strange) or self._denies(text, intent))

    def _denies(self, text: str, intent: str) -> bool:
        """Whether "don't" stands before another word than in sentences of the intent: who needs no
        timer any more wants it cancelled, but "don't cancel it" means the contrary.
        """
        drawn = Sampler(self._graph).sentences(self._graph.intents[intent], MOST_NEGATED)
        known = {pair for sentence in drawn for pair in _pairs(sentence)}
        return any(self._small.negated(pair[:1]) and pair not in known for pair in _pairs(text))

    def _candidate(self, text: str, now: datetime, guess: Guess) -> Candidate:
        intent = self._graph.intents[guess.intent]
        sentence, walker = self._fuzzy.walker(text)
        pieces = sorted(self._pieces(walker, sentence, intent), key=_goodness)
        chosen = self._chosen(pieces, sentence, now)
        taken = {node for piece in chosen for node in _nodes(piece)}
        typed = [fill(self._graph, sentence, piece, now) for piece in chosen]
        free = list(self._free_text(sentence, intent, taken))
        slots = (*typed, *free)
        left_out = tuple(missing(intent, slots))
        contested = any(piece.edit == 0 and taken.isdisjoint(_nodes(piece)) for piece in pieces)
        contested = contested or self._torn(sentence, intent, taken)
        contested = contested or self._names_more(sentence, intent, taken)
        sure = sureness(guess, self._evidence(sentence, intent, taken))
        sure *= self._explained(sentence, intent, taken, free)
        sure *= (INCOMPLETE if left_out else 1.0) * (CONTESTED if contested else 1.0)
        sure *= LONE if self._is_lone(sentence, taken) else 1.0
        command = Command(intent.name, slots, sure, "classifier")
        return Candidate(command, intent.risk, RANK - sure, left_out)

    def _is_lone(self, sentence: Lattice, taken: set[int]) -> bool:
        said = {node: arcs[0].word for node, arcs in enumerate(sentence.arcs) if arcs}
        telling = {node for node, word in said.items() if not self._small.is_filler(word)}
        return len(telling) <= 1 or telling <= taken

    def _torn(self, sentence: Lattice, intent: IntentSpec, taken: set[int]) -> bool:
        """Whether a word that no slot took is one of a value, or of any where it stands before a
        value: "minus seven"."""
        fillers = [self._graph.filler(intent, spec) for spec in intent.slots]
        fillers = [net for net in fillers if net and net != FREE_TEXT]
        nets = [net for name in fillers for net in called_nets(self._graph.nets, name).values()]
        passed = [sentence.arcs[node][0] for node in set(range(sentence.end)) - taken]
        left = {arc.word for arc in passed} - self._own_words(intent)
        left = {word for word in left if not self._small.is_filler(word)}
        before = left.intersection(arc.word for arc in passed if arc.target in taken)
        return any(word in net.spelling for net in nets for word in left) or any(
            word in net.spelling for net in self._graph.value_nets() for word in before
        )

    def _names_more(self, sentence: Lattice, intent: IntentSpec, taken: set[int]) -> bool:
        """Whether a word of a room's, a device's or somebody's name is left over."""
        names = [self._graph.nets[net].spelling for net in self._graph.shared_lists()]
        left = {sentence.arcs[node][0].word for node in set(range(sentence.end)) - taken}
        left = {word for word in left - self._own_words(intent) if self._small.tells(word)}
        return any(word in spelling for spelling in names for word in left)

    def _evidence(self, sentence: Lattice, intent: IntentSpec, taken: set[int]) -> float:
        """What speaks for the intent beside the wording as a whole, in natural-log odds."""
        said = [sentence.arcs[node][0].word for node in set(range(sentence.end)) - taken]
        named = sum(word in self._own_words(intent) and self._small.tells(word) for word in said)
        return NAMED * min(named, MOST) + FILLED * min(len(taken), MOST)

    def _explained(
        self, sentence: Lattice, intent: IntentSpec, taken: set[int], free: list[Slot]
    ) -> float:
        """What words that the intent has no use for leave of the confidence."""
        used = self._own_words(intent).union(*(map(key, words(slot.text)) for slot in free))
        passed = {
            node
            for start, arcs in enumerate(sentence.arcs)
            for arc in arcs
            if not arc.word
            for node in range(start, arc.target)
        }
        left = 1.0
        for node in set(range(sentence.end)) - taken - passed:
            word = sentence.arcs[node][0].word
            if word not in used and not self._small.is_filler(word):
                left *= ANYWHERE_LEFT if self._small.anywhere(word) else TELLING_LEFT
        return left

    def _chosen(self, pieces: Iterable[Piece], sentence: Lattice, now: datetime) -> list[Piece]:
        """Of typed values wherever they are, the best for each slot; none overlap."""
        chosen: dict[str, Piece] = {}
        taken = set[int]()
        for piece in pieces:
            if piece.call.slot not in chosen and taken.isdisjoint(_nodes(piece)):
                with suppress(ValueError):  # such as the 31st of February
                    fill(self._graph, sentence, piece, now)
                    chosen[piece.call.slot] = piece
                    taken.update(_nodes(piece))
        return list(chosen.values())

    def _pieces(self, walker: Walker, sentence: Lattice, intent: IntentSpec) -> Iterator[Piece]:
        """Everything that could be the value of a slot."""
        for spec in intent.slots:
            net = self._graph.filler(intent, spec) if spec.kind != FREE_TEXT else ""
            for start in range(sentence.end if net else 0):
                for piece in walker.spans(Call(net), start):
                    if self._is_near(sentence, net, piece):
                        call = Call(net, spec.name)
                        yield Piece(call, start, piece.stop, piece.words, piece.label, piece.edit)

    def _is_near(self, sentence: Lattice, net: str, piece: Piece) -> bool:
        """Whether it is spelt nearly as it was said; small words aren't bent: "to" is no "two"."""
        if net in self._graph.entries and not _alike(sentence, piece):
            return False
        said = map(key, words(sentence.between(piece.start, piece.stop)))
        bendable = piece.edit == 0 or any(map(self._small.tells, said))
        return bendable and piece.edit <= SLOT_EDIT * len(piece.words)

    def _free_text(self, sentence: Lattice, intent: IntentSpec, taken: set[int]) -> Iterable[Slot]:
        """The longest stretch of words that are neither the intent's own nor in other slots."""
        spec = next((s for s in intent.slots if s.kind == FREE_TEXT and s.required), None)
        if spec is None:
            return
        own = self._own_words(intent)
        nodes = range(sentence.end)
        free = [n not in taken and sentence.arcs[n][0].word not in own for n in nodes]
        stretches = [
            list(stretch) for is_free, stretch in groupby(nodes, key=free.__getitem__) if is_free
        ]
        if stretches:
            longest = max(stretches, key=len)
            text = sentence.between(longest[0], longest[-1] + 1)
            yield Slot(spec.name, text, text)


def _alike(sentence: Lattice, piece: Piece) -> bool:
    """Whether a name is spelt nearly as it was said: "Londn" may be London, "room" isn't Rome."""
    said = " ".join(map(key, words(sentence.between(piece.start, piece.stop))))
    return Levenshtein.normalized_distance(said, " ".join(piece.words)) <= NAME_EDIT


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each word with the next one, and the last one with none."""
    return pairwise([*map(key, words(text)), ""])


def _nodes(piece: Piece) -> range:
    return range(piece.start, piece.stop)


def _goodness(piece: Piece) -> tuple[float, float]:
    """Long and little bent first: words more must be worth the bending."""
    return (BENT * piece.edit - len(piece.words), piece.edit)


def sureness(guess: Guess, evidence: float = 0.0) -> float:
    """How likely the guess is right, 0 to CEILING, by a logistic regression.

    It was fitted on commands in other people's words against requests for something else: training
    and validation sentences of CLINC150, the likeliest intent of each: the next one, whose margin
    is below zero, is no surer for that.
    """
    *weights, constant = WEIGHTS
    parts = (guess.score, max(guess.margin, 0.0), guess.similarity)
    total = constant + evidence + sum(w * part for w, part in zip(weights, parts, strict=True))
    return CEILING / (1 + math.exp(-total))
