from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import gold, report
from tests.corpus.marked import TEXT, claim, link, marks, put

VOICE: list[dict[str, Any]] = []


def found(folder: Path, text: str = TEXT, **more: Any) -> list[str]:
    return [str(fault) for fault in report.faults(gold.report(put(folder, "x01", text, marks(**more))))]


def test_a_sound_report_has_no_fault(tmp_path: Path) -> None:
    assert [] == found(tmp_path)


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("kind", "rumour", "c1 kind: 'rumour' is not one of"),
        ("kind", ["report"], "c1 kind: ['report'] is not one of"),
        ("polarity", "neutral", "c1 polarity: 'neutral'"),
        ("certainty_also", ["unsure"], "c1 certainty_also 1: 'unsure'"),
        ("quote", "reported", "c1 quote: 'reported'"),
        ("match", "loose", "c1 match: 'loose'"),
        ("colour", "red", "c1: unknown key 'colour'"),
        ("content", "Three ferrymen were killed", "c1: nth 1 is not in the text by whole words"),
        ("content", "ferrymen were kill", "c1: nth 1 is not in the text by whole words"),
        ("content", "on Tuesday,", "c1: content ends in a comma"),
        ("content", 5, "c1 content: 5 is no str"),
        ("nth", 2, "c1: nth 2 is not in the text"),
        ("nth", 0, "c1: nth 0 is not in the text"),
        ("rest", ["the harbour"], "c1: nth 1 is not in the text by whole words: 'the harbour'"),
        ("chain", VOICE, "c1: the report's own voice is not a quotation"),
        ("kind", "denial", "c1: a denial is negative"),
        ("hedges", ["perhaps"], "c1: hedge 'perhaps' is not in or near the content"),
        ("denies", "c1", "c1: denies 'c1', which is no other claim"),
        ("denies", "c9", "c1: denies 'c9', which is no other claim"),
        ("quote", "direct", "c1: direct, but nothing of it stands in quotation marks"),
        ("id", "k1", "k1: an id is c and a number"),
        ("id", "c2", "c2: the id is used twice"),
    ],
)
def test_a_claim_is_checked(tmp_path: Path, field: str, value: object, fault: str) -> None:
    claims = marks()["claims"]
    claims[0][field] = value
    assert any(line.startswith(fault) for line in found(tmp_path, claims=claims))


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (link(None, "said"), "c1 chain link 1: label null and kind unspecified go together"),
        (link("a clerk", "said", "unspecified"), "c1 chain link 1: label null and kind unspecified go together"),
        (link("a clerk", "told"), "c1 chain link 1 cue: nth 1 is not in the text"),
        (link("a nurse", "said"), "c1 chain link 1 label: nth 1 is not in the text"),
        (link("a clerk", "said", entity="Musa"), "c1 chain link 1 entity: nth 1 is not in the text"),
        (link("a clerk", "said", "witness"), "c1 chain 1 kind: 'witness' is not one of"),
        ({"kind": "unnamed", "cue": "said"}, "c1 chain 1: label is missing"),
    ],
)
def test_a_chain_is_checked(tmp_path: Path, wrong: dict[str, Any], fault: str) -> None:
    claims = [claim(1, "Two ferrymen were killed at Lokoja on Tuesday", [wrong])]
    assert any(line.startswith(fault) for line in found(tmp_path, claims=claims))


def test_what_is_quoted_is_not_indirect(tmp_path: Path) -> None:
    claims = [claim(2, "We heard nine shots", [link("he", "added")])]
    assert ["c2: indirect, but all of it stands in quotation marks"] == found(tmp_path, claims=claims)


def test_claims_stand_in_text_order(tmp_path: Path) -> None:
    assert ["c1: not in text order"] == found(tmp_path, claims=list(reversed(marks()["claims"])))


@pytest.mark.parametrize(
    ("time", "fault"),
    [
        ({"quote": "on Tuesday", "edtf": ["2024-05-15"]}, "time 1: 'on Tuesday' is 2024-05-15 (wednesday)"),
        ({"quote": "on Tuesday", "edtf": ["2024-05"]}, "time 1: 'on Tuesday' is 2024-05 (no single day)"),
        (
            {"quote": "on Tuesday", "edtf": ["2024-04-30"]},
            "time 1: 'on Tuesday' is 2024-04-30, -16 days from publication",
        ),
        (
            {"quote": "on Tuesday", "edtf": ["2024-05-14"], "delta": -1},
            "time 1: 2024-05-16 + -1 days is not 2024-05-14",
        ),
        ({"quote": "on Tuesday", "edtf": ["14 May"]}, "time 1: '14 May' is no EDTF"),
        ({"quote": "on Monday", "edtf": ["2024-05-13"]}, "time 1: nth 1 is not in the text"),
    ],
)
def test_a_time_is_reckoned_again(tmp_path: Path, time: dict[str, Any], fault: str) -> None:
    assert any(line.startswith(fault) for line in found(tmp_path, times=[time]))


