"""Everything at once on real parts: a virtual microphone, a real ONNX model, the real program."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import pytest

from tests.program import SCHEMA, Home, run
from tests.tiny_model import speak
from tests.virtual_sound import VirtualSound, go_first

pytestmark = pytest.mark.sound

PATIENCE_S = 60.0
TONE_S = 1.0
"""The tone that says "listening", and what the program discards after it."""

Line = dict[str, object]


class Listener:
    """A running `assistant listen --json`."""

    def __init__(self, process: subprocess.Popen[str], stderr: Path) -> None:
        self._process, self._stderr = process, stderr
        self._lines: queue.Queue[Line] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def next(self, patience_s: float = PATIENCE_S) -> Line:
        """The next line; fails when none comes."""
        line = self._lines.get(timeout=patience_s)
        jsonschema.validate(line, SCHEMA)
        return line

    def until(self, event: str) -> Line:
        """The next line about such an event."""
        while (line := self.next()).get("event") != event:
            pass
        return line

    def next_turn(self) -> Line:
        while "event" in (line := self.next()):
            pass
        return line

    def is_quiet(self, seconds: float) -> bool:
        """Whether no utterance is heard for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                if "event" not in self._lines.get(timeout=left):
                    return False
            except queue.Empty:
                return True
        return True

    def complaints(self) -> str:
        """What was written to standard error so far."""
        return self._stderr.read_text()

    def exit_code(self) -> int:
        return self._process.wait(PATIENCE_S)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(json.loads(line))


@contextmanager
def listening(home: Home, sound: VirtualSound, *options: object) -> Iterator[Listener]:
    """The program, ready to hear."""
    stderr = Path(home["HOME"]) / "stderr.txt"
    with stderr.open("w") as complaints:
        process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "listen", "--json", *map(str, options)],
            env={**home, **sound.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        )
    go_first(process)
    try:
        listener = Listener(process, stderr)
        listener.until("listening")
        time.sleep(TONE_S)
        yield listener
    finally:
        process.kill()
        process.wait()


def test_a_spoken_command_is_heard_and_the_program_ends(
    home: Home, model: Path, sound: VirtualSound
) -> None:
    with listening(home, sound, "--once", "--device", "pulse", "--model", model) as listener:
        sound.speak(speak("set a timer for ten minutes"))
        turn = listener.next_turn()
        assert turn["intent"] == "timer.set_timer"
        assert turn["slots"] == {"length": {"text": "ten minutes", "value": 600.0}}
        assert turn["decision"] == "execute"
        assert listener.exit_code() == 0
    settings = Path(home["XDG_CONFIG_HOME"]) / "assistant" / "config.toml"
    assert 'device = "pulse"' in settings.read_text(), "the microphone is remembered"


def test_a_microphone_that_cannot_be_remembered_is_used_all_the_same(
    home: Home, model: Path, sound: VirtualSound
) -> None:
    folder = Path(home["XDG_CONFIG_HOME"])
    folder.mkdir()
    (folder / "assistant").write_text("a file where the folder should be")
    with listening(home, sound, "--once", "--device", "pulse", "--model", model) as listener:
        sound.speak(speak("what time is it"))
        assert listener.next_turn()["intent"] == "question.what_time"
        assert listener.exit_code() == 0
    assert f"Can't write {folder}/assistant/config.toml" in listener.complaints()


def test_the_loop_recovers_from_a_pulled_plug(home: Home, model: Path, sound: VirtualSound) -> None:
    with listening(home, sound, "--model", model) as listener:
        sound.unplug()
        listener.until("microphone_lost")
        sound.plug()
        listener.until("microphone_back")
        time.sleep(TONE_S)
        sound.speak(speak("what time is it"))
        assert listener.next_turn()["intent"] == "question.what_time"
        assert listener.complaints() == "", "what ALSA says isn't for the terminal"


def test_the_reply_is_heard_and_is_no_command(home: Home, model: Path, sound: VirtualSound) -> None:
    sound.echo()
    with listening(home, sound, "--model", model) as listener, sound.watched_speaker() as speaker:
        sound.speak(speak("what can i say"))
        assert listener.next_turn()["intent"] == "help.what_can_i_say"
        speaker.wait_for_sound()
        speaker.wait_for_silence()
        assert listener.is_quiet(2.0), "the assistant heard itself"


def test_stop_is_heard_over_the_ringing(home: Home, model: Path, sound: VirtualSound) -> None:
    with listening(home, sound, "--model", model) as listener, sound.watched_speaker() as speaker:
        run(home, "ask", "set a timer for one second")
        listener.until("announced")
        speaker.wait_for_sound()
        speaker.wait_for_silence()
        speaker.wait_for_sound()  # now it rings without a word
        sound.speak(speak("stop"))
        assert listener.next_turn()["intent"] == "stop.stop"


def test_a_reply_is_broken_off_by_what_is_said_over_it(
    home: Home, model: Path, sound: VirtualSound
) -> None:
    """The microphone hears the loudspeaker; with echo cancellation only the person interrupts."""
    sound.echo(latency_ms=100, volume=0.5)
    with (
        listening(hearing_speech(home, True), sound, "--model", model) as listener,
        sound.watched_speaker() as speaker,
    ):
        sound.speak(speak("what can i say"))
        assert listener.next_turn()["intent"] == "help.what_can_i_say"
        speaker.wait_for_sound()
        speaker.wait_for_silence()
        assert listener.is_quiet(2.0), "the assistant interrupted itself"
        sound.speak(speak("what can i say"))
        assert listener.next_turn()["intent"] == "help.what_can_i_say"
        speaker.wait_for_sound()
        sound.speak(speak("well then what time is it"))
        listener.until("interrupted")
        # The first words were over the reply, which costs a letter or two.
        assert "time is it" in str(listener.next_turn()["transcript"])


def test_without_echo_cancellation_the_assistant_takes_its_own_voice_for_a_person(
    home: Home, model: Path, sound: VirtualSound
) -> None:
    sound.echo(latency_ms=100, volume=0.5)
    with listening(hearing_speech(home, False), sound, "--model", model) as listener:
        sound.speak(speak("what can i say"))
        assert listener.next_turn()["intent"] == "help.what_can_i_say"
        listener.until("interrupted")


def hearing_speech(home: Home, echo_cancellation: bool) -> Home:
    """Any speech breaks off a reply."""
    return {
        **home,
        "ASSISTANT_SPEAKING_BARGE_IN": "speech",
        "ASSISTANT_AUDIO_ECHO_CANCELLATION": str(echo_cancellation).lower(),
    }


def test_dialling_asks_first_and_a_spoken_no_stops_it(
    home: Home, model: Path, sound: VirtualSound
) -> None:
    with (
        listening(home, sound, "--once", "--model", model) as listener,
        sound.watched_speaker() as speaker,
    ):
        sound.speak(speak("dial one two three four five six"))
        assert listener.next_turn()["decision"] == "confirm"
        speaker.wait_for_sound()  # the question
        speaker.wait_for_silence()
        sound.speak(speak("no"))
        turn = listener.next_turn()
        assert (turn["decision"], turn["reason"]) == ("reject", "declined")
        assert listener.exit_code() == 0
