"""Sentences and grammars that such programs are known to get wrong, each by its name."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.errors import TemplateError
from assistant.records import IntentSpec, ListEntry, SlotSpec, Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.understander import CommandUnderstander
from tests.intents.desk import Desk, furnished, make_desk
from tests.intents.pretend_sound import PretendSound
from tests.understanding.household import (
    ALL,
    CALL,
    CANCEL,
    NOW,
    TIMER,
    Conversation,
    Lists,
    conversation,
    people,
    templates,
    values,
)

BERLIN = ZoneInfo("Europe/Berlin")
MEET = IntentSpec("plan.meet", templates("meet me {when}"), (SlotSpec("when", "datetime"),))
DIAL = IntentSpec(
    "dial.number", templates("call {number}"), (SlotSpec("number", "phone"),), risk="high"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The built-in abilities, with a pasta timer and one of twenty minutes."""
    return furnished(make_desk(tmp_path))


def meeting(text: str, now: datetime) -> datetime:
    room = CommandUnderstander([MEET], Lists(), UnderstandingSettings())
    decision = room.understand(Transcript(text), None, now, 0.0)
    when = values(decision)["when"]
    assert isinstance(when, datetime)
    return when


def test_half_an_hour() -> None:
    decision = conversation().say("set a timer for half an hour")
    assert values(decision) == {"length": timedelta(minutes=30)}


def test_the_timer_is_no_length_and_no_name(desk: Desk) -> None:
    decision = desk.decide_alone("cancel the timer")
    assert decision.command
    assert decision.command.intent == "timer.cancel_timer"
    assert decision.command.slots == ()


@pytest.mark.parametrize(
    ("language", "things"),
    [
        ("en", ("the timer", "the pasta timer", "the alarm", "the timers")),
        ("de", ("der Timer", "Timer pasta", "der Wecker", "die Timer")),
        ("es", ("el temporizador", "la alarma", "los temporizadores", "la música")),
        ("fr", ("le minuteur", "le réveil", "les minuteurs", "la musique")),
        ("it", ("il timer", "la sveglia", "i timer", "la musica")),
    ],
)
def test_a_thing_alone_is_not_taken_away(
    tmp_path: Path, language: str, things: tuple[str, ...]
) -> None:
    """Who only names it hasn't said that it is to stop."""
    desk = furnished(make_desk(tmp_path, language=language, sound=PretendSound()))
    for thing in things:
        decision = desk.decide_alone(thing)
        taken = decision.command and decision.command.intent.endswith(
            ("cancel_timer", "cancel_all_timers", "cancel_alarms", "pause")
        )
        assert not taken or decision.kind == "confirm", thing


@pytest.mark.parametrize("said", ["the timer", "my timer", "timer"])
def test_the_timer_alone_is_no_command(said: str) -> None:
    assert conversation().say(said).kind == "reject"


def test_call_two_two_two() -> None:
    decision = conversation([CALL, DIAL]).say("call two two two")
    assert (decision.kind, values(decision)) == ("confirm", {"number": "222"})


def test_set_a_timer_for_two_to_three_minutes() -> None:
    decision = conversation().say("set a timer for two to three minutes")
    assert (decision.kind, decision.reason) == ("reject", "unknown_value")
    assert "more than one length" in decision.detail


def test_remind_me_to_call_mum_at_eight_to_book_a_table_for_four() -> None:
    said = "remind me to call mum at eight to book a table for four"
    assert values(conversation().say(said)) == {
        "task": "call mum at eight to book a table for four"
    }
    assert values(conversation().say("remind me to call mum at eight"))["task"] == "call mum"


@pytest.mark.parametrize(
    ("language", "said", "task"),
    [
        ("de", "erinnere mich daran Mama um acht anzurufen um einen Tisch für vier zu bestellen",
         "Mama um acht anzurufen um einen Tisch für vier zu bestellen"),
        ("es", "recuérdame llamar a mamá a las ocho para reservar una mesa para cuatro",
         "llamar a mamá a las ocho para reservar una mesa para cuatro"),
        ("fr", "rappelle-moi d'appeler maman à huit heures pour réserver une table pour quatre",
         "appeler maman à huit heures pour réserver une table pour quatre"),
        ("it", "ricordami di chiamare mamma alle otto per prenotare un tavolo per quattro",
         "chiamare mamma alle otto per prenotare un tavolo per quattro"),
    ],
)  # fmt: skip
def test_nor_is_a_table_for_four_at_four_elsewhere(
    tmp_path: Path, language: str, said: str, task: str
) -> None:
    decision = make_desk(tmp_path, language=language).decide_alone(said)
    assert (decision.kind, values(decision)) == ("ask", {"task": task})


