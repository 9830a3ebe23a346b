"""Language models from the command line: made, chosen, and heard with."""

from __future__ import annotations

import gzip
import json
import re
import shlex
from pathlib import Path

import pytest
import soundfile

from assistant.recognition.language.files import write
from assistant.training.corpus import Clip, write_manifest
from assistant.training.kneser_ney import Recipe, estimate
from assistant.training.language import sentences
from tests.program import ROOT, Home, run, turns
from tests.tiny_model import speak

TEXT = "Set a timer for 10 minutes.\nwhat time is it\nCall Mary!\n" * 20

WIDE = {"ASSISTANT_DECODING_COLUMN_RANGE": "99", "ASSISTANT_DECODING_SCORE_RANGE": "999"}
"""The model of tones is so sure that other letters aren't tried unless told to."""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "text.txt"
    file.write_text(TEXT)
    return file


@pytest.fixture(scope="module")
def lm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("lm") / "lm.arpa"
    write(file, estimate(sentences(TEXT.splitlines()), Recipe()))
    return file


def test_a_model_is_made_measured_and_written(home: Home, text: Path, tmp_path: Path) -> None:
    out = tmp_path / "lm.arpa"
    done = run(home, "lm", "train", "--json", "--order", "2", "-o", out, text)
    report = json.loads(done.stdout)
    assert (report["sentences"], len(report["ngrams"]), report["unknown_words"]) == (60, 2, 0)
    assert 1 < report["perplexity"] < 5
    assert "ten minutes" in out.read_text()


def test_text_comes_zipped_through_a_pipe_or_from_the_abilities(home: Home, tmp_path: Path) -> None:
    zipped, out = tmp_path / "text.gz", tmp_path / "lm.arpa.gz"
    zipped.write_bytes(gzip.compress(TEXT.encode()))
    arguments = ("lm", "train", "-o", out, zipped, "-", "--commands", "50")
    done = run(home, *arguments, "--held-out", zipped, stdin=b"hello there\n")
    assert done.returncode == 0, done.stderr
    assert "of 111 sentences" in done.stdout
    assert "on 60 sentences held out; 0.0% of their words are unknown" in done.stdout
    assert "hello there" in gzip.decompress(out.read_bytes()).decode()


def test_the_model_in_use_decides_what_is_heard(
    home: Home, model: Path, lm: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.wav"
    soundfile.write(file, speak("call nary", silence_s=0.5), 16_000)
    careful = {**home, **WIDE, "ASSISTANT_DECODING_WORDS": "known"}

    def heard(*options: object) -> str:
        return run(careful, "transcribe", "--model", model, *options, file).stdout.strip()

    assert "is used from now on" in run(home, "lm", "use", lm).stdout
    assert heard() == "call mary"
    assert heard("--lm", "") == "call nary"
    assert heard("--hotword", "nary=99") == "call nary"
    run(home, "lm", "use", "--none")
    assert heard() == "call nary"
    assert heard("--lm", lm) == "call mary"


def test_other_texts_come_with_their_scores(
    home: Home, model: Path, lm: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.wav"
    soundfile.write(file, speak("call mary", silence_s=0.5), 16_000)
    options = ("--json", "--alternatives", "3", "--model", model, "--lm", lm)
    found = json.loads(run({**home, **WIDE}, "transcribe", *options, file).stdout)
    scores = [other["score"] for other in found["alternatives"]]
    assert found["alternatives"][0]["text"] == found["text"] == "call mary"
    assert 1 < len(scores) <= 3
    assert scores == sorted(scores, reverse=True)
    for other in found["alternatives"]:
        assert other["score"] == pytest.approx(other["acoustic"] + other["language"], abs=0.01)


def test_commands_are_heard_with_a_model_too(
    home: Home, model: Path, lm: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.wav"
    soundfile.write(file, speak("what time is it", silence_s=0.5), 16_000)
    (turn,) = turns(run(home, "hear", "--json", "--model", model, "--lm", lm, file))
    assert turn["intent"] == "question.what_time"


def test_every_decoder_is_evaluated(home: Home, model: Path, lm: Path, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", speak("call mary", silence_s=0.5), 16_000)
    clip = Clip(tmp_path / "a.wav", "call mary", "ann", 2.0, "tones", "CC0 1.0", "dev")
    write_manifest(tmp_path / "manifest.jsonl", [clip])
    options = ("--json", "--condition", "clean", "--model", model, "--lm", lm)
    done = run(home, "evaluate", *options, tmp_path / "manifest.jsonl")
    lines = [line for line in json.loads(done.stdout)["lines"] if line["group"] == "all"]
    rates = {line["decoder"]: line["wer"]["value"] for line in lines}
    assert rates == {"greedy": 0, "beam": 0, "beam and lm": 0}


def test_the_examples_of_the_page_work(
    home: Home, text: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(text.parent)
    text.rename("sentences.txt")
    soundfile.write("call.wav", speak("call zelenka", silence_s=0.5), 16_000)
    page = (ROOT / "docs" / "language-model.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ assistant (.+)$", page, re.MULTILINE)
    assert len(commands) >= 3
    for command in commands:
        done = run({**home, "ASSISTANT_RECOGNITION_MODEL": str(model)}, *shlex.split(command))
        assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "call zelenka"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["train", "text.txt"], 2, "Missing option '-o'"),
        (["train", "-o", "x.arpa"], 1, "no words to learn from"),
        (["train", "-o", "x.arpa", "none.txt"], 1, "none.txt can't be read"),
        (["train", "-o", "x.arpa", "text.txt", "--cutoffs", "a"], 2, "whole numbers"),
        (["train", "-o", "x.arpa", "text.txt", "--order", "9"], 1, "1 to 5"),
        (["use"], 2, "or give --none"),
        (["use", "none.arpa"], 1, "There is no language model none.arpa"),
        (["use", "text.txt"], 1, "text.txt: it has no"),
        (["use", "bytes"], 1, "bytes can't be read (it is no text in UTF-8); make or download"),
        (["train", "-o", "x.arpa", "bytes"], 1, "bytes can't be read as text (it is no text"),
    ],
)
def test_misuse_is_one_sentence_and_a_code(
    home: Home,
    text: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(text.parent)
    Path("bytes").write_bytes(b"\x7fELF\xff\xfe\x80")
    done = run(home, "lm", *arguments)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
