from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson
from tests.plain_reading import plain_reading

from sayso.records import Capture, Reading
from sayso.settings import Settings


def deaf(capture: Capture, settings: Settings) -> Reading:
    """A reader that hears the first claim alone."""
    reading = plain_reading(capture, settings)
    return replace(reading, model="deaf-1", claims=reading.claims[:1])


@pytest.fixture(autouse=True)
def report(run_json: RunJson, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A report that is kept, and from then on another reader."""
    (kept,) = run_json("add", "inbox")[1]["reports"]
    run_json("judge", "reject", f"{kept['id']}:c2", "--by", "mina")
    monkeypatch.setattr("sayso.workspace._reading", deaf)
    monkeypatch.setattr("sayso.workspace.reader", lambda: "deaf-1")
    return str(kept["id"])


def test_reading_again_says_what_was_read_and_which_judgements_lost_their_subject(run: Run) -> None:
    first = (
        "1 report read again, with 1 claim; earlier readings stay.\n"
        "No longer applying: 1 judgement. See `sayso judge list --orphaned`.\n"
    )
    assert (0, first) == run("reread")[:2]
    assert "0 reports read again" in run("reread")[1]


def test_orphans_are_listed_with_the_reason(run: Run, run_json: RunJson) -> None:
    run("reread")
    because = "No claim is read any more in the words “it is shut.”."
    assert f"no longer applies: {because}" in run("judge", "list", "--orphaned")[1]
    value = run_json("judge", "list", "--orphaned")[1]
    assert ("sayso/orphans/1", [("j1", because)]) == (
        value["schema"], [(one["id"], one["because"]) for one in value["judgements"]],
    )  # fmt: skip


def test_reading_again_as_json(run_json: RunJson, report: str) -> None:
    value = {
        "schema": "sayso/reread/1", "workspace": "sayso-workspace",
        "reports": [{"id": report, "file": "quay.txt", "claims": 1}], "refused": [], "orphaned": ["j1"],
    }  # fmt: skip
    assert (0, value) == run_json("reread", report[:8])


def test_a_report_whose_bytes_are_gone_is_named(run: Run) -> None:
    next(path for path in Path("sayso-workspace/vault").rglob("*") if path.is_file()).unlink()
    code, out, err = run("reread")
    assert (11, True) == (code, out.startswith("0 reports read again"))
    assert "The vault holds no object" in err
