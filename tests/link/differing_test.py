from __future__ import annotations

from dataclasses import replace

from tests.web.library import claim, marked, reading

from sayso.link.differing import claim_changes, revision
from sayso.records import Claim, Meta, Notice, Reading, Report, Version
from sayso.revisions import ClaimChange, Revision, Side
from sayso.wording import NOTICES

ASHORE = "[c1.source|A boatman] [c1.cue|said] [c1|the ferry lay ashore]. [c2|Two passengers are missing since noon]."


def made(text: str = ASHORE, **fields: object) -> Reading:
    source = marked(text)
    numbers = sorted({name.split(".")[0] for name in source.spans if name[0] == "c"})
    return reading(source, *(claim(source, number) for number in numbers), **fields)


def changed(before: Reading, after: Reading) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.fate, change.because) for change in claim_changes(before, after)]


def first(found: Reading, **fields: object) -> Reading:
    one, *others = found.claims
    return replace(found, claims=(replace(one, **fields), *others))  # type: ignore[arg-type]


def side(found: Reading, number: int = 1) -> Side:
    report = Report("f" * 16, "f" * 64, "ferry.txt", "/desk/ferry.txt", "text", Meta(), "2031-04-08T09:00:00Z")
    return Side(report, Version(number, found.model, "2031-04-08T09:00:00Z"), found)


def compared(before: Reading, after: Reading) -> Revision:
    return revision("article", side(before), side(after))


def test_claims_that_read_alike_are_no_change_wherever_they_stand() -> None:
    moved = made(
        "[c1|Two passengers are missing since noon]. [c2.source|A boatman] [c2.cue|said] [c2|the ferry lay ashore]."
    )

    assert [] == changed(made(), moved)


def test_a_claim_that_is_gone_and_one_that_is_new_are_told() -> None:
    other = made(
        "[c1.source|A boatman] [c1.cue|said] [c1|the ferry lay ashore]. [c2|A crane from Mopti is on its way]."
    )
    found = list(claim_changes(made(), other))

    assert [("removed", "c2", None), ("added", None, "c2")] == [
        (one.fate, one.before and one.before.id, one.after and one.after.id) for one in found
    ]


def test_a_claim_with_nearly_the_same_words_is_taken_for_it_changed() -> None:
    other = made(ASHORE.replace("Two", "Three"))
    (found,) = claim_changes(made(), other)

    assert ("changed", "c2", ("Its words are others.",)) == (found.fate, found.after and found.after.id, found.because)


def test_what_is_otherwise_in_a_claim_is_said() -> None:
    now = first(made(), kind="denial", polarity="negative", certainty="probable", chain=())

    assert [
        (
            "changed",
            (
                "It is now read as denial, and was report.",
                "It is now negative, and was positive.",
                "It is now stated as probable, and was stated as certain.",
                "It is now said by the report itself, and was by A boatman.",
            ),
        )
    ] == changed(made(), now)


def test_a_relay_more_is_said() -> None:
    before = made()
    chain = before.claims[0].chain

    assert [("changed", ("It now comes through one relay, and came through nobody else.",))] == changed(
        before, first(before, chain=(*chain, *chain))
    )


def test_two_claims_in_the_same_words_are_not_taken_for_one() -> None:
    twice = made("[c1|The ferry sank]. Later: [c2|The ferry sank].")
    once = replace(twice, claims=twice.claims[:1])

    assert ["removed"] == [change.fate for change in claim_changes(twice, once)]


def test_a_correction_that_is_new_is_flagged() -> None:
    before = made()
    source = marked(f"{ASHORE}\n\n[notice|Correction: an earlier version gave another number.]")
    noted = replace(made(f"{ASHORE}"), text=replace(reading(source).text, notices=()))
    corrected = replace(noted, text=replace(noted.text, notices=(Notice("correction", source.one("notice")),)))

    assert ["Correction: an earlier version gave another number."] == [
        span.text for span in compared(before, corrected).corrections
    ]
    assert () == compared(corrected, corrected).corrections
    assert "correction" in NOTICES


def test_a_revision_counts_what_stayed() -> None:
    found = compared(made(), made(ASHORE.replace("Two", "Three")))

    assert (1, False, True) == (found.kept, found.same_words, compared(made(), made()).same_words)


def test_many_claims_with_nothing_in_common_are_added_and_removed() -> None:
    old, new = (
        replace(
            made(), claims=tuple(Claim(f"c{at}", (made(f"[c1|{word} {at}]").claims[0].content)) for at in range(201))
        )
        for word in ("up", "down")
    )

    assert {"removed": 201, "added": 201} == _counted(list(claim_changes(old, new)))


def _counted(found: list[ClaimChange]) -> dict[str, int]:
    return {fate: sum(change.fate == fate for change in found) for fate in ("removed", "added")}
