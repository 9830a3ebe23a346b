"""Any CTC model as ONNX that reads samples, as Wav2Vec2 does, or log-mel features."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import AudioError, ModelError
from assistant.recognition.features import log_softmax, normalised, padded, windows
from assistant.recognition.folder import ModelFolder
from assistant.recognition.logmel import LogMel
from assistant.recognition.vocabulary import fit
from assistant.records import SAMPLE_RATE, Emissions, Floats, Vocabulary
from assistant.settings import RecognitionSettings

MOST_THREADS = 4
"""Threads of one inference unless told otherwise; more hardly help a short command."""

WINDOW_S, CONTEXT_S = 20.0, 2.0
"""Longer sound is read in windows of 20 s, each with 2 s on either side for context alone: memory
and attention grow with the square of the length."""

SOUND, MASK, LETTERS, PHONEMES = "input_values", "attention_mask", "logits", "phoneme_logits"
FEATURES, COUNT = "input_features", "input_lengths"
"""The inputs and outputs that we know by name."""

_TYPES = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
    "tensor(bool)": np.bool_,
}


class OnnxAcousticModel:
    """An AcousticModel; safe to use from several threads."""

    def __init__(self, folder: ModelFolder, settings: RecognitionSettings) -> None:
        """Load the model. `settings.warm_up` is left to the caller.

        Raises ModelError when the file is broken, wants other inputs, gives other outputs than
        its vocabulary, or when a provider isn't there.
        """
        self._folder = folder
        self._session = _open_session(folder.onnx, settings)
        self._options = _run_options()
        self._types = _input_types(folder, self._session)
        self._outputs = _output_names(folder, self._session)

    def warm_up(self) -> None:
        """Read a second of silence, so that the first command isn't slow."""
        self.emissions(np.zeros(SAMPLE_RATE, np.float32))

    def emissions(self, samples: Floats) -> Emissions:
        """Log-probabilities for samples of shape (samples,) at SAMPLE_RATE.

        Sound shorter than one frame is padded with silence. Raises AudioError for samples that
        are no finite numbers, and ModelError when the model fails or gives such.
        """
        outputs = self._read(self._prepared(samples))
        letters = self._reading(outputs[0], self._folder.vocabulary)
        if len(outputs) == 1 or self._folder.phonemes is None:
            return letters
        phonemes = self._reading(outputs[1], self._folder.phonemes)
        return Emissions(letters.log_probs, letters.vocabulary, letters.frame_s, phonemes)

    def inputs(self, samples: Floats) -> dict[str, NDArray[np.generic]]:
        """What the session is given for samples of shape (samples,) at SAMPLE_RATE, by its inputs.

        All at once, without windows. Raises AudioError as `emissions` does.
        """
        return self._inputs(self._prepared(samples)[None])

    @property
    def frame_samples(self) -> int:
        """Samples at SAMPLE_RATE from one frame to the next."""
        return round(self._folder.frame_s * SAMPLE_RATE)

    def together(self, sounds: Sequence[Floats]) -> list[Emissions]:
        """Emissions of several sounds of one length, read at once and without windows.

        Memory grows with the square of the length. Raises as `emissions` does.
        """
        logits = self._run(np.stack([self._prepared(samples) for samples in sounds]))[0]
        return [self._reading(each, self._folder.vocabulary) for each in logits]

    def _prepared(self, samples: Floats) -> Floats:
        """What the model reads: the sound at its rate and level, or (steps, bands) of features.

        Long enough for a frame.
        """
        _check_sound(samples)
        sound = _resampled(samples.astype(np.float32, copy=False), self._folder.sampling_rate)
        if self._folder.do_normalize:
            sound = normalised(sound)
        sound = padded(sound, self._folder.shortest)
        return self._folder.log_mel.features(sound) if self._folder.log_mel else sound

    def _inputs(self, sounds: Floats) -> dict[str, NDArray[np.generic]]:
        """For stretches of what `_prepared` gives, (batch, samples) or (batch, steps, bands)."""
        whole: dict[str, NDArray[Any]] = {
            SOUND: sounds,
            FEATURES: sounds,
            MASK: np.ones(sounds.shape[:2]),
            COUNT: np.full(len(sounds), sounds.shape[1]),
        }
        return {name: whole[name].astype(kind) for name, kind in self._types.items()}

    def _read(self, sound: Floats) -> list[Floats]:
        """Each output for the whole sound, shape (frames, columns)."""
        hop = self._folder.hop
        stride, rate = self._folder.stride // hop, self._folder.sampling_rate / hop
        length, context = (round(s * rate / stride) * stride for s in (WINDOW_S, CONTEXT_S))
        parts = []
        for window in windows(len(sound), length, context, stride):
            outputs = self._run(sound[None, window.start : window.stop])
            end = None if window.keep is None else window.skip + window.keep
            parts.append([output[0, window.skip : end] for output in outputs])
        return [np.concatenate(outputs) for outputs in zip(*parts, strict=True)]

    def _run(self, sounds: Floats) -> list[Floats]:
        """Each output, shape (batch, frames, columns), for stretches of sound or features."""
        try:
            outputs = self._session.run(self._outputs, self._inputs(sounds), self._options)
        except onnx_errors() as error:
            raise ModelError(
                f"{self._folder.onnx} failed on {sounds.shape[1]} steps of sound "
                f"({_reason(error)}); export it again with a free number of them."
            ) from error
        return [output.astype(np.float32) for output in outputs]

    def _reading(self, logits: Floats, vocabulary: Vocabulary) -> Emissions:
        if not np.isfinite(logits).all():
            raise ModelError(
                f"{self._folder.onnx} gives values that are no numbers; "
                "its weights are broken, download or quantise it again."
            )
        fitted = fit(vocabulary, logits.shape[-1], self._folder.onnx)
        return Emissions(log_softmax(logits), fitted, self._folder.frame_s)


