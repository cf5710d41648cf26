"""`make bench-pages`: how long each page and each search takes at the server, over a store of generated reports.

Reports and incidents are written through the store's own functions, not read by the encoder. Figures, not limits.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time

from evaluation.bench import generate
from sqlalchemy import insert
from starlette.testclient import TestClient

from sayso.contract import incident_to_json
from sayso.incidents import Incident, Origin, Sighted, State, Stated
from sayso.link.filing import VERSION
from sayso.outline import View
from sayso.records import Block, Claim, Event, Link, Meta, Place, Reading, Report, Text, Time
from sayso.settings import Settings
from sayso.spans import Span, cut
from sayso.store import Store
from sayso.store.filed import accounts, linked_by, tellings, unlinked
from sayso.store.linking import Settling
from sayso.store.rows import ReadingRows, report_row
from sayso.store.tables import custody, reports
from sayso.web import create_app

AT_ONCE = 500  # reports to a transaction
TOLD_BY = 3  # reports of one incident
STATES: tuple[State, ...] = ("single-origin", "corroborated", "disputed", "denied")
# Towns, districts and provinces: name, country, where, and how far from there it may be, in metres.
PLACES = (
    ("Hasakeh", "SY", 36.50, 40.75, 9_000), ("Tal Abyad", "SY", 36.70, 38.96, 6_000),
    ("Kirkuk", "IQ", 35.47, 44.39, 14_000), ("Zawiya", "LY", 32.76, 12.73, 8_000),
    ("Ansongo", "ML", 15.66, 0.50, 7_000), ("Um Rawaba", "SD", 12.91, 31.22, 6_000),
    ("Marib", "YE", 15.46, 45.33, 120_000), ("Deir Ezzor", "SY", 35.33, 40.14, 110_000),
    ("Pikit", "PH", 7.05, 124.67, 25_000), ("El Fasher", "SD", 13.63, 25.35, 12_000),
)  # fmt: skip
FIRST_DAY = date(2023, 1, 1).toordinal()
DAYS = 800
SEARCHES = (
    "convoy", "Marib", "convoy Kirkuk closed", '"the road between"', "onvoy", "2024-03", "zzz", "Idris Tarig denied",
)  # fmt: skip


# ---- the reports ----


@dataclass(frozen=True, slots=True)
class Told:
    """A generated report with its reading, what it tells of, and when."""

    report: Report
    reading: Reading
    place: Place
    day: int


def told(number: int) -> Told:
    """Return report `number`: generated words of which every third sentence is a claim; always the same ones."""
    draw = random.Random(number // TOLD_BY)
    body = f"{generate(number)}\nReference {number}.\n"
    day = FIRST_DAY + draw.randrange(DAYS)
    hash_ = sha256(body.encode()).hexdigest()
    published = date.fromordinal(day + draw.randrange(4)).isoformat()
    place = _place(body, draw.choice(PLACES))
    claims = tuple(_claims(body, draw))
    event = Event("v1", claims[0].content[0], "ASSAULT", place="p1", time="t1")
    blocks = tuple(Block(span, "paragraph") for span in _runs(body, "\n\n"))
    outlet = draw.choice(("Nahr Wire", "Radio Khabur", "Badia Post"))
    text = Text(body, blocks, title=blocks[0].span, outlet=outlet, published=published, language="en")
    times = (Time("t1", blocks[0].span, date.fromordinal(day).isoformat()),)
    reading = Reading(hash_, "generated", text, times=times, places=(place,), events=(event,), claims=claims)
    meta = Meta(outlet=outlet, published=published)
    name = f"report-{number:06}.txt"
    report = Report(hash_[:16], hash_, name, f"/bench/{name}", "text", meta, "2026-01-01T00:00:00Z")
    return Told(report, reading, place, day)


def _runs(body: str, between: str) -> Iterator[Span]:
    at = 0
    for part in body.split(between):
        if part.strip():
            start = at + len(part) - len(part.lstrip())
            yield cut(body, start, start + len(part.strip()))
        at += len(part) + len(between)


def _place(body: str, spot: tuple[str, str, float, float, int]) -> Place:
    name, country, lat, lon, radius = spot
    at = max(body.find(name), 0)
    span = cut(body, at, at + len(name))
    return Place("p1", span, "gazetteer", name, None, country, None, lat, lon, radius)


def _claims(body: str, draw: random.Random) -> Iterator[Claim]:
    for number, span in enumerate(list(_runs(body, ". "))[1::3], 1):
        chain = (Link(cut(body, span.start, span.start + 8), "unnamed"),) if draw.random() < 0.7 else ()
        yield Claim(f"c{number}", (span,), chain, "denial" if draw.random() < 0.1 else "report")


# ---- the store ----


def fill(folder: Path, count: int) -> None:
    """Write so many reports, and an incident for every few of them, into a workspace folder."""
    with Store.open(folder) as store:
        for start in range(0, count, AT_ONCE):
            _write(store, [told(number) for number in range(start, min(start + AT_ONCE, count))])
            sys.stderr.write(f"\r{min(start + AT_ONCE, count):,} of {count:,} reports")
        with store._writing() as connection:
            connection.execute(unlinked.delete())
            connection.execute(insert(linked_by), {"version": VERSION})
    sys.stderr.write("\n")


def _write(store: Store, found: list[Told]) -> None:
    """Keep some reports in one transaction, as `Store.save` keeps each in its own."""
    with store._writing() as connection:
        for one in found:
            line = {"at": one.report.added, "sha256": one.report.sha256, "origin": one.report.origin, "tool": "bench"}
            connection.execute(insert(custody), line | {"previous": "", "hash": one.report.sha256})
            key = connection.execute(insert(reports), report_row(one.report)).inserted_primary_key
            assert key is not None
            store._append(connection, key[0], ReadingRows(one.report, one.reading), one.report.added)
            _telling(Settling(connection), key[0], one)
        for start in range(0, len(found), TOLD_BY):
            _conclude(Settling(connection), found[start : start + TOLD_BY])


def _telling(files: Settling, key: int, one: Told) -> None:
    name = f"{one.report.id}:v1"
    row = {"id": name, "report": key, "account": name, "published": one.day + 1, "claims": '["c1"]'}
    files._connection.execute(insert(accounts), {"id": name, "document": "{}", "pool": name, "level": 0.0})
    files._connection.execute(insert(tellings), row)


def _conclude(files: Settling, group: list[Told]) -> None:
    first = group[0]
    claims = tuple(
        Stated(
            one.report.id, one.report.name, claim.id, claim.content, "denies" if claim.kind == "denial" else "supports"
        )
        for one in group
        for claim in one.reading.claims[:3]
    )
    incident = Incident(
        id=f"i-{first.report.id}:v1",
        type="ASSAULT",
        time=date.fromordinal(first.day).isoformat() if first.day % 7 else None,
        place=Sighted(first.report.id, first.place) if first.day % 5 else None,
        claims=claims,
        origins=tuple(Origin(f"o{number}", (one.report.id,), ()) for number, one in enumerate(group, 1)),
        state=STATES[first.day % len(STATES)],
        because=("It is generated.",),
    )
    document = json.dumps(incident_to_json(incident), ensure_ascii=False, separators=(",", ":"))
    files.conclude(incident.id, first.day, document, {f"{one.report.id}:v1" for one in group})


# ---- the measures ----


def pages(folder: Path) -> list[str]:
    """Return the addresses that are measured: every page, and searches of several kinds."""
    with Store.open(folder) as store:
        report = store.listed(limit=1)[0].report.id
        incident = store.outlines.listed(View(), 0, 1)[0].id
    found = ["/", "/incidents", "/incidents?state=disputed", f"/i/{incident}", "/reports", "/reports?page=1000"]
    found += ["/reports?q=convoy", f"/d/{report}/v/1", f"/d/{report}/v/1.json", "/sources", "/source?name=Nahr%20Wire"]
    found += ["/source?name=Nahr%20Wire&page=300", "/sources?page=3", "/export", f"/export?incident={incident}"]
    found += [
        f"/brief?incident={incident}",
        "/export?of=source&source=Nahr%20Wire",
        "/export?page=600",
        "/brief?page=600",
    ]
    found += ["/review", "/timeline", "/timeline?since=2024-01&until=2024-02", "/map", "/map.json", "/search", "/about"]
    found += [f"/search?q={words}" for words in SEARCHES]
    filters = (
        "state=disputed|place=Kirkuk|source=Radio|since=2024-01&until=2024-02|since=2024-01&dated=event|reviewed=no"
    )
    return found + [f"/search?q=convoy&{one}" for one in filters.split("|")]


def measure(client: TestClient, path: str, times: int) -> str:
    """Return a line of figures: medians of time and of processor time in milliseconds, status, length of the answer.

    Processor time is what the answer costs where other work keeps this machine busy.
    """
    taken, worked = [], []
    for _ in range(times):
        began, working = perf_counter(), process_time()
        answer = client.get(path)
        taken.append((perf_counter() - began) * 1000)
        worked.append((process_time() - working) * 1000)
    figures = f"{statistics.median(taken):8.1f} ms {statistics.median(worked):8.1f} ms"
    return f"{figures}  {answer.status_code}  {len(answer.content) / 1000:7.1f} kB  {path}\n"


def main() -> None:
    """Fill a store where none is given and print the median for every page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, help="how many reports are generated")
    parser.add_argument("--times", type=int, default=50, help="how often each page is asked for")
    parser.add_argument("--folder", type=Path, help="a workspace to fill and keep; one that is filled is measured")
    parser.add_argument("--only", default="", help="measure only addresses with these letters")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or Path(made)
        if not Store.exists(folder):
            began = perf_counter()
            fill(folder, given.reports)
            sys.stdout.write(f"{given.reports:,} reports written in {perf_counter() - began:.0f} s\n")
        size = (folder / "sayso.db").stat().st_size / 1e6
        sys.stdout.write(f"{size:,.0f} MB of database; time, processor time, status, length, address:\n")
        with TestClient(create_app(folder, Settings()), base_url="http://127.0.0.1:8737") as client:
            for path in pages(folder):
                if given.only in path:
                    sys.stdout.write(measure(client, path, given.times))
                    sys.stdout.flush()


if __name__ == "__main__":
    main()
