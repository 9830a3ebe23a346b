"""`assistant config`."""

from __future__ import annotations

import json

import click

from assistant.cli.options import json_option, settings


@click.command("config")
@click.option("--guide", "wants_guide", is_flag=True, help="A page about every setting.")
@json_option
def command(wants_guide: bool, as_json: bool) -> None:
    """Show each setting, its value and where it came from; and where files lie."""
    from assistant.paths import cache_folder, config_file, data_folder, log_file
    from assistant.settings.guide import guide, meanings

    if wants_guide and as_json:
        raise click.UsageError("--guide is a page for people; --json has every meaning too.")
    if wants_guide:
        click.echo(guide(), nl=False)
        return
    loaded = settings()
    rows = []
    for name, origin in loaded.origin.items():
        section, field = name.split(".")
        rows.append((name, getattr(getattr(loaded.settings, section), field), origin))
    if as_json:
        said = meanings()
        for name, value, origin in rows:
            row = {"setting": name, "value": value, "origin": origin, "meaning": said[name]}
            click.echo(json.dumps(row))
        return
    click.echo(f"Settings are read from {config_file()}")
    click.echo(f"Data is kept in {data_folder()}")
    click.echo(f"What can be made again is in {cache_folder()}")
    click.echo(f"What went wrong is in {log_file()}")
    for name, value, origin in rows:
        click.echo(f"{name:40} {value!r:32} {origin}")
