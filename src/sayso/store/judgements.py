"""What persons decided, kept in the order they decided it; an undoing is one more line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from sayso.errors import NotFound
from sayso.rulings import Passage, Ruling
from sayso.spans import Span
from sayso.store.rows import storable
from sayso.store.tables import judged, judgements
from sayso.store.words import name_key

Transaction = Callable[[], AbstractContextManager[Connection]]
Check = Callable[[tuple[Ruling, ...]], None]

_IN_DOCUMENT = ("about", "names", "grade", "why")


def report_subject(sha256: str) -> str:
    """Return the row under which rulings on this report are filed."""
    return f"report {sha256}"


def name_subject(name: str) -> str:
    """Return the row under which rulings on this name are filed, however it is written."""
    return f"name {name_key(name)}"


ALIASES = "alias"


class Judgements:
    """The rulings in a store; `reading` and `writing` open its transactions."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading = reading
        self._writing = writing

    def append(self, ruling: Ruling, check: Check) -> Ruling:
        """Keep a ruling and return it with its id and hash.

        `check` is called inside the transaction with the rulings filed under the same subjects, and raises where this
        one must not be made. Raises NotFound where what it undoes is not there, StoreError.
        """
        with self._writing() as connection:
            subjects = self._subjects(connection, ruling)
            check(self._under(connection, subjects))
            last = (
                connection.execute(select(judgements).order_by(judgements.c.sequence.desc()).limit(1))
                .mappings()
                .first()
            )
            drawn = drawn_after(ruling, None if last is None else ruling_of(last))
            connection.execute(insert(judgements), _row(drawn))
            rows = [{"judgement": number(drawn.id), "subject": subject} for subject in subjects]
            if rows:
                connection.execute(insert(judged), rows)
        return drawn

    def every(self) -> tuple[Ruling, ...]:
        """Return all rulings, in the order they were made."""
        with self._reading() as connection:
            asked = select(judgements).order_by(judgements.c.sequence)
            return tuple(ruling_of(row) for row in connection.execute(asked).mappings())

    def last(self) -> str:
        """Return the hash of the newest ruling, which changes with each that is made; "" where there is none."""
        with self._reading() as connection:
            asked = select(judgements.c.hash).order_by(judgements.c.sequence.desc()).limit(1)
            return connection.scalar(asked) or ""

    def under(self, subjects: Iterable[str]) -> tuple[Ruling, ...]:
        """Return the rulings filed under any of these subjects, in the order they were made."""
        with self._reading() as connection:
            return self._under(connection, sorted(set(subjects)))

    def one(self, ruling_id: str) -> Ruling:
        """Return the ruling with this id; raises NotFound."""
        with self._reading() as connection:
            return ruling_of(_row_of(connection, ruling_id))

    @staticmethod
    def _subjects(connection: Connection, ruling: Ruling) -> list[str]:
        if ruling.undoes is not None:
            undone = _row_of(connection, ruling.undoes)["sequence"]
            return sorted(connection.scalars(select(judged.c.subject).where(judged.c.judgement == undone)))
        found = {report_subject(passage.sha256) for passage in ruling.about}
        found |= {name_subject(name) for name in ruling.names}
        return sorted(found | ({ALIASES} if ruling.kind == "alias" else set()))

    @staticmethod
    def _under(connection: Connection, subjects: list[str]) -> tuple[Ruling, ...]:
        filed = select(judged.c.judgement).where(judged.c.subject.in_(subjects))
        asked = select(judgements).where(judgements.c.sequence.in_(filed)).order_by(judgements.c.sequence)
        return tuple(ruling_of(row) for row in connection.execute(asked).mappings())


def number(ruling_id: str) -> int:
    """Return the place of a ruling in the row of all, from its id (`j7`); raises NotFound."""
    digits = ruling_id.removeprefix("j")
    if not (ruling_id.startswith("j") and digits.isascii() and digits.isdecimal() and len(digits) < 16):
        raise NotFound(f"No judgement has the id {ruling_id}.", "`sayso judge list` shows those that were made.")
    return int(digits)


def _row_of(connection: Connection, ruling_id: str) -> RowMapping:
    row = connection.execute(select(judgements).where(judgements.c.sequence == number(ruling_id))).mappings().first()
    if row is None:
        raise NotFound(f"No judgement has the id {ruling_id}.", "`sayso judge list` shows those that were made.")
    return row


def drawn_after(ruling: Ruling, last: Ruling | None) -> Ruling:
    """Return the ruling with the id and the hash that it has after the last one."""
    place = number(last.id) + 1 if last else 1
    placed = replace(ruling, id=f"j{place}", previous=last.hash if last else "")
    return replace(placed, hash=digest(placed))


def digest(ruling: Ruling) -> str:
    """Return the sha256 of all that is kept of a ruling, what it follows included."""
    parts = [ruling.previous, ruling.id, ruling.at, ruling.by, ruling.kind, ruling.undoes, _document(ruling)]
    return sha256(json.dumps(parts).encode()).hexdigest()


def broken(rulings: Iterable[Ruling]) -> Iterator[str]:
    """Yield a sentence for each ruling that is not as it was made, or does not follow the one before."""
    previous, place = "", 0
    for ruling in rulings:
        place += 1
        if ruling.id != f"j{place}" or ruling.previous != previous:
            yield f"Judgement {ruling.id} does not follow the one before it."
        elif ruling.hash != digest(ruling):
            yield f"Judgement {ruling.id} is not as it was made."
        previous, place = ruling.hash, number(ruling.id)


def _document(ruling: Ruling) -> str:
    whole = asdict(ruling)
    return json.dumps({name: whole[name] for name in _IN_DOCUMENT}, ensure_ascii=False, separators=(",", ":"))


def _row(ruling: Ruling) -> dict[str, Any]:
    row: dict[str, Any] = {name: storable(getattr(ruling, name)) for name in ("at", "by", "kind", "previous", "hash")}
    undoes = None if ruling.undoes is None else number(ruling.undoes)
    return row | {"sequence": number(ruling.id), "document": storable(_document(ruling)), "undoes": undoes}


def ruling_of(row: RowMapping) -> Ruling:
    """Rebuild a ruling from its row."""
    document = json.loads(row["document"])
    about = tuple(_passage(value) for value in document["about"])
    undoes = None if row["undoes"] is None else f"j{row['undoes']}"
    columns = {name: row[name] for name in ("at", "by", "kind", "previous", "hash")}
    told = {"grade": document["grade"], "why": document["why"], "names": tuple(document["names"])}
    return Ruling(id=f"j{row['sequence']}", about=about, undoes=undoes, **columns, **told)


def _passage(value: dict[str, Any]) -> Passage:
    return Passage(**(value | {"spans": tuple(Span(**span) for span in value["spans"])}))
