"""The address book from vCards as they are found in the wild."""

from __future__ import annotations

from pathlib import Path

import pytest
import vobject

from assistant.acting.contacts import CardContacts, contact_entries
from assistant.acting.telephone import Contact, ContactNumber
from assistant.errors import ServiceError

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Anna Smith
N:Smith;Anna;;;
TEL;TYPE=WORK,VOICE:+44 20 7946 0123
TEL;TYPE=HOME:020 7946 0999
TEL;TYPE=CELL;TYPE=pref:07700 900123
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Anna Jones
NICKNAME:Annie,AJ
TEL;VALUE=uri;TYPE="home,voice":tel:+44-20-7946-0555
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Müller;Jürgen
TEL;WORK:030 1234
NOTE:a note that is folded
  over two lines
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Dr. Seán O\\, Neil-Brown (plumber) <x>
item1.TEL:112
item1.X-ABLabel:_$!<Other>!$_
END:VCARD
BEGIN:VCARD
VERSION:3.0
ORG:Nameless Ltd
TEL:1
END:VCARD
"""


@pytest.fixture
def book(tmp_path: Path) -> CardContacts:
    file = tmp_path / "contacts.vcf"
    file.write_text(CARDS, "utf-8")
    return CardContacts(file)


def named(book: CardContacts, name: str) -> Contact:
    return next(person for person in book.people() if person.name == name)


def test_people_with_several_numbers_the_mobile_one_first(book: CardContacts) -> None:
    anna = named(book, "Anna Smith")
    assert anna.numbers == (
        ContactNumber("mobile", "07700 900123", preferred=True),
        ContactNumber("home", "020 7946 0999"),
        ContactNumber("work", "+44 20 7946 0123"),
    )
    assert anna.number() == anna.numbers[0]
    assert anna.number("work") == anna.numbers[2]
    assert anna.number("fax") is None


def test_all_versions_of_the_format(book: CardContacts) -> None:
    assert [person.name for person in book.people()] == [
        "Anna Smith",
        "Anna Jones",
        "Jürgen Müller",
        "Dr. Seán O, Neil-Brown (plumber) <x>",
    ]
    jones = named(book, "Anna Jones")
    assert jones.numbers == (ContactNumber("home", "+44-20-7946-0555"),)
    assert jones.nicknames == ("Annie", "AJ")
    assert named(book, "Jürgen Müller").numbers == (ContactNumber("work", "030 1234"),)
    assert book.people()[3].numbers == (ContactNumber("other", "112"),)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("FN:Bo\nTEL;VALUE=uri:tel:+44-20-7946-0555;ext=5", ("Bo", ["+44-20-7946-0555"])),
        ("FN:Bo\nTEL:ask him\nTEL:112", ("Bo", ["112"])),
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen\nTEL:112", ("Jürgen", ["112"])),
    ],
)
def test_what_telephones_write(lines: str, expected: tuple[str, list[str]], tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_text(f"BEGIN:VCARD\nVERSION:2.1\n{lines}\nEND:VCARD\n", "utf-8")
    (person,) = CardContacts(file).people()
    assert (person.name, [number.number for number in person.numbers]) == expected


def said(book: CardContacts) -> dict[str, Contact]:
    return {entry.text: entry.value for entry in book.entries()}  # type: ignore[misc]


def test_names_nicknames_and_first_names_can_be_said(book: CardContacts) -> None:
    names = said(book)
    assert names["anna smith"].name == "Anna Smith"
    assert names["annie"].name == "Anna Jones"
    assert names["jürgen müller"] == names["jurgen muller"] == names["jurgen"]
    assert "dr seán o neil brown plumber x" in names
    assert not any(set("()<>[]{}|;,.-") & set(name) for name in names)


def test_two_annas_are_known_to_be_two(book: CardContacts) -> None:
    anna = said(book)["anna"]
    assert anna.name == "Anna"
    assert anna.namesakes == ("Anna Smith", "Anna Jones")
    assert anna.numbers == ()


def test_a_whole_name_beats_a_first_name() -> None:
    people = [Contact("Anna", (ContactNumber("", "1"),)), Contact("Anna Smith")]
    entries = {entry.text: entry.value for entry in contact_entries(people)}
    assert entries["anna"] == people[0]


def test_two_cards_of_one_person_are_one() -> None:
    people = [Contact("Bob Hall", nicknames=("Bob",))]
    assert [entry.text for entry in contact_entries(people)] == ["bob hall", "bob"]


def test_no_file_is_an_empty_book(tmp_path: Path) -> None:
    book = CardContacts(tmp_path / "none.vcf")
    assert (book.people(), book.entries()) == ((), ())


def test_a_change_is_noticed(book: CardContacts, tmp_path: Path) -> None:
    assert "bob" not in said(book)
    file = tmp_path / "contacts.vcf"
    file.write_text(CARDS + "BEGIN:VCARD\nVERSION:3.0\nFN:Bob\nEND:VCARD\n", "utf-8")
    assert "bob" in said(book)
    file.unlink()
    assert said(book) == {}


@pytest.mark.parametrize("content", [b"BEGIN:VCARD\nno colon here\nEND:VCARD\n", b"FN:\xff\xfe\n"])
def test_a_file_that_is_no_vcard_says_so(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(content)
    with pytest.raises(ServiceError, match=r"contacts\.vcf"):
        CardContacts(file).people()


def test_a_folder_in_its_place_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "contacts.vcf").mkdir()
    with pytest.raises(ServiceError, match=r"contacts\.vcf can't be read: is a directory; mend or"):
        CardContacts(tmp_path / "contacts.vcf").people()


def test_what_vobject_writes_is_read(tmp_path: Path) -> None:
    card = vobject.vCard()
    card.add("fn").value = "Zoë, the; second"
    number = card.add("tel")
    number.value, number.type_param = "+33 1 2345", "CELL"
    file = tmp_path / "contacts.vcf"
    file.write_text(card.serialize(), "utf-8")
    (person,) = CardContacts(file).people()
    assert person == Contact("Zoë, the; second", (ContactNumber("mobile", "+33 1 2345"),))


def test_ten_thousand_people(tmp_path: Path) -> None:
    card = "BEGIN:VCARD\r\nFN:Anna {0} Smith{0}\r\nTEL;TYPE=CELL:+44770{0:07d}\r\nEND:VCARD\r\n"
    file = tmp_path / "contacts.vcf"
    file.write_text("".join(card.format(number) for number in range(10_000)), "utf-8")
    book = CardContacts(file)
    assert len(book.people()) == 10_000
    assert len(book.entries()) == 10_001
    assert book.entries() is book.entries()


FAMILY = """BEGIN:VCARD
VERSION:4.0
FN:Me Myself
UID:urn:uuid:me
RELATED;TYPE=sibling:urn:uuid:anna
RELATED;TYPE=sibling;VALUE=text:Ben Smith
RELATED;TYPE=co-worker;VALUE=text:Nobody There
item1.X-ABRELATEDNAMES:Mary Smith
item1.X-ABLabel:_$!<Mother>!$_
X-EVOLUTION-SPOUSE:Sam Jones
X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Fred Smith;5;;;;;;;;;;;;;
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Anna Smith
UID:urn:uuid:anna
GENDER:F
RELATED;TYPE=spouse;VALUE=text:Ben Smith
END:VCARD
BEGIN:VCARD
FN:Ben Smith
GENDER:M
END:VCARD
BEGIN:VCARD
FN:Mary Smith
END:VCARD
BEGIN:VCARD
FN:Sam Jones
END:VCARD
BEGIN:VCARD
FN:Fred Smith
END:VCARD
BEGIN:VCARD
FN:Dr. Who
X-RELATION:doctor
END:VCARD
BEGIN:VCARD
FN:Uwe Oma
NICKNAME:my boss
END:VCARD
"""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("my sister", "Anna Smith"),
        ("my brother", "Ben Smith"),
        ("mum", "Mary Smith"),
        ("my mother", "Mary Smith"),
        ("my husband", "Sam Jones"),  # nobody said whether Sam is a wife
        ("my wife", "Sam Jones"),
        ("my dad", "Fred Smith"),
        ("my doctor", "Dr. Who"),
        ("my boss", "Uwe Oma"),
        ("mein bruder", "Ben Smith"),
        ("meine mama", "Mary Smith"),
    ],
)
def test_people_are_called_by_what_they_are_to_me(words: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_text(FAMILY)
    assert said(CardContacts(file, "me myself", ("en", "de")))[words].name == name


def test_what_others_are_to_others_is_their_business(tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_text(FAMILY)
    nobodys = said(CardContacts(file))
    assert not {"my sister", "my husband", "mum"} & nobodys.keys()
    assert nobodys["my doctor"].name == "Dr. Who"


def test_two_sisters_are_known_to_be_two(tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    card = "BEGIN:VCARD\nFN:{}\nNICKNAME:Sister\nEND:VCARD\n"
    file.write_text(card.format("Anna") + card.format("Bea"))
    assert said(CardContacts(file))["my sister"].namesakes == ("Anna", "Bea")


def test_the_numbers_that_could_be_meant() -> None:
    one, two = ContactNumber("work", "1"), ContactNumber("work", "2")
    best, home = ContactNumber("work", "3", preferred=True), ContactNumber("home", "4")
    assert Contact("Bo", (one, two, home)).fitting() == (one, two)
    assert Contact("Bo", (one, two, home)).fitting("home") == (home,)
    assert Contact("Bo", (best, one, two)).fitting("work") == (best,)
    assert Contact("Bo").fitting() == Contact("Bo", (one,)).fitting("fax") == ()


BY_EAR = """BEGIN:VCARD
FN:Seán Ó Neill
N:Ó Neill;Seán;;;
X-PHONETIC-FIRST-NAME:Shawn
END:VCARD
BEGIN:VCARD
FN:Siobhan Nguyen
X-PHONETIC-FIRST-NAME:shi-vawn
X-PHONETIC-LAST-NAME:win
END:VCARD
BEGIN:VCARD
FN:Siobhan Kelly
END:VCARD
BEGIN:VCARD
FN:Mary Smith
N:Smith;Mary;;;
X-PHONETIC-LAST-NAME:
END:VCARD
"""


def test_names_are_said_as_their_cards_spell_them_by_ear(tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_text(BY_EAR)
    names = said(CardContacts(file))
    assert names["(siobhan|shi vawn) (nguyen|win)"].name == "Siobhan Nguyen"
    assert {"(seán|shawn) ó neill", "(sean|shawn) o neill", "mary smith", "mary"} <= names.keys()


def test_everybody_of_a_name_is_called_as_one_card_spells_it(tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_text(BY_EAR)
    names = said(CardContacts(file))
    assert names["(siobhan|shi vawn) kelly"].name == "Siobhan Kelly"
    assert names["(siobhan|shi vawn)"].namesakes == ("Siobhan Nguyen", "Siobhan Kelly")
