import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.decode import decode, tidy
from sayso.errors import NoText, SaysoError, Unreadable

WORDS = "Le préfet a démenti l’attaque — «rien n’a été touché», a-t-il dit à Sévaré. " * 4
CYRILLIC = "Комендант порта заявил, что ночью в городе было слышно три взрыва, но склады не пострадали. " * 6


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_with_a_mark_or_in_utf8_comes_back_whole(name: str) -> None:
    assert WORDS == decode(WORDS.encode(name))


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_told_by_its_zeros(name: str) -> None:
    assert WORDS == decode(WORDS.encode(name))


def test_western_bytes_are_read_as_windows_1252() -> None:
    words = WORDS.replace("\n", " ")
    assert words == decode(words.encode("cp1252"))


def test_cyrillic_bytes_are_told_from_western_ones() -> None:
    assert CYRILLIC == decode(CYRILLIC.encode("cp1251"))


def test_the_encoding_that_the_document_names_is_believed() -> None:
    assert CYRILLIC == decode(CYRILLIC.encode("koi8-r"), "koi8-r")


def test_one_damaged_byte_in_utf8_costs_one_letter() -> None:
    data = WORDS.encode()
    damaged = data[:100] + b"\xff" + data[100:]
    assert 1 == decode(damaged).count("\ufffd")


def test_every_line_end_becomes_a_line_feed() -> None:
    assert "a\nb\nc\nd\ne\nf" == tidy("a\r\nb\rc\x85d\u2028e\u2029f")


def test_control_characters_go_and_marks_of_direction_stay() -> None:
    assert "a\u202eb\u200dc e\u0301 👩\u200d🚒" == tidy("a\x00\u202eb\x07\u200dc e\u0301 👩\u200d🚒\x9f")


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    assert "a\ufffdb😀" == tidy("a\ud800b\ud83d\ude00")


def test_an_empty_file_has_no_text() -> None:
    with pytest.raises(NoText, match="empty"):
        decode(b"")


def test_white_space_alone_is_no_text() -> None:
    with pytest.raises(NoText, match="white space"):
        decode(b" \r\n\t ")


def test_noise_is_refused_in_words() -> None:
    with pytest.raises(Unreadable, match="text"):
        decode(bytes(range(32)) * 40)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_tidy_utf8_is_left_as_it_is(text: str) -> None:
    tame = text.replace("\u2028", "").replace("\u2029", "").removeprefix("\ufeff")
    assert tame == tidy(tame)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_named_refusal(data: bytes) -> None:
    try:
        text = decode(data)
    except SaysoError as error:
        assert error.cause
    else:
        assert "\x00" not in text
        assert text.encode("utf-8").decode("utf-8") == text
