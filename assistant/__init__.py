"""An on-device voice assistant."""
