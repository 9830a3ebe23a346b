"""Acting: abilities, contacts, the calendar and the telephone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.settings.checks import is_web, require


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
    email: str = ""
    """Your own e-mail address: whoever you invite answers there."""
    shopping: str = ""
    """The shopping list: empty for shopping.txt in the data folder. Or https://… of a CalDAV
    server, or of one list of tasks there; needs the extra "calendar"."""
    to_do: str = ""
    """The to-do list, likewise: empty for to-do.txt in the data folder."""
    lists_user: str = ""
    """Whose they are there; the password is where that of the calendar would be."""
    region: str = "GB"
    """ISO country of phone numbers that are said without a country code."""
    deadline_s: float = 10.0
    """A handler that takes longer is given up."""

    def __post_init__(self) -> None:
        require(len(self.region) == 2, "acting.region", "a two-letter country", self.region)
        require(self.deadline_s > 0, "acting.deadline_s", "positive", self.deadline_s)
        address = not self.email or "@" in self.email
        require(address, "acting.email", "like anna@example.org", self.email)
        for name in ("contacts", "calendar"):
            where = getattr(self, name)
            there = "://" not in where or is_web(where)
            require(there, f"acting.{name}", "a file, or https://… of a server", where)
        for name in ("shopping", "to_do"):
            where = getattr(self, name)
            require(
                not where or is_web(where),
                f"acting.{name}",
                "https://… of a server, or empty",
                where,
            )
        apart = not self.to_do or self.to_do != self.shopping
        require(apart, "acting.to_do", "another list than acting.shopping", self.to_do)


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
        require(self.most_calls >= 1, "phone.most_calls", "1 or more", self.most_calls)
