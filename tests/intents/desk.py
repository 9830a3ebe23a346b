"""The built-in abilities on a table of their own: a fixed day, four people, two timers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from assistant.acting import services as ports
from assistant.acting.caldav import CalDavCalendar
from assistant.acting.calendar import FileCalendar
from assistant.acting.call_log import CallLog
from assistant.acting.clock import LocalClock
from assistant.acting.contacts import CardContacts
from assistant.acting.conversation import LocalConversation
from assistant.acting.dav_copy import Server
from assistant.acting.home.names import house_lists
from assistant.acting.household import Home, House, Media, Notes, Routines, Volume
from assistant.acting.instant import Instant
from assistant.acting.invitations import Invitations
from assistant.acting.journal import Journal
from assistant.acting.knowledge import LocalKnowledge, fact_files
from assistant.acting.lists import LivingLists, Upcoming, timer_entries
from assistant.acting.loader import load
from assistant.acting.notes import MarkdownNotes
from assistant.acting.phone import Line, LinePhone
from assistant.acting.public_holidays import PublicHolidays
from assistant.acting.rates import BankRates
from assistant.acting.references import Questions
from assistant.acting.routines import TomlRoutines
from assistant.acting.runner import Runner
from assistant.acting.services import SERVICES, Ability
from assistant.acting.stopwatch import LocalStopwatch
from assistant.acting.text_lists import TextLists
from assistant.acting.weather import OpenMeteo
from assistant.bundled import bundled
from assistant.records import Decision, Reply, Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.understander import CommandUnderstander
from tests.acting.scripted_line import ScriptedLine
from tests.intents.pretend_sound import PretendSound
from tests.intents.world import RATES, weather

NOW = datetime(2026, 3, 4, 10, 0)
"""A Wednesday."""

CONTACTS = """BEGIN:VCARD
FN:Anna Smith
TEL;TYPE=CELL:07700 900123
TEL;TYPE=WORK:020 7946 0123
EMAIL:anna@example.org
END:VCARD
BEGIN:VCARD
FN:Anna Jones
X-RELATION:sister
TEL;TYPE=HOME:020 7946 0999
END:VCARD
BEGIN:VCARD
FN:Bob Hall
NICKNAME:Bobby,brother
TEL;TYPE=HOME:020 7946 0555
TEL;TYPE=CELL:07700 900555
END:VCARD
BEGIN:VCARD
FN:Carl Nobody
END:VCARD
"""


@dataclass
class Wall:
    """A wall clock that moves only when told."""

    now_s: float = NOW.timestamp()
    set_by_s: float = 0.0
    """By how much somebody has set the clock since the machine was started."""
    boot: str = "first"

    def __call__(self) -> Instant:
        return Instant(self.now_s, self.now_s - self.set_by_s - NOW.timestamp(), self.boot)

    def set_clock(self, by_s: float) -> None:
        """Set the clock, while no time passes."""
        self.now_s += by_s
        self.set_by_s += by_s


@dataclass
class Desk:
    """All services, and the way through understanding and acting."""

    clock: LocalClock
    calendar: FileCalendar | CalDavCalendar
    phone: LinePhone
    line: ScriptedLine
    conversation: LocalConversation
    journal: Journal
    understander: CommandUnderstander
    runner: Runner
    wall: Wall
    lists: TextLists
    at_s: float = 0.0

    def announced(self) -> list[str]:
        """What is said by itself now; "*" where it rings first."""
        return ["*" * each.rings + each.text for each in self.clock.due()]

    def decide(self, text: str, after_s: float = 1.0) -> Decision:
        self.at_s += after_s
        return self.understander.understand(Transcript(text), None, self.clock.now(), self.at_s)

    def decide_alone(self, text: str) -> Decision:
        """The decision without a question before or after it."""
        decision = self.decide(text)
        if decision.kind in ("ask", "confirm"):
            self.decide("never mind")
        return decision

    def say(self, text: str) -> str:
        """What is answered to each command: the reply, or the question asked back; empty for a
        rejection."""
        answers = [self._answer(text, self.decide(text))]
        while decision := self.understander.following(self.clock.now(), self.at_s):
            answers.append(self._answer(text, decision))
        return " ".join(filter(None, answers))

    def _answer(self, text: str, decision: Decision) -> str:
        answer = self._carried_out(decision)
        self.journal.note(Transcript(text), decision)
        return answer

    def _carried_out(self, decision: Decision) -> str:
        if decision.kind == "execute" and decision.command:
            replies = list(self.runner.act(decision.command))
            for reply in replies:
                self.understander.take_up(reply.then, self.clock.now())
            return " ".join(filter(None, (reply.text for reply in replies)))
        if decision.kind == "reject":
            return decision.detail if decision.reason == "nothing_to_do" else ""
        return self.runner.question(decision)

    def act(self, text: str) -> Reply:
        """The reply to a command that is carried out at once."""
        decision = self.decide(text)
        assert decision.command is not None, decision
        assert decision.kind == "execute", decision
        (reply,) = self.runner.act(decision.command)
        return reply


def make_desk(
    folder: Path,
    questions: Questions | None = None,
    language: str = "en",
    home: Home | None = None,
    house: House | None = None,
    sound: PretendSound | None = None,
    settings: UnderstandingSettings | None = None,
    telephone: Line | None = None,
    server: Server | None = None,
) -> Desk:
    """A desk that keeps its things in `folder`; open questions go to `questions`, what is told to
    the house to `home`, if any, and calls go over the `telephone`, or are only written down. The
    calendar is on the `server`, if any.
    """
    (folder / "contacts.vcf").write_text(CONTACTS)
    (folder / "weather.json").write_bytes(weather(NOW.date()))
    loaded = load([bundled("intents")], installed=False)
    contacts = CardContacts(folder / "contacts.vcf", languages=(language,))
    knowledge = LocalKnowledge(fact_files(bundled("intents"), [language]))
    missing = {Questions: questions, Home: home, House: house, Media: sound, Volume: sound}
    offered = {*SERVICES} - {service for service, there in missing.items() if there is None}
    intents = loaded.served_by(offered).intents
    abilities = [
        Ability(each.name, examples[0])
        for each in intents
        if (examples := each.examples_in(language))
    ]
    journal = Journal(folder / "last-decision.json", UnderstandingSettings(), with_words=False)
    conversation = LocalConversation(abilities, journal.why)
    wall, text_lists = Wall(), TextLists(folder)
    clock = LocalClock(folder / "clock.db", wall)
    invitations = Invitations(folder / "invitations", "sam@example.org")
    calendar: FileCalendar | CalDavCalendar
    if server:
        copy = folder / "calendar.json"
        calendar = CalDavCalendar(server, copy, clock.now, lambda: wall.now_s, invitations)
    else:
        calendar = FileCalendar(folder / "calendar.ics", clock.now, invitations)
    line = ScriptedLine()
    phone = LinePhone(
        telephone or line, CallLog(folder / "calls.db"), contacts, "GB", now=clock.now
    )
    routines = TomlRoutines(folder / "routines.toml")
    handed: dict[type, object] = {
        ports.Clock: clock,
        ports.Stopwatch: LocalStopwatch(folder / "clock.db", wall),
        ports.Contacts: contacts,
        ports.Phone: phone,
        ports.Calendar: calendar,
        ports.Lists: text_lists,
        ports.Knowledge: knowledge,
        ports.Conversation: conversation,
        ports.Questions: questions,
        Home: home,
        House: house,
        Media: sound,
        Volume: sound,
        Notes: MarkdownNotes(folder / "notes", clock.now),
        Routines: routines,
        ports.Rates: BankRates(lambda: RATES),
        ports.Weather: OpenMeteo(str(folder / "weather.json"), folder, None),
        ports.Holidays: PublicHolidays("GB"),
    }
    lists = LivingLists(
        {
            "appointments": Upcoming(calendar, clock.now).entries,
            "contacts": contacts.entries,
            "timers": lambda: timer_entries(clock, (language,)),
            "facts": knowledge.entries,
            "routines": routines.entries,
            **house_lists(home, (language,)),
        }
    )
    runner = Runner(intents, handed, conversation, now=clock.now, language=language)
    specs = [each.spec_in(language) for each in intents]
    understander = CommandUnderstander(
        specs,
        lists,
        settings or UnderstandingSettings(language=language),
        always_confirms=runner.always_confirms,
        idle=runner.idle,
        unlisted=lists.unlisted,
    )
    routines.read_with(lambda text: understander.parts(text, clock.now()))
    return Desk(
        clock, calendar, phone, line, conversation, journal, understander, runner, wall, text_lists
    )


def furnished(desk: Desk) -> Desk:
    """With two timers and two appointments."""
    desk.clock.after(timedelta(minutes=9), "Pasta!", "pasta")
    desk.clock.after(timedelta(minutes=20), "Twenty!")
    desk.calendar.add("dentist", datetime(2026, 3, 6, 10), timedelta(hours=1))
    desk.calendar.add("meeting with Ben", datetime(2026, 3, 5, 15), timedelta(hours=1))
    return desk
