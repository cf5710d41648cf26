"""Which of the events of a report brought a toll about."""

from __future__ import annotations

from tests.marked import marked

from sayso.claims.causes import Causes
from sayso.claims.fates import find
from sayso.claims.stage import Stage
from sayso.records import Event


def _causes(line: str, *sorts: str) -> list[str | None]:
    """The words for the event of each toll of a line; those marked tell one each, all of them assaults or `sorts`."""
    text, parts = marked(line)
    types = sorts or ["ASSAULT"] * len(parts)
    events = [Event(f"v{n}", part.span, sort) for n, (part, sort) in enumerate(zip(parts, types, strict=True))]
    stage = Stage(text, ())
    causes = Causes(stage, events)
    told = [one for sentence in stage.sentences for one in find(text.body, sentence)]
    return [event.trigger.text if (event := causes.of(one)) else None for one in told]


def test_an_event_in_the_sentence_comes_before_the_one_told_last() -> None:
    assert ["stormed"] == _causes("They [a|shelled] Taiz. Gunmen who [b|stormed] a post left two guards dead.")


def test_the_word_that_counts_people_comes_before_others() -> None:
    assert ["killed"] == _causes("They [a|shelled] Taiz and [b|killed] two guards.")


def test_a_type_that_fits_comes_before_one_that_may() -> None:
    line = "Police [a|searched] a house and [b|seized] a car; two men were jailed. "
    assert ["seized"] == _causes(line, "MOBILIZE", "COERCE")


def test_of_two_it_is_the_nearer_one_of_the_paragraph() -> None:
    assert ["stormed"] == _causes("They [a|shelled] Taiz. They [b|stormed] a post. Nine people died.")


def test_a_paragraph_without_an_event_counts_for_what_the_report_is_about() -> None:
    assert ["shelled"] == _causes("They [a|shelled] Taiz. They [b|stormed] a post.\nThe death toll is nine.")


def test_further_tolls_belong_where_others_were_counted() -> None:
    line = "They [a|shelled] Taiz, killing nine people. They [b|burned] a car.\nA doctor spoke.\nTwo men were hurt."
    assert ["shelled", "shelled"] == _causes(line)


def test_an_act_of_speech_hurts_nobody() -> None:
    assert [None] == _causes("He [a|accused] the army. Nine people died.", "ACCUSE")
