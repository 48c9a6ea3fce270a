"""Everything that is wrong on the development half, with the reason that the engine itself gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaluation.corpus import Half, LabelledDocument
from evaluation.judging import JudgedMention, Judgement, judge
from evaluation.systems import Answer, System
from matcher.core.model import MatchReport, RoleScore

MOST_MISSING = 8
"""Missing skills shown of a role."""
LONGEST_QUOTE = 140


def errors(system: System, documents: Iterable[LabelledDocument]) -> Iterator[str]:
    """Lines: wrong documents first, then missed labels, false mentions and wrong kinds. Never of the final half."""
    answers = system.answers([d for d in documents if d.half is Half.DEVELOPMENT])
    wrong = [answer for answer in answers if _troubles(answer)]
    yield f"WRONG DOCUMENTS ({len(wrong)} of {len(answers)} of the development half)"
    for answer in wrong:
        yield from _explained(answer)
    judgements = [judge(answer) for answer in answers]
    yield from _listed("MISSED LABELS", _missed(judgements))
    yield from _listed("FALSE MENTIONS (skill labelled nowhere in the document)", _false(judgements, False))
    yield from _listed("MISPLACED MENTIONS (skill labelled elsewhere in the document)", _false(judgements, True))
    yield from _listed("WRONG EVIDENCE KINDS", _kinds(judgements))


def _troubles(answer: Answer) -> list[str]:
    """What is wrong with an answer, in words; nothing if all is right."""
    document, ranking = answer.document, answer.given.ranking
    troubles = []
    is_sorted = document.belongs or (document.is_description and document.kind == "true")
    if is_sorted and not answer.is_right_role:
        troubles.append(f"first is {ranking[0] if ranking else 'nothing'}, should be {document.role}")
    if not document.is_description and answer.band != document.band:
        troubles.append(f"band is {answer.band}, should be {document.band}")
    return troubles


def _explained(answer: Answer) -> Iterator[str]:
    document, report = answer.document, answer.given.report
    yield f"\n{document.id} ({document.kind}, {document.role}): {'; '.join(_troubles(answer))}"
    yield f"  {document.note}"
    if report is None:
        yield "  not assessable"
        return
    yield "  scores   " + ", ".join(f"{r.role_id} {r.value:.1f} ({r.band.value})" for r in report.role_scores)
    yield from _reasons(_own(report, document.role))


def _own(report: MatchReport, role_id: str) -> RoleScore:
    return next((role for role in report.role_scores if role.role_id == role_id), report.role_scores[0])


def _reasons(role: RoleScore) -> Iterator[str]:
    yield f"  {role.role_id}: evidenced {role.evidenced:.1f}, focus {role.focus:.2f}"
    yield "  areas    " + ", ".join(f"{a.title} {a.evidenced:.1f} ({a.coverage:.0%})" for a in role.areas)
    yield "  gates    " + ", ".join(f"{g.title} {g.fulfilment:.2f}" for g in role.gates)
    missing = role.missing[:MOST_MISSING]
    yield "  missing  " + ", ".join(f"{m.skill_id} +{m.gain_if_shown:.1f}" for m in missing)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    yield f"\n{title} ({len(found)})"
    yield from found


def _missed(judgements: Sequence[Judgement]) -> Iterator[str]:
    for judgement in judgements:
        for judged in judgement.labels:
            label = judged.label
            if not (judged.named if label.is_named else judged.any):
                quote = _short(judgement.document.text[label.start : label.end])
                wording = "named" if label.is_named else "described"
                yield f"{judgement.document.id}  {wording}  {label.skill_id}  {label.kind}  {quote!r}"


def _false(judgements: Sequence[Judgement], is_labelled: bool) -> Iterator[str]:
    for judgement in judgements:
        for judged in judgement.mentions:
            if not judged.is_right and judged.is_labelled is is_labelled:
                yield f"{judgement.document.id}  {_written(judged, judgement.document.text)}"


def _written(judged: JudgedMention, text: str) -> str:
    mention = judged.mention
    speaking = f"  by {', '.join(mention.speaking)}" if mention.speaking else f"  by {_short(mention.surface_form)!r}"
    quote = _short(text[mention.sentence.start : mention.sentence.end])
    return f"{mention.how.value}  {mention.skill_id}  {mention.kind.value}{speaking}  in {quote!r}"


def _kinds(judgements: Sequence[Judgement]) -> Iterator[str]:
    for judgement in judgements:
        for judged in judgement.mentions:
            if judged.is_right and not judged.is_kind_right():
                wanted = "/".join(sorted({label.kind for label in judged.labels}))
                yield f"{judgement.document.id}  wanted {wanted}  {_written(judged, judgement.document.text)}"


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1] + "…"
