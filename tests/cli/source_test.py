from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson

from sayso.cli.source import _print_record
from sayso.incidents import Stated
from sayso.link.grades import reliability
from sayso.rulings import Fate, Saying, SourceRecord, Voiced


@pytest.fixture(autouse=True)
def _kept(run: Run, inbox: Path) -> None:
    run("add", "inbox", "--outlet", "Quay Post", "--published", "2031-03-02")


def test_a_record_shows_what_was_said_through_whom_and_that_nobody_graded_it(run: Run) -> None:
    code, out, _ = run("source", "the harbour master")
    lines = out.splitlines()
    assert (0, "The harbour master (official by role, not by name)") == (code, lines[0])
    assert "Reliability F: reliability cannot be judged (nobody has graded it)" in lines
    assert "Said 1 claim in 1 report; passed on 0 claims." in lines
    assert ["0 corroborated", "0 denied", "0 withdrawn"] == [line for line in lines if line.startswith("0 ")]
    assert "Cited by: Quay Post (1 claim)" in lines
    assert lines[-1].endswith(":c1  the quay is open. (through Quay Post)")


def test_an_outlet_shows_whom_it_cites(run: Run) -> None:
    assert "Cites: A pilot (1 claim); The harbour master (1 claim)" in run("source", "Quay Post")[1].splitlines()


def test_who_graded_a_source_is_shown(run: Run) -> None:
    run("judge", "grade", "A pilot", "B", "--by", "mina")
    assert "Reliability B: usually reliable (graded by mina on 20" in run("source", "A pilot")[1]


def test_the_history_of_grades_is_shown_with_what_was_undone(run: Run) -> None:
    run("judge", "grade", "A pilot", "B", "--by", "mina", "--why", "Saw it.")
    run("judge", "undo", "j1", "--by", "mina")
    run("judge", "grade", "A pilot", "D", "--by", "jalal")
    history = [line.strip() for line in run("source", "A pilot")[1].splitlines() if line.startswith("  j")]
    assert [
        'j1  admiralty-scale:source-reliability="b", mina',
        'j3  admiralty-scale:source-reliability="d", jalal',
    ] == [line[: line.index(", 20")] for line in history]
    assert history[0].endswith("Z, undone by j2: Saw it.")


def test_a_record_as_json_holds_the_claims_behind_each_number(run_json: RunJson) -> None:
    code, value = run_json("source", "A pilot")
    found = value["source"]
    assert (0, "sayso/source/1", "A pilot") == (code, value["schema"], found["name"])
    assert 'admiralty-scale:source-reliability="f"' == found["grade"]["tag"]
    assert [("c2", "it is shut.")] == [(one["claim"], one["words"]) for one in found["said"]]
    assert ([], [], []) == (found["corroborated"], found["denied"], found["withdrawn"])


def test_a_source_that_nobody_heard_is_named(run: Run) -> None:
    code, _, err = run("source", "The harbour pilot")
    assert 3 == code
    assert "Did you mean: The harbour master?" in err


def test_each_fate_is_shown_with_the_claims_that_made_it(capsys: pytest.CaptureFixture[str]) -> None:
    said = Saying(
        "a" * 16, "a.txt", "c1", "Seven died.", "report", "positive", "certain", (Voiced("Ana", "named_person"),)
    )
    denial = Stated("b" * 16, "b.txt", "c4", (), "denies", "The garrison denies this: seven died")
    fates = tuple(Fate(said, "Denied by others.", (denial,)) for _ in range(12))
    _print_record(SourceRecord("Ana", ("Ana",), ("named_person",), reliability("F"), said=(said,), denied=fates))
    out = capsys.readouterr().out
    assert (
        "12 denied:\n  aaaaaaaa:c1  Seven died.\n      Denied by others.\n      bbbbbbbb:c4  The garrison denies this"
        in out
    )
    assert "  … and 2 more; --json has all" in out
