"""For the tests of abilities: say a sentence to one file, and see what it answers.

Everything is real except the telephone, which only writes numbers down. What is remembered lies in
a folder that is gone afterwards.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import app
from assistant.errors import PluginError
from assistant.events import Acted, Asked, Rejected
from assistant.settings import Settings


def say(file: Path, text: str) -> str:
    """What the ability in `file` replies or asks back; empty when the sentence isn't for it.

    Raises PluginError when the file has no ability that works.
    """
    with TemporaryDirectory() as folder:
        only = app.Abilities(only=_alone(file, Path(folder)))
        made = app.assemble(Settings(), only, aloud=False, pretend=Path(folder))
        if made.problems:
            raise PluginError("\n".join(made.problems))
        for event in made.pipeline.ask(text):
            match event:
                case Acted(reply=reply):
                    return reply.text
                case Asked(question=question):
                    return question
                case Rejected():
                    return ""
    return ""


def _alone(file: Path, folder: Path) -> Path:
    """A folder with nothing but links to the file and what stands beside it for it."""
    alone = folder / "intents"
    alone.mkdir()
    for each in (file, *file.parent.glob(f"{file.stem}.??.yaml")):
        (alone / each.name).symlink_to(each.resolve())
    return alone
