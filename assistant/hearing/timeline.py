"""Brings frames of sound with timestamps onto one line: without holes, and never backwards.

Pure: says how much silence goes before a frame, and how much of its beginning was heard already.
"""

from __future__ import annotations

from dataclasses import dataclass

JITTER_S = 0.06
"""Timestamps are rounded, and clocks differ a little: less than this is no gap and no overlap."""

JUMP_S = 0.5
"""Going back by more than this, time begins anew, as where a stream was joined from several."""


@dataclass(slots=True)
class Timeline:
    """Where the sound is, in seconds from its beginning."""

    longest_gap_s: float
    """A longer gap can't be true: the time that frames tell begins anew there."""
    position_s: float = 0.0
    """The time of the next sample."""
    _offset_s: float = 0.0

    def place(self, at_s: float | None, length_s: float) -> tuple[float, float]:
        """Seconds of silence before a frame, and seconds at its beginning to leave out.

        `at_s` is the frame's own time; None continues. Afterwards the line ends where it does.
        """
        silence_s = skip_s = 0.0
        if at_s is not None:
            late_s = at_s + self._offset_s - self.position_s
            if late_s > self.longest_gap_s or late_s < -JUMP_S:
                self._offset_s -= late_s
            elif late_s > JITTER_S:
                silence_s = late_s
            elif late_s < -JITTER_S:
                skip_s = min(-late_s, length_s)
        self.position_s += silence_s + length_s - skip_s
        return silence_s, skip_s

    def wait(self, seconds: float) -> None:
        """Nothing came for so long, and what comes next tells a time of its own."""
        self.position_s += seconds
        self._offset_s = self.position_s
