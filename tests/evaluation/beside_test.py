from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("evaluation.beside", reason="the evaluation does not stand beside these tests")

from corpus.tools.attributions import Attribution
from corpus.tools.gold import Unreadable
from evaluation.readings import Reader, by_rules
from tests.marked import marked
from training.example import Class, Example

from evaluation import beside
from sayso import records
from sayso.records import Judgement, Mention, Tags, Text
from sayso.spans import cut

LINE = "[source|The driver] [cue|said] that [content|the well at Idah is dry]."
TEXT, PARTS = marked(LINE)
SOURCE, CUE, CONTENT = (part.span for part in PARTS)
TOLD = records.Attribution((CONTENT,), SOURCE, CUE, "say", CONTENT)
BRAT = """\
T1\tSource 0 10\tThe driver
T2\tCue 11 15\tsaid
T3\tContent 16 43\tthat the well at Idah is dry
T4\tAttribution 11 15\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""
TIMED = '<TEXT>It began in <TIMEX2 val="1998-05">May 1998</TIMEX2> and <TIMEX2 val="P1Y">a year</TIMEX2> on.</TEXT>'


def reader(tags: Tags, name: str = "program") -> Reader:
    """A reader that finds the same in every text."""
    return Reader(name, by_rules, lambda _: tags)


NOTHING, WHOLE = reader(Tags()), reader(Tags(attributions=(TOLD,)))


def test_attributions_are_brought_into_the_form_of_the_corpus() -> None:
    hearsay = records.Attribution((CONTENT,), None, None, "hearsay", CONTENT)
    content = ((CONTENT.start, CONTENT.end),)
    wanted = [Attribution(((0, 10),), ((11, 15),), content), Attribution((), (), content)]
    assert wanted == beside.told(Tags(attributions=(TOLD, hearsay)))


def test_polnear_is_read_with_the_that_it_marks(tmp_path: Path) -> None:
    for part, name, body in (("text", "p.txt", TEXT.body), ("attributions", "p_1.ann", BRAT)):
        (tmp_path / part).mkdir()
        (tmp_path / part / name).write_text(body, "utf-8")
    rows = beside.polnear(tmp_path, [NOTHING, WHOLE])
    assert [(f"PolNeAR {part} F1", [0.0, 1.0]) for part in ("source", "cue", "content", "content words")] == rows


def test_entities_are_measured_on_the_folder_that_is_held_out(tmp_path: Path) -> None:
    where = tmp_path / "US State Department"
    where.mkdir()
    where.joinpath("documents.json").write_text(json.dumps({"_id": "d1", "text": TEXT.body}), "utf-8")
    at = TEXT.body.index("Idah")
    entity = {"documentId": "d1", "type": "Location", "begin": at, "end": at + 4}
    where.joinpath("entities.json").write_text(json.dumps(entity), "utf-8")
    named = reader(Tags(mentions=(Mention("m1", cut(TEXT.body, at, at + 4), "facility"),)))
    (_, mentions), (_, phrases) = beside.entity(tmp_path, [reader(Tags(), "encoder"), named])
    assert [0.0, 1.0] == mentions
    assert [True, False] == [value is not None for value in phrases]


def test_another_folder_than_that_of_re3d_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no folder 'US State Department'"):
        beside.entity(tmp_path, [NOTHING])


def test_an_event_is_as_sure_as_the_shortest_claim_around_it() -> None:
    def judging(text: Text) -> Tags:
        whole = cut(text.body, 0, len(text.body))
        inner = records.Attribution((cut(text.body, 8, 15),), None, None, "hearsay", whole)
        judged = (
            Judgement(whole, "report", "positive", "probable"),
            Judgement(inner.content[0], "report", "negative", "certain"),
        )
        return Tags(attributions=(inner,), own=(whole,), judgements=judged)

    example = Example("It fell and burned", (), classes=(Class("factuality", 3, 3.0), Class("factuality", 12, -3.0)))
    values = beside.claimed(example, Reader("judging", by_rules, judging))
    assert -3.0 == values[1]
    assert [3.0, 3.0] == beside.claimed(example, NOTHING)


def test_sentences_of_one_mind_correlate_with_what_the_encoder_sees(tmp_path: Path) -> None:
    rows = [
        {"text": "The bridge collapsed .", "targets": [{"span1": [2, 2], "label": 3.0}]},
        {"text": "The bridge has not collapsed .", "targets": [{"span1": [4, 4], "label": -3.0}]},
    ]
    tmp_path.joinpath("dev.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (_, by_claims), (_, (value, none)) = beside.certainty(tmp_path, [reader(Tags(), "encoder"), NOTHING])
    assert ([0.0, 0.0], None) == (by_claims, none)
    assert 1.0 == pytest.approx(value)


def test_times_are_those_of_the_grammar_whoever_reads(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        beside.times(tmp_path, [NOTHING])
    tmp_path.joinpath("war.tml").write_text(TIMED, "utf-8")
    rows = beside.times(tmp_path, [NOTHING, WHOLE])
    assert [("WikiWars spans F1", [1.0, 1.0]), ("WikiWars values F1", [1.0, 1.0])] == rows
