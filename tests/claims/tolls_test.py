"""Which event those belong to whom a report counts, and figures that rival others."""

from __future__ import annotations

import pytest
from tests.marked import paragraph

from sayso.claims.stage import Stage
from sayso.claims.tolls import attach
from sayso.records import Event
from sayso.spans import cut


def _event(body: str, word: str, number: int, place: str | None = None) -> Event:
    at = body.index(word)
    return Event(f"v{number}", cut(body, at, at + len(word)), "ASSAULT", place=place)


def _counted(body: str, *words: str) -> list[list[str]]:
    """The tolls of an assault told by each of these words, each as `slot low-high`."""
    events = [_event(body, word, number) for number, word in enumerate(words, 1)]
    told = attach(Stage(paragraph(body), ()), events, ())
    return [[f"{toll.slot} {toll.low}-{toll.high}" for toll in event.tolls] for event in told]


def test_a_toll_belongs_to_the_event_of_its_sentence() -> None:
    body = "Rebels shelled Taiz. On Friday gunmen stormed a post and killed two guards."
    assert [[], ["killed 2-2"]] == _counted(body, "shelled", "stormed")


def test_a_toll_belongs_to_the_event_told_by_the_same_word() -> None:
    body = "Rebels shelled Taiz and killed two guards."
    assert [[], ["killed 2-2"]] == _counted(body, "shelled", "killed")


def test_a_toll_in_a_sentence_of_its_own_goes_to_the_last_event_of_its_paragraph() -> None:
    body = "Rebels shelled Taiz. Gunmen stormed a post. Nine people died."
    assert [[], ["killed 9-9"]] == _counted(body, "shelled", "stormed")


def test_a_toll_in_a_paragraph_of_its_own_goes_to_what_the_report_tells_first() -> None:
    body = "Rebels shelled Taiz. In May gunmen stormed a post.\nDoctors put the death toll at nine."
    assert [["killed 9-9"], []] == _counted(body, "shelled", "stormed")


def test_the_same_toll_told_twice_is_kept_once() -> None:
    body = "Rebels shelled Taiz. Nine people died. The nine dead were traders."
    assert [["killed 9-9"]] == _counted(body, "shelled")


@pytest.mark.parametrize(
    "rival",
    [
        "The mayor gives seven.",
        "A nurse had counted seven, she said.",
        "The Front put the number at seven.",
        "Radio Aden has it at seven.",
        "Seven, according to a nurse.",
    ],
)
def test_a_bare_number_behind_a_toll_is_a_rival_to_it(rival: str) -> None:
    assert [["killed 9-9", "killed 7-7"]] == _counted(f"Rebels shelled Taiz. Nine people died. {rival}", "shelled")


@pytest.mark.parametrize(
    "rival", ["or seven, according to the mayor", "and not seven as first announced", "or seven by the mayor’s count"]
)
def test_a_number_set_against_another_in_one_breath_is_a_rival_to_it(rival: str) -> None:
    assert [["killed 9-9", "killed 7-7"]] == _counted(f"Rebels shelled Taiz. Nine people died, {rival}.", "shelled")


@pytest.mark.parametrize(
    "other",
    [
        "The mayor has seven children.",
        "The Front put the number of rounds at seven.",
        "He left. The mayor gives seven.",
    ],
)
def test_other_numbers_rival_nothing(other: str) -> None:
    assert [["killed 9-9"]] == _counted(f"Rebels shelled Taiz. Nine people died. {other}", "shelled")
