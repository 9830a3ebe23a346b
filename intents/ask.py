"""Questions about the world, for the sources that the settings name: notes, an encyclopaedia, a
language model on this machine.
"""

from collections.abc import Iterator
from typing import Annotated

from assistant import Questions, choices, intent, phrase

SIZES = ("tall", "high", "big", "large", "long", "old", "far", "fast", "deep", "heavy", "many")

Asking = Annotated[
    str,
    choices(
        *("what is|what's", "what are", "what was", "what were", "what does", "what do"),
        *("who is|who's", "who are", "who was", "who were", "where is|where's", "where are"),
        *("what did", "which is", "which are", "where was", "where did", "when is", "when do"),
        *("when does", "when was", "when were", "when did", "why is", "why are", "why do"),
        *("why does", "why did", "how is", "how are", "how do", "how does", "how did"),
        *(f"how {size} {verb}" for size in SIZES for verb in ("is", "are", "was")),
    ),
]


@intent(
    "{asking} {topic}",
    "(tell me|teach me|what do you know) [something] about {topic}",
    "(say|read) [me] something about {topic}",
    "(i want|i'd like|i would like) to (know|learn) [(something|more)] about {topic}",
    "(do you know|i wonder|find out|any idea) (who|what|where|when|why|how) {topic}",
    "(can|could) you tell me (who|what|where|when|why|how) {topic}",
    "(give me|find) [some] information (on|about) {topic}",
    "what can you tell me about {topic}",
    "(have you|did you ever) [ever] (heard|hear) of {topic}",
    "(define|describe) {topic}",
    "(what|who) do you think {topic} is",
    "[(can|could) you] (look up|search for|explain) {topic}",
    examples=("who was marie curie",),
)
def look_up(topic: str, questions: Questions, asking: Asking = "what is") -> Iterator[str]:
    answer = questions.ask(f"{asking} {topic}?")
    sentences = iter(answer.sentences if answer else ())
    first = next(sentences, None)
    if answer is None or first is None:
        yield phrase("I don't know.")
        return
    source = f"{answer.source[:1].upper()}{answer.source[1:]}"
    yield phrase("{source} says: {answer}", source=source, answer=first)
    yield from sentences
