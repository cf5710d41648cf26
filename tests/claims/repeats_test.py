"""Which triggers only point back to an event told before."""

from __future__ import annotations

import pytest
from tests.marked import marked

from sayso.claims.repeats import found
from sayso.claims.stage import Stage
from sayso.records import Trigger


def _meant(line: str, *sorts: str) -> dict[str, str]:
    """Return what the marked words point back to; all are triggers, of the types given, or else of one."""
    text, parts = marked(line)
    types = sorts or ["ASSAULT"] * len(parts)
    triggers = [Trigger(part.span, sort) for part, sort in zip(parts, types, strict=True)]
    return {one.text: other.text for one, other in found(Stage(text, ()), triggers).items()}


def test_a_noun_with_its_article_points_back_to_the_event_told_before() -> None:
    assert {"attack": "stormed"} == _meant("Gunmen [a|stormed] a post. Nobody owned up to the [b|attack].")


def test_it_means_what_was_told_by_the_same_stem() -> None:
    line = "Gunmen [a|attacked] a post and [b|burned] a car.\nThe [c|attack], he said, was over in minutes."
    assert {"attack": "attacked"} == _meant(line)


def test_it_means_what_its_paragraph_told_last_else_what_the_report_told_first() -> None:
    line = "Gunmen [a|stormed] a post. In May they had [b|burned] a car.{}He condemned the [c|raid]."
    assert [{"raid": "burned"}, {"raid": "stormed"}] == [_meant(line.format(sign)) for sign in (" ", "\n")]


@pytest.mark.parametrize(
    "noun",
    [
        "An [b|attack] was heard.",
        "The [b|attack] on the market was worse.",
        "The [b|attack] happened at dawn.",
        "The [b|attack] three days before was worse.",
        "The [b|wounded] were silent.",
    ],
)
def test_what_is_told_of_itself_points_back_to_nothing(noun: str) -> None:
    assert {} == _meant(f"Gunmen [a|stormed] a post. {noun}")


def test_an_event_of_another_type_is_not_meant() -> None:
    assert {} == _meant("Police [a|arrested] a man. He condemned the [b|attack].", "COERCE", "ASSAULT")
