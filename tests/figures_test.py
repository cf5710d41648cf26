from __future__ import annotations

import pytest

from sayso.figures import Figures, Measured, figures, figures_from_json


def test_figures_ship_with_the_program() -> None:
    found = figures()

    assert found.development
    assert found.test
    for split in (found.development, found.test):
        shown = [one for readers in split.layers.values() for one in readers.values()]
        assert shown
        assert all(0 <= one.value <= 1 and one.of > 0 for one in shown)


def test_a_layer_that_a_reader_leaves_unread_has_no_figure() -> None:
    found = figures_from_json(
        {"test": {"on": "2031-04-08", "corpus": "a", "model": "b", "layers": {"cue": {"program": [0.91, 12]}}}}
    )

    assert found.test
    assert (Measured(0.91, 12), None, None) == (
        found.test.of("cue"), found.test.of("cue", "rules"), found.test.of("tolls"),
    )  # fmt: skip


def test_nothing_measured_is_no_figure() -> None:
    assert Figures(None, None, {}) == figures_from_json({})


@pytest.mark.parametrize(("value", "percent"), [(0.0, 0), (0.9183, 91), (0.999, 99), (0.29, 29), (1.0, 100)])
def test_a_share_is_never_said_higher_than_it_was(value: float, percent: int) -> None:
    assert percent == Measured(value, 1).percent
