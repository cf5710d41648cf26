"""Plain text to a draft: every character is kept, and lines are grouped into paragraphs."""

from __future__ import annotations

from itertools import pairwise

from sayso.clean.draft import Draft, Facts, pieces_of

_NARROWEST, _WIDEST = 40, 110  # columns between which a file can be hard-wrapped
_WRAPPED = 0.6  # share of line ends, inside paragraphs, at which the next word had no room

Line = tuple[int, int]


def draft_plain(text: str, facts: Facts | None = None) -> Draft:
    """Cut `text` into paragraphs: at empty lines, and at every line end unless the file is hard-wrapped."""
    body = text.rstrip()
    lines = _lines(body)
    width = _width(body, lines)
    ranges: list[Line] = []
    previous: Line | None = None
    for line in lines:
        if previous and ranges and _runs_on(body, previous, line, width):
            ranges[-1] = (ranges[-1][0], line[1])
        elif body[line[0] : line[1]].strip():
            ranges.append(line)
        previous = line
    return Draft(body, pieces_of(body, ranges), facts or Facts())


def _lines(body: str) -> list[Line]:
    lines, at = [], 0
    for text in body.split("\n"):
        lines.append((at, at + len(text)))
        at += len(text) + 1
    return lines


def _width(body: str, lines: list[Line]) -> int:
    """Return the column at which the file was wrapped, or 0 where it was not."""
    lengths = sorted(end - start for start, end in lines if body[start:end].strip())
    if len(lengths) < 3:
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * width:
        return 0
    pairs = [
        (left, right)
        for left, right in pairwise(lines)
        if body[left[0] : left[1]].strip() and body[right[0] : right[1]].strip()
    ]
    full = sum(_no_room(body, left, right, width) for left, right in pairs)
    return width if pairs and full >= _WRAPPED * len(pairs) else 0


def _no_room(body: str, left: Line, right: Line, width: int) -> bool:
    """Whether the first word of the right line would not have fitted on the left one."""
    word = body[right[0] : right[1]].split(None, 1)[0]
    return left[1] - left[0] + 1 + len(word) > width - 2


def _runs_on(body: str, left: Line, right: Line, width: int) -> bool:
    if not width or not body[left[0] : left[1]].strip() or not body[right[0] : right[1]].strip():
        return False
    return _no_room(body, left, right, width)
