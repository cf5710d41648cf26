"""Sentences and quotations with offsets, for every room that needs them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import nupunkt

from sayso.spans import Span, cut, trimmed

# nupunkt leaves these unsplit: the Arabic question mark, the Urdu full stop, the Devanagari danda, CJK full stops, and
# a full stop after a plain word when a capital or a quotation opens the next sentence.
_OTHER_ENDS = re.compile(r"(?<=[\u061f\u06d4\u0964\u3002\uff01\uff1f])|(?<=[a-z]{4}[.!?])(?=\s+[A-Z“«„])")

_QUOTE = re.compile(
    r'“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|„[^“”]*(?:[“”]|\Z)|(?<!\w)"[^"]*(?:"|\Z)|(?<!\w)‘(?:[^’]|’(?=\w)){1,2000}’(?!\w)'
)


def sentences(body: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Split `body[start:end]` into sentences, trimmed, in order; offsets are into `body`."""
    end = len(body) if end is None else end
    found: list[Span] = []
    for left, right in nupunkt.sent_spans(body[start:end]):
        at = start + left
        stops = [start + left + hit.end() for hit in _OTHER_ENDS.finditer(body[start + left : start + right])]
        for stop in [*stops, start + right]:
            span = trimmed(body, at, stop)
            if span is not None:
                found.append(span)
            at = stop
    return tuple(found)


def quotations(body: str, blocks: Sequence[Span]) -> tuple[Span, ...]:
    """Find quotations, marks included; one left open runs to the paragraph's end, as press style has it."""
    hits = (hit.span() for block in blocks for hit in _QUOTE.finditer(body, block.start, block.end))
    return tuple(cut(body, start, end) for start, end in hits if end - start > 2)


def touching(quotes: Sequence[Span], span: Span) -> range:
    """Return the numbers of the quotations that overlap a span."""
    first = bisect_right(quotes, span.start, key=lambda quote: quote.end)
    return range(first, bisect_right(quotes, span.end - 1, key=lambda quote: quote.start))


def opened(words: str) -> bool:
    """Whether a quotation that begins in these words does not end in them."""
    return words.count("“") > words.count("”") or words.count("«") > words.count("»") or words.count('"') % 2 == 1
