"""One normalised shadow of every text, letter by letter, so that what is found in it has its place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

WORD = re.compile(r"[^\W_]+")

# Letters that Unicode does not decompose, and that people write one for the other.
_ALIKE = {
    "\u0671": "\u0627",  # alef wasla: alef
    "\u0649": "\u064a", "\u06cc": "\u064a", "\u06d2": "\u064a",  # alef maksura, Farsi yeh, yeh barree: yeh
    "\u06a9": "\u0643",  # keheh: kaf
    "\u0629": "\u0647", "\u06be": "\u0647", "\u06c1": "\u0647", "\u06d5": "\u0647",  # teh marbuta and other hehs: heh
    "\u05da": "\u05db", "\u05dd": "\u05de", "\u05df": "\u05e0", "\u05e3": "\u05e4", "\u05e5": "\u05e6",  # final letters
    "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u0131": "i", "\u00e6": "ae", "\u0153": "oe",
    "\u2018": "'", "\u2019": "'", "\u02bc": "", "\u02bb": "", "\u02be": "", "\u02bf": "",
    "\u0640": "",  # tatweel stretches an Arabic word on the line and means nothing
}  # fmt: skip


@cache
def _folded(letter: str) -> str:
    """Return what stands for one code point: no case, no accents or vowel marks, compatibility forms unfolded."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(_ALIKE.get(one, _digit(one)) for one in plain if not _means_nothing(one))


def _means_nothing(letter: str) -> bool:
    """Whether it is a mark on another letter, or only steers how letters are joined, broken and ordered."""
    return unicodedata.combining(letter) != 0 or unicodedata.category(letter) == "Cf"


def _digit(letter: str) -> str:
    number = unicodedata.decimal(letter, None)
    return letter if number is None else str(number)


def shadow(text: str) -> str:
    """Return the text as it is searched; every code point is folded by itself, whatever stands beside it."""
    return "".join(map(_folded, text))


def places(text: str) -> tuple[str, list[int]]:
    """Return the shadow, and for each of its letters the code point of the text that it comes from."""
    parts = [_folded(letter) for letter in text]
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part]


def in_text(text: str, where: list[int], start: int, end: int) -> tuple[int, int]:
    """Return the range of the text that a range of its shadow comes from, with the marks on its last letter."""
    last = where[end - 1] + 1
    while last < len(text) and not _folded(text[last]):
        last += 1
    return where[start], last


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in the shadow's letters."""
    yield from WORD.findall(shadow(text))


def name_key(name: str) -> str:
    """Return a name as it is looked up: its words in the shadow's letters, without "the"."""
    return " ".join(word for word in words_of(name) if word != "the") or shadow(name).strip()
