"""Captions that grow with a stream."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.captions.formats import webvtt_cue
from assistant.captions.growing import SEGMENT_S, Growing, Segments
from assistant.records import Cue, Word
from assistant.settings import CaptionSettings

STYLE = CaptionSettings()

spoken = st.lists(
    st.tuples(
        st.sampled_from(("a", "harbour", "because", "extraordinarily")),
        st.floats(0.0, 1.0),
        st.floats(0.05, 0.9),
    ),
    max_size=60,
)


def words_of(drawn: list[tuple[str, float, float]]) -> list[Word]:
    words, at_s = [], 0.0
    for text, gap_s, length_s in drawn:
        words.append(Word(text, at_s + gap_s, at_s + gap_s + length_s, 1.0))
        at_s += gap_s + length_s
    return words


@given(spoken, st.lists(st.booleans(), min_size=60, max_size=60))
def test_all_words_come_once_and_captions_never_overlap(
    drawn: list[tuple[str, float, float]], pauses: list[bool]
) -> None:
    words, growing, cues = words_of(drawn), Growing(STYLE), []
    for word, pause in zip(words, pauses, strict=False):
        cues += growing.add([word], word.end_s + 0.5 * pause, pause)
    cues += growing.add([], words[-1].end_s + 1.0 if words else 0.0, pause=True)
    said = [text for cue in cues for line in cue.lines for text in line.split()]
    assert said == [word.text for word in words]
    assert all(one.end_s <= other.start_s for one, other in pairwise(cues))
    assert all(cue.end_s > cue.start_s for cue in cues)


def test_long_speech_is_captioned_before_its_pause() -> None:
    growing = Growing(STYLE)
    words = [Word("harbour", at, at + 0.9, 1.0) for at in range(20)]
    found = [cue for word in words for cue in growing.add([word], word.end_s, pause=False)]
    assert len(found) >= 2
    waiting_s = growing.waiting_s([], 20.0)
    assert max(cue.words[-1].end_s for cue in found) <= waiting_s < 20.0


def test_nothing_is_shown_of_nothing() -> None:
    growing = Growing(STYLE)
    assert growing.add([], 5.0, pause=True) == []
    assert growing.waiting_s([Word("a", 4.0, 4.5, 1.0)], 5.0) == 4.0


@given(spoken)
def test_a_caption_is_in_every_segment_over_which_it_is_shown(
    drawn: list[tuple[str, float, float]],
) -> None:
    cues = [Cue(w.start_s, w.end_s, (w.text,)) for w in words_of(drawn)]
    segments, found = Segments(), {}
    for cue in cues:
        found.update(segments.add([cue], cue.start_s))
    found.update(segments.end(0.0))
    for number, content in enumerate(found.values()):
        begin_s, end_s = number * SEGMENT_S, (number + 1) * SEGMENT_S
        shown = [cue for cue in cues if cue.start_s < end_s and cue.end_s > begin_s]
        assert content.endswith("\n\n" + "".join(map(webvtt_cue, shown)))
        assert content.startswith("WEBVTT\nX-TIMESTAMP-MAP=")
    playlist = segments.playlist(ended=True)
    assert [line for line in playlist.splitlines() if not line.startswith("#")] == list(found)
    assert playlist.endswith("#EXT-X-ENDLIST\n")
