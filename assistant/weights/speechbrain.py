"""CTC models of SpeechBrain on top of a wav2vec 2.0 (or HuBERT, WavLM) of transformers.

A folder has hyperparams.yaml, the weights of the two parts (wav2vec2.ckpt, asr.ckpt) and the
tokens. SpeechBrain has no ONNX exporter and builds models by running what hyperparams.yaml says;
neither it nor the file is run here: the layers are read off the names of their weights. Needs torch
and transformers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assistant.errors import ModelError

OPSET = 18

ACTIVATIONS = ("LeakyReLU", "ReLU", "GELU", "SiLU")
"""Those that torch.nn has without parameters of their own, as far as recipes use them."""

HEADS = ("asr.ckpt", "model.ckpt")
"""Where the layers behind the wav2vec are: a list of the DNN and the CTC layer."""

TOKENS = ("label_encoder.txt", "tokenizer.ckpt")

MODEL_TYPE = "speechbrain"


def export_speechbrain(folder: Path, target: Path) -> None:
    """Fill the folder `target` with the model in `folder`, as ONNX in our layout.

    The architecture of the wav2vec is taken from config.json and preprocessor_config.json in
    `folder`, or from the hub by the name in hyperparams.yaml. Raises ModelError when files are
    missing or broken, when the model has no CTC layer, or without torch.
    """
    try:
        import torch
        import transformers
    except ImportError as error:
        raise ModelError(
            "A model of SpeechBrain is exported with torch and transformers: "
            "install them with `pip install 'assistant[export]'`."
        ) from error
    settings = _hyperparams(folder / "hyperparams.yaml")
    config, normalise = _architecture(folder, settings, transformers)
    heard = transformers.AutoModel.from_config(config)
    _load(heard, _state(folder / "wav2vec2.ckpt", torch), folder)
    head = _head(_state(_one(folder, HEADS), torch), settings, torch)
    model = _whole(heard, head, normalise, bool(settings.get("output_norm")), torch)
    tokens = _tokens(_one(folder, TOKENS))
    width = head[-1].out_features
    blank = settings.get("blank_index", 0)
    if len(tokens) != width or not isinstance(blank, int) or not 0 <= blank < width:
        raise ModelError(
            f"{folder} has {len(tokens)} tokens for {width} outputs and the blank {blank!r}; "
            "take all the files from the same model."
        )
    _export(model, target / "model.onnx", torch)
    _describe(target, config, settings, tokens, tokens[blank])


def _hyperparams(path: Path) -> dict[str, Any]:
    """The plain values of hyperparams.yaml, and of its parts that of the wav2vec by name."""
    import yaml

    class Plain(yaml.SafeLoader):
        """Takes what has a tag for its plain value, and makes no objects."""

    Plain.add_multi_constructor("!", _untagged)
    try:
        text = path.read_text(encoding="utf-8")
        found = yaml.load(text, Plain)  # a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise ModelError(f"{path} can't be read; download the model again.") from error
    if not isinstance(found, dict):
        raise ModelError(f"{path} holds no settings; download the model again.")
    named = set(re.findall(r"!\w+:torch\.nn\.(\w+)", text)) & set(ACTIVATIONS)
    if len(named) > 1:
        raise ModelError(f"{path} has several activations, which can't be told apart here.")
    parts = [part for part in found.values() if isinstance(part, dict) and "output_norm" in part]
    return {**found, **(parts[0] if parts else {}), "activation": next(iter(named), "LeakyReLU")}


def _untagged(loader: Any, _tag: str, node: Any) -> Any:
    """What stands behind a tag, as a mapping, a list or a text."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


def _architecture(folder: Path, settings: Mapping[str, Any], transformers: Any) -> tuple[Any, bool]:
    """transformers' configuration of the wav2vec, and whether it wants normalised sound."""
    own = (folder / "config.json").is_file()
    source = str(folder) if own else str(settings.get("wav2vec2_hub", settings.get("source", "")))
    try:
        config = transformers.AutoConfig.from_pretrained(source)
        extractor = transformers.AutoFeatureExtractor.from_pretrained(source)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"The architecture {source!r} can't be read; put config.json and "
            f"preprocessor_config.json of the wav2vec that was fine-tuned into {folder}."
        ) from error
    return config, bool(extractor.do_normalize)


def _state(path: Path, torch: Any) -> dict[str, Any]:
    """Weights by name; a file that would run code as it is read is refused."""
    from pickle import UnpicklingError

    if not path.is_file():
        raise ModelError(f"There is no {path}; download the model again.")
    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except (UnpicklingError, RuntimeError, EOFError, KeyError, ValueError, OSError) as error:
        raise ModelError(
            f"{path} is no whole file of weights alone; download the model again."
        ) from error
    if not isinstance(found, dict):
        raise ModelError(f"{path} holds no weights by name; download the model again.")
    return found


def _load(heard: Any, state: Mapping[str, Any], folder: Path) -> None:
    weights = {re.sub(r"^model\.(wav2vec2\.)?", "", name): value for name, value in state.items()}
    try:
        missing, _ = heard.load_state_dict(weights, strict=False)
    except RuntimeError as error:
        raise ModelError(
            f"{folder / 'wav2vec2.ckpt'} has weights of other shapes than its architecture; "
            "take all the files from the same model."
        ) from error
    if needed := set(missing) - {"masked_spec_embed"}:
        raise ModelError(
            f"{folder / 'wav2vec2.ckpt'} lacks {len(needed)} weights such as {min(needed)}; "
            "take all the files from the same model."
        )


