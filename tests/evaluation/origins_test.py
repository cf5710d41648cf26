"""What is counted where reports are grouped by the telling they go back to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("evaluation.score", reason="the evaluation does not stand beside these tests")

from corpus.tools import gold
from evaluation.origins import Tally, by_marks, lines, measure
from tests.corpus.marked import bare, claim, link, put

FERRY = ("Nine graves were dug at Lokoja", "no boat had passed by then", "the brickworks stood empty")
DOCKS = ("A shell killed three dockers", "the crane fell into the basin", "its driver swam ashore")
TOLD = {"x01": (FERRY, "Musa Idah"), "x02": (FERRY, "Musa Idah"), "x03": (DOCKS, "Grace Odu")}


def text(contents: tuple[str, ...], speaker: str) -> str:
    return " ".join(f"{content}, {speaker} said." for content in contents)


def claims(contents: tuple[str, ...], speaker: str) -> list[dict[str, Any]]:
    chain = [link(speaker, "said", "named_person")]
    return [claim(number, content, chain) for number, content in enumerate(contents, 1)]


def corpus(folder: Path, origins: list[list[str]], echoes: list[str]) -> gold.Corpus:
    for name, (contents, speaker) in TOLD.items():
        put(folder, name, text(contents, speaker), bare() | {"claims": claims(contents, speaker)})
    incident = {
        "id": "x-i1",
        "reports": {name: ["c1", "c2", "c3"] for name in TOLD},
        "origins": [{"reports": reports, "why": "so it is"} for reports in origins],
        "echoes": echoes,
    }
    across = gold.Across(folder / "x.across.gold.yaml", {"incidents": [incident]})
    return gold.Corpus(gold.read(folder).reports, (), (across,), ())


def test_pairs_that_share_an_origin_are_counted(tmp_path: Path) -> None:
    found = measure(corpus(tmp_path, [["x01", "x02"], ["x03"]], ["x02"]), by_marks)
    assert (1, 1, 1, 1.0) == (found.right, found.joined, found.shared, found.f1)
    assert (0, 0, 1, 1) == (found.alone, found.doubled, found.several, found.several_shown)
    assert [] == found.misses


def test_an_echo_that_is_called_independent_is_counted_and_named(tmp_path: Path) -> None:
    found = measure(corpus(tmp_path, [["x01", "x02", "x03"]], ["x03"]), by_marks)
    assert (2, 1, 1, 1) == (found.doubled, found.alone, found.single, found.single_broken)
    assert any("x01 x03 called independent" in miss for miss in found.misses)


def test_the_figures_of_nothing_are_nought() -> None:
    assert (0.0, 0.0, 0.0) == (Tally().precision, Tally().recall, Tally().f1)
    assert "marks: pairs that share an origin: P 0.000 R 0.000 F1 0.000" == next(lines("marks", Tally()))
