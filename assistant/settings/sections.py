"""Every section of the settings, together."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.settings.acting import ActingSettings, PhoneSettings
from assistant.settings.captions import CaptionSettings
from assistant.settings.recognition import DecodingSettings, RecognitionSettings
from assistant.settings.sound import AudioSettings, HearingSettings, SpeakingSettings
from assistant.settings.understanding import UnderstandingSettings
from assistant.settings.world import AnswerSettings, HomeSettings


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
    decoding: DecodingSettings = field(default_factory=DecodingSettings)
    captions: CaptionSettings = field(default_factory=CaptionSettings)
    understanding: UnderstandingSettings = field(default_factory=UnderstandingSettings)
    acting: ActingSettings = field(default_factory=ActingSettings)
    phone: PhoneSettings = field(default_factory=PhoneSettings)
    answers: AnswerSettings = field(default_factory=AnswerSettings)
    home: HomeSettings = field(default_factory=HomeSettings)
    speaking: SpeakingSettings = field(default_factory=SpeakingSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)
