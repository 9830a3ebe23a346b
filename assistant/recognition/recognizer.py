"""Three lines for programs, like transformers' pipeline:

recognizer = Recognizer.load("starter-en")
print(recognizer("command.wav")["text"])
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.errors import AudioError
from assistant.ports import Decoder
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder, find_model, model_folders
from assistant.recognition.greedy import GreedyDecoder
from assistant.recognition.longform.chunks import Strides
from assistant.recognition.longform.reader import join, parts
from assistant.records import SAMPLE_RATE, Floats
from assistant.settings import RecognitionSettings


class Recognizer:
    """A path or samples in, text with words out."""

    def __init__(self, model: OnnxAcousticModel, decoder: Decoder) -> None:
        self._model, self._decoder = model, decoder

    @classmethod
    def load(
        cls,
        name_or_path: str | Path = "",
        settings: RecognitionSettings | None = None,
        search_folders: Sequence[Path] | None = None,
    ) -> Recognizer:
        """A model by name or folder; `settings.model` where nothing is named.

        Raises ModelError when it can't be found or used.
        """
        settings = settings or RecognitionSettings()
        folders = model_folders() if search_folders is None else search_folders
        path = find_model(str(name_or_path or settings.model), folders)
        model = OnnxAcousticModel(ModelFolder.load(path), settings)
        return cls(model, GreedyDecoder(keep_special=True))

    def __call__(
        self,
        audio: str | Path | Floats,
        chunk_length_s: float = 0.0,
        stride_length_s: float | tuple[float, float] | None = None,
        batch_size: int = 1,
    ) -> dict[str, object]:
        """{"text": str, "confidence": float, "words": [{"text", "start_s", "end_s", ...}]}.

        `audio` is a file that libsndfile reads, or samples of shape (samples,) at SAMPLE_RATE.
        With `chunk_length_s` it is read in chunks that overlap by `stride_length_s` on the left and
        on the right (a sixth of the chunk unless it is said), `batch_size` of them at once; the
        text is that of transformers' pipeline with the same settings. Raises AudioError for sound
        that can't be read, and UsageError for strides that leave nothing of a chunk.
        """
        samples = audio if isinstance(audio, np.ndarray) else read_audio(Path(audio))
        if chunk_length_s and len(samples):
            chunks = Strides.of(chunk_length_s, stride_length_s).cut(
                [samples], self._model.frame_samples
            )
            emissions = join(list(parts(self._model, chunks, batch_size)))
        else:
            emissions = self._model.emissions(samples)
        transcript = self._decoder.decode(emissions)
        words = [
            {
                "text": word.text,
                "start_s": word.start_s,
                "end_s": word.end_s,
                "confidence": word.confidence,
            }
            for word in transcript.words
        ]
        return {"text": transcript.text, "confidence": transcript.confidence, "words": words}


def read_audio(path: Path) -> Floats:
    """The whole file as mono samples at SAMPLE_RATE. Raises AudioError when it can't be read."""
    import soundfile
    import soxr

    if not path.is_file():
        raise AudioError(f"There is no file {path}; check the path.")
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, TypeError, OSError) as error:
        raise AudioError(f"{path} can't be read as sound; convert it to WAV or FLAC.") from error
    mono: Floats = samples.mean(axis=1)
    if rate == SAMPLE_RATE or not len(mono):
        return mono
    resampled: Floats = soxr.resample(mono, rate, SAMPLE_RATE)
    return resampled
