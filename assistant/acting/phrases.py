"""What abilities say, in the language of the conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.tongue import tongue
from assistant.understanding.values.speak import spoken


def phrase(text: str, /, **values: object) -> str:
    """The English text, or what the file of the language has for it, with the values filled in.

    `phrase("Timer set for {length}.", length=length)` is "Timer set for ten minutes." and, with
    that sentence below `phrases` in `timer.de.yaml`, "Timer auf zehn Minuten gestellt.". Values
    are put into words, but for text; a text that is a phrase itself is said in the language, too.
    """
    phrases = tongue().phrases
    said = {
        name: phrases.get(value, value) if isinstance(value, str) else spoken(value)
        for name, value in values.items()
    }
    return phrases.get(text, text).format(**said)


def sentence(text: str) -> str:
    """With a capital letter, and everything else as it is."""
    return text[:1].upper() + text[1:]


def listed(items: Sequence[str]) -> str:
    """ "milk, bread and eggs"; empty for none."""
    *front, last = items or [""]
    return f"{', '.join(front)} {phrase('and')} {last}" if front else last


def to_the_minute(when: datetime) -> datetime:
    """A moment to be said, or to meet at: "in two hours" is at no odd seconds."""
    return (when + timedelta(seconds=30)).replace(second=0, microsecond=0)


def rounded(value: float) -> str:
    """A number to be said: exactly where that is short, else "About 3.11"."""
    near = round(value, 2) if abs(value) >= 1 else float(f"{value:.3g}")
    near += 0.0  # there is no minus nought
    text = _figures(near)
    return text if abs(near - value) <= 1e-9 * abs(value) else phrase("About {number}", number=text)


def _figures(number: float) -> str:
    """A number in figures, as the language writes them."""
    small = (number == int(number) and abs(number) <= 12) or abs(number) < 1e-6
    return f"{number:.15g}" if small else f"{'-' if number < 0 else ''}{spoken(abs(number))}"
