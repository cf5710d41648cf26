"""What the encoder broke in two, or broke off, put together or left out again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.read.decode import Found

# A word that something has to follow, before one that does.
_BREAKS_OFF = re.compile(
    r"(?:\A|\s)(?:the|an?|its|their|his|her|and|or|of|at|near|for|to|by|with|until|between|in|from|into)(?=\s+\w)", re.I
)
_BETWEEN = re.compile(r"[^.!?;:\n]*")
_MARK = re.compile(r"[.,;:!?()\n“”\"]")
_LONGEST = 12  # code points of such a word with what stands around it
_APART = 40  # code points that may be missing between two pieces of one content


def mended(body: str, spans: Sequence[Found]) -> Iterator[tuple[tuple[Found, ...], Found]]:
    """Give, of spans in order, those that break off within a phrase, and what to take in their stead.

    Such a span goes on to the end of the next one where that stands right behind it, in the same sentence, and the two
    are given together; else it goes on to the next mark, or to where the next one begins.
    """
    taken: Found | None = None
    for one, following in pairwise((*spans, None)):
        if one is None or one is taken or not _breaks_off(body, one.end):
            continue
        if (
            following
            and 0 <= following.start - one.end <= _APART
            and _BETWEEN.fullmatch(body, one.end, following.start)
        ):
            taken = following
            yield (one, following), replace(one, end=following.end)
        else:
            yield (one,), replace(one, end=_clause_end(body, one.end, following))


def _clause_end(body: str, end: int, following: Found | None) -> int:
    mark = _MARK.search(body, end)
    ends = [mark.start() if mark else len(body), *([following.start] if following else [])]
    return end + len(body[end : min(ends)].rstrip())


def _breaks_off(body: str, end: int) -> bool:
    hits = _BREAKS_OFF.finditer(body, max(0, end - _LONGEST), end + _LONGEST)
    return any(hit.end() == end for hit in hits)
