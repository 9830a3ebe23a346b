"""Attention that turns queries and keys by their position."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional
from transformers.models.wav2vec2.modeling_wav2vec2 import Wav2Vec2Attention

TURNED_SHARE = 0.9
"""Of the units of an attention head, those that are turned by their position."""

SLOWEST_TURN = 10_000.0
"""Frames in which the slowest pair of units turns by about one radian."""


class TurnedAttention(Wav2Vec2Attention):
    """Self-attention whose queries and keys are turned by their position (rotary embedding).

    Su and others, "RoFormer", 2021. What one frame makes of another depends on how far apart they
    are, at any length of recording. Of a head's units the first `turned_units` are turned, each of
    the first half of them together with one of the second half.
    """

    def forward(self, hidden_states: Tensor, **_: object) -> tuple[Tensor, None, None]:
        """(batch, frames, width) of the same; there is no mask and no cache."""
        rows, frames, _ = hidden_states.shape
        queries, keys, values = (
            project(hidden_states).view(rows, frames, self.num_heads, self.head_dim).transpose(1, 2)
            for project in (self.q_proj, self.k_proj, self.v_proj)
        )
        cosines, sines = (
            part.to(queries.dtype) for part in _angles(frames, self.head_dim, hidden_states.device)
        )
        queries, keys = turned(queries, cosines, sines), turned(keys, cosines, sines)
        heard = self._attended(queries, keys, values).transpose(1, 2).reshape(rows, frames, -1)
        return self.out_proj(heard), None, None

    def _attended(self, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        """(batch, heads, frames, head) of the same, in one kernel where the model is set to "sdpa":
        quicker on a GPU, which then never holds (frames, frames); slower on a processor.
        """
        if self.config._attn_implementation == "sdpa":
            dropout = self.dropout if self.training else 0.0
            return functional.scaled_dot_product_attention(
                queries, keys, values, dropout_p=dropout, scale=self.scaling
            )
        weights = (queries * self.scaling @ keys.transpose(-1, -2)).softmax(-1)
        return functional.dropout(weights.to(values.dtype), self.dropout, self.training) @ values


def turned_units(head: int) -> int:
    """How many of a head's units are turned: nine tenths, an even number."""
    return int(head * TURNED_SHARE) // 2 * 2


def _angles(frames: int, head: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Cosines and sines, each (frames, half of the turned units)."""
    units = turned_units(head)
    pace = torch.arange(0, units, 2, device=device, dtype=torch.float32) / units
    angles = torch.arange(frames, device=device, dtype=torch.float32)[:, None] * SLOWEST_TURN**-pace
    return angles.cos(), angles.sin()


def turned(units: Tensor, cosines: Tensor, sines: Tensor) -> Tensor:
    """(batch, heads, frames, head) turned by (frames, pairs) angles."""
    pairs = cosines.shape[-1]
    first, second, still = units.split((pairs, pairs, units.shape[-1] - 2 * pairs), -1)
    return torch.cat(
        (first * cosines - second * sines, second * cosines + first * sines, still), -1
    )
