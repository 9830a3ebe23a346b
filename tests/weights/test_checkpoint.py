"""Checkpoints that are to be exported: what is taken of them, and what is refused unopened."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.weights.checkpoint import check, files_of
from assistant.weights.choose import choose_checkpoint
from assistant.weights.shelf import KnownFile
from assistant.weights.tensors import check_tensors

CONFIG = {
    "model_type": "wav2vec2",
    "architectures": ["Wav2Vec2ForCTC"],
    "hidden_size": 4,
    "intermediate_size": 4,
    "num_hidden_layers": 1,
    "conv_dim": [2, 2],
    "conv_kernel": [3, 3],
    "vocab_size": 5,
}


def tensor_file(head: object, data: bytes = b"") -> bytes:
    content = head if isinstance(head, bytes) else json.dumps(head).encode()
    return len(content).to_bytes(8, "little") + content + data


def tensor(shape: list[object], start: int, end: int, dtype: str = "F32") -> dict[str, object]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [start, end]}


WHOLE = tensor_file({"__metadata__": {"format": "pt"}, "a": tensor([25, 20], 0, 2000)}, bytes(2000))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As much of a checkpoint as is looked at."""
    (tmp_path / "config.json").write_text(json.dumps(CONFIG))
    (tmp_path / "preprocessor_config.json").write_text(json.dumps({"sampling_rate": 8000}))
    (tmp_path / "model.safetensors").write_bytes(WHOLE)
    return tmp_path


def test_a_checkpoint_is_what_its_files_say(folder: Path) -> None:
    found = check(folder)
    assert (found.task, found.sampling_rate, found.weight_bytes) == ("ctc", 8000, 2000)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"model_type": "whisper"}, "'whisper'; only wav2vec2"),
        ({"model_type": None}, "only wav2vec2"),
        ({"architectures": ["Wav2Vec2ForPreTraining"]}, "fine-tune it first"),
        ({"architectures": []}, "a model for nothing"),
        ({"hidden_size": 100_000}, "describes 40001 million weights"),
        ({"conv_dim": [900_000, 900_000]}, "million weights"),
        ({"vocab_size": 1_000_000}, "million weights"),
        ({"num_hidden_layers": 10**12}, "num_hidden_layers of .* can't be true"),
        ({"hidden_size": "large"}, "can't be true"),
        ({"conv_dim": [0]}, "can't be true"),
    ],
)
def test_configs_that_can_not_be(folder: Path, changes: dict[str, Any], says: str) -> None:
    (folder / "config.json").write_text(json.dumps({**CONFIG, **changes}))
    with pytest.raises(ModelError, match=says):
        check(folder)


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000])
def test_a_config_that_is_no_object(folder: Path, content: str) -> None:
    (folder / "config.json").write_text(content)
    with pytest.raises(ModelError, match="download the model again"):
        check(folder)


@pytest.mark.parametrize("rate", [0, "16000", 10**9])
def test_rates_that_no_model_has(folder: Path, rate: object) -> None:
    (folder / "preprocessor_config.json").write_text(json.dumps({"sampling_rate": rate}))
    with pytest.raises(ModelError, match="no model works at"):
        check(folder)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no safetensors file"),
        (b"PK\x03\x04 a pickle in a zip, really", "no safetensors file"),
        (WHOLE[:-1], "doesn't fit"),
        (WHOLE[:40], "cut off"),
        (WHOLE + b"more", "2004 bytes of weights where it claims 2000"),
        (tensor_file(b"\xff\xff"), "no safetensors file"),
        (tensor_file([]), "no safetensors file"),
        (tensor_file({"a": 1}), "doesn't fit"),
        (tensor_file({"a": tensor([10**12], 0, 8)}, bytes(8)), "doesn't fit"),
        (tensor_file({"a": tensor([2], 0, 10**12)}, bytes(8)), "doesn't fit"),
        (tensor_file({"a": tensor([2], -8, 0)}, bytes(8)), "doesn't fit"),
        (tensor_file({"a": tensor([-2], 8, 0)}, bytes(8)), "doesn't fit"),
        (tensor_file({"a": tensor(["2"], 0, 8)}, bytes(8)), "doesn't fit"),
        (tensor_file({"a": tensor([2], 0, 8, "F7")}, bytes(8)), "doesn't fit"),
    ],
)
def test_weights_that_are_not_what_they_claim(folder: Path, content: bytes, says: str) -> None:
    (folder / "model.safetensors").write_bytes(content)
    with pytest.raises(ModelError, match=says):
        check(folder)


