from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import linked
from tests.cli.conftest import Run, RunJson
from tests.linked import AGAIN, DENIED, DEPOT, MARKET, Told, written


@pytest.fixture(autouse=True)
def _linked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)


@pytest.fixture
def added(run: Run, tmp_path: Path) -> list[str]:
    """The ids of a report, its copy, a denial of it, a report of something else, and one with another toll."""
    told = (Told(DEPOT, outlet="Halcyon"), Told(DEPOT, outlet="Tana"), Told(DENIED), Told(MARKET, place="Ataq"))
    paths = written(tmp_path / "told", (*told, Told(AGAIN, dead=5, outlet="Nahr")))
    assert 0 == run("add", *map(str, paths))[0]
    listed = run("list")[1]
    found = re.findall(r"^([0-9a-f]{16})  ", listed, re.MULTILINE)
    return list(reversed(found))


def test_the_list_says_the_state_in_words_and_counts_reports_and_origins(run: Run, added: list[str]) -> None:
    code, out, _ = run("incidents")
    assert (0, 2) == (code, len(re.findall(r"^i-[0-9a-f]{16}:v0 ", out, re.MULTILINE)))
    assert 2 == out.count("  told by ")
    assert re.search(
        r"2031-04-08 · Marib, Yemen · assault · 4 reports, \d origins?, they differ on killed, 1 denial", out
    )
    assert "1 to 2 of 2 incidents" in out


def test_the_list_as_json_keeps_the_promise(run_json: RunJson, added: list[str]) -> None:
    code, value = run_json("incidents")
    assert (0, "sayso/incidents/1", 2, []) == (code, value["schema"], value["total"], value["unlinked"])
    assert {"incidents", "contradictions"} <= value.keys()


def test_a_page_beyond_the_end_says_so(run: Run, added: list[str]) -> None:
    assert "There are only 2 incidents; give a smaller --offset.\n" == run("incidents", "--offset", "9")[1]


def test_no_incidents_says_what_to_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    run("add", "--workspace", "kept", "nothing.txt")
    assert run("incidents", "--workspace", "kept")[1].startswith("No incidents yet. Add reports")


def test_an_incident_shows_origins_with_reasons_and_folds_copies(run: Run, added: list[str]) -> None:
    out = run("incident", added[0])[1]
    assert "4 reports, " in out
    assert ", and 1 copy\n" in out
    assert "nearly word for word" in out
    assert "It happened: 2 claims\n" in out
    assert "Denied: 1 claim\n" in out


def test_an_incident_can_be_shown_with_all_its_claims(run: Run, added: list[str]) -> None:
    assert "It happened: 3 claims\n" in run("incident", added[0], "--all")[1]


def test_what_cannot_both_hold_stands_side_by_side(run: Run, added: list[str]) -> None:
    out = run("incident", added[0])[1]
    _, _, below = out.partition("They differ on: killed")
    assert (
        below.index("\n  3\n") < below.index("killing 3 guards") < below.index("\n  5\n") < below.index("5 guards died")
    )


def test_a_denial_is_shown_once_with_all_that_it_is_held_against(run: Run, added: list[str]) -> None:
    _, _, below = run("incident", added[0])[1].partition("What is denied, and who says it")
    assert 1 == below.count("denies this")
    assert "killing 3 guards" in below


def test_an_incident_as_json_holds_its_contradictions(run_json: RunJson, added: list[str]) -> None:
    code, value = run_json("incident", added[0])
    assert (0, "sayso/incident/1", 4) == (code, value["schema"], len(value["incident"]["claims"]))
    assert value["incident"]["contradictions"]


def test_an_unknown_incident_has_a_cause_and_a_cure(run: Run, added: list[str]) -> None:
    code, _, err = run("incident", "i-nowhere:v1")
    assert (3, "sayso: No incident has the id i-nowhere:v1. `sayso incidents` lists those that there are.\n") == (
        code, err,
    )  # fmt: skip


def test_why_says_what_joins_a_copy_to_its_report(run: Run, added: list[str]) -> None:
    out = run("why", added[0], added[1])[1]
    assert out.startswith(f"{added[0]} and {added[1]} are of one incident (i-")
    assert "They go back to one telling." in out
    assert "100% of the shorter text stands word for word in the longer one." in out


def test_why_says_what_keeps_two_reports_apart(run: Run, run_json: RunJson, added: list[str]) -> None:
    assert "are not of one incident." in run("why", added[0], added[3])[1]
    code, value = run_json("why", added[0], added[3])
    assert (0, "sayso/why/1", False, None) == (code, value["schema"], value["together"], value["origin"])
    assert value["because"]


def test_why_takes_incidents_too(run: Run, run_json: RunJson, added: list[str]) -> None:
    one, other = (incident["id"] for incident in run_json("incidents")[1]["incidents"])
    assert run("why", one, other)[1].startswith(f"{one} and {other} are not of one incident.")


def test_why_refuses_what_is_not_there(run: Run, added: list[str]) -> None:
    code, _, err = run("why", added[0], "abcdef0123456789")
    assert (3, "sayso: No report has the id abcdef0123456789.") == (code, err.split(" `")[0])
