"""The model card of a release: what the model heard, how, how well it hears, and what it is bad
at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from assistant.training.corpus import Clip
from assistant.training.evaluate import Line, Rate, Report
from assistant.training.origin import Origin

HEAD = """# starter-en

A small Wav2Vec2 CTC model for English commands, {begun}: {parameters:.1f} million parameters,
{megabytes:.1f} MB as int8 ONNX. One pass gives two readings: `logits` (letters, as every Wav2Vec2
has them) and `phoneme_logits` (columns in `phonemes.json`), a frame every {milliseconds:g} ms.
"""

LIMITS = """
## What it is not good at

- It was trained on few real people and little real-life noise: expect errors on far-away, quiet
  or accented speech, on children, and on unusual names. The table says how many.
- English alone. Digits come out as words, nothing is capitalised or punctuated.
- Synthetic voices make up much of what it heard; its figures are of people.
- It is meant to be decoded over the commands that can be said; as free dictation it is poor.
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the card tells besides data and error rates."""

    origin: Origin
    frame_s: float
    """Seconds from one emission to the next."""
    parameters: float
    """Millions."""
    megabytes: float
    """Size of the ONNX file."""
    heard_hours: float
    """Audio heard in training, repetitions counted."""
    recipe: str
    """How it was trained, a paragraph."""
    same_letter: float
    """Share of frames whose best letter is the same in int8 and fp32."""
    same_phoneme: float
    front: str
    """How the convolutions compute: "in int8 (...)"."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Error rates that are published."""

    dataset: str
    wer: Rate
    cer: Rate


def model_card(facts: Facts, corpus: Sequence[Clip], report: Report) -> str:
    """README.md of a model folder."""
    return "\n".join(
        [
            front_matter(
                "starter-en",
                [
                    Scored(line.group, line.wer, line.cer)
                    for line in report.lines
                    if _is_clean(line)
                ],
                language="en",
                license="apache-2.0",
                pipeline_tag="automatic-speech-recognition",
                tags=["wav2vec2", "ctc", "onnx", "voice-assistant", "phonemes"],
            )
            + HEAD.format(
                begun=facts.origin.begun,
                parameters=facts.parameters,
                megabytes=facts.megabytes,
                milliseconds=1000 * facts.frame_s,
            ),
            "## Error rates on people who are in no training file\n",
            *_error_table(report),
            "\nBrackets: 95 % intervals from drawing speakers with replacement. Noise is recorded;",
            "the room is simulated. int8 against fp32: the best letter agrees in "
            f"{facts.same_letter:.2%} of the frames, the best phoneme in {facts.same_phoneme:.2%}.",
            f"The convolutions compute {facts.front}.",
            "\n## Training\n",
            *([f"{facts.origin.told}\n"] if facts.origin.told else []),
            f"{facts.heard_hours:.0f} hours of audio heard, repetitions counted. {facts.recipe}",
            "\n## Data\n",
            *_data_table(corpus),
            LIMITS,
        ]
    )


def front_matter(name: str, scored: Sequence[Scored], **fields: object) -> str:
    """The block at the head of a model card in which the hub looks for metadata."""
    results = [
        {
            "task": {"type": "automatic-speech-recognition", "name": "Speech Recognition"},
            "dataset": {"type": "manifest", "name": each.dataset},
            "metrics": [
                {"type": kind, "name": kind.upper(), "value": round(100 * rate.value, 2)}
                for kind, rate in (("wer", each.wer), ("cer", each.cer))
            ],
        }
        for each in scored
    ]
    metadata = {**fields, "model-index": [{"name": name, "results": results}]}
    return f"---\n{yaml.safe_dump(metadata, sort_keys=False, allow_unicode=True)}---\n"


def _is_clean(line: Line) -> bool:
    return line.condition == "clean" and _is_source(line)


def _error_table(report: Report) -> list[str]:
    rows = ["| condition | people | utterances | WER % | CER % |", "|---|---|---|---|---|"]
    return rows + [_error_row(line) for line in report.lines if _is_source(line)]


def _is_source(line: Line) -> bool:
    return line.group != "all" and not line.group.startswith("speakers")


def _error_row(line: Line) -> str:
    figures = (
        f"{100 * rate.value:.1f} ({100 * rate.low:.1f}–{100 * rate.high:.1f})"
        for rate in (line.wer, line.cer)
    )
    return f"| {line.condition} | {line.group} | {line.utterances} | " + " | ".join(figures) + " |"


def _data_table(corpus: Sequence[Clip]) -> list[str]:
    hours: dict[tuple[str, str, str], float] = defaultdict(float)
    speakers: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for clip in corpus:
        if clip.split == "train":
            key = (clip.kind, clip.source, clip.licence)
            hours[key] += clip.seconds / 3600
            speakers[key].add(clip.speaker)
    rows = ["| kind | source | hours | speakers | licence |", "|---|---|---|---|---|"]
    return rows + [
        f"| {kind} | {source} | {hours[kind, source, terms]:.2f} | "
        f"{len(speakers[kind, source, terms])} | {terms} |"
        for kind, source, terms in sorted(hours)
    ]
