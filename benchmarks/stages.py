"""Where the time goes: the share of each stage of an answer, and of making a matcher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import wraps
from pkgutil import resolve_name
from time import perf_counter
from types import GeneratorType
from typing import Any
from unittest import mock

ANSWERING: Mapping[str, tuple[str, ...]] = {
    "read": ("matcher.pipeline.read_text",),
    "tokenise": ("matcher.core.finder.Finder.tokenise",),
    "assessable": ("matcher.core.assessable.check",),
    "genre": ("matcher.core.genre.is_role_description",),
    "sections": ("matcher.core.sections.split",),
    "sight": ("matcher.core.mentions.sight",),
    "disambiguate": ("matcher.core.mentions.disambiguate",),
    "context": ("matcher.core.document_sentences.read_sentence", "matcher.core.context.kind_of"),
    "paraphrase": ("matcher.core.paraphrase.Describer.likenesses",),
    "scoring": ("matcher.pipeline.weigh", "matcher.core.scoring.scorer.Scorer.scores"),
}
"""Stage -> the functions that are it, under the names their callers look them up by."""
STARTING: Mapping[str, tuple[str, ...]] = {
    "skills": ("matcher.reference_data.read_skills",),
    "role profiles": ("matcher.reference_data.read_profile",),
    "phrases": ("matcher.reference_data.examples", "matcher.core.phrase_fit.fingerprint"),
    "phrase weights": ("matcher.core.paraphrase.PhraseWeights.from_bytes", "matcher.core.phrase_fit.fit"),
    "other reference data": ("matcher.reference_data.load",),
    "taxonomy": ("matcher.core.taxonomy.build",),
    "headings, cues": ("matcher.core.sections.compile_headings", "matcher.core.cues.compile_cues"),
    "describer": ("matcher.core.paraphrase.Describer.__init__",),
    "scorer": ("matcher.core.scoring.scorer.Scorer.__init__",),
}
REST = "rest"


def seconds(stages: Mapping[str, tuple[str, ...]], task: Callable[[], Any], rounds: int) -> dict[str, float]:
    """Seconds a round that each stage of `task` takes, without the stages called from it, and the rest."""
    task()
    watch = _Watch()
    with ExitStack() as stack:
        for stage, names in stages.items():
            for name in names:
                stack.enter_context(mock.patch(name, watch.timed(stage, resolve_name(name))))
        for _ in range(rounds):
            watch.run(REST, task)
    return {stage: watch.seconds[stage] / rounds for stage in (*stages, REST)}


class _Watch:
    """Charges time to the innermost open stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._open: list[str] = []
        self._since = 0.0

    def run(self, stage: str, task: Callable[[], Any]) -> Any:
        self._charge()
        self._open.append(stage)
        try:
            return task()
        finally:
            self._charge()
            self._open.pop()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, with its time charged to `stage`; that of a generator whenever it is asked for the next item."""

        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            answer = self.run(stage, lambda: function(*args, **kwargs))
            return self._items(stage, answer) if isinstance(answer, GeneratorType) else answer

        return call

    def _items(self, stage: str, items: Iterator[Any]) -> Iterator[Any]:
        nothing = object()
        while (item := self.run(stage, lambda: next(items, nothing))) is not nothing:
            yield item

    def _charge(self) -> None:
        now = perf_counter()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now
