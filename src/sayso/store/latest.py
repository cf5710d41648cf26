"""Which reading of a report is asked where nobody names one."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select

from sayso.store.tables import readings


def is_latest() -> ColumnElement[bool]:
    """Return the condition that a row of `readings` is the latest of its report."""
    other = readings.alias()
    newest = select(func.max(other.c.number)).where(other.c.report == readings.c.report)
    return readings.c.number == newest.correlate(readings).scalar_subquery()