@pytest.mark.parametrize(
    ("language", "said", "when"),
    [
        ("es", "recuérdame comprar pan para las cuatro", time(16)),
        ("es", "recuérdame comprar pan para mediodía", time(12)),
        ("it", "ricordami di comprare il pane per le quattro", time(16)),
        ("it", "ricordami di comprare il pane per mezzogiorno", time(12)),
    ],
)
def test_but_an_hour_has_its_article(tmp_path: Path, language: str, said: str, when: time) -> None:
    found = values(make_desk(tmp_path, language=language).decide_alone(said))["when"]
    assert isinstance(found, datetime)
    assert found.time() == when


def test_a_task_that_breaks_off_is_none(desk: Desk) -> None:
    table = desk.decide_alone("remind me to call mum at eight to book a table for four")
    assert (table.kind, values(table)) == (
        "ask",
        {"task": "call mum at eight to book a table for four"},
    )
    assert values(desk.decide_alone("remind me to log in at four"))["task"] == "log in"


@pytest.mark.parametrize("name", ["April", "Will"])
def test_contacts_that_are_also_words(name: str) -> None:
    decision = conversation().say(f"call {name.lower()}")
    assert (decision.kind, values(decision)) == ("confirm", {"who": name})


def test_two_annas_are_asked_about(desk: Desk) -> None:
    assert desk.say("call anna") == "Which Anna: Anna Smith or Anna Jones?"
    two = Lists({"contacts": [ListEntry("anna", "Anna Smith"), ListEntry("anna", "Anna Jones")]})
    assert conversation([CALL], two).say("call anna").reason == "unclear"


@pytest.mark.parametrize("said", ["don't call anna", "do not call anna", "never call anna"])
def test_do_not_call_anna(said: str) -> None:
    assert conversation(always_confirm_high_risk=False).say(said).kind == "reject"


KEPT = {
    "en": ("don't cancel the timer", "never cancel the alarm", "please don't delete my note"),
    "de": ("lösch den Timer nicht", "brich den Wecker nicht ab"),
    "es": ("no canceles el temporizador", "no pares la música"),
    "fr": ("n'annule pas le minuteur", "n'arrête pas la musique"),
    "it": ("non annullare il timer", "non fermare la musica"),
}


@pytest.mark.parametrize("language", KEPT)
def test_do_not_cancel_the_timer(tmp_path: Path, language: str) -> None:
    """Though "I don't need the timer" cancels it."""
    desk = furnished(make_desk(tmp_path, language=language, sound=PretendSound()))
    assert {desk.decide_alone(said).kind for said in KEPT[language]} == {"reject"}


def test_hang_on_is_not_hang_up() -> None:
    hang_up = IntentSpec("dial.hang_up", templates("hang up [the phone]"), risk="medium")
    assert conversation([*ALL, hang_up]).say("hang on").kind == "reject"


@pytest.mark.parametrize("said", ["call anna no hannah", "call anna… no, Hannah"])
def test_call_anna_no_hannah(said: str) -> None:
    assert values(conversation().say(said)) == {"who": "Hannah"}


CORRECTED = {
    "en": ("call Bob Hall actually Anna Smith", "call Bob Hall, no, actually call Anna Smith"),
    "de": ("ruf Bob Hall an, ach nein, Anna Smith", "ruf Bob Hall an, lieber Anna Smith",
           "ruf Bob Hall an, quatsch, Anna Smith"),
    "es": ("llama a Bob Hall… no, a Anna Smith", "llama a Bob Hall, mejor a Anna Smith"),
    "fr": ("appelle Bob Hall… non, Anna Smith", "appelle Bob Hall, enfin non, Anna Smith",
           "appelle Bob Hall, plutôt Anna Smith"),
    "it": ("chiama Bob Hall… no, Anna Smith", "chiama Bob Hall, no anzi Anna Smith",
           "chiama Bob Hall, meglio Anna Smith"),
}  # fmt: skip


@pytest.mark.parametrize("language", CORRECTED)
def test_call_anna_no_hannah_in_other_words(tmp_path: Path, language: str) -> None:
    desk = make_desk(tmp_path, language=language)
    for said in CORRECTED[language]:
        decision = desk.decide_alone(said)
        assert decision.command, said
        assert (decision.kind, decision.command.slots[0].text) == ("confirm", "Anna Smith"), said


