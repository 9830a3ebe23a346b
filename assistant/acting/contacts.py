"""The address book: vCards, read again whenever somebody changed them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.acting.cards import Card, read_cards
from assistant.acting.lists import sayable
from assistant.acting.relations import Relation, possessives, words_for
from assistant.acting.storage import NO_FILE, file_version
from assistant.acting.telephone import Contact
from assistant.errors import ServiceError, reason
from assistant.phrasebook import told
from assistant.records import Language, ListEntry


class CardContacts:
    """`Contacts` from one vCard file (versions 2.1 to 4.0). A missing file is an empty book."""

    def __init__(
        self,
        file: Path,
        me: str = "",
        languages: Sequence[Language] = ("en",),
        read: Callable[[Path], str] = lambda file: file.read_text("utf-8-sig"),
    ) -> None:
        """`me` is the name on the person's own card, which says who is their sister. `read` gives
        the vCards of the file, or raises OSError or ValueError."""
        self._file, self._me, self._languages, self._read = file, me, tuple(languages), read
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
        cards = list(self._cards()) if version != NO_FILE else []
        self._people = tuple(related(cards, self._me, self._languages))
        entries = contact_entries(self._people, self._languages)
        self._entries = tuple(spelt_by_ear(entries, cards))
        self._version = version

    def _cards(self) -> Iterator[Card]:
        try:
            yield from read_cards(self._read(self._file))
        except (OSError, UnicodeError) as error:
            raise self._unread(reason(error)) from error
        except (ValueError, ServiceError) as error:
            raise self._unread(str(error)) from error

    def _unread(self, why: str) -> ServiceError:
        unread = "The contacts in {file} can't be read: {error}; mend or move it."
        return ServiceError(told(unread, file=self._file, error=why))


def related(cards: Iterable[Card], me: str, languages: Sequence[Language]) -> Iterator[Contact]:
    """The people, each with the words for what they are to the owner of the card `me`."""
    cards = list(cards)
    mine: dict[str, list[Relation]] = defaultdict(list)
    for card in cards:
        if me and sayable(card.contact.name) == sayable(me):
            for relation, whom in card.others:
                mine[_key(whom)].append(relation)
    for card in cards:
        keys = {_key(card.identity), _key(card.contact.name)} - {""}
        theirs = [*card.own, *(one for key in sorted(keys) for one in mine.get(key, ()))]
        words = [word for one in theirs for word in words_for(_of(one, card), languages)]
        yield replace(card.contact, relations=tuple(dict.fromkeys(words)))


def _key(whom: str) -> str:
    """What a name or UID is looked up by; version 4 writes a UID as "urn:uuid:…"."""
    return sayable(whom.casefold().removeprefix("urn:uuid:"))


def _of(relation: Relation, card: Card) -> Relation:
    """With the gender on the card, where the relation leaves it open."""
    return relation if relation.gender else replace(relation, gender=card.gender)


def contact_entries(
    people: Iterable[Contact], languages: Sequence[Language] = ("en",)
) -> Iterator[ListEntry]:
    """Full names, nicknames, first names and relations. What fits several people stands for a
    contact with `namesakes`, so that the ability can say whom it could be."""
    named: dict[str, dict[str, Contact]] = defaultdict(dict)
    for person in people:
        for said in ways_to_say(person, languages):
            named[said][person.name] = person
    for said, fitting in named.items():
        exact = [each for each in fitting.values() if sayable(each.name) == said]
        yield ListEntry(said, _one_of(said, exact if len(exact) == 1 else list(fitting.values())))


def spelt_by_ear(entries: Iterable[ListEntry], cards: Iterable[Card]) -> list[ListEntry]:
    """The entries, in which a name that some card spells by ear may be said so too: whoever else
    is called Siobhan is called "shivawn" as well."""
    ways: dict[str, dict[str, None]] = defaultdict(dict)
    for name, by_ear in (pair for card in cards for pair in card.spelt):
        for written in (sayable(name), _without_accents(sayable(name))):
            ways[written] |= dict.fromkeys((written, sayable(by_ear)))
    if not ways:
        return list(entries)
    names = re.compile(rf"\b(?:{'|'.join(ways)})\b")
    return [
        replace(entry, text=names.sub(lambda found: f"({'|'.join(ways[found[0]])})", entry.text))
        for entry in entries
    ]


def ways_to_say(person: Contact, languages: Sequence[Language] = ("en",)) -> list[str]:
    """What people call somebody, in words without punctuation, each once."""
    full = sayable(person.name)
    said = [full, *full.split()[:1], *map(sayable, person.nicknames)]
    relations = [sayable(word) for word in person.relations]
    said += relations + [f"{my} {word}" for word in relations for my in possessives(languages)]
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
