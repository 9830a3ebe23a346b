"""A head start for the convolutions: they learn to tell the log-mel spectrogram, without
transcripts.

A linear layer on top of the three convolutions predicts two log-mel frames of 10 ms an emission.
It takes minutes, and CTC then starts from features that speech recognition is known to work with.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn

from assistant.records import SAMPLE_RATE
from assistant.training.batches import Batch
from assistant.training.model import SpeechModel, receptive_field

MELS = 40
HOP = 160
WINDOW = 400


def mel_filters(size: int = 512) -> Tensor:
    """(size // 2 + 1, MELS) triangular filters between 20 Hz and 8 kHz."""
    top = 2595 * np.log10(1 + 8_000 / 700)
    edges = 700 * (10 ** (np.linspace(31.7, top, MELS + 2) / 2595) - 1)
    frequency = np.linspace(0, SAMPLE_RATE / 2, size // 2 + 1)[:, None]
    rise = (frequency - edges[:-2]) / (edges[1:-1] - edges[:-2])
    fall = (edges[2:] - frequency) / (edges[2:] - edges[1:-1])
    return torch.from_numpy(np.maximum(0, np.minimum(rise, fall)).astype(np.float32))


def log_mel(waves: Tensor, frames: int, seen: int, filters: Tensor) -> Tensor:
    """(batch, frames, 2 * MELS): the two 10 ms frames at the centre of each emission, about unit
    variance.
    """
    spectrum = torch.stft(
        waves,
        512,
        HOP,
        WINDOW,
        torch.hann_window(WINDOW, device=waves.device),
        center=True,
        return_complex=True,
    )
    mels = torch.log(spectrum.abs().square().transpose(1, 2) @ filters + 1e-2) / 3.0
    first = round(seen / 2 / HOP)
    pairs = [mels[:, first + k : first + k + 2 * frames : 2][:, :frames] for k in (-1, 0)]
    return torch.cat(pairs, dim=-1)


def pretrain_front(model: SpeechModel, batches: Iterator[Batch], rate: float) -> list[float]:
    """Train the convolutions of `model` on `batches`, warming up over 20 of them.

    Returns the share of the log-mel variance that they explained in each batch.
    """
    front = model.wav2vec2.feature_extractor
    channels = model.config.conv_dim[-1]
    seen = receptive_field(model.config.conv_kernel, model.config.conv_stride)
    device = model.lm_head.weight.device
    head = nn.Sequential(nn.LayerNorm(channels), nn.Linear(channels, 2 * MELS)).to(device)
    parameters = [*front.parameters(), *head.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.0, fused=True)
    filters, shares = mel_filters().to(device), []
    for step, batch in enumerate(batches):
        with torch.autocast(device.type, torch.bfloat16):
            predicted = head(front(batch.waves).transpose(1, 2))
        target = log_mel(batch.waves, predicted.shape[1], seen, filters)
        loss = (predicted.float() - target).square().mean()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / 20)
        if torch.isfinite(loss):
            optimiser.step()
        shares.append(float(1 - loss.detach() / (target - target.mean((0, 1))).square().mean()))
    return shares
