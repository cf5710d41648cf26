"""What a person decides about incidents holds, whatever is added or read again, until it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests import linked
from tests.linked import AGAIN, DEPOT, MARKET, WEEK, Told, written

from sayso.incidents import Incident, Origin
from sayso.link.telling import Ref
from sayso.records import Capture, Reading
from sayso.settings import Settings
from sayso.workspace import Workspace


@pytest.fixture(autouse=True)
def _plain_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    monkeypatch.setattr("sayso.workspace.reader", lambda: "by hand")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "kept", Settings(by="mina")) as opened:
        list(opened.add(written(tmp_path / "inbox", WEEK)))
        yield opened


def largest(place: Workspace) -> Incident:
    return max(place.incidents(), key=lambda incident: len(incident.reports))


def first(incident: Incident) -> str:
    """The first claim of an incident, as a person names it."""
    return f"{incident.claims[0].report}:{incident.claims[0].claim}"


def sizes(place: Workspace) -> list[int]:
    return sorted(len(incident.reports) for incident in place.incidents())


def test_merged_incidents_are_one_and_say_who_merged_them(place: Workspace) -> None:
    assert [1, 1, 2, 6] == sizes(place)
    small = [incident for incident in place.incidents() if len(incident.reports) == 1]
    place.judge("merge", [small[0].id, small[1].id], why="A slip of the date.")
    (merged,) = [one for one in place.incidents() if set(small[0].reports) | set(small[1].reports) == set(one.reports)]
    assert any("mina decided on" in reason and "A slip of the date" in reason for reason in merged.joined)


def test_what_is_set_apart_stays_apart_until_that_is_undone(place: Workspace) -> None:
    before = place.incidents()
    apart, *others = largest(place).claims
    ruling = place.judge("split", [f"{one.report}:{one.claim}" for one in (apart, *others)])
    assert not any({apart.report, other.report} <= set(one.reports) for one in place.incidents() for other in others)
    place.undo(ruling.id)
    assert before == place.incidents()


def test_a_merge_holds_when_more_is_added_and_all_is_read_again(
    place: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = (first(one) for one in place.incidents() if len(one.reports) == 1)
    place.judge("merge", [a, b])
    list(
        place.add(written(tmp_path / "more", [Told(MARKET, place="Atbara", outlet="Nile Digest"), Told(AGAIN, day=12)]))
    )
    monkeypatch.setattr("sayso.workspace._reading", renamed)
    monkeypatch.setattr("sayso.workspace.reader", lambda: "by another hand")
    assert 12 == len(list(place.reread()))
    ends = {a.split(":")[0], b.split(":")[0]}
    assert [True] == [ends <= set(one.reports) for one in place.incidents() if ends & set(one.reports)]
    assert () == place.orphans()


def renamed(capture: Capture, settings: Settings) -> Reading:
    """Read as before, with other ids."""
    reading = linked.read(capture, settings)
    claims = tuple(replace(claim, id=f"c{place + 40}") for place, claim in enumerate(reading.claims))
    return replace(reading, model="by another hand", claims=claims)


def test_a_rejected_claim_is_in_no_incident(place: Workspace) -> None:
    claim = largest(place).claims[0]
    place.judge("reject", [f"{claim.report}:{claim.claim}"])
    assert claim not in [one for incident in place.incidents() for one in incident.claims]
    place.judge("accept", [f"{claim.report}:{claim.claim}"])
    assert claim in largest(place).claims


def test_a_rejected_contradiction_is_not_shown(place: Workspace) -> None:
    found = largest(place).contradictions
    pair = found[0]
    place.judge("reject", [f"{pair.a.report}:{pair.a.claim}", f"{pair.b.report}:{pair.b.claim}"])
    assert found[1:] == largest(place).contradictions


def test_an_event_stands_for_the_claim_that_holds_it(place: Workspace) -> None:
    one, other = (incident.reports[0] for incident in place.incidents() if len(incident.reports) == 1)
    ruling = place.judge("merge", [f"{one}:v0", f"{other}:v0"])
    assert [("claim", "c1"), ("claim", "c1")] == [(about.what, about.id) for about in ruling.about]
    assert Ref(*min((one, "c1"), (other, "c1"))) in {place.decisions().pairs[0].a, place.decisions().pairs[0].b}


def test_a_note_on_an_incident_is_found_by_it(place: Workspace) -> None:
    incident = largest(place)
    ruling = place.judge("note", [incident.id], why="See the map.")
    assert [ruling] == [one.ruling for one in place.judgements(incident.id)]
    assert ruling.about[0].sha256[:16] in incident.reports


def test_an_alias_has_the_reports_that_hold_the_name_linked_anew_and_so_has_its_removal(place: Workspace) -> None:
    before = place.incidents()
    place.judge("alias", ["The brigade", "Third Brigade of Marib"])
    (denial,) = place.reports("brigade")
    assert (denial.report.id,) == place._store.linking.waiting()
    place.incidents()
    place.unalias("brigade")
    assert (denial.report.id,) == place._store.linking.waiting()
    assert before == place.incidents()


def test_linking_reads_a_report_under_the_names_that_aliases_stand_for(place: Workspace) -> None:
    place.judge("alias", ["Halcyon", "Nahr Wire"])
    report = place.reports()[0].report
    _, reading = place.reading(report.id)
    reading = replace(reading, text=replace(reading.text, outlet="HALCYON"))
    assert "Nahr Wire" == place.corrected(report, reading).text.outlet


def test_a_claim_that_independent_origins_affirm_may_be_confirmed(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = largest(place)
    shown = tuple(Origin(report, (report,), (), independent=True) for report in incident.reports)
    monkeypatch.setattr(place, "incidents_of", lambda _: (replace(incident, origins=shown, contradictions=()),))
    claim = next(one for one in incident.claims if one.stance == "supports")
    subject = f"{claim.report}:{claim.claim}"
    assert "1" == place.proposal(subject).grade.value
    assert 'admiralty-scale:information-credibility="1"' == place.judge("grade", [subject], "1").grade


def test_decisions_are_worked_out_once_until_something_changes(place: Workspace) -> None:
    assert place.decisions() is place.decisions()
    known = place.decisions()
    place.judge("split", [f"{one.report}:{one.claim}" for one in largest(place).claims[:2]])
    assert known != place.decisions()
    assert place.decisions() is place.decisions()


def test_more_depots_do_not_undo_a_split(place: Workspace, tmp_path: Path) -> None:
    one, other = largest(place).claims[:2]
    place.judge("split", [f"{one.report}:{one.claim}", f"{other.report}:{other.claim}"])
    list(place.add(written(tmp_path / "more", [Told(DEPOT, outlet=f"Paper {number}") for number in range(6)])))
    assert not any({one.report, other.report} <= set(incident.reports) for incident in place.incidents())
