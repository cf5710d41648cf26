"""The words of two readings of an article set against each other, paragraph by paragraph, then word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from sayso.records import Text
from sayso.revisions import Run
from sayso.spans import Span, cut

_WORD = re.compile(r"\S+")
_MOST = 4_000_000  # pairs of words beyond which two stretches are not compared word by word


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    ends: bool  # whether it is the last of its paragraph


_Pair = tuple[_Word | None, _Word | None]


def runs(before: Text, after: Text) -> Iterator[Run]:
    """Yield the words of both sides in order, as long runs of one fate, none beyond a paragraph; furniture is left out.

    The longest runs of paragraphs that are the same are set against each other first (Ratcliff and Obershelp, by
    `difflib`), then what lies between them word by word, so that a long article takes little longer than its changes.
    """
    old, new = list(_paragraphs(before)), list(_paragraphs(after))
    texts, others = ([tuple(word.text for word in paragraph) for paragraph in side] for side in (old, new))
    pairs: list[_Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, texts, others, autojunk=False).get_opcodes():
        one, other = _joined(old[a:b]), _joined(new[c:d])
        pairs += zip(one, other, strict=True) if tag == "equal" else _by_word(one, other)
    for _, group in groupby(_numbered(pairs), key=lambda one: one[0]):
        found = [pair for _, pair in group]
        (first_old, first_new), (last_old, last_new) = found[0], found[-1]
        yield Run(
            _span(before.body, first_old, last_old),
            _span(after.body, first_new, last_new),
            any(word.ends for word in found[-1] if word),
        )


def _paragraphs(text: Text) -> Iterator[tuple[_Word, ...]]:
    for block in text.blocks:
        if block.role != "furniture":
            found = [hit.span() for hit in _WORD.finditer(text.body, block.span.start, block.span.end)]
            yield tuple(_Word(text.body[a:b], a, b, number == len(found)) for number, (a, b) in enumerate(found, 1))


def _joined(paragraphs: Iterable[tuple[_Word, ...]]) -> list[_Word]:
    return [word for paragraph in paragraphs for word in paragraph]


def _by_word(old: Sequence[_Word], new: Sequence[_Word]) -> Iterator[_Pair]:
    for tag, a, b, c, d in _matched([word.text for word in old], [word.text for word in new]):
        if tag == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from ((word, None) for word in old[a:b])
            yield from ((None, word) for word in new[c:d])


def _matched(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > _MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _numbered(pairs: Iterable[_Pair]) -> Iterator[tuple[tuple[bool, bool, int], _Pair]]:
    """Give each pair with which sides have it and a number that grows where a paragraph ends on either."""
    number = 0
    for old, new in pairs:
        yield (old is not None, new is not None, number), (old, new)
        number += any(word.ends for word in (old, new) if word)


def _span(body: str, first: _Word | None, last: _Word | None) -> Span | None:
    return cut(body, first.start, last.end) if first and last else None
