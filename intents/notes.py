"""Notes by voice, in the folder of notes."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from assistant import Clock, Note, Notes, Reply, intent, phrase, sentence, spoken

RULES = {
    "please": "(please|(can|could|would|will) you [please])",
    "my": "[(the|my|our|all my|all the|all)]",
    "that": "[(that|saying|which says|of|to|about)]",
    "last": "(last|latest|newest|most recent)",
}

NO_NOTE = "There is no note."
READ_OUT = 5
"""More than so many nobody keeps in mind."""


@intent(
    "[<please>] (take|make|write|add|save|keep|leave) (a|another) [new] note <that> {text}",
    "[<please>] (take|make|write|add|save|keep|leave) (a|another) [new] note",
    "[<please>] note down [that] {text}",
    "[<please>] (write|jot) down that {text}",
    "[<please>] (write|jot) this down {text}",
    "(new|another) note [<that>] {text}",
    "note to (self|myself) {text}",
    "(i want|i'd like|i need) to (take|make|write) a note [<that> {text}]",
    "put (it|this) in my notes {text}",
    "a [new] note please [{text}]",
    "add to my notes [that] {text}",
    rules=RULES,
    asks={"text": "What shall I write down?"},
    examples=("take a note that the tap drips", "note down that the bins go out on Tuesday"),
)
def take(text: str, notes: Notes) -> str:
    return phrase("Noted: {note}.", note=notes.add(text).text)


@intent(
    "[<please>] (read|tell|show) [me] [out] <my> notes [please]",
    "[<please>] (read|tell|show) [me] <my> notes (from|of|for) {day}",
    "[<please>] (read|tell|show) [me] [the|my] {which} note",
    "(what's|what is) [in|on] <my> notes",
    "what are <my> notes",
    "what did i (note|write|write down|note down) [{day}]",
    "what (is|was|does) my {which} note [say]",
    "(do i have|have i got|are there) any notes [(from|of|for) {day}]",
    "what notes (do i have|have i got|did i take|are there)",
    "(go through|open|check|list) <my> notes",
    "how many notes (do i have|are there)",
    rules=RULES,
    examples=("read my notes", "read my last note"),
)
def read(
    notes: Notes,
    day: date | None = None,
    which: Literal["last", "latest", "newest"] | None = None,
) -> str:
    found = [note for note in notes.all() if day is None or note.day == day]
    if not found:
        return phrase(NO_NOTE)
    chosen = found[-1:] if which else found[-READ_OUT:]
    if len(found) > len(chosen) > 1:
        return phrase(
            "The last {count} of {all} notes: {notes}.",
            count=len(chosen),
            all=len(found),
            notes=listed(chosen),
        )
    if len(chosen) == 1:
        return phrase("One note: {note}.", note=chosen[0].text)
    return sentence(phrase("{count} notes: {notes}.", count=len(chosen), notes=listed(chosen)))


@intent(
    "[<please>] (find|read|show me|get|look up) [the|my|a] note[s] (about|on|with|for) {topic}",
    "what did i (note|write|write down|note down) about {topic}",
    "(do i have|have i got|is there|are there) (a|any) note[s] (about|on|with) {topic}",
    "[<please>] search my notes for {topic}",
    "[<please>] (look|check) in my notes for {topic}",
    "what do my notes say about {topic}",
    "what does my note about {topic} say",
    "(where|when) did i (note|write) [down] {topic}",
    "(is|was) there [something|anything] about {topic} in my notes",
    "my note[s] (about|on) {topic} [please]",
    rules=RULES,
    asks={"topic": "About what?"},
    examples=("find my note about the tap",),
)
def find(topic: str, notes: Notes, clock: Clock) -> str | Reply:
    wanted = topic.casefold().removeprefix("the ").split()
    found = [note for note in notes.all() if all(word in note.text.casefold() for word in wanted)]
    if not found:
        return Reply(phrase("No note is about {topic}.", topic=topic), ok=False)
    last = found[-1]
    if last.day is None:
        return phrase("You noted: {note}.", note=last.text)
    day = spoken(last.day, now=clock.now())
    return phrase("You noted {day}: {note}.", day=day, note=last.text)


def no_note(notes: Notes) -> str:
    return "" if notes.all() else phrase(NO_NOTE)


def last_one(notes: Notes) -> str:
    found = notes.all()
    if not found:  # deleted since it was looked for
        return phrase(NO_NOTE)
    return phrase("Delete the note “{note}”?", note=found[-1].text)


@intent(
    "[<please>] (delete|remove|erase|scratch|forget|drop) [the|my|that] <last> note [please]",
    "[<please>] (delete|remove|erase|scratch|forget|drop) (that|the|this) note [again]",
    "[<please>] (throw|take) [the|my|that] <last> note away",
    "(i don't need|i no longer need) [the|my|that] [<last>] note [anymore]",
    "(get rid of|throw away|bin|scrap) [the|my|that] [<last>] note",
    "(my|the) <last> note was wrong (delete|scratch|remove) it",
    "the note i just took can (go|be deleted)",
    "[<please>] cross out [the|my|that] [<last>] note",
    "[<please>] undo [the|my|that] [<last>] note",
    "[the|my|that] <last> note (is wrong|was wrong|can go|is done)",
    "(delete|scratch) what i [just] (noted|wrote down)",
    "take [the|my|that] <last> note out",
    rules=RULES,
    risk="high",
    confirm=last_one,
    idle=no_note,
    examples=("delete my last note",),
)
def remove_last(notes: Notes) -> str | Reply:
    found = notes.all()
    if not found or not notes.remove(found[-1]):
        return Reply(phrase(NO_NOTE), ok=False)
    return phrase("Deleted.")


def listed(notes: Sequence[Note]) -> str:
    return "; ".join(note.text for note in notes)
