"""What the columns of a model's output stand for, from the tokenizer files of its folder.

The numbering is that of transformers' Wav2Vec2CTCTokenizer: the entries of vocab.json (one
language's, where it is nested), then added tokens, then special tokens that have no entry yet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from assistant.errors import ModelError
from assistant.recognition.jsonfile import JsonFile, read_json, read_json_if_there
from assistant.records import Vocabulary

MOST_TOKENS = 1_000_000
"""No vocabulary has more; a larger number is a damaged file."""

_SPECIAL_NAMES = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>"}
"""Special tokens beside the blank, and what they are called where nothing else is said."""


def read_vocabulary(folder: Path, language: str, pad_token_id: int | None) -> Vocabulary:
    """The vocabulary of a model folder.

    `language` picks one of a nested vocab.json; empty for the one in tokenizer_config.json.
    `pad_token_id` is the blank of config.json, used where the tokenizer's padding token is in
    no vocabulary. Raises ModelError when files are missing, wrong, or name no blank.
    """
    settings = _tokenizer_settings(folder)
    indices = _letters(read_json(folder / "vocab.json"), language or settings.text("target_lang"))
    indices |= _added(folder, settings)
    special = {settings.text(name, usual) for name, usual in _SPECIAL_NAMES.items()}
    blank = _blank(folder, indices, settings.text("pad_token", "<pad>"), pad_token_id)
    for name, usual in _SPECIAL_NAMES.items():
        indices.setdefault(settings.text(name, usual), max(indices.values()) + 1)
    tokens = _columns(folder, indices, unknown=settings.text("unk_token", "<unk>"))
    word_start = settings.text("word_start")
    delimiter = _delimiter(indices, settings.text("word_delimiter_token", "|"))
    if word_start:
        delimiter = None
    marked = special | _marked_special(settings)
    gaps = set(range(len(tokens))) - set(indices.values())
    columns = {indices[token] for token in marked if token in indices} | gaps | {blank}
    return Vocabulary(
        tokens,
        blank,
        delimiter,
        frozenset(columns - {delimiter}),
        lower_case=settings.flag("do_lower_case", default=False),
        word_start=word_start,
        clean_up=settings.flag("clean_up_tokenization_spaces", default=False),
    )


def read_symbols(path: Path) -> Vocabulary:
    """The vocabulary of a second output: a JSON list of symbols, or an object symbol → column.

    The blank is `<pad>`, `<blank>` or the empty symbol, else column 0; `|` or a space parts words.
    """
    indices = _symbol_indices(path)
    tokens = _columns(path, indices, unknown="<unk>")
    blank = next((indices[name] for name in ("<pad>", "<blank>", "") if name in indices), 0)
    marks = {index for token, index in indices.items() if token.startswith("<")}
    return Vocabulary(tokens, blank, _delimiter(indices, "|"), frozenset(marks | {blank}))


def fit(vocabulary: Vocabulary, width: int, name: Path) -> Vocabulary:
    """The vocabulary cut to a model's `width` outputs.

    Tokenizers number special tokens that no model puts out; only those may be cut off.
    Raises ModelError when letters are left over, or outputs.
    """
    beyond = set(range(width, len(vocabulary.tokens)))
    if width > len(vocabulary.tokens) or not beyond <= vocabulary.special - {vocabulary.blank}:
        raise ModelError(
            f"{name} has {width} outputs, but its vocabulary has {len(vocabulary.tokens)} "
            "entries; take all the files from the same model."
        )
    special = vocabulary.special & set(range(width))
    return replace(vocabulary, tokens=vocabulary.tokens[:width], special=special)


def _tokenizer_settings(folder: Path) -> JsonFile:
    """tokenizer_config.json over special_tokens_map.json; both are optional."""
    older = read_json_if_there(folder / "special_tokens_map.json").entries
    newer = read_json_if_there(folder / "tokenizer_config.json")
    return JsonFile(newer.path, {**older, **newer.entries})


def _letters(file: JsonFile, language: str) -> dict[str, int]:
    if any(isinstance(value, dict) for value in file.entries.values()):
        languages = sorted(file.entries)
        if not language and len(languages) == 1:
            language = languages[0]
        if language not in file.entries:
            raise ModelError(
                f"{file.path} has vocabularies of {len(languages)} languages and none for "
                f"{language or 'no language at all'!r}; choose one of {_some(languages)}."
            )
        file = file.section(language)
    if not file.entries:
        raise ModelError(f"{file.path} is empty; download the model again.")
    return _checked(file)


def _checked(file: JsonFile) -> dict[str, int]:
    """Token → column, with each column claimed at most once."""
    indices = {
        token: column
        for token, column in file.entries.items()
        if isinstance(column, int) and 0 <= column < MOST_TOKENS
    }
    if len(indices) < len(file.entries) or len(set(indices.values())) < len(indices):
        raise ModelError(
            f"{file.path} must give each token a column of its own; download the model again."
        )
    return indices


def _added(folder: Path, settings: JsonFile) -> dict[str, int]:
    """Tokens numbered in added_tokens.json or in tokenizer_config's added_tokens_decoder."""
    added = _checked(read_json_if_there(folder / "added_tokens.json"))
    decoder = settings.section("added_tokens_decoder")
    numbered = {decoder.text(key): _number(key) for key in decoder.entries}
    return added | _checked(JsonFile(decoder.path, dict(numbered)))


def _number(key: str) -> int:
    return int(key) if key.isdecimal() else -1


def _marked_special(settings: JsonFile) -> set[str]:
    """Added tokens that are marked as special, and additional_special_tokens."""
    decoder = settings.section("added_tokens_decoder")
    marked = {
        decoder.text(column)
        for column, token in decoder.entries.items()
        if isinstance(token, dict) and token.get("special") is True
    }
    more = settings.entries.get("additional_special_tokens")
    return marked | ({str(token) for token in more} if isinstance(more, list) else set())


def _blank(folder: Path, indices: Mapping[str, int], pad: str, pad_token_id: int | None) -> int:
    if pad in indices:
        return indices[pad]
    if pad_token_id is not None and pad_token_id in indices.values():
        return pad_token_id
    raise ModelError(
        f"{folder} names no blank: its padding token {pad!r} is not in vocab.json; "
        "set pad_token in tokenizer_config.json."
    )


def _delimiter(indices: Mapping[str, int], token: str) -> int | None:
    return indices.get(token, indices.get(" "))


def _columns(path: Path, indices: Mapping[str, int], unknown: str) -> tuple[str, ...]:
    """The token of each column; columns that nobody claims read as `unknown`."""
    size = max(indices.values()) + 1
    if size > 2 * len(indices) + 100:
        raise ModelError(f"{path} numbers its tokens with large gaps; download the model again.")
    tokens = [unknown] * size
    for token, index in indices.items():
        tokens[index] = token
    return tuple(tokens)


def _symbol_indices(path: Path) -> dict[str, int]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise ModelError(f"{path} is no valid JSON; download the model again.") from error
    if isinstance(found, list) and found and all(isinstance(symbol, str) for symbol in found):
        found = {symbol: index for index, symbol in enumerate(found)}
    if not isinstance(found, dict) or not found:
        raise ModelError(f"{path} must be a list of symbols, or an object symbol → column.")
    return _checked(JsonFile(path, found))


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:12]) + (" …" if len(listed) > 12 else "")
