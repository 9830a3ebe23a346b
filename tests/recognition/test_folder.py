"""Model folders as people find them: every variant reads, every defect has its sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.recognition.folder import ModelFolder, find_model
from assistant.records import Vocabulary
from tests.tiny_model import TinyModel, make_tiny_model


def change(path: Path, **entries: object) -> None:
    """Set entries of a JSON file; None stays as null."""
    path.write_text(json.dumps(json.loads(path.read_text()) | entries))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_tiny_model(tmp_path / "tiny")


def test_what_the_files_say(folder: Path) -> None:
    found = ModelFolder.load(folder)
    assert (found.model_type, found.sampling_rate, found.do_normalize) == ("wav2vec2", 16_000, True)
    assert found.onnx == folder / "model.onnx"
    assert found.vocabulary.tokens == TinyModel().tokens()
    assert found.phonemes is None


@pytest.mark.parametrize(
    ("kernels", "strides", "stride", "field"),
    [
        ([400], [320], 320, 400),
        ([10, 3, 3, 3, 3, 2, 2], [5, 2, 2, 2, 2, 2, 2], 320, 400),
        ([128, 16, 8], [10, 8, 4], 320, 838),
        ([10, 8, 4, 4, 4], [5, 4, 2, 2, 2], 160, 465),
    ],
)
def test_the_frame_rate_follows_from_the_convolutions(
    folder: Path, kernels: list[int], strides: list[int], stride: int, field: int
) -> None:
    change(folder / "config.json", conv_kernel=kernels, conv_stride=strides)
    found = ModelFolder.load(folder)
    assert (found.stride, found.receptive_field) == (stride, field)
    assert found.frame_s == pytest.approx(stride / 16_000)


def test_an_adapter_makes_frames_longer(folder: Path) -> None:
    change(folder / "config.json", add_adapter=True, num_adapter_layers=2, adapter_stride=2)
    assert ModelFolder.load(folder).frame_s == pytest.approx(0.08)


def test_frames_that_are_read_in_pairs_need_longer_sound(folder: Path) -> None:
    change(folder / "config.json", conv_kernel=[400], conv_stride=[320], squeeze_factor=2)
    assert ModelFolder.load(folder).shortest == 720


def test_convolutions_of_the_usual_wav2vec2_where_config_has_none(folder: Path) -> None:
    (folder / "config.json").write_text('{"model_type": "hubert"}')
    found = ModelFolder.load(folder)
    assert (found.model_type, found.stride, found.receptive_field) == ("hubert", 320, 400)


def test_the_preprocessor_of_newer_exports(folder: Path) -> None:
    (folder / "preprocessor_config.json").unlink()
    (folder / "processor_config.json").write_text(
        '{"feature_extractor": {"do_normalize": false, "sampling_rate": 8000}}'
    )
    found = ModelFolder.load(folder)
    assert (found.do_normalize, found.sampling_rate) == (False, 8_000)


def test_the_smallest_int8_file_is_preferred(folder: Path) -> None:
    sizes = {"model": 9, "model_fp16": 1, "model_int8": 5, "model_quantized": 4, "model_q4": 2}
    for name, size in sizes.items():
        (folder / f"{name}.onnx").write_bytes(bytes(size))
    assert ModelFolder.load(folder).onnx.name == "model_quantized.onnx"
    assert ModelFolder.load(folder, file="model_fp16.onnx").onnx.name == "model_fp16.onnx"


def test_weights_beside_the_file_count_for_its_size(folder: Path) -> None:
    (folder / "model_quantized.onnx").write_bytes(bytes(1))
    (folder / "model_quantized.onnx_data").write_bytes(bytes(9))
    (folder / "model_int8.onnx").write_bytes(bytes(5))
    assert ModelFolder.load(folder).onnx.name == "model_int8.onnx"


def test_full_precision_without_int8(folder: Path) -> None:
    (folder / "model_fp16.onnx").write_bytes(bytes(1))
    assert ModelFolder.load(folder).onnx.name == "model.onnx"


def test_the_onnx_subfolder(tmp_path: Path) -> None:
    folder = make_tiny_model(tmp_path / "tiny", TinyModel(onnx_subfolder=True))
    assert ModelFolder.load(folder).onnx == folder / "onnx" / "model.onnx"
    assert ModelFolder.load(folder, file="onnx/model.onnx").onnx.is_file()


@pytest.mark.parametrize(
    "missing", ["config.json", "preprocessor_config.json", "vocab.json", "model.onnx"]
)
def test_missing_files_are_named(tmp_path: Path, missing: str) -> None:
    folder = make_tiny_model(tmp_path / "tiny", TinyModel(omit=(missing,)))
    expected = "model*.onnx" if missing == "model.onnx" else missing
    with pytest.raises(ModelError, match=rf"tiny has no {expected.replace('*', '.')}"):
        ModelFolder.load(folder)


def test_tokenizer_files_are_optional(tmp_path: Path) -> None:
    omitted = ("tokenizer_config.json", "special_tokens_map.json")
    folder = make_tiny_model(tmp_path / "tiny", TinyModel(omit=omitted))
    assert (
        ModelFolder.load(folder).vocabulary
        == ModelFolder.load(make_tiny_model(tmp_path / "whole")).vocabulary
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model folder"):
        ModelFolder.load(tmp_path / "none")


def test_a_named_file_that_is_not_there(folder: Path) -> None:
    with pytest.raises(ModelError, match="has no model_int4"):
        ModelFolder.load(folder, file="model_int4.onnx")


@pytest.mark.parametrize("name", ["../tiny/model.onnx", "/etc/passwd", "onnx/../../x.onnx"])
def test_files_outside_the_folder_are_refused(folder: Path, name: str) -> None:
    with pytest.raises(ModelError, match="leads out of the model folder"):
        ModelFolder.load(folder, file=name)


@pytest.mark.parametrize(
    "name", ["config.json", "preprocessor_config.json", "vocab.json", "tokenizer_config.json"]
)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "no valid JSON"),
        (b"", "no valid JSON"),
        (b"\xff\xfe\x00", "no valid JSON"),
        (b"[" * 100_000, "no valid JSON"),
        (b"[]", "must hold a JSON object"),
    ],
    ids=["cut", "empty", "not utf-8", "deep", "list"],
)
def test_broken_json_is_named(folder: Path, name: str, content: bytes, said: str) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name}.* {said}"):
        ModelFolder.load(folder)


@pytest.mark.parametrize(
    ("name", "entries", "said"),
    [
        ("config.json", {"conv_stride": 5}, "conv_stride must be a list"),
        ("config.json", {"conv_stride": []}, "conv_stride must be a list"),
        ("config.json", {"conv_kernel": [10, "3"]}, "conv_kernel must be a list"),
        ("config.json", {"conv_kernel": [10, 0]}, "conv_kernel must be a list"),
        ("config.json", {"conv_kernel": [10, 3]}, "equally long"),
        ("config.json", {"conv_stride": [2**70]}, "conv_stride must be a list"),
        ("config.json", {"conv_kernel": [9, 9], "conv_stride": [999, 999]}, "more than a second"),
        ("config.json", {"conv_kernel": [10**6], "conv_stride": [1]}, "more than a second"),
        ("config.json", {"architectures": ["Wav2Vec2ForSequenceClassification"]}, "only CTC"),
        ("config.json", {"model_type": 7}, "model_type must be a text"),
        ("preprocessor_config.json", {"do_normalize": "yes"}, "do_normalize must be true or false"),
        ("preprocessor_config.json", {"sampling_rate": "16000"}, "sampling_rate must be a whole"),
        ("preprocessor_config.json", {"sampling_rate": True}, "sampling_rate must be a whole"),
        ("preprocessor_config.json", {"sampling_rate": 16}, "16 samples a second"),
        ("tokenizer_config.json", {"do_lower_case": 1}, "do_lower_case must be true or false"),
        ("tokenizer_config.json", {"word_delimiter_token": 4}, "word_delimiter_token must be"),
        ("tokenizer_config.json", {"added_tokens_decoder": []}, "must be an object"),
    ],
)
def test_entries_of_the_wrong_type(
    folder: Path, name: str, entries: dict[str, Any], said: str
) -> None:
    change(folder / name, **entries)
    with pytest.raises(ModelError, match=said):
        ModelFolder.load(folder)


def test_null_counts_as_absent(folder: Path) -> None:
    change(folder / "preprocessor_config.json", do_normalize=None, sampling_rate=None)
    assert ModelFolder.load(folder).do_normalize


@pytest.mark.parametrize("content", ["{", '"abc"', "[1, 2]", "[]", "{}", '{"a": "b"}'])
def test_broken_phonemes(folder: Path, content: str) -> None:
    (folder / "phonemes.json").write_text(content)
    with pytest.raises(ModelError, match=r"phonemes\.json"):
        ModelFolder.load(folder)


class TestFinding:
    @pytest.fixture
    def places(self, tmp_path: Path) -> list[Path]:
        make_tiny_model(tmp_path / "mine" / "small")
        make_tiny_model(tmp_path / "bundled" / "small")
        make_tiny_model(tmp_path / "bundled" / "owner" / "large")
        return [tmp_path / "mine", tmp_path / "bundled"]

    def test_the_first_place_wins(self, places: list[Path]) -> None:
        assert find_model("small", places) == places[0] / "small"

    def test_names_with_an_owner(self, places: list[Path]) -> None:
        assert find_model("owner/large", places) == places[1] / "owner" / "large"

    def test_a_path(self, places: list[Path]) -> None:
        path = places[1] / "owner" / "large"
        assert find_model(str(path), []) == path

    def test_a_path_from_here(self, places: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(places[1])
        assert find_model("./small", places).resolve() == places[1] / "small"

    def test_the_home_folder(self, places: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOME", str(places[1]))
        assert find_model("~/small", []) == places[1] / "small"

    @pytest.mark.parametrize(
        "name",
        ["none", "", "../none", "small/../../none", "a" * 300],
        ids=["unknown", "empty", "above", "through", "too long"],
    )
    def test_unknown_names_list_what_there_is(self, places: list[Path], name: str) -> None:
        with pytest.raises(ModelError, match=r"there are: owner/large, small\b"):
            find_model(name, places)

    def test_nothing_installed(self, tmp_path: Path) -> None:
        with pytest.raises(ModelError, match="there is none yet"):
            find_model("small", [tmp_path, tmp_path / "absent"])

    def test_a_name_never_leads_out(self, places: list[Path]) -> None:
        with pytest.raises(ModelError):
            find_model("../bundled/small", places[:1])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)

KEYS = {
    "config.json": ["conv_kernel", "conv_stride", "architectures", "pad_token_id", "add_adapter"],
    "preprocessor_config.json": ["sampling_rate", "do_normalize"],
    "tokenizer_config.json": ["pad_token", "target_lang", "added_tokens_decoder", "do_lower_case"],
    "special_tokens_map.json": ["unk_token", "additional_special_tokens"],
    "added_tokens.json": ["<s>", "ä"],
    "vocab.json": ["<pad>", "|", "a"],
    "phonemes.json": ["<pad>", "ə"],
}


@given(data=st.data())
@settings(max_examples=60)
def test_foreign_content_is_read_or_refused_and_nothing_else(
    foreign: Path, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(KEYS)))
    entries = st.dictionaries(st.sampled_from(KEYS[name]), JSON)
    usual = (foreign / name).read_bytes() if (foreign / name).exists() else None
    (foreign / name).write_text(json.dumps(data.draw(entries | JSON)))
    try:
        vocabulary = ModelFolder.load(foreign).vocabulary
    except ModelError:
        vocabulary = Vocabulary(("<pad>",), 0, None)
    finally:
        (foreign / name).unlink() if usual is None else (foreign / name).write_bytes(usual)
    assert 0 <= vocabulary.blank < len(vocabulary.tokens)
    assert max(vocabulary.special, default=0) < len(vocabulary.tokens)


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("models") / "foreign")
