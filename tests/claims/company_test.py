"""Triggers that words are by the company that they keep."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.claims.company import found
from sayso.records import Trigger
from sayso.spans import Span, cut


def _told(body: str, *hinted: str, known: Sequence[Trigger] = (), before: Sequence[str] = ()) -> list[str]:
    """What a sentence tells, as `word type`, where the encoder holds some words for possible."""
    hints = [cut(body, body.index(word), body.index(word) + len(word)) for word in hinted]
    sentence = cut(body, 0, len(body))
    return [f"{one.span.text} {one.type}" for one in found(body, sentence, known, hints, before)]


@pytest.mark.parametrize(
    ("body", "word", "sort"),
    [
        ("The post faced an attack by gunmen.", "attack", "ASSAULT"),
        ("The shelling last Monday by gunboats came late.", "shelling", "ASSAULT"),
        ("He spoke of missile strikes on Sefa.", "missile strikes", "ASSAULT"),
        ("They announced the arrest of two clerks.", "arrest", "COERCE"),
        ("The withdrawal from Sefa took a day.", "withdrawal", ""),
        ("The evacuation of Sefa took a day.", "evacuation", "RETREAT"),
    ],
)
def test_a_noun_with_whom_it_hit_is_told_where_a_hint_bears_it_out(body: str, word: str, sort: str) -> None:
    assert ([f"{word} {sort}"] if sort else []) == _told(body, word)


@pytest.mark.parametrize("body", ["The attack was short.", "A counter-attack on Sefa failed."])
def test_a_noun_alone_or_within_another_is_not(body: str) -> None:
    assert [] == _told(body, "attack")


def test_a_noun_without_a_hint_is_not() -> None:
    assert [] == _told("Nobody feared an attack on Sefa.", "feared")


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("Six trucks were spotted heading for the dam.", "heading"),
        ("A convoy of the Dawn Front moved into Sefa.", "moved"),
        ("Reinforcements have arrived at the ford.", "arrived"),
    ],
)
def test_forces_on_the_move_need_no_hint(body: str, word: str) -> None:
    assert [f"{word} MOBILIZE"] == _told(body)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("The Front announced that it will intensify its raids.", ["announced THREATEN"]),
        ("He said they would soon strike the port.", ["said THREATEN"]),
        ("The Front announced that it will not strike the port.", []),
        ("The mayor announced that schools will open.", []),
        ("The mayor said that the Front would strike the port.", []),
        ("He said so. It will strike the port.", []),
    ],
)
def test_who_announces_harm_threatens(body: str, told: list[str]) -> None:
    assert told == _told(body)


@pytest.mark.parametrize("body", ["Children were heading towards the dam.", "Troops stationed at the dam slept."])
def test_others_on_the_move_and_forces_that_stay_are_no_event(body: str) -> None:
    assert [] == _told(body)


@pytest.mark.parametrize(
    ("body", "word", "sort"),
    [
        ("Two guards died there.", "died", "ASSAULT"),
        ("Nine men were rounded up.", "rounded up", "COERCE"),
        ("Some 300 families fled.", "fled", "RETREAT"),
    ],
)
def test_what_befell_people_tells_an_event_where_a_hint_bears_it_out(body: str, word: str, sort: str) -> None:
    assert [[f"{word} {sort}"], []] == [_told(body, word), _told(body, "There" if "There" in body else body[:3])]


def test_what_befell_people_is_no_event_beside_the_one_that_brought_it_about() -> None:
    body = "Two guards died there."
    assert [] == _told(body, "died", before=["ASSAULT"])
    assert [] == _told(body, "died", known=[Trigger(_span(body, "there"), "ASSAULT")])
    assert ["died ASSAULT"] == _told(body, "died", before=["REQUEST"])


def test_that_nothing_befell_anybody_is_no_event() -> None:
    assert [] == _told("No guard died there.", "died")


def test_a_short_note_needs_no_hint() -> None:
    body = "Two guards died there."
    assert ["died"] == [one.span.text for one in found(body, cut(body, 0, len(body)), (), None)]


def _span(body: str, word: str) -> Span:
    return cut(body, body.index(word), body.index(word) + len(word))


def test_a_toll_that_is_only_counted_again_is_no_event() -> None:
    assert [] == _told("The council put the toll at 19.", "toll")
