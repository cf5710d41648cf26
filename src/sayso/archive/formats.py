"""What bytes are: text, HTML, PDF or JSON by their content first, then by their name; all else is refused by name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from sayso.archive.encodings import decoded, utf_of
from sayso.archive.signatures import looks_like
from sayso.errors import NoText, SaysoError, TooLarge, Unreadable, UnsupportedFormat
from sayso.records import Format

HEAD = 65_536  # bytes looked at to tell a format
LINES = {".jsonl", ".ndjson"}
_HTML_NAMES = {".html", ".htm", ".xhtml", ".shtml"}
_MOST_BRACKETS = 1_000_000  # of a JSON text: each costs 60 bytes and more once it is parsed
_CONTROL = bytes({*range(9), *range(14, 32)} - {0x1B})  # ESC begins a character set in ISO-2022 text
_MOST_CONTROL = 0.05  # of the head; random bytes have 0.10
_NOTHING = re.compile(r"[\s\ufeff\u200b-\u200f\u2060\x00]*")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|section|main|div|span|p|h[1-6]|table|a|br)"
    r"[\s>/]",
    re.IGNORECASE,
)
_XML = re.compile(r"<(?:\?xml|!doctype|rss|feed|svg|urlset|opml)[\s>]", re.IGNORECASE)
_AS_DOCUMENT = "Save it as PDF, HTML or plain text and add that."


def sniff(data: bytes, name: str) -> Format:
    """Return the format of the bytes.

    UTF-16, UTF-32 and old eight-bit encodings are text; a few stray NULs in a text leave it one. Raises NoText where
    there is nothing but white space, UnsupportedFormat that says what the bytes look like, and Unreadable where the
    name promises a PDF or JSON that the bytes are not.
    """
    ending = PurePath(name).suffix.lower()
    if _is_pdf(data):
        return "pdf"
    if _is_empty(data):
        raise NoText("There is nothing in it but white space." if data else "It is empty.", "Add the report itself.")
    refuse_binary(data, ending)
    head = decoded(data[:HEAD]).lstrip("\ufeff \t\r\n\f\x00")
    for told in (_html, _json):
        found = told(data, head, ending)
        if found:
            return found
    if ending == ".pdf":
        raise Unreadable("It is named as a PDF but does not begin like one.", "Fetch the file again.")
    return "text"


def refuse_binary(data: bytes, ending: str = "") -> None:
    """Raise UnsupportedFormat, with what it looks like, unless the bytes are text of some encoding."""
    known = looks_like(data)
    if known:
        raise UnsupportedFormat(f"It looks like {known.thing}.", known.cure)
    head = data[:HEAD]
    if utf_of(head):
        return
    if len(head) - len(head.translate(None, _CONTROL)) > _MOST_CONTROL * len(head):
        if ending == ".pdf":
            raise Unreadable("It is named as a PDF but does not begin like one.", "Fetch the file again.")
        raise UnsupportedFormat("It is binary data of an unknown kind.", _AS_DOCUMENT)


def json_object(data: bytes) -> dict[str, Any]:
    """Return the JSON object in the bytes (UTF-8, -16 or -32).

    Raises Unreadable where it is broken or not an object, TooLarge where it is nested or divided beyond reason.
    """
    if data.count(b"[") + data.count(b"{") > _MOST_BRACKETS:
        raise TooLarge(
            f"The JSON has more than {_MOST_BRACKETS:,} lists and objects.", "Give only the report's fields."
        )
    try:
        value = json.loads(data)
    except RecursionError:
        raise TooLarge("The JSON is nested too deeply.", "Give only the report's fields.") from None
    except ValueError as error:
        raise Unreadable(f"The JSON is broken: {error}.", "Write it with a JSON library and add it again.") from None
    if not isinstance(value, dict):
        raise Unreadable(
            "The JSON is not an object.", 'Give an object such as {"text": "…", "published": "2024-01-16"}.'
        )
    return value


def require_report(fields: dict[str, Any]) -> None:
    """Raise UnsupportedFormat unless the object has a `text` or `html` string, NoText where there is nothing in it."""
    given = [fields[name] for name in ("text", "html") if isinstance(fields.get(name), str)]
    if not given:
        raise UnsupportedFormat(
            "It is a JSON object without a report.", 'Give the report in a field "text" or "html", as a string.'
        )
    if all(_NOTHING.fullmatch(value) for value in given):
        raise NoText("There is nothing in its text but white space.", "Add the report itself.")


def _is_pdf(data: bytes) -> bool:
    """Readers allow a PDF up to 1,024 bytes of something else before its header."""
    at = data[:1024].find(b"%PDF-")
    return at == 0 or (at > 0 and (not data[:at].strip(b"\xef\xbb\xbf \t\r\n\0") or b" obj" in data[at : at + 4096]))


def _is_empty(data: bytes) -> bool:
    if not data.strip(b" \t\r\n\f\v\0"):
        return True
    if not _NOTHING.fullmatch(decoded(data[:HEAD])):
        return False
    return len(data) <= HEAD or _NOTHING.fullmatch(decoded(data)) is not None


def _html(_data: bytes, head: str, ending: str) -> Format | None:
    start = _after_comments(head)
    if _HTML.match(head, start):
        return "html"
    if ending in _HTML_NAMES:
        return "html"
    if _XML.match(head, start):
        if re.search(r"<html[\s>]", head[start : start + 2_000], re.IGNORECASE):
            return "html"
        raise UnsupportedFormat("It looks like XML (a feed, a drawing or data).", "Add the pages it lists, as HTML.")
    return None


def _after_comments(head: str) -> int:
    at = 0
    while head.startswith("<!--", at):
        end = head.find("-->", at)
        if end < 0:
            return at
        at = end + 3
        while at < len(head) and head[at].isspace():
            at += 1
    return at


def _json(data: bytes, head: str, ending: str) -> Format | None:
    named = ending == ".json" or ending in LINES
    if not named and not re.match(r'\{\s*["}]', head):
        return None
    return _named_json(data) if named else _unnamed_json(data)


def _named_json(data: bytes) -> Format:
    fields = _attempt(lambda: json_object(data))
    if isinstance(fields, SaysoError):
        if _has_json_lines(data):
            raise UnsupportedFormat("It holds one JSON object a line.", "Rename it to end in .jsonl and add it again.")
        raise fields
    require_report(fields)
    return "json"


def _unnamed_json(data: bytes) -> Format | None:
    fields = _attempt(lambda: json_object(data))
    if isinstance(fields, TooLarge):
        raise fields
    if isinstance(fields, SaysoError):
        return _named_json(data) if _has_json_lines(data) else None
    require_report(fields)
    return "json"


def _has_json_lines(data: bytes) -> bool:
    first, _, rest = data.strip().partition(b"\n")
    return rest.lstrip().startswith(b"{") and isinstance(_attempt(lambda: json_object(first)), dict)


def _attempt(parse: Callable[[], dict[str, Any]]) -> dict[str, Any] | SaysoError:
    try:
        return parse()
    except SaysoError as error:
        return error
