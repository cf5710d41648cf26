from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.hostile_strings.shelf import Hostile, fill
from tests.web.desk import BASE

from sayso.settings import Settings
from sayso.store import engine
from sayso.web import create_app


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The workspace, filled once; nothing is lost if the machine stops, so the disk is not waited for."""
    prepare = engine._prepare

    def hurried(driver: Any, record: object) -> None:
        prepare(driver, record)
        driver.execute("PRAGMA synchronous = OFF")

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(engine, "_prepare", hurried)
        return fill(tmp_path_factory.mktemp("strings") / "desk")


@pytest.fixture(scope="session")
def client(hostile: Hostile) -> Iterator[TestClient]:
    """A browser at the workspace."""
    app = create_app(hostile.folder, Settings(by="mina"))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False) as found:
        yield found
