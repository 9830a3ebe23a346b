"""Chunks of synthetic speech by the installed synthesisers."""

import gzip
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import TrainingError
from assistant.training import voices
from assistant.training.corpus import Clip, Corpus, read_audio
from assistant.training.phonemes import ipa, symbols
from assistant.training.synthesis import Plan, main, make_chunk, manifest_path, synthesise, trimmed


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Six utterances a chunk, by espeak-ng alone so that it runs wherever espeak-ng is."""
    monkeypatch.setenv("ASSISTANT_CACHE", str(tmp_path / "cache"))
    with gzip.open(tmp_path / "prompts.txt.gz", "wt") as file:
        file.write("the first of the prompts\nand one more of them\n")
    return Plan(tmp_path / "out", size=6, espeak=1.0, prompts=tmp_path / "prompts.txt.gz")


def clips(plan: Plan) -> tuple[Clip, ...]:
    return Corpus.load(sorted(plan.out.glob("*.jsonl"))).clips


def test_a_chunk_holds_speech_with_its_text_and_pronunciation(plan: Plan) -> None:
    hours = make_chunk(plan, 0)
    made = clips(plan)
    assert len(made) == 6
    assert hours == pytest.approx(sum(clip.seconds for clip in made) / 3600, rel=1e-4)
    for clip in made:
        audio = read_audio(clip)
        assert np.abs(audio.astype(int)).max() > 1000
        assert 0.2 < clip.seconds < 20
        assert len(audio) / 16_000 == pytest.approx(clip.seconds, abs=1e-4)
        assert clip.phonemes.count("|") == clip.text.count(" ")
        assert clip.kind == "synthetic"
        assert clip.speaker.startswith("espeak/en-")


def test_a_run_that_was_stopped_goes_on_to_the_same_end(plan: Plan) -> None:
    heard: list[float] = []
    synthesise(plan, range(2), 1, heard.append)
    whole = {file.name: file.read_bytes() for file in plan.out.iterdir()}
    assert len(heard) == 2
    manifest_path(plan.out, 1).unlink()
    (plan.out / "chunk-00001.i16").write_bytes(b"half")
    synthesise(plan, range(2), 1, heard.append)
    assert len(heard) == 3
    assert {file.name: file.read_bytes() for file in plan.out.iterdir()} == whole


def test_commands_and_prompts_are_mixed_by_their_share(plan: Plan) -> None:
    prompts = {"the first of the prompts", "and one more of them"}
    make_chunk(replace(plan, commands=0.0), 0)
    assert {clip.text for clip in clips(plan)} <= prompts
    make_chunk(replace(plan, commands=1.0), 0)
    assert not {clip.text for clip in clips(plan)} & prompts


def test_the_command_line_makes_chunks(plan: Plan) -> None:
    main([str(plan.out), "--chunks", "2", "--size", "2", "--espeak", "1", "--jobs", "2"])
    assert len(clips(plan)) == 4


def test_without_any_synthesiser_the_message_says_what_to_do(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(voices, "PACKAGES", {})
    voices.installed_engines.cache_clear()
    with pytest.raises(TrainingError, match="install"):
        synthesise(plan, range(1), 1)
    voices.installed_engines.cache_clear()


def test_silence_is_trimmed_but_for_a_margin() -> None:
    speech = np.full(8000, 5000, np.int16)
    quiet = np.zeros(16_000, np.int16)
    assert len(trimmed(np.concatenate([quiet, speech, quiet]))) == 8000 + 2 * 2400
    assert len(trimmed(np.concatenate([quiet[:100], speech]))) == 8100
    assert len(trimmed(np.zeros(0, np.int16))) == 0


def test_a_shift_moves_pitch_and_length_together() -> None:
    wave = (8000 * np.sin(2 * np.pi * 400 * np.arange(16_000) / 16_000)).astype(np.int16)
    higher = voices.shifted(wave, 1.25)
    assert len(higher) == pytest.approx(12_800, abs=2)
    spectrum = np.abs(np.fft.rfft(higher))
    assert np.argmax(spectrum) * 16_000 / len(higher) == pytest.approx(500, abs=3)


@pytest.mark.parametrize("engine", voices.LICENCES)
def test_the_letter_a_is_respelled_for_every_engine_and_the_article_is_not(engine: str) -> None:
    said = voices.wording(voices.Reading("a call at seven a m", engine, "", 1.0))
    assert said == f"a call at seven {voices.LETTER_A[engine]} m"


def test_espeak_says_the_name_of_the_letter() -> None:
    said = voices.wording(voices.Reading("seven a m", "espeak", "", 1.0))
    assert symbols(ipa(said)) == "s ɛ v ə n eɪ ɛ m"


def test_rhvoice_is_run_for_the_voice_and_the_pace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "RHVoice-test"
    program.write_text(
        f"#!{sys.executable}\nimport sys, numpy, soundfile\n"
        "options = dict(zip(sys.argv[1::2], sys.argv[2::2]))\n"
        "said = [options['-p'], sys.stdin.read()] == ['Slt', 'seven ay m']\n"
        "samples = 240 * int(options['-r']) if said else 0\n"
        "soundfile.write(options['-o'], numpy.full(samples, 0.5), 24000)\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    (audio,) = voices.read([voices.Reading("seven a m", "rhvoice", "Slt", 1.2, shift=0.8)])
    assert len(audio) == pytest.approx(150 * 160 / 0.8, abs=2)
