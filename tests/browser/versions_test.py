"""What became of an article, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.browser.barriers import barriers
from tests.browser.conftest import Visit, served
from tests.web.versions_test import kept

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("versions")
    report = kept(folder)[1]
    with served(folder) as base:
        yield f"{base}/d/{report}/versions"


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    visiting = Visit(chromium, address)
    yield visiting
    for context in visiting.contexts:
        context.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_narrow_screen_never_scrolls_sideways(visit: Visit, script: bool) -> None:
    page = visit("", width=320, script=script)

    assert 320 == page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_change_shuts_a_reader_out(visit: Visit, scheme: str) -> None:
    page = visit("", scheme=scheme)

    assert [] == barriers(page)


def test_what_changed_is_reached_by_keyboard_without_a_script(visit: Visit) -> None:
    page = visit("", script=False)
    page.locator("details summary").first.focus()
    page.keyboard.press("Enter")
    opened = page.locator("details[open] p").count()
    page.locator(".correction a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/v/1#s=*")

    assert 1 == opened
