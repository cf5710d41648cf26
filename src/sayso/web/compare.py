"""The wording of two to four reports of an incident side by side, claim by claim, with what only one of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.errors import BadValue, NotFound
from sayso.incidents import Why
from sayso.web.incident import Line
from sayso.web.opened import Shown

LEAST, MOST = 2, 4
_ALIKE = 0.2  # share of the words of two claims that both have, from which they stand in one row
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\w+(?:[’'.,]\w+)*|[^\w\s]+|\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a claim that stand together; `own` ones are found in no other claim of the row."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A claim in its row."""

    line: Line
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Claims of several reports that say much the same; None where a report says nothing of the kind."""

    cells: tuple[Cell | None, ...]

    @property
    def shared(self) -> int:
        """How many reports have a claim in the row."""
        return sum(cell is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two to four reports side by side; `whys` say of each pair why they are, or are not, of one telling."""

    incident_id: str
    reports: tuple[Shown, ...]
    rows: tuple[Row, ...]
    whys: tuple[Why, ...]

    @property
    def together(self) -> tuple[Row, ...]:
        """The rows with claims of several reports."""
        return tuple(row for row in self.rows if row.shared > 1)

    @property
    def alone(self) -> tuple[Row, ...]:
        """The rows that one report has to itself."""
        return tuple(row for row in self.rows if row.shared == 1)

    @property
    def exercise(self) -> bool:
        """Whether one of the reports is a bundled sample."""
        return any(shown.exercise for shown in self.reports)

    def name(self, report_id: str) -> str:
        """Return what one of the reports is called: its outlet, or else its file."""
        return next(shown.outlet or shown.report.name for shown in self.reports if shown.id == report_id)


def named(asked: Sequence[str], reports: Sequence[str]) -> tuple[str, ...]:
    """Return the reports of an incident that are asked for; raises BadValue and NotFound."""
    wanted = tuple(dict.fromkeys(one for part in asked for one in part.split(",") if one))
    if not LEAST <= len(wanted) <= MOST:
        raise BadValue(f"{len(wanted)} reports cannot be set side by side.", "Choose two, three or four of them.")
    for one in wanted:
        if one not in reports:
            raise NotFound(f"Report {one} is not of this incident.", "Choose among the reports that its page lists.")
    return wanted


def rows(lines: Sequence[Line], reports: Sequence[str]) -> tuple[Row, ...]:
    """Align the claims of these reports: each with the most alike of every other, the rest in rows of their own."""
    columns = [[line for line in lines if line.stated.report == report] for report in reports]
    taken: set[str] = set()
    found = []
    for at, column in enumerate(columns):
        for line in column:
            if line.subject not in taken:
                others = [_nearest(line, other, taken) if nth > at else None for nth, other in enumerate(columns)]
                cells = [line if nth == at else other for nth, other in enumerate(others)]
                taken |= {cell.subject for cell in cells if cell}
                found.append(_row(cells))
    return tuple(found)


def _nearest(line: Line, others: Sequence[Line], taken: set[str]) -> Line | None:
    free = [(_likeness(line.words, other.words), -at, other) for at, other in enumerate(others)]
    free = [one for one in free if one[2].subject not in taken and one[0] >= _ALIKE]
    return max(free, key=lambda one: one[:2])[2] if free else None


def _likeness(one: str, other: str) -> float:
    """Return the share of the longer words that two contents have in common."""
    a, b = ({word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3} for text in (one, other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _row(lines: Sequence[Line | None]) -> Row:
    words = [_WORD.findall(line.words) if line else [] for line in lines]
    own = [_own(at, words) for at in range(len(words))]
    return Row(
        tuple(
            Cell(line, tuple(_runs(mine, marks))) if line else None
            for line, mine, marks in zip(lines, words, own, strict=True)
        )
    )


def _own(at: int, words: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the positions of the words of one claim that no other claim of the row has."""
    others = {word.casefold() for nth, other in enumerate(words) if nth != at for word in other}
    return frozenset(nth for nth, word in enumerate(words[at]) if others and word.casefold() not in others)


def _runs(words: Sequence[str], own: frozenset[int]) -> Iterator[Run]:
    """Yield the words in runs; what is no word belongs to the run it follows."""
    run, is_own = "", False
    for at, word in enumerate(words):
        if _LETTER.match(word) and (at in own) != is_own:
            if run:
                yield Run(run, is_own)
            run, is_own = "", at in own
        run += word
    if run:
        yield Run(run, is_own)


def pairs(reports: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each two of the reports once."""
    yield from combinations(reports, 2)
