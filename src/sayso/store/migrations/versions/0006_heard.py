"""How often each source is heard, kept as readings come in, so that the list of sources reads no whole table."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_RANK = """CASE kind WHEN 'outlet' THEN 0 WHEN 'named_person' THEN 1 WHEN 'organisation' THEN 2 WHEN 'document' THEN 3
    WHEN 'named_role' THEN 4 WHEN 'unnamed' THEN 5 ELSE 6 END"""
_COUNT = f"""
INSERT INTO heard (key, name, rank, says, relays, publishes, reports, times)
SELECT key, min(name), min({_RANK}),
    sum(position >= 0 AND depth = 0), sum(depth > 0), sum(position < 0), count(DISTINCT reading), count(*)
FROM voices
WHERE key > '' AND reading IN (
    SELECT id FROM readings AS one
    WHERE number = (SELECT max(number) FROM readings AS other WHERE other.report = one.report)
)
GROUP BY key
"""


def upgrade() -> None:
    """Make the table, and count the voices of the latest readings."""
    op.create_table(
        "heard",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("rank", "says", "relays", "publishes", "reports", "times")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_heard_times", "heard", [sa.text("times DESC"), "key"])
    op.execute(_COUNT)
