"""The composition root: the only place that names concrete classes.

Everything is put together here from the settings, and everything heavy is imported here, when it is
needed and not before.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant import paths
from assistant.bundled import bundled
from assistant.errors import AudioError, UsageError
from assistant.pipeline import Parts, Pipeline
from assistant.ports import AcousticModel, AudioSource, Decoder, Gate, Reader, Voice
from assistant.records import SAMPLE_RATE, Floats, Transcript, Utterance
from assistant.settings import ActingSettings, AnswerSettings, Settings
from assistant.storage import FolderCache
from assistant.zone import local_now

if TYPE_CHECKING:
    from assistant.acting.caldav import CalDavCalendar
    from assistant.acting.calendar import FileCalendar
    from assistant.acting.check import Finding
    from assistant.acting.clock import LocalClock
    from assistant.acting.conversation import LocalConversation
    from assistant.acting.journal import Journal
    from assistant.acting.knowledge import LocalKnowledge
    from assistant.acting.lists import LivingLists
    from assistant.acting.loader import Abilities as LoadedAbilities
    from assistant.acting.services import Questions
    from assistant.explanation import Explanation
    from assistant.hearing.devices import Device
    from assistant.hearing.take import Taker
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.remote import RemoteModel
    from assistant.recognition.words import Alternative, BeamDecoder
    from assistant.understanding.kept import Kept
    from assistant.understanding.understander import CommandUnderstander

NEVER_OVER = (
    "“{}” can begin with any words, so that whatever was said could go on in it: every command is "
    "answered half a second after its end, not a quarter; let it begin with a word of its own."
)


@dataclass(frozen=True, slots=True)
class Abilities:
    """Which abilities a run uses, as the command line asked."""

    folders: tuple[Path, ...] = ()
    """Beside the built-in and the person's own."""
    only: Path | None = None
    """Just these instead."""
    dry_run: bool = False
    """Decide, but don't act."""


