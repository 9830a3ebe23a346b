"""The scripts import from the program what it has: nobody runs them all after each change."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WITH_TORCH = "assistant.training"
"""What only an environment for training can import."""


def is_python(file: Path) -> bool:
    return file.suffix == ".py" or (
        not file.suffix and "python3" in file.read_text().split("\n")[0]
    )


SCRIPTS = [
    file for file in sorted((ROOT / "scripts").rglob("*")) if file.is_file() and is_python(file)
]


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Modules of the program with the names that are taken from them."""
    for node in ast.walk(tree):
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        if module.startswith("assistant") and not module.startswith(WITH_TORCH):
            yield from ((module, name.name) for name in node.names)  # type: ignore[attr-defined]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_a_script_imports_is_there(script: Path) -> None:
    missing = [
        f"{module}.{name}"
        for module, name in imported(ast.parse(script.read_text("utf-8")))
        if not hasattr(import_module(module), name) and not find_spec(f"{module}.{name}")
    ]
    assert missing == []
