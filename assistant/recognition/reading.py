"""Sound to text on this device: an acoustic model and a decoder, as one Reader."""

from __future__ import annotations

from collections.abc import Callable

from assistant.ports import AcousticModel, Decoder
from assistant.records import Emissions, Floats, Transcript


class LocalReader:
    """A Reader whose parts are loaded when the first sound has to be read."""

    reads_ahead = True

    def __init__(self, load: Callable[[], tuple[AcousticModel, Decoder]]) -> None:
        self._load = load
        self._loaded: tuple[AcousticModel, Decoder] | None = None

    def read(self, samples: Floats) -> tuple[Transcript, Emissions]:
        """What was said. Raises whatever loading does, each time, until it succeeds."""
        if self._loaded is None:
            self._loaded = self._load()
        model, decoder = self._loaded
        emissions = model.emissions(samples)
        return decoder.decode(emissions), emissions
