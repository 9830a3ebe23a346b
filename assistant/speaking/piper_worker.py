"""Reads sentences aloud with Piper, in a process of its own.

    python -m assistant.speaking.piper_worker VOICE.onnx LENGTH_SCALE

For each line on standard input, a sentence, it writes a line of JSON to standard output: `rate`
(samples a second) and `bytes`, and behind it so many bytes of 16-bit PCM, mono; or `error`. A
process of its own, because Piper brings another espeak-ng as a library, and two of those in one
process crash it; and a lasting one, because loading a voice takes a second.
"""

from __future__ import annotations

import json
import sys
from typing import BinaryIO


def main(arguments: list[str]) -> None:
    """Load the voice, then answer until standard input ends."""
    from piper import PiperVoice, SynthesisConfig

    file, slowness = arguments
    voice = PiperVoice.load(file)
    style = SynthesisConfig(length_scale=voice.config.length_scale * float(slowness))
    for line in sys.stdin.buffer:
        try:
            chunks = list(voice.synthesize(line.decode().strip(), style))
        except Exception as error:  # noqa: BLE001  # whatever it is, the next sentence may do
            answer(sys.stdout.buffer, {"error": str(error)})
        else:
            pcm = b"".join(chunk.audio_int16_bytes for chunk in chunks)
            answer(sys.stdout.buffer, {"rate": voice.config.sample_rate, "bytes": len(pcm)}, pcm)


def answer(out: BinaryIO, header: dict[str, object], pcm: bytes = b"") -> None:
    """One answer, at once."""
    out.write(json.dumps(header).encode() + b"\n" + pcm)
    out.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
