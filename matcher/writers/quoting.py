"""The words of a document around a mention, short enough to read."""

from __future__ import annotations

from matcher.core.model import SkillMention

LONGEST = 220
"""Characters of a quote; a longer sentence is cut at words around the mention."""


def quote(text: str, mention: SkillMention) -> str:
    """The sentence of a mention on one line, cut to about `LONGEST` characters around the mention with "…"."""
    before, middle, after = pieces(text, mention)
    return f"{before}{middle}{after}"


def pieces(text: str, mention: SkillMention) -> tuple[str, str, str]:
    """The quote as (before the mention, the mention, after it)."""
    middle = _one_line(text[mention.span.start : mention.span.end])
    before = _one_line(text[mention.sentence.start : mention.span.start], ends=(True, False))
    after = _one_line(text[mention.span.end : mention.sentence.end], ends=(False, True))
    room = max(40, LONGEST - len(middle))
    keep_before = min(len(before), max(room // 2, room - len(after)))
    keep_after = min(len(after), room - keep_before)
    if keep_before < len(before):
        before = "…" + before[-keep_before:].partition(" ")[2]
    if keep_after < len(after):
        after = after[:keep_after].rpartition(" ")[0] + "…"
    return before, middle, after


def _one_line(text: str, ends: tuple[bool, bool] = (True, True)) -> str:
    """`text` with white space folded; kept as one space at the ends that touch the mention."""
    folded = " ".join(text.split())
    left = " " if text[:1].isspace() and not ends[0] and folded else ""
    right = " " if text[-1:].isspace() and not ends[1] and folded else ""
    return left + folded + right
