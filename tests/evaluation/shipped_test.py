from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("evaluation.shipped", reason="the evaluation does not stand beside these tests")

from evaluation.score import Figure, Scored

from evaluation import shipped
from sayso.figures import HELD, Split, figures

DOCS = Path(__file__).parents[2] / "docs"
_LINE = re.compile(
    r"(?P<layer>[a-zA-Z][\w ]*?) {2,}(?:[\d.]+ +\d+|-) +(?:[\d.]+ +\d+|-) +(?P<value>[\d.]+) +(?P<of>\d+)"
)


def told(paper: str) -> dict[str, tuple[float, int]]:
    """The figures of the program in a paper, by layer."""
    hits = map(_LINE.match, (DOCS / paper).read_text("utf-8").splitlines())
    return {hit["layer"]: (float(hit["value"]), int(hit["of"])) for hit in hits if hit}


def held(split: Split | None) -> dict[str, tuple[float, int]]:
    assert split
    found = {layer: split.of(layer, HELD) for layer in split.layers}
    return {layer: (round(one.value, 3), one.of) for layer, one in found.items() if one}


@pytest.mark.skipif(not DOCS.is_dir(), reason="the papers do not stand beside these tests")
def test_the_figures_that_ship_are_those_of_the_papers() -> None:
    assert (told("figures.md"), told("test-split.md")) == (held(figures().development), held(figures().test))


def test_a_part_that_is_written_leaves_the_other_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    shipped.write(path, test={"on": "2031-04-08"})
    shipped.write(path, development={"on": "2031-04-09"}, elsewhere={})

    assert {"test": {"on": "2031-04-08"}, "development": {"on": "2031-04-09"}, "elsewhere": {}} == json.loads(
        path.read_text("utf-8")
    )


def test_layers_stand_in_their_order_with_every_reader_that_has_them() -> None:
    rules, program = (
        Scored({"tolls": Figure(0.5, 4)}, ()),
        Scored({"cue": Figure(1.0, 3), "tolls": Figure(0.75, 4)}, ()),
    )
    found = shipped.split({"rules": rules, "program": program}, {"model": "ab"})

    assert ["cue", "tolls"] == list(found["layers"])
    assert {"rules": [0.5, 4], "program": [0.75, 4]} == found["layers"]["tolls"]


def test_a_reader_without_a_figure_elsewhere_is_left_out() -> None:
    assert {"F1": {"program": 0.5}} == shipped.elsewhere([("F1", [None, 0.5])], ["rules", "program"])
