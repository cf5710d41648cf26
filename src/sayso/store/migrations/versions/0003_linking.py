"""What linking files of reports and concludes from it; unlike what was received, all of it can be made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables and queue every report that is there."""
    _queues()
    _filed()
    _concluded()
    op.execute("INSERT INTO unlinked (report) SELECT sequence FROM reports")


def _report(*, key: bool) -> sa.Column[int]:
    return sa.Column("report", sa.Integer, sa.ForeignKey("reports.sequence"), nullable=False, primary_key=key)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _queues() -> None:
    op.create_table("linked_by", _key("version"))
    op.create_table("unlinked", _report(key=True), sa.Column("fault", sa.Text))
    op.create_index("ix_unlinked_waiting", "unlinked", ["fault", "report"])
    op.create_table("unsettled", _key("account"))


def _filed() -> None:
    op.create_table(
        "bands",
        _report(key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_bands_value", "bands", ["value", "number"])
    op.create_table(
        "accounts",
        _key("id"),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("pool", sa.Text),
        sa.Column("level", sa.Float),
    )
    op.create_index("ix_accounts_pool", "accounts", ["pool"])
    op.create_table("filings", _key("key"), _key("account"), sqlite_with_rowid=False)
    op.create_index("ix_filings_account", "filings", ["account"])
    op.create_table(
        "pairings", _key("a"), _key("b"), sa.Column("weight", sa.Float, nullable=False), sqlite_with_rowid=False
    )


def _concluded() -> None:
    op.create_table(
        "tellings",
        _key("id"),
        _report(key=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("published", sa.Integer),
        sa.Column("claims", sa.Text, nullable=False),
        sa.Column("incident", sa.Text),
    )
    for name in ("report", "account", "incident"):
        op.create_index(f"ix_tellings_{name}", "tellings", [name])
    op.create_table(
        "incidents",
        _key("id"),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("ix_incidents_day", "incidents", ["day", "id"])
