"""The exporter's own Python environment: torch and optimum, apart from what the assistant runs in.

Made once in the cache folder, by venv and pip, which take their settings (another index, a proxy,
certificates) from where they always do.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

from assistant.errors import ModelError
from assistant.weights.shelf import installing
from assistant.weights.space import require_space

PINS = (
    "torch==2.13.0",
    "transformers==4.57.6",
    "optimum==2.1.0",
    "optimum-onnx==0.1.0",
    "onnx==1.23.2",
    "onnxruntime==1.32.0",
    "huggingface_hub==0.36.2",
)
"""What the exports of every architecture were tested with; transformers 5 and optimum-onnx 0.1
don't go together."""

NEEDED_BYTES = 2_500_000_000
"""Room for the environment with a torch for the CPU, while it is made."""

Tell = Callable[[str], object]
"""Takes what is being done, for a progress line."""


def exporter_python(folder: Path, tell: Tell, pins: Sequence[str] = PINS) -> Path:
    """The Python that has the exporter: our own where it has, else the environment's in `folder`.

    The environment is made when it isn't there or was made from other pins, whole or not at all.
    Raises ModelError when that can't be done.
    """
    if all(_is_here(pin) for pin in pins):
        return Path(sys.executable)
    made_from = folder / "made-from.txt"
    wanted = "\n".join([sys.version, *pins])
    if not made_from.is_file() or made_from.read_text(encoding="utf-8") != wanted:
        require_space(folder, NEEDED_BYTES, "The exporter")
        with installing(folder) as draft:
            _make(draft, pins, tell)
            (draft / made_from.name).write_text(wanted, encoding="utf-8")
    return _python(folder)


def _is_here(pin: str) -> bool:
    name, _, wanted = pin.partition("==")
    try:
        return metadata.version(name).partition("+")[0] == wanted
    except metadata.PackageNotFoundError:
        return False


def _make(folder: Path, pins: Sequence[str], tell: Tell) -> None:
    tell("making an environment for the exporter, once")
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise ModelError(
            "Python can't make an environment for the exporter "
            f"({_last_line(made.stdout + made.stderr)}); install its venv module "
            "(Debian: apt install python3-venv)."
        )
    pip = [str(_python(folder)), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    with subprocess.Popen(
        [*pip, *pins], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        said = []
        for line in running.stdout or ():
            said.append(line.strip())
            if found := re.match(r"\s*(Collecting|Processing|Downloading|Installing) +(\S+)", line):
                tell(f"installing the exporter, once: {found[1].lower()} {found[2]}")
    if running.returncode:
        raise _failure(said)


def _failure(said: Sequence[str]) -> ModelError:
    """What pip's complaint means for a person."""
    text = "\n".join(said)
    if "No space left" in text or "Errno 28" in text:
        return ModelError(
            f"No space is left for the exporter, which takes about {NEEDED_BYTES / 1e9:.1f} GB: "
            "free some, or set XDG_CACHE_HOME to another disk."
        )
    complaint = next((line for line in said if line.startswith("ERROR")), _last_line(text))
    return ModelError(
        f"The exporter's packages can't be installed ({complaint:.200}): "
        "check the network, or pip's settings, and try again."
    )


def _python(folder: Path) -> Path:
    windows = folder / "Scripts" / "python.exe"
    return windows if windows.is_file() else folder / "bin" / "python"


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip()[:200] if lines else "it says nothing"
