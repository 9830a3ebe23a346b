"""Abilities: finding them all, and those from outside with what they may."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.errors import UsageError
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.acting.apart.permits import Permits
    from assistant.acting.check import Finding
    from assistant.acting.loader import Abilities as LoadedAbilities
    from assistant.acting.loader import Source


@dataclass(frozen=True, slots=True)
class Abilities:
    """Which abilities a run uses, as the command line asked."""

    folders: tuple[Path, ...] = ()
    """Beside the built-in and the person's own."""
    only: Path | None = None
    """Just these instead."""
    dry_run: bool = False
    """Decide, but don't act."""
    all_languages: bool = False
    """Read their sentences in languages too that nobody understands here."""
    trusted: bool = False
    """Permit all that they declare, as for the tests of their author."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """An ability from outside, before any of it runs."""

    name: str
    place: str
    """Its file, or its entry point."""
    needs: tuple[str, ...] | None
    """What it declares; None where it says nothing, and runs within the assistant."""


def load_abilities(
    settings: Settings, abilities: Abilities, pretend: Path | None = None
) -> LoadedAbilities:
    """The built-in abilities, the person's own, and those that the settings and flags name.

    Those that run apart keep their things in the person's data folder, or in `pretend`.
    """
    from assistant.acting.apart.loading import Apart
    from assistant.acting.declared import NEEDS
    from assistant.acting.loader import load
    from assistant.app.keeping import kept

    languages = None if abilities.all_languages else settings.understanding.languages
    apart = Apart(
        (pretend or paths.data_folder()) / "plugins",
        (lambda _: NEEDS) if abilities.trusted else _permits().permitted,
        everything=settings.acting.apart == "all",
        languages=languages,
    )
    return load(
        _folders(settings, abilities),
        installed=abilities.only is None,
        languages=languages,
        elsewhere=apart,
        kept=None if pretend else kept(),
    )


def find_plugin(settings: Settings, abilities: Abilities, name: str) -> Plugin:
    """The ability from outside with this name, or in this file.

    Raises UsageError where there is none or more than one, PluginError for needs that there are
    none of.
    """
    from assistant.acting.apart.loading import declaration_of, source_name, source_place

    outside = _outside(settings, abilities)
    named = [each for each in outside if name in (source_name(each), source_place(each))]
    if not named:
        known = ", ".join(sorted(map(source_name, outside))) or "none at all"
        raise UsageError(f"There is no ability {name} from outside; there is {known}.")
    if len(named) > 1:
        places = " and ".join(map(source_place, named))
        raise UsageError(f"There are {places}; name one of them whole.")
    (found,) = named
    return Plugin(source_name(found), source_place(found), declaration_of(found).needs)


def check_compatibility(settings: Settings, abilities: Abilities) -> list[Finding]:
    """What in the source of abilities from outside would break, or soon will."""
    from assistant.acting.apart.loading import source_file
    from assistant.acting.kit import check_source
    from assistant.acting.loader import code_files

    found: list[Finding] = []
    for each in _outside(settings, abilities):
        if file := source_file(each):
            files = code_files(each) if isinstance(each, Path) else [file]
            beside = {one: one.read_bytes() for one in files if one != file}
            found += check_source(file, file.read_bytes(), beside=beside)
    return found


def permit(plugin: Plugin) -> tuple[str, ...]:
    """Let it use what it declares from now on; what this system keeps from abilities that don't
    need it. Raises StateError.
    """
    from assistant.acting.apart.confine import keepable

    _permits().permit(plugin.place, plugin.needs or ())
    return keepable()


def take_back(plugin: Plugin) -> bool:
    """Permit it nothing any more; whether anything was. Raises StateError."""
    return _permits().take_back(plugin.place)


def _permits() -> Permits:
    from assistant.acting.apart.permits import Permits

    return Permits(paths.config_folder() / "plugins.json")


def _folders(settings: Settings, abilities: Abilities) -> tuple[Path, ...]:
    from assistant.acting.loader import intent_folders

    extra = [Path(folder).expanduser() for folder in settings.acting.intents]
    own = paths.config_folder() / "intents"
    return intent_folders(own, (*extra, *abilities.folders), abilities.only)


def _outside(settings: Settings, abilities: Abilities) -> list[Source]:
    from assistant.acting.loader import ability_sources, is_outside

    everything = ability_sources(_folders(settings, abilities), abilities.only is None)
    return [each for each in everything if is_outside(each)]
