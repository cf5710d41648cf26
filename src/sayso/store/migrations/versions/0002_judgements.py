"""What persons decide, filed under the reports and names it is about, and never changed."""

import sqlalchemy as sa
from alembic import op

from sayso.store.migrations.append_only import append_only

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of judgements and the rows under which they are found."""
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
    append_only("judgements", "judged")
