"""Search by words: one normalised shadow of every text, matched by the start of each word."""

from __future__ import annotations

import re
import unicodedata

_TATWEEL = "\u0640"  # stretches an Arabic word on the line and means nothing
_WORD = re.compile(r"\w+")


def shadow(text: str) -> str:
    """Return the text as it is searched: no case, no accents or vowel marks, compatibility forms unfolded."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace(_TATWEEL, "")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def query(words: str) -> str:
    """Return the full-text query for every word by its start; it finds nothing where there is no word."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(shadow(words))) or '""'


def name_key(name: str) -> str:
    """Return a name as it is looked up: its words in the shadow's letters, without "the"."""
    return " ".join(word for word in _WORD.findall(shadow(name)) if word != "the") or shadow(name).strip()
