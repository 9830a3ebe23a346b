"""Manifests, packs, and the other layouts that transcribed audio comes in."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.errors import AssistantError
from assistant.training.corpus import (
    Clip,
    Corpus,
    CorpusError,
    check_splits,
    main,
    read_audio,
    read_common_voice,
    read_folder,
    read_manifest,
    write_manifest,
    write_pack,
)
from assistant.training.sources import held_out


def tone(seconds: float, rate: int = 16_000, hertz: float = 440.0) -> np.ndarray:
    return (8000 * np.sin(2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate)).astype(
        "int16"
    )


def clip(path: Path, speaker: str = "ann", split: str = "train") -> Clip:
    return Clip(path, "good day", speaker, 0.5, "here", "CC0 1.0", split)


def test_clips_in_a_pack_come_back_sample_for_sample(tmp_path: Path) -> None:
    first, second = tone(0.5), tone(0.25, hertz=200)
    placed = write_pack(
        tmp_path / "here.i16", [(clip(tmp_path), first), (clip(tmp_path, "bob"), second)]
    )
    write_manifest(tmp_path / "manifest.jsonl", placed)
    loaded = Corpus.load([tmp_path / "manifest.jsonl"])
    assert loaded.clips == tuple(placed)
    assert np.array_equal(read_audio(loaded.clips[0]), first)
    assert np.array_equal(read_audio(loaded.clips[1]), second)
    assert loaded.clips[1].seconds == 0.25
    assert loaded.hours == pytest.approx(0.75 / 3600)


def test_a_manifest_moves_with_its_folder(tmp_path: Path) -> None:
    write_manifest(
        tmp_path / "a" / "manifest.jsonl",
        write_pack(tmp_path / "a" / "x.i16", [(clip(tmp_path), tone(0.1))]),
    )
    (tmp_path / "a").rename(tmp_path / "b")
    (moved,) = read_manifest(tmp_path / "b" / "manifest.jsonl")
    assert len(read_audio(moved)) == 1600


def test_other_rates_and_stereo_become_sixteen_kilohertz_mono(tmp_path: Path) -> None:
    wave = tone(0.5, rate=44_100)
    soundfile.write(tmp_path / "x.wav", np.stack([wave, wave], axis=1), 44_100)
    audio = read_audio(clip(tmp_path / "x.wav"))
    assert audio.dtype == np.int16
    assert len(audio) == 8000
    assert np.abs(audio).max() == pytest.approx(8000, rel=0.05)


def test_a_speaker_in_two_splits_is_refused(tmp_path: Path) -> None:
    clips = [clip(tmp_path), clip(tmp_path, "bob", "dev"), clip(tmp_path, "ann", "dev")]
    check_splits(clips[:2])
    with pytest.raises(CorpusError, match="ann is in both train and dev"):
        check_splits(clips)
    write_manifest(tmp_path / "manifest.jsonl", clips)
    with pytest.raises(AssistantError):
        Corpus.load([tmp_path / "manifest.jsonl"])


@pytest.mark.parametrize(
    "line", ["{", '{"path": "x.wav"}', "[]", '{"path": "x", "text": 1, "colour": "red"}']
)
def test_a_line_that_is_no_clip_is_named(tmp_path: Path, line: str) -> None:
    manifest = tmp_path / "manifest.jsonl"
    write_manifest(manifest, [clip(tmp_path / "x.wav")])
    manifest.write_text(manifest.read_text() + "\n" + line + "\n")
    with pytest.raises(CorpusError, match=r"manifest\.jsonl:3"):
        list(read_manifest(manifest))


def test_a_file_that_is_no_text_is_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "sound.wav").write_bytes(b"RIFF\xff\xfe\x00")
    with pytest.raises(CorpusError, match="UTF-8"):
        list(read_manifest(tmp_path / "sound.wav"))


def test_unknown_splits_and_kinds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="split"):
        clip(tmp_path, split="training")
    with pytest.raises(CorpusError, match="kind"):
        replace(clip(tmp_path), kind="animals")


def test_clips_are_chosen_by_what_is_known_of_them(tmp_path: Path) -> None:
    corpus = Corpus((clip(tmp_path), clip(tmp_path, "bob", "dev")))
    assert [c.speaker for c in corpus.where(split="dev", kind="people").clips] == ["bob"]
    assert corpus.where(source="elsewhere").clips == ()


def test_a_folder_of_audio_with_transcripts(tmp_path: Path) -> None:
    for speaker, text in (("ann", "It's 7 pm."), ("bob", "Stop!")):
        (tmp_path / speaker).mkdir()
        soundfile.write(tmp_path / speaker / "1.wav", tone(0.5), 16_000)
        (tmp_path / speaker / "1.txt").write_text(text)
    soundfile.write(tmp_path / "unwritten.wav", tone(0.5), 16_000)
    clips = list(read_folder(tmp_path, "mine"))
    assert [(c.text, c.seconds, c.licence) for c in clips] == [
        ("it's seven p m", 0.5, "mine"),
        ("stop", 0.5, "mine"),
    ]
    assert len({c.speaker for c in clips}) == 2


def test_a_folder_without_transcripts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"x\.wav and x\.txt"):
        list(read_folder(tmp_path, "mine"))


def test_common_voice_tables_pass_over_audio_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "clips").mkdir()
    soundfile.write(tmp_path / "clips" / "a.flac", tone(1), 16_000)
    table = tmp_path / "validated.tsv"
    header = "client_id\tpath\tsentence\n"
    table.write_text(f'{header}{"f" * 64}\ta.flac\t"Hello, World"\n{"e" * 64}\tb.flac\tBye\n')
    (found,) = read_common_voice(table, "dev")
    assert (found.text, found.speaker, found.split) == ("hello world", "cv_ffffffffffff", "dev")
    table.write_text("name\tage\n")
    with pytest.raises(CorpusError, match="client_id"):
        list(read_common_voice(table))


def test_the_command_makes_and_shows_a_manifest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talk").mkdir()
    soundfile.write(tmp_path / "talk" / "1.wav", tone(3.6), 16_000)
    (tmp_path / "talk" / "1.txt").write_text("hello")
    main(["folder", str(tmp_path / "talk"), str(tmp_path / "m.jsonl"), "--licence", "mine"])
    made = capsys.readouterr().out
    assert made.splitlines()[-1].split() == ["talk", "train", "0.00", "1", "1"]
    main(["show", str(tmp_path / "m.jsonl")])
    assert capsys.readouterr().out == made


@pytest.mark.parametrize("kind", ["folder", "common-voice"])
def test_the_command_says_in_a_line_what_is_not_there(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([kind, str(tmp_path / "nowhere"), str(tmp_path / "m.jsonl")])
    assert stopped.value.code == 1
    told = capsys.readouterr().err
    assert "nowhere" in told
    assert told.count("\n") == 1


def test_the_held_out_share_is_a_share_and_always_the_same() -> None:
    chosen = [held_out(f"speaker {n}", 0.25) for n in range(4000)]
    assert 900 < sum(chosen) < 1100
    assert chosen == [held_out(f"speaker {n}", 0.25) for n in range(4000)]
