"""Which skill a written label stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from matcher.core.folding import Forms, canonical
from matcher.core.model import Skill
from matcher.core.tokens import Tokens, raw_words_of, tokenise, words_of
from matcher.core.trie import Trie
from matcher.errors import ReferenceDataError

SHORTEST_VARIANT = 6
"""Letters a word needs before a misspelling of it is recognised: shorter ones have too many honest neighbours."""
SHORTEST_TAILED = 8
"""Letters a word needs before it is recognised with its first letter wrong or missing."""
_SHORTEST_COMPOUND = 6
_LONGEST_ACRONYM = 5
_SHORTEST_HALVED, _SHORTEST_HALF = 8, 4
_PREFIXES = frozenset(["up", "re", "cross", "multi", "micro", "anti", "non", "pre", "co"])
"""Beginnings that people set apart: up-skilling, micro-learning."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name of a skill. `exact_case`: its surface form must be `text`, where case tells the senses apart.

    `halves`: the words it must be written in, where one word of it is written as two ("crowd strike").
    """

    skill_id: str
    text: str
    exact_case: bool = False
    is_title: bool = False
    is_ambiguous: bool = False
    is_wording: bool = False
    cues: frozenset[str] = frozenset()
    blockers: frozenset[str] = frozenset()
    halves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The skills, and their labels arranged for looking up. Made by `build`, never changed.

    `labels`: canonical word sequences -> label; `wordings`: the same of what tells of a skill without naming it.
    `known`: ordinary words and those of labels.
    `correctable`: (first letter, length) -> the lexicon words of these in which spelling variants are sought.
    `tails`: what follows the first letter of those that are long enough -> the word. `forms`: the canonical forms of
    known words.
    """

    skills: Mapping[str, Skill]
    labels: Trie[Label] = field(repr=False)
    wordings: Trie[Label] = field(repr=False)
    known: frozenset[str] = field(repr=False)
    correctable: Mapping[tuple[str, int], tuple[str, ...]] = field(repr=False)
    tails: Mapping[str, str] = field(repr=False)
    forms: Forms = field(repr=False)

    def tokenise(self, text: str) -> Tokens:
        """The words of `text`, cut as the labels were cut."""
        return tokenise(text, self.forms)


def build(skills: Iterable[Skill], ordinary_words: Iterable[str]) -> Taxonomy:
    """The taxonomy of `skills`. `ordinary_words`: English words, which are never taken for misspelt labels.

    Raises `ReferenceDataError` if two skills share a label.
    """
    by_id = {skill.id: skill for skill in skills}
    ordinary = frozenset(ordinary_words)
    trie, lexicon = _arranged(by_id.values(), ordinary)
    known = ordinary.union(lexicon)
    return Taxonomy(by_id, trie, _worded(by_id.values()), known, *_spelt(lexicon), Forms(known))


def beside(base: Taxonomy, skills: Iterable[Skill]) -> Taxonomy:
    """A taxonomy of other `skills` for texts that were cut with `base`, in milliseconds: its words are taken as known.

    Raises `ReferenceDataError` if two skills share a label.
    """
    by_id = {skill.id: skill for skill in skills}
    trie, lexicon = _arranged(by_id.values(), base.known)
    return Taxonomy(by_id, trie, _worded(by_id.values()), base.known, *_spelt(lexicon), base.forms)


def _arranged(skills: Collection[Skill], ordinary: Collection[str]) -> tuple[Trie[Label], set[str]]:
    """The labels by their words, and all words of theirs as written."""
    trie: Trie[Label] = Trie()
    labels = [label for skill in skills for label in _labels(skill, ordinary)]
    raws = raw_words_of([label.text for label in labels])
    lexicon = set(chain.from_iterable(raws))
    forms = Forms(lexicon)
    derived = [pair for label, raw in zip(labels, raws, strict=True) for pair in _insert(trie, label, raw, forms)]
    derived += [pair for label, raw in zip(labels, raws, strict=True) for pair in _halved(label, raw, ordinary)]
    for words, label in derived:  # after all given ones, which they never displace
        if len(words) > 1 or words[0] not in ordinary:
            trie.insert(words, label)
    return trie, lexicon


def _worded(skills: Iterable[Skill]) -> Trie[Label]:
    """The wordings by their words. Raises `ReferenceDataError` if two skills share one."""
    labels = [Label(skill.id, text, is_wording=True) for skill in skills for text in skill.wordings]
    trie: Trie[Label] = Trie()
    for label, words in zip(labels, words_of([label.text for label in labels]), strict=True):
        _keep(trie, words, label)
    return trie


