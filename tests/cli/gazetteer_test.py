from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson
from tests.places.rows import zipped

from sayso.errors import BadValue, GazetteerError


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SAYSO_GAZETTEERS", str(tmp_path / "gazetteers"))


@pytest.fixture
def dump(tmp_path: Path) -> str:
    (tmp_path / "SY.zip").write_bytes(zipped())
    return str(tmp_path / "SY.zip")


def test_a_country_is_added_listed_and_removed(run: Run, dump: str) -> None:
    assert "SY: 4 places added" in run("gazetteer", "add", dump)[1]
    assert "SY  4 places" in run("gazetteer", "list")[1]
    assert "SY removed." in run("gazetteer", "remove", "SY")[1]
    assert "No country was added" in run("gazetteer", "list")[1]


def test_the_same_as_json(run_json: RunJson, dump: str) -> None:
    code, value = run_json("gazetteer", "add", dump)
    assert (0, "SY", 4) == (code, value["added"]["country"], value["added"]["places"])
    assert [value["added"]] == run_json("gazetteer", "list")[1]["gazetteers"]
    assert value["added"] == run_json("gazetteer", "remove", "SY")[1]["removed"]


def test_a_damaged_dump_is_refused_by_name(run_json: RunJson, dump: str) -> None:
    Path(dump).write_bytes(b"nothing")
    code, value = run_json("gazetteer", "add", dump)
    assert (GazetteerError.exit_code, "GazetteerError") == (code, value["error"]["name"])


def test_a_wrong_country_code_is_refused_by_name(run_json: RunJson) -> None:
    code, value = run_json("gazetteer", "add", "QQ")
    assert (BadValue.exit_code, "BadValue") == (code, value["error"]["name"])
