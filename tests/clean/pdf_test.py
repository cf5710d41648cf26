import zlib

import pytest
from tests.clean.reports import assembled, cleaned, minimal_pdf, roles

from sayso.errors import NoText, TooLarge, Unreadable
from sayso.settings import Settings

LINES = [
    "Guards wounded at grain store near Sirte",
    "",
    "Two guards were wounded when gunmen fired at a grain store near Sirte on Monday,",
    "the district council said. A driver who was waiting told the council that the shots",
    "came from a van.",
    "",
    "The council asked the police to keep a patrol at the store until the harvest has",
    "been brought in.",
]
FIRST = (
    "Two guards were wounded when gunmen fired at a grain store near Sirte on Monday, the district council said. A "
    "driver who was waiting told the council that the shots came from a van."
)


def test_lines_are_put_together_to_paragraphs() -> None:
    text = cleaned(minimal_pdf([LINES]), "pdf")
    assert ["Guards wounded at grain store near Sirte"] == roles(text, "title")
    assert FIRST == roles(text, "paragraph")[0]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    assert FIRST in cleaned(minimal_pdf([LINES[:4], LINES[4:]]), "pdf").body


def test_running_heads_and_page_numbers_are_set_aside() -> None:
    words = ("north", "middle", "south")
    pages = [
        [
            "Harvest Bulletin",
            f"A report from the {word} of the plain",
            *[f"{line} {word}" for line in LINES[2:6]],
            f"Page {at}",
        ]
        for at, word in enumerate(words, 1)
    ]
    text = cleaned(minimal_pdf(pages), "pdf")
    assert (["Harvest Bulletin"], False) == ([item.span.text for item in text.furniture], "Page 2" in text.body)


def test_the_date_of_the_file_is_a_candidate_that_is_never_chosen() -> None:
    text = cleaned(minimal_pdf([LINES], "/CreationDate (D:20240503101500)"), "pdf")
    assert (None, [("2024-05-03", False)]) == (text.published, [(item.edtf, item.chosen) for item in text.dates])


def test_pages_without_text_are_named_as_such() -> None:
    with pytest.raises(NoText, match="This PDF has no text layer"):
        cleaned(minimal_pdf([[]]), "pdf")


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(TooLarge, match="3 pages"):
        cleaned(minimal_pdf([LINES] * 3), "pdf", settings=Settings(max_pages=2))


def test_a_file_cut_short_is_refused() -> None:
    with pytest.raises(Unreadable, match="cut short"):
        cleaned(minimal_pdf([LINES])[:-200], "pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing\nstartxref\n0\n%%EOF", b"no head %%EOF"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"damaged|begin"):
        cleaned(data, "pdf")


def test_a_locked_file_is_refused() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >> /ID [<00> <00>]"
    data = minimal_pdf([LINES]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock % (b"41" * 32, b"42" * 32))
    with pytest.raises(Unreadable, match="password"):
        cleaned(data, "pdf")


def test_a_form_that_holds_itself_ends_the_reader_and_not_the_program() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 350 >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
        form + b"\nstream\n" + b"/X Do\n" * 50 + b"\nendstream",
        b"<< >>",
    ]
    with pytest.raises((Unreadable, TooLarge, NoText)):
        cleaned(assembled(objects), "pdf", settings=Settings(max_seconds=5))


def test_a_decompression_bomb_is_refused() -> None:
    bomb = zlib.compress(b" " * 30_000_000)
    objects = [
        b"<< /Type /Catalog >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(bomb), bomb),
        b"<< >>",
    ]
    with pytest.raises(TooLarge, match="unpacks"):
        cleaned(assembled(objects), "pdf")
