"""Development figures for the time grammar on WikiWars (TIMEX2 values): `python evaluation/wikiwars.py FOLDER`.

FOLDER holds `*.tml` files. They are narratives of wars with no publication date, so every anchor is a date in the text.
Durations ("three years") and vague references ("now", "former") are marked there and are no points in time here; recall
is therefore given over all marks and over those that name a calendar value. Spans count as found when they overlap.
Nothing is trained on these files and none of their words stand in the grammar.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.records import Block, Text
from sayso.spans import trimmed
from sayso.times import find

_MARK = re.compile(r'<TIMEX[23][^>]*?\bval(?:ue)?="([^"]*)"[^>]*>|</TIMEX[23]>')
_PARTS = {
    "SP": "{0}-03/{0}-05", "SU": "{0}-06/{0}-08", "FA": "{0}-09/{0}-11", "WI": "{0}-12/{1}-02",
    "H1": "{0}-01/{0}-06", "H2": "{0}-07/{0}-12",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked expression: its range in the plain text and its value in EDTF, None where it names no calendar time."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found, with the single values that it gives (both ends of an interval)."""

    start: int
    end: int
    text: str
    values: frozenset[str]


def edtf(value: str) -> str | None:
    """Return a TIMEX2 value as EDTF, or None for durations, vague references and what is not a calendar time."""
    value = re.sub(r"(-XX)+$", "", value.partition("T")[0])
    if before_christ := re.fullmatch(r"BC(\d{4})(-\d\d)?", value):
        year = 1 - int(before_christ[1])
        return (f"-{-year:04d}" if year else "0000") + (before_christ[2] or "")
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return value
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0/{value}9"
    if re.fullmatch(r"\d{2}", value):
        return f"{value}01/{int(value) + 1:02d}00"
    if part := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|H[12])", value):
        return _PARTS[part[2]].format(part[1], int(part[1]) + 1)
    return None


def read(path: Path) -> tuple[str, list[Mark]]:
    """Return the plain text of a file and its marks; of nested marks each is kept."""
    source = path.read_text("utf-8", errors="replace")
    source = source.partition("<TEXT>")[2].partition("</TEXT>")[0]
    plain, marks, opened = "", [], []
    at = 0
    for tag in _MARK.finditer(source):
        plain += html.unescape(source[at : tag.start()])
        at = tag.end()
        if tag[1] is not None:
            opened.append((len(plain), tag[1]))
        elif opened:
            start, value = opened.pop()
            marks.append(Mark(start, len(plain), edtf(value)))
    return plain + html.unescape(source[at:]), marks


def paragraphs(body: str) -> Iterator[Block]:
    """Return every line that holds something, as a paragraph."""
    for line in re.finditer(r"[^\n]+", body):
        span = trimmed(body, line.start(), line.end())
        if span is not None:
            yield Block(span, "paragraph")


def expressions(body: str) -> list[Found]:
    """Return what the grammar finds, with no publication date."""
    found = []
    for time in find(Text(body=body, blocks=tuple(paragraphs(body)), language="en")):
        whole = (time.edtf or "").translate(str.maketrans("", "", "?~"))
        values = frozenset({whole, *whole.split("/")} - {"", ".."})
        found.append(Found(time.span.start, time.span.end, time.span.text, values))
    return found


def overlap(one: Mark | Found, other: Mark | Found) -> bool:
    """Whether two ranges share a character."""
    return one.start < other.end and other.start < one.end


def shares(right: tuple[int, int], wanted: tuple[int, int]) -> tuple[float, float, float]:
    """Return precision, recall and F1 from (right, found) and (met, wanted)."""
    precision, recall = right[0] / max(1, right[1]), wanted[0] / max(1, wanted[1])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def line(name: str, right: tuple[int, int], wanted: tuple[int, int]) -> str:
    """Return one line of figures."""
    precision, recall, f1 = shares(right, wanted)
    return f"{name:34} P {precision:.3f} ({right[0]}/{right[1]})  R {recall:.3f} ({wanted[0]}/{wanted[1]})  F1 {f1:.3f}"


def main() -> int:
    """Print the figures, and with --errors what was missed, invented or given another value."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.tml"))
    if not files:
        parser.error(f"there are no .tml files in {options.folder}")
    tallies = Tallies()
    for path in files:
        body, marks = read(path)
        tallies.add(path.stem, body, marks, expressions(body))
    lines = [tallies.table(), *(tallies.errors if options.errors else [])]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


class Tallies:
    """Counts over all files."""

    def __init__(self) -> None:
        self.marks = self.met = self.points = self.points_met = self.valued = 0
        self.found = self.right = self.with_value = self.value_right = self.exact = 0
        self.errors: list[str] = []

    def add(self, name: str, body: str, marks: list[Mark], found: list[Found]) -> None:
        """Count one file."""
        for one in found:
            near = [mark for mark in marks if overlap(one, mark)]
            self.found += 1
            self.right += bool(near)
            self.exact += any((one.start, one.end) == (mark.start, mark.end) for mark in near)
            self.with_value += bool(one.values)
            self.value_right += any(mark.value in one.values for mark in near)
            if not near:
                self.note("invented", name, body, one, "")
        for mark in marks:
            self._mark(name, body, mark, [one for one in found if overlap(one, mark)])

    def _mark(self, name: str, body: str, mark: Mark, near: list[Found]) -> None:
        self.marks += 1
        self.met += bool(near)
        if mark.value is None:
            return
        valued = any(mark.value in one.values for one in near)
        self.points += 1
        self.points_met += bool(near)
        self.valued += valued
        if not valued:
            got = ", ".join(f"{one.text} = {'/'.join(sorted(one.values)) or 'null'}" for one in near)
            self.note("value" if near else "missed", name, body, mark, f"want {mark.value} got {got or 'nothing'}")

    def note(self, kind: str, name: str, body: str, where: Mark | Found, what: str) -> None:
        """Keep one error with the words around it."""
        around = body[max(0, where.start - 50) : where.start] + "[" + body[where.start : where.end] + "]"
        self.errors.append(" ".join(f"{kind}\t{name}\t{around}{body[where.end : where.end + 40]}\t{what}".split("\n")))

    def f1(self) -> dict[str, float]:
        """Return the F1 of spans that name a calendar value, and that of the values."""
        return {
            "spans F1": shares((self.right, self.found), (self.points_met, self.points))[2],
            "values F1": shares((self.value_right, self.with_value), (self.valued, self.points))[2],
        }

    def table(self) -> str:
        """Return the figures, a line each."""
        return "\n".join(
            (
                line("spans, all marks", (self.right, self.found), (self.met, self.marks)),
                line("spans, marks with a calendar value", (self.right, self.found), (self.points_met, self.points)),
                line("values", (self.value_right, self.with_value), (self.valued, self.points)),
                f"{'spans with the same ends':34} {self.exact}/{self.found}",
            )
        )


if __name__ == "__main__":
    sys.exit(main())
