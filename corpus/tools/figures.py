"""What is counted in a corpus: how much there is, how varied it is, and how its parts are distributed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from statistics import mean, quantiles
from typing import Any

from .attributions import Text, position
from .between import Pair, copies, repeated
from .gold import Corpus, Report
from .prose import sentences, sequences, words
from .quotes import form, quotations

RUN = 6  # words of the sequences that tell whether reports are made from one mould
Row = tuple[str, ...]


def size(corpus: Corpus) -> dict[str, int]:
    """Count what there is, by name of the thing counted."""
    claims = [claim for report in corpus.reports for claim in report.claims]
    incidents = [incident for across in corpus.across for incident in across.incidents]
    golds = [report.gold for report in corpus.reports]
    return {
        "reports": len(corpus.reports),
        "words": sum(len(report.text.split()) for report in corpus.reports),
        "claims": len(claims),
        "claims in the report's own voice": sum(not claim["chain"] for claim in claims),
        "distinct cue phrases": len(cues(corpus.reports)),
        "events": sum(len(gold.get("events", [])) for gold in golds),
        "times": sum(len(gold.get("times", [])) for gold in golds),
        "places": sum(len(gold.get("places", [])) for gold in golds),
        "names": sum(len(quotes) for gold in golds for quotes in gold.get("mentions", {}).values()),
        "countries of places": len(countries(corpus.reports)),
        "reports with a notice": sum("notices" in gold["report"] for gold in golds),
        "reports with furniture": sum("furniture" in gold["report"] for gold in golds),
        "reports without an event": sum(not gold.get("events") for gold in golds),
        "incidents": len(incidents),
        "incidents told by 2 to 6 reports": sum(2 <= len(incident["reports"]) <= 6 for incident in incidents),
        "contradictions between claims": sum(len(across.gold.get("contradictions", [])) for across in corpus.across),
        "reports marked twice": len(corpus.second),
    }


def cues(reports: Iterable[Report]) -> Counter[str]:
    """Count the cue phrases of all chains, in lower case."""
    links = (link for report in reports for claim in report.claims for link in claim["chain"])
    return Counter(link["cue"].lower() for link in links if link.get("cue"))


def countries(reports: Iterable[Report]) -> Counter[str]:
    """Count the reports that name a place in a country, by its code."""
    found: Counter[str] = Counter()
    for report in reports:
        found.update({place["country"] for place in report.gold.get("places", []) if place.get("country")})
    return found


def facets(corpus: Corpus) -> dict[str, Counter[str]]:
    """Count the values of every class that is marked, by name of the class."""
    claims = [claim for report in corpus.reports for claim in report.claims]
    links = [link for claim in claims for link in claim["chain"]]
    found = {field: _values(claims, field) for field in ("kind", "polarity", "certainty", "quote")}
    found["chain depth"] = Counter(str(len(claim["chain"])) for claim in claims)
    found["source kind"] = _values(links, "kind")
    found["notice"] = _values(_of(corpus, "report", "notices"), "kind")
    found["event type"] = _values(_of(corpus, "events"), "type")
    found["incident state"] = _values([one for across in corpus.across for one in across.incidents], "state")
    return found


def _of(corpus: Corpus, *path: str) -> list[dict[str, Any]]:
    """Collect the mappings that stand in every report under a path of keys."""
    found: list[dict[str, Any]] = []
    for report in corpus.reports:
        thing: Any = report.gold
        for key in path:
            thing = thing.get(key, {})
        found += thing or []
    return found


def _values(things: Iterable[dict[str, Any]], field: str) -> Counter[str]:
    return Counter(str(thing.get(field, "left out")) for thing in things)


def runs(corpus: Corpus) -> list[tuple[str, float]]:
    """Return the runs of six words with the share of reports that have them, the most frequent first.

    A declared copy and its original count as one report.
    """
    owner = _owners(corpus.reports, copies(corpus.across))
    having: dict[Row, set[str]] = defaultdict(set)
    for report in corpus.reports:
        for run in sequences(report.text, RUN):
            having[run].add(owner[report.name])
    counts = Counter({run: len(names) for run, names in having.items() if len(names) > 1})
    return [(" ".join(run), count / len(corpus.reports)) for run, count in counts.most_common()]


def _owners(reports: Iterable[Report], pairs: set[Pair]) -> dict[str, str]:
    """Name for every report the first of those it is tied to by declared copies."""
    owner = {report.name: report.name for report in reports}
    for pair in sorted(sorted(pair) for pair in pairs if pair <= owner.keys()):
        kept, *rest = sorted({owner[name] for name in pair})
        owner = {name: kept if first in rest else first for name, first in owner.items()}
    return owner


def doubles(corpus: Corpus) -> list[tuple[str, Row]]:
    """Return the sentences that stand twice though no copy was declared, with the names of the reports."""
    return list(repeated(corpus.reports, copies(corpus.across)))


def measures(texts: list[Text]) -> Iterator[tuple[str, str]]:
    """Measure what two corpora can be compared by: each measure with its value as shown."""
    told = [attribution for text in texts for attribution in text.attributions]
    count = sum(len(text.body.split()) for text in texts)
    lengths = [len(words(sentence)) for text in texts for sentence in sentences(text.body)]
    yield "reports", f"{len(texts):,}"
    yield "words a report", f"{count / len(texts):.0f}"
    yield "words a sentence, mean", f"{mean(lengths):.1f}"
    yield "words a sentence: 10 / 25 / 50 / 75 / 90 %", spread(lengths)
    yield "attributions a thousand words", f"{1000 * len(told) / count:.1f}"
    yield from _shares("source stands", ("before", "inside", "after", "none"), Counter(map(position, told)))
    quoted = [(quotations(text.body), text.attributions) for text in texts]
    forms = Counter(form(spans, list(one.content)) for spans, among in quoted for one in among if one.content)
    yield from _shares("content, by its quotation marks,", ("direct", "mixed", "indirect"), forms)
    for part in ("source", "cue", "content"):
        sizes = [_words(text.body, getattr(one, part)) for text in texts for one in text.attributions]
        yield f"words of a {part}: 10 / 25 / 50 / 75 / 90 %", spread([size for size in sizes if size])


def _words(body: str, spans: tuple[tuple[int, int], ...]) -> int:
    return sum(len(words(body[start:end])) for start, end in spans)


def _shares(name: str, values: Row, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    for value in values:
        yield f"{name} {value}", percent(counts[value] / max(1, counts.total()))


def spread(numbers: list[int]) -> str:
    """Show the tenth, the quarters and the ninetieth percentile of some numbers."""
    if len(numbers) < 2:
        return "-"
    cuts = quantiles(numbers, n=20, method="inclusive")
    return " / ".join(f"{cuts[i]:.0f}" for i in (1, 4, 9, 14, 17))


def percent(share: float) -> str:
    """Show a share in percent."""
    return f"{100 * share:.1f} %"
