"""Columns and tokens, numbered as the tokenizer of the model numbers them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import ModelError
from assistant.recognition.vocabulary import fit, read_symbols, read_vocabulary
from assistant.records import Vocabulary


def write(folder: Path, vocab: object, **files: object) -> Path:
    (folder / "vocab.json").write_text(json.dumps(vocab))
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    return folder


def read(folder: Path, language: str = "", pad_token_id: int | None = None) -> Vocabulary:
    return read_vocabulary(folder, language, pad_token_id)


LETTERS = {"<pad>": 0, "|": 1, "a": 2, "b": 3}


def test_columns_follow_the_numbers_not_the_order(tmp_path: Path) -> None:
    found = read(write(tmp_path, {"b": 0, "<pad>": 2, "a": 1, "|": 3}))
    assert found.tokens[:4] == ("b", "a", "<pad>", "|")
    assert (found.blank, found.word_delimiter) == (2, 3)


def test_special_tokens_without_an_entry_come_last(tmp_path: Path) -> None:
    found = read(write(tmp_path, LETTERS))
    assert found.tokens == ("<pad>", "|", "a", "b", "<s>", "</s>", "<unk>")
    assert found.special == {0, 4, 5, 6}


def test_other_names_of_special_tokens(tmp_path: Path) -> None:
    config = {"pad_token": "[PAD]", "unk_token": {"content": "[UNK]"}, "word_delimiter_token": "_"}
    vocab = {"a": 0, "_": 1, "[UNK]": 2, "[PAD]": 3}
    found = read(write(tmp_path, vocab, tokenizer_config=config))
    assert (found.blank, found.word_delimiter) == (3, 1)
    assert {2, 3} <= found.special


def test_the_older_file_of_special_tokens(tmp_path: Path) -> None:
    found = read(write(tmp_path, {"a": 0, "[PAD]": 1}, special_tokens_map={"pad_token": "[PAD]"}))
    assert found.blank == 1


def test_tokenizer_config_wins_over_the_older_file(tmp_path: Path) -> None:
    older, newer = {"pad_token": "a"}, {"pad_token": "[PAD]"}
    folder = write(tmp_path, {"a": 0, "[PAD]": 1}, special_tokens_map=older, tokenizer_config=newer)
    assert read(folder).blank == 1


def test_added_tokens_of_both_forms(tmp_path: Path) -> None:
    added = {"<s>": 4, "</s>": 5}
    config = {"added_tokens_decoder": {"6": {"content": "<noise>", "special": True}}}
    found = read(write(tmp_path, LETTERS, added_tokens=added, tokenizer_config=config))
    assert found.tokens[4:] == ("<s>", "</s>", "<noise>", "<unk>")
    assert found.special == {0, 4, 5, 6, 7}


def test_columns_that_nobody_claims_never_become_text(tmp_path: Path) -> None:
    found = read(write(tmp_path, {"<pad>": 0, "|": 1, "a": 4}))
    assert found.tokens[2:4] == ("<unk>", "<unk>")
    assert {2, 3} <= found.special


def test_a_space_as_word_delimiter(tmp_path: Path) -> None:
    assert read(write(tmp_path, {"<pad>": 0, " ": 1, "a": 2})).word_delimiter == 1


def test_no_word_delimiter(tmp_path: Path) -> None:
    assert read(write(tmp_path, {"<pad>": 0, "a": 1})).word_delimiter is None


def test_the_blank_of_the_config_where_the_tokenizer_has_none(tmp_path: Path) -> None:
    assert read(write(tmp_path, {"_": 0, "a": 1}), pad_token_id=0).blank == 0


@pytest.mark.parametrize("pad_token_id", [None, 7, -1])
def test_no_blank_at_all(tmp_path: Path, pad_token_id: int | None) -> None:
    with pytest.raises(ModelError, match="names no blank"):
        read(write(tmp_path, {"|": 0, "a": 1}), pad_token_id=pad_token_id)


def test_flags_for_the_text(tmp_path: Path) -> None:
    config = {"do_lower_case": True, "clean_up_tokenization_spaces": True}
    found = read(write(tmp_path, LETTERS, tokenizer_config=config))
    assert (found.lower_case, found.clean_up) == (True, True)


class TestLanguages:
    NESTED = {"eng": LETTERS, "deu": {"<pad>": 0, "ü": 1}}  # noqa: RUF012

    def test_the_tokenizer_chooses(self, tmp_path: Path) -> None:
        folder = write(tmp_path, self.NESTED, tokenizer_config={"target_lang": "deu"})
        assert read(folder).tokens[1] == "ü"

    def test_the_caller_chooses(self, tmp_path: Path) -> None:
        folder = write(tmp_path, self.NESTED, tokenizer_config={"target_lang": "deu"})
        assert read(folder, "eng").tokens[2] == "a"

    def test_a_single_language_needs_no_choice(self, tmp_path: Path) -> None:
        assert read(write(tmp_path, {"eng": LETTERS})).tokens[2] == "a"

    @pytest.mark.parametrize("language", ["", "fra"])
    def test_the_languages_are_listed(self, tmp_path: Path, language: str) -> None:
        with pytest.raises(ModelError, match="choose one of deu, eng"):
            read(write(tmp_path, self.NESTED), language)


@pytest.mark.parametrize(
    "vocab",
    [
        {},
        {"a": "1"},
        {"a": 0, "b": 0},
        {"a": -1},
        {"a": 1.0},
        {"a": 10**9},
        {"eng": {"a": None}},
        {"eng": {}},
    ],
    ids=repr,
)
def test_broken_vocabularies(tmp_path: Path, vocab: object) -> None:
    with pytest.raises(ModelError, match=r"vocab\.json"):
        read(write(tmp_path, vocab))


def test_a_huge_gap_is_no_vocabulary(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="large gaps"):
        read(write(tmp_path, {"<pad>": 0, "a": 999_999}))


@pytest.mark.parametrize("key", ["x", "-1", "²", "9999999999"])
def test_broken_added_tokens(tmp_path: Path, key: str) -> None:
    config = {"added_tokens_decoder": {key: {"content": "<s>"}}}
    with pytest.raises(ModelError, match="tokenizer_config"):
        read(write(tmp_path, LETTERS, tokenizer_config=config))


class TestFit:
    VOCABULARY = Vocabulary(("<pad>", "a", "b", "<s>"), 0, None, frozenset({0, 3}))

    def test_special_tokens_beyond_the_outputs_go(self) -> None:
        found = fit(self.VOCABULARY, 3, Path("model.onnx"))
        assert found.tokens == ("<pad>", "a", "b")
        assert found.special == {0}

    def test_the_same_width_changes_nothing(self) -> None:
        assert fit(self.VOCABULARY, 4, Path("model.onnx")) == self.VOCABULARY

    @pytest.mark.parametrize("width", [0, 2, 5])
    def test_letters_or_outputs_without_the_other(self, width: int) -> None:
        with pytest.raises(ModelError, match=f"{width} outputs.* 4 entries"):
            fit(self.VOCABULARY, width, Path("model.onnx"))


class TestSymbols:
    def read(self, folder: Path, content: object) -> Vocabulary:
        (folder / "phonemes.json").write_text(json.dumps(content), encoding="utf-8")
        return read_symbols(folder / "phonemes.json")

    def test_a_list(self, tmp_path: Path) -> None:
        found = self.read(tmp_path, ["<pad>", "|", "ə", "tʃ"])
        assert found == Vocabulary(("<pad>", "|", "ə", "tʃ"), 0, 1, frozenset({0}))

    def test_an_object(self, tmp_path: Path) -> None:
        found = self.read(tmp_path, {"ə": 0, "<blank>": 2, " ": 1})
        assert found == Vocabulary(("ə", " ", "<blank>"), 2, 1, frozenset({2}))

    def test_the_first_is_blank_unless_one_is_named(self, tmp_path: Path) -> None:
        assert self.read(tmp_path, ["_", "ə"]).blank == 0
