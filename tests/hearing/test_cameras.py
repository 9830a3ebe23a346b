"""Cameras and encoders: RTMP and RTSP from real servers, and streams that drop and come back."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest
import soundfile

from assistant.errors import AudioError
from assistant.events import Listening, MicrophoneBack, MicrophoneLost, SourceEvent
from assistant.hearing.media import MediaSource
from assistant.records import SAMPLE_RATE, Block, Floats
from tests.free_port import free_port
from tests.hearing.sounds import loudest_hertz, tone

HERTZ = 440
BLOCKS = 25


class Camera(Protocol):
    """Sends a tone for as long as it runs."""

    address: str

    def start(self) -> None: ...

    def stop(self) -> None: ...


class Programs:
    """Programs that run side by side."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str | Path) -> None:
        quiet = subprocess.DEVNULL
        self._running.append(subprocess.Popen(command, stdout=quiet, stderr=quiet))

    def stop(self) -> None:
        for program in self._running:
            program.kill()
            program.wait()
        self._running = []


class RtmpCamera:
    """FFmpeg, which waits for somebody who wants its stream."""

    def __init__(self, sound: Path) -> None:
        self._sound, self._programs = sound, Programs()
        self.address = f"rtmp://127.0.0.1:{free_port()}/live/a"

    def start(self) -> None:
        sending = ("-c:a", "aac", "-f", "flv", "-listen", "1", self.address)
        self._programs.start("ffmpeg", "-re", "-i", self._sound, *sending)

    def stop(self) -> None:
        self._programs.stop()


class RtspCamera:
    """A server with two doors: FFmpeg brings the stream to one, and others get it at the other."""

    def __init__(self, sound: Path) -> None:
        self._sound, self._programs = sound, Programs()
        self._inside, outside = free_port(), free_port()
        self._ports = ("--serverport", str(self._inside), "--clientport", str(outside))
        self.address = f"rtsp://127.0.0.1:{outside}/a"

    def start(self) -> None:
        self._programs.start("rtsp-server-perl", *self._ports)
        wait_for(self._inside)
        sending = ("-c:a", "pcm_mulaw", "-ar", "8000", "-f", "rtsp")
        where = f"rtsp://127.0.0.1:{self._inside}/a"
        self._programs.start("ffmpeg", "-re", "-i", self._sound, *sending, where)

    def stop(self) -> None:
        self._programs.stop()


def wait_for(port: int) -> None:
    """Until somebody listens there."""
    for _ in range(400):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nobody listens on {port}")


@pytest.fixture(params=[RtmpCamera, RtspCamera])
def camera(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Camera]:
    soundfile.write(tmp_path / "tone.wav", tone(60.0, HERTZ), SAMPLE_RATE)
    camera: Camera = request.param(tmp_path / "tone.wav")
    camera.start()
    yield camera
    camera.stop()


def once_there(address: str) -> Iterator[Block | SourceEvent]:
    """The stream, as soon as somebody sends it."""
    for _ in range(200):
        items = MediaSource(address).blocks()
        with suppress(AudioError):
            assert isinstance(next(items), Listening)
            return items
        time.sleep(0.05)
    raise AssertionError(f"nobody sends {address}")


def heard(items: Iterator[Block | SourceEvent]) -> Floats:
    """The next half second that isn't silent."""
    loud = (item.samples for item in items if isinstance(item, Block) and item.samples.any())
    return np.concatenate(list(islice(loud, BLOCKS)))


def test_a_stream_that_drops_is_heard_again_when_it_comes_back(camera: Camera) -> None:
    items = once_there(camera.address)
    assert loudest_hertz(heard(items)) == pytest.approx(HERTZ, abs=3)
    camera.stop()
    lost = next(item for item in items if isinstance(item, MicrophoneLost))
    assert lost.reason == f"{camera.address} broke off"
    camera.start()
    back = next(item for item in items if isinstance(item, MicrophoneBack))
    assert back.gone_s > 0
    assert loudest_hertz(heard(items)) == pytest.approx(HERTZ, abs=3)
