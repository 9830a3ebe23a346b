"""Real onnxruntime on a model whose emissions can be computed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest

from assistant.errors import AudioError, ModelError
from assistant.ports import AcousticModel
from assistant.recognition.acoustic import OnnxAcousticModel
from assistant.recognition.folder import ModelFolder
from assistant.recognition.greedy import GreedyDecoder
from assistant.records import Emissions, Floats
from assistant.settings import RecognitionSettings
from tests import tiny_model
from tests.tiny_model import TinyModel, make_tiny_model, speak


def load(folder: Path, settings: RecognitionSettings | None = None) -> OnnxAcousticModel:
    return OnnxAcousticModel(ModelFolder.load(folder), settings or RecognitionSettings())


def text(emissions: Emissions) -> str:
    return GreedyDecoder().decode(emissions).text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("models") / "tiny", TinyModel(phonemes=True))


@pytest.fixture(scope="module")
def model(folder: Path) -> AcousticModel:
    return load(folder)


def computed(samples: Floats) -> np.ndarray:
    """The tiny model's probabilities, frame by frame with a discrete Fourier sum in float64."""
    sound = (samples - np.mean(samples, dtype=float)) / np.sqrt(np.var(samples, dtype=float) + 1e-7)
    window = np.hanning(401)[:400]
    letters = "|" + tiny_model.LETTERS
    hertz = np.array([tiny_model.letter_hz(letter) for letter in letters])
    waves = np.exp(2j * np.pi * np.outer(np.arange(400), hertz) / 16_000)
    rows = []
    for start in range(0, len(sound) - 399, 320):
        frame = sound[start : start + 400] * window
        tones = 2 * np.abs(frame @ waves) ** 2 / window.sum() ** 2
        total = np.sum(frame**2) / np.sum(window**2)
        shares = tones / (total + 1e-9) + 1e-9
        scores = np.zeros(32)  # <pad>, then three special tokens, then `|` and the letters
        scores[0], scores[4:] = 0.1**4, shares**4
        rows.append(scores / scores.sum())
    return np.array(rows)


class TestEmissions:
    def test_they_are_what_the_network_computes(self, model: AcousticModel) -> None:
        samples = speak("hello", silence_s=0.1)
        found, expected = model.emissions(samples), computed(samples)
        assert found.log_probs.dtype == np.float32
        assert np.exp(found.log_probs) == pytest.approx(expected, abs=1e-3)

    def test_each_frame_is_a_distribution(self, model: AcousticModel) -> None:
        found = model.emissions(speak("a b"))
        assert np.exp(found.log_probs).sum(axis=1) == pytest.approx(1, abs=1e-5)
        assert found.frame_s == pytest.approx(0.02)

    def test_the_second_output_reads_the_same_sound(self, model: AcousticModel) -> None:
        found = model.emissions(speak("be at"))
        assert found.phonemes is not None
        assert text(found) == "be at"
        assert text(found.phonemes) == "/b//e/ /a//t/"
        assert found.phonemes.log_probs.shape == (len(found.log_probs), 29)

    def test_input_arrays_are_left_alone(self, model: AcousticModel) -> None:
        samples = speak("a")
        before = samples.copy()
        model.emissions(samples)
        assert np.array_equal(samples, before)


@pytest.mark.parametrize(
    "variant",
    [
        TinyModel(),
        TinyModel(do_normalize=False),
        TinyModel(attention_mask=True),
        TinyModel(attention_mask=True, do_normalize=False),
        TinyModel(int8=True),
        TinyModel(onnx_subfolder=True),
        TinyModel(external_data=True),
        TinyModel(external_data=True, onnx_subfolder=True),
        TinyModel(language="eng"),
        TinyModel(delimiter="_"),
        TinyModel(delimiter=" "),
    ],
    ids=repr,
)
def test_every_variant_hears_the_sentence(tmp_path: Path, variant: TinyModel) -> None:
    model = load(make_tiny_model(tmp_path / "tiny", variant))
    assert text(model.emissions(speak("what's the time"))) == "what's the time"


def test_upper_case_stays_upper_case(tmp_path: Path) -> None:
    model = load(make_tiny_model(tmp_path / "tiny", TinyModel(upper=True)))
    assert text(model.emissions(speak("set a timer"))) == "SET A TIMER"


def test_int8_is_what_runs_where_it_is_present(tmp_path: Path) -> None:
    folder = make_tiny_model(tmp_path / "tiny", TinyModel(int8=True))
    exact = OnnxAcousticModel(ModelFolder.load(folder, file="model.onnx"), RecognitionSettings())
    samples = speak("a")
    wanted = exact.emissions(samples).log_probs
    gap = np.abs(load(folder).emissions(samples).log_probs - wanted)
    assert 0 < gap[wanted > -10].max() < 0.2


