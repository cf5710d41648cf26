"""What part each word of a sentence plays, told by closed lists, the forms of verbs and what stands beside: no parser.

A word is marked with one letter: D determiner or number, N noun, adjective or name, G the sign of an owner ("'s"),
V verb, I word in -ing, X auxiliary, B form of "be", P preposition, C "and", S opener of a clause, R relative,
O pronoun, A adverb, T word of time; "," and ";" are the weaker and stronger marks between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.claims.settling import Beside, listed, settled
from sayso.claims.verbs import known
from sayso.claims.wording import load
from sayso.spans import Span, cut

_NUMBERS = (
    r"\d|(?:dozens?|hundreds?|thousands?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half)\b"
)
_ABOUT = r"up to|at least|at most|(?:no )?(?:more|less|fewer) than|as many as|over|around|about"
_TOKEN = re.compile(
    rf"(?i:\b(?:{_ABOUT})(?=\s+(?:an? )?(?:{_NUMBERS})))"
    r"|\((?:[\w’'&.-]+ ?){1,4}\)|(?:[A-Z]\.){2,}"
    r"|[A-Z][a-z]{0,4}\.(?=\s+[A-Z])|\d+(?:[.:]\d\d)? ?[ap]\.?m\b\.?|[’']s?(?!\w)"
    r"|\w+(?:[.,]\d+)*(?:[’'-](?!s\b)\w+)*|[,;:—–!?()\[\]]|\.{1,3}"
)
_LETTERS = {
    "determiners": "D", "adverbs": "A", "times": "T", "relatives": "R", "subordinators": "S", "coordinators": "C",
    "prepositions": "P", "pronouns": "O", "have": "X", "modals": "X", "be": "B",
}  # fmt: skip
_FORMS = (("past", "v"), ("participle", "v"), ("ing", "i"), ("s", "s"), ("base", "b"))
_SHAPES = (
    (re.compile(r"[’']s?"), "G"),
    (re.compile(r"[,–]"), ","),
    (re.compile(r"\W+"), ";"),
    (re.compile(r"(?:19|20)\d\d|\d.*[ap]\.?m\.?"), "T"),
    (re.compile(r"\d[\d.,]*|.*\b(?:to|least|most|than|many as|over|around|about)"), "D"),
    (re.compile(r"\w{3,}ed"), "v"),
    (re.compile(r"\w{3,}ing"), "i"),
    (re.compile(r"[a-z]{3,}ly"), "A"),
)
_NOMINAL = frozenset("DNG")
_WORDS = 20_000  # that are remembered


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a sentence and the letter of the part it plays; `name`: it begins with a capital."""

    start: int
    end: int
    low: str
    part: str
    name: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the numbers of its first word and of the one behind its last, and of its preposition, or -1."""

    first: int
    last: int
    governor: int = -1


@cache
def _closed() -> dict[str, str]:
    lists = load("clauses.toml")
    return {word: letter for name, letter in _LETTERS.items() for word in lists[name].split()}


@lru_cache(32)  # what an event is and who acts in it are asked of one sentence after the other
def parts(body: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words between two offsets with the parts they play; short asides in brackets are left out."""
    found = [_word(hit) for hit in _TOKEN.finditer(body, start, end) if hit[0][0] != "(" or len(hit[0]) == 1]
    for at, word in enumerate(found):
        part = settled(_beside(found, at))
        if part != word.part:
            found[at] = replace(word, part=part)
    return tuple(found)


def _word(hit: re.Match[str]) -> Word:
    text = hit[0]
    return Word(hit.start(), hit.end(), text.lower(), _plain(text), text[0].isupper())


@lru_cache(_WORDS)
def _plain(text: str) -> str:
    """Return what a word is by itself; small letters stand for what may be a verb: v past, s, b base, i in -ing."""
    low = text.lower()
    if text[0].isupper() and low.rstrip(".") in listed("calendar"):
        return "T"
    if text in listed("initials") or low in listed("nouns"):
        return "N"
    closed = _closed().get(low, "")
    if closed and not (text[0].isupper() and closed == "T"):
        return closed
    kinds = known().get(low, frozenset())
    form = next((letter for form, letter in _FORMS if form in kinds), "")
    return form or next((letter for shape, letter in _SHAPES if shape.fullmatch(low)), "N")


def _beside(words: Sequence[Word], at: int) -> Beside:
    """Return a word with what stands beside it; adverbs before it are passed over."""
    before = at - 1
    while before >= 0 and words[before].part == "A":
        before -= 1
    behind = [(word.low, word.part, word.name) for word in words[at + 1 : at + 3]]
    (low, part, name), (_, beyond, _) = (*behind, *[("", ";", False)] * 2)[:2]
    word = words[at]
    return Beside(
        word.low,
        word.part,
        word.name and before >= 0,
        words[before].part if before >= 0 else ";",
        words[before].low if before >= 0 else "",
        (low, part, name),
        beyond,
    )


def phrases(words: Sequence[Word]) -> Iterator[Phrase]:
    """Give the noun phrases in order."""
    at = 0
    while at < len(words):
        first = at
        at = _run(words, at)
        if at > first and not _is_age(words, first, at):
            yield Phrase(first, at, first - 1 if first and words[first - 1].part == "P" else -1)
        else:
            at = max(at, first + 1)


def _is_age(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a bare number behind a comma says how old somebody is."""
    return last == first + 1 and words[first].low.isdigit() and first > 0 and words[first - 1].part == ","


def _run(words: Sequence[Word], at: int) -> int:
    """Return where a run of nouns with all that stands before them ends; a pronoun is one by itself."""
    if words[at].part == "O":
        return at + 1
    nouns = False
    while at < len(words) and words[at].part in _NOMINAL:
        if words[at].part == "D" and nouns and words[at - 1].part != "G":
            break
        nouns = nouns or words[at].part == "N"
        at += 1
        if words[at - 1].part == "D" and [word.part for word in words[at : at + 2]] == ["A", "N"]:
            at += 1  # "a heavily armed guard"
    return at


def span(body: str, words: Sequence[Word], first: int, last: int) -> Span:
    """Return the words from one number up to, not including, another, without the sign of an owner at the end."""
    while last > first + 1 and words[last - 1].part == "G":
        last -= 1
    return cut(body, words[first].start, words[last - 1].end)
