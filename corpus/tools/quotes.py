"""Where a quote of the gold stands in a text: by whole words, by number, or nearest to another span."""

from __future__ import annotations

import re
from typing import Any

Span = tuple[int, int]


def occurrences(text: str, quote: str) -> list[Span]:
    """Every occurrence of a quote by whole words, in code points."""
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text)]


def find(text: str, quote: str, nth: int = 1) -> Span | None:
    """Find the nth occurrence, from 1; None where the text has fewer."""
    hits = occurrences(text, quote)
    return hits[nth - 1] if 1 <= nth <= len(hits) else None


def gap(a: Span, b: Span) -> int:
    """Code points between two spans; 0 where they touch or overlap."""
    return max(0, a[0] - b[1], b[0] - a[1])


def overlap(a: list[Span], b: list[Span]) -> float:
    """Intersection over union of two sets of spans, each without overlap of its own."""
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    union = sum(end - start for start, end in a + b) - shared
    return shared / union if union else 0.0


def parts(text: str, claim: dict[str, Any]) -> list[Span]:
    """Find the pieces of a claim's content, `content` first, then `rest`; what the text lacks is left out."""
    found = [find(text, claim["content"], claim.get("nth", 1)), *(find(text, part) for part in claim.get("rest", []))]
    return [span for span in found if span]


def anchor(text: str, content: Span, link: dict[str, Any]) -> tuple[Span | None, Span | None]:
    """Find where the label and the cue of a chain link stand: by `label_nth` and `nth`, else the nearest.

    The cue is the one nearest to the content, outside of it unless the link is hearsay; the label is the one nearest to
    the cue (to the content where there is no cue), outside of the content.
    """
    cue = label = None
    if link.get("cue"):
        avoid = None if link.get("label") is None else content
        cue = _place(text, link["cue"], link.get("nth"), content, avoid)
    if link.get("label"):
        label = _place(text, link["label"], link.get("label_nth"), cue or content, content)
    return label, cue


def _place(text: str, quote: str, nth: int | None, to: Span, avoid: Span | None) -> Span | None:
    if nth is not None:
        return find(text, quote, nth)
    hits = occurrences(text, quote)
    outside = [hit for hit in hits if avoid is None or hit[0] >= avoid[1] or hit[1] <= avoid[0]]
    return min(outside or hits, key=lambda hit: gap(hit, to), default=None)
