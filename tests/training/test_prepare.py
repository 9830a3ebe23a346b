"""The recipes for public collections, on miniature folders laid out as theirs are."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.training.corpus import Clip, CorpusError, read_audio, read_manifest, write_manifest
from assistant.training.prepare import main
from assistant.training.sources import held_out


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_CACHE", str(tmp_path / "cache"))


def speak(path: Path, level: float = 0.3, lead: int = 0) -> Path:
    """A quarter of a second of noise, after `lead` samples of digital silence."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sound = np.random.default_rng(1).uniform(-level, level, 4000)
    soundfile.write(path, np.concatenate([np.zeros(lead), sound]), 16_000, format="WAV")
    return path


def shared(folder: Path) -> Path:
    clips = [
        Clip(speak(folder / f"{speaker}.wav"), text, speaker, 0.25, source, "CC0", split)
        for speaker, text, source, split in (
            ("cv_aaaaaaaaaaaa", "good day", "cv13delta", "train"),
            ("cv_dddddddddddd", "good night", "cv13delta", "dev"),
            ("fsdd_theo", "seven", "fsdd", "train"),
            ("gsc_00000001", "bed", "speech_commands_subset", "train"),
        )
    ]
    write_manifest(folder / "manifest.jsonl", clips)
    return folder


def speechocean(folder: Path) -> Path:
    for part, number in (("train", "0001"), ("test", "0002")):
        name = f"{number}0011"
        speak(folder / "WAVE" / f"{name}.WAV")
        (folder / part).mkdir(parents=True)
        (folder / part / "text").write_text(f"{name}\tWE CALL IT BEAR\n")
        (folder / part / "utt2spk").write_text(f"{name} {number}\n")
        (folder / part / "wav.scp").write_text(f"{name}\tWAVE/{name}.WAV\n")
    return folder


def keywords(folder: Path) -> Path:
    for speaker in range(40):
        speak(folder / "go" / f"{speaker:08x}_nohash_0.wav")
    speak(folder / "_unknown_" / "marvin_00000001_nohash_2.wav.wav")
    speak(folder / "_silence_" / "12.wav", level=0.01)
    return folder


def wake_words(folder: Path) -> Path:
    speak(folder / "heycomputer" / "en" / "heycomputer-en-1.wav")
    others = folder / "not-wake-words" / "en"
    speak(others / "n-1.wav")
    (others / "metadata.csv").write_text("n-1.wav,Wine glass,en,\nlost.wav,gone,en,\n")
    speak(folder / "not-wake-words" / "noises" / "clips" / "bg.wav")
    return folder


def prepared(out: Path, what: str, **folders: Path) -> list[Clip]:
    options = [(f"--{name.replace('_', '-')}", str(folder)) for name, folder in folders.items()]
    main([what, str(out), *(word for option in options for word in option)])
    return list(read_manifest(out / "manifest.jsonl"))


@pytest.fixture
def people(tmp_path: Path) -> list[Clip]:
    return prepared(
        tmp_path / "people",
        "people",
        shared=shared(tmp_path / "shared"),
        speechocean=speechocean(tmp_path / "ocean"),
        keywords=keywords(tmp_path / "keywords"),
        wake_words=wake_words(tmp_path / "wake"),
    )


def test_every_collection_of_people_is_packed_with_its_words(people: list[Clip]) -> None:
    texts = {clip.source: clip.text for clip in people}
    assert texts["speechocean762"] == "we call it bear"
    assert {c.text for c in people if c.source == "precise_wake_words"} == {
        "hey computer",
        "wine glass",
    }
    words = {c.text for c in people if c.source == "speech_commands_words"}
    assert words == {"go", "marvin"}
    assert all(clip.phonemes and clip.path.suffix == ".i16" for clip in people)
    assert all(len(read_audio(clip)) == clip.samples == 4000 for clip in people)


