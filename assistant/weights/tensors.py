"""The head of a safetensors file: which tensors it claims, held against what is there.

Eight bytes with the length of a JSON object, the object (name → dtype, shape, where its bytes lie),
then the bytes of all tensors without a gap: https://huggingface.co/docs/safetensors.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

from assistant.errors import ModelError

LARGEST_HEAD = 100_000_000
"""Bytes; the library that reads the weights takes no more either."""

_BITS = {
    "BOOL": 8,
    "U8": 8,
    "I8": 8,
    "I16": 16,
    "U16": 16,
    "F16": 16,
    "BF16": 16,
    "I32": 32,
    "U32": 32,
    "F32": 32,
    "I64": 64,
    "U64": 64,
    "F64": 64,
}


def check_tensors(path: Path) -> int:
    """The bytes of all tensors in a safetensors file.

    Raises ModelError when the file is truncated, is something else, or claims tensors that its
    bytes can't hold.
    """
    size = path.stat().st_size
    with path.open("rb") as stream:
        head_bytes = int.from_bytes(stream.read(8), "little")
        if not 2 <= head_bytes <= min(size - 8, LARGEST_HEAD):
            raise ModelError(
                f"{path} is no safetensors file, or was cut off; download the model again."
            )
        tensors = _head(path, stream.read(head_bytes))
    data_bytes = size - 8 - head_bytes
    ends = [_end(path, name, tensor, data_bytes) for name, tensor in tensors.items()]
    if max(ends, default=0) != data_bytes:
        raise ModelError(
            f"{path} holds {data_bytes} bytes of weights where it claims {max(ends, default=0)}: "
            "it was cut off or put together wrongly; download the model again."
        )
    return data_bytes


def _head(path: Path, content: bytes) -> dict[str, object]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{path} is no safetensors file; download the model again.") from error
    if not isinstance(found, dict):
        raise ModelError(f"{path} is no safetensors file; download the model again.")
    return {name: tensor for name, tensor in found.items() if name != "__metadata__"}


def _end(path: Path, name: str, tensor: object, data_bytes: int) -> int:
    """Where the tensor's bytes end, once its shape fits them."""
    match tensor:
        case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [int(start), int(end)]}:
            whole = all(isinstance(side, int) and side >= 0 for side in shape)
            fits = whole and _BITS.get(dtype, 0) * math.prod(shape) == 8 * (end - start)
            if fits and 0 <= start <= end <= data_bytes:
                return end
    raise ModelError(
        f"{path} claims a tensor {name[:80]!r} of {tensor!r:.120} that doesn't fit into it; "
        "don't use this model, or download it again."
    )
