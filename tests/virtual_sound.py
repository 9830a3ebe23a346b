"""A private PulseAudio with a microphone to speak into and a loudspeaker to listen at.

Nothing of it touches the machine's own sound. Programs started meanwhile find it through the
environment, so a test can also drive `assistant listen` as a process of its own.
"""

from __future__ import annotations

import math
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from assistant.records import SAMPLE_RATE, Floats

PACKAGES = ("pulseaudio", "pulseaudio-utils", "libasound2-plugins", "libportaudio2")
INSTALL = Path(__file__).parents[1] / "scripts" / "install-system"
SPEAKER_RATE = 48_000
PATIENCE_S = 30.0
BLOCK_S = 0.02
FIRST = -10
"""The niceness of what makes and hears sound: on a busy machine it would come late, with gaps."""
QUIET = 0.005
"""Loudest sample of what counts as silence."""


class VirtualSound:
    """What a test can do with the private sound server."""

    def __init__(self, folder: Path) -> None:
        self.environment = _variables(folder)
        """What a program's environment needs to find this server."""
        self._folder = folder
        self._microphone = ""

    def speak(self, sound: Path | Floats, rate: int = SAMPLE_RATE) -> None:
        """Play a recording, or mono samples, into the microphone; returns when it is said."""
        path = sound if isinstance(sound, Path) else self._folder / "said.wav"
        if not isinstance(sound, Path):
            soundfile.write(path, sound, rate)
        _run("paplay", "--device=vmic_in", str(path))

    @contextmanager
    def heard_at_speaker(self) -> Iterator[list[Floats]]:
        """Records the loudspeaker; the list holds the samples (at SPEAKER_RATE) afterwards."""
        path = self._folder / "heard.raw"
        command = ["parec", "--device=vspeaker.monitor", "--format=float32le", "--channels=1"]
        heard: list[Floats] = []
        with path.open("wb") as file:
            recorder = subprocess.Popen(
                [*command, f"--rate={SPEAKER_RATE}", "--latency-msec=20"], stdout=file
            )
            try:
                _wait_until(lambda: path.stat().st_size > 0, "the recorder delivers nothing")
                yield heard
                time.sleep(0.3)  # what was played last is still on its way
            finally:
                recorder.terminate()
                recorder.wait()
        heard.append(np.frombuffer(path.read_bytes(), np.float32))

    @contextmanager
    def watched_speaker(self) -> Iterator[Loudspeaker]:
        """The loudspeaker, whose sound can be waited for."""
        command = ["parec", "--device=vspeaker.monitor", "--format=float32le", "--channels=1"]
        recorder = subprocess.Popen(
            [*command, f"--rate={SPEAKER_RATE}", "--latency-msec=20"], stdout=subprocess.PIPE
        )
        try:
            yield Loudspeaker(recorder)
        finally:
            recorder.terminate()
            recorder.wait()

    def plug(self) -> None:
        """Make the microphone appear."""
        module = _run("pactl", "load-module", "module-remap-source", "source_name=vmic",
                      "master=vmic_in.monitor")  # fmt: skip
        self._microphone = module.strip()

    def unplug(self) -> None:
        """Make the microphone vanish under whoever records from it."""
        recording = _recording("vmic")
        _run("pactl", "unload-module", self._microphone)
        # PulseAudio would move the stream to another source; a pulled plug has no other.
        for stream in recording:
            self._command(f"kill-source-output {stream}")

    def suspend(self, suspended: bool) -> None:
        """A suspended microphone stays there but delivers nothing."""
        _run("pactl", "suspend-source", "vmic", "1" if suspended else "0")

    def echo(self, latency_ms: int = 30, volume: float = 1.0) -> None:
        """Let the microphone hear the loudspeaker, as in a room: that much later and fainter."""
        _run("pactl", "load-module", "module-loopback", "source=vspeaker.monitor",
             "sink=vmic_in", f"latency_msec={latency_ms}")  # fmt: skip
        for stream, *_ in _rows("sink-inputs"):
            _run("pactl", "set-sink-input-volume", stream, str(round(volume * 65_536)))

    def _command(self, line: str) -> None:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self._folder / "cli"))
            connection.sendall(f"{line}\n".encode())
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(4096):
                pass


