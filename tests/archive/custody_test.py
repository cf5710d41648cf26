"""The custody chain: what it covers and where it breaks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.archive.custody import GENESIS, Break, broken, custody
from sayso.records import Custody


def chain(length: int) -> list[Custody]:
    lines: list[Custody] = []
    for number in range(length):
        last = lines[-1] if lines else None
        lines.append(
            custody(last, f"2024-03-0{number + 1}T06:00:00Z", f"{number:064x}", f"/desk/{number}", "sayso 0.1.0")
        )
    return lines


SECOND = chain(2)[1]


def test_the_first_line_follows_nothing() -> None:
    (line,) = chain(1)
    assert (1, GENESIS) == (line.sequence, line.previous)


def test_each_line_names_the_hash_of_the_one_before() -> None:
    first, second, third = chain(3)
    assert [(2, first.hash), (3, second.hash)] == [(line.sequence, line.previous) for line in (second, third)]


def test_a_whole_chain_and_an_empty_one_hold() -> None:
    assert [] == list(broken(chain(5))) == list(broken([]))


@pytest.mark.parametrize(
    "altered",
    [
        replace(SECOND, at="2031-01-01T00:00:00Z"),
        replace(SECOND, sha256="f" * 64),
        replace(SECOND, origin="/elsewhere"),
        replace(SECOND, tool="another 9"),
    ],
)
def test_an_altered_field_is_one_break_at_its_line(altered: Custody) -> None:
    first, _, third, fourth = chain(4)
    found = list(broken([first, altered, third, fourth]))
    assert [Break(2, "Line 2 was altered after it was written.")] == found


def test_a_line_rewritten_with_a_fresh_hash_breaks_the_next() -> None:
    first, _, third = chain(3)
    forged = custody(first, "2031-01-01T00:00:00Z", "f" * 64, "/elsewhere", "sayso 0.1.0")
    assert [Break(3, "Line 3 does not follow from the line before it.")] == list(broken([first, forged, third]))


def test_a_missing_line_is_named_by_the_number_it_had() -> None:
    lines = chain(4)
    assert ["Line 3 stands where line 2 should."] == [found.because for found in broken([lines[0], *lines[2:]])]


@given(st.text(), st.text())
def test_any_origin_has_a_hash_and_others_have_others(one: str, other: str) -> None:
    lines = [custody(None, "2024-03-01T06:00:00Z", "a" * 64, origin, "sayso") for origin in (one, other)]
    assert (one == other) == (lines[0].hash == lines[1].hash)
