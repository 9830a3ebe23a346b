"""Calls are read back, with the name and the number, before anybody's phone rings."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.desktop_line import DesktopLine
from assistant.acting.numbers import checked
from assistant.acting.phone import LineEvent
from assistant.settings import UnderstandingSettings
from tests.intents.desk import Desk, make_desk


def test_a_call_is_read_back_and_then_made(desk: Desk) -> None:
    question = desk.say("call anna jones")
    assert question == "Call Anna Jones on the home number, 0 2 0, 7 9 4 6, 0 9 9 9?"
    assert desk.line.called == []
    assert desk.say("yes") == "Calling Anna Jones."
    assert desk.line.called == ["+442079460999"]


def test_no_means_nobody_is_called(desk: Desk) -> None:
    desk.say("call anna jones")
    assert desk.say("no") == ""
    assert desk.line.called == []


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("call bob", "on the mobile number, 0 7 7"),
        ("call bob at home", "on the home number, 0 2 0"),
        ("phone bobby on his mobile phone", "on the mobile number, 0 7 7"),
    ],
)
def test_of_several_numbers_the_one_asked_for_or_the_mobile(
    desk: Desk, said: str, number: str
) -> None:
    assert f"Call Bob Hall {number}" in desk.say(said)


def test_two_annas(desk: Desk) -> None:
    assert desk.say("call anna") == "Which Anna: Anna Smith or Anna Jones?"
    assert desk.say("anna smith").startswith("Call Anna Smith on the mobile number")
    assert desk.say("yes") == "Calling Anna Smith."
    assert desk.line.called == ["07700900123"]


def test_yes_to_two_annas_calls_neither(desk: Desk) -> None:
    desk.say("call anna")
    assert desk.say("yes") == "I know Anna Smith and Anna Jones. Say the full name."
    assert desk.line.called == []


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("call carl", "I have no phone number for Carl Nobody."),
        ("call anna jones at work", "I have no work number for Anna Jones."),
    ],
)
def test_somebody_without_such_a_number(desk: Desk, said: str, text: str) -> None:
    assert desk.say(said) == f"{text} Leave it?"
    assert desk.say("yes") == text
    assert desk.line.called == []


def test_whom_is_asked_for(desk: Desk) -> None:
    assert desk.say("call somebody") == "Whom shall I call?"
    assert desk.say("bob").startswith("Call Bob Hall")


def test_a_number_is_read_back_too(desk: Desk) -> None:
    said = desk.say("call oh two oh seven nine four six oh nine five eight")
    assert said == "Call 0 2 0, 7 9 4 6, 0 9 5 8?"
    assert desk.say("yes") == "Calling 0 2 0, 7 9 4 6, 0 9 5 8."
    assert desk.line.called == ["+442079460958"]


def test_a_correction_changes_whom(desk: Desk) -> None:
    desk.say("call anna smith")
    assert desk.say("no bob").startswith("Call Bob Hall")
    assert desk.say("yes") == "Calling Bob Hall."
    assert desk.line.called == ["07700900555"]


@pytest.mark.parametrize(
    "answer", ["jones", "anna jones", "no, jones", "i mean jones", "the second", "the second one"]
)
def test_of_two_annas_one_is_chosen(desk: Desk, answer: str) -> None:
    assert desk.say("call anna") == "Which Anna: Anna Smith or Anna Jones?"
    assert desk.say(answer).startswith("Call Anna Jones on the home number")
    assert desk.say("yes") == "Calling Anna Jones."
    assert desk.line.called == ["+442079460999"]


def test_there_is_no_third_anna(desk: Desk) -> None:
    desk.say("call anna")
    assert desk.say("the third one") == "Which Anna: Anna Smith or Anna Jones?"


@pytest.mark.parametrize(
    "answer", ["no, at home", "no, on his home phone", "his home number", "no i meant at home"]
)
def test_a_correction_changes_the_number(desk: Desk, answer: str) -> None:
    assert desk.say("call bob").startswith("Call Bob Hall on the mobile number")
    assert desk.say(answer).startswith("Call Bob Hall on the home number")


TWO_NUMBERS = """BEGIN:VCARD
FN:Dora Lane
TEL;TYPE=WORK:020 7946 0111
TEL;TYPE=WORK:020 7946 0222
END:VCARD
BEGIN:VCARD
FN:Hot Line
TEL:0909 879 0123
END:VCARD
"""


@pytest.fixture
def more(desk: Desk, tmp_path: Path) -> Desk:
    """A desk that knows more people."""
    with (tmp_path / "contacts.vcf").open("a") as file:
        file.write(TWO_NUMBERS)
    return desk


def test_of_two_numbers_alike_one_is_chosen(more: Desk) -> None:
    choice = "the first, ending in 1 1 1, or the second, ending in 2 2 2"
    assert more.say("call dora lane at work") == f"Which number of Dora Lane: {choice}?"
    assert more.say("the second one") == (
        "Call Dora Lane on the work number, 0 2 0, 7 9 4 6, 0 2 2 2?"
    )
    assert more.say("no the first").endswith("0 1 1 1?")
    assert more.say("yes") == "Calling Dora Lane."
    assert more.line.called == ["+442079460111"]


def test_yes_to_two_numbers_calls_neither(more: Desk) -> None:
    more.say("call dora lane")
    assert more.say("yes").startswith("Say which: the first, ending in 1 1 1")
    assert more.line.called == []


def test_my_sister(desk: Desk) -> None:
    assert desk.say("call my sister").startswith("Call Anna Jones on the home number")


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("call nine nine nine", "That is an emergency number. Call 9 9 9?"),
        ("call hot line", "That number costs extra. Call Hot Line, 0 9 0, 9 8 7 9, 0 1 2 3?"),
        (
            "dial the number oh nine oh nine eight seven nine oh one two three",
            "That number costs extra. Call 0 9 0, 9 8 7 9, 0 1 2 3?",
        ),
    ],
)
def test_numbers_that_nobody_dials_by_guess_are_read_back_whatever_the_settings(
    said: str, question: str, tmp_path: Path
) -> None:
    settings = UnderstandingSettings(always_confirm_high_risk=False)
    desk = make_desk(tmp_path, settings=settings)
    with (tmp_path / "contacts.vcf").open("a") as file:
        file.write(TWO_NUMBERS)
    assert desk.say("call bob") == "Calling Bob Hall."
    assert desk.say(said) == question
    assert len(desk.line.called) == 1
    assert desk.say("yes").startswith("Calling")
    assert len(desk.line.called) == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ruf die 112 an"),
        ("de", "wähle die hundertzwölf"),
        ("es", "llama al 112"),
        ("es", "marca el ciento doce"),
        ("fr", "appelle le 112"),
        ("fr", "compose le cent douze"),
        ("it", "chiama il 112"),
        ("it", "componi il centododici"),
    ],
)
def test_the_emergency_number_is_said_as_one_number(
    tmp_path: Path, language: str, said: str
) -> None:
    desk = make_desk(tmp_path, language=language)
    assert "1 1 2" in desk.say(said)


SHORT = {
    "appelle le quinze": "15",
    "appelle le dix-sept": "17",
    "appelle vite le 15": "15",
    "compose le 18 s'il te plaît": "18",
    "peux-tu appeler le dix-huit": "18",
    "il faut appeler le 17": "17",
}
NO_SHORT = (
    "appelle le seize",
    "appelle le dix-neuf",
    "appelle le quinte",
    "appelle le dix set",
    "appelle les quinze invités",
    "appelle le quinze ou le seize",
    "n'appelle pas le quinze",
    "rappelle-moi le quinze",
    "rappelle le dix-huit",
    "j'appelle le quinze août",
    "ça s'appelle quinze",
    "épelle quinze",
)


def test_emergency_numbers_of_two_digits_are_read_back_whatever_the_settings(
    tmp_path: Path,
) -> None:
    settings = UnderstandingSettings(always_confirm_high_risk=False, language="fr")
    desk = make_desk(tmp_path, language="fr", settings=settings)
    for said, number in SHORT.items():
        asked = desk.say(said)
        assert number in asked, said
        assert asked.endswith(" ?"), said
        assert desk.line.called == []
        assert checked(number, "FR").kind == "emergency"
        desk.say("non")


def test_nothing_else_is_taken_for_an_emergency_number_of_two_digits(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, language="fr")
    for said in NO_SHORT:
        command = desk.decide_alone(said).command
        assert command is None or command.intent != "dial.call_number", said


CODES = {
    "en": (
        ("dial *100#", "call star one hundred hash", "call *100# please"),
        "That is a code for the network. Dial star, 1 0 0, hash?",
        "Calling star, 1 0 0, hash.",
    ),
    "de": (
        ("wähle *100#", "wähle stern einhundert raute"),
        "Das ist ein Code für das Netz. Stern, 1 0 0, Raute wählen?",
        "Ich rufe Stern, 1 0 0, Raute an.",
    ),
    "es": (
        ("marca *100#", "marca asterisco cien almohadilla"),
        "Es un código para la red. ¿Marco asterisco, 1 0 0, almohadilla?",
        "Llamando a asterisco, 1 0 0, almohadilla.",
    ),
    "fr": (
        ("compose *100#", "compose étoile cent dièse"),
        "C'est un code pour le réseau. Composer étoile, 1 0 0, dièse ?",
        "J'appelle étoile, 1 0 0, dièse.",
    ),
    "it": (
        ("componi *100#", "componi asterisco cento cancelletto"),
        "È un codice per la rete. Compongo asterisco, 1 0 0, cancelletto?",
        "Chiamo asterisco, 1 0 0, cancelletto.",
    ),
}


@pytest.mark.parametrize("language", CODES)
def test_a_code_is_read_back_with_its_signs_whatever_the_settings(
    tmp_path: Path, language: str
) -> None:
    settings = UnderstandingSettings(language=language, always_confirm_high_risk=False)
    desk = make_desk(tmp_path, language=language, settings=settings)
    wordings, question, answer = CODES[language]
    for said in wordings:
        assert desk.say(said) == question
    assert desk.line.called == []
    assert (
        desk.say({"de": "ja", "es": "sí", "fr": "oui", "it": "sì"}.get(language, "yes")) == answer
    )
    assert desk.line.called == ["*100#"]


IMPOSSIBLE = {
    "en": ("call hot line", "There can be no such number. Call Hot Line, 6 1 0?"),
    "de": ("ruf hot line an", "So eine Nummer kann es nicht geben. Hot Line anrufen, 6 1 0?"),
    "es": ("llama a hot line", "Ese número no puede existir. ¿Llamo a Hot Line, 6 1 0?"),
    "fr": ("appelle hot line", "Ce numéro ne peut pas exister. Appeler Hot Line, 6 1 0 ?"),
    "it": ("chiama hot line", "Quel numero non può esistere. Chiamo Hot Line, 6 1 0?"),
}


@pytest.mark.parametrize("language", IMPOSSIBLE)
def test_somebody_with_an_impossible_number_is_not_called_unasked(
    tmp_path: Path, language: str
) -> None:
    settings = UnderstandingSettings(language=language, always_confirm_high_risk=False)
    desk = make_desk(tmp_path, language=language, settings=settings)
    said, question = IMPOSSIBLE[language]
    with (tmp_path / "contacts.vcf").open("a") as file:
        file.write("BEGIN:VCARD\nFN:Hot Line\nTEL:610\nEND:VCARD\n")
    assert desk.say(said) == question
    assert desk.line.called == []


def test_a_number_that_fits_no_country_is_doubted(desk: Desk) -> None:
    said = desk.say("call one two three four five six seven eight nine")
    assert said == "I know no such number: 1 2 3, 4 5 6, 7 8 9. Call it?"


def test_redial(desk: Desk) -> None:
    decision = desk.decide("redial")
    assert (decision.kind, decision.reason) == ("reject", "nothing_to_do")
    assert decision.detail == "I have called nobody yet."
    desk.say("call anna jones")
    desk.say("yes")
    assert desk.say("call her again") == "Call Anna Jones again, 0 2 0, 7 9 4 6, 0 9 9 9?"
    assert desk.say("yes") == "Calling Anna Jones."
    assert desk.line.called == ["+442079460999"] * 2
    desk.say("call one one two")
    desk.say("yes")
    assert desk.say("redial") == "That is an emergency number. Call 1 1 2?"
    assert desk.say("no") == ""


def test_call_back(desk: Desk) -> None:
    assert desk.say("call back") == "I know of no call that came."
    desk.line.happens.append(LineEvent("incoming", "+442079460555"))
    desk.phone.due()
    assert desk.say("call them back") == "Call Bob Hall back, 0 2 0, 7 9 4 6, 0 5 5 5?"
    assert desk.say("yes") == "Calling Bob Hall."
    assert desk.line.called == ["+442079460555"]


def test_hang_up(desk: Desk) -> None:
    assert desk.say("hang up") == "There is no call to end."
    desk.say("call bob")
    desk.say("yes")
    assert desk.say("end the call") == "I hung up."
    assert desk.say("hang up") == "There is no call to end."


def test_a_call_that_comes(desk: Desk) -> None:
    assert desk.say("answer the phone") == "Nobody is calling."
    assert desk.say("decline the call") == "Nobody is calling."
    desk.line.waiting = True
    assert desk.say("pick up the phone") == "Answered."
    assert desk.say("hang up") == "I hung up."
    desk.line.waiting = True
    assert desk.say("don't answer it") == "Declined."
    assert desk.say("pick up") == "Nobody is calling."


def test_on_a_desktop_nobody_can_tell_who_calls(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, telephone=DesktopLine({}, "linux"))
    assert desk.say("answer the phone") == "Calls come in another program; answer there."


def test_too_many_calls(desk: Desk) -> None:
    for _ in range(5):
        desk.say("call bob")
        assert desk.say("yes") == "Calling Bob Hall."
    desk.say("call bob")
    assert desk.say("yes").startswith("That would be more than 5 calls in ten minutes")
    assert len(desk.line.called) == 5


def test_help_is_called_when_somebody_said_yes(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, settings=UnderstandingSettings(always_confirm_high_risk=False))
    assert desk.say("call an ambulance") == "Call 1 1 2, the emergency number?"
    assert desk.say("no") == ""
    assert desk.line.called == []
    desk.say("call the police")
    assert desk.say("yes") == "Calling 1 1 2."
    assert desk.line.called == ["112"]
