from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import between, gold
from tests.corpus.marked import bare, incident, marks, put, put_across

ONE = "The bridge at Makurdi was shut for nine hours after the blast."
OTHER = "Nobody at the barracks would say which unit had fired the rounds."


def found(folder: Path) -> list[str]:
    return [str(fault) for fault in between.faults(gold.read(folder))]


def test_two_reports_of_their_own_have_no_fault(tmp_path: Path) -> None:
    put(tmp_path / "train", "x01", ONE, bare())
    put(tmp_path / "test", "y01", OTHER, bare())
    assert [] == found(tmp_path)


def test_a_sentence_in_two_reports_is_told(tmp_path: Path) -> None:
    put(tmp_path / "train", "x01", ONE, bare())
    put(tmp_path / "train", "x02", f"{OTHER} {ONE.upper()}", bare())
    assert ["x01 and x02"] == [line.split(":")[0] for line in found(tmp_path)]


def test_a_declared_echo_may_share_sentences(tmp_path: Path) -> None:
    put(tmp_path / "train", "x01")
    put(tmp_path / "train", "x02")
    put_across(tmp_path / "train", incident({"x01": ["c1"], "x02": ["c1"]}, echoes=["x02"]))
    assert [] == found(tmp_path)


def test_a_sentence_twice_in_one_report_is_told_unless_a_title_or_furniture_repeats_it(tmp_path: Path) -> None:
    text = f"{ONE}\n\n{OTHER}\n\n{ONE} {OTHER}"
    gold_of = bare()
    put(tmp_path / "train", "x01", text, gold_of)
    assert 2 == len(found(tmp_path))
    gold_of["report"] |= {"title": ONE, "furniture": [OTHER]}
    put(tmp_path / "train", "x01", text, gold_of)
    assert [] == found(tmp_path)


def test_a_short_sentence_may_recur(tmp_path: Path) -> None:
    put(tmp_path, "x01", "Nobody was hurt.", bare())
    put(tmp_path, "x02", "Nobody was hurt.", bare())
    assert [] == found(tmp_path)


def test_a_batch_stands_in_one_split(tmp_path: Path) -> None:
    put(tmp_path / "train", "x01", ONE, bare())
    put(tmp_path / "test", "x02", OTHER, bare())
    assert ["batch x: stands in two splits: test, train"] == found(tmp_path)


def test_a_name_is_used_once(tmp_path: Path) -> None:
    put(tmp_path / "train", "x01", ONE, bare())
    put(tmp_path / "dev", "x01", OTHER, bare())
    assert "x01: two reports have this name, in dev and train" == found(tmp_path)[0]


def test_one_incident_told_in_two_splits_is_told(tmp_path: Path) -> None:
    put(tmp_path / "train", "x01")
    put_across(tmp_path / "train", incident({"x01": ["c1"]}))
    put(tmp_path / "test", "y01", f"{ONE} It lies below Lokoja.", marks(claims=[]))
    put_across(tmp_path / "test", incident({"y01": ["c1"]}, id="y-i1"), batch="y")
    assert ["y-i1 and x-i1: same day and place, in test and train"] == found(tmp_path)


def test_an_incident_id_belongs_to_one_batch(tmp_path: Path) -> None:
    put(tmp_path, "x01")
    put_across(tmp_path, incident({"x01": ["c1"]}))
    put_across(tmp_path, incident({"x01": ["c1"]}), batch="z")
    assert ["x-i1: the id is used in x and z"] == found(tmp_path)
