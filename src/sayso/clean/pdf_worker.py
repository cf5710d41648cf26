"""Reads the lines of a PDF in a process of its own, so that a hostile file can end only this process.

Run as a script with the limits as arguments: PDF on standard input, JSON on standard output. It imports nothing of
sayso, which keeps its start short.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from typing import Any

Box = tuple[str, float, float, float, float]  # words, left, right, bottom, top


def read(data: bytes, max_pages: int) -> dict[str, Any]:
    """Return `{"pages": [[[words, left, right, bottom, top], …], …], "info": {…}}`, or `{"refused": why, …}`."""
    import pypdfium2  # noqa: PLC0415 - after the limits are set

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"refused": "unopened", "message": str(error)}
    if len(document) > max_pages:
        return {"refused": "pages", "count": len(document)}
    pages: list[list[Box]] = []
    for number in range(len(document)):
        try:
            text_page = document[number].get_textpage()
        except pypdfium2.PdfiumError as error:
            return {"refused": "page", "count": number + 1, "message": str(error)}
        pages.append(list(lines(text_page)))
    return {"pages": pages, "info": document.get_metadata_dict(skip_empty=True)}


def lines(text_page: Any) -> Iterator[Box]:
    """Yield the lines of a page with their places, in points from the page's lower left corner."""
    text = text_page.get_text_range()
    placed = len(text) == text_page.count_chars()  # characters outside the basic plane shift the counts
    at = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words and placed:
            start = at + len(raw) - len(raw.lstrip())
            left, bottom, _, top = text_page.get_charbox(start, loose=True)
            right = text_page.get_charbox(start + len(words) - 1, loose=True)[2]
            yield words, left, right, bottom, top
        elif words:
            yield words, 0.0, 0.0, 0.0, 0.0
        at += len(raw)


def _limit(seconds: int, memory: int) -> None:
    """Set hard limits where the system has them."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    _limit(int(sys.argv[2]), int(sys.argv[3]))
    json.dump(read(sys.stdin.buffer.read(), int(sys.argv[1])), sys.stdout)
