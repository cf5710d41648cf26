"""Events against records of the PLOVER kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("evaluation.plover", reason="the evaluation does not stand beside these tests")

from evaluation.plover import Record, head, heads, main, part, records, score, told, words
from tests.marked import paragraph

from sayso.records import Event, Mention, Reading
from sayso.spans import cut

BODY = "Dock workers of Sefa blamed the port authority."
RECORD: Record = {
    "id": "hand-1",
    "event": "DISAPPROVE",
    "eventText": "blamed",
    "text": BODY,
    "textInfo": {"markup": "(SRC: Dock workers of Sefa) (EVT: blamed) the (TAR: port authority)."},
    "source": [{"actorText": "Dock workers of Sefa"}],
    "target": [{"actorText": "port authority"}],
}


def _reading(word: str = "blamed", kind: str = "ACCUSE") -> Reading:
    mentions = (Mention("m1", cut(BODY, 0, 20), "person"), Mention("m2", cut(BODY, 28, 46), "organisation"))
    at = BODY.index(word)
    event = Event("v1", cut(BODY, at, at + len(word)), kind, ("m1",), ("m2",))
    return Reading("0" * 64, "hand", paragraph(BODY), mentions=mentions, events=(event,))


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("Dock workers of Sefa", "workers"),
        ("the Port Authority", "authority"),
        ("Sefa’s", "sefa"),
        ("men fleeing the war", "men"),
        ("", ""),
    ],
)
def test_the_head_is_the_last_word_before_a_preposition(phrase: str, word: str) -> None:
    assert word == head(phrase)


def test_words_are_compared_without_their_owners_sign() -> None:
    assert {"sefa", "harbour"} == words("Sefa’s harbour")


def test_a_fifth_of_the_records_may_be_read() -> None:
    parts = [part({"id": f"hand-{number}"}) for number in range(200)]
    assert {"study", "rest"} == set(parts)
    assert 20 < parts.count("study") < 60


def test_figures_are_printed_for_both_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps([RECORD, RECORD | {"id": "hand-4"}]), "utf-8")
    assert 0 == main([str(tmp_path), "--verbose"])
    heading, *lines = capsys.readouterr().out.splitlines()
    assert ["study", "rest", "all"] == heading.split()
    assert any(line.startswith("event type ") for line in lines)


def test_a_record_without_actors_has_no_heads() -> None:
    assert frozenset() == heads(RECORD | {"source": None}, "actor")


def test_a_single_actor_may_stand_without_a_list() -> None:
    assert {"workers"} == heads(RECORD | {"source": {"actorText": "Dock workers"}}, "actor")


def test_an_event_is_told_where_the_triggers_share_a_word() -> None:
    assert [["v1"], []] == [[event.id for event in told(RECORD, _reading(word))] for word in ("blamed", "port")]


def test_an_act_stands_for_what_it_led_to() -> None:
    record = RECORD | {"textInfo": {"markup": "(SRC: Riders) (EVT: killed) two"}}
    assert [1, 0] == [len(told(record, _reading("port", kind))) for kind in ("ASSAULT", "ACCUSE")]


def test_a_reading_without_fault_is_right_in_all() -> None:
    assert {True} == set(dict(score(RECORD, _reading())).values())


def test_a_type_of_the_older_draft_is_read_as_its_newer_one() -> None:
    assert [True, False] == [dict(score(RECORD, _reading(kind=kind)))["event type"] for kind in ("ACCUSE", "REJECT")]


def test_an_event_not_found_is_wrong_in_type_and_heads() -> None:
    scores = dict(score(RECORD, _reading("port")))
    assert [False] * 3 == [scores[name] for name in ("event type", "actor head", "recipient head")]
    assert "event type where found" not in scores


def test_records_without_a_text_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps([{"event": "DOCUMENT"}, RECORD]), "utf-8")
    assert [RECORD] == records(tmp_path)
