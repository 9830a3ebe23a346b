"""Reading vCards (versions 2.1 to 4.0), as address books write them."""

from __future__ import annotations

import io
import quopri
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.acting.relations import ANDROID, Gender, Relation, relation_called
from assistant.acting.telephone import Contact, ContactNumber
from assistant.errors import ServiceError

LABELS = {"cell": "mobile", "mobile": "mobile", "home": "home", "work": "work", "main": "main"}
"""What vCards call a number, and what people do."""

PREFERENCE = ("mobile", "", "home", "work")
"""Which number to call when nobody says which: the earliest label in this row."""

NEEDED = re.compile(
    r"(?:[\w-]+\.)?(?:BEGIN|END|UID|FN|N|NICKNAME|GENDER|TEL|EMAIL|RELATED|X-[\w-]+)[;:]",
    re.IGNORECASE,
)
"""Lines that say something of use here; the others aren't read, which takes half the time."""

RELATION_FIELDS = re.compile(
    r"X-(?:EVOLUTION-|KADDRESSBOOK-X-)?(SPOUSE|MANAGER|ASSISTANT)S?(?:NAME)?"
)
ANDROID_RELATION = "vnd.android.cursor.item/relation;"

Line = tuple[str, list[list[str]], str, str | None]
"""Name, parameters, value and group of one vCard line, as vobject gives it."""


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody, and what the card says of others."""

    contact: Contact
    identity: str = ""
    """Its UID."""
    gender: Gender = ""
    own: tuple[Relation, ...] = ()
    """What this one is to the owner of the address book."""
    others: tuple[tuple[Relation, str], ...] = field(default=())
    """What others are to this one, each by name or UID."""
    spelt: tuple[tuple[str, str], ...] = ()
    """Parts of the name that don't sound as they are written, each as somebody would write it by
    ear: ("Siobhan", "shivawn")."""


def read_cards(text: str) -> Iterator[Card]:
    """The cards in a text that have a name. Raises ServiceError."""
    from vobject.base import ParseError, VObjectError, getLogicalLines, parseLine

    try:
        # vobject's lines are ten times quicker than its objects, and all that is needed.
        lines = (
            parseLine(line, number)
            for line, number in getLogicalLines(io.StringIO(text))
            if NEEDED.match(line) or ":" not in line
        )
        yield from _cards(lines)
    except (ParseError, VObjectError) as error:
        raise ServiceError(f"not a vCard, {error}") from error


def _cards(lines: Iterable[Line]) -> Iterator[Card]:
    card: list[Line] = []
    for line in lines:
        name, value = line[0].upper(), line[2].strip().upper()
        if (name, value) == ("BEGIN", "VCARD"):
            card = []
        elif (name, value) == ("END", "VCARD"):
            if found := _card(card):
                yield found
        else:
            card.append(line)


def _card(lines: Sequence[Line]) -> Card | None:
    said = {line[0].upper(): _text(_decoded(line)) for line in reversed(lines)}
    name = said.get("FN") or _from_parts(said.get("N", ""))
    if not name:
        return None
    labels = {group: _text(value) for key, _, value, group in lines if key.upper() == "X-ABLABEL"}
    numbers = [_number(line, labels) for line in lines if line[0].upper() == "TEL"]
    numbers = sorted(filter(_can_be_called, numbers), key=_rank)
    nicknames = tuple(nick.strip() for nick in said.get("NICKNAME", "").split(",") if nick.strip())
    called = (*nicknames, said.get("X-RELATION", ""))
    return Card(
        Contact(name, tuple(numbers), nicknames, emails=_emails(lines)),
        said.get("UID", ""),
        _gender(said),
        tuple(relation for each in called if (relation := relation_called(each))),
        tuple(_others(lines, labels)),
        tuple(_spelt(name, said)),
    )


def _emails(lines: Iterable[Line]) -> tuple[str, ...]:
    """The preferred one first."""
    found = [line for line in lines if line[0].upper() == "EMAIL" and "@" in line[2]]
    found.sort(key=lambda line: "pref" not in _types(line[1]))
    return tuple(line[2].strip() for line in found)


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


def _spelt(name: str, said: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The parts of a name that the card spells by ear, as most address books let you."""
    family, given, *_ = [*said.get("N", "").split(";"), "", ""]
    first, *more = name.split()
    parts = {"FIRST": given or first, "LAST": family or " ".join(more)}
    for part, written in parts.items():
        by_ear = said.get(f"X-PHONETIC-{part}-NAME", "")
        if written.strip() and any(map(str.isalpha, by_ear)):
            yield written.strip(), by_ear


def _gender(said: dict[str, str]) -> Gender:
    letter = said.get("GENDER", "")[:1].lower()
    return "f" if letter == "f" else "m" if letter == "m" else ""


def _types(parameters: Iterable[Sequence[str]]) -> list[str]:
    """ "work" and "voice" of TYPE=WORK,VOICE, or of version 2.1's bare WORK;VOICE."""
    named = (part.lower() for each in parameters for part in each[1:] or each)
    return [part for each in named for part in each.split(",")]


def _own_label(group: str | None, labels: dict[str | None, str]) -> str:
    """What the person or Apple calls a line of a group: "Other" of "_$!<Other>!$_"."""
    return re.sub(r"_\$!<|>!\$_", "", labels.get(group, "")) if group else ""


def _number(line: Line, labels: dict[str | None, str]) -> ContactNumber:
    _, parameters, value, group = line
    types = _types(parameters)
    own = _own_label(group, labels).lower()
    label = next((LABELS[kind] for kind in types if kind in LABELS), own)
    preferred = "pref" in types or ["PREF", "1"] in (
        [p.upper() for p in each] for each in parameters
    )
    return ContactNumber(LABELS.get(label, label), _digits(value.strip()), preferred)


def _digits(value: str) -> str:
    """The number itself of "tel:+44-20-7946-0555;ext=5": an extension isn't dialled along."""
    uri = value.lower().startswith("tel:")
    return value[len("tel:") :].partition(";")[0] if uri else value


def _can_be_called(number: ContactNumber) -> bool:
    return any(map(str.isdigit, number.number))


def _rank(number: ContactNumber) -> tuple[bool, int]:
    known = number.label in PREFERENCE
    return not number.preferred, PREFERENCE.index(number.label) if known else len(PREFERENCE)


def _others(lines: Iterable[Line], labels: dict[str | None, str]) -> Iterator[tuple[Relation, str]]:
    """Who is what to this one, as RELATED, Apple, Android, Evolution and KDE write it."""
    for line in lines:
        name, whom = line[0].upper(), _text(_decoded(line))
        if name == "X-ANDROID-CUSTOM" and whom.startswith(ANDROID_RELATION):
            whom, kind, *_ = [*whom.removeprefix(ANDROID_RELATION).split(";"), "", ""]
            found = [ANDROID.get(kind)]
        elif name == "X-ABRELATEDNAMES":
            found = [relation_called(_own_label(line[3], labels))]
        elif name == "RELATED":
            found = [relation_called(kind) for kind in _types(line[1])]
        else:
            field_name = RELATION_FIELDS.fullmatch(name)
            found = [relation_called(field_name[1])] if field_name else []
        yield from ((relation, whom) for relation in found if relation)
