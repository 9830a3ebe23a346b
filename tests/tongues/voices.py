"""Sentences in five languages, read by espeak-ng's voices; some of both are kept for the test."""

from __future__ import annotations

import io
import subprocess

import numpy as np
import soundfile
import soxr

from assistant.records import SAMPLE_RATE, Floats

LANGUAGES = {"en": "en-gb", "de": "de", "es": "es", "fr": "fr-fr", "it": "it"}
"""The voice of each, to which a variant is added."""

TRAINED = ("m1", "m3", "m4", "m7", "m8", "f1", "f2", "f4")
"""Variants of a voice that `scripts/make-tongues` trains with."""
HELD_OUT = ("m2", "m6", "f5")
"""Variants that it never hears, nor any of these sentences."""

HELD_OUT_TEXTS = {
    "en": (
        *("set a timer for ten minutes", "what time is it", "wake me at seven"),
        *("cancel all timers", "read the shopping list", "start the stopwatch"),
    ),
    "de": (
        *("stelle einen timer auf zehn minuten", "wie spät ist es", "weck mich um sieben"),
        *("lösche alle timer", "lies mir die einkaufsliste vor", "starte die stoppuhr"),
    ),
    "es": (
        *("pon un temporizador de diez minutos", "qué hora es", "despiértame a las siete"),
        *("cancela todos los temporizadores", "lee la lista de la compra", "inicia el cronómetro"),
    ),
    "fr": (
        *("mets un minuteur de dix minutes", "quelle heure est-il", "réveille-moi à sept heures"),
        *("annule tous les minuteurs", "lis la liste de courses", "lance le chronomètre"),
    ),
    "it": (
        *("imposta un timer di dieci minuti", "che ore sono", "svegliami alle sette"),
        *("annulla tutti i timer", "leggi la lista della spesa", "avvia il cronometro"),
    ),
}


def read_aloud(
    language: str, variant: str, text: str, rate_wpm: int = 165, pitch: int = 50
) -> Floats:
    """Samples at SAMPLE_RATE, with a tenth of a second of silence around them."""
    speed = ("-s", str(rate_wpm), "-p", str(pitch))
    done = subprocess.run(
        ["espeak-ng", "--stdin", "--stdout", "-v", f"{LANGUAGES[language]}+{variant}", *speed],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    samples, rate = soundfile.read(io.BytesIO(done.stdout), dtype="float32")
    samples = soxr.resample(samples, rate, SAMPLE_RATE).astype(np.float32)
    audible = np.flatnonzero(np.abs(samples) > 1e-3)
    samples = samples[max(0, audible[0] - 1600) : audible[-1] + 1600]
    return samples * np.float32(0.7 / np.abs(samples).max())
