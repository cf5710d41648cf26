from __future__ import annotations

from concurrent.futures import Future

from sayso import ahead as module
from sayso.ahead import ahead
from sayso.errors import BadValue
from sayso.records import Capture, Meta, Reading, Refusal


def capture(number: int, size: int = 1) -> Capture:
    return Capture(f"{number:064}", b"x" * size, f"{number}.txt", f"{number}.txt", "text", Meta())


def begun_at_first_yield(captures: list[Capture], threads: int) -> int:
    begun: list[Capture] = []

    def begin(one: Capture) -> Future[Reading]:
        begun.append(one)
        return Future()

    next(ahead(iter(captures), begin, threads))
    return len(begun)


def test_every_input_is_given_in_order() -> None:
    items = [capture(number) for number in range(100)]
    assert items == [item for item, _ in ahead(iter(items), lambda _: Future(), 2)]


def test_many_small_reports_are_begun_before_the_first_is_asked_for() -> None:
    assert module.MOST + 1 == begun_at_first_yield([capture(number) for number in range(100)], 2)


def test_of_heavy_reports_only_as_many_are_held_as_there_are_threads() -> None:
    heavy = [capture(number, module.HEAVIEST) for number in range(6)]
    assert 3 == begun_at_first_yield(heavy, 2)


def test_what_is_refused_or_not_wanted_has_no_reading() -> None:
    refused = Refusal("a", "a", BadValue("It is bad.", "Mend it."))
    assert [None, None] == [reading for _, reading in ahead(iter([refused, capture(1)]), lambda _: None, 2)]
