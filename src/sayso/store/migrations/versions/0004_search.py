"""Search in place of the first word index, incidents at a glance, and searches that persons keep.

Whatever follows from readings is filed when the database is next opened, and linking is done anew for the outlines.
"""

import sqlalchemy as sa
from alembic import op

from sayso.store.migrations.append_only import append_only

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; what fills them is made anew from readings."""
    op.execute("DROP TABLE IF EXISTS words")
    _indexes()
    _sought()
    _outlines()
    _saved()
    op.execute("DELETE FROM linked_by")


def _indexes() -> None:
    for name, columns, tokenizer in (
        ("found_words", "body, claims, sources, places, dates", "tokenize='unicode61', prefix='2 3'"),
        ("found_parts", "body, sources, places", "tokenize='trigram'"),
    ):
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='', {tokenizer})")


def _report() -> sa.Column[int]:
    return sa.Column("report", sa.Integer, sa.ForeignKey("reports.sequence"), primary_key=True)


def _incident() -> sa.Column[str]:
    return sa.Column("incident", sa.Text, sa.ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True)


def _sought() -> None:
    op.create_table("sought_by", sa.Column("version", sa.Text, primary_key=True))
    op.create_table(
        "sought",
        _report(),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), nullable=False, unique=True),
        sa.Column("language", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer) for name in ("first", "last")),
    )
    op.create_index("ix_sought_language", "sought", ["language"])
    op.create_index("ix_sought_days", "sought", ["first", "last"])
    days = (sa.Column(name, sa.Integer, primary_key=True) for name in ("first", "last"))
    op.create_table("sought_days", _report(), *days)
    op.create_index("ix_sought_days_days", "sought_days", ["first", "last"])
    op.create_table("sought_places", _report(), sa.Column("key", sa.Text, primary_key=True))
    op.create_index("ix_sought_places_key", "sought_places", ["key"])


def _outlines() -> None:
    op.create_table(
        "outlines",
        _incident(),
        *(sa.Column(name, sa.Text, nullable=name != "state") for name in ("type", "state", "time")),
        *(sa.Column(name, sa.Integer) for name in ("first", "last")),
        *(sa.Column(name, sa.Text) for name in ("place", "country")),
        *(sa.Column(name, sa.Float) for name in ("lat", "lon")),
        sa.Column("radius", sa.Integer),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("reports", "origins")),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("ix_outlines_days", "outlines", ["first", "last"])
    op.create_index("ix_outlines_spot", "outlines", ["lat", "lon", "radius"])
    op.create_index("ix_outlines_state", "outlines", ["state", "incident"])
    kept = (sa.Column(name, sa.Text, primary_key=True) for name in ("report", "stance"))
    op.create_table("stances", _incident(), *kept)
    op.create_index("ix_stances_report", "stances", ["report"])


def _saved() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "by", "name", "document")),
    )
    op.create_table(
        "search_visits",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("search", sa.Integer, sa.ForeignKey("saved_searches.id"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
    )
    op.create_index("ix_search_visits_search", "search_visits", ["search"])
    append_only("saved_searches", "search_visits")
