import pytest
from tests.clean.reports import LEAD, SECOND, THIRD, cleaned, report, roles

from sayso.clean import house
from sayso.clean.furniture import Rule, reason

HOUSE: list[tuple[Rule, str]] = [
    (house.greeting, "Good evening."),
    (house.greeting, "To whom it may concern."),
    (house.greeting, "Dear friends of the harbour,"),
    (house.contact, "Press contact: the duty desk, Misrata."),
    (house.contact, "For further information: desk@orontes.example"),
    (house.contact, "To unsubscribe, send an empty message."),
    (house.contact, "Donations can be left at the parish office."),
    (house.appeal, "Got a story? Ring the night editor."),
    (house.appeal, "Whoever has a photo of the quay, send it to the channel."),
    (house.appeal, "Forward freely."),
    (house.programme, "Listen every evening at 20:00 on 6110 kHz."),
    (house.programme, "Next on Coast Radio: the price of salt."),
    (house.programme, "All times are local."),
    (house.programme, "Advertisement: Two tyres for the price of one."),
    (house.method, "What follows is based on open channels."),
    (house.method, "Everything below is paraphrased from the evening bulletins."),
    (house.cited, "Source: Coast Radio, Zuwara, in Arabic, 0600 GMT"),
    (house.issued, "Issued in Misrata on 3 May 2024"),
    (house.issued, "Press release No. 12/2024"),
    (house.issued, "Bulletin 7/2024, 3 May 2024"),
    (house.unsigned, "By our correspondent in Zuwara"),
    (house.unsigned, "Staff Reporter, Misrata"),
    (house.letterhead, "DIRECTORATE OF COASTAL SECURITY"),
    (house.author_note, "The author writes about ports."),
    (house.end_mark, "(End)"),
    (house.end_mark, "C.W.A./ o.d."),
    (house.end_mark, "od/KI"),
    (house.rule_off, "__________"),
]
TOLD = [
    "Good evening prayers were held in the square, the imam said.",
    "Contact with the crew was lost at noon.",
    "For more than two hours the road was shut.",
    "Call us cowards, he said, but we left.",
    "Whoever has the bridge has the town, the captain said.",
    "Next year the harvest will be smaller.",
    "All times of the day are dangerous on that road, drivers said.",
    "The bulletin was read on the radio on 3 May 2024.",
    "The army issued a statement on 3 May 2024.",
    "Our correspondent was stopped at the gate for an hour.",
    "Listening to the radio was forbidden.",
    "Donations of blood were taken to the hospital, doctors said.",
]


@pytest.mark.parametrize(("rule", "text"), HOUSE)
def test_a_line_of_the_house_is_known_by_its_kind(rule: Rule, text: str) -> None:
    assert rule(text)


@pytest.mark.parametrize("text", TOLD)
def test_what_the_article_tells_is_no_line_of_the_house(text: str) -> None:
    assert [None, None, None] == [reason(text), reason(text, "below"), reason(text, "lead")]


def test_a_letterhead_and_a_number_stand_above_the_title_and_are_furniture() -> None:
    lines = ("DIRECTORATE OF COASTAL SECURITY", "Press release No. 12/2024", "Two boats seized off Zuwara")
    text = cleaned(report(*lines, LEAD, SECOND))
    assert (lines[2], list(lines[:2])) == (text.title and text.title.text, [item.span.text for item in text.furniture])


def test_a_headline_of_a_body_stays_the_title_where_there_is_no_other() -> None:
    text = cleaned(report("Directorate of Coastal Security", LEAD, SECOND))
    assert "Directorate of Coastal Security" == (text.title and text.title.text)


def test_signatures_under_the_last_words_are_furniture() -> None:
    text = cleaned(report("Two boats seized off Zuwara", LEAD, SECOND, THIRD, "The Press Officer", "Major Omar Deeb"))
    assert ["The Press Officer", "Major Omar Deeb"] == roles(text, "furniture")


@pytest.mark.parametrize(
    "credit", ["(Reporting by Omar Deeb and the staff in Misrata)", "(Reporting by Omar Deeb; editing by Rosa Toma)"]
)
def test_a_credit_in_brackets_under_the_article_is_furniture(credit: str) -> None:
    text = cleaned(report("Two boats seized off Zuwara", LEAD, SECOND, credit))
    assert [credit] == roles(text, "furniture")


def test_a_line_of_the_house_inside_a_paragraph_is_cut_out() -> None:
    text = cleaned(report("Two boats seized off Zuwara", LEAD, f"{SECOND} Listen daily at 19:00 on 6110 kHz."))
    assert (["Listen daily at 19:00 on 6110 kHz."], SECOND) == (
        roles(text, "furniture"),
        roles(text, "paragraph")[-1],
    )


def test_a_prompt_takes_the_words_beside_it_along() -> None:
    line = "Coast Watch. Subscribe. Boost the channel"
    text = cleaned(report("Two boats seized off Zuwara", LEAD, SECOND, line))
    assert line == " ".join(roles(text, "furniture"))


def test_initials_after_the_last_words_are_cut_off() -> None:
    text = cleaned(report("Two boats seized off Zuwara", LEAD, f"{SECOND} (OD)"))
    assert (["(OD)"], SECOND) == (roles(text, "furniture"), roles(text, "paragraph")[-1])
