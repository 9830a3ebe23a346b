"""The compatibility kit: what in the source of an ability from outside would break, or soon will.

It reads the source and runs nothing of it.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import assistant
from assistant.acting.check import Finding
from assistant.acting.declared import (
    API_VERSION,
    DEPRECATED,
    NEEDS,
    SERVICES_BY_NEED,
    Declaration,
    read_declaration,
)
from assistant.errors import PluginError

PUBLIC_MODULES = ("assistant", "assistant.testing")

MODULES_THAT_NEED: Mapping[str, tuple[str, ...]] = {
    "network": (
        *("aiohttp", "ftplib", "http.client", "httpx", "imaplib", "paho", "poplib", "requests"),
        *("smtplib", "socket", "ssl", "urllib.request", "urllib3", "websocket", "websockets"),
    ),
    "programs": ("multiprocessing", "pexpect", "pty", "subprocess"),
}
"""Whoever imports one of these will hardly do without the need."""

CALLS_THAT_NEED: Mapping[str, tuple[str, ...]] = {
    "programs": ("fork", "popen", "posix_spawn", "system"),
    "files": ("expanduser", "home"),
}
"""Methods and functions of Python's own `os` and `pathlib`, by their last name."""


def check_source(
    file: Path,
    source: bytes,
    deprecated: Mapping[str, str] = DEPRECATED,
    beside: Mapping[Path, bytes] = {},
) -> list[Finding]:
    """What an author should mend, in the order of its lines. Source that isn't Python, or declares
    what there is not, has none: loading it says what is wrong.

    `beside` it are the other files of an ability that is a folder: what those need is declared in
    its first file, too.
    """
    try:
        trees = {each: ast.parse(text) for each, text in {file: source, **beside}.items()}
        declared = read_declaration(source)
    except (SyntaxError, ValueError, PluginError):
        return []
    whole = ast.Module([node for tree in trees.values() for node in tree.body], [])
    found = {
        each: [*_names(tree, deprecated), *_undeclared(tree, declared.needs)]
        for each, tree in trees.items()
    }
    found[file] += _about_itself(whole, declared)
    return [
        Finding(str(each), line, f"{text}.", warning)
        for each, remarks in found.items()
        for line, text, warning in sorted(remarks)
    ]


def _about_itself(tree: ast.Module, declared: Declaration) -> Iterator[Remark]:
    """What an ability doesn't say of itself, or says and doesn't need."""
    if declared.needs is None:
        yield 1, f"it doesn't say what it needs; write {_needs_line(tree)}", True
    elif unused := sorted(_services_declared(declared.needs) - _services_asked(tree)):
        yield declared.line, f"NEEDS names {unused[0]!r}, which nothing asks for", True
    if not declared.api_version:
        line = f'API_VERSION = "{API_VERSION}"'
        yield 1, f"it doesn't say what it was written for; write {line}", True


Remark = tuple[int, str, bool]
"""Line, message, and whether it only warns."""


def _names(tree: ast.Module, deprecated: Mapping[str, str]) -> Iterator[Remark]:
    """Names of ours that aren't public, aren't there, or soon won't be."""
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 1)
        for module in _modules(node):
            if module.startswith("assistant.") and module not in PUBLIC_MODULES:
                yield line, f"{module} isn't public; import what `assistant` itself offers", False
        for name in _names_of_ours(node):
            if name in deprecated:
                yield line, f"assistant.{name} goes away; use {deprecated[name]}", True
            elif name not in assistant.__all__:
                yield line, f"there is no assistant.{name}", False


def _modules(node: ast.AST) -> list[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def _names_of_ours(node: ast.AST) -> list[str]:
    """What is taken from `assistant`: `from assistant import intent`, `assistant.intent`."""
    if isinstance(node, ast.ImportFrom) and node.module == "assistant":
        return [alias.name for alias in node.names if alias.name != "testing"]
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return [node.attr] if node.value.id == "assistant" and node.attr != "testing" else []
    return []


def _undeclared(tree: ast.Module, needs: Collection[str] | None) -> Iterator[Remark]:
    """Where an ability that says what it needs seems to need more."""
    for line, what, need in _needed(tree):
        if needs is not None and need not in needs:
            yield line, f"{what} needs {need!r}, which NEEDS doesn't name", False


def _needed(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Line, what stands there, and the need behind it."""
    for node in ast.walk(tree):
        for module in _modules(node):
            for need, modules in MODULES_THAT_NEED.items():
                if any(f"{module}.".startswith(f"{each}.") for each in modules):
                    yield node.lineno, module, need  # type: ignore[attr-defined]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            for need, calls in CALLS_THAT_NEED.items():
                if node.func.attr in calls:
                    yield node.lineno, f"{node.func.attr}()", need
        if isinstance(node, ast.arg) and (service := _service(node)):
            yield node.lineno, service, service.lower()


def _service(parameter: ast.arg) -> str:
    """The service that a parameter asks for; empty where it asks for none."""
    annotation = parameter.annotation
    if isinstance(annotation, ast.Attribute):
        name = annotation.attr
    else:
        name = annotation.id if isinstance(annotation, ast.Name) else ""
    return name if name in {service.__name__ for service in SERVICES_BY_NEED.values()} else ""


def _services_asked(tree: ast.Module) -> set[str]:
    return {need for _, _, need in _needed(tree) if need in SERVICES_BY_NEED}


def _services_declared(needs: Collection[str]) -> set[str]:
    return {need for need in needs if need in SERVICES_BY_NEED}


def _needs_line(tree: ast.Module) -> str:
    """What the ability would declare."""
    needed = {need for _, _, need in _needed(tree)}
    needs = tuple(need for need in NEEDS if need in needed)
    return f"NEEDS = {needs!r}".replace("'", '"')
