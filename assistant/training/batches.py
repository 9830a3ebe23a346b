"""Which utterances a training step hears, and how they become tensors.

There is no shuffling state: the batch of step n is a function of (seed, n, corpus), so a run
that resumes at step n hears exactly what it would have heard. A worker process prepares batches
ahead of training.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset

from assistant.errors import TrainingError
from assistant.records import SAMPLE_RATE
from assistant.training.augment import (
    Augmentation,
    Augmenter,
    Generator,
    Wave,
    change_speed,
    draw_speed,
    loop_piece,
    place,
)
from assistant.training.corpus import Clip, read_manifest, read_samples
from assistant.training.model import LETTERS, SPECIAL_SYMBOLS
from assistant.training.team import Team

LETTER_INDEX = {letter: index for index, letter in enumerate(LETTERS)} | {" ": LETTERS.index("|")}
LENGTH_EDGES = (0.0, 1.2, 2.0, 2.8, 3.6, 4.5, 5.5, 7.0, 9.0, 12.0, 18.0)
"""Buckets of utterance length in seconds: a batch is drawn from one of them."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One training step's worth, as tensors."""

    waves: Tensor
    """(utterances, samples) float32, each row of mean 0 and variance 1."""
    letters: Tensor
    """All letter targets, one after the other."""
    letter_counts: Tensor
    """(utterances,) how many letters each has."""
    phonemes: Tensor
    """All phoneme targets, one after the other."""
    phoneme_counts: Tensor
    """(utterances,) how many phonemes each has."""


@dataclass(frozen=True, slots=True)
class Curriculum:
    """Short and clean first, then everything."""

    easy_hours: float = 1.0
    """Hours heard until longer utterances and harm begin."""
    length_hours: float = 15.0
    """Hours heard until utterances have their full range."""
    full_hours: float = 200.0
    """Hours heard until augmentation has its full strength."""
    easy_seconds: float = 3.0
    """Longest utterance at the start."""
    longest_seconds: float = 12.0
    """Longest utterance in the end."""

    def strength(self, hours: float) -> float:
        """Augmentation strength, 0–1, after `hours` heard."""
        return ramp(hours, self.easy_hours, self.full_hours)

    def longest(self, hours: float) -> float:
        """Longest utterance in seconds after `hours` heard."""
        share = ramp(hours, self.easy_hours, self.length_hours)
        return self.easy_seconds + (self.longest_seconds - self.easy_seconds) * share


