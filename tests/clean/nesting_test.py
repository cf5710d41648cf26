import pytest

from sayso.clean.nesting import check_nesting
from sayso.errors import TooLarge


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50 + "x" + "</div>" * 50,
        "<p>" * 1000,
        "<ul>" + "<li>x" * 1000,
        "<br>" * 1000,
        "<div></div>" * 1000,
        "<!--" + "<div>" * 1000 + "-->",
        "<script>" + "<div>" * 1000 + "</script>",
        "<img alt='<div>'>" * 500,
    ],
)
def test_what_does_not_nest_is_let_through(page: str) -> None:
    check_nesting(page, 100)


@pytest.mark.parametrize("page", ["<div>" * 101, "<b>" * 101, "<div></span>" * 101, "<DIV><i>" * 60])
def test_what_nests_too_deep_is_refused(page: str) -> None:
    with pytest.raises(TooLarge, match="100 deep"):
        check_nesting(page, 100)


def test_more_elements_than_any_article_has_are_refused() -> None:
    with pytest.raises(TooLarge, match="elements"):
        check_nesting("<br>" * 60_001, 100)
