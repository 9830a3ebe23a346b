"""For the tests of abilities: say sentences to one file, and see what it answers.

Everything is real except the telephone, which only writes numbers down. What is remembered lies in
a folder that is gone afterwards.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import app
from assistant.acting.loader import translations
from assistant.errors import PluginError
from assistant.events import Acted, Asked, Event
from assistant.settings import Settings, UnderstandingSettings


def say(file: Path, *sentences: str, language: str = "en") -> str:
    """What the ability in `file` replies to, or asks back at, the last of the sentences.

    Empty when that sentence isn't for it. Raises PluginError when the file has no ability that
    works.
    """
    answers = [""]
    with TemporaryDirectory() as folder:
        only = app.Abilities(only=_alone(file, Path(folder)), trusted=True)
        settings = Settings(understanding=UnderstandingSettings(language=language))
        made = app.assemble(settings, only, aloud=False, pretend=Path(folder))
        if made.problems:
            raise PluginError("\n".join(made.problems))
        for sentence in sentences:
            said = map(_said, made.pipeline.ask(sentence))
            answers.append(" ".join(filter(None, said)))
    return answers[-1]


def _said(event: Event) -> str:
    match event:
        case Acted(reply=reply):
            return reply.text
        case Asked(question=question):
            return question
    return ""


def _alone(file: Path, folder: Path) -> Path:
    """A folder with nothing but links to the file and to its translations."""
    alone = folder / "intents"
    alone.mkdir()
    for each in (file, *translations(file)):
        (alone / each.name).symlink_to(each.resolve())
    return alone
