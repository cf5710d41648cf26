import pytest

from sayso.clean.names import outlets_of
from sayso.clean.notices import notices_in
from sayso.clean.speaking import Found
from sayso.records import NoticeKind
from sayso.spans import cut

FOUND: list[tuple[NoticeKind, str]] = [
    ("translation", "This text has been translated and shortened by The Levant Courier."),
    ("translation", "This is an abridged translation of a report that ran in the Arabic edition."),
    ("translation", "Translated from the Arabic by Sami Haddad."),
    ("translation", "(Translated by Mona Kassab)"),
    ("translation", "Translation: Mona Kassab"),
    ("translation", "The Levant Courier translated this article from the Arabic."),
    ("unverified", "The Levant Courier has not verified the details in this report."),
    ("unverified", "Reuters could not independently verify the report."),
    ("unverified", "Nahr Wire was not able to independently verify the footage."),
    ("unverified", "We have not been able to verify when or where the video was filmed."),
    ("unverified", "The claims could not be independently verified."),
    ("unverified", "It was not possible to verify the claims made by either side."),
    ("unverified", "The intermediary’s message could not be verified."),
    ("unverified", "The authenticity of the video could not be established."),
    ("unverified", "There was no independent confirmation of the toll."),
    ("unverified", "The Associated Press couldn’t independently confirm the group’s claims."),
    ("responsibility", "Responsibility for the views given here rests with the writer."),
    ("responsibility", "The views expressed in this article are those of the author."),
    ("responsibility", "The opinions expressed here do not necessarily reflect those of the Orontes Post."),
    ("responsibility", "Orontes Post is not responsible for the content of external sites."),
    ("responsibility", "The author is solely responsible for the views expressed here."),
    ("correction", "Correction: The village is called Tal Hamis."),
    ("correction", "An earlier version of this story said that 14 people had been killed."),
    ("correction", "This story has been corrected to show that the clinic is in Manbij."),
    ("correction", "The Orontes Post apologises for the error."),
    ("correction", "(This Jan. 5 story has been corrected to fix the minister's name in paragraph 3)"),
    ("correction", "Editor’s note: this report has been amended to remove the name of a minor."),
    ("correction", "Orontes Post has withdrawn this story."),
    ("syndication", "This article was first published by Sada Online."),
    ("syndication", "Republished with permission from The Conversation."),
    ("syndication", "(Reporting by Ali Nasser for Reuters; editing by Rosa Toma)"),
    ("syndication", "With reporting from the Associated Press."),
    ("syndication", "Agencies contributed to this report."),
    ("syndication", "Source: SANA"),
    ("syndication", "This story was produced in partnership with Coast 24."),
    ("syndication", "Compiled from agency reports."),
    ("syndication", "AFP"),
    ("syndication", "Orontes Post/AFP"),
    ("unverified", "None of these claims could be independently verified."),
    ("unverified", "Independent verification of the claims was not possible."),
    ("responsibility", "The information in this article is the responsibility of the author alone."),
    ("correction", "A correction was made on May 12, 2024: An earlier version misstated the name."),
    ("correction", "This article originally stated that ten people had died."),
    ("correction", "Amended on 3 May to remove a reference to the minister."),
    ("unverified", "Claims are listed as received; inclusion does not mean endorsement."),
    ("unverified", "Channels are quoted without endorsement."),
    ("unverified", "Items are listed, not vouched for."),
    ("unverified", "Figures are provisional and have not been cross-checked with the council."),
    ("unverified", "The list has not been checked against the register."),
    ("unverified", "Names may be misspelled."),
    ("unverified", "Entries marked with a star await a second source."),
    ("unverified", "These are not our numbers."),
    ("responsibility", "The opinions expressed engage only their authors."),
    ("responsibility", "The writer’s views are her own."),
    ("responsibility", "Orontes Post does not vouch for the statements of those quoted."),
    ("responsibility", "The radio repeats that it is not responsible for paid announcements."),
    ("responsibility", "This summary does not constitute an official document."),
    ("responsibility", "The information in it remains the responsibility of Sada Online."),
    ("syndication", "Except for the headline, this story has not been edited by our staff and is from a Nahr feed."),
    ("syndication", "Bulletins may be reproduced with acknowledgement."),
    ("syndication", "(Orontes Post, slightly abridged)"),
    ("syndication", "Sada Online, via Orontes Post"),
    ("translation", "Monitored at Sirte and translated from Arabic by the desk."),
    ("translation", "From the Arabic."),
    ("correction", "In note 35 we wrote that the depot was empty."),
    ("correction", "Corrections to last week’s list: in item 3, read Sirte for Misrata."),
    ("correction", "Our report of 3 May said that two boats had sunk."),
    ("correction", 'Erratum. In Report 12, for "two boats" read "two goats".'),
]
NOT_FOUND = [
    "The ministry corrected an earlier statement that had put the toll at nine.",
    "An earlier version of the plan had foreseen a ceasefire.",
    "The text of the agreement has been amended twice.",
    "The story was first reported by Sada Online on Monday.",
    "Doctors Without Borders could not confirm the number of dead.",
    "The commission has been unable to confirm the figures.",
    "Nobody could confirm that he was there.",
    "“This article is a lie,” the minister said.",
    "Reuters reported that four people had died.",
    "The letter was translated by the ministry and sent to the council.",
    "The UN said it has not verified the figures.",
    "The ministry said the figure could not be verified.",
    "“We have not verified the figures,” the spokesman said.",
    "The claim could not be verified, he said.",
    "Human Rights Watch was unable to verify the footage.",
    "The police have not confirmed the reports.",
    "Officials could not confirm the number of dead.",
    "The report could not be confirmed by the army.",
    "The group claimed responsibility for the attack in a statement.",
    "Responsibility for the attack lies with the militia, the governor said.",
    "Hezbollah is not responsible for the attack, it said.",
    "The views expressed by the minister do not necessarily reflect those of the cabinet.",
    "UPDATE: Three people have died in the blast.",
    "Corrections officers at the prison fired tear gas.",
    "The army regrets the error, a spokesman said.",
    "The statement was later withdrawn.",
    "The video was first published by Sada Online, an opposition site.",
    "Reporting by local media suggests that the road is shut.",
    "The information is the responsibility of the ministry, the mayor said.",
    "The documents were not checked at the gate.",
    "The general said that these were not our numbers.",
    "The views of the two sides are the same.",
    "He said the names may be wrong.",
    "The seeds may be shared with neighbours.",
    "Our reporters were stopped at the gate.",
    "The Free Army (FSA) — an opposition alliance — said it had left.",
]


