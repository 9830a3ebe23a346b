"""Films, podcasts and streams through FFmpeg's libraries: the sound, where a player plays it."""

from __future__ import annotations

import builtins
import socket
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from assistant.app.sound import open_media
from assistant.errors import AudioError, UsageError
from assistant.events import Damaged, MicrophoneBack, MicrophoneLost, SourceEvent
from assistant.hearing.media import MediaSource, scheme
from assistant.records import SAMPLE_RATE, Block, Floats
from tests.hearing.media_files import Track, add_film, frames, picture, write
from tests.hearing.sounds import loudest_hertz, silence, tone

CONTAINERS = [
    ("mp4", "aac", 44_100, "stereo"),
    ("mkv", "pcm_s16le", 48_000, "5.1"),
    ("webm", "libopus", 48_000, "stereo"),
    ("mp3", "libmp3lame", 22_050, "mono"),
    ("m4a", "aac", 16_000, "mono"),
    ("opus", "libopus", 48_000, "mono"),
    ("ts", "aac", 48_000, "stereo"),
    ("flv", "aac", 44_100, "stereo"),
    ("avi", "pcm_s16le", 8_000, "mono"),
    ("m3u8", "aac", 44_100, "mono"),
]


def sound_of(items: Sequence[Block | SourceEvent]) -> Floats:
    return np.concatenate([item.samples for item in items if isinstance(item, Block)])


def heard(source: MediaSource) -> Floats:
    return sound_of(list(source.blocks()))


def damage(items: Sequence[Block | SourceEvent]) -> list[str]:
    return [item.message for item in items if isinstance(item, Damaged)]


def edges(samples: Floats) -> list[float]:
    """The times at which it becomes loud, and quiet again, in seconds."""
    loud = np.abs(samples).reshape(-1, 160).max(axis=1) > 0.1
    return (np.flatnonzero(np.diff(np.concatenate([[0], loud, [0]]).astype(int))) / 100).tolist()


@pytest.mark.parametrize(("kind", "codec", "rate", "layout"), CONTAINERS)
def test_every_container_becomes_the_same_sound(
    tmp_path: Path, kind: str, codec: str, rate: int, layout: str
) -> None:
    path = tmp_path / f"film.{kind}"
    write(path, Track([(0.0, tone(2.0, 440, rate))], codec, rate, layout))
    samples = heard(MediaSource(str(path)))
    assert len(samples) / SAMPLE_RATE == pytest.approx(2.0, abs=0.15)
    assert loudest_hertz(samples) == pytest.approx(440, abs=2)


def test_sound_that_begins_late_and_gaps_keep_their_times(tmp_path: Path) -> None:
    path = tmp_path / "gaps.mkv"
    picture = Track([(0.0, silence(6.0))], "pcm_s16le")
    spoken = Track([(1.5, tone(1.0)), (4.0, tone(1.0))], "pcm_s16le", language="eng")
    write(path, picture, spoken)
    found = edges(heard(MediaSource(str(path), track=2)))
    assert found == pytest.approx([1.5, 2.5, 4.0, 5.0], abs=0.07)


def test_times_before_zero_are_counted_from_the_beginning(tmp_path: Path) -> None:
    path = tmp_path / "negative.mkv"
    keep = {"avoid_negative_ts": "disabled"}
    write(path, Track([(-0.5, tone(1.0)), (1.0, tone(0.5))], "pcm_s16le"), options=keep)
    assert edges(heard(MediaSource(str(path)))) == pytest.approx([0, 1, 1.5, 2.0], abs=0.07)


def test_pictures_at_any_rate_move_no_sound(tmp_path: Path) -> None:
    """A film whose pictures come now thick and fast, now seconds apart."""
    path = tmp_path / "film.mkv"
    with av.open(str(path), "w") as container:
        film = add_film(container)
        track = Track([(0.0, tone(0.5)), (2.0, tone(0.5))], "pcm_s16le")
        sound = container.add_stream(track.codec, rate=track.rate, layout=track.layout)
        for at_ms in (0, 10, 20, 900, 905, 2600):
            container.mux(film.encode(picture(at_ms)))
        container.mux(film.encode(None))
        for frame in frames(track, sound.format.name, 1024):
            container.mux(sound.encode(frame))
    assert edges(heard(MediaSource(str(path)))) == pytest.approx([0.0, 0.5, 2.0, 2.5], abs=0.07)


def test_a_stream_that_starts_at_any_time_is_counted_from_there(tmp_path: Path) -> None:
    path = tmp_path / "late.ts"
    write(path, Track([(100.0, tone(1.0, rate=48_000))], "aac", 48_000))
    assert edges(heard(MediaSource(str(path)))) == pytest.approx([0.0, 1.0], abs=0.1)


