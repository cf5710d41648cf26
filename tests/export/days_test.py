"""EDTF times on other people's scales."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.export.days import Days, acled_precision, days, ucdp_precision


@pytest.mark.parametrize(
    ("edtf", "acled", "ucdp"),
    [
        ("2031-04-08", 1, 1),
        ("2031-04-08/2031-04-09", 2, 2),
        ("2031-04-01/2031-04-07", 2, 3),
        ("2031-04", 3, 4),
        ("2031", 3, 5),
        ("2031-04-08/..", 3, 5),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_precision(edtf: str | None, acled: int | None, ucdp: int | None) -> None:
    assert (acled, ucdp) == (acled_precision(days(edtf)), ucdp_precision(days(edtf)))


def test_an_open_end_is_not_known() -> None:
    assert Days(date(2031, 4, 8), None) == days("2031-04-08/..")
    assert Days(None, date(2031, 4, 8)) == days("../2031-04-08")


def test_a_month_is_all_its_days() -> None:
    assert Days(date(2032, 2, 1), date(2032, 2, 29)) == days("2032-02")
