"""Models from the command line: listed, pulled, used by name, checked and removed."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import onnx
import pytest
import soundfile

from assistant.bundled import bundled
from assistant.records import SAMPLE_RATE
from assistant.training.corpus import Clip, write_manifest
from assistant.weights.catalogue import read_catalogue
from tests.loopback_hub import LoopbackHub, loopback_hub
from tests.program import ROOT, Home, new_home, run
from tests.tiny_model import TinyModel, make_tiny_model, speak
from tests.tiny_toolkits import make_nemo

GUIDE = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("served"), TinyModel(int8=True))


@pytest.fixture
def served(model: Path) -> Iterator[LoopbackHub]:
    with loopback_hub({"someone/tiny": model}) as hub:
        yield hub


@pytest.fixture
def home(served: LoopbackHub, tmp_path: Path) -> Home:
    """Somebody whose hub is the one on this machine."""
    return {**new_home(tmp_path), "HF_ENDPOINT": served.url}


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    file = tmp_path / "said.wav"
    soundfile.write(file, speak("what time is it"), SAMPLE_RATE)
    return file


def listed(home: Home) -> dict[str, dict[str, object]]:
    rows = [json.loads(line) for line in run(home, "models", "list", "--json").stdout.splitlines()]
    return {row["model"]: row for row in rows}


def test_a_model_is_pulled_used_checked_and_removed(home: Home, recording: Path) -> None:
    done = run(home, "models", "pull", "someone/tiny")
    assert (done.returncode, done.stderr) == (0, "")
    assert "someone/tiny is installed" in done.stdout
    said = run(home, "transcribe", "--model", "someone/tiny", recording).stdout
    assert said == "what time is it\n"

    assert run(home, "models", "use", "someone/tiny").returncode == 0
    assert run(home, "transcribe", recording).stdout == said
    row = listed(home)["someone/tiny"]
    assert (row["installed"], row["in_use"]) == (True, True)
    refused = run(home, "models", "remove", "someone/tiny")
    assert (refused.returncode, "in use" in refused.stderr) == (1, True)

    run(home, "models", "use", "starter-en")
    assert run(home, "models", "remove", "someone/tiny").returncode == 0
    assert "someone/tiny" not in listed(home)


def test_a_model_that_tells_languages_is_pulled_used_shown_checked_and_stays_while_in_use(
    home: Home, served: LoopbackHub
) -> None:
    served.models["someone/lid"] = ROOT / "tests" / "tongues" / "identifier"
    pulled = run(home, "models", "pull", "someone/lid")
    assert (pulled.returncode, pulled.stderr) == (0, "")
    assert "makes it the one that tells the spoken language" in pulled.stdout
    assert run(home, "models", "verify", "someone/lid").returncode == 0
    shown = json.loads(run(home, "models", "show", "someone/lid", "--json").stdout)
    assert "de" in shown["tells"]

    used = run(home, "models", "use", "someone/lid")
    assert (used.returncode, "recognition.languages" in used.stdout) == (0, True)
    names = {name for name, row in listed(home).items() if row["in_use"]}
    assert names == {"someone/lid", "starter-en"}
    assert run(home, "models", "remove", "someone/lid").returncode == 1


def test_a_model_that_tells_moods_is_not_used(home: Home, tmp_path: Path) -> None:
    moods = tmp_path / "moods"
    shutil.copytree(ROOT / "tests" / "tongues" / "identifier", moods)
    config = json.loads((moods / "config.json").read_text("utf-8"))
    config["id2label"] = {str(place): f"mood {place}" for place in range(5)}
    (moods / "config.json").write_text(json.dumps(config), "utf-8")
    done = run(home, "models", "use", moods)
    assert done.returncode == 1
    assert "knows none of en; name another" in done.stderr


def test_the_forms_of_a_model_are_compared(home: Home, model: Path, recording: Path) -> None:
    done = run(home, "models", "verify", "--json", model, "--against", model, recording)
    report = json.loads(done.stdout)
    assert (report["max_abs"], report["same_reading"], report["utterances"]) == (0.0, 1.0, 1)
    alone = run(home, "models", "verify", model, "--against", model)
    assert (alone.returncode, "recordings" in alone.stderr) == (2, True)


def test_a_model_is_quantised_and_both_are_measured(
    home: Home, recording: Path, tmp_path: Path
) -> None:
    full, small = make_tiny_model(tmp_path / "full"), tmp_path / "small"
    done = run(home, "models", "quantise", full, "-o", small)
    assert (done.returncode, done.stderr) == (0, "")
    assert run(home, "transcribe", "--model", small, recording).stdout == "what time is it\n"

    write_manifest(tmp_path / "all.jsonl", [clip(recording, "what time is at")])
    arguments = ("models", "compare", full, small, "--manifest", tmp_path / "all.jsonl")
    measured = run(home, *arguments, "--json")
    rows = [json.loads(line) for line in measured.stdout.splitlines()]
    assert [row["model"] for row in rows] == [str(full), str(small)], measured.stderr
    assert rows[1]["megabytes"] < rows[0]["megabytes"] == (full / "model.onnx").stat().st_size / 1e6
    for row in rows:
        assert row["cer"]["value"] == pytest.approx(1 / 15)
        assert row["changed"] == 0
        assert row["peak_mb"] > 20
        assert row["real_time_factor"] > 0
    table = run(home, *arguments).stdout.splitlines()
    assert [line.split()[-1] for line in table] == ["model", str(full), str(small)]


@pytest.mark.parametrize("options", [("--conv",), ("--weights-only", "8"), ("--weights-only", "4")])
def test_other_small_forms_hear_the_same(
    home: Home, recording: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    full, small = make_tiny_model(tmp_path / "full", TinyModel(deep=True)), tmp_path / "small"
    heard = (recording,) if "--conv" in options else ()
    done = run(home, "models", "quantise", full, "-o", small, *options, *heard)
    assert (done.returncode, done.stderr) == (0, "")
    assert run(home, "transcribe", "--model", small, recording).stdout == "what time is it\n"


def test_a_front_end_is_calibrated_on_clips_of_a_manifest(
    home: Home, recording: Path, tmp_path: Path
) -> None:
    write_manifest(tmp_path / "all.jsonl", [clip(recording, "what time is it")])
    full = make_tiny_model(tmp_path / "full", TinyModel(deep=True))
    arguments = ("models", "quantise", full, "--conv", "--manifest", tmp_path / "all.jsonl")
    assert run(home, *arguments, "-o", tmp_path / "small").returncode == 0
    plain = make_tiny_model(tmp_path / "plain")
    arguments = ("models", "quantise", plain, "--conv", "--manifest", tmp_path / "all.jsonl")
    refused = run(home, *arguments, "-o", tmp_path / "other")
    assert (refused.returncode, "no convolutions" in refused.stderr) == (1, True)
    assert not (tmp_path / "other").exists()


def test_a_model_that_does_not_run_is_called_by_the_name_it_would_have_had(
    home: Home, tmp_path: Path
) -> None:
    full, small = make_tiny_model(tmp_path / "full"), tmp_path / "small"
    graph = onnx.load(full / "model.onnx")
    graph.graph.node[-1].op_type = "Nonsense"
    onnx.save(graph, full / "model.onnx")
    done = run(home, "models", "quantise", full, "-o", small)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{small}/model_quantized.onnx can't be loaded" in done.stderr
    assert not small.exists()


def test_a_checkpoint_that_was_cut_off_is_called_by_its_name(
    home: Home, served: LoopbackHub, tmp_path: Path
) -> None:
    served.models["someone/cut"] = folder = make_tiny_model(tmp_path / "served")
    (folder / "model.onnx").unlink()
    (folder / "model.safetensors").write_bytes(bytes(100))
    done = run(home, "models", "pull", "someone/cut")
    assert (done.returncode, done.stdout) == (1, "")
    assert "assistant: someone/cut/model.safetensors is no safetensors file" in done.stderr


def test_an_export_of_another_toolkit_becomes_a_model(
    home: Home, recording: Path, tmp_path: Path
) -> None:
    source, folder = make_nemo(tmp_path / "nemo"), tmp_path / "model"
    done = run(home, "models", "import", source, "-o", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert run(home, "transcribe", "--model", folder, recording).stdout == "what time is it\n"
    assert run(home, "models", "quantise", folder, "-o", tmp_path / "small").returncode == 0
    said = run(home, "transcribe", "--model", tmp_path / "small", recording).stdout
    assert said == "what time is it\n"
    commanded = run(home, "hear", "--json", "--model", folder, recording)
    assert '"intent": "question.' in commanded.stdout, commanded.stderr

    (source / "model.onnx").unlink()
    refused = run(home, "models", "import", source, "-o", tmp_path / "other")
    assert (refused.returncode, "0 files" in refused.stderr) == (1, True)
    assert not (tmp_path / "other").exists()


def clip(recording: Path, text: str) -> Clip:
    seconds = soundfile.info(str(recording)).duration
    return Clip(recording, text, "somebody", seconds, "tests", "CC0-1.0")


def test_damage_is_told(home: Home) -> None:
    run(home, "models", "pull", "someone/tiny")
    installed = Path(str(listed(home)["someone/tiny"]["folder"]))
    (installed / "README.md").write_text("nothing that was pulled")
    assert run(home, "models", "verify", "someone/tiny").returncode == 0
    (installed / "vocab.json").write_text("{}")
    done = run(home, "models", "verify", "someone/tiny")
    assert (done.returncode, "damaged (vocab.json)" in done.stderr) == (1, True)


def test_a_fault_leaves_nothing_behind(home: Home, served: LoopbackHub) -> None:
    served.wrong = {"model_quantized.onnx"}
    done = run(home, "models", "pull", "someone/tiny")
    assert (done.returncode, "hash" in done.stderr) == (1, True)
    assert "someone/tiny" not in listed(home)


def test_a_folder_of_ones_own_is_used(home: Home, model: Path, recording: Path) -> None:
    assert run(home, "models", "use", model).returncode == 0
    assert run(home, "transcribe", recording).stdout == "what time is it\n"
    shown = json.loads(run(home, "models", "show", "--json", model).stdout)
    assert (shown["kind"], shown["file"]) == ("wav2vec2", "model_quantized.onnx")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("pull", "tiny"), 2, "no name of the catalogue"),
        (("pull", "someone/other"), 1, "check the name"),
        (("use", "someone/tiny"), 1, "There is no model"),
        (("show", "wav2vec2-large"), 1, "There is no model"),
        (("remove", "starter-en"), 1, "comes with the program"),
        (("remove", "../config"), 1, "No model"),
        (("quantise", "starter-en", "-o", "new"), 1, "quantised already"),
        (("quantise", "starter-en", "-o", "."), 2, "name a new folder"),
        (("export", "someone/tiny", "-o", "."), 2, "name a new folder"),
        (("export", "tiny", "-o", "new"), 2, "no folder here and no owner/model[@revision]"),
        (("export", "someone/tiny", "-o", "new"), 1, "no weights that we know"),
        (("quantise", "starter-en", "-o", "new", "--conv"), 2, "name recordings"),
        (("quantise", "starter-en", "said.wav", "-o", "new"), 2, "with --conv"),
    ],
)
def test_mistakes_are_explained(
    home: Home, arguments: tuple[str, ...], status: int, says: str
) -> None:
    done = run(home, "models", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr


def test_what_comes_along_needs_no_pulling(home: Home) -> None:
    assert "comes with the program" in run(home, "models", "pull", "starter-en").stdout


def test_every_entry_of_the_catalogue_is_whole() -> None:
    entries = read_catalogue(bundled("models") / "catalogue.toml")
    assert "starter-en" in entries
    for name, entry in entries.items():
        assert entry.megabytes > 0, name
        assert all(re.fullmatch("[a-z]{2}", language) for language in entry.languages), name
        assert "" not in (entry.licence, entry.good_for), name
        local = (bundled("models") / name / "config.json").is_file()
        assert local or re.fullmatch(r"[\w.-]+/[\w.-]+", entry.source), name


def test_the_guide_does_what_it_says(home: Home) -> None:
    commands = re.findall(r"^\$ assistant (.+)$", GUIDE, re.MULTILINE)
    outputs = {command: run(home, *shlex.split(command)) for command in commands}
    assert len(commands) >= 6
    assert [command for command, done in outputs.items() if done.returncode] == []
    table = re.search(r"\$ assistant models list\n(.*?)```", GUIDE, re.DOTALL)
    assert table
    assert outputs["models list"].stdout == table[1]


def test_the_lines_for_programs_do_what_they_say(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(code, {})
    said = capsys.readouterr().out
    assert said == run(home, "transcribe", ROOT / "examples" / "06-not-a-command.wav").stdout
    assert len(said) > 20
