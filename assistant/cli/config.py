"""`assistant config`."""

from __future__ import annotations

import json

import click

from assistant.cli.options import json_option, settings


@click.command("config")
@json_option
def command(as_json: bool) -> None:
    """Show each setting, its value and where it came from; and where files lie."""
    from assistant.paths import cache_folder, config_file, data_folder, log_file

    loaded = settings()
    rows = []
    for name, origin in loaded.origin.items():
        section, field = name.split(".")
        rows.append((name, getattr(getattr(loaded.settings, section), field), origin))
    if as_json:
        for name, value, origin in rows:
            click.echo(json.dumps({"setting": name, "value": value, "origin": origin}))
        return
    click.echo(f"Settings are read from {config_file()}")
    click.echo(f"Data is kept in {data_folder()}")
    click.echo(f"What can be made again is in {cache_folder()}")
    click.echo(f"What went wrong is in {log_file()}")
    for name, value, origin in rows:
        click.echo(f"{name:40} {value!r:32} {origin}")
