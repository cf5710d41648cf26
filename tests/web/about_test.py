from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from tests.web.conftest import Open

from sayso.errors import ModelError
from sayso.figures import Figures, Measured, Model, Split, figures
from sayso.web import routes
from sayso.web.about import GROUPS, about_page
from sayso.web.messages import load

MODEL = Model(
    "reader-9", "ab" * 32, 23_000_000, ("It reads English.",), ("small-model", "Apache-2.0"), (("corpus", "CC0"),)
)
SPLIT = Split(
    "2031-04-08", "cd" * 32, MODEL.sha256, {"tolls": {"program": Measured(0.634, 74)}, "cue": {"rules": Measured(1, 3)}}
)


def page(browse: Open, folder: Path, found: Figures, monkeypatch: pytest.MonkeyPatch) -> html.HtmlElement:
    monkeypatch.setattr(routes, "figures", lambda: found)
    monkeypatch.setattr(routes, "model_card", lambda: MODEL)
    return html.fromstring(browse(folder).get("/about").text)


def rows(shown: html.HtmlElement) -> list[str]:
    cells = ([cell.text_content().split() for cell in row] for row in shown.xpath("//table[@class='figures']/tbody/tr"))
    return [" | ".join(" ".join(cell) for cell in row) for row in cells]


def test_each_figure_says_of_how_many_it_is(tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(browse, tmp_path, Figures(SPLIT, replace(SPLIT, on="2031-04-09"), {}), monkeypatch)

    assert [
        "Events",
        "how many were killed, injured, taken … | 63 of 100 of 74 | 63 of 100 of 74 | not measured",
    ] == rows(shown)
    assert "on 9 April 2031" in shown.text_content()


def test_figures_of_another_model_say_so(tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(SPLIT, model="ef" * 32)
    cautions = [
        len(page(browse, tmp_path, Figures(*splits, {}), monkeypatch).find_class("caution"))
        for splits in ((SPLIT, SPLIT), (SPLIT, other), (other, other))
    ]

    assert [0, 1, 2] == cautions


def test_without_figures_the_page_still_says_what_it_cannot_do(
    tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(browse, tmp_path, Figures(None, None, {}), monkeypatch)

    assert [] == rows(shown)
    assert "It does not know what happened" in shown.text_content()


def test_the_model_is_shown_with_its_hash_and_its_limits(
    tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(browse, tmp_path, Figures(SPLIT, SPLIT, {}), monkeypatch).text_content()

    expected = (MODEL.sha256, "23 MB", "small-model (Apache-2.0)", "corpus (CC0)", "It reads English.")
    assert [] == [told for told in expected if told not in shown]


def test_a_model_that_cannot_be_used_is_said(tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Model:
        raise ModelError("The card cannot be read.")

    monkeypatch.setattr(routes, "model_card", broken)
    answer = browse(tmp_path).get("/about")

    assert 200 == answer.status_code
    assert "The model cannot be used here: The card cannot be read." in answer.text


def test_what_ships_has_a_place_and_plain_words_on_the_page() -> None:
    messages, shown = load(), {layer for layers in GROUPS.values() for layer in layers}
    splits = [split for split in (figures().development, figures().test) if split]

    assert set() == {layer for split in splits for layer in split.layers} - shown - {"claims F1", "events F1"}
    assert [] == [layer for layer in shown if not messages.has(f"layer.{layer}")]


def test_a_layer_that_nobody_measured_is_left_out() -> None:
    assert [("events", ["tolls"])] == [
        (name, [line.layer for line in lines]) for name, lines in about_page(Figures(SPLIT), MODEL).groups
    ]


def test_the_twin_gives_the_same_figures_as_data(tmp_path: Path, browse: Open) -> None:
    value = browse(tmp_path).get("/about.json").json()
    split = figures().test

    assert split
    assert split.layers["cue"]["program"].value == value["figures"]["test"]["layers"]["cue"]["program"]["value"]
    assert value["model"]["limits"]
