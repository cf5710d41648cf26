"""What concerns a whole text: other languages, notices, long sentences, quotations that run on."""

from __future__ import annotations

from dataclasses import replace

from tests.marked import paragraph

from sayso.read import read as read_trained
from sayso.read.rules import read
from sayso.records import Block, Furniture, Notice
from sayso.spans import cut


def test_another_language_is_left_alone_and_said_so() -> None:
    tags = read_trained(replace(paragraph("Der Minister sagte, die Brücke sei gesperrt."), language="de"))
    assert ((), ()) == (tags.attributions, tags.own)
    assert "another language (de)" in tags.remarks[0]


def test_a_title_is_no_statement() -> None:
    text = paragraph("The bridge fell.")
    assert () == read(replace(text, blocks=(Block(text.blocks[0].span, "title"),))).own


def test_furniture_and_notices_are_not_read() -> None:
    text = paragraph("The bridge fell. Read also: the dam is cracking. The site is not responsible for this.")
    furniture = Furniture(cut(text.body, 17, 50), "link")
    notice = Notice("responsibility", cut(text.body, 51, len(text.body)))
    tags = read(replace(text, furniture=(furniture,), notices=(notice,)))
    assert ["The bridge fell"] == [span.text for span in tags.own]


def test_a_notice_inside_a_sentence_leaves_the_rest_to_be_read() -> None:
    text = paragraph("The bridge at the old mill fell on Tuesday (Wire), cutting the road to the quarry.")
    notice = Notice("syndication", cut(text.body, 43, 49))
    assert 1 == len(read(replace(text, notices=(notice,))).own)


def test_a_sentence_too_long_to_be_one_is_the_report_s_own_and_said_so() -> None:
    tags = read(paragraph("grain, " * 500 + "the ministry said."))
    assert ((), 1) == (tags.attributions, len(tags.own))
    assert "too long" in tags.remarks[0]


def test_a_quotation_that_runs_on_keeps_its_voice() -> None:
    tags = read(paragraph("“They came at night. They took the keys,” the nurse said."))
    assert ["the nurse", "the nurse"] == [item.source.text for item in tags.attributions if item.source]
    assert ["They came at night.", "They took the keys"] == [item.content[0].text for item in tags.attributions]


def test_a_quotation_that_fills_the_next_paragraph_keeps_its_voice() -> None:
    tags = read(paragraph("The nurse said: “They came at night.”\n“They took all of the keys.”"))
    assert ["The nurse", "The nurse"] == [item.source.text for item in tags.attributions if item.source]


def test_a_question_in_a_quotation_is_no_claim() -> None:
    tags = read(paragraph("“They came at night. Who let them in?” the nurse said."))
    assert "They came at night." == tags.attributions[0].content[0].text


def test_quotations_are_direct_mixed_or_indirect() -> None:
    body = "“They came at night,” he said. She said they were “drunk and loud all night”. He said it was late."
    assert ["direct", "mixed", "indirect"] == [item.quoted for item in read(paragraph(body)).attributions]
