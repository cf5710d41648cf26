"""Marked text: `[source|The ministry] [cue|said] [content|12 people died].`, so that nobody counts characters.

A part may bear numbers, `[cue:2|added]` or `[source:12|He]`, one digit for each attribution of the line that it
belongs to; without any it belongs to the first. Marks may stand inside one another.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sayso.records import Block, Text
from sayso.spans import Span, cut

MARK = re.compile(r"\[([a-z_]+)(?::(\d+))?\||\]")


class Part(NamedTuple):
    """A marked part of a text: what it is, the numbers of the attributions it belongs to, and where it stands."""

    name: str
    numbers: str
    span: Span


def marked(line: str) -> tuple[Text, list[Part]]:
    """The text without its marks, as one English paragraph, and the parts marked in it."""
    body, at = "", 0
    open_marks: list[tuple[str, str, int]] = []
    places: list[tuple[int, int, str, str]] = []
    for hit in MARK.finditer(line):
        body += line[at : hit.start()]
        at = hit.end()
        if hit[1]:
            open_marks.append((hit[1], hit[2] or "1", len(body)))
        else:
            name, numbers, start = open_marks.pop()
            places.append((start, len(body), name, numbers))
    body += line[at:]
    parts = [Part(name, numbers, cut(body, start, end)) for start, end, name, numbers in sorted(places)]
    return paragraph(body), parts


def paragraph(body: str, outlet: str | None = None) -> Text:
    """An English text of paragraphs, one a line."""
    starts = [hit.span() for hit in re.finditer(r"[^\n]*\S[^\n]*", body)]
    blocks = tuple(Block(cut(body, *span), "paragraph") for span in starts)
    return Text(body, blocks, outlet=outlet, language="en")


def lines(path: Path) -> list[str]:
    """The lines of a file of cases that are neither empty nor a comment."""
    return [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
