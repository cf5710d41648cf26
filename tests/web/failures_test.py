from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.conftest import Open
from tests.web.library import keep, marked, reading

from sayso.workspace import Workspace


@pytest.mark.parametrize("path", ["/nowhere", "/d/ffffff", "/d/ffffff/v/1", "/d/{id}/v/9", "/static/none.css"])
def test_what_is_not_there_is_said_to_be_so_with_a_way_back(tmp_path: Path, browse: Open, path: str) -> None:
    report = keep(tmp_path, reading(marked("One.")))
    answer = browse(tmp_path).get(path.format(id=report))

    assert 404 == answer.status_code
    assert "<h1>Not here</h1>" in answer.text
    assert "To the front page" in answer.text


@pytest.mark.parametrize("path", ["/nowhere.json", "/d/ffffff/v/1.json"])
def test_a_program_gets_its_error_as_json(tmp_path: Path, browse: Open, path: str) -> None:
    answer = browse(tmp_path).get(path)

    assert (404, "NotFound") == (answer.status_code, answer.json()["error"])
    assert {"error", "cause", "cure"} == set(answer.json())


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=99999999999", f"q={'x' * 501}"])
def test_a_value_that_cannot_be_used_is_said_to_be_so(tmp_path: Path, browse: Open, query: str) -> None:
    answer = browse(tmp_path).get(f"/reports?{query}")

    assert (422, True) == (answer.status_code, "That cannot be used" in answer.text)


def test_a_page_can_only_be_looked_at(tmp_path: Path, browse: Open) -> None:
    answer = browse(tmp_path).post("/")

    assert (405, True) == (answer.status_code, "only be looked at" in answer.text)


def test_a_fault_shows_no_inner_workings_and_is_hardened(
    tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(Workspace, "reports", fail)
    answer = browse(tmp_path).get("/")

    assert 500 == answer.status_code
    assert "fault in the program" in answer.text
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers
