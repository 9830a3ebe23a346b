"""From a training checkpoint to a model folder that the assistant (or anything that reads
Wav2Vec2) runs.

    release(ReleaseSettings(checkpoints, folder, manifests, recipe))

averages the checkpoints, exports letters and phonemes as two outputs of one ONNX graph, quantises
its matrices to int8, compares int8 with fp32 on real speech, writes the Hugging Face layout around
it and measures the folder on development speakers for its model card.
"""

from __future__ import annotations

import math
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
import torch
from torch import Tensor, nn

from assistant.errors import TrainingError
from assistant.recognition.features import normalised
from assistant.records import SAMPLE_RATE
from assistant.storage import make_folder
from assistant.training.card import Facts, model_card
from assistant.training.corpus import Clip, Corpus, read_samples
from assistant.training.evaluate import Report, edits, evaluate, held_out_clips, spread
from assistant.training.layout import write_json, write_preprocessor, write_tokenizer
from assistant.training.model import LETTERS, ModelShape, SpeechModel, build_model
from assistant.training.origin import ORIGINS, Origin
from assistant.training.progress import spelled
from assistant.training.state import mean_weights, read_checkpoint

ONNX_OPSET = 18

CALIBRATING = 40
"""Clips of people, from training, that tell the range of what goes through each convolution."""

LARGEST_COST = 0.003
"""Letter error rate that convolutions in int8 may cost, or change in any way."""

LARGEST_GAP = 1e-2
"""Largest difference in a logit between torch and the fp32 graph that can be rounding."""


@dataclass(frozen=True, slots=True)
class ReleaseSettings:
    """What is released, and on what it is measured."""

    checkpoints: tuple[Path, ...]
    """Checkpoints of one run, whose averaged weights are averaged once more."""
    folder: Path
    """The model folder to write."""
    manifests: tuple[Path, ...]
    """Everything that training used, and the development speakers."""
    recipe: str
    """How the model was trained, a paragraph for its card."""
    evaluated: int = 150
    """Clips of each held-out source for the error rates."""
    compared: int = 150
    """Of these, clips on which int8 is compared with fp32."""


@dataclass(frozen=True, slots=True)
class Released:
    """What a release came to."""

    agreement: Agreement
    report: Report


@dataclass(frozen=True, slots=True)
class Weights:
    """A model as training knows it, without what only training needs."""

    model: SpeechModel
    symbols: tuple[str, ...]
    """The phoneme vocabulary."""
    heard_hours: float
    """Audio heard in training, augmentation and repetition included."""
    origin: Origin = ORIGINS[""]


def averaged(checkpoints: Sequence[Path]) -> Weights:
    """The mean of the averaged weights of `checkpoints`, which must share one shape and
    vocabulary.
    """
    if not checkpoints:
        raise TrainingError("Name at least one checkpoint to release.")
    kept = [read_checkpoint(path) for path in checkpoints]
    first = kept[-1]
    if any(k["symbols"] != first["symbols"] or k["shape"] != first["shape"] for k in kept):
        raise TrainingError(
            "The checkpoints have different shapes or phonemes; release those of one run."
        )
    model = build_model(ModelShape(**first["shape"]), len(first["symbols"]), seed=0)
    model.load_state_dict(mean_weights(kept))
    origin = ORIGINS[first.get("origin", "")]
    return Weights(model.eval(), tuple(first["symbols"]), first["heard"] / 3600, origin)


def export(model: SpeechModel, target: Path) -> None:
    """Write `model` as ONNX: `input_values` (batch, samples) to `logits` and `phoneme_logits`.

    With optimum's exporter, told of the second output.
    """
    from optimum.exporters.onnx import export as export_onnx
    from optimum.exporters.onnx.model_configs import Wav2Vec2OnnxConfig

    class TwoReadings(Wav2Vec2OnnxConfig):
        inputs = MappingProxyType({"input_values": {0: "batch", 1: "samples"}})
        outputs = MappingProxyType(
            {name: {0: "batch", 1: "frames"} for name in ("logits", "phoneme_logits")}
        )

    config = TwoReadings(model.config, task="automatic-speech-recognition")
    with warnings.catch_warnings(action="ignore"):  # the result is held against the network
        export_onnx(_Named(model).eval(), config, target, opset=ONNX_OPSET)


class _Named(nn.Module):
    """The model with its outputs by name, as optimum wants them."""

    def __init__(self, model: SpeechModel) -> None:
        super().__init__()
        self._model, self.config = model, model.config

    def forward(self, input_values: Tensor) -> dict[str, Tensor]:
        letters, phonemes = self._model(input_values)
        return {"logits": letters, "phoneme_logits": phonemes}


def write_layout(weights: Weights, folder: Path) -> None:
    """The JSON files around the ONNX file, as Hugging Face's tools write them, and the licence of
    those whose weights went into it.
    """
    config = weights.model.config.to_dict()
    config |= {"architectures": ["Wav2Vec2ForCTC"], "torch_dtype": "float32"}
    kept = {key: value for key, value in config.items() if not key.startswith("_")}
    write_json(folder / "config.json", kept, sort=True)
    write_preprocessor(folder, mask=False)
    write_tokenizer(folder, LETTERS)
    symbols = {symbol: index for index, symbol in enumerate(weights.symbols)}
    write_json(folder / "phonemes.json", symbols)
    weights.origin.write_licence(folder)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the int8 file is from the fp32 network on real speech."""

    frames: int
    same_letter: float
    """Share of the frames whose best letter agrees."""
    same_phoneme: float
    fp32_gap: float
    """Largest difference between torch's logits and those of the fp32 ONNX graph."""
    front: Front


