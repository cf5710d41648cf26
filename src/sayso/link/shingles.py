"""A text as the set of its short word sequences, by which copies are told however they are set."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

from sayso.records import Text

Piece = TypeVar("Piece", int, str)  # a sequence by its hash, or a word
LENGTH = 4  # words; unrelated reports hardly share one, and a cut costs only the few that run across it
_WORD = re.compile(r"\w+")
_BEYOND = re.compile(r"[^\x00-\x7f]+")  # where accents and points are
_READ = {"paragraph"}
_KEPT = 128  # texts; each is asked for when its report is filed, and by every incident that it tells of


def words(text: str) -> list[str]:
    """Return the words of a text without case, accents or points, so that a new house style changes none."""
    return _WORD.findall(_plain(text.casefold()))


def marked_words(text: str) -> str:
    """Return the same words between blanks, in order, those that are capitalised with a `^` before them."""
    found = (f"^{word}" if word[0].isupper() else word for word in _WORD.findall(_plain(text)))
    return f" {' '.join(found).casefold()} "


def _plain(text: str) -> str:
    return _BEYOND.sub(_without_points, unicodedata.normalize("NFKD", text))


def _without_points(run: re.Match[str]) -> str:
    return "".join(letter for letter in run[0] if not unicodedata.combining(letter))


def told(text: Text) -> str:
    """Return what a report tells: its paragraphs, without title, byline, notices and furniture."""
    return "\n".join(block.span.text for block in text.blocks if block.role in _READ)


@lru_cache(_KEPT)
def shingles(text: str, length: int = LENGTH) -> frozenset[int]:
    """Return a 64-bit hash of every run of so many words (Broder 1997); of a shorter text, that of the whole."""
    row = words(text)
    runs = [row[at : at + length] for at in range(max(1, len(row) - length + 1))] if row else []
    return frozenset(_hash(" ".join(run)) for run in runs)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big")


def resemblance(one: frozenset[Piece], other: frozenset[Piece]) -> float:
    """Return the share of all their pieces that both have (Jaccard), from 0 to 1."""
    shared = len(one & other)
    total = len(one) + len(other) - shared
    return shared / total if total else 0.0


def containment(one: frozenset[Piece], other: frozenset[Piece]) -> float:
    """Return the share of the shorter one's pieces that the longer has: 1 for a reprint with cuts."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
