"""The worst of the hostile strings in a real browser: it shows them, and none of them runs."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page
from tests.browser.conftest import Visit, served
from tests.hostile_strings.shelf import Hostile, fill
from tests.hostile_strings.strings import WORST

from sayso.workspace import Workspace

pytestmark = pytest.mark.browser

PAGES = ["/", "/reports", "/incidents", "/review", "/sources", "/search", "/timeline", "/map", "/searches/s1"]
ASKED = "/search?q={}", "/sources?q={}", "/reports?q={}", "/incidents?place={}", "/source?name={}"
OWN = "[...document.scripts].every((one) => one.src.startsWith(location.origin + '/static/') && !one.text)"
BORN = "img, iframe, object, embed, base, style:not([data-own]), marquee, video, audio, portal, form[action*='hit']"


@pytest.fixture(scope="module")
def worst(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return fill(tmp_path_factory.mktemp("worst") / "desk", WORST[::3])


@pytest.fixture
def looking(chromium: Browser, worst: Hostile) -> Iterator[Visit]:
    with served(worst.folder) as base:
        visiting = Visit(chromium, base)
        yield visiting
        for context in visiting.contexts:
            context.close()


def opened(page: Page, address: str) -> list[str]:
    """Go there, move about as a person does, and tell what went wrong."""
    page.goto(address)
    page.keyboard.press("Tab")
    page.mouse.move(200, 300)
    hit = page.evaluate("window.__hit ?? null")
    wrong = [] if hit is None else [f"{address}: a string ran"]
    wrong += [] if page.evaluate(OWN) else [f"{address}: a script that is not the program's"]
    if not address.endswith("/map"):  # whose drawing makes elements of its own
        wrong += [f"{address}: an element of a string"] if page.locator(BORN).count() else []
    return wrong


def test_no_string_runs_or_asks_for_anything_on_any_page(looking: Visit, worst: Hostile) -> None:
    with Workspace.open(worst.folder) as workspace:
        incidents = [one.id for one in workspace.incidents()]
    paths = [*PAGES, *(f"/i/{one}" for one in incidents[:4]), *(f"/d/{one}/v/1" for one in worst.reports.values())]
    paths += [form.format(quote(text, safe="")) for form, text in zip(ASKED * 2, WORST[::7], strict=False)]
    page = looking("/about")
    said: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    wrong = [line for path in paths for line in opened(page, looking.base + path)]
    assert ([], []) == (wrong, said)
    assert [] == [url for url in looking.requests if not url.startswith((looking.base, "blob:"))]
    assert [] == [line for line in looking.complaints if "Content Security Policy" in line]


def test_a_string_that_did_run_would_be_seen(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content("<p><img src=x onerror=window.__hit=1></p>")
    page.wait_for_function("window.__hit === 1")
    assert 1 == page.locator(BORN).count()
    page.close()
