"""The head of a report: its title, who wrote it, and the lines that only date it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.clean.credits import is_staff_credit
from sayso.clean.dates import is_date_line
from sayso.clean.draft import Hint
from sayso.clean.furniture import address, caption, page_line, prompt
from sayso.clean.headlines import has_headline_verb, is_headline_shaped, is_time_stamp, is_title_case
from sayso.clean.house import cited, issued, letterhead

_SMALL = (
    "and|in|for|from|at|of|de|del|der|van|von|bin|ibn|al|el|the|with|agencies|staff|writers?|reporters?"
    "|correspondents?|editors?|our|special|chief|senior|contributor|contributing|analyst|columnist|desk|political|bureau|newsroom|team|stringer"
    "|on|updated|published"
)
_NAMES = rf"(?:(?:[^\W\d_a-z][\w’'.-]*|{_SMALL}|\d+|[|,•·/&–—-])[\s,|•·]*)"
_BYLINE = re.compile(
    r"^\W*(?:[Bb]y|BY|(?:[Ww]ritten|[Ww]ords|[Tt]ext|[Ss]tory|[Rr]eported|[Pp]osted|[Pp]ublished) by):?\s+"
    rf"(?=[^\W\d_a-z]|our|staff){_NAMES}{{1,20}}\W*$"
)
_NAMED = re.compile(
    rf"^(?:[A-Z][\w’'.-]*[\s,]+){{1,5}}[|•·]\s{_NAMES}{{1,12}}$|^[Ss]taff (?:[Ww]riters?|[Rr]eporters?|[Rr]eport)$"
    r"|^(?:[Ff]rom )?[Oo]ur (?:\w+ )?[Cc]orrespondent\b.{0,40}$|^[Nn]ews [Dd]esk$|^[Aa]uthors?: .{2,60}$"
)
_UPDATED = re.compile(r"^\W*(?:last )?(?:updated|published|posted|modified)\b.{0,30}\d{1,2}[:.h]\d\d", re.IGNORECASE)
_GREETING = re.compile(
    r"^\W*(?:dear|hello|hi|good (?:morning|evening|afternoon|day)|greetings|to whom|peace be|welcome to)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-Z][\w’'. -]{1,40}(?:,\s[\w .]{1,30})?\s?(?:\([^)]{2,30}\))?\s?[-—–]\s?$")
_STOPS = re.compile(r"[.!?…](?:[”\"’')\]]|\s)*$")
_LEADING = 8  # blocks in which a title is looked for


@dataclass(frozen=True, slots=True)
class Head:
    """Indices of the blocks that head the report; `first` is the first paragraph."""

    title: int | None
    bylines: tuple[int, ...]
    first: int


def is_paragraph(text: str) -> bool:
    """Whether the block reads as running text: long, or of some length and ended by a stop."""
    words = len(text.split())
    if words >= 28:
        return True
    asks = text.rstrip().rstrip("”\"’')").endswith("?") and not re.search(r"[.!]\s", text)  # as a title may
    return words >= 8 and bool(_STOPS.search(text[-20:])) and not asks


def is_byline(text: str) -> bool:
    """Whether the line says who wrote the report, or only when it was published."""
    if len(text) > 160 or len(text.split()) > 20:
        return False
    return (
        bool(_BYLINE.match(text) or _NAMED.match(text) or _UPDATED.match(text))
        or is_date_line(text)
        or is_staff_credit(text)
    )


def head_of(texts: Sequence[str], hints: Sequence[Hint]) -> Head:
    """Find the title and the bylines above the first paragraph."""
    marked = next((index for index, hint in enumerate(hints[:_LEADING]) if hint == "title"), None)
    start = 0 if marked is None else marked + 1
    first = next((index for index in range(start, len(texts)) if is_paragraph(texts[index])), len(texts))
    bylines = tuple(
        index
        for index in range(min(first, _LEADING))
        if index != marked and (hints[index] == "byline" or is_byline(texts[index]))
    )
    title = marked if marked is not None else _title(texts, hints, min(first, _LEADING), bylines)
    return Head(title, bylines, first)


def _title(texts: Sequence[str], hints: Sequence[Hint], end: int, bylines: Sequence[int]) -> int | None:
    """Choose the first line that reads as a headline; a word or two above a longer line is only a kicker."""
    if len(texts) < 2:
        return None
    fit = [index for index in range(end) if index not in bylines and _could_head(texts[index], hints[index])]
    if not fit:
        return None
    fit = [index for index in fit if not _heads_the_paper(texts[index])] or fit
    best = next((index for index in fit if not caption(texts[index])), fit[0])
    if len(texts[best].split()) <= 3 and len(fit) > 1 and fit[1] - best <= 2 and _tops(texts[fit[1]]):
        best = fit[1]
    return best


def _tops(text: str) -> bool:
    return len(text.split()) >= 5 and not _heads_the_paper(text)


def _heads_the_paper(text: str) -> bool:
    """Whether the line dates or numbers the report or names who issues it, so that another line is its title."""
    capitals = text.isupper() or is_title_case(text)
    return issued(text) or (capitals and letterhead(text) and not has_headline_verb(text))


def _could_head(text: str, hint: Hint) -> bool:
    if hint not in ("", "heading", "title") or _GREETING.match(text) or _DATELINE.match(text) or is_time_stamp(text):
        return False
    if address(text) or page_line(text) or prompt(text) or cited(text):
        return False
    return is_headline_shaped(text) or (len(text.split()) <= 20 and text.rstrip().endswith("!"))
