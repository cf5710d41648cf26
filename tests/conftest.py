"""What every test shares: how the missing browser is reported, and no workspace settings from outside."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own SAYSO_* limits or workspace must not colour a test; SAYSO_HOSTILE is the tests' own."""
    for name in [name for name in os.environ if name.startswith("SAYSO_") and name != "SAYSO_HOSTILE"]:
        monkeypatch.delenv(name)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """Say in one line, below all else, when the browser tests did not run: nobody is to take the page for tested."""
    yield
    reports = terminalreporter.getreports("skipped")  # a module skipped whole has no keywords
    skipped = [report for report in reports if "browser" in getattr(report, "keywords", ())]
    if skipped:
        count = f"{len(skipped)} browser test{'' if len(skipped) == 1 else 's'}"
        terminalreporter.write_line(
            f"The page was NOT tested in a browser: {count} skipped, no Chromium here "
            "(on Debian: apt-get install chromium).",
            yellow=True,
        )
