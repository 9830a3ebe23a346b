"""From a torch checkpoint to a model folder with model.onnx.

What needs torch is done by `exporter`, in an environment of its own (`workshop`); here the files
are checked before, and put in place behind.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import ModelError
from assistant.records import SAMPLE_RATE, Floats
from assistant.weights.checkpoint import Checkpoint, Task, check
from assistant.weights.exporter import Job
from assistant.weights.shelf import called, installing, record_of, write_record
from assistant.weights.space import require_space

REPORT_FILE = "export.json"

METHODS = ("optimum", "torch.onnx")
"""The second is for what the first can't export, or exports wrongly."""

TOLERANCE = 0.05
"""How far a log-probability may be from torch's. Rounding stays far below that; an export that
froze the length it was made with is far above."""

Exporter = Callable[[Job], dict[str, Any]]
"""Does a job and gives `versions`, `frames`, `max_abs` and `mean_abs`. Raises ModelError where the
method won't do, and RefusedError where no method will."""


class RefusedError(ModelError):
    """The checkpoint itself can't be exported."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The checkpoint can't be exported: {why}; check that all its files belong together, "
            "or take another model."
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export, and how."""

    source: str
    """As a person named it."""
    revision: str = ""
    """Its commit on the hub."""
    language: str = ""
    """Of the adapter that is merged in; empty for none."""
    allow_pickle: bool = False
    """Weights may be in a format that can run code when it is opened."""


@dataclass(frozen=True, slots=True)
class Report:
    """How an export went; kept beside the model as export.json."""

    source: str
    revision: str
    language: str
    task: Task
    method: str
    sounds: int
    """On so many it was held against torch."""
    versions: Mapping[str, str]
    """Of the packages that made it."""
    frames: int
    max_abs: float
    """Largest absolute difference of a log-probability."""
    mean_abs: float
    """Mean absolute difference of the log-probabilities."""


def export(
    files: Mapping[str, Path],
    folder: Path,
    wanted: Wanted,
    speech: Floats,
    exporter: Exporter,
    try_out: Callable[[Path, Task], object],
) -> Report:
    """Export the checkpoint whose files are given by name, and install it as `folder`.

    `speech`, shape (samples,) at SAMPLE_RATE, is what the result is held against torch on;
    `try_out` raises where the assistant can't run it. Raises ModelError when the checkpoint, the
    exporter or the disk won't do; `folder` is then as it was.
    """
    with tempfile.TemporaryDirectory(prefix="export-") as scratch, installing(folder) as draft:
        staged = _staged(files, Path(scratch) / Path(wanted.source).name)
        with called(staged, wanted.source):
            checkpoint = check(staged)
        require_space(folder, 2 * checkpoint.weight_bytes)
        sounds = _save_sounds(speech, checkpoint, Path(scratch))
        report = _first_good(_Attempts(exporter, checkpoint, wanted, sounds), draft)
        _describe(staged, draft, wanted.language)
        _write(draft / REPORT_FILE, asdict(report))
        if wanted.revision:
            write_record(draft, record_of(draft, wanted.source, wanted.revision))
        try_out(draft, checkpoint.task)
    return report


def read_report(folder: Path) -> Report | None:
    """How the export in a model folder went; None for a folder that wasn't exported.

    Raises ModelError when that can't be read.
    """
    file = folder / REPORT_FILE
    if not file.is_file():
        return None
    try:
        return Report(**_read(file))  # type: ignore[arg-type]  # our own file
    except TypeError as error:
        raise ModelError(f"{file} can't be read; export the model again.") from error


def _staged(files: Mapping[str, Path], folder: Path) -> Path:
    """A folder with nothing but the chosen files, so that nothing else of the source is opened."""
    folder.mkdir()
    for name, path in files.items():
        (folder / name).symlink_to(path.resolve())
    return folder


def _save_sounds(speech: Floats, checkpoint: Checkpoint, folder: Path) -> list[Path]:
    """The whole and its first third: an export may have frozen the length it was made with."""
    if checkpoint.sampling_rate != SAMPLE_RATE:
        import soxr

        speech = soxr.resample(speech, SAMPLE_RATE, checkpoint.sampling_rate)
    paths = []
    for number, sound in enumerate((speech, speech[: len(speech) // 3])):
        path = folder / f"{number}.npy"
        np.save(path, sound)
        paths.append(path)
    return paths


@dataclass(frozen=True, slots=True)
class _Attempts:
    """Tries to export one checkpoint, by one method after the other."""

    exporter: Exporter
    checkpoint: Checkpoint
    wanted: Wanted
    sounds: Sequence[Path]

    def attempt(self, method: str, target: Path) -> Report:
        """Export into `target`. Raises ModelError where that fails, or is too far from torch."""
        wanted, task = self.wanted, self.checkpoint.task
        done = self.exporter(
            Job(
                source=str(self.checkpoint.folder),
                target=str(target),
                task=task,
                method=method,
                language=wanted.language,
                allow_pickle=wanted.allow_pickle,
                sounds=[str(path) for path in self.sounds],
            )
        )
        report = Report(
            source=wanted.source,
            revision=wanted.revision,
            language=wanted.language,
            task=task,
            method=method,
            sounds=len(self.sounds),
            **done,
        )
        if not report.max_abs <= TOLERANCE:  # what is no number is too far as well
            raise ModelError(
                f"{wanted.source}, exported with {method}, is {report.max_abs:.3g} away from "
                "torch on speech, which is too far: please report this model."
            )
        return report


def _first_good(attempts: _Attempts, draft: Path) -> Report:
    """Export with the first method whose result is like torch, and put it into `draft`."""
    failures: list[ModelError] = []
    for method in METHODS:
        with tempfile.TemporaryDirectory(dir=draft.parent, prefix=".export-") as scratch:
            try:
                report = attempts.attempt(method, Path(scratch))
            except RefusedError:
                raise
            except ModelError as error:
                failures.append(error)
                continue
            for path in (Path(scratch) / "config.json", *Path(scratch).glob("model.onnx*")):
                shutil.move(path, draft / path.name)
            return report
    raise failures[0]


def _describe(staged: Path, draft: Path, language: str) -> None:
    """The files that describe the model, with the vocabulary of the merged language alone."""
    for path in staged.iterdir():
        told = path.suffix in (".json", ".md") and ".index." not in path.name
        if told and path.name != "config.json":  # the exporter wrote that
            shutil.copyfile(path, draft / path.name)
    if language:
        vocabulary = _read(draft / "vocab.json")
        tokenizer = _read(draft / "tokenizer_config.json")
        if language not in vocabulary:
            raise ModelError(
                f"vocab.json has no letters for {language!r}; download the model again."
            )
        _write(draft / "vocab.json", {language: vocabulary[language]})
        _write(draft / "tokenizer_config.json", {**tokenizer, "target_lang": language})


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path.name} can't be read; download the model again.") from error
    return found if isinstance(found, dict) else {}


def _write(path: Path, entries: object) -> None:
    path.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
