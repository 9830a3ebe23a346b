"""Where sound comes from and goes to: microphones, recordings, streams, and the voice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import AudioError
from assistant.ports import AudioSource, Gate, Voice
from assistant.records import Utterance
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.hearing.devices import Device
    from assistant.hearing.echo import Loopback
    from assistant.hearing.take import Taker


class OpenGate:
    """Always listening."""

    def is_open(self) -> bool:
        return True

    def close(self) -> None:
        """Stays open."""


def voice(
    settings: Settings,
    aloud: bool,
    language: Callable[[], str] = lambda: "en",
    loopback: Loopback | None = None,
) -> Voice:
    """Who speaks the replies: nobody, or what the settings name; in the language of the moment.

    The loopback is told what is played.
    """
    if not aloud:
        from assistant.speaking.silent import SilentVoice

        return SilentVoice()
    from assistant.speaking import Player, make_voice

    player = Player(settings.audio, hearer=loopback.played if loopback else None)
    return make_voice(settings.speaking, settings.audio, language, player)


def make_loopback(settings: Settings) -> Loopback | None:
    """The way from the voice to the microphone, where echo is to be cancelled."""
    from assistant.hearing.echo import Loopback

    return Loopback() if settings.audio.echo_cancellation else None


def open_microphone(settings: Settings, loopback: Loopback | None = None) -> AudioSource:
    """The microphone of the settings, waking up; without the echo of what goes into the loopback.

    Raises MicrophoneError, and AudioError where cancelling it needs what isn't installed.
    """
    from assistant.hearing.microphone import Microphone

    microphone = Microphone(settings.audio, loopback=loopback)
    microphone.open()
    return microphone


def taker(settings: Settings, source: AudioSource, gate: Gate | None = None) -> Taker:
    """Hears takes from a source, each with as long pauses as people make who read aloud."""
    from assistant.hearing.segmenter import UtteranceSegmenter
    from assistant.hearing.take import Taker
    from assistant.hearing.vad import WebRtcDetector

    hearing = settings.hearing
    patient = replace(hearing, end_silence_s=hearing.incomplete_silence_s)
    segmenter = UtteranceSegmenter(patient)
    return Taker(source, WebRtcDetector(hearing), segmenter, gate or OpenGate())


def open_recording(path: str | Path, realtime: bool = False) -> AudioSource:
    """A recording as a source; `realtime` plays it as fast as it was spoken."""
    from assistant.hearing.files import FileSource

    return FileSource(path, realtime)


def open_media(
    address: str, track: int = 0, language: str = "", realtime: bool = False
) -> AudioSource:
    """A file or URL of any kind: through libsndfile where that tells all, else through FFmpeg.

    `realtime` plays a file as fast as it was spoken.
    """
    from assistant.hearing.files import FileSource, is_plain
    from assistant.hearing.media import MediaSource

    if not track and is_plain(address):
        return FileSource(address, realtime, tail_s=0.0)
    return MediaSource(address, track, language, realtime)


def open_stream(rate: int) -> AudioSource:
    """16-bit PCM, mono, from standard input. Raises AudioError where that is closed."""
    from assistant.hearing.stream import PcmSource

    if sys.stdin is None:
        raise AudioError("Standard input is closed; pipe sound into it, or name a file.")
    return PcmSource(sys.stdin.buffer, rate)


def read_whole(path: str | Path, warn: Callable[[str], None] = lambda _: None) -> Utterance:
    """All of a recording as one utterance; `warn` is told where some of it is missing.

    Raises AudioError.
    """
    from assistant.hearing.files import read_whole

    return read_whole(path, warn)


def recording_seconds(path: str | Path) -> float:
    """How long a recording lasts; 0 where that can't be told."""
    import soundfile

    from assistant.hearing.files import spelled

    try:
        return float(soundfile.info(spelled(path)).duration)
    except soundfile.LibsndfileError:
        return 0.0


def media_seconds(address: str) -> float:
    """How long a file or URL lasts; 0 where that can't be told."""
    from assistant.hearing.files import is_plain
    from assistant.hearing.media import LIVE, MediaSource, scheme

    if is_plain(address):
        return recording_seconds(address)
    try:
        return 0.0 if scheme(address) in LIVE else MediaSource(address).seconds()
    except AudioError:
        return 0.0


def list_devices() -> tuple[Device, ...]:
    """Microphones and loudspeakers. Raises MicrophoneError without PortAudio."""
    from assistant.hearing.devices import list_devices

    return list_devices()
