"""Whether an event is told as done."""

from __future__ import annotations

import pytest
from tests.marked import marked

from sayso.claims.actuality import actuality
from sayso.records import Certainty, Claim, ClaimKind, Link, Polarity, Trigger
from sayso.sentences import sentences


def _actuality(line: str, kind: ClaimKind | None = None, sort: str = "ASSAULT") -> tuple[Polarity, Certainty]:
    """What becomes of the marked `trigger`, in a claim of this kind whose `content` is marked."""
    text, parts = marked(line)
    spans = {part.name: part.span for part in parts}
    claims = [Claim("c1", (spans["content"],), kind=kind)] if kind else []
    return actuality(text.body, Trigger(spans["trigger"], sort), sentences(text.body)[0], claims)


@pytest.mark.parametrize(
    "line",
    [
        "Raiders [trigger|shelled] Marib on Friday.",
        "The [trigger|shelling] of Marib went on for hours.",
        "Nobody who saw it will forget how they [trigger|shelled] the mill.",
        "The guards, who had no radio, were [trigger|ambushed] at the ford.",
    ],
)
def test_what_is_told_plainly_was_done(line: str) -> None:
    assert ("positive", "certain") == _actuality(line)


@pytest.mark.parametrize(
    "line",
    [
        "The army did not [trigger|shell] Marib.",
        "No [trigger|attack] on the mill was seen.",
        "Nobody was [trigger|killed].",
        "The raiders failed to [trigger|take] the bridge.",
        "The [trigger|march] was called off.",
        "An earlier version of this article said that two guards were [trigger|killed].",
        "Teachers called off Monday's [trigger|strike].",
        "A planned [trigger|strike] did not take place.",
    ],
)
def test_what_is_negated_or_cancelled_is_negative(line: str) -> None:
    assert "negative" == _actuality(line)[0]


@pytest.mark.parametrize(
    "line",
    [
        "They will [trigger|attack] Marib again.",
        "The column threatened to [trigger|storm] the town.",
        "If they [trigger|attack] Marib, we leave.",
        "Fears of an [trigger|attack] grew.",
        "The raiders may have [trigger|shelled] Marib.",
        "Talks to end the war and prevent further [trigger|raids] go on.",
        "Men are to be [trigger|arrested] on Monday.",
    ],
)
def test_what_is_planned_feared_or_conditional_is_only_possible(line: str) -> None:
    assert ("positive", "possible") == _actuality(line)


def test_what_a_denial_denies_is_negative() -> None:
    assert ("negative", "certain") == _actuality(
        "The army denied [content|troops had [trigger|shelled] Marib].", "denial"
    )


def test_what_a_denial_takes_for_granted_was_done() -> None:
    line = "He denied [content|a part in Monday's [trigger|attack]]."
    assert ("positive", "certain") == _actuality(line, "denial")


@pytest.mark.parametrize("kind", ["intention", "demand", "forecast"])
def test_what_is_wanted_or_foreseen_is_only_possible(kind: ClaimKind) -> None:
    assert ("positive", "possible") == _actuality("He urged [content|troops [trigger|leave] the town].", kind)


def test_a_relative_clause_in_a_demand_tells_what_was_done() -> None:
    line = "He asked [content|the court to try those who [trigger|shelled] Marib]."
    assert ("positive", "certain") == _actuality(line, "demand")


def test_an_act_of_speech_is_done_by_the_words_that_announce_it() -> None:
    line = "[content|We will [trigger|answer] every raid], it warned."
    assert ("positive", "certain") == _actuality(line, "intention", "THREATEN")


def test_a_speech_that_is_still_to_come_is_only_possible() -> None:
    assert ("positive", "possible") == _actuality("The council will [trigger|condemn] the raid.", sort="REJECT")


def test_hearsay_makes_an_event_probable() -> None:
    text, parts = marked("Reportedly [content|gunmen [trigger|stormed] a post].")
    spans = {part.name: part.span for part in parts}
    claim = Claim("c1", (spans["content"],), (Link(None, "unspecified"),))
    told = actuality(text.body, Trigger(spans["trigger"], "ASSAULT"), sentences(text.body)[0], [claim])
    assert ("positive", "probable") == told
