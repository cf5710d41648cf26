from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.desk import Desk, settled

from sayso.settings import Settings
from sayso.web import create_app

Open = Callable[[Path], TestClient]


@pytest.fixture
def browse() -> Open:
    """Opens a workspace folder the way a browser on this machine would."""

    def open_folder(folder: Path) -> TestClient:
        app = create_app(folder, Settings())
        return TestClient(app, base_url="http://127.0.0.1:8737", raise_server_exceptions=False)

    return open_folder


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A browser at a workspace in which six reports tell of two incidents; nobody decides anything there."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield settled(tmp_path_factory.mktemp("read"), monkeypatch)


@pytest.fixture
def own_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same, for one test alone, to decide on."""
    return settled(tmp_path, monkeypatch)
