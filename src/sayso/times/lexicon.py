"""The shape of a language's data: its words by kind, and the text cut into items of those kinds.

Every item has a kind, written as one character, so that the rules of the grammar are regular expressions over a short
string of kinds, in time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sayso.times.meanings import Meaning

KINDS = (
    # words that carry no time
    "other", "name", "counted", "tail", "function", "owner",
    # punctuation
    "stop", "mark", "comma", "dash", "open", "close", "poss",
    # numbers
    "num", "int", "year", "ordinal", "ordword", "decade", "iso", "slash", "pair", "clock", "decimal", "count", "vague",
    "q",
    # names of times
    "month", "mabbr", "weekday", "wabbr", "season", "part", "feast", "today", "yesterday", "tomorrow", "tonight",
    "overnight", "weekend", "era", "ampm", "zone", "local",
    # units
    "hours", "days", "weeks", "months", "years", "decades", "centuries", "quarters", "half",
    # words that place
    "the", "a", "of", "in", "on", "at", "by", "from", "to", "until", "since", "between", "and", "during", "for",
    "early", "late", "mid", "edge", "earlier", "later", "ago", "before", "after", "last", "past", "next", "coming",
    "this", "that", "same", "previous", "following", "recent", "approx", "more", "than", "consec", "then", "oclock",
    "every", "as",
    # what the rules make of them
    "Date", "Wday", "Day", "Frame", "Part", "Over", "Span", "Time",
)  # fmt: skip
_TELLING = frozenset(KINDS[KINDS.index("month") : KINDS.index("the")]) - {"ampm", "zone", "local", "era"} | {
    "then",
    "past",
}
_COMMON = 3  # ordinal numbers up to here are about anything but days
CODE = {kind: chr(0x100 + number) for number, kind in enumerate(KINDS)}


class Item(NamedTuple):
    """A token, or a time expression made of several; offsets are into the canonical text."""

    kind: str
    start: int
    end: int
    word: str = ""
    value: int = 0
    meaning: Meaning | None = None


@dataclass(frozen=True)
class Lexicon:
    """A language's words: each with its kind and, where it has one, its number (month, weekday, count, …)."""

    words: Mapping[str, tuple[str, int]]
    capitalised: frozenset[str]  # kinds that count only with a capital
    dotted: tuple[str, ...]  # abbreviations whose full stop belongs to them
    phrases: Mapping[str, tuple[str, int]]  # several words as one
    ordinal_endings: tuple[str, ...]
    possessive: str  # an expression
    ampm: str  # an expression
    marks: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def token(self) -> re.Pattern[str]:
        """One expression for every token; its last group says what was met."""
        return re.compile(
            rf"(?P<junk>(?=[hw$€£#№\d])(?:https?://\S+|www\.\S+|[$€£#№][ ]?\d[\d.,]*|\d+(?:[.,]\d+)*[ ]?%))"
            rf"|(?P<phrase>\b(?:{_any(self.phrases)})\b(?![/\d]))"
            rf"|(?P<iso>\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d[\d:.Z+-]*)?(?![\w-]))"
            rf"|(?P<slash>\d{{4}}/\d{{1,2}}/\d{{1,2}}(?![\w/])|\d{{1,2}}([/.])\d{{1,2}}\5(?:\d{{4}}|\d\d)(?![\w/])"
            rf"|\d{{1,2}}-\d{{1,2}}-\d{{4}}(?![\w-]))"
            rf"|(?P<pair>\d{{1,2}}/\d{{1,2}}(?![\w/]))"
            rf"|(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?!\d)|\d{{1,2}}h\d\d(?!\w)|\d{{1,2}}\.\d\d(?=[ ]?(?:{self.ampm})))"
            rf"|(?P<decimal>\d{{1,2}}\.[0-5]\d(?!\d|[.,]\d|[ ]?%))"
            rf"|(?P<decade>\d{{3}}0['’]?s\b)"
            rf"|(?P<ordinal>\d{{1,2}}(?:{_any(self.ordinal_endings)})\b)"
            rf"|(?P<group>\d+(?:[.,]\d+)+|\d+(?!{self.ampm})[^\W\d_]\w*)"
            rf"|(?P<number>\d+)"
            rf"|(?P<ampm>(?i:{self.ampm}))"
            rf"|(?P<dotted>\b(?:{_any(self.dotted)})\.)"
            rf"|(?P<poss>{self.possessive})"
            rf"|(?P<word>[^\W\d_]+)"
            rf"|(?P<mark>[^\w\s]|_)"
        )

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """What a block must hold to be worth reading."""
        told = ((word, kind, value) for word, (kind, value) in self.words.items())
        words = [word for word, kind, value in told if kind in _TELLING or (kind == "ordword" and value > _COMMON)]
        return re.compile(rf"\d|\b(?:{_any([*words, *self.phrases])})\b", re.IGNORECASE)

    def items(self, body: str, start: int, end: int) -> list[Item]:
        """Return the tokens of `body[start:end]`."""
        found: list[Item] = []
        for hit in self.token.finditer(body, start, end):
            kind, value = self._kind(hit, found)
            found.append(Item(CODE[kind], hit.start(), hit.end(), hit[0].lower(), value))
        return found

    def _kind(self, hit: re.Match[str], before: list[Item]) -> tuple[str, int]:
        group, text = hit.lastgroup, hit[0]
        if group == "word":
            return self._word(text)
        if group == "mark":
            return self._mark(hit, before), 0
        if group == "number":
            return self._number(text, hit, before)
        return self._named(str(group), text)

    def _named(self, group: str, text: str) -> tuple[str, int]:
        if group == "phrase":
            return self.phrases[" ".join(text.split())]
        if group == "dotted":
            return self.words[text[:-1].lower()]
        if group in ("ordinal", "decade"):
            return group, int(re.sub(r"\D", "", text))
        return ("other" if group in ("junk", "group") else group), 0

    def _word(self, text: str) -> tuple[str, int]:
        kind, value = self.words.get(text.lower(), ("", 0))
        if not kind or (kind in self.capitalised and text[0].islower()):
            return ("name" if text[0].isupper() else "other"), 0
        if kind == "tail" and text[0].islower():
            return "other", 0
        return kind, value

    def _mark(self, hit: re.Match[str], before: list[Item]) -> str:
        kind = self.marks.get(hit[0], "mark")
        if hit[0] != ".":
            return kind
        last = before[-1].word if before else ""
        return "mark" if last in self.marks or (len(last) == 1 and last.isalpha()) else kind

    def _number(self, text: str, hit: re.Match[str], before: list[Item]) -> tuple[str, int]:
        if self._compound(hit, before) or len(text) > 6:
            return "other", 0
        value = int(text)
        if len(text) == 4 and (1000 <= value <= 2199 or text[0] == "0"):
            return "year", value
        return ("num" if len(text) < 3 and 0 < value < 32 else "int"), value

    @staticmethod
    def _compound(hit: re.Match[str], before: list[Item]) -> bool:
        """Whether the number is the tail of a name such as "F-16"."""
        if len(before) < 2 or before[-1].kind != CODE["dash"] or before[-1].end != hit.start():
            return False
        owner = before[-2]
        return owner.end == before[-1].start and owner.kind in (CODE["name"], CODE["other"])


def _any(words: Iterable[str]) -> str:
    """Return an expression for any of the words, longest first; their first letters stand before it, for speed."""
    longest = sorted(words, key=len, reverse=True)
    firsts = "".join(sorted({re.escape(word[0]) for word in longest}))
    return f"(?=[{firsts}])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest) + ")"