def test_a_rate_that_changes_in_the_middle(tmp_path: Path) -> None:
    path, parts = tmp_path / "changing.ts", []
    for name, rate in (("a.ts", 48_000), ("b.ts", 22_050)):
        write(tmp_path / name, Track([(0.0, tone(1.0, 440, rate))], "aac", rate))
        parts.append((tmp_path / name).read_bytes())
    path.write_bytes(b"".join(parts))
    samples = heard(MediaSource(str(path)))
    assert len(samples) / SAMPLE_RATE == pytest.approx(2.0, abs=0.2)
    for half in np.array_split(samples, 2):
        assert loudest_hertz(half[2000:-2000]) == pytest.approx(440, abs=3)


@pytest.mark.parametrize("channel", range(8))
def test_each_of_eight_channels_is_heard(tmp_path: Path, channel: int) -> None:
    path = tmp_path / "eight.wav"
    sound = np.zeros((SAMPLE_RATE, 8), np.float32)
    sound[:, channel] = tone(1.0)
    soundfile.write(path, sound, SAMPLE_RATE)
    assert loudest_hertz(heard(MediaSource(str(path)))) == pytest.approx(440, abs=2)


class TestTracks:
    @pytest.fixture
    def path(self, tmp_path: Path) -> str:
        tracks = [("deu", 300.0), ("eng", 500.0), ("fra", 700.0)]
        path = tmp_path / "film.mkv"
        write(path, *(Track([(0, tone(1, hz))], "pcm_s16le", language=name) for name, hz in tracks))
        return str(path)

    @pytest.mark.parametrize(
        ("track", "language", "hertz"),
        [(0, "", 300), (0, "en", 500), (0, "fr", 700), (0, "it", 300), (2, "fr", 500)],
    )
    def test_a_track_is_picked(self, path: str, track: int, language: str, hertz: int) -> None:
        samples = heard(MediaSource(path, track, language))
        assert loudest_hertz(samples) == pytest.approx(hertz, abs=2)

    def test_one_that_is_not_there_is_named(self, path: str) -> None:
        with pytest.raises(
            UsageError, match=r"no audio track 4; choose .* or 2 \(eng, 1 channel\) or"
        ):
            heard(MediaSource(path, track=4))


