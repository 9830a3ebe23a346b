"""Options that several commands share, and the settings that come of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from assistant.cli.output import keep_pure
from assistant.settings import Loaded

F = TypeVar("F", bound=Callable[..., object])

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


def ability_options(function: F) -> F:
    """Which abilities there are, and whether they really act."""
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
        function = option(function)
    return function


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
