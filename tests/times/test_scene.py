from __future__ import annotations

import pytest

from sayso.records import Text
from sayso.times.scene import Anchor, Scene, Stated, anchor_of, publication


def anchor(edtf: str) -> Anchor:
    made = anchor_of(edtf, edtf)
    assert made is not None
    return made


def stated(edtf: str, block: int = 0, absolute: bool = True) -> Stated:
    return Stated(anchor(edtf), block, 0, absolute, told=True)


@pytest.mark.parametrize(
    ("edtf", "fineness"),
    [("2024-01-16", 3), ("2024-01-16~", 3), ("2024-01-16/2024-01-18", 3), ("2024-01", 2), ("2024-01-XX", 2),
     ("2024", 1), ("199X", 1), ("2024-22", 1), ("2024-01/2024-01-16", 2)],
)  # fmt: skip
def test_an_anchor_is_as_fine_as_its_coarser_end(edtf: str, fineness: int) -> None:
    assert fineness == anchor(edtf).fineness


@pytest.mark.parametrize(
    ("edtf", "unit", "found"),
    [("2024", "year", True), ("2024", "month", False), ("2024-01", "month", True), ("2024-01", "day", False)],
)
def test_a_publication_date_counts_only_what_it_is_fine_enough_for(edtf: str, unit: str, found: bool) -> None:
    assert found == (Scene(anchor(edtf)).origin("published", unit) is not None)


def test_the_text_anchor_is_the_last_one_that_is_fine_enough() -> None:
    scene = Scene(None, before=(stated("2024-01-16"), stated("2014")))
    assert anchor("2024-01-16") == scene.origin("text", "day")


def test_a_text_anchor_further_up_than_the_paragraph_before_does_not_count() -> None:
    assert Scene(None, before=(stated("2024-01-16", block=0),), block=2).origin("text", "day") is None


def test_days_are_not_counted_from_a_whole_week() -> None:
    assert Scene(None, before=(stated("2024-01-15/2024-01-21"),)).origin("text", "day") is None


def test_either_anchor_is_the_publication_where_it_is_known() -> None:
    before = (stated("2014-03"),)
    assert anchor("2024-03") == Scene(anchor("2024-03"), before=before).origin("either", "month")
    assert anchor("2014-03") == Scene(None, before=before).origin("either", "month")


def test_a_narrative_ends_where_the_publication_date_was_used() -> None:
    before = (stated("2014-03"), stated("2024-01-16", absolute=False))
    assert Scene(anchor("2024-01-23"), before=before).narrative() is None
    assert anchor("2014-03") == Scene(None, before=before).narrative()


@pytest.mark.parametrize(
    ("published", "timezone", "edtf"),
    [
        ("2024-03-14", None, "2024-03-14"),
        ("2024-03-14T22:30:00Z", "Asia/Damascus", "2024-03-15"),
        ("2024-03-14T22:30:00Z", None, "2024-03-14"),
        ("2024-03-14T22:30:00Z", "No/Such_Zone", "2024-03-14"),
        ("2024-03-14T22:30", "Asia/Damascus", "2024-03-14"),
        ("2024-03-14T25:99", None, "2024-03-14"),
        ("2024-03", None, "2024-03"),
    ],
)
def test_publication_is_a_day_in_the_outlets_time_zone(published: str, timezone: str | None, edtf: str) -> None:
    found = publication(Text("", (), published=published, timezone=timezone))
    assert (edtf, f"published {edtf}") == (found and found.edtf, found and found.label)


@pytest.mark.parametrize("published", [None, "", "soon", "2014/..", "T"])
def test_a_publication_date_that_fixes_nothing_is_no_anchor(published: str | None) -> None:
    assert publication(Text("", (), published=published)) is None