class TestFaults:
    def test_a_file_that_ends_in_the_middle_gives_what_there_is(self, tmp_path: Path) -> None:
        path = tmp_path / "cut.mkv"
        write(path, Track([(0.0, tone(4.0))], "pcm_s16le"))
        path.write_bytes(path.read_bytes()[: 4 * SAMPLE_RATE])
        source = MediaSource(str(path))
        items = list(source.blocks())
        assert len(sound_of(items)) / SAMPLE_RATE == pytest.approx(2.0, abs=0.2)
        assert "ends after 1.9 of 4.0 seconds" in " ".join(damage(items))

    def test_a_film_whose_index_is_cut_off_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "cut.mp4"
        write(path, Track([(0.0, tone(4.0))], "aac"))
        path.write_bytes(path.read_bytes()[:-3_000])
        with pytest.raises(AudioError, match=r"cut\.mp4 can't be read"):
            heard(MediaSource(str(path)))

    def test_damage_in_the_middle_is_left_out(self, tmp_path: Path) -> None:
        path = tmp_path / "damaged.mp3"
        write(path, Track([(0.0, tone(4.0, rate=44_100))], "libmp3lame", 44_100))
        content = bytearray(path.read_bytes())
        middle = len(content) // 2
        content[middle : middle + 3_000] = bytes(3_000)
        path.write_bytes(content)
        assert len(heard(MediaSource(str(path)))) / SAMPLE_RATE == pytest.approx(4.0, abs=0.5)

    @pytest.mark.parametrize(
        ("content", "said"), [(b"", "is empty"), (b"no media at all\n" * 99, "can't be read")]
    )
    def test_what_is_no_media_is_named(self, tmp_path: Path, content: bytes, said: str) -> None:
        path = tmp_path / "odd.mp4"
        path.write_bytes(content)
        with pytest.raises(AudioError, match=rf"odd\.mp4 {said}"):
            heard(MediaSource(str(path)))

    def test_a_picture_without_sound_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "mute.mkv"
        with av.open(str(path), "w") as container:
            film = add_film(container)
            container.mux(film.encode(picture(0)))
            container.mux(film.encode(None))
        with pytest.raises(AudioError, match="There is no sound in"):
            heard(MediaSource(str(path)))

    @pytest.mark.parametrize(
        "name", ["http:x.mkv", "concat:a|b.mkv", "-i.mkv", "a\nb.mkv", "%d.mkv", "ü \udce4.mkv"]
    )
    def test_a_hostile_name_is_just_a_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        write("plain.mkv", Track([(0.0, tone(0.5))], "pcm_s16le"))
        Path("plain.mkv").rename(name)
        assert edges(heard(MediaSource(name))) == pytest.approx([0.0, 0.5], abs=0.02)

    def test_without_the_library_it_says_what_to_install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = builtins.__import__

        def without(name: str, *rest: object) -> object:
            if name == "av":
                raise ImportError(name)
            return real(name, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(builtins, "__import__", without)
        (tmp_path / "film.mp4").write_bytes(b"\0" * 99)
        soundfile.write(tmp_path / "a.wav", tone(0.5), SAMPLE_RATE)
        assert len(sound_of(list(open_media(str(tmp_path / "a.wav")).blocks()))) >= SAMPLE_RATE / 2
        with pytest.raises(AudioError, match=r"pip install 'assistant\[media\]'"):
            list(open_media(str(tmp_path / "film.mp4")).blocks())


class TestStreams:
    def test_a_download_that_drops_is_taken_up_again(self, tmp_path: Path) -> None:
        path = tmp_path / "long.mkv"
        write(path, Track([(0.0, tone(8.0))], "pcm_s16le"))
        with _Dropping(path.read_bytes()) as server:
            source = MediaSource(f"http://127.0.0.1:{server.server_address[1]}/long.mkv")
            assert len(heard(source)) / SAMPLE_RATE == pytest.approx(8.0, abs=0.1)
            assert server.asked > 1

    def test_a_live_stream_that_drops_comes_back_with_silence_between(self, tmp_path: Path) -> None:
        path = tmp_path / "part.ts"
        write(path, Track([(0.0, tone(1.0, rate=48_000))], "aac", 48_000))
        now = [100.0]

        def sleep(seconds: float) -> None:
            now[0] += seconds + 2.0

        with socket.create_server(("127.0.0.1", 0)) as server:
            thread = threading.Thread(target=_serve, args=(server, path.read_bytes(), 2))
            thread.start()
            address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
            source = MediaSource(address, clock=lambda: now[0], sleep=sleep)
            items: list[Block | SourceEvent] = []
            for item in source.blocks():
                items.append(item)
                if sum(isinstance(each, MicrophoneLost) for each in items) == 2:
                    break
            thread.join()
        assert [item.gone_s for item in items if isinstance(item, MicrophoneBack)] == [2.5]
        assert edges(sound_of(items)) == pytest.approx([0.0, 1.0, 3.5, 4.5], abs=0.2)

    def test_a_stream_that_does_not_come_back_ends(self, tmp_path: Path) -> None:
        path = tmp_path / "part.ts"
        write(path, Track([(0.0, tone(1.0, rate=48_000))], "aac", 48_000))
        with socket.create_server(("127.0.0.1", 0)) as server:
            address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
            thread = threading.Thread(target=_serve, args=(server, path.read_bytes(), 1))
            thread.start()
            source = MediaSource(address, sleep=lambda _: server.close())
            items = list(source.blocks())
            assert edges(sound_of(items))[:2] == pytest.approx([0.0, 1.0], abs=0.2)
            thread.join()
        assert damage(items) == [f"{address} broke off and didn't come back."]

    def test_an_address_where_nobody_answers_is_named(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        with pytest.raises(AudioError, match="can't be read"):
            heard(MediaSource(f"tcp://127.0.0.1:{port}", sleep=lambda _: None))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("rtsp://camera/1", "rtsp"),
        ("https://host/a.m3u8", "https"),
        ("film.mp4", ""),
        ("file://etc", ""),
        ("concat:a|b", ""),
        ("http:/x", ""),
    ],
)
def test_what_is_an_address(address: str, expected: str) -> None:
    assert scheme(address) == expected


def _serve(server: socket.socket, content: bytes, times: int) -> None:
    for _ in range(times):
        connection, _ = server.accept()
        with connection:
            connection.sendall(content)


class _Dropping(ThreadingHTTPServer):
    """Serves one file, and breaks off its first transfer half way."""

    def __init__(self, content: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content, self.asked = content, 0

    def __enter__(self) -> _Dropping:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: _Dropping

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""

    def do_GET(self) -> None:
        content, self.server.asked = self.server.content, self.server.asked + 1
        start = int((self.headers["Range"] or "bytes=0-").split("=")[1].split("-")[0])
        self.send_response(206)
        end = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self.send_header("Content-Range", end)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        stop = len(content) if self.server.asked > 1 else start + (len(content) - start) // 2
        self.wfile.write(content[start:stop])
