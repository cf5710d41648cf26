from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import pytest
from tests import linked
from tests.cli.conftest import Run, RunJson
from tests.linked import AGAIN, DEPOT, MARKET, Told, written

from sayso.errors import BadValue, MissingPackage, NotFound


@pytest.fixture(autouse=True)
def _linked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)


@pytest.fixture
def reports(run: Run, tmp_path: Path) -> list[str]:
    """The ids of two reports of one incident and one of another; a person accepted the claim of the first."""
    told = (Told(DEPOT, outlet="Halcyon"), Told(AGAIN, dead=5, outlet="Tana"), Told(MARKET, place="Ataq"))
    assert 0 == run("add", *map(str, written(tmp_path / "told", told)))[0]
    ids = list(reversed(re.findall(r"^([0-9a-f]{16})  ", run("list")[1], re.MULTILINE)))
    assert 0 == run("judge", "accept", f"{ids[0]}:c1", "--by", "Ada")[0]
    return ids


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out, newline="")))


def test_only_what_a_person_accepted_leaves(run: Run, reports: list[str]) -> None:
    code, out, err = run("export", "csv-claims")
    assert (0, [f"{reports[0]}:c1"], ["accepted"]) == (
        code,
        [row["id"] for row in rows(out)],
        [row["review"] for row in rows(out)],
    )
    assert "1 event and 1 claim leave; nothing is withheld." in err
    assert "2 claims left out that no person accepted" in err


def test_the_rest_leaves_marked_where_that_is_asked(run: Run, reports: list[str]) -> None:
    found = {row["id"]: row["review"] for row in rows(run("export", "csv-claims", "--include-unreviewed")[1])}
    expected = {f"{reports[0]}:c1": "accepted"} | {f"{id_}:c1": "unreviewed" for id_ in reports[1:]}
    assert expected == found


def test_an_event_has_only_what_accepted_claims_bear(run: Run, reports: list[str]) -> None:
    (row,) = rows(run("export", "csv-events")[1])
    assert ("partly", "3", "3", "") == (row["review"], row["killed_low"], row["killed_high"], row["disputed"])
    rest = rows(run("export", "csv-events", "--include-unreviewed")[1])
    assert [("3", "5")] == [(one["killed_low"], one["killed_high"]) for one in rest if one["killed_low"]]


def test_a_claim_that_is_rejected_after_all_stays(run: Run, reports: list[str]) -> None:
    run("judge", "reject", f"{reports[0]}:c1", "--by", "Ada")
    assert [] == rows(run("export", "csv-claims")[1])


def test_incidents_are_chosen_by_name_by_words_and_by_what_they_are(run: Run, reports: list[str]) -> None:
    def of(*flags: str) -> set[str]:
        return {row["report"] for row in rows(run("export", "csv-claims", "--include-unreviewed", *flags)[1])}

    assert {reports[2]} == of("--incident", reports[2])
    assert {reports[2]} == of("--words", "livestock")
    assert {reports[2]} == of("--place", "Ataq")
    assert set(reports) == of("--since", "2031-04-08", "--country", "YE")
    assert set() == of("--until", "2031-04-01")
    assert set() == of("--state", "denied")
    assert of("--limit", "1") | of("--offset", "1") == set(reports)


def test_a_file_is_written_whole(run: Run, reports: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert 0 == run("export", "jsonl", "--out", str(out))[0]
    assert ["export", "event", "claim", "evidence"] == [
        json.loads(line)["record"] for line in out.read_text().splitlines()
    ]
    assert not list(tmp_path.glob(".out*"))


def test_what_goes_wrong_leaves_the_old_file(run: Run, reports: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("kept")
    assert NotFound.exit_code == run("export", "csv-events", "--incident", "i-none:v1", "--out", str(out))[0]
    assert "kept" == out.read_text()
    assert BadValue.exit_code == run("export", "csv-events", "--out", str(tmp_path / "none" / "out.csv"))[0]


def test_the_preview_lists_what_would_be_withheld_and_writes_nothing(
    run: Run, run_json: RunJson, reports: list[str]
) -> None:
    code, out, _ = run("export", "csv-events", "--profile", "public", "--preview", "--include-unreviewed")
    assert (0, True) == (code, "place: Marib → [place withheld]\n    The place is closer than the district." in out)
    _, shown = run_json("export", "csv-events", "--profile", "public", "--preview", "--include-unreviewed")
    assert "sayso/redactions/1" == shown["schema"]
    assert {"Marib", "Ataq"} <= {one["words"] for one in shown["preview"]["withheld"]}


def test_the_public_gets_nothing_that_the_preview_lists(run: Run, run_json: RunJson, reports: list[str]) -> None:
    _, shown = run_json("export", "csv-events", "--profile", "public", "--preview", "--include-unreviewed")
    out = run("export", "jsonl", "--profile", "public", "--include-unreviewed")[1]
    assert [] == [one["words"] for one in shown["preview"]["withheld"] if re.search(rf"\b{one['words']}\b", out)]


def test_the_schema_is_printed(run: Run) -> None:
    code, out, _ = run("export", "schema")
    assert (0, "https://json-schema.org/draft/2020-12/schema") == (code, json.loads(out)["$schema"])


@pytest.mark.parametrize(
    "flags", [("csv",), ("jsonl", "--profile", "everybody"), ("jsonl", "--state", "odd"), ("jsonl", "--since", "soon")]
)
def test_what_there_is_not_is_refused_with_what_there_is(run: Run, reports: list[str], flags: tuple[str, ...]) -> None:
    assert BadValue.exit_code == run("export", *flags)[0]


def test_without_pyarrow_parquet_says_what_to_install(
    run: Run, reports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = run("export", "parquet", "--out", "out.zip")
    assert (MissingPackage.exit_code, True) == (code, "pip install 'sayso[parquet]'" in err)
    assert not Path("out.zip").exists()
