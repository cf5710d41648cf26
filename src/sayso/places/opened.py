"""The gazetteer that reports are read with: what is shipped and what was added."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sayso.places.gazetteer import Gazetteer

SUFFIX = ".gaz"


def added(folder: Path) -> tuple[Path, ...]:
    """Return the files of the gazetteers that were added in a folder: one a country, named after its code."""
    return tuple(sorted(folder.glob(f"[A-Z][A-Z]{SUFFIX}")))


def opened(folder: Path) -> Gazetteer:
    """Return the shipped gazetteer together with those added in the folder; opened anew where one has changed.

    Raises GazetteerError where a file is damaged.
    """
    return _opened(tuple((path, path.stat().st_mtime_ns) for path in added(folder)))


@lru_cache(maxsize=1)
def _opened(files: tuple[tuple[Path, int], ...]) -> Gazetteer:
    return Gazetteer.open(extra=[path for path, _ in files])
