"""Recordings and the microphone, as people call the program: with a model that reads tones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.program import Home, json_lines, run, turns
from tests.tiny_model import speak


def recording(folder: Path, text: str, rate: int = 16_000) -> Path:
    file = folder / f"{text.replace(' ', '-')}.wav"
    soundfile.write(file, speak(text, silence_s=0.5), rate)
    return file


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


def test_nothing_is_kept_or_sent_by_the_runtime(home: Home, model: Path, tmp_path: Path) -> None:
    own = {name: value for name, value in home.items() if not name.startswith("XDG_")}
    reporting = {**own, "ORT_DISABLE_TELEMETRY": "0"}
    file = recording(tmp_path, "what time is it")
    assert run(reporting, "hear", "--model", model, file).returncode == 0
    kept = {path.name for path in (Path(home["HOME"]) / ".cache").iterdir()}
    assert kept == {"assistant"}


def test_transcribe_gives_text_and_word_times(home: Home, model: Path, tmp_path: Path) -> None:
    file = recording(tmp_path, "hello there")
    assert run(home, "transcribe", "--model", model, file).stdout.strip() == "hello there"
    (line,) = run(home, "transcribe", "--json", "--model", model, file).stdout.splitlines()
    words = json.loads(line)["words"]
    assert [word["text"] for word in words] == ["hello", "there"]
    assert words[0]["end_s"] <= words[1]["start_s"]


def test_a_language_that_the_model_does_not_hear_is_named(
    home: Home, model: Path, tmp_path: Path
) -> None:
    file = recording(tmp_path, "hello there")
    warned = "starter-en hears en alone; name a model of de in recognition.languages."
    assert warned in run(home, "transcribe", "--language", "de", file).stderr
    assert warned in run(home, "caption", "--language", "de", file).stderr
    done = run(home, "transcribe", "--language", "de", "--model", model, file)
    assert (done.stdout, done.stderr) == ("[de] hello there\n", "")


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


def test_of_a_recording_that_was_cut_off_what_is_there_counts(
    home: Home, model: Path, tmp_path: Path
) -> None:
    file = recording(tmp_path, "what time is it what is the date")
    whole_s = soundfile.info(file).duration
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])
    there_s = soundfile.info(file).duration
    said = f"ends after {there_s:.1f} of {whole_s:.1f} seconds"
    done = run(home, "transcribe", "--json", "--model", model, file)
    told = json.loads(done.stdout)
    assert (done.returncode, told["text"].split()[:4]) == (0, ["what", "time", "is", "it"])
    assert [said in note for note in told["notes"]] == [True]
    assert said in done.stderr
    done = run(home, "hear", "--json", "--model", model, file)
    events = [line for line in json_lines(done) if line.get("event") == "damaged"]
    assert (done.returncode, [said in str(event["message"]) for event in events]) == (0, [True])
    for flags in ([], ["--whole"]):
        done = run(home, "hear", *flags, "--model", model, file)
        assert said in done.stdout + done.stderr


def test_a_recording_of_somebody_else_is_named(tmp_path: Path) -> None:
    file = recording(tmp_path, "hello there")
    file.chmod(0)
    mine = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    read = f"from assistant.hearing.files import read_whole; read_whole({str(file)!r})"
    done = subprocess.run(
        [*mine, sys.executable, "-c", read], capture_output=True, text=True, check=False
    )
    assert f"You have no right to read {file}; ask its owner, or copy it." in done.stderr


def test_silence_says_nothing(home: Home, model: Path, tmp_path: Path) -> None:
    file = tmp_path / "silence.wav"
    soundfile.write(file, np.zeros(48_000, np.float32), 16_000)
    done = run(home, "hear", "--json", "--model", model, file)
    assert (turns(done), done.returncode) == ([], 0)


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
    assert f"the recordings in {folder} are heard: nobody is called" in done.stderr
    (log,) = Path(home["HOME"]).rglob("*.log")
    assert log.read_text().count('"transcript"') == len(heard)


def test_without_a_microphone_a_broken_recording_is_named_and_the_next_one_heard(
    home: Home, model: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "recordings"
    folder.mkdir()
    (folder / "0.wav").write_bytes(b"no sound")
    recording(folder, "what time is it").rename(folder / "1.wav")
    nobody = ["--device", "no such microphone", "--without-microphone", folder]
    done = run(home, "listen", "--json", "--model", model, *nobody)
    failed, *_ = (line for line in json_lines(done) if line.get("event") == "failed")
    assert "0.wav can't be read as sound" in str(failed["message"])
    assert [turn["intent"] for turn in turns(done)] == ["question.what_time"]
    assert done.returncode == 1


def test_a_name_does_not_steer_the_terminal(home: Home, model: Path, tmp_path: Path) -> None:
    files = [
        recording(tmp_path, "what time is it").rename(tmp_path / f"\x1b[2J{n}.wav") for n in "ab"
    ]
    heard = run(home, "hear", "--model", model, files[0])
    read = run(home, "transcribe", "--model", model, *files)
    assert "\x1b" not in heard.stdout + read.stdout
    assert "[2Ja.wav: what time is it" in read.stdout


def test_once_waits_for_the_wake_phrase(home: Home, model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "recordings"
    folder.mkdir()
    for number, text in enumerate(("what time is it", "computer what is the date")):
        recording(folder, text).rename(folder / f"{number}.wav")
    nobody = ["--device", "no such microphone", "--without-microphone", folder]
    done = run(home, "listen", "--json", "--once", "--wake", "computer", "--model", model, *nobody)
    assert [turn["intent"] for turn in turns(done)] == [None, "question.what_date"]


def test_closed_standard_input_is_named(home: Home, model: Path) -> None:
    command = f"exec {sys.executable} -m assistant hear --model {model} - <&-"
    done = subprocess.run(command, shell=True, env=home, capture_output=True, check=False)
    assert (done.returncode, b"Standard input is closed" in done.stderr) == (1, True)
