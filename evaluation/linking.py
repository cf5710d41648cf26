"""`make bench-linking`: what it costs to add one more report, as reports grow many. Figures, not limits.

Reports are generated with their readings, ten claims each, so that only keeping and linking are measured, in processor
seconds, which other work on the machine does not lengthen. The days they tell of grow with their number, as an archive
does; each incident has three to six reports, some of them copies. `--copies` adds so many copies of a story at the end.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from time import process_time

from sayso.archive.custody import custody
from sayso.link.decisions import UNDECIDED
from sayso.link.linker import Linker
from sayso.link.source import Source
from sayso.records import Block, Claim, Entity, Event, Link, Mention, Meta, Place, Reading, Report, Text, Time, Toll
from sayso.spans import cut
from sayso.store import Store

SETTLED = 128  # reports after which one call of `add` makes the incidents that are due
FIRST = date(2020, 1, 1)
A_DAY = 40  # reports
TOWNS = 300
KINDS = ("Brigade", "Front", "Guard", "Column", "Army", "Movement", "Shield", "Militia", "Union", "Council")
DEEDS = ("shelled", "bombed", "raided", "burned", "shot at", "attacked")
THINGS = ("market", "depot", "convoy", "checkpoint", "school", "bridge", "clinic", "mill", "garage", "camp", "bus")
CONSONANTS = "bdfklmnrstv"  # which no two spellings of one name have for each other
VOWELS = "aeiou"
PEOPLE = 9000
WHO = (
    "a shopkeeper", "the fire service", "two teachers", "a nurse", "the water board", "an engineer", "three drivers",
    "a farmer", "the town clerk", "a widow", "some pupils", "the ferry crew", "an imam", "a tailor", "the coroner",
)  # fmt: skip
DID = (
    "saw smoke", "closed the road", "left on foot", "heard nothing more", "counted broken windows", "lost power",
    "carried water", "asked for tents", "waited until nightfall", "buried relatives", "found a notebook",
    "refused to leave", "swept glass", "hid in a cellar", "sent for blankets", "turned lorries back",
)  # fmt: skip
WHERE = (
    "near the {thing}", "outside {town}", "by the canal", "beyond the railway", "at the old fort", "in the orchard",
    "along the ring road", "below the dam", "behind the hospital", "on the hill", "at the crossroads", "in the yard",
)  # fmt: skip


def name(number: int) -> str:
    """Return name `number`, made up; no two have the same consonants."""
    draw = random.Random(f"name {number}")
    letters = [CONSONANTS[number // len(CONSONANTS) ** place % len(CONSONANTS)] for place in range(4)]
    return "".join(letter + draw.choice(VOWELS) for letter in letters).capitalize()


@dataclass(frozen=True)
class Story:
    """One occurrence, as several reports tell it."""

    day: date
    town: int
    deed: str
    thing: str
    dead: int
    group: str

    @property
    def place(self) -> str:
        """The town's name, which is made up."""
        return name(PEOPLE + self.town)


