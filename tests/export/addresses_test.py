"""What of an address may leave."""

from __future__ import annotations

import pytest

from sayso.export.addresses import Telling

NOTHING = "[address withheld]"
HELD = (("hadi", "tamrin"), ("tell", "anab"), ("al",))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://nahr.example/depot", "https://nahr.example/depot"),
        ("https://nahr.example/tamrin-the-late-hadi", "https://nahr.example/"),
        ("https://nahr.example/?q=Tell%20Anab", "https://nahr.example/"),
        ("https://nahr.example/#telLAnab", "https://nahr.example/"),
        ("https://nahr.example/hadi", "https://nahr.example/hadi"),
        ("https://hadi-tamrin.example/depot", NOTHING),
        ("https://al.example/al", "https://al.example/al"),
        ("sample:hadi/tamrin", NOTHING),
        ("https://[::1", "https://[::1"),
        ("", ""),
    ],
)
def test_an_address_that_tells_withheld_words_keeps_its_site_or_nothing(url: str, expected: str) -> None:
    assert expected == Telling(HELD).shortened(url, NOTHING)


def test_with_nothing_withheld_every_address_leaves() -> None:
    assert "https://nahr.example/hadi" == Telling([]).shortened("https://nahr.example/hadi", NOTHING)
