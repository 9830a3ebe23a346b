"""Static int8 for the convolutions of a feature extractor, calibrated on real speech.

After the matrices are int8, the convolutions that turn sound into features are most of the work.
Quantised as the sound comes (dynamically) they would be slower than in fp32, so the range of what
goes through each is measured beforehand. Convolutions behind the first matrix, such as the
positional one of the encoder, stay as they are: they are few, and rounding them costs words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Inputs = Mapping[str, NDArray[np.generic]]
"""What the model is given for one recording, by the names of its inputs."""


def front_convolutions(model: Any) -> list[str]:
    """The names of the convolutions in front of the first matrix of an onnx.ModelProto.

    Those that hear the waveform itself are left out: they cost little, and eight bits of a waveform
    are few. Nodes without a name are given one.
    """
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    behind: set[str] = set()
    found = []
    for number, node in enumerate(model.graph.node):  # in the order of the data
        if node.op_type.startswith("MatMul") or behind & set(node.input):
            behind.update(node.output)
        elif node.op_type == "Conv" and _hears_features(tensors.get(node.input[1])):
            node.name = node.name or f"front.conv.{number}"
            found.append(node.name)
    return found


def quantise_front(
    source: Path, target: Path, convolutions: list[str], sounds: Iterable[Inputs]
) -> None:
    """Write a copy of the model `source` in which `convolutions` are int8.

    The ranges are those that `sounds`, at least one, give.
    """
    from onnxruntime.quantization import QuantFormat, QuantType, quantize_static

    quantize_static(
        str(source),
        str(target),
        _Reader(sounds),
        quant_format=QuantFormat.QDQ,
        op_types_to_quantize=["Conv"],
        nodes_to_quantize=convolutions,
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
    )


class _Reader:
    """The recordings, one after the other, as onnxruntime's calibrators ask for them."""

    def __init__(self, sounds: Iterable[Inputs]) -> None:
        self._sounds = iter(sounds)

    def get_next(self) -> Inputs | None:
        return next(self._sounds, None)


def _hears_features(kernel: Any) -> bool:
    """Whether it is a constant kernel over more than one channel: (outputs, inputs, width, …)."""
    return kernel is not None and kernel.dims[1] > 1
