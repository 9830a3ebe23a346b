"""Which language is spoken: a classifier in the Hugging Face layout, and the recogniser for each.

The identifier is a folder with a `…ForSequenceClassification` as ONNX (facebook/mms-lid-126 is
one): `id2label` in its config.json names the languages, three letters each as MMS has them or two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np

from assistant.errors import ModelError
from assistant.ports import AcousticModel
from assistant.recognition.acoustic import onnx_errors
from assistant.recognition.features import log_softmax, normalised, padded
from assistant.recognition.jsonfile import read_json
from assistant.records import SAMPLE_RATE, Emissions, Floats, Language

LONGEST_S = 10.0
"""So much sound is enough to tell the language by."""
SHORTEST_S = 0.5
"""Less is filled up with silence: pooling needs a few frames."""

Model = TypeVar("Model", bound=AcousticModel)

_TWO_LETTERS: Mapping[str, Language] = {
    "eng": "en",
    "deu": "de",
    "spa": "es",
    "fra": "fr",
    "ita": "it",
}


@dataclass(frozen=True, slots=True)
class Identified:
    """A language, and how sure the identifier is of it among those that were asked for."""

    language: Language
    confidence: float
    """0 to 1."""


def tells_languages(folder: Path) -> bool:
    """Whether the model in the folder classifies whole recordings instead of reading them."""
    names = read_json(folder / "config.json").entries.get("architectures")
    return isinstance(names, list) and any("SequenceClassification" in str(n) for n in names)


class SpokenLanguage:
    """Tells which of some languages is spoken."""

    def __init__(self, folder: Path) -> None:
        """Load the model of the folder. Raises ModelError where it is no such classifier."""
        config = read_json(folder / "config.json")
        if not tells_languages(folder):
            raise ModelError(f"{folder} doesn't tell languages; name a …ForSequenceClassification.")
        self._labels = _labels(folder, config.entries.get("id2label"))
        self._session = _session(folder)
        preprocessor = read_json(folder / "preprocessor_config.json")
        self._normalise = preprocessor.flag("do_normalize", default=True)
        self._input = self._session.get_inputs()[0].name
        self._folder = folder

    @property
    def languages(self) -> tuple[Language, ...]:
        """All that it knows, in the order of its outputs."""
        return self._labels

    def identify(self, samples: Floats, among: Sequence[Language] = ()) -> Identified:
        """The likeliest language of samples, shape (samples,) at SAMPLE_RATE; of all that it
        knows where none are named. Raises ModelError where it knows none of them.
        """
        wanted = [n for n, label in enumerate(self._labels) if not among or label in among]
        if not wanted:
            raise ModelError(
                f"{self._folder} knows none of {', '.join(among)}; name another identifier."
            )
        heard = samples[: round(LONGEST_S * SAMPLE_RATE)].astype(np.float32)
        heard = normalised(heard) if self._normalise else heard
        heard = padded(heard, round(SHORTEST_S * SAMPLE_RATE))
        try:
            logits = self._session.run(["logits"], {self._input: heard[None]})[0]
        except onnx_errors() as error:
            raise ModelError(f"{self._folder} failed; export it again.") from error
        chances = np.exp(log_softmax(logits[0][wanted]))
        best = int(chances.argmax())
        return Identified(self._labels[wanted[best]], float(chances[best]))


class PolyglotModel(Generic[Model]):
    """An AcousticModel that tells the language first, and has its recogniser read the sound."""

    def __init__(self, identifier: SpokenLanguage, models: Mapping[Language, Model]) -> None:
        self._identifier, self.models = identifier, models

    def told(self, samples: Floats) -> tuple[Language, Model]:
        """The language of samples, shape (samples,) at SAMPLE_RATE, and its recogniser."""
        language = self._identifier.identify(samples, tuple(self.models)).language
        return language, self.models[language]

    def emissions(self, samples: Floats) -> Emissions:
        """Of the recogniser of the language, which is noted in them."""
        language, model = self.told(samples)
        return replace(model.emissions(samples), language=language)


def _labels(folder: Path, names: object) -> tuple[Language, ...]:
    if not isinstance(names, dict) or not names:
        raise ModelError(f"{folder / 'config.json'} has no id2label; download the model again.")
    ordered = [str(names[key]) for key in sorted(names, key=int)]
    return tuple(_TWO_LETTERS.get(name, name) for name in ordered)


def _session(folder: Path) -> Any:
    import onnxruntime

    files = sorted(
        [*folder.glob("*.onnx"), *folder.glob("onnx/*.onnx")], key=lambda f: f.stat().st_size
    )
    if not files:
        raise ModelError(f"{folder} has no .onnx file; export the model with `models export`.")
    try:
        return onnxruntime.InferenceSession(str(files[0]), providers=["CPUExecutionProvider"])
    except onnx_errors() as error:
        raise ModelError(f"{files[0]} can't be loaded; download or export it again.") from error
