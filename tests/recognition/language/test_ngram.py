"""Back-off n-gram models: by hand, and through ARPA and back."""

from __future__ import annotations

import gzip
import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.recognition.language import arpa, files
from assistant.recognition.language.ngram import Level, NgramModel, nothing_known
from tests.recognition.language.models import BIGRAMS, log_prob, model

TEN = np.log(10)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("b a", -0.3 - 0.4 - 0.2),  # every bigram is listed
        ("a", -0.5 - 0.8 - 0.2),  # <s> a backs off
        ("ba", -0.5 - 1.2 - 0.3 - 0.7),  # twice
        ("b x", -0.3 - 0.1 - 1.0 - 0.7),  # an unknown word has no back-off weight
        ("", -0.5 - 0.7),
    ],
)
def test_sentences_by_hand(sentence: str, expected: float) -> None:
    assert log_prob(model(), sentence.split()) == pytest.approx(expected * TEN)


def test_many_states_and_words_are_scored_as_one_by_one() -> None:
    lm = model()
    states, words = map(np.array, zip(*itertools.product(range(11), range(6)), strict=True))
    together, behind = lm.score(states, words)
    for place in range(len(states)):
        alone, state = lm.score(states[[place]], words[[place]])
        assert (together[place], behind[place]) == (alone[0], state[0])


def ngrams(length: int, draw: st.DrawFn) -> list[tuple[str, ...]]:
    word = st.sampled_from(["a", "b", "c", "<s>", "</s>", "<unk>"])
    return sorted(draw(st.sets(st.tuples(*[word] * length), max_size=12)))


@st.composite
def arpa_files(draw: st.DrawFn) -> str:
    """ARPA files in which longer n-grams needn't have their beginnings and ends."""
    value = st.integers(-30, 0).map(lambda tenths: tenths / 10)
    lines = ["\\data\\"]
    for length in range(1, draw(st.integers(1, 4)) + 1):
        lines.append(f"\\{length}-grams:")
        listed = ngrams(length, draw)
        if length == 1:
            listed = [("<unk>",), ("<s>",), ("</s>",), ("a",), ("b",), ("c",)]
        lines += [f"{draw(value)}\t{' '.join(ngram)}\t{draw(value)}" for ngram in listed]
    return "\n".join([*lines, "\\end\\"])


@settings(max_examples=40)
@given(text=arpa_files(), words=st.lists(st.sampled_from("abcx"), max_size=6))
def test_any_arpa_comes_back_the_same(text: str, words: list[str]) -> None:
    lm = model(text)
    again = arpa.parse(arpa.lines(lm))
    assert log_prob(again, words) == pytest.approx(log_prob(lm, words), abs=1e-5)
    assert "".join(arpa.lines(again)) == "".join(arpa.lines(lm))


@settings(max_examples=40)
@given(text=arpa_files(), words=st.lists(st.sampled_from("abcx"), max_size=6))
def test_any_arpa_scores_as_backing_off_is_defined(text: str, words: list[str]) -> None:
    table = {}
    length = 0
    for line in text.splitlines():
        fields = line.split()
        if line.endswith("-grams:"):
            length += 1
        elif length and len(fields) > 1:
            table[tuple(fields[1:-1])] = float(fields[0]), float(fields[-1])

    def prob(context: tuple[str, ...], word: str) -> float:
        if (*context, word) in table:
            return table[*context, word][0]
        return table.get(context, (0, 0))[1] + prob(context[1:], word)

    said = ["<s>", *(word if word in "abc" else "<unk>" for word in words), "</s>"]
    longest = max(map(len, table)) - 1
    expected = sum(
        prob(tuple(said[max(0, place - longest) : place]), said[place])
        for place in range(1, len(said))
    )
    assert log_prob(model(text), words) == pytest.approx(expected * TEN)


def test_without_unk_an_unknown_word_is_as_rare_as_the_rarest() -> None:
    lm = model(BIGRAMS.replace("-1.0\t<unk>\n", ""))
    assert log_prob(lm, ["x"], end=False) == pytest.approx((-0.5 - 1.2) * TEN)


def test_nothing_known_costs_nothing() -> None:
    assert log_prob(nothing_known(), ["any", "thing"]) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no \\\\end"),
        ("hello", "no \\\\end"),
        ("\\data\\\nngram 1=1\n\\2-grams:", "line 3 is no line"),
        ("\\data\\\nnonsense", "line 2 is no line"),
        (BIGRAMS.replace("-0.8\ta\t-0.2", "-0.8 a b -0.2"), "line 10 is no line"),
        (BIGRAMS.replace("-0.8\ta", "much\ta"), "line 10 is no line"),
        (BIGRAMS.replace("b a", "b z"), "line 16 is no line"),
        (BIGRAMS.replace("-0.8\ta", "nan\ta"), "no finite number"),
        ("\\data\\\n\\1-grams:\n\\end\\", "no words"),
    ],
)
def test_what_is_no_arpa_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "x.arpa"
    file.write_text(text)
    with pytest.raises(ModelError, match=f"x.arpa: .*{said}"):
        files.read(file)


def test_a_zipped_file_is_read_and_written(tmp_path: Path) -> None:
    files.write(tmp_path / "x.arpa.gz", model())
    assert gzip.decompress((tmp_path / "x.arpa.gz").read_bytes()).startswith(b"\\data\\")
    assert files.read(tmp_path / "x.arpa.gz").words == model().words


@pytest.mark.parametrize("name", ["none.arpa", "bytes.arpa", "broken.arpa.gz"])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "bytes.arpa").write_bytes(b"\xff\xfe\x80")
    (tmp_path / "broken.arpa.gz").write_bytes(gzip.compress(b"x" * 100)[:-9])
    with pytest.raises(ModelError, match=name):
        files.read(tmp_path / name)


def test_a_word_twice_is_refused() -> None:
    level = Level(np.zeros((1, 1), np.int64), np.zeros(1), np.zeros(1))
    with pytest.raises(ModelError, match="twice"):
        NgramModel.from_levels(["a", "a"], [level])
