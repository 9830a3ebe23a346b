"""Why something was decided, in plain words: what was heard, the best readings, the rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.phrasebook import say
from assistant.records import Command, Decision, Language, Match, Reason, Transcript
from assistant.settings import UnderstandingSettings

MOST_READINGS = 3

RULES: Mapping[Reason, str] = {
    "clear": "I did it, because I was sure enough: it takes {accept:.0%}, and {confirm_below:.0%} "
    "to do without a question what could do harm.",
    "confirmed": "I did it, because you said yes.",
    "answered": "I did it, because you told me what was missing.",
    "high_risk": "I asked first, because what could do much harm is always read back.",
    "unsure": "I asked first, because it could do harm and I was less than {confirm_below:.0%} "
    "sure.",
    "missing_slot": "I asked, because something was missing.",
    "silence": "I did nothing, because I heard no words.",
    "noise": "I did nothing, because it didn't sound like words.",
    "not_a_command": "I did nothing, because no command was likely enough: it takes {accept:.0%}.",
    "unclear": "I did nothing, because it could have meant two things.",
    "unknown_value": "I did nothing, because I didn't know what was named.",
    "not_set_up": "I did nothing, because something must be set up first.",
    "nothing_to_do": "I did nothing, because there was nothing to do.",
    "no_wake_phrase": "I did nothing, because it didn't begin with “{wake}”.",
    "declined": "I did nothing, because you said no.",
    "cancelled": "I did nothing, because you cancelled it.",
    "timed_out": "I did nothing, because the answer took longer than {answer_within_s:g} seconds.",
}
"""For each reason the rule that decided; fields are those of `UnderstandingSettings`."""

MATCHES: Mapping[Match, str] = {
    "exact": "word for word",
    "edit": "with misheard words",
    "classifier": "by its wording",
    "sound": "from the sound",
    "answer": "from your answer",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One command that it may have been."""

    intent: str
    confidence: float
    match: Match
    said: str = ""
    """In the template's words; empty where no template matched, or where words aren't kept."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about a decision."""

    decision: str
    """Its kind."""
    reason: Reason
    rule: str
    """The rule that decided, as a sentence."""
    readings: tuple[Reading, ...] = ()
    """Best first; the one that was decided about, if any, is the first."""
    heard: str = ""
    """The transcript; empty where words aren't kept."""
    detail: str = ""
    """What else is to be said; empty where words aren't kept."""


def rule(reason: Reason, settings: UnderstandingSettings, language: Language = "en") -> str:
    """The rule that decided, as a sentence in a language."""
    return say(
        RULES[reason],
        language,
        accept=settings.accept,
        confirm_below=settings.confirm_below,
        answer_within_s=settings.answer_within_s,
        wake=settings.wake,
    )


def explained(
    transcript: Transcript,
    decision: Decision,
    settings: UnderstandingSettings,
    language: Language = "en",
) -> Explanation:
    """Why the decision came about, its rule in a language."""
    commands = (decision.command, *decision.alternatives)
    return Explanation(
        decision.kind,
        decision.reason,
        rule(decision.reason, settings, language),
        tuple(_reading(one) for one in commands if one)[:MOST_READINGS],
        transcript.text,
        decision.detail,
    )


def _reading(command: Command) -> Reading:
    sure = round(command.confidence, 3)
    return Reading(command.intent, sure, command.match, command.said)


def without_words(why: Explanation) -> Explanation:
    """The same without anything that was said."""
    readings = tuple(replace(one, said="") for one in why.readings)
    return replace(why, heard="", detail="", readings=readings)


def in_words(why: Explanation, language: Language = "en") -> str:
    """The explanation as a person would give it, whose rule is in that language already."""
    parts = [say("I heard “{words}”.", language, words=why.heard)] if why.heard else []
    if why.readings:
        best, *others = (_described(one, language) for one in why.readings)
        parts.append(say("I took it for {reading}.", language, reading=best))
        either = f" {say('or', language)} ".join(others)
        also = "It could also have been {readings}."
        parts += [say(also, language, readings=either)] if others else []
    parts.append(why.rule)
    if why.detail and why.reason in ("unclear", "unknown_value", "not_set_up", "nothing_to_do"):
        parts.append(why.detail)
    return " ".join(parts)


def _described(one: Reading, language: Language) -> str:
    name = one.said or one.intent.rpartition(".")[2].replace("_", " ")
    how = say(MATCHES[one.match], language)
    return say(
        "“{name}”, {sure:.0%} sure, {how}", language, name=name, sure=one.confidence, how=how
    )
