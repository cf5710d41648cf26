from __future__ import annotations

from dataclasses import replace

import pytest
from tests.places.world import WORLD

from sayso.places import evidence
from sayso.places.evidence import FEATURES, Candidate, weigh
from sayso.spans import cut


def candidate(name: str, before: str = "", after: str = "") -> Candidate:
    body = before + name + after
    span = cut(body, len(before), len(before) + len(name))
    return Candidate(span, name, WORLD.lookup(name), before=before, after=after, opens=not before)


@pytest.mark.parametrize(
    ("before", "points"),
    [
        ("they met in ", 1.5),
        ("they met in the ", 1.5),
        ("they met in northern ", 1.5),
        ("the mayor of ", 1.5),
        ("the price of ", 1.0),
        ("according to ", 0.0),
        ("they met ", 0.0),
        ("halfway between Zahle and ", 1.5),
        ("they sold bread and ", 0.0),
        ("a bus bound for ", 1.5),
        ("a song for ", 0.0),
        ("the civil prison of ", 1.5),
    ],
)
def test_a_preposition_of_place_counts(before: str, points: float) -> None:
    assert points == evidence.stands_as_place(candidate("Binnish", before))


def test_a_country_outweighs_a_city_and_a_city_a_village() -> None:
    points = [evidence.is_known(candidate(name)) for name in ("Syria", "Paris", "Binnish", "Harim")]
    assert sorted(points, reverse=True) == points
    assert 4 == len(set(points))


def test_the_reader_is_believed_less_after_a_preposition() -> None:
    bare = replace(candidate("Binnish"), taken_for="person")
    placed = replace(candidate("Binnish", "they met in "), taken_for="person")
    assert evidence.reader_says(bare) < evidence.reader_says(placed) < 0


def test_the_reader_counts_for_more_where_the_gazetteer_is_silent() -> None:
    known, unknown = (
        evidence.reader_says(replace(candidate(name), taken_for="place")) for name in ("Binnish", "Harim")
    )
    assert known < unknown


def test_a_country_is_one_whatever_the_reader_says() -> None:
    assert 0 == evidence.reader_says(replace(candidate("Syria"), taken_for="person"))


@pytest.mark.parametrize(
    ("left", "right", "doubted"),
    [(("boston",), (), True), ((), ("tribune",), True), (("northern",), (), False), ((), (), False)],
)
def test_other_capitals_beside_a_name_are_doubted(left: tuple[str, ...], right: tuple[str, ...], doubted: bool) -> None:
    item = replace(candidate("Binnish"), left=left, right=right)
    assert doubted == (evidence.is_part_of_another_name(item) < 0)


def test_a_dated_line_opens_with_a_place() -> None:
    assert evidence.heads_the_report(candidate("Binnish", after=", 3 May. Rain")) > 0
    assert 0 == evidence.heads_the_report(candidate("Binnish", after=", a town"))


@pytest.mark.parametrize("after", [". Two shells fell", " / eastern countryside", ": shops shut", " (Wire)", ""])
def test_capitals_at_the_front_of_a_paragraph_are_a_place(after: str) -> None:
    assert evidence.heads_the_report(candidate("BINNISH", after=after)) > 0
    assert 0 == evidence.heads_the_report(candidate("BINNISH", "the ", after))


def test_a_dated_line_may_open_with_an_office() -> None:
    assert evidence.heads_the_report(candidate("Binnish", "Office for Water, ", ", 3 May 2021")) > 0
    assert 0 == evidence.heads_the_report(candidate("Binnish", "Office for Water in ", ", 3 May 2021"))


def test_a_byline_ends_with_a_place() -> None:
    item = replace(candidate("Binnish", "By our correspondent in "), role="byline")
    assert evidence.heads_the_report(item) > 0
    assert 0 == evidence.heads_the_report(replace(item, after=" and others"))


def test_what_is_no_name_owns_nothing() -> None:
    known = candidate("Binnish", "the University of ")
    assert evidence.is_part_of_another_name(known) < 0
    assert 0 == evidence.is_part_of_another_name(replace(known, before="the rescue service of "))


def test_an_owner_without_a_name_is_never_sure() -> None:
    item = replace(candidate("French hotel", "they drove to the "), kind="facility", owned=True)
    assert [(item, False)] == weigh("they drove to the French hotel", [item])


def test_a_name_placed_once_is_a_place_elsewhere() -> None:
    body = "They met in Binnish. Then Binnish slept."
    first, again = (
        replace(candidate("Binnish", body[:at], body[at + 7 :]), span=cut(body, at, at + 7))
        for at in (body.index("Binnish"), body.rindex("Binnish"))
    )
    assert [True] == [sure for item, sure in weigh(body, [first, again]) if item == again]
    assert [False] == [sure for _, sure in weigh(body, [again])]


def test_neighbours_of_a_place_in_a_list_are_places() -> None:
    body = "They met in Binnish, Zahle and Hammond"
    items = []
    for name in ("Binnish", "Zahle", "Hammond"):
        at = body.index(name)
        items.append(replace(candidate(name, body[:at], body[at + len(name) :]), span=cut(body, at, at + len(name))))
    assert [True, True, True] == [sure for _, sure in weigh(body, items)]


def test_every_piece_of_evidence_explains_itself() -> None:
    assert all(feature.__doc__ for feature in FEATURES)
