"""The lines of PDF pages put together to paragraphs; running heads, feet and page numbers are set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sayso.clean.lexicon import words

_NUMBER = re.compile(r"\W*(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W*", re.IGNORECASE)
_MARGIN_LINES = 3  # lines at the top and at the bottom of a page that may be running ones
_SAME_STEP = 1.2  # how much further apart two lines may be than the closest ones and still be as far apart
_STOPS = re.compile(r"[.!?:…][”\"’')\]]*$")
_BULLET = re.compile(r"^[•●▪◦‣*–-]\s")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, with its box in points where the PDF gives it; `top` 0 means no box."""

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        """The line's height in points."""
        return self.top - self.bottom


def without_running_lines(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without what repeats at their margins, and each repeated line once; page numbers go."""
    margins = Counter(key for page in pages for key in {_key(line) for line in _margin(page)})
    running = (
        {key for key, count in margins.items() if count >= 2 and count > 0.4 * len(pages)} if len(pages) > 1 else set()
    )
    kept, repeated = [], []
    for page in pages:
        edge = {id(line) for line in _margin(page)}
        body = []
        for line in page:
            if id(line) in edge and _NUMBER.fullmatch(line.text):
                continue
            if id(line) in edge and _key(line) in running:
                repeated.append(line.text)
            else:
                body.append(line)
        kept.append(body)
    once = {re.sub(r"\d+", "#", text): text for text in reversed(repeated)}
    return kept, list(reversed(once.values()))


def _margin(page: Sequence[Line]) -> list[Line]:
    return [*page[:_MARGIN_LINES], *page[max(_MARGIN_LINES, len(page) - _MARGIN_LINES) :]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Join lines to paragraphs, over the ends of pages too, and mend words broken at line ends."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    pitch = _pitch(lines)
    full = max((line.right for line in lines if line.top), default=0.0)
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower()))
    text = lines[0].text
    for above, below in pairwise(lines):
        if _begins(above, below, pitch, full):
            yield text
            text = below.text
        else:
            text = _joined(text, below.text, known)
    yield text


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance from one line of a paragraph to the next, in points.

    It is taken from the closest lines: in a page of short paragraphs most steps are those between paragraphs.
    """
    steps = sorted(above.bottom - below.bottom for above, below in pairwise(lines) if above.top and below.top)
    steps = [step for step in steps if step > 1]
    return median(step for step in steps if step <= _SAME_STEP * steps[len(steps) // 10]) if steps else 0.0


def _begins(above: Line, below: Line, pitch: float, full: float) -> bool:
    """Whether the lower line begins a new paragraph."""
    stops = bool(_STOPS.search(above.text))
    if _BULLET.match(below.text):
        return True
    if not above.top or not below.top or not pitch:
        return stops and len(above.text) < 60
    size, room = max(above.height, 1.0), full - above.right
    if abs(above.height - below.height) > 0.15 * size:
        return True
    step = above.bottom - below.bottom
    if step <= 0 or step > 6 * pitch:  # a new page or column: only a full sentence that left room ends there
        return stops and room > 4 * size
    indented = below.left - above.left > 0.8 * size and room < 6 * size
    short = room > 0.25 * (full - above.left) and below.text[:1].isupper()
    return step > 1.35 * pitch or (stops and (indented or short))


def _joined(text: str, more: str, known: Counter[str]) -> str:
    """Join two lines; a hyphen goes where the word is known without it, or was broken in lower case."""
    broken = _BROKEN.search(text[-60:])
    following = re.match(r"[^\W\d_]{1,60}", more)
    if not broken or not following:
        return f"{text} {more}"
    first, second = broken[1], following[0]
    whole, hyphened = f"{first}{second}".lower(), f"{first}-{second}".lower()
    if text.endswith("\u00ad") or known[whole] > 0:
        return text[:-1] + more
    if known[hyphened] > 0 or not second.islower() or first.lower() in words("hyphenated"):
        return text + more
    return text[:-1] + more
