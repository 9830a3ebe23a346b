"""A folder of takes: one person's recordings of sentences that they were shown.

    sentences.txt     what to read, a sentence a line; the number of the line names the take
    take-0001.flac    as it was said, 16 kHz, mono
    train.jsonl       a manifest (see `corpus`) of the takes to learn from
    held-out.jsonl    and of every fifth, which is kept for measuring

Two manifests, since a speaker may be in one split alone of each. Both are written anew after each
take, so a session that is broken off goes on with what is missing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import StateError, UsageError, reason
from assistant.paths import data_folder
from assistant.records import SAMPLE_RATE, Utterance
from assistant.storage import write_atomically
from assistant.training.corpus import Clip, read_manifest, write_manifest

LEARNT, HELD_OUT, SENTENCES = "train.jsonl", "held-out.jsonl", "sentences.txt"

FOLDER = "takes"
"""Below the data folder, everybody's."""

HELD_OUT_EVERY = 5

SOURCE, LICENCE = "takes", "private"


def all_takes() -> list[Path]:
    """The folders of takes in the data folder."""
    return sorted(file.parent for file in (data_folder() / FOLDER).glob(f"*/{LEARNT}"))


def folder_of(name: str) -> Path:
    """Where the takes of somebody of this name lie. Raises UsageError for what names no folder."""
    if not stem(name):
        raise UsageError(f"{name!r} is no name: give a word by which you will know your takes.")
    return data_folder() / FOLDER / stem(name)


def stem(name: str) -> str:
    """The letters, figures and dashes of a name."""
    return re.sub(r"[^\w-]+", "-", name.lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Takes:
    """The folder of one person's takes."""

    folder: Path
    speaker: str
    """As the person calls themselves."""

    def require_own(self) -> None:
        """Raise UsageError where somebody else's takes are in the folder."""
        others = {clip.speaker for clip in self.clips() if stem(clip.speaker) != stem(self.speaker)}
        if others:
            raise UsageError(
                f"The takes in {self.folder} are of {', '.join(sorted(others))}, and a model is "
                "fitted to one person: name another --folder, or them."
            )

    def sentences(self) -> list[str]:
        """What to read, taken or not. Raises StateError when the file can't be read."""
        file = self.folder / SENTENCES
        try:
            return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        except (OSError, UnicodeDecodeError) as error:
            raise StateError(
                f"{file} can't be read ({reason(error)}); mend or remove it."
            ) from error

    def more(self, sentences: Iterable[str], count: int) -> None:
        """Fill up to `count` sentences with those that aren't there yet. Raises StateError."""
        listed = self.sentences()
        for sentence in sentences:
            if len(listed) >= count:
                break
            if sentence not in listed:
                listed.append(sentence)
        write_atomically(self.folder / SENTENCES, "".join(f"{line}\n" for line in listed))

    def missing(self, count: int) -> list[tuple[int, str]]:
        """Number and sentence of those among the first `count` of which there is no take."""
        taken = {clip.path.name for clip in self.clips()}
        numbered = enumerate(self.sentences()[:count], 1)
        return [(number, text) for number, text in numbered if _name(number) not in taken]

    def chosen(self, numbers: Sequence[int]) -> list[tuple[int, str]]:
        """Number and sentence of some, taken or not. Raises UsageError for numbers of none."""
        listed = self.sentences()
        for number in numbers:
            if not 1 <= number <= len(listed):
                raise UsageError(f"There is no sentence {number}; there are 1 to {len(listed)}.")
        return [(number, listed[number - 1]) for number in numbers]

    def clips(self) -> list[Clip]:
        """Every take that there is. Raises CorpusError where a manifest is broken."""
        return [clip for name in (LEARNT, HELD_OUT) for clip in self._listed(name)]

    def add(self, number: int, text: str, utterance: Utterance) -> Clip:
        """Keep a take. Raises StateError when it can't be written."""
        import soundfile

        path, wav = self.folder / _name(number), io.BytesIO()
        soundfile.write(wav, utterance.samples, SAMPLE_RATE, format="WAV", subtype="PCM_16")
        write_atomically(path, wav.getvalue())
        held_out = number % HELD_OUT_EVERY == 0
        name, split = (HELD_OUT, "test") if held_out else (LEARNT, "train")
        clip = Clip(path, text, self.speaker, utterance.duration_s, SOURCE, LICENCE, split)
        others = [other for other in self._listed(name) if other.path != clip.path]
        write_manifest(self.folder / name, [*others, clip])
        return clip

    def _listed(self, name: str) -> Iterator[Clip]:
        manifest = self.folder / name
        return read_manifest(manifest) if manifest.exists() else iter(())


def _name(number: int) -> str:
    return f"take-{number:04}.flac"
