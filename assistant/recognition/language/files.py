"""Language models on disk: what is read, and how it is written."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import TextIO

import numpy as np

from assistant.errors import ModelError, reason
from assistant.recognition.language import arpa
from assistant.recognition.language.kenlm import MAGIC, KenlmModel
from assistant.recognition.language.ngram import NgramModel
from assistant.storage import write_atomically


def read(path: Path) -> NgramModel | KenlmModel:
    """The model in an ARPA file, gzipped where its name ends in .gz, or in a binary of KenLM's.

    A binary is mapped into memory, so that only what is asked for is read. Raises ModelError when
    there is no such file, or when it is broken.
    """
    path = path.expanduser()
    if not path.is_file():
        raise ModelError(f"There is no language model {path}; check the path.")
    try:
        if _begins(path, MAGIC):
            return KenlmModel(np.memmap(path, np.uint8, "r"))
        with _text(path) as lines:
            return arpa.parse(lines)
    except ModelError as error:
        raise ModelError(f"{path}: {error}.") from error
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise ModelError(
            f"{path} can't be read ({reason(error)}); make or download it again."
        ) from error


def _text(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _begins(path: Path, start: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(start)) == start


def write(path: Path, model: NgramModel) -> None:
    """The model as ARPA, gzipped where the name ends in .gz. Raises StateError when it can't be
    written; a file that was there is then as it was.
    """
    text = "".join(arpa.lines(model)).encode()
    # Without a date in it, the same model gives the same file.
    write_atomically(path, gzip.compress(text, mtime=0) if path.suffix == ".gz" else text)
