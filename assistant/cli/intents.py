"""`assistant intents`: what the assistant can do, whether it holds together, a new one."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from assistant.cli.options import FOLDER, json_option, settings
from assistant.cli.output import warn

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
    """Name each ability with a sentence that reaches it, and what to set up before it can."""
    from assistant.app import Abilities, load_abilities, not_set_up

    chosen = settings().settings
    loaded = load_abilities(chosen, Abilities(folders, only))
    lacking = not_set_up(chosen, loaded)
    for each in loaded.intents:
        example = each.examples[0] if each.examples else each.templates[0].text
        if as_json:
            fields = {"intent": each.name, "example": example, "risk": each.risk}
            where = {"file": each.file, "needs": each.needs, "set_up": lacking.get(each.name)}
            click.echo(json.dumps({**fields, **where}, ensure_ascii=False))
        else:
            apart = "" if each.needs is None else f"  [apart: {', '.join(each.needs) or 'nothing'}]"
            until = f"  [{lacking[each.name]}]" if each.name in lacking else ""
            click.echo(f"{each.name:26} {each.risk:7} {example}{apart}{until}")
    for broken in loaded.broken:
        warn(broken)


@command.command("guide")
@extra_folders
@only_folder
@json_option
def guide(folders: tuple[Path, ...], only: Path | None, as_json: bool) -> None:
    """Print a page (Markdown) with every sentence that can be said; with --json an ability a line,
    in every language.
    """
    from assistant.app import Abilities, abilities_guide, guide_entries

    chosen = settings().settings, Abilities(folders, only, all_languages=as_json)
    if not as_json:
        click.echo(abilities_guide(*chosen), nl=False)
        return
    for entry in guide_entries(*chosen):
        click.echo(json.dumps(entry, ensure_ascii=False))


@command.command("check")
@extra_folders
@only_folder
@click.option(
    "--kit",
    is_flag=True,
    help="Also look in abilities from outside for what would break: names that go away or aren't "
    "public, needs that aren't declared.",
)
@json_option
def check(folders: tuple[Path, ...], only: Path | None, kit: bool, as_json: bool) -> None:
    """Run each ability's examples, find phrases that two abilities claim, and warn about sentences
    that make every command slow.
    """
    from assistant.app import Abilities, assemble, check_abilities, load_abilities
    from assistant.app.plugins import check_compatibility

    # Who names a folder for the kit trusts what is in it with what it asks for.
    abilities = Abilities(folders, only, all_languages=True, trusted=kit and only is not None)
    assistant = assemble(settings().settings, abilities, aloud=False)
    findings = check_abilities(assistant)
    if kit:
        findings += check_compatibility(settings().settings, abilities)
    for finding in findings:
        if as_json:
            click.echo(json.dumps(asdict(finding), ensure_ascii=False))
        else:
            click.echo(finding)
    if not all(finding.warning for finding in findings):
        sys.exit(1)
    if not (as_json or findings):
        checked = len(assistant.loaded.intents)
        left_out = len(load_abilities(settings().settings, abilities).intents) - checked
        why = f"; {left_out} more aren't checked, since something they need isn't set up"
        click.echo(f"{checked} abilities, nothing to mend{why if left_out else ''}.")


@command.command("enable")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Don't ask.")
@extra_folders
def enable(name: str, yes: bool, folders: tuple[Path, ...]) -> None:
    """Permit the ability NAME, from outside, what it says that it needs."""
    from assistant.acting.declared import NEEDS
    from assistant.app.plugins import Abilities, find_plugin, permit

    plugin = find_plugin(settings().settings, Abilities(folders), name)
    click.echo(plugin.place)
    if plugin.needs is None:
        click.echo("It doesn't say what it needs: it runs within the assistant and may do all that")
        click.echo('you may. With `apart = "all"` below [acting] it runs apart, and gets nothing.')
        return
    for need in plugin.needs:
        click.echo(f"  {need:13} it may {NEEDS[need]}")
    if not plugin.needs:
        click.echo("  It needs nothing, and may do nothing but answer.")
    if not (yes or click.confirm("Permit this?")):
        click.echo("Nothing is permitted.")
        sys.exit(1)
    keepable = permit(plugin)
    click.echo(f"Permitted; `assistant intents disable {name}` takes it back.")
    for need in sorted({"network", "files", "programs"} - {*plugin.needs, *keepable}):
        click.echo(f"assistant: this system can't keep it from “{need}”: {NEEDS[need]}.", err=True)


@command.command("disable")
@click.argument("name")
@extra_folders
def disable(name: str, folders: tuple[Path, ...]) -> None:
    """Permit the ability NAME nothing any more."""
    from assistant.app.plugins import Abilities, find_plugin, take_back

    plugin = find_plugin(settings().settings, Abilities(folders), name)
    taken = take_back(plugin)
    click.echo(f"{plugin.name} {'may do nothing any more' if taken else 'was permitted nothing'}.")


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
