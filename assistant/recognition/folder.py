"""A model folder in the Hugging Face layout, read into one frozen record, and where folders lie.

config.json               the kind of model, and the convolutions that decide its frame rate
preprocessor_config.json  sampling rate, normalisation, attention mask; or a log-mel front end
vocab.json                with tokenizer_config.json and others: see `vocabulary`
model*.onnx               here or in onnx/; int8 is preferred
phonemes.json             optional: what the columns of a second output stand for
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from assistant.bundled import bundled
from assistant.errors import ModelError
from assistant.paths import data_folder
from assistant.recognition.frontend import read_log_mel
from assistant.recognition.jsonfile import JsonFile, read_json
from assistant.recognition.logmel import LogMel
from assistant.recognition.vocabulary import read_symbols, read_vocabulary
from assistant.records import SAMPLE_RATE, Vocabulary

PHONEMES_FILE = "phonemes.json"

_KERNELS, _STRIDES = (10, 3, 3, 3, 3, 2, 2), (5, 2, 2, 2, 2, 2, 2)
"""The convolutions of Wav2Vec2Config, where config.json has none of its own."""

_RATES_HZ = range(4_000, 192_001)


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What a model folder says about its model."""

    path: Path
    onnx: Path
    """The model file to run."""
    model_type: str
    """As in config.json: "wav2vec2", "hubert", ..."""
    sampling_rate: int
    """Samples a second that the model wants."""
    do_normalize: bool
    """The model wants each recording at mean 0 and variance 1."""
    vocabulary: Vocabulary
    """Of the output `logits`; may be longer than the output is wide, see `vocabulary.fit`."""
    phonemes: Vocabulary | None
    """Of the output `phoneme_logits`."""
    kernels: tuple[int, ...]
    """Kernel of each convolution, in its own input's steps."""
    strides: tuple[int, ...]
    log_mel: LogMel | None = None
    """What makes features of the sound, where the model doesn't read the samples themselves."""
    squeeze: int = 1
    """Neighbouring frames that the model takes as one (SEW); of fewer it makes nothing."""

    @property
    def hop(self) -> int:
        """Samples from one step of what the model reads to the next: 1, or a feature's."""
        return self.log_mel.hop_length if self.log_mel else 1

    @property
    def stride(self) -> int:
        """Samples from one frame to the next."""
        return math.prod(self.strides)

    @property
    def onnx_bytes(self) -> int:
        """Size of the model file with the external data beside it."""
        return _bytes(self.onnx)

    @property
    def frame_s(self) -> float:
        return self.stride / self.sampling_rate

    @property
    def receptive_field(self) -> int:
        """Samples that one frame sees."""
        return _receptive_field(self.kernels, self.strides)

    @property
    def shortest(self) -> int:
        """Samples of the shortest input that the model can read."""
        return self.receptive_field + (self.squeeze - 1) * self.stride

    @classmethod
    def load(cls, path: str | Path, *, file: str = "", language: str = "") -> ModelFolder:
        """Read the folder `path`.

        `file` names one of its ONNX files (default: the smallest int8 one, else model.onnx);
        `language` picks a vocabulary of a multilingual model. Raises ModelError when the folder
        isn't a CTC model that reads sound, or when something in it is missing or broken.
        """
        path = Path(path).expanduser()
        if not path.is_dir():
            raise ModelError(f"There is no model folder {path}; check the path.")
        config, preprocessor = read_json(path / "config.json"), _preprocessor(path)
        _check_architecture(config)
        rate = _sampling_rate(preprocessor)
        log_mel = read_log_mel(preprocessor, rate)
        kernels, strides = _subsampling(config, log_mel) if log_mel else _convolutions(config)
        pad_token_id = config.entries.get("pad_token_id")
        blank = pad_token_id if isinstance(pad_token_id, int) else None
        symbols = path / PHONEMES_FILE
        return cls(
            path=path,
            onnx=_onnx_file(path, file),
            model_type=config.text("model_type", "wav2vec2"),
            sampling_rate=rate,
            do_normalize=preprocessor.flag("do_normalize", default=log_mel is None),
            vocabulary=read_vocabulary(path, language, blank),
            phonemes=read_symbols(symbols) if symbols.is_file() else None,
            kernels=kernels,
            strides=strides,
            log_mel=log_mel,
            squeeze=config.integer("squeeze_factor", 1),
        )


def own_models() -> Path:
    """The folder into which a person's models are installed."""
    return data_folder() / "models"


def model_folders() -> list[Path]:
    """Where models are looked up by name: the person's own first, then the bundled ones."""
    return [own_models(), bundled("models")]