def _head(state: Mapping[str, Any], settings: Mapping[str, Any], torch: Any) -> Any:
    """The layers behind the wav2vec, the CTC layer last: they are registered in their order."""
    names = list(dict.fromkeys(name.rpartition(".")[0] for name in state))
    groups = {name.partition(".")[0] for name in names}
    if len(groups) != 2 or not names[-1].endswith(".w"):
        raise ModelError(
            "The layers behind the wav2vec are not a network with a CTC layer behind it; "
            "take a SpeechBrain model with CTC alone."
        )
    activation = getattr(torch.nn, settings["activation"])
    layers: list[Any] = []
    for place, name in enumerate(names):
        weights = {
            key.rpartition(".")[2]: value
            for key, value in state.items()
            if key.rpartition(".")[0] == name
        }
        layers.append(_layer(name, weights, torch))
        normed = place + 1 < len(names) and names[place + 1].endswith(".norm")
        if place + 1 < len(names) and not normed:
            layers.append(activation())
    return torch.nn.ModuleList(layers)


def _layer(name: str, weights: Mapping[str, Any], torch: Any) -> Any:
    kind = name.rpartition(".")[2]
    if kind == "w" and weights["weight"].dim() == 2:
        outputs, inputs = weights["weight"].shape
        layer = torch.nn.Linear(inputs, outputs, bias="bias" in weights)
    elif kind == "norm" and "running_mean" in weights:
        layer = torch.nn.BatchNorm1d(len(weights["running_mean"]))
    else:
        raise ModelError(
            f"The layer {name} is neither linear nor a batch norm; take another model."
        )
    layer.load_state_dict(weights)
    return layer


def _whole(heard: Any, head: Any, normalise: bool, output_norm: bool, torch: Any) -> Any:
    """Samples (batch, samples) to logits (batch, frames, tokens), as SpeechBrain computes them."""

    class Whole(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.heard, self.head = heard, head

        def forward(self, input_values: Any) -> Any:
            sound = _levelled(input_values, (1,)) if normalise else input_values
            found = self.heard(sound).last_hidden_state
            if output_norm:
                found = _levelled(found, (1, 2))
            for layer in self.head:
                swapped = isinstance(layer, torch.nn.BatchNorm1d)
                found = layer(found.transpose(1, 2)).transpose(1, 2) if swapped else layer(found)
            return found

    return Whole().eval()


def _levelled(values: Any, axes: tuple[int, ...]) -> Any:
    """torch's layer_norm without weights over `axes`, whatever their length."""
    centred = values - values.mean(axes, keepdim=True)
    return centred / ((centred * centred).mean(axes, keepdim=True) + 1e-5).sqrt()


def _export(model: Any, path: Path, torch: Any) -> None:
    import warnings

    names = {"input_values": {0: "batch", 1: "samples"}, "logits": {0: "batch", 1: "frames"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the tracer, about branches on fixed shapes
        torch.onnx.export(
            model,
            (torch.zeros(1, 16_000),),
            str(path),
            input_names=["input_values"],
            output_names=["logits"],
            dynamic_axes=names,
            opset_version=OPSET,
            dynamo=False,
        )


def _tokens(path: Path) -> list[str]:
    """The token of each output, from a label encoder's text or a SentencePiece model."""
    data = path.read_bytes()
    entries = list(_labels(data))
    if entries:
        tokens = dict(entries)
        return [tokens.get(column, f"<{column}>") for column in range(max(tokens) + 1)]
    try:
        from sentencepiece import SentencePieceProcessor
    except ImportError as error:
        raise ModelError(
            f"{path} is a SentencePiece model: to read it, `pip install 'assistant[export]'`."
        ) from error
    try:
        pieces = SentencePieceProcessor(model_proto=data)
    except RuntimeError as error:
        raise ModelError(f"{path} holds no tokens; download the model again.") from error
    return [pieces.id_to_piece(column) for column in range(len(pieces))]


def _labels(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines `'a' => 3` of a label encoder; none where it is something else.

    Behind a line of equals signs are its own settings.
    """
    text = data.decode("utf-8", errors="replace").partition("\n===")[0]
    for line in text.splitlines():
        if found := re.fullmatch(r"(['\"])(.*)\1 => (\d{1,5})", line):
            yield int(found[3]), found[2]


def _describe(
    target: Path, config: Any, settings: Mapping[str, Any], tokens: list[str], blank: str
) -> None:
    pieces = any(token.startswith("▁") for token in tokens)
    parted = {"word_start": "▁"} if pieces else {"word_delimiter_token": " "}
    convolutions = {k: list(getattr(config, k)) for k in ("conv_kernel", "conv_stride")}
    files: dict[str, object] = {
        "config.json": {
            "model_type": MODEL_TYPE,
            "architectures": ["SpeechBrainForCTC"],
            "vocab_size": len(tokens),
            **convolutions,
        },
        # normalised inside the graph, as SpeechBrain does it
        "preprocessor_config.json": {
            "feature_extractor_type": "Wav2Vec2FeatureExtractor",
            "do_normalize": False,
            "sampling_rate": settings.get("sample_rate", 16_000),
        },
        "vocab.json": {token: column for column, token in enumerate(tokens)},
        "tokenizer_config.json": {"pad_token": blank, **parted},
    }
    for name, content in files.items():
        (target / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _one(folder: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise ModelError(f"{folder} has no {' and no '.join(names)}; download the model again.")
