"""What is handed to programs that speak, what is taken of them, and what becomes of bad ones."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import AudioError
from assistant.speaking.command import CommandSynthesiser
from assistant.speaking.espeak import EspeakSynthesiser
from assistant.speaking.synthesis import Program, trimmed
from tests.speaking.programs import ESPEAK, FAILING, HANGING, MUMBLING, SWALLOWING, Folder


@pytest.mark.parametrize(("name", "voice"), [("", "de"), ("en-gb+f3", "en-gb+f3")])
def test_words_go_into_espeak_on_standard_input_and_come_out_as_sound(
    folder: Folder, name: str, voice: str
) -> None:
    espeak = EspeakSynthesiser(200, name, folder.program("espeak-ng", ESPEAK))
    sound = espeak.sound("-f /etc/passwd; $(reboot) 'quoted'", "de")
    assert folder.asked == [
        [["--stdin", "--stdout", "-v", voice, "-s", "200"], "-f /etc/passwd; $(reboot) 'quoted'"]
    ]
    assert sound.rate == 22_050
    assert sound.samples == pytest.approx(0.5)
    assert len(sound.samples) == 2_205  # without the silence at the end


def test_a_command_is_told_language_and_rate(folder: Folder) -> None:
    line = f"{folder.program('say it', ESPEAK)!r} --lang={{language}} -r {{rate}} 'a b'"
    sound = CommandSynthesiser(line, 200).sound("Grüße", "de")
    assert sound is not None
    assert folder.asked == [[["--lang=de", "-r", "200", "a b"], "Grüße"]]


def test_a_command_that_writes_nothing_has_played_it(folder: Folder) -> None:
    line = folder.program("player", SWALLOWING)
    assert CommandSynthesiser(line, 165).sound("hello", "en") is None


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (FAILING, r"sayer can't speak \(no such voice\)"),
        ("import sys; sys.exit(3)", r"can't speak \(exit code 3\)"),
        (MUMBLING, "writes to standard output is no sound"),
        (HANGING, "hangs; it was stopped"),
    ],
)
def test_a_broken_program_is_an_error_of_ours(folder: Folder, script: str, says: str) -> None:
    broken = CommandSynthesiser(folder.program("sayer", script), 165, patience_s=0.5)
    with pytest.raises(AudioError, match=says):
        broken.sound("", "en")


def test_a_program_that_vanishes_is_an_error_of_ours(folder: Folder) -> None:
    gone = EspeakSynthesiser(165, program=str(folder.path / "gone"))
    with pytest.raises(AudioError, match="gone can't be started"):
        gone.sound("hello", "en")


def test_stopping_ends_the_program_and_what_it_started(folder: Folder) -> None:
    script = f"import subprocess; subprocess.run([{folder.program('inner', HANGING)!r}])"
    program, line = Program(), folder.program("outer", "print(1, flush=True)\n" + script)
    failed: list[AudioError] = []

    def run() -> None:
        with pytest.raises(AudioError) as caught:
            program.output([line], "hello")
        failed.append(caught.value)

    running = threading.Thread(target=run)
    running.start()
    while not _children(line):
        time.sleep(0.02)
    program.stop()
    running.join()
    assert len(failed) == 1
    assert not _children(line)


def _children(line: str) -> list[str]:
    """Processes of this test's programs."""
    folder = str(Path(line).parent).encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = entry.read_bytes()
        except OSError:
            continue
        if folder + b"/inner" in command:
            found.append(entry.parent.name)
    return found


def test_only_silence_at_the_end_is_trimmed() -> None:
    sound = np.array([0, 0.5, 0, 0.5, 0, 0], np.float32)
    assert trimmed(sound).tolist() == [0, 0.5, 0, 0.5]
    assert len(trimmed(np.zeros(9, np.float32))) == 0
