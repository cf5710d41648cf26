"""Whom a text credits in so many words: "told Radio Tana", "Halcyon, citing", "supplied by", however it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads

from sayso.link.naming import name_of_outlet
from sayso.link.shingles import words
from sayso.spans import Span

_NEAR = 40  # characters before and after a name in which a word of crediting counts


@cache
def _list(name: str) -> tuple[str, ...]:
    lists: dict[str, list[str]] = loads(files("sayso.link").joinpath("crediting.toml").read_text("utf-8"))
    return tuple(lists[name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    either = "|".join(phrase.replace(" ", r"\s+") for phrase in _list(name))
    found = rf"\b(?:{either})\s+(?:the\s+)?\W?$" if name == "before" else rf"^\W{{0,2}}\s*(?:{either})\b"
    return re.compile(found, re.IGNORECASE)


def credited(body: str, names: Iterable[str], where: Span) -> Iterator[str]:
    """Give the names, of those listed, that stand beside words of crediting in this part of the text."""
    for name in filter(_may_be_press, dict.fromkeys(names)):
        if any(_beside(body, start, start + len(name)) for start in _starts(body, name, where)):
            yield name


@lru_cache(10_000)
def _as_named(outlet: str) -> re.Pattern[str]:
    first, *others = name_of_outlet(outlet) or ("",)
    return re.compile("".join([rf" \^{re.escape(first)}", *(rf" \^?{re.escape(part)}" for part in others), " "]))


def speaks_of(marked: str, outlet: str) -> bool:
    """Tell whether a text (its `marked_words`) names the outlet: capitals tell the Post from a post."""
    return bool(name_of_outlet(outlet)) and _as_named(outlet).search(marked) is not None


def _may_be_press(name: str) -> bool:
    proper = re.sub(r"^[Tt]he\s+", "", name)
    return proper[:1].isupper() and not set(words(name)) & set(_list("institution"))


def _starts(body: str, name: str, where: Span) -> Iterator[int]:
    """Give where the name stands by whole words."""
    start = body.find(name, where.start, where.end) if name else -1
    while start >= 0:
        if not (body[start - 1 : start].isalnum() or body[start + len(name) : start + len(name) + 1].isalnum()):
            yield start
        start = body.find(name, start + 1, where.end)


def _beside(body: str, start: int, end: int) -> bool:
    before, after = body[max(0, start - _NEAR) : start], body[end : end + _NEAR]
    return bool(_pattern("before").search(before) or _pattern("after").search(after))
