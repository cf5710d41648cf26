"""Exports of a workspace: what was accepted, and the districts of places."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import linked
from tests.linked import DEPOT, Told, written

from sayso.errors import StoreError
from sayso.exporting import Districts
from sayso.outgoing import Case, District, Selection, Terms
from sayso.places import Entry, Gazetteer
from sayso.records import Place
from sayso.spans import Span
from sayso.workspace import Workspace, formats, schema


def entry(number: int, name: str, feature: str, admin2: str | None = None, **given: object) -> tuple[Entry, list[str]]:
    values = {"country": "YE", "admin1": "Ma’rib", "population": 0, "lat": 15.0, "lon": 45.0, "radius_m": 2000} | given
    return Entry(number, name, admin2=admin2, feature=feature, **values), []  # type: ignore[arg-type]


GAZETTEER = Gazetteer.of(
    [
        entry(1, "Harib", "P.PPL", "Harib District"),
        entry(2, "Harib District", "A.ADM2", "Harib District", radius_m=20_000),
        entry(3, "Ma’rib", "A.ADM1", radius_m=74_000),
        entry(4, "Tell Anab", "P.PPL"),
        entry(5, "Yemen", "A.PCLI", admin1=None, radius_m=500_000),
        entry(6, "Nowhere", "P.PPL", admin1="Unlisted"),
    ]
)


def place(geonames: int | None = None, country: str | None = "YE", admin1: str | None = None) -> Place:
    return Place("p1", Span(0, 1, "x"), "gazetteer", geonames=geonames, country=country, admin1=admin1)


def found(one: Place) -> tuple[str, int, bool] | None:
    district = Districts(GAZETTEER).of(one)
    return (district.name, district.radius_m, district.itself) if isinstance(district, District) else None


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (place(1), ("Harib District", 20_000, False)),
        (place(2), ("Harib District", 20_000, True)),
        (place(4), ("Ma’rib", 74_000, False)),
        (place(admin1="Ma’rib"), ("Ma’rib", 74_000, False)),
        (place(5), ("Yemen", 500_000, True)),
        (place(99), ("Yemen", 500_000, False)),
        (place(country=None), None),
    ],
)
def test_a_place_lies_in_its_second_level_area_else_in_the_first_level_one(
    one: Place, expected: tuple[str, int, bool] | None
) -> None:
    assert expected == found(one)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    workspace = Workspace.open(tmp_path / "kept")
    list(workspace.add(written(tmp_path / "in", [Told(DEPOT), Told(DEPOT, day=20, place="Ataq")])))
    return workspace


def ids(workspace: Workspace) -> list[str]:
    return [row.report.id for row in workspace.reports()]


def test_what_a_person_accepted_is_told_until_it_is_rejected_or_undone(kept: Workspace) -> None:
    first, second = ids(kept)
    assert frozenset() == kept.accepted([first])
    ruling = kept.judge("accept", [f"{first}:c1"], by="Ada")
    kept.judge("accept", [f"{second}:v0"], by="Ada")
    assert {(first, "c1")} == kept.accepted([first])
    assert {(first, "c1"), (second, "v0")} == kept.accepted([first, second])
    kept.undo(ruling.id, by="Ada")
    assert frozenset() == kept.accepted([first])


def test_an_export_is_one_line_about_itself_where_nothing_was_reviewed(kept: Workspace) -> None:
    assert 1 == b"".join(kept.export("jsonl")).count(b"\n")
    assert (0, 2) == (kept.redactions().claims, kept.redactions().unreviewed)


def test_a_preview_at_hand_is_not_made_again(kept: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = Terms("public", unreviewed=True)
    preview = kept.redactions(terms=terms)
    expected = b"".join(kept.export("csv-claims", terms=terms))
    monkeypatch.setattr(Workspace, "redactions", None)
    assert expected == b"".join(kept.export("csv-claims", Selection(), terms, preview))


def test_a_report_that_came_in_since_the_preview_stops_the_export(kept: Workspace, tmp_path: Path) -> None:
    terms = Terms("public", unreviewed=True)
    preview = kept.redactions(terms=terms)
    list(kept.add(written(tmp_path / "later", [Told(DEPOT, day=25)])))
    with pytest.raises(StoreError):
        list(kept.export("jsonl", Selection(), terms, preview))


def test_what_nobody_reviewed_stays_without_stopping_what_leaves(kept: Workspace) -> None:
    first, _ = ids(kept)
    kept.judge("accept", [f"{first}:c1"], by="Ada")
    assert 2 == b"".join(kept.export("csv-claims", terms=Terms("public"))).count(b"\r\n")


def test_an_incident_that_is_named_twice_leaves_once(kept: Workspace) -> None:
    (first, *_) = kept.incidents()
    selection = Selection((first.id, first.reports[0]))
    assert 1 == kept.redactions(selection, Terms(unreviewed=True)).events


def test_a_case_has_all_its_reports_and_the_districts_of_their_places(kept: Workspace) -> None:
    for case in kept._cases(Selection()):
        assert isinstance(case, Case)
        assert {one.report for one in case.incident.claims} == set(case.sources)
        assert {"YE"} == {district.country for district in case.districts.values()}


def test_formats_and_schema_are_told() -> None:
    assert {"jsonl", "parquet"} <= set(formats())
    assert "oneOf" in schema()
