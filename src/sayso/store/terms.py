"""What somebody types, as terms: each a few letters of the shadow that stand together, and how they are matched.

Two indexes answer: one of words (SQLite's unicode61), by how they begin, and one of three letters in a row (trigram),
for scripts that write words together or put short words in front of others, as Arabic does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sayso.store.words import WORD, shadow

SHORTEST_PART = 3  # letters that the index of letters needs
MOST_TERMS = 20
_CHUNK = re.compile(r'"([^"]*)"?|([^\s"]+)')
_BETWEEN = r"[\W_]+"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
# Hebrew and Arabic put "the", "and", "in" in front of a word; the others write words without a space between.
_JOINED_UP = re.compile(
    "[\u0590-\u08ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)


@dataclass(frozen=True)
class Term:
    """Words that follow each other: `start` if the last may go on, `whole` as they are, `part` also within a word."""

    words: tuple[str, ...]
    how: Literal["start", "whole", "part"]

    @property
    def query(self) -> str:
        """The term as full-text search takes it; words hold no quotation mark."""
        return f'"{" ".join(self.words)}"' + ("*" if self.how == "start" else "")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches the term in a shadow, and nothing that the index would not."""
        core = _BETWEEN.join(map(re.escape, self.words))
        if self.how == "part":
            return re.compile(core)
        return re.compile(_NO_LETTER_BEFORE + core + (_NO_LETTER_AFTER if self.how == "whole" else ""))


def terms(words: str) -> tuple[Term, ...]:
    """Return the terms: words in quotation marks as they are, others by their beginning or by any part."""
    return tuple(dict.fromkeys(term for hit in _CHUNK.finditer(words) for term in _terms(*hit.groups())))[:MOST_TERMS]


def _terms(quoted: str | None, chunk: str | None) -> Iterator[Term]:
    found = tuple(WORD.findall(shadow(quoted or chunk or "")))
    if found and quoted is not None:
        yield Term(found, "whole")
    elif found and any(_JOINED_UP.search(word) for word in found):
        yield from (_by_part(word) for word in found)
    elif found:
        yield Term(found, "start")


def _by_part(word: str) -> Term:
    return Term((word,), "part" if len(word) >= SHORTEST_PART else "start")


def loosened(given: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the terms with the letters of each looked for within words too, where there are enough of them."""
    return tuple(new for one in given for new in (map(_by_part, one.words) if one.how == "start" else (one,)))
