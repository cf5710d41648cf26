"""Words at the edges of what was found that belong to what stands beside it."""

from __future__ import annotations

import re

_STRAY = re.compile(r"(?:\s+(?:the|a|an|of|in|at|near|from|for|to|and|or|who|by|on|with))+\Z")
_DETERMINED = re.compile(r"(?:the|a|an|this|that|its|their|his|her)\s+", re.I)


def end_of(body: str, start: int, end: int) -> int:
    """Return where a span ends without the words behind it that lead on to something else."""
    stray = _STRAY.search(body, start, end)
    return stray.start() if stray else end


def undetermined(words: str) -> str:
    """Return words without the article, demonstrative or possessive that they begin with."""
    return _DETERMINED.sub("", words, count=1)
