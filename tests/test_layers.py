"""The rules of the house, read from the imports of every file."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "assistant"

FOUNDATION = {
    "records",
    "errors",
    "ports",
    "events",
    "settings",
    "storage",
    "paths",
    "bundled",
    "kept",
    "zone",
    "credentials",
    "explanation",
    "network",
    "tongue",
    "web",
    "phrasebook",
    "prose",
}
"""What every room may stand on."""

ROOMS = {
    "hearing",
    "recognition",
    "understanding",
    "acting",
    "speaking",
    "captions",
    "weights",
    "training",
    "bench",
    "server",
}

MAY_USE = {
    "weights": {"recognition"},
    "training": {"understanding", "recognition", "weights", "captions"},
    "bench": {"understanding", "recognition", "training"},
}
"""Weights writes the folders that recognition reads. Training makes models out of what other rooms
know, and bench measures them; no room uses these two.
"""

HEAVY = {
    "torch",
    "transformers",
    "optimum",
    "onnx",
    "huggingface_hub",
    "starlette",
    "av",
    "uvicorn",
    "wyoming",
    "distributed",
    "pocketsphinx",
    "livekit",
    "piper",
}
"""Never imported at the top of a file."""

DEVICES = {"onnxruntime", "sounddevice", "soundfile", "subprocess", "socket"}
"""What pure rooms never touch."""

PURE = [
    "prose.py",
    "understanding/**/*.py",
    "hearing/segmenter.py",
    "hearing/timeline.py",
    "recognition/align.py",
    "recognition/beam.py",
    "recognition/greedy.py",
    "recognition/lexicon.py",
    "recognition/longform/*.py",
    "recognition/words.py",
    "recognition/language/[!f]*.py",
    "speaking/tones.py",
    "captions/*.py",
]

LANGUAGE_TOOLS = tuple(
    f"assistant.understanding.{name}" for name in ("values.speak", "templates", "rules")
)
"""Pure functions that `acting` shares: the way from a value back to words, and the syntax check of
a plugin's sentences."""

FILES = sorted(PACKAGE.rglob("*.py"))
INTENTS = sorted((ROOT / "intents").rglob("*.py"))


def imports(file: Path, *, top_only: bool = False) -> set[str]:
    """Dotted names that the file imports, `from a import b` as both a and a.b."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def ours(file: Path) -> set[str]:
    """Second parts of our own dotted names: the rooms and foundation files it imports."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("assistant.")}


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("name", ["records", "errors"])
def test_records_and_errors_import_nothing_of_ours(name: str) -> None:
    assert ours(PACKAGE / f"{name}.py") == set()


@pytest.mark.parametrize("name", ["ports", "events"])
def test_ports_and_events_import_only_records(name: str) -> None:
    assert ours(PACKAGE / f"{name}.py") <= {"records", "events"}


@pytest.mark.parametrize("file", [f for f in FILES if room(f) in ROOMS], ids=named)
def test_rooms_do_not_import_one_another(file: Path) -> None:
    names = {name for name in imports(file) if name.startswith("assistant.")}
    if room(file) == "acting":
        names = {name for name in names if not name.startswith(LANGUAGE_TOOLS)}
    others = {name.split(".")[1] for name in names} & (ROOMS - {room(file)})
    assert others <= MAY_USE.get(room(file), set())


@pytest.mark.parametrize("file", FILES, ids=named)
def test_only_app_and_the_rooms_themselves_name_concrete_classes(file: Path) -> None:
    if room(file) in {"pipeline", *FOUNDATION}:
        assert not ours(file) & ROOMS


@pytest.mark.parametrize("file", FILES, ids=named)
def test_heavy_libraries_are_imported_where_they_are_needed(file: Path) -> None:
    top = {name.split(".")[0] for name in imports(file, top_only=True)}
    if room(file) != "training":
        assert not top & HEAVY


@pytest.mark.parametrize("pattern", PURE)
def test_pure_rooms_touch_no_device(pattern: str) -> None:
    for file in PACKAGE.glob(pattern):
        assert not {name.split(".")[0] for name in imports(file)} & DEVICES, named(file)


@pytest.mark.parametrize("file", INTENTS, ids=named)
def test_built_in_abilities_use_the_public_names_alone(file: Path) -> None:
    assert not {name for name in imports(file) if name.startswith("assistant.")} - public_names()


def public_names() -> set[str]:
    import assistant

    return {f"assistant.{name}" for name in assistant.__all__}


def test_the_page_of_the_architecture_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    tree, rules = page.split("## Rules of the house")
    folders = {f"{file.parent.name}/" for file in PACKAGE.glob("*/__init__.py")}
    files = {file.name for file in PACKAGE.glob("[!_]*.py")}
    assert [name for name in sorted(folders | files) if name not in tree] == []
    assert [name for name in sorted(FOUNDATION) if f"`{name}`" not in rules] == []


def test_help_starts_without_the_heavy_parts() -> None:
    script = (
        "import sys\n"
        "from assistant.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(*sorted({'onnxruntime', 'numpy', 'rich', 'sounddevice'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == ""
