"""What linking keeps of the reports that it took last."""

from __future__ import annotations

from dataclasses import replace

from tests.linked import DEPOT, Told, reading_of

from sayso.link.source import Recent, Source
from sayso.link.tell import tell
from sayso.records import Meta, Report


def source(name: str) -> Source:
    text = Told(DEPOT, outlet=name).text
    reading = reading_of(text, Meta(), name)
    return Source(Report(name, name, f"{name}.txt", "", "text", Meta(), ""), reading)


A, B, C = map(source, "abc")
SIZE = len(A.reading.text.body)


def recent(most: int, *sources: Source) -> list[Source | None]:
    kept = Recent(most)
    for one in sources:
        kept.add(one)
    return [kept.get(name) for name in "abc"]


def test_a_source_tells_what_its_report_tells_of() -> None:
    assert tell("a", A.reading) == A.tellings
    assert A.reading.claims[0] == A.claims["c1"]


def test_so_many_are_kept_as_their_texts_allow() -> None:
    assert [None, B, C] == recent(2 * SIZE, A, B, C)


def test_one_that_is_longer_than_all_together_is_not_kept() -> None:
    assert [None, None, None] == recent(SIZE - 1, A, B)


def test_a_source_that_comes_again_takes_its_own_place() -> None:
    again = replace(A, report=replace(A.report, name="again.txt"))
    assert [again, B, None] == recent(2 * SIZE, A, B, again)


def test_what_was_let_go_of_leaves_room_for_more() -> None:
    kept = Recent(SIZE)
    kept.add(A)
    kept.clear()
    kept.add(B)
    assert (None, B) == (kept.get("a"), kept.get("b"))
