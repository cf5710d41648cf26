"""The words of a claim as linking compares them: stems without what every sentence has, and the concepts behind."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ENDINGS = ("ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_KEPT = 8192  # claims are compared with many others
_STEMS = 32768  # words come again and again
_CONCEPT_TABLES = ("acts", "means", "things")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    text = resources.files("sayso.link").joinpath("concepts.toml").read_text("utf-8")
    lists: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return lists


@lru_cache(_STEMS)
def stem(word: str) -> str:
    """Return the word in lower case without its ending, so that "fires", "fired" and "firing" are one."""
    word = word.casefold().removesuffix("’s").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _DOUBLED.sub(r"\1", word.removesuffix(ending)).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


@cache
def _plain() -> frozenset[str]:
    return frozenset(stem(word) for words in _lists()["plain"].values() for word in words)


@cache
def _concepts(table: str) -> dict[str, frozenset[str]]:
    """Return the concepts of a table by stem; a stem may stand for several."""
    found: dict[str, set[str]] = {}
    for concept, words in _lists()[table].items():
        for word in words:
            found.setdefault(stem(word), set()).add(concept)
    return {word: frozenset(concepts) for word, concepts in found.items()}


@lru_cache(_KEPT)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as written, in order, those joined by a hyphen also apart."""
    found = _WORD.findall(text)
    return tuple(part for word in found for part in (word.split("-") if "-" in word else (word,)) if part)


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text)) - _plain()


def written(stems_: frozenset[str], text: str) -> tuple[str, ...]:
    """Return the words of a text that have these stems, in small letters as they are written."""
    return tuple(word.casefold() for word in words(text) if stem(word) in stems_)


def concepts(stems: Iterable[str], *tables: str) -> frozenset[str]:
    """Return what the stems are about, by the tables named (`acts`, `means`, `things`), or by all."""
    one = list(stems)
    known = [_concepts(table) for table in tables or _CONCEPT_TABLES]
    return frozenset(concept for table in known for word in one for concept in table.get(word, ()))


def listed(name: str, text: str) -> bool:
    """Whether a word of the text stands, as written but for capitals, in the list of signs with this name."""
    signs = _lists()["signs"][name]
    folded = f" {' '.join(words(text.casefold()))} "
    return any(f" {sign} " in folded for sign in signs)
