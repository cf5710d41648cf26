from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson

FERRY = "Ferry shot at\nThe prefect says three people died at the landing.\nA boatman says it came from the east.\n"
ADDRESS = "https://post.example/ferry"


@pytest.fixture
def take(run: Run, run_json: RunJson) -> list[str]:
    """Two versions of one article; gives their ids, the first first."""
    for name, body in (("early", FERRY), ("late", FERRY.replace("three", "four"))):
        Path(f"{name}.txt").write_text(body)
        run("add", f"{name}.txt", "--url", ADDRESS, "--published", "2031-04-08")
    return [row["report"]["id"] for row in run_json("list")[1]["reports"]][::-1]


def test_what_changed_is_told_by_words_and_by_claims(run: Run, take: list[str]) -> None:
    code, out, err = run("versions", take[0])

    assert (0, "") == (code, err)
    assert f"The article was changed: {take[0]} reading 1 to {take[1]} reading 1\n" in out
    assert "  - c1: The prefect says (“says”): three people died at the landing.\n" in out
    assert "  + c1: The prefect says (“says”): four people died at the landing.\n" in out
    assert "  ~ Its words are others.\n  1 claim as before.\n" in out
    assert "  The prefect says [-three-] {+four+} people died at the landing.\n" in out


def test_every_version_is_listed_with_its_reading(run: Run, take: list[str]) -> None:
    assert f"{take[1]}  2031-04-08 · late.txt · reading 1 (plain-1)\n" in run("versions", take[1])[1]


def test_a_report_read_once_says_so(run: Run, run_json: RunJson, inbox: Path) -> None:
    run("add", "inbox")
    report = run_json("list")[1]["reports"][0]["report"]["id"]

    assert "There is one version, read once." in run("versions", report)[1]


def test_the_same_as_data(run_json: RunJson, take: list[str]) -> None:
    code, value = run_json("versions", take[0])

    assert (0, "sayso/versions/1", 1) == (code, value["schema"], len(value["revisions"]))


def test_a_report_that_is_not_there_is_named(run_json: RunJson, take: list[str]) -> None:
    assert (3, "NotFound") == (
        run_json("versions", "ffffffff")[0],
        run_json("versions", "ffffffff")[1]["error"]["name"],
    )


def test_hostile_words_cannot_touch_the_terminal(run: Run, run_json: RunJson) -> None:
    for number in (1, 2):
        Path(f"{number}.txt").write_text(f"[red]Title\nThe clerk says \x1b[31m\u202eno {number}.\n")
        run("add", f"{number}.txt", "--url", ADDRESS)
    report = run_json("list")[1]["reports"][0]["report"]["id"]
    out = run("versions", report)[1]

    assert {"\x1b", "\u202e"}.isdisjoint(out)
    assert "[-1.-] {+2.+}" in out
