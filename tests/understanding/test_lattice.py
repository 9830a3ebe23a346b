from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.lattice import Lattice, lattice
from assistant.understanding.text import key, words


def readings(sentence: Lattice, node: int = 0) -> set[str]:
    """All word sequences from a node to the end."""
    if node == sentence.end:
        return {""}
    return {
        f"{arc.word} {rest}".strip()
        for arc in sentence.arcs[node]
        for rest in readings(sentence, arc.target)
    }


def test_figures_are_also_spelled_out() -> None:
    assert readings(lattice("wake me at 7:30")) == {"wake me at 7 30", "wake me at seven thirty"}


def test_each_language_has_its_own_figures() -> None:
    assert readings(lattice("um 7 uhr", "de")) == {"um 7 uhr", "um sieben uhr"}


def test_a_language_without_values_keeps_its_figures() -> None:
    assert readings(lattice("o 7", "pl")) == {"o 7"}


def test_what_is_elided_is_a_word_of_its_own() -> None:
    assert readings(lattice("d'appeler l’hôtel")) >= {"d appeler l hôtel"}


def test_misheard_words_are_joined_and_torn() -> None:
    known = {"set", "timer", "minutes"}.__contains__
    assert "set timer" in readings(lattice("settimer", known=known))
    assert "set minutes" in readings(lattice("set min utes", known=known))


def test_a_misspelt_word_is_torn_from_a_good_one() -> None:
    known = {"ceiling", "fan", "lights", "off"}.__contains__
    assert "ceilning fan" in readings(lattice("ceilningfan", known=known))
    assert "fan ceilning" in readings(lattice("fanceilning", known=known))
    assert readings(lattice("lijfan", known=known)) == {"lijfan"}


def test_good_words_stay_apart() -> None:
    known = {"two", "to", "ten"}.__contains__
    assert readings(lattice("two to ten", known=known)) == {"two to ten"}


def test_polite_phrases_may_be_passed_over() -> None:
    polite = [("could", "you"), ("please",)]
    assert "stop" in readings(lattice("could you please stop", polite=polite))
    assert readings(lattice("could we stop", polite=polite)) == {"could we stop"}


def test_the_text_between_nodes_is_as_it_was_written() -> None:
    sentence = lattice("Call  Anna, at 7:30!")
    assert sentence.between(0, sentence.end) == "Call  Anna, at 7:30"


@given(st.text(alphabet="abc 0123456789:%.,'+-", max_size=30))
def test_arcs_lead_on_and_the_words_as_written_are_one_reading(text: str) -> None:
    sentence = lattice(text)
    for node, arcs in enumerate(sentence.arcs):
        assert all(node < arc.target <= sentence.end for arc in arcs)
        assert arcs or node == sentence.end
    at, said = 0, []
    while sentence.arcs[at]:
        said.append(sentence.arcs[at][0].word)
        at = sentence.arcs[at][0].target
    assert tuple(said) == tuple(map(key, words(text)))
