"""A ZIP of the three tables as Parquet, with the JSON Schema and a note of what is lost."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from sayso.errors import MissingPackage
from sayso.export.columns import TABLES, Column, Row
from sayso.export.jsons import schema, text
from sayso.export.rows import ROWS
from sayso.outgoing import Case, Terms

_CASES = 500  # incidents to a row group
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP can hold: the same export gives the same bytes


def bundle(cases: Iterable[Case], terms: Terms, head: dict[str, Any]) -> Iterator[bytes]:
    """Give the file; raises MissingPackage where pyarrow is not installed."""
    arrow, writer = _package("pyarrow"), _package("pyarrow.parquet")
    files = {name: io.BytesIO() for name in TABLES}
    schemas = {name: _schema(arrow, columns, head) for name, columns in TABLES.items()}
    writers = {name: writer.ParquetWriter(files[name], schemas[name], compression="zstd") for name in TABLES}
    for batch in _batches(cases):
        for name in TABLES:
            rows = [_plain(TABLES[name], row) for case in batch for row in ROWS[name](case, terms)]
            if rows:
                writers[name].write_table(arrow.Table.from_pylist(rows, schema=schemas[name]))
    for each in writers.values():
        each.close()
    yield _zipped({f"{name}.parquet": file.getvalue() for name, file in files.items()}, head)


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingPackage("Parquet", "pyarrow", "parquet") from error


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    batch: list[Case] = []
    for case in cases:
        batch.append(case)
        if len(batch) == _CASES:
            yield batch
            batch = []
    yield batch


def _schema(arrow: Any, columns: tuple[Column, ...], head: dict[str, Any]) -> Any:
    types = {"integer": arrow.int64(), "number": arrow.float64(), "texts": arrow.list_(arrow.string())}
    fields = [
        arrow.field(column.name, types.get(column.type, arrow.string()), metadata={"says": column.says})
        for column in columns
    ]
    return arrow.schema(fields, metadata={"sayso": json.dumps(head)})


def _plain(columns: tuple[Column, ...], row: Row) -> dict[str, Any]:
    """Return a row as Arrow takes it: what has parts as JSON, and no surrogate that UTF-8 has no bytes for."""
    return {column.name: _cell(column, row[column.name]) for column in columns}


def _cell(column: Column, value: Any) -> Any:
    if column.type == "data":
        return text(value)
    if isinstance(value, list):
        return [_writable(one) for one in value]
    return _writable(value) if isinstance(value, str) else value


def _writable(value: str) -> str:
    return value.encode("utf-8", "backslashreplace").decode()


def _zipped(tables: dict[str, bytes], head: dict[str, Any]) -> bytes:
    papers = {
        "schema.json": json.dumps(schema(), indent=2).encode(),
        "export.json": json.dumps(head, indent=2).encode(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**tables, **papers}.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    return buffer.getvalue()