def _spelt(lexicon: Collection[str]) -> tuple[dict[tuple[str, int], tuple[str, ...]], dict[str, str]]:
    """The words in which spelling variants are sought, and those known by their tails."""
    correctable: dict[tuple[str, int], list[str]] = {}
    for word in sorted({canonical(word) for word in lexicon}):
        if word.isalpha() and len(word) >= SHORTEST_VARIANT - 1:
            correctable.setdefault((word[0], len(word)), []).append(word)
    by_start = {key: tuple(words) for key, words in sorted(correctable.items())}
    tails = {word[1:]: word for words in by_start.values() for word in words if len(word) >= SHORTEST_TAILED}
    return by_start, tails


def _labels(skill: Skill, ordinary: Collection[str]) -> Iterable[Label]:
    for text in (skill.preferred_label, *skill.alt_labels):
        yield Label(skill.id, text, exact_case=_is_shouted_word(text, ordinary))
    forms = _forms(skill)
    for ambiguous in skill.ambiguous_labels:
        yield Label(
            skill.id,
            ambiguous.label,
            exact_case=ambiguous.label != ambiguous.label.lower(),
            is_ambiguous=True,
            cues=forms[ambiguous.cues],
            blockers=forms[ambiguous.blockers],
        )
    for title in skill.title_labels:
        yield Label(skill.id, title, is_title=True)


def _forms(skill: Skill) -> dict[tuple[str, ...], frozenset[str]]:
    """The cues and blockers of a skill -> their canonical words."""
    lists = [words for ambiguous in skill.ambiguous_labels for words in (ambiguous.cues, ambiguous.blockers)]
    found = words_of([" ".join(words) for words in lists])
    return {words: frozenset(forms) for words, forms in zip(lists, found, strict=True)} | {(): frozenset()}


def _is_shouted_word(text: str, ordinary: Collection[str]) -> bool:
    """True for an acronym that in small letters is an English word, such as SOAR, FAIR or LIME."""
    return text.isupper() and text.lower() in ordinary


def _insert(trie: Trie[Label], label: Label, raw: list[str], forms: Forms) -> list[tuple[list[str], Label]]:
    """Keep `label` under its own words; answer the other writings it is recognised by."""
    own, *others = _writings(label, raw, forms)
    _keep(trie, own, label)
    return [(words, label) for words in others]


def _keep(trie: Trie[Label], words: Sequence[str], label: Label) -> None:
    kept = trie.insert(words, label)
    if kept.skill_id != label.skill_id:
        trouble = f"label {label.text!r} stands for {kept.skill_id!r} already (as {kept.text!r})."
        raise ReferenceDataError(f"taxonomy: skills.{label.skill_id}", trouble)


def _halved(label: Label, raw: list[str], ordinary: Collection[str]) -> Iterable[tuple[list[str], Label]]:
    """The writings in which one compound word of the label is written as two words."""
    if label.is_title:
        return
    for i, word in enumerate(raw):
        for at in range(2, len(word) - _SHORTEST_HALF + 1) if len(word) >= _SHORTEST_HALVED and word.isalpha() else ():
            left, right = word[:at], word[at:]
            if left in _PREFIXES or (word not in ordinary and len(left) > 2 and left in ordinary and right in ordinary):
                halves = (*raw[:i], left, right, *raw[i + 1 :])
                yield [canonical(half) for half in halves], replace(label, halves=halves)


def _writings(label: Label, raw: list[str], forms: Forms) -> list[list[str]]:
    """The word sequences a label is recognised by: itself, two words written as one, acronyms in the plural.

    `forms`: the canonical forms of the words of labels.
    """
    words = ["and" if word == "&" else forms[word] for word in raw]
    writings = [words]
    if "and" in words:
        writings.append(["&" if word == "and" else word for word in words])
    if label.is_title:
        return writings
    for i in range(len(words) - 1):
        joined = raw[i] + raw[i + 1]
        if joined.isalpha() and len(joined) >= _SHORTEST_COMPOUND:
            writings.append([*words[:i], canonical(joined), *words[i + 2 :]])
    last = label.text.rsplit(maxsplit=1)[-1]
    if len(last) < _LONGEST_ACRONYM and last.isupper() and last.isalpha():
        writings.append([*words[:-1], words[-1] + "s"])
    if words[:1] == ["iso"] and words[1:2] and words[1].isdigit():
        writings.append(["iso", "iec", *words[1:]])
    return writings
