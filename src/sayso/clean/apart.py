"""The canonical text told apart: title, headings, paragraphs, bylines, furniture and notices, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.clean import furniture, house
from sayso.clean.credits import is_staff_credit
from sayso.clean.dateline import dateline
from sayso.clean.draft import Draft, Hint
from sayso.clean.headlines import (
    Surroundings,
    is_headline_shaped,
    is_time_stamp,
    is_title_case,
    leads_elsewhere,
    reads_as_sentence,
)
from sayso.clean.names import outlets_of
from sayso.clean.notices import is_label, notices_in, whole_block
from sayso.clean.speaking import Found
from sayso.clean.top import Head, head_of, is_byline, is_paragraph
from sayso.records import Block, Furniture, Role
from sayso.sentences import sentences
from sayso.spans import Span, cut, trimmed

_SHORT = 15  # words of a block in which a prompt takes its neighbours along
_EDGE_TOP, _EDGE_BOTTOM = 3, 4  # blocks at the top and at the end in which "the article" means this one


@dataclass(frozen=True, slots=True)
class Apart:
    """What the pieces of a draft turned out to be."""

    blocks: tuple[Block, ...]
    title: Span | None
    byline: Span | None
    furniture: tuple[Furniture, ...]
    found: tuple[Found, ...]
    head: Head


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    role: Role
    reason: str = ""


class _Telling:
    """Goes through the pieces of one draft; every decision about a piece sees the whole report."""

    def __init__(self, draft: Draft, publisher: str | None) -> None:
        self.body, self.outlets = draft.body, outlets_of(draft.body, publisher)
        self.spans = [piece.span for piece in draft.pieces]
        self.texts = [span.text for span in self.spans]
        self.hints: list[Hint] = [piece.hint for piece in draft.pieces]
        self.head = head_of(self.texts, self.hints)
        paragraphs = [index for index, text in enumerate(self.texts) if is_paragraph(text)]
        self.end = paragraphs[-_EDGE_BOTTOM] if len(paragraphs) >= _EDGE_BOTTOM else 0
        self.found = [self._notices(index) for index in range(len(self.spans))]
        self.reasons = [self._plain_reason(index) for index in range(len(self.spans))]
        self.lines = [index for index in range(len(self.spans)) if self._stands_alone(index)]
        self.standing = frozenset(self.lines)
        self.rows = self._rows()
        self.surroundings = Surroundings(self.texts, self.lines)
        self.signatures = self._signatures()

    def _edge(self, index: int) -> bool:
        return index <= self.head.first + 1 or index < _EDGE_TOP or index >= self.end

    def _notices(self, index: int) -> tuple[Found, ...]:
        if index == self.head.title:
            return ()
        if index and is_label(self.texts[index - 1]) and not is_label(self.texts[index]):
            return (whole_block(self.body, self.spans[index]),)
        return notices_in(self.body, self.spans[index], self.outlets, edge=self._edge(index))

    def _plain_reason(self, index: int) -> str | None:
        """Return why the piece is furniture as far as it can be told from itself."""
        hint, text = self.hints[index], self.texts[index]
        whole = [hit for hit in self.found[index] if not hit.inline]
        if index == self.head.title or (whole and not _captions(text, whole)):
            return None
        if hint in _HINTED:
            return _HINTED[hint]
        return furniture.reason(text, self._place(index))

    def _place(self, index: int) -> furniture.Place:
        if index < self.head.first:
            return "above"
        if index == self.head.first and self.head.title is not None:
            return "lead"
        return "below" if index >= len(self.spans) - _EDGE_BOTTOM else ""

    def _stands_alone(self, index: int) -> bool:
        """Whether the piece is a headline-shaped line that is not yet known to be anything else."""
        known = index == self.head.title or index in self.head.bylines or self.reasons[index] or self.found[index]
        text = self.texts[index]
        if known or self.hints[index] == "item" or not is_headline_shaped(text):
            return False
        if self.hints[index] == "heading" or is_title_case(text):
            return True
        return len(text.split()) <= 13 and not (index > self.head.first and reads_as_sentence(text))

    def _rows(self) -> set[int]:
        """Return the lines that stand in a row of headlines, or under a label such as "Related stories"."""
        rows: set[int] = set()
        for index in self.standing:
            labelled = index > 0 and (index - 1 in rows or self._is_story_label(index - 1))
            row = [
                near
                for near in (index - 1, index + 1)
                if near in self.standing and self._long(near) and near > self.head.first
            ]
            if labelled or (row and self._long(index) and index > self.head.first and self.hints[index] != "heading"):
                rows.add(index)
        return rows

    def _is_story_label(self, index: int) -> bool:
        return self.reasons[index] == furniture.reason_of(furniture.other_story) and len(self.texts[index].split()) <= 5

    def _long(self, index: int) -> bool:
        return len(self.texts[index].split()) >= 5 and not is_time_stamp(self.texts[index])

    def parts(self) -> list[_Part]:
        """Return the pieces with their roles; a paragraph that holds a notice or a prompt is cut around it."""
        return [part for index in range(len(self.spans)) for part in self._parts(index)]

    def _parts(self, index: int) -> list[_Part]:
        span = self.spans[index]
        whole = [hit.span for hit in self.found[index] if not hit.inline]
        if index == self.head.title:
            return [_Part(span, "title")]
        if reason := self.reasons[index] or self._signed(index):
            return [_Part(span, "dateline" if reason == _DATED else "furniture", reason)]
        if not whole and (index in self.head.bylines or self._signs(index)):
            return [_Part(span, "byline", furniture.BYLINE)]
        if index in self.standing:
            return [self._line(index)]
        return [_Part(span, "notice")] if is_label(span.text) else self._cut(index, whole)

    def _line(self, index: int) -> _Part:
        """Tell a heading from the headline of another story; most of a text without stops is neither."""
        span, text = self.spans[index], self.texts[index]
        if index in self.rows:
            return _Part(span, "furniture", furniture.LISTED)
        if self.head.title is not None and index < self.head.title and not is_time_stamp(text):
            return _Part(span, "furniture", furniture.KICKER)
        if is_time_stamp(text) or index < self.head.first or self.hints[index] == "heading":
            return _Part(span, "heading")
        if self._unstopped() and not is_title_case(text):
            return _Part(span, "paragraph")
        if leads_elsewhere(text, self.surroundings.around(index)):
            return _Part(span, "furniture", furniture.HEADLINE)
        return _Part(span, "heading")

    def _signs(self, index: int) -> bool:
        """Whether a line below the article says who wrote it, or when."""
        return index >= len(self.texts) - _EDGE_BOTTOM and is_byline(self.texts[index])

    def _signed(self, index: int) -> str | None:
        """Return why a line below the article is a signature or a credit, or None."""
        if index in self.signatures:
            return furniture.reason_of(house.signature)
        below = index > self.head.first and self._place(index) == "below" and not self.found[index]
        return furniture.CREDIT if below and is_staff_credit(self.texts[index]) else None

    def _signatures(self) -> frozenset[int]:
        """Return the lines without a verb that stand, a few at most, under the last words of the report."""
        signed: list[int] = []
        last = len(self.texts) - 1
        for index in range(last, max(self.head.first, last - _EDGE_BOTTOM), -1):
            if self.reasons[index] or self.found[index]:
                continue
            if not house.signature(self.texts[index]):
                break
            signed.append(index)
        return frozenset(signed if self.head.first < last and not self._unstopped() else ())

    def _unstopped(self) -> bool:
        """Whether most of the report is lines without stops, none of which can then be told by that."""
        return len(self.lines) > 0.5 * len(self.texts) and len(self.texts) >= 4

    def _cut(self, index: int, notices: Sequence[Span]) -> list[_Part]:
        span = self.spans[index]
        parts: list[_Part] = []
        at = span.start + (dateline(span.text) if index == self.head.first else 0)
        if (front := trimmed(self.body, span.start, at)) is not None:
            parts.append(_Part(front, "dateline"))
        held = [place for notice in notices if (place := trimmed(self.body, max(at, notice.start), notice.end))]
        marked = [_Part(notice, "notice") for notice in dict.fromkeys(held)]
        marked += self._prompts(index, held)
        for part in sorted(marked, key=lambda item: item.span.start):
            parts += self._rest(at, part.span.start)
            parts.append(part)
            at = part.span.end
        return parts + self._rest(at, span.end)

    def _prompts(self, index: int, notices: Sequence[Span]) -> list[_Part]:
        """Return the sentences of a paragraph that ask something of the reader, and a "READ MORE: …" at its end."""
        span = self.spans[index]
        found: list[_Part] = []
        if (hit := furniture.tail(span.text)) is not None and (
            place := trimmed(self.body, span.start + hit[0], span.start + hit[1])
        ):
            found.append(_Part(place, "furniture", furniture.reason_of(furniture.other_story)))
        if index >= self.end and (start := house.closing_mark(span.text)) is not None:
            mark = cut(self.body, span.start + start, span.end)
            found.append(_Part(mark, "furniture", furniture.reason_of(house.end_mark)))
        if self._edge(index) or furniture.may_ask(span.text):
            found += self._sentences(index)
        taken: list[_Part] = []
        for part in found:
            if not any(part.span.overlaps(other) for other in (*notices, *(item.span for item in taken))):
                taken.append(part)
        return taken

    def _sentences(self, index: int) -> list[_Part]:
        """Return the sentences that are furniture; under the article they take a word or two beside them along."""
        span = self.spans[index]
        spans = sentences(self.body, span.start, span.end)
        reasons = [furniture.sentence_reason(sentence.text, edge=self._edge(index)) for sentence in spans]
        first = next(filter(None, reasons), None)
        if first and index >= self.end and len(span.text.split()) <= _SHORT:
            beside = (first if house.tags_along(part.text) else None for part in spans)
            reasons = [why or other for why, other in zip(reasons, beside, strict=True)]
        return [_Part(part, "furniture", why) for why, part in zip(reasons, spans, strict=True) if why]

    def _rest(self, start: int, end: int) -> list[_Part]:
        rest = trimmed(self.body, start, end)
        return [_Part(rest, "paragraph")] if rest is not None else []


def _captions(text: str, found: Sequence[Found]) -> bool:
    """Whether the credit found is that of a picture, which the rest of the text describes."""
    credited = sum(len(hit.span) for hit in found if hit.kind == "syndication")
    return 0 < credited < 0.5 * len(text) and furniture.caption(text)


_DATED = furniture.reason_of(house.issued)  # a dateline in a line of its own; the times in it are the report's
_HINTED: dict[Hint, str] = {"link": furniture.LINK, "aside": furniture.ASIDE, "page": furniture.REPEATED}


def tell_apart(draft: Draft, publisher: str | None) -> Apart:
    """Say of every piece of the draft what it is; `publisher` helps to know the outlet when it speaks of itself."""
    telling = _Telling(draft, publisher)
    parts = telling.parts()
    title = telling.head.title
    bylines = [
        part.span for part in parts if part.role == "byline" or part.reason == furniture.reason_of(house.unsigned)
    ]
    wrote = [span for span in bylines if re.search(r"\bby\b|\bstaff\b|correspondent", span.text, re.IGNORECASE)]
    return Apart(
        blocks=tuple(Block(part.span, part.role) for part in parts),
        title=telling.spans[title] if title is not None else None,
        byline=next(iter([*wrote, *bylines]), None),
        furniture=tuple(Furniture(part.span, part.reason) for part in parts if part.reason),
        found=tuple(
            hit for index in range(len(telling.spans)) if not telling.reasons[index] for hit in telling.found[index]
        ),
        head=telling.head,
    )
