from __future__ import annotations

from tests.link.tellings import statement

from sayso.link.stance import denies, denies_all, stance

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
