from __future__ import annotations

from benchmarks import peers
from matcher.core.model import AmbiguousLabel, Skill

SKILLS = [
    Skill(
        "sql",
        "Data",
        "SQL",
        ("structured query language",),
        (AmbiguousLabel("queries", ("database",)),),
        ("SQL developer",),
    )
]


def test_the_peers_know_every_kind_of_label() -> None:
    assert peers.labels_of(SKILLS[0]) == ["SQL", "structured query language", "queries", "SQL developer"]


def test_spacy_finds_labels_in_any_case_and_whole_words_only() -> None:
    count = peers.phrase_matcher(SKILLS)
    assert count("sql, Structured Query Language and mysql") == 2


def test_the_automaton_finds_characters() -> None:
    count = peers.automaton(SKILLS)
    assert count("sql, Structured Query Language and mysql") == 3
