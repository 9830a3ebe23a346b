"""`assistant serve`."""

from __future__ import annotations

import dataclasses
import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, settings

if TYPE_CHECKING:
    from types import FrameType

    from assistant.server.http import InferenceServer, Served


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for the network.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8765, show_default=True)
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME|FOLDER",
    help="Repeatable; the first is for /.",
)
@click.option(
    "--at-once", type=click.IntRange(1), default=2, show_default=True, help="Read at one time."
)
@click.option(
    "--waiting", type=click.IntRange(0), default=8, show_default=True, help="Before 503 is said."
)
@click.option(
    "--largest-mb", type=click.IntRange(1), default=25, show_default=True, help="Of a recording."
)
@json_option
def command(
    host: str,
    port: int,
    models: tuple[str, ...],
    at_once: int,
    waiting: int,
    largest_mb: int,
    as_json: bool,
) -> None:
    """Recognise speech for other programs, over HTTP as Hugging Face's Inference API does.

    POST a recording to /models/NAME or /, and {"text": …} comes back. Only this machine is
    answered, unless --host opens it to others.
    """
    from assistant.app.serving import speech_server
    from assistant.server.http import Limits

    limits = Limits(body_bytes=1_000_000 * largest_mb, at_once=at_once, waiting=waiting)
    tell = _json_line if as_json else _line
    with (
        _stoppable(),
        speech_server(settings().settings, models, (host, port), limits, tell) as server,
    ):
        _announce(server, as_json)
        server.serve_forever(poll_interval=0.2)


def _announce(server: InferenceServer, as_json: bool) -> None:
    names = list(server.readers)
    if as_json:
        fields = {"event": "serving", "url": server.url, "models": names}
        click.echo(json.dumps({**fields, "token": bool(server.token)}))
    else:
        click.echo(f"{', '.join(names)} at {server.url}; Ctrl-C ends it.")
    if not server.is_private:
        guarded = "who has the token" if server.token else "everybody, for there is no token"
        click.echo(
            f"assistant: {server.url} is open to the network, for {guarded}; recordings and texts "
            "go over it in the clear.",
            err=True,
        )


@contextmanager
def _stoppable() -> Iterator[None]:
    """Until Ctrl-C or SIGTERM, which are no failures."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    with suppress(KeyboardInterrupt):
        yield


def _line(served: Served) -> None:
    click.echo(f"{served.status} {served.path} {served.body_bytes} bytes, {served.seconds:.2f} s")


def _json_line(served: Served) -> None:
    click.echo(json.dumps({"event": "request", **dataclasses.asdict(served)}))
