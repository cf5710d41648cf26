"""Whether a database is ours and current, and how it is made so."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from sayso.errors import StoreError

HEAD = "0006"
_MIGRATIONS = Path(__file__).parent / "migrations"


def version(connection: Connection, database: Path) -> str:
    """Return the schema's version, empty for a new database; raises StoreError for another program's database."""
    names = set(connection.scalars(text("SELECT name FROM sqlite_master")))
    if not names:
        return ""
    if not {"alembic_version", "custody"} <= names:
        raise StoreError(
            f"The database {database} is not a sayso database.", "Move it aside, or choose another --workspace."
        )
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")


def upgrade(connection: Connection, database: Path) -> None:
    """Bring the database to the newest version inside the transaction that is open.

    Raises StoreError where a newer program made it.
    """
    # Alembic takes a quarter of a second to import, and most openings need none of it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = version(connection, database)
    if found and found not in known:
        raise StoreError(
            f"The database {database} was made by a newer sayso (schema {found}; this program knows up to {HEAD}).",
            "Upgrade sayso, or choose another --workspace.",
        )
    command.upgrade(config, "head")
