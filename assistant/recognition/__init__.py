"""Utterance → Emissions → Transcript: the model folder, the acoustic model and the decoders."""
