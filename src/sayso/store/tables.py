"""The tables, as queries see them; `migrations` is what makes them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

custody = Table(
    "custody",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("origin", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)

reports = Table(
    "reports",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("url", Text, index=True),
    Column("outlet", Text),
    Column("published", Text),
    Column("timezone", Text),
    Column("added", Text, nullable=False),
)

# One row for each canonical text a report was given; readings of the same text share it.
texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("reports.sequence"), nullable=False),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("report", "digest"),
)

# `document` is the reading's JSON without its text and its claims, which have rows of their own; `digest` covers
# all three.
readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("reports.sequence"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", ForeignKey("texts.id"), nullable=False),
    Column("model", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("language", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("attributed", Integer, nullable=False),
    Column("notices", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("digest", Text, nullable=False),
    UniqueConstraint("report", "number"),
)

claims = Table(
    "claims",
    metadata,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("speaker", Text),
    Column("document", Text, nullable=False),
)

refusals = Table(
    "refusals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("cure", Text, nullable=False),
    UniqueConstraint("name", "origin", "error", "cause"),
)

# `document` is the ruling's JSON without what has a column; `hash` covers it, its own columns and `previous`.
judgements = Table(
    "judgements",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Column("undoes", ForeignKey("judgements.sequence")),
)

# Under what a ruling is found: `report SHA256`, `name KEY`, `alias`. An undoing is filed as what it undoes.
judged = Table(
    "judged",
    metadata,
    Column("judgement", ForeignKey("judgements.sequence"), primary_key=True),
    Column("subject", Text, primary_key=True, index=True),
)

# Who speaks in each claim (`depth` 0) and who passed it on, by the fullest name; the report's outlet at `position` -1.
voices = Table(
    "voices",
    metadata,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("depth", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Index("ix_voices_key", "key", "reading"),
)
