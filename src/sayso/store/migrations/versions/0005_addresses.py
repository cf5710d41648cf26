"""An index of the addresses that reports were published at, by which versions of an article are found."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_reports_url", "reports", ["url"])
