"""Which of many withheld words may stand in a text, found in one pass over it, however long the list is."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

_LETTERS = re.compile(r"[^\W\d_]+")
_ALIKE = str.maketrans({"ʼ": "'", "ı": "i"})  # a letter that is written for a mark, and one that has no dot
_HEAD = 3  # letters by which words are looked up before they are compared


def letters(text: str) -> list[str]:
    """Return the runs of letters of a text, in lower case, marks apart; what is not seen ends a run too."""
    apart = unicodedata.normalize("NFD", text).translate(_ALIKE)
    return [run.casefold() for run in _LETTERS.findall(apart)]


@dataclass(frozen=True, slots=True)
class Table:
    """Words by their letters, with their numbers in a list.

    `lengths` are how long those are that begin alike, `sizes` how long such beginnings are.
    """

    words: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    sizes: tuple[int, ...] = ()

    @classmethod
    def of(cls, items: Iterable[tuple[str, int]]) -> Table:
        """Make a table of words and their numbers."""
        words, lengths = defaultdict(list), defaultdict(set)
        for word, number in items:
            words[word].append(number)
            lengths[word[:_HEAD]].add(len(word))
        frozen = {word: tuple(numbers) for word, numbers in words.items()}
        return cls(frozen, {head: tuple(all_) for head, all_ in lengths.items()}, tuple({len(one) for one in lengths}))

    def at(self, joined: str, places: Iterable[int]) -> Iterator[int]:
        """Give the numbers of the words that begin at one of these places."""
        for start in places:
            for size in self.sizes:
                for length in self.lengths.get(joined[start : start + size], ()):
                    yield from self.words.get(joined[start : start + length], ())


class Listed:
    """A list of words, made to be asked which of them a text may hold.

    A text holds words only if their letters follow each other in it, whatever stands between them. Words that begin
    with a letter of a script with capitals are looked for where a run of letters begins, others at every letter.
    """

    def __init__(self, words: Iterable[str]) -> None:
        edged, free, self._bare = list[tuple[str, int]](), list[tuple[str, int]](), list[int]()
        for number, one in enumerate(words):
            joined = "".join(letters(one))
            if not joined:
                self._bare.append(number)
            else:
                (edged if one[0].lower() != one[0].upper() else free).append((joined, number))
        self._edged, self._free = Table.of(edged), Table.of(free)
        firsts = "".join(sorted({re.escape(joined[0]) for joined, _ in free}))
        self._first = re.compile(f"[{firsts}]") if firsts else None

    def candidates(self, text: str) -> list[int]:
        """Return the numbers of the words that the text may hold, in order; no others stand in it."""
        runs = letters(text)
        joined = "".join(runs)
        found = {*self._bare, *self._edged.at(joined, accumulate(map(len, runs), initial=0))}
        if self._first:
            found.update(self._free.at(joined, (hit.start() for hit in self._first.finditer(joined))))
        return sorted(found)
