"""How well a model hears: error rates with intervals, by source and speaker, clean and harmed.

Knows nothing about the kind of model: it is given a callable from samples to emissions, and
decoders that are callables from emissions to text. So the same figures come out for a checkpoint
in training and for any ONNX folder.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from assistant.recognition.greedy import GreedyDecoder
from assistant.records import Emissions, Floats
from assistant.training.augment import add_noise, loop_piece, rms, room_response
from assistant.training.corpus import Clip, read_samples

Recognise = Callable[[Floats], Emissions]
"""Samples in [-1, 1] at 16 kHz to emissions."""

Decode = Callable[[Emissions], str]
"""Emissions to text: greedy, over a grammar, with a language model."""

NOISE_LEVELS_DB = (20, 10, 5)
CONDITIONS = ("clean", *(f"noise {level} dB" for level in NOISE_LEVELS_DB), "room")
BOOTSTRAPS = 1000


@dataclass(frozen=True, slots=True)
class Heard:
    """One utterance under one condition, decoded by one decoder."""

    clip: Clip
    condition: str
    decoder: str
    text: str
    word_errors: int
    words: int
    letter_errors: int
    letters: int


@dataclass(frozen=True, slots=True)
class Rate:
    """An error rate with its interval, as fractions."""

    value: float
    low: float
    """2.5th percentile over bootstraps that draw whole speakers."""
    high: float
    """97.5th percentile."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    decoder: str
    condition: str
    group: str
    """"all", a split and a source, or "speakers, ..."."""
    utterances: int
    wer: Rate
    cer: Rate


@dataclass(frozen=True, slots=True)
class Bad:
    """An utterance that went wrong."""

    said: str
    heard: str
    cer: float
    source: str
    speaker: str
    condition: str
    decoder: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that `evaluate` found."""

    lines: tuple[Line, ...]
    worst: tuple[Bad, ...]

    def as_json(self) -> str:
        """The report as indented JSON."""
        return json.dumps(asdict(self), indent=1)

    def as_table(self) -> str:
        """The report as a plain table, rates in per cent, and the worst utterances under it."""
        rows = [("decoder", "condition", "group", "n", "WER %", "CER %")]
        rows += [
            (e.decoder, e.condition, e.group, str(e.utterances), _shown(e.wer), _shown(e.cer))
            for e in self.lines
        ]
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        table = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        worst = [
            f"{100 * bad.cer:5.0f} %  {bad.said!r} heard as {bad.heard!r} ({bad.source})"
            for bad in self.worst
        ]
        return "\n".join([*table, "", "worst:", *worst]) + "\n"


def _shown(rate: Rate) -> str:
    return f"{100 * rate.value:.1f} ({100 * rate.low:.1f}-{100 * rate.high:.1f})"


def edits(said: Sequence[str], heard: Sequence[str]) -> int:
    """Levenshtein distance: insertions, deletions and substitutions from one to the other."""
    row = list(range(len(heard) + 1))
    for i, symbol in enumerate(said, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (symbol != other))
    return row[-1]


def greedy(emissions: Emissions) -> str:
    """What the program's own greedy decoder reads."""
    return GreedyDecoder().decode(emissions).text


def harmed(wave: Floats, condition: str, seed: int, noises: Sequence[Clip]) -> Floats:
    """`wave` under one of CONDITIONS; the same seed does the same harm. Noise is recorded where
    there is any.
    """
    rng = np.random.default_rng(seed)
    if condition == "room":
        wet = np.convolve(wave, room_response(rng))[: len(wave)].astype(np.float32)
        return np.asarray(wet * np.float32(rms(wave) / rms(wet)))
    if condition.startswith("noise"):
        noise = _noise(rng, noises, len(wave))
        return add_noise(wave, noise, rms(wave), float(condition.split()[1]))
    return wave


def _noise(rng: np.random.Generator, noises: Sequence[Clip], samples: int) -> Floats:
    if not noises:
        return rng.standard_normal(samples).astype(np.float32)
    wave = read_samples(noises[int(rng.integers(len(noises)))])
    return loop_piece(wave, int(rng.integers(len(wave))), samples)


def listen(
    clips: Iterable[Clip],
    recognise: Recognise,
    decoders: Mapping[str, Decode],
    *,
    conditions: Sequence[str] = CONDITIONS,
    noises: Sequence[Clip] = (),
    seed: int = 1,
) -> list[Heard]:
    """Every clip under every condition through every decoder."""
    results = []
    for number, clip in enumerate(clips):
        wave = read_samples(clip)
        for condition in conditions:
            emissions = recognise(harmed(wave, condition, seed + number, noises))
            results += [
                compared(clip, condition, name, decode(emissions))
                for name, decode in decoders.items()
            ]
    return results


def compared(clip: Clip, condition: str, decoder: str, text: str) -> Heard:
    words = clip.text.split()
    return Heard(
        clip,
        condition,
        decoder,
        text,
        edits(words, text.split()),
        len(words),
        edits(clip.text, text),
        len(clip.text),
    )


