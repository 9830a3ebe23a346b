"""A player on a real D-Bus of its own, which does what it is told or not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from assistant.acting.bus import Bus, BusError
from assistant.acting.household import Track
from assistant.acting.players import MprisMedia
from assistant.errors import ServiceError
from tests.acting.bus import RefusedError, Reply, program


@dataclass
class Player:
    """What it shows of itself, and what it was told."""

    status: str = "Paused"
    deaf: bool = False
    told: list[str] = field(default_factory=list)
    metadata: dict[str, Any] = field(
        default_factory=lambda: {
            "xesam:title": ("s", "Clair de lune"),
            "xesam:artist": ("as", ["Claude Debussy"]),
        }
    )

    def __call__(self, path: str, member: str, values: tuple[Any, ...]) -> Reply:
        assert path == "/org/mpris/MediaPlayer2"
        if member == "GetAll":
            shown = {"PlaybackStatus": ("s", self.status), "Metadata": ("a{sv}", self.metadata)}
            return "a{sv}", (shown,)
        if member not in ("Play", "Pause", "Next", "Previous"):
            raise RefusedError("org.freedesktop.DBus.Error.UnknownMethod")
        self.told.append(member)
        if not self.deaf:
            self.status = {"Play": "Playing", "Pause": "Paused"}.get(member, self.status)
        return "", ()


@pytest.fixture
def players(bus_address: str) -> Iterator[tuple[Player, Player]]:
    both = (Player(), Player())
    with ExitStack() as stack:
        for name, player in zip(("music", "video.instance7"), both, strict=True):
            stack.enter_context(program(bus_address, f"org.mpris.MediaPlayer2.{name}", player))
        yield both


def test_the_one_that_plays_is_meant(bus_address: str, players: tuple[Player, Player]) -> None:
    music, video = players
    video.status = "Playing"
    media = MprisMedia(Bus(bus_address))
    media.do("pause")
    assert (music.told, video.told) == ([], ["Pause"])
    media.do("play")  # now all are paused, and one is as good as the other
    assert music.told == ["Play"]
    for deed in ("next", "previous"):
        media.do(deed)  # type: ignore[arg-type]
    assert music.told == ["Play", "Next", "Previous"]


def test_what_plays_is_named(bus_address: str, players: tuple[Player, Player]) -> None:
    media = MprisMedia(Bus(bus_address))
    assert media.playing() is None
    players[0].status = "Playing"
    assert media.playing() == Track("Clair de lune", "Claude Debussy")
    players[0].metadata = {"xesam:artist": ("s", "nobody")}
    assert media.playing() == Track("")


def test_one_that_does_not_do_it_is_told_of(
    bus_address: str, players: tuple[Player, Player]
) -> None:
    players[1].status, players[1].deaf = "Playing", True
    with pytest.raises(ServiceError, match="video doesn't do that"):
        MprisMedia(Bus(bus_address), within_s=0.1).do("pause")


def test_nobody_plays(bus_address: str) -> None:
    with pytest.raises(ServiceError, match="start a player first"):
        MprisMedia(Bus(bus_address)).do("play")


def test_there_is_no_bus(tmp_path: Path) -> None:
    with pytest.raises(BusError, match="no D-Bus"):
        MprisMedia(Bus(f"unix:path={tmp_path}/none")).do("play")