def test_an_anchor_excuses_a_distant_weekday(tmp_path: Path) -> None:
    time = {"quote": "on Tuesday", "edtf": ["2024-04-30"], "anchor": "2024-05-02", "delta": -2}
    assert [] == found(tmp_path, times=[time])


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("events", [{"trigger": "killed", "type": "MURDER"}], "events 1 type: 'MURDER' is not one of"),
        ("events", [{"trigger": "shot", "type": "ASSAULT"}], "event 1 'shot': nth 1 is not in the text"),
        ("events", [{"trigger": "killed", "type": "ASSAULT", "actor": "bandits"}], "event 1 'killed' actor: nth 1"),
        (
            "events",
            [{"trigger": "killed", "type": "ASSAULT", "time": "May"}],
            "event 1 'killed': time 'May' is no EDTF",
        ),
        ("not_events", [{"trigger": "killed", "why": "bored"}], "not_events 1 why: 'bored' is not one of"),
        ("places", [{"quote": "Lokoja", "country": "Nigeria"}], "place 1 'Lokoja': country 'Nigeria' is no code"),
        ("places", [{"quote": "Lokoja", "country": "NG", "lat": 7.8}], "place 1 'Lokoja': lat and lon go together"),
        ("places", [{"quote": "Lokoja", "country": "NG", "lat": 97, "lon": 6}], "place 1 'Lokoja': coordinates out"),
        ("places", [{"quote": "Lokoja", "country": "NG", "role": "scene"}], "places 1 role: 'scene' is not one of"),
        ("mentions", {"people": ["Musa"]}, "mentions: unknown key 'people'"),
        ("mentions", {"person": ["Musa"]}, "mentions person: nth 1 is not in the text"),
        ("same_entity", [["a clerk"]], "same_entity: ['a clerk'] wants two or more different names"),
        ("not_claims", ["Who fired?"], "not_claims: nth 1 is not in the text"),
        ("contradictions", [["c1", "c7"]], "contradictions: ['c1', 'c7'] is no pair of claims"),
        ("claims", "none", "claims: 'none' is no list"),
        ("report", [], "report: a header wants a mapping"),
    ],
)
def test_the_other_layers_are_checked(tmp_path: Path, field: str, value: object, fault: str) -> None:
    path = put(tmp_path, "x01")
    one = gold.report(path)
    faults = report.faults(gold.Report(path, one.text, one.gold | {field: value}))
    assert any(str(line).startswith(fault) for line in faults)


@pytest.mark.parametrize(("low", "high", "faults"), [(2, None, 0), (2, 2, 0), (0, 4, 0), (3, 2, 1)])
def test_a_toll_runs_from_low_to_high(tmp_path: Path, low: int, high: int | None, faults: int) -> None:
    toll = {"slot": "killed", "low": low, "high": high, "quote": "Two"}
    assert faults == len(found(tmp_path, events=[{"trigger": "killed", "type": "ASSAULT", "tolls": [toll]}]))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (TEXT + "\r\n", "text: a carriage return"),
        ("\ufeff" + TEXT, "text: a byte order mark"),
        (TEXT + " Bor\ufffdo", "text: a replaced letter"),
        (TEXT + " Se\u0301gou", "text: letters and their accents stand apart"),
        (TEXT + " (Wednesday, 14 May 2024)", "text: 'Wednesday, 14 May 2024' is a tuesday"),
    ],
)
def test_a_text_is_checked(tmp_path: Path, text: str, fault: str) -> None:
    path = put(tmp_path, "x01")
    faults = list(report.faults(gold.Report(path, text, gold.load(path))))
    assert str(faults[0]).startswith(fault)


def test_the_file_named_is_the_file(tmp_path: Path) -> None:
    path = put(tmp_path, "x01")
    one = gold.Report(path.with_name("x02.gold.yaml"), TEXT, gold.load(path))
    assert ["report: file 'x01.txt' is not x02.txt"] == [str(fault) for fault in report.faults(one)]


def test_a_claim_is_shown_with_its_label_and_cue(tmp_path: Path) -> None:
    shown = list(report.shown(gold.report(put(tmp_path, "x01"))))
    assert "x01 c1 report/positive/certain/indirect << a clerk [+47] said [+55] << Two" == shown[0][:74]
