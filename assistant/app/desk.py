"""The services that handlers are handed, each with the adapter that the settings ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.app.personal import open_calendar, open_contacts, open_lists
from assistant.app.world import world
from assistant.bundled import bundled
from assistant.settings import (
    AnswerSettings,
    HomeSettings,
    PhoneSettings,
    Settings,
)

if TYPE_CHECKING:
    from assistant.acting.conversation import LocalConversation
    from assistant.acting.home.home_assistant import HomeAssistant
    from assistant.acting.home.mqtt import MqttHome
    from assistant.acting.journal import Journal
    from assistant.acting.knowledge import LocalKnowledge
    from assistant.acting.lists import LivingLists
    from assistant.acting.loader import Abilities as LoadedAbilities
    from assistant.acting.phone import Line, LinePhone
    from assistant.acting.references import Questions
    from assistant.acting.routines import TomlRoutines
    from assistant.acting.services import Ability
    from assistant.acting.telephone import Contacts
    from assistant.ports import Announcements
    from assistant.records import Language


@dataclass(frozen=True, slots=True)
class Desk:
    """The services that handlers are handed, and the lists that come of them."""

    services: Mapping[type, object]
    lists: LivingLists
    announcements: Announcements
    conversation: LocalConversation
    knowledge: LocalKnowledge
    journal: Journal
    routines: TomlRoutines

    @property
    def problems(self) -> tuple[str, ...]:
        """Files of lists that could not be read, each in a sentence."""
        return (*self.lists.problems, *self.knowledge.problems)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a person's things are kept."""

    data: Path
    """The folder of most of them."""
    journal: Path
    notes: Path
    routines: Path

    @classmethod
    def of(cls, settings: Settings, pretend: Path | None) -> _Places:
        """With `pretend`, all of them in that folder."""
        if pretend:
            journal, routines = pretend / "last-decision.json", pretend / "routines.toml"
            return cls(pretend, journal, pretend / "notes", routines)
        data, routines = paths.data_folder(), paths.config_folder() / "routines.toml"
        return cls(data, paths.journal_file(), notes_folder(settings.answers, data), routines)


def services(settings: Settings, loaded: LoadedAbilities, pretend: Path | None) -> Desk:
    """Every service with its local adapter, keeping its things in the person's data folder.

    With `pretend` they stay in that folder, and calls are only written down.
    """
    from assistant.acting import services as ports
    from assistant.acting.announcements import Several
    from assistant.acting.clock import LocalClock
    from assistant.acting.conversation import LocalConversation
    from assistant.acting.home.names import house_lists
    from assistant.acting.household import Notes, Routines
    from assistant.acting.journal import Journal
    from assistant.acting.knowledge import LocalKnowledge, fact_files
    from assistant.acting.lists import LivingLists, Upcoming, timer_entries
    from assistant.acting.notes import MarkdownNotes
    from assistant.acting.routines import TomlRoutines
    from assistant.acting.stopwatch import LocalStopwatch

    places, acting = _Places.of(settings, pretend), settings.acting
    data, languages = places.data, settings.understanding.languages
    clock = LocalClock(data / "clock.db")
    contacts = open_contacts(acting, data, settings.phone.me, languages)
    phone = open_phone(settings, contacts, data, pretend is not None)
    calendar = open_calendar(acting, data)
    knowledge = LocalKnowledge([*fact_files(bundled("intents"), languages), data / "facts.toml"])
    journal = Journal(places.journal, settings.understanding, settings.privacy.log_transcripts)
    home = None if pretend else open_home(settings.home, data)
    routines = TomlRoutines(places.routines)
    lists = LivingLists(
        {
            "appointments": Upcoming(calendar, clock.now).entries,
            "contacts": contacts.entries,
            "timers": lambda: timer_entries(clock, languages),
            "facts": knowledge.entries,
            "routines": routines.entries,
            **house_lists(home, languages),
        }
    )
    handed: dict[type, object] = {
        ports.Clock: clock,
        ports.Stopwatch: LocalStopwatch(data / "clock.db"),
        ports.Contacts: contacts,
        ports.Phone: phone,
        ports.Calendar: calendar,
        ports.Lists: open_lists(acting, data),
        ports.Knowledge: knowledge,
        Notes: MarkdownNotes(places.notes, clock.now),
        Routines: routines,
        **({} if pretend else _household(settings.home, home)),
        **world(settings, pretend),
    }
    if questions := answer_sources(settings.answers, data):
        handed[ports.Questions] = questions
    served = loaded.served_by([*handed, ports.Conversation])
    conversation = LocalConversation(_sayable(served, languages[0]), journal.why)
    handed[ports.Conversation] = conversation
    announcements = Several(clock, phone, language=languages[0])
    return Desk(handed, lists, announcements, conversation, knowledge, journal, routines)


