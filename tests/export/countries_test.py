"""Countries by their codes."""

from __future__ import annotations

import pytest

from sayso.export.countries import Country, country


@pytest.mark.parametrize(
    ("code", "expected"),
    [("YE", Country("YE", "YEM", 887, "Yemen")), ("ZZ", Country("ZZ")), (None, Country()), ("", Country())],
)
def test_a_country_is_known_by_its_code(code: str | None, expected: Country) -> None:
    assert expected == country(code)
