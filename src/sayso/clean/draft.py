"""What every format is brought to before anything in it is told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.records import DateCandidate
from sayso.spans import Span, cut, trimmed

Hint = Literal["", "title", "heading", "byline", "link", "aside", "item", "outside", "page"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph-sized range of the canonical text, and what the format itself says about it.

    Hints: `link` is nothing but a link, `aside` a caption or box, `item` a list item, `outside` a notice found outside
    the article body, `page` a line repeated on the pages of a PDF.
    """

    span: Span
    hint: Hint = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page, the file or the JSON object says about the report as a whole."""

    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    timezone: str | None = None  # IANA name
    dates: tuple[DateCandidate, ...] = ()  # best first


@dataclass(frozen=True, slots=True)
class Draft:
    """The canonical text, cut into pieces in order, with the facts that came along."""

    body: str
    pieces: tuple[Piece, ...]
    facts: Facts = Facts()


def compose(parts: Iterable[tuple[str, Hint]], facts: Facts) -> Draft:
    """Join paragraphs with an empty line between them; parts without a visible character are left out."""
    texts: list[str] = []
    pieces: list[tuple[int, int, Hint]] = []
    at = 0
    for given, hint in parts:
        text = given.strip()
        if not text:
            continue
        if texts:
            texts.append("\n\n")
            at += 2
        texts.append(text)
        pieces.append((at, at + len(text), hint))
        at += len(text)
    body = "".join(texts)
    return Draft(body, tuple(Piece(cut(body, start, end), hint) for start, end, hint in pieces), facts)


def pieces_of(body: str, ranges: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """Make a piece of each range that holds a visible character."""
    spans = (trimmed(body, start, end) for start, end in ranges)
    return tuple(Piece(span) for span in spans if span is not None)
