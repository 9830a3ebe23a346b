"""Whose layers a network began with: what its card says of them, and the licence they come with.

A checkpoint names its origin, and whatever is trained on from it inherits the name with the
weights: no release can forget whom it owes them to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

MOONSHINE = "UsefulSensors/moonshine-tiny"
"""As the hub names it."""

LICENCE_FILE = "LICENSE-{name}"
"""Beside the weights."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a network was before its first step."""

    begun: str = "trained from nothing"
    """Half a sentence for the head of its card."""
    told: str = ""
    """A paragraph about others' work in it."""
    name: str = ""
    """Short, in the name of the licence's file."""
    licence: Path | None = None
    """The text that has to go wherever the weights go."""

    def write_licence(self, folder: Path) -> None:
        """Put the licence's text into `folder`, where there is one."""
        if self.licence is not None:
            text = self.licence.read_text(encoding="utf-8")
            (folder / LICENCE_FILE.format(name=self.name)).write_text(text, encoding="utf-8")


ORIGINS: Mapping[str, Origin] = MappingProxyType(
    {
        "": Origin(),
        MOONSHINE: Origin(
            begun="that began as Moonshine tiny's encoder",
            told=(
                "Convolutions and layers began as the encoder of [Moonshine tiny]"
                "(https://github.com/moonshine-ai/moonshine) by Useful Sensors, Inc. (Moonshine "
                "AI), under the MIT licence: see LICENSE-moonshine. It had learnt from 200,000 "
                "hours of the internet's speech and of open corpora. Clips that are held out here, "
                "of Common Voice and LibriSpeech above all, may have been among them: figures of "
                "these may flatter the model."
            ),
            name="moonshine",
            licence=Path(__file__).with_name("moonshine-licence.txt"),
        ),
    }
)
"""By the name that a checkpoint keeps; none where it began with nothing."""
