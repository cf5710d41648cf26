"""How often each voice is heard in the latest readings, counted as readings are filed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, case, delete, select
from sqlalchemy.dialects.sqlite import insert

from sayso.records import SourceKind
from sayso.rulings import SourceListed
from sayso.store.sought import heard
from sayso.store.tables import readings, voices
from sayso.store.words import name_key

LAST = "\U0010ffff"  # follows whatever a name may go on with

# Where reports take somebody for several kinds of source, the first of these is listed.
_KINDS: tuple[SourceKind, ...] = (
    "outlet", "named_person", "organisation", "document", "named_role", "unnamed", "unspecified",
)  # fmt: skip
_RANKS = {kind: rank for rank, kind in enumerate(_KINDS)}
_COUNTS = ("says", "relays", "publishes", "reports", "times")
_KEPT = insert(heard)
_KEPT = _KEPT.on_conflict_do_update(
    index_elements=["key"],
    set_={name: heard.c[name] + _KEPT.excluded[name] for name in _COUNTS}
    | {
        name: case((_KEPT.excluded[name] < heard.c[name], _KEPT.excluded[name]), else_=heard.c[name])
        for name in ("name", "rank")
    },
)
_TAKEN = heard.update().where(heard.c.key == bindparam("of"))
_TAKEN = _TAKEN.values({name: heard.c[name] - bindparam(f"fewer_{name}") for name in _COUNTS})


def count(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Count the voices of a reading that is the latest of its report from now on."""
    if found := _counted(rows):
        connection.execute(_KEPT, found)


def discount(connection: Connection, report: int, number: int) -> None:
    """Take back what was counted of a report's reading that is the latest no more.

    A name and a kind stay as long as anybody is heard by that key: they were read once.
    """
    asked = select(voices).join(readings, readings.c.id == voices.c.reading)
    asked = asked.where(readings.c.report == report, readings.c.number == number)
    rows = map(dict, connection.execute(asked).mappings())
    if found := _counted(rows):
        fewer = ({f"fewer_{name}": one[name] for name in _COUNTS} | {"of": one["key"]} for one in found)
        connection.execute(_TAKEN, list(fewer))
        connection.execute(delete(heard).where(heard.c.key.in_([one["key"] for one in found]), heard.c.times == 0))


def _counted(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return a row for every key: how often it is the speaker, passes words on, is the outlet; in how many readings."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row["key"]:
            rank = _RANKS.get(row["kind"], len(_KINDS) - 1)
            new = {"key": row["key"], "name": row["name"], "rank": rank, "says": 0, "relays": 0, "publishes": 0}
            one = found.setdefault(row["key"], new | {"reports": 1, "times": 0})
            one["name"], one["rank"] = min(one["name"], row["name"]), min(one["rank"], rank)
            one["publishes" if row["position"] < 0 else "relays" if row["depth"] else "says"] += 1
            one["times"] += 1
    return [found[key] for key in sorted(found)]


def listed(connection: Connection, name: str, offset: int, limit: int) -> Iterator[SourceListed]:
    """Give the sources whose names begin so, those that are heard most first."""
    first = name_key(name)
    shown = select(heard.c.name, heard.c.rank, heard.c.says, heard.c.relays, heard.c.publishes)
    if first:
        shown = shown.where(heard.c.key >= first, heard.c.key < first + LAST)
    asked = shown.order_by(heard.c.times.desc(), heard.c.key).offset(offset).limit(limit)
    for written, rank, *counts in connection.execute(asked):
        yield SourceListed(written, _KINDS[rank], *counts)


def reports(connection: Connection, key: str) -> int:
    """Return in how many reports a key is heard."""
    return connection.scalar(select(heard.c.reports).where(heard.c.key == key)) or 0
