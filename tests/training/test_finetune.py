"""Fine-tuning in miniature: a random Wav2Vec2 of a few thousand weights learns two sentences."""

from __future__ import annotations

import json
import math
import shutil
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import yaml

from assistant.errors import ModelError, TrainingError
from assistant.training.corpus import Clip, Corpus, read_manifest, write_manifest
from assistant.weights.hub import Hub
from tests.loopback_hub import loopback_hub
from tests.program import new_home, run
from tests.training.miniature import write_corpus

if TYPE_CHECKING:
    from assistant.training.finetune import FinetuneSettings, Look

pytestmark = pytest.mark.train


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny random Wav2Vec2 that has capital letters."""
    import torch
    from transformers import Wav2Vec2Config, Wav2Vec2ForCTC

    from assistant.training.layout import DELIMITER, MARKS, write_preprocessor, write_tokenizer

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("checkpoint")
    tokens = (*MARKS, DELIMITER, *"ABNO")
    config = Wav2Vec2Config(
        vocab_size=len(tokens),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        conv_dim=(16, 24, 32),
        conv_kernel=(128, 16, 8),
        conv_stride=(10, 8, 4),
        feat_extract_norm="layer",
        do_stable_layer_norm=True,
        num_conv_pos_embeddings=4,
        num_conv_pos_embedding_groups=4,
        pad_token_id=0,
        mask_time_prob=0.05,
        mask_time_length=2,
        ctc_loss_reduction="mean",
    )
    Wav2Vec2ForCTC(config).save_pretrained(folder)
    write_tokenizer(folder, tokens)
    write_preprocessor(folder, mask=True)
    return folder


@pytest.fixture
def wanted(checkpoint: Path, tmp_path: Path) -> FinetuneSettings:
    from assistant.training.finetune import FinetuneSettings

    return FinetuneSettings(
        model=checkpoint,
        base="someone/tiny",
        manifests=(write_corpus(tmp_path),),
        folder=tmp_path / "tones",
        freeze="nothing",
        steps=60,
        rate=3e-3,
        batch_seconds=4.0,
        look_steps=20,
    )


def weights(folder: Path) -> dict[str, np.ndarray]:
    from safetensors.numpy import load_file

    return load_file(folder / "model.safetensors")


def test_the_loss_falls_and_the_best_weights_are_exported_with_their_figures(
    wanted: FinetuneSettings,
) -> None:
    from assistant.training.finetune import finetune
    from assistant.training.finetuned import as_fields, finish

    outcome = finetune(wanted)
    assert [look.step for look in outcome.curve] == [0, 20, 40, 60]
    assert outcome.curve[-1].loss < 0.7 * outcome.curve[1].loss
    assert outcome.steered, "there are no other people than those that steer"
    assert not outcome.new_letters
    assert outcome.trained_share == 1.0

    with warnings.catch_warnings(record=True) as warned:
        finished = finish(wanted, outcome)
    assert [str(each.message) for each in warned if "trac" in str(each.message).lower()] == []
    report = json.loads((wanted.folder / "report.json").read_text(encoding="utf-8"))
    assert report == json.loads(json.dumps(as_fields(finished)))
    assert report["measured"] == 2
    assert report["curve"][0]["loss"] is None
    assert "<polyline" in (wanted.folder / "curve.svg").read_text(encoding="utf-8")
    card = (wanted.folder / "model" / "README.md").read_text(encoding="utf-8")
    metadata = yaml.safe_load(card.split("---")[1])
    (result,) = metadata["model-index"][0]["results"]
    assert metadata["base_model"] == "someone/tiny"
    assert {metric["type"] for metric in result["metrics"]} == {"wer", "cer"}
    assert result["metrics"][1]["value"] == round(100 * finished.cer_int8.value, 2)
    assert not (wanted.folder / "run.pt").exists()


def test_the_command_tells_how_it_goes(wanted: FinetuneSettings, tmp_path: Path) -> None:
    given = ("train", "finetune", wanted.model, wanted.manifests[0], "-o", wanted.folder)
    done = run(new_home(tmp_path), *given, "--steps", "2", "--look", "1", timeout_s=300)
    assert done.returncode == 0, done.stderr
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "step 0",
        "step 1",
        "step 2",
    ]
    assert "nan" not in done.stderr
    assert f"`assistant models use {wanted.folder / 'model'}`" in done.stdout


def test_onnxruntime_reads_what_transformers_reads(wanted: FinetuneSettings) -> None:
    import torch
    from transformers import AutoModelForCTC, AutoProcessor

    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder
    from assistant.recognition.greedy import GreedyDecoder
    from assistant.settings import RecognitionSettings
    from assistant.training.corpus import read_samples
    from assistant.training.finetune import finetune
    from assistant.training.finetuned import export

    outcome = finetune(replace(wanted, steps=20))
    checkpoint, target = wanted.folder / "checkpoint", wanted.folder / "full"
    assert export(wanted, target, outcome.measured).max_abs < 1e-3
    model = OnnxAcousticModel(ModelFolder.load(target), RecognitionSettings())
    processor = AutoProcessor.from_pretrained(checkpoint)
    original = AutoModelForCTC.from_pretrained(checkpoint).eval()
    for clip in Corpus.load(wanted.manifests).where(split="dev").clips:
        inputs = processor(read_samples(clip), sampling_rate=16_000, return_tensors="pt")
        with torch.inference_mode():
            logits = original(**inputs).logits
        emissions = model.emissions(read_samples(clip))
        np.testing.assert_allclose(emissions.log_probs, logits[0].log_softmax(-1), atol=1e-3)
        text = processor.batch_decode(logits.argmax(-1))[0]
        assert GreedyDecoder(keep_special=True).decode(emissions).text == text


def test_a_killed_run_goes_on_bit_for_bit(wanted: FinetuneSettings, tmp_path: Path) -> None:
    from assistant.training.finetune import finetune

    class KilledError(Exception):
        pass

    def kill_at_thirty(step: int, _look: Look | None) -> None:
        if step == 30:
            raise KilledError

    whole = finetune(replace(wanted, folder=tmp_path / "whole"))
    with pytest.raises(KilledError):
        finetune(wanted, kill_at_thirty)
    steps: list[int] = []
    resumed = finetune(wanted, lambda step, _look: steps.append(step))
    assert steps[0] == 21
    assert [look.cer for look in resumed.curve] == [look.cer for look in whole.curve]
    assert resumed.curve[-1].loss == whole.curve[-1].loss
    one, other = (weights(folder / "checkpoint") for folder in (tmp_path / "whole", wanted.folder))
    assert all(np.array_equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize(
    ("freeze", "kept"),
    [("features", "wav2vec2.feature_extractor."), ("all-but-head", "wav2vec2.")],
)
def test_what_is_frozen_keeps_its_weights(
    wanted: FinetuneSettings, checkpoint: Path, freeze: str, kept: str
) -> None:
    from assistant.training.finetune import finetune

    outcome = finetune(replace(wanted, freeze=freeze, steps=3, look_steps=3))  # type: ignore[arg-type]
    before, after = weights(checkpoint), weights(wanted.folder / "checkpoint")
    same = {name for name in before if np.array_equal(before[name], after[name])}
    frozen = {name for name in before if name.startswith(kept)}
    assert frozen <= same
    assert outcome.trained_share < 1.0
    if outcome.curve[-1].cer < outcome.curve[0].cer:
        assert same == frozen


def test_a_run_ends_when_it_does_not_help_any_more(wanted: FinetuneSettings) -> None:
    from assistant.training.finetune import finetune

    outcome = finetune(replace(wanted, rate=0.0, look_steps=1, patience=2))
    assert [look.step for look in outcome.curve] == [0, 1, 2]
    assert math.isnan(outcome.curve[0].loss)


def german(manifest: Path) -> Path:
    clips: list[Clip] = [
        replace(clip, text=clip.text.replace("no", "nö")) for clip in read_manifest(manifest)
    ]
    write_manifest(manifest, clips)
    return manifest


def test_a_language_with_other_letters_gets_a_vocabulary_of_its_own(
    wanted: FinetuneSettings, checkpoint: Path
) -> None:
    from transformers import AutoTokenizer

    from assistant.recognition.vocabulary import read_vocabulary
    from assistant.training.finetune import finetune

    german(wanted.manifests[0])
    outcome = finetune(replace(wanted, freeze="all-but-head", rate=0.0, steps=1))
    folder = wanted.folder / "checkpoint"
    assert outcome.new_letters
    assert read_vocabulary(folder, "", None).tokens[5:] == ("a", "b", "n", "ö")
    assert AutoTokenizer.from_pretrained(folder).decode([7, 7, 0, 8]) == "nö"
    old, new = weights(checkpoint), weights(folder)
    assert np.array_equal(new["lm_head.weight"][5], old["lm_head.weight"][5]), "a begins as A was"


def test_letters_that_are_missing_are_named(wanted: FinetuneSettings) -> None:
    from assistant.training.finetune import finetune

    german(wanted.manifests[0])
    with pytest.raises(TrainingError, match="'Ö'"):
        finetune(replace(wanted, vocabulary="keep"))


def test_a_pickle_or_another_kind_of_model_is_refused(
    wanted: FinetuneSettings, tmp_path: Path
) -> None:
    from assistant.training.finetune import finetune

    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(ModelError, match="can't be fine-tuned"):
        finetune(replace(wanted, model=tmp_path / "none"))


def test_a_model_of_the_hub_is_fetched_without_its_pickles(
    checkpoint: Path, tmp_path: Path
) -> None:
    from assistant.training.pretrained import checkpoint_folder

    served = tmp_path / "served"
    shutil.copytree(checkpoint, served)
    (served / "pytorch_model.bin").write_bytes(b"anything at all")
    with loopback_hub({"someone/tiny": served}) as hub:
        folder = checkpoint_folder("someone/tiny", Hub(hub.url, tmp_path / "cache"))
    fetched = {path.name for path in folder.iterdir()}
    assert {"model.safetensors", "config.json", "vocab.json"} <= fetched
    assert "pytorch_model.bin" not in fetched
    assert checkpoint_folder(str(checkpoint)) == checkpoint


def test_somebody_must_be_held_out(wanted: FinetuneSettings) -> None:
    from assistant.training.finetune import finetune

    clips = [clip for clip in read_manifest(wanted.manifests[0]) if clip.split == "train"]
    write_manifest(wanted.manifests[0], clips)
    with pytest.raises(TrainingError, match='split "dev"'):
        finetune(wanted)
