"""Names to gazetteer entries or relative places, with an uncertainty radius and the reasons."""

from __future__ import annotations

from sayso.places.gazetteer import Entry, Gazetteer
from sayso.places.ground import find
from sayso.places.opened import opened

__all__ = ["Entry", "Gazetteer", "find", "opened"]
