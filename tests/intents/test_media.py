"""Players and the volume, as they are talked about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant import Track
from tests.intents.desk import Desk, make_desk
from tests.intents.pretend_sound import PretendSound

GUIDE = (Path(__file__).parents[2] / "docs" / "home.md").read_text("utf-8")
SOUND = PretendSound()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("desk"), sound=SOUND)


@pytest.fixture(autouse=True)
def sound() -> PretendSound:
    """As it was in the beginning."""
    vars(SOUND).update(vars(PretendSound()))
    return SOUND


def test_a_player_is_told(desk: Desk, sound: PretendSound) -> None:
    said = ("pause the music", "play the music", "next song", "previous song")
    answers = ["Paused.", "Playing.", "The next one.", "The one before."]
    assert [desk.say(each) for each in said] == answers
    assert sound.done == ["pause", "play", "next", "previous"]


def test_what_plays_is_named(desk: Desk, sound: PretendSound) -> None:
    assert desk.say("what song is this") == "Nothing is playing."
    for track, answer in (
        (Track("Clair de lune", "Claude Debussy"), "Clair de lune, by Claude Debussy."),
        (Track("Clair de lune"), "Clair de lune."),
        (Track(""), "Something without a name."),
    ):
        sound.track = track
        assert desk.say("what song is this") == answer


def test_the_volume(desk: Desk, sound: PretendSound) -> None:
    assert desk.say("how loud is it") == "Volume at 40 percent."
    assert desk.say("set the volume to ninety five percent") == "Volume at 95 percent."
    assert desk.say("turn the volume up") == "Volume at 100 percent."
    assert desk.say("make it quieter") == "Volume at 90 percent."
    assert desk.say("volume five") == "Volume at five percent."
    assert desk.say("volume down") == "Volume at zero percent."
    assert desk.say("turn the volume up by thirty percent") == "Volume at 30 percent."
    assert desk.say("turn down the volume by 25") == "Volume at five percent."
    assert desk.say("turn the volume down by ten percent") == "Volume at zero percent."
    assert desk.say("mute the sound") == "Muted."
    assert sound.muted
    assert desk.say("unmute the sound") == "Volume at zero percent."
    assert not sound.muted
    reply = desk.act("set the volume to two hundred percent")
    assert (reply.text, reply.ok) == ("The volume goes from nought to a hundred percent.", False)


def test_what_does_not_work_is_told(desk: Desk, sound: PretendSound) -> None:
    sound.problem = "Nothing is there that plays anything; start a player first."
    reply = desk.act("pause the music")
    assert (reply.text, reply.ok) == (sound.problem, False)


def test_the_guide_is_true(desk: Desk, sound: PretendSound) -> None:
    sound.track = Track("Clair de lune", "Claude Debussy")
    turns = re.findall(r"^you: (.*)\nit: *(.*)$", GUIDE.partition("## Music")[2], re.MULTILINE)
    assert len(turns) >= 5
    assert [(said, desk.say(said)) for said, _ in turns] == turns


def test_without_the_setting_they_are_no_commands(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    assert not any(each.name.startswith("media.") for each in desk.conversation.abilities())
