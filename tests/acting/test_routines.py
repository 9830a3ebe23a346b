"""The file of routines: what people write into it, and what is kept in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.acting.household import Routine
from assistant.acting.routines import MOST_COMMANDS, TomlRoutines
from assistant.errors import ServiceError


def test_a_file_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "routines.toml"
    file.write_text('"good night|sleep well" = ["lights off", "set an alarm"]\nbye = "bye bye"\n')
    routines = TomlRoutines(file)
    assert routines.all() == (
        Routine("good night|sleep well", ("lights off", "set an alarm")),
        Routine("bye", ("bye bye",)),
    )
    assert [entry.text for entry in routines.entries()] == ["good night|sleep well", "bye"]
    assert str(routines.all()[0]) == "good night"


def test_what_is_learnt_leaves_the_rest_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "routines.toml"
    file.write_text('# Mine.\nbye = "lights off"  # at eight\n')
    routines = TomlRoutines(file)
    routines.read_with(lambda text: ("lights off",) if "lights" in text else ())
    made = routines.define("Good Night, lights off")
    assert (made.phrase, made.commands) == ("good night", ("lights off",))
    assert file.read_text() == (
        '# Mine.\nbye = "lights off"  # at eight\n"good night" = ["lights off"]\n'
    )
    routines.forget(made)
    routines.forget(made)
    assert file.read_text() == '# Mine.\nbye = "lights off"  # at eight\n'


def test_the_commands_begin_where_they_can(tmp_path: Path) -> None:
    routines = TomlRoutines(tmp_path / "routines.toml")
    routines.read_with(lambda text: (text,) if text == "turn off the lights" else ())
    assert routines.define("good night my dear turn off the lights").phrase == "good night my dear"
    with pytest.raises(ServiceError, match="what to do then"):
        routines.define("a b c d e f g turn off the lights")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("bye = ", "can't be read"),
        ("bye = 7", 'write "bye" ='),
        ("[bye]\na = 1", 'write "bye" ='),
        ('bye = ["a", 3]', 'write "bye" ='),
    ],
)
def test_what_is_no_file_of_routines(tmp_path: Path, content: str, problem: str) -> None:
    file = tmp_path / "routines.toml"
    file.write_text(content)
    with pytest.raises(ServiceError, match=problem):
        TomlRoutines(file).entries()


def test_a_broken_file_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "routines.toml"
    file.write_bytes(b"bye = \xff")
    with pytest.raises(ServiceError, match="can't be read"):
        TomlRoutines(file).make("good night", ("lights off",))
    assert file.read_bytes() == b"bye = \xff"


def test_a_phrase_with_slots_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "routines.toml"
    file.write_text('"say {what}" = "a"\n"(open" = "b"\nbye = "c"\n')
    assert [str(each) for each in TomlRoutines(file).all()] == ["bye"]


def test_nobody_does_so_many_things_at_once(tmp_path: Path) -> None:
    file = tmp_path / "routines.toml"
    ten = ", ".join(['"lights off"'] * 11)
    file.write_text(f'bye = [{ten}]\nall = ["bye", "bye"]\n')
    routines = TomlRoutines(file)
    assert len(routines.commands(routines.all()[0])) == 11
    with pytest.raises(ServiceError, match=f"more than {MOST_COMMANDS} things"):
        routines.commands(routines.all()[1])
