"""The page on exports is the one that the code prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.export import FORMATS
from sayso.export.documentation import document

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


@pytest.mark.skipif(not PAGE.exists(), reason="the papers are not beside the tests")
def test_the_page_is_the_one_that_is_printed() -> None:
    assert document() == PAGE.read_text("utf-8")


def test_the_page_says_of_every_format_what_it_loses() -> None:
    for name, one in FORMATS.items():
        assert f"- **{name}.** {one.loses}" in document()
