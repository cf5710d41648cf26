from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import attributions, gold
from corpus.tools.attributions import Attribution
from corpus.tools.quotes import Span
from tests.corpus.marked import claim, link, marks, put

BODY = "“We left at noon,” the driver said. “The road was cut.”"
BRAT = """\
T1\tSource 19 29\tthe driver
T2\tCue 30 34\tsaid
T3\tContent 1 16;37 53\tWe left at noon The road was cut
T4\tAttribution 30 34\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""


def test_a_brat_file_is_read() -> None:
    assert [Attribution(((19, 29),), ((30, 34),), ((1, 16), (37, 53)))] == list(attributions.brat(BRAT))


def test_a_folder_of_polnear_counts_an_article_once(tmp_path: Path) -> None:
    for part in ("text", "attributions"):
        (tmp_path / part).mkdir()
    (tmp_path / "text" / "paper_2016.txt").write_text(BODY, "utf-8")
    for annotator in ("4e07", "6b86"):
        (tmp_path / "attributions" / f"paper_2016_{annotator}.ann").write_text(BRAT, "utf-8")
    assert [BODY] == [text.body for text in attributions.polnear(tmp_path)]


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(gold.Unreadable):
        list(attributions.polnear(tmp_path))


def test_claims_with_one_label_and_cue_are_one_attribution(tmp_path: Path) -> None:
    driver = link("the driver", "said")
    claims = [claim(1, "We left at noon", [driver]), claim(2, "The road was cut", [driver]), claim(3, "The road", [])]
    report = gold.report(put(tmp_path, "x01", BODY, marks(claims=claims)))
    assert tuple(attributions.brat(BRAT)) == attributions.marked(report).attributions


@pytest.mark.parametrize(
    ("source", "content", "expected"),
    [
        (((0, 4),), ((9, 20),), "before"),
        (((30, 34),), ((9, 20),), "after"),
        (((21, 25),), ((9, 20), (26, 40)), "inside"),
        ((), ((9, 20),), "none"),
    ],
)
def test_a_source_stands_somewhere_to_its_content(
    source: tuple[Span, ...], content: tuple[Span, ...], expected: str
) -> None:
    assert expected == attributions.position(Attribution(source, (), content))
