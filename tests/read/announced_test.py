"""What only announces something and claims nothing."""

from __future__ import annotations

import pytest
from tests.found import found

from sayso.read.announced import claiming
from sayso.read.told import Told, said
from sayso.read.weigh import Said


def _kept(line: str) -> Said:
    text, read = found(line)
    return claiming(text.body, said(Told(text, read)))


@pytest.mark.parametrize(
    "line",
    [
        "[own|The flights raise questions about the plans of the fleet].",
        "[own|This has prompted speculation in the camp].",
        "[own|The letter sparked a heated debate among the elders].",
    ],
)
def test_a_question_that_is_raised_claims_nothing(line: str) -> None:
    assert () == _kept(line).own


@pytest.mark.parametrize(
    "line",
    [
        "[own|The guards raised the barrier at noon].",
        "[own|The questions were handed to the mayor].",
        "[own|The letter raised questions, and the mayor resigned].",
    ],
)
def test_what_happened_is_claimed(line: str) -> None:
    assert 1 == len(_kept(line).own)


def test_what_somebody_spoke_about_is_not_what_was_said() -> None:
    line = "[source|The writer] [cue|delves into] [content|the loyalty of the ranks]."
    assert () == _kept(line).attributions


@pytest.mark.parametrize(
    "line",
    [
        "[source|The writer] [cue|elaborated] that [content|the ranks were loyal to nobody].",
        "[source|The writer] [cue|praised] [content|the loyalty of the ranks].",
    ],
)
def test_what_was_said_is_claimed(line: str) -> None:
    assert 1 == len(_kept(line).attributions)
