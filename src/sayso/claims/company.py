"""Triggers that words are by their company: a noun with whom it hit, forces on the move, threats, tolls."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from sayso.claims import fates
from sayso.claims.wording import load
from sayso.records import Trigger
from sayso.spans import Span, cut

# What somebody did, where nothing else in the paragraph tells it; those who are missing may have left.
_DONE = {"killed": "ASSAULT", "injured": "ASSAULT", "captured": "COERCE", "displaced": "RETREAT"}
_COUNTED = re.compile(r".*\b(?:toll|number|figure|count|tally)\b.*", re.I | re.S)  # told again, not told first
_FORCES = ("who", "seen", "moves", "where")


@cache
def _nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = dict(load("company.toml")["nouns"])
    behind = listed.pop("behind")
    found = ((name, words.replace("\n", "")) for name, words in listed.items())
    return tuple((name, re.compile(rf"(?<![\w-])(?:{words})(?={behind})", re.I)) for name, words in found)


@cache
def _moves() -> re.Pattern[str]:
    """Return the pattern of forces on the move: "vehicles were seen heading towards"."""
    who, seen, moves, where = (load("company.toml")["forces"][name].replace("\n", "") for name in _FORCES)
    of = r"(?:(?:of|from)\s+(?:[\w’'-]+\s+){1,5}?)?"
    return re.compile(rf"\b(?:{who})\s+{of}(?:(?:{seen})\s+)*({moves})\s+(?:[\w’'-]+\s+)?(?:{where})\b", re.I)


@cache
def _threats() -> re.Pattern[str]:
    """Return the pattern of verbs that announce harm, or by which one says that one will do it oneself."""
    listed = {name: words.replace("\n", "") for name, words in load("company.toml")["threats"].items()}
    will = r"(?:will|would|shall|going to)\s+(?:(?!not\b|be\b|never\b)\w+\s+){0,2}?" + rf"(?:{listed['harm']})\b"
    own = r"\s+(?:that\s+)?[“\"‘]?(?:it|they|we|he|she|I)\s+(?:\w+\s+)?"
    return re.compile(
        rf"\b((?:{listed['announced']})(?=[^.;:!?]{{0,140}}?\b{will})|(?:{listed['said']})(?={own}{will}))", re.I
    )


def found(
    body: str, sentence: Span, here: Sequence[Trigger], hints: Sequence[Span] | None, before: Iterable[str] = ()
) -> Iterator[Trigger]:
    """Give the triggers of a sentence beside those told in it; `before` are the types told in its paragraph so far.

    What tells an event only perhaps needs a hint; in a short note, where `hints` are None, a type that nothing tells.
    """
    taken = [one.span for one in here]
    types = {one.type for one in here}
    sure = list(_sure(body, sentence))
    perhaps = [] if hints == [] else [*_named(body, sentence), *_befallen(body, sentence, {*before, *types})]
    for trigger in (*sure, *perhaps):
        sound = trigger.type not in types if hints is None else _overlaps(trigger.span, hints)
        if (sound or trigger in sure) and not _overlaps(trigger.span, taken):
            taken.append(trigger.span)
            types.add(trigger.type)
            yield trigger


def _ends(sentence: Span) -> tuple[int, int]:
    return sentence.start, sentence.end


def _sure(body: str, sentence: Span) -> Iterator[Trigger]:
    """Give the triggers that need no hint."""
    for name, pattern in (("MOBILIZE", _moves()), ("THREATEN", _threats())):
        for hit in pattern.finditer(body, *_ends(sentence)):
            yield Trigger(cut(body, *hit.span(1)), name)


def _named(body: str, sentence: Span) -> Iterator[Trigger]:
    """Give the nouns that come with whom they hit."""
    for name, pattern in _nouns():
        for hit in pattern.finditer(body, *_ends(sentence)):
            yield Trigger(cut(body, *hit.span()), name)


def _befallen(body: str, sentence: Span, told: Container[str]) -> Iterator[Trigger]:
    """Give what befell people, where nothing of the type that brings it about is told."""
    for one in fates.find(body, sentence):
        name = _DONE.get(one.toll.slot)
        if name and name not in told and one.toll.high != 0 and not _COUNTED.fullmatch(one.fate.text):
            yield Trigger(one.fate, name)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
