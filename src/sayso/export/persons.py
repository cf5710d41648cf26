"""Which people of a report are private: named, and by nobody given an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.export.offices import has_office
from sayso.export.privacy import WORD, each, words
from sayso.records import Entity, Reading
from sayso.spans import Span

_OPENING = "“\"'"
_ENDS = ".!?:"


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a report names it: `called` are the names alone, `described` the phrases in which they stand."""

    called: tuple[Span, ...]
    described: tuple[Span, ...]
    private: bool

    @property
    def words(self) -> frozenset[str]:
        """The words of the names, in lower case, without particles."""
        return frozenset(word for span in self.called for word in each(span.text)) - words().particles


def persons(reading: Reading) -> tuple[Person, ...]:
    """Return the people whom a reading names, mentions of one person together."""
    spans = {mention.id: mention.span for mention in reading.mentions}
    grouped = (
        [spans[id_] for id_ in entity.mentions if id_ in spans]
        for entity in reading.entities
        if _is_person(entity, reading)
    )
    alone = ([one.span] for one in reading.mentions if one.type == "person" and one.entity is None)
    speaking = ([span] for span in _speakers(reading))
    found = (_person(group, reading.text.body) for group in (*grouped, *alone, *speaking))
    return tuple(person for person in found if person.called)


def _is_person(entity: Entity, reading: Reading) -> bool:
    """Whether it is one person who has a name: somebody whom nobody names is told by a description."""
    kinds = {link.kind for claim in reading.claims for link in claim.chain if link.entity == entity.id}
    if entity.type == "person":
        return "unnamed" not in kinds or "named_person" in kinds
    return "named_person" in kinds and entity.type != "armed_group"


def _speakers(reading: Reading) -> Iterator[Span]:
    """Give the labels of named people for whom no entity stands."""
    for claim in reading.claims:
        for link in claim.chain:
            if link.kind == "named_person" and link.label and link.entity is None:
                yield link.label


def _person(spans: Sequence[Span], body: str) -> Person:
    runs = [(span, tuple(names(span, body))) for span in spans]
    own = _own(
        [run for _, found in runs for run in found if len(found) == 1] or [run for _, all_ in runs for run in all_]
    )
    called = tuple(run for _, found in runs for run in found if own & _own([run]))
    described = tuple(span for span, found in runs if any(own & _own([run]) for run in found))
    return Person(called, described, private=not any(has_office(span, body) for span in called))


def _own(runs: Sequence[Span]) -> frozenset[str]:
    return frozenset(word for run in runs for word in each(run.text)) - words().particles


def names(span: Span, body: str) -> Iterator[Span]:
    """Give the names in a phrase: runs of capitalised words and particles, without what only stands before a name.

    What stands after "in" or "of" is the name of something else: "a teacher in Tabqa".
    """
    run: list[re.Match[str]] = []
    before = ""
    for match in WORD.finditer(body, span.start, span.end):
        touches = bool(run) and not body[run[-1].end() : match.start()].strip(" .\u00a0")
        if run and not (touches and _may_be_name(match[0])):
            yield from _trimmed(run, body)
            run = []
        if _may_be_name(match[0]) and (run or before not in words().places):
            run.append(match)
        before = match[0].casefold() if not run else ""
    yield from _trimmed(run, body)


def _may_be_name(word: str) -> bool:
    return any(letter.isupper() for letter in word) or word in words().particles or word.lower() == word.upper()


def _trimmed(run: list[re.Match[str]], body: str) -> Iterator[Span]:
    known = words()
    while run and run[0][0].casefold() in known.offices | known.titles | known.generic:
        run = run[1:]
    while run and run[-1][0].casefold() in known.particles | known.generic:
        run = run[:-1]
    if run and any(one[0].casefold() not in known.particles for one in run) and not _is_common(run, body):
        start, end = run[0].start(), run[-1].end()
        if body[end - 2 : end] in {"’s", "'s"}:
            end -= 2
        yield Span(start, end, body[start:end])


def _is_common(run: list[re.Match[str]], body: str) -> bool:
    """Whether a single word is capitalised only because a sentence begins: elsewhere it is written small."""
    (first, *more) = run
    low = first[0].lower()
    if more or low == first[0] or not _begins(body, first.start()):
        return False
    return re.search(rf"\b{re.escape(low)}\b", body) is not None


def _begins(body: str, at: int) -> bool:
    """Whether a sentence, or what is said in quotation marks, begins here."""
    end = at - 1 if at and body[at - 1] in _OPENING else at
    before = end
    while before and body[before - 1].isspace():
        before -= 1
    return before == 0 or body[before - 1] in _ENDS or "\n" in body[before:end]
