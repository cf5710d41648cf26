"""What persons decide, filed under the reports and names it is about; and the voices of every claim, by name."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from sayso.store.migrations.append_only import append_only
from sayso.store.words import name_key

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables, and file the voices of the readings that are there."""
    _judgements()
    _voices()
    append_only("judgements", "judged", "voices")


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("sequence", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "by", "kind", "document", "previous", "hash")),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.sequence")),
        sa.UniqueConstraint("hash"),
    )
    op.create_table(
        "judged",
        sa.Column("judgement", sa.Integer, sa.ForeignKey("judgements.sequence"), primary_key=True),
        sa.Column("subject", sa.Text, primary_key=True),
    )
    op.create_index("ix_judged_subject", "judged", ["subject"])


def _voices() -> None:
    made = op.create_table(
        "voices",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("depth", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("key", "name", "kind")),
    )
    op.create_index("ix_voices_key", "voices", ["key", "reading"])
    connection = op.get_bind()
    for key, outlet, document in connection.execute(sa.text("SELECT id, outlet, document FROM readings")).all():
        told = sa.text("SELECT position, document FROM claims WHERE reading = :reading")
        claims = connection.execute(told, {"reading": key}).all()
        rows = [{"reading": key} | row for row in _rows(outlet, document, claims)]
        if rows:
            connection.execute(sa.insert(made), rows)


def _rows(outlet: str | None, document: str, claims: Iterable[Sequence[Any]]) -> Iterator[dict[str, Any]]:
    names = {entity["id"]: entity["name"] for entity in json.loads(document)["entities"]}
    if outlet:
        yield {"position": -1, "depth": 0, "key": name_key(outlet), "name": outlet, "kind": "outlet"}
    for position, claim in claims:
        for depth, link in enumerate(json.loads(claim)["chain"]):
            name = names.get(link["entity"]) or (link["label"] or {}).get("text")
            if name:
                found = {"key": name_key(name), "name": name, "kind": link["kind"]}
                yield found | {"position": position, "depth": depth}
