from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("evaluation.aligned", reason="the evaluation does not stand beside these tests")

from corpus.tools import gold
from evaluation.aligned import aligned

from sayso.records import Block, Claim, Reading, Text
from sayso.spans import cut

BODY = "Gunmen shot two herders in Marib, he said. He denied that any shot was fired. It rained."


def renamed(*contents: tuple[int, int], marked: tuple[str, ...]) -> list[str]:
    text = Text(BODY, (Block(cut(BODY, 0, len(BODY)), "paragraph"),))
    claims = tuple(Claim(f"r{at}", (cut(BODY, *content),)) for at, content in enumerate(contents))
    marks = {"claims": [{"id": f"c{at}", "content": content} for at, content in enumerate(marked)]}
    report = gold.Report(Path("z1.gold.yaml"), BODY, marks)
    return [claim.id for claim in aligned(report, Reading("", "", text, claims=claims)).claims]


def test_a_claim_bears_the_id_of_the_mark_it_overlaps() -> None:
    assert ["c1", "c0"] == renamed((59, 76), (0, 32), marked=("Gunmen shot two herders in Marib", "any shot was fired"))


def test_a_claim_that_is_not_marked_bears_no_mark() -> None:
    assert ["r0'"] == renamed((78, 87), marked=("any shot was fired",))


def test_a_mark_goes_to_one_claim_alone_the_nearest() -> None:
    assert ["r0'", "c0"] == renamed((0, 15), (0, 32), marked=("Gunmen shot two herders in Marib",))
