"""Every failure that a user can meet, as one tree.

    AssistantError                 something went wrong; the message says what to do
    ├── UsageError                 the request itself can't work (exit code 2)
    │   └── SettingsError          a setting is missing, unreadable or of the wrong type
    ├── AudioError                 sound can't be read or played
    │   └── MicrophoneError        no microphone, busy, vanished
    ├── ModelError                 a model is missing, broken, or of another kind
    ├── TemplateError              a sentence template can't be read; carries file, line and column
    ├── PluginError                an ability can't be loaded or its handler failed
    ├── ServiceError               a contact file, calendar or phone backend failed
    ├── StateError                 what should be remembered can't be read or written
    └── TrainingError              training data or a training run is unusable

Messages are one sentence, name the thing, and end with what to do.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Base of all errors that are shown to a person without a traceback."""


class UsageError(AssistantError):
    """The request itself can't work; the program exits with 2."""


class SettingsError(UsageError):
    """A setting is missing, unreadable or of the wrong type."""


class AudioError(AssistantError):
    """Sound can't be read or played."""


class MicrophoneError(AudioError):
    """There is no microphone, it is busy, or it vanished."""


class ModelError(AssistantError):
    """A model folder or a language model is missing, broken, or of another kind."""


class TemplateError(AssistantError):
    """A sentence template can't be read.

    `file`, `line` and `column` (both counted from 1) say where.
    """

    def __init__(self, message: str, file: str = "", line: int = 1, column: int = 1) -> None:
        where = f"{file or 'template'}:{line}:{column}"
        super().__init__(f"{where}: {message}")
        self.file, self.line, self.column = file, line, column


class PluginError(AssistantError):
    """An ability can't be loaded, or its handler failed."""


class ServiceError(AssistantError):
    """A contact file, a calendar or a phone backend failed."""


class StateError(AssistantError):
    """What should be remembered can't be read or written."""


class TrainingError(AssistantError):
    """Training data or a training run is unusable."""


def reason(error: Exception) -> str:
    """Why something can't be read, as people say it: without error numbers and the path."""
    if isinstance(error, UnicodeError):
        return "it is no text in UTF-8"
    said = getattr(error, "strerror", "") or str(error).partition("\n")[0]
    return str(said).rstrip(".").lower() or type(error).__name__
