"""Misspelt labels found against other words taken for them, and the table of what does not count."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from evaluation.corpus import CASES, digest
from evaluation.intervals import Estimate, share_of
from evaluation.measures import Measure, Unit
from evaluation.systems import Answer, System
from matcher import Matcher, reference_data
from matcher.core.finder import Finder
from matcher.core.model import How, SkillMention
from matcher.core.scoring import weigh

SHORTEST = 6
"""Letters of the words that are misspelt."""
LABELS, WORDS = 2000, 5000
"""Labels misspelt, and English words looked at."""
_WORK = "Experience\nAnalyst, Example Ltd, 2019 – 2022\n• {}\n"


@dataclass(frozen=True, slots=True)
class Typo:
    """A label of a skill, right and with one letter wrong."""

    skill_id: str
    right: str
    wrong: str

    @property
    def keeps_first_letters(self) -> bool:
        """True if the slip is further inside a word."""
        return [word[0] for word in self.right.split()] == [word[0] for word in self.wrong.split()]


def typos(words: frozenset[str]) -> Iterator[Typo]:
    """`LABELS` labels, each with one slip; where and which depends on the label alone. Never an English word."""
    labels = [
        (skill.id, text)
        for skill in reference_data.load().skills.values()
        for text in (skill.preferred_label, *skill.alt_labels)
        if any(_is_long(word) for word in text.split())
    ]
    labels.sort(key=lambda pair: digest(pair[1]))
    for skill_id, text in labels[:LABELS]:
        wrong = misspelt(text, words)
        if wrong is not None:
            yield Typo(skill_id, text, wrong)


def misspelt(text: str, words: frozenset[str]) -> str | None:
    """`text` with two letters swapped, one dropped or one doubled in one of its long words; None if no slip will do."""
    parts = text.split()
    number = digest(text)
    places = [i for i, word in enumerate(parts) if _is_long(word)]
    number, at = divmod(number, len(places))
    word = parts[places[at]]
    for turn in range(3 * len(word)):
        wrong = _slip(word, number + turn)
        if wrong != word and wrong.lower() not in words:
            return " ".join([*parts[: places[at]], wrong, *parts[places[at] + 1 :]])
    return None


def _is_long(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word.isascii()


def _slip(word: str, number: int) -> str:
    rest, way = divmod(number, 3)
    i = rest % (len(word) - 1 if way == 0 else len(word))
    if way == 0:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return word[:i] + (word[i] * 2 if way == 1 else "") + word[i + 1 :]


def typo_recall(system: System, _: Sequence[Answer]) -> Estimate:
    """Misspelt labels of which the skill is found; labels that are not found when right are left out."""
    return share_of(_found(system, list(_typos())))


def inner_typo_recall(system: System, _: Sequence[Answer]) -> Estimate:
    """The same where every word keeps its first letter."""
    return share_of(_found(system, [typo for typo in _typos() if typo.keeps_first_letters]))


@cache
def _typos() -> tuple[Typo, ...]:
    return tuple(typos(frozenset(reference_data.load().ordinary_words)))


def _found(system: System, slips: Sequence[Typo]) -> list[bool]:
    matcher = _matcher(system)
    return [_finds(matcher, t.skill_id, t.wrong) for t in slips if _finds(matcher, t.skill_id, t.right)]


@cache
def _finds(matcher: Matcher, skill_id: str, written: str) -> bool:
    found = _mentions(matcher.finder, _WORK.format(f"Worked with {written} in three projects."))
    return any(m.skill_id == skill_id and m.how is not How.LIKELY for m in found)


def pair_merges(system: System, _: Sequence[Answer]) -> Estimate:
    """Pairs of the table that are not the same skill, of which the second is taken for a misspelling."""
    with (CASES / "spelling_pairs.csv").open(encoding="utf-8", newline="") as stream:
        written = [row["written_form"] for row in csv.DictReader(stream) if row["same_skill"] == "no"]
    finder = _matcher(system).finder
    return share_of([_is_variant(finder, _WORK.format(f"The daily job was {w} in the plant.")) for w in written])


def word_merges(system: System, _: Sequence[Answer]) -> Estimate:
    """English words of the engine's own list that are taken for a misspelt label."""
    return _merged(_matcher(system).finder, words_sampled())


def unlisted_merges(system: System, _: Sequence[Answer]) -> Estimate:
    """The same words, had they been missing from the engine's list: as words are that no list has."""
    del system
    data, sample = reference_data.load(), words_sampled()
    without = sorted(set(data.ordinary_words).difference(sample))
    return _merged(Finder(data.skills, without, data.weights), sample)


@cache
def words_sampled() -> tuple[str, ...]:
    """`WORDS` words of the engine's list, evenly spread over the alphabet."""
    eligible = [word for word in reference_data.load().ordinary_words if len(word) >= SHORTEST]
    return tuple(eligible[i * len(eligible) // WORDS] for i in range(WORDS))


def _merged(finder: Finder, words: Sequence[str]) -> Estimate:
    lines = "\n• ".join(f"The report of the spring mentioned {word} twice." for word in words)
    found = _mentions(finder, _WORK.format(lines))
    merged = {m.sentence.start for m in found if m.how is How.VARIANT}
    return share_of([i < len(merged) for i in range(len(words))])


def _is_variant(finder: Finder, text: str) -> bool:
    return any(m.how is How.VARIANT for m in _mentions(finder, text))


def negation(system: System, _: Sequence[Answer]) -> Estimate:
    """Rows of the table of negation and aspiration that count, or do not count, as they should."""
    matcher = _matcher(system)
    rows = [line.split("\t") for line in (CASES / "negation.tsv").read_text("utf-8").splitlines()]
    return share_of(
        [_counts(matcher, sentence, skill_id) is (want == "counts") for sentence, _, skill_id, want in rows]
    )


def _counts(matcher: Matcher, sentence: str, skill_id: str) -> bool:
    """True if the sentence gives the skill any strength, by itself or through another one that implies it."""
    found = _mentions(matcher.finder, _WORK.format(sentence))
    return weigh(found, matcher.skills).strength.get(skill_id, 0.0) > 0


def _mentions(finder: Finder, text: str) -> tuple[SkillMention, ...]:
    return finder.find(finder.tokenise(text)).mentions


def _matcher(system: System) -> Matcher:
    assert system.matcher is not None
    return system.matcher


_SPELLING = "Spelling"
MEASURES = (
    Measure("typo_recall", "misspelt labels found", _SPELLING, typo_recall, Unit.MENTIONS, 0.90, has_halves=False),
    Measure(
        "inner_typo_recall",
        "the same, first letter right",
        _SPELLING,
        inner_typo_recall,
        Unit.MENTIONS,
        has_halves=False,
    ),
    Measure(
        "pair_merges", "look-alike pairs merged", _SPELLING, pair_merges, Unit.DOCUMENTS, 0.01, True, has_halves=False
    ),
    Measure(
        "word_merges", "English words merged", _SPELLING, word_merges, Unit.MENTIONS, 0.01, fewer=True, has_halves=False
    ),
    Measure(
        "unlisted_merges",
        "the same if they were missing from our list",
        _SPELLING,
        unlisted_merges,
        Unit.MENTIONS,
        fewer=True,
        has_halves=False,
    ),
    Measure("negation", "negation table right", "Negation", negation, Unit.DOCUMENTS, 78 / 80, has_halves=False),
)
