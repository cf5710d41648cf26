from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import pytest
from tests.linked import AGAIN, DENIED, DEPOT, Told, reading_of

from sayso.filing import Member
from sayso.incidents import Incident
from sayso.link import concluding
from sayso.link.concluding import conclude, name, unconcluded
from sayso.link.decisions import UNDECIDED, Decision, Decisions
from sayso.link.filing import filed
from sayso.link.source import Source
from sayso.link.telling import Ref
from sayso.records import Meta, Report


def source(told: Told) -> Source:
    digest = sha256(told.text.encode()).hexdigest()
    reading = reading_of(told.text, Meta(), digest)
    return Source(Report(digest[:16], digest, f"{told.outlet}.txt", "", "text", Meta(), ""), reading)


def members(sources: Iterable[Source]) -> list[Member]:
    return [
        Member(telling.id, one.report.id, telling.account.id, telling.published, telling.claims)
        for one in sources
        for telling in filed(one).tellings
    ]


def incident_of(*told: Told, decisions: Decisions = UNDECIDED) -> Incident:
    sources = {one.report.id: one for one in map(source, told)}
    bands = {report: filed(one).bands for report, one in sources.items()}
    return conclude(members(sources.values()), sources.__getitem__, bands, decisions)


WIRE, PRINT = Told(DEPOT, outlet="Halcyon"), Told(DEPOT, outlet="Tana")
FIVE, DENIAL = Told(AGAIN, dead=5, outlet="Nahr"), Told(DENIED, outlet="State")


def test_an_incident_says_what_it_is_when_and_where() -> None:
    found = incident_of(WIRE, FIVE)
    assert ("ASSAULT", "2031-04-08", "Marib") == (found.type, found.time, found.place and found.place.place.name)


def test_it_is_named_for_the_telling_published_first() -> None:
    later, undated = Member("b:v1", "b", "x", published=9), Member("a:v1", "a", "x")
    assert "i-c:v1" == name([later, undated, Member("c:v1", "c", "x", published=8)])
    assert "i-b:v1" == name([undated, later])


def test_every_claim_has_its_stance_and_a_sentence() -> None:
    found = incident_of(WIRE, DENIAL)
    assert ["denies", "supports"] == sorted(claim.stance for claim in found.claims)
    assert all(claim.content[0].text in claim.sentence for claim in found.claims)


def test_rival_numbers_stand_side_by_side_and_contradict_each_other() -> None:
    found = incident_of(WIRE, FIVE)
    assert [("killed", ["3", "5"])] == [(one.slot, [value.value for value in one.values]) for one in found.disputes]
    assert "killed" in {one.slot for one in found.contradictions}


def test_copies_are_counted_and_named_in_their_origin() -> None:
    (origin,) = incident_of(WIRE, PRINT).origins
    assert (2, 1) == (len(origin.reports), len(origin.copies))


def test_a_copy_contradicts_nothing_that_its_report_does_not() -> None:
    assert len(incident_of(WIRE, FIVE).contradictions) == len(incident_of(WIRE, PRINT, FIVE).contradictions)


def test_every_report_but_the_first_is_joined_once() -> None:
    found = incident_of(WIRE, FIVE, Told(DEPOT, dead=9, outlet="Badia"))
    assert 2 == len(found.joined)


def test_the_claim_that_tells_it_best_is_known() -> None:
    found = incident_of(WIRE, DENIAL)
    assert found.headline and "supports" == found.headline.stance
    assert found.lead == f"{found.headline.report}:{found.headline.claim}"


def test_a_claim_that_a_person_rejected_is_left_out() -> None:
    rejected = Ref(source(FIVE).report.id, "c1")
    found = incident_of(WIRE, FIVE, decisions=Decisions(rejected=frozenset({rejected})))
    assert [source(WIRE).report.id] == [claim.report for claim in found.claims]
    assert () == found.disputes


def test_a_pair_that_a_person_calls_compatible_contradicts_no_more() -> None:
    a, b = sorted(Ref(source(told).report.id, "c1") for told in (WIRE, FIVE))
    assert () == incident_of(WIRE, FIVE, decisions=Decisions(compatible=frozenset({(a, b)}))).contradictions


def test_what_a_person_decided_stands_among_the_reasons() -> None:
    a, b = (Ref(source(told).report.id, "c1") for told in (WIRE, FIVE))
    found = incident_of(WIRE, FIVE, decisions=Decisions((Decision(a, b, same=True, because="Mina joined them."),)))
    assert "Mina joined them." == found.joined[-1]


def test_of_hundreds_of_reports_one_of_each_class_of_copies_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concluding, "FULL", 2)
    prints = [Told(DEPOT, outlet=f"Paper {number}") for number in range(6)]
    found = incident_of(*prints, FIVE)
    assert (7, 2) == (len(found.reports), len(found.claims))
    assert any("were not read" in because for origin in found.origins for because in origin.because)


def test_what_is_beyond_all_bounds_counts_for_no_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concluding, "FULL", 1)
    found = incident_of(WIRE, FIVE, Told(DEPOT, dead=9, outlet="Badia"))
    assert ("unread", 2, "single-origin") == (found.origins[-1].id, len(found.origins[-1].reports), found.state)


def test_in_a_crowd_those_that_deny_are_held_against_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(concluding, "FEW", 2)
    found = incident_of(WIRE, FIVE, DENIAL, Told(DEPOT, dead=9, outlet="Badia"))
    held = {claim.report for one in found.contradictions for claim in (one.a, one.b)}
    assert len(held - {source(DENIAL).report.id}) < 2
    assert "Claims of 2 of its 4 reports are held against each other." in found.because


def test_of_reports_with_many_claims_only_so_many_are_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concluding, "MUCH", 3)
    found = incident_of(WIRE, FIVE, DENIAL, Told(DEPOT, dead=9, outlet="Badia"))
    assert "Claims of 3 of its 4 reports are held against each other." in found.because


def test_two_reports_are_held_against_each_other_however_many_claims_they_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(concluding, "MUCH", 1)
    assert ["killed"] == [one.slot for one in incident_of(WIRE, FIVE).contradictions]


def test_ids_of_reports_are_put_in_words() -> None:
    found = incident_of(WIRE, FIVE)
    assert not any(report in because for report in found.reports for because in (*found.because, *found.joined))
    assert any("Halcyon.txt (2031-04-09)" in because for because in found.because)


def test_an_incident_that_the_program_fails_on_says_so() -> None:
    found = unconcluded(members([source(WIRE)]), KeyError("v9"))
    assert "This incident could not be worked out: KeyError: 'v9'." in found.because[0]
    assert (source(WIRE).report.id,) == found.reports
