"""What is wrong between reports: a name used twice, an incident in two splits, a sentence in two reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from .gold import Across, Corpus, Fault, Report
from .prose import sentences, words

SENTENCE = 5  # words; shorter sentences recur by chance
Pair = frozenset[str]


def faults(corpus: Corpus) -> Iterator[Fault]:
    """Every fault between the reports of a folder; their shapes are sound."""
    yield from _names(corpus)
    yield from _splits(corpus)
    yield from _echoed_incidents(corpus.across)
    for sentence, names in repeated(corpus.reports, copies(corpus.across)):
        cure = " (a copy is declared as an echo in the across file)" if len(names) > 1 else ""
        yield Fault(" and ".join(names), f"the same sentence{cure}: {sentence!r}")


def copies(across: Iterable[Across]) -> set[Pair]:
    """Pairs of reports that hang on one origin, at least one of them an echo: these may share sentences."""
    pairs = set()
    for incident in (incident for one in across for incident in one.incidents):
        for origin in incident["origins"]:
            for echo in set(origin["reports"]) & set(incident.get("echoes", [])):
                pairs |= {frozenset({echo, name}) for name in origin["reports"]}
    return pairs


def repeated(reports: Iterable[Report], allowed: set[Pair]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sentence that stands twice, with the names of the reports; a title may quote its report."""
    places: dict[tuple[str, ...], list[tuple[Report, str]]] = defaultdict(list)
    for report in reports:
        for sentence in sentences(report.text):
            row = tuple(words(sentence))
            if len(row) >= SENTENCE:
                places[row].append((report, sentence))
    for hits in places.values():
        first, shown = hits[0]
        for report, _ in hits[1:]:
            if report is first:
                header = report.gold["report"]
                excused = any(shown in quote for quote in (header.get("title", ""), *header.get("furniture", [])))
            else:
                excused = frozenset({first.name, report.name}) in allowed
            if not excused:
                yield shown, tuple(dict.fromkeys((first.name, report.name)))


def _names(corpus: Corpus) -> Iterator[Fault]:
    for kind, among in (("reports", corpus.reports), ("second markings", corpus.second)):
        seen: dict[str, Report] = {}
        for report in among:
            if report.name in seen:
                yield Fault(report.name, f"two {kind} have this name, in {seen[report.name].split} and {report.split}")
            seen[report.name] = report
    ids: dict[str, str] = {}
    for across in corpus.across:
        for incident in across.incidents:
            if ids.setdefault(incident["id"], across.name) != across.name:
                yield Fault(incident["id"], f"the id is used in {ids[incident['id']]} and {across.name}")


def _splits(corpus: Corpus) -> Iterator[Fault]:
    """Find batches that stand in two splits: a batch shares incidents, a hand and places, so it must not be torn."""
    splits: dict[str, set[str]] = defaultdict(set)
    for report in corpus.reports:
        splits[report.batch].add(report.split)
    for across in corpus.across:
        splits[across.name].add(across.split)
    for batch, among in sorted(splits.items()):
        if len(among) > 1:
            yield Fault(f"batch {batch}", f"stands in two splits: {', '.join(sorted(among))}")


def _echoed_incidents(across: Iterable[Across]) -> Iterator[Fault]:
    """Two incidents of one day and one place in different splits are one incident told twice, or look like it."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for one in across:
        for incident in one.incidents:
            if not incident["time"] or "place" not in incident:
                continue
            key = (incident["time"][0], incident["place"]["quote"].lower())
            name, split = seen.setdefault(key, (incident["id"], one.split))
            if split != one.split:
                yield Fault(f"{name} and {incident['id']}", f"same day and place, in {split} and {one.split}")
