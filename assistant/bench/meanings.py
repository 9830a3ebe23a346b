"""What clips ask for: told by their words, or by labels that came with them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.errors import UsageError
from assistant.records import Command, IntentSpec, Risk, Transcript
from assistant.training.corpus import Clip
from assistant.understanding.reader import Reader, Stages
from assistant.understanding.readings import loosely
from assistant.understanding.said import Said

Wanted = Callable[[Clip], "Meaning | None"]
"""What a clip asks for; None for what is no command."""

WORD_FOR_WORD = Stages(misheard=False, sound=False)


@dataclass(frozen=True, slots=True)
class Meaning:
    """An intent with the values of its slots."""

    intent: str
    slots: Mapping[str, object]


class Meanings:
    """Compares commands by what they mean. How free text is spelled doesn't count, only that some
    is there.
    """

    def __init__(self, intents: Sequence[IntentSpec]) -> None:
        self._names = {_last(intent.name): intent.name for intent in intents}
        self._intents = {intent.name: intent for intent in intents}

    def of(self, command: Command) -> Meaning:
        """What the command would do."""
        return Meaning(command.intent, loosely(self._intents[command.intent], command.slots))

    def risk(self, command: Command) -> Risk:
        """What a wrong execution of the command would cost."""
        return self._intents[command.intent].risk

    def by_words(self, reader: Reader, now: datetime) -> Wanted:
        """Clips whose words are a complete command mean that; all others ask for nothing."""

        def wanted(clip: Clip) -> Meaning | None:
            said = Said(Transcript(clip.text), now, True, None)
            (found,) = reader.in_stages(said, (WORD_FOR_WORD,))
            whole = (one for one in found if not one.problem and not one.missing)
            best = next(whole, None)
            return self.of(best.command) if best else None

        return wanted

    def by_labels(self, file: Path) -> Wanted:
        """The labels of a JSON object: {"clip.wav": {"intent": "orderDrink", "slots": {...}}}.

        Names may be written in camel case, the intent's without its file; a clip's speaker ends
        in the name of its label. Values are texts. Raises UsageError for a file that isn't such,
        and for an intent that no ability has; the callable raises it for a clip without a label.
        """
        try:
            rows = json.loads(file.read_text(encoding="utf-8"))
            labels = {Path(name).stem: self._labelled(row) for name, row in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
            raise UsageError(
                f"{file} has no labels: {error}; it must map clips to intent and slots."
            ) from error

        def wanted(clip: Clip) -> Meaning | None:
            name = clip.speaker.removeprefix(f"{clip.source}_")
            if name not in labels:
                raise UsageError(f"{file} has no label for {name}; leave that clip out.")
            return labels[name]

        return wanted

    def _labelled(self, row: Mapping[str, Mapping[str, str]]) -> Meaning:
        intent = _snake(str(row["intent"]))
        if intent not in self._names:
            raise UsageError(
                f"No ability is called {intent}; name the folder that has it (--only)."
            )
        slots = {_snake(name): " ".join(value.split()) for name, value in row["slots"].items()}
        return Meaning(self._names[intent], slots)


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _snake(name: str) -> str:
    """orderDrink as order_drink."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
