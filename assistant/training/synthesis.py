"""Synthetic speech for breadth: espeak-ng, flite and festival read commands and sentences, in chunks that resume.

    python -m assistant.training.synthesis OUT --chunks 100 --prompts prompts.txt.gz --jobs 2

Chunk 7 of seed 0 is always the same utterances by the same voices: `OUT/chunk-00007.i16` holds the samples (see
corpus.py) and `OUT/chunk-00007.jsonl` the manifest, which appears last and whole. A chunk whose manifest exists is
never made again, so a run that was stopped goes on where it was. Sentences come from the sampled commands and a file
of prompts. About half are read by espeak-ng, whose many voices are cheap but far from a human's; the recorded voices
of flite and festival are made into more speakers by moving their pitch and formants up or down a little.
"""

from __future__ import annotations

import argparse
import gzip
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from assistant.errors import TrainingError
from assistant.training.commands import sample_commands
from assistant.training.corpus import RATE, Clip, CorpusError, decode_audio, write_manifest, write_pack
from assistant.training.phonemes import with_phonemes
from assistant.training.phrases import FAMILIES, VALUES, WEIGHTS

Audio = NDArray[np.int16]

ESPEAK_ACCENTS = (
    "en-us", "en-us", "en-us", "en-gb", "en-gb", "en-gb-x-rp", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd",
    "en-029", "en-us-nyc",
)  # fmt: skip
"""The English voices of espeak-ng; the two that most people speak like come more than once."""

ODD_VARIANTS = {"whisper", "whisperf", "croak", "fast", "klatt6", "Demonic", "robosoft", "robosoft2", "robosoft3"}
"""espeak-ng's variants that sound like no person."""

FLITE_VOICES = ("slt", "slt", "rms", "rms", "awb", "kal16")
FESTIVAL_VOICES = ("cmu_us_slt_arctic_hts", "cmu_us_slt_arctic_hts", "kal_diphone", "ked_diphone")
FORMANT_SHIFTS = (0.86, 0.91, 0.96, 1.0, 1.0, 1.05, 1.1, 1.16)
"""Factors on pitch and formants together: a longer or shorter vocal tract."""

LICENCES = {
    "espeak": "synthetic (espeak-ng)",
    "flite": "synthetic (flite, CMU voices)",
    "festival": "synthetic (festival, festvox voices)",
}
EDGE_SILENCE = 0.15


@dataclass(frozen=True, slots=True)
class Plan:
    """What every chunk of a run has in common."""

    out: Path
    size: int = 500
    """Utterances in a chunk."""
    seed: int = 0
    commands: float = 0.55
    """Share of sampled commands; the rest are prompts."""
    espeak: float = 0.5
    """Share read by espeak-ng; the rest is divided between flite and festival, as far as they are installed."""
    prompts: Path | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One utterance to be: which engine reads `text`, and how."""

    text: str
    engine: str
    voice: str
    pace: float
    """Speed against the voice's own; 1.1 is a tenth faster."""
    shift: float = 1.0
    """Factor on pitch and formants; of no use to espeak-ng, which has variants."""
    pitch: int = 50
    """espeak-ng's scale, 0–99; festival's HTS voices move by a semitone for 8 of it."""

    @property
    def speaker(self) -> str:
        suffix = "" if self.shift == 1.0 else f"x{self.shift:.2f}"
        return f"{self.engine}/{self.voice}{suffix}"


def synthesise(plan: Plan, chunks: range, jobs: int, progress: Callable[[float], None] = lambda hours: None) -> None:
    """Make the chunks that don't exist yet; `progress` hears the hours of each as it is done.

    Raises TrainingError when no synthesiser is installed or one of them fails on every utterance.
    """
    if not installed_engines():
        raise TrainingError("Synthetic speech needs espeak-ng, flite or festival; install one of them.")
    missing = [index for index in chunks if not manifest_path(plan.out, index).exists()]
    if jobs == 1:
        for index in missing:
            progress(make_chunk(plan, index))
        return
    with ProcessPoolExecutor(jobs) as pool:
        for done in as_completed([pool.submit(make_chunk, plan, index) for index in missing]):
            progress(done.result())


def manifest_path(out: Path, index: int) -> Path:
    return out / f"chunk-{index:05d}.jsonl"


