"""PDF to a draft: lines read page by page, running heads set aside, paragraphs put together again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sayso.clean.dates import day, of_file
from sayso.clean.decode import tidy
from sayso.clean.draft import Draft, Facts, Hint, compose
from sayso.clean.pdf_lines import Line, paragraphs, without_running_lines
from sayso.clean.pdf_streams import check_expansion
from sayso.errors import NoText, SaysoError, TooLarge, Unreadable
from sayso.records import DateCandidate
from sayso.settings import Settings

_WORKER = Path(__file__).with_name("pdf_worker.py")
_MEMORY = 2_000_000_000  # bytes that reading one PDF may take
_INFO_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})  # PDFium's marks for a hyphen at the end of a line
_CURE = "Ask for the file again, or give its text."


def draft_pdf(data: bytes, settings: Settings) -> Draft:
    """Return the text of a PDF.

    Raises TooLarge beyond the limits of pages, expansion or time, Unreadable for a damaged, cut or locked file, and
    NoText where the pages hold pictures only.
    """
    _check_whole(data)
    check_expansion(data, settings.max_expansion, time.monotonic() + settings.max_seconds)
    found = _read(data, settings)
    if "refused" in found:
        raise _refusal(found, settings)
    pages = [[_line(*line) for line in page] for page in found["pages"]]
    if not any(line.text.strip() for page in pages for line in page):
        raise NoText("This PDF has no text layer.", "Run it through text recognition (OCR) first, or give its text.")
    kept, repeated = without_running_lines(pages)
    parts: list[tuple[str, Hint]] = [(words, "") for words in paragraphs(kept)]
    return compose([*parts, *((words, "page") for words in repeated)], _facts(found["info"]))


def _check_whole(data: bytes) -> None:
    """Refuse a file whose end is missing: PDFium would rebuild it and lose pages without a word."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("The file does not begin as a PDF does.", _CURE)
    tail = data[-4096:]
    if b"startxref" not in tail and b"%%EOF" not in tail:
        raise Unreadable("The PDF is cut short: its end is missing.", _CURE)


def _read(data: bytes, settings: Settings) -> dict[str, Any]:
    """Let a process of its own read the lines: PDFium can be brought to crash or to fill the memory."""
    limits = [str(settings.max_pages), str(settings.max_seconds + 1), str(_MEMORY)]
    command = [sys.executable, "-P", str(_WORKER), *limits]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=settings.max_seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise TooLarge(
            f"The PDF was not read within {settings.max_seconds} seconds.", "Split it, or raise SAYSO_MAX_SECONDS."
        ) from error
    if done.returncode != 0:
        raise Unreadable("The PDF is damaged: the reader gave up on it.", _CURE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _refusal(found: Mapping[str, Any], settings: Settings) -> SaysoError:
    if found["refused"] == "pages":
        return TooLarge(
            f"The PDF has {found['count']} pages; the limit is {settings.max_pages}.",
            "Split it, or raise SAYSO_MAX_PAGES.",
        )
    if found["refused"] == "page":
        return Unreadable(f"Page {found['count']} of the PDF is damaged.", _CURE)
    if "password" in found["message"].lower():
        return Unreadable("The PDF is locked with a password.", "Save a copy without the password.")
    if "security" in found["message"].lower():
        return Unreadable("The PDF is encrypted in a way that cannot be read.", "Save a copy without encryption.")
    return Unreadable("The PDF is damaged and cannot be opened.", _CURE)


def _line(words: str, left: float, right: float, bottom: float, top: float) -> Line:
    return Line(tidy(words.translate(_HYPHENS)), left, right, bottom, top)


def _facts(info: Mapping[str, str]) -> Facts:
    """Return the dates of the file; they say when it was made, not when the report was published."""
    dates: list[DateCandidate] = []
    for key in ("CreationDate", "ModDate"):
        hit = _INFO_DATE.match(info.get(key, ""))
        value = day(*hit.groups()) if hit else None
        if value:
            dates.append(of_file(value, f"PDF {key}"))
    return Facts(dates=tuple(dates))
