"""Readings kept in a workspace of their own and linked there as the program does it."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from sayso.archive.custody import custody
from sayso.contract import incident_from_json
from sayso.incidents import Incident
from sayso.link.decisions import UNDECIDED
from sayso.link.linker import Linker
from sayso.link.source import Source
from sayso.link.tell import tell
from sayso.link.telling import Telling
from sayso.records import Meta, Reading, Report
from sayso.store import Store

_ADDED = "2031-01-01T00:00:00Z"


def linked(readings: Mapping[str, Reading]) -> tuple[Incident, ...]:
    """Link readings, by the names of their reports; the claims of the incidents bear these names as `file`."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder)) as store:

        def source(report: str) -> tuple[Source, int]:
            kept = store.report(report)
            return Source(kept, readings[kept.name]), 1

        linker = Linker(store.linking, source, lambda: UNDECIDED)
        for name, reading in readings.items():
            store.save(_report(name, reading), reading, lambda last: custody(last, _ADDED, "", "", ""))
        linker.finish()
        return tuple(incident_from_json(json.loads(one)) for one in store.linking.documents())


def told(readings: Mapping[str, Reading], found: tuple[Incident, ...]) -> dict[str, tuple[Telling, ...]]:
    """Return the tellings of each incident; none for the id "".

    A telling belongs where its claims are; reports are called by their names.
    """
    place = {(one.file, one.claim): incident.id for incident in found for one in incident.claims}
    tellings: dict[str, list[Telling]] = defaultdict(list)
    for name, reading in readings.items():
        for telling in tell(name, reading):
            for statement in telling.statements[:1]:
                tellings[place[name, statement.ref.claim]].append(telling)
    return {"": ()} | {incident: tuple(each) for incident, each in tellings.items()}


def _report(name: str, reading: Reading) -> Report:
    digest = sha256(name.encode()).hexdigest()
    meta = Meta(outlet=reading.text.outlet, published=reading.text.published)
    return Report(digest[:16], digest, name, name, "text", meta, _ADDED)
