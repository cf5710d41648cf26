import json

import pytest
from tests.clean.reports import LEAD, SECOND, cleaned

from sayso.errors import NoText, Unreadable
from sayso.records import Meta, Text


def of_object(meta: Meta | None = None, /, **fields: object) -> Text:
    return cleaned(json.dumps(fields), "json", meta)


def test_the_text_of_an_object_is_cleaned_as_plain_text() -> None:
    assert f"{LEAD}\n\n{SECOND}" == of_object(text=f"{LEAD}\r\n\r\n{SECOND}").body


def test_its_title_stands_above_the_text_once() -> None:
    first = of_object(title="Guards wounded", text=LEAD)
    second = of_object(title="Guards wounded", text=f"Guards wounded\n\n{LEAD}")
    assert (f"Guards wounded\n\n{LEAD}", first.body) == (first.body, second.body)
    assert first.title is not None
    assert "Guards wounded" == first.title.text


def test_its_fields_say_who_when_and_where() -> None:
    text = of_object(
        text=LEAD, outlet="Nahr Wire", published="2024-05-03T10:00:00+03:00", url="https://n.example/2024/05/02/x"
    )
    assert ("Nahr Wire", "2024-05-03", "Etc/GMT-3") == (text.outlet, text.published, text.timezone)
    assert ["2024-05-03", "2024-05-02"] == [item.edtf for item in text.dates]


def test_what_the_user_gives_outranks_the_fields() -> None:
    assert "2024-05-01" == of_object(Meta(published="2024-05-01"), text=LEAD, published="2024-05-03").published


def test_the_page_of_an_object_is_cleaned_as_html() -> None:
    text = of_object(
        html=f"<html><body><h1>Guards wounded</h1><p>{LEAD}</p><p>{SECOND}</p></body></html>", outlet="Nahr Wire"
    )
    assert (True, "Nahr Wire") == (LEAD in text.body, text.outlet)


def test_half_a_surrogate_pair_does_not_survive() -> None:
    assert "\ufffd" in cleaned('{"text": "Two guards \\ud800 were wounded"}', "json").body


@pytest.mark.parametrize("fields", [{}, {"text": ""}, {"text": 5}, {"title": "Guards"}])
def test_an_object_without_text_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(NoText):
        of_object(**fields)


@pytest.mark.parametrize("line", ["{", "[1]", '"text"', "[" * 100_000])
def test_what_is_no_object_is_refused(line: str) -> None:
    with pytest.raises(Unreadable):
        cleaned(line, "json")
