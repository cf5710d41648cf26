"""Who speaks in which claims of the latest readings, looked up by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from sayso.rulings import Saying, SourceListed, Voiced
from sayso.store import heard
from sayso.store.latest import is_latest
from sayso.store.sought import sought
from sayso.store.tables import claims, readings, reports, voices
from sayso.store.words import name_key

_AT_ONCE = 400  # readings asked for in one query: databases bound the number of values in one

Value = TypeVar("Value")
Where = tuple[int, int]  # a reading, and the position of a claim in it


class Voices:
    """The voices in a store; `reading` opens a transaction."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def sayings(self, names: Iterable[str], among: Iterable[str] | None = None) -> tuple[Saying, ...]:
        """Return the claims that come from, or through, whoever has one of these names, in the order of their reports.

        The claims of a report come through its outlet. A name is the same however its case and accents are written.
        `among` are the ids of the reports that are asked, where not all are.
        """
        keys = _keys(names)
        with self._reading() as connection:
            within = None if among is None else _latest(connection, sorted(set(among)))
            asked = [_hits(keys)] if within is None else [_hits(keys, part) for part in _parts(within)]
            wanted = {(key, position) for one in asked for key, position in connection.execute(one)}
            parts = _parts(sorted({key for key, _ in wanted}))
            told = [one for part in parts for one in _sayings(connection, part, wanted)]
        return tuple(saying for _, saying in sorted(told, key=lambda one: one[0]))

    def heard_in(self, names: Iterable[str], offset: int, limit: int) -> tuple[str, ...]:
        """Return the ids of the reports in which whoever has one of these names is heard, the latest read first."""
        found: set[int] = set()
        with self._reading() as connection:
            for key in _keys(names):
                asked = select(voices.c.reading).join(sought, sought.c.reading == voices.c.reading)
                asked = asked.where(voices.c.key == key).distinct().order_by(voices.c.reading.desc())
                found.update(connection.scalars(asked.limit(offset + limit)))
            page = sorted(found, reverse=True)[offset : offset + limit]
            told = select(readings.c.id, reports.c.id).join(reports, reports.c.sequence == readings.c.report)
            ids = {
                key: id_
                for part in _parts(page)
                for key, id_ in connection.execute(told.where(readings.c.id.in_(part)))
            }
        return tuple(ids[key] for key in page)

    def count(self, names: Iterable[str]) -> int:
        """Return in how many reports whoever has one of these names is heard."""
        keys = _keys(names)
        with self._reading() as connection:
            if len(keys) == 1:
                return heard.reports(connection, keys[0])
            several = _hits(keys).with_only_columns(voices.c.reading).distinct().subquery()
            return connection.scalar(select(func.count()).select_from(several)) or 0

    def are_known(self, names: Iterable[str]) -> bool:
        """Whether whoever has one of these names speaks, or passes words on, in a latest reading."""
        with self._reading() as connection:
            return connection.execute(_hits(_keys(names)).limit(1)).first() is not None

    def published(self, report_ids: Iterable[str]) -> dict[str, str]:
        """Return when these reports were published (EDTF), as far as their latest readings know."""
        asked = select(reports.c.id, readings.c.published).join(readings, readings.c.report == reports.c.sequence)
        asked = asked.where(is_latest(), readings.c.published.is_not(None))
        with self._reading() as connection:
            parts = [
                connection.execute(asked.where(reports.c.id.in_(part))).all() for part in _parts(sorted(report_ids))
            ]
        return {report: day for part in parts for report, day in part}

    def listed(self, name: str, offset: int, limit: int) -> tuple[SourceListed, ...]:
        """Return the sources of the latest readings whose names begin so, those that are heard most first."""
        with self._reading() as connection:
            return tuple(heard.listed(connection, name, offset, limit))

    def beginning(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Return names of voices that begin like this one's first word, to help somebody who has mistyped one."""
        first = name_key(name).partition(" ")[0]
        asked = select(voices.c.name).where(voices.c.key >= first, voices.c.key < first + heard.LAST)
        with self._reading() as connection:
            return tuple(sorted(connection.scalars(asked.distinct().limit(limit)))) if first else ()


def _keys(names: Iterable[str]) -> list[str]:
    return sorted({name_key(name) for name in names} - {""})


def _hits(keys: Sequence[str], within: Sequence[int] | None = None) -> Select[Any]:
    """Ask for the places of these voices in all latest readings, or in some that are known to be."""
    asked = select(voices.c.reading, voices.c.position).where(voices.c.key.in_(keys)).distinct()
    if within is not None:
        return asked.where(voices.c.reading.in_(within))
    return asked.join(sought, sought.c.reading == voices.c.reading)


def _latest(connection: Connection, ids: Sequence[str]) -> list[int]:
    """Return the latest readings of these reports."""
    asked = select(sought.c.reading).join(reports, reports.c.sequence == sought.c.report)
    found = (connection.scalars(asked.where(reports.c.id.in_(part))) for part in _parts(ids))
    return sorted(reading for part in found for reading in part)


def _parts(keys: Sequence[Value]) -> Iterator[Sequence[Value]]:
    yield from (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE))


