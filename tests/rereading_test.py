"""Everything is read again by a new model: nothing that was read or decided before is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.plain_reading import plain_reading

from sayso.link.telling import Ref
from sayso.records import Added, Capture, Claim, Reading, Refusal
from sayso.settings import Settings
from sayso.spans import cut
from sayso.workspace import Workspace

HARBOURS = ("Tartus", "Latakia", "Mersin", "Varna", "Odesa")


def new_reading(capture: Capture, settings: Settings) -> Reading:
    """Read as before, but number claims from behind, take full stops out, hear no pilot, and hear one denial."""
    reading = plain_reading(capture, settings)
    heard = [claim for claim in reading.claims if claim.chain[0].label and claim.chain[0].label.text != "A pilot"]
    claims = tuple(_otherwise(claim, len(heard) - place, reading.text.body) for place, claim in enumerate(heard))
    return replace(reading, model="plain-2", claims=claims)


def _otherwise(claim: Claim, number: int, body: str) -> Claim:
    span = claim.content[0]
    claim = replace(claim, id=f"c{number}", content=(cut(body, span.start, span.end - 1),))
    if "nothing" in span.text:
        return replace(claim, kind="denial", polarity="negative")
    return claim


@pytest.fixture(autouse=True)
def _new_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", plain_reading)
    monkeypatch.setattr("sayso.workspace.reader", lambda: "plain-1")


@pytest.fixture
def renew(monkeypatch: pytest.MonkeyPatch, place: Workspace) -> None:
    """From here on another model reads."""
    monkeypatch.setattr("sayso.workspace._reading", new_reading)
    monkeypatch.setattr("sayso.workspace.reader", lambda: "plain-2")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "kept", Settings(by="mina")) as opened:
        for harbour in HARBOURS:
            lines = (
                "The harbour master says ten boats sank.",
                "A pilot says five did.",
                "The mayor says nothing was lost.",
            )
            (tmp_path / f"{harbour}.txt").write_text("\n".join((f"Storm at {harbour}", *lines, "")))
            list(opened.add([tmp_path / f"{harbour}.txt"]))
        yield opened


def ids(place: Workspace) -> list[str]:
    """The reports in the order of the harbours."""
    return [row.report.id for row in reversed(place.reports())]


def models(place: Workspace) -> list[str]:
    return [place.reading(id_)[1].model for id_ in ids(place)]


def test_nothing_is_outdated_until_another_model_reads(place: Workspace) -> None:
    assert () == place.outdated()
    assert [] == list(place.reread())


@pytest.mark.usefixtures("renew")
def test_everything_is_read_again_and_earlier_readings_stay(place: Workspace) -> None:
    assert tuple(ids(place)) == place.outdated()
    outcomes = [outcome for outcome in place.reread() if isinstance(outcome, Added)]
    assert ([2] * 5, ids(place)) == ([one.claims for one in outcomes], [one.report.id for one in outcomes])
    assert (["plain-2"] * 5, ()) == (models(place), place.outdated())
    assert ["plain-1", "plain-2"] == [version.model for version in place.versions(ids(place)[0])]
    assert [] == list(place.verify())


@pytest.mark.usefixtures("renew")
def test_what_was_stopped_goes_on_where_it_was(place: Workspace) -> None:
    going = place.reread()
    next(going), next(going)
    del going
    assert ["plain-2", "plain-2", "plain-1", "plain-1", "plain-1"] == models(place)
    assert 3 == len(list(place.reread()))
    assert [2] * 5 == [len(place.versions(id_)) for id_ in ids(place)]


@pytest.mark.usefixtures("renew")
def test_only_those_asked_for_are_read_again(place: Workspace) -> None:
    assert 1 == len(list(place.reread([ids(place)[3][:8]])))
    assert ["plain-1", "plain-1", "plain-1", "plain-2", "plain-1"] == models(place)


@pytest.mark.usefixtures("renew")
def test_a_report_whose_bytes_are_gone_keeps_the_reading_it_has(place: Workspace) -> None:
    next((place.folder / "vault").rglob(place.report(ids(place)[0]).sha256)).unlink()
    refused = [outcome.error.name for outcome in place.reread() if isinstance(outcome, Refusal)]
    assert ["NotFound"] == refused
    assert ["plain-1", "plain-2", "plain-2", "plain-2", "plain-2"] == models(place)


def test_every_judgement_that_still_can_be_found_applies_and_the_others_are_listed(
    place: Workspace, request: pytest.FixtureRequest
) -> None:
    tartus, latakia, *_ = ids(place)
    place.judge("merge", [f"{tartus}:c1", f"{latakia}:c1"])
    place.judge("reject", [f"{tartus}:c1"])
    place.judge("grade", [f"{latakia}:c1"], "2")
    place.judge("split", [f"{tartus}:c1", f"{latakia}:c2"])
    place.judge("accept", [f"{tartus}:c3"])
    place.judge("note", [f"{latakia}:c3"], why="Ask the mayor again.")
    place.judge("grade", ["The harbour master"], "B")
    before = place.judgements()
    request.getfixturevalue("renew")
    list(place.reread())
    assert before == place.judgements()
    decided = place.decisions()
    assert [{Ref(tartus, "c2"), Ref(latakia, "c2")}] == [{one.a, one.b} for one in decided.pairs if one.same]
    assert {Ref(tartus, "c2")} == decided.rejected
    assert "B" == place.source("The harbour master").grade.value
    assert [
        ("j4", "No claim is read any more in the words “five did.”."),
        ("j5", "“nothing was lost.” is now read as negative, and was positive."),
    ] == [(one.ruling.id, one.because) for one in place.orphans()]


def test_what_was_rejected_stays_out_of_incidents_after_a_new_reading(
    place: Workspace, request: pytest.FixtureRequest
) -> None:
    tartus = ids(place)[0]
    place.judge("reject", [f"{tartus}:c1"])
    request.getfixturevalue("renew")
    list(place.reread())
    told = [
        claim.claim for incident in place.incidents_of([tartus]) for claim in incident.claims if claim.report == tartus
    ]
    assert ["c1"] == told
