"""Numbers in words and figures, with the bounds that go with them: "at least nine", "12 to 15", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.claims.wording import load
from sayso.spans import Span, cut

_FREE = r"(?<![\w$€£#])(?<!\d[.,:/–-])"
_END = r"(?![\w%°]|[.,:/]\d|-\w)"
_SCALES = (100, 1000)
_ROUND = 20  # from here on a number in tens is rounded: more than it is no less than it


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `high` is None where only a lower bound is given. The span holds the words of the bound too."""

    low: int
    high: int | None
    span: Span


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of ranges, of vague numbers and of single ones, in the order in which they are tried."""
    lists = load("numbers.toml")
    word = _either(lists["values"])
    number = (
        rf"(?:\d{{1,3}}(?:[, \u202f\u00a0]\d{{3}})+(?!\d)|\d+|(?:an?\s+(?=dozen|hundred|thousand))?(?:{word})(?!\w)"
    )
    number += rf"(?:(?:[-\s]|(?<=hundred)\sand\s)(?:{word})(?!\w))*)"
    before = "|".join(rf"(?P<{sense}>{_either(words)})" for sense, words in lists["bounds"].items())
    after = "|".join(rf"(?P<after_{sense}>{_either(words)})" for sense, words in lists["after"].items())
    after = rf"(?:\s+(?:{after})(?!\w|\s+(?:\d|(?:{word})\b)))?"  # "in 2013 at least 14" has the bound of 14
    return (
        re.compile(rf"{_FREE}(?:between\s+(?P<from>{number})\s+and\s|(?P<low>{number})(?:\s+(?:to|or)\s|\s?–))"
                   rf"\s*(?P<high>{number}){_END}", re.I),
        re.compile(rf"{_FREE}(?P<vague>{_either(lists['vague'])})(?!\w)", re.I),
        re.compile(rf"{_FREE}(?:(?:{before})\s+)?(?P<single>{number}){_END}{after}", re.I),
    )  # fmt: skip


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def counts(body: str, start: int, end: int) -> tuple[Count, ...]:
    """Return the numbers in `body[start:end]` in order, none overlapping another; years and measures among them."""
    found: list[Count] = []
    taken = bytearray(end - start)
    for pattern in _patterns():
        for hit in pattern.finditer(body, start, end):
            left, right = hit.start() - start, hit.end() - start
            if not any(taken[left:right]):
                taken[left:right] = bytes([1]) * (right - left)
                found.append(_count(body, hit))
    return tuple(sorted(found, key=lambda one: one.span))


def _count(body: str, hit: re.Match[str]) -> Count:
    said = {name: words for name, words in hit.groupdict().items() if words}
    span = cut(body, *hit.span())
    if "vague" in said:
        return Count(load("numbers.toml")["vague"][said["vague"].lower()], None, span)
    if "high" in said:
        low, high = value(said.get("from", said.get("low", ""))), value(said["high"])
        return Count(min(low, high), max(low, high), span)
    return Count(*_bounded(value(said["single"]), {name.removeprefix("after_") for name in said}), span)


def _bounded(number: int, said: set[str]) -> tuple[int, int | None]:
    """Return the least and the most that a number can be beside its bound."""
    if "least" in said:
        return number, None
    if "more" in said:
        return number if number >= _ROUND and number % 10 == 0 else number + 1, None
    if "most" in said:
        return 0, number
    return (0, max(number - 1, 0)) if "fewer" in said else (number, number)


def value(words: str) -> int:
    """Return the number that figures or number words stand for."""
    figures = re.sub(r"[, \u202f\u00a0]", "", words)
    return int(figures) if figures.isdigit() else _spelled(_values(words))


def _values(words: str) -> Iterator[int]:
    known: dict[str, int] = load("numbers.toml")["values"]
    yield from (known[word] for word in re.split(r"[-\s]+", words.lower()) if word in known)


def _spelled(values: Iterable[int]) -> int:
    """Add up number words: what stands before "hundred" or "thousand" is multiplied by it."""
    total = current = 0
    for number in values:
        if number in _SCALES or (number == 12 and current):
            current = max(current, 1) * number
        else:
            current += number
        if number == _SCALES[-1]:
            total, current = total + current, 0
    return total + current
