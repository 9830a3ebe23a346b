"""Recordings that were cut off: by a crash, a full disk, a download that ended too soon.

Their headers promise more sound than there is, or the mark is missing that ends them; libsndfile is
silent about both. Or a WAV header says that there is none, since nobody came to write down how much
there is.
"""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PIPED = 0x7FFF_0000
"""Programs that write into a pipe know no size and say 0, or the largest that there is: sox
0x7FFFF000, arecord 0x80000000, FFmpeg 0xFFFFFFFF."""

MOST_BYTES = 0xFFFF_FFFF
"""Of a WAV file, by its header; libsndfile takes it for more, up to the end."""

NEGLIGIBLE_S = 0.1
"""Less than this is rounding, not a loss."""

UNKNOWN = 2**62
"""The same where sizes have 64 bits."""

MOST_CHUNKS = 1_000
"""Of a WAV or AIFF file, before its sound."""

OGG_TAIL = 2 * 65_307
"""The last page is in the last bytes of a file, and is no longer than 65,307."""


@dataclass(frozen=True, slots=True)
class _Chunks:
    """How a file is made of chunks, each with a name, a size and so many bytes."""

    order: Literal["little", "big"]
    sound: bytes
    """How the name of the chunk begins that holds the sound."""
    first: int = 12
    """Where the first chunk begins."""
    name: int = 4
    """Bytes of a name."""
    size: int = 4
    """Bytes of a size."""
    counted: int = 0
    """Bytes of name and size that count as part of the size."""
    aligned: int = 2
    """Chunks begin at multiples of this."""


_CHUNKED = {
    b"RIFF": _Chunks("little", b"data"),
    b"RF64": _Chunks("little", b"data"),
    b"FORM": _Chunks("big", b"SSND"),
    b"riff": _Chunks("little", b"data", first=40, name=16, size=8, counted=24, aligned=8),
}
"""By what the file begins with: WAV, its heir RF64, AIFF, W64."""


def loss(path: Path, kind: str, there_s: float, counted_s: float) -> str:
    """What is missing of a recording, as a sentence; empty where nothing is known to be.

    `there_s` of it were read. `kind` is libsndfile's name for its format, and `counted_s` the
    length that libsndfile makes of its header.
    """
    if not path.is_file():  # a pipe can't be read twice
        return ""
    with path.open("rb") as file:
        if kind == "OGG":
            return "" if _has_end(file) else broken_off(str(path), there_s)
        promised_s = _promised_s(file, kind, there_s, counted_s)
    return cut_short(str(path), there_s, promised_s) if promised_s > there_s + NEGLIGIBLE_S else ""


class Sized(io.FileIO):
    """A WAV file that says that it has no sound, read as if it said how much follows."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        _, begin = _claimed(self)
        size = self.seek(0, os.SEEK_END)
        self.seek(0)
        header = self.read(begin)
        riff, sound = (
            min(each, MOST_BYTES).to_bytes(4, "little") for each in (size - 8, size - begin)
        )
        self._header = header[:4] + riff + header[8:-4] + sound
        self.seek(0)

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Bytes of the file, those of its header mended."""
        at = self.tell()
        read = super().readinto(buffer) or 0
        mended = self._header[at : at + read]
        memoryview(buffer)[: len(mended)] = mended
        return read


def is_unsized(path: Path) -> bool:
    """Whether it is a WAV file that says that it ends with its header, and there is more."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(0)
        claimed, begin = _claimed(file)
        ends_there = int.from_bytes(head[4:], "little") + len(head) <= begin
        wav = head[:4] == b"RIFF" and claimed == 0 and ends_there
        return wav and file.seek(0, os.SEEK_END) > begin


def cut_short(name: str, there_s: float, promised_s: float) -> str:
    """The sentence about a recording that says how long it should be."""
    return (
        f"The sound of {name} ends after {there_s:.1f} of {promised_s:.1f} seconds; "
        "what is there was heard."
    )


def broken_off(name: str, there_s: float) -> str:
    """The sentence about a recording whose end is missing, however long it was."""
    return f"The sound of {name} breaks off after {there_s:.1f} seconds; what is there was heard."


def _promised_s(file: BinaryIO, kind: str, there_s: float, counted_s: float) -> float:
    """How long the header says that the sound is; 0 where it doesn't say."""
    if kind == "FLAC" or (kind == "MP3" and _counts_frames(file)):
        return counted_s
    claimed, begin = _claimed(file)
    there = file.seek(0, os.SEEK_END) - begin
    unknown = UNKNOWN if kind in ("RF64", "W64") else PIPED
    return there_s * claimed / there if 0 < there < claimed < unknown else 0.0


def _claimed(file: BinaryIO) -> tuple[int, int]:
    """How many bytes of sound the file says it has, and where they begin; (0, 0) for other kinds
    than WAV, RF64, W64, AIFF and AU.
    """
    head = file.read(36)
    if head[:4] == b".snd":  # AU: where the sound begins, and its size
        return int.from_bytes(head[8:12], "big"), int.from_bytes(head[4:8], "big")
    chunks = _CHUNKED.get(head[:4])
    size, begin = _sound_chunk(file, chunks) if chunks else (0, 0)
    if head[:4] == b"RF64" and begin:  # its sizes are too large for a chunk, and stand in front
        size = int.from_bytes(head[28:36], "little")
    return size, begin


def _sound_chunk(file: BinaryIO, chunks: _Chunks) -> tuple[int, int]:
    """How many bytes the chunk of sound says it has, and where they begin; (0, 0) without one."""
    file.seek(chunks.first)
    for _ in range(MOST_CHUNKS):
        head = file.read(chunks.name + chunks.size)
        size = int.from_bytes(head[chunks.name :], chunks.order) - chunks.counted
        if head.startswith(chunks.sound):
            return size, file.tell()
        if not head or size < 0:
            break
        file.seek(size + -size % chunks.aligned, os.SEEK_CUR)
    return 0, 0


def _counts_frames(file: BinaryIO) -> bool:
    """Whether MP3 says how many frames it has; else libsndfile guesses that from the first ones.

    Encoders put a frame of silence in front that holds "Xing" or "Info" and flags, of which the
    lowest stands for the count. Before it there may be an ID3v2 tag, with a size in sevens of bits.
    """
    tag = file.read(10)
    size = 0
    for byte in tag[6:] if tag[:3] == b"ID3" else b"":
        size = size << 7 | byte
    file.seek(size + len(tag) if size else 0)
    first = file.read(1_024)
    at = max(first.find(b"Xing"), first.find(b"Info"))
    return at >= 0 and bool(int.from_bytes(first[at + 4 : at + 8], "big") & 1)


def _has_end(file: BinaryIO) -> bool:
    """Whether the last page of an Ogg file is marked as the last of its stream."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - OGG_TAIL))
    tail = file.read()
    at = tail.rfind(b"OggS")
    return at >= 0 and bool(int.from_bytes(tail[at + 5 : at + 6], "big") & 4)
