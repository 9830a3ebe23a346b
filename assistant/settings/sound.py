"""Sound: the devices, what counts as an utterance, and the voice."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from assistant.settings.checks import require

VOICES = '"auto", "none", "espeak-ng", "piper FILE.onnx" or "command LINE"'

BargeIn = Literal["off", "stop", "speech"]


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """Where sound comes from and goes to."""

    device: str = ""
    """Microphone: an index or part of a name; empty for the system's default."""
    output: str = ""
    """Loudspeaker, likewise."""
    echo_cancellation: bool = False
    """Take what the assistant says out of what the microphone hears; needs the extra "echo"."""
    silent_after_s: float = 3.0
    """A microphone that delivers no block for so long counts as lost and is reopened."""
    retry_s: float = 0.5
    """First wait before reopening; doubles up to `retry_max_s`."""
    retry_max_s: float = 10.0
    """Longest wait before reopening."""

    def __post_init__(self) -> None:
        require(self.silent_after_s > 0, "audio.silent_after_s", "positive", self.silent_after_s)
        require(self.retry_s > 0, "audio.retry_s", "positive", self.retry_s)
        patient = self.retry_max_s >= self.retry_s
        require(patient, "audio.retry_max_s", "retry_s or more", self.retry_max_s)


@dataclass(frozen=True, slots=True)
class HearingSettings:
    """What counts as an utterance."""

    aggressiveness: int = 2
    """Of webrtcvad: 0 lets much through, 3 only the clearest speech."""
    pre_roll_s: float = 0.3
    """Sound kept from before the first voiced block, so that first words are never lost."""
    min_speech_s: float = 0.2
    """Less voiced sound than this is a click, not an utterance."""
    complete_silence_s: float = 0.25
    """Silence that ends a command to which nothing could be added. What was said is read after so
    much of any silence, with the silence: less of it would lose faint last consonants."""
    open_silence_s: float = 0.5
    """Silence that ends a command to which more could be added, such as "and a half"."""
    end_silence_s: float = 0.7
    """Silence that ends what is no command so far."""
    incomplete_silence_s: float = 1.2
    """Silence that ends the beginning of a command, or one from which something is missing."""
    max_utterance_s: float = 15.0
    """The hard maximum; a longer one is cut here."""

    def __post_init__(self) -> None:
        known = self.aggressiveness in range(4)
        require(known, "hearing.aggressiveness", "0, 1, 2 or 3", self.aggressiveness)
        for name in (part.name for part in fields(self) if part.name.endswith("_s")):
            require(getattr(self, name) >= 0, f"hearing.{name}", "0 or more", getattr(self, name))
        longest = self.max_utterance_s > self.min_speech_s + self.end_silence_s
        wants = "longer than min_speech_s and end_silence_s together"
        require(longest, "hearing.max_utterance_s", wants, self.max_utterance_s)


@dataclass(frozen=True, slots=True)
class SpeakingSettings:
    """How replies sound."""

    voice: str = "auto"
    """Who speaks: "espeak-ng", or "espeak-ng NAME" for one of its voices; "piper FILE.onnx";
    "command LINE", any program; "none" only prints; "auto" is espeak-ng where it is installed."""
    voices: tuple[str, ...] = ()
    """Who speaks a language instead: "de=piper ~/voices/de_DE-thorsten-medium.onnx"."""
    rate_wpm: int = 165
    """Words a minute."""
    tones: bool = True
    """A soft tone when listening starts and ends."""
    barge_in: BargeIn = "stop"
    """What breaks off a reply: "stop", said alone; any "speech", which wants a microphone that
    doesn't hear the loudspeaker; or nothing, "off". A pushed key and a wake phrase do as well."""
    others_volume: float = 1.0
    """Share of their volume that other programs keep while the assistant speaks or waits for an
    answer, by `pactl`; 1 leaves them alone."""

    def __post_init__(self) -> None:
        require(80 <= self.rate_wpm <= 450, "speaking.rate_wpm", "80 to 450", self.rate_wpm)
        share = 0 <= self.others_volume <= 1
        require(share, "speaking.others_volume", "between 0 and 1", self.others_volume)
        require(_is_voice(self.voice), "speaking.voice", VOICES, self.voice)
        for each in self.voices:
            language, _, voice = each.partition("=")
            paired = bool(language.strip()) and _is_voice(voice)
            require(paired, "speaking.voices", f'like "de=VOICE", with VOICE {VOICES}', each)

    @property
    def voice_of(self) -> dict[str, str]:
        """The voice of each language that has its own; "" stands for all others."""
        pairs = (each.partition("=") for each in self.voices)
        own = {language.strip(): voice.strip() for language, _, voice in pairs}
        return {"": self.voice.strip(), **own}


def _is_voice(voice: str) -> bool:
    kind, _, rest = voice.strip().partition(" ")
    return kind in ("auto", "none", "espeak-ng") or (kind in ("piper", "command") and bool(rest))
