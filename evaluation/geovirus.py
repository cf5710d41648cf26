"""Figures for places on GeoVirus (Wikinews articles): `python evaluation/geovirus.py FOLDER [--gazetteer FILE ...]`.

FOLDER holds `GeoVirus.xml`. A fifth of the articles is held out by a hash of the title: the grammar, the word lists and
the weights were made without a look at those. Marked are names of places, not their nationalities; what the program
says of phrases ("80 km west of X") and borders is therefore left out. Per part of the corpus:

- tagging: names found, with the same ends, and with an overlap;
- resolved: of the marked names that were found, how many were given coordinates;
- within 161 km (100 miles), of those with coordinates, and the median distance;
- the same, or within the radius that the program itself states: the marked point of a country or a province is one of
  many that its middle could be;
- end to end: of all marked names, how many were found and lie within 161 km.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from sayso.places import Gazetteer, find
from sayso.places.geodesy import distance_m
from sayso.read import read
from sayso.records import Block, Place, Text
from sayso.spans import Span, cut

NEAR_KM = 161


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked name: its range in the text and the coordinates given for it."""

    start: int
    end: int
    name: str
    lat: float
    lon: float


@dataclass(slots=True)
class Tally:
    """Counts over one part of the corpus."""

    marked: int = 0
    found: int = 0
    exact: int = 0
    right: int = 0
    met: int = 0
    stated: int = 0
    ways: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def add(self, title: str, body: str, marks: list[Mark], places: list[Place]) -> None:
        """Count one article."""
        self.marked += len(marks)
        self.found += len(places)
        ends = {(mark.start, mark.end) for mark in marks}
        for place in places:
            self.exact += (place.span.start, place.span.end) in ends
            inside = any(place.span.start < mark.end and mark.start < place.span.end for mark in marks)
            self.right += inside
            if not inside:
                self.note("invented", title, body, place.span, str(place.name))
        for mark in marks:
            self._mark(title, body, mark, [p for p in places if p.span.start < mark.end and mark.start < p.span.end])

    def _mark(self, title: str, body: str, mark: Mark, near: list[Place]) -> None:
        self.met += bool(near)
        span = cut(body, mark.start, mark.end)
        if not near:
            self.note("missed", title, body, span, "")
            return
        place = near[0]
        if place.lat is None or place.lon is None:
            self.note("unresolved", title, body, span, " ".join(place.because))
            return
        way = distance_m(mark.lat, mark.lon, place.lat, place.lon) / 1000
        self.ways.append(way)
        self.stated += way <= max(NEAR_KM, (place.radius_m or 0) / 1000)
        if way > NEAR_KM:
            what = f"{way:.0f} km off, {place.name} ({place.country}, {place.basis}) {' '.join(place.because)}"
            self.note("far", title, body, span, what)

    def note(self, kind: str, title: str, body: str, span: Span, what: str) -> None:
        """Keep one error with the words around it."""
        around = f"{body[max(0, span.start - 50) : span.start]}[{span.text}]{body[span.end : span.end + 40]}"
        self.errors.append("\t".join((kind, title[:30], " ".join(around.split()), what)))

    def lines(self) -> list[str]:
        """Return the figures, a line each."""
        near = sum(way <= NEAR_KM for way in self.ways)
        precision, recall = self.right / max(1, self.found), self.met / max(1, self.marked)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        strict = 2 * self.exact / max(1, self.found + self.marked)
        return [
            f"tagging, overlap    P {precision:.3f} ({self.right}/{self.found})"
            f"  R {recall:.3f} ({self.met}/{self.marked})  F1 {f1:.3f}",
            f"tagging, same ends  F1 {strict:.3f} ({self.exact})",
            f"resolved            {len(self.ways) / max(1, self.met):.3f} ({len(self.ways)}/{self.met})",
            f"within {NEAR_KM} km       {near / max(1, len(self.ways)):.3f} ({near}/{len(self.ways)})"
            f"  median {statistics.median(self.ways or [0]):.1f} km",
            f"or stated radius    {self.stated / max(1, len(self.ways)):.3f} ({self.stated}/{len(self.ways)})",
            f"end to end          {near / max(1, self.marked):.3f} ({near}/{self.marked})",
        ]


def held_out(title: str) -> bool:
    """Whether an article belongs to the fifth that nobody looks at."""
    return int(hashlib.sha256(title.encode()).hexdigest(), 16) % 5 == 0


def articles(path: Path) -> Iterator[tuple[str, str, list[Mark]]]:
    """Yield title, text and marks of each article; the offsets of the file count from 1."""
    for article in ElementTree.parse(path).getroot().iter("article"):
        body = article.findtext("text") or ""
        marks = [
            Mark(
                int(item.findtext("start") or 0) - 1,
                int(item.findtext("end") or 0) - 1,
                item.findtext("name") or "",
                float(item.findtext("lat") or 0),
                float(item.findtext("lon") or 0),
            )
            for item in article.iter("location")
        ]
        yield article.findtext("source") or "", body, marks


def names(body: str, gazetteer: Gazetteer) -> list[Place]:
    """Return the names of places that the program finds, without the phrases that only describe one."""
    text = Text(body, (Block(cut(body, 0, len(body)), "paragraph"),), language="en")
    places = find(text, read(text).mentions, gazetteer)
    return [place for place in places if place.name is not None]


def main() -> int:
    """Print the figures, and with --errors those of the articles that are not held out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gazetteer", type=Path, nargs="*", default=[], help="country files added to the shipped one")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    gazetteer = Gazetteer.open(extra=options.gazetteer)
    tallies = {False: Tally(), True: Tally()}
    for title, body, marks in articles(options.folder / "GeoVirus.xml"):
        tallies[held_out(title)].add(title.rpartition("/")[2], body, marks, names(body, gazetteer))
    for held, tally in tallies.items():
        sys.stdout.write("\n".join(["held out" if held else "looked at", *tally.lines(), "", ""]))
    if options.errors:
        sys.stdout.write("\n".join(sorted(tallies[False].errors)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
