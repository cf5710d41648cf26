"""Words, sentences and word sequences of a text, cut by rules that are the same for every corpus measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")
_STOP = re.compile(r"[.!?…]+[\"”’'»)\]]*(\s+)(?=[\"“‘'«(\[]*[^\W_a-z])")
_LAST = re.compile(r"[\w.]+$")
_SHORT = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "maj", "col", "lt", "sgt", "capt", "cmdr", "brig", "adm", "hon",
    "rev", "sen", "rep", "gov", "no", "vs", "etc", "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
})  # fmt: skip


def words(text: str) -> list[str]:
    """Return the words of a text in lower case; a hyphen, an apostrophe or a point inside a word parts nothing."""
    return [match[0].lower() for match in _WORD.finditer(text)]


def sentences(text: str) -> Iterator[str]:
    """Cut the sentences of a text, line by line; an abbreviation or an initial ends none."""
    for line in text.splitlines():
        start = 0
        for stop in _STOP.finditer(line):
            last = _LAST.search(line, start, stop.start())
            if last and line[stop.start()] == "." and _abbreviates(last[0]):
                continue
            yield line[start : stop.start(1)].strip()
            start = stop.end()
        if line[start:].strip():
            yield line[start:].strip()


def _abbreviates(word: str) -> bool:
    initials = "." in word and any(letter.isalpha() for letter in word)
    return word.lower() in _SHORT or (len(word) == 1 and word.isupper()) or initials


def sequences(text: str, length: int) -> set[tuple[str, ...]]:
    """Every different run of `length` words within a line."""
    found: set[tuple[str, ...]] = set()
    for line in text.splitlines():
        row = words(line)
        found |= {tuple(row[i : i + length]) for i in range(len(row) - length + 1)}
    return found
