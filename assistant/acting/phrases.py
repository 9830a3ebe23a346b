"""What abilities say, in the language of the conversation."""

from __future__ import annotations

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
