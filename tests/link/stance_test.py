from __future__ import annotations

from tests.link.tellings import statement

from sayso.link.stance import denies, denies_all, stance
from sayso.link.telling import Statement

LEAD = statement("a.c1", "Soldiers shot two herders dead at the well", main=True)


def test_a_claim_of_what_was_done_supports() -> None:
    assert stance(LEAD) == "supports"


def test_a_denial_denies() -> None:
    assert stance(statement("b.c1", "any shot was fired", kind="denial", polarity="negative")) == "denies"


def test_a_demand_merely_mentions() -> None:
    assert stance(statement("b.c1", "to shoot back", kind="demand", main=True)) == "mentions"


def test_what_was_taken_back_supports_nothing() -> None:
    assert stance(statement("b.c1", "Soldiers shot nine herders", main=True, withdrawn=True)) == "mentions"


def test_denying_a_share_in_it_is_not_denying_it() -> None:
    share = statement("b.c1", "a part in it", by="They", kind="denial")
    assert not denies_all(share, frozenset({"shoot"}))
    assert denies_all(statement("b.c1", "any shot was fired", by="They", kind="denial"), frozenset({"shoot"}))


def test_a_report_that_begins_with_denials_and_affirms_nothing_is_there_to_deny() -> None:
    texts = ("Nobody was shot", "No patrol was out", "Not one round is missing", "No body was found")
    four = [statement(f"b.c{n}", text, kind="denial", polarity="negative", position=n) for n, text in enumerate(texts)]
    assert denies(four)
    assert not denies([LEAD, *four[:2]])


def negatives(*texts: str, first: int = 0) -> list[Statement]:
    placed = enumerate(texts, first)
    return [statement(f"b.c{n}", text, by="He", polarity="negative", position=n) for n, text in placed]


def test_a_report_that_opens_with_what_is_not_so_is_there_to_deny_whatever_the_verb() -> None:
    five = negatives("No patrol was out", "Nobody fired", "No one was hurt", "No door was forced", "No shot is missing")
    affirmed = [statement(f"b.c{n}", "Soldiers shot herders", main=True, position=n) for n in range(9, 19)]
    assert denies([*five, *affirmed])
    assert not denies(five[:4])


def test_a_report_that_opens_with_a_deed_is_not_there_to_deny_for_all_that_is_negative_in_it() -> None:
    later = negatives("Nobody fired back", "No one came", "No door was forced", "None fled", "Not one spoke", first=50)
    assert not denies([LEAD, *later])
