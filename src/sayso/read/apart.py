"""Notices and furniture that the rules of cleaning let pass and the encoder sees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from sayso.read.decode import Found
from sayso.records import Block, Furniture, Notice, NoticeKind, Role, Text
from sayso.sentences import sentences
from sayso.spans import Span, trimmed

REASON = "It reads like what surrounds an article: the encoder takes it for no part of it."
_MOST = 0.6  # of a sentence has to be taken for it
_WORDS = 4  # and no shorter sentence is set apart
_NEAR = 8  # spans that may meet a sentence are looked at
_Aside = tuple[Span, Found]


def set_apart(text: Text, found: Iterable[Found]) -> Text:
    """Return the text with these set apart too, sentence by sentence."""
    seen = sorted((one for one in found if one.layer in {"notice", "furniture"}), key=lambda one: (one.end, one.start))
    if not seen:
        return text
    blocks: list[Block] = []
    asides: list[_Aside] = []
    for block in text.blocks:
        here = list(_asides(text.body, block.span, seen)) if block.role == "paragraph" else []
        blocks += _recut(text.body, block, here)
        asides += here
    notices = [Notice(cast(NoticeKind, one.kind), span) for span, one in asides if one.layer == "notice"]
    furniture = [Furniture(span, REASON) for span, one in asides if one.layer == "furniture"]
    return replace(
        text,
        blocks=tuple(blocks),
        notices=tuple(sorted((*text.notices, *notices), key=lambda one: one.span)),
        furniture=tuple(sorted((*text.furniture, *furniture), key=lambda one: one.span)),
    )


def _asides(body: str, block: Span, seen: Sequence[Found]) -> Iterator[_Aside]:
    """Give the sentences of a block that are mostly taken for a notice or for furniture, each with what for."""
    first = bisect_right(seen, block.start, key=lambda one: one.end)
    near = [one for one in seen[first:] if one.start < block.end]
    for sentence in sentences(body, block.start, block.end) if near else ():
        part = near[bisect_right(near, sentence.start, key=lambda one: one.end) :][:_NEAR]
        best = max(part, key=lambda one: _shared(sentence, one), default=None)
        enough = best is not None and _shared(sentence, best) >= _MOST * len(sentence)
        if best and enough and len(sentence.text.split()) >= _WORDS:
            yield sentence, best


def _shared(span: Span, one: Found) -> int:
    return max(0, min(span.end, one.end) - max(span.start, one.start))


def _recut(body: str, block: Block, asides: Sequence[_Aside]) -> Iterator[Block]:
    """Cut a block around what is set apart in it."""
    at = block.span.start
    for span, one in asides:
        before = trimmed(body, at, span.start)
        if before:
            yield Block(before, block.role)
        yield Block(span, cast(Role, one.layer))
        at = span.end
    rest = trimmed(body, at, block.span.end)
    if rest:
        yield Block(rest, block.role)
