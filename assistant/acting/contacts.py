"""The address book: a vCard file, read again whenever somebody changed it."""

from __future__ import annotations

import io
import quopri
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.acting.lists import sayable
from assistant.acting.services import Contact, ContactNumber
from assistant.acting.storage import NO_FILE, file_version
from assistant.errors import ServiceError
from assistant.records import ListEntry

LABELS = {"cell": "mobile", "mobile": "mobile", "home": "home", "work": "work", "main": "main"}
"""What vCards call a number, and what people do."""

PREFERENCE = ("mobile", "", "home", "work")
"""Which number to call when nobody says which: the earliest label in this row."""


class CardContacts:
    """`Contacts` from one vCard file (versions 2.1 to 4.0). A missing file is an empty book."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._people: tuple[Contact, ...] = ()
        self._entries: tuple[ListEntry, ...] = ()
        self._version = NO_FILE

    def people(self) -> Sequence[Contact]:
        """Everybody, in the order of the file. Raises ServiceError when it can't be read."""
        self._refresh()
        return self._people

    def entries(self) -> Sequence[ListEntry]:
        """The ways to name somebody, for the understanding room."""
        self._refresh()
        return self._entries

    def _refresh(self) -> None:
        version = file_version(self._file)
        if version == self._version:
            return
        self._people = tuple(read_cards(self._file)) if version != NO_FILE else ()
        self._entries = tuple(contact_entries(self._people))
        self._version = version


def read_cards(file: Path) -> Iterator[Contact]:
    """The people in a vCard file who have a name. Raises ServiceError."""
    from vobject.base import ParseError, VObjectError, getLogicalLines, parseLine

    try:
        text = file.read_text("utf-8-sig")
        # vobject's lines are ten times quicker than its objects, and all that is needed.
        lines = (parseLine(line, number) for line, number in getLogicalLines(io.StringIO(text)))
        yield from _people(lines)
    except (OSError, UnicodeDecodeError, ParseError, VObjectError) as error:
        raise ServiceError(f"The contacts in {file} can't be read: {error}.") from error


Line = tuple[str, list[list[str]], str, str | None]
"""Name, parameters, value and group of one vCard line, as vobject gives it."""


def _people(lines: Iterable[Line]) -> Iterator[Contact]:
    card: list[Line] = []
    for line in lines:
        name, value = line[0].upper(), line[2].strip().upper()
        if (name, value) == ("BEGIN", "VCARD"):
            card = []
        elif (name, value) == ("END", "VCARD"):
            contact = _contact(card)
            if contact:
                yield contact
        else:
            card.append(line)


def _contact(card: Sequence[Line]) -> Contact | None:
    said = {line[0].upper(): _text(_decoded(line)) for line in reversed(card)}
    name = said.get("FN") or _from_parts(said.get("N", ""))
    if not name:
        return None
    labels = {group: _text(value) for key, _, value, group in card if key.upper() == "X-ABLABEL"}
    numbers = [_number(line, labels) for line in card if line[0].upper() == "TEL"]
    numbers = [number for number in numbers if any(map(str.isdigit, number.number))]
    nicknames = [nick.strip() for nick in said.get("NICKNAME", "").split(",") if nick.strip()]
    return Contact(name, tuple(sorted(numbers, key=_rank)), tuple(nicknames))


def _decoded(line: Line) -> str:
    """The value, whose other letters version 2.1 writes as "=C3=BC"."""
    _, parameters, value, _ = line
    if not any("QUOTED-PRINTABLE" in part.upper() for each in parameters for part in each):
        return value
    return quopri.decodestring(value.encode()).decode("utf-8", "replace")


def _text(value: str) -> str:
    if "\\" in value:
        value = re.sub(r"\\([\\,;])", r"\1", value.replace("\\n", " "))
    return value.strip()


def _from_parts(value: str) -> str:
    """ "Anna Smith" of N's "Smith;Anna;;;"."""
    family, given, *_ = [*value.split(";"), "", ""]
    return f"{given} {family}".strip()


def _number(line: Line, labels: dict[str | None, str]) -> ContactNumber:
    _, parameters, value, group = line
    types = [part.lower() for each in parameters for part in each[1:] or each]
    types = [part for each in types for part in each.split(",")]
    own = re.sub(r"_\$!<|>!\$_", "", labels.get(group, "")) if group else ""
    label = next((LABELS[kind] for kind in types if kind in LABELS), own.lower())
    return ContactNumber(LABELS.get(label, label), _digits(value.strip()))


def _digits(value: str) -> str:
    """The number itself of "tel:+44-20-7946-0555;ext=5": an extension isn't dialled along."""
    uri = value.lower().startswith("tel:")
    return value[len("tel:") :].partition(";")[0] if uri else value


def _rank(number: ContactNumber) -> int:
    return PREFERENCE.index(number.label) if number.label in PREFERENCE else len(PREFERENCE)


def contact_entries(people: Iterable[Contact]) -> Iterator[ListEntry]:
    """Full names, nicknames and first names. A name of several people stands for a contact with
    `namesakes`, so that the ability can say whom it could be."""
    named: dict[str, dict[str, Contact]] = defaultdict(dict)
    for person in people:
        for said in ways_to_say(person):
            named[said][person.name] = person
    for said, fitting in named.items():
        exact = [each for each in fitting.values() if sayable(each.name) == said]
        yield ListEntry(said, _one_of(said, exact if len(exact) == 1 else list(fitting.values())))


def ways_to_say(person: Contact) -> list[str]:
    """What people call somebody, in words without punctuation, each once."""
    full = sayable(person.name)
    said = [full, *full.split()[:1], *map(sayable, person.nicknames)]
    plain = [_without_accents(name) for name in said]
    return list(dict.fromkeys(name for name in said + plain if name))


def _without_accents(name: str) -> str:
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _one_of(said: str, fitting: Sequence[Contact]) -> Contact:
    if len(fitting) == 1:
        return fitting[0]
    return replace(Contact(said.title()), namesakes=tuple(person.name for person in fitting))
