from __future__ import annotations

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Lt Col. Barre met Dr. Osei at 9 a.m. near Gao.", ["Lt Col. Barre met Dr. Osei at 9 a.m. near Gao."]),
        ("“Nobody came.” The clerk shrugged.", ["“Nobody came.”", "The clerk shrugged."]),
        ("A title\n\nA line without a stop", ["A title", "A line without a stop"]),
        ("It fell at 16.30. Two died.", ["It fell at 16.30.", "Two died."]),
        ("Who fired? “Not us,” he said.", ["Who fired?", "“Not us,” he said."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_sees_it(text: str, expected: list[str]) -> None:
    assert expected == list(prose.sentences(text))


def test_words_keep_their_hyphens_and_apostrophes() -> None:
    assert ["the", "army’s", "al-khokha", "gun", "1,200", "rounds"] == prose.words(
        "The army’s al-Khokha gun: 1,200 rounds."
    )


def test_a_run_does_not_cross_a_line() -> None:
    assert {("a", "b"), ("c", "d")} == prose.sequences("A b\nc d", 2)