def make_chunk(plan: Plan, index: int) -> float:
    """Read one chunk's utterances, write its pack and its manifest, and return the hours it holds."""
    random = Random(f"{plan.seed}/{index}")
    readings = [_reading(text, plan.espeak, random) for text in islice(texts(plan, random), plan.size)]
    spoken = [(_clip(reading), trimmed(audio)) for reading, audio in zip(readings, read(readings), strict=True)]
    usable = [(clip, audio) for clip, audio in spoken if _plausible(clip, audio)]
    if not usable:
        raise TrainingError(f"No synthesiser read anything of chunk {index}; try one of them by hand.")
    clips = with_phonemes(write_pack(plan.out / f"chunk-{index:05d}.i16", usable))
    write_manifest(manifest_path(plan.out, index), clips)
    return sum(clip.seconds for clip in clips) / 3600


def texts(plan: Plan, random: Random) -> Iterator[str]:
    """Sentences to read without end: commands and prompts mixed by `plan.commands`."""
    commands = sample_commands(FAMILIES, VALUES, random.getrandbits(32), WEIGHTS)
    prompts = _prompts(plan.prompts) if plan.prompts else ()
    while True:
        yield random.choice(prompts) if prompts and random.random() >= plan.commands else next(commands)


@lru_cache(maxsize=2)
def _prompts(file: Path) -> tuple[str, ...]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return tuple(line.strip() for line in lines if 0 < len(line.split()) <= 25)


@lru_cache(maxsize=1)
def installed_engines() -> tuple[str, ...]:
    programs = {"espeak": "espeak-ng", "flite": "flite", "festival": "festival"}
    return tuple(engine for engine, program in programs.items() if shutil.which(program))


def _reading(text: str, espeak: float, random: Random) -> Reading:
    """Who reads `text`: drawn anew for each utterance."""
    recorded = [engine for engine in installed_engines() if engine != "espeak"]
    if "espeak" in installed_engines() and (not recorded or random.random() < espeak):
        voice = f"{random.choice(ESPEAK_ACCENTS)}+{random.choice(_espeak_variants())}"
        return Reading(text, "espeak", voice, random.uniform(130, 210) / 175, pitch=random.randint(25, 75))
    engine = random.choice(recorded)
    voice = random.choice(FLITE_VOICES if engine == "flite" else _festival_voices())
    return Reading(text, engine, voice, random.uniform(0.8, 1.25), random.choice(FORMANT_SHIFTS), random.randint(25, 75))


@lru_cache(maxsize=1)
def _espeak_variants() -> tuple[str, ...]:
    listed = subprocess.run(["espeak-ng", "--voices=variant"], capture_output=True, text=True, check=True).stdout
    names = (match[1] for match in re.finditer(r"!v/(\S+)", listed))
    return tuple(sorted(name for name in names if name not in ODD_VARIANTS))


@lru_cache(maxsize=1)
def _festival_voices() -> tuple[str, ...]:
    """Those of FESTIVAL_VOICES that are installed."""
    script = "(mapcar (lambda (v) (format t \"%s\\n\" v)) (voice.list))"
    listed = subprocess.run(["festival", "-b", script], capture_output=True, text=True, check=True).stdout.split()
    return tuple(voice for voice in FESTIVAL_VOICES if voice in listed) or ("kal_diphone",)


def _clip(reading: Reading) -> Clip:
    return Clip(
        Path(), reading.text, reading.speaker, 0, reading.engine, LICENCES[reading.engine], "train", "synthetic"
    )


def read(readings: Sequence[Reading]) -> list[Audio]:
    """The audio of each reading in its order; empty where a synthesiser made nothing of the text."""
    with tempfile.TemporaryDirectory() as folder:
        festival = [(i, r) for i, r in enumerate(readings) if r.engine == "festival"]
        files = {i: Path(folder) / f"{i}.wav" for i, _ in festival}
        _run_festival([(reading, files[i]) for i, reading in festival], Path(folder))
        return [_decoded(files[i]) if i in files else READERS[r.engine](r) for i, r in enumerate(readings)]


def _espeak(reading: Reading) -> Audio:
    options = ["-v", reading.voice, "-s", str(round(175 * reading.pace)), "-p", str(reading.pitch)]
    said = subprocess.run(
        ["espeak-ng", *options, "--stdin", "--stdout"], input=reading.text.encode(), capture_output=True, check=False
    )
    return _decoded(io.BytesIO(_with_honest_length(said.stdout)))


def _with_honest_length(wav: bytes) -> bytes:
    """espeak-ng writes a header of unlimited length into a pipe; here with the true one."""
    size = max(0, len(wav) - 44)
    return wav[:4] + (size + 36).to_bytes(4, "little") + wav[8:40] + size.to_bytes(4, "little") + wav[44:]