class Loudspeaker:
    """What comes out of it, in time of its own sound: a busy machine changes nothing about that."""

    def __init__(self, recorder: subprocess.Popen[bytes]) -> None:
        self._recorder = recorder
        self._quiet_s = math.inf
        """How long it has been silent."""
        threading.Thread(target=self._listen, daemon=True).start()

    def wait_for_sound(self) -> None:
        _wait_until(lambda: self._quiet_s == 0, "nothing is said")

    def wait_for_silence(self, seconds: float = 1.0) -> None:
        """Until it has been silent for so long."""
        _wait_until(lambda: self._quiet_s >= seconds, "it is said on and on")

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        while block := self._recorder.stdout.read(4 * round(BLOCK_S * SPEAKER_RATE)):
            loudest = float(np.abs(np.frombuffer(block, np.float32)).max())
            self._quiet_s = 0.0 if loudest > QUIET else self._quiet_s + BLOCK_S


@contextmanager
def virtual_sound() -> Iterator[VirtualSound]:
    """Start the server, point this process and its children at it, and take all back at the end."""
    install(("pulseaudio", "pactl", "paplay", "parec"), PACKAGES)
    with tempfile.TemporaryDirectory(prefix="sound-") as name:
        folder = Path(name)
        with ExitStack() as stack:
            stack.enter_context(_environment(_variables(folder)))
            stack.enter_context(_server(folder))
            sound = VirtualSound(folder)
            sound.plug()
            _look_again()
            yield sound
    _look_again()


def go_first(program: subprocess.Popen[Any]) -> None:
    """Let it have its turn before other programs, where that is allowed."""
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, program.pid, FIRST)


def install(tools: Sequence[str], packages: Sequence[str]) -> None:
    """Make the programs `tools` be there, if need be by installing `packages`."""
    if all(shutil.which(tool) for tool in tools):
        return
    done = subprocess.run([str(INSTALL), *packages], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{', '.join(tools)} are needed. {done.stderr.strip()}")


def _variables(folder: Path) -> dict[str, str]:
    return {
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_SERVER": f"unix:{folder}/native",
        # By name: without it a client falls back to some monitor while the microphone is away.
        "PULSE_SOURCE": "vmic",
        "PULSE_SINK": "vspeaker",
    }


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _server(folder: Path) -> Iterator[None]:
    # A null sink that may rewind moves sound every two seconds only; no sound card is so slow.
    modules = [
        f"module-native-protocol-unix auth-anonymous=1 socket={folder}/native",
        f"module-cli-protocol-unix socket={folder}/cli",
        f"module-null-sink sink_name=vspeaker rate={SPEAKER_RATE} channels=1 norewinds=1",
        "module-null-sink sink_name=vmic_in rate=16000 channels=1 norewinds=1",
    ]
    loads = [word for module in modules for word in ("-L", module)]
    with (folder / "pulseaudio.log").open("w") as log:
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *loads],
            stdout=log, stderr=log,
        )  # fmt: skip
    go_first(server)
    try:
        _wait_until(_answers, f"PulseAudio doesn't start, see {folder}/pulseaudio.log")
        yield
    finally:
        server.terminate()
        server.wait()


def _answers() -> bool:
    asked = subprocess.run(["pactl", "info"], capture_output=True, check=False)
    return asked.returncode == 0


def _wait_until(condition: Callable[[], bool], complaint: str) -> None:
    limit_s = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > limit_s:
            raise RuntimeError(complaint)
        time.sleep(0.02)


def _look_again() -> None:
    """PortAudio in this process looks for devices only when it starts."""
    if "sounddevice" in sys.modules:
        library = sys.modules["sounddevice"]
        library._terminate()
        library._initialize()


def _recording(source: str) -> list[str]:
    """The streams that record from `source`."""
    indices = [row[0] for row in _rows("sources") if row[1] == source]
    return [row[0] for row in _rows("source-outputs") if row[1] in indices]


def _rows(kind: str) -> list[list[str]]:
    return [line.split("\t") for line in _run("pactl", "list", "short", kind).splitlines()]


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
