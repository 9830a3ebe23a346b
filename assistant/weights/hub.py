"""The Hugging Face hub, or a mirror of it: what a repository has, and its files.

Through huggingface_hub (the extra `hub`), so that HF_ENDPOINT, HF_TOKEN, HF_HUB_OFFLINE, HF_HOME
and its cache mean here what they mean everywhere.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.errors import AssistantError, ModelError, UsageError
from assistant.weights.choose import has_weights
from assistant.weights.shelf import KnownFile

TRIES = 5
"""How often a transfer that keeps breaking is begun or taken up before it is given up."""

_SOURCE = re.compile(r"(?P<repository>[\w.-]+/[\w.-]+)(@(?P<revision>[\w./-]+))?")
_DIGEST = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Source:
    """A repository on the hub, at a branch, a tag or a commit."""

    repository: str
    """owner/model."""
    revision: str = "main"

    @classmethod
    def parse(cls, text: str, other: str = "folder here") -> Source:
        """owner/model[@revision]. Raises UsageError for what is neither that nor an `other`."""
        found = _SOURCE.fullmatch(text)
        if not found or ".." in text:
            raise UsageError(
                f"{text!r} is no {other} and no owner/model[@revision] of the hub; check how it is "
                "written."
            )
        return cls(found["repository"], found["revision"] or "main")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a repository has."""

    source: Source
    commit: str
    """What the revision stands for now."""
    files: tuple[KnownFile, ...]


@dataclass(frozen=True, slots=True)
class Hub:
    """Raises ModelError where the hub can't be reached or refuses, always with what to do."""

    endpoint: str | None = None
    """Another address than HF_ENDPOINT."""
    cache: Path | None = None
    """Another folder than HF_HUB_CACHE."""

    @property
    def cache_folder(self) -> Path:
        """Where downloads are kept, and half ones wait to be taken up again."""
        from huggingface_hub import constants

        return self.cache or Path(constants.HF_HUB_CACHE)

    def listing(self, source: Source) -> Listing:
        """Every file with size and digest; offline, those that the cache has."""
        _require_client()
        from huggingface_hub import HfApi, constants

        with _explained(source.repository):
            if constants.HF_HUB_OFFLINE:
                return self._cached(source)
            info = HfApi(self.endpoint).model_info(
                source.repository, revision=source.revision, files_metadata=True
            )
            files = tuple(
                _known(
                    source.repository, each.rfilename, each.size, _digest(each.lfs, each.blob_id)
                )
                for each in info.siblings or []
            )
            return Listing(source, info.sha or "", files)

    def fetch(self, listing: Listing, file: KnownFile) -> Path:
        """The file in the cache, downloaded as far as it wasn't yet, and checked."""
        repository = listing.source.repository
        with _explained(repository):
            path = self._download(listing.source, file)
        if not file.matches(path):
            path.resolve().unlink()  # or the next attempt would find it again
            raise ModelError(
                f"{file.name} of {repository} came with another size or hash than the hub names: "
                "pull the model again."
            )
        return path

    def is_cached(self, listing: Listing, file: KnownFile) -> bool:
        """Whether the file needs no download."""
        from huggingface_hub import try_to_load_from_cache

        found = try_to_load_from_cache(
            listing.source.repository, file.name, self.cache_folder, listing.commit
        )
        return isinstance(found, str)

    def _download(self, source: Source, file: KnownFile) -> Path:
        from huggingface_hub import hf_hub_download
        from requests.exceptions import ChunkedEncodingError

        download = partial(
            hf_hub_download,
            source.repository,
            file.name,
            # By its name, which the cache remembers for when we are offline.
            revision=source.revision,
            endpoint=self.endpoint,
            cache_dir=self.cache_folder,
        )
        for _ in range(TRIES - 1):
            with suppress(ChunkedEncodingError):  # the one kind of break the client gives up at
                return Path(download())
        return Path(download())

    def _cached(self, source: Source) -> Listing:
        """The cache names each file's content by its digest.

        Raises LocalEntryNotFoundError when a download broke off before the weights.
        """
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import LocalEntryNotFoundError

        snapshot = Path(
            snapshot_download(
                source.repository,
                revision=source.revision,
                cache_dir=self.cache_folder,
                local_files_only=True,
            )
        )
        paths = sorted(path for path in snapshot.rglob("*") if path.is_file())
        files = tuple(
            _known(
                source.repository,
                path.relative_to(snapshot).as_posix(),
                path.stat().st_size,
                path.resolve().name,
            )
            for path in paths
        )
        if not has_weights(files):  # they come last
            raise LocalEntryNotFoundError(f"no weights of {source.repository} in {snapshot}")
        return Listing(source, snapshot.name, files)


def _require_client() -> None:
    try:
        import huggingface_hub  # noqa: F401
    except ImportError as error:
        raise ModelError(
            "Pulling models needs the package huggingface_hub: "
            "install it with `pip install 'assistant[hub]'`."
        ) from error


def _digest(lfs: object, blob: object) -> object:
    """SHA-256 where the hub stores a file apart from git, else git's own name of it."""
    return getattr(lfs, "sha256", None) or blob


def _known(repository: str, name: str, size: object, digest: object) -> KnownFile:
    sized = isinstance(size, int) and size >= 0
    if not sized or not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise ModelError(
            f"The hub names no size or no hash for {name!r} of {repository}, "
            "so that it can't be checked: use another mirror."
        )
    return KnownFile(name, int(str(size)), digest)


@contextmanager
def _explained(repository: str) -> Iterator[None]:
    """Turn what the client raises into one sentence that says what to do."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise _explanation(repository, error) from error


def _explanation(repository: str, error: Exception) -> AssistantError:
    from huggingface_hub.errors import (
        HfHubHTTPError,
        HFValidationError,
        LocalEntryNotFoundError,
        OfflineModeIsEnabled,
        RevisionNotFoundError,
    )
    from requests.exceptions import InvalidSchema, InvalidURL, MissingSchema

    if isinstance(error, LocalEntryNotFoundError) and isinstance(error.__cause__, HfHubHTTPError):
        error = error.__cause__  # the hub did answer
    if isinstance(error, MissingSchema | InvalidSchema | InvalidURL):
        return UsageError("HF_ENDPOINT is no address; begin it with https://, or unset it.")
    if isinstance(error, HFValidationError):
        return UsageError(f"{repository!r} can't be the name of a model on the hub.")
    if isinstance(error, LocalEntryNotFoundError | OfflineModeIsEnabled):
        return ModelError(
            f"{repository} isn't wholly in the cache and the hub is out of reach: check the "
            "network, HF_ENDPOINT and HF_HUB_OFFLINE."
        )
    if isinstance(error, RevisionNotFoundError):
        return ModelError(
            f"{repository} has no such revision; name a branch, a tag or a commit of it."
        )
    if isinstance(error, HfHubHTTPError) and error.response is not None:
        return ModelError(_refusal(repository, error.response.status_code))
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return ModelError("No space is left for the download; free some.")
    return ModelError(
        f"The hub can't be reached, or the download of {repository} broke off "
        f"({type(error).__name__}): check the network and pull again, it goes on where it stopped."
    )


def _refusal(repository: str, status: int) -> str:
    if status in (401, 403):
        return (
            f"The hub shows {repository} to nobody without leave: check the name, accept its terms "
            "on its page, and set HF_TOKEN."
        )
    if status == 404:
        return f"The hub has no {repository}, or lacks a file of it; check the name."
    if status == 429:
        return "The hub has had too many requests from here: wait some minutes, or set HF_TOKEN."
    return f"The hub answers {repository} with HTTP status {status}: try again later."