def _sayings(connection: Connection, keys: Sequence[int], wanted: set[Where]) -> Iterator[tuple[Where, Saying]]:
    """Yield the claims of these readings that are wanted: by their place, or all where position -1 is."""
    names = _names(connection, keys)
    heads = _heads(connection, keys)
    asked = select(claims.c.reading, claims.c.position, claims.c.document).where(claims.c.reading.in_(keys))
    for key, position, document in connection.execute(asked):
        if wanted & {(key, position), (key, -1)}:
            claim, head = json.loads(document), heads[key]
            yield (head["order"], position), _saying(claim, head, names.get((key, position), {}))


def _names(connection: Connection, keys: Sequence[int]) -> dict[Where, dict[int, str]]:
    found: dict[Where, dict[int, str]] = {}
    asked = select(voices.c.reading, voices.c.position, voices.c.depth, voices.c.name)
    for key, position, depth, name in connection.execute(asked.where(voices.c.reading.in_(keys))):
        found.setdefault((key, position), {})[depth] = name
    return found


def _heads(connection: Connection, keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return what is said of the report of each reading, with the pieces of its text that a correction covers."""
    shown = [readings.c[name] for name in ("id", "outlet", "published", "language", "notices")]
    asked = select(*shown, reports.c.sequence, reports.c.id.label("report"), reports.c.name)
    asked = asked.join(reports, reports.c.sequence == readings.c.report)
    rows = connection.execute(asked.where(readings.c.id.in_(keys))).mappings().all()
    noticed = [row["id"] for row in rows if row["notices"]]
    told = select(readings.c.id, readings.c.document).where(readings.c.id.in_(noticed))
    covered = {key: list(_covered(json.loads(document))) for key, document in connection.execute(told)}
    return {row["id"]: {**row, "order": row["sequence"], "covered": covered.get(row["id"], [])} for row in rows}


def _covered(document: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    for notice in document["report"]["notices"]:
        if notice["kind"] == "correction" and notice["covers"]:
            yield notice["covers"]["start"], notice["covers"]["end"]


def _saying(claim: Mapping[str, Any], head: Mapping[str, Any], names: Mapping[int, str]) -> Saying:
    content = claim["content"]
    back = any(piece["start"] < end and start < piece["end"] for piece in content for start, end in head["covered"])
    return Saying(
        report=head["report"],
        file=head["name"],
        claim=claim["id"],
        words=" … ".join(piece["text"] for piece in content),
        kind=claim["kind"],
        polarity=claim["polarity"],
        certainty=claim["certainty"],
        voices=tuple(Voiced(names.get(depth, ""), link["kind"]) for depth, link in enumerate(claim["chain"])),
        outlet=head["outlet"],
        published=head["published"],
        withdrawn=back,
        language=head["language"],
    )
