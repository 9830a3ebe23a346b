"""What a question is about."""

from __future__ import annotations

from assistant.acting.sources.prose import key_words


def test_key_words() -> None:
    assert key_words("Who was Marie Curie's mother?") == {"marie", "curie", "mother"}
    assert key_words("how many berries are in the boxes of glass") == {"berry", "boxe", "glass"}
    assert key_words("what is it about") == set()
