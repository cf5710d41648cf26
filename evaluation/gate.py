"""`make gate`: reads marked reports with the rules, the encoder and the program, and holds the program to its floors.

Exit status 1 where a figure is below its floor, where the reports or the model are not those that the floors were set
on, or where a floor was lowered without a reason. `--update` raises floors to what was measured, `--lower` lowers one.
Folders of other corpora (`--polnear` and so on) add figures on texts that nobody here wrote; these have no floors.
`--split test` opens the test split, once: the figures go into docs/test-split.md, and no floor depends on them. What is
written there ships too, as `sayso/figures.json`, for the page that explains the program.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from corpus.tools import gold

from . import beside, floors, shipped, table
from .floors import CORPUS, MODEL, Change, Faulty, Floors
from .readings import READERS, Reader
from .score import Scored, score

ROOT = Path(__file__).resolve().parents[1]
RECORD, FIGURES = "test-split.md", "figures.md"
_MEASURED = """\
# How well it reads

On the development part of the corpus, and below on other texts whose folders were at hand. `rules`: the grammar alone.
`encoder`: the encoder alone. `program`: what ships, which weighs the two. Behind each figure stands of how many things
it is a share: a chain or a class is judged only where its claim was found. What each layer counts stands in
`evaluation/score.py`. Written by `make gate WRITE=1`.
"""
_OPENED = """\
# The test split

Opened once, on {}, by `make gate ARGS='--split test'`. The columns are those of `figures.md`.
"""


def main(arguments: Sequence[str] | None = None, readers: Sequence[Reader] = READERS) -> int:
    """Measure, compare, print; the last of the readers is the one that is held to the floors."""
    parser = _parser()
    options = parser.parse_args(arguments)
    _allowed(parser, options)
    try:
        return _opened(options, readers) if options.split == "test" else _held(options, readers)
    except (Faulty, gold.Unreadable) as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--update", action="store_true", help="raise floors and pin the reports and the model")
    parser.add_argument("--lower", action="append", default=[], metavar="LAYER", help="lower a floor; needs --because")
    parser.add_argument("--because", default="", help="why a floor is lowered, or why the reports were changed")
    parser.add_argument("--write", action="store_true", help=f"write the figures into docs/{FIGURES} and the program")
    parser.add_argument("--show", action="append", default=[], metavar="LAYER", help="list what was wrong in a layer")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus", help="the folder that holds the splits")
    parser.add_argument("--floors", type=Path, default=Path(__file__).with_name("floors.toml"))
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="the folder for what is written of figures")
    parser.add_argument(
        "--figures", type=Path, default=ROOT / "src" / "sayso" / "figures.json", help="the same, shipped"
    )
    for name in beside.FIGURES:
        parser.add_argument(f"--{name}", type=Path, metavar="DIR", help=f"add figures on {name}, from this folder")
    return parser


def _allowed(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    if options.split == "test" and (options.update or options.lower or options.show or options.write):
        parser.error("no floor is set on the test split, and what was wrong in it is not shown.")
    if options.lower and not options.because.strip():
        parser.error("a floor is lowered for a reason; give it with --because.")


def _scored(folder: Path, readers: Sequence[Reader]) -> dict[str, Scored]:
    """Read a split with every reader; raises `Unreadable` where a report is not sound."""
    found = gold.read(folder)
    if found.faults or not found.reports:
        raise gold.Unreadable("; ".join(map(str, found.faults)) or f"there are no marked reports in {folder}")
    return {reader.name: score(found.reports, reader.read) for reader in readers}


def _pins(folder: Path) -> dict[str, str]:
    model = files("sayso.read").joinpath("model", "reader.onnx").read_bytes()
    return {CORPUS: floors.hash_of_reports(folder), MODEL: sha256(model).hexdigest()}


def _held(options: argparse.Namespace, readers: Sequence[Reader]) -> int:
    """Print the figures on the dev split and what is wrong with them; 1 if anything is."""
    folder = options.corpus / options.split
    scored, pins, kept = _scored(folder, readers), _pins(folder), floors.load(options.floors)
    held = scored[readers[-1].name]
    changed = _changed(options, kept, held, pins)
    if changed != kept:
        options.floors.write_text(floors.written(changed), "utf-8")
    others = _others(options, readers)
    lines = [*table.figures(scored, changed.layers), *_beside(others, readers)]
    if options.write:
        options.docs.joinpath(FIGURES).write_text(_paper(_MEASURED, lines, pins), "utf-8")
        elsewhere = shipped.elsewhere((row for rows in others for row in rows), [reader.name for reader in readers])
        shipped.write(options.figures, development=shipped.split(scored, pins), elsewhere=elsewhere)
    shown = [f"{layer}: {note}" for layer, note in held.misses if layer in options.show]
    wrong = [*floors.faults(changed, pins), *floors.missed(changed, held.figures)]
    _say(*lines, "", *shown, *wrong, f"{len(wrong)} wrong" if wrong else "Every layer holds its floor.")
    return 1 if wrong else 0


def _changed(options: argparse.Namespace, kept: Floors, scored: Scored, pins: Mapping[str, str]) -> Floors:
    change = Change(datetime.now(UTC).date(), "", "", "", options.because)
    for layer in options.lower:
        kept = floors.lowered(kept, layer, scored.figures, change)
    return floors.updated(kept, scored.figures, pins, change) if options.update else kept


def _others(options: argparse.Namespace, readers: Sequence[Reader]) -> list[list[table.Row]]:
    """Return the figures on other corpora whose folders were named."""
    named = ((measure, getattr(options, name)) for name, measure in beside.FIGURES.items())
    return [measure(folder, readers) for measure, folder in named if folder]


def _beside(others: Sequence[Sequence[table.Row]], readers: Sequence[Reader]) -> Iterator[str]:
    for rows in others:
        yield from ("", *table.beside(rows, [reader.name for reader in readers]))


def _opened(options: argparse.Namespace, readers: Sequence[Reader]) -> int:
    """Measure the test split and write the figures down; refuses where that was done before."""
    record = options.docs / RECORD
    if record.exists():
        raise Faulty(f"The test split was opened before; its figures stand in {record}. It is opened once.")
    folder = options.corpus / options.split
    scored, pins = _scored(folder, readers), _pins(folder)
    lines = [*table.figures(scored, {}), *_beside(_others(options, readers), readers)]
    today = datetime.now(UTC).date().isoformat()
    record.write_text(_paper(_OPENED.format(today), lines, pins), "utf-8")
    shipped.write(options.figures, test=shipped.split(scored, pins))
    _say(*lines, "", f"Written to {record}.")
    return 0


def _paper(head: str, lines: Sequence[str], pins: Mapping[str, str]) -> str:
    hashes = [f"- {name}: sha256 `{value}`" for name, value in pins.items()]
    return "\n".join([head, *hashes, "", "```", *lines, "```"]) + "\n"


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
