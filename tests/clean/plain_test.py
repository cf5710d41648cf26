from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.reports import LEAD, SECOND

from sayso.clean.plain import draft_plain

WRAPPED = """\
Two guards were wounded when gunmen fired at a grain store near Sirte on
Monday, the district council said. A driver who was waiting at the gate
told the council that the shots came from a van.
The council asked the police to keep a patrol at the store until the
harvest has been brought in.

Nobody has said who fired."""


def pieces(text: str) -> list[str]:
    return [piece.span.text for piece in draft_plain(text).pieces]


def test_long_lines_are_paragraphs() -> None:
    assert [LEAD, SECOND] == pieces(f"{LEAD}\n{SECOND}\n")


def test_empty_lines_part_paragraphs() -> None:
    assert [LEAD, SECOND] == pieces(f"{LEAD}\n\n \n{SECOND}")


def test_hard_wrapped_lines_are_one_paragraph_and_keep_their_line_ends() -> None:
    found = pieces(WRAPPED)
    assert 3 == len(found)
    assert [2, 1, 0] == [piece.count("\n") for piece in found]


def test_short_lines_are_not_joined() -> None:
    assert ["Who fired?", "Nobody knows", "A van"] == pieces("Who fired?\nNobody knows\nA van")


@settings(deadline=None)
@given(st.text(st.sampled_from("ab .\n\t")))
def test_pieces_cover_all_that_is_not_white_space(text: str) -> None:
    assert "".join(text.split()) == "".join("".join(pieces(text)).split())
