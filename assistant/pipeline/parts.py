"""What the corridor connects."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from assistant.ports import (
    Actor,
    Announcements,
    Gate,
    Journal,
    Reader,
    Segmenter,
    Understander,
    Voice,
    VoiceDetector,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """One of each room."""

    detector: VoiceDetector
    segmenter: Segmenter
    reader: Reader
    understander: Understander
    actor: Actor
    voice: Voice
    announcements: Announcements
    gate: Gate
    journal: Journal
    now: Callable[[], datetime]
    """The local time; aware of its zone, so that a clock change is known ahead."""
    hushing: frozenset[str] = frozenset()
    """Names of the intents that silence a reply, and are answered in silence then."""
    over_ring: frozenset[str] = frozenset()
    """Names of the intents that are heard over the ringing of an alarm, too."""
    addressed: bool = False
    """Whether all that gets through is said to us: behind a wake phrase, or with a key pushed.
    Where it isn't, a rejection is never said aloud: it may have been the television."""
    monotonic: Callable[[], float] = time.monotonic
