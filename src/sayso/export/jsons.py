"""JSON for files: one object a line, whatever the strings hold, and the JSON Schema of those lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.columns import TABLES, Column, Table
from sayso.export.rows import ROWS
from sayso.outgoing import Case, Terms

SCHEMA = "sayso/export/1"
_KINDS: dict[Table, str] = {"events": "event", "claims": "claim", "evidence": "evidence"}
_BREAKS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})
_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "data": {"type": "array"},
}


def line(value: object) -> bytes:
    """Return a JSON document on one line; characters that some readers take for the end of a line are escaped."""
    return text(value).encode() + b"\n"


def text(value: object) -> str:
    """Return a JSON document without line breaks, and without surrogates that UTF-8 has no bytes for."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_BREAKS)
    return written.encode("utf-8", "backslashreplace").decode()


def lines(cases: Iterable[Case], terms: Terms, head: dict[str, Any]) -> Iterator[bytes]:
    """Give the head, then of each incident the event, its claims and their evidence."""
    yield line({"record": "export", "schema": SCHEMA, **head})
    for case in cases:
        for name, kind in _KINDS.items():
            for row in ROWS[name](case, terms):
                yield line({"record": kind, **row})


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every line of a JSONL export holds to."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sayso:export:1",
        "title": "A line of a sayso export",
        "oneOf": [_head(), *(_object(kind, TABLES[name]) for name, kind in _KINDS.items())],
    }


def _head() -> dict[str, Any]:
    strings = {name: {"type": "string"} for name in ("program", "made", "profile", "loses")}
    return {
        "type": "object",
        "required": ["record", "schema", "unreviewed", *strings],
        "properties": {"record": {"const": "export"}, "schema": {"const": SCHEMA}, "unreviewed": {"type": "boolean"}}
        | strings,
        "additionalProperties": False,
    }


def _object(kind: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    described = {column.name: {**_TYPES[column.type], "description": column.says} for column in columns}
    return {
        "type": "object",
        "title": kind,
        "required": ["record", *described],
        "properties": {"record": {"const": kind}} | described,
        "additionalProperties": False,
    }
