"""Print the figures of the corpus: `python -m corpus.tools.stats [FOLDER] [--polnear FOLDER] [--write]`.

`--polnear` puts the same measures of a folder of PolNeAR beside ours. `--write` puts the tables between the markers of
DATASHEET.md instead; the comparison there stays as it is unless `--polnear` is given. Files of unsound shape are left
out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from . import figures, sheet
from .attributions import marked, polnear
from .check import HERE, sound
from .gold import Corpus, Unreadable, read

SPLITS = ("train", "dev", "test")
LIMIT = 0.01  # the share of reports that one run of six words may stand in
SHOWN = 15


def split(corpus: Corpus, name: str) -> Corpus:
    """Keep what stands in one split; a report marked twice counts in the split of its text."""
    reports = tuple(report for report in corpus.reports if report.split == name)
    names = {report.name for report in reports}
    second = tuple(report for report in corpus.second if report.name in names)
    return Corpus(reports, second, tuple(across for across in corpus.across if across.split == name), ())


def tables(corpus: Corpus) -> Iterator[str]:
    """Write every table of one corpus: size by split, variety, distributions."""
    parts = [split(corpus, name) for name in SPLITS]
    sizes = [figures.size(part) for part in (*parts, corpus)]
    rows = ((name, *(f"{one[name]:,}" for one in sizes)) for name in sizes[-1])
    yield from sheet.table(("", *SPLITS, "all"), rows)
    yield from _variety(corpus)
    for name, counts in figures.facets(corpus).items():
        yield from _distribution(name, counts)
    yield from _listed("Cue phrases, the most frequent", figures.cues(corpus.reports))
    yield from _listed("Countries by reports", figures.countries(corpus.reports))


def _variety(corpus: Corpus) -> Iterator[str]:
    runs, doubles = figures.runs(corpus), figures.doubles(corpus)
    over = sum(share >= LIMIT for _, share in runs)
    yield f"Runs of six words in {figures.percent(LIMIT)} of the reports or more, copies counted once: {over}."
    yield f"Sentences that stand twice though no copy is declared: {len(doubles)}."
    yield ""
    yield from sheet.table(
        ("the most frequent runs", "reports"), [(run, f"{100 * n:.2f} %") for run, n in runs[:SHOWN]]
    )


def _distribution(name: str, counts: Counter[str]) -> Iterator[str]:
    total = max(1, counts.total())
    rows = counts.most_common() if name != "chain depth" else sorted(counts.items())
    yield from sheet.table((name, "number", "share"), [(key, f"{n:,}", figures.percent(n / total)) for key, n in rows])


def _listed(name: str, counts: Counter[str]) -> Iterator[str]:
    yield f"{name}: {', '.join(f'{key} {n}' for key, n in counts.most_common(4 * SHOWN))}."
    yield ""


def comparison(corpus: Corpus, folder: Path) -> Iterator[str]:
    """Write the measures of this corpus and of a folder of PolNeAR side by side; raises `Unreadable`."""
    ours = figures.measures([marked(report) for report in corpus.reports])
    theirs = figures.measures(list(polnear(folder)))
    rows = [(name, own, other) for (name, own), (_, other) in zip(ours, theirs, strict=True)]
    yield from sheet.table(("", "this corpus", "PolNeAR, dev"), rows)


def main(arguments: list[str] | None = None) -> int:
    """Print or write the figures; 2 where that cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=HERE)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    corpus = sound(read(options.folder))
    if not corpus.reports:
        parser.error(f"there are no marked reports in {options.folder}")
    try:
        written = {"figures": list(tables(corpus))}
        if options.polnear:
            written["comparison"] = list(comparison(corpus, options.polnear))
        if options.write:
            sheet.write(options.folder, written)
        else:
            print(*(line for lines in written.values() for line in lines), sep="\n")
    except (Unreadable, OSError) as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
