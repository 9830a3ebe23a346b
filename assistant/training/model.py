"""The acoustic model: a small Wav2Vec2 that reads letters at the top and phonemes half-way.

It is a plain `transformers` Wav2Vec2 (any tool that knows that architecture loads and exports
it) with one more linear layer: a phoneme reading of the hidden states at mid-depth; and, if its
shape says so, with attention that turns queries and keys by their position, as Wav2Vec2-Conformer's
does with `position_embeddings_type="rotary"`, or with the convolutions that Moonshine has. Read
from top to bottom: shape, vocabularies, network, first-layer initialisation.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import Wav2Vec2Config, Wav2Vec2ForCTC
from transformers.models.wav2vec2.modeling_wav2vec2 import (
    Wav2Vec2FeatureEncoder,
    Wav2Vec2PositionalConvEmbedding,
)

from assistant.records import SAMPLE_RATE
from assistant.training.layout import DELIMITER, MARKS
from assistant.training.rotary import TurnedAttention
from assistant.training.stem import MoonshineFeatures, Unplaced, Unprojected

LETTERS = (*MARKS, DELIMITER, "'", *"abcdefghijklmnopqrstuvwxyz")
"""The letter vocabulary; `<pad>` is the CTC blank, `|` the space between words."""

BLANK = 0
"""Index of the CTC blank in both vocabularies."""

SPECIAL_SYMBOLS = ("<pad>", "|")
"""What the phoneme vocabulary has in front of the phonemes proper."""

LEAD_SECONDS = 0.26
"""Of silence that is heard on either side of a recording outside of training."""

FILTER_NORM = 0.1
"""L2 norm of a first-layer filter. Layer norm follows it; this small, its epsilon (1e-5) still lets
the level of quiet passages through instead of blowing every silence up to the level of speech."""


@dataclass(frozen=True, slots=True)
class ModelShape:
    """Size of the network."""

    width: int = 256
    """Hidden units of a transformer layer."""
    layers: int = 6
    """Transformer layers."""
    heads: int = 4
    """Attention heads."""
    feed_forward: int = 1024
    """Units of the feed-forward part."""
    conv_kernels: tuple[int, int, int] = (128, 16, 8)
    """Of the three convolutions from the waveform to frames."""
    conv_channels: tuple[int, int, int] = (80, 192, 256)
    """Their channels; the first is the costly one (1,600 frames a second)."""
    conv_strides: tuple[int, int, int] = (10, 8, 4)
    """Their strides, whose product is the samples of a frame; from the second on they divide the
    kernels."""
    context_layers: int = 2
    """Convolutions behind those, at their rate: sounds are heard in their surroundings
    before attention has learned where to look."""
    context_kernel: int = 5
    """Frames that each of these sees."""
    phoneme_layer: int = 3
    """Transformer layers below the phoneme reading."""
    position_kernel: int = 32
    """Frames that the convolutional position embedding sees."""
    position_groups: int = 16
    """Groups of that convolution."""
    activation: str = "relu"
    """Of the feed-forward part."""
    rotary: bool = False
    """Whether attention turns queries and keys by their position."""
    moonshine: bool = False
    """Whether what comes before the layers is as Moonshine has it: a norm over the whole recording,
    no projection, no convolution that tells positions."""

    @property
    def kernels(self) -> tuple[int, ...]:
        """Of all convolutions, the first being the nearest to the sound."""
        return (*self.conv_kernels, *(self.context_kernel,) * self.context_layers)

    @property
    def strides(self) -> tuple[int, ...]:
        """Of all convolutions; the kernels are multiples of them, but for the first."""
        return (*self.conv_strides, *(1,) * self.context_layers)

    @property
    def channels(self) -> tuple[int, ...]:
        """Of all convolutions."""
        return (*self.conv_channels, *self.conv_channels[-1:] * self.context_layers)

    @property
    def receptive_field(self) -> int:
        """Samples that one frame of the convolutions sees."""
        return receptive_field(self.kernels, self.strides)

    @property
    def samples_per_frame(self) -> int:
        """From one emission to the next."""
        return math.prod(self.conv_strides)

    def frames(self, samples: int) -> int:
        """Emissions that the network makes of `samples` samples."""
        return (samples - self.receptive_field % 2) // self.samples_per_frame + 1


def receptive_field(kernels: Sequence[int], strides: Sequence[int]) -> int:
    """Samples that one frame behind such convolutions sees."""
    size = 1
    for kernel, stride in zip(reversed(kernels), reversed(strides), strict=True):
        size = (size - 1) * stride + kernel
    return size


def wav2vec2_config(shape: ModelShape, phonemes: int) -> Wav2Vec2Config:
    """The `transformers` configuration of `shape`; `phonemes` counts the phoneme vocabulary."""
    return Wav2Vec2Config(
        vocab_size=len(LETTERS),
        hidden_size=shape.width,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        hidden_act=shape.activation,
        feat_extract_activation="relu",
        feat_extract_norm="layer",
        conv_dim=shape.channels,
        conv_kernel=shape.kernels,
        conv_stride=shape.strides,
        conv_bias=True,
        num_conv_pos_embeddings=shape.position_kernel,
        num_conv_pos_embedding_groups=shape.position_groups,
        do_stable_layer_norm=True,
        hidden_dropout=0.0,
        activation_dropout=0.0,
        attention_dropout=0.0,
        feat_proj_dropout=0.0,
        final_dropout=0.0,
        layerdrop=0.0,
        apply_spec_augment=False,
        mask_time_prob=0.0,
        pad_token_id=BLANK,
        bos_token_id=1,
        eos_token_id=2,
        ctc_loss_reduction="sum",
        position_embeddings_type="rotary" if shape.rotary else None,
        moonshine=shape.moonshine,
        phoneme_layer=shape.phoneme_layer,
        phoneme_vocab_size=phonemes,
        attn_implementation="eager",
    )


class MatrixFeatures(Wav2Vec2FeatureEncoder):
    """The convolutions of Wav2Vec2 as matrix products, while training.

    The kernels are so wide that this is faster than a convolution, with the layer norm where it
    wants its channels. Evaluated and exported, it is the ordinary stack of convolutions.
    """

    def forward(self, input_values: Tensor) -> Tensor:
        """(batch, channels, frames) of (batch, samples)."""
        if not self.training:
            return super().forward(input_values)
        first, *others = self.conv_layers
        stretches = input_values.unfold(1, first.conv.kernel_size[0], first.conv.stride[0])
        hidden = functional.linear(stretches, first.conv.weight[:, 0], first.conv.bias)
        hidden = functional.relu(first.layer_norm(hidden))
        for layer in others:
            hidden = functional.relu(layer.layer_norm(convolved(hidden, layer.conv)))
        return hidden.transpose(1, 2)


def convolved(hidden: Tensor, conv: nn.Conv1d) -> Tensor:
    """`conv`, whose kernel is a multiple of its stride, over (batch, frames, channels).

    Each stretch is some neighbouring blocks of a stride, so one product with all parts of the
    kernel and shifted sums do it, without copying the overlap.
    """
    rows, frames, channels = hidden.shape
    stride, outputs = conv.stride[0], conv.out_channels
    parts = conv.kernel_size[0] // stride
    count = frames // stride
    blocks = hidden[:, : count * stride].reshape(rows, count, stride * channels)
    kernel = conv.weight.permute(0, 2, 1).reshape(outputs, parts, stride * channels)
    products = functional.linear(blocks, kernel.transpose(0, 1).flatten(0, 1))
    length = count - parts + 1
    shifted = [
        products[:, part : part + length, part * outputs : (part + 1) * outputs]
        for part in range(parts)
    ]
    return sum(shifted[1:], shifted[0]) + conv.bias


class MatrixPositions(Wav2Vec2PositionalConvEmbedding):
    """The grouped convolution that tells positions; training on a GPU, a matrix product a group.

    Convolutions in many small groups leave a GPU idle. Elsewhere, evaluated and exported, it is the
    ordinary convolution, which a processor does ten times as fast.
    """

    def forward(self, hidden_states: Tensor) -> Tensor:
        """(batch, frames, width) of the same."""
        if not (self.training and hidden_states.is_cuda):
            return super().forward(hidden_states)
        rows, frames, width = hidden_states.shape
        kernel, groups = self.conv.kernel_size[0], self.conv.groups
        narrow = torch.is_autocast_enabled("cuda")
        hidden = hidden_states.to(torch.get_autocast_dtype("cuda")) if narrow else hidden_states
        # As the convolution pads: one more in front of an even kernel than behind it.
        padded = functional.pad(hidden, (0, 0, kernel // 2, kernel - 1 - kernel // 2))
        windows = padded.unfold(1, kernel, 1).reshape(rows * frames, groups, -1)
        weight = self.conv.weight.reshape(groups, width // groups, -1)
        products = torch.bmm(windows.transpose(0, 1), weight.transpose(1, 2))
        told = products.transpose(0, 1).reshape(rows, frames, width) + self.conv.bias
        return self.activation(told)


class SpeechModel(Wav2Vec2ForCTC):
    """Wav2Vec2 with letters at the top and phonemes at `config.phoneme_layer`."""

    def __init__(self, config: Wav2Vec2Config) -> None:
        super().__init__(config)
        if config.moonshine:
            self.wav2vec2.feature_extractor = MoonshineFeatures(config)
            self.wav2vec2.feature_projection = Unprojected()
            self.wav2vec2.encoder.pos_conv_embed = Unplaced()
        else:
            self.wav2vec2.feature_extractor = MatrixFeatures(config)
            self.wav2vec2.encoder.pos_conv_embed = MatrixPositions(config)
        if config.position_embeddings_type == "rotary":
            for layer in self.wav2vec2.encoder.layers:
                layer.attention = TurnedAttention(
                    config.hidden_size, config.num_attention_heads, config=config
                )
        self.phoneme_norm = nn.LayerNorm(config.hidden_size)
        self.phoneme_head = nn.Linear(config.hidden_size, config.phoneme_vocab_size)
        self.lead = round(LEAD_SECONDS * SAMPLE_RATE / math.prod(config.conv_stride))
        self.margin = receptive_field(config.conv_kernel, config.conv_stride) // 2
        self.post_init()

    def knowing(self) -> Iterator[nn.Parameter]:
        """Of the convolutions, those that begin with knowledge: Moonshine's all, of our own the
        first, which has Gabor pairs.
        """
        front = self.wav2vec2.feature_extractor
        return (front if self.config.moonshine else front.conv_layers[0].conv).parameters()

    def forward(self, input_values: Tensor) -> tuple[Tensor, Tensor]:
        """Letter and phoneme logits, (batch, frames, letters) and (batch, frames, phonemes).

        Half a receptive field of silence stands on either side, so that the strides alone tell on
        which sample frame n is centred. Outside of training some more is heard, and its frames
        dropped: a single word that is cut tight is half a second long, and nothing so short comes
        up in training, where silence and noise fill the batch.
        `input_values` is (batch, samples) at 16 kHz, each row of mean 0 and variance 1.
        """
        lead = 0 if self.training else self.lead
        margin = self.margin + lead * math.prod(self.config.conv_stride)
        sound = functional.pad(input_values, (margin, margin))
        seen = self.wav2vec2(sound, output_hidden_states=True, return_dict=True)
        middle = seen.hidden_states[self.config.phoneme_layer]
        letters = self.lm_head(seen.last_hidden_state)
        phonemes = self.phoneme_head(self.phoneme_norm(middle))
        told = slice(lead, letters.shape[1] - lead)
        return letters[:, told], phonemes[:, told]


def build_model(shape: ModelShape, phonemes: int, seed: int) -> SpeechModel:
    """An untrained model whose first layer hears mel-spaced tones, where it is of our own kind."""
    torch.manual_seed(seed)
    model = SpeechModel(wav2vec2_config(shape, phonemes))
    if not shape.moonshine:
        _hear_tones(model.wav2vec2.feature_extractor.conv_layers[0].conv)
    return model


@torch.no_grad()
def _hear_tones(first: nn.Conv1d) -> None:
    first.weight.copy_(torch.from_numpy(gabor_pairs(first.out_channels))[:, None, :])
    first.bias.zero_()


def gabor_pairs(channels: int, kernel: int = 128) -> np.ndarray:
    """(channels, kernel) cosines and sines under a window, centred on mel-spaced frequencies.

    Even rows are cosines, odd rows the sines of the same frequency, so that rectifying and
    pooling the pair gives the energy of its band whatever the phase. Bandwidths grow with the
    spacing of the bands.
    """
    bands = channels // 2
    centres = mel_spaced(60.0, 7_600.0, bands)
    time = (np.arange(kernel) - (kernel - 1) / 2) / SAMPLE_RATE
    widths = np.maximum(np.gradient(centres), 160.0)
    windows = (
        np.exp(-0.5 * (time[None] * widths[:, None] * 2.0) ** 2) * np.hanning(kernel + 2)[1:-1]
    )
    angle = 2 * np.pi * centres[:, None] * time[None]
    pairs = np.stack([windows * np.cos(angle), windows * np.sin(angle)], axis=1)
    pairs = pairs.reshape(2 * bands, kernel)
    pairs *= FILTER_NORM / np.linalg.norm(pairs, axis=1, keepdims=True)
    return pairs.astype(np.float32)


def mel_spaced(low: float, high: float, count: int) -> np.ndarray:
    """`count` frequencies in Hz, evenly spaced on the mel scale (2595 log10(1 + f / 700))."""
    mels = np.linspace(2595 * np.log10(1 + low / 700), 2595 * np.log10(1 + high / 700), count)
    return np.asarray(700 * (10 ** (mels / 2595) - 1))
