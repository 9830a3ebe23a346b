"""Three lines for programs, like transformers' pipeline:

from assistant import Recognizer
recognizer = Recognizer.load("starter-en")
print(recognizer("command.wav")["text"])
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypedDict, Unpack, overload

from assistant.errors import UsageError
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.audio import Audio, samples_of
from assistant.recognition.folder import ModelFolder, find_model, model_folders
from assistant.recognition.greedy import GreedyDecoder, Run
from assistant.recognition.longform.chunks import Strides
from assistant.recognition.longform.reader import join, parts
from assistant.records import Emissions, Floats, Transcript
from assistant.settings import RecognitionSettings


class Options(TypedDict, total=False):
    """How sound is read, each by the name that it has in transformers."""

    return_timestamps: Literal["char", "word"] | None
    """Adds "chunks": {"text", "timestamp": (start, end)} for each letter or word, in seconds."""
    chunk_length_s: float
    """Read long sound in chunks of so many seconds; 0, the default, for none."""
    stride_length_s: float | tuple[float, float] | None
    """Seconds that chunks overlap on the left and on the right; by default a sixth of a chunk."""
    batch_size: int
    """Chunks of one recording that are read at once; 1 by default."""


class Recognizer:
    """Sound in, text with words out."""

    def __init__(self, model: OnnxAcousticModel, decoder: GreedyDecoder) -> None:
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

    @overload
    def __call__(self, audio: Audio, **options: Unpack[Options]) -> dict[str, object]: ...

    @overload
    def __call__(
        self, audio: list[Audio], **options: Unpack[Options]
    ) -> list[dict[str, object]]: ...

    def __call__(
        self, audio: Audio | list[Audio], **options: Unpack[Options]
    ) -> dict[str, object] | list[dict[str, object]]:
        """{"text": str, "confidence": float, "words": [{"text", "start_s", "end_s", ...}]}.

        A list gives a list; each of it is read by itself, so that no text depends on how long the
        others are. Text and chunks are what transformers' pipeline gives for the same options.
        Raises AudioError for sound that can't be read, and UsageError for what is no sound, for
        strides that leave nothing of a chunk, or for options that mean nothing.
        """
        _check(options)
        if isinstance(audio, list):
            return [self._read(samples_of(each), options) for each in audio]
        return self._read(samples_of(audio), options)

    def _read(self, samples: Floats, options: Options) -> dict[str, object]:
        emissions = self._emissions(samples, options)
        transcript = self._decoder.decode(emissions)
        found = _fields(transcript)
        timestamps = options.get("return_timestamps")
        if timestamps == "word":
            found["chunks"] = [
                {"text": word.text, "timestamp": (word.start_s, word.end_s)}
                for word in transcript.words
            ]
        elif timestamps == "char":
            found["chunks"] = _characters(self._decoder.runs(emissions), emissions)
        return found

    def _emissions(self, samples: Floats, options: Options) -> Emissions:
        length_s = options.get("chunk_length_s", 0.0)
        if not length_s or not len(samples):
            return self._model.emissions(samples)
        strides = Strides.of(length_s, options.get("stride_length_s"))
        chunks = strides.cut([samples], self._model.frame_samples)
        return join(list(parts(self._model, chunks, options.get("batch_size", 1))))


def _check(options: Options) -> None:
    timestamps, batch_size = options.get("return_timestamps"), options.get("batch_size", 1)
    if timestamps and timestamps not in ("char", "word"):
        raise UsageError(f'return_timestamps must be "char" or "word", not {timestamps!r}.')
    if batch_size < 1:
        raise UsageError(f"batch_size must be 1 or more, not {batch_size}.")


def _fields(transcript: Transcript) -> dict[str, object]:
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


def _characters(runs: Sequence[Run], emissions: Emissions) -> list[dict[str, object]]:
    """Each letter with its times; the word delimiter is a space."""
    tokens, delimiter = emissions.vocabulary.tokens, emissions.vocabulary.word_delimiter
    return [
        {
            "text": " " if run.column == delimiter else tokens[run.column],
            "timestamp": (run.start * emissions.frame_s, run.stop * emissions.frame_s),
        }
        for run in runs
    ]
