"""One recording becomes its caption files, also where it is stopped again and again."""

from __future__ import annotations

import multiprocessing
import random
import resource
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.captioning.captioner import Captioner, Job, caption, jobs_for
from assistant.errors import AudioError, StateError, UsageError
from assistant.recognition.longform import reader
from assistant.recognition.longform.chunks import Strides
from assistant.records import SAMPLE_RATE
from assistant.settings import Settings
from tests.captioning.studio import SENTENCES, job, record, said, settings
from tests.hearing.media_files import Track, write
from tests.recognition.test_spoken_language import make_identifier
from tests.tiny_model import speak

KILLS = 20


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings(tmp_path_factory.mktemp("studio"))


@pytest.fixture(scope="module")
def captioner(chosen: Settings) -> Captioner:
    return Captioner(chosen)


def test_every_format_is_written_and_nothing_else_is_left(
    captioner: Captioner, tmp_path: Path
) -> None:
    kinds = ("srt", "vtt", "ttml", "json", "txt", "html")
    told: list[float] = []
    done = captioner.caption(job(record(tmp_path / "talk.wav"), *kinds), told.append)
    assert done.error == ""
    assert done.words == sum(len(text.split()) for text in SENTENCES)
    assert {file.name for file in tmp_path.iterdir()} == {
        "talk.wav",
        *(f"talk.{kind}" for kind in kinds),
    }
    assert said((tmp_path / "talk.txt").read_text()) == " ".join(SENTENCES).split()
    (tmp_path / "usual").touch()
    assert (tmp_path / "talk.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert told == sorted(told)
    assert done.seconds == pytest.approx(told[-1], abs=1)


def test_english_gets_full_stops_and_capitals_unless_it_is_told_not_to(
    captioner: Captioner, chosen: Settings, tmp_path: Path
) -> None:
    sound = record(tmp_path / "a.wav")
    captioner.caption(job(sound))
    assert (tmp_path / "a.txt").read_text().startswith("We left the harbour at dawn. Nobody waved")
    plain = replace(chosen, captions=replace(chosen.captions, punctuation=False))
    german = replace(job(sound, folder=tmp_path / "german"), language="de")
    for other, wanted in [(plain, job(sound, folder=tmp_path / "plain")), (chosen, german)]:
        Captioner(other).caption(wanted)
        assert wanted.outputs[0].read_text().split() == " ".join(SENTENCES).split()


@pytest.mark.parametrize("strides", [None, Strides.of(3.0, 0.6)])
def test_the_model_of_the_spoken_language_reads(
    chosen: Settings, tmp_path: Path, strides: Strides | None
) -> None:
    """To the identifier the letter j sounds English, the sentences German."""
    recognition = replace(
        chosen.recognition,
        model="starter-en",
        identifier=str(make_identifier(tmp_path / "identifier")),
        languages=(f"de={chosen.recognition.model}",),
    )
    captioner = Captioner(replace(chosen, recognition=recognition))
    soundfile.write(tmp_path / "j.wav", speak("jjj jjj", silence_s=0.5), SAMPLE_RATE)
    german = captioner.caption(replace(job(record(tmp_path / "a.wav")), strides=strides))
    english = captioner.caption(replace(job(tmp_path / "j.wav"), strides=strides))
    assert (german.language, english.language) == ("de", "en")
    heard = "".join(said((tmp_path / "a.txt").read_text()))
    assert heard == "".join("".join(SENTENCES).split())
    assert "jjj" not in (tmp_path / "j.txt").read_text()


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("stelle einen timer auf zehn minuten", "en", "de"),
        ("set a timer for ten minutes", "de", "en"),
        ("hallo", "en", "en"),
        ("stelle einen timer auf zehn minuten", "nl", "nl"),
    ],
)
def test_the_text_tells_the_language_where_no_model_does(
    chosen: Settings, tmp_path: Path, text: str, usual: str, language: str
) -> None:
    soundfile.write(tmp_path / "a.wav", speak(text, silence_s=0.5), SAMPLE_RATE)
    understanding = replace(chosen.understanding, language=usual)
    captioner = Captioner(replace(chosen, understanding=understanding))
    found = captioner.caption(job(tmp_path / "a.wav", "txt", "html"))
    assert found.language == language
    assert f'lang="{language}"' in (tmp_path / "a.html").read_text()
    assert (tmp_path / "a.txt").read_text()[0].isupper() == (language == "en")


def test_overlapping_chunks_say_the_same(captioner: Captioner, tmp_path: Path) -> None:
    wanted = replace(job(record(tmp_path / "a.wav")), strides=Strides.of(3.0, 0.6), batch=2)
    captioner.caption(wanted)
    heard = "".join(said((tmp_path / "a.txt").read_text()))  # tones part no words over a pause
    assert heard == "".join("".join(SENTENCES).split())


def test_captions_that_are_there_are_left_alone(captioner: Captioner, tmp_path: Path) -> None:
    record(tmp_path / "a.wav")
    (tmp_path / "a.txt").write_text("corrected by hand")
    assert captioner.caption(job(tmp_path / "a.wav")).seconds == 0.0
    captioner.caption(job(tmp_path / "a.wav", "txt", "srt"))
    assert (tmp_path / "a.txt").read_text() == "corrected by hand"
    assert (tmp_path / "a.srt").exists()


def test_captions_go_where_they_are_wanted(tmp_path: Path) -> None:
    beside, away = job(Path("films/a.b.mkv")), job(Path("films/a.b.mkv"), folder=tmp_path)
    assert beside.outputs == (Path("films/a.b.txt"),)
    assert away.outputs == (tmp_path / "a.b.txt",)
    (stream,) = jobs_for(["https://host/x/A%20film..m3u8?token=1"], None, ["srt"])
    assert stream.outputs == (Path("A-film.srt"),)
    (camera,) = jobs_for(["rtsp://camera"], None, ["srt"])
    assert camera.outputs == (Path("camera.srt"),)


