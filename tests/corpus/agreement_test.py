from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import agreement, gold, matching
from corpus.tools.matching import Mark, Tally
from tests.corpus.marked import claim, link, marks, put

CLERK = link("a clerk", "said")
KILLED = "Two ferrymen were killed at Lokoja on Tuesday"


def twice(folder: Path, **second: Any) -> list[agreement.Pair]:
    """The report of `marks`, marked a second time with what is given put in its place."""
    put(folder / "dev", "x01")
    put(folder / "second", "x01", gold=marks(**second)).with_name("x01.txt").unlink()
    return agreement.pairs(gold.read(folder))


def f1(pairs: list[agreement.Pair]) -> dict[str, float]:
    return {name: round(tally.f1, 2) for name, tally in agreement.layers(pairs).items()}


def test_kappa_of_a_known_table() -> None:
    table = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert 0.4 == pytest.approx(matching.kappa(table))


@pytest.mark.parametrize(
    ("table", "expected"),
    [([("a", "a"), ("b", "b")], 1.0), ([("a", "b"), ("b", "a")], -1.0), ([("a", "a")], 1.0), ([("a", "b")], 0.0)],
)
def test_kappa_at_its_ends(table: list[tuple[str, str]], expected: float) -> None:
    assert expected == matching.kappa(table)


def test_equal_markings_agree_wholly(tmp_path: Path) -> None:
    assert {1.0} == set(f1(twice(tmp_path)).values())


def test_a_claim_that_one_left_out_lowers_the_layer(tmp_path: Path) -> None:
    found = f1(twice(tmp_path, claims=[claim(1, KILLED, [CLERK])]))
    assert (round(2 * 1 / 3, 2), 0.67, 1.0) == (found["claims"], found["cues"], found["events"])


def test_an_optional_claim_may_be_left_out(tmp_path: Path) -> None:
    claims = [*marks()["claims"], claim(3, "nine shots", [CLERK], optional=True)]
    assert 1.0 == f1(twice(tmp_path, claims=claims))["claims"]


def test_contents_agree_from_half_of_their_union_on(tmp_path: Path) -> None:
    pairs = twice(
        tmp_path, claims=[claim(1, "Two ferrymen were killed at Lokoja", [CLERK]), claim(2, "shots", [CLERK])]
    )
    assert Tally(2, 2, 1) == agreement.layers(pairs)["claims"]


def test_a_chain_agrees_by_place_or_by_name(tmp_path: Path) -> None:
    named = claim(2, "We heard nine shots", [CLERK | {"label_nth": 1}], quote="direct")
    other = claim(1, KILLED, [link(None, "said", "unspecified")])
    found = agreement.layers(twice(tmp_path, claims=[other, named]))
    assert Tally(2, 2, 1) == found["whole chains of matched claims"]


def test_a_value_must_agree_where_there_is_one(tmp_path: Path) -> None:
    times = [{"quote": "on Tuesday", "edtf": ["2024-05-07"]}]
    places = [{"quote": "Lokoja", "country": "NE"}]
    found = f1(twice(tmp_path, times=times, places=places))
    assert (0.0, 0.0) == (found["times"], found["places"])


def test_choices_of_a_class_are_paired(tmp_path: Path) -> None:
    claims = [claim(1, KILLED, [CLERK], kind="assessment", kind_also=["report"])]
    events = [{"trigger": "killed", "type": "COERCE"}]
    ((first, second),) = twice(tmp_path, claims=claims, events=events)
    made = list(agreement.choices(first, second))
    assert ("kind", "report", "assessment", True) == made[0]
    assert [("source kind", "unnamed", "unnamed", True), ("event type", "ASSAULT", "COERCE", False)] == made[-2:]


def test_marks_are_paired_one_to_one() -> None:
    first = [Mark(((0, 10),)), Mark(((0, 8),))]
    second = [Mark(((0, 8),))]
    assert [(first[1], second[0])] == matching.matched(first, second)


def test_the_tables_and_each_disagreement_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice(tmp_path, claims=[claim(1, KILLED, [CLERK], kind="assessment")])
    assert 0 == agreement.main([str(tmp_path), "--show"])
    shown = capsys.readouterr().out.splitlines()
    assert "x01 claims, first only: 'We heard nine shots'" in shown
    assert "x01 c1 kind: report / assessment" in shown
    assert "| kind | 1 | 0.00 | 0.00 | 0.00 | assessment / report 1 |" in shown


def test_nothing_marked_twice_is_said(tmp_path: Path) -> None:
    put(tmp_path / "dev", "x01")
    with pytest.raises(SystemExit):
        agreement.main([str(tmp_path)])
