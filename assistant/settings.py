"""Settings: defaults, under config.toml, under environment variables, under flags.

`load` gives frozen records that checked themselves, and remembers where each value came from.
An environment variable is named ASSISTANT_<SECTION>_<FIELD>, such as ASSISTANT_AUDIO_DEVICE.
"""

from __future__ import annotations

import math
import os
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from assistant.errors import SettingsError

VOICES = '"auto", "none", "espeak-ng", "piper FILE.onnx" or "command LINE"'

BargeIn = Literal["off", "stop", "speech"]

MOST_THREADS = 256
"""onnxruntime starts as many as it is told, however long that takes."""


def _require(condition: bool, name: str, wants: str, value: object) -> None:
    if not condition:
        raise SettingsError(f"The setting {name} must be {wants}, not {value!r}.")


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """Where sound comes from and goes to."""

    device: str = ""
    """Microphone: an index or part of a name; empty for the system's default."""
    output: str = ""
    """Loudspeaker, likewise."""
    echo_cancellation: bool = False
    """Take what the assistant says out of what the microphone hears; needs the extra "echo"."""
    silent_after_s: float = 3.0
    """A microphone that delivers no block for so long counts as lost and is reopened."""
    retry_s: float = 0.5
    """First wait before reopening; doubles up to `retry_max_s`."""
    retry_max_s: float = 10.0

    def __post_init__(self) -> None:
        _require(self.silent_after_s > 0, "audio.silent_after_s", "positive", self.silent_after_s)
        _require(self.retry_s > 0, "audio.retry_s", "positive", self.retry_s)
        patient = self.retry_max_s >= self.retry_s
        _require(patient, "audio.retry_max_s", "retry_s or more", self.retry_max_s)


@dataclass(frozen=True, slots=True)
class HearingSettings:
    """What counts as an utterance."""

    aggressiveness: int = 2
    """Of webrtcvad: 0 lets much through, 3 only the clearest speech."""
    pre_roll_s: float = 0.3
    """Sound kept from before the first voiced block, so that first words are never lost."""
    min_speech_s: float = 0.2
    """Less voiced sound than this is a click, not an utterance."""
    complete_silence_s: float = 0.25
    """Silence that ends a command to which nothing could be added. What was said is read after so
    much of any silence, with the silence: less of it would lose faint last consonants."""
    open_silence_s: float = 0.5
    """Silence that ends a command to which more could be added, such as "and a half"."""
    end_silence_s: float = 0.7
    """Silence that ends what is no command so far."""
    incomplete_silence_s: float = 1.2
    """Silence that ends the beginning of a command, or one from which something is missing."""
    max_utterance_s: float = 15.0
    """The hard maximum; a longer one is cut here."""

    def __post_init__(self) -> None:
        known = self.aggressiveness in range(4)
        _require(known, "hearing.aggressiveness", "0, 1, 2 or 3", self.aggressiveness)
        for name in (part.name for part in fields(self) if part.name.endswith("_s")):
            _require(getattr(self, name) >= 0, f"hearing.{name}", "0 or more", getattr(self, name))
        longest = self.max_utterance_s > self.min_speech_s + self.end_silence_s
        wants = "longer than min_speech_s and end_silence_s together"
        _require(longest, "hearing.max_utterance_s", wants, self.max_utterance_s)


