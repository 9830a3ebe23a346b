"""Commands straight from the emissions: the command graph, walked with what was heard."""

from assistant.understanding.sound.readings import SlotSound, SoundReader, SoundReading
from assistant.understanding.sound.viterbi import SearchSettings

__all__ = ["SearchSettings", "SlotSound", "SoundReader", "SoundReading"]
