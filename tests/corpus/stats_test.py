from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import figures, gold, sheet, stats
from tests.corpus.marked import TEXT, bare, incident, put, put_across

SHEET = "# Sheet\n\n<!-- figures -->\nstale\n<!-- end of figures -->\n\nThe end.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> gold.Corpus:
    """Three reports: an original, its declared copy, and one by another hand in another split."""
    put(tmp_path / "train", "x01")
    put(tmp_path / "train", "x02")
    put(tmp_path / "test", "y01", "Nine boats left the pier at Idah before noon.", bare())
    put_across(tmp_path / "train", incident({"x01": ["c1"], "x02": ["c1"]}, echoes=["x02"]))
    return gold.read(tmp_path)


def test_a_corpus_is_counted(corpus: gold.Corpus) -> None:
    size = figures.size(corpus)
    assert [3, 51, 4, 2, 1] == [
        size[name] for name in ("reports", "words", "claims", "distinct cue phrases", "incidents")
    ]
    assert [1, 1] == [size["incidents told by 2 to 6 reports"], size["reports without an event"]]


def test_a_split_is_counted_by_itself(corpus: gold.Corpus) -> None:
    assert [2, 0, 1] == [len(stats.split(corpus, name).reports) for name in ("train", "dev", "test")]


def test_a_declared_copy_makes_no_run_and_no_double(corpus: gold.Corpus) -> None:
    assert ([], []) == (figures.runs(corpus), figures.doubles(corpus))


def test_a_run_of_six_words_in_two_reports_is_counted(tmp_path: Path) -> None:
    put(tmp_path, "x01", "Two ferrymen were killed at Lokoja on Tuesday.", bare())
    put(tmp_path, "x02", "The two ferrymen were killed at Lokoja, a clerk said.", bare())
    assert [("two ferrymen were killed at lokoja", 1.0)] == figures.runs(gold.read(tmp_path))


def test_copies_of_copies_have_one_owner() -> None:
    reports = [gold.Report(Path(f"{name}.gold.yaml"), "", {}) for name in ("x01", "x02", "x03", "x04")]
    pairs = {frozenset({"x02", "x03"}), frozenset({"x01", "x03"})}
    assert {"x01": "x01", "x02": "x01", "x03": "x01", "x04": "x04"} == figures._owners(reports, pairs)


def test_classes_are_counted(corpus: gold.Corpus) -> None:
    facets = figures.facets(corpus)
    assert {"indirect": 2, "direct": 2} == facets["quote"]
    assert {"single-origin": 1} == facets["incident state"]
    assert {"1": 4} == facets["chain depth"]


def test_the_tables_are_written_between_their_markers(tmp_path: Path, corpus: gold.Corpus) -> None:
    (tmp_path / "DATASHEET.md").write_text(SHEET, "utf-8")
    assert 0 == stats.main([str(tmp_path), "--write"])
    written = (tmp_path / "DATASHEET.md").read_text("utf-8")
    assert "| reports | 2 | 0 | 1 | 3 |" in written.splitlines()
    assert ("# Sheet", "The end.", False) == (written[:7], written[-9:-1], "stale" in written)


def test_writing_twice_changes_nothing() -> None:
    once = sheet.put(SHEET, "figures", ["| a |", ""])
    assert once == sheet.put(once, "figures", ["| a |", ""])


def test_a_sheet_without_markers_is_refused() -> None:
    with pytest.raises(gold.Unreadable):
        sheet.put(SHEET, "comparison", [])


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        stats.main([str(tmp_path)])


def test_both_corpora_are_measured_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path / "corpus" / "train", "x01")
    for part, name, content in (
        ("text", "a.txt", TEXT),
        ("attributions", "a_1.ann", "T1\tContent 20 65\t…\nE1\tContent:T1\n"),
    ):
        (tmp_path / "news" / part).mkdir(parents=True)
        (tmp_path / "news" / part / name).write_text(content, "utf-8")
    stats.main([str(tmp_path / "corpus"), "--polnear", str(tmp_path / "news")])
    shown = capsys.readouterr().out.splitlines()
    assert "| source stands after | 100.0 % | 0.0 % |" in shown
    assert "| words a report | 21 | 21 |" in shown


@pytest.mark.parametrize(("numbers", "expected"), [([1], "-"), (list(range(101)), "10 / 25 / 50 / 75 / 90")])
def test_a_spread_is_shown_by_percentiles(numbers: list[int], expected: str) -> None:
    assert expected == figures.spread(numbers)
