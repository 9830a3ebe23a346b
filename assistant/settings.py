"""Settings: defaults, under config.toml, under environment variables, under flags.

`load` gives frozen records that checked themselves, and remembers where each value came from.
An environment variable is named ASSISTANT_<SECTION>_<FIELD>, such as ASSISTANT_AUDIO_DEVICE.
"""

from __future__ import annotations

import os
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from assistant.errors import SettingsError


def _require(condition: bool, name: str, wants: str, value: object) -> None:
    if not condition:
        raise SettingsError(f"The setting {name} must be {wants}, not {value!r}.")


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """Where sound comes from and goes to."""

    device: str = ""
    """Microphone: an index or part of a name; empty for the system's default."""
    output: str = ""
    """Loudspeaker, likewise."""
    silent_after_s: float = 3.0
    """A microphone that delivers no block for so long counts as lost and is reopened."""
    retry_s: float = 0.5
    """First wait before reopening; doubles up to `retry_max_s`."""
    retry_max_s: float = 10.0

    def __post_init__(self) -> None:
        _require(self.silent_after_s > 0, "audio.silent_after_s", "positive", self.silent_after_s)
        _require(self.retry_s > 0, "audio.retry_s", "positive", self.retry_s)


@dataclass(frozen=True, slots=True)
class HearingSettings:
    """What counts as an utterance."""

    aggressiveness: int = 2
    """Of webrtcvad: 0 lets much through, 3 only the clearest speech."""
    pre_roll_s: float = 0.3
    """Sound kept from before the first voiced block, so that first words are never lost."""
    min_speech_s: float = 0.2
    """Less voiced sound than this is a click, not an utterance."""
    end_silence_s: float = 0.7
    """Silence that ends an utterance."""
    max_utterance_s: float = 15.0
    """The hard maximum; a longer one is cut here."""

    def __post_init__(self) -> None:
        known = self.aggressiveness in range(4)
        _require(known, "hearing.aggressiveness", "0, 1, 2 or 3", self.aggressiveness)
        for name in ("pre_roll_s", "min_speech_s", "end_silence_s", "max_utterance_s"):
            _require(getattr(self, name) >= 0, f"hearing.{name}", "0 or more", getattr(self, name))
        longest = self.max_utterance_s > self.min_speech_s + self.end_silence_s
        wants = "longer than min_speech_s and end_silence_s together"
        _require(longest, "hearing.max_utterance_s", wants, self.max_utterance_s)


@dataclass(frozen=True, slots=True)
class RecognitionSettings:
    """Which model reads the sound, and how."""

    model: str = "starter-en"
    """A name below models/ or the user's models folder, or a path to a folder."""
    threads: int = 0
    """Threads of one inference; 0 for as many as there are cores, four at most."""
    providers: tuple[str, ...] = ("CPUExecutionProvider",)
    """onnxruntime execution providers, best first."""
    warm_up: bool = True
    """Run the model once at start, so that the first command isn't slow."""

    def __post_init__(self) -> None:
        _require(self.threads >= 0, "recognition.threads", "0 or more", self.threads)
        _require(bool(self.providers), "recognition.providers", "a list of names", self.providers)


@dataclass(frozen=True, slots=True)
class UnderstandingSettings:
    """When something counts as meant."""

    language: str = "en"
    wake: str = ""
    """Obey only after this phrase; empty to obey everything that is a command."""
    wake_window_s: float = 6.0
    """After the phrase alone, how long a command may follow without it."""
    accept: float = 0.6
    """Commands with less confidence are rejected."""
    confirm_below: float = 0.8
    """Commands of medium or high risk with less confidence are read back first."""
    always_confirm_high_risk: bool = True
    """Read back every command of high risk, such as dialling."""
    answer_within_s: float = 20.0
    """A question that gets no answer for so long is dropped."""

    def __post_init__(self) -> None:
        for name in ("accept", "confirm_below"):
            value = getattr(self, name)
            _require(0 <= value <= 1, f"understanding.{name}", "between 0 and 1", value)


@dataclass(frozen=True, slots=True)
class ActingSettings:
    """Which abilities there are, and what they work with."""

    intents: tuple[str, ...] = ()
    """Folders with more abilities, beside the user's own folder."""
    contacts: str = ""
    """A vCard file; empty for contacts.vcf in the data folder."""
    calendar: str = ""
    """An iCalendar file; empty for calendar.ics in the data folder."""
    region: str = "GB"
    """ISO country of phone numbers that are said without a country code."""
    deadline_s: float = 10.0
    """A handler that takes longer is given up."""

    def __post_init__(self) -> None:
        _require(len(self.region) == 2, "acting.region", "a two-letter country", self.region)
        _require(self.deadline_s > 0, "acting.deadline_s", "positive", self.deadline_s)


@dataclass(frozen=True, slots=True)
class SpeakingSettings:
    """How replies sound."""

    voice: Literal["auto", "espeak-ng", "none"] = "auto"
    """"auto" speaks where espeak-ng is installed; "none" only prints."""
    rate_wpm: int = 165
    """Words a minute."""
    tones: bool = True
    """A soft tone when listening starts and ends."""

    def __post_init__(self) -> None:
        _require(80 <= self.rate_wpm <= 450, "speaking.rate_wpm", "80 to 450", self.rate_wpm)


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """What is written down."""

    log_transcripts: bool = False
    """Keep what was heard in the log file; off unless asked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them; one record for each stage."""

    audio: AudioSettings = field(default_factory=AudioSettings)
    hearing: HearingSettings = field(default_factory=HearingSettings)
    recognition: RecognitionSettings = field(default_factory=RecognitionSettings)
    understanding: UnderstandingSettings = field(default_factory=UnderstandingSettings)
    acting: ActingSettings = field(default_factory=ActingSettings)
    speaking: SpeakingSettings = field(default_factory=SpeakingSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and for each "section.field" where its value came from."""

    settings: Settings
    origin: Mapping[str, str]
