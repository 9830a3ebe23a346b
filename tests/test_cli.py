"""The program as people call it: in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import Home, run, turns


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
        "meaning": "Microphone: an index or part of a name; empty for the system's default.",
    }
    assert rows["understanding.language"]["origin"] == "default"


def test_config_explains_every_setting_on_a_page(home: Home) -> None:
    done = run(home, "config", "--guide")
    assert "- `accept`, a number, `0.6`: Commands with less confidence are rejected." in done.stdout
    assert run(home, "config", "--guide", "--json").returncode == 2


TEA = '''"""Tea."""
from assistant import intent


@intent("make [me] [some] tea", examples=("make tea",))
def make() -> str:
    return "Tea it is."
'''


def test_a_broken_plugin_is_named_and_the_rest_goes_on(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "bad.py").write_text("import nothing_of_that_name\n")
    (folder / "tea.py").write_text(TEA)
    done = run(home, "ask", "--json", "--intents", folder, "make me some tea")
    (turn,) = turns(done)
    assert "bad.py" in done.stderr
    assert (turn["intent"], turn["reply"]) == ("tea.make", "Tea it is.")


TOO_LARGE = """from assistant import intent

RULES = {f"r{n}": f"<r{n + 1}> <r{n + 1}> <r{n + 1}>" for n in range(20)} | {"r20": "a|b"}


@intent("<r0>", rules=RULES)
def bad() -> str:
    return ""
"""
NO_TEMPLATE = """from typing import Literal

from assistant import intent


@intent("wrap {what}")
def bad(what: Literal["a cup", "(a pot"]) -> str:
    return what
"""


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (TOO_LARGE, "column 1 of the sentence: This template is too large: more than 20000 arcs"),
        (NO_TEMPLATE, "column 1 of list bad.what: This ( is never closed"),
    ],
)
def test_a_plugin_that_cannot_be_compiled_is_named_and_the_rest_goes_on(
    home: Home, tmp_path: Path, code: str, says: str
) -> None:
    (tmp_path / "bad.py").write_text(code)
    (tmp_path / "tea.py").write_text(TEA)
    for said, intent in {"make tea": "tea.make", "what time is it": "question.what_time"}.items():
        done = run(home, "ask", "--json", "--intents", tmp_path, said)
        assert done.returncode == 0, done.stderr
        (turn,) = turns(done)
        assert (turn["intent"], turn["decision"]) == (intent, "execute")
        assert says in done.stderr
    checked = run(home, "intents", "check", "--only", tmp_path)
    assert (checked.returncode, says in checked.stdout) == (1, True)


def test_contacts_that_cannot_be_read_are_named_and_the_rest_goes_on(home: Home) -> None:
    file = Path(home["XDG_DATA_HOME"]) / "assistant" / "contacts.vcf"
    file.parent.mkdir(parents=True)
    file.write_text("no card at all")
    done = run(home, "ask", "--json", "what time is it")
    (turn,) = turns(done)
    assert (turn["decision"], done.returncode) == ("execute", 0)
    assert f"The contacts in {file} can't be read" in done.stderr


def test_a_mistake_of_the_program_is_owned_up_to_and_its_details_are_kept(home: Home) -> None:
    code = (
        "from assistant import cli; cli.COMMANDS['ask'] = ('no.such.file', ''); cli.main(['ask'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=home, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "The program made a mistake (ModuleNotFoundError: No module named 'no')" in done.stderr
    assert "Traceback" not in done.stderr
    log = Path(home["HOME"], ".local", "state", "assistant", "log", "assistant.log")
    assert "Traceback" in log.read_text()


def test_own_facts_that_cannot_be_read_are_named_and_the_bundled_ones_stay(home: Home) -> None:
    file = Path(home["XDG_DATA_HOME"]) / "assistant" / "facts.toml"
    file.parent.mkdir(parents=True)
    file.write_text("no facts at all")
    done = run(home, "ask", "--json", "what is the capital of france")
    (turn,) = turns(done)
    assert "Paris" in str(turn["reply"])
    assert f"The facts in {file} can't be read" in done.stderr


def test_the_microphone_is_missing_and_the_error_says_so(home: Home) -> None:
    done = run(home, "listen", "--device", "no such microphone")
    assert done.returncode == 1
    assert "microphone" in done.stderr


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
    turned = "remind me to \x1b[31m[red]paint[/red] \u202e12\u2066 tomorrow at nine"
    done = run(home, "ask", turned)
    assert not {"\x1b", "\u202e", "\u2066"} & set(done.stdout)
    assert "[31m[red]paint[/red]" in done.stdout
    done = run(home, "transcribe", "\x1b[2J\u202e.wav")
    assert "There is no file" in done.stderr
    assert not {"\x1b", "\u202e"} & set(done.stderr)


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
        ("lights off", "home.broker"),
        ("turn off the lights in the living room", "home.broker"),
        ("who was marie curie", "answers.encyclopaedia"),
        ("what's the weather like", "answers.weather"),
        ("play some music", "home.media"),
    ):
        (turn,) = turns(run(home, "ask", "--json", text))
        assert (turn["decision"], turn["reason"]) == ("reject", "not_set_up"), text
        assert f"set {setting}" in str(turn["detail"])
    (turn,) = turns(run(home, "ask", "--json", "how long is left"))
    assert turn["ok"], "the timer is still there"
    run(home, "ask", "take a note that the tap drips")  # from now on there are notes to be asked
    (turn,) = turns(run(home, "ask", "--json", "what's the weather like"))
    assert turn["reason"] == "not_set_up"


def test_ctrl_c_while_a_library_loads_is_no_crash(home: Home, tmp_path: Path) -> None:
    (tmp_path / "webrtcvad.py").write_text(
        "import os, signal\n"
        "try: os.kill(os.getpid(), signal.SIGINT)\n"
        "except BaseException as error: raise ImportError('initialization failed') from error\n"
    )
    done = run({**home, "PYTHONPATH": str(tmp_path)}, "hear", "command.wav")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
