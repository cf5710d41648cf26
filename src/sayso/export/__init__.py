"""Incidents to the formats that other people's tools read, and to a briefing; and what may not leave.

All is pure: cases in, bytes out, piece by piece. Whatever is withheld is taken out of a case before a format sees it.
"""

from __future__ import annotations

from sayso.export.briefing import brief
from sayso.export.formats import FORMATS, Described, written
from sayso.export.jsons import schema
from sayso.export.masking import masked
from sayso.export.redactor import Redactor
from sayso.export.review import leaving
from sayso.export.withheld import preview

__all__ = ["FORMATS", "Described", "Redactor", "brief", "leaving", "masked", "preview", "schema", "written"]
