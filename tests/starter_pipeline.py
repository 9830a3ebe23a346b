"""transformers' pipeline with the starter's own weights; needs the training environment."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from tests.program import ROOT

if TYPE_CHECKING:
    from transformers import AutomaticSpeechRecognitionPipeline

    from assistant.training.release import Weights


def starter_pipeline(folder: Path) -> tuple[AutomaticSpeechRecognitionPipeline, Weights]:
    """The pipeline and the weights; its files go into `folder`."""
    import torch
    from transformers import (
        AutomaticSpeechRecognitionPipeline,
        Wav2Vec2CTCTokenizer,
        Wav2Vec2FeatureExtractor,
    )

    from assistant.training.model import SpeechModel
    from assistant.training.release import averaged, write_layout

    class Letters(SpeechModel):
        """Its letters alone, as the pipeline wants them."""

        def forward(self, input_values: Any, attention_mask: Any = None) -> Any:
            return SimpleNamespace(logits=super().forward(input_values)[0])

    weights = averaged([ROOT / "models" / "training" / "starter-en"])
    write_layout(weights, folder)
    letters = Letters(weights.model.config).eval()
    letters.load_state_dict(weights.model.state_dict())
    pipeline = AutomaticSpeechRecognitionPipeline(
        model=letters,
        tokenizer=Wav2Vec2CTCTokenizer.from_pretrained(folder),
        feature_extractor=Wav2Vec2FeatureExtractor.from_pretrained(folder),
        device=torch.device("cpu"),
    )
    return pipeline, weights
