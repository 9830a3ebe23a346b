"""The page in a real browser, from a disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

import numpy as np
import pytest
import soundfile
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.captions.cues import make_cues
from assistant.captions.page import page
from assistant.records import Cue, Word

pytestmark = pytest.mark.browser

HOSTILE = "</script><img src=x onerror=alert(1)><b>&amp;\"'"
MEDIA = "a talk #1, 100%.wav"
SAID = "The cat sat. The dog ran after the cat and the catalogue fell."


def spoken() -> list[Cue]:
    words = [Word(text, 0.5 * n, 0.5 * n + 0.4, 0.9) for n, text in enumerate(SAID.split())]
    hostile = Word(HOSTILE.replace(" ", "\xa0"), 9.0, 9.5, 0.9)
    return make_cues([*words, hostile], speakers=["Ann"] * len(words) + [HOSTILE])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "scripts/test installs chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of a recording of ten seconds; what goes wrong in it fails the test."""
    noise = np.random.default_rng(1).normal(0, 0.1, 160_000).astype(np.float32)
    soundfile.write(tmp_path / MEDIA, noise, 16_000)
    (tmp_path / "talk.html").write_text(page(spoken(), MEDIA, HOSTILE), encoding="utf-8")
    shown = browser.new_page()
    shown.set_default_timeout(10_000)
    wrong: list[str] = []
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("console", lambda message: wrong.append(message.text))
    shown.on("dialog", lambda dialog: wrong.append(dialog.message))
    asked: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto((tmp_path / "talk.html").as_uri())
    until(shown, "player.readyState >= 1")
    yield shown
    assert wrong == []
    assert all(url.startswith("file://") for url in asked)
    shown.close()


def until(shown: Page, condition: str) -> None:
    """Wait for it within the page, whose policy forbids Playwright's own way."""
    shown.evaluate(
        f"""() => new Promise((done, failed) => {{
            setTimeout(() => failed(new Error({condition!r})), 10_000);
            const look = () => {condition} ? done() : setTimeout(look, 20);
            look();
        }})"""
    )


def chosen(shown: Page, selector: str) -> list[str]:
    return [element.inner_text() for element in shown.query_selector_all(selector)]


def test_a_word_that_is_clicked_is_played(opened: Page) -> None:
    opened.get_by_text("ran", exact=True).click()
    until(opened, "player.currentTime >= 2")
    opened.wait_for_selector(".now")
    opened.evaluate("player.pause()")


def test_the_word_that_is_said_is_marked(opened: Page) -> None:
    opened.evaluate("player.currentTime = 1.2")
    opened.wait_for_selector(".now")
    assert chosen(opened, ".now") == ["sat."]
    opened.evaluate("player.currentTime = 3.6")
    opened.wait_for_selector(".now:text-is('the')")


def test_words_and_phrases_are_found(opened: Page) -> None:
    opened.fill("#query", "cat")
    assert chosen(opened, ".hit") == ["cat", "cat", "catalogue"]
    assert opened.inner_text("#found") == "3 found"
    opened.fill("#query", "The Cat  a")
    assert chosen(opened, ".hit") == ["the", "cat", "and"]
    opened.press("#query", "Enter")
    assert opened.inner_text("#found") == "1 of 1 found"
    until(opened, "player.currentTime === 3.5")
    opened.fill("#query", "horse")
    assert (opened.inner_text("#found"), chosen(opened, ".hit")) == ("0 found", [])


def test_captions_are_a_track_of_the_player(opened: Page) -> None:
    cues = opened.evaluate("[...player.textTracks[0].cues].map(c => [c.startTime, c.endTime])")
    assert cues == [[pytest.approx(c.start_s), pytest.approx(c.end_s)] for c in spoken()]


def test_what_was_said_is_text_whatever_it_looks_like(opened: Page) -> None:
    assert opened.title() == HOSTILE
    assert opened.query_selector("img") is None
    assert chosen(opened, ".word")[-1].replace("\xa0", " ") == HOSTILE
    assert chosen(opened, "b") == ["Ann", HOSTILE]


def test_a_recording_from_elsewhere_is_played_from_there() -> None:
    media = "https://example.org/a%20talk.mp4?part=1&part=2"
    assert f'<video id="player" controls preload="metadata" src="{escape(media)}">' in (
        page(spoken(), media, "A talk")
    )
