"""Words with a capital that stand together: where a place name may be."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.places.lexicon import words

_UPPER = "".join(char for char in map(chr, range(0x0250)) if char.isupper()) + "ḀḌḎḐḤḪḨḲṢṬṮẒỲĀ"
_APOSTROPHES = "’'ʻʼ‘ʿʾ`"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a run, with its offsets in the text."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word as it is looked up in word lists."""
        return sys.intern(self.text.lower().rstrip("."))


Run = tuple[Word, ...]


@cache
def _word() -> re.Pattern[str]:
    """Match a word with a capital, its article before it ("al-Bukamal", "An Nahud"), and what a hyphen hangs on it."""
    article = "|".join(sorted(words("particles"), key=len, reverse=True))
    tail = rf"(?:[{_APOSTROPHES}](?!s\b)\w+)*"
    return re.compile(
        rf"(?<![\w&@#])(?:(?<=[a-z,] )A(?:n N|sh? S|t T|d D|r R|z Z)\w+"
        rf"|(?:[{_UPPER}]\.){{2,}}|[{_UPPER}]\w+[’']s(?= Republic)|(?:St|Mt|Ft)\. [{_UPPER}]\w*"
        rf"|(?:(?i:{article})-|[dlDL][’'])?[{_UPPER}]\w*{tail}(?:-\w+{tail})*)"
    )


@cache
def _between() -> re.Pattern[str]:
    """Match what may stand between two words of one run: a space, with foreign articles and prepositions."""
    article = "|".join(sorted(words("particles") - {"an", "as", "at", "am", "im"}, key=len, reverse=True))
    return re.compile(rf" (?:(?:{article})[ ’'-]){{0,2}}")


def runs(body: str, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of capitalised words in `body[start:end]`, parted at function words, days, months and titles."""
    stop, between = words("stop"), _between()
    found: list[Word] = []
    for hit in _word().finditer(body, start, end):
        word = Word(hit.start(), hit.end(), hit[0])
        if found and not (between.fullmatch(body, found[-1].end, word.start) or _joined(body, found[-1], word)):
            yield tuple(found)
            found = []
        if word.lower in stop and (len(word.text) == 1 or not word.text.isupper()):
            if found:
                yield tuple(found)
            found = []
            continue
        found.append(word)
    if found:
        yield tuple(found)


def _joined(body: str, left: Word, right: Word) -> bool:
    """Whether "of" or "and" joins two words to one name: "Republic of the Congo", "Bosnia and Herzegovina"."""
    gap = body[left.end : right.start]
    return (gap in {" of ", " of the "} and left.lower in words("heads")) or (
        gap == " and " and left.lower in words("twins")
    )
