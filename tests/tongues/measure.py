"""Print how well the models in this folder do on voices and sentences that they never heard.

python -m tests.tongues.measure
"""

from __future__ import annotations

from pathlib import Path

from rapidfuzz.distance import Levenshtein

from assistant import Recognizer
from assistant.recognition.spoken_language import SpokenLanguage
from tests.tongues.voices import HELD_OUT, HELD_OUT_TEXTS, LANGUAGES, read_aloud

FOLDER = Path(__file__).parent


def main() -> None:
    identifier, recognizer = SpokenLanguage(FOLDER / "identifier"), Recognizer.load(FOLDER / "four")
    for language, texts in HELD_OUT_TEXTS.items():
        clips = [(text, read_aloud(language, voice, text)) for voice in HELD_OUT for text in texts]
        wrong = sum(identifier.identify(sound).language != language for _, sound in clips)
        line = f"{language}: {wrong} of {len(clips)} taken for another language"
        if language != "en":
            pairs = [(plain(text), str(recognizer(sound)["text"])) for text, sound in clips]
            words = [(text.split(), found.split()) for text, found in pairs]
            line += f", {rate(words):.1%} words wrong, {rate(pairs):.1%} letters wrong"
        print(line.replace("%", " %"))
    print(f"all {len(LANGUAGES)} by {len(HELD_OUT)} voices")


def plain(text: str) -> str:
    """As the model writes it."""
    return text.replace("-", " ")


def rate(pairs: list[tuple[list[str], list[str]]] | list[tuple[str, str]]) -> float:
    """Errors by what was to be read."""
    errors = sum(Levenshtein.distance(wanted, found) for wanted, found in pairs)
    return errors / sum(len(wanted) for wanted, _ in pairs)


if __name__ == "__main__":
    main()
