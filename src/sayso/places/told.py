"""What kind of place the words in and around a name say that it is."""

from __future__ import annotations

import re
from typing import cast

from sayso.places.evidence import Kind
from sayso.places.lexicon import kinds, words
from sayso.places.scan import Run

_KIND_AFTER = re.compile(r" ((?:[a-z]+ ){0,2}?)([a-z-]+)\b")
_KIND_BEFORE = re.compile(r"\b([A-Za-z-]+)(?P<of> of(?: the)?|(?<=capital),|(?<=city),)? $")


def kind_of(word: str) -> Kind:
    """Return the kind of place a word stands for, in lower case; empty for other words."""
    return cast("Kind", kinds().get(word, ""))


def tail(run: Run) -> int:
    """Return how many words at the end of a run say what it is: 1 for "Anbar Province", 2 for "Incirlik Air Base"."""
    if len(run) < 2 or not kind_of(run[-1].lower) or run[-1].lower == "department":
        return 0
    parts = 1
    while (
        kind_of(run[-1].lower) == "facility"
        and parts < len(run) - 1
        and run[-1 - parts].lower in words("facility_parts")
    ):
        parts += 1
    return parts


def kind_around(before: str, after: str) -> tuple[Kind, int]:
    """Return the kind told by the words around, and by how much a facility's name is longer for them."""
    hit = _KIND_AFTER.match(after)
    if hit:
        kind = kind_of(hit[2])
        if kind == "facility" and all(word in words("facility_parts") for word in hit[1].split()):
            return kind, hit.end()
        if kind and not hit[1]:
            return kind, 0
        if hit[1] == "" and hit[2] in words("loose"):
            return "loose", 0
    return _before(before), 0


def _before(before: str) -> Kind:
    """Return the kind told by the words before a name: "the village of", "the capital,"; not by "the capital of"."""
    hit = _KIND_BEFORE.search(before)
    kind = kind_of(hit[1].lower()) if hit else ""
    if not hit or kind == "facility":
        return ""
    several = hit[1].lower() in words("capitals")
    if hit["of"] == " of":
        return "" if several else kind
    return kind if hit[1].islower() and (not several or hit[1] == "capital") else ""
