"""Print how far two markings of the same reports agree: `python -m corpus.tools.agreement [FOLDER] [--show] [--write]`.

The second markings stand in `second/NAME.gold.yaml`. F1 by layer: spans agree from half of their union on, with the
same type or value where there is one. Cohen's kappa by class, over the claims (events) that both marked. `--show` lists
every disagreement; `--write` puts the tables between the markers of DATASHEET.md.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from . import matching, sheet
from .check import HERE, sound
from .gold import Corpus, Report, Unreadable, read
from .matching import Mark, Tally

Pair = tuple[Report, Report]
Choice = tuple[str, str, str, bool]  # class, first choice, second choice, whether a second reading settles it


def pairs(corpus: Corpus) -> list[Pair]:
    """Return the reports that were marked twice, each with its second marking."""
    by_name = {report.name: report for report in corpus.reports}
    return [(by_name[second.name], second) for second in corpus.second if second.name in by_name]


def layers(marked: list[Pair]) -> dict[str, Tally]:
    """Count agreement by layer over all reports."""
    found: dict[str, Tally] = defaultdict(Tally)
    for first, second in marked:
        for name, marks in matching.LAYERS.items():
            found[name] += matching.compared(marks(first), marks(second))
        single, whole = matching.links(first.text, _both(first, second))
        found["chain links of matched claims"] += single
        found["whole chains of matched claims"] += whole
    return found


def choices(first: Report, second: Report) -> Iterator[Choice]:
    """Give every choice of a class that both markings made for the same claim or event."""
    yield from matching.classes(_both(first, second))
    for a, b in matching.matched(matching.events(first), matching.events(second)):
        one, two = (a.source or {})["type"], (b.source or {})["type"]
        yield "event type", one, two, one == two


def _both(first: Report, second: Report) -> list[tuple[Mark, Mark]]:
    return matching.matched(matching.claims(first), matching.claims(second))


def tables(marked: list[Pair]) -> Iterator[str]:
    """Write both tables: F1 by layer, kappa by class."""
    yield f"Reports marked twice: {len(marked)}."
    yield ""
    rows = [
        (name, str(tally.first), str(tally.second), str(tally.both), f"{tally.f1:.2f}")
        for name, tally in layers(marked).items()
    ]
    yield from sheet.table(("layer", "first", "second", "both", "F1"), rows)
    grouped: dict[str, list[Choice]] = defaultdict(list)
    for first, second in marked:
        for choice in choices(first, second):
            grouped[choice[0]].append(choice)
    head = ("class", "matched", "agreed", "with second readings", "kappa", "most often confused")
    yield from sheet.table(head, [_row(name, made) for name, made in grouped.items()])


def _row(name: str, made: list[Choice]) -> tuple[str, ...]:
    agreed = sum(a == b for _, a, b, _ in made) / len(made)
    settled = sum(settled for *_, settled in made) / len(made)
    confused = Counter(tuple(sorted((a, b))) for _, a, b, _ in made if a != b).most_common(1)
    worst = ", ".join(f"{a} / {b} {count}" for (a, b), count in confused) or "-"
    value = matching.kappa((a, b) for _, a, b, _ in made)
    return name, str(len(made)), f"{agreed:.2f}", f"{settled:.2f}", f"{value:.2f}", worst


def shown(first: Report, second: Report) -> Iterator[str]:
    """List what only one of two markings holds, and where their classes differ."""
    for name, marks in matching.LAYERS.items():
        one, two = marks(first), marks(second)
        both = matching.matched(one, two)
        for side, own, kept in (
            ("first", one, {id(a) for a, _ in both}),
            ("second", two, {id(b) for _, b in both}),
        ):
            for mark in (mark for mark in own if id(mark) not in kept):
                quote = " … ".join(first.text[start:end] for start, end in mark.spans)
                yield f"{first.name} {name}, {side} only: {quote[:90]!r} {' '.join(sorted(mark.values))}".rstrip()
    for a, b in _both(first, second):
        for field, one_choice, other, settled in matching.classes([(a, b)]):
            if one_choice != other:
                note = " (settled by a second reading)" if settled else ""
                yield f"{first.name} {(a.source or {})['id']} {field}: {one_choice} / {other}{note}"


def main(arguments: list[str] | None = None) -> int:
    """Print or write the agreement; 2 where nothing is marked twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=HERE)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    marked = pairs(sound(read(options.folder)))
    if not marked:
        parser.error(f"no report in {options.folder} is marked twice: there is no second/NAME.gold.yaml")
    if options.show:
        print(*(line for pair in marked for line in shown(*pair)), sep="\n")
    try:
        if options.write:
            sheet.write(options.folder, {"agreement": tables(marked)})
        else:
            print(*tables(marked), sep="\n")
    except (Unreadable, OSError) as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
