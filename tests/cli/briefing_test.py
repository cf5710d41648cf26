from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.exporting_test import _linked as _linked  # noqa: PLC0414  (a fixture)
from tests.cli.exporting_test import reports as reports  # noqa: PLC0414

from sayso.errors import BadValue


def test_a_briefing_of_all_marks_what_nobody_reviewed(run: Run, reports: list[str]) -> None:
    code, out, _ = run("brief")
    assert (0, 2, 2) == (code, out.count("\n## "), out.count("(unreviewed)"))
    assert "SHA-256 " in out


def test_a_briefing_of_one_incident(run: Run, reports: list[str]) -> None:
    assert 1 == run("brief", reports[2])[1].count("\n## ")


def test_a_briefing_of_what_was_reviewed(run: Run, reports: list[str]) -> None:
    out = run("brief", "--reviewed")[1]
    assert (1, 0) == (out.count("\n## "), out.count("(unreviewed)"))


def test_a_briefing_is_written_as_a_page_or_as_json(run: Run, reports: list[str], tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    assert 0 == run("brief", "--format", "html", "--out", str(page))[0]
    assert page.read_text().startswith("<!DOCTYPE html>")
    found = json.loads(run("brief", "--format", "json")[1])
    assert ("sayso/briefing/1", 2) == (found["schema"], len(found["incidents"]))


def test_the_public_does_not_hear_of_places_closer_than_the_district(run: Run, reports: list[str]) -> None:
    out = run("brief", "--profile", "public")[1]
    assert "Marib" not in out
    assert "fuel depot of \\[place withheld\\]" in out


@pytest.mark.parametrize("flags", [("--format", "pdf"), ("--profile", "all")])
def test_what_there_is_not_is_refused(run: Run, reports: list[str], flags: tuple[str, ...]) -> None:
    assert BadValue.exit_code == run("brief", *flags)[0]
