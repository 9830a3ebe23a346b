"""A value of a file, the environment or a flag as the type that a setting has."""

from __future__ import annotations

import math
import os
import typing
from typing import Any, Literal


def converted(hint: Any, value: object) -> object:
    """`value` as the type `hint` of a setting. Text, as the environment has it, is read.

    Raises KeyError, TypeError or ValueError for a value that is none of the type.
    """
    origin = typing.get_origin(hint)
    if origin is Literal:
        if value not in typing.get_args(hint):
            raise ValueError
        return value
    if origin is tuple:
        items = value.split(os.pathsep) if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(i, str) for i in items):
            raise TypeError
        return tuple(item for item in items if item)
    return _scalar(hint, value)


def _scalar(kind: Any, value: object) -> object:
    if kind is bool and isinstance(value, str):
        return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}[
            value.lower()
        ]
    if kind in (int, float) and isinstance(value, str):
        value = kind(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not kind:
        raise TypeError
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError
    return value


def described(hint: Any) -> str:
    """What a setting of the type `hint` wants, for a message."""
    if typing.get_origin(hint) is Literal:
        return " or ".join(repr(choice) for choice in typing.get_args(hint))
    plain = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return plain.get(hint, "a list of texts")
