"""Which sound devices there are, and which of them a setting means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.errors import MicrophoneError


class SoundLibrary(Protocol):
    """The part of the `sounddevice` module that the hearing room uses; tests bring their own."""

    PortAudioError: type[Exception]
    default: Any
    InputStream: Callable[..., Any]

    def query_devices(self) -> Sequence[dict[str, Any]]: ...

    def _terminate(self) -> None: ...

    def _initialize(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Device:
    """One sound device as PortAudio numbers and names it."""

    index: int
    name: str
    inputs: int
    """Channels that it records; 0 for a loudspeaker."""
    outputs: int
    """Channels that it plays; 0 for a microphone."""
    rate: int
    """Its own samples a second."""
    default_input: bool = False
    default_output: bool = False

    def __str__(self) -> str:
        mark = "*" if self.default_input or self.default_output else " "
        return (
            f"{mark} {self.index:2}  {self.name}  "
            f"({self.inputs} in, {self.outputs} out, {self.rate} Hz)"
        )


def load_library() -> SoundLibrary:
    """The sounddevice module. Raises MicrophoneError where PortAudio is missing."""
    try:
        import sounddevice
    except OSError as error:
        raise MicrophoneError(
            "The system library PortAudio is missing; install it with "
            "`sudo apt install libportaudio2`."
        ) from error
    library: SoundLibrary = sounddevice
    return library


def list_devices(library: SoundLibrary | None = None) -> tuple[Device, ...]:
    """All sound devices, none of them opened. Raises MicrophoneError where PortAudio is missing."""
    library = library or load_library()
    default_input, default_output = library.default.device
    found = library.query_devices()
    return tuple(
        Device(
            index=index,
            name=str(info["name"]),
            inputs=int(info["max_input_channels"]),
            outputs=int(info["max_output_channels"]),
            rate=round(info["default_samplerate"]),
            default_input=index == default_input,
            default_output=index == default_output,
        )
        for index, info in enumerate(found)
    )


def list_again(library: SoundLibrary) -> tuple[Device, ...]:
    """All sound devices, those too that came since the last look.

    PortAudio looks for devices only when it starts, so this restarts it: no stream may be open.
    """
    library._terminate()
    library._initialize()
    return list_devices(library)


def choose(devices: Sequence[Device], wanted: str) -> Device:
    """The microphone that `wanted` means: an index, part of a name, or "" for the default.

    Raises MicrophoneError that names the choices.
    """
    microphones = [device for device in devices if device.inputs > 0]
    if not microphones:
        raise MicrophoneError(
            "There is no microphone; plug one in, and see by `assistant devices` that it is found."
        )
    if not wanted:
        return next((device for device in microphones if device.default_input), microphones[0])
    matching = _matching(microphones, wanted)
    if len(matching) == 1:
        return matching[0]
    fits = "fits more than one of" if matching else "is none of"
    raise MicrophoneError(
        f"The device {wanted!r} {fits} the microphones; choose one by number or name: "
        f"{_named(matching or microphones)}."
    )


def choose_again(devices: Sequence[Device], wanted: str, before: Device) -> Device:
    """The microphone to reopen after `before` vanished, with indices given anew since then."""
    if not wanted.isdigit():
        return choose(devices, wanted)
    same = [device for device in devices if device.inputs > 0 and device.name == before.name]
    return same[0] if same else choose(devices, _without_address(before.name))


def _matching(microphones: Sequence[Device], wanted: str) -> list[Device]:
    if wanted.isdigit():
        return [device for device in microphones if device.index == int(wanted)]
    part = wanted.casefold()
    exact = [device for device in microphones if device.name.casefold() == part]
    return exact or [device for device in microphones if part in device.name.casefold()]


def _named(devices: Sequence[Device]) -> str:
    return ", ".join(f"{device.index} ({device.name})" for device in devices)


def _without_address(name: str) -> str:
    """ALSA's names end in a card number that changes from plug to plug: "USB Mic (hw:2,0)"."""
    return re.sub(r"\s*\(hw:[^)]*\)$", "", name)
