"""Requests over HTTP that nobody leads astray.

The library follows wherever it is sent, also to where others read along, and takes a token with it.
"""

from __future__ import annotations

import urllib.request
from http.client import HTTPMessage, HTTPResponse
from typing import IO

from assistant.network import in_the_clear


class _Nowhere(urllib.request.HTTPRedirectHandler):
    """Follows nobody: being sent elsewhere is an HTTPError."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        return None


class _InPrivate(urllib.request.HTTPRedirectHandler):
    """Follows only to where others can't read along."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if in_the_clear(newurl):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def ask(request: urllib.request.Request, timeout_s: float) -> HTTPResponse:
    """The answer of whoever is asked, and of nobody else. Raises as `urllib.request.urlopen`."""
    answer: HTTPResponse = urllib.request.build_opener(_Nowhere).open(request, timeout=timeout_s)
    return answer


def fetch(url: str, timeout_s: float) -> HTTPResponse:
    """What is at an address, or where that leads in private. Raises as `urllib.request.urlopen`."""
    answer: HTTPResponse = urllib.request.build_opener(_InPrivate).open(url, timeout=timeout_s)
    return answer