@dataclass(frozen=True, slots=True)
class RecognitionSettings:
    """Which model reads the sound, and how."""

    model: str = "starter-en"
    """A name below models/ or the user's models folder, or a path to a folder; or the address of a
    model on another machine, where everything that is heard is then sent."""
    threads: int = 0
    """Threads of one inference; 0 for as many as there are cores, four at most."""
    providers: tuple[str, ...] = ("CPUExecutionProvider",)
    """onnxruntime execution providers, best first."""
    warm_up: bool = True
    """Run the model once at start, so that the first command isn't slow."""
    identifier: str = ""
    """A model that tells which language is spoken; empty to tell by the text."""
    languages: tuple[str, ...] = ()
    """With an identifier, the model of each language: "de=NAME". Others have `model`."""

    def __post_init__(self) -> None:
        known = 0 <= self.threads <= MOST_THREADS
        _require(known, "recognition.threads", f"0 to {MOST_THREADS}", self.threads)
        _require(bool(self.providers), "recognition.providers", "a list of names", self.providers)
        paired = all(name and model for name, model in self.by_language.items())
        _require(paired, "recognition.languages", 'like "de=NAME"', self.languages)

    @property
    def by_language(self) -> dict[str, str]:
        """The name of each language's own model."""
        pairs = (each.partition("=") for each in self.languages)
        return {language.strip(): model.strip() for language, _, model in pairs}

    @property
    def is_remote(self) -> bool:
        """Whether the model is on another machine."""
        return self.model.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class DecodingSettings:
    """How text is read from what the model heard. Logarithms are natural."""

    lm: str = ""
    """The file of a language model (ARPA or KenLM binary); empty for none. Without one, and
    without hotwords, each frame's best symbol is taken."""
    weight: float = 0.4
    """What the language model's logarithms count against the sound's."""
    word_bonus: float = 0.0
    """For each word; more makes shorter words."""
    words: Literal["any", "known"] = "any"
    """"known" reads only words of the language model and hotwords."""
    unknown_bonus: float = -10.0
    """For each word that isn't known, beside what the language model gives it."""
    hotwords: tuple[str, ...] = ()
    """Words and names to expect: "Zelenka", or "Zelenka=8" with a bonus of its own."""
    hotword_bonus: float = 6.0
    """For each hotword that names none."""
    width: int = 64
    """Prefixes that are followed at once; more is slower and surer."""
    score_range: float = 16.0
    """A prefix this much worse than the best is dropped."""
    column_range: float = 9.0
    """Symbols this much worse than a frame's best aren't tried."""

    def __post_init__(self) -> None:
        for name in ("weight", "score_range", "column_range"):
            _require(getattr(self, name) >= 0, f"decoding.{name}", "0 or more", getattr(self, name))
        _require(self.width >= 1, "decoding.width", "1 or more", self.width)
        for hotword in self.hotwords:
            _, _, bonus = hotword.partition("=")
            wants = "words, each with =NUMBER behind it or nothing"
            _require(not bonus or _is_number(bonus), "decoding.hotwords", wants, hotword)

    @property
    def bonuses(self) -> dict[str, float]:
        """What each hotword adds; a phrase stands for its words."""
        split = [hotword.partition("=") for hotword in self.hotwords]
        return {
            word: float(bonus or self.hotword_bonus)
            for phrase, _, bonus in split
            for word in phrase.split()
        }


@dataclass(frozen=True, slots=True)
class CaptionSettings:
    """How captions look. The limits are what broadcasters ask for."""

    punctuation: bool = True
    """Put full stops and capitals where a recognition model for English writes none."""
    line_chars: int = 42
    """Letters, signs and spaces in a line; a longer word has a line of its own."""
    lines: int = 2
    """Shown at once, at most."""
    min_s: float = 1.0
    """How long a caption stays at least, where what follows leaves it the time."""
    max_s: float = 7.0
    """How long it stays at most."""
    chars_per_s: float = 20.0
    """Reading speed: a caption stays long enough for it, where what follows leaves it the time."""
    pause_s: float = 1.5
    """Over a longer pause no caption goes on: music and noise stay without one."""
    gap_s: float = 0.04
    """Between two captions, so that the change is seen."""

    def __post_init__(self) -> None:
        for name in ("line_chars", "lines"):
            _require(getattr(self, name) >= 1, f"captions.{name}", "1 or more", getattr(self, name))
        for name in ("min_s", "pause_s", "gap_s"):
            _require(getattr(self, name) >= 0, f"captions.{name}", "0 or more", getattr(self, name))
        _require(self.chars_per_s > 0, "captions.chars_per_s", "positive", self.chars_per_s)
        longer = self.max_s > 0 and self.max_s >= self.min_s
        _require(longer, "captions.max_s", "positive, and min_s or more", self.max_s)


