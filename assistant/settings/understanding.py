"""Understanding: when something counts as meant."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.settings.checks import require


@dataclass(frozen=True, slots=True)
class UnderstandingSettings:
    """When something counts as meant."""

    language: str = "en"
    """Two letters; of several, "de en", the first one counts where nothing tells them apart."""
    wake: str = ""
    """Obey only after this phrase; empty to obey everything that is a command."""
    wake_window_s: float = 6.0
    """After the phrase alone, how long a command may follow without it."""
    accept: float = 0.6
    """Commands with less confidence are rejected. Lower does more of what was said, and more that
    nobody asked for; docs/decisions.md shows how much."""
    confirm_below: float = 0.8
    """Commands of medium or high risk with less confidence are read back first."""
    always_confirm_high_risk: bool = True
    """Read back every command of high risk, such as dialling."""
    answer_within_s: float = 20.0
    """A question that gets no answer for so long is dropped."""
    spellings: tuple[str, ...] = ()
    """Words that don't sound as they are written, each as somebody would write it by ear:
    "siobhan=shivawn". Names and all other words of commands are found by either."""

    def __post_init__(self) -> None:
        for name in ("accept", "confirm_below"):
            value = getattr(self, name)
            require(0 <= value <= 1, f"understanding.{name}", "between 0 and 1", value)
        require(bool(self.languages), "understanding.language", "like de", self.language)
        sayable = not self.wake or any(letter.isalnum() for letter in self.wake)
        require(sayable, "understanding.wake", "words, or empty", self.wake)
        for each in self.spellings:
            word, _, way = each.partition("=")
            paired = len(word.split()) == 1 and any(letter.isalpha() for letter in way)
            require(paired, "understanding.spellings", 'like "siobhan=shivawn"', each)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages that are understood, the first one first."""
        return tuple(self.language.replace(",", " ").split())

    @property
    def spelt(self) -> dict[str, tuple[str, ...]]:
        """For each word of `spellings` in lower case, its other spellings."""
        found: dict[str, tuple[str, ...]] = {}
        for each in self.spellings:
            word, _, way = each.lower().partition("=")
            found[word.strip()] = (*found.get(word.strip(), ()), way.strip())
        return found
