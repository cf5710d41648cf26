"""Names as linking compares them: word by word, and without what spellings of one name differ in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from sayso.link.telling import Name, Names
from sayso.link.words import stem, words

_SOUNDS = str.maketrans({"q": "k", "c": "k", "z": "s", "w": "v", "j": "y", "p": "b", "g": "k"})
_VOWELS = re.compile(r"(?<=.)[aeiouyh]")
_TWICE = re.compile(r"(.)\1+")
_SHORT = 5  # letters below which too many names have the same consonants


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the consonants of a long word, so that spellings of one name are one; a short word in small letters."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(sign for sign in plain if sign.isalnum())
    if len(letters) < _SHORT or not letters.isascii():
        return letters
    return _TWICE.sub(r"\1", _VOWELS.sub("", letters.translate(_SOUNDS)))


@lru_cache(maxsize=16384)
def parts(name: str) -> Names:
    """Return a name's capitalised words; particles such as "al" and "bin" are none."""
    return frozenset(Name(key(word), word, name) for word in words(name) if word[:1].isupper() and len(word) > 3)


def listed(values: Iterable[object]) -> str:
    """Return names, numbers or words in one line for a sentence, each once, in order."""
    return ", ".join(sorted(set(map(str, values))))


def described(text: str) -> Names:
    """Return what tells who is meant: the words of a name, or else the stems of any."""
    return parts(text) or frozenset(Name(stem(word), word) for word in words(text) if len(word) > 3)
