"""Options that several commands share, and the settings that come of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from assistant.cli.output import keep_pure
from assistant.settings import Loaded

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _as_json(_context: click.Context, _option: click.Parameter, wanted: bool) -> bool:
    if wanted:
        keep_pure()
    return wanted


json_option = click.option(
    "--json", "as_json", is_flag=True, callback=_as_json, help="One JSON object a line."
)

model_option = click.option(
    "--model",
    metavar="NAME|FOLDER|https://…",
    help="The model that recognises speech; with an address, speech is sent there.",
)

lm_option = click.option(
    "--lm", metavar="FILE", help="A language model for the recogniser (ARPA); '' for none."
)

hotword_option = click.option(
    "--hotword",
    "hotwords",
    multiple=True,
    metavar="WORD[=BONUS]",
    help="A word or name to expect; repeatable.",
)


def recogniser_options(function: Callable[..., None]) -> Callable[..., None]:
    """The command's `recogniser` are the flags for `settings` that these options gave."""

    @wraps(function)
    def command(
        model: str | None, lm: str | None, hotwords: tuple[str, ...], **others: Any
    ) -> None:
        flags = {"recognition__model": model, "decoding__lm": lm, "decoding__hotwords": hotwords}
        function(recogniser=flags, **others)

    return model_option(lm_option(hotword_option(command)))


def ability_options(function: Callable[..., None]) -> Callable[..., None]:
    """The command's `abilities` are those that these options named."""

    @wraps(function)
    def command(folders: tuple[Path, ...], only: Path | None, dry_run: bool, **others: Any) -> None:
        from assistant.app import Abilities

        function(abilities=Abilities(folders, only, dry_run), **others)

    for option in (
        click.option("--dry-run", is_flag=True, help="Decide, but don't act."),
        click.option(
            "--only", type=FOLDER, help="Use just the abilities in this folder, no others."
        ),
        click.option(
            "--intents",
            "folders",
            multiple=True,
            type=FOLDER,
            help="Use the abilities in this folder too; repeatable.",
        ),
    ):
        command = option(command)
    return command


def settings(**flags: object) -> Loaded:
    """Settings of this person with the flags that were given: audio__device="USB"."""
    from assistant.paths import config_file
    from assistant.settings import load

    given = {
        name.replace("__", "."): value
        for name, value in flags.items()
        if value is not None and value != ()
    }
    return load(config_file(), flags=given)
