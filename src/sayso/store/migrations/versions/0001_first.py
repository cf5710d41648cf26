"""Custody, reports, texts, readings, claims and refusals; nothing in them can be changed or removed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, the word index and the triggers that keep them append-only."""
    _received()
    _read()
    _claimed()
    op.execute("CREATE VIRTUAL TABLE words USING fts5(shadow, content='', tokenize='unicode61', prefix='2 3')")
    for table in ("custody", "reports", "texts", "readings", "claims", "refusals"):
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _required(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _optional(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text) for name in names]


def _counted(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _received() -> None:
    op.create_table(
        "custody",
        sa.Column("sequence", sa.Integer, primary_key=True),
        *(_required(name) for name in ("at", "sha256", "origin", "tool", "previous", "hash")),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("ix_custody_sha256", "custody", ["sha256"])
    op.create_table(
        "reports",
        sa.Column("sequence", sa.Integer, primary_key=True),
        *(_required(name) for name in ("id", "sha256", "name", "origin", "format")),
        *_optional("url", "outlet", "published", "timezone"),
        _required("added"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    op.create_table(
        "refusals",
        sa.Column("id", sa.Integer, primary_key=True),
        *(_required(name) for name in ("at", "name", "origin", "error", "cause", "cure")),
        sa.UniqueConstraint("name", "origin", "error", "cause"),
    )


def _read() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.sequence"), nullable=False),
        *(_required(name) for name in ("digest", "body")),
        sa.UniqueConstraint("report", "digest"),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.sequence"), nullable=False),
        _counted("number"),
        sa.Column("text", sa.Integer, sa.ForeignKey("texts.id"), nullable=False),
        *(_required(name) for name in ("model", "at")),
        *_optional("title", "outlet", "published"),
        _required("language"),
        *(_counted(name) for name in ("claims", "attributed", "notices")),
        *(_required(name) for name in ("document", "digest")),
        sa.UniqueConstraint("report", "number"),
    )


def _claimed() -> None:
    op.create_table(
        "claims",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *(_required(name) for name in ("kind", "polarity", "certainty")),
        _counted("depth"),
        *_optional("speaker"),
        _required("document"),
    )