def test_a_model_of_another_rate_hears_resampled_sound(tmp_path: Path) -> None:
    """The network at 32 kHz takes each tone for one of half its frequency."""
    folder = make_tiny_model(tmp_path / "tiny", TinyModel(sampling_rate=32_000))
    found = load(folder).emissions(np.zeros(16_000, np.float32))
    assert found.frame_s == pytest.approx(0.01)
    assert len(found.log_probs) == (32_000 - 400) // 320 + 1


@pytest.mark.parametrize("level", [0.001, 0.01, 0.3])
def test_loud_or_quiet_reads_the_same(model: AcousticModel, level: float) -> None:
    assert text(model.emissions(speak("stop", level=level))) == "stop"


class TestLengths:
    @pytest.mark.parametrize("samples", [0, 1, 160, 399, 400, 719])
    def test_very_short_sound_gives_one_frame(self, model: AcousticModel, samples: int) -> None:
        sound = np.random.default_rng(0).normal(0, 0.1, samples).astype(np.float32)
        assert model.emissions(sound).log_probs.shape == (1, 32)

    @pytest.mark.parametrize("level", [0.0, 0.5])
    def test_silence_is_blank(self, model: AcousticModel, level: float) -> None:
        found = model.emissions(np.full(16_000, level, np.float32))
        assert (found.log_probs.argmax(axis=1) == 0).all()

    def test_long_sound_is_joined_without_a_seam(
        self, model: AcousticModel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        samples = np.concatenate([speak("call aunt mary now")] * 6)
        whole = model.emissions(samples)
        monkeypatch.setattr("assistant.recognition.acoustic.WINDOW_S", 1.5)
        monkeypatch.setattr("assistant.recognition.acoustic.CONTEXT_S", 0.2)
        pieces = model.emissions(samples)
        assert pieces.log_probs == pytest.approx(whole.log_probs, abs=0.01)
        assert pieces.phonemes is not None
        assert whole.phonemes is not None
        assert pieces.phonemes.log_probs == pytest.approx(whole.phonemes.log_probs, abs=0.01)

    def test_minutes_of_sound(self, model: AcousticModel) -> None:
        once = speak("next")
        samples = np.concatenate([once] * 100)
        assert len(samples) > 60 * 16_000
        assert text(model.emissions(samples)) == "next" * 100


class TestBadSound:
    @pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
    def test_values_that_are_no_numbers(self, model: AcousticModel, value: float) -> None:
        samples = np.zeros(1_000, np.float32)
        samples[500] = value
        with pytest.raises(AudioError, match="no numbers"):
            model.emissions(samples)

    def test_two_channels(self, model: AcousticModel) -> None:
        with pytest.raises(AudioError, match="mono"):
            model.emissions(np.zeros((1_000, 2), np.float32))


class TestSettings:
    @pytest.mark.parametrize("threads", [0, 1, 3])
    def test_threads_do_not_change_what_is_heard(self, folder: Path, threads: int) -> None:
        model = load(folder, RecognitionSettings(threads=threads))
        assert text(model.emissions(speak("stop"))) == "stop"

    def test_an_unknown_provider_lists_those_there_are(self, folder: Path) -> None:
        settings = RecognitionSettings(providers=("CPUExecutionProvider", "NoExecutionProvider"))
        with pytest.raises(ModelError, match=r"'NoExecutionProvider'.*some of .*CPUExecutionProv"):
            load(folder, settings)

    def test_warming_up_finds_broken_weights(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny")
        edit(folder, lambda model: spoil(model, "bias", np.nan))
        with pytest.raises(ModelError, match="weights are broken"):
            load(folder).warm_up()


def edit(folder: Path, change: Callable[[onnx.ModelProto], None]) -> None:
    """Change a folder's model.onnx."""
    model = onnx.load(folder / "model.onnx", load_external_data=False)
    change(model)
    (folder / "model.onnx").write_bytes(model.SerializeToString())


def spoil(model: onnx.ModelProto, name: str, value: float) -> None:
    """Fill the weights whose name ends so with a value."""
    for tensor in model.graph.initializer:
        if tensor.name.endswith(name):
            filled = np.full(tuple(tensor.dims), value, np.float32)
            tensor.CopyFrom(onnx.numpy_helper.from_array(filled, tensor.name))


class TestInputTypes:
    @pytest.mark.parametrize("kind", ["INT64", "INT32", "BOOL"])
    def test_masks(self, tmp_path: Path, kind: str) -> None:
        folder = make_tiny_model(tmp_path / "tiny", TinyModel(attention_mask=True))
        edit(folder, lambda model: retype(model, 1, kind))
        assert text(load(folder).emissions(speak("stop"))) == "stop"

    def test_half_precision_sound(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny")

        def halve(model: onnx.ModelProto) -> None:
            first = model.graph.node[0]
            cast = onnx.helper.make_node("Cast", first.input, first.output, to=1)
            first.CopyFrom(cast)
            retype(model, 0, "FLOAT16")

        edit(folder, halve)
        assert text(load(folder).emissions(speak("stop"))) == "stop"

    def test_other_types_are_refused(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny", TinyModel(attention_mask=True))
        edit(folder, lambda model: retype(model, 1, "DOUBLE"))
        with pytest.raises(ModelError, match=r"attention_mask is tensor\(double\)"):
            load(folder)


def retype(model: onnx.ModelProto, index: int, kind: str) -> None:
    """Give an input of the model another element type."""
    number = onnx.TensorProto.DataType.Value(kind)
    model.graph.input[index].type.tensor_type.elem_type = number


class TestBadModels:
    @pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999])
    def test_a_truncated_file(self, tmp_path: Path, share: float) -> None:
        folder = make_tiny_model(tmp_path / "tiny")
        content = (folder / "model.onnx").read_bytes()
        (folder / "model.onnx").write_bytes(content[: int(share * len(content))])
        with pytest.raises(ModelError, match=r"model\.onnx can't be loaded"):
            load(folder)

    def test_missing_external_weights(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny", TinyModel(external_data=True))
        (folder / "model.onnx_data").unlink()
        with pytest.raises(ModelError, match="can't be loaded"):
            load(folder)

    @pytest.mark.parametrize("place", ["../outside.data", "{tmp}/outside.data"])
    def test_external_weights_outside_the_folder(self, tmp_path: Path, place: str) -> None:
        folder = make_tiny_model(tmp_path / "tiny", TinyModel(external_data=True))
        (folder / "model.onnx_data").rename(tmp_path / "outside.data")
        place = place.format(tmp=tmp_path)

        def lead_out(model: onnx.ModelProto) -> None:
            for tensor in model.graph.initializer:
                for entry in tensor.external_data:
                    entry.value = place if entry.key == "location" else entry.value

        edit(folder, lead_out)
        with pytest.raises(ModelError, match="can't be loaded"):
            load(folder)

    def test_enormous_tensors(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny")

        def enlarge(model: onnx.ModelProto) -> None:
            model.graph.initializer[0].dims[:] = [2**40, 1, 400]

        edit(folder, enlarge)
        with pytest.raises(ModelError, match="can't be loaded"):
            load(folder)

    def test_another_input(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny", TinyModel(input_name="input_features"))
        with pytest.raises(ModelError, match="this model wants input_features"):
            load(folder)

    def test_a_fixed_number_of_samples(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny")

        def fix(model: onnx.ModelProto) -> None:
            model.graph.input[0].type.tensor_type.shape.dim[1].dim_value = 16_000

        edit(folder, fix)
        with pytest.raises(ModelError, match="free axes"):
            load(folder)

    def test_another_output(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny")

        def rename(model: onnx.ModelProto) -> None:
            model.graph.node[-1].output[0] = model.graph.output[0].name = "last_hidden_state"

        edit(folder, rename)
        with pytest.raises(ModelError, match="gives last_hidden_state"):
            load(folder)

    def test_letters_that_the_model_has_no_output_for(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny", TinyModel(extra_tokens=("ä", "ö")))
        with pytest.raises(ModelError, match="32 outputs, but its vocabulary has 34"):
            load(folder)

    def test_special_tokens_that_the_model_has_no_output_for(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny")
        (folder / "added_tokens.json").write_text(json.dumps({"<noise>": 32}))
        config = json.loads((folder / "tokenizer_config.json").read_text())
        config["additional_special_tokens"] = ["<noise>"]
        (folder / "tokenizer_config.json").write_text(json.dumps(config))
        assert text(load(folder).emissions(speak("stop"))) == "stop"

    def test_phonemes_without_their_output(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny")
        (folder / "phonemes.json").write_text('["<pad>", "ə"]')
        with pytest.raises(ModelError, match="no output phoneme_logits"):
            load(folder)

    def test_phonemes_of_another_number(self, tmp_path: Path) -> None:
        folder = make_tiny_model(tmp_path / "tiny", TinyModel(phonemes=True))
        (folder / "phonemes.json").write_text('["<pad>", "ə"]')
        with pytest.raises(ModelError, match="29 outputs, but its vocabulary has 2"):
            load(folder)