@dataclass(frozen=True, slots=True)
class Front:
    """What became of the convolutions."""

    cer_float: float = math.nan
    """Letter error rate with convolutions in fp32; NaN where no others were tried."""
    cer_int8: float = math.nan

    @property
    def kept(self) -> bool:
        """Whether they compute in int8."""
        return abs(self.cer_int8 - self.cer_float) < LARGEST_COST

    def __str__(self) -> str:
        if math.isnan(self.cer_int8):
            return "in fp32"
        cost = f"letter errors {self.cer_float:.1%} → {self.cer_int8:.1%}"
        return f"in int8 ({cost})" if self.kept else f"in fp32; int8 would cost too much ({cost})"


def compared(
    model: SpeechModel, full: Path, small: Path, front: Front, waves: Sequence[np.ndarray]
) -> Agreement:
    """`model` against its ONNX files on `waves` (each (samples,), mean 0 and variance 1)."""
    import onnxruntime

    sessions = [
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        for path in (full, small)
    ]
    frames, same, gap = 0, [0, 0], 0.0
    for wave in waves:
        with torch.inference_mode():
            exact = [reading[0].numpy() for reading in model(torch.from_numpy(wave)[None])]
        fp32, int8 = (
            [out[0] for out in s.run(None, {"input_values": wave[None]})] for s in sessions
        )
        gap = max(gap, *(float(np.abs(a - b).max()) for a, b in zip(exact, fp32, strict=True)))
        frames += len(exact[0])
        same = [
            n + int((a.argmax(1) == b.argmax(1)).sum())
            for n, a, b in zip(same, fp32, int8, strict=True)
        ]
    return Agreement(frames, same[0] / max(1, frames), same[1] / max(1, frames), gap, front)


def release(settings: ReleaseSettings) -> Released:
    """Write the model folder: one int8 ONNX file, the JSON files, the model card.

    Raises CorpusError when a speaker is in two splits, for then no figure on the card would mean
    anything, and TrainingError when the exported graph does not say what the network says.
    """
    corpus = Corpus.load(settings.manifests)
    weights = averaged(settings.checkpoints)
    make_folder(settings.folder)
    held_out = held_out_clips(corpus.clips, settings.evaluated)
    target = settings.folder / "model_quantized.onnx"
    people = corpus.where(split="train", kind="people").clips
    agreement = converted(
        weights, target, spread(held_out, settings.compared), spread(people, CALIBRATING)
    )
    write_layout(weights, settings.folder)
    report = _evaluated(settings.folder, held_out, corpus)
    facts = Facts(
        origin=weights.origin,
        frame_s=math.prod(weights.model.config.conv_stride) / SAMPLE_RATE,
        parameters=sum(p.numel() for p in weights.model.parameters()) / 1e6,
        megabytes=target.stat().st_size / 1e6,
        heard_hours=weights.heard_hours,
        recipe=settings.recipe,
        same_letter=agreement.same_letter,
        same_phoneme=agreement.same_phoneme,
        front=str(agreement.front),
    )
    card = model_card(facts, corpus.clips, report)
    (settings.folder / "README.md").write_text(card, encoding="utf-8")
    return Released(agreement, report)


def converted(
    weights: Weights, target: Path, clips: Sequence[Clip], speech: Sequence[Clip] = ()
) -> Agreement:
    """Export and quantise to `target`, and compare on `clips`.

    The convolutions become int8 too, in ranges that `speech` gives, where that costs no letters.
    """
    from assistant.weights.quantise import quantise

    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "model.onnx"
        export(weights.model, full)
        quantise(full, target)
        front = _with_int8_front(full, target, clips, speech) if speech else Front()
        agreement = compared(weights.model, full, target, front, list(map(_wave, clips)))
    if agreement.fp32_gap > LARGEST_GAP:
        raise TrainingError(
            f"The exported graph differs from the network by {agreement.fp32_gap:.3g} in a logit: "
            "export with the versions of torch and transformers that the project names."
        )
    return agreement


def _with_int8_front(
    full: Path, target: Path, clips: Sequence[Clip], speech: Sequence[Clip]
) -> Front:
    """Put int8 convolutions into `target`, calibrated on `speech`, if that changes little."""
    from assistant.weights.quantise import Recipe, quantise

    draft = full.with_name("front.onnx")
    quantise(full, draft, Recipe(speech=[{"input_values": _wave(clip)[None]} for clip in speech]))
    front = Front(*(letter_errors(path, clips) for path in (target, draft)))
    if front.kept:
        shutil.copyfile(draft, target)
    return front


def _wave(clip: Clip) -> np.ndarray:
    """(samples,) of mean 0 and variance 1."""
    return normalised(read_samples(clip))


def letter_errors(graph: Path, clips: Sequence[Clip]) -> float:
    """Letter error rate of an ONNX file, greedy."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(graph), providers=["CPUExecutionProvider"])
    errors = letters = 0
    for clip in clips:
        (logits,) = session.run(["logits"], {"input_values": _wave(clip)[None]})
        errors += edits(clip.text, spelled(logits[0].argmax(-1).tolist()))
        letters += len(clip.text)
    return errors / max(1, letters)


def _evaluated(folder: Path, clips: Sequence[Clip], corpus: Corpus) -> Report:
    """Figures of the int8 file, through the very code that the assistant hears with."""
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.settings import RecognitionSettings

    model = OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings())
    noises = corpus.where(split="dev", kind="noise").clips
    return evaluate(clips, model.emissions, noises=noises)