@pytest.mark.parametrize(
    ("language", "said", "task", "when"),
    [
        ("en", "remind me to call mum at eight no at nine", "call mum", time(21)),
        ("de", "erinnere mich an die Wäsche um acht nein um neun", "die Wäsche", time(21)),
        ("es", "recuérdame llamar a mamá a las ocho no a las nueve", "llamar a mamá", time(21)),
        ("fr", "rappelle-moi d'appeler maman à huit heures non à neuf heures", "appeler maman",
         time(21)),
        ("it", "ricordami di chiamare mamma alle otto no alle nove", "chiamare mamma", time(21)),
        ("en", "remind me to say no at nine", "say no", time(21)),
        ("en", "remind me tomorrow to say no at nine", "say no at nine", time(9)),
        ("en", "remind me to say sorry to anna at eight", "say sorry to anna", time(20)),
    ],
)  # fmt: skip
def test_what_is_put_right_in_any_words_is_what_stands_before(
    tmp_path: Path, language: str, said: str, task: str, when: time
) -> None:
    found = values(make_desk(tmp_path, language=language).decide_alone(said))
    assert isinstance(found["when"], datetime)
    assert (found["task"], found["when"].time()) == (task, when)


def test_fifteen_and_fifty() -> None:
    minutes = [
        values(conversation().say(f"set a timer for {said} minutes"))["length"]
        for said in ("fifteen", "fifty")
    ]
    assert minutes == [timedelta(minutes=15), timedelta(minutes=50)]


@pytest.mark.parametrize(
    "said",
    [
        "set a timer for a thousand years",
        "set a timer for ten months",
        "wake me at 25 o'clock",
        "wake me at 7:75",
        "set an alarm for 13 pm",
        "set my alarm for minus seven",
        "set a timer for minus five minutes",
        "set a timer for minus five minutes and thirty seconds now",
        "set a timer for a hundred yers",
        "set a timer for two eggs",
    ],
)
def test_a_value_that_is_none_is_not_taken_for_another(desk: Desk, said: str) -> None:
    decision = desk.decide_alone(said)
    assert decision.kind == "reject" or decision.missing == "length"


@pytest.mark.parametrize("said", ["set a timer for fifteen", "set a timer for 15"])
def test_a_number_is_no_name(desk: Desk, said: str) -> None:
    decision = desk.decide(said)
    assert (decision.missing, values(decision)) == ("length", {})
    assert values(desk.decide("no fifty minutes")) == {"length": timedelta(minutes=50)}


def test_fifteen_no_fifty_minutes(desk: Desk) -> None:
    decision = desk.decide_alone("set a timer for fifteen no fifty minutes")
    assert values(decision) == {"length": timedelta(minutes=50)}


def test_a_value_that_is_none_is_no_name(desk: Desk) -> None:
    decision = desk.decide_alone("set a timer for a hundred years")
    assert (decision.missing, values(decision)) == ("length", {})
    assert values(desk.decide_alone("set a timer for two eggs")) == {"name": "two eggs"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "remind me of what day it is"),
        ("fr", "rappelle-moi quel jour on est"),
        ("it", "dimmi che ora hanno a londra"),
    ],
)
def test_a_question_is_nothing_to_be_reminded_of(tmp_path: Path, language: str, said: str) -> None:
    command = make_desk(tmp_path, language=language).decide_alone(said).command
    assert command is None or command.intent in ("question.what_date", "question.time_in")


@pytest.mark.parametrize("said", ["Timer auf tausend Monate", "weck mich um 25 Uhr"])
def test_nor_is_it_in_another_language(tmp_path: Path, said: str) -> None:
    assert make_desk(tmp_path, language="de").decide_alone(said).kind == "reject"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("set a timer for tweny minutes", timedelta(minutes=20)),
        ("set a timer for ten minuts", timedelta(minutes=10)),
        ("set a timer for a houndred mintues", timedelta(minutes=100)),
        ("set a timer for fiften secnds", timedelta(seconds=15)),
    ],
)
def test_slips_of_the_fingers_are_still_values(desk: Desk, said: str, meant: timedelta) -> None:
    decision = desk.decide_alone(said)
    assert (decision.kind, values(decision)) == ("execute", {"length": meant})


def test_slips_in_another_language_are_too(tmp_path: Path) -> None:
    decision = make_desk(tmp_path, language="de").decide_alone(
        "stelle einen Timer auf zwnzig Minutn"
    )
    assert (decision.kind, values(decision)) == ("execute", {"length": timedelta(minutes=20)})


@pytest.mark.parametrize(
    ("hour", "day", "meant"), [(19, 23, time(19, 30)), (20, 24, time(7, 30)), (6, 23, time(7, 30))]
)
def test_seven_thirty_without_am_or_pm(hour: int, day: int, meant: time) -> None:
    now = datetime(2026, 11, 23, hour, 15)
    assert meeting("meet me at seven thirty", now) == datetime.combine(now.replace(day=day), meant)


