"""Settings: defaults, under config.toml, under environment variables, under flags.

`load` gives frozen records that checked themselves, and remembers where each value came from.
"""

from assistant.settings.acting import ActingSettings, PhoneSettings
from assistant.settings.captions import CaptionSettings
from assistant.settings.recognition import DecodingSettings, RecognitionSettings
from assistant.settings.sections import PrivacySettings, Settings
from assistant.settings.sound import AudioSettings, BargeIn, HearingSettings, SpeakingSettings
from assistant.settings.sources import Loaded, load, names, remember
from assistant.settings.understanding import UnderstandingSettings
from assistant.settings.world import AnswerSettings, HomeSettings

__all__ = [
    "ActingSettings",
    "AnswerSettings",
    "AudioSettings",
    "BargeIn",
    "CaptionSettings",
    "DecodingSettings",
    "HearingSettings",
    "HomeSettings",
    "Loaded",
    "PhoneSettings",
    "PrivacySettings",
    "RecognitionSettings",
    "Settings",
    "SpeakingSettings",
    "UnderstandingSettings",
    "load",
    "names",
    "remember",
]