@dataclass(frozen=True, slots=True)
class UnderstandingSettings:
    """When something counts as meant."""

    language: str = "en"
    """Two letters; of several, "de en", the first one counts where nothing tells them apart."""
    wake: str = ""
    """Obey only after this phrase; empty to obey everything that is a command."""
    wake_window_s: float = 6.0
    """After the phrase alone, how long a command may follow without it."""
    accept: float = 0.6
    """Commands with less confidence are rejected. Lower does more of what was said, and more that
    nobody asked for; docs/decisions.md shows how much."""
    confirm_below: float = 0.8
    """Commands of medium or high risk with less confidence are read back first."""
    always_confirm_high_risk: bool = True
    """Read back every command of high risk, such as dialling."""
    answer_within_s: float = 20.0
    """A question that gets no answer for so long is dropped."""

    def __post_init__(self) -> None:
        for name in ("accept", "confirm_below"):
            value = getattr(self, name)
            _require(0 <= value <= 1, f"understanding.{name}", "between 0 and 1", value)
        _require(bool(self.languages), "understanding.language", "like de", self.language)
        sayable = not self.wake or any(letter.isalnum() for letter in self.wake)
        _require(sayable, "understanding.wake", "words, or empty", self.wake)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages that are understood, the first one first."""
        return tuple(self.language.replace(",", " ").split())


@dataclass(frozen=True, slots=True)
class ActingSettings:
    """Which abilities there are, and what they work with."""

    intents: tuple[str, ...] = ()
    """Folders with more abilities, beside the user's own folder."""
    apart: Literal["declared", "all"] = "declared"
    """Which abilities from outside run in processes of their own: "declared" those that say what
    they need, "all" the others too, which then get nothing."""
    contacts: str = ""
    """A vCard file; empty for contacts.vcf in the data folder. Or https://… of a CardDAV server, or
    of one address book there; needs the extra "calendar"."""
    contacts_user: str = ""
    """Whose they are there; the password is where that of the calendar would be."""
    calendar: str = ""
    """An iCalendar file; empty for calendar.ics in the data folder. Or https://… of a CalDAV
    server, or of one calendar there; needs the extra "calendar"."""
    calendar_user: str = ""
    """Whose it is there. The password is asked of the keyring, or read from passwords.toml."""
    region: str = "GB"
    """ISO country of phone numbers that are said without a country code."""
    deadline_s: float = 10.0
    """A handler that takes longer is given up."""

    def __post_init__(self) -> None:
        _require(len(self.region) == 2, "acting.region", "a two-letter country", self.region)
        _require(self.deadline_s > 0, "acting.deadline_s", "positive", self.deadline_s)


@dataclass(frozen=True, slots=True)
class PhoneSettings:
    """How calls are placed."""

    line: Literal["desktop", "sip", "modem"] = "desktop"
    """Who carries them: what opens tel: links on this desktop; baresip, over SIP; or a mobile
    modem, through ModemManager, which needs the extra "desktop"."""
    baresip: str = "127.0.0.1:4444"
    """Where baresip's module ctrl_tcp listens, on this machine."""
    me: str = ""
    """The name on your own card among the contacts, which says who is "my sister"."""
    most_calls: int = 5
    """So many calls in ten minutes are made at most; emergency calls always are."""

    def __post_init__(self) -> None:
        _require(self.most_calls >= 1, "phone.most_calls", "1 or more", self.most_calls)


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Who is asked about the world, in this order. Without any, such questions are no commands."""

    notes: str = ""
    """A folder of text and Markdown files; empty for notes in the data folder."""
    encyclopaedia: str = ""
    """A ZIM file, as library.kiwix.org has them; needs the extra "answers"."""
    model_url: str = ""
    """A language model on this machine, such as http://localhost:11434/v1 for Ollama."""
    model: str = ""
    """Its name there."""
    rates: str = ""
    """Exchange rates in the layout of the European Central Bank: a file, or https://… from which it
    is fetched once a day."""
    weather: str = ""
    """Forecasts as Open-Meteo gives them: a file, or https://… from which they are fetched once an
    hour, telling that server the place."""
    place: str = ""
    """Latitude and longitude of where you are, such as "51.5 -0.1", for the weather."""
    country: str = ""
    """Whose holidays are yours: GB, or DE-BY for a part with its own. Empty for acting.region."""

    @property
    def coordinates(self) -> tuple[float, float] | None:
        """Of the place."""
        if not self.place:
            return None
        latitude, longitude = map(float, self.place.replace(",", " ").split())
        return latitude, longitude

    def __post_init__(self) -> None:
        try:
            known = self.coordinates or (0.0, 0.0)
        except ValueError:
            known = (math.inf, 0.0)
        on_earth = abs(known[0]) <= 90 and abs(known[1]) <= 180
        _require(on_earth, "answers.place", 'a latitude and a longitude, "51.5 -0.1"', self.place)
        letters = not self.country or len(self.country.partition("-")[0]) == 2
        _require(letters, "answers.country", "like GB or DE-BY", self.country)
        both = bool(self.model_url) == bool(self.model)
        _require(
            both, "answers.model", "set where answers.model_url is, and only there", self.model
        )


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """The house. Without a broker there is none, and such sentences are no commands."""

    broker: str = ""
    """The MQTT broker that the devices talk to, mqtt://host or mqtts://host; needs the extra
    "home"."""
    user: str = ""
    """Whose it is there. The password is asked of the keyring, or read from passwords.toml."""
    trusted_network: bool = False
    """Send the password without encryption, to a broker that speaks plain MQTT."""
    home_assistant: str = ""
    """Home Assistant's address, https://host:8123, which is then told whatever follows "tell the
    house". Its token is asked of the keyring, or read from passwords.toml, as "token@host"."""
    media: bool = False
    """Play, pause and change the volume by voice; players need the extra "desktop"."""
    discovery: str = "homeassistant"
    """What the topics begin with where devices introduce themselves."""

    def __post_init__(self) -> None:
        plain = bool(self.discovery) and not set(self.discovery) & set("#+")
        _require(plain, "home.discovery", "a topic without wildcards", self.discovery)


