"""Recognition: which model reads the sound, and how text is read from what it heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.settings.checks import is_number, require

MOST_THREADS = 256
"""onnxruntime starts as many as it is told, however long that takes."""


@dataclass(frozen=True, slots=True)
class RecognitionSettings:
    """Which model reads the sound, and how."""

    model: str = "starter-en"
    """A name below models/ or the user's models folder, or a path to a folder; or the address of a
    model on another machine, where everything that is heard is then sent."""
    threads: int = 0
    """Threads of one inference; 0 for as many as there are cores, four at most."""
    providers: tuple[str, ...] = ("CPUExecutionProvider",)
    """onnxruntime execution providers, best first."""
    warm_up: bool = True
    """Run the model once at start, so that the first command isn't slow."""
    identifier: str = ""
    """A model that tells which language is spoken; empty to tell by the text."""
    languages: tuple[str, ...] = ()
    """With an identifier, the model of each language: "de=NAME". Others have `model`."""

    def __post_init__(self) -> None:
        known = 0 <= self.threads <= MOST_THREADS
        require(known, "recognition.threads", f"0 to {MOST_THREADS}", self.threads)
        require(bool(self.providers), "recognition.providers", "a list of names", self.providers)
        paired = all(name and model for name, model in self.by_language.items())
        require(paired, "recognition.languages", 'like "de=NAME"', self.languages)

    @property
    def by_language(self) -> dict[str, str]:
        """The name of each language's own model."""
        pairs = (each.partition("=") for each in self.languages)
        return {language.strip(): model.strip() for language, _, model in pairs}

    @property
    def is_remote(self) -> bool:
        """Whether the model is on another machine."""
        return self.model.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class DecodingSettings:
    """How text is read from what the model heard. Logarithms are natural."""

    lm: str = ""
    """The file of a language model (ARPA or KenLM binary); empty for none. Without one, and
    without hotwords, each frame's best symbol is taken."""
    weight: float = 0.4
    """What the language model's logarithms count against the sound's."""
    word_bonus: float = 0.0
    """For each word; more makes shorter words."""
    words: Literal["any", "known"] = "any"
    """"known" reads only words of the language model and hotwords."""
    unknown_bonus: float = -10.0
    """For each word that isn't known, beside what the language model gives it."""
    hotwords: tuple[str, ...] = ()
    """Words and names to expect: "Zelenka", or "Zelenka=8" with a bonus of its own."""
    hotword_bonus: float = 6.0
    """For each hotword that names none."""
    width: int = 64
    """Prefixes that are followed at once; more is slower and surer."""
    score_range: float = 16.0
    """A prefix this much worse than the best is dropped."""
    column_range: float = 9.0
    """Symbols this much worse than a frame's best aren't tried."""

    def __post_init__(self) -> None:
        for name in ("weight", "score_range", "column_range"):
            require(getattr(self, name) >= 0, f"decoding.{name}", "0 or more", getattr(self, name))
        require(self.width >= 1, "decoding.width", "1 or more", self.width)
        for hotword in self.hotwords:
            _, _, bonus = hotword.partition("=")
            wants = "words, each with =NUMBER behind it or nothing"
            require(not bonus or is_number(bonus), "decoding.hotwords", wants, hotword)

    @property
    def bonuses(self) -> dict[str, float]:
        """What each hotword adds; a phrase stands for its words."""
        split = [hotword.partition("=") for hotword in self.hotwords]
        return {
            word: float(bonus or self.hotword_bonus)
            for phrase, _, bonus in split
            for word in phrase.split()
        }
