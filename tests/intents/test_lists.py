"""The shopping list and the to-do list, as they are talked about."""

from __future__ import annotations

from assistant import spoken
from tests.intents.desk import Desk


def test_a_shopping_list_from_empty_to_cleared(desk: Desk) -> None:
    assert desk.say("what's on the shopping list") == "The shopping list is empty."
    assert desk.say("add milk to the shopping list") == "Added milk to the shopping list."
    assert desk.say("put bread and eggs on my list") == "Added bread and eggs to the shopping list."
    assert desk.say("add milk to the list") == "Milk is on the shopping list already."
    assert desk.say("read the list") == "On the shopping list: milk, bread and eggs."
    assert desk.say("take bread off the shopping list") == "Took bread off the shopping list."
    assert desk.say("clear the shopping list") == "Clear the shopping list?"
    assert desk.say("no") == ""
    assert desk.say("read the list") == "On the shopping list: milk and eggs."
    desk.say("clear the shopping list")
    assert desk.say("yes") == "Cleared the shopping list."
    assert desk.say("read the list") == "The shopping list is empty."


def test_things_to_do_are_a_list_of_their_own(desk: Desk) -> None:
    assert desk.say("put call the bank on my to do list") == (
        "Added call the bank to the to-do list."
    )
    assert desk.say("what's on the shopping list") == "The shopping list is empty."
    assert desk.say("read my to do list") == "On the to-do list: call the bank."


def test_what_is_not_there_cannot_be_taken_off(desk: Desk) -> None:
    reply = desk.act("remove caviar from the shopping list")
    assert (reply.ok, reply.text) == (False, "Caviar is not on the shopping list.")


def test_a_long_list_is_cut_where_nobody_would_listen(desk: Desk) -> None:
    for number in range(1, 11):
        desk.lists.add("shopping", f"thing {spoken(number)}")
    said = desk.say("read the shopping list")
    assert said.startswith("On the shopping list: thing one, ")
    assert said.endswith("thing eight and two more.")
