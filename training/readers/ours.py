"""Our own marked reports, every layer of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus.tools.gold import Report, read
from corpus.tools.quotes import anchor, find, gap, occurrences, parts

from sayso.read.schema import LAYERS

from ..example import Class, Example, Link, Span, apart

FILES = ("*.gold.yaml", "*.txt")
_CLAIMED = frozenset({"source", "cue", "content", "own", "hedge"})
_Place = tuple[int, int]


def examples(folder: Path) -> Iterator[Example]:
    """Read the reports of one split. Raises `ValueError` where a file cannot be read."""
    corpus = read(folder)
    if corpus.faults:
        raise ValueError(f"{folder} cannot be trained on: {corpus.faults[0]}")
    yield from map(example, corpus.reports)


def example(report: Report) -> Example:
    """Bring one report into the common form."""
    marks = _Marks(report.text)
    _mentions(report, marks)
    for claim in report.claims:
        _claim(claim, marks)
    for event in report.gold.get("events", []):
        _event(report, event, marks)
    _edges(report, marks)
    covers = frozenset(LAYERS) - {"phrase"} - (frozenset() if report.gold.get("complete", True) else _CLAIMED)
    links = {(link.relation, link.origin, link.target): link for link in marks.links}
    told = {link[:2] for link in links if link[2] is not None}
    kept = (link for key, link in links.items() if key[2] is not None or key[:2] not in told)
    return Example(report.text, apart(tuple(marks.spans)), tuple(kept), tuple(marks.classes), covers)


class _Marks:
    """What has been found in a report so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.links: list[Link] = []
        self.classes: list[Class] = []

    def span(self, layer: str, place: _Place, kind: str = "span") -> None:
        self.spans.append(Span(layer, *place, (kind,)))

    def link(self, relation: str, origin: _Place, target: _Place | None) -> None:
        self.links.append(Link(relation, origin[0], target[0] if target else None))

    def classify(self, names: tuple[str, ...], marked: dict[str, Any], at: _Place) -> None:
        self.classes += [Class(name, at[0], marked[name]) for name in names if name in marked]

    def nearest(self, quote: str, to: _Place) -> _Place | None:
        return min(occurrences(self.text, quote), key=lambda hit: gap(hit, to), default=None)


def _mentions(report: Report, marks: _Marks) -> None:
    """Mark every occurrence of every name; the other names of one thing have its type."""
    gold = report.gold
    types = {name: kind for kind, names in gold.get("mentions", {}).items() for name in names}
    for group in gold.get("same_entity", []):
        kind = next((types[name] for name in group if name in types), None)
        types = {name: kind for name in group if kind} | types
    types = {place["quote"]: "place" for place in gold.get("places", [])} | types
    types |= {quote: "time" for time in gold.get("times", []) for quote in (time["quote"], *time.get("also", []))}
    for name, kind in types.items():
        for place in occurrences(report.text, name):
            marks.span("mention", place, kind)


def _claim(claim: dict[str, Any], marks: _Marks) -> None:
    content = parts(marks.text, claim)
    if not content:
        return
    layer = "content" if claim["chain"] else "own"
    for place in content:
        marks.span(layer, place)
    marks.classify(("kind", "polarity", "certainty"), claim, content[0])
    for hedge in claim.get("hedges", []):
        if nearest := marks.nearest(hedge, content[0]):
            marks.span("hedge", nearest)
    if claim["chain"]:
        _chain(claim, content, marks)


def _chain(claim: dict[str, Any], content: list[_Place], marks: _Marks) -> None:
    """Mark speaker and relays. A relay's cue hangs on its label, the speaker's on the content."""
    found = [anchor(marks.text, content[0], link) for link in claim["chain"]]
    for (label, cue), link in zip(found, claim["chain"], strict=True):
        _voice(marks, label, cue, link)
    first, *rest = content
    for piece in content:
        marks.link("source", piece, found[0][0])
        marks.link("cue", piece, found[0][1])
    if not rest:
        marks.link("rest", first, None)
    for piece in rest:
        marks.link("rest", first, piece)
    for (inner, _), (outer, cue) in pairwise(found):
        if inner and outer:
            marks.link("relay", inner, outer)
        if outer:
            marks.link("cue", outer, cue)
    if found[-1][0]:
        marks.link("relay", found[-1][0], None)


def _voice(marks: _Marks, label: _Place | None, cue: _Place | None, link: dict[str, Any]) -> None:
    """Mark one voice of a chain and what stands for it."""
    if cue:
        marks.span("cue", cue)
    if label:
        marks.span("source", label)
        marks.classify(("voice",), {"voice": link["kind"]}, label)
        marks.link("antecedent", label, _antecedent(marks, label, link))


def _antecedent(marks: _Marks, label: _Place, link: dict[str, Any]) -> _Place | None:
    """Find the words that name the source in full: the nearest before the label, else the first after it."""
    name = link.get("entity")
    if not name or name == link["label"]:
        return None
    hits = [hit for hit in occurrences(marks.text, name) if gap(hit, label)]
    before = [hit for hit in hits if hit[0] < label[0]]
    return before[-1] if before else next(iter(hits), None)


def _event(report: Report, event: dict[str, Any], marks: _Marks) -> None:
    trigger = _trigger(report.text, event)
    if trigger is None:
        return
    marks.span("trigger", trigger)
    told = {"event": event["type"], "polarity": "positive", "certainty": "certain"} | event
    marks.classify(("event", "polarity", "certainty"), told, trigger)
    for role in ("actor", "recipient", "place"):
        place = marks.nearest(event[role], trigger) if role in event else None
        marks.link(role, trigger, place)
        if place:
            marks.span("argument", place)
    marks.link("time", trigger, _time(report, event, trigger, marks))


def _trigger(text: str, event: dict[str, Any]) -> _Place | None:
    """Find the trigger: in its context where one is given, else by its number."""
    context = find(text, event["context"]) if "context" in event else None
    hits = occurrences(text, event["trigger"])
    inside = [hit for hit in hits if context and context[0] <= hit[0] and hit[1] <= context[1]]
    return inside[0] if inside else find(text, event["trigger"], event.get("nth", 1))


def _time(report: Report, event: dict[str, Any], trigger: _Place, marks: _Marks) -> _Place | None:
    """Find the nearest words that give the time of an event."""
    times = event.get("time", [])
    wanted = {times} if isinstance(times, str) else set(times)
    quotes = [
        quote
        for time in report.gold.get("times", [])
        if wanted & set(time["edtf"])
        for quote in (time["quote"], *time.get("also", []))
    ]
    hits = [hit for quote in quotes if (hit := marks.nearest(quote, trigger))]
    return min(hits, key=lambda hit: (gap(hit, trigger), hit[0] - hit[1]), default=None)


def _edges(report: Report, marks: _Marks) -> None:
    """Mark notices and furniture."""
    header = report.gold["report"]
    for notice in header.get("notices", []):
        if place := find(report.text, notice["quote"], notice.get("nth", 1)):
            marks.span("notice", place, notice["kind"])
    for quote in header.get("furniture", []):
        if place := find(report.text, quote):
            marks.span("furniture", place)
