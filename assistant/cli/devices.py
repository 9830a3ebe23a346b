"""`assistant devices`."""

from __future__ import annotations

import dataclasses
import json

import click

from assistant.cli.options import json_option


@click.command("devices")
@json_option
def command(as_json: bool) -> None:
    """List microphones and loudspeakers; `listen --device` takes an index or part of a name."""
    from assistant.app.sound import list_devices
    from assistant.cli.output import hush_libraries

    hush_libraries()
    devices = list_devices()
    if as_json:
        for device in devices:
            click.echo(json.dumps(dataclasses.asdict(device), ensure_ascii=False))
        return
    if not devices:
        click.echo("There is no sound device on this machine.")
    for device in devices:
        click.echo(device)
