"""What bytes are told to be, and what a refusal says they look like."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.archive.formats import json_object, sniff
from sayso.errors import NoText, SaysoError, TooLarge, Unreadable, UnsupportedFormat

ENGLISH = "The ministry said on Tuesday that the town was shelled.\n"
ARABIC = "قال المجلس المحلي في إدلب يوم الثلاثاء إن القصف استمر حتى الفجر."
JAPANESE = "外務省は火曜日、町が砲撃を受けたと発表した。\n報道官は「確認できない」と述べた。\n"
RUSSIAN = "Министерство сообщило во вторник, что город был обстрелян."
PAGE = "<html><body><p>The ministry said so.</p></body></html>"


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_text_in_any_unicode_encoding_is_text(text: str, encoding: str) -> None:
    assert "text" == sniff(text.encode(encoding), "report")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("町は砲撃を受けた。", "shift-jis"),
        ("町は", "iso-2022-jp"),
    ],
)
def test_text_in_an_old_encoding_is_text(text: str, encoding: str) -> None:
    assert "text" == sniff(text.encode(encoding), "report")


@pytest.mark.parametrize(
    "start",
    [
        "",
        "\n  ",
        "<!doctype html>",
        "<!-- saved --> <!-- again -->",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_page_is_html_whatever_stands_before_it(start: str, encoding: str) -> None:
    assert "html" == sniff((start + PAGE).encode(encoding), "report.txt")


def test_the_name_decides_where_the_content_does_not() -> None:
    assert "html" == sniff(b"The ministry said so &amp; more.", "page.HTML")
    assert "text" == sniff(b"The ministry said so &amp; more.", "page.md")


@pytest.mark.parametrize("start", [b"", b"\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_pdf_is_told_by_its_header_not_its_name(start: bytes) -> None:
    assert "pdf" == sniff(start + b"%PDF-1.7\n1 0 obj\n<<>>\nendobj", "report.txt")


def test_a_text_about_pdf_is_text() -> None:
    assert "text" == sniff(b"Every such file begins with %PDF- and a number.", "note.txt")


@pytest.mark.parametrize("data", [b"%PD", b"The ministry said so.", random.Random(1).randbytes(3_000)])
def test_a_pdf_in_name_only_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable, match="named as a PDF"):
        sniff(data, "report.pdf")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t",
        b"\xef\xbb\xbf",
        "\u200b\u00a0\u2003".encode(),
        "\n ".encode("utf-16"),
        bytes(100_000),
        b" " * 99_999,
    ],
)
def test_nothing_but_white_space_is_no_text(data: bytes) -> None:
    with pytest.raises(NoText):
        sniff(data, "report.txt")


def test_a_word_after_much_white_space_is_text() -> None:
    assert "text" == sniff(b" " * 200_000 + b"word", "report.txt")


@pytest.mark.parametrize(
    ("data", "thing"),
    [
        (b"PK\x03\x04\x14\0\0\0archive", "a zip archive"),
        (b"PK\x03\x04\x14\0\0\0[Content_Types].xml" + bytes(2_000) + b"word/document.xml", "a Word document (docx)"),
        (b"PK\x03\x04\x14\0\0\0mimetypeapplication/epub+zip", "an e-book (epub)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an old Office document (doc, xls, ppt, msg)"),
        (b"{\\rtf1\\ansi The ministry said so.}", "a rich text document (rtf)"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (png)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (jpeg)"),
        (b"\x7fELF\x02\x01\x01\0", "a program (ELF)"),
        (b"MZ\x90\0\x03\0\0\0", "a Windows program"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "a gzip archive"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "a film or picture (mp4, heic)"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n", "a web archive (WARC)"),
        (b"name" + bytes(253) + b"ustar\0" + b"00", "a tar archive"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "XML (a feed, a drawing or data)"),
    ],
)
def test_a_refusal_says_what_the_bytes_look_like(data: bytes, thing: str) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        sniff(data, "report.txt")
    assert f"It looks like {thing}." == caught.value.cause
    assert caught.value.cure


@pytest.mark.parametrize("start", ["MZUZU, Malawi: ", "GIF8 is a format. ", "BM said so. ", "ID3 voters. "])
def test_a_text_may_begin_with_the_letters_of_a_signature(start: str) -> None:
    assert "text" == sniff((start + ENGLISH).encode(), "report.txt")


def test_random_bytes_are_binary() -> None:
    with pytest.raises(UnsupportedFormat, match="binary data"):
        sniff(b"." + random.Random(3).randbytes(4_000), "report")


def test_a_text_with_stray_nuls_is_text() -> None:
    assert "text" == sniff((ENGLISH * 5 + "\0\0" + ENGLISH).encode(), "report.txt")


@pytest.mark.parametrize("name", ["report.json", "report.txt", "-", "lines.jsonl"])
@pytest.mark.parametrize("data", [b'{"text": "It was shelled."}', b'\xef\xbb\xbf{"html": "<p>It was.", "x": 1}'])
def test_an_object_with_a_report_is_json_under_any_name(name: str, data: bytes) -> None:
    assert "json" == sniff(data, name)


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b'{"title": "x"}', "a", UnsupportedFormat),
        (b'{"text": 5}', "a.json", UnsupportedFormat),
        (b'{"text": " \\n"}', "a.json", NoText),
        (b'{"text": "cut', "a.json", Unreadable),
        (b"[1, 2]", "a.json", Unreadable),
        (b"plain words", "a.json", Unreadable),
        (b'{"text": "a"}\n{"text": "b"}\n', "a", UnsupportedFormat),
        (b'{"a":' * 100_000, "a", TooLarge),
        (b'{"a": [' + b"[]," * 1_000_001 + b"1]}", "a", TooLarge),
        (b'{"text": ' + b"9" * 5_000 + b"}", "a.json", Unreadable),
    ],
)
def test_json_without_a_report_is_a_named_error(data: bytes, name: str, error: type[SaysoError]) -> None:
    with pytest.raises(error):
        sniff(data, name)


@pytest.mark.parametrize("data", [b"[Reuters] It was shelled.", b"{unclear} he said", b'{"text": "cut'])
def test_a_text_that_begins_like_json_is_text(data: bytes) -> None:
    assert "text" == sniff(data, "report.txt")


def test_a_broken_object_says_where() -> None:
    with pytest.raises(Unreadable, match=r"line 2 column 1"):
        json_object(b'{"text": "a",\n}')


@given(st.binary(max_size=3_000), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.json", "a.jsonl", "", "a"]))
def test_any_bytes_have_a_format_or_a_named_refusal(data: bytes, name: str) -> None:
    try:
        assert sniff(data, name) in {"text", "html", "pdf", "json"}
    except SaysoError as error:
        assert error.cause
        assert error.cure
