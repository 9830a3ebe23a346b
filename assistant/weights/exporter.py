"""Run by `export` in the exporter's own environment, where torch is and this program isn't.

    python exporter.py '{"source": …, "target": …, "task": …, "method": …, …}'

Writes config.json and model.onnx into the folder `target`, and holds it against torch on speech.
Prints one JSON object a line: {"doing": …} while it works, at last {"done": …}, or {"refused": …}
where the checkpoint won't do.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

OPSET = 18

Tell = Callable[[str], object]


class CheckpointError(Exception):
    """The checkpoint can't be exported; the message says why."""


@dataclass(frozen=True)
class Job:
    """What to export, as `export` writes it down."""

    source: str
    """A folder with nothing but the checkpoint's checked files."""
    target: str
    task: str
    """"ctc" or "classification"."""
    method: str
    """"optimum" or "torch.onnx"."""
    language: str
    """Of the adapter that is merged; empty for none."""
    allow_pickle: bool
    sounds: list[str]
    """Files with samples, shape (samples,), at the model's rate."""


def main() -> None:
    try:
        _say(done=perform(Job(**json.loads(sys.argv[1])), lambda doing: _say(doing=doing)))
    except CheckpointError as error:
        _say(refused=str(error))


def perform(job: Job, tell: Tell) -> dict[str, Any]:
    """Export the checkpoint: versions of the tools, and how far the result is from torch.

    What the tools warn of is nothing to who exports: the result is held against torch.
    Raises CheckpointError when the checkpoint won't do.
    """
    model = load(job, tell)
    tell("writing the ONNX file")
    with warnings.catch_warnings(action="ignore"):
        {"optimum": with_optimum, "torch.onnx": with_torch}[job.method](model, job)
    model.config.save_pretrained(job.target)
    tell("holding it against torch")
    versions = {name: version(name) for name in ("torch", "transformers", "optimum-onnx")}
    return {"versions": versions, **differences(model, job)}


def load(job: Job, tell: Tell) -> Any:
    """The model with its adapter, every weight of it from the files."""
    tell("loading torch")
    import transformers

    tell("reading the weights")
    transformers.logging.set_verbosity_error()
    auto = {
        "ctc": transformers.AutoModelForCTC,
        "classification": transformers.AutoModelForAudioClassification,
    }[job.task]
    try:
        model, found = auto.from_pretrained(
            job.source,
            use_safetensors=not job.allow_pickle,
            output_loading_info=True,
            dtype="float32",
        )
        if job.language:
            model.load_adapter(job.language, use_safetensors=None if job.allow_pickle else True)
    # Loading runs code of four libraries over files that may hold anything.
    except (RuntimeError, ValueError, OSError, KeyError, TypeError, AttributeError) as error:
        raise CheckpointError(f"its weights don't fit its config.json ({_line(error)})") from error
    _check_whole(found, job)
    return model.eval()


def _check_whole(found: dict[str, Any], job: Job) -> None:
    """What the files lack would be random."""
    given = _adapter_names(job)
    missing = [
        name
        for name in found["missing_keys"]
        if not name.endswith("masked_spec_embed") and name not in given  # used in training alone
    ]
    if missing or found["mismatched_keys"]:
        raise CheckpointError(
            f"it lacks weights ({', '.join(sorted(missing)[:3])} …)"
            if missing
            else f"its weights have other shapes ({str(found['mismatched_keys'])[:200]})"
        )


def _adapter_names(job: Job) -> set[str]:
    path = Path(job.source) / f"adapter.{job.language}.safetensors"
    if path.is_file():
        from safetensors import safe_open

        with safe_open(path, "pt") as file:
            return set(file.keys())
    if job.language:
        import torch

        return set(torch.load(path.with_suffix(".bin"), "cpu", weights_only=True))
    return set()


def differences(model: Any, job: Job) -> dict[str, float]:
    """How far the ONNX file's log-probabilities are from those of torch, and over how many frames.

    Both read what the model's own feature extractor makes of each sound.
    """
    import numpy as np
    import onnxruntime
    import torch
    from transformers import AutoFeatureExtractor

    extractor = AutoFeatureExtractor.from_pretrained(job.source)
    session = onnxruntime.InferenceSession(
        str(Path(job.target) / "model.onnx"), providers=["CPUExecutionProvider"]
    )
    gaps, frames = [], 0
    for sound in job.sounds:
        inputs = extractor(
            np.load(sound), sampling_rate=extractor.sampling_rate, return_tensors="pt"
        ).input_values
        with torch.no_grad():
            exact = model(inputs).logits.log_softmax(-1)
        (found,) = session.run(["logits"], {"input_values": inputs.numpy()})
        gaps.append((torch.from_numpy(found).log_softmax(-1) - exact).abs().flatten())
        frames += exact.shape[1] if job.task == "ctc" else 1
    joined = torch.cat(gaps)
    return {"frames": frames, "max_abs": float(joined.max()), "mean_abs": float(joined.mean())}


def with_optimum(model: Any, job: Job) -> None:
    """optimum's exporter."""
    from optimum.exporters.onnx import onnx_export_from_model
    from optimum.utils import logging

    logging.set_verbosity_error()
    names = {"ctc": "automatic-speech-recognition", "classification": "audio-classification"}
    onnx_export_from_model(
        model,
        Path(job.target),
        task=names[job.task],
        opset=OPSET,
        do_validation=False,  # `differences` does it, on speech
    )


def with_torch(model: Any, job: Job) -> None:
    """torch's own exporter, by tracing."""
    import torch

    class Logits(torch.nn.Module):  # type: ignore[misc]  # of Any where torch is missing
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_values: Any) -> Any:
            return self.model(input_values).logits

    axes = {0: "batch", 1: "frames"} if job.task == "ctc" else {0: "batch"}
    torch.onnx.export(
        Logits().eval(),
        (torch.zeros(1, 16_000),),
        str(Path(job.target) / "model.onnx"),
        input_names=["input_values"],
        output_names=["logits"],
        dynamic_axes={"input_values": {0: "batch", 1: "samples"}, "logits": axes},
        opset_version=OPSET,
        dynamo=False,
    )


def _line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


def _say(**fields: object) -> None:
    print(json.dumps(fields), flush=True)


if __name__ == "__main__":
    main()
