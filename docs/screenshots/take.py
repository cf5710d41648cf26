"""Takes the pictures in this folder anew: reads the bundled reports into a passing workspace and opens the page.

Needs Chromium and the test packages; `make screenshots` runs it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from sayso.records import Added
from sayso.settings import Settings
from sayso.web import create_app, listen, server
from sayso.workspace import Workspace

FOLDER = Path(__file__).parent
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run", "--disable-background-networking",
    "--disable-sync",
]  # fmt: skip
MAP_PATIENCE = 60_000  # milliseconds for the map to be drawn, without a graphics card
SHOWN = "checkpoints-translated.txt"
PICTURES = (  # name, path, colour scheme, width, height
    ("today-light", "/", "light", 1120, 720),
    ("incidents-light", "/incidents", "light", 1120, 720),
    ("incident-light", "/i/{incident}", "light", 1120, 1400),
    ("incident-dark", "/i/{incident}", "dark", 1120, 1400),
    ("incident-narrow", "/i/{incident}", "light", 360, 900),
    ("compare-light", "/i/{incident}/compare?reports={reports}", "light", 1120, 760),
    ("review-light", "/review", "light", 1120, 760),
    ("review-dark", "/review", "dark", 1120, 760),
    ("review-narrow", "/review", "light", 360, 900),
    ("sources-light", "/sources", "light", 1120, 720),
    ("source-light", "/source?name=Euphrates+Field+Watch", "light", 1120, 900),
    ("export-light", "/export?incident={incident}&unreviewed=yes&profile=public", "light", 1120, 1000),
    ("brief-light", "/brief?incident={incident}", "light", 1120, 1000),
    ("brief-dark", "/brief?incident={incident}", "dark", 1120, 1000),
    ("list-light", "/reports", "light", 1120, 640),
    ("reading-light", "/d/{report}/v/1#c4", "light", 1120, 720),
    ("reading-dark", "/d/{report}/v/1#c4", "dark", 1120, 720),
    ("reading-narrow", "/d/{report}/v/1#c4", "light", 360, 720),
    ("reading-events-light", "/d/{report}/v/1?show=events&show=places&show=times#card-v2", "light", 1120, 900),
    ("search-light", "/search?q=depot", "light", 1120, 900),
    ("search-narrow", "/search?q=depot", "light", 360, 900),
    ("timeline-light", "/timeline", "light", 1120, 1000),
    ("timeline-dark", "/timeline", "dark", 1120, 1000),
    ("map-light", "/map", "light", 1120, 900),
    ("map-dark", "/map", "dark", 1120, 900),
    ("about-light", "/about#figures", "light", 1120, 900),
)


def main() -> None:
    """Take every picture."""
    program = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if program is None:
        sys.exit("No Chromium here (on Debian: apt-get install chromium).")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as (base, names),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for picture in PICTURES:
            take(browser, base, names, picture)
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Serve the bundled reports; give the address and what is shown: a report, an incident, reports to compare."""
    with as_file(files("sayso") / "samples") as samples, Workspace.open(folder) as workspace:
        outcomes = [outcome for outcome in workspace.add([samples]) if isinstance(outcome, Added)]
        incident = max(workspace.incidents(), key=lambda one: len(one.origins))
    names = {
        "report": next(outcome.report.id for outcome in outcomes if outcome.report.name == SHOWN),
        "incident": incident.id,
        "reports": ",".join(origin.reports[0] for origin in incident.origins[:3]),
    }
    with listen("127.0.0.1", 0) as listener:
        serving = server(create_app(folder, Settings()))
        thread = Thread(target=serving.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", names
        finally:
            serving.should_exit = True
            thread.join()


def take(browser: Browser, base: str, names: dict[str, str], picture: tuple[str, str, str, int, int]) -> None:
    """Open one page and save what is in view."""
    name, path, scheme, width, height = picture
    page = browser.new_page(viewport={"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(base + path.format(**names))
    if path == "/map":
        page.wait_for_selector("[data-drawn], .places > p", timeout=MAP_PATIENCE)
        page.wait_for_timeout(MAP_PATIENCE / 20)
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()
