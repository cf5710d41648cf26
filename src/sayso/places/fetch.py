"""Fetching a country dump from GeoNames: the one thing here that uses a network, and only when a person asks for it."""

from __future__ import annotations

import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from sayso.errors import BadValue, GazetteerError, NotFound
from sayso.places.dump import Progress

_PATIENCE = 30  # seconds without a byte
_CHUNK = 1 << 16


def fetch(source: str, country: str, into: Path, progress: Progress | None = None) -> None:
    """Write the dump of a country, from below the address `source`, to a file.

    Raises BadValue for an address that is none, NotFound where there is no such dump, GazetteerError where the server
    cannot be reached or breaks off.
    """
    if urlsplit(source).scheme not in {"http", "https"}:
        raise BadValue(f"{source!r} is no address to fetch from.", "Set SAYSO_GAZETTEER_SOURCE to one with http(s).")
    address = f"{source.rstrip('/')}/{country}.zip"
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer, into.open("wb") as file:
            size = int(answer.headers.get("Content-Length") or 0)
            done = _copy(answer, file, size, progress)
    except urllib.error.HTTPError as error:
        if error.code == 404:
            raise NotFound(f"There is no dump at {address}.", "Check the country's code.") from error
        raise GazetteerError(f"{address} answers with error {error.code}.", "Try again later.") from error
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise GazetteerError(
            f"{address} cannot be fetched: {reason}.", "Fetch the file elsewhere, and add it: sayso gazetteer add FILE."
        ) from error
    if done < size:
        raise GazetteerError(f"{address} broke off after {done:,} of {size:,} bytes.", "Try again.")


def _copy(answer: IO[bytes], file: IO[bytes], size: int, progress: Progress | None) -> int:
    done = 0
    while chunk := answer.read(_CHUNK):
        file.write(chunk)
        done += len(chunk)
        if progress:
            progress(done, size)
    return done
