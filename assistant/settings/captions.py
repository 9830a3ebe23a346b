"""Captions."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.settings.checks import require


@dataclass(frozen=True, slots=True)
class CaptionSettings:
    """How captions look. The limits are what broadcasters ask for."""

    punctuation: bool = True
    """Put full stops and capitals where a recognition model for English writes none."""
    line_chars: int = 42
    """Letters, signs and spaces in a line; a longer word has a line of its own."""
    lines: int = 2
    """Shown at once, at most."""
    min_s: float = 1.0
    """How long a caption stays at least, where what follows leaves it the time."""
    max_s: float = 7.0
    """How long it stays at most."""
    chars_per_s: float = 20.0
    """Reading speed: a caption stays long enough for it, where what follows leaves it the time."""
    pause_s: float = 1.5
    """Over a longer pause no caption goes on: music and noise stay without one."""
    gap_s: float = 0.04
    """Between two captions, so that the change is seen."""

    def __post_init__(self) -> None:
        for name in ("line_chars", "lines"):
            require(getattr(self, name) >= 1, f"captions.{name}", "1 or more", getattr(self, name))
        for name in ("min_s", "pause_s", "gap_s"):
            require(getattr(self, name) >= 0, f"captions.{name}", "0 or more", getattr(self, name))
        require(self.chars_per_s > 0, "captions.chars_per_s", "positive", self.chars_per_s)
        longer = self.max_s > 0 and self.max_s >= self.min_s
        require(longer, "captions.max_s", "positive, and min_s or more", self.max_s)
