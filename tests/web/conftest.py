from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

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
