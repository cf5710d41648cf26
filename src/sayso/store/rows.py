"""Records to rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sqlalchemy import RowMapping

from sayso.contract import Json, reading_from_json, reading_to_json
from sayso.errors import IntegrityError
from sayso.records import Claim, Custody, Listed, Meta, Reading, Report, Version
from sayso.store.failures import unstorable
from sayso.store.findable import findable
from sayso.store.words import name_key

Row = dict[str, Any]


def storable(value: str) -> str:
    """Return the text unchanged; raises StoreError for a NUL or a lone surrogate, which no database takes."""
    if "\0" in value:
        raise unstorable("a NUL")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise unstorable("a lone surrogate") from error
    return value


def report_row(report: Report) -> Row:
    """Return the row of a report."""
    row = asdict(report)
    row |= row.pop("meta")
    return {name: value if value is None else storable(value) for name, value in row.items()}


def report_of(row: RowMapping) -> Report:
    """Rebuild a report from its row."""
    meta = Meta(row["url"], row["outlet"], row["published"], row["timezone"])
    return Report(row["id"], row["sha256"], row["name"], row["origin"], row["format"], meta, row["added"])


def custody_of(row: RowMapping) -> Custody:
    """Rebuild a line of custody from its row."""
    return Custody(**row)


def version_of(row: RowMapping) -> Version:
    """Rebuild what is said of a reading from its row."""
    return Version(row["number"], row["model"], row["at"])


def listed_of(row: RowMapping, report: RowMapping) -> Listed:
    """Rebuild a row of the list from a reading's row and its report's."""
    shown = ("title", "outlet", "published", "language", "claims", "attributed", "notices")
    return Listed(report_of(report), version_of(row), **{name: row[name] for name in shown})


class ReadingRows:
    """The rows of one reading; made before the transaction opens, so that the write lock is held briefly."""

    def __init__(self, report: Report, reading: Reading) -> None:
        document = reading_to_json(reading)
        self.body = storable(document.pop("text"))
        whole_claims = document.pop("claims")
        self.text_digest = sha256(self.body.encode()).hexdigest()
        self.claims = [_claim_row(at, *pair) for at, pair in enumerate(zip(reading.claims, whole_claims, strict=True))]
        self.voices = list(_voice_rows(reading))
        text = reading.text
        self.findable = findable(report, reading)
        self.reading: Row = {
            "model": reading.model,
            "title": text.title.text if text.title else None,
            "outlet": text.outlet,
            "published": text.published,
            "language": text.language,
            "claims": len(reading.claims),
            "attributed": sum(bool(claim.chain) for claim in reading.claims),
            "notices": len(text.notices),
            "document": _dumped(document),
        }
        documents = [claim["document"] for claim in self.claims]
        self.reading["digest"] = digest(self.body, self.reading["document"], documents)


def digest(body: str, document: str, claims: list[str]) -> str:
    """Return the sha256 of all that is stored of one reading, by which `reading_of` knows it was not altered."""
    parts = json.dumps([body, document, claims])
    return sha256(parts.encode()).hexdigest()


def _claim_row(position: int, claim: Claim, document: Json) -> Row:
    speaker = claim.chain[0].label if claim.chain else None
    return {
        "position": position,
        "kind": claim.kind,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "depth": len(claim.chain),
        "speaker": speaker.text if speaker else None,
        "document": _dumped(document),
    }


def _voice_rows(reading: Reading) -> Iterator[Row]:
    names = {entity.id: entity.name for entity in reading.entities}
    if reading.text.outlet:
        yield _voice_row(-1, 0, reading.text.outlet, "outlet")
    for position, claim in enumerate(reading.claims):
        for depth, link in enumerate(claim.chain):
            if name := names.get(link.entity or "") or (link.label.text if link.label else ""):
                yield _voice_row(position, depth, name, link.kind)


def _voice_row(position: int, depth: int, name: str, kind: str) -> Row:
    return {"position": position, "depth": depth, "key": name_key(name), "name": storable(name), "kind": kind}


def _dumped(document: Json) -> str:
    return storable(json.dumps(document, ensure_ascii=False, separators=(",", ":")))


def reading_of(row: RowMapping, claims: list[str]) -> Reading:
    """Rebuild a reading from its row, with its text, and its claims.

    Raises IntegrityError where any of it was altered, OffsetError where a span does not quote the text.
    """
    if digest(row["body"], row["document"], claims) != row["digest"]:
        raise IntegrityError("What is stored of this reading was altered.", "Restore the database from a copy.")
    whole: Json = json.loads(row["document"])
    return reading_from_json(whole | {"text": row["body"], "claims": [json.loads(claim) for claim in claims]})
