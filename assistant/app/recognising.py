"""What turns sound into text: models, decoders and readers, as the settings ask for them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.bundled import bundled
from assistant.errors import UsageError
from assistant.ports import Decoder, Reader
from assistant.records import Floats, Language, Transcript
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.remote import RemoteModel
    from assistant.recognition.spoken_language import PolyglotModel
    from assistant.recognition.words import Alternative, BeamDecoder


def acoustic_model(settings: Settings) -> OnnxAcousticModel:
    """The model that the settings name, warmed up. Raises ModelError, and UsageError for an
    address: what is asked for here is the emissions, and those stay where they are made."""
    from assistant.recognition.acoustic import OnnxAcousticModel
    from assistant.recognition.folder import ModelFolder, find_model, model_folders

    require_local(settings)
    path = find_model(settings.recognition.model, model_folders())
    model = OnnxAcousticModel(ModelFolder.load(path), settings.recognition)
    if settings.recognition.warm_up:
        model.warm_up()
    return model


def require_local(settings: Settings) -> None:
    """Raise UsageError where the settings name a remote model."""
    if settings.recognition.is_remote:
        raise UsageError(
            "A remote model gives text alone, which isn't enough here: choose one on this device."
        )


def make_reader(settings: Settings) -> Reader:
    """What turns sound into text, on this device or, where an address is named, on another.

    Raises AssistantError for an address that won't do, or settings that don't go with it.
    """
    if settings.recognition.is_remote:
        return remote_model(settings)
    from assistant.recognition.reading import LocalReader

    return LocalReader(lambda: (polyglot_model(settings), decoder(settings)))


def polyglot_model(
    settings: Settings,
) -> OnnxAcousticModel | PolyglotModel[OnnxAcousticModel]:
    """The model that the settings name; with an identifier, one for each language that is
    understood. Raises as `acoustic_model` does.
    """
    recognition = settings.recognition
    if not recognition.identifier:
        return acoustic_model(settings)
    from assistant.recognition.folder import find_model, model_folders
    from assistant.recognition.spoken_language import PolyglotModel, SpokenLanguage

    languages = dict.fromkeys((*settings.understanding.languages, *recognition.by_language))
    names = {each: recognition.by_language.get(each, recognition.model) for each in languages}
    models = {
        name: acoustic_model(replace(settings, recognition=replace(recognition, model=name)))
        for name in names.values()
    }
    identifier = SpokenLanguage(find_model(recognition.identifier, model_folders()))
    return PolyglotModel(identifier, {each: models[name] for each, name in names.items()})


def remote_model(settings: Settings) -> RemoteModel:
    """The model at the address that the settings name. Says aloud that sound will leave.

    Raises UsageError for an address that won't do, or settings that don't go with it.
    """
    from assistant.recognition.remote import RemoteModel, find_token

    url = settings.recognition.model
    if settings.decoding.lm or settings.decoding.hotwords:
        raise UsageError(
            "A remote model decides about words by itself: leave out the language model and the "
            "hotwords, or choose a model on this device."
        )
    model = RemoteModel(url, find_token(url))
    if model.leaves_device:
        told = f"assistant: what you say leaves this device: it is sent to {model.host}."
        print(told, file=sys.stderr)
    return model


def recognizer(
    settings: Settings, alternatives: int = 0
) -> Callable[[Floats], tuple[Transcript, list[Alternative]]]:
    """From samples, shape (samples,) at SAMPLE_RATE, to a transcript, and so many alternatives.

    Alternatives come from beam search, with or without a language model. Raises ModelError.
    """
    if settings.recognition.is_remote:
        if alternatives:
            raise UsageError(
                "A remote model gives one text: leave out --alternatives, or choose a model on "
                "this device."
            )
        remote = remote_model(settings)
        return lambda samples: (remote.transcribe(samples), [])
    model = polyglot_model(settings)
    if alternatives:
        beam = beam_decoder(settings)
        return lambda samples: beam.read(model.emissions(samples), alternatives)
    reader = decoder(settings)
    return lambda samples: (reader.decode(model.emissions(samples)), [])


def in_language(settings: Settings, language: str) -> Settings:
    """Settings for sound in one language, which is read by its own model where it has one; for
    "auto" they stay as they are, and an identifier or the text tells the language.

    Raises UsageError for a language that is neither understood nor has a model of its own.
    """
    from assistant.understanding.values.languages import KNOWN

    if language == "auto":
        return settings
    recognition = settings.recognition
    known = sorted({*KNOWN, *recognition.by_language})
    if language not in known:
        raise UsageError(
            f"There is no language {language!r}; name auto, one of {', '.join(known)}, or give "
            "another one its model in recognition.languages."
        )
    model = recognition.by_language.get(language, recognition.model)
    return replace(settings, recognition=replace(recognition, model=model, identifier=""))


def unheard(settings: Settings, language: str) -> str:
    """That the model which reads the language is known to hear others alone, as a sentence; empty
    where nothing speaks against it."""
    known = _languages_heard(settings)
    if language == "auto" or not known or language in known:
        return ""
    model, heard = settings.recognition.model, " and ".join(known)
    return f"{model} hears {heard} alone; name a model of {language} in recognition.languages."


def _languages_heard(settings: Settings) -> tuple[Language, ...]:
    """All that the model hears, where the catalogue knows it; else none."""
    from assistant.weights.catalogue import read_catalogue

    catalogue = read_catalogue(bundled("models") / "catalogue.toml")
    entry = catalogue.get(settings.recognition.model)
    return entry.languages if entry else ()


def language_told(transcript: Transcript, language: str, settings: Settings) -> Transcript:
    """The transcript with its language: the one that is known, that was heard, or by its text."""
    if language != "auto":
        return replace(transcript, language=language)
    told = transcript.language or written_language(transcript.text, settings)
    return replace(transcript, language=told)


def written_language(text: str, settings: Settings) -> Language:
    """The language of a text that the model wrote down: one that it hears, if that is known."""
    from assistant.understanding.written_language import KNOWN, language_of

    heard = _languages_heard(settings)
    return language_of(text, [language for language in KNOWN if language in heard] or KNOWN)


def decoder(settings: Settings) -> Decoder:
    """Greedy, or with the language model and the hotwords of the settings. Raises ModelError."""
    if settings.decoding.lm or settings.decoding.hotwords:
        return beam_decoder(settings)
    from assistant.recognition.greedy import GreedyDecoder

    return GreedyDecoder()


def beam_decoder(settings: Settings) -> BeamDecoder:
    """With the language model of the settings, or without any. Raises ModelError."""
    from assistant.recognition.language.files import read
    from assistant.recognition.language.ngram import nothing_known
    from assistant.recognition.words import BeamDecoder

    lm, decoding = settings.decoding.lm, settings.decoding
    if lm:
        return BeamDecoder(read(Path(lm)), decoding)
    # Where every word is unknown, that says nothing against one.
    return BeamDecoder(nothing_known(), replace(decoding, word_bonus=0.0, unknown_bonus=0.0))


def decoders(settings: Settings) -> dict[str, Decoder]:
    """Every decoder that there is with these settings, by name. Raises ModelError."""
    from assistant.recognition.greedy import GreedyDecoder

    without = replace(settings, decoding=replace(settings.decoding, lm=""))
    found: dict[str, Decoder] = {"greedy": GreedyDecoder(), "beam": beam_decoder(without)}
    if settings.decoding.lm:
        found["beam and lm"] = beam_decoder(settings)
    return found
