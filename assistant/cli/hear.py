"""`assistant hear`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.options import ability_options, json_option, recogniser_options, settings

if TYPE_CHECKING:
    from assistant.app import Abilities


@click.command("hear")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--whole", is_flag=True, help="Treat each file as one utterance; no detection.")
@click.option("--rate", default=16_000, show_default=True, help="Samples a second of raw PCM (-).")
@click.option("--aloud", is_flag=True, help="Speak the replies too.")
@json_option
@recogniser_options
@ability_options
def command(
    files: tuple[str, ...],
    whole: bool,
    rate: int,
    aloud: bool,
    as_json: bool,
    recogniser: dict[str, object],
    abilities: Abilities,
) -> None:
    """Hear audio FILEs as if they were spoken now, one conversation through all of them.

    A FILE is anything that libsndfile reads, or - for 16-bit PCM, mono, on standard input.
    """
    from rich.console import Console

    from assistant.app import assemble
    from assistant.app.sound import open_recording, open_stream, read_whole
    from assistant.cli.logs import logged, start_log
    from assistant.cli.output import hush_libraries, warn
    from assistant.cli.progress import explained_if_slow, watched
    from assistant.cli.run import Outcome, report_problems, show_all
    from assistant.cli.turns import turns
    from assistant.errors import AudioError, UsageError

    if whole and "-" in files:
        raise UsageError("--whole needs files; standard input is heard as it comes.")
    start_log()
    if aloud:
        hush_libraries()
    chosen = settings(**recogniser).settings
    with explained_if_slow():
        assistant = assemble(chosen, abilities, aloud=aloud)
        report_problems(assistant)
        assistant.prepare()
    console = Console(highlight=False, soft_wrap=True)
    bar = Console(stderr=True, quiet=console.is_terminal) if as_json else console
    failed = False
    for file in files:
        try:
            if whole:
                events = assistant.pipeline.hear(read_whole(file, warn))
            else:
                source = open_stream(rate) if file == "-" else open_recording(file)
                events = assistant.pipeline.listen(watched(source, file, bar))
            items = logged(turns(events), chosen.privacy)
            failed = show_all(items, as_json, console).failed or failed
        except AudioError as error:
            warn(error)
            failed = True
    Outcome(failed=failed).exit_if_failed()
