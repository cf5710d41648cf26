"""What shuts out readers who use a keyboard, a screen reader or strong contrast, as axe finds it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """Open every fold of a page, and give the serious and critical findings on it: their names and where they are."""
    page.evaluate("for (const item of document.querySelectorAll('details')) item.open = true")
    return [
        (item["id"], [node["html"][:200] for node in item["nodes"]])
        for item in Axe().run(page).response["violations"]
        if item["impact"] in {"serious", "critical"}
    ]
