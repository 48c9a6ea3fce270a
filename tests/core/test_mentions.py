from __future__ import annotations

from pathlib import Path

import pytest

from matcher import Matcher
from matcher.core.mentions import Sighting, disambiguate, sight
from matcher.core.model import How, Skill
from matcher.core.sections import Section, Unit
from matcher.core.taxonomy import Taxonomy, build
from matcher.core.tokens import Tokens
from matcher.reference_data import load
from tests.builders import mentions_of, report, resume

CASES = Path(__file__).resolve().parent.parent / "cases"
PAIRS = [tuple(row.split(",")) for row in (CASES / "spelling_pairs.csv").read_text("utf-8").splitlines()][1:]
DIFFERENT = [(known, written) for known, written, same in PAIRS if same == "no"]
SAME = [(known, written) for known, written, same in PAIRS if same == "yes"]
WORDS = load().ordinary_words


def is_found(known: str, written: str) -> bool:
    """True if `written` is recognised by a taxonomy in which `known` is the name of the only skill."""
    taxonomy = build([Skill("x", "field", known.upper() if len(known) <= 4 else known)], WORDS)
    return any(s.label.skill_id == "x" for s in _kept(taxonomy.tokenise(f"We used {written} daily."), taxonomy))


def _kept(tokens: Tokens, taxonomy: Taxonomy) -> list[Sighting]:
    unit = Unit(0, len(tokens) - 1, Section.EXPERIENCE, is_bullet=False, is_line=True)
    return [sighting for sighting, _ in disambiguate(sight(tokens, taxonomy), [unit], tokens)]


def skills_in(matcher: Matcher, words: str) -> set[str]:
    """Skills that the shipped taxonomy names in a work line with these words."""
    outcome = matcher.match_text(resume([f"For two years the daily job was {words} in the plant."], skills="Jira"))
    return {m.skill_id for m in report(outcome).mentions if m.how is not How.LIKELY}


@pytest.mark.parametrize(("known", "written"), DIFFERENT)
def test_look_alikes_are_not_merged(known: str, written: str) -> None:
    assert not is_found(known, written)


@pytest.mark.parametrize(("known", "written"), DIFFERENT)
def test_no_look_alike_is_taken_for_a_misspelling(matcher: Matcher, known: str, written: str) -> None:
    outcome = report(matcher.match_text(resume([f"For two years the daily job was {written} in the plant."])))
    assert all(m.how is not How.VARIANT for m in outcome.mentions)


def test_at_least_33_of_35_ways_of_writing_the_same_are_recognised(matcher: Matcher) -> None:
    missed = [
        (known, written)
        for known, written in SAME
        if not is_found(known, written) and not skills_in(matcher, known) & skills_in(matcher, written)
    ]
    assert len(SAME) == 35
    assert len(missed) <= 2, missed


@pytest.mark.parametrize(
    ("text", "skill_id", "surface_form"),
    [
        ("Hardened C++ services", None, ""),
        ("ISO/IEC 27001:2022 certification", "iso27001", "ISO/IEC 27001"),
        ("Python-based tooling", "python_sql", "Python"),
        ("Microsoft  Sentinel", "siem", "Microsoft  Sentinel"),
        ("machine-learning approaches", "ml", "machine-learning"),
        ("organisational change management", "change_mgmt", "change management"),
    ],
)
def test_labels_are_found_as_people_write_them(
    matcher: Matcher, text: str, skill_id: str | None, surface_form: str
) -> None:
    outcome = report(matcher.match_text(resume([f"Built {text} for the group."], skills="Jira")))
    found = {m.skill_id: m.surface_form for m in outcome.mentions if m.how is not How.LIKELY}
    if skill_id is None:
        assert not found
    else:
        assert surface_form in found[skill_id]


@pytest.mark.parametrize(
    ("line", "skill_id", "is_meant"),
    [
        ("LLM, University of Leiden, 2015", "genai", False),
        ("Fine-tuned an LLM with retrieval over 40,000 manuals", "genai", True),
        ("Certified NLP practitioner and hypnosis coach", "nlp", False),
        ("Ran the SOC and its alert triage in three shifts", "soc", True),
        ("Aligned the sales structure with the SOC occupational codes", "soc", False),
        ("Saw sales soar by 40 % in the plant", "soar", False),
        ("Automated phishing triage with SOAR playbooks", "soar", True),
        ("Reported RAG status of twelve projects weekly", "rag_prompt", False),
        ("As CDO responsible for diversity and inclusion", "data_lead", False),
    ],
)
def test_ambiguous_labels_need_their_sense(matcher: Matcher, line: str, skill_id: str, is_meant: bool) -> None:
    outcome = matcher.match_text(resume([line], skills="Jira", summary="Twelve years in plants and offices."))
    named = [m for m in mentions_of(outcome, skill_id) if m.how is not How.LIKELY]
    assert bool(named) is is_meant


def test_a_misspelling_is_marked_and_carries_its_distance(matcher: Matcher) -> None:
    outcome = matcher.match_text(resume(["Wrote the incident respnse plan for all plants."]))
    (mention,) = [m for m in mentions_of(outcome, "ir") if m.surface_form == "incident respnse"]
    assert mention.how is How.VARIANT
    assert mention.distance == 1


@pytest.mark.parametrize("word", ["coursework", "production", "scale", "flash", "charge", "string", "trust"])
def test_english_words_are_never_misspellings(matcher: Matcher, word: str) -> None:
    outcome = report(matcher.match_text(resume([f"The {word} was good in this plant for years."])))
    assert all(m.how is not How.VARIANT for m in outcome.mentions)
