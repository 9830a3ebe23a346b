"""The corridor: sound or text comes in, events go out."""

from assistant.pipeline.corridor import Pipeline, dbfs
from assistant.pipeline.parts import Parts

__all__ = ["Parts", "Pipeline", "dbfs"]
