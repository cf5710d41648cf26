"""Every hostile string through every format, for everybody: a file that its own readers take, and nothing that runs."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from lxml import html
from markdown_it import MarkdownIt
from tests.export.formats_test import GEOJSON, PAGE
from tests.export.hostile_test import read_back
from tests.hostile_strings.shelf import AT, Hostile
from tests.hostile_strings.strings import STRINGS, is_storable
from tests.plain_reading import plain_reading

from sayso.cli import main
from sayso.export import Redactor, masked, preview, schema, written
from sayso.outgoing import ALL, Case, Format, Profile, Terms
from sayso.workspace import Workspace

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
BRIEFED = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "section", "p", "ul", "ol", "li"}
BRIEFED |= {"a", "bdi", "code", "span", "strong", "time"}
PASTED = {"html", "head", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "a"}
Files = dict[Format, bytes]


@pytest.fixture(scope="session")
def cases(hostile: Hostile) -> list[Case]:
    """All the incidents, as a workspace hands them to a format."""
    with Workspace.open(hostile.folder) as workspace:
        return list(workspace._cases(ALL))


@pytest.fixture(scope="session", params=get_args(Profile))
def files(cases: list[Case], request: pytest.FixtureRequest) -> Files:
    """All that leaves of the workspace for a profile, in every format."""
    terms = Terms(request.param, hxl=True)
    found = preview(cases, terms)
    redactor = Redactor(found.withheld, found.readings)
    left = [masked(case, redactor, terms.profile) for case in cases]
    return {name: b"".join(written(name, left, terms, AT)) for name in get_args(Format)}


def test_every_record_of_every_format_is_there(files: Files, hostile: Hostile) -> None:
    tags, reports = 1, len(hostile.reports)
    counts = {name: len(read_back(name, files[name])) for name in get_args(Format)}
    assert (reports, reports, 12) == (counts["csv-claims"] - tags, counts["annotations"], counts["geojson"])
    assert counts["csv-events"] == counts["acled"] == counts["ucdp"] == 12 + tags
    assert counts["csv-evidence"] - tags == counts["parquet"] - reports == counts["jsonl"] - 1 - 12 - reports


def test_every_row_of_a_table_has_the_columns_of_its_head_and_no_formula(files: Files) -> None:
    for name in ("csv-events", "csv-claims", "csv-evidence", "acled", "ucdp"):
        head, tags, *rows = csv.reader(io.StringIO(files[name].decode(), newline=""), strict=True)
        assert {len(head)} == {len(tags), *map(len, rows)}
        cells = [cell for row in rows for cell in row if not cell.lstrip("-").replace(".", "", 1).isdecimal()]
        assert [] == [cell for cell in cells if cell.startswith(FORMULAS) or cell.lstrip().startswith(FORMULAS[:8])]


def test_data_holds_to_its_schema(files: Files) -> None:
    lines = jsonschema.Draft202012Validator(schema())
    for line in files["jsonl"].decode().splitlines():
        lines.validate(json.loads(line))
    jsonschema.Draft202012Validator(GEOJSON).validate(json.loads(files["geojson"]))
    jsonschema.Draft202012Validator(PAGE).validate(json.loads(files["annotations"]))


def test_a_bundle_has_no_names_but_its_own(files: Files) -> None:
    with zipfile.ZipFile(io.BytesIO(files["parquet"])) as archive:
        expected = ["claims.parquet", "events.parquet", "evidence.parquet", "export.json", "schema.json"]
        assert expected == sorted(archive.namelist())


def test_for_the_desk_itself_every_string_leaves_to_the_letter(hostile: Hostile) -> None:
    with Workspace.open(hostile.folder) as workspace:
        data = b"".join(workspace.export("jsonl", ALL, Terms("internal")))
    claims = [one for line in data.decode().splitlines() if (one := json.loads(line))["record"] == "claim"]
    for name in ("outlet", "title", "url", "speaker"):
        assert set(hostile.reports) == {one[name] for one in claims}


# ---- briefings ----


def briefing(hostile: Hostile, folder: Path, form: str, profile: Profile) -> str:
    out = folder / "briefing"
    asked = ("brief", "--format", form, "--profile", profile, "--workspace", str(hostile.folder), "--out", str(out))
    assert 0 == main(asked)
    return out.read_text("utf-8")


def test_a_printed_briefing_is_a_page_of_its_own_elements(hostile: Hostile, tmp_path: Path) -> None:
    text = briefing(hostile, tmp_path, "html", "internal")
    tree = html.document_fromstring(text)
    assert BRIEFED >= {element.tag for element in tree.iter()}
    assert [] == tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style' or name() = 'src']")
    assert [] == [link for link in tree.xpath("//@href") if not link.startswith(("#", "http://", "https://"))]
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b")
    assert len(hostile.reports) <= text.count("saw how a drone")


def test_a_pasted_briefing_becomes_a_page_of_its_own_elements(hostile: Hostile, tmp_path: Path) -> None:
    text = briefing(hostile, tmp_path, "markdown", "public")
    tree = html.document_fromstring(MarkdownIt("commonmark").render(text))
    assert PASTED >= {element.tag for element in tree.iter()}
    assert [] == [link for link in tree.xpath("//@href | //@src") if not link.startswith(("http://", "https://"))]
    assert len(hostile.reports) <= text.count("saw how a drone")


def test_a_briefing_as_data_is_data(hostile: Hostile, tmp_path: Path) -> None:
    told = json.loads(briefing(hostile, tmp_path, "json", "internal"))
    titles = {note["title"] for digest in told["incidents"] for note in digest["notes"]}
    assert set(hostile.reports) == titles


# ---- names of files ----


def test_a_report_is_kept_under_its_hash_whatever_its_file_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.workspace._reading", plain_reading)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    names = [text for text in STRINGS if is_storable(text) and "/" not in text and text not in {".", ".."}]
    paths = [inbox / name for name in names if len(name.encode()) < 200]
    for number, path in enumerate(paths[::6]):
        path.write_text(f"Quay {number}\nA pilot says it is shut.\n")
    with Workspace.open(tmp_path / "desk") as workspace:
        added = list(workspace.add([inbox]))
    assert len(paths[::6]) == len(added)
    kept = [path for path in (tmp_path / "desk").rglob("*") if path.is_file() and path.suffix not in {".db", ".lock"}]
    assert [] == [path.name for path in kept if not path.name.isascii()]
    assert sorted(path.name for path in inbox.iterdir()) == sorted(path.name for path in paths[::6])
