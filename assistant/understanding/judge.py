"""From readings to a decision: a pure function of confidence, risk and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.phrasebook import say
from assistant.records import Command, Decision, Language, Reason, Risk, Slot, Transcript
from assistant.settings import UnderstandingSettings

TOO_CLOSE = 0.1
"""Readings of different intents that took what was said for other words, and lie no further apart,
in words, are unclear."""
NOISE_BELOW = 0.45
"""A transcript that fits nothing and was heard with less confidence is taken for noise."""

READ_BACK = "This is read back before it is done, always."


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that the judge may choose."""

    command: Command
    risk: Risk
    rank: float
    """In words; the smallest is the best reading."""
    missing: tuple[str, ...] = ()
    """Required slots that were left out."""
    problem: str = ""
    """Why a slot has no value, in one sentence; empty where all have one."""
    unknown: tuple[Slot, ...] = ()
    """The slots that have none."""
    weighed: bool = False
    """The confidence already counts how well it was heard."""


def judge(
    transcript: Transcript, candidates: Sequence[Candidate], settings: UnderstandingSettings
) -> Decision:
    """Decide what to do about what was heard. `candidates` come best first."""
    heard = [_as_heard(candidate, transcript) for candidate in candidates]
    likely = [one for one in heard if one.command.confidence >= settings.accept]
    usable = [one for one in likely if not one.problem]
    if usable:
        return _decide(usable, settings)
    if likely:
        others = tuple(one.command for one in likely)
        why, unknown = likely[0].problem, likely[0].unknown
        return Decision("reject", "unknown_value", None, why, alternatives=others, unknown=unknown)
    if not transcript.text.strip():
        detail = say("I heard nothing.", settings.language)
        return Decision("reject", "silence", detail=detail)
    return _torn(heard, settings) or _nothing_fits(transcript, heard, settings)


def _as_heard(candidate: Candidate, transcript: Transcript) -> Candidate:
    """Badly heard words lower the confidence, by a third at most."""
    if candidate.weighed:
        return candidate
    factor = min(1.0, 0.67 + 0.45 * transcript.confidence)
    command = replace(candidate.command, confidence=candidate.command.confidence * factor)
    return replace(candidate, command=command)


def _decide(usable: Sequence[Candidate], settings: UnderstandingSettings) -> Decision:
    best, others = usable[0], tuple(one.command for one in usable[1:])
    rival = next((one for one in usable[1:] if _rivals(best, one)), None)
    if rival:
        detail = _between(best, rival, settings.language)
        alternatives = (best.command, *others)
        return Decision("reject", "unclear", None, detail, alternatives=alternatives)
    if best.missing:
        detail = say("The {slot} is missing.", settings.language, slot=_plain(best.missing[0]))
        return Decision("ask", "missing_slot", best.command, detail, best.missing[0], others)
    return weigh(best.command, best.risk, settings, others)


def weigh(
    command: Command,
    risk: Risk,
    settings: UnderstandingSettings,
    others: tuple[Command, ...] = (),
    reason: Reason = "clear",
) -> Decision:
    """Execute a complete command, or confirm it first."""
    language, sure = settings.language, command.confidence
    if risk == "high" and settings.always_confirm_high_risk:
        return Decision(
            "confirm", "high_risk", command, say(READ_BACK, language), alternatives=others
        )
    if risk != "low" and command.confidence < settings.confirm_below:
        unsure = "I am {sure:.0%} sure, which is too little to do this without asking."
        detail = say(unsure, language, sure=sure)
        return Decision("confirm", "unsure", command, detail, alternatives=others)
    detail = say("I am {sure:.0%} sure.", language, sure=sure)
    return Decision("execute", reason, command, detail, alternatives=others)


def _rivals(best: Candidate, other: Candidate) -> bool:
    """Whether the other reading is as good, and does something else."""
    apart = other.rank - best.rank
    least = 1e-6 if _same_words(best.command, other.command) else TOO_CLOSE
    if apart > least or len(other.missing) > len(best.missing):
        return False
    if other.command.intent != best.command.intent:
        return True
    return _texts(other.command) == _texts(best.command) and (
        meaning(other.command) != meaning(best.command)
    )


def _same_words(one: Command, other: Command) -> bool:
    """Whether both read the same words, whatever these were taken for: none of them misheard them
    more than the other."""
    return one.match == other.match == "exact" or (bool(one.said) and one.said == other.said)


def meaning(command: Command) -> tuple[str, dict[str, object]]:
    """What a command would do, however it was said."""
    return command.intent, {slot.name: slot.value for slot in command.slots}


def _texts(command: Command) -> dict[str, str]:
    return {slot.name: slot.text for slot in command.slots}


def _torn(heard: Sequence[Candidate], settings: UnderstandingSettings) -> Decision | None:
    """Two readings of the sound that are only together likely enough: surely one of them."""
    likely = [one for one in heard if one.weighed and not one.problem]
    best = next(iter(likely), None)
    rival = next((one for one in likely if best and _differ(best, one)), None)
    if not best or not rival:
        return None
    if best.command.confidence + rival.command.confidence < settings.accept:
        return None
    others = tuple(one.command for one in heard)
    detail = _between(best, rival, settings.language)
    return Decision("reject", "unclear", None, detail, alternatives=others)


def _differ(one: Candidate, other: Candidate) -> bool:
    return meaning(one.command) != meaning(other.command)


def _between(best: Candidate, rival: Candidate, language: Language) -> str:
    either = "That could be “{one}” or “{two}”."
    if best.command.intent != rival.command.intent:
        one, two = (_named(each.command, language) for each in (best, rival))
        return say(either, language, one=one, two=two)
    if _texts(best.command) != _texts(rival.command):
        one, two = (_spoken_values(each.command) for each in (best, rival))
        return say(either, language, one=one, two=two)
    slot = next(s for s in best.command.slots if s not in rival.command.slots)
    several = "More than one {slot} is called “{words}”."
    return say(several, language, slot=_plain(slot.name), words=slot.text)


def _named(command: Command, language: Language) -> str:
    """What a command is called: by its name, which is English, or as it was said."""
    return _plain(command.intent) if language == "en" or not command.said else command.said


def _spoken_values(command: Command) -> str:
    return ", ".join(slot.text for slot in command.slots)


def _nothing_fits(
    transcript: Transcript, heard: Sequence[Candidate], settings: UnderstandingSettings
) -> Decision:
    language = settings.language
    if transcript.confidence < NOISE_BELOW:
        return Decision("reject", "noise", detail=say("That didn't sound like words.", language))
    if not heard:
        detail = say("That fits nothing that I can do.", language)
        return Decision("reject", "not_a_command", detail=detail)
    closest, *_ = nearest = sorted(heard, key=lambda one: -one.command.confidence)
    name = _named(closest.command, language)
    detail = say("“{name}” came closest, but not close enough.", language, name=name)
    others = tuple(one.command for one in nearest)
    return Decision(
        "reject", "not_a_command", None, detail, alternatives=others, unknown=closest.unknown
    )


def _plain(name: str) -> str:
    """timer.set_timer as a person would say it: set timer."""
    return name.rpartition(".")[2].replace("_", " ")
