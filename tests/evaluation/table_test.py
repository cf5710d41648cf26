from __future__ import annotations

import pytest

pytest.importorskip("evaluation.table", reason="the evaluation does not stand beside these tests")

from evaluation.floors import Floor
from evaluation.score import Figure, Scored

from evaluation import table

SCORED = {
    "rules": Scored({"cue": Figure(0.9, 40), "kind": Figure(0.8, 50)}, ()),
    "trained": Scored({"cue": Figure(0.85, 41), "kind": Figure(0.9, 51), "tolls": Figure(0.5, 2)}, ()),
}


def test_readers_stand_side_by_side_with_the_floor_and_what_is_missed() -> None:
    floors = {"cue": Floor(0.86, 0.86), "kind": Floor(0.89, 0.89)}
    assert [
        "layer                rules     of  trained     of    floor",
        "cue                  0.900     40    0.850     41    0.860  missed",
        "kind                 0.800     50    0.900     51    0.890",
        "tolls                    -           0.500      2",
    ] == list(table.figures(SCORED, floors))


def test_a_layer_with_a_floor_that_nobody_reads_is_missed() -> None:
    unread = {name: Scored({}, ()) for name in SCORED}
    (_, line) = table.figures(unread, {"places": Floor(0.5, 0.5)})
    assert ["places", "-", "-", "0.500", "missed"] == line.split()


def test_without_floors_there_is_no_word_of_them() -> None:
    assert "floor" not in "".join(table.figures(SCORED, {}))


def test_figures_on_other_texts_have_a_column_for_each_reader() -> None:
    assert [
        "       rules  trained",
        "a r        -    0.750",
    ] == list(table.beside([("a r", [None, 0.75])], ["rules", "trained"]))
