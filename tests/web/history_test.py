"""What persons decided, looked up and listed."""

from __future__ import annotations

from sayso.rulings import Judged, Passage, Ruling, RulingKind
from sayso.spans import Span
from sayso.web.history import UNRULED, History

WORDS = (Span(0, 4, "Fire"),)
PASSAGE = Passage("a" * 64, "claim", "c1", WORDS, "report", "positive", "", "test-1")


def ruling(number: int, kind: RulingKind = "accept", **fields: object) -> Ruling:
    given = {"about": (PASSAGE,)} | fields
    return Ruling(f"j{number}", kind, "mina", f"2031-04-0{number}T08:00:00Z", **given)  # type: ignore[arg-type]


def test_a_claim_is_found_by_where_its_words_stand() -> None:
    found = History([Judged(ruling(1))])

    assert ruling(1) == found.of("a" * 16, WORDS).accepted
    assert UNRULED == found.of("a" * 16, (Span(1, 4, "ire"),)) == found.of("b" * 16, WORDS)


def test_what_was_undone_is_not_in_force() -> None:
    assert UNRULED == History([Judged(ruling(1), "j2"), Judged(ruling(2, "undo", undoes="j1"))]).of("a" * 16, WORDS)


def test_the_last_grade_holds_and_every_note_does() -> None:
    grades = [ruling(1, "grade", grade='x:y="3"'), ruling(2, "grade", grade='x:y="4"')]
    notes = [ruling(3, "note", why="one"), ruling(4, "note", why="two")]
    found = History([Judged(one) for one in (*grades, *notes)]).of("a" * 16, WORDS)

    assert (grades[1], tuple(notes)) == (found.grade, found.notes)


def test_the_history_runs_backwards_and_an_undoing_stands_with_what_it_undoes() -> None:
    undoing = ruling(3, "undo", undoes="j1", about=())
    entries = History([Judged(ruling(1), "j3"), Judged(ruling(2)), Judged(undoing)]).entries(["a" * 16])

    assert [("j2", None, "j2"), ("j1", undoing, "j3")] == [
        (one.ruling.id, one.undone, one.takes_back) for one in entries
    ]


def test_of_the_latest_decisions_the_last_one_taken_back_comes_first() -> None:
    rulings = [ruling(number) for number in range(1, 6)]
    undone = {"j1": "j7", "j4": "j6"}
    back = [ruling(6, "undo", undoes="j4"), ruling(7, "undo", undoes="j1")]
    found = History([*(Judged(one, undone.get(one.id)) for one in rulings), *map(Judged, back)])

    assert ["j1", "j5", "j3"] == [one.ruling.id for one in found.recent(2)]


def test_a_line_is_found_by_the_undoing_too() -> None:
    found = History([Judged(ruling(1), "j2"), Judged(ruling(2, "undo", undoes="j1", about=()))])
    entries = [found.entry(name) for name in ("j1", "j2", "j9")]

    assert ["j1", "j1", None] == [entry.ruling.id if entry else None for entry in entries]
