"""Which clips of manifests a measurement hears, and by which model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import model_option, settings

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.training.corpus import Clip


@dataclass(frozen=True, slots=True)
class ClipChoice:
    """What the options of `clip_options` say."""

    manifests: tuple[Path, ...]
    splits: tuple[str, ...] = ()
    """Empty for all, as for `sources`."""
    sources: tuple[str, ...] = ()
    most: int = 0
    """Clips, evenly over speakers; 0 for all."""
    model: str | None = None
    """Instead of the one in the settings."""

    @property
    def settings(self) -> Settings:
        """Of this person, with the model that was chosen."""
        return settings(recognition__model=self.model).settings

    def clips(self) -> Sequence[Clip]:
        """Raises UsageError where none is left."""
        from assistant.errors import UsageError
        from assistant.training.corpus import Corpus
        from assistant.training.evaluate import spread

        clips = [clip for clip in Corpus.load(self.manifests).clips if self._has(clip)]
        if not clips:
            raise UsageError("There is no clip to hear; check the manifests, --split and --source.")
        return spread(clips, self.most) if self.most else clips

    def _has(self, clip: Clip) -> bool:
        in_split = not self.splits or clip.split in self.splits
        return in_split and (not self.sources or clip.source in self.sources)


def clip_options(function: Callable[..., None]) -> Callable[..., None]:
    """The command's first parameter is the `ClipChoice` of its options."""

    @wraps(function)
    def command(
        manifests: tuple[Path, ...],
        splits: tuple[str, ...],
        sources: tuple[str, ...],
        most: int,
        model: str | None,
        **others: Any,
    ) -> None:
        function(ClipChoice(manifests, splits, sources, most, model), **others)

    for option in (
        model_option,
        click.option("--most", default=0, help="At most so many clips, evenly over speakers."),
        click.option(
            "--source", "sources", multiple=True, help="Only this collection; repeatable."
        ),
        click.option(
            "--split", "splits", multiple=True, help="Only dev, test or train; repeatable."
        ),
        click.argument("manifests", nargs=-1, required=True, type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


def watched(clips: Sequence[Clip], *, quiet: bool = False) -> Iterable[Clip]:
    """The clips, with a progress bar unless it is to be `quiet`."""
    from rich.console import Console
    from rich.progress import track

    bar = Console(stderr=True)
    return track(clips, "Hearing", total=len(clips), transient=True, disable=quiet, console=bar)
