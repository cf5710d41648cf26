from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.cli.conftest import QUAY, Run, RunJson

from sayso.contract import reading_from_json, reading_to_json
from sayso.records import Meta
from sayso.workspace import read


def test_a_reading_is_shown_as_sentences(run: Run, inbox: Path) -> None:
    code, out, err = run("read", "inbox/quay.txt", "--outlet", "Quay Post", "--published", "2031-03-02")
    assert (0, "") == (code, err)
    assert out.startswith("Quiet at the quay\nQuay Post · 2031-03-02 · language en · 2 claims\n")
    assert "  c1  The harbour master says (“says”): the quay is open.\n" in out


def test_a_reading_as_json_is_the_promised_one_and_nothing_else(run_json: RunJson, inbox: Path) -> None:
    expected = read(inbox / "quay.txt", Meta(outlet="Quay Post"))
    code, value = run_json("read", "inbox/quay.txt", "--outlet", "Quay Post")
    assert (0, reading_to_json(expected)) == (code, value)
    assert expected == reading_from_json(value)


def test_standard_input_is_read(run_json: RunJson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(QUAY.encode())))
    code, value = run_json("read", "-")
    assert (0, QUAY, 2) == (code, value["text"], len(value["claims"]))


def test_standard_input_is_called_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(QUAY.encode())))
    assert "standard input" == run("read", "-")[1].splitlines()[2]


def test_standard_input_beyond_the_limit_is_refused(run_json: RunJson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MAX_BYTES", "20")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(QUAY.encode())))
    code, value = run_json("read", "-")
    assert (5, "TooLarge") == (code, value["error"]["name"])


def test_reading_stores_nothing(run: Run, inbox: Path, tmp_path: Path) -> None:
    run("read", "inbox/quay.txt")
    assert ["inbox"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("arguments", "code", "name"),
    [
        (["missing.txt"], 3, "NotFound"),
        (["inbox"], 8, "BadValue"),
        (["empty.txt"], 7, "NoText"),
        (["inbox/quay.txt", "--published", "yesterday"], 8, "BadValue"),
        (["inbox/quay.txt", "--timezone", "Mars/Olympus"], 8, "BadValue"),
    ],
)
def test_every_refusal_has_its_name_and_exit_code(
    run: Run, run_json: RunJson, inbox: Path, arguments: list[str], code: int, name: str
) -> None:
    Path("empty.txt").write_text("")
    found, value = run_json("read", *arguments)
    assert (code, "sayso/error/1", name) == (found, value["schema"], value["error"]["name"])
    assert {"name", "cause", "cure"} == value["error"].keys()
    found, out, err = run("read", *arguments)
    assert (code, "", f"sayso: {value['error']['cause']} {value['error']['cure']}\n") == (found, out, err)


def test_a_report_without_claims_says_so(run: Run, inbox: Path) -> None:
    Path("plain.txt").write_text("Nothing was said.")
    assert "No claim was found in this report." in run("read", "plain.txt")[1]


def test_hostile_words_cannot_touch_the_terminal(run: Run) -> None:
    Path("hostile.txt").write_text(
        "[red]Title[/red] \x1b[31m\u202eevil\u2066\nThe [link=x]clerk says \x07 :smile: no.\n"
    )
    code, out, _ = run("read", "hostile.txt")
    assert 0 == code
    assert "[red]Title[/red] \\x1b[31m\\u202eevil\\u2066\n" in out
    assert "The [link=x]clerk says (“says”): \\x07 :smile: no.\n" in out


def test_a_stored_report_is_shown_with_where_it_came_from(run: Run, run_json: RunJson, inbox: Path) -> None:
    run("add", "inbox", "--url", "https://quay.example/1")
    report_id = run_json("list")[1]["reports"][0]["report"]["id"]
    code, out, _ = run("show", report_id[:6])
    assert 0 == code
    assert f"{report_id} · reading 1 (plain-1)\nreceived " in out
    assert f"from {inbox / 'quay.txt'} · https://quay.example/1\n" in out


def test_a_stored_report_as_json_holds_its_reading_and_its_custody(run: Run, run_json: RunJson, inbox: Path) -> None:
    run("add", "inbox")
    report_id = run_json("list")[1]["reports"][0]["report"]["id"]
    code, value = run_json("show", report_id, "--reading", "1")
    assert (0, "sayso/show/1", report_id) == (code, value["schema"], value["report"]["id"])
    assert reading_to_json(read(inbox / "quay.txt")) == value["reading"]
    assert ([1], 1) == ([version["number"] for version in value["versions"]], len(value["custody"]))


@pytest.mark.parametrize("arguments", [["ffffffff"], ["ff"], ["{id}", "--reading", "7"]])
def test_a_report_that_is_not_there_is_named(run: Run, run_json: RunJson, inbox: Path, arguments: list[str]) -> None:
    run("add", "inbox")
    report_id = run_json("list")[1]["reports"][0]["report"]["id"]
    code, value = run_json("show", *(argument.format(id=report_id) for argument in arguments))
    assert (3, "NotFound") == (code, value["error"]["name"])
