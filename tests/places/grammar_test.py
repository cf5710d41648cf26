from __future__ import annotations

import pytest

from sayso.places import grammar


@pytest.mark.parametrize(
    ("gap", "firm"),
    [
        (" in ", True),
        (" district of ", True),
        (", in northern ", True),
        (", a town in ", True),
        (" in the province of ", True),
        (", ", False),
        (" (", False),
    ],
)
def test_what_holds_a_place_stands_between_it_and_its_area(gap: str, firm: bool) -> None:
    hit = grammar.contained().fullmatch(gap)
    assert hit
    assert firm == bool(hit["firm"])


@pytest.mark.parametrize("gap", [" and ", ", fourteen in ", " fled to ", ". In "])
def test_other_words_hold_nothing(gap: str) -> None:
    assert not grammar.contained().fullmatch(gap)


@pytest.mark.parametrize("gap", [", ", " (", ", located ", " on the main ", ", a village some "])
def test_a_description_may_be_joined_to_its_name(gap: str) -> None:
    assert grammar.joint().fullmatch(gap)
