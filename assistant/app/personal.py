"""What a person has in a file here or on a server: contacts, the calendar and lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.credentials import password_for
from assistant.settings import ActingSettings

if TYPE_CHECKING:
    from assistant.acting.caldav import CalDavCalendar
    from assistant.acting.calendar import FileCalendar
    from assistant.acting.carddav import CardDavContacts
    from assistant.acting.contacts import CardContacts
    from assistant.acting.dav_copy import DavCopy
    from assistant.acting.services import Lists
    from assistant.records import Language


def open_contacts(
    settings: ActingSettings, data: Path, me: str, languages: Sequence[Language]
) -> CardContacts | CardDavContacts:
    """The address book in a file, or on a server with a copy here. Raises SettingsError."""
    url, user = settings.contacts, settings.contacts_user
    if not _is_served(url):
        from assistant.acting.contacts import CardContacts

        return CardContacts(_file(url, data / "contacts.vcf"), me, languages)
    from assistant.acting.carddav import CardDavContacts, DavBook
    from assistant.acting.dav_copy import copy_name

    book = DavBook(url, user, _password(url, user))
    return CardDavContacts(book, data / copy_name("contacts", url), me, languages)


def open_calendar(settings: ActingSettings, data: Path) -> FileCalendar | CalDavCalendar:
    """The calendar in a file, or on a server with a copy here. Raises SettingsError."""
    from assistant.acting.invitations import Invitations

    url, user = settings.calendar, settings.calendar_user
    invitations = Invitations(data / "invitations", settings.email)
    if not _is_served(url):
        from assistant.acting.calendar import FileCalendar

        return FileCalendar(_file(url, data / "calendar.ics"), invitations=invitations)
    from assistant.acting.caldav import CalDavCalendar
    from assistant.acting.dav import DavServer
    from assistant.acting.dav_copy import copy_name

    server = DavServer(url, user, _password(url, user))
    copy = data / copy_name("calendar", url)
    return CalDavCalendar(server, copy, invitations=invitations)


def open_lists(settings: ActingSettings, data: Path) -> Lists:
    """The lists in plain text, but for those that are on a server, with copies here.

    Raises SettingsError.
    """
    from assistant.acting.text_lists import TextLists

    named = {"shopping": settings.shopping, "to-do": settings.to_do}
    copies = {
        name: _open_list(name, url, settings.lists_user, data) for name, url in named.items() if url
    }
    if not copies:
        return TextLists(data)
    from assistant.acting.task_lists import TaskLists

    return TaskLists(copies, TextLists(data))


def _open_list(name: str, url: str, user: str, data: Path) -> DavCopy:
    from assistant.acting.dav import DavServer
    from assistant.acting.dav_copy import DavCopy, copy_name

    return DavCopy(DavServer(url, user, _password(url, user), "list"), data / copy_name(name, url))


def _is_served(setting: str) -> bool:
    return setting.startswith(("https://", "http://"))


def _password(url: str, user: str) -> str:
    return password_for(url, user, paths.config_folder() / "passwords.toml")


def _file(setting: str, default: Path) -> Path:
    return Path(setting).expanduser() if setting else default
