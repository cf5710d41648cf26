from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.cli.handing import base, one_of, selection, write
from sayso.errors import BadValue
from sayso.outgoing import Profile, Selection
from sayso.outline import View


def test_flags_choose_as_a_page_does() -> None:
    expected = Selection((), View(state="disputed", place="Marib"), "depot", offset=5, limit=2)
    assert expected == selection(None, 5, 2, words="depot", state="disputed", place="Marib", since="")


def test_incidents_are_chosen_by_name() -> None:
    assert Selection(("i-1", "i-2")) == selection(["i-1", "i-2"], 0, None, words="")


def test_a_state_that_there_is_not_is_refused() -> None:
    with pytest.raises(BadValue, match="no state"):
        selection(None, 0, None, words="", state="odd")


def test_a_choice_that_there_is_not_names_those_there_are() -> None:
    assert "public" == one_of("public", Profile, "profile")
    with pytest.raises(BadValue, match="no profile 'press'") as refused:
        one_of("press", Profile, "profile")
    assert "internal, partner, public" in refused.value.cure


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def breaking() -> Iterator[bytes]:
        yield b"half"
        raise OSError(5, "no more")

    out = tmp_path / "out.csv"
    with pytest.raises(BadValue, match="no more"):
        write(breaking(), out)
    assert [] == list(tmp_path.iterdir())
    write([b"a", b"b"], out)
    assert (b"ab", 0o600) == (out.read_bytes(), out.stat().st_mode & 0o777)


def test_addresses_begin_where_the_pages_are_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_PORT", "9001")
    assert "http://127.0.0.1:9001" == base()
