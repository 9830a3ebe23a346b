"""What only some commands need: whether the packages of the extra `train` are there."""

from __future__ import annotations

from importlib.util import find_spec

from assistant.errors import TrainingError


def require(*packages: str) -> None:
    """Raise TrainingError where one of these isn't installed."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise TrainingError(
            f"Training needs {', '.join(missing)}; install it with pip install 'assistant[train]'."
        )
