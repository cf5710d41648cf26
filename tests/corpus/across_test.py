from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import across, gold
from tests.corpus.marked import incident, put, put_across

REPORTS = {"x01": ["c1"], "x02": ["c1"]}
TWO = [{"reports": ["x01"], "why": "a clerk"}, {"reports": ["x02"], "why": "a nurse"}]
AT = {"report": "x02", "claim": "c1"}


def found(folder: Path, **more: Any) -> list[str]:
    put(folder, "x01")
    put(folder, "x02")
    put_across(folder, incident(REPORTS, **more))
    corpus = gold.read(folder)
    return [str(fault) for fault in across.faults(corpus.across[0], {one.name: one for one in corpus.reports})]


def test_a_sound_account_has_no_fault(tmp_path: Path) -> None:
    assert [] == found(tmp_path, origins=TWO, state="corroborated")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"reports": {"x01": ["c1"], "x02": ["c9"]}}, "x-i1 reports: no claim 'c9' in a report 'x02'"),
        ({"reports": {"x01": "c1", "x02": ["c1"]}}, "x-i1 reports x01: 'c1' is no list"),
        ({"type": "RAID"}, "x-i1 type: 'RAID' is not one of"),
        ({"time": ["Tuesday"]}, "x-i1: time ['Tuesday'] is no EDTF"),
        ({"time": []}, "x-i1: time [] is no EDTF"),
        ({"place": {"quote": "Idah", "report": "x01", "country": "NG"}}, "x-i1: place 'Idah' is not in a report 'x01'"),
        ({"origins": []}, "x-i1: nobody affirms it"),
        ({"origins": [{"reports": ["x01", "x07"], "why": "a"}]}, "x-i1 origins: 'x07' is not among x01, x02"),
        ({"origins": [TWO[0], TWO[0]], "state": "corroborated"}, "x-i1: 'x01' stands under two origins"),
        ({"origins": [{"reports": ["x01"], "why": ""}]}, "x-i1: an origin wants its reports and why"),
        ({"echoes": ["x01", "x02"]}, "x-i1: an origin of echoes alone"),
        ({"echoes": ["x09"]}, "x-i1 echoes: 'x09' is not among x01, x02"),
        ({"state": "corroborated"}, "x-i1: corroborated with 1 origins"),
        ({"origins": TWO}, "x-i1: single-origin with 2 origins"),
        ({"state": "denied"}, "x-i1: denied, but no denials"),
        ({"origins": TWO, "state": "disputed"}, "x-i1: disputed, but not by perpetrator"),
        ({"denial_reports": ["x02"]}, "x-i1: 'x02' denies it and stands under an origin"),
        ({"denials": [AT | {"denies": [{"report": "x01", "claim": "c8"}]}]}, "x-i1 denials: no claim 'c8'"),
        ({"disputes": [{"slot": "cost", "values": []}]}, "x-i1 disputes 1 slot: 'cost' is not one of"),
        (
            {"disputes": [{"slot": "killed", "values": [{"value": "2", "claims": [AT]}]}]},
            "x-i1 disputes: a dispute wants",
        ),
    ],
)
def test_an_incident_is_checked(tmp_path: Path, more: dict[str, Any], fault: str) -> None:
    assert any(line.startswith(fault) for line in found(tmp_path, **more))


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"not_same": [{"a": "x-i1", "b": "x-i1"}]}, "not_same: 'x-i1' and 'x-i1' are no two incidents"),
        ({"not_same": [{"a": "x-i1", "b": "x-i5"}]}, "not_same: 'x-i1' and 'x-i5' are no two incidents"),
        ({"contradictions": [{"a": AT, "b": AT}]}, "contradictions: {'report': 'x02', 'claim': 'c1'} against itself"),
        ({"contradictions": [{"a": AT}]}, "contradictions 1: b is missing"),
        ({"echo": []}, "top: unknown key 'echo'"),
    ],
)
def test_what_stands_beside_the_incidents_is_checked(tmp_path: Path, more: dict[str, Any], fault: str) -> None:
    put(tmp_path, "x01")
    put(tmp_path, "x02")
    one = gold.Across(tmp_path / "x.across.gold.yaml", {"incidents": [incident(REPORTS)], **more})
    reports = {report.name: report for report in gold.read(tmp_path).reports}
    assert fault in [str(line) for line in across.faults(one, reports)]


def test_an_incident_bears_its_batch_and_one_id(tmp_path: Path) -> None:
    put(tmp_path, "x01")
    put(tmp_path, "x02")
    put_across(tmp_path, incident(REPORTS, id="y-i1"), incident(REPORTS, id="y-i1"))
    corpus = gold.read(tmp_path)
    faults = list(across.faults(corpus.across[0], {one.name: one for one in corpus.reports}))
    assert ["the id is used twice", "an incident of this batch is called x-…"] == [fault.what for fault in faults]
