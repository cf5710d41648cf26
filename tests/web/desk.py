"""A desk with work on it: a workspace in which several invented reports tell of one incident, and a browser at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.linked import AGAIN, DENIED, DEPOT, MARKET, Told, read, written

from sayso.incidents import Incident
from sayso.records import Capture, Meta, Reading
from sayso.settings import Settings
from sayso.web import create_app
from sayso.workspace import Workspace

BASE = "http://127.0.0.1:8737"
DESK = (
    Told(DEPOT, outlet="Halcyon"),
    Told(DEPOT, outlet="Radio Tana"),
    Told(AGAIN, outlet="Nahr Wire"),
    Told(AGAIN, dead=9, outlet="Badia Mail"),
    Told(DENIED, outlet="State Agency"),
    Told(MARKET, place="Ataq", outlet="Safer Post"),
)


@dataclass
class Desk:
    """A browser at a workspace; `post` sends a form as the page would."""

    folder: Path
    client: TestClient

    def page(self, path: str) -> str:
        return self.client.get(path).text

    def words(self, path: str) -> str:
        """What a page says, its white space as one."""
        tree = html.fromstring(self.page(path))
        return " ".join(tree.text_content().split())

    def links(self, path: str) -> list[str]:
        return [str(link) for link in html.fromstring(self.page(path)).xpath("//a/@href")]

    def incidents(self) -> tuple[Incident, ...]:
        with Workspace.open(self.folder) as workspace:
            return workspace.incidents()

    @property
    def incident(self) -> Incident:
        """The incident that most reports tell of."""
        return max(self.incidents(), key=lambda one: len(one.reports))

    @property
    def address(self) -> str:
        return f"/i/{self.incident.id}"

    @property
    def token(self) -> str:
        found = re.search(r'name="token" value="([^"]+)"', self.page("/review") + self.page(self.address))
        assert found
        return found[1]

    def post(self, kind: str, subjects: Iterable[str], **fields: str) -> tuple[int, str]:
        """Judge as a form does; give the status and where it leads."""
        sent = [("kind", kind), *(("subject", one) for one in subjects)]
        sent += list(({"token": self.token, "back": "/review"} | fields).items())
        body = "&".join(f"{name}={quote(value)}" for name, value in sent)
        answer = self.client.post("/judge", content=body, headers=FORM, follow_redirects=False)
        return answer.status_code, answer.headers.get("location", answer.text)


FORM = {"content-type": "application/x-www-form-urlencoded"}


def _with_outlet(capture: Capture, settings: Settings) -> Reading:
    """Read a report by hand, and keep who published it."""
    found = read(capture, settings)
    return replace(found, text=replace(found.text, outlet=capture.meta.outlet))


def settled(folder: Path, monkeypatch: pytest.MonkeyPatch, reports: Sequence[Told] = DESK) -> Desk:
    """Add the reports, read by hand, and open a browser at them."""
    monkeypatch.setattr("sayso.workspace._reading", _with_outlet)
    with Workspace.open(folder / "desk") as workspace:
        for told, path in zip(reports, written(folder / "inbox", reports), strict=True):
            list(workspace.add([path], Meta(outlet=told.outlet, published=f"2031-04-{told.day + 1:02}")))
    app = create_app(folder / "desk", Settings(by="mina"))
    return Desk(folder / "desk", TestClient(app, base_url=BASE, raise_server_exceptions=False))
