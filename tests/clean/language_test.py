import pytest
from tests.clean.reports import LEAD, SECOND

from sayso.clean.language import language_of

FRENCH = "Deux gardiens ont été blessés lundi par des tirs contre un dépôt de céréales, selon le conseil du district."
ARABIC = "أصيب حارسان بجروح يوم الاثنين عندما أطلق مسلحون النار على مخزن للحبوب قرب سرت، بحسب مجلس المنطقة."


@pytest.mark.parametrize(("code", "text"), [("en", f"{LEAD} {SECOND}"), ("en", LEAD), ("fr", FRENCH), ("ar", ARABIC)])
def test_the_language_is_told_from_the_words(code: str, text: str) -> None:
    assert code == language_of(text)


def test_a_few_words_decide_nothing() -> None:
    assert "und" == language_of("Guards wounded")


@pytest.mark.parametrize(
    ("stated", "code"), [("en-GB", "en"), ("ar_SY", "ar"), ("english", "und"), ("", "und"), (None, "und")]
)
def test_what_the_page_says_decides_where_words_are_few(stated: str | None, code: str) -> None:
    assert code == language_of("Guards wounded", stated)


def test_words_outweigh_what_the_page_says() -> None:
    assert "fr" == language_of(FRENCH * 3, "en")
