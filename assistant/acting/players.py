"""Whatever plays music or films on this machine, by MPRIS on D-Bus.

https://specifications.freedesktop.org/mpris-spec/latest/ has the names below.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from assistant.acting.bus import Bus
from assistant.acting.household import Deed, Track
from assistant.errors import ServiceError
from assistant.phrasebook import told

PREFIX = "org.mpris.MediaPlayer2."
PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"

STATES: Mapping[Deed, str] = {"play": "Playing", "pause": "Paused"}
"""What a player says of itself when it did so."""
METHODS: Mapping[Deed, str] = {
    "play": "Play",
    "pause": "Pause",
    "next": "Next",
    "previous": "Previous",
}
OBEYS_WITHIN_S = 1.0
LOOK_EVERY_S = 0.05


class MprisMedia:
    """`Media` over the player that plays, else one that is paused, else any."""

    def __init__(self, bus: Bus, within_s: float = OBEYS_WITHIN_S) -> None:
        """A player that hasn't done what it was told `within_s` doesn't do it."""
        self._bus, self._within_s = bus, within_s

    def do(self, deed: Deed) -> None:
        player, _ = self._chosen()
        self._bus.call(player, PATH, f"{PLAYER}.{METHODS[deed]}")
        wanted = STATES.get(deed)
        if wanted and not self._is(player, wanted):
            raise ServiceError(told("{player} doesn't do that; look at it.", player=_named(player)))

    def playing(self) -> Track | None:
        _, shown = self._chosen()
        if shown.get("PlaybackStatus") != "Playing":
            return None
        metadata = shown.get("Metadata", {})
        title, artists = (_value(metadata, f"xesam:{name}") for name in ("title", "artist"))
        artist = ", ".join(map(str, artists)) if isinstance(artists, list | tuple) else ""
        return Track(str(title or ""), artist)

    def _chosen(self) -> tuple[str, Mapping[str, Any]]:
        """The player that is meant, and what it shows of itself."""
        names = self._bus.call(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ListNames"
        )
        players = sorted(name for name in names if str(name).startswith(PREFIX))
        if not players:
            none = "Nothing is there that plays anything; start a player first."
            raise ServiceError(told(none))
        shown = {name: self._bus.properties(name, PATH, PLAYER) for name in players}
        order = {"Playing": 0, "Paused": 1}
        best = min(players, key=lambda name: order.get(shown[name].get("PlaybackStatus", ""), 2))
        return best, shown[best]

    def _is(self, player: str, wanted: str) -> bool:
        """Whether it says so soon."""
        for _ in range(max(1, round(self._within_s / LOOK_EVERY_S))):
            if self._bus.properties(player, PATH, PLAYER).get("PlaybackStatus") == wanted:
                return True
            time.sleep(LOOK_EVERY_S)
        return False


def _value(metadata: Mapping[str, Any], name: str) -> Any:
    """Without its D-Bus type."""
    return metadata.get(name, ("", None))[1]


def _named(player: str) -> str:
    """ "vlc" of "org.mpris.MediaPlayer2.vlc.instance7"."""
    return player.removeprefix(PREFIX).partition(".")[0]