def test_two_recordings_never_write_the_same_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="different names"):
        jobs_for(["x/a.mp4", "y/a.mp4"], tmp_path, ["vtt"])
    assert len(jobs_for(["x/a.mp4", "y/a.mp4", "x/a.mp4"], None, ["vtt"])) == 2


def test_it_goes_on_where_it_was_stopped(
    captioner: Captioner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = job(record(tmp_path / "a.wav", times=3))
    captioner.caption(wanted)
    text = (tmp_path / "a.txt").read_text()
    (tmp_path / "a.txt").unlink()
    reads: list[int] = []
    whole = reader._counted

    def until_the_fifth(*arguments: object) -> object:
        reads.append(1)
        if len(reads) == 5:
            raise KeyboardInterrupt
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "_counted", until_the_fifth)
    with pytest.raises(KeyboardInterrupt):
        captioner.caption(wanted)
    assert not (tmp_path / "a.txt").exists()
    captioner.caption(wanted)
    assert (tmp_path / "a.txt").read_text() == text
    assert len(reads) < 2 * 3 * len(SENTENCES)


def test_killed_at_random_moments_it_ends_with_the_same_captions(
    chosen: Settings, tmp_path: Path
) -> None:
    random.seed(1)
    wanted = job(record(tmp_path / "a.wav", times=12), "srt", "json")
    began_s = time.monotonic()
    run(chosen, wanted, None)
    took_s = time.monotonic() - began_s
    whole = {file: file.read_bytes() for file in wanted.outputs}
    for file in wanted.outputs:
        file.unlink()
    for _ in range(KILLS):
        run(chosen, wanted, random.uniform(0, took_s))
        if not wanted.missing:  # it came to its end: begin anew, so that every kill hits something
            for file in wanted.outputs:
                assert file.read_bytes() == whole[file]
                file.unlink()
    run(chosen, wanted, None)
    assert {file: file.read_bytes() for file in wanted.outputs} == whole
    assert not wanted.journal.exists()


def run(chosen: Settings, wanted: Job, kill_after_s: float | None) -> None:
    """Caption in a process of its own, and kill it."""
    process = multiprocessing.get_context("fork").Process(target=caption, args=(chosen, wanted))
    process.start()
    process.join(kill_after_s)
    process.kill()
    process.join()


def test_a_full_disk_leaves_nothing_half_written(chosen: Settings, tmp_path: Path) -> None:
    wanted = job(record(tmp_path / "a.wav", times=3), "json")
    context = multiprocessing.get_context("fork")
    said_: multiprocessing.Queue[str] = context.Queue()
    process = context.Process(target=_with_little_space, args=(chosen, wanted, said_))
    process.start()
    message = said_.get(timeout=60)
    process.join()
    assert "Can't write" in message
    assert not wanted.outputs[0].exists()
    caption(chosen, wanted)
    assert wanted.outputs[0].exists()


def _with_little_space(chosen: Settings, wanted: Job, said_: multiprocessing.Queue[str]) -> None:
    """No file of this process may grow over 1,500 bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500, 1_500))
    try:
        caption(chosen, wanted)
    except StateError as error:
        said_.put(str(error))


@pytest.mark.parametrize("name", ["-f.wav", "a\nb.wav", "%s{x}.wav", "é \udcff.wav", "x" * 251])
def test_hostile_names_are_names(
    captioner: Captioner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    record(Path("plain.wav")).rename(name)
    done = captioner.caption(job(Path(name)))
    assert done.words
    assert [file.exists() for file in done.job.outputs] == [True]


def test_a_recording_of_nothing_has_captions_of_nothing(
    captioner: Captioner, tmp_path: Path
) -> None:
    soundfile.write(tmp_path / "silence.wav", np.zeros(16_000 * 5, np.float32), 16_000)
    assert captioner.caption(job(tmp_path / "silence.wav", "vtt")).cues == 0
    assert (tmp_path / "silence.vtt").read_text().strip() == "WEBVTT"


def test_a_film_that_ends_in_the_middle_is_captioned_as_far_as_it_goes(
    captioner: Captioner, tmp_path: Path
) -> None:
    sound, _ = soundfile.read(record(tmp_path / "whole.wav"), dtype="float32")
    film = tmp_path / "film.mkv"
    write(film, Track([(0.0, sound)], "pcm_s16le"))
    film.write_bytes(film.read_bytes()[: film.stat().st_size // 2])
    done = captioner.caption(job(film))
    heard = said((tmp_path / "film.txt").read_text())
    assert len(SENTENCES[0].split()) <= len(heard) < sum(len(text.split()) for text in SENTENCES)
    assert heard[:4] == SENTENCES[0].split()[:4]
    (note,) = done.notes
    assert note.startswith(f"The sound of {film} ends after 7.1 of 14.3 seconds")


def test_a_recording_that_ends_in_the_middle_is_named(captioner: Captioner, tmp_path: Path) -> None:
    cut = record(tmp_path / "cut.wav")
    whole = captioner.caption(job(cut))
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    assert whole.notes == ()
    (note,) = captioner.caption(job(cut, "vtt")).notes
    assert note.startswith(f"The sound of {cut} ends after ")


@pytest.mark.parametrize("content", [b"", b"RIFF" + bytes(90), None])
def test_what_cannot_be_read_is_named_and_leaves_nothing(
    captioner: Captioner, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "bad.wav").write_bytes(content)
    with pytest.raises(AudioError, match=r"bad\.wav"):
        captioner.caption(job(tmp_path / "bad.wav"))
    assert not list(tmp_path.glob(".*"))
