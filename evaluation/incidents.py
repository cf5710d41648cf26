"""How well reports are joined to incidents, and what is said of each: `python -m evaluation.incidents [--split dev]`.

All reports of the split are kept in one workspace and linked there, as a user's are. Readings are made of the marks
(`marks`), so that only linking is measured, or by the program (`program`), told the day of publication and the outlet;
its claims are found again in the marked ones by their contents. Incidents by B-cubed (Bagga and Baldwin 1998) over the
marked claims of incidents; `all claims` counts every other claim of the reports as an incident of its own.
Contradictions and denials are pairs of claims, told from the marked ones; `the same question` counts a contradiction as
found by another claim of one of its two sources too, and what is marked as rival values or as a denial as no error (see
`evaluation/questions.py`). States are given the marked origins, each report that only denies as one more.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from corpus.tools import gold

from sayso.incidents import ClaimOf, Incident
from sayso.link.denials import ties
from sayso.link.state import standing
from sayso.link.telling import Ref, Telling
from sayso.records import Reading

from . import given, origins
from .aligned import aligned
from .linked import linked, told
from .questions import Answers, Marks, Pair, Source

ROOT = Path(__file__).resolve().parents[1]
Read = Callable[[gold.Report], Reading]


@dataclass(slots=True)
class Pairs:
    """Pairs of claims found, marked, and both."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def count(self, found: set[Pair], marked: set[Pair]) -> None:
        """Add what was found and marked in one batch."""
        self.right += len(found & marked)
        self.found += len(found)
        self.marked += len(marked)

    def __str__(self) -> str:
        """Return precision, recall and F1."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.marked)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {_f1(precision, recall):.3f}  ({self.found} found)"


@dataclass(slots=True)
class Tally:
    """Figures over all batches, and what went wrong, a line each."""

    cubes: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    contradictions: Pairs = field(default_factory=Pairs)
    questions: Answers = field(default_factory=Answers)
    denials: Pairs = field(default_factory=Pairs)
    states: Counter[tuple[str, str]] = field(default_factory=Counter)
    right_states: int = 0
    apart: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)


def b_cubed(found: Mapping[Ref, str], marked: Mapping[Ref, str]) -> list[tuple[float, float]]:
    """Return precision and recall of each marked claim: how much of its cluster, and of its class, the other holds."""
    clusters, classes = _inverted(found, marked), _inverted(marked, marked)
    pairs = []
    for ref, name in marked.items():
        cluster, told = clusters[found.get(ref, f"alone {ref}")] or {ref}, classes[name]
        both = len(cluster & told)
        pairs.append((both / len(cluster), both / len(told)))
    return pairs


def _inverted(of: Mapping[Ref, str], among: Iterable[Ref]) -> defaultdict[str, set[Ref]]:
    groups: defaultdict[str, set[Ref]] = defaultdict(set)
    for ref in among:
        if ref in of:
            groups[of[ref]].add(ref)
    return groups


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _ref(at: Mapping[str, str]) -> Ref:
    return Ref(at["report"], at["claim"])


class Batch:
    """The account that is marked of one batch, beside what the program made of its reports."""

    def __init__(
        self,
        across: gold.Across,
        reports: Iterable[gold.Report],
        found: Sequence[Incident],
        tellings: Mapping[str, Sequence[Telling]],
    ) -> None:
        self.gold = across.gold
        self.reports = tuple(reports)
        self.incidents = across.incidents
        self.concluded = found
        self.tellings = tellings
        self.marked = {
            Ref(report, claim): incident["id"]
            for incident in self.incidents
            for report, claims in incident["reports"].items()
            for claim in claims
        }
        self.found = {Ref(one.file, one.claim): each.id for each in found for one in each.claims}

    def group_of(self, incident: str) -> str:
        """Return the id of the incident that holds most claims of a marked one; "" for none."""
        held = Counter(self.found[ref] for ref, name in self.marked.items() if name == incident and ref in self.found)
        return next((name for name, _ in held.most_common(1)), "")

    def contradicted(self, *, optional: bool = True) -> set[Pair]:
        """Return the marked contradictions, or only those that are not optional."""
        marked = self.gold.get("contradictions", [])
        return {_pair(one["a"], one["b"]) for one in marked if optional or not one.get("optional")}

    def rivals(self) -> dict[Pair, str]:
        """Return the pairs of claims with rival values of one slot, with the slot."""
        return {
            _pair(a, b): dispute["slot"]
            for incident in self.incidents
            for dispute in incident.get("disputes") or []
            for one, other in combinations(dispute["values"], 2)
            for a in one["claims"]
            for b in other["claims"]
        }

    def marks(self) -> Marks:
        """Return what is marked of contradictions, and what else is marked as contrary, across reports or in one."""
        rivals, pairs = self.rivals(), self.contradicted(optional=False)
        inside = {
            frozenset((Ref(report.name, claim["id"]), Ref(report.name, denied)))
            for report in self.reports
            for claim in report.claims
            for denied in _listed(claim.get("denies"))
        }
        slots = {pair: rivals[pair] for pair in pairs & rivals.keys()}
        slots |= dict.fromkeys(pairs & (self.denied() | inside) - rivals.keys(), "happened")
        return Marks(pairs, slots, rivals.keys() | self.denied() | inside | self.contradicted(), self._sources())

    def _sources(self) -> dict[Ref, Source]:
        told = (one for tellings in self.tellings.values() for telling in tellings for one in telling.statements)
        return {one.ref: (one.ref.report, one.voice) for one in told}

    def denied(self) -> set[Pair]:
        """Return the marked denials, each with a claim that it denies."""
        told = (denial for incident in self.incidents for denial in incident.get("denials") or [])
        return {_pair(denial, claim) for denial in told for claim in denial["denies"]}


def _pair(one: Mapping[str, str], other: Mapping[str, str]) -> Pair:
    return frozenset((_ref(one), _ref(other)))


def _listed(ids: str | list[str] | None) -> list[str]:
    return [ids] if isinstance(ids, str) else ids or []


def batches(corpus: gold.Corpus, read: Read) -> Iterator[Batch]:
    """Link all reports that an account is marked of, and give each account beside the incidents of its reports.

    An incident that tells of reports of two batches is counted with both.
    """
    readings = {
        report.name: read(report)
        for across in corpus.across
        for report in corpus.reports
        if report.batch == across.name
    }
    found = linked(readings)
    tellings = told(readings, found)
    for across in corpus.across:
        reports = [report for report in corpus.reports if report.batch == across.name]
        names = {report.name for report in reports}
        here = [one for one in found if names & {claim.file for claim in one.claims}]
        yield Batch(across, reports, here, tellings)


def by_program(report: gold.Report) -> Reading:
    """Read as the program does; the claims that are marked bear the ids of the marks."""
    return aligned(report, origins.by_program(report))


def measure(batches: Iterable[Batch]) -> Tally:
    """Count what is right in every batch."""
    tally = Tally()
    for batch in batches:
        tally.cubes["marked claims"] += b_cubed(batch.found, batch.marked)
        every = {ref: batch.marked.get(ref, f"alone {ref}") for ref in batch.found}
        tally.cubes["all claims"] += b_cubed(batch.found, every)
        _count_pairs(batch, tally)
        _count_states(batch, tally)
        for pair in batch.gold.get("not_same", []):
            tally.apart.append(batch.group_of(pair["a"]) != batch.group_of(pair["b"]))
    return tally


def _count_pairs(batch: Batch, tally: Tally) -> None:
    slots = {frozenset((_of(one.a), _of(one.b))): one.slot for each in batch.concluded for one in each.contradictions}
    found = set(slots)
    tied = {
        frozenset((tie.denial, tie.denied))
        for each in batch.concluded
        for tie in ties(one for telling in batch.tellings[each.id] for one in telling.statements)
    }
    marked = batch.contradicted()
    tally.contradictions.count(found, marked)
    tally.questions.count(slots, batch.marks())
    tally.denials.count(tied, batch.denied())
    tally.misses += [f"contradiction not found: {_shown(pair)}" for pair in sorted(marked - found, key=sorted)]
    tally.misses += [f"contradiction not marked: {_shown(pair)}" for pair in sorted(found - marked, key=sorted)]


def _of(claim: ClaimOf) -> Ref:
    return Ref(claim.file, claim.claim)


def _shown(pair: Pair) -> str:
    return " / ".join(f"{ref.report} {ref.claim}" for ref in sorted(pair))


def _count_states(batch: Batch, tally: Tally) -> None:
    for incident in batch.incidents:
        told = [origin["reports"] for origin in incident["origins"]]
        told += [[report] for report in incident.get("denial_reports") or []]
        result = standing(batch.tellings[batch.group_of(incident["id"])], told)
        right = result.state in {incident["state"], *incident.get("state_also", [])}
        tally.right_states += right
        tally.states[incident["state"], result.state] += 1
        if not right:
            tally.misses.append(f"state {incident['id']}: {incident['state']}, got {result.state}: {result.because}")


def _mean(pairs: list[tuple[float, float]]) -> str:
    precision, recall = (sum(each) / len(pairs) for each in zip(*pairs, strict=True))
    return f"P {precision:.3f}  R {recall:.3f}  F1 {_f1(precision, recall):.3f}"


def _print(tally: Tally) -> None:
    say = sys.stdout.write
    for name, pairs in tally.cubes.items():
        say(f"incidents, {name:13} {_mean(pairs)}\n")
    say(f"look-alikes apart        {sum(tally.apart)} of {len(tally.apart)}\n")
    say(f"contradictions           {tally.contradictions}\n")
    say(f"  the same question      {tally.questions}\n")
    say(f"denials                  {tally.denials}\n")
    every = sum(tally.states.values())
    say(f"states                   {tally.right_states / every:.3f} of {every}\n")
    for (want, got), number in sorted(tally.states.items()):
        say(f"  {want:14} {got:14} {number}\n")


READERS: dict[str, Read] = {"marks": given.reading, "program": by_program}


def main(arguments: list[str] | None = None) -> None:
    """Print the figures of a split, and with `--misses` what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=["train", "dev", "test"])
    parser.add_argument("--reader", choices=tuple(READERS), action="append", default=[])
    parser.add_argument("--misses", action="store_true", help="print what went wrong, a line each")
    options = parser.parse_args(arguments)
    corpus: Any = gold.read(ROOT / "corpus" / options.split)
    for name in options.reader or READERS:
        tally = measure(batches(corpus, READERS[name]))
        sys.stdout.write(f"{options.split}, {name}\n")
        _print(tally)
        if options.misses:
            sys.stdout.write("\n".join(tally.misses) + "\n")


if __name__ == "__main__":
    main()