@dataclass(frozen=True, slots=True)
class SpeakingSettings:
    """How replies sound."""

    voice: str = "auto"
    """Who speaks: "espeak-ng", or "espeak-ng NAME" for one of its voices; "piper FILE.onnx";
    "command LINE", any program; "none" only prints; "auto" is espeak-ng where it is installed."""
    voices: tuple[str, ...] = ()
    """Who speaks a language instead: "de=piper ~/voices/de_DE-thorsten-medium.onnx"."""
    rate_wpm: int = 165
    """Words a minute."""
    tones: bool = True
    """A soft tone when listening starts and ends."""
    barge_in: BargeIn = "stop"
    """What breaks off a reply: "stop", said alone; any "speech", which wants a microphone that
    doesn't hear the loudspeaker; or nothing, "off". A pushed key and a wake phrase do as well."""
    others_volume: float = 1.0
    """Share of their volume that other programs keep while the assistant speaks or waits for an
    answer, by `pactl`; 1 leaves them alone."""

    def __post_init__(self) -> None:
        _require(80 <= self.rate_wpm <= 450, "speaking.rate_wpm", "80 to 450", self.rate_wpm)
        share = 0 <= self.others_volume <= 1
        _require(share, "speaking.others_volume", "between 0 and 1", self.others_volume)
        _require(_is_voice(self.voice), "speaking.voice", VOICES, self.voice)
        for each in self.voices:
            language, _, voice = each.partition("=")
            paired = bool(language.strip()) and _is_voice(voice)
            _require(paired, "speaking.voices", f'like "de=VOICE", with VOICE {VOICES}', each)

    @property
    def voice_of(self) -> dict[str, str]:
        """The voice of each language that has its own; "" stands for all others."""
        pairs = (each.partition("=") for each in self.voices)
        own = {language.strip(): voice.strip() for language, _, voice in pairs}
        return {"": self.voice.strip(), **own}


