"""Events against unit sentences of an event coder."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("evaluation.petrarch", reason="the evaluation does not stand beside these tests")

from evaluation.petrarch import Sentence, failure, kind, score, sentences
from tests.marked import paragraph

from sayso.records import Certainty, Event, Reading
from sayso.spans import cut

BODY = "Ostra shelled Sefa."


def _reading(*types: str, certainty: Certainty = "certain") -> Reading:
    events = tuple(Event(f"v{n}", cut(BODY, 6, 13), one, certainty=certainty) for n, one in enumerate(types, 1))
    return Reading("0" * 64, "hand", paragraph(BODY), events=events)


@pytest.mark.parametrize(
    ("code", "name"), [("190", "ASSAULT"), ("081", "CONCEDE"), ("0871", "RETREAT"), ("010", ""), ("999", "")]
)
def test_a_code_stands_for_a_type(code: str, name: str) -> None:
    assert name == kind(code)


def test_sentences_are_read_with_their_codes_and_category(tmp_path: Path) -> None:
    (tmp_path / "PETR.UnitTest.records.xml").write_text(
        '<Sentence date="1" id="A-1" category="ACTOR" sentence="true">\n<EventCoding sourcecode="O" eventcode="190">'
        "</EventCoding>\n<Text>\nOstra shelled\nSefa &amp; Arda.\n</Text></Sentence>\n",
        "utf-8",
    )
    assert [Sentence("Ostra shelled Sefa & Arda.", ("ASSAULT",), "ACTOR")] == sentences(tmp_path)


def test_an_event_of_the_type_is_right_and_another_is_not() -> None:
    wanted = Sentence(BODY, ("ASSAULT",), "DEMO")
    assert [True, False] == [dict(score(wanted, _reading(name)))["event type"] for name in ("ASSAULT", "AID")]


def test_a_sentence_that_tells_nothing_is_missed() -> None:
    assert {"any event": False, "event type": False} == dict(score(Sentence(BODY, ("AID",), "DEMO"), _reading()))


def test_a_sentence_without_events_is_to_stay_silent() -> None:
    silent = Sentence(BODY, (), "DATE")
    assert [[("silent where no event", right)] for right in (True, False)] == [
        list(score(silent, _reading(*types))) for types in ((), ("AID",))
    ]


def test_what_is_missed_is_of_one_class_of_failure() -> None:
    readings = (_reading(), _reading("AGREE", certainty="possible"), _reading("AID"))
    assert ["nothing told", "told as yet to come", "another type told"] == [failure(one) for one in readings]
