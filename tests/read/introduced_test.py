"""By what ranks, offices and trades a report brings people in."""

from __future__ import annotations

import pytest

from sayso.read.introduced import roles
from sayso.spans import cut


def _roles(text: str, name: str = "Idris Tarig") -> set[str]:
    start = text.index(name)
    return set(roles(text, cut(text, start, start + len(name))))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Idris Tarig, a surgeon at the clinic, left.", "surgeon"),
        ("the chairman of the union, Idris Tarig, left.", "chairman"),
        ("Colonel Idris Tarig left.", "colonel"),
        ("Colonel Idris Tarig left.", "officer"),
        ("Dr Idris Tarig left.", "doctor"),
        ("Idris Tarig, director of the clinic, left.", "director"),
        ("Father Idris Tarig left.", "priest"),
    ],
)
def test_a_role_stands_before_the_name_or_between_commas_behind_it(text: str, role: str) -> None:
    assert role in _roles(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The surgeon left. Idris Tarig stayed.", "surgeon"),
        ("Idris Tarig left. The surgeon stayed.", "surgeon"),
        ("Idris Tarig saw a surgeon.", "surgeon"),
        ("Idris Tarig, who saw a surgeon, left.", "surgeon"),
        ("Nurse Idris Tarig left.", "officer"),
        ("The spokesman, Idris Tarig, told the agency on Monday, and left.", "agency"),
    ],
)
def test_what_is_said_of_others_is_no_role(text: str, role: str) -> None:
    assert role not in _roles(text)