def test_people_held_out_are_in_no_training_row(people: list[Clip]) -> None:
    by_speaker = {clip.speaker: clip.split for clip in people}
    assert by_speaker["cv_dddddddddddd"] == "dev"
    assert by_speaker["fsdd_theo"] == "test"
    assert by_speaker["gsc_00000001"] == "train"  # among the shared clips, so never held out
    held = {s for s, split in by_speaker.items() if split == "test" and s.startswith("gsc_")}
    assert held == {s for s in (f"gsc_{n:08x}" for n in range(40) if n != 1) if held_out(s, 0.25)}
    assert len(held) > 3


def test_the_words_of_held_out_people_have_a_manifest_of_their_own(
    people: list[Clip], tmp_path: Path
) -> None:
    listed = list(read_manifest(tmp_path / "people" / "words-test.jsonl"))
    assert listed == [
        c for c in people if c.split == "test" and c.source in ("fsdd", "speech_commands_words")
    ]
    assert listed


def test_noise_loses_its_padding_and_has_no_words(tmp_path: Path) -> None:
    speak(tmp_path / "esc" / "001 - Dog" / "1-1-A.wav", lead=800)
    (tmp_path / "esc" / "001 - Dog" / "1-1-A.wav").rename(tmp_path / "esc" / "1-1-A.ogg")
    clips = prepared(
        tmp_path / "noise",
        "noise",
        esc10=tmp_path / "esc",
        keywords=keywords(tmp_path / "keywords"),
        wake_words=wake_words(tmp_path / "wake"),
    )
    assert {(c.source, c.kind, c.text) for c in clips} == {
        ("esc10", "noise", ""),
        ("precise_noise", "noise", ""),
        ("speech_commands_noise", "noise", ""),
    }
    assert {c.samples for c in clips} <= {3999, 4000}


def test_clips_that_are_transcribed_elsewhere_or_spoken_by_dev_people_stay_out(
    tmp_path: Path,
) -> None:
    table = "client_id\tpath\tsentence\n{}\t{}\tx\n"
    folder = tmp_path / "cv"
    for number in (100, 1000, 950, 1050, 1051):
        path = folder / "clips" / f"common_voice_en_{number}.mp3"
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, np.random.default_rng(1).uniform(-0.3, 0.3, 4000), 16_000)
    (folder / "validated.tsv").write_text(table.format("b" * 64, "common_voice_en_100.mp3"))
    (folder / "invalidated.tsv").write_text(table.format("d" * 64, "common_voice_en_1000.mp3"))
    clips = prepared(
        tmp_path / "out", "untranscribed", common_voice=folder, shared=shared(tmp_path / "shared")
    )
    assert [(c.speaker, c.text) for c in clips] == [("cv_unknown_1051", "")]


def test_a_file_that_is_no_audio_is_named_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keywords(tmp_path / "keywords")
    (folder / "go" / "00000002_nohash_0.wav").write_bytes(b"not audio")
    clips = prepared(
        tmp_path / "people", "people", shared=shared(tmp_path / "shared"), keywords=folder
    )
    assert "gsc_00000002" not in {clip.speaker for clip in clips}
    assert "00000002_nohash_0.wav" in capsys.readouterr().err


def test_spoken_digits_and_key_phrases_keep_their_test_speakers_apart(tmp_path: Path) -> None:
    speak(tmp_path / "digits" / "recordings" / "7_theo_0.wav")
    speak(tmp_path / "digits" / "recordings" / "3_george_11.wav")
    speak(tmp_path / "phrases" / "alexa" / "a.wav")
    speak(tmp_path / "phrases" / "smart mirror" / "b.wav")
    speak(tmp_path / "phrases" / "multiple_keywords.wav" / "c.wav")
    clips = prepared(
        tmp_path / "out",
        "people",
        digits=tmp_path / "digits",
        key_phrases=tmp_path / "phrases",
    )
    assert {(c.text, c.split) for c in clips} == {
        ("seven", "test"),
        ("three", "train"),
        ("alexa", "train"),
        ("smart mirror", "test"),
    }


