"""`sayso/incidents/1` as it is promised."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from tests import linked
from tests.linked import WEEK, added, written

from sayso.contract import incident_from_json, incident_to_json, incidents_to_json
from sayso.incidents import Incident, Stance, State

CLAIM = {"report": str, "file": str, "claim": str}
SPAN = {"start": int, "end": int, "text": str}
PLACE = {
    "id": str, "span": SPAN, "basis": str, "name": (str, type(None)), "geonames": (int, type(None)),
    "country": (str, type(None)), "admin1": (str, type(None)), "lat": (float, type(None)), "lon": (float, type(None)),
    "radius_m": (int, type(None)), "relation": (dict, type(None)),
}  # fmt: skip
INCIDENT = {
    "id": str,
    "type": str,
    "time": (str, type(None)),
    "place": PLACE,
    "claims": [CLAIM | {"content": [SPAN], "stance": get_args(Stance)}],
    "origins": [{"id": str, "reports": [str], "because": [str]}],
    "state": get_args(State),
    "because": [str],
    "disputes": [{"slot": str, "values": [{"value": str, "claims": [{"report": str, "claim": str}]}]}],
}
PROMISED = {
    "schema": ("sayso/incidents/1",),
    "incidents": [INCIDENT],
    "contradictions": [{"a": CLAIM, "b": CLAIM, "because": [str]}],
}


@pytest.fixture(scope="module")
def incidents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Incident, ...]:
    folder = tmp_path_factory.mktemp("promised")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.workspace._reading", linked.read)
        return added(folder / "kept", written(folder / "inbox", WEEK))


def broken(value: Any, shape: Any, where: str = "") -> list[str]:
    """Say where a value is not of the shape: a dict by names, a list by its items, a tuple of types or of values."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [where]
        return [at for name in shape for at in broken(value.get(name, broken), shape[name], f"{where}.{name}")]
    if isinstance(shape, list):
        return (
            [where] if not isinstance(value, list) else [at for item in value for at in broken(item, shape[0], where)]
        )
    if isinstance(shape, tuple) and not isinstance(shape[0], type):
        return [] if value in shape else [where]
    return [] if isinstance(value, shape) else [where]


def test_the_promised_shape_holds(incidents: tuple[Incident, ...]) -> None:
    value = json.loads(json.dumps(incidents_to_json(incidents)))
    assert [] == broken(value, PROMISED)
    assert value["contradictions"]
    assert any(incident["disputes"] for incident in value["incidents"])


def test_what_is_not_of_the_shape_is_found() -> None:
    assert [".incidents", ".contradictions"] == broken({"schema": "sayso/incidents/1", "incidents": 3}, PROMISED)


def test_a_claim_is_in_one_incident_and_quotes_its_report(incidents: tuple[Incident, ...]) -> None:
    told = [(claim.report, claim.claim) for incident in incidents for claim in incident.claims]
    assert len(told) == len(set(told)) == len(WEEK)
    assert all(len(span) == len(span.text) for one in incidents for claim in one.claims for span in claim.content)


def test_every_report_of_an_incident_is_of_one_origin(incidents: tuple[Incident, ...]) -> None:
    for incident in incidents:
        assert sorted({claim.report for claim in incident.claims}) == sorted(incident.reports)


def test_an_incident_survives_its_json(incidents: tuple[Incident, ...]) -> None:
    assert incidents == tuple(incident_from_json(json.loads(json.dumps(incident_to_json(one)))) for one in incidents)
