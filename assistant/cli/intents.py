"""`assistant intents`: what the assistant can do, whether it holds together, a new one."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from assistant.cli.options import FOLDER, json_option, settings

extra_folders = click.option(
    "--intents", "folders", multiple=True, type=FOLDER, help="This folder's abilities too."
)
only_folder = click.option("--only", type=FOLDER, help="Just the abilities in this folder.")


@click.group("intents")
def command() -> None:
    """List, check and start abilities."""


@command.command("list")
@extra_folders
@only_folder
@json_option
def list_intents(folders: tuple[Path, ...], only: Path | None, as_json: bool) -> None:
    """Name each ability with a sentence that reaches it."""
    from assistant.app import Abilities, load_abilities

    loaded = load_abilities(settings().settings, Abilities(folders, only))
    for each in loaded.intents:
        example = each.examples[0] if each.examples else each.templates[0].text
        if as_json:
            fields = {"intent": each.name, "example": example, "risk": each.risk}
            click.echo(json.dumps({**fields, "file": each.file}, ensure_ascii=False))
        else:
            click.echo(f"{each.name:26} {each.risk:7} {example}")
    for broken in loaded.broken:
        click.echo(f"assistant: {broken}", err=True)


@command.command("guide")
@extra_folders
@only_folder
def guide(folders: tuple[Path, ...], only: Path | None) -> None:
    """Print a page (Markdown) with every sentence that can be said."""
    from assistant.app import Abilities, abilities_guide

    click.echo(abilities_guide(settings().settings, Abilities(folders, only)), nl=False)


@command.command("check")
@extra_folders
@only_folder
@json_option
def check(folders: tuple[Path, ...], only: Path | None, as_json: bool) -> None:
    """Run each ability's examples, find phrases that two abilities claim, and warn about sentences
    that make every command slow.
    """
    from assistant.app import Abilities, assemble, check_abilities

    abilities = Abilities(folders, only, all_languages=True)
    assistant = assemble(settings().settings, abilities, aloud=False)
    findings = check_abilities(assistant)
    for finding in findings:
        if as_json:
            click.echo(json.dumps(asdict(finding), ensure_ascii=False))
        else:
            click.echo(finding)
    if not all(finding.warning for finding in findings):
        sys.exit(1)
    if not (as_json or findings):
        click.echo(f"{len(assistant.loaded.intents)} abilities, nothing to mend.")


@command.command("new")
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write it; your own abilities' folder unless given.",
)
def new(name: str, folder: Path | None) -> None:
    """Write a working ability called NAME, and its test."""
    from assistant.app import new_ability

    for file in new_ability(name, folder):
        click.echo(f"Wrote {file}")