def _is_voice(voice: str) -> bool:
    kind, _, rest = voice.strip().partition(" ")
    return kind in ("auto", "none", "espeak-ng") or (kind in ("piper", "command") and bool(rest))


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """What is written down."""

    log_transcripts: bool = False
    """Keep what was heard in the log file; off unless asked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them; one record for each stage."""

    audio: AudioSettings = field(default_factory=AudioSettings)
    hearing: HearingSettings = field(default_factory=HearingSettings)
    recognition: RecognitionSettings = field(default_factory=RecognitionSettings)
    decoding: DecodingSettings = field(default_factory=DecodingSettings)
    captions: CaptionSettings = field(default_factory=CaptionSettings)
    understanding: UnderstandingSettings = field(default_factory=UnderstandingSettings)
    acting: ActingSettings = field(default_factory=ActingSettings)
    phone: PhoneSettings = field(default_factory=PhoneSettings)
    answers: AnswerSettings = field(default_factory=AnswerSettings)
    home: HomeSettings = field(default_factory=HomeSettings)
    speaking: SpeakingSettings = field(default_factory=SpeakingSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and for each "section.field" where its value came from."""

    settings: Settings
    origin: Mapping[str, str]


def load(
    file: Path | None = None,
    environ: Mapping[str, str] | None = None,
    flags: Mapping[str, object] | None = None,
) -> Loaded:
    """Settings from `file` (where it exists), the environment, and `flags` by "section.field".

    Raises SettingsError for an unreadable file, an unknown name, or a value of the wrong type.
    """
    values: dict[str, object] = {}
    origin = dict.fromkeys(names(), "default")
    sources = [
        (str(file), _from_file(file) if file else {}),
        ("environment", _from_environment(os.environ if environ is None else environ)),
        ("flag", dict(flags or {})),
    ]
    for source, found in sources:
        for name, value in found.items():
            values[name] = _converted(name, value, source)
            origin[name] = source
    return Loaded(_build(values), origin)


def names() -> tuple[str, ...]:
    """Every setting as "section.field"."""
    return tuple(_hints())


def remember(file: Path, name: str, value: str) -> None:
    """Write one setting into config.toml, keeping everything else in it as it is."""
    import tomlkit

    from assistant.storage import write_atomically

    section, _, key = name.partition(".")
    document = tomlkit.parse(_read(file)) if file.exists() else tomlkit.document()
    document.setdefault(section, tomlkit.table())[key] = value
    write_atomically(file, tomlkit.dumps(document))


def _hints() -> dict[str, Any]:
    sections = typing.get_type_hints(Settings)
    return {
        f"{section}.{name}": hint
        for section, record in sections.items()
        for name, hint in typing.get_type_hints(record).items()
    }


def _build(values: Mapping[str, object]) -> Settings:
    sections = {}
    for part in fields(Settings):
        prefix = part.name + "."
        own = {k.removeprefix(prefix): v for k, v in values.items() if k.startswith(prefix)}
        sections[part.name] = typing.get_type_hints(Settings)[part.name](**own)
    return Settings(**sections)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Can't read the settings in {file}: {error}.") from error


def _from_file(file: Path) -> dict[str, object]:
    if not file.exists():
        return {}
    try:
        document = tomllib.loads(_read(file))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is no valid TOML: {error}. Mend or remove it.") from error
    found: dict[str, object] = {}
    for section, content in document.items():
        if not isinstance(content, dict):
            raise SettingsError(f"{file}: {section} must be a section, written [{section}].")
        found.update({f"{section}.{key}": value for key, value in content.items()})
    return found


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    variables = {f"ASSISTANT_{name.replace('.', '_').upper()}": name for name in names()}
    return {variables[key]: value for key, value in environ.items() if key in variables}


def _converted(name: str, value: object, source: str) -> object:
    """`value` as the type of the setting. Text is read where it comes from the environment."""
    hint = _hints().get(name)
    if hint is None:
        section = name.split(".")[0] + "."
        known = [other for other in names() if other.startswith(section)]
        known = known or [f"[{part.name}]" for part in fields(Settings)]
        raise SettingsError(f"{source}: no setting {name}; there are {', '.join(known)}.")
    try:
        return _read_as(hint, value)
    except (KeyError, TypeError, ValueError) as error:
        wants = _described(hint)
        raise SettingsError(f"{source}: {name} must be {wants}, not {value!r}.") from error


def _read_as(hint: Any, value: object) -> object:
    origin = typing.get_origin(hint)
    if origin is Literal:
        if value not in typing.get_args(hint):
            raise ValueError
        return value
    if origin is tuple:
        items = value.split(os.pathsep) if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(i, str) for i in items):
            raise TypeError
        return tuple(item for item in items if item)
    return _scalar(hint, value)


def _scalar(kind: Any, value: object) -> object:
    if kind is bool and isinstance(value, str):
        return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}[
            value.lower()
        ]
    if kind in (int, float) and isinstance(value, str):
        value = kind(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not kind:
        raise TypeError
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError
    return value


def _described(hint: Any) -> str:
    if typing.get_origin(hint) is Literal:
        return " or ".join(repr(choice) for choice in typing.get_args(hint))
    plain = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return plain.get(hint, "a list of texts")
