"""What is said about a report beside its bytes: checked, joined, and read from sidecars."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.archive.fields import checked, joined, sidecar
from sayso.errors import BadValue
from sayso.records import Meta

ALL = {
    "url": "https://example.org/a",
    "outlet": "Orontes Wire",
    "published": "2024-01-16",
    "timezone": "Asia/Damascus",
}


def beside(folder: Path, name: str, content: str | bytes) -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / "report.txt"


def test_good_fields_are_taken_and_strange_ones_ignored() -> None:
    assert Meta(**ALL) == checked(ALL | {"author": "N. N.", "tags": [1, 2]})


def test_empty_fields_are_not_given() -> None:
    assert Meta() == checked({"url": "", "outlet": "  ", "published": None, "timezone": ""})


def test_of_a_date_time_the_date_is_kept() -> None:
    assert "2024-01-16" == checked({"published": "2024-01-16T23:10:00+03:00"}).published


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published", "yesterday"), ("published", "2024-02-30"), ("published", 2024), ("url", "javascript:alert(1)"),
        ("url", "example.org/a"), ("url", "https://"), ("url", "http://[bad"), ("timezone", "Damascus"),
        ("timezone", "../../etc/passwd"), ("timezone", "Asia"), ("timezone", "\ud800"), ("outlet", "A\ud800"),
        ("outlet", "A\x1b[31m"), ("outlet", "x" * 201), ("outlet", ["A"]),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_used_is_refused_with_a_cure(name: str, value: object) -> None:
    with pytest.raises(BadValue) as caught:
        checked({name: value})
    assert caught.value.cure


def test_the_first_that_says_a_field_is_believed() -> None:
    said = joined(Meta(outlet="Flag"), Meta(outlet="Sidecar", published="2024"), Meta(published="2023", url="http://a"))
    assert Meta(outlet="Flag", published="2024", url="http://a") == said


def test_an_exercise_has_an_address_of_its_own() -> None:
    assert Meta(url="sample:nahr-wire/001") == checked({"url": "sample:nahr-wire/001"})


def test_no_sidecar_says_nothing(tmp_path: Path) -> None:
    assert Meta() == sidecar(tmp_path / "report.txt")


def test_a_name_too_long_for_a_sidecar_has_none(tmp_path: Path) -> None:
    assert Meta() == sidecar(tmp_path / ("x" * 250 + ".txt"))


@pytest.mark.parametrize("name", ["report.txt.meta.json", "report.meta.json"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_sidecar_is_found_by_either_name_in_any_unicode(tmp_path: Path, name: str, encoding: str) -> None:
    path = beside(tmp_path, name, json.dumps(ALL).encode(encoding))
    assert Meta(**ALL) == sidecar(path)


def test_the_sidecar_of_the_full_name_outranks_that_of_the_stem(tmp_path: Path) -> None:
    beside(tmp_path, "report.meta.json", '{"outlet": "Stem"}')
    assert "Full" == sidecar(beside(tmp_path, "report.txt.meta.json", '{"outlet": "Full"}')).outlet


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("", "not valid JSON"),
        ('{"url": ', "not valid JSON"),
        (b"\xff\xfe\xff", "not valid JSON"),
        ("[" * 60_000, "not valid JSON"),
        ("[]", "not a JSON object"),
        ('{"publishd": "2024"}', "'publishd' is not a field; 'published' is"),
        ('{"Outlet": "A"}', "'Outlet' is not a field; 'outlet' is"),
        ('{"published": "16/01/2024"}', "'16/01/2024' is not a date"),
        (" " * 70_000, "limit is 65,536"),
    ],
)
def test_a_broken_sidecar_is_named_with_its_fault(tmp_path: Path, content: str | bytes, cause: str) -> None:
    with pytest.raises(BadValue) as caught:
        sidecar(beside(tmp_path, "report.txt.meta.json", content))
    assert cause in caught.value.cause
    assert "report.txt.meta.json" in caught.value.cause


VALUES = st.none() | st.text() | st.integers() | st.lists(st.text())


@given(st.dictionaries(st.sampled_from([*ALL, "other"]), VALUES))
def test_any_fields_are_a_meta_or_a_bad_value(values: dict[str, object]) -> None:
    try:
        meta = checked(values)
    except BadValue:
        return
    assert meta == joined(meta, Meta())
