"""What keeps a table from being changed, in the words of each database."""

from alembic import op

_FUNCTION = """
CREATE OR REPLACE FUNCTION only_append() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


def append_only(*tables: str) -> None:
    """Refuse every change and removal of a row of these tables."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.execute(_FUNCTION)
    for table in tables:
        for verb in ("update", "delete"):
            refuse = (
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                if sqlite
                else "EXECUTE FUNCTION only_append()"
            )
            op.execute(f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} {refuse}")
