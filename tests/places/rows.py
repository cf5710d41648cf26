"""Invented rows in the format of a GeoNames dump: a district of villages that do not exist."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class", "feature code",
    "country code", "cc2", "admin1 code", "admin2 code", "admin3 code", "admin4 code", "population", "elevation", "dem",
    "timezone", "modification date",
)  # fmt: skip


def row(number: int, name: str, feature: str, point: tuple[float, float], **cells: str) -> str:
    """Return one row: class and code from `feature` ("P.PPL"); other cells by column, spaces written as underscores."""
    kind, _, code = feature.partition(".")
    given = {
        "geonameid": str(number), "name": name, "asciiname": name, "latitude": str(point[0]),
        "longitude": str(point[1]), "feature class": kind, "feature code": code, "country code": "SY",
        "admin1 code": "11", "population": "0", **{column.replace("_", " "): cell for column, cell in cells.items()},
    }  # fmt: skip
    return "\t".join(given.get(column, "") for column in COLUMNS)


ROWS = (
    row(90000001, "Muhafazat Zaytun", "A.ADM1", (34.5, 36.5)),
    row(90000002, "Qada Karm", "A.ADM2", (34.5, 36.6), admin2_code="1101"),
    row(
        90000003, "Karm az Zaytūn", "P.PPL", (34.51, 36.61),
        asciiname="Karm az Zaytun", alternatenames="Karm el-Zeitoun,كرم الزيتون", admin2_code="1101", population="1200",
    ),
    row(90000004, "Tall ar Rih", "T.HLL", (34.7, 36.9), admin2_code="1101"),
    row(90000005, "Kharab as Sab", "P.PPLH", (34.6, 36.8)),
)  # fmt: skip


def text(rows: Iterable[str] = ROWS) -> bytes:
    """Return the rows as a dump."""
    return ("\n".join(rows) + "\n").encode()


def zipped(name: str = "SY.txt", rows: Iterable[str] = ROWS) -> bytes:
    """Return the rows as GeoNames packs them, a readme beside them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "What the columns mean.")
        archive.writestr(name, text(rows))
    return packed.getvalue()
