"""The composition root: the only place that names concrete classes.

Everything is put together here from the settings, and everything heavy is imported here, when it is
needed and not before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant import paths
from assistant.app.desk import Desk, services
from assistant.app.plugins import Abilities as Abilities
from assistant.app.plugins import load_abilities as load_abilities
from assistant.app.recognising import make_reader
from assistant.app.sound import OpenGate, voice
from assistant.pipeline import Parts, Pipeline
from assistant.ports import Gate, Reader
from assistant.records import SAMPLE_RATE, Language
from assistant.settings import Settings
from assistant.zone import local_now

if TYPE_CHECKING:
    from assistant.acting.check import Finding
    from assistant.acting.loader import Abilities as LoadedAbilities
    from assistant.explanation import Explanation
    from assistant.hearing.echo import Loopback
    from assistant.understanding.understander import CommandUnderstander
    from assistant.understanding.unserved import Unserved

NEVER_OVER = (
    "“{}” can begin with any words, so that whatever was said could go on in it: every command is "
    "answered half a second after its end, not a quarter; let it begin with a word of its own."
)

HUSHING = frozenset({"stop.stop"})
"""The built-in ability that silences a reply."""

OVER_RING = frozenset(
    {
        *("alarm.snooze", "alarm.cancel_alarms"),
        *("timer.more_time", "timer.cancel_timer", "timer.cancel_all_timers"),
    }
)
"""Those that are said to what rings."""


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


def assemble(
    settings: Settings,
    abilities: Abilities,
    *,
    aloud: bool,
    gate: Gate | None = None,
    pretend: Path | None = None,
    loopback: Loopback | None = None,
) -> Assistant:
    """An assistant with everything but a source of sound.

    `aloud` lets it speak, and the `loopback` know what it plays. With `pretend` it keeps its things
    in that folder and calls nobody. Raises AssistantError for what can't be put together; a broken
    plugin is a problem of the result.
    """
    from assistant.acting.dry_run import DryRun
    from assistant.acting.runner import Runner
    from assistant.app.keeping import kept
    from assistant.hearing.segmenter import UtteranceSegmenter
    from assistant.hearing.vad import WebRtcDetector
    from assistant.understanding.polyglot import Polyglot
    from assistant.understanding.understander import CommandUnderstander

    everything = load_abilities(settings, abilities, pretend)
    desk = services(settings, everything, pretend)
    loaded = everything.served_by(desk.services)
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
            always_confirms=runner.always_confirms,
            idle=runner.idle,
            unserved=unserved(everything, desk.services, language),
            unlisted=desk.lists.unlisted,
        )
        for language in languages
    }
    first = understanders[languages[0]]
    spoken = desk.conversation.language
    desk.routines.read_with(lambda text: understanders[spoken()].parts(text, local_now()))
    reader = make_reader(settings)
    parts = Parts(
        detector=WebRtcDetector(settings.hearing),
        segmenter=UtteranceSegmenter(settings.hearing),
        reader=reader,
        understander=Polyglot(understanders) if len(understanders) > 1 else first,
        actor=DryRun(runner, languages[0]) if abilities.dry_run else runner,
        voice=voice(settings, aloud, desk.conversation.language, loopback),
        announcements=desk.announcements,
        gate=gate or OpenGate(),
        journal=desk.journal,
        now=local_now,
        hushing=HUSHING,
        over_ring=OVER_RING,
        addressed=gate is not None or bool(settings.understanding.wake),
    )
    others = tuple(understanders[language] for language in languages[1:])
    return Assistant(Pipeline(parts), first, loaded, desk, reader, others)


def unserved(
    everything: LoadedAbilities, services: Collection[type], language: Language
) -> list[Unserved]:
    """The abilities that lack a service which somebody could set up."""
    from assistant.acting.setup import setting_up
    from assistant.understanding.unserved import Unserved

    lacking = (
        (each, each.parameters.required_services - set(services)) for each in everything.intents
    )
    return [
        Unserved(each.spec_in(language), how)
        for each, missing in lacking
        if (how := setting_up(missing))
    ]


def not_set_up(settings: Settings, loaded: LoadedAbilities) -> dict[str, str]:
    """What to do for each ability that can't do anything yet."""
    desk = services(settings, loaded, None)
    lacking = unserved(loaded, desk.services, settings.understanding.languages[0])
    return {each.intent.name: each.why for each in lacking}


def sentences_to_read(settings: Settings, count: int) -> list[str]:
    """A person's own commands, with their contacts and what else they have."""
    from assistant.training.reading import commands_to_read

    loaded = load_abilities(settings, Abilities())
    lists = services(settings, loaded, None).lists
    specs = [each.spec for each in loaded.intents]
    names = {slot.list_name for spec in specs for slot in spec.slots if slot.list_name}
    living = {name: lists.entries(name) or () for name in sorted(names)}
    return commands_to_read(specs, living, count, seed=1)


def last_explanation() -> Explanation:
    """Why the last decision of any run came about. Raises StateError where nothing is known."""
    from assistant.acting.journal import read_journal

    return read_journal(paths.journal_file())


def demonstration(settings: Settings, folder: Path) -> Settings:
    """Settings for hearing the recordings in `folder`, with its contacts.vcf for address book."""
    contacts = str(folder / "contacts.vcf")
    acting = replace(settings.acting, contacts=contacts, calendar="", shopping="", to_do="")
    return replace(settings, acting=acting)


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


def guide_entries(settings: Settings, abilities: Abilities) -> Iterator[dict[str, object]]:
    """The same, an ability at a time, for programs."""
    from assistant.acting.guide import entries

    return entries(load_abilities(settings, abilities).intents)


def new_ability(name: str, folder: Path | None) -> tuple[Path, Path]:
    """Write an ability to begin with and its test, into the person's own folder by default."""
    from assistant.acting.scaffold import new_intent

    return new_intent(name, folder or paths.config_folder() / "intents")
