from __future__ import annotations

import socket
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.errors import ServeError
from sayso.settings import Settings
from sayso.web import create_app, listen


def test_a_free_port_is_taken_when_none_is_named() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.getsockname()[1] > 0


def test_a_taken_port_is_named_with_a_cure() -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(ServeError, match="--port"):
        listen("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize("host", ["0.0.0.0", "", "::"])
def test_other_machines_are_kept_out_unless_asked(host: str) -> None:
    with pytest.raises(ServeError, match="--expose"):
        listen(host, 0)


def test_other_machines_are_let_in_when_asked() -> None:
    with listen("0.0.0.0", 0, expose=True) as listener:
        assert socket.AF_INET == listener.family


def test_an_address_of_another_machine_cannot_be_served_on() -> None:
    with pytest.raises(ServeError, match="Cannot serve"):
        listen("203.0.113.7", 0, expose=True)


def test_nothing_is_measured_or_sent_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with listen("127.0.0.1", 0) as collector:
        collector.settimeout(0.5)
        monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{collector.getsockname()[1]}")
        with TestClient(create_app(tmp_path, Settings()), base_url="http://127.0.0.1") as client:
            assert 200 == client.get("/about").status_code
        with pytest.raises(TimeoutError):
            collector.accept()
