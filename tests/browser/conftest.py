"""A served workspace of invented reports and a real browser; skipped, with the reason, where there is no Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.shelf import Shelf, fill, long_reading
from tests.web.library import keep

from sayso.settings import Settings
from sayso.web import create_app, listen, server

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
_PATIENCE = 10.0  # seconds for the server to stop


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a workspace on a free port of this machine and give its address."""
    with listen("127.0.0.1", 0) as listener:
        serving = server(create_app(folder, Settings()))
        thread = Thread(target=serving.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            serving.should_exit = True
            thread.join(_PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = next((path for path in map(shutil.which, NAMES) if path), None)
    if program is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return fill(tmp_path_factory.mktemp("workspace"))


@pytest.fixture(scope="session")
def address(shelf: Shelf) -> Iterator[str]:
    with served(shelf.folder) as base:
        yield base


@dataclass
class Visit:
    """Opens pages, each in a context of its own; remembers what was asked for and what the browser complained of."""

    browser: Browser
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(
        self,
        path: str,
        *,
        width: int = 1280,
        height: int = 800,
        script: bool = True,
        scheme: str = "light",
        clipboard: bool = False,
    ) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"] if clipboard else [],
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.base + path)
        return page


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    visiting = Visit(chromium, address)
    yield visiting
    for context in visiting.contexts:
        context.close()


@pytest.fixture(scope="session")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A report of 5,000 words with 300 claims."""
    folder = tmp_path_factory.mktemp("long")
    report = keep(folder, long_reading(300))
    with served(folder) as base:
        yield f"{base}/d/{report}/v/1"
