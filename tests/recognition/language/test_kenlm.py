"""KenLM's binaries: four.kenlm was made by its `build_binary probing` of four.arpa."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.recognition.language import files
from assistant.recognition.language.kenlm import KenlmModel
from assistant.recognition.words import BeamDecoder
from assistant.settings import DecodingSettings
from tests.recognition.language.models import log_prob
from tests.recognition.test_greedy import emit

FOLDER = Path(__file__).parent
BINARY = (FOLDER / "four.kenlm").read_bytes()


def model(data: bytes = BINARY) -> KenlmModel:
    return KenlmModel(np.frombuffer(data, np.uint8))


def test_sentences_have_the_scores_that_kenlms_own_program_gives() -> None:
    given = {
        "set a timer now": -3.5020354,
        "what time is the pasta": -4.72593,
        "x call mary": -3.987725,
        "call the y mary now": -6.7558093,
        "": -1.0733222,
    }
    found = {text: log_prob(files.read(FOLDER / "four.kenlm"), text.split()) for text in given}
    assert found == pytest.approx({text: np.log(10) * score for text, score in given.items()})


WORDS = ["set", "a", "timer", "the", "pasta", "what", "time", "is", "now", "call", "mary", "x"]


@given(words=st.lists(st.sampled_from(WORDS), max_size=8), other=st.sampled_from(WORDS))
def test_the_binary_says_what_its_arpa_says(words: list[str], other: str) -> None:
    arpa, binary = files.read(FOLDER / "four.arpa"), model()
    assert log_prob(binary, words) == pytest.approx(log_prob(arpa, words), abs=1e-4)
    assert set(binary.words) == set(arpa.words)
    assert (binary.number(other) == binary.number("<unk>")) == (other == "x")


def test_many_states_are_scored_as_one_by_one() -> None:
    lm = model()
    states = np.array([lm.begin, lm.begin, 0, 0])
    words = np.array([lm.number(word) for word in ("set", "x", "a", "set")])
    together, behind = lm.score(states, words)
    for place in range(4):
        alone, state = lm.score(states[[place]], words[[place]])
        assert (alone[0], state[0]) == (together[place], behind[place])


def test_it_decodes() -> None:
    settings = DecodingSettings(words="known", hotwords=("b=2",))
    assert BeamDecoder(model(), settings).decode(emit("_a|_b_")).text == "a b"


@given(length=st.integers(100, len(BINARY) - 1))
def test_a_file_that_is_cut_off_is_refused(length: int) -> None:
    with pytest.raises(ModelError):
        model(BINARY[:length])


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (49, b"4", "another version"),
        (56, b"\x01", "another version"),
        (96, b"\x02", "probing"),
        (88, b"\xff", "probing"),
    ],
)
def test_what_is_not_read_is_named(tmp_path: Path, place: int, value: bytes, said: str) -> None:
    file = tmp_path / "x.kenlm"
    file.write_bytes(BINARY[:place] + value + BINARY[place + 1 :])
    with pytest.raises(ModelError, match=said):
        files.read(file)
