"""Texts for clips that nobody transcribed: which of a recogniser's readings to believe.

A reading is kept when the recogniser is very sure of it, or when a second one, of another kind,
heard the same. What is wrong all the same tends to look wrong: it repeats itself, has too many
letters for its seconds, or is one of the phrases that recognisers make up for silence. Sentences
like those that models are measured on stay out, so that nothing is learned from them by heart.

Everything here is decided from texts and numbers; `listeners` does the listening.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from assistant.training.corpus import Clip

INVENTED = re.compile(
    r"thank(s| you)( so much)? for (watching|listening)|subscribe|see you (in the )?next"
)
"""What recognisers that were trained on films hear in silence and noise."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one recogniser wrote down for one clip."""

    text: str
    """Normalised as `text.normalise` does."""
    log_prob: float | None = None
    """Mean natural logarithm of its symbols' probability; None where it doesn't tell."""


Listen = Callable[[Sequence[Clip]], Sequence[Heard]]
"""A recogniser: for each clip what it heard, in the same order."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is believed.

    The log-probabilities are those that suited Moonshine tiny: where it was surer than `alone`, on
    142 of 308 development clips, it had 2.5 % word errors. Every recogniser has its own scale.
    """

    alone: float = -0.1
    """The first recogniser is believed from this mean log-probability on."""
    floor: float = -0.5
    """Below this one it isn't, whatever the second says."""
    agree: float = 92.0
    """Likeness of two texts, 0–100, blanks apart, from which they count as the same."""
    dev_like: float = 85.0
    """Likeness to a sentence that models are measured on from which a text stays out."""
    fewest_words: int = 2
    slowest: float = 4.0
    """Letters a second."""
    fastest: float = 25.0
    """Letters a second."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The clips with a text, and why the others have none."""

    clips: tuple[Clip, ...]
    refused: Counter[str]
    """How many clips for each reason."""


def label(
    clips: Sequence[Clip],
    first: Listen,
    second: Listen | None,
    measured: Collection[Clip],
    rules: Rules,
) -> Labels:
    """Give the clips texts that can be believed.

    The second recogniser, slower and better, is asked only where the first is neither sure nor
    lost. No clip of a speaker of `measured`, and no text like one of theirs, comes back.
    """
    held_out = {clip.speaker for clip in measured}
    strangers = [clip for clip in clips if clip.speaker not in held_out]
    opinions = dict(zip(strangers, first(strangers), strict=True))
    unsure = [clip for clip in strangers if _worth_asking(opinions[clip], rules)] if second else []
    others = dict(zip(unsure, second(unsure), strict=True)) if second else {}
    sentences = sorted({clip.text for clip in measured} - {""})
    refused = Counter({"a speaker held out": len(clips) - len(strangers)})
    kept = []
    for clip in strangers:
        text = believed(opinions[clip], others.get(clip), rules)
        reason = objection(text, clip.seconds, sentences, rules) if text else "unsure"
        if reason:
            refused[reason] += 1
        else:
            kept.append(replace(clip, text=text, source=_source(clip)))
    return Labels(tuple(kept), +refused)


def _source(clip: Clip) -> str:
    return f"{clip.source.removesuffix('_untranscribed')}_labelled"


def _worth_asking(heard: Heard, rules: Rules) -> bool:
    if not heard.text:
        return False
    return heard.log_prob is None or rules.floor <= heard.log_prob < rules.alone


def believed(first: Heard, second: Heard | None, rules: Rules) -> str:
    """The text of a clip; "" where neither recogniser is sure and they don't agree.

    Where they agree but for a few letters, the second's text is taken.
    """
    if first.log_prob is not None and first.log_prob >= rules.alone:
        return first.text
    if second is None or not _worth_asking(first, rules):
        return ""
    likeness = fuzz.ratio(first.text.replace(" ", ""), second.text.replace(" ", ""))
    return second.text if likeness >= rules.agree else ""


def objection(text: str, seconds: float, sentences: Collection[str], rules: Rules) -> str:
    """Why a clip of so many seconds can't have this text, or mustn't; "" where nothing is wrong.

    `sentences` are those that models are measured on.
    """
    words, letters = text.split(), len(text.replace(" ", ""))
    if len(words) < rules.fewest_words:
        return "too few words"
    if not rules.slowest * seconds <= letters <= rules.fastest * seconds:
        return "too fast or too slow"
    if repeats(words):
        return "repeats itself"
    if INVENTED.search(text):
        return "invented"
    if process.extractOne(text, sentences, scorer=fuzz.ratio, score_cutoff=rules.dev_like):
        return "like a sentence held out"
    return ""


def repeats(words: Sequence[str]) -> bool:
    """Whether a word comes three times in a row, or three words twice: a decoder in a loop."""
    thrice = any(a == b == c for a, b, c in zip(words, words[1:], words[2:], strict=False))
    return thrice or any(words[i : i + 3] == words[i + 3 : i + 6] for i in range(len(words) - 5))