def test_orders_have_a_clip_for_each_label(tmp_path: Path) -> None:
    speak(tmp_path / "data" / "speech" / "clean" / "00e09cf0-a01d.wav")
    (clip,) = prepared(tmp_path / "out", "orders", orders=tmp_path / "data")
    assert (clip.speaker, clip.split, clip.text) == ("orders_00e09cf0-a01d", "test", "")


def test_chapters_of_librispeech_come_with_their_transcripts(tmp_path: Path) -> None:
    for reader in range(60):
        chapter = tmp_path / "train-clean-5" / str(reader) / "7"
        speak(chapter / f"{reader}-7-0000.flac")
        lines = f"{reader}-7-0000 IT'S DR QUILTER\n{reader}-7-0001 HIS AUDIO IS ELSEWHERE\n"
        (chapter / f"{reader}-7.trans.txt").write_text(lines)
    clips = prepared(tmp_path / "out", "people", librispeech=tmp_path)
    assert {(c.text, c.source) for c in clips} == {
        ("it's doctor quilter", "librispeech_train_clean_5")
    }
    assert len(clips) == 60
    test = {c.speaker for c in clips if c.split == "test"}
    assert test == {f"ls_{n}" for n in range(60) if held_out(f"ls_{n}", 0.05)}
    assert 0 < len(test) < 10


@pytest.mark.parametrize(
    ("option", "advice"), [("librispeech", "SUBSET/SPEAKER/CHAPTER"), ("grid", "ffmpeg -i")]
)
def test_a_folder_of_another_layout_is_refused(tmp_path: Path, option: str, advice: str) -> None:
    with pytest.raises(CorpusError, match=advice):
        prepared(tmp_path / "out", "people", **{option: tmp_path})


def test_names_are_letters_and_those_that_were_not_spelled_stay_out(tmp_path: Path) -> None:
    rows = ["Response_ID,file_name,Name,Number"]
    for person, name in (("r1", "J"), ("r2", "Saffron")):
        for kind in ("Names", "Numbers", "Addresses"):
            file = f"audio_data/{kind}/{person}.wav"
            speak(tmp_path / file, lead=3000)
            rows.append(f"{person},{file},{name},805")
    (tmp_path / "metadata.csv").write_text("\n".join(rows))
    clips = prepared(tmp_path / "out", "people", spelled=tmp_path)
    assert [(c.speaker, c.source, c.text) for c in clips] == [
        ("alnum_r1", "alphanumeric_names", "j"),
        ("alnum_r1", "alphanumeric_numbers", "eight zero five"),
        ("alnum_r2", "alphanumeric_numbers", "eight zero five"),
    ]


def test_commands_of_grid_have_the_words_of_their_alignment(tmp_path: Path) -> None:
    for name, letter in (("bbaf2n", "f"), ("bbaa2n", "a"), ("lost", "b")):
        alignment = tmp_path / "alignments" / "s1" / f"{name}.align"
        alignment.parent.mkdir(parents=True, exist_ok=True)
        alignment.write_text(f"0 9 sil\n9 12 bin\n12 14 blue\n14 20 {letter}\n20 29 sil\n")
        if name != "lost":
            speak(tmp_path / "s1" / f"{name}.wav")
    (clip,) = prepared(tmp_path / "out", "people", grid=tmp_path)
    assert (clip.text, clip.speaker, clip.source) == ("bin blue f", "grid_s1", "grid")


def test_prompts_of_an_exchange_are_those_whose_words_are_sure(tmp_path: Path) -> None:
    (tmp_path / "core-sounds-en.txt").write_text(
        "; Core Sounds\n\ndigits/1: 1\nhello: Hello.\nbeep: [a beep]\nlost: Gone.\n"
        "part: The time will be exactly...\nfigures: You have 12 new messages.\n"
    )
    for name in ("digits/1", "hello", "beep", "part", "figures"):
        speak(tmp_path / f"{name}.wav")
    clips = prepared(tmp_path / "out", "people", asterisk=tmp_path)
    assert [clip.text for clip in clips] == ["one", "hello"]
