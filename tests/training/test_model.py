"""The network's shape, its first layer, and the training-time short cut through its
convolutions.
"""

from __future__ import annotations

import pytest

from tests.training.miniature import PHONEMES

pytestmark = pytest.mark.train


def test_training_and_evaluation_read_the_same() -> None:
    import torch

    from assistant.training.model import LEAD, SAMPLES_PER_FRAME, ModelShape, build_model

    model = build_model(ModelShape(layers=2, phoneme_layer=1), len(PHONEMES) + 1, seed=1)
    waves = torch.randn(2, 16_123)
    silence = torch.zeros(2, LEAD * SAMPLES_PER_FRAME)
    with torch.inference_mode():
        learning = model.train()(torch.cat([silence, waves, silence], dim=1))
        reading = model.eval()(waves)
    for one, other in zip(learning, reading, strict=True):
        assert other.shape[1] == ModelShape().frames(16_123)
        assert torch.allclose(one[:, LEAD:-LEAD], other, atol=1e-4)


def test_letters_and_phonemes_have_their_own_vocabularies() -> None:
    import torch

    from assistant.training.model import LETTERS, ModelShape, build_model

    model = build_model(ModelShape(layers=1, phoneme_layer=1), 7, seed=1)
    letters, phonemes = model(torch.randn(1, 8000))
    assert letters.shape[-1] == len(LETTERS) == 32
    assert phonemes.shape[-1] == 7


def test_there_is_a_frame_for_every_fiftieth_of_a_second() -> None:
    from assistant.training.model import SAMPLES_PER_FRAME, ModelShape

    shape = ModelShape()
    assert shape.receptive_field == 3398
    assert shape.frames(2 * SAMPLES_PER_FRAME - 1) == 2
    assert shape.frames(2 * SAMPLES_PER_FRAME) == 3
    assert ModelShape(context_layers=0).receptive_field == 838


def test_a_grown_network_hears_what_the_smaller_one_heard() -> None:
    import torch

    from assistant.training.model import ModelShape, build_model, grown

    small = build_model(ModelShape(layers=2, phoneme_layer=1, context_layers=0), 7, seed=1).eval()
    large = grown(small, ModelShape(layers=2, phoneme_layer=1)).eval()
    waves = torch.randn(2, 32_000)
    with torch.inference_mode():
        features, more = (m.wav2vec2.feature_extractor(waves) for m in (small, large))
        before, after = (
            m.wav2vec2.feature_projection(f.transpose(1, 2))[0]
            for m, f in ((small, features[:, :, 4:-4]), (large, more))
        )
    assert after.shape == before.shape
    assert torch.nn.functional.cosine_similarity(before, after, dim=-1).min() > 0.95


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
