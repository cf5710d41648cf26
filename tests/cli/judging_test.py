from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson


@pytest.fixture
def report(run: Run, run_json: RunJson, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of a report that is kept: the harbour master says that the quay is open, a pilot that it is shut."""
    monkeypatch.setenv("SAYSO_BY", "mina")
    (kept,) = run_json("add", "inbox", "--outlet", "Quay Post")[1]["reports"]
    return str(kept["id"])


def test_a_judgement_is_shown_as_it_was_kept(run: Run, report: str) -> None:
    code, out, _ = run("judge", "reject", f"{report[:8]}:c2", "--why", "A joke.")
    lines = out.splitlines()
    assert (0, "  j1  rejected", f"      {report[:8]}:c2  it is shut.") == (code, *lines[:2])
    assert lines[2].startswith("      mina, 2")
    assert lines[2].endswith("Z: A joke.")


def test_a_judgement_as_json_says_who_when_why_what_and_under_which_model(run_json: RunJson, report: str) -> None:
    code, value = run_json("judge", "accept", f"{report}:c1", "--by", "jalal")
    made = value["judgement"]
    assert (0, "sayso/judgement/1", "j1", "accept", "jalal", ["plain-1"]) == (
        code, value["schema"], made["id"], made["kind"], made["by"], made["models"],
    )  # fmt: skip
    (about,) = made["about"]
    assert ("claim", "c1", "the quay is open.") == (about["what"], about["id"], about["spans"][0]["text"])


@pytest.mark.parametrize(
    ("arguments", "code", "cause"),
    [
        (["accept", "ffffffff:c1"], 3, "No report has the id ffffffff"),
        (["undo", "j7"], 3, "No judgement has the id j7"),
        (["grade", "A pilot", "G"], 8, "is no grade of source reliability"),
        (["grade", "Nobody", "B"], 3, "No source in the readings is called"),
        (["merge", "ffffffff:c1"], 8, "is not about one thing"),
        (["note", "A pilot"], 8, "A note without words says nothing"),
    ],
)
def test_what_cannot_be_judged_gives_cause_and_cure(
    run: Run, run_json: RunJson, report: str, arguments: list[str], code: int, cause: str
) -> None:
    assert (code, True) == (run("judge", *arguments)[0], cause in run("judge", *arguments)[2])
    error = run_json("judge", *arguments)[1]["error"]
    assert cause in error["cause"]
    assert error["cure"]


def test_undoing_twice_is_refused(run: Run, report: str) -> None:
    run("judge", "reject", f"{report}:c1")
    assert "  j2  j1 is undone\n" == run("judge", "undo", "j1")[1].splitlines(keepends=True)[0]
    code, _, err = run("judge", "undo", "j1")
    assert (8, True) == (code, "sayso judge undo j2" in err)


def test_a_1_below_two_independent_origins_is_refused_by_name(run_json: RunJson, report: str) -> None:
    code, value = run_json("judge", "grade", f"{report}:c1", "1")
    assert (15, "Unconfirmed") == (code, value["error"]["name"])


def test_a_grade_is_kept_as_a_machine_tag(run: Run, run_json: RunJson, report: str) -> None:
    assert 'A pilot graded admiralty-scale:source-reliability="b"' in run("judge", "grade", "A pilot", "b")[1]
    made = run_json("judge", "grade", f"{report}:c1", "3")[1]["judgement"]
    assert 'admiralty-scale:information-credibility="3"' == made["grade"]


def test_without_a_grade_one_is_proposed_and_nothing_kept(run: Run, run_json: RunJson, report: str) -> None:
    out = run("judge", "grade", f"{report[:8]}:c1")[1]
    assert f"{report[:8]}:c1: 6 is proposed, truth cannot be judged." == out.splitlines()[0]
    assert "6" == run_json("judge", "grade", f"{report[:8]}:c1")[1]["proposal"]["grade"]["value"]
    assert [] == run_json("judge", "list")[1]["judgements"]


def test_the_list_shows_all_with_what_is_undone(run: Run, run_json: RunJson, report: str) -> None:
    run("judge", "merge", f"{report}:c1", f"{report}:c2")
    run("judge", "undo", "j1", "--why", "Not so.")
    run("judge", "note", "A pilot", "--why", "Speaks often.")
    heads = [line.strip() for line in run("judge", "list")[1].splitlines() if line.lstrip().startswith("j")]
    assert ["j1  one occurrence (undone by j2)", "j2  j1 is undone", "j3  note A pilot"] == heads
    assert ["j2", None, None] == [one["undone_by"] for one in run_json("judge", "list")[1]["judgements"]]
    assert ["j1", "j2"] == [one["id"] for one in run_json("judge", "list", report[:8])[1]["judgements"]]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("split", "the first is another occurrence than the rest"), ("reject", "contradiction rejected"),
     ("accept", "contradiction accepted")],
)  # fmt: skip
def test_what_is_said_of_two_claims_is_worded_so(run: Run, report: str, kind: str, words: str) -> None:
    assert words in run("judge", kind, f"{report}:c1", f"{report}:c2")[1]


def test_empty_lists_say_so(run: Run, report: str) -> None:
    assert "No judgements." in run("judge", "list")[1]
    assert "Every judgement in force applies" in run("judge", "list", "--orphaned")[1]
    assert "No name stands for another." in run("alias", "list")[1]


def test_aliases_are_added_listed_and_removed(run: Run, run_json: RunJson, report: str) -> None:
    assert "j1  A pilot is The pilot of Tartus" in run("alias", "add", "A pilot", "The pilot of Tartus")[1]
    assert [["A pilot", "The pilot of Tartus"]] == [one["names"] for one in run_json("alias", "list")[1]["judgements"]]
    assert "A pilot is The pilot of Tartus" in run("alias", "list")[1]
    assert "j2  j1 is undone" in run("alias", "remove", "a PILOT")[1]
    assert [] == run_json("alias", "list")[1]["judgements"]
    assert (3, "NotFound") == (code_of(run_json("alias", "remove", "A pilot")))


def code_of(result: tuple[int, dict[str, dict[str, str]]]) -> tuple[int, str]:
    """The exit code and the name of the error."""
    return result[0], result[1]["error"]["name"]