def story(number: int, of: int) -> Story:
    """Return story `number` of an archive of so many reports a day; always the same one."""
    draw = random.Random(f"story {number}")
    day = FIRST + timedelta(days=number * 4 // of)
    group = f"{_somebody(draw)} {draw.choice(KINDS)}"
    return Story(day, draw.randrange(TOWNS), draw.choice(DEEDS), draw.choice(THINGS), draw.randint(1, 40), group)


def sentences(told: Story, draw: random.Random) -> list[str]:
    """Return what one report says of a story."""
    lead = f"{told.group} {told.deed} the {told.thing} in {told.place} on {told.day:%-d %B}, killing {told.dead} people"
    said = (f"{draw.choice(WHO)} {draw.choice(DID)} {draw.choice(WHERE)}" for _ in range(9))
    return [lead, *(f"{_somebody(draw)} said that {one.format(thing=told.thing, town=told.place)}" for one in said)]


def _somebody(draw: random.Random) -> str:
    return f"{name(draw.randrange(PEOPLE))} {name(draw.randrange(PEOPLE))}"


def reading(told: Story, outlet: str, said: list[str]) -> Reading:
    """Return the reading of a report that says this."""
    body = "\n".join(f"{one}." for one in said)
    digest = sha256(f"{outlet}\n{body}".encode()).hexdigest()
    starts = [body.index(one) for one in said]
    spans = [cut(body, start, start + len(one)) for start, one in zip(starts, said, strict=True)]

    def at(words: str) -> int:
        return body.index(words)

    who, where, when = (cut(body, at(it), at(it) + len(it)) for it in (told.group, told.place, f"{told.day:%-d %B}"))
    deed, dead = (cut(body, at(it), at(it) + len(it)) for it in (told.deed, str(told.dead)))
    lat, lon = 10 + (told.town % 20) * 0.9, 20 + (told.town // 20) * 0.9
    place = Place("p1", where, "gazetteer", told.place, told.town + 1, "XA", None, lat, lon, 5000)
    toll = Toll("killed", told.dead, told.dead, dead)
    event = Event("v1", deed, "ASSAULT", ("m1",), (), "p1", "t1", tolls=(toll,))
    speakers = [cut(span.text, 0, span.text.index(" said")).text for span in spans[1:]]
    labels = [cut(body, start, start + len(name)) for start, name in zip(starts[1:], speakers, strict=True)]
    claims = [Claim("c1", (spans[0],), events=("v1",))]
    for number, (span, label) in enumerate(zip(spans[1:], labels, strict=True), 2):
        content = cut(body, span.start + span.text.index("that ") + 5, span.end)
        claims.append(Claim(f"c{number}", (content,), (Link(label, "named_person"),)))
    people = [Mention(f"m{number}", label, "person", f"e{number}") for number, label in enumerate(labels, 2)]
    entities = [Entity(one.entity or "", one.span.text, "person", (one.id,)) for one in people]
    published = (told.day + timedelta(days=1)).isoformat()
    text = Text(body, tuple(Block(span, "paragraph") for span in spans), None, None, outlet, published, None, "en")
    return Reading(
        digest, "bench", text, (Mention("m1", who, "armed_group", "e1"), *people),
        (Entity("e1", told.group, "armed_group", ("m1",)), *entities),
        (Time("t1", when, told.day.isoformat()),), (place,), (event,), tuple(claims),
    )  # fmt: skip


def archive() -> Iterator[Reading]:
    """Give the readings of an archive without end, in the order of the days they tell of."""
    number = 0
    while True:
        told = story(number, A_DAY)
        draw = random.Random(f"reports {number}")
        said = sentences(told, draw)
        for at in range(draw.randint(3, 6)):
            fresh = said if draw.random() < 0.3 else sentences(told, draw)
            yield reading(told, f"Outlet {draw.randrange(200)} {at}", fresh)
        number += 1


def copies() -> Iterator[Reading]:
    """Give copies of one story without end, by ever another outlet."""
    told = story(10**9, 10**10)
    said = sentences(told, random.Random(0))
    number = 0
    while True:
        yield reading(told, f"Paper {number}", said)
        number += 1


class Bench:
    """A store that reports are added to as one call of `add` does it: linked and settled many together."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder)
        self.linker = Linker(self.store.linking, self._source, lambda: UNDECIDED)
        self.linker.begin()

    def _source(self, report: str) -> tuple[Source, int]:
        version, found = self.store.reading(report)
        return Source(self.store.report(report), found), version.number

    def add(self, found: Reading, *, settle: bool = True) -> list[float]:
        """Add a report and, where asked, make all incidents that are due; return the seconds that each step took."""
        meta = Meta(outlet=found.text.outlet, published=found.text.published)
        report = Report(found.sha256[:16], found.sha256, "bench.txt", "bench", "text", meta, "2031-01-01T00:00:00Z")
        marks = [process_time()]
        self.store.save(report, found, lambda last: custody(last, report.added, report.sha256, "bench", "bench"))
        marks.append(process_time())
        self.linker.link(Source(report, found), 1)
        marks.append(process_time())
        if settle:
            self.linker.finish()
        marks.append(process_time())
        return [after - before for before, after in pairwise(marks)]


@dataclass(frozen=True)
class Row:
    """Seconds for a run of reports, and how many incidents there were at its end."""

    reports: int
    keeping: float
    linking: float
    settling: float
    incidents: int

    def __str__(self) -> str:
        """Return a line of the table."""
        whole = self.keeping + self.linking + self.settling
        parts = f"{self.keeping:8.1f} {self.linking:8.1f} {self.settling:8.1f} {whole:8.1f}"
        return f"{self.reports:>8,} {parts} {self.incidents:>9,}"


def measure(bench: Bench, readings: Iterator[Reading], count: int, step: int) -> Iterator[Row]:
    """Add so many readings and give a row for every step."""
    spent = [0.0, 0.0, 0.0]
    for number in range(1, count + 1):
        found = next(readings)
        settle = number % SETTLED == 0 or number % step == 0
        spent = [total + more for total, more in zip(spent, bench.add(found, settle=settle), strict=True)]
        if number % step == 0:
            yield Row(number, spent[0], spent[1], spent[2], bench.store.linking.count())
            spent = [0.0, 0.0, 0.0]


def crowd(bench: Bench, count: int) -> Row:
    """Add copies of one story, settled once at the end, as one call of `add` does."""
    spent = [0.0, 0.0, 0.0]
    for _, found in zip(range(count), copies(), strict=False):
        spent = [total + more for total, more in zip(spent, bench.add(found, settle=False), strict=True)]
    start = process_time()
    bench.linker.finish()
    return Row(count, spent[0], spent[1], process_time() - start, bench.store.linking.count())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5000, help="how many reports (5,000)")
    parser.add_argument("--step", type=int, default=1000, help="reports to a row (1,000)")
    parser.add_argument("--copies", type=int, default=0, help="copies of one story after them")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    options = parser.parse_args()
    say = sys.stderr.write if options.json else sys.stdout.write
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        say(" reports  keeping  linking settling  seconds incidents\n")
        for row in measure(bench, archive(), options.reports, options.step):
            rows.append(row)
            say(f"{row}\n")
        if options.copies:
            rows.append(crowd(bench, options.copies))
            say(f"{rows[-1]}  copies of one story, settled once\n")
    if options.json:
        sys.stdout.write(json.dumps([asdict(row) for row in rows], indent=2) + "\n")


if __name__ == "__main__":
    main()
