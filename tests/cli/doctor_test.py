from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson

from sayso.errors import ModelError

Usage = namedtuple("Usage", "total used free")


def test_a_healthy_machine_is_fine(run: Run, run_json: RunJson, inbox: Path) -> None:
    run("add", "inbox")
    code, value = run_json("doctor")
    assert (0, "sayso/doctor/1", True) == (code, value["schema"], value["fine"])
    says = {check["name"]: check["says"] for check in value["checks"]}
    assert {"program", "reader", "SQLite", "workspace", "disk", "limits"} <= says.keys()
    assert "holds 1 report" in says["workspace"]


def test_a_workspace_not_made_yet_is_fine_and_stays_unmade(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("doctor")
    assert 0 == code
    assert "`sayso add PATH` makes it" in out
    assert [] == list(tmp_path.iterdir())


def test_a_damaged_workspace_is_told_with_its_cure(run: Run, run_json: RunJson) -> None:
    Path("kept").mkdir()
    Path("kept/sayso.db").write_text("Not a database. " * 100)
    code, value = run_json("doctor", "--workspace", "kept")
    (bad,) = (check for check in value["checks"] if not check["fine"])
    assert (1, "workspace", True) == (code, bad["name"], bool(bad["cure"]))
    assert "NOT FINE  workspace" in run("doctor", "--workspace", "kept")[1]


def test_a_disk_nearly_full_is_told(run_json: RunJson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10, 9, 1))
    code, value = run_json("doctor")
    assert (1, ["disk"]) == (code, [check["name"] for check in value["checks"] if not check["fine"]])


def test_a_reader_that_cannot_be_used_is_told(run_json: RunJson, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise ModelError("A part of the encoder is not as it was shipped: reader.onnx.")

    monkeypatch.setattr("sayso.workspace.reader", broken)
    code, value = run_json("doctor")
    (bad,) = (check for check in value["checks"] if not check["fine"])
    assert (1, "reader", True) == (code, bad["name"], "pip install" in bad["cure"])
