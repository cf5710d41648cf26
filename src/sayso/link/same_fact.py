"""Whether two claims of one occurrence assert the same thing of it, by their words; one occurrence has many facts."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from sayso.incidents import Stated
from sayso.link import words

_ENOUGH = 0.4  # of the words of the shorter claim: so many stand in the longer, or others for the same
_LEAST = 3  # words, one of which tells what was done; two of a claim of
_SHORT = 4  # words that carry meaning or fewer
_NUMBERS = words.stems(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred"
)
_KEPT = 8192  # claims are compared with many others


def same_fact(one: Stated, other: Stated) -> bool:
    """Whether two claims tell of one act, and most likely of the same: "shots hit the depot", "men fired at the depot".

    An act is known by the words for it (`concepts.toml`); a claim without any such word is affirmed by nobody else.
    Claims with numbers of which none is the same are not of one fact.
    """
    mine, yours = _stems(one), _stems(other)
    if not words.concepts(mine, "acts") & words.concepts(yours, "acts"):
        return False
    counted = _numbers(mine), _numbers(yours)
    if all(counted) and not counted[0] & counted[1]:
        return False
    shorter, longer = sorted((mine, yours), key=lambda each: (len(each), sorted(each)))
    shared = _shared(shorter, longer)
    return shared >= (_LEAST - (len(shorter) <= _SHORT)) and shared >= _ENOUGH * len(shorter)


def _stems(one: Stated) -> frozenset[str]:
    return _stems_of(" ".join(span.text for span in one.content))


@lru_cache(_KEPT)
def _stems_of(text: str) -> frozenset[str]:
    return words.stems(text)


def _numbers(stems: AbstractSet[str]) -> AbstractSet[str]:
    return {stem for stem in stems if stem.isdigit() or stem in _NUMBERS}


def _shared(shorter: AbstractSet[str], longer: AbstractSet[str]) -> int:
    """Return how many stems of the one stand in the other, or another for the same thing."""
    behind = words.concepts(longer)
    return sum(stem in longer or bool(words.concepts([stem]) & behind) for stem in shorter)