@given(st.binary(max_size=80) | st.integers(0, len(WHOLE)).map(lambda end: WHOLE[:end]))
def test_any_bytes_are_weights_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.safetensors"
    path.write_bytes(content)
    with suppress(ModelError):
        assert check_tensors(path) < len(content)


@pytest.mark.parametrize("name", ["../model.safetensors", "/etc/passwd", "a\\..\\b"])
def test_weights_elsewhere_are_refused(folder: Path, name: str) -> None:
    index = {"weight_map": {"a": "model.safetensors", "b": name}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(ModelError, match="outside the model's folder"):
        check(folder)


@pytest.mark.parametrize("index", [{}, {"weight_map": {"a": "model-2.safetensors"}}])
def test_pieces_that_are_missing(folder: Path, index: dict[str, object]) -> None:
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(ModelError, match="are missing"):
        check(folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no folder"):
        files_of(tmp_path / "none")


def named(*names: str) -> list[KnownFile]:
    return [KnownFile(name, 9, "") for name in ("config.json", *names)]


def taken(files: list[KnownFile], **more: Any) -> set[str]:
    return {file.name for file in choose_checkpoint("a/b", files, **more)} - {"config.json"}


def test_weights_in_one_file_or_in_pieces() -> None:
    index = "model.safetensors.index.json"
    pieces = [f"model-0000{n}-of-00002.safetensors" for n in (1, 2)]
    assert taken(named("model.safetensors", "train.py", "pytorch_model.bin")) == {
        "model.safetensors"
    }
    assert taken(named(index, *pieces)) == {index, *pieces}
    assert taken(named("model.safetensors", index, *pieces)) == {"model.safetensors"}


def test_pickles_are_taken_only_where_they_are_allowed_and_needed() -> None:
    both = named("pytorch_model.bin", "model.safetensors")
    assert taken(both, allow_pickle=True) == {"model.safetensors"}
    assert taken(named("pytorch_model.bin"), allow_pickle=True) == {"pytorch_model.bin"}


def test_the_adapter_of_one_language_is_taken() -> None:
    files = named("model.safetensors", "adapter.deu.safetensors", "adapter.fra.bin")
    assert taken(files, language="deu") == {"model.safetensors", "adapter.deu.safetensors"}
    assert taken(files, language="fra", allow_pickle=True) == {
        "model.safetensors",
        "adapter.fra.bin",
    }


@pytest.mark.parametrize(
    ("choose", "says"),
    [
        (lambda: choose_checkpoint("a/b", named("pytorch_model.bin")), "--allow-pickle"),
        (lambda: choose_checkpoint("a/b", named("weights.pt")), "can run any code"),
        (lambda: choose_checkpoint("a/b", named("README.md")), "no weights that we know"),
        (lambda: choose_checkpoint("a/b", named("model.safetensors.index.json")), "no weights"),
        (lambda: choose_checkpoint("a/b", named("model.safetensors"), "deu"), "none at all"),
        (
            lambda: choose_checkpoint(
                "a/b", named("model.safetensors", "adapter.fra.safetensors"), "deu"
            ),
            "no adapter for 'deu' in safetensors; it has fra",
        ),
        (
            lambda: choose_checkpoint(
                "a/b", [*named("model.safetensors"), KnownFile("x.json", 10**9, "")]
            ),
            "claims 1000000000 bytes",
        ),
    ],
)
def test_what_can_not_be_exported(choose: Callable[[], object], says: str) -> None:
    with pytest.raises(ModelError, match=says):
        choose()
