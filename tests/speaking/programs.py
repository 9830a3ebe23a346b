"""Programs that stand in for synthesisers, and write down what they were asked."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

ESPEAK = """
import json, sys, wave
words = sys.stdin.buffer.read().decode()
with open(LOG, "a") as log:
    print(json.dumps([sys.argv[1:], words]), file=log)
with wave.open(sys.stdout.buffer, "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(2)
    out.setframerate(22050)
    out.writeframes(b"\\x00\\x40" * 2205 + b"\\x00\\x00" * 2205)
"""
"""A tenth of a second at half of full scale, and as much silence, at 22,050 Hz."""

FAILING = "import sys; sys.exit('no such voice')"
MUMBLING = "print('this is no sound')"
SWALLOWING = "import sys; sys.stdin.read()"
HANGING = "import time; time.sleep(600)"


@dataclass(frozen=True)
class Folder:
    """Where the programs of a test are."""

    path: Path

    def program(self, name: str, script: str) -> str:
        """The path of a new program."""
        file = self.path / name
        file.write_text(f"#!{sys.executable}\nLOG = {str(self._log)!r}\n{script}")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return str(file)

    @property
    def asked(self) -> list[list[object]]:
        """Arguments and standard input of each run of an ESPEAK."""
        return [json.loads(line) for line in self._log.read_text().splitlines()]

    @property
    def _log(self) -> Path:
        return self.path / "asked.txt"
