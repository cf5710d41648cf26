"""How outlets word what they say of their own reports and put around them: one wording a line in `wordings/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.clean.furniture import reason, sentence_reason
from sayso.clean.names import outlets_of
from sayso.clean.notices import notices_in
from sayso.records import NoticeKind
from sayso.spans import cut

_FOLDER = Path(__file__).with_name("wordings")
_KINDS: tuple[NoticeKind, ...] = ("translation", "unverified", "responsibility", "correction", "syndication")


def _lines(name: str) -> list[str]:
    return (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def _kinds(line: str) -> set[str]:
    """The kinds of notice in a line that stands at the edge of a report."""
    return {found.kind for found in notices_in(line, cut(line, 0, len(line)), outlets_of(line, None), edge=True)}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind in _KINDS for line in _lines(kind)])
def test_a_notice_is_known_however_it_is_worded(kind: NoticeKind, line: str) -> None:
    assert {kind} == _kinds(line)


@pytest.mark.parametrize("line", _lines("furniture"))
def test_furniture_is_known_however_it_is_worded(line: str) -> None:
    assert reason(line, "below")


@pytest.mark.parametrize("line", _lines("article"))
def test_what_the_article_tells_in_such_words_is_left_alone(line: str) -> None:
    assert set() == _kinds(line)
    assert [None, None] == [reason(line, "below"), sentence_reason(line, edge=True)]
