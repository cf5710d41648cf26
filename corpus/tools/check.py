"""Check marked reports: `python -m corpus.tools.check [FOLDER] [--show] [--stats]`.

Prints each fault with file and id; the exit status is 1 if there is one. `--show` prints every claim with the place its
label and cue were found at, for proofreading; `--stats` prints counts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from . import across, between, figures, report, shape
from .gold import Across, Corpus, Report, read

HERE = Path(__file__).resolve().parents[1]


def faults(corpus: Corpus) -> Iterator[str]:
    """Every fault of a corpus, one a line: those of files, of reports, of batches, and between them."""
    yield from map(str, corpus.faults)
    for one in corpus.reports:
        yield from (f"{one.name} {fault}" for fault in report.faults(one))
    for one in corpus.second:
        yield from (f"second/{one.name} {fault}" for fault in report.faults(one))
    whole = sound(corpus)
    for batch in corpus.across:
        beside = {one.name: one for one in whole.reports if one.path.parent == batch.path.parent}
        yield from (f"{batch.name} {fault}" for fault in across.faults(batch, beside))
    yield from map(str, between.faults(whole))


def sound(corpus: Corpus) -> Corpus:
    """Leave out the files whose shape allows no closer look."""
    return Corpus(
        tuple(one for one in corpus.reports if _whole(one)),
        tuple(one for one in corpus.second if _whole(one)),
        tuple(one for one in corpus.across if _whole(one)),
        corpus.faults,
    )


def _whole(one: Report | Across) -> bool:
    kind = "marks" if isinstance(one, Report) else "across"
    return not any(fault.grave for fault in shape.faults(one.gold, kind))


def main(arguments: list[str] | None = None) -> int:
    """Check a folder and print what is wrong; 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=HERE)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--stats", action="store_true")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"there is no folder {options.folder}")
    corpus = read(options.folder)
    found = list(faults(corpus))
    if options.show:
        for one in sound(corpus).reports:
            print(*report.shown(one), sep="\n")
    if options.stats:
        print(*(f"{name}: {count}" for name, count in figures.size(sound(corpus)).items()), sep="\n")
    print(*found, f"{len(corpus.reports)} reports, {len(found)} faults", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