def _check_sound(samples: Floats) -> None:
    if samples.ndim != 1:
        raise AudioError(f"Sound must be mono, not of shape {samples.shape}; mix its channels.")
    if not np.isfinite(samples).all():
        raise AudioError(
            "The sound holds values that are no numbers; repair the recording or record it again."
        )


def _resampled(samples: Floats, rate: int) -> Floats:
    if rate == SAMPLE_RATE or not len(samples):
        return samples
    import soxr

    resampled: Floats = soxr.resample(samples, SAMPLE_RATE, rate)
    return resampled


def _open_session(path: Path, settings: RecognitionSettings) -> Any:
    """An onnxruntime InferenceSession."""
    import onnxruntime

    _check_providers(settings.providers, onnxruntime.get_available_providers())
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = settings.threads or min(MOST_THREADS, _cores())
    options.inter_op_num_threads = 1
    # Plans for lengths that hardly come twice: they cost a base model 100 MB and save no time.
    options.enable_mem_pattern = False
    options.log_severity_level = 4  # failures arrive as exceptions
    # Threads that wait for work by spinning would burn a core while nobody speaks.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        session = onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=list(settings.providers)
        )
    except onnx_errors() as error:
        raise ModelError(
            f"{path} can't be loaded ({_reason(error)}); download or export it again."
        ) from error
    _give_back()
    return session


def _give_back() -> None:
    """Loading a base model leaves 80 MB of freed memory in glibc's heap, which keeps them."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _run_options() -> Any:
    """Give memory back after each run: the arena of a base model would keep 460 MB after one
    utterance of 20 s. That costs 5 % of the time; doing without the arena costs more."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options


def onnx_errors() -> tuple[type[Exception], ...]:
    """Everything that onnxruntime raises: its exceptions have no common base."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    found = [value for value in vars(state).values() if isinstance(value, type)]
    return (RuntimeError, ValueError, *(v for v in found if issubclass(v, Exception)))


def _reason(error: Exception) -> str:
    """What onnxruntime says, in one line, without its numbers and the path."""
    said = str(error).split(" : ", 2)[-1].partition(" failed:")
    return (said[2] or said[0]).strip().partition("\n")[0][:160] or type(error).__name__


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _check_providers(wanted: Sequence[str], available: Sequence[str]) -> None:
    for name in wanted:
        if name not in available:
            raise ModelError(
                f"onnxruntime has no provider {name!r} here; "
                f"set recognition.providers to some of {', '.join(available)}."
            )


def _input_types(folder: ModelFolder, session: Any) -> dict[str, Any]:
    """The numpy type of each input. Raises ModelError for inputs that we can't give."""
    given = session.get_inputs()
    names = {node.name for node in given}
    reads, beside = (FEATURES, COUNT) if folder.log_mel else (SOUND, MASK)
    if reads not in names or not names <= {reads, beside}:
        raise ModelError(
            f"{folder.onnx}: this model wants {', '.join(sorted(names))}; by its "
            f"preprocessor_config.json it would read {reads}, with or without {beside}; "
            "take a CTC export of that kind."
        )
    for node in given:
        if node.type not in _TYPES or not _fits(node.name, node.shape, folder.log_mel):
            raise ModelError(
                f"{folder.onnx}: its input {node.name} is {node.type} of shape {node.shape}; "
                f"export it with free axes {_axes(node.name, folder.log_mel)}."
            )
    return {node.name: _TYPES[node.type] for node in given}


def _fits(name: str, shape: Sequence[Any], log_mel: LogMel | None) -> bool:
    """Whether an input is of the shape that we give it, for any length of sound."""
    if name == COUNT:
        return len(shape) == 1
    if log_mel is None:
        return len(shape) == 2 and not isinstance(shape[1], int)
    bands = shape[-1] if len(shape) == 3 else 0
    return not isinstance(shape[1], int) and (not isinstance(bands, int) or bands == log_mel.bands)


def _axes(name: str, log_mel: LogMel | None) -> str:
    if name == COUNT:
        return "(batch,)"
    return f"(batch, steps, {log_mel.bands})" if log_mel else "(batch, samples)"


def _output_names(folder: ModelFolder, session: Any) -> list[str]:
    """The outputs to ask for; their widths, where the model says them, fit the vocabularies."""
    given = {node.name: node.shape for node in session.get_outputs()}
    if LETTERS not in given or len(given[LETTERS]) != 3:
        shapes = ", ".join(f"{name} of shape {shape}" for name, shape in given.items())
        raise ModelError(
            f"{folder.onnx} gives {shapes}; a CTC model gives {LETTERS} of (batch, frames, "
            "vocabulary), export it as one."
        )
    wanted = [(LETTERS, folder.vocabulary)]
    if folder.phonemes is not None:
        wanted.append((PHONEMES, folder.phonemes))
    for name, vocabulary in wanted:
        if name not in given:
            raise ModelError(f"{folder.onnx} has no output {name}; remove phonemes.json.")
        if isinstance(given[name][-1], int):
            fit(vocabulary, given[name][-1], folder.onnx)
    return [name for name, _ in wanted]
