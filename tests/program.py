"""Running the program in a process of its own, as somebody who has nothing yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema

ROOT = Path(__file__).parent.parent


def _closed(schema: object) -> object:
    """The schema without room for fields that it doesn't name: others may be added later, but not
    without saying so there.
    """
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: _closed(part) for name, part in schema.items()}
    return {"additionalProperties": False, **parts} if "properties" in schema else parts


SCHEMA = _closed(json.loads((ROOT / "docs" / "turn.schema.json").read_text(encoding="utf-8")))

Home = dict[str, str]


def new_home(folder: Path) -> Home:
    """The environment of a person whose folders are all in `folder`, and empty."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    own = {
        "HOME": folder,
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "data",
        "XDG_CACHE_HOME": folder / "cache",
    }
    return {**kept, **{key: str(path) for key, path in own.items()}, "TZ": "Europe/London"}


def run(
    home: Home, *arguments: object, stdin: bytes = b"", timeout_s: float = 100
) -> subprocess.CompletedProcess[str]:
    """`assistant ARGUMENTS`, to its end, which no mistake of the program may be."""
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *map(str, arguments)],
        env=home,
        input=stdin,
        capture_output=True,
        timeout=timeout_s,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "The program made a mistake" not in err, err
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def json_lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    """The lines of a `--json` run, each as the schema wants it."""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    for line in found:
        jsonschema.validate(line, SCHEMA)
    return found


def turns(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    """The lines about utterances."""
    return [line for line in json_lines(done) if "event" not in line]
