"""The voice: says replies sentence by sentence, in a thread of its own, and plays tones.

The next sentence is made while this one plays, whatever makes it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping

import numpy as np

from assistant.errors import AudioError
from assistant.speaking.ducking import Ducker
from assistant.speaking.plain import said_as
from assistant.speaking.player import Playback, Player, Sound
from assistant.speaking.synthesis import Synthesiser
from assistant.speaking.tones import RATE_HZ, tone

PAUSE_S = 0.25
"""Between two sentences."""

ANSWER_S = 6.0
"""Behind a question other sound stays low for so long: an answer is to be heard."""

ALWAYS = "ringing"
"""The tone that isn't a matter of taste: an alarm."""


class Mouth:
    """A `Voice` on the loudspeaker."""

    def __init__(
        self,
        player: Player,
        synthesisers: Mapping[str, Synthesiser | None],
        language: Callable[[], str],
        tones: bool,
        ducker: Ducker | None = None,
    ) -> None:
        """A synthesiser for each language, "" for the others; None leaves words to the screen.

        `language` is asked in which one it speaks now.
        """
        self._player, self._synthesisers = player, synthesisers
        self._language, self._tones = language, tones
        self._ducker = ducker or Ducker(1.0)
        self._asks = False
        self._changed = threading.Condition()
        self._waiting: deque[tuple[str, Synthesiser, str]] = deque()
        """Sentences, who says them, and the language."""
        self._thread: threading.Thread | None = None
        self._playback: Playback | None = None
        self._silenced = False
        self._error: AudioError | None = None

    def say(self, text: str) -> None:
        """Begin to say it, behind what is being said; `wait` tells when that is done."""
        language = self._language()
        synthesiser = self._synthesisers.get(language, self._synthesisers[""])
        sentences = said_as(text, language)
        if synthesiser is None or not sentences:
            return
        with self._changed:
            self._asks = text.rstrip().endswith("?")
            self._waiting.extend((sentence, synthesiser, language) for sentence in sentences)
            self._changed.notify_all()
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="mouth", daemon=True)
                self._thread.start()

    def tone(self, name: str) -> None:
        """Play a tone, where tones are wanted, when everything is said; an alarm rings anyhow.

        Raises AudioError.
        """
        if self._tones or name == ALWAYS:
            self._join()
            self._player.play(Sound(tone(name), RATE_HZ))

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or about to be."""
        thread = self._thread
        return thread is not None and thread.is_alive()

    def wait(self) -> None:
        """Return when everything is said. Raises AudioError, once, when that failed."""
        self._join()
        error, self._error = self._error, None
        if error is not None:
            raise error

    def stop(self) -> None:
        """Fall silent in the middle of the word; what was still to be said isn't."""
        with self._changed:
            self._waiting.clear()
            self._silenced = True
            if self._playback is not None:
                self._playback.stop()
            self._changed.notify_all()
        for synthesiser in self._synthesisers.values():
            if synthesiser is not None:
                synthesiser.stop()

    def _join(self) -> None:
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while self._has_more():
            self._ducker.lower()
            try:
                self._speak()
            except AudioError as error:
                self._fail(error)
            self._ducker.restore(ANSWER_S if self._asks else 0.0)

    def _has_more(self) -> bool:
        with self._changed:
            self._silenced, self._playback = False, None
            if not self._waiting:
                self._thread = None
            return bool(self._waiting)

    def _fail(self, error: AudioError) -> None:
        with self._changed:
            if not self._silenced:  # then it is no wonder
                self._error = error
                self._waiting.clear()

    def _speak(self) -> None:
        """Say what waits, and what comes to it while this plays. Raises AudioError."""
        first = self._next_sound()
        if first is None:
            return
        with self._player.opened() as playback:
            with self._changed:
                self._playback = playback
                if self._silenced:
                    playback.stop()
            playback.add(first)
            try:
                while following := self._next_sound(playback):
                    playback.add(_after_pause(following))
            except AudioError:
                playback.finish()  # what there is is said to its end
                raise

    def _next_sound(self, playback: Playback | None = None) -> Sound | None:
        """The next sentence as sound; None where none comes before everything is played."""
        while (taken := self._take(playback.left_s if playback else 0.0)) is not None:
            sentence, synthesiser, language = taken
            sound = synthesiser.sound(sentence, language)
            if sound is not None and len(sound.samples):
                return sound
        return None

    def _take(self, patience_s: float) -> tuple[str, Synthesiser, str] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._silenced, patience_s)
            return self._waiting.popleft() if self._waiting and not self._silenced else None


def _after_pause(sound: Sound) -> Sound:
    pause = np.zeros(round(PAUSE_S * sound.rate), np.float32)
    return Sound(np.concatenate((pause, sound.samples)), sound.rate)
