"""Requests over HTTP that nobody leads astray.

The library follows wherever it is sent, also to where others read along, and takes a token with it.
"""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPMessage, HTTPResponse
from typing import IO

from assistant.network import in_the_clear
from assistant.phrasebook import told


class _Led(urllib.request.HTTPRedirectHandler):
    """Follows only where it may; being sent elsewhere is an HTTPError."""

    def __init__(self, may_follow: Callable[[str], bool]) -> None:
        self._may_follow = may_follow

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not self._may_follow(newurl):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def ask(request: urllib.request.Request, timeout_s: float) -> HTTPResponse:
    """The answer of whoever is asked, and of nobody else. Raises as `urllib.request.urlopen`."""
    return _open(request, timeout_s, lambda _: False)


def fetch(url: str, timeout_s: float) -> HTTPResponse:
    """What is at an address, or where that leads in private. Raises as `urllib.request.urlopen`."""
    return _open(url, timeout_s, lambda other: not in_the_clear(other))


def is_distrusted(error: Exception) -> bool:
    """Whether an answer failed because of a certificate that isn't trusted."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    return isinstance(reason, ssl.SSLCertVerificationError)


def distrusted(address: str) -> str:
    """What whoever has named that address is told of such a certificate."""
    return told(
        "{address} proves itself with a certificate that isn't trusted; "
        "mend the address, or the certificate.",
        address=address,
    )


def _open(
    what: urllib.request.Request | str, timeout_s: float, may_follow: Callable[[str], bool]
) -> HTTPResponse:
    opener = urllib.request.build_opener(_Led(may_follow))
    answer: HTTPResponse = opener.open(what, timeout=timeout_s)
    return answer
