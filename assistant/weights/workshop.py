"""Runs the exporter in a process of its own, with the Python that has torch."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.errors import ModelError
from assistant.weights import exporter
from assistant.weights.environment import Tell
from assistant.weights.export import RefusedError


@dataclass(frozen=True, slots=True)
class Workshop:
    """An Exporter (see `export`)."""

    python: Callable[[], Path]
    """Finds, or makes, a Python that has the exporter."""
    tell: Tell
    """Is told what is being done."""

    def __call__(self, job: exporter.Job) -> dict[str, Any]:
        """Do the job. Raises ModelError where this method can't, RefusedError where none can."""
        said: dict[str, Any] = {}
        with (
            tempfile.TemporaryFile("w+", encoding="utf-8") as complaints,
            subprocess.Popen(
                [str(self.python()), "-I", exporter.__file__, json.dumps(asdict(job))],
                env={**os.environ, "HF_HUB_OFFLINE": "1", "CUDA_VISIBLE_DEVICES": ""},
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            ) as running,
        ):
            for line in running.stdout or ():
                said = _said(line) or said
                if "doing" in said:
                    self.tell(f"exporting with {job.method}: {said['doing']}")
            status = running.wait()
            complaints.seek(0)
            last = (complaints.read().strip().splitlines() or ["it says nothing"])[-1]
        if "done" in said:
            return dict(said["done"])
        raise _failure(said, status, last)


def _said(line: str) -> dict[str, Any]:
    """One line of the exporter; what libraries print besides is nothing to us."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _failure(said: dict[str, Any], status: int, last: str) -> ModelError:
    if "refused" in said:
        return RefusedError(said["refused"])
    if status < 0:
        return ModelError(
            "The exporter was killed, as happens when memory runs out: close other programs, or "
            "export on a larger machine and copy the folder."
        )
    return ModelError(f"The exporter failed ({last:.200}); please report this model.")
