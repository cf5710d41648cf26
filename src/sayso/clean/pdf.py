"""PDF to a draft: lines read page by page, running heads set aside, paragraphs put together again."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from typing import Any

from sayso.clean.dates import day, of_file
from sayso.clean.decode import tidy
from sayso.clean.draft import Draft, Facts, Hint, compose
from sayso.clean.pdf_lines import Line, paragraphs, without_running_lines
from sayso.clean.pdf_streams import check_expansion
from sayso.errors import NoText, SaysoError, TooLarge, Unreadable
from sayso.records import DateCandidate
from sayso.settings import Settings

_ONE_AT_A_TIME = threading.Lock()  # PDFium may not be entered by two threads
_INFO_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_CURE = "Ask for the file again, or give its text."


def draft_pdf(data: bytes, settings: Settings) -> Draft:
    """Return the text of a PDF.

    Raises TooLarge beyond the limits of pages, expansion or time, Unreadable for a damaged, cut or locked file, and
    NoText where the pages hold pictures only.
    """
    deadline = time.monotonic() + settings.max_seconds
    _check_whole(data)
    check_expansion(data, settings.max_expansion, deadline)
    with _ONE_AT_A_TIME:
        pages, facts = _read(data, settings, deadline)
    if not any(line.text.strip() for page in pages for line in page):
        raise NoText("This PDF has no text layer.", "Run it through text recognition (OCR) first, or give its text.")
    kept, repeated = without_running_lines(pages)
    parts: list[tuple[str, Hint]] = [(words, "") for words in paragraphs(kept)]
    return compose([*parts, *((words, "page") for words in repeated)], facts)


def _check_whole(data: bytes) -> None:
    """Refuse a file whose end is missing: PDFium would rebuild it and lose pages without a word."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("The file does not begin as a PDF does.", _CURE)
    tail = data[-4096:]
    if b"startxref" not in tail and b"%%EOF" not in tail:
        raise Unreadable("The PDF is cut short: its end is missing.", _CURE)


def _read(data: bytes, settings: Settings, deadline: float) -> tuple[list[list[Line]], Facts]:
    import pypdfium2  # noqa: PLC0415 - loads a large library; only PDFs need it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from error
    try:
        if len(document) > settings.max_pages:
            raise TooLarge(
                f"The PDF has {len(document)} pages; the limit is {settings.max_pages}.",
                "Split it, or raise SAYSO_MAX_PAGES.",
            )
        return list(_pages(document, deadline, settings)), _facts(document)
    finally:
        document.close()


def _refusal(message: str) -> SaysoError:
    if "password" in message.lower():
        return Unreadable("The PDF is locked with a password.", "Save a copy without the password.")
    if "security" in message.lower():
        return Unreadable("The PDF is encrypted in a way that cannot be read.", "Save a copy without encryption.")
    return Unreadable("The PDF is damaged and cannot be opened.", _CURE)


def _pages(document: Any, deadline: float, settings: Settings) -> Iterator[list[Line]]:
    import pypdfium2  # noqa: PLC0415

    for number in range(len(document)):
        if time.monotonic() > deadline:
            raise TooLarge(
                f"Page {number + 1} was not reached within {settings.max_seconds} seconds.",
                "Split the PDF, or raise SAYSO_MAX_SECONDS.",
            )
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise Unreadable(f"Page {number + 1} of the PDF is damaged.", _CURE) from error
        try:
            yield _lines(text_page)
        finally:
            text_page.close()
            page.close()


def _lines(text_page: Any) -> list[Line]:
    """Return the lines of a page with their places, in points from the page's lower left corner."""
    text = text_page.get_text_range()
    if len(text) != text_page.count_chars():  # characters outside the basic plane shift the counts: no places then
        return [Line(tidy(line)) for line in text.splitlines() if line.strip()]
    lines, at = [], 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = at + len(raw) - len(raw.lstrip())
            left, bottom, _, top = text_page.get_charbox(start, loose=True)
            right = text_page.get_charbox(start + len(words) - 1, loose=True)[2]
            lines.append(Line(tidy(words.replace("\ufffe", "-").replace("\x02", "-")), left, right, bottom, top))
        at += len(raw)
    return lines


def _facts(document: Any) -> Facts:
    """Return the dates of the file; they say when it was made, not when the report was published."""
    info = document.get_metadata_dict(skip_empty=True)
    dates: list[DateCandidate] = []
    for key in ("CreationDate", "ModDate"):
        hit = _INFO_DATE.match(info.get(key, ""))
        value = day(*hit.groups()) if hit else None
        if value:
            dates.append(of_file(value, f"PDF {key}"))
    return Facts(dates=tuple(dates))
