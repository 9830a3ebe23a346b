"""The command line: one file for each group of commands, each loaded when it is called."""

from __future__ import annotations

import errno
import gc
import importlib
import logging
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

import click

from assistant.cli.output import tolerate_odd_letters, warn
from assistant.errors import AssistantError, UsageError

COMMANDS = {
    "listen": ("assistant.cli.listen", "Listen to the microphone and act."),
    "hear": ("assistant.cli.hear", "Hear audio files as if they were spoken now."),
    "ask": ("assistant.cli.ask", "Understand and act on a typed sentence."),
    "transcribe": ("assistant.cli.transcribe", "Write down what was said in audio files."),
    "caption": ("assistant.cli.caption", "Caption recordings and streams of any length."),
    "serve": ("assistant.cli.serve", "Recognise speech for other programs, over HTTP."),
    "align": ("assistant.cli.align", "Find when each word of a text is said."),
    "why": ("assistant.cli.why", "Explain the last decision."),
    "devices": ("assistant.cli.devices", "List microphones and loudspeakers."),
    "intents": ("assistant.cli.intents", "List, check and start abilities."),
    "config": ("assistant.cli.config", "Show every setting and where it came from."),
    "models": ("assistant.cli.models", "List, get, choose and check models."),
    "lm": ("assistant.cli.lm", "Make and choose a language model."),
    "train": ("assistant.cli.train", "Train and release a model of your own."),
    "record": ("assistant.cli.record", "Read your own commands aloud, for `adapt`."),
    "adapt": ("assistant.cli.adapt", "Fit the starter model to your voice."),
    "evaluate": ("assistant.cli.evaluate", "Measure a model on recordings with known texts."),
    "bench": ("assistant.cli.bench", "Measure what is done about commands and all else."),
}


GARBAGE = 50_000
"""New objects before garbage is looked for. What a start makes stays: to look through it after
every 700, as Python does, took a tenth of the start's time."""


class LazyGroup(click.Group):
    """Knows its commands by name and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="assistant", message="%(version)s")
def program() -> None:
    """A voice assistant that stays on this device.

    It hears a command, does the right thing, and does nothing when it wasn't meant.
    """


class _Interrupts:
    """Remembers whether Ctrl-C came: a library that is being loaded then may take it for a part of
    it that is missing, and say so instead.
    """

    def __init__(self) -> None:
        self.came = False
        ignored = signal.getsignal(signal.SIGINT) is not signal.default_int_handler
        if not ignored:
            signal.signal(signal.SIGINT, self._interrupt)

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True
        raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit: 0 done, 1 failed, 2 misused, 130 interrupted."""
    try:
        _run(arguments)
    except Exception as error:  # noqa: BLE001 - a mistake of ours, whatever it is
        _own_up(error)
        sys.exit(1)


def _run(arguments: Sequence[str] | None) -> None:
    interrupts = _Interrupts()
    gc.set_threshold(GARBAGE)
    # numpy takes it when it is loaded. Our matrices are so small that further threads only wait for
    # one another; on a busy machine that took thirty times the processor time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        tolerate_odd_letters()
        program.main(args=arguments, prog_name="assistant", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except (ImportError, NameError):
        if not interrupts.came:
            raise
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone; there is nobody to tell
        sys.exit(1)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        with suppress(OSError):
            sys.stdout.close()  # else Python tries once more when it ends
        warn("No space is left where the output goes; free some.")
        sys.exit(1)
    except AssistantError as error:
        warn(error)
        sys.exit(2 if isinstance(error, UsageError) else 1)


def _own_up(error: Exception) -> None:
    """Say that the program made a mistake, and write the details where they can be read."""
    from assistant.cli.logs import start_log
    from assistant.paths import log_file

    log = logging.getLogger("assistant.cli")
    if not logging.getLogger("assistant").handlers:
        start_log()
    log.error("a mistake in the program", exc_info=error)
    said = f"{type(error).__name__}: {error}"
    warn(f"The program made a mistake ({said}). {log_file()} has the details; please report it.")
