"""How well reports are grouped by the telling they go back to: `python -m evaluation.origins [--split dev]`.

The incident is given: which reports tell of it and, with the marks, by which claims, so that only the grouping is
measured. Readings are made of the marks (`marks`), or by the program, told the day of publication and the outlet.
Figures are those of pairs of reports of one incident that affirm it; an echo is counted as a second origin where it is
called independent of a report that it goes back to.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from corpus.tools import gold
from corpus.tools.quotes import overlap, parts

from sayso import workspace
from sayso.link.footing import Footing, footing
from sayso.link.independence import independent
from sayso.link.kinship import tie
from sayso.link.origins import origins
from sayso.records import Meta, Reading

from . import marked

ROOT = Path(__file__).resolve().parents[1]
Read = Callable[[gold.Report], Reading]
_SAME = 0.1  # of two contents that overlap: enough to find a marked claim again in a reading


@dataclass(slots=True)
class Tally:
    """Pairs of reports that were joined and share an origin, or only one of both; echoes; and what went wrong."""

    right: int = 0
    joined: int = 0
    shared: int = 0
    echoes: int = 0
    alone: int = 0
    doubled: int = 0
    apart: int = 0
    independent: int = 0
    several: int = 0
    several_shown: int = 0
    single: int = 0
    single_broken: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of joined pairs that share an origin."""
        return self.right / self.joined if self.joined else 0.0

    @property
    def recall(self) -> float:
        """Return the share of pairs of one origin that were joined."""
        return self.right / self.shared if self.shared else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        total = self.joined + self.shared
        return 2 * self.right / total if total else 0.0


def by_marks(report: gold.Report) -> Reading:
    """Read without a fault."""
    return marked.reading(report)


def by_program(report: gold.Report) -> Reading:
    """Read as the program does, told the day of publication and the outlet, as a feed or a sidecar would."""
    header = report.gold["report"]
    meta = Meta(published=header["published"], outlet=header.get("outlet"))
    return workspace.read(report.text.encode(), meta, name=report.path.name)


def measure(corpus: gold.Corpus, read: Read) -> Tally:
    """Group the reports of every marked incident and compare."""
    reports = {report.name: report for report in corpus.reports}
    readings: dict[str, Reading] = {}
    total = Tally()
    for incident in (incident for across in corpus.across for incident in across.incidents):
        names = [name for origin in incident["origins"] for name in origin["reports"]]
        if len(names) > 1:
            readings |= {name: read(reports[name]) for name in names if name not in readings}
            told = {name: _footing(reports[name], readings[name], incident["reports"].get(name)) for name in names}
            _count(incident, told, total)
    return total


def _footing(report: gold.Report, reading: Reading, claims: Sequence[str] | None) -> Footing:
    """Take the claims of the incident: by id from marks, else those that stand where the marked ones do."""
    if reading.model == marked.MODEL or claims is None:
        return footing(report.name, reading, claims)
    wanted = [parts(report.text, claim) for claim in report.claims if claim["id"] in claims]
    found = {
        claim.id
        for claim in reading.claims
        if any(overlap([(one.start, one.end) for one in claim.content], pieces) > _SAME for pieces in wanted)
    }
    return footing(report.name, reading, found)


def _count(incident: Mapping[str, Any], told: Mapping[str, Footing], total: Tally) -> None:
    truth = {name: at for at, origin in enumerate(incident["origins"]) for name in origin["reports"]}
    given = {name: at for at, origin in enumerate(origins(told.values())) for name in origin.reports}
    for one, other in combinations(sorted(truth), 2):
        same, joined = truth[one] == truth[other], given[one] == given[other]
        total.right += same and joined
        total.joined += joined
        total.shared += same
        if same != joined:
            total.misses.append(_miss(incident["id"], told[one], told[other], joined=joined))
        verdict = independent([told[one]], [told[other]])
        total.apart += not same
        total.independent += verdict.established and not same
        if same and verdict.established:
            total.doubled += bool({one, other} & set(incident.get("echoes", [])))
            total.misses.append(f"{incident['id']} {one} {other} called independent: {' '.join(verdict.because)}")
    _count_states(incident, told, total)
    for echo in set(incident.get("echoes", [])) & truth.keys():
        home = [name for name in truth if truth[name] == truth[echo] and name != echo]
        total.echoes += 1
        total.alone += all(given[name] != given[echo] for name in home)


def _count_states(incident: Mapping[str, Any], told: Mapping[str, Footing], total: Tally) -> None:
    """Count whether two independent origins are shown where two are marked, and nowhere else."""
    groups = [[told[name] for name in origin.reports] for origin in origins(told.values())]
    shown = any(independent(one, other).established for one, other in combinations(groups, 2))
    if len(incident["origins"]) > 1:
        total.several += 1
        total.several_shown += shown
    else:
        total.single += 1
        total.single_broken += shown
    if shown != (len(incident["origins"]) > 1):
        total.misses.append(f"{incident['id']} two independent origins {'shown' if shown else 'not shown'}")


def _miss(incident: str, one: Footing, other: Footing, *, joined: bool) -> str:
    found = tie(one, other)
    why = " ".join(found.because if joined else found.against)
    return f"{incident} {one.report} {other.report} {'joined' if joined else 'parted'} ({found.points:+.1f}): {why}"


def lines(name: str, total: Tally) -> Iterator[str]:
    """Give the figures of one reader."""
    yield f"{name}: pairs that share an origin: P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f}"
    yield f"  of {total.shared} pairs marked and {total.joined} joined, {total.right} are right"
    yield f"  echoes called independent of what they go back to: {total.doubled} pairs"
    yield f"  echoes that stand alone, their origin not found: {total.alone} of {total.echoes}"
    yield f"  incidents of several origins where two are shown independent: {total.several_shown} of {total.several}"
    yield f"  incidents of one origin where two are shown all the same: {total.single_broken} of {total.single}"
    yield f"  pairs of different origins shown to be independent: {total.independent} of {total.apart}"


READERS: dict[str, Read] = {"marks": by_marks, "program": by_program}


def main(arguments: Iterable[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--reader", choices=tuple(READERS), action="append", default=[])
    parser.add_argument("--show", action="store_true", help="list the pairs that were wrong")
    options = parser.parse_args(None if arguments is None else list(arguments))
    corpus = gold.read(ROOT / "corpus" / options.split)
    for name in options.reader or READERS:
        total = measure(corpus, READERS[name])
        shown = [*lines(f"{options.split}, {name}", total), *(f"  {miss}" for miss in total.misses if options.show)]
        sys.stdout.write("".join(f"{line}\n" for line in shown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
