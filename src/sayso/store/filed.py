"""The tables of linking, as queries see them. Nothing in them is received: all can be made anew from readings."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table, Text

from sayso.store.tables import metadata

# The version of linking by which what follows was made.
linked_by = Table("linked_by", metadata, Column("version", Text, primary_key=True))

# Reports whose latest reading is not linked yet; `fault` says why one cannot be.
unlinked = Table(
    "unlinked",
    metadata,
    Column("report", ForeignKey("reports.sequence"), primary_key=True),
    Column("fault", Text),
    Index("ix_unlinked_waiting", "fault", "report"),
)

# Accounts whose neighbours changed since incidents were last made of them.
unsettled = Table("unsettled", metadata, Column("account", Text, primary_key=True))

# The wide bands of each report's sketch: reports that share one are near copies.
bands = Table(
    "bands",
    metadata,
    Column("report", ForeignKey("reports.sequence"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("value", BigInteger, nullable=False),
    Index("ix_bands_value", "value", "number"),
)

# What is compared of tellings, once for all copies; `pool` and `level` are those it was last settled in.
accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("pool", Text, index=True),
    Column("level", Float),
)

# The keys under which accounts worth comparing meet.
filings = Table(
    "filings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("account", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# The points of accounts that were compared, from either side.
pairings = Table(
    "pairings",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("weight", Float, nullable=False),
    sqlite_with_rowid=False,
)

# One report's account of one occurrence; `claims` is a JSON list of the ids of those that speak of it.
tellings = Table(
    "tellings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", ForeignKey("reports.sequence"), nullable=False, index=True),
    Column("account", Text, nullable=False, index=True),
    Column("published", Integer),
    Column("claims", Text, nullable=False),
    Column("incident", Text, index=True),
)

# What was concluded of the tellings that bear its id; `day` is an ordinal, by which they are listed.
incidents = Table(
    "incidents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("day", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Index("ix_incidents_day", "day", "id"),
)

DERIVED = (incidents, tellings, pairings, filings, accounts, bands, unsettled, unlinked, linked_by)