def rates(results: Sequence[Heard], seed: int = 1) -> tuple[Rate, Rate]:
    """WER and CER of `results`, with intervals by drawing speakers with replacement."""
    by_speaker: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for heard in results:
        counts = (heard.word_errors, heard.words, heard.letter_errors, heard.letters)
        by_speaker[heard.clip.speaker] = [
            a + b for a, b in zip(by_speaker[heard.clip.speaker], counts, strict=True)
        ]
    table = np.array(list(by_speaker.values()), dtype=np.float64)
    drawn = np.random.default_rng(seed).integers(len(table), size=(BOOTSTRAPS, len(table)))
    sums = table[drawn].sum(axis=1)
    total = table.sum(axis=0)
    return _rate(total[:2], sums[:, :2]), _rate(total[2:], sums[:, 2:])


def error_rates(
    clips: Sequence[Clip], recognise: Recognise, decode: Decode = greedy
) -> tuple[Rate, Rate]:
    """WER and CER on clips as they were recorded."""
    return rates(listen(clips, recognise, {"": decode}, conditions=("clean",)))


def _rate(total: np.ndarray, drawn: np.ndarray) -> Rate:
    spread = drawn[:, 0] / np.maximum(drawn[:, 1], 1)
    low, high = np.percentile(spread, (2.5, 97.5))
    return Rate(float(total[0] / max(total[1], 1)), float(low), float(high))


def speaker_thirds(results: Sequence[Heard]) -> dict[str, list[Heard]]:
    """Results by how well their speaker is understood: the best, middle and worst third of the
    speakers.
    """
    errors: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for heard in results:
        errors[heard.clip.speaker][0] += heard.letter_errors
        errors[heard.clip.speaker][1] += heard.letters
    ranked = sorted(errors, key=lambda speaker: errors[speaker][0] / max(1, errors[speaker][1]))
    third = {speaker: 3 * i // len(ranked) for i, speaker in enumerate(ranked)}
    names = ("best third", "middle third", "worst third")
    groups: dict[str, list[Heard]] = defaultdict(list)
    for heard in results:
        groups[names[third[heard.clip.speaker]]].append(heard)
    return {name: groups[name] for name in names if name in groups}


def report(results: Sequence[Heard], worst: int = 20) -> Report:
    """Tables of `results`: all, by source, by thirds of the speakers, for each decoder and
    condition.
    """
    lines: list[Line] = []
    for decoder in dict.fromkeys(heard.decoder for heard in results):
        for condition in dict.fromkeys(heard.condition for heard in results):
            chosen = [h for h in results if h.decoder == decoder and h.condition == condition]
            lines += [
                _line(decoder, condition, name, group) for name, group in _groups(chosen).items()
            ]
    ranked = sorted(results, key=lambda h: h.letter_errors / max(1, h.letters), reverse=True)
    bad = [
        Bad(
            h.clip.text,
            h.text,
            h.letter_errors / max(1, h.letters),
            h.clip.source,
            h.clip.speaker,
            h.condition,
            h.decoder,
        )
        for h in ranked
        if h.condition == "clean"
    ]
    return Report(tuple(lines), tuple(bad[:worst]))


def _groups(results: Sequence[Heard]) -> dict[str, list[Heard]]:
    sources: dict[str, list[Heard]] = defaultdict(list)
    for heard in results:
        sources[f"{heard.clip.split} {heard.clip.source}"].append(heard)
    thirds = {f"speakers, {name}": group for name, group in speaker_thirds(results).items()}
    return {"all": list(results)} | dict(sorted(sources.items())) | thirds


def _line(decoder: str, condition: str, group: str, results: Sequence[Heard]) -> Line:
    wer, cer = rates(results)
    return Line(decoder, condition, group, len(results), wer, cer)


def evaluate(
    clips: Iterable[Clip],
    recognise: Recognise,
    decoders: Mapping[str, Decode] | None = None,
    *,
    conditions: Sequence[str] = CONDITIONS,
    noises: Sequence[Clip] = (),
    seed: int = 1,
) -> Report:
    """The report of a model on `clips` (greedy when no decoder is given)."""
    heard = listen(
        clips,
        recognise,
        decoders or {"greedy": greedy},
        conditions=conditions,
        noises=noises,
        seed=seed,
    )
    return report(heard)


def held_out_clips(clips: Sequence[Clip], each: int) -> list[Clip]:
    """Up to `each` clips of people from every source of the development and test splits."""
    sources: dict[tuple[str, str], list[Clip]] = defaultdict(list)
    for clip in clips:
        if clip.split != "train" and clip.kind == "people" and clip.text:
            sources[clip.split, clip.source].append(clip)
    return [clip for key in sorted(sources) for clip in spread(sources[key], each)]


def spread(clips: Sequence[Clip], count: int) -> list[Clip]:
    """`count` of the clips, evenly over their list in the order of speakers."""
    ranked = sorted(clips, key=lambda c: (c.source, c.speaker, str(c.path), c.offset))
    return (
        [ranked[i * len(ranked) // count] for i in range(count)] if count < len(ranked) else ranked
    )


def dev_clips(clips: Sequence[Clip], count: int) -> list[Clip]:
    """Up to `count` clips of the people of the development split."""
    return spread([c for c in clips if c.split == "dev" and c.kind == "people" and c.text], count)
