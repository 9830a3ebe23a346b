"""Models from a hub: what is chosen, that breaks are mended, and that nothing bad is installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import constants

from assistant.errors import AssistantError, ModelError, UsageError
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.settings import RecognitionSettings
from assistant.training.evaluate import greedy
from assistant.weights.choose import choose
from assistant.weights.hub import Hub, Source
from assistant.weights.pull import pull
from assistant.weights.shelf import KnownFile, Record, damaged_files, read_record
from tests.loopback_hub import COMMIT, LoopbackHub, loopback_hub
from tests.tiny_model import TinyModel, make_tiny_model, speak

TINY = Source("someone/tiny")

NO_DIGEST = "0" * 64


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both forms in onnx/, as most repositories have them."""
    return make_tiny_model(
        tmp_path_factory.mktemp("served"), TinyModel(int8=True, onnx_subfolder=True)
    )


@pytest.fixture
def served(model: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackHub]:
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 10_000)
    with loopback_hub({"someone/tiny": model}) as hub:
        yield hub


@pytest.fixture
def hub(served: LoopbackHub, tmp_path: Path) -> Hub:
    return Hub(endpoint=served.url, cache=tmp_path / "cache")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / "someone" / "tiny"


def load(folder: Path) -> OnnxAcousticModel:
    return OnnxAcousticModel(ModelFolder.load(folder), RecognitionSettings(threads=1))


def get(hub: Hub, target: Path) -> Record:
    return pull(hub, hub.listing(TINY), target, load)


def names(files: tuple[KnownFile, ...]) -> set[str]:
    return {file.name for file in files}


def test_the_smallest_int8_form_is_installed_and_works(hub: Hub, target: Path) -> None:
    record = get(hub, target)
    onnx = [path.name for path in target.rglob("*.onnx")]
    assert onnx == ["model_quantized.onnx"]
    assert (record.source, record.commit) == ("someone/tiny", COMMIT)
    assert read_record(target) == record
    assert damaged_files(target, record) == []
    assert load(target)


def test_weights_beside_the_graph_come_along(
    served: LoopbackHub, hub: Hub, target: Path, tmp_path: Path
) -> None:
    served.models["someone/large"] = make_tiny_model(
        tmp_path / "large", TinyModel(external_data=True)
    )
    pull(hub, hub.listing(Source("someone/large")), target, load)
    text = greedy(load(target).emissions(speak("what time is it")))
    assert text == "what time is it"


def test_a_broken_transfer_goes_on_where_it_stopped(
    served: LoopbackHub, hub: Hub, target: Path
) -> None:
    name = "onnx/model_quantized.onnx"
    served.cuts[name] = 2
    get(hub, target)
    starts = [int(each.split()[1]) for each in served.asked if each.startswith(name)]
    assert len(starts) == 3
    assert starts[0] == 0 < starts[1] < starts[2]


def test_what_keeps_breaking_is_given_up_and_taken_up_by_the_next_pull(
    served: LoopbackHub, hub: Hub, target: Path
) -> None:
    name = "onnx/model_quantized.onnx"
    served.cuts[name] = 1000
    with pytest.raises(ModelError, match="goes on where it stopped"):
        get(hub, target)
    assert not target.exists()
    served.cuts.clear()
    served.asked.clear()
    get(hub, target)
    (asked,) = served.asked
    assert asked != f"{name} 0"


def test_a_slow_answer_is_asked_for_again(
    served: LoopbackHub, hub: Hub, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "HF_HUB_DOWNLOAD_TIMEOUT", 1)
    served.waits["vocab.json"], served.wait_s = 1, 2.5
    get(hub, target)
    assert sum(each.startswith("vocab.json") for each in served.asked) == 2


def test_a_wrong_hash_installs_nothing_and_is_forgotten(
    served: LoopbackHub, hub: Hub, target: Path
) -> None:
    served.wrong = {"onnx/model_quantized.onnx"}
    with pytest.raises(ModelError, match=r"model_quantized\.onnx .* hash"):
        get(hub, target)
    assert not target.exists()
    served.wrong.clear()
    get(hub, target)
    assert target.exists()


def test_small_files_are_checked_by_the_hash_that_git_has(
    served: LoopbackHub, hub: Hub, target: Path
) -> None:
    served.wrong = {"vocab.json"}
    with pytest.raises(ModelError, match=r"vocab\.json .* hash"):
        get(hub, target)


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "HF_TOKEN"), (403, "HF_TOKEN"), (404, "check the name"), (429, "wait"), (500, "500")],
)
def test_a_refusal_says_what_to_do(
    served: LoopbackHub, hub: Hub, target: Path, status: int, says: str
) -> None:
    served.status = status
    with pytest.raises(ModelError, match=says):
        get(hub, target)


@pytest.mark.parametrize("endpoint", ["nonsense", "gopher://hub", "https://"])
def test_an_endpoint_that_is_no_address_is_misuse(tmp_path: Path, endpoint: str) -> None:
    with pytest.raises(UsageError, match="HF_ENDPOINT"):
        Hub(endpoint=endpoint, cache=tmp_path).listing(Source("someone/tiny"))


def test_too_many_requests_amid_the_download(served: LoopbackHub, hub: Hub, target: Path) -> None:
    served.busy = {"vocab.json"}
    with pytest.raises(ModelError, match="too many requests"):
        get(hub, target)
    assert not target.exists()


def test_a_listed_file_may_be_missing(served: LoopbackHub, hub: Hub, target: Path) -> None:
    served.missing = {"onnx/model_quantized.onnx"}
    with pytest.raises(ModelError, match="lacks a file"):
        get(hub, target)


