from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from corpus.tools.gold import Report
from training.example import Example
from training.readers.ours import example

TEXT = (
    "Colonel Adem Rusi met reporters in Vranje. The road was closed on Monday, Rusi said.\n"
    "Agency Polje quoted a driver as saying that the bridge might have fallen. Nobody shelled it. Copyright Polje"
)
CLAIM = {"kind": "report", "polarity": "positive", "certainty": "certain"}
CLAIMS: list[dict[str, Any]] = [
    {
        "id": "c1", "content": "The road was closed on Monday",
        "chain": [{"label": "Rusi", "cue": "said", "kind": "named_person", "entity": "Adem Rusi"}], **CLAIM,
    },
    {
        "id": "c2", "content": "the bridge might have fallen", "hedges": ["might"],
        "chain": [
            {"label": "a driver", "cue": "as saying", "kind": "unnamed"},
            {"label": "Agency Polje", "cue": "quoted", "kind": "outlet"},
        ], **CLAIM, "certainty": "possible",
    },
    {"id": "c3", "content": "Nobody shelled it", "chain": [], **CLAIM, "polarity": "negative"},
]  # fmt: skip
GOLD: dict[str, Any] = {
    "report": {"published": "2025-01-07", "furniture": ["Copyright Polje"]},
    "claims": CLAIMS,
    "events": [{"trigger": "closed", "type": "COERCE", "recipient": "The road", "time": "2025-01-06"}],
    "times": [{"quote": "on Monday", "also": ["Monday"], "edtf": ["2025-01-06"]}],
    "mentions": {"person": ["Adem Rusi"], "organisation": ["Agency Polje"]},
    "places": [{"quote": "Vranje", "country": "RS"}],
    "same_entity": [["Adem Rusi", "Rusi"]],
}


def made(**changes: Any) -> Example:
    return example(Report(Path("train/z01.gold.yaml"), TEXT, GOLD | changes))


def words(found: Example, layer: str) -> list[str]:
    return [TEXT[one.start : one.end] for one in found.spans if one.layer == layer]


def links(found: Example, relation: str) -> list[tuple[str, str | None]]:
    """Each link with the word that it starts from and the one that it leads to."""
    return [
        (
            TEXT[one.origin :].split(maxsplit=1)[0],
            None if one.target is None else TEXT[one.target :].split(maxsplit=1)[0],
        )
        for one in found.links
        if one.relation == relation
    ]


def test_the_parts_of_an_attribution_stand_where_the_quotes_are_anchored() -> None:
    found = made()
    assert ["The road was closed on Monday", "the bridge might have fallen"] == words(found, "content")
    assert ["Rusi", "Agency Polje", "a driver"] == words(found, "source")
    assert ["said", "quoted", "as saying"] == words(found, "cue")
    assert (["Nobody shelled it"], ["might"]) == (words(found, "own"), words(found, "hedge"))


def test_a_content_leads_to_its_speaker_and_the_speaker_to_the_relay() -> None:
    found = made()
    assert [("The", "Rusi"), ("the", "a")] == links(found, "source")
    assert [("The", "said."), ("the", "as"), ("Agency", "quoted")] == links(found, "cue")
    assert {("Rusi", None), ("a", "Agency"), ("Agency", None)} == set(links(found, "relay"))


def test_a_short_name_leads_back_to_the_full_one() -> None:
    assert [("Rusi", "Adem"), ("a", None), ("Agency", None)] == links(made(), "antecedent")


def test_every_name_of_a_thing_is_a_mention_of_its_type() -> None:
    found = made()
    mentions = {(TEXT[one.start : one.end], one.types[0]) for one in found.spans if one.layer == "mention"}
    names = {("Adem Rusi", "person"), ("Rusi", "person"), ("Agency Polje", "organisation")}
    assert names | {("Vranje", "place"), ("on Monday", "time")} == mentions


def test_an_event_leads_to_those_in_it_and_to_its_time() -> None:
    found = made()
    assert (["closed"], ["The road"]) == (words(found, "trigger"), words(found, "argument"))
    assert [[("closed", None)], [("closed", "The")], [("closed", "on")]] == [
        links(found, role) for role in ("actor", "recipient", "time")
    ]


def test_classes_stand_at_the_first_word() -> None:
    told = {(one.name, TEXT[one.at :].split(maxsplit=1)[0]): one.value for one in made().classes}
    assert ("possible", "negative", "COERCE") == (
        told["certainty", "the"],
        told["polarity", "Nobody"],
        told["event", "closed"],
    )
    assert "outlet" == told["voice", "Agency"]


def test_the_pieces_of_a_broken_content_are_joined() -> None:
    claim = CLAIMS[0] | {"content": "The road", "rest": ["on Monday"]}
    found = made(claims=[claim])
    assert [("The", "on")] == links(found, "rest")
    assert [("The", "Rusi"), ("on", "Rusi")] == links(found, "source")


def test_a_report_that_is_not_marked_completely_says_nothing_of_claims_left_out() -> None:
    assert {"content", "own"} <= made().covers
    assert not {"content", "own"} & made(complete=False).covers
    assert "mention" in made(complete=False).covers
