import pytest

from sayso.clean.furniture import Place, prompt_inside, reason, reason_of, sentence_reason, tail

PLACES: tuple[Place, ...] = ("lead", "below")
FURNITURE = [
    ("another|story", "Read also: Ferries stop at Misrata"),
    ("another|story", "READ MORE Who controls the crossings of the Khabur?"),
    ("another|story", "Related articles"),
    ("another|story", "See also | The long road to Tawergha"),
    ("another|story", "Explainer: Why the harvest failed"),
    ("another|story", "In case you missed it: The port reopens"),
    ("caption", "Photo: Karim Issa"),
    ("caption", "FILE PHOTO: The quay at Zuwara in 2021"),
    ("caption", "Smoke rises over the quay at Zuwara. (Photo by Karim Issa)"),
    ("caption", "The quay at Zuwara on Monday [File: Karim Issa/Reuters]"),
    ("caption", "The quay at Zuwara (Getty Images)"),
    ("caption", "Video: Aftermath of the attack"),
    ("caption", "Map: Where the shells fell"),
    ("caption", "A guard at the gate. REUTERS/Karim Issa"),
    ("picture", "The commander is seen in Zuwara on 5 May 2024."),
    ("subscribe", "Sign up for our newsletter to get the week in the Gulf."),
    ("subscribe", "Follow us on Telegram and WhatsApp"),
    ("subscribe", "Share this article"),
    ("subscribe", "Click here to read the statement."),
    ("subscribe", "Want more stories like this? Subscribe to our weekly letter."),
    ("subscribe", "Support our journalism with a donation."),
    ("subscribe", "We use cookies to improve this site."),
    ("page", "Advertisement"),
    ("page", "Tags: Libya, harvest, guards"),
    ("page", "12 Comments"),
    ("page", "© 2024 Orontes Post. All rights reserved."),
    ("page", "Facebook Twitter WhatsApp"),
    ("page", "3 min read"),
    ("link", "https://orontes.example/2024/05/03/guards"),
    ("editors", "Editor’s note: This report holds descriptions of violence."),
]
ARTICLE = [
    "Share prices fell after the attack, traders said.",
    "Follow the money, the minister told parliament.",
    "“Follow us to the square,” the men shouted.",
    "Like us, they fled at night.",
    "Registered voters stood in line from seven o’clock.",
    "Photographs of the guards were shown on television.",
    "The store burned down in the night (the second this year).",
    "The army showed pictures of the convoy; it gave no date.",
    "Background: The store was built in 1990 and has been attacked twice.",
    "Map makers at the institute drew a new line.",
    "For further treatment, patients visit clinics across the border.",
    "Watch towers along the road were burned, according to the council.",
    "The statement — the third this week — named no one.",
    "He said that people should sign up for our defence.",
    "Listening posts were found in the hills.",
    "Related families live on both sides of the river.",
    "Analysts see the move as a warning.",
    "Officials in the town (some of them unpaid for months) left on Sunday.",
]


@pytest.mark.parametrize(("word", "text"), FURNITURE)
def test_furniture_comes_with_a_reason_in_plain_words(word: str, text: str) -> None:
    found = reason(text)
    assert found is not None
    assert any(part in found for part in word.split("|"))


@pytest.mark.parametrize("text", ARTICLE)
def test_no_sentence_of_an_article_is_furniture(text: str) -> None:
    assert (None, None) == (reason(text), sentence_reason(text))


def test_a_scene_in_the_present_tense_is_a_caption_only_above_the_article() -> None:
    text = "Residents inspect a burned lorry near Zuwara on Monday."
    assert [True, False] == [reason(text, place) is not None for place in PLACES]


def test_a_prompt_inside_a_paragraph_must_address_the_reader() -> None:
    assert reason_of(prompt_inside) == sentence_reason("Sign up for our newsletter here.")


def test_a_prompt_may_end_in_a_plain_sentence() -> None:
    assert reason("Get our morning briefing in your inbox. It is free.") is not None


def test_a_label_at_the_end_of_a_paragraph_is_cut_off() -> None:
    text = "The gate was shut. READ MORE: Who holds the road?"
    found = tail(text)
    assert found is not None
    assert "READ MORE: Who holds the road?" == text[slice(*found)]


def test_a_label_in_brackets_is_cut_out() -> None:
    text = "The gate (read also: Who holds the road?) was shut."
    found = tail(text)
    assert found is not None
    assert "(read also: Who holds the road?)" == text[slice(*found)]


def test_a_paragraph_without_a_label_has_no_tail() -> None:
    assert tail("The gate was shut. Nobody said why.") is None


def test_what_is_too_long_is_not_tried() -> None:
    assert reason("[" * 100_000) is None
