"""Where a person's files live, by the conventions of their system."""

from __future__ import annotations

from pathlib import Path

import platformdirs

NAME = "assistant"


def config_folder() -> Path:
    """Settings, and the person's own abilities in its `intents` folder."""
    return platformdirs.user_config_path(NAME)


def config_file() -> Path:
    return config_folder() / "config.toml"


def data_folder() -> Path:
    """What must be remembered: timers, contacts, the calendar, installed models."""
    return platformdirs.user_data_path(NAME)


def cache_folder() -> Path:
    """What can be made again."""
    return platformdirs.user_cache_path(NAME)


def journal_file() -> Path:
    """Why the last decision came about; its words only when the settings ask for transcripts."""
    return cache_folder() / "last-decision.json"


def log_file() -> Path:
    """What went wrong; transcripts only when the settings ask for it."""
    return platformdirs.user_log_path(NAME) / "assistant.log"
