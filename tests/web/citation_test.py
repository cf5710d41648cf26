from __future__ import annotations

import pytest
from tests.web.library import claim, marked, reading

from sayso.records import Meta
from sayso.web.citation import address_at_outlet, citation

SOURCE = marked("[title|Mill shelled]\n\nThe mill, [c1|it is said], [c1|fell].")
CLAIM = claim(SOURCE, "c1")


def test_a_citation_names_outlet_title_date_words_hash_and_address() -> None:
    found = reading(SOURCE, CLAIM, title=SOURCE.one("title"), outlet="Coast Live", published="2025-03-01")
    expected = (
        f"Coast Live, “Mill shelled”, 2025-03-01: “it is said … fell”. SHA-256 {found.sha256}. http://127.0.0.1/d/x#c1"
    )

    assert expected == citation(CLAIM, found, "report.txt", "http://127.0.0.1/d/x#c1")


def test_what_is_not_known_is_left_out_of_a_citation() -> None:
    assert citation(CLAIM, reading(SOURCE), "report.txt", "a").startswith("“report.txt”: “it is said")


def test_the_outlet_s_own_address_points_at_the_words() -> None:
    words = marked("[c1|one-two & three, four]")
    expected = "https://coast.example/a#:~:text=one%2Dtwo%20%26%20three%2C%20four"

    assert expected == address_at_outlet(Meta(url="https://coast.example/a#top"), claim(words, "c1"))


def test_long_words_are_addressed_by_their_ends() -> None:
    words = marked("[c1|a b c d e f g h i j k]")

    expected = "https://coast.example/#:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"
    assert expected == address_at_outlet(Meta(url="https://coast.example/"), claim(words, "c1"))


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "sample:x", "file:///etc/passwd", "https://", "http://["])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert None is address_at_outlet(Meta(url=url), CLAIM)
