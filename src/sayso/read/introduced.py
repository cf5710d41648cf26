"""What people are called besides their names: the ranks, offices and trades by which a report brings them in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.spans import Span

_AROUND = 90  # code points before and after a name in which it may be said who the person is
_CLOSED = re.compile(r"[.!?;:\n“”\"]")
_AFTER = re.compile(
    r"\s*,\s*(?P<said>(?:(?:an?|the|its|their|his|her)\s|\w+ (?:of|for|at|with)\s)[^,.!?;:\n“”\"]+)[,.]"
)
_WORD = re.compile(r"[a-zé-]{4,}")
_OFFICERS = {"colonel", "major", "captain", "lieutenant", "brigadier", "general", "inspector", "superintendent"}
_FORMS = {"dr": "doctor", "dr.": "doctor", "father": "priest", "fr": "priest", "fr.": "priest", "rev": "priest"}


def roles(body: str, name: Span) -> Iterator[str]:
    """Give the words around a person's name that may later stand for the person: "the colonel", "the chairman".

    Before the name, those since the last stop ("the chairman of the union, Idris Tarig"); after it, those between
    commas ("Idris Tarig, a surgeon at the clinic,").
    """
    before = _CLOSED.split(body[max(0, name.start - _AROUND) : name.start])[-1].lower()
    after = _AFTER.match(body, name.end, name.end + _AROUND)
    said = f"{before} {after['said'].lower() if after else ''}"
    yield from _WORD.findall(said)
    yield from (_FORMS[word] for word in said.split() if word in _FORMS)
    if _OFFICERS & set(said.split()):
        yield "officer"
