"""Which name within a label is that of the one who speaks."""

from __future__ import annotations

import pytest

from sayso.read.labels import fitness
from sayso.records import MentionType
from sayso.spans import cut

_PEOPLE = ("Idris Tarig", "Nahla Osman", "Kurdish", "Sand Wolf")


def _speaker(label: str) -> str | None:
    """The person in a label who fits best, the first of equals."""
    span = cut(label, 0, len(label))
    found = sorted((at, name) for name in _PEOPLE if (at := label.find(name)) >= 0)
    fits = [(fitness(span, cut(label, at, at + len(name)), "person"), name) for at, name in found]
    best = max(fits, key=lambda one: one[0], default=(0, ""))
    return best[1] if best[0] else None


@pytest.mark.parametrize(
    "label",
    [
        "Idris Tarig",
        "the governor, Idris Tarig",
        "Idris Tarig of the river council",
        "Idris Tarig, an aide to Nahla Osman",
        "Nahla Osman’s deputy, Idris Tarig",
        "counsel for Nahla Osman, Idris Tarig",
        "Idris Tarig, who succeeded Nahla Osman",
        "The Kurdish baker Idris Tarig",
    ],
)
def test_the_name_that_is_not_owned_speaks(label: str) -> None:
    assert "Idris Tarig" == _speaker(label)


@pytest.mark.parametrize(
    "label",
    ["Nahla Osman’s deputy", "an aide to Idris Tarig", "a Kurdish customs officer", "The Kurdish driver who fled"],
)
def test_a_name_that_only_describes_somebody_is_not_his(label: str) -> None:
    assert _speaker(label) is None


@pytest.mark.parametrize(
    "label",
    [
        "a man known as Sand Wolf",
        "a man calling himself Sand Wolf, the spokesman",
        "a baker who gave his name only as Sand Wolf",
        "One of them, who goes by Sand Wolf",
        "a fighter who identified himself as Sand Wolf",
        "an aide to Nahla Osman, who goes by the name of Sand Wolf",
        "a clerk who agreed to be named only as Sand Wolf because of his work",
    ],
)
def test_what_somebody_goes_by_is_the_name(label: str) -> None:
    assert "Sand Wolf" == _speaker(label)


@pytest.mark.parametrize(("kind", "expected"), [("organisation", 3), ("nationality", 0)])
def test_a_nationality_speaks_for_nobody(kind: MentionType, expected: int) -> None:
    label = cut("the Kurdish", 0, 11)
    assert expected == fitness(label, cut("the Kurdish", 4, 11), kind)
