"""A job description, as text, turned into what it asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from matcher.core import genre
from matcher.core.finder import Finder
from matcher.core.job_description import alternatives, facts, lines, profile
from matcher.core.job_description.headings import Heading, compile_headings
from matcher.core.job_description.line_weights import LineWeights
from matcher.core.job_description.lines import Line
from matcher.core.job_description.parts import classify
from matcher.core.job_description.sentence import Place, things
from matcher.core.job_description.terms import Terms
from matcher.core.job_description.tiers import Weigher, told_tier
from matcher.core.mentions import Sighting
from matcher.core.model import Document, Duty, Skill, Span
from matcher.core.model.job_descriptions import COUNTED, JobDescription, Part, Quoted, Wanted
from matcher.core.sections import CONTACT_MARK, Section, Unit
from matcher.core.tokens import Tokens
from matcher.core.trie import Trie
from matcher.errors import JobDescriptionEmptyError

_ASKING_WORDS = (
    *("you", "your", "candidate", "candidates", "applicant", "applicants", "postholder", "holder", "vacancy"),
    *("essential", "desirable", "must", "salary", "recruiting"),
)
"""Words that adverts say and resumes hardly do."""
_READ = COUNTED | {Part.NOT_NEEDED}
"""Parts that are read: what a sentence says is not needed may be half of it."""
FEWEST_WORDS = 5
"""Words below which a text asks for nothing that could be scored."""


class Describing:
    """Understands job descriptions. Made once, holds nothing of any of them."""

    def __init__(self, finder: Finder, skills: Mapping[str, Skill], weights: LineWeights) -> None:
        self._finder, self._skills, self._weights = finder, skills, weights
        self._headings = compile_headings()

    def describe(self, document: Document) -> JobDescription:
        """What `document` asks for. Raises `JobDescriptionEmptyError` if that is nothing."""
        tokens, name = self._finder.tokenise(document.text), document.name
        if len(tokens) < FEWEST_WORDS:
            raise JobDescriptionEmptyError(name, "it has hardly any words.")
        split = read_lines(tokens, self._headings)
        title = facts.title_of(document.text)
        called = facts.words_of_title(title)
        is_resume = _is_resume_like(tokens)
        parts = classify(split, tokens, self._weights, called)
        counted = [(line, part) for line, part in zip(split, parts, strict=True) if part in _READ]
        asking = [line for line, _ in counted]
        draft = _Draft(document, tokens, Terms(self._finder.idf), self._skills, called & facts.JOB_WORDS)
        named = self._finder.named(tokens, [_unit(line) for line in asking])
        withheld = _outsiders(split, parts, tokens) - called
        for line, part in counted:
            draft.read(line, part, named.get(line.first, []), withheld)
        if not draft.wanted:
            trouble = "it reads like a person's resume." if is_resume else "no sentence of it asks for a skill."
            raise JobDescriptionEmptyError(name, trouble)
        reasons = Counter(part for part in parts if part not in _READ and part is not Part.HEADING)
        reasons[Part.NOT_NEEDED] += draft.not_needed
        surely = [line for line, part in counted if part in COUNTED]
        return draft.finished(
            title,
            years=tuple(facts.years_of(surely, tokens)),
            degrees=tuple(facts.degrees_of(surely, tokens)),
            left_out={part: count for part, count in reasons.items() if count},
            is_resume_like=is_resume,
        )


def read_lines(tokens: Tokens, headings: Trie[Heading]) -> list[Line]:
    """The sentences in order, with what the headings and announcements above them say."""
    return lines.announced(lines.split(tokens, headings), tokens, lambda line: told_tier(line, tokens))


def _unit(line: Line) -> Unit:
    return Unit(line.first, line.last, Section.BODY, line.is_bullet, line.opens_line)


def _outsiders(split: Sequence[Line], parts: Sequence[Part], tokens: Tokens) -> frozenset[str]:
    """Words that the company's own story writes with a capital inside a sentence: its name, its towns."""
    told = [line for line, part in zip(split, parts, strict=True) if part in (Part.COMPANY, Part.PAY)]
    return frozenset(
        tokens.raw[i]
        for line in told
        for i in range(line.first + 1, line.last + 1)
        if tokens.text[tokens.starts[i]].isupper() and tokens.raw[i].isalpha() and not tokens.slice(i, i).isupper()
    )


def _is_resume_like(tokens: Tokens) -> bool:
    """True if it tells of a person: contact details or periods, "I", and no sign of a role."""
    personal = sum(tokens.raw.count(word) for word in ("i", "my", "me"))
    asked = sum(map(tokens.raw.count, _ASKING_WORDS))
    told = bool(genre.PERIOD.search(tokens.text)) + bool(CONTACT_MARK.search(tokens.text)) + (personal > 2)
    return asked <= 1 and told >= 2 and not genre.is_role_description(tokens)


