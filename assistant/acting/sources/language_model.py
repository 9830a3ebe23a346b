"""A language model that runs on this machine, behind an endpoint as OpenAI's (Ollama, llama.cpp).

https://platform.openai.com/docs/api-reference/chat describes request and stream.
"""

from __future__ import annotations

import http.client
import itertools
import json
import urllib.error
import urllib.request
from collections.abc import Iterator

from assistant import web
from assistant.acting.references import Answer
from assistant.errors import ServiceError, UsageError
from assistant.network import is_here
from assistant.phrasebook import told
from assistant.prose import complete_sentences

TASK = (
    "You are asked aloud, and your answer is read aloud. Answer in one or two short sentences of "
    "plain words, without lists, formulas or links. If you are not sure, say just: I don't know."
)

REFUSED = "The language model at {url} refused, with {error}."
SILENT = "The language model at {url} is silent; is it busy, or too large?"
AWAY = "The language model at {url} can't be reached; is it running?"
NO_ANSWERS = "The language model sends something else than answers."

SENTENCES_SAID = 4
"""A model that goes on and on is cut off."""

SILENT_AFTER_S = 30.0
"""A model that sends nothing for so long is given up; a cold one takes a while to load."""

LONGEST_LINE = 1_000_000
"""Bytes of one piece of the stream; more is no language model."""


class LanguageModel:
    """A `Source` that answers anything, and therefore is the last to be asked."""

    def __init__(self, url: str, model: str, silent_after_s: float = SILENT_AFTER_S) -> None:
        """`url` is the endpoint's base, such as http://localhost:11434/v1.

        Raises UsageError for one on another machine: questions stay on this one.
        """
        if not is_here(url):
            raise UsageError(
                f"The setting answers.model_url must be on this machine (localhost), not {url}."
            )
        self._url, self._model, self._silent_after_s = url.rstrip("/"), model, silent_after_s

    def answer(self, question: str) -> Answer | None:
        said = itertools.islice(complete_sentences(self._pieces(question)), SENTENCES_SAID)
        first = next(said, None)  # what can't be asked at all should fail now
        if first is None or "don't know" in first.replace("’", "'"):
            return None
        return Answer(f"the language model {self._model}", itertools.chain([first], said))

    def _pieces(self, question: str) -> Iterator[str]:
        """The answer as it is made."""
        try:
            with web.ask(self._request(question), self._silent_after_s) as stream:
                yield from _content(stream)
        except urllib.error.HTTPError as error:
            refusal = f"{error.code} {error.reason}"
            raise ServiceError(told(REFUSED, url=self._url, error=refusal)) from error
        except TimeoutError as error:
            raise ServiceError(told(SILENT, url=self._url)) from error
        except (OSError, http.client.HTTPException) as error:
            raise ServiceError(told(AWAY, url=self._url)) from error

    def _request(self, question: str) -> urllib.request.Request:
        body = {
            "model": self._model,
            "stream": True,
            "messages": [
                {"role": "system", "content": TASK},
                {"role": "user", "content": question},
            ],
        }
        return urllib.request.Request(
            f"{self._url}/chat/completions",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )


def _content(stream: http.client.HTTPResponse) -> Iterator[str]:
    """The text in a stream of server-sent events. Raises ServiceError where it breaks off."""
    while line := stream.readline(LONGEST_LINE):
        if not line.startswith(b"data:"):
            continue
        data = line.removeprefix(b"data:").strip()
        if data == b"[DONE]":
            return
        try:
            content = json.loads(data)["choices"][0]["delta"].get("content")
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise ServiceError(told(NO_ANSWERS)) from error
        if content:
            yield str(content)
    raise ServiceError(told("The language model stopped in the middle of its answer."))