def _household(settings: HomeSettings, home: MqttHome | None) -> dict[type, object]:
    """What the settings name of the house, and of what plays in it. Raises SettingsError."""
    from assistant.acting.household import Home, House

    found: dict[type, object] = {Home: home} if home else {}
    if settings.home_assistant:
        found[House] = open_house(settings)
    return {**found, **(open_media() if settings.media else {})}


def _sayable(loaded: LoadedAbilities, language: Language) -> list[Ability]:
    """The abilities, each with a sentence that reaches it."""
    from assistant.acting.services import Ability

    examples = {each.name: each.examples_in(language) for each in loaded.intents}
    return [Ability(name, said[0]) for name, said in examples.items() if said]


def open_phone(settings: Settings, contacts: Contacts, data: Path, pretend: bool) -> LinePhone:
    """The phone over the line that the settings name, or over none at all to pretend."""
    from assistant.acting.call_log import CallLog
    from assistant.acting.phone import DryRunLine, LinePhone

    line = DryRunLine() if pretend else open_line(settings.phone)
    log = CallLog(data / "calls.db")
    return LinePhone(line, log, contacts, settings.acting.region, settings.phone.most_calls)


def open_line(settings: PhoneSettings) -> Line:
    """What carries calls. Raises SettingsError for settings that can't work."""
    if settings.line == "sip":
        from assistant.acting.baresip import Baresip
        from assistant.acting.sip_line import SipLine

        return SipLine(Baresip(settings.baresip))
    if settings.line == "modem":
        from assistant.acting.bus import Bus
        from assistant.acting.modem_line import ModemLine

        return ModemLine(Bus())
    from assistant.acting.desktop_line import DesktopLine

    return DesktopLine()


def open_home(settings: HomeSettings, data: Path) -> MqttHome | None:
    """The house behind a broker; None where the settings name none. Raises SettingsError."""
    if not settings.broker:
        return None
    from assistant.acting.home.link import Broker, MqttLink
    from assistant.acting.home.mqtt import MqttHome
    from assistant.credentials import password_for

    file = paths.config_folder() / "passwords.toml"
    password = password_for(settings.broker, settings.user, file) if settings.user else ""
    broker = Broker(settings.broker, settings.user, password, settings.trusted_network)
    return MqttHome(partial(MqttLink, broker), data / "home.json", settings.discovery)


def open_house(settings: HomeSettings) -> HomeAssistant:
    """Home Assistant at its address. Raises SettingsError."""
    from assistant.acting.home.home_assistant import HomeAssistant
    from assistant.credentials import password_for

    url = settings.home_assistant
    token = password_for(url, "token", paths.config_folder() / "passwords.toml")
    return HomeAssistant(url, token, settings.trusted_network)


def open_media() -> dict[type, object]:
    """What plays on this machine, and how loud it is where a program for that is there."""
    from assistant.acting.bus import Bus
    from assistant.acting.household import Media, Volume
    from assistant.acting.mixer import find_mixer
    from assistant.acting.players import MprisMedia

    mixer = find_mixer()
    return {Media: MprisMedia(Bus("SESSION")), **({Volume: mixer} if mixer else {})}


def answer_sources(settings: AnswerSettings, data: Path) -> Questions | None:
    """Whom to ask about the world; None where the settings name nobody. Raises SettingsError."""
    from assistant.acting.sources import Chain, Source
    from assistant.acting.sources.notes import NotesSource

    notes = notes_folder(settings, data)
    sources: list[Source] = []
    if settings.notes or notes.is_dir():
        sources.append(NotesSource(notes))
    if settings.encyclopaedia:
        from assistant.acting.sources.encyclopaedia import Encyclopaedia

        sources.append(Encyclopaedia(Path(settings.encyclopaedia).expanduser()))
    if settings.model_url:
        from assistant.acting.sources.language_model import LanguageModel

        sources.append(LanguageModel(settings.model_url, settings.model))
    return Chain(sources) if sources else None


def notes_folder(settings: AnswerSettings, data: Path) -> Path:
    """Where a person's notes are."""
    return _file(settings.notes, data / "notes")


def _file(setting: str, default: Path) -> Path:
    return Path(setting).expanduser() if setting else default
