"""From a checkpoint to a folder: the same emissions in onnxruntime, and no release on mixed
speakers.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import yaml

from assistant.errors import TrainingError
from assistant.training.corpus import CorpusError, read_manifest, write_manifest
from assistant.training.evaluate import CONDITIONS
from tests.training.miniature import PHONEMES, settings, write_corpus

pytestmark = pytest.mark.train


@pytest.fixture
def trained(tmp_path: Path) -> tuple[Path, Path]:
    """A checkpoint and its manifest."""
    from assistant.training.train import train

    manifest = write_corpus(tmp_path)
    return train(settings(tmp_path, manifest, 3)).checkpoint, manifest


def test_the_exported_graph_says_what_the_network_says_at_any_batch_and_length(
    trained: tuple[Path, Path], tmp_path: Path
) -> None:
    import onnxruntime
    import torch

    from assistant.training.release import averaged, export

    model = averaged([trained[0]]).model
    export(model, tmp_path / "model.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "model.onnx"))
    assert [output.name for output in session.get_outputs()] == ["logits", "phoneme_logits"]
    for shape in ((1, 8000), (3, 21_234)):
        waves = np.random.default_rng(1).standard_normal(shape).astype(np.float32)
        with torch.inference_mode():
            expected = model(torch.from_numpy(waves))
        for one, other in zip(session.run(None, {"input_values": waves}), expected, strict=True):
            np.testing.assert_allclose(one, other.numpy(), atol=1e-4)


def test_a_release_is_a_folder_that_the_assistant_reads_with_its_figures(
    trained: tuple[Path, Path], tmp_path: Path
) -> None:
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.settings import RecognitionSettings
    from assistant.training.release import ReleaseSettings, release

    target = tmp_path / "model"
    done = release(ReleaseSettings((trained[0],), target, (trained[1],), "Tones."))
    assert done.agreement.fp32_gap < 1e-3
    assert done.agreement.same_letter > 0.9
    assert {line.condition for line in done.report.lines} == set(CONDITIONS)
    front = done.agreement.front
    assert front.kept == (abs(front.cer_int8 - front.cer_float) < 0.003)
    kinds = {node.op_type for node in onnx.load(target / "model_quantized.onnx").graph.node}
    assert ("QuantizeLinear" in kinds) == front.kept
    model = OnnxAcousticModel(ModelFolder.load(target), RecognitionSettings())
    emissions = model.emissions(np.linspace(-0.1, 0.1, 16_000).astype(np.float32))
    assert emissions.log_probs.shape == (51, 32)
    assert emissions.phonemes is not None
    assert emissions.phonemes.vocabulary.tokens == ("<pad>", *PHONEMES)
    assert [file.name for file in target.glob("*.onnx")] == ["model_quantized.onnx"]
    card = (target / "README.md").read_text(encoding="utf-8")
    assert "| people | tones |" in card
    assert "Tones." in card
    assert "trained from nothing" in card
    assert "a frame every 20 ms" in card
    assert f"The convolutions compute {front}." in card
    (result, *_) = yaml.safe_load(card.split("---")[1])["model-index"][0]["results"]
    assert [metric["type"] for metric in result["metrics"]] == ["wer", "cer"]


def test_convolutions_that_cost_letters_stay_as_they_are() -> None:
    from assistant.training.release import Front

    assert Front(0.415, 0.4175).kept
    assert not Front(0.415, 0.419).kept
    assert not Front().kept
    assert "fp32" in str(Front(0.415, 0.419))


def test_a_release_refuses_speakers_in_two_splits(
    trained: tuple[Path, Path], tmp_path: Path
) -> None:
    from assistant.training.release import ReleaseSettings, release

    corpus = list(read_manifest(trained[1]))
    mixed = tmp_path / "mixed.jsonl"
    write_manifest(mixed, [*corpus, replace(corpus[0], split="test")])
    with pytest.raises(CorpusError, match="ann"):
        release(ReleaseSettings((trained[0],), tmp_path / "model", (mixed,), "Tones."))
    assert not (tmp_path / "model").exists()


def test_checkpoints_are_averaged(trained: tuple[Path, Path], tmp_path: Path) -> None:
    import torch

    from assistant.training.release import averaged

    kept = torch.load(trained[0], weights_only=True)
    kept["average"]["lm_head.bias"] += 1.0
    torch.save(kept, tmp_path / "other.pt")
    one = averaged([trained[0]]).model.lm_head.bias
    mean = averaged([trained[0], tmp_path / "other.pt"]).model.lm_head.bias
    assert torch.allclose(mean, one + 0.5)


def test_training_continues_from_small_checkpoints_in_several_files(
    trained: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from assistant.training import state
    from assistant.training.train import train

    monkeypatch.setattr(state, "PART", 20_000)
    small = tmp_path / "small"
    state.save_half(trained[0], small)
    parts = sorted(small.iterdir())
    assert len(parts) > 1
    assert sum(p.stat().st_size for p in parts) < trained[0].stat().st_size / 2
    kept = torch.load(trained[0], weights_only=True)["average"]
    read = state.read_checkpoint(small)["model"]
    assert kept.keys() == read.keys()
    assert all(torch.equal(kept[name].half(), read[name]) for name in kept)
    result = train(settings(tmp_path, trained[1], 5, "more", start=small))
    assert result.step == 5


def test_what_is_kept_small_is_what_is_released(trained: tuple[Path, Path], tmp_path: Path) -> None:
    import torch

    from assistant.training.release import averaged
    from assistant.training.state import save_half

    kept = torch.load(trained[0], weights_only=True)
    kept["average"] = {name: value + 1.0 for name, value in kept["average"].items()}
    torch.save(kept, tmp_path / "other.pt")
    save_half(trained[0], tmp_path / "small", tmp_path / "other.pt")
    released = averaged([tmp_path / "other.pt", trained[0]]).model.state_dict()
    small = averaged([tmp_path / "small"]).model.state_dict()
    assert all(torch.allclose(released[name], small[name], atol=2e-3) for name in released)


def test_a_folder_without_a_checkpoint_is_named(tmp_path: Path) -> None:
    from assistant.training.state import read_checkpoint

    with pytest.raises(TrainingError, match="has no checkpoint"):
        read_checkpoint(tmp_path)
