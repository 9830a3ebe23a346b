"""`assistant ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.options import ability_options, json_option, settings

if TYPE_CHECKING:
    from assistant.app import Abilities


@click.command("ask")
@click.argument("text", nargs=-1, required=True)
@json_option
@ability_options
def command(
    text: tuple[str, ...],
    as_json: bool,
    abilities: Abilities,
) -> None:
    """Understand TEXT and act on it, as if it had been said.

    When the assistant asks back ("Call Anna?"), the answer is read from the terminal. A timer or a
    reminder that is set here rings where `assistant listen` runs, now or later.
    """
    from assistant.app import assemble
    from assistant.cli.logs import logged, start_log
    from assistant.cli.run import answer_lines, report_problems, show_all
    from assistant.cli.turns import turns

    start_log()
    chosen = settings().settings
    assistant = assemble(chosen, abilities, aloud=False)
    report_problems(assistant)
    for line in answer_lines(" ".join(text)):
        outcome = show_all(logged(turns(assistant.pipeline.ask(line)), chosen.privacy), as_json)
        if not outcome.asked:
            break
    outcome.exit_if_failed()
