"""From the export of another toolkit to a model folder of ours."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import ModelError
from assistant.weights.espnet import read_espnet
from assistant.weights.foreign import write_foreign
from assistant.weights.nemo import read_nemo
from assistant.weights.speechbrain import MODEL_TYPE, export_speechbrain


def adopt(source: Path, target: Path) -> str:
    """Fill the folder `target` with the model that a toolkit exported to `source`; which toolkit.

    Raises ModelError when there is no such export, or it is broken or can't be followed.
    """
    if (source / "hyperparams.yaml").is_file():
        export_speechbrain(source, target)
        return MODEL_TYPE
    if any(source.glob("*.nemo")):
        model = read_nemo(source)
    elif (source / "config.yaml").is_file():
        model = read_espnet(source)
    else:
        raise ModelError(
            f"{source} is no export of NeMo (a .nemo and an .onnx file) or espnet_onnx "
            "(config.yaml and full/), nor a SpeechBrain model (hyperparams.yaml); "
            "name the folder that has one."
        )
    write_foreign(model, target)
    return model.toolkit
