from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("evaluation.incidents", reason="the evaluation does not stand beside these tests")

import yaml
from corpus.tools import gold
from evaluation.given import reading
from evaluation.incidents import Batch, b_cubed, batches, measure

from sayso.link.telling import Ref

ONE, TWO, THREE = (Ref("a", f"c{number}") for number in (1, 2, 3))
BODY = "Gunmen shot two herders in Marib on Tuesday, he said.\n\nHe denied that any shot was fired."
MARKS = {
    "report": {"file": "z1.txt", "published": "2031-04-09", "language": "en"},
    "claims": [
        {"id": "c1", "content": "Gunmen shot two herders in Marib on Tuesday", "chain": [], "kind": "report"},
        {"id": "c2", "content": "any shot was fired", "chain": [], "kind": "denial", "polarity": "negative"},
    ],
    "events": [{"trigger": "shot", "type": "ASSAULT", "actor": "Gunmen", "place": "Marib", "time": "2031-04-08"}],
    "not_events": [{"trigger": "fired", "why": "denied"}],
    "times": [{"quote": "on Tuesday", "edtf": ["2031-04-08"]}],
    "places": [{"quote": "Marib", "country": "YE", "lat": 15.46, "lon": 45.33, "role": "event"}],
}


def report(name: str, folder: Path) -> gold.Report:
    (folder / f"{name}.txt").write_text(BODY, "utf-8")
    (folder / f"{name}.gold.yaml").write_text(yaml.safe_dump(MARKS), "utf-8")
    return gold.report(folder / f"{name}.gold.yaml")


def linked(folder: Path) -> list[Batch]:
    incident = {
        "id": "z-i1",
        "type": "ASSAULT",
        "reports": {"z1": ["c1"], "z2": ["c1"]},
        "origins": [{"reports": ["z1", "z2"]}],
        "state": "single-origin",
    }
    across = gold.Across(folder / "z.across.gold.yaml", {"incidents": [incident], "contradictions": []})
    reports = (report("z1", folder), report("z2", folder))
    return list(batches(gold.Corpus(reports, (), (across,), ()), reading))


def test_clusters_that_are_the_classes_are_right() -> None:
    marked = {ONE: "x", TWO: "x", THREE: "y"}
    assert [(1.0, 1.0)] * 3 == b_cubed({ONE: "1", TWO: "1", THREE: "2"}, marked)


def test_what_is_joined_wrongly_costs_precision_and_what_is_parted_recall() -> None:
    marked = {ONE: "x", TWO: "x", THREE: "y"}
    assert [(0.5, 0.5), (1.0, 0.5), (0.5, 1.0)] == b_cubed({ONE: "1", TWO: "2", THREE: "1"}, marked)


def test_a_claim_that_is_in_no_incident_stands_alone() -> None:
    assert [(1.0, 1.0)] == b_cubed({}, {ONE: "x"})


def test_marked_events_are_held_by_their_claims_and_denied_ones_are_negative(tmp_path: Path) -> None:
    found = reading(report("z1", tmp_path))
    assert [("v1",), ("n1",)] == [claim.events for claim in found.claims]
    assert ["positive", "negative"] == [event.polarity for event in found.events]
    assert found.events[0].actors != ()


def test_two_reports_of_one_incident_are_measured(tmp_path: Path) -> None:
    tally = measure(linked(tmp_path))
    assert [(1.0, 1.0)] * 2 == tally.cubes["marked claims"]


def test_contradictions_that_are_not_marked_are_shown(tmp_path: Path) -> None:
    tally = measure(linked(tmp_path))
    assert tally.contradictions.found == len(
        [one for one in tally.misses if one.startswith("contradiction not marked")]
    )