def test_the_31st_of_february_is_refused_with_the_reason() -> None:
    decision = conversation([MEET]).say("meet me on the 31st of february")
    assert (decision.kind, decision.reason) == ("reject", "unknown_value")
    assert "31" in decision.detail


@pytest.mark.parametrize("day", ["the 31st of february", "the thirty first of february"])
def test_nor_is_the_31st_taken_for_one_of_another_month(desk: Desk, day: str) -> None:
    decision = desk.decide_alone(f"remind me on {day} to pay")
    assert (decision.kind, decision.detail) == ("reject", "February has no day 31.")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "remind me to pay the rent on february 30th"),
        ("de", "erinnere mich daran zu zahlen am 31. Februar"),
        ("es", "recuérdame el 31 de febrero pagar"),
        ("fr", "rappelle-moi de payer le 31 février"),
        ("it", "ricordami di pagare il 31 febbraio"),
    ],
)
def test_nor_is_it_a_part_of_what_is_to_be_done(tmp_path: Path, language: str, said: str) -> None:
    assert make_desk(tmp_path, language=language).decide_alone(said).reason == "unknown_value"


def test_midnight_is_the_next_one() -> None:
    assert meeting("meet me at midnight", NOW) == datetime(2026, 11, 24)


def test_a_time_zone_is_kept_and_summer_time_skips_no_meeting() -> None:
    eve = datetime(2026, 3, 28, 20, 0, tzinfo=BERLIN)
    assert meeting("meet me tomorrow at eight", eve) == datetime(2026, 3, 29, 8, 0, tzinfo=BERLIN)
    skipped = meeting("meet me tomorrow at half past two in the morning", eve)
    assert skipped.tzinfo == BERLIN
    assert skipped.astimezone(ZoneInfo("UTC")).hour == 1  # 02:30 isn't there; 03:30 summer time is


def test_an_empty_grammar_understands_nothing() -> None:
    assert conversation([]).say("call anna").reason == "not_a_command"
    assert conversation([], Lists()).say("set a timer").kind == "reject"


def test_a_list_with_10000_entries_finds_its_entry_also_misspelt() -> None:
    syllables = [a + b for a in "bdfgklmnpr" for b in "aeiou"]
    names = [f"{a}{b} {c}son" for a in syllables for b in syllables[:20] for c in syllables[:10]]
    assert len(names) == 10_000
    talk = conversation([CALL, TIMER], people(*names))
    assert values(talk.say(f"call {names[4321]}")) == {"who": names[4321].title()}
    assert talk.say("set a tymer for ten minits").kind == "execute"


def test_a_list_entry_that_is_also_a_word_of_a_template() -> None:
    talk = conversation([CALL, CANCEL], people("timer", "call", "the"))
    assert values(talk.say("call timer")) == {"who": "Timer"}
    talk.say("no")
    assert values(talk.say("call call")) == {"who": "Call"}
    talk.say("no")
    assert talk.say("cancel the timer").kind == "execute"


TOWER = {f"r{n}": f"<r{n + 1}> " * 3 for n in range(20)} | {"r20": "a|b"}
"""Rules that make 2^(3^20) sentences."""
HOSTILE: dict[str, tuple[str, dict[str, str], str]] = {
    "deep nesting": ("(" * 300 + "a" + ")" * 300, {}, "nested"),
    "10^9 expansions": ("<r0>", TOWER, "too large"),
    "10^9 words from touching parts": ("(a|b|c)" * 19, {}, "touch"),
    "a rule that uses itself": ("<r>", {"r": "[a] <r>"}, "uses itself"),
    "rules that use one another": ("<a>", {"a": "x <b>", "b": "y <a>"}, "uses itself"),
    "more items in any order than anybody says": ("(a;b;c;d;e;f;g;h;i;j)", {}, "any order"),
    "a very long template": ("word " * 5000, {}, "longer"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_templates_are_refused_with_a_clear_limit(name: str) -> None:
    text, rules, says = HOSTILE[name]
    spec = IntentSpec("evil.template", templates(text, file="evil.py"), rules=rules)
    with pytest.raises(TemplateError, match=says) as caught:
        conversation([*ALL, spec])
    assert caught.value.file.startswith("evil.py")


def test_10_to_the_9_sentences_from_plain_choices_are_understood() -> None:
    choices = IntentSpec("many.ways", templates("(a|b) " * 30 + "done"))
    talk = Conversation(CommandUnderstander([choices], Lists(), UnderstandingSettings()))
    assert talk.say("a b " * 15 + "done").kind == "execute"


def test_a_huge_list_entry_is_refused() -> None:
    lists = Lists({"contacts": [ListEntry("(a|b)(c|d)(e|f)" * 9, 1)]})
    with pytest.raises(TemplateError, match="touch"):
        conversation([CALL], lists)
