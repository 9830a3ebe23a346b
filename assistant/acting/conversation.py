"""The conversation so far, for "say that again" and "what can I say"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.acting.services import Ability
from assistant.records import Language


class LocalConversation:
    """A `Conversation` in memory; nothing of it is written down."""

    def __init__(
        self, abilities: Sequence[Ability] = (), why: Callable[[], str] = lambda: ""
    ) -> None:
        """`why` explains the last decision."""
        self._abilities, self._why = tuple(abilities), why
        self._last, self._language = "", "en"

    def language(self) -> Language:
        """In which the assistant spoke last."""
        return self._language

    def speaks(self, language: Language) -> None:
        """Remember the language in which it speaks from now on."""
        self._language = language

    def last_reply(self) -> str:
        return self._last

    def abilities(self) -> Sequence[Ability]:
        return self._abilities

    def why(self) -> str:
        return self._why()

    def said(self, text: str) -> None:
        """Remember what the assistant just said."""
        self._last = text
