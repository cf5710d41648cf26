from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("evaluation.gate", reason="the evaluation does not stand beside these tests")

from corpus.tools.gold import Report
from evaluation.readings import READERS, Reader, by_rules
from evaluation.score import LAYERS
from tests.corpus.marked import put

from evaluation import gate
from sayso.figures import Measured, figures_from_json
from sayso.read import rules
from sayso.records import Reading


def _blind(report: Report) -> Reading:
    return replace(by_rules(report), claims=())


RULES = READERS[0]
SOUND = (RULES, Reader("program", by_rules, rules.read))
WORSE = (RULES, Reader("program", _blind, rules.read))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A corpus of one report a split, with floors set on it."""
    for split in ("dev", "test"):
        put(tmp_path / split, f"{split}01")
    (tmp_path / "docs").mkdir()
    assert 0 == run(tmp_path, "--update")
    return tmp_path


def run(tree: Path, *arguments: str, readers: Sequence[Reader] = SOUND) -> int:
    places = ("--corpus", str(tree), "--floors", str(tree / "floors.toml"), "--docs", str(tree / "docs"))
    return gate.main([*places, "--figures", str(tree / "figures.json"), *arguments], readers)


def test_readers_that_hold_their_floors_pass_and_stand_side_by_side(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(tree)
    shown = capsys.readouterr().out
    assert ["layer", "rules", "of", "program", "of", "floor"] == shown.splitlines()[0].split()
    assert "claims recall" in shown
    assert shown.endswith("Every layer holds its floor.\n")


def test_a_lower_figure_fails(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == run(tree, readers=WORSE)
    assert "claims recall: 0.000 is below its floor of 0.500" in capsys.readouterr().out


def test_the_rules_may_be_worse(tree: Path) -> None:
    assert 0 == run(tree, readers=tuple(reversed(WORSE)))


def test_a_changed_corpus_fails_by_name(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tree / "dev" / "dev01.gold.yaml"
    gold.write_text(gold.read_text("utf-8") + "# mended\n", "utf-8")
    assert 1 == run(tree)
    assert "the corpus is not the one that the floors were set on" in capsys.readouterr().out
    assert 2 == run(tree, "--update")
    assert 0 == run(tree, "--update", "--because", "a mark was mended")


def test_another_model_fails_by_name(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tree / "floors.toml"
    path.write_text(path.read_text("utf-8").replace('model = "', 'model = "0'), "utf-8")
    assert 1 == run(tree)
    assert "the model is not the one that the floors were set on" in capsys.readouterr().out


def test_a_floor_lowered_by_hand_fails(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tree / "floors.toml"
    lines = path.read_text("utf-8").splitlines()
    lowered = [line.replace("floor = 0.5", "floor = 0.4") if "claims recall" in line else line for line in lines]
    path.write_text("\n".join(lowered), "utf-8")
    assert 1 == run(tree)
    assert "claims recall: the floor was lowered from 0.500 to 0.400 without a reason" in capsys.readouterr().out


def test_a_floor_is_lowered_for_a_reason_that_is_written_down(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tree, "--lower", "claims recall", "--because", "the reader went blind", readers=WORSE)
    assert "claims recall: " not in capsys.readouterr().out
    assert 'because = "the reader went blind"' in (tree / "floors.toml").read_text("utf-8")


def test_no_floor_is_lowered_without_a_reason_or_a_need(tree: Path) -> None:
    kept = (tree / "floors.toml").read_bytes()
    with pytest.raises(SystemExit):
        run(tree, "--lower", "claims recall", readers=WORSE)
    assert 2 == run(tree, "--lower", "claims recall", "--because", "it holds, though")
    assert kept == (tree / "floors.toml").read_bytes()


def test_what_was_wrong_in_a_layer_is_shown_on_request(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tree, "--show", "claims recall", readers=WORSE)
    assert "claims recall: dev01 c2 'We heard nine shots'" in capsys.readouterr().out


def test_figures_are_written_on_request(tree: Path) -> None:
    assert 0 == run(tree)
    assert [] == list((tree / "docs").iterdir())
    assert 0 == run(tree, "--write")
    assert "source chain         1.000      2    1.000      2    0.500" in (tree / "docs" / "figures.md").read_text(
        "utf-8"
    )


def test_the_figures_that_are_written_ship_with_the_program(tree: Path) -> None:
    assert 0 == run(tree, "--write")
    assert 0 == run(tree, "--split", "test", readers=WORSE)
    found = figures_from_json(json.loads((tree / "figures.json").read_text("utf-8")))

    assert found.development
    assert found.test
    assert (Measured(1.0, 2), Measured(0.0, 2)) == (
        found.development.of("source chain"), found.test.of("claims recall"),
    )  # fmt: skip
    assert list(found.development.layers) == [layer for layer in LAYERS if layer in found.development.layers]


def test_nothing_ships_unless_it_is_asked_for(tree: Path) -> None:
    assert 0 == run(tree)
    assert not (tree / "figures.json").exists()


def test_a_folder_without_marked_reports_is_refused(tree: Path) -> None:
    for path in (tree / "dev").iterdir():
        path.unlink()
    assert 2 == run(tree)


def test_the_test_split_is_opened_once_and_its_figures_are_kept(tree: Path) -> None:
    assert 0 == run(tree, "--split", "test", readers=WORSE)
    record = (tree / "docs" / "test-split.md").read_text("utf-8")
    assert "claims recall" in record
    assert "heard nine shots" not in record
    assert 2 == run(tree, "--split", "test")


@pytest.mark.parametrize("option", [("--update",), ("--lower", "cue", "--because", "so"), ("--show", "cue")])
def test_nothing_is_tuned_on_the_test_split(tree: Path, option: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit):
        run(tree, "--split", "test", *option)
    assert [] == list((tree / "docs").iterdir())
