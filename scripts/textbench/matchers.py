"""Ours and other projects' ways to find a sentence's intent from examples, behind one door."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, Protocol

from textbench.sets import Pair

Answer = tuple[str, float]
"""An intent, and how sure of it; "" for none."""


class Matcher(Protocol):
    def answers(self, texts: Sequence[str]) -> list[Answer]: ...


class OneByOne:
    """Answers sentences in turn."""

    def best(self, text: str) -> Answer:
        raise NotImplementedError

    def answers(self, texts: Sequence[str]) -> list[Answer]:
        return [self.best(text) for text in texts]


class Ours(OneByOne):
    """The classifier, which answers where no template has the wording."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        from assistant.understanding.classifier import Classifier
        from assistant.understanding.confusion import SmallWords
        from assistant.understanding.guess import sureness
        from assistant.understanding.word_vectors import word_vectors

        self._classifier = Classifier(pairs, SmallWords("en"), word_vectors("en"))
        self._sureness = sureness

    def best(self, text: str) -> Answer:
        found = self._classifier.guesses(text, 1)
        return (found[0].intent, self._sureness(found[0])) if found else ("", 0.0)


class Sklearn:
    """TF-IDF of letters within words, and logistic regression."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
        self._model = make_pipeline(letters, LogisticRegression(C=10.0, max_iter=300))
        self._model.fit([text for text, _ in pairs], [intent for _, intent in pairs])

    def answers(self, texts: Sequence[str]) -> list[Answer]:
        chances = self._model.predict_proba(texts)
        best = chances.argmax(axis=1)
        return list(zip(self._model.classes_[best], chances.max(axis=1), strict=True))


class Rapidfuzz(OneByOne):
    """The nearest example by `token_set_ratio`."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._texts = [text.lower() for text, _ in pairs]
        self._intents = [intent for _, intent in pairs]

    def best(self, text: str) -> Answer:
        from rapidfuzz import fuzz, process

        found = process.extractOne(text.lower(), self._texts, scorer=fuzz.token_set_ratio)
        return (self._intents[found[2]], found[1]) if found else ("", 0.0)


class Hassil(OneByOne):
    """Home Assistant's matcher: the examples are templates, braces in them are slots."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        from hassil import Intents

        intents: dict[str, dict[str, list[dict[str, list[str]]]]] = {}
        for text, intent in pairs:
            blocks = intents.setdefault(intent, {"data": [{"sentences": []}]})["data"]
            blocks[0]["sentences"].append(re.sub(r"[()\[\]<>|:\\]", " ", text))
        slots = {slot for text, _ in pairs for slot in re.findall(r"{(\w+)}", text)}
        lists = {slot: {"wildcard": True} for slot in slots}
        self._intents = Intents.from_dict({"language": "en", "intents": intents, "lists": lists})

    def best(self, text: str) -> Answer:
        intent, _ = self.slots(text)
        return intent, float(bool(intent))

    def slots(self, text: str) -> tuple[str, dict[str, str]]:
        from hassil import recognize_best

        found = recognize_best(text, self._intents)
        if found is None:
            return "", {}
        values = {name: str(one.value).strip() for name, one in found.entities.items()}
        return found.intent.name, values


class Padacioso(OneByOne):
    """OpenVoiceOS's matcher; in its fuzzy mode any one word of an example may be another."""

    def __init__(self, pairs: Sequence[Pair], fuzzy: bool = False) -> None:
        from padacioso import IntentContainer

        class InThisProcess(IntentContainer):  # type: ignore[misc,no-any-unimported]
            """Its own search starts processes for each sentence, which forget all they compiled."""

            def calc_intents(self, query: str) -> list[dict[str, Any]]:
                known = self.intent_samples.items()
                found = (self._match(query, name, samples) for name, samples in known)
                return [one for one in found if one]

            def _fuzzy_score(self, query: str, sample: str, penalty: float) -> dict[str, Any]:
                if _pattern(sample).match(query) is None:
                    return {}
                found: dict[str, Any] = super()._fuzzy_score(query, sample, penalty)
                return found

        self._container = InThisProcess(fuzz=fuzzy)
        sentences: dict[str, list[str]] = {}
        for text, intent in pairs:
            sentences.setdefault(intent, []).append(re.sub(r"[()\[\]<>|:\\]", " ", text).lower())
        for intent, own in sentences.items():
            self._container.add_intent(intent, own)

    def best(self, text: str) -> Answer:
        found = self._container.calc_intent(text.lower())
        return found.get("name") or "", float(found.get("conf", 0.0))

    def slots(self, text: str) -> tuple[str, dict[str, str]]:
        found = self._container.calc_intent(text.lower())
        return found.get("name") or "", found.get("entities", {})


@cache
def _pattern(sample: str) -> Any:
    """What the fuzzy mode would compile anew for each sentence."""
    from simplematch import Matcher

    return Matcher(sample, case_sensitive=False)


MATCHERS: dict[str, Callable[[Sequence[Pair]], Matcher]] = {
    "ours": Ours,
    "scikit-learn": Sklearn,
    "rapidfuzz": Rapidfuzz,
    "padacioso": Padacioso,
    "padacioso, fuzzy": partial(Padacioso, fuzzy=True),
    "hassil": Hassil,
}
SLOW = {"rapidfuzz", "padacioso", "padacioso, fuzzy", "hassil"}
"""These look at every example for every sentence, and are asked a part of the sentences."""