@dataclass
class _Draft:
    """The requirements so far. `called`: the words by which the job calls its holder."""

    document: Document
    tokens: Tokens
    terms: Terms
    known: Mapping[str, Skill]
    called: frozenset[str]

    def __post_init__(self) -> None:
        self.wanted: list[Wanted] = []
        self.parts: dict[int, tuple[Line, Part]] = {}
        self.groups: dict[int, tuple[str, ...]] = {}
        self.not_needed = 0

    def read(self, line: Line, part: Part, named: Sequence[Sighting], withheld: Collection[str]) -> None:
        """Add what one sentence asks for."""
        weigher = Weigher(line, part, self.tokens)
        if part is Part.NOT_NEEDED and not (weigher.takes_back and weigher.asks_too):
            self.not_needed += 1
            return
        found = [
            p
            for p in things(line, part, self.tokens, named, self.terms, withheld)
            if not weigher.is_taken_back(p.first) and not (part is Part.DUTIES and p.is_term and self._is_the_job(p))
        ]
        self.not_needed += weigher.takes_back
        if not found:
            return
        numbers = self._grouped(line, found)
        for place, number in zip(found, numbers, strict=True):
            self.wanted.append(self._one(line, place, number, weigher))
        self.parts[line.first] = (line, part)

    def _is_the_job(self, place: Place) -> bool:
        """True for what holds the job's own name: nobody is asked for it."""
        return not self.called.isdisjoint(self.tokens.words[place.first : place.last + 1])

    def _grouped(self, line: Line, found: Sequence[Place]) -> list[int]:
        """The number of each thing's group of alternatives; 0 for none."""
        numbers = [0] * len(found)
        for chain in alternatives.groups(line, [(p.first, p.last) for p in found], self.tokens):
            members = tuple(dict.fromkeys(found[i].skill_id for i in chain))
            if len(members) < 2:
                continue
            number = len(self.groups) + 1
            self.groups[number] = members
            for i in chain:
                numbers[i] = number
        return numbers

    def _one(self, line: Line, place: Place, number: int, weigher: Weigher) -> Wanted:
        tokens = self.tokens
        tier, why = weigher.tier(place.first, place.last)
        span = Span(tokens.starts[place.first], tokens.ends[place.last])
        quote = Span(tokens.starts[line.first], tokens.ends[line.last])
        row = tokens.text.count("\n", 0, span.start) + 1
        return Wanted(place.skill_id, tier, span, quote, row, why, number, place.is_term)

    def finished(
        self,
        title: str,
        years: tuple[Quoted, ...],
        degrees: tuple[Quoted, ...],
        left_out: Mapping[Part, int],
        is_resume_like: bool,
    ) -> JobDescription:
        """The description with its profile."""
        terms = tuple(self.terms.skills({w.skill_id for w in self.wanted if w.is_term}))
        skills = {**self.known, **{term.id: term for term in terms}}
        wanted = [w for w in self.wanted if w.skill_id in skills]
        choices = {
            number: profile.choice([skills[m] for m in members if m in skills])
            for number, members in self.groups.items()
            if sum(m in skills for m in members) > 1
        }
        named = [self._scored(w, choices) for w in wanted]
        members = {choices[n].id: tuple(m for m in self.groups[n] if m in skills) for n in choices}
        changed = {
            skill_id: replace(skills[skill_id], implies={**skills[skill_id].implies, **shares})
            for skill_id, shares in profile.opened_by(members, skills).items()
        }
        extra = {**{t.id: t for t in terms}, **{c.id: c for c in choices.values()}, **changed}
        tiers = profile.strongest(named)
        everything = {**skills, **extra}
        final = profile.profile(
            title,
            "What the job description asks for.",
            tiers,
            self._duties(named, Part.DUTIES),
            self._duties(named, Part.WANTED),
            everything,
        )
        shown = tuple(sorted(wanted, key=lambda w: w.span))
        return JobDescription(
            self.document, title, final, terms, extra, shown, members, years, degrees, left_out, is_resume_like
        )

    def _scored(self, wanted: Wanted, choices: Mapping[int, Skill]) -> Wanted:
        """The requirement as it is scored: a group of alternatives stands for its members."""
        return wanted._replace(skill_id=choices[wanted.group].id) if wanted.group in choices else wanted

    def _duties(self, named: Iterable[Wanted], part: Part) -> list[Duty]:
        """The sentences of `part` with what each asks for."""
        tokens = self.tokens
        asked: dict[int, list[str]] = {}
        for one in named:
            asked.setdefault(one.quote.start, []).append(one.skill_id)
        of_part = [line for line, told in self.parts.values() if told is part]
        return [
            Duty(" ".join(tokens.slice(line.first, line.last).split()), tuple(dict.fromkeys(ids)))
            for line in of_part
            if (ids := asked.get(tokens.starts[line.first]))
        ]
