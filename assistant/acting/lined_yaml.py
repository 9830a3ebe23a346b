"""YAML whose texts know their lines. A module of its own, so that only who has YAML to read waits
for the library.
"""

from __future__ import annotations

from typing import Any

import yaml


class LinedText(str):
    """Text of a YAML file, and its line."""

    line: int = 1


_Fastest: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Written in C where the wheel has it, for such files are read at every start."""


class _Loader(_Fastest):  # type: ignore[misc]  # whichever it is
    """Reads text as `LinedText`."""


def _text(loader: _Loader, node: yaml.ScalarNode) -> LinedText:
    text = LinedText(loader.construct_scalar(node))
    text.line = node.start_mark.line + 1
    return text


_Loader.add_constructor("tag:yaml.org,2002:str", _text)


def loaded(text: str) -> object:
    """What the YAML says. Raises ValueError where it is none."""
    try:
        return yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
