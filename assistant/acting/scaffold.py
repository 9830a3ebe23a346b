"""A new ability to begin with: a file that works, and its test."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from assistant.errors import PluginError, UsageError
from assistant.storage import write_atomically

ABILITY = '''"""{Title}: say what it does in one line."""

from assistant import intent


@intent(
    "(make|get|bring) [me] [a] {words}",
    "(make|get|bring) [me] {{count}} {words}[s]",
    examples=("make me a {words}", "bring me two {words}s"),
)
def {name}(count: int = 1) -> str:
    return f"{{count}} coming up."
'''

TEST = '''"""Whether {words} is understood and answered."""

from pathlib import Path

from assistant.testing import say

ABILITY = Path(__file__).with_name("{name}.py")


def test_one() -> None:
    assert say(ABILITY, "make me a {words}") == "1 coming up."


def test_several() -> None:
    assert say(ABILITY, "bring me two {words}s") == "2 coming up."


def test_a_phrase_that_no_template_has() -> None:
    assert say(ABILITY, "sing a song") == ""
'''


def new_intent(name: str, folder: Path) -> tuple[Path, Path]:
    """Write `<name>.py` and `test_<name>.py` into the folder; returns both.

    Raises UsageError for a name that Python can't use, PluginError for one that is taken, and
    StateError when the folder can't be written.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
        raise UsageError(f"{name!r} is no name for an ability; use letters, such as coffee.")
    files = folder / f"{name}.py", folder / f"test_{name}.py"
    for file in files:
        if file.exists():
            raise PluginError(f"{file} is already there; choose another name.")
    words = name.replace("_", " ")
    for file, text in zip(files, (ABILITY, TEST), strict=True):
        write_atomically(file, text.format(name=name, words=words, Title=words.capitalize()))
    return files
