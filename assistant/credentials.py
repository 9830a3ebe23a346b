"""Secrets of servers: from the system's keyring, else from a file that nobody else may read.

They are never logged, and stand in no message.
"""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from assistant.errors import SettingsError
from assistant.phrasebook import told

SERVICE = "assistant"
"""Under which the keyring has them: a password under "user@host", a token under "host"."""


def password_for(url: str, user: str, file: Path) -> str:
    """The password of somebody at a server; empty where there is none.

    Raises SettingsError for a file that others may read, or that can't be read here.
    """
    return secret(f"{user}@{urlsplit(url).hostname or ''}", file)


def lacking(host: str, user: str) -> str:
    """What somebody is told whose server wants the password that there is none of."""
    return told(
        "There is no password for {name}; put it into the keyring, or into passwords.toml beside "
        "the settings.",
        name=f"{user}@{host}",
    )


def secret(name: str, file: Path) -> str:
    """A secret by its name; empty where there is none. Raises as `password_for` does."""
    return from_keyring(name) or _from_file(name, file)


def from_keyring(name: str) -> str:
    """A secret of the system's keyring; empty where there is none, or no keyring."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, name) or ""
    except KeyringError:
        return ""


def _from_file(name: str, file: Path) -> str:
    try:
        if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise SettingsError(f"Others may read the passwords in {file}; run chmod 600 on it.")
        found = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # What exactly is wrong may quote a password.
        raise SettingsError(f'{file} can\'t be read; write "user@host" = "password".') from error
    return str(found.get(name, ""))