def find_model(name_or_path: str, search_folders: Sequence[Path]) -> Path:
    """The folder of a model: `search_folders`/name, or the path itself where it is a folder.

    A name may have an owner ("facebook/wav2vec2-base-960h") and never leads out of the search
    folders. Raises ModelError when there is neither; it lists the names that there are.
    """
    if _is_name(name_or_path):
        for folder in search_folders:
            if _exists(folder / name_or_path / "config.json"):
                return folder / name_or_path
    path = Path(name_or_path).expanduser()
    if name_or_path and _exists(path):
        return path
    names = sorted(installed_models(search_folders))
    there = f"there are: {', '.join(names)}" if names else "there is none yet"
    raise ModelError(
        f"There is no model {name_or_path!r}; name one that is installed ({there}) or a folder."
    )


def installed_models(search_folders: Sequence[Path]) -> dict[str, Path]:
    """The folder of every model by the name under which `find_model` finds it."""
    configs = [
        (folder, config)
        for folder in search_folders
        for pattern in ("*/config.json", "*/*/config.json")
        for config in sorted(folder.glob(pattern))
    ]
    found: dict[str, Path] = {}
    for folder, config in configs:
        name = config.parent.relative_to(folder).as_posix()
        if _is_name(name):
            found.setdefault(name, config.parent)
    return found


def _is_name(text: str) -> bool:
    """Whether it could be the name of a model, and never leads out of the search folders."""
    return not text.startswith((".", "/", "~")) and ".." not in PurePosixPath(text).parts


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for the file system
        return False


def _preprocessor(path: Path) -> JsonFile:
    """preprocessor_config.json, or the same inside the newer processor_config.json."""
    older, newer = path / "preprocessor_config.json", path / "processor_config.json"
    if older.is_file() or not newer.is_file():
        return read_json(older)
    return read_json(newer).section("feature_extractor")


def _check_architecture(config: JsonFile) -> None:
    names = config.entries.get("architectures")
    if isinstance(names, list) and names and not any("CTC" in str(name) for name in names):
        raise ModelError(
            f"{config.path.parent} is a {names[0]}; only CTC models (…ForCTC) give text here."
        )


def _convolutions(config: JsonFile) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Kernels and strides from the samples to the frames."""
    kernels = config.integers("conv_kernel", _KERNELS)
    strides = config.integers("conv_stride", _STRIDES)
    if len(kernels) != len(strides):
        raise ModelError(
            f"{config.path}: conv_kernel and conv_stride must be equally long; "
            "download the model again."
        )
    if config.flag("add_adapter", default=False):
        layers = min(config.integer("num_adapter_layers", 3), 16)  # more can't pass the check below
        kernels += (config.integer("adapter_kernel_size", 3),) * layers
        strides += (config.integer("adapter_stride", 2),) * layers
    _check_frame(config, kernels, strides)
    return kernels, strides


def _subsampling(config: JsonFile, log_mel: LogMel) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The same for a model that reads features, of which it makes one frame of so many."""
    factor = config.integer("subsampling_factor", 4)
    # A frame sees at least the features of the frames on either side of it.
    kernels, strides = (log_mel.n_fft, 3 * factor), (log_mel.hop_length, factor)
    _check_frame(config, kernels, strides)
    return kernels, strides


def _check_frame(config: JsonFile, kernels: Sequence[int], strides: Sequence[int]) -> None:
    if max(math.prod(strides), _receptive_field(kernels, strides)) > SAMPLE_RATE:
        raise ModelError(
            f"{config.path}: its convolutions make one frame of more than a second; "
            "download the model again."
        )


def _receptive_field(kernels: Sequence[int], strides: Sequence[int]) -> int:
    size = 1
    for kernel, stride in zip(reversed(kernels), reversed(strides), strict=True):
        size = (size - 1) * stride + kernel
    return size


def _sampling_rate(preprocessor: JsonFile) -> int:
    rate = preprocessor.integer("sampling_rate", SAMPLE_RATE)
    if rate not in _RATES_HZ:
        raise ModelError(
            f"{preprocessor.path}: no model works at {rate} samples a second; "
            "correct sampling_rate (16000 for nearly every model)."
        )
    return rate


def _onnx_file(path: Path, wanted: str) -> Path:
    files = sorted(path.glob("model*.onnx")) + sorted(path.glob("onnx/model*.onnx"))
    if wanted:
        return _named(path, wanted)
    if not files:
        raise ModelError(f"The model folder {path} has no model*.onnx; export the model to ONNX.")
    small = [file for file in files if "int8" in file.stem or "quantized" in file.stem]
    plain = [file for file in files if file.stem == "model"]
    return min(small or plain or files, key=_bytes)


def _named(path: Path, wanted: str) -> Path:
    if {"..", "/"} & set(PurePosixPath(wanted).parts):
        raise ModelError(f"{wanted!r} leads out of the model folder; name a file inside it.")
    if not (path / wanted).is_file():
        raise ModelError(f"The model folder {path} has no {wanted}; name a file that it has.")
    return path / wanted


def _bytes(file: Path) -> int:
    """Size of a model file with the external data beside it (model.onnx_data, model.onnx.data)."""
    return sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*"))
