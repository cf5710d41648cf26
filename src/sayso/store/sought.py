"""The tables of searching and of overviews, as queries see them; all can be made anew from readings and incidents.

Beside them stand two full-text indexes, `found_words` and `found_parts`, whose rows bear the id of a reading.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, Table, Text

from sayso.store.tables import metadata

# The version of the shadow by which what follows was made.
sought_by = Table("sought_by", metadata, Column("version", Text, primary_key=True))

# The latest reading of each report; days are ordinals.
sought = Table(
    "sought",
    metadata,
    Column("report", ForeignKey("reports.sequence"), primary_key=True),
    Column("reading", ForeignKey("readings.id"), nullable=False, unique=True),
    Column("language", Text, nullable=False, index=True),
    Column("first", Integer),
    Column("last", Integer),
    Index("ix_sought_days", "first", "last"),
)

# The days that a report tells of, and the places it names, under every name.
sought_days = Table(
    "sought_days",
    metadata,
    Column("report", ForeignKey("reports.sequence"), primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("last", Integer, primary_key=True),
    Index("ix_sought_days_days", "first", "last"),
)
sought_places = Table(
    "sought_places",
    metadata,
    Column("report", ForeignKey("reports.sequence"), primary_key=True),
    Column("key", Text, primary_key=True),
    Index("ix_sought_places_key", "key"),
)

# How often each voice is heard in the latest readings, by the key of its name: as the speaker, passing words on, as the
# outlet, in how many reports, and `times` in all. `name` is the least in which it was written, `rank` tells its kind.
heard = Table(
    "heard",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("rank", "says", "relays", "publishes", "reports", "times")),
    sqlite_with_rowid=False,
)
Index("ix_heard_times", heard.c.times.desc(), heard.c.key)

# Each incident at a glance; `first` and `last` are the ordinal days between which it happened, None where unknown.
outlines = Table(
    "outlines",
    metadata,
    Column("incident", ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Column("type", Text),
    Column("state", Text, nullable=False),
    Column("time", Text),
    Column("first", Integer),
    Column("last", Integer),
    Column("place", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius", Integer),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_outlines_days", "first", "last"),
    Index("ix_outlines_spot", "lat", "lon", "radius"),
    Index("ix_outlines_state", "state", "incident"),
)

# How a report's claims stand to an incident.
stances = Table(
    "stances",
    metadata,
    Column("incident", ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Column("report", Text, primary_key=True, index=True),
    Column("stance", Text, primary_key=True),
)

# Searches that persons keep, and when each was visited; `seen` is the newest report there was then.
saved = Table(
    "saved_searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False),
)
visits = Table(
    "search_visits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("search", ForeignKey("saved_searches.id"), nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("seen", Integer, nullable=False),
)

FILED = (sought_days, sought_places, sought, sought_by)
DERIVED = (*FILED, heard, outlines, stances)
