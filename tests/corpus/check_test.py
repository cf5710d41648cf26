from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import check, gold
from tests.corpus.marked import incident, marks, put, put_across


def test_a_sound_folder_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path / "train", "x01")
    assert 0 == check.main([str(tmp_path)])
    assert "1 reports, 0 faults\n" == capsys.readouterr().out


def test_a_fault_fails_the_run_and_names_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path / "train", "x01", gold=marks(not_claims=["Who fired?"]))
    assert 1 == check.main([str(tmp_path)])
    assert capsys.readouterr().out.startswith("x01 not_claims: nth 1 is not in the text")


def test_claims_are_shown_on_demand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "x01")
    check.main([str(tmp_path), "--show"])
    lines = capsys.readouterr().out.splitlines()
    assert ["x01 c1 report", "x01 c2 report"] == [line.split("/")[0] for line in lines[:-1]]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        check.main([str(tmp_path / "nowhere")])


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("x01.gold.yaml", b"claims: [", "x01.gold.yaml: no valid YAML"),
        ("x01.gold.yaml", b"", "x01.gold.yaml: its top is no mapping"),
        ("x01.gold.yaml", b"claims: []\nclaims: []\n", "x01.gold.yaml: line 1: the key 'claims' stands twice"),
        (
            "x01.gold.yaml",
            b"events:\n  - {type: AID, type: AID}\n",
            "x01.gold.yaml: line 2: the key 'type' stands twice",
        ),
        ("x01.txt", b"Ast\xe9r", "x01.gold.yaml: x01.txt is not UTF-8 at byte 3"),
        ("x02.txt", b"Nobody marked this.", "x02.txt: there is no x02.gold.yaml"),
        ("x03.gold.yaml", b"claims: []", "x03.gold.yaml: there is no x03.txt"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path, name: str, content: bytes, fault: str) -> None:
    put(tmp_path, "x01")
    (tmp_path / name).write_bytes(content)
    assert [fault] == [line[: len(fault)] for line in _faults(tmp_path)]


def _faults(folder: Path) -> list[str]:
    return list(check.faults(gold.read(folder)))


def test_a_report_of_broken_shape_breaks_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, "x01")
    put(tmp_path, "x02", "The pier at Idah was closed.", marks(claims=[3]))
    put_across(tmp_path, incident({"x01": ["c1"]}))
    assert ["x02 claims 1: a claim wants a mapping, not 3"] == _faults(tmp_path)


def test_a_second_marking_is_checked_against_the_text_in_its_split(tmp_path: Path) -> None:
    put(tmp_path / "dev", "x01")
    second = put(tmp_path / "second", "x01", gold=marks(not_claims=["Who fired?"]))
    second.with_name("x01.txt").unlink()
    assert ["second/x01 not_claims: nth 1 is not in the text by whole words: 'Who fired?'"] == _faults(tmp_path)
