from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson


def test_adding_says_what_was_kept_and_what_was_there(run: Run, inbox: Path) -> None:
    first = "1 report kept, with 2 claims; 0 kept before and left as they were.\n"
    again = "0 reports kept, with 0 claims; 1 kept before and left as they were.\n"
    assert (0, first) == run("add", "inbox")[:2]
    assert (0, again) == run("add", "inbox/quay.txt")[:2]


def test_adding_as_json_gives_each_report(run_json: RunJson, inbox: Path) -> None:
    code, value = run_json("add", "inbox", "--workspace", "kept")
    (report,) = value["reports"]
    assert (0, "sayso/add/1", "kept", []) == (code, value["schema"], value["workspace"], value["refused"])
    assert ("quay.txt", True, 2) == (report["file"], report["new"], report["claims"])


def test_bad_files_are_listed_at_the_end_with_cause_and_cure(run: Run, inbox: Path) -> None:
    (inbox / "a-empty.txt").write_text("")
    code, out, err = run("add", "inbox", "gone.txt")
    assert (11, True) == (code, out.startswith("1 report kept"))
    lines = err.splitlines()
    assert "2 inputs not taken in:" == lines[0]
    assert ["a-empty.txt", "gone.txt"] == [Path(line.split(": ")[0]).name for line in lines[1:]]


def test_bad_files_as_json_carry_their_error(run_json: RunJson, inbox: Path) -> None:
    (inbox / "a-empty.txt").write_text("")
    code, value = run_json("add", "inbox")
    assert (11, ["a-empty.txt"]) == (code, [refused["file"] for refused in value["refused"]])
    assert {"name", "cause", "cure"} == value["refused"][0]["error"].keys()


def test_a_single_input_that_is_refused_gives_its_own_exit_code(run: Run) -> None:
    Path("empty.txt").write_text("")
    assert (7, 3) == (run("add", "empty.txt")[0], run("add", "gone.txt")[0])


def test_json_lines_are_reports_of_their_own(run_json: RunJson) -> None:
    Path("many.jsonl").write_text('{"text": "A clerk says yes."}\n\n{"text": "A clerk says no."}\n{"text": ')
    code, value = run_json("add", "many.jsonl")
    assert (11, ["many.jsonl line 1", "many.jsonl line 3"]) == (code, [report["file"] for report in value["reports"]])
    assert ["many.jsonl line 4"] == [refused["file"] for refused in value["refused"]]


def test_the_list_shows_title_outlet_and_date(run: Run, inbox: Path) -> None:
    run("add", "inbox", "--outlet", "Quay Post", "--published", "2031-03")
    lines = run("list")[1].splitlines()
    assert lines[0].endswith("  Quiet at the quay")
    assert "2031-03 · Quay Post · 2 claims, 2 with a source" == lines[1].strip()
    assert "1 to 1 of 1 report" == lines[2]


def test_the_list_as_json_is_a_page_of_all(run: Run, run_json: RunJson, inbox: Path) -> None:
    for number in range(3):
        (inbox / f"{number}.txt").write_text(f"Notice {number}\nThe clerk says it is number {number}.")
    run("add", "inbox")
    code, value = run_json("list", "clerk", "number", "--limit", "2", "--offset", "1")
    assert (0, "sayso/list/1", "clerk number") == (code, value["schema"], value["words"])
    assert (3, 2, 1, ["Notice 1", "Notice 0"]) == (
        value["total"], value["limit"], value["offset"], [row["title"] for row in value["reports"]],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["nowhere"], "No report has all of these words."), (["--offset", "9"], "There are only 1 report")],
)
def test_an_empty_page_says_why(run: Run, inbox: Path, arguments: list[str], words: str) -> None:
    run("add", "inbox")
    assert words in run("list", *arguments)[1]


def test_an_empty_workspace_gives_the_next_step(run: Run) -> None:
    Path("empty").mkdir()
    run("add", "empty")
    assert "sayso add PATH" in run("list")[1]


@pytest.mark.parametrize("command", [["list"], ["show", "abcdef"], ["verify"]])
def test_a_workspace_that_is_not_there_is_named_and_not_made(run: Run, tmp_path: Path, command: list[str]) -> None:
    code, _, err = run(*command, "--workspace", "typo")
    assert 3 == code
    assert "There is no workspace in typo" in err
    assert [] == list(tmp_path.iterdir())


def test_the_workspace_may_be_named_by_the_environment(
    run: Run, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_WORKSPACE", "elsewhere")
    run("add", "inbox")
    assert (tmp_path / "elsewhere" / "sayso.db").exists()


def test_a_sound_workspace_verifies(run: Run, run_json: RunJson, inbox: Path) -> None:
    run("add", "inbox")
    assert (0, "1 report checked: all as received, every span quotes its text.\n") == run("verify")[:2]
    assert (0, {"schema": "sayso/verify/1", "sound": True, "reports": 1, "findings": []}) == run_json("verify")


def test_altered_bytes_fail_the_check(run: Run, run_json: RunJson, inbox: Path) -> None:
    run("add", "inbox")
    (kept,) = (path for path in Path("sayso-workspace/vault").rglob("*") if path.is_file())
    kept.chmod(0o600)
    kept.write_text("Other words.")
    code, value = run_json("verify")
    assert (10, False, ["error"]) == (code, value["sound"], [finding["severity"] for finding in value["findings"]])
    assert 10 == run("verify")[0]
