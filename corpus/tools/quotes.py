"""Where a quote of the gold stands in a text: by whole words, by number, or nearest to another span."""

from __future__ import annotations

import re
from typing import Any

Span = tuple[int, int]
_ON = r"(?<![.!?:])\n(?=\w)"  # a line that is broken within a sentence
_QUOTED = re.compile(
    rf"“(?:‘[^’”\n]*“[^”\n]*”’|[^”\n]|{_ON})*|«(?:[^»\n]|{_ON})*|\"(?:[^\"\n]|{_ON})*\"?"
    rf"|(?<!\w)‘(?:[^’\n]|’(?=\w)|{_ON})*|(?<!\w)'(?:[^'\n]|'(?=\w)|{_ON})*'?"
)
_WHOLLY = 0.9  # of a content's letters: what is quoted so far is quoted directly


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


def quotations(body: str) -> list[Span]:
    """Find what stands between quotation marks, each from its mark to the closing one or the end of the line."""
    return [match.span() for match in _QUOTED.finditer(body)]


def form(quoted: list[Span], content: list[Span]) -> str:
    """Tell from the quotations of a text whether the content is quoted: direct, mixed or indirect."""
    size = sum(end - start for start, end in content)
    shared = sum(max(0, min(end, b) - max(start, a)) for start, end in content for a, b in quoted)
    if shared >= _WHOLLY * size:
        return "direct"
    return "mixed" if shared > 2 else "indirect"
