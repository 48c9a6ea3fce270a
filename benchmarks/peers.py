"""What others offer for finding labels in a text: spaCy's PhraseMatcher, and a bare Aho–Corasick automaton."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from matcher.core.model import Skill


def labels_of(skill: Skill) -> list[str]:
    """All names of `skill` and what else tells of it, as the taxonomy gives them."""
    ambiguous = (one.label for one in skill.ambiguous_labels)
    return [skill.preferred_label, *skill.alt_labels, *ambiguous, *skill.title_labels, *skill.wordings]


def phrase_matcher(skills: Iterable[Skill]) -> Callable[[str], int]:
    """Counts labels with spaCy: a blank English pipeline, words compared in small letters. Sentences, spelling
    variants and everything that makes a mention evidence are beyond it.
    """
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for skill in skills:
        matcher.add(skill.id, [nlp.make_doc(label) for label in labels_of(skill)])
    return lambda text: len(matcher(nlp.make_doc(text)))


def automaton(skills: Iterable[Skill]) -> Callable[[str], int]:
    """Counts labels with pyahocorasick: characters, so that "sql" is found in "mysql" too. A floor, not a rival."""
    import ahocorasick  # type: ignore[import-not-found]

    found = ahocorasick.Automaton()
    for skill in skills:
        for label in labels_of(skill):
            found.add_word(label.lower(), skill.id)
    found.make_automaton()
    return lambda text: sum(1 for _ in found.iter(text.lower()))