def ramp(at: float, start: float, end: float) -> float:
    """0 until `start`, 1 from `end`, straight between."""
    return float(np.clip((at - start) / (end - start), 0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Feed:
    """What is drawn, how much at once, and in what mixture."""

    seed: int = 1
    batch_seconds: float = 30.0
    """Audio of one batch, padding included."""
    people_share: float = 0.6
    """Share of the audio that real people speak."""
    join: float = 0.25
    """Probability that an utterance has another behind it (short words: up to four)."""
    source_power: float = 0.35
    """Within real people, a source of h hours is drawn with weight h ** source_power: the smaller,
    the more is heard of small sources, and single words are of these.
    """
    curriculum: Curriculum = field(default_factory=Curriculum)
    augmentation: Augmentation = field(default_factory=Augmentation)


def letters_of(text: str) -> list[int]:
    """Letter targets of normalised text."""
    return [LETTER_INDEX[letter] for letter in text]


class SymbolTable:
    """The phoneme vocabulary: blank, word boundary, phonemes."""

    def __init__(self, phonemes: Sequence[str]) -> None:
        self.symbols = (*SPECIAL_SYMBOLS, *(p for p in phonemes if p not in SPECIAL_SYMBOLS))
        self._index = {symbol: index for index, symbol in enumerate(self.symbols)}

    def targets(self, text: str) -> list[int]:
        """Targets of blank-separated phonemes."""
        return [self._index[symbol] for symbol in text.split()]

    def __len__(self) -> int:
        return len(self.symbols)


def snapshot(patterns: Sequence[str]) -> dict[str, int]:
    """How many lines each manifest that matches has now; a run sees only these until it looks
    again.
    """
    files = {file for pattern in map(Path, patterns) for file in pattern.parent.glob(pattern.name)}
    counts = {str(file): _whole_lines(file) for file in sorted(files)}
    return {file: count for file, count in counts.items() if count}


def _whole_lines(file: Path) -> int:
    with file.open(encoding="utf-8") as lines:
        return sum(1 for line in lines if line.endswith("\n") and line.strip())


def clips_of(seen: dict[str, int]) -> list[Clip]:
    """The clips of a snapshot, in the order of their manifests."""
    return [
        clip
        for file, count in sorted(seen.items())
        for clip in islice(read_manifest(Path(file)), count)
    ]


class Pool:
    """Clips by length, each with the weight with which it is drawn; also the source of noise."""

    def __init__(self, clips: Sequence[Clip], feed: Feed) -> None:
        train = [clip for clip in clips if clip.split == "train"]
        self.noises = [clip for clip in train if clip.kind == "noise"]
        self.spoken = [
            c for c in train if c.kind != "noise" and c.text and c.phonemes and c.seconds >= 0.3
        ]
        if not self.spoken:
            raise TrainingError(
                "The manifests have no training clips with text and phonemes: run "
                "`python -m assistant.training.phonemes` over them, or name others."
            )
        self._weights = clip_weights(self.spoken, feed)
        lengths = np.array([clip.seconds for clip in self.spoken])
        bucket = np.digitize(lengths, LENGTH_EDGES) - 1
        self._buckets = [np.flatnonzero(bucket == b) for b in range(len(LENGTH_EDGES))]
        self._mass = np.array([(self._weights[b] * lengths[b]).sum() for b in self._buckets])

    def draw(self, rng: Generator, longest: float) -> tuple[float, Iterator[Clip]]:
        """The length limit of a random bucket that ends by `longest` seconds and endless clips
        from it.
        """
        usable = [b for b, low in enumerate(LENGTH_EDGES) if low < longest and self._mass[b] > 0]
        mass = self._mass[usable]
        bucket = usable[int(rng.choice(len(usable), p=mass / mass.sum()))]
        return LENGTH_EDGES[bucket], self._endless(self._buckets[bucket], rng)

    def _endless(self, members: np.ndarray, rng: Generator) -> Iterator[Clip]:
        cumulative = np.cumsum(self._weights[members])
        while True:
            for at in np.searchsorted(cumulative, rng.random(64) * cumulative[-1]):
                yield self.spoken[members[min(int(at), len(members) - 1)]]

    def noise(self, rng: Generator, samples: int) -> Wave | None:
        """A stretch of recorded noise."""
        if not self.noises:
            return None
        wave = read_samples(self.noises[int(rng.integers(len(self.noises)))])
        return loop_piece(wave, int(rng.integers(len(wave))), samples)

    def babble(self, rng: Generator, samples: int) -> Wave | None:
        """Three to five people at once."""
        chosen = rng.integers(len(self.spoken), size=int(rng.integers(3, 6)))
        voices = [read_samples(self.spoken[int(at)]) for at in chosen]
        return np.sum([loop_piece(v, int(rng.integers(len(v))), samples) for v in voices], axis=0)


def clip_weights(clips: Sequence[Clip], feed: Feed) -> np.ndarray:
    """Weight of each clip, so that people and machines and the sources get their shares of the
    time.
    """
    hours: dict[tuple[str, str], float] = defaultdict(float)
    for clip in clips:
        hours[clip.kind, clip.source] += clip.seconds / 3600
    wanted = {k: h**feed.source_power if k[0] == "people" else h for k, h in hours.items()}
    total: dict[str, float] = defaultdict(float)
    for (kind, _), amount in wanted.items():
        total[kind] += amount
    alone = len(total) == 1
    share = {
        kind: 1.0 if alone else (feed.people_share if kind == "people" else 1 - feed.people_share)
        for kind in total
    }
    rate = {k: share[k[0]] * wanted[k] / total[k[0]] / hours[k] for k in hours}
    return np.array([rate[clip.kind, clip.source] for clip in clips])


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a run over which the corpus stays the same."""

    seen: dict[str, int]
    """How many lines of each manifest belong to it."""
    step: int = 0
    """The step that it begins with."""
    hours: float = 0.0
    """Audio heard before it."""


def choose(pool: Pool, feed: Feed, rng: Generator, longest: float) -> list[list[Clip]]:
    """The clips of a batch of `feed.batch_seconds`: what is said in each row, one after another."""
    low, clips = pool.draw(rng, longest)
    most = 4 if low < 1.2 else 2
    groups: list[list[Clip]] = []
    used = widest = 0.0
    joined = rng.random() < feed.join
    most = int(rng.integers(2, most + 1)) if joined and low * 2 < longest else 1
    while used < feed.batch_seconds:
        group = [next(clips) for _ in range(most)]
        widest = max(widest, sum(clip.seconds for clip in group) + 0.4)
        groups.append(group)
        used = (len(groups) + 1) * widest
    return groups


class BatchMaker:
    """Makes the batch of any step, for one of the processes that train together."""

    def __init__(
        self, pool: Pool, feed: Feed, symbols: SymbolTable, segment: Segment, team: Team
    ) -> None:
        self._pool = pool
        self._segment = segment
        self._team = team
        self._feed = feed
        self._symbols = symbols
        self._augment = Augmenter(feed.augmentation, feed.seed, pool)

    def __call__(self, step: int) -> Batch:
        """The batch of `step`."""
        rng = np.random.default_rng([self._feed.seed, step, self._team.rank])
        each = self._feed.batch_seconds * self._team.size / 3600
        hours = self._segment.hours + (step - self._segment.step) * each
        strength = self._feed.curriculum.strength(hours)
        groups = choose(self._pool, self._feed, rng, self._feed.curriculum.longest(hours))
        pieces = [[self._spoken(clip, rng, strength) for clip in group] for group in groups]
        waves = [self._placed(row, rng, strength) for row in pieces]
        return collate(waves, groups, self._symbols)

    def _placed(self, pieces: list[Wave], rng: Generator, strength: float) -> Wave:
        """A row of its own length: what it is padded with later tells nothing about levels."""
        *before, behind = self._gaps(len(pieces) + 1, rng)
        samples = sum(map(len, pieces)) + sum(before) + behind
        return self._augment(place(pieces, before, samples), rng, strength)

    def _spoken(self, clip: Clip, rng: Generator, strength: float) -> Wave:
        wave = change_speed(read_samples(clip), draw_speed(rng, self._feed.augmentation, strength))
        loudness = np.sqrt(np.mean(np.square(wave)) + 1e-9)
        return np.asarray(
            wave * np.float32(0.1 / loudness * 10 ** (rng.uniform(-3, 3) / 20)), np.float32
        )

    def _gaps(self, pieces: int, rng: Generator) -> list[int]:
        low, high = self._feed.augmentation.silence
        return [int(max(0.0, rng.uniform(low, high)) * SAMPLE_RATE) for _ in range(pieces)]


def collate(waves: Sequence[Wave], groups: Sequence[Sequence[Clip]], symbols: SymbolTable) -> Batch:
    """Tensors of waveforms, zeros behind the shorter ones, and the targets of the clips in each.

    Zeros are what the network itself puts around an utterance: one that is cut tight sounds in
    training as it will sound alone.
    """
    padded = np.zeros((len(waves), max(map(len, waves))), np.float32)
    for row, wave in zip(padded, waves, strict=True):
        row[: len(wave)] = wave
    return targeted(torch.from_numpy(padded), groups, symbols)


def targeted(waves: Tensor, groups: Sequence[Sequence[Clip]], symbols: SymbolTable) -> Batch:
    """`waves` (rows, samples) with the targets of the clips that are heard in each row."""
    letters = [letters_of(" ".join(clip.text for clip in group)) for group in groups]
    phonemes = [symbols.targets(" | ".join(clip.phonemes for clip in group)) for group in groups]
    return Batch(
        waves=waves,
        letters=torch.tensor([index for row in letters for index in row], dtype=torch.long),
        letter_counts=torch.tensor([len(row) for row in letters]),
        phonemes=torch.tensor([index for row in phonemes for index in row], dtype=torch.long),
        phoneme_counts=torch.tensor([len(row) for row in phonemes]),
    )


class _Steps(IterableDataset[Batch]):
    def __init__(self, maker: BatchMaker, start: int, stop: int) -> None:
        self._maker, self._range = maker, range(start, stop)

    def __iter__(self) -> Iterator[Batch]:
        info = torch.utils.data.get_worker_info()
        offset, every = (info.id, info.num_workers) if info else (0, 1)
        for step in self._range[offset::every]:
            yield self._maker(step)


def _one_thread(_: int) -> None:
    torch.set_num_threads(1)


def prefetched(maker: BatchMaker, start: int, stop: int, workers: int) -> Iterator[Batch]:
    """The batches of steps `start` to `stop` - 1 in order, prepared by `workers` processes (0:
    in this one).
    """
    loader = DataLoader(
        _Steps(maker, start, stop),
        batch_size=None,
        num_workers=workers,
        prefetch_factor=12 if workers else None,
        worker_init_fn=_one_thread,
    )
    return iter(loader)
