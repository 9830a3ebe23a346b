"""What a server says no with."""

from __future__ import annotations

from assistant.errors import AssistantError


class RefusedError(AssistantError):
    """A request that gets `status` and a sentence; with `retry_s`, it may come again then."""

    def __init__(self, status: int, why: str, retry_s: float = 0.0) -> None:
        super().__init__(why)
        self.status, self.retry_s = status, retry_s

    @property
    def body(self) -> dict[str, object]:
        """As the Inference API words it."""
        again = {"estimated_time": self.retry_s} if self.retry_s else {}
        return {"error": str(self), **again}
