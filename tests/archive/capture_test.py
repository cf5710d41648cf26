"""From files and bytes to captures and refusals."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.archive import capture, captures, inputs
from sayso.errors import BadValue, NotFound, SaysoError, TooLarge
from sayso.records import Capture, Meta, Refusal
from sayso.settings import Settings

REPORT = b"Drones struck the port of Odesa before dawn, the harbour master said.\n"
NOTHING = Meta()
SMALL = Settings(max_bytes=1_000)


def only(path: Path, meta: Meta = NOTHING, settings: Settings = SMALL) -> Capture:
    (found,) = captures(path, meta, settings)
    assert isinstance(found, Capture), found
    return found


def refused(path: Path, meta: Meta = NOTHING) -> SaysoError:
    (found,) = captures(path, meta, SMALL)
    assert isinstance(found, Refusal), found
    return found.error


def put(folder: Path, name: str, *lines: object) -> Path:
    path = folder / name
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
    return path


def test_bytes_are_captured_as_they_came() -> None:
    found = capture(REPORT, "-", "standard input", Meta(outlet="Harbour Post"), SMALL)
    sha256 = hashlib.sha256(REPORT).hexdigest()
    assert Capture(sha256, REPORT, "-", "standard input", "text", Meta(outlet="Harbour Post")) == found


def test_a_file_is_one_capture_with_its_name_and_full_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", REPORT)
    monkeypatch.chdir(tmp_path)
    found = only(Path("a.txt"))
    assert ("a.txt", str(tmp_path / "a.txt"), REPORT) == (found.name, found.origin, found.data)


def test_more_bytes_than_allowed_are_too_large() -> None:
    with pytest.raises(TooLarge, match="1,001 bytes; the limit is 1,000"):
        capture(b"x" * 1_001, "a", "a", Meta(), SMALL)


def test_a_bad_flag_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "missing", Meta(published="soon")), BadValue)


@pytest.mark.parametrize("name", ["missing.txt", "missing.jsonl", "gone/missing.txt"])
def test_a_missing_file_is_a_refusal(tmp_path: Path, name: str) -> None:
    (found,) = captures(tmp_path / name, Meta(), SMALL)
    assert isinstance(found, Refusal)
    assert (NotFound, str(tmp_path / name)) == (type(found.error), found.origin)


def test_flags_outrank_the_sidecar_and_the_sidecar_the_line(tmp_path: Path) -> None:
    line = {"text": "It was shelled.", "outlet": "Line", "published": "2021", "url": "https://example.org/line"}
    path = put(tmp_path, "a.jsonl", line)
    put(tmp_path, "a.jsonl.meta.json", {"outlet": "Sidecar", "published": "2022"})
    said = only(path, Meta(outlet="Flag")).meta
    assert Meta(outlet="Flag", published="2022", url="https://example.org/line") == said


def test_a_broken_sidecar_refuses_its_file_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", {"text": "One."}, {"text": "Two."})
    put(tmp_path, "a.jsonl.meta.json", b"{")
    assert "a.jsonl.meta.json" in refused(path).cause


def test_a_line_is_a_capture_of_its_own_bytes(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", b'\xef\xbb\xbf{"text": "One."}\r', b"", b'  {"html": "<p>Two."}', b"")
    found = [item for item in captures(path, Meta(), SMALL) if isinstance(item, Capture)]
    assert [b'{"text": "One."}', b'  {"html": "<p>Two."}'] == [item.data for item in found]
    assert [("a.jsonl line 1", f"{path} line 1"), ("a.jsonl line 3", f"{path} line 3")] == [
        (item.name, item.origin) for item in found
    ]


def test_a_broken_line_is_refused_by_number_and_the_others_go_on(tmp_path: Path) -> None:
    broken = [
        b'{"text": "cut',
        b"\xff\xfe\x00",
        b"[1]",
        {"title": "x"},
        {"text": " "},
        {"text": "x", "published": "soon"},
    ]
    path = put(tmp_path, "a.ndjson", {"text": "First."}, *broken, {"text": "Last."})
    found = list(captures(path, Meta(), SMALL))
    names = ["Unreadable", "Unreadable", "Unreadable", "UnsupportedFormat", "NoText", "BadValue"]
    assert names == [item.error.name for item in found if isinstance(item, Refusal)]
    assert [f"a.ndjson line {number}" for number in range(1, 9)] == [item.name for item in found]


def test_a_long_line_is_refused_and_the_next_goes_on(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", b"x" * 5_000_000, {"text": "Next."}, b" " * 1_001, {"text": "y" * 1_000})
    found = list(captures(path, Meta(), SMALL))
    assert [Refusal, Capture, Refusal, Refusal] == [type(item) for item in found]
    assert isinstance(found[0], Refusal)
    assert "It has 5,000,001 bytes; the limit is 1,000." == found[0].error.cause


def test_a_line_of_exactly_the_limit_is_taken(tmp_path: Path) -> None:
    line = json.dumps({"text": "y" * 100}).encode()
    path = put(tmp_path, "a.jsonl", line + b"\r", line)
    found = [type(item) for item in captures(path, Meta(), Settings(max_bytes=len(line)))]
    assert [Capture, Capture] == found


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One."}\n' + b'{"text": "Two."}\n' * 100_000)
    stream = captures(path, Meta(), SMALL)
    first = next(stream)
    path.unlink()
    assert (path.name + " line 1", 100_000) == (first.name, sum(isinstance(item, Capture) for item in stream))


def test_a_pdf_or_a_picture_named_jsonl_is_told_by_its_content(tmp_path: Path) -> None:
    assert "pdf" == only(put(tmp_path, "a.jsonl", b"%PDF-1.7\n1 0 obj\n<<>>")).format
    assert "picture (png)" in refused(put(tmp_path, "b.jsonl", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")).cause


def test_json_lines_in_utf_16_are_refused_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", '{"text": "One."}\n{"text": "Two."}\n'.encode("utf-16"))
    assert "not in UTF-8" in refused(path).cause


def test_an_empty_jsonl_file_is_refused_not_passed_over(tmp_path: Path) -> None:
    assert "NoText" == refused(put(tmp_path, "a.jsonl", b"\n \n")).name


def test_a_pipe_in_a_folder_is_a_refusal_and_the_rest_goes_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    put(tmp_path, "b.txt", REPORT)
    found = [item for path in inputs([tmp_path]) for item in captures(path, Meta(), SMALL)]
    assert [Refusal, Capture] == [type(item) for item in found]


@given(st.binary(max_size=2_000), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.json", "a.jsonl"]))
def test_any_file_is_captures_or_refusals(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    for item in captures(path, Meta(), SMALL):
        assert isinstance(item, Refusal) or hashlib.sha256(item.data).hexdigest() == item.sha256
