"""What persons decided of claims, looked up by the words it is about, and in the order it was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.incidents import Stated
from sayso.rulings import Judged, Passage, Ruling
from sayso.spans import Span

Key = tuple[str, tuple[tuple[int, int], ...]]  # the report's id, and where the words stand
_ID = 16  # digits of a report's hash that are its id


@dataclass(frozen=True, slots=True)
class Ruled:
    """What is in force of one claim: who accepted it, its grade, and the notes on it."""

    accepted: Ruling | None = None
    grade: Ruling | None = None
    notes: tuple[Ruling, ...] = ()


UNRULED = Ruled()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the history: a ruling, the undoing in force that took it back, and whether it can be taken back."""

    ruling: Ruling
    undone: Ruling | None = None

    @property
    def takes_back(self) -> str:
        """The id to undo: the ruling's own, or that of its undoing where it is undone, to put it back in force."""
        return self.undone.id if self.undone else self.ruling.id


class History:
    """All rulings of a workspace, as `Workspace.judgements` gives them."""

    def __init__(self, judged: Sequence[Judged]) -> None:
        self._judged = judged
        self._by_id = {one.ruling.id: one.ruling for one in judged}
        self._claims: dict[Key, Ruled] = {}
        self._pairs: dict[frozenset[Key], Ruling] = {}
        for one in judged:
            if one.undone_by is None and len(one.ruling.about) == 1:
                self._take(one.ruling)
            elif one.undone_by is None and one.ruling.kind == "accept":
                self._pairs[frozenset(map(_key, one.ruling.about))] = one.ruling

    def _take(self, ruling: Ruling) -> None:
        key = _key(ruling.about[0])
        before = self._claims.get(key, UNRULED)
        if ruling.kind == "accept":
            self._claims[key] = Ruled(ruling, before.grade, before.notes)
        elif ruling.kind == "grade":
            self._claims[key] = Ruled(before.accepted, ruling, before.notes)
        elif ruling.kind == "note":
            self._claims[key] = Ruled(before.accepted, before.grade, (*before.notes, ruling))

    def of(self, report_id: str, content: Iterable[Span]) -> Ruled:
        """Return what is in force of the claim with this content in a report."""
        return self._claims.get(_place(report_id, content), UNRULED)

    def clash(self, a: Stated, b: Stated) -> Ruling | None:
        """Return the ruling in force that these two claims do contradict each other; None where nobody said so."""
        return self._pairs.get(frozenset(_place(one.report, one.content) for one in (a, b)))

    def entries(self, report_ids: Iterable[str] | None = None) -> tuple[Entry, ...]:
        """Return the rulings on these reports, or all, the newest first; an undoing stands with what it undoes."""
        wanted = None if report_ids is None else frozenset(report_ids)
        return tuple(self._entries(wanted))

    def _entries(self, wanted: frozenset[str] | None) -> Iterator[Entry]:
        for one in reversed(self._judged):
            if one.ruling.kind == "undo":
                continue
            if wanted is None or wanted.intersection(passage.sha256[:_ID] for passage in one.ruling.about):
                yield Entry(one.ruling, self._by_id[one.undone_by] if one.undone_by else None)

    def recent(self, most: int) -> tuple[Entry, ...]:
        """Return the latest rulings in force, so many at most, after the one that was taken back last, if any."""
        entries = self.entries()
        gone = [one for one in entries if one.undone]
        order = {ruling_id: at for at, ruling_id in enumerate(self._by_id)}
        last = sorted(gone, key=lambda one: order[one.undone.id if one.undone else ""])[-1:]
        return (*last, *[one for one in entries if not one.undone][:most])

    def entry(self, ruling_id: str) -> Entry | None:
        """Return the line of the ruling with this id, or of what it undid; None where there is none."""
        ruling = self._by_id.get(ruling_id)
        while ruling is not None and ruling.undoes:
            ruling = self._by_id.get(ruling.undoes)
        return next((one for one in self._entries(None) if ruling and one.ruling.id == ruling.id), None)


def _key(passage: Passage) -> Key:
    return _place(passage.sha256[:_ID], passage.spans)


def _place(report_id: str, spans: Iterable[Span]) -> Key:
    return report_id, tuple((span.start, span.end) for span in spans)
