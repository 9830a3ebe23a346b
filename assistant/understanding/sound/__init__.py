"""Commands straight from the emissions: the command graph, walked with what was heard."""

from assistant.understanding.sound.reader import SoundReader, SoundSettings
from assistant.understanding.sound.readings import SlotSound, SoundReading
from assistant.understanding.sound.scores import ScoreSettings
from assistant.understanding.sound.viterbi import SearchSettings

__all__ = [
    "ScoreSettings",
    "SearchSettings",
    "SlotSound",
    "SoundReader",
    "SoundReading",
    "SoundSettings",
]