@dataclass(frozen=True, slots=True)
class Assistant:
    """A pipeline with its rooms, ready to run."""

    pipeline: Pipeline
    understander: CommandUnderstander
    """Of the first language."""
    loaded: LoadedAbilities
    desk: Desk
    reader: Reader
    others: tuple[CommandUnderstander, ...] = ()
    """Of the other languages."""

    def prepare(self) -> None:
        """Load the models and compile the commands for them, so that the first one isn't slow."""
        emissions = None
        if self.reader.reads_ahead:  # another machine isn't asked about silence
            _, emissions = self.reader.read(np.zeros(SAMPLE_RATE // 2, np.float32))
        for understander in (self.understander, *self.others):
            understander.prepare(emissions, local_now())

    @property
    def language(self) -> str:
        """The first one."""
        return self.understander.language

    @property
    def problems(self) -> tuple[str, ...]:
        """Abilities that could not be loaded, with place and error, and unreadable files."""
        return (*(str(broken) for broken in self.loaded.broken), *self.desk.problems)


class OpenGate:
    """Always listening."""

    def is_open(self) -> bool:
        return True

    def close(self) -> None:
        """Stays open."""


def assemble(
    settings: Settings,
    abilities: Abilities,
    *,
    aloud: bool,
    gate: Gate | None = None,
    pretend: Path | None = None,
) -> Assistant:
    """An assistant with everything but a source of sound.

    `aloud` lets it speak. With `pretend` it keeps its things in that folder and calls nobody.
    Raises AssistantError for what can't be put together; a broken plugin is a problem of the
    result.
    """
    from assistant.acting.dry_run import DryRun
    from assistant.acting.runner import Runner
    from assistant.hearing.segmenter import UtteranceSegmenter
    from assistant.hearing.vad import WebRtcDetector
    from assistant.understanding.polyglot import Polyglot
    from assistant.understanding.understander import CommandUnderstander

    loaded = load_abilities(settings, abilities)
    desk = services(settings, loaded, pretend)
    loaded = loaded.served_by(desk.services)
    languages = settings.understanding.languages
    runner = Runner(
        loaded.intents,
        desk.services,
        desk.conversation,
        settings.acting.deadline_s,
        language=languages[0],
    )
    understanders = {
        language: CommandUnderstander(
            [each.spec_in(language) for each in loaded.intents],
            desk.lists,
            replace(settings.understanding, language=language),
            kept=None if pretend else kept(),
        )
        for language in languages
    }
    first = understanders[languages[0]]
    reader = make_reader(settings)
    parts = Parts(
        detector=WebRtcDetector(settings.hearing),
        segmenter=UtteranceSegmenter(settings.hearing),
        reader=reader,
        understander=Polyglot(understanders) if len(understanders) > 1 else first,
        actor=DryRun(runner) if abilities.dry_run else runner,
        voice=voice(settings, aloud, desk.conversation.language),
        announcements=desk.clock,
        gate=gate or OpenGate(),
        journal=desk.journal,
        now=local_now,
        addressed=gate is not None or bool(settings.understanding.wake),
    )
    others = tuple(understanders[language] for language in languages[1:])
    return Assistant(Pipeline(parts), first, loaded, desk, reader, others)


def kept() -> Kept:
    """What earlier runs of this very code compiled, in the person's cache folder."""
    from assistant.understanding.kept import Kept

    return Kept(FolderCache(paths.cache_folder() / "compiled"), understanding_code())


def understanding_code() -> str:
    """A fingerprint of the code that compiles commands."""
    from assistant import understanding
    from assistant.understanding.kept import fingerprint

    sources = sorted(Path(understanding.__path__[0]).rglob("*.py"))
    return fingerprint(sys.version, np.__version__, *(file.read_bytes() for file in sources))


def load_abilities(settings: Settings, abilities: Abilities) -> LoadedAbilities:
    """The built-in abilities, the person's own, and those that the settings and flags name."""
    from assistant.acting.loader import intent_folders, load

    extra = [Path(folder).expanduser() for folder in settings.acting.intents]
    own = paths.config_folder() / "intents"
    folders = intent_folders(own, (*extra, *abilities.folders), abilities.only)
    return load(folders, installed=abilities.only is None)


@dataclass(frozen=True, slots=True)
class Desk:
    """The services that handlers are handed, and the lists that come of them."""

    services: Mapping[type, object]
    lists: LivingLists
    clock: LocalClock
    conversation: LocalConversation
    knowledge: LocalKnowledge
    journal: Journal

    @property
    def problems(self) -> tuple[str, ...]:
        """Files of lists that could not be read, each in a sentence."""
        return (*self.lists.problems, *self.knowledge.problems)


def services(settings: Settings, loaded: LoadedAbilities, pretend: Path | None) -> Desk:
    """Every service with its local adapter, keeping its things in the person's data folder.

    With `pretend` they stay in that folder, and calls are only written down.
    """
    from assistant.acting import services as ports
    from assistant.acting.clock import LocalClock
    from assistant.acting.contacts import CardContacts
    from assistant.acting.conversation import LocalConversation
    from assistant.acting.journal import Journal
    from assistant.acting.knowledge import LocalKnowledge
    from assistant.acting.lists import LivingLists, Upcoming, timer_entries
    from assistant.acting.phone import DesktopPhone, DryRunPhone
    from assistant.acting.services import Ability
    from assistant.acting.stopwatch import LocalStopwatch
    from assistant.acting.text_lists import TextLists

    acting, data = settings.acting, pretend or paths.data_folder()
    language = settings.understanding.languages[0]
    phone = DryRunPhone(acting.region) if pretend else DesktopPhone(acting.region)
    clock = LocalClock(data / "clock.db")
    contacts = CardContacts(_file(acting.contacts, data / "contacts.vcf"))
    calendar = open_calendar(acting, data)
    knowledge = LocalKnowledge([bundled("intents") / "facts.toml", data / "facts.toml"])
    file = pretend / "last-decision.json" if pretend else paths.journal_file()
    journal = Journal(file, settings.understanding, settings.privacy.log_transcripts)
    lists = LivingLists(
        {
            "appointments": Upcoming(calendar, clock.now).entries,
            "contacts": contacts.entries,
            "timers": lambda: timer_entries(clock, language),
            "facts": knowledge.entries,
        }
    )
    handed: dict[type, object] = {
        ports.Clock: clock,
        ports.Stopwatch: LocalStopwatch(data / "clock.db"),
        ports.Contacts: contacts,
        ports.Phone: phone,
        ports.Calendar: calendar,
        ports.Lists: TextLists(data),
        ports.Knowledge: knowledge,
    }
    if questions := answer_sources(settings.answers, data):
        handed[ports.Questions] = questions
    served = loaded.served_by([*handed, ports.Conversation]).intents
    examples = {each.name: each.examples_in(language) for each in served}
    conversation = LocalConversation(
        [Ability(name, said[0]) for name, said in examples.items() if said], journal.why
    )
    handed[ports.Conversation] = conversation
    return Desk(handed, lists, clock, conversation, knowledge, journal)


def open_calendar(settings: ActingSettings, data: Path) -> FileCalendar | CalDavCalendar:
    """The calendar in a file, or on a server with a copy here. Raises ServiceError."""
    from assistant.acting.calendar import FileCalendar

    url = settings.calendar
    if not url.startswith(("https://", "http://")):
        return FileCalendar(_file(url, data / "calendar.ics"))
    from assistant.acting.caldav import CalDavCalendar, copy_name
    from assistant.acting.dav import DavServer
    from assistant.acting.passwords import password_for

    user = settings.calendar_user
    password = password_for(url, user, paths.config_folder() / "passwords.toml")
    return CalDavCalendar(DavServer(url, user, password), data / copy_name(url))


def answer_sources(settings: AnswerSettings, data: Path) -> Questions | None:
    """Whom to ask about the world; None where the settings name nobody. Raises ServiceError."""
    from assistant.acting.sources import Chain, Source
    from assistant.acting.sources.encyclopaedia import Encyclopaedia
    from assistant.acting.sources.language_model import LanguageModel
    from assistant.acting.sources.notes import NotesSource

    notes = _file(settings.notes, data / "notes")
    sources: list[Source] = []
    if settings.notes or notes.is_dir():
        sources.append(NotesSource(notes))
    if settings.encyclopaedia:
        sources.append(Encyclopaedia(Path(settings.encyclopaedia).expanduser()))
    if settings.model_url:
        sources.append(LanguageModel(settings.model_url, settings.model))
    return Chain(sources) if sources else None


def _file(setting: str, default: Path) -> Path:
    return Path(setting).expanduser() if setting else default


def acoustic_model(settings: Settings) -> OnnxAcousticModel:
    """The model that the settings name, warmed up. Raises ModelError, and UsageError for an
    address: what is asked for here is the emissions, and those stay where they are made."""
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder, find_model, model_folders

    if settings.recognition.is_remote:
        raise UsageError(
            "A remote model gives text alone, which isn't enough here: choose one on this device."
        )
    path = find_model(settings.recognition.model, model_folders())
    model = OnnxAcousticModel(ModelFolder.load(path), settings.recognition)
    if settings.recognition.warm_up:
        model.warm_up()
    return model


def make_reader(settings: Settings) -> Reader:
    """What turns sound into text, on this device or, where an address is named, on another.

    Raises AssistantError for an address that won't do, or settings that don't go with it.
    """
    if settings.recognition.is_remote:
        return remote_model(settings)
    from assistant.recognition.reading import LocalReader

    return LocalReader(lambda: (polyglot_model(settings), decoder(settings)))


def polyglot_model(settings: Settings) -> AcousticModel:
    """The model that the settings name; with an identifier, one for each language that is
    understood. Raises as `acoustic_model` does.
    """
    recognition = settings.recognition
    if not recognition.identifier:
        return acoustic_model(settings)
    from assistant.recognition.folder import find_model, model_folders
    from assistant.recognition.spoken_language import PolyglotModel, SpokenLanguage

    languages = dict.fromkeys((*settings.understanding.languages, *recognition.by_language))
    names = {each: recognition.by_language.get(each, recognition.model) for each in languages}
    models = {
        name: acoustic_model(replace(settings, recognition=replace(recognition, model=name)))
        for name in names.values()
    }
    identifier = SpokenLanguage(find_model(recognition.identifier, model_folders()))
    return PolyglotModel(identifier, {each: models[name] for each, name in names.items()})


def remote_model(settings: Settings) -> RemoteModel:
    """The model at the address that the settings name. Says aloud that sound will leave.

    Raises UsageError for an address that won't do, or settings that don't go with it.
    """
    from assistant.recognition.remote import RemoteModel, find_token

    url = settings.recognition.model
    if settings.decoding.lm or settings.decoding.hotwords:
        raise UsageError(
            "A remote model decides about words by itself: leave out the language model and the "
            "hotwords, or choose a model on this device."
        )
    model = RemoteModel(url, find_token(url))
    print(
        f"assistant: what you say leaves this device: it is sent to {model.host}.", file=sys.stderr
    )
    return model


def recognizer(
    settings: Settings, alternatives: int = 0
) -> Callable[[Floats], tuple[Transcript, list[Alternative]]]:
    """From samples, shape (samples,) at SAMPLE_RATE, to a transcript, and so many alternatives.

    Alternatives come from beam search, with or without a language model. Raises ModelError.
    """
    if settings.recognition.is_remote:
        if alternatives:
            raise UsageError(
                "A remote model gives one text: leave out --alternatives, or choose a model on "
                "this device."
            )
        remote = remote_model(settings)
        return lambda samples: (remote.transcribe(samples), [])
    model = polyglot_model(settings)
    if alternatives:
        beam = beam_decoder(settings)
        return lambda samples: beam.read(model.emissions(samples), alternatives)
    reader = decoder(settings)
    return lambda samples: (reader.decode(model.emissions(samples)), [])


def in_language(settings: Settings, language: str) -> Settings:
    """Settings for sound in one language, which is read by its own model where it has one; for
    "auto" they stay as they are, and an identifier or the text tells the language.
    """
    if language == "auto":
        return settings
    recognition = settings.recognition
    model = recognition.by_language.get(language, recognition.model)
    return replace(settings, recognition=replace(recognition, model=model, identifier=""))


def language_told(transcript: Transcript, language: str) -> Transcript:
    """The transcript with its language: the one that is known, that was heard, or by its text."""
    from assistant.understanding.written_language import language_of

    if language != "auto":
        return replace(transcript, language=language)
    return replace(transcript, language=transcript.language or language_of(transcript.text))


def decoder(settings: Settings) -> Decoder:
    """Greedy, or with the language model and the hotwords of the settings. Raises ModelError."""
    if settings.decoding.lm or settings.decoding.hotwords:
        return beam_decoder(settings)
    from assistant.recognition.greedy import GreedyDecoder

    return GreedyDecoder()


def beam_decoder(settings: Settings) -> BeamDecoder:
    """With the language model of the settings, or without any. Raises ModelError."""
    from assistant.recognition.language.files import read
    from assistant.recognition.language.ngram import nothing_known
    from assistant.recognition.words import BeamDecoder

    lm, decoding = settings.decoding.lm, settings.decoding
    if lm:
        return BeamDecoder(read(Path(lm)), decoding)
    # Where every word is unknown, that says nothing against one.
    return BeamDecoder(nothing_known(), replace(decoding, word_bonus=0.0, unknown_bonus=0.0))


def decoders(settings: Settings) -> dict[str, Decoder]:
    """Every decoder that there is with these settings, by name. Raises ModelError."""
    from assistant.recognition.greedy import GreedyDecoder

    without = replace(settings, decoding=replace(settings.decoding, lm=""))
    found: dict[str, Decoder] = {"greedy": GreedyDecoder(), "beam": beam_decoder(without)}
    if settings.decoding.lm:
        found["beam and lm"] = beam_decoder(settings)
    return found


def voice(settings: Settings, aloud: bool, language: Callable[[], str] = lambda: "en") -> Voice:
    """Who speaks the replies: nobody, or what the settings name; in the language of the moment."""
    if not aloud:
        from assistant.speaking.silent import SilentVoice

        return SilentVoice()
    from assistant.speaking import make_voice

    return make_voice(settings.speaking, settings.audio, language)


def open_microphone(settings: Settings) -> AudioSource:
    """The microphone of the settings, waking up. Raises MicrophoneError."""
    from assistant.hearing.microphone import Microphone

    microphone = Microphone(settings.audio)
    microphone.open()
    return microphone


def taker(settings: Settings, source: AudioSource, gate: Gate | None = None) -> Taker:
    """Hears takes from a source, each with as long pauses as people make who read aloud."""
    from assistant.hearing.segmenter import UtteranceSegmenter
    from assistant.hearing.take import Taker
    from assistant.hearing.vad import WebRtcDetector

    hearing = settings.hearing
    patient = replace(hearing, end_silence_s=hearing.incomplete_silence_s)
    segmenter = UtteranceSegmenter(patient)
    return Taker(source, WebRtcDetector(hearing), segmenter, gate or OpenGate())


def sentences_to_read(settings: Settings, count: int) -> list[str]:
    """A person's own commands, with their contacts and what else they have."""
    from assistant.training.reading import commands_to_read

    loaded = load_abilities(settings, Abilities())
    lists = services(settings, loaded, None).lists
    specs = [each.spec for each in loaded.intents]
    names = {slot.list_name for spec in specs for slot in spec.slots if slot.list_name}
    living = {name: lists.entries(name) or () for name in sorted(names)}
    return commands_to_read(specs, living, count, seed=1)


def open_recording(path: str | Path, realtime: bool = False) -> AudioSource:
    """A recording as a source; `realtime` plays it as fast as it was spoken."""
    from assistant.hearing.files import FileSource

    return FileSource(path, realtime)


def open_media(
    address: str, track: int = 0, language: str = "", realtime: bool = False
) -> AudioSource:
    """A file or URL of any kind: through libsndfile where that tells all, else through FFmpeg.

    `realtime` plays a file as fast as it was spoken.
    """
    from assistant.hearing.files import FileSource, is_plain
    from assistant.hearing.media import MediaSource

    if not track and is_plain(address):
        return FileSource(address, realtime, tail_s=0.0)
    return MediaSource(address, track, language, realtime)


def open_stream(rate: int) -> AudioSource:
    """16-bit PCM, mono, from standard input. Raises AudioError where that is closed."""
    from assistant.hearing.stream import PcmSource

    if sys.stdin is None:
        raise AudioError("Standard input is closed; pipe sound into it, or name a file.")
    return PcmSource(sys.stdin.buffer, rate)


def read_whole(path: str | Path) -> Utterance:
    """All of a recording as one utterance. Raises AudioError."""
    from assistant.hearing.files import read_whole

    return read_whole(path)


def recording_seconds(path: str | Path) -> float:
    """How long a recording lasts; 0 where that can't be told."""
    import soundfile

    from assistant.hearing.files import spelled

    try:
        return float(soundfile.info(spelled(path)).duration)
    except soundfile.LibsndfileError:
        return 0.0


def media_seconds(address: str) -> float:
    """How long a file or URL lasts; 0 where that can't be told."""
    from assistant.hearing.files import is_plain
    from assistant.hearing.media import LIVE, MediaSource, scheme

    if is_plain(address):
        return recording_seconds(address)
    try:
        return 0.0 if scheme(address) in LIVE else MediaSource(address).seconds()
    except AudioError:
        return 0.0


def last_explanation() -> Explanation:
    """Why the last decision of any run came about. Raises StateError where nothing is known."""
    from assistant.acting.journal import read_journal

    return read_journal(paths.journal_file())


def list_devices() -> tuple[Device, ...]:
    """Microphones and loudspeakers. Raises MicrophoneError without PortAudio."""
    from assistant.hearing.devices import list_devices

    return list_devices()


def demonstration(settings: Settings, folder: Path) -> Settings:
    """Settings for hearing the recordings in `folder`, with its contacts.vcf for address book."""
    contacts = str(folder / "contacts.vcf")
    return replace(settings, acting=replace(settings.acting, contacts=contacts, calendar=""))


def check_abilities(assistant: Assistant) -> list[Finding]:
    """Problems of the abilities: broken files, examples that miss, phrases claimed twice; and
    sentences that slow everything down.
    """
    from assistant.acting.check import Finding, check

    findings = check(assistant.loaded, assistant.understander, local_now(), assistant.language)
    for clash in assistant.understander.conflicts():
        findings.append(Finding(clash.first.file, clash.first.line, str(clash)))
    for slow in assistant.understander.never_over():
        place = slow.template.file, slow.template.line
        findings.append(Finding(*place, NEVER_OVER.format(slow.template.text), warning=True))
    return findings


def abilities_guide(settings: Settings, abilities: Abilities) -> str:
    """A page about everything that can be said."""
    from assistant.acting.guide import guide

    return guide(load_abilities(settings, abilities).intents)


def new_ability(name: str, folder: Path | None) -> tuple[Path, Path]:
    """Write an ability to begin with and its test, into the person's own folder by default."""
    from assistant.acting.scaffold import new_intent

    return new_intent(name, folder or paths.config_folder() / "intents")
