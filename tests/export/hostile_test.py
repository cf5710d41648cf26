"""Strings made to break files, run as formulas, or reorder pages: every export stays one, and says the same."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.cases import Draft, case, disputed
from tests.export.making import MADE, exported

from sayso.export import FORMATS, Redactor, brief, markdown, printing, schema
from sayso.export.csvs import defused
from sayso.outgoing import Case, Format, Profile, Terms
from sayso.records import Meta

STRINGS = [
    '=HYPERLINK("http://evil.example";"open")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1", "＝1＋1", "  =1+1",
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "]]></title><svg onload=alert(1)>",
    "{{7*7}}", "${7*7}", "{% include 'x' %}", "<%= 7 %>", "#{7}", "javascript:alert(1)",
    'a"b', "a,b", "a;b", "a\r\nb", "a\nb", "a\u2028b", "a\x85b", "a\x00b", "\\", "\\u0000", "'", "`id`",
    "\u202eevil\u202c", "\u2066x", "\u200fאבג", "مرحبا", "Cafe\u0301", "👩🏽‍🚒", "\ufeff", "\ud800",
    "[x](javascript:alert(1))",
    "* # _ ~ | > !", "<!-- -->", "&lt;b&gt;", "%00", "../../etc/passwd", "NULL", "nan", "1e309", "true",
]  # fmt: skip
NAMES: tuple[Format, ...] = tuple(FORMATS)


def hostile(text: str) -> Case:
    """An incident in which the string is title, outlet, place, source, content, hedge, type, model and address."""
    body = f"{text}\n{text}s said {text} struck {text}, perhaps.\n"
    draft = Draft(body, outlet=text, url=text)
    draft.place(text, name=text, admin1=text)
    draft.named(text)
    draft.event("struck", place="p1", actors=("m1",))
    draft.claim(f"{text} struck {text}", by=f"{text}s", kind="unnamed", hedges=(draft.span("perhaps"),))
    return case(draft, because=(text,))


def read_back(name: Format, data: bytes) -> list[Any]:
    """Read an export as its users do, and return its records."""
    if name == "parquet":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [row for one in ("claims", "evidence") for row in _table(archive, one)]
    text = data.decode()
    if name in {"geojson", "annotations"}:
        return list(json.loads(text)["features" if name == "geojson" else "items"])
    if name in {"jsonl", "plover"}:
        return [json.loads(line) for line in text.splitlines()]  # splits at every character that any reader might
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _table(archive: zipfile.ZipFile, name: str) -> list[Any]:
    return list(pyarrow.parquet.read_table(archive.open(f"{name}.parquet")).to_pylist())


def written(text: str) -> str:
    """What stands for a string in a file: lone surrogates, which UTF-8 has no bytes for, by their number."""
    return text.encode("utf-8", "backslashreplace").decode()


@pytest.mark.parametrize("profile", ["internal", "public"])
@pytest.mark.parametrize("name", NAMES)
def test_every_file_stays_well_formed(name: Format, profile: Profile) -> None:
    cases = [hostile(text) for text in STRINGS]
    records = read_back(name, exported(name, *cases, terms=Terms(profile)))
    assert len(records) >= len(cases)
    if name == "jsonl":
        for one in records:
            jsonschema.Draft202012Validator(schema()).validate(one)


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_a_table_gives_back_what_was_said(text: str) -> None:
    (row,) = read_back("csv-claims", exported("csv-claims", hostile(text)))
    expected = written(f"{text} struck {text}")
    assert row["words"] in {expected, f"'{expected}"}
    assert row["outlet"].removeprefix("'") == written(text).removeprefix("'")


@pytest.mark.parametrize("name", [name for name in NAMES if FORMATS[name].media_type == "text/csv"])
def test_no_cell_begins_like_a_formula(name: Format) -> None:
    for row in read_back(name, exported(name, *map(hostile, STRINGS))):
        for cell in row.values():
            number = cell.replace(".", "").lstrip("-").isdigit()
            assert number or not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@given(st.text())
def test_only_cells_that_begin_like_a_formula_are_changed(text: str) -> None:
    assert defused(text) in {text, f"'{text}"}
    assert (defused(text) != text) == (
        (text[:1] in "\t\r\n" and bool(text)) or text.lstrip()[:1] in tuple("=+-@＝＋－＠")
    )


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), min_size=1, max_size=12), st.sampled_from(NAMES))
def test_any_string_at_all_leaves_a_file_that_can_be_read(text: str, name: Format) -> None:
    read_back(name, exported(name, hostile(text)))


class _Strict(HTMLParser):
    """Fails where a tag or an attribute is not one of the program's own."""

    OWN = frozenset(re.findall(r"<([a-z0-9]+)", printing.render(brief([disputed()], Terms(), Redactor(()), MADE))))
    ATTRIBUTES = frozenset(
        {"lang", "charset", "name", "content", "http-equiv", "datetime", "class", "id", "href", "dir", "rel"}
        | {"aria-labelledby", "aria-label"}
    )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.OWN
        assert {name for name, _ in attrs} <= self.ATTRIBUTES
        assert not any((value or "").strip().lower().startswith("javascript:") for _, value in attrs)


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_a_printed_briefing_holds_no_markup_but_its_own_and_nothing_that_reorders(text: str) -> None:
    page = printing.render(brief([hostile(text)], Terms(unreviewed=True), Redactor(()), MADE))
    _Strict().feed(page)
    assert not set(page) & set("\u202e\u2066\x00\u2028\x85")
    assert written(page) == page


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_a_pasted_briefing_has_every_mark_escaped(text: str) -> None:
    page = markdown.render(brief([hostile(text)], Terms(unreviewed=True), Redactor(()), MADE))
    body = page.split("###", maxsplit=1)[1]
    for mark in ("<script", "<img", " [x](", "{{", "{%", "<!--", "\u202e", "\x00"):
        assert mark not in body
    assert len(page.splitlines()) < 25


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    made = hostile("javascript:alert(1)")
    assert Meta("javascript:alert(1)").url == next(iter(made.sources.values())).report.meta.url
    page = printing.render(brief([made], Terms(unreviewed=True), Redactor(()), MADE))
    assert 'href="javascript' not in page
