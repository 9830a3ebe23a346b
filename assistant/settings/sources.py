"""Where settings come from: defaults, under config.toml, under the environment, under flags.

An environment variable is named ASSISTANT_<SECTION>_<FIELD>, such as ASSISTANT_AUDIO_DEVICE.
"""

from __future__ import annotations

import os
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from assistant.errors import SettingsError, reason
from assistant.settings.conversion import converted, described
from assistant.settings.sections import Settings


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
            values[name] = _checked(name, value, source)
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
    document = tomlkit.parse(_read(file))
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
    """The text of the file; empty where there is none. Raises SettingsError."""
    try:
        return file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"Can't read the settings in {file}: {reason(error)}; mend or move it."
        ) from error


def _from_file(file: Path) -> dict[str, object]:
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
    found: dict[str, object] = {}
    for part in fields(Settings):
        prefix = f"ASSISTANT_{part.name.upper()}_"
        for variable, value in environ.items():
            if variable.startswith(prefix):
                found[f"{part.name}.{variable.removeprefix(prefix).lower()}"] = value
    return found


def _checked(name: str, value: object, source: str) -> object:
    """`value` as the type that the setting has; raises SettingsError, naming the source."""
    hint = _hints().get(name)
    if hint is None:
        section = name.split(".")[0] + "."
        known = [other for other in names() if other.startswith(section)]
        known = known or [f"[{part.name}]" for part in fields(Settings)]
        raise SettingsError(f"{source}: no setting {name}; there are {', '.join(known)}.")
    try:
        return converted(hint, value)
    except (KeyError, TypeError, ValueError) as error:
        wants = described(hint)
        raise SettingsError(f"{source}: {name} must be {wants}, not {value!r}.") from error
