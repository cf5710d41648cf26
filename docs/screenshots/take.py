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
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SHOWN = "checkpoints-translated.txt"
PICTURES = (  # name, path, colour scheme, width, height
    ("list-light", "/", "light", 1120, 640),
    ("reading-light", "/d/{id}/v/1#c4", "light", 1120, 720),
    ("reading-dark", "/d/{id}/v/1#c4", "dark", 1120, 720),
    ("reading-narrow", "/d/{id}/v/1#c4", "light", 360, 720),
)


def main() -> None:
    """Take every picture."""
    program = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if program is None:
        sys.exit("No Chromium here (on Debian: apt-get install chromium).")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as (base, report),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for picture in PICTURES:
            take(browser, base, report, picture)
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, str]]:
    """Serve the bundled reports; give the address and the id of the report that is shown open."""
    with as_file(files("sayso") / "samples") as samples, Workspace.open(folder) as workspace:
        outcomes = [outcome for outcome in workspace.add([samples]) if isinstance(outcome, Added)]
    report = next(outcome.report.id for outcome in outcomes if outcome.report.name == SHOWN)
    with listen("127.0.0.1", 0) as listener:
        serving = server(create_app(folder, Settings()))
        thread = Thread(target=serving.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", report
        finally:
            serving.should_exit = True
            thread.join()


def take(browser: Browser, base: str, report: str, picture: tuple[str, str, str, int, int]) -> None:
    """Open one page and save what is in view."""
    name, path, scheme, width, height = picture
    page = browser.new_page(viewport={"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(base + path.format(id=report))
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()
