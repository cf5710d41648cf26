"""Places told by others: "about 12 km north-east of X", "between A and B", "on the A-B road", "H, west of Q"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.places import grammar
from sayso.places.geodesy import Circle, between, offset
from sayso.places.lexicon import load
from sayso.places.toponyms import Toponym
from sayso.spans import Span, cut

Sort = Literal["offset", "direction", "distance", "near", "edge", "between", "within"]

_BEFORE = 110  # characters looked at before a name
_NEAR_M, _EDGE_M = 10_000, 3_000  # how far beyond a place's extent "near" and "on the outskirts of" reach
_UNSAID_M = 10_000  # "west of Q" with no distance: taken for this far, give or take as much
_ASIDE = re.compile(r",[^.;:!?]{1,90}, ")
_LISTED = 10  # names looked at in a list, either side
_WIDE_M = 40_000  # extent from which "north of X" says no more than X


@dataclass(frozen=True, slots=True)
class Description:
    """Words that say where a place lies from one or two named ones.

    `target` is the number of the name described, None where the words stand for the place themselves; `anchors` are the
    numbers of the names it is told by. Metres, and degrees from north with the spread of the compass word either side.
    """

    span: Span
    sort: Sort
    anchors: tuple[int, ...]
    target: int | None = None
    bearing_deg: float | None = None
    spread_deg: float = 0.0
    distance_m: float | None = None
    precision_m: float = 0.0


def find(body: str, names: Sequence[Toponym]) -> list[Description]:
    """Find the descriptions of places among the names of a text, in order."""
    found = list(_between(body, names))
    taken = {number for item in found for number in item.anchors}
    for number, name in enumerate(names):
        if number not in taken and name.sure:
            floor = names[number - 1].span.end if number else 0
            found += _before(body, names, number, max(floor, name.span.start - _BEFORE))
    return sorted(found, key=lambda item: item.span.start)


def containers(body: str, names: Sequence[Toponym]) -> dict[int, tuple[int, bool]]:
    """Return for each name the number of the area it is said to lie in, and whether "in" or "of" says so outright.

    "X in Anbar province" says so; in "X, Texas" only the comma does, which also parts the names of a list. What no list
    has may also lie in a town: "the X camp in Gusau".
    """
    found = {}
    for number, (left, right) in enumerate(pairwise(names)):
        gap = body[left.span.end : right.span.start]
        area = right.kind == "area" or any(entry.feature[0] in "AL" for entry in right.entries[:3])
        town = bool(right.entries) and not any(entry.exact for entry in left.entries)
        hit = grammar.contained().fullmatch(gap) if (area or town) and len(gap) < 70 else None
        if hit and (area or hit["firm"]):
            found[number] = (number + 1, bool(hit["firm"]))
    return found


def lists(body: str, names: Sequence[Toponym]) -> dict[int, range]:
    """Return for each name of a list those that stand closest to it there: "in Ohio, Oregon and New York"."""
    found: dict[int, range] = {}
    first = 0
    for number in range(1, len(names) + 1):
        left = names[number - 1].span.end
        if number < len(names) and grammar.further().fullmatch(body, left, names[number].span.start):
            continue
        whole = range(first, number) if number - first > 1 else range(0)
        found |= {at: range(max(first, at - _LISTED), min(number, at + _LISTED + 1)) for at in whole}
        first = number
    return found


def circle(item: Description, anchors: Sequence[Circle]) -> Circle:
    """Return where a description puts its place, by the point-radius method (Wieczorek et al. 2004)."""
    anchor = anchors[0]
    if item.sort == "between":
        return between(*anchors)
    if item.sort == "offset":
        return offset(anchor, item.bearing_deg or 0.0, item.distance_m or 0.0, item.spread_deg, item.precision_m)
    if item.sort == "direction" and anchor.radius_m < _WIDE_M:
        return offset(anchor, item.bearing_deg or 0.0, _UNSAID_M, item.spread_deg, _UNSAID_M)
    margin = {"distance": (item.distance_m or 0.0) + item.precision_m, "near": _NEAR_M, "edge": _EDGE_M}
    return Circle(anchor.lat, anchor.lon, anchor.radius_m + margin.get(item.sort, 0.0))


def _between(body: str, names: Sequence[Toponym]) -> Iterator[Description]:
    """Find "between A and B", "on the A-B road", "the road from A to B"."""
    for number, (left, right) in enumerate(pairwise(names)):
        gap = body[left.span.end : right.span.start]
        if not grammar.pair().fullmatch(gap) or any(_is_country(name) for name in (left, right)):
            continue
        after = grammar.road_after().match(body, right.span.end) if len(gap) == 1 else None
        ahead = grammar.pair_before().search(body[max(0, left.span.start - _BEFORE) : left.span.start])
        if after:
            span = cut(body, left.span.start, after.end())
        elif ahead:
            span = cut(body, left.span.start - len(ahead[0]), right.span.end)
        else:
            continue
        yield Description(span, "between", (number, number + 1), _target(body, names, number, span.start))


def _is_country(name: Toponym) -> bool:
    return bool(name.entries) and name.entries[0].feature.startswith("A.PCL")


def _before(body: str, names: Sequence[Toponym], number: int, floor: int) -> Iterator[Description]:
    """Find what stands directly before a name and puts another place near it."""
    anchor = names[number]
    hit = grammar.ahead().search(body[floor : anchor.span.start])
    if not hit:
        return
    span = cut(body, floor + hit.start(), anchor.span.end)
    target = _target(body, names, number, span.start)
    bearing, spread = _compass(hit["bearing"] or hit["toward"])
    distance, precision = _length(hit)
    sort: Sort = "edge" if hit["edge"] else "near" if hit["near"] else "direction"
    if distance is not None:
        sort = "distance" if bearing is None else "offset"
    yield Description(span, sort, (number,), target, bearing, spread, distance, precision)


def _target(body: str, names: Sequence[Toponym], anchor: int, start: int) -> int | None:
    """Return the number of the name that a description belongs to, or None.

    Nothing but "located", a comma … parts them; a hotel, a village … may also be told more of in between, by commas.
    """
    for number in range(anchor - 1, max(-1, anchor - 5), -1):
        gap = body[names[number].span.end : start]
        if len(gap) > 110 or any(mark in gap for mark in ".;!?\n"):
            return None
        if (number == anchor - 1 and grammar.joint().fullmatch(gap)) or (names[number].kind and _ASIDE.fullmatch(gap)):
            return number
    return None


def _compass(text: str | None) -> tuple[float | None, float]:
    """Return the bearing of a compass word and how far either side it reaches: 45 degrees for "north", 22.5 for two."""
    if not text:
        return None, 0.0
    parts = re.findall(r"north|south|east|west", text.lower())
    word = "-".join((parts[0], "".join(parts[1:]))) if len(parts) == 3 else "".join(parts)
    bearing = load("relative.toml")["bearings"].get(word)
    return (None, 0.0) if bearing is None else (float(bearing), 90 / 2 ** len(parts))


def _length(hit: re.Match[str]) -> tuple[float | None, float]:
    """Return a distance and its precision in metres: half of its last digit that is not nought, doubled by "about"."""
    if not hit["number"]:
        return None, 0.0
    unit = float(load("relative.toml")["units"][hit["unit"].lower()])
    said = hit["number"].lower()
    number = float(load("relative.toml")["numbers"].get(said) or said.replace(",", "."))
    step = 0.1 if number % 1 else 10.0 if number % 10 == 0 else 1.0
    return number * unit, step * unit / 2 * (2 if hit["about"] else 1)


def borders(body: str, start: int, end: int) -> Iterator[tuple[Span, str, str]]:
    """Yield the words for a border, with what they call the country on either side; one may stay unsaid."""
    for hit in grammar.border().finditer(body, start, end):
        one = hit["one"] or hit["first"] or hit["beyond"] or hit["people"]
        yield cut(body, hit.start(), hit.end()), one, hit["other"] or hit["second"] or ""
