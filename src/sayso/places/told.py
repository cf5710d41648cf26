"""What kind of place the words in and around a name say that it is."""

from __future__ import annotations

import re
from typing import cast

from sayso.places.evidence import Kind
from sayso.places.lexicon import kinds, words
from sayso.places.scan import Run

_AFTER = re.compile(r"(?: [a-z-]+\b){1,3}")
_OWNED = re.compile(r"(?:[’']s?)(?: (?:north|south|east|west)[a-z-]*ern)? (?P<kind>[a-z]+)\b")
_APPOSED = re.compile(
    r",? (?:is )?an? (?:[a-z-]+ ){0,2}?(?P<kind>city|district|hamlet|island|neighbourhood|suburb|town|village)\b"
)
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
    hit = _AFTER.match(after)
    ahead = hit[0].split() if hit else []
    at = next((number for number, word in enumerate(ahead) if word not in words("facility_parts")), len(ahead))
    if at < len(ahead) and kind_of(ahead[at]) == "facility":
        return "facility", sum(len(word) + 1 for word in ahead[: at + 1])
    return _said_after(after, ahead[0] if ahead else "") or _before(before), 0


def _said_after(after: str, first: str) -> Kind:
    """Return the kind told behind a name: "Anbar province", "Karm, a village"; of what it owns, its surroundings."""
    apposed, owned = _APPOSED.match(after), _OWNED.match(after)
    if first:
        return kind_of(first) or ("loose" if first in words("loose") else "")
    if owned and owned["kind"] in words("loose"):
        return "land" if kind_of(owned["kind"]) == "land" else "loose"
    return kind_of(apposed["kind"]) if apposed else ""


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
