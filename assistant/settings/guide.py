"""Every setting as a page: made of the records themselves, so that it is true."""

from __future__ import annotations

import ast
import inspect
import textwrap
import typing
from dataclasses import fields
from typing import Any

from assistant.settings.conversion import described
from assistant.settings.sections import Settings

HEAD = """\
# Settings

Nothing has to be set. What is, stands in `config.toml`, which `assistant config` finds, under the
name of its section:

```toml
[understanding]
wake = "computer"
accept = 0.7
```

An environment variable counts for more, `ASSISTANT_UNDERSTANDING_ACCEPT=0.7` for the last line,
and an option of a command for the most. `assistant config` shows every setting, its value and where
that came from; a wrong name or value is refused with what would be right. A list is written
`["a", "b"]`, in a variable `a:b`.

Each line names a setting, what it wants, and its default."""


def guide() -> str:
    """A Markdown page about all settings, in the order of their sections."""
    return "\n\n".join([HEAD, *(_section(each.name) for each in fields(Settings))]) + "\n"


def meanings() -> dict[str, str]:
    """What each "section.field" means, in one paragraph."""
    return {
        f"{section}.{name}": meaning
        for section, record in typing.get_type_hints(Settings).items()
        for name, meaning in _comments(record).items()
    }


def _section(section: str) -> str:
    record = typing.get_type_hints(Settings)[section]
    hints, comments = typing.get_type_hints(record), _comments(record)
    summary = inspect.getdoc(record) or ""
    rows = [
        f"- `{each.name}`, {described(hints[each.name])}, `{_written(each.default)}`: "
        f"{comments[each.name]}"
        for each in fields(record)
    ]
    return "\n".join([f"## [{section}]", "", summary, "", *rows])


def _comments(record: type[Any]) -> dict[str, str]:
    """The string below each field of a class, which only its source has, as one line."""
    body = ast.parse(textwrap.dedent(inspect.getsource(record))).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            found[ast.unparse(field.target)] = " ".join(ast.literal_eval(below.value).split())
    return found


def _written(default: object) -> str:
    """As it would stand in config.toml."""
    import tomlkit

    return tomlkit.item(default).as_string()
