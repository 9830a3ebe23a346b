"""The network's shape, its first layer, and the training-time short cut through its
convolutions.
"""

from __future__ import annotations

import pytest

from tests.training.miniature import PHONEMES, small_shape

pytestmark = pytest.mark.train


@pytest.mark.parametrize("rotary", [False, True])
def test_training_and_evaluation_read_the_same(rotary: bool) -> None:
    import torch

    from assistant.training.model import ModelShape, build_model

    shape = ModelShape(layers=2, phoneme_layer=1, rotary=rotary)
    model = build_model(shape, len(PHONEMES) + 1, seed=1)
    waves = torch.randn(2, 16_123)
    silence = torch.zeros(2, model.lead * shape.samples_per_frame)
    with torch.inference_mode():
        learning = model.train()(torch.cat([silence, waves, silence], dim=1))
        reading = model.eval()(waves)
    for one, other in zip(learning, reading, strict=True):
        assert other.shape[1] == shape.frames(16_123)
        assert torch.allclose(one[:, model.lead : -model.lead], other, atol=1e-4)


def test_turned_attention_says_the_same_in_one_kernel() -> None:
    import torch

    from assistant.training.model import build_model

    shape = small_shape(rotary=True)
    attention = build_model(shape, 5, seed=1).wav2vec2.encoder.layers[0].attention.eval()
    frames = 5 * torch.randn(2, 30, shape.width)
    with torch.inference_mode():
        plainly = attention(frames)[0]
        attention.config._attn_implementation = "sdpa"
        at_once = attention(frames)[0]
    assert torch.allclose(plainly, at_once, atol=1e-6)


def test_letters_and_phonemes_have_their_own_vocabularies() -> None:
    import torch

    from assistant.training.model import LETTERS, ModelShape, build_model

    model = build_model(ModelShape(layers=1, phoneme_layer=1), 7, seed=1)
    letters, phonemes = model(torch.randn(1, 8000))
    assert letters.shape[-1] == len(LETTERS) == 32
    assert phonemes.shape[-1] == 7


def test_there_is_a_frame_for_every_fiftieth_of_a_second() -> None:
    from assistant.training.model import ModelShape

    shape = ModelShape()
    assert shape.receptive_field == 3398
    assert shape.frames(2 * 320 - 1) == 2
    assert shape.frames(2 * 320) == 3
    assert ModelShape(context_layers=0).receptive_field == 838


def test_turned_attention_knows_how_far_apart_frames_are_not_where_they_are() -> None:
    import torch

    from assistant.training.model import ModelShape, build_model

    shape = ModelShape(width=80, layers=1, heads=2, feed_forward=64, phoneme_layer=0, rotary=True)
    attention = build_model(shape, 5, seed=1).wav2vec2.encoder.layers[0].attention.eval()
    frames = 5 * torch.randn(1, 6, 80)
    frames[:, :3], frames[:, 5] = 0, 0
    with torch.inference_mode():
        late = attention(frames)[0]
        early = attention(torch.roll(frames, -3, dims=1))[0]
        apart = attention(frames[:, [0, 1, 2, 3, 5, 4]])[0]
    assert torch.allclose(late[0, 3:5], early[0, :2], atol=1e-5)
    assert not torch.allclose(late[0, 3], apart[0, 3], atol=1e-3)


@pytest.mark.parametrize("hertz", [200.0, 1000.0, 4000.0])
def test_a_tone_excites_the_gabor_pair_of_its_frequency_whatever_its_phase(hertz: float) -> None:
    import numpy as np

    from assistant.training.model import gabor_pairs, mel_spaced

    filters = gabor_pairs(80)
    centres = mel_spaced(60.0, 7600.0, 40)
    for phase in (0.0, 1.0, 2.5):
        tone = np.sin(2 * np.pi * hertz * np.arange(128) / 16_000 + phase)
        energy = (filters @ tone).reshape(40, 2)
        loudest = int(np.square(energy).sum(axis=1).argmax())
        assert abs(centres[loudest] - hertz) < 0.25 * hertz


def test_the_head_start_explains_the_log_mel_spectrogram_ever_better() -> None:
    import torch

    from assistant.training.batches import Batch
    from assistant.training.front import pretrain_front
    from assistant.training.model import ModelShape, build_model

    model = build_model(
        ModelShape(layers=1, phoneme_layer=1, conv_channels=(32, 48, 64)), 5, seed=1
    )
    none = torch.zeros(0, dtype=torch.long)
    generator = torch.Generator().manual_seed(1)
    loud = torch.linspace(0.05, 3.0, 8000).expand(2, -1)
    batches = [
        Batch(torch.randn(2, 8000, generator=generator) * loud, none, none, none, none)
        for _ in range(60)
    ]
    shares = pretrain_front(model, iter(batches), 3e-3)
    assert len(shares) == len(batches)
    assert sum(shares[-5:]) / 5 > sum(shares[20:25]) / 5 + 0.3