def test_a_token_opens_what_is_closed(
    served: LoopbackHub, hub: Hub, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served.token = "hf_secret"
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    get(hub, target)
    assert target.exists()


def test_space_is_checked_before_anything_is_downloaded(
    served: LoopbackHub, hub: Hub, target: Path
) -> None:
    served.declared = {"onnx/model_quantized.onnx": 10**18}
    with pytest.raises(ModelError, match="needs 1000000000000 MB"):
        get(hub, target)
    assert served.asked == []


def test_a_revision_is_found_or_named(hub: Hub, target: Path) -> None:
    assert pull(hub, hub.listing(Source("someone/tiny", "v1")), target, load).commit == COMMIT
    with pytest.raises(ModelError, match="no such revision"):
        pull(hub, hub.listing(Source("someone/tiny", "v2")), target, load)


def test_a_second_pull_downloads_nothing(served: LoopbackHub, hub: Hub, target: Path) -> None:
    get(hub, target)
    served.asked.clear()
    get(hub, target)
    assert served.asked == []


def test_offline_the_cache_serves(hub: Hub, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = get(hub, target)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    again = get(hub, target.with_name("again"))
    assert names(again.files) == names(record.files)
    with pytest.raises(ModelError, match="isn't wholly in the cache"):
        pull(hub, hub.listing(Source("someone/else")), target, load)


def test_offline_what_broke_off_is_not_wholly_there(
    served: LoopbackHub, hub: Hub, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served.missing = {"onnx/model_quantized.onnx"}
    with pytest.raises(ModelError):
        get(hub, target)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(ModelError, match="isn't wholly in the cache"):
        get(hub, target)


def test_a_model_that_does_not_run_leaves_the_old_one(
    served: LoopbackHub, hub: Hub, target: Path, tmp_path: Path
) -> None:
    get(hub, target)
    broken = make_tiny_model(tmp_path / "broken", TinyModel(int8=True))
    (broken / "model_quantized.onnx").write_bytes(b"no model")
    served.models["someone/broken"] = broken
    before = read_record(target)
    with pytest.raises(ModelError):
        pull(hub, hub.listing(Source("someone/broken")), target, load)
    assert read_record(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["tiny"]


def test_damage_is_named(hub: Hub, target: Path) -> None:
    record = get(hub, target)
    (target / "vocab.json").unlink()
    (target / "config.json").write_text("{}")
    assert sorted(damaged_files(target, record)) == ["config.json", "vocab.json"]


@pytest.mark.parametrize(
    "record", ["[]", "{}", '{"source": 1, "commit": "", "files": [{"name": 1}]}', "nonsense"]
)
def test_a_broken_record_is_named(tmp_path: Path, record: str) -> None:
    (tmp_path / "pulled.json").write_text(record)
    with pytest.raises(ModelError, match="pull the model again"):
        read_record(tmp_path)


@pytest.mark.parametrize("name", ["../evil.json", "/etc/passwd", "onnx/../../x", "a\\..\\b"])
def test_hostile_paths_are_refused(served: LoopbackHub, hub: Hub, target: Path, name: str) -> None:
    served.declared = {name: 5}
    with pytest.raises(ModelError, match="outside itself"):
        get(hub, target)
    assert served.asked == []


def listed(*sizes: tuple[str, int]) -> list[KnownFile]:
    return [KnownFile(name, size, NO_DIGEST) for name, size in sizes]


def test_one_form_is_chosen_with_what_lies_beside_it() -> None:
    files = listed(
        ("config.json", 9),
        ("vocab.json", 9),
        ("train.py", 9),
        ("model.safetensors", 400),
        ("onnx/model.onnx", 10),
        ("onnx/model.onnx_data", 390),
        ("onnx/model_fp16.onnx", 200),
    )
    assert names(choose("a/b", files)) == {
        "config.json",
        "vocab.json",
        "onnx/model.onnx",
        "onnx/model.onnx_data",
    }
    small = [*files, *listed(("onnx/model_int8.onnx", 99), ("onnx/model_quantized.onnx", 95))]
    assert names(choose("a/b", small)) >= {"onnx/model_quantized.onnx"}
    assert len(choose("a/b", small)) == 3


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (listed(("model.onnx", 1)), "no config.json"),
        (listed(("config.json", 1), ("model.safetensors", 1)), "no ONNX file: export it"),
        (listed(("config.json", 1)), "no ONNX file"),
        (listed(("config.json", 10**9), ("model.onnx", 1)), "claims"),
    ],
)
def test_what_can_not_be_run_is_refused(files: list[KnownFile], says: str) -> None:
    with pytest.raises(ModelError, match=says):
        choose("a/b", files)


def test_sources_are_read_or_refused() -> None:
    assert Source.parse("a/b-c.d@refs/pr/1") == Source("a/b-c.d", "refs/pr/1")
    for text in ("", "tiny", "a/b/c", "../b", "a/..", "a/b@", "http://a/b"):
        with pytest.raises(UsageError):
            Source.parse(text)


def test_names_that_the_hub_forbids_are_misuse(hub: Hub, target: Path) -> None:
    with pytest.raises(AssistantError):
        pull(hub, hub.listing(Source("-a/b--c")), target, load)


def test_the_record_is_json(hub: Hub, target: Path) -> None:
    get(hub, target)
    entries = json.loads((target / "pulled.json").read_text())
    assert {len(each["digest"]) for each in entries["files"]} == {40, 64}
