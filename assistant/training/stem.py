"""Moonshine's way from the waveform to frames, in the places that Wav2Vec2 has for its own."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional
from transformers import Wav2Vec2Config

LOUDNESS = 0.07
"""Root mean square at which Moonshine hears what our networks hear at 1."""


class MoonshineFeatures(nn.Module):
    """Three convolutions, with one norm over the whole recording behind the first.

    Jeffries and others, "Moonshine: speech recognition for live transcription and voice commands",
    2024. What loudness is comes out of the recording, not out of a frame.
    """

    def __init__(self, config: Wav2Vec2Config) -> None:
        super().__init__()
        first, second, third = config.conv_dim
        kernels, strides = config.conv_kernel, config.conv_stride
        self.conv1 = nn.Conv1d(1, first, kernels[0], strides[0], bias=False)
        self.groupnorm = nn.GroupNorm(1, first)
        self.conv2 = nn.Conv1d(first, second, kernels[1], strides[1])
        self.conv3 = nn.Conv1d(second, third, kernels[2], strides[2])

    def forward(self, input_values: Tensor) -> Tensor:
        """(batch, channels, frames) of (batch, samples)."""
        hidden = self.groupnorm(self.conv1(LOUDNESS * input_values[:, None]).tanh())
        hidden = functional.gelu(self.conv2(hidden))
        return functional.gelu(self.conv3(hidden))


class Unprojected(nn.Module):
    """Features that have the width of the layers already."""

    def forward(self, hidden_states: Tensor) -> tuple[Tensor, Tensor]:
        """The features, as those that go on and as those before a projection."""
        return hidden_states, hidden_states


class Unplaced(nn.Module):
    """No positions are added to what the layers hear: their attention turns by them."""

    def forward(self, hidden_states: Tensor) -> Tensor:
        """A zero, whatever is heard."""
        return hidden_states.new_zeros(())
