"""Where quotations open, run on and close."""

from __future__ import annotations

import pytest

from sayso.sentences import opened


@pytest.mark.parametrize("words", ["he said “we left", "he said «we left", 'he said "we left', "“a” and “b"])
def test_a_quotation_left_open_is_seen(words: str) -> None:
    assert opened(words)


@pytest.mark.parametrize("words", ["he left", "he said “we left”", 'he said "we left"', "the men’s «road»", "left”"])
def test_a_quotation_that_closes_is_not_open(words: str) -> None:
    assert not opened(words)
