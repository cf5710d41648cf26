from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.plain_reading import plain_reading

from sayso.cli import main

Run = Callable[..., tuple[int, str, str]]
RunJson = Callable[..., tuple[int, dict[str, Any]]]

QUAY = "Quiet at the quay\nThe harbour master says the quay is open.\nA pilot says it is shut.\n"


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, with the plainest of readings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sayso.workspace._reading", plain_reading)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process; gives exit code, standard output, standard error."""

    def running(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return running


@pytest.fixture
def run_json(run: Run) -> RunJson:
    """Run the command with `--json`; gives exit code and what standard output holds, which must be one document."""

    def running(*arguments: str) -> tuple[int, dict[str, Any]]:
        code, out, _ = run(*arguments, "--json")
        return code, json.loads(out)

    return running


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "quay.txt").write_text(QUAY)
    return folder
