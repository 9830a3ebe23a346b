"""The program as people call it: in a process of its own, with a model that reads tones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.program import Home, new_home, run, turns
from tests.tiny_model import make_tiny_model, speak


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return new_home(tmp_path)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("model"))


def recording(folder: Path, text: str, rate: int = 16_000) -> Path:
    file = folder / f"{text.replace(' ', '-')}.wav"
    soundfile.write(file, speak(text, silence_s=0.5), rate)
    return file


def test_a_typed_command_acts(home: Home) -> None:
    done = run(home, "ask", "--json", "set a timer for ten minutes")
    (turn,) = turns(done)
    assert done.returncode == 0
    assert turn["intent"] == "timer.set_timer"
    assert turn["slots"] == {"length": {"text": "ten minutes", "value": 600.0}}
    assert (turn["decision"], turn["ok"]) == ("execute", True)
    timers = list(Path(home["XDG_DATA_HOME"]).rglob("clock.db"))
    assert len(timers) == 1, "the timer must survive this process"


def test_a_dry_run_decides_and_does_nothing(home: Home) -> None:
    (turn,) = turns(run(home, "ask", "--json", "--dry-run", "set a timer for ten minutes"))
    assert turn["decision"] == "execute"
    assert str(turn["reply"]).startswith("Dry run: timer.set_timer")
    assert not list(Path(home["XDG_DATA_HOME"]).rglob("clock.db"))


def test_what_is_no_command_is_rejected_with_a_reason(home: Home) -> None:
    (turn,) = turns(run(home, "ask", "--json", "the weather was lovely in the mountains"))
    assert (turn["decision"], turn["reason"]) == ("reject", "not_a_command")
    assert turn["detail"]
    assert turn["ok"] is None


def test_a_recording_is_heard_understood_and_acted_on(
    home: Home, model: Path, tmp_path: Path
) -> None:
    file = recording(tmp_path, "set a timer for ten minutes")
    done = run(home, "hear", "--json", "--model", model, file)
    (turn,) = turns(done)
    assert done.returncode == 0
    assert turn["transcript"] == "set a timer for ten minutes"
    assert (turn["intent"], turn["decision"]) == ("timer.set_timer", "execute")
    assert turn["file"] == str(file)
    assert 0 <= float(str(turn["start_s"])) < float(str(turn["end_s"]))
    assert turn["ms"]["segment"] > 0  # type: ignore[index]


def halting(folder: Path, *parts: str, pause_s: float) -> Path:
    """A recording of somebody who pauses between the parts."""
    silence = np.zeros(round(pause_s * 16_000), np.float32)
    sound = [np.zeros(8_000, np.float32)]
    for part in parts:
        sound += [speak(part), silence]
    soundfile.write(folder / "halting.wav", np.concatenate(sound), 16_000)
    return folder / "halting.wav"


def test_a_pause_inside_a_command_does_not_cut_it(home: Home, model: Path, tmp_path: Path) -> None:
    file = halting(tmp_path, "set a timer for", "half an hour", pause_s=0.9)
    (turn,) = turns(run(home, "hear", "--json", "--model", model, file))
    assert turn["slots"]["length"]["value"] == 1800.0  # type: ignore[index]
    hasty = {**home, "ASSISTANT_HEARING_INCOMPLETE_SILENCE_S": "0.7"}
    assert len(turns(run(hasty, "hear", "--json", "--model", model, file))) == 2


def test_two_finished_commands_need_no_long_silence_between_them(
    home: Home, model: Path, tmp_path: Path
) -> None:
    # "what time is it" could go on: "in Paris"
    file = halting(tmp_path, "what can i say", "what time is it", pause_s=0.45)
    first, second = turns(run(home, "hear", "--json", "--model", model, file))
    assert (first["intent"], second["intent"]) == ("help.what_can_i_say", "question.what_time")
    assert first["ms"]["segment"] < 300  # type: ignore[index]


def test_two_recordings_are_one_conversation(home: Home, model: Path, tmp_path: Path) -> None:
    files = [recording(tmp_path, "dial one two three four five six"), recording(tmp_path, "no")]
    asked, answered = turns(run(home, "hear", "--json", "--model", model, *files))
    assert (asked["decision"], asked["reason"]) == ("confirm", "high_risk")
    assert (answered["decision"], answered["reason"]) == ("reject", "declined")


def test_a_whole_file_needs_no_detection(home: Home, model: Path, tmp_path: Path) -> None:
    file = recording(tmp_path, "what time is it")
    (turn,) = turns(run(home, "hear", "--whole", "--json", "--model", model, file))
    assert turn["intent"] == "question.what_time"
    assert turn["ms"]["segment"] is None  # type: ignore[index]


def test_pcm_comes_through_standard_input(home: Home, model: Path) -> None:
    samples = (speak("what time is it", silence_s=0.5) * 32767).astype("<i2")
    done = run(home, "hear", "--json", "--model", model, "-", stdin=samples.tobytes())
    (turn,) = turns(done)
    assert turn["intent"] == "question.what_time"


def test_with_a_wake_phrase_only_what_follows_it_counts(
    home: Home, model: Path, tmp_path: Path
) -> None:
    said = ("what time is it", "computer what time is it", "computer", "what is the date")
    files = [recording(tmp_path, text) for text in said]
    woken = {**home, "ASSISTANT_UNDERSTANDING_WAKE": "computer"}
    ignored, obeyed, called, followed = turns(
        run(woken, "hear", "--json", "--model", model, *files)
    )
    assert (ignored["decision"], ignored["reason"]) == ("reject", "no_wake_phrase")
    assert (obeyed["decision"], obeyed["intent"]) == ("execute", "question.what_time")
    assert (called["decision"], called["reply"]) == ("ask", "Yes?")
    assert (followed["decision"], followed["intent"]) == ("execute", "question.what_date")


def test_transcribe_gives_text_and_word_times(home: Home, model: Path, tmp_path: Path) -> None:
    file = recording(tmp_path, "hello there")
    assert run(home, "transcribe", "--model", model, file).stdout.strip() == "hello there"
    (line,) = run(home, "transcribe", "--json", "--model", model, file).stdout.splitlines()
    words = json.loads(line)["words"]
    assert [word["text"] for word in words] == ["hello", "there"]
    assert words[0]["end_s"] <= words[1]["start_s"]


def test_an_unreadable_file_is_named_and_the_others_are_heard(
    home: Home, model: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_text("this is no sound")
    good = recording(tmp_path, "what time is it")
    done = run(home, "hear", "--json", "--model", model, broken, tmp_path / "none.wav", good)
    assert done.returncode == 1
    assert "broken.wav" in done.stderr
    assert "none.wav" in done.stderr
    assert [turn["intent"] for turn in turns(done)] == ["question.what_time"]


def test_silence_says_nothing(home: Home, model: Path, tmp_path: Path) -> None:
    file = tmp_path / "silence.wav"
    soundfile.write(file, np.zeros(48_000, np.float32), 16_000)
    done = run(home, "hear", "--json", "--model", model, file)
    assert (turns(done), done.returncode) == ([], 0)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["hear"], 2, "Missing argument"),
        (["hear", "--whole", "-"], 2, "--whole needs files"),
        (["sing"], 2, "No such command 'sing'"),
        (["ask", "--only", "nowhere", "hello"], 2, "does not exist"),
        (["transcribe", "--model", "no-such-model", "x.wav"], 1, "There is no model"),
    ],
)
def test_misuse_is_one_sentence_and_a_code(
    home: Home, arguments: list[str], code: int, said: str
) -> None:
    done = run(home, *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_cannot_be_read_stop_the_program(home: Home) -> None:
    file = Path(home["XDG_CONFIG_HOME"]) / "assistant" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[understanding]\naccept = 'often'\n")
    done = run(home, "ask", "what time is it")
    assert done.returncode == 2
    assert "understanding.accept must be a number, not 'often'" in done.stderr


def test_config_tells_each_value_and_its_origin(home: Home) -> None:
    done = run({**home, "ASSISTANT_AUDIO_DEVICE": "USB"}, "config", "--json")
    rows = {row["setting"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert rows["audio.device"] == {
        "setting": "audio.device",
        "value": "USB",
        "origin": "environment",
    }
    assert rows["understanding.language"]["origin"] == "default"


def test_a_broken_plugin_is_named_and_the_rest_goes_on(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "bad.py").write_text("import nothing_of_that_name\n")
    (folder / "tea.py").write_text(
        '"""Tea."""\nfrom assistant import intent\n\n\n'
        '@intent("make [me] [some] tea")\ndef make() -> str:\n    return "Tea it is."\n'
    )
    done = run(home, "ask", "--json", "--intents", folder, "make me some tea")
    (turn,) = turns(done)
    assert "bad.py" in done.stderr
    assert (turn["intent"], turn["reply"]) == ("tea.make", "Tea it is.")


def test_contacts_that_cannot_be_read_are_named_and_the_rest_goes_on(home: Home) -> None:
    file = Path(home["XDG_DATA_HOME"]) / "assistant" / "contacts.vcf"
    file.parent.mkdir(parents=True)
    file.write_text("no card at all")
    done = run(home, "ask", "--json", "what time is it")
    (turn,) = turns(done)
    assert (turn["decision"], done.returncode) == ("execute", 0)
    assert f"The contacts in {file} can't be read" in done.stderr


def test_own_facts_that_cannot_be_read_are_named_and_the_bundled_ones_stay(home: Home) -> None:
    file = Path(home["XDG_DATA_HOME"]) / "assistant" / "facts.toml"
    file.parent.mkdir(parents=True)
    file.write_text("no facts at all")
    done = run(home, "ask", "--json", "what is the capital of france")
    (turn,) = turns(done)
    assert "Paris" in str(turn["reply"])
    assert f"The facts in {file} can't be read" in done.stderr


@pytest.mark.parametrize(
    ("options", "stdin", "heard"),
    [
        ([], b"", ["question.what_time", "question.what_date"]),
        (["--once"], b"", ["question.what_time"]),
        (["--ptt"], b"\n", ["question.what_time"]),
    ],
)
def test_without_a_microphone_the_same_loop_hears_recordings(
    home: Home, model: Path, tmp_path: Path, options: list[str], stdin: bytes, heard: list[str]
) -> None:
    folder = tmp_path / "recordings"
    folder.mkdir()
    for number, text in enumerate(("what time is it", "what is the date")):
        recording(folder, text).rename(folder / f"{number}.wav")
    logging = {**home, "ASSISTANT_PRIVACY_LOG_TRANSCRIPTS": "true"}
    command = ["listen", "--json", "--device", "no such microphone", "--model", model]
    done = run(logging, *command, "--without-microphone", folder, *options, stdin=stdin)
    assert done.returncode == 0, done.stderr
    assert [turn["intent"] for turn in turns(done)] == heard
    (log,) = Path(home["HOME"]).rglob("*.log")
    assert log.read_text().count('"transcript"') == len(heard)


def test_once_waits_for_the_wake_phrase(home: Home, model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "recordings"
    folder.mkdir()
    for number, text in enumerate(("what time is it", "computer what is the date")):
        recording(folder, text).rename(folder / f"{number}.wav")
    nobody = ["--device", "no such microphone", "--without-microphone", folder]
    done = run(home, "listen", "--json", "--once", "--wake", "computer", "--model", model, *nobody)
    assert [turn["intent"] for turn in turns(done)] == [None, "question.what_date"]


def test_the_microphone_is_missing_and_the_error_says_so(home: Home) -> None:
    done = run(home, "listen", "--device", "no such microphone")
    assert done.returncode == 1
    assert "microphone" in done.stderr
    assert "Traceback" not in done.stderr


def test_version_and_help(home: Home) -> None:
    from importlib.metadata import version

    assert run(home, "--version").stdout.strip() == version("assistant")
    assert "listen" in run(home, "--help").stdout


def test_what_was_said_is_logged_only_when_asked(home: Home) -> None:
    run(home, "ask", "what time is it")
    assert not [log for log in Path(home["HOME"]).rglob("*.log") if "what time" in log.read_text()]
    run({**home, "ASSISTANT_PRIVACY_LOG_TRANSCRIPTS": "true"}, "ask", "what time is it")
    (log,) = Path(home["HOME"]).rglob("*.log")
    assert '"transcript": "what time is it"' in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_failing_handler_fails_and_leaves_its_traceback_in_the_log_alone(
    home: Home, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "tea.py").write_text(
        '"""Tea."""\nfrom assistant import intent\n\n\n'
        '@intent("make tea")\ndef make() -> str:\n    raise RuntimeError("no water")\n'
    )
    done = run(home, "ask", "--json", "--only", folder, "make tea")
    (turn,) = turns(done)
    assert "problem" in str(turn["reply"])
    assert (turn["ok"], done.returncode, done.stderr) == (False, 1, "")
    (log,) = Path(home["HOME"]).rglob("*.log")
    assert "no water" in log.read_text()


def test_a_terminal_without_our_letters_and_odd_bytes_stop_nothing(home: Home) -> None:
    latin = {**home, "PYTHONIOENCODING": "latin-1"}
    done = run(latin, "ask", b"\xff".decode(errors="surrogateescape"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "reject" in done.stdout


def test_what_is_said_does_not_steer_the_terminal(home: Home) -> None:
    done = run(home, "ask", "remind me to \x1b[31m[red]paint[/red] tomorrow at nine")
    assert "\x1b" not in done.stdout
    assert "[31m[red]paint[/red]" in done.stdout


@pytest.mark.parametrize("arguments", [["ask", "what time is it"], ["config", "--json"]])
def test_a_full_disk_behind_the_output_is_named(home: Home, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            env=home,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("assistant: No space is left")
    assert done.stderr.count("\n") == 1


def test_closed_standard_input_is_named(home: Home, model: Path) -> None:
    command = f"exec {sys.executable} -m assistant hear --model {model} - <&-"
    done = subprocess.run(command, shell=True, env=home, capture_output=True, check=False)
    assert (done.returncode, b"Standard input is closed" in done.stderr) == (1, True)


@pytest.mark.parametrize(("asked", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_numpy_has_one_thread_unless_told_otherwise(
    home: Home, tmp_path: Path, asked: Home, threads: str
) -> None:
    (tmp_path / "tea.py").write_text(
        '"""Tea."""\nimport os\nfrom assistant import intent\n\n\n'
        '@intent("how many threads")\ndef count() -> str:\n'
        '    return os.environ["OPENBLAS_NUM_THREADS"]\n'
    )
    (turn,) = turns(run({**home, **asked}, "ask", "--json", "--only", tmp_path, "how many threads"))
    assert turn["reply"] == threads


def test_json_lines_are_alone_on_standard_output(home: Home, tmp_path: Path) -> None:
    (tmp_path / "tea.py").write_text(
        '"""Tea."""\nimport os\nfrom assistant import intent\n\nos.system("echo imported")\n\n'
        '@intent("make tea")\ndef make() -> str:\n    os.system("echo made")\n    return "Tea."\n'
    )
    done = run(home, "ask", "--json", "--only", tmp_path, "make tea")
    (turn,) = turns(done)
    assert turn["reply"] == "Tea."
    assert done.stderr.split() == ["imported", "made"]


def test_what_is_not_set_up_is_told_and_nothing_is_done(home: Home) -> None:
    run(home, "ask", "set a timer for ten minutes")
    for text, setting in (
        ("turn everything off", "home.broker"),
        ("who was marie curie", "answers.encyclopaedia"),
        ("what's the weather like", "answers.weather"),
        ("play some music", "home.media"),
    ):
        (turn,) = turns(run(home, "ask", "--json", text))
        assert (turn["decision"], turn["reason"]) == ("reject", "not_set_up"), text
        assert f"set {setting}" in str(turn["detail"])
    (turn,) = turns(run(home, "ask", "--json", "how long is left"))
    assert turn["ok"], "the timer is still there"