def found_in(text: str, publisher: str | None = "Orontes Post", edge: bool = True) -> tuple[Found, ...]:
    return notices_in(text, cut(text, 0, len(text)), outlets_of(text, publisher), edge=edge)


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_a_notice_is_found_with_its_kind(kind: NoticeKind, text: str) -> None:
    found = found_in(text, "Orontes Post", edge=True)
    assert kind in [hit.kind for hit in found]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_others_say_is_no_notice(text: str) -> None:
    assert () == found_in(text, "Orontes Post", edge=False)


def test_a_notice_names_the_outlet_and_what_it_covers() -> None:
    text = "The Levant Courier has not verified the details in this report."
    (hit,) = found_in(text, None, edge=True)
    assert ("The Levant Courier", "the details in this report") == (hit.outlet, hit.covers and hit.covers.text)


def test_an_outlet_is_known_by_what_it_was_told() -> None:
    body = "The driver told Sada Hurra that he saw it. Sada Hurra could not verify his account."
    assert ["Sada Hurra"] == [hit.outlet for hit in found_in(body, None, edge=False)]


def test_a_clause_may_be_the_notice() -> None:
    text = "The army said it had shot down two drones, claims that Reuters could not independently verify."
    (hit,) = found_in(text, None, edge=False)
    assert (True, "claims that Reuters could not independently verify.") == (hit.inline, hit.span.text)


def test_a_clause_in_the_middle_is_cut_out_of_its_sentence() -> None:
    text = "In a video, which Nahr Wire could not authenticate, a masked man asks for the release of three men."
    (hit,) = found_in(text, "Nahr Wire", edge=False)
    assert (True, "which Nahr Wire could not authenticate") == (hit.inline, hit.span.text)


def test_a_report_that_is_told_stays_where_only_its_check_failed() -> None:
    text = "Reports that four guards were killed could not be confirmed at the clinic."
    (hit,) = found_in(text, None, edge=False)
    assert (True, "could not be confirmed at the clinic.") == (hit.inline, hit.span.text)


def test_an_outlet_is_known_by_its_credit_in_the_dateline() -> None:
    body = "SIRTE, May 3 (Levanter) - A guard was shot. Levanter could not independently verify his account."
    assert ["Levanter"] == [hit.outlet for hit in found_in(body, None, edge=False)]


def test_a_correction_runs_on_over_its_sentences() -> None:
    text = "Correction: An earlier version of this article said five died. It was four. We regret the error."
    found = found_in(text, None, edge=True)
    assert {"correction"} == {hit.kind for hit in found}
    assert text.endswith(found[-1].span.text)


def test_one_sentence_may_be_two_notices() -> None:
    text = "This article was originally published in Arabic by Sada Online and translated by Mona Kassab."
    found = found_in(text, None, edge=True)
    assert {"translation": "Mona Kassab", "syndication": "Sada Online"} == {hit.kind: hit.outlet for hit in found}


def test_an_agency_in_the_dateline_is_credited_in_its_place() -> None:
    text = "BEIRUT (Reuters) - Four people were killed on Sunday."
    (hit,) = found_in(text, "Orontes Post", edge=True)
    assert ("syndication", "(Reuters)", True) == (hit.kind, hit.span.text, hit.inline)


def test_an_outlet_is_not_credited_to_itself() -> None:
    text = "BEIRUT (Reuters) - Four people were killed on Sunday."
    assert () == found_in(text, "Reuters", edge=True)