def _flite(reading: Reading) -> Audio:
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        stretch = reading.shift / reading.pace  # moving the formants afterwards takes as much time away again
        options = ["-voice", reading.voice, "--setf", f"duration_stretch={stretch:.3f}"]
        command = ["flite", *options, "-t", reading.text, "-o", file.name]
        subprocess.run(command, capture_output=True, check=False)
        return shifted(_decoded(Path(file.name)), reading.shift)


READERS: dict[str, Callable[[Reading], Audio]] = {"espeak": _espeak, "flite": _flite}


def _decoded(file: Path | io.BytesIO) -> Audio:
    try:
        return decode_audio(file)
    except CorpusError:
        return np.zeros(0, np.int16)


def _run_festival(readings: Sequence[tuple[Reading, Path]], folder: Path) -> None:
    """One festival process for all: its voices take longer to load than to speak. Files come out shifted."""
    if not readings:
        return
    lines = [line for reading, file in sorted(readings, key=lambda r: r[0].voice) for line in _scheme(reading, file)]
    script = folder / "say.scm"
    script.write_text("\n".join(lines), encoding="utf-8")
    subprocess.run(["festival", "-b", str(script)], capture_output=True, check=False)
    for reading, file in readings:
        if reading.shift != 1.0 and file.exists():
            import soundfile

            soundfile.write(file, shifted(_decoded(file), reading.shift), RATE)


def _scheme(reading: Reading, file: Path) -> list[str]:
    """Lines for festival. HTS voices take pace and pitch (in semitones) from their engine, diphones from a parameter."""
    pace = reading.pace / reading.shift
    set_pace = f"(Parameter.set 'Duration_Stretch {1 / pace:.3f})"
    if reading.voice.endswith("_hts"):
        engine = f"{reading.voice}::hts_engine_params"
        tuned = f'(("-r" {pace:.3f}) ("-fm" {(reading.pitch - 50) / 8:.2f}))'
        set_pace = f"(set! hts_engine_params (append {engine} '{tuned}))"
    return [
        f"(voice_{reading.voice})",
        set_pace,
        f'(utt.save.wave (utt.synth (Utterance Text "{reading.text}")) "{file}" \'riff)',
    ]


def shifted(audio: Audio, factor: float) -> Audio:
    """Pitch and formants times `factor`, and so the length divided by it."""
    if factor == 1.0 or not len(audio):
        return audio
    import soxr

    moved = soxr.resample(audio.astype(np.float32), RATE * factor, RATE, quality="MQ")
    return np.clip(np.rint(moved), -32768, 32767).astype(np.int16)


def trimmed(audio: Audio) -> Audio:
    """Without the silence at both ends but for EDGE_SILENCE seconds; silence is 40 dB below the loudest sample."""
    if not len(audio):
        return audio
    loud = np.flatnonzero(np.abs(audio.astype(np.int32)) > np.abs(audio.astype(np.int32)).max() / 100)
    margin = int(EDGE_SILENCE * RATE)
    return audio[max(0, loud[0] - margin) : loud[-1] + margin + 1] if len(loud) else audio[:0]


def _plausible(clip: Clip, audio: Audio) -> bool:
    """Whether the audio is as long as its text could take: a synthesiser that failed leaves a click or nothing."""
    seconds, letters = len(audio) / RATE, len(clip.text.replace(" ", ""))
    return seconds > 0.15 and 0.02 < seconds / max(1, letters) < 1.5 and bool(np.abs(audio).max() > 500)


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="assistant.training.synthesis", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--first", type=int, default=0, help="index of the first chunk")
    parser.add_argument("--chunks", type=int, default=10)
    parser.add_argument("--size", type=int, default=500, help="utterances in a chunk")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--commands", type=float, default=0.55, help="share of sampled commands")
    parser.add_argument("--espeak", type=float, default=0.5, help="share of espeak-ng's voices")
    parser.add_argument("--prompts", type=Path, help="gzipped file of normalised sentences, one a line")
    args = parser.parse_args(argv)
    plan = Plan(args.out, args.size, args.seed, args.commands, args.espeak, args.prompts)
    _with_progress_bar(plan, range(args.first, args.first + args.chunks), args.jobs)


def _with_progress_bar(plan: Plan, chunks: range, jobs: int) -> None:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns) as bar:
        hours: list[float] = []
        existing = sum(manifest_path(plan.out, index).exists() for index in chunks)
        task = bar.add_task("0.0 hours", total=len(chunks), completed=existing)

        def done(more: float) -> None:
            hours.append(more)
            bar.update(task, advance=1, description=f"{sum(hours):.1f} hours")

        synthesise(plan, chunks, jobs, done)


if __name__ == "__main__":
    main()
