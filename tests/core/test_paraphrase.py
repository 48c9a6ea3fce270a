from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from matcher.core.paraphrase import Describer, PhraseWeights
from matcher.core.sections import Section, Unit
from matcher.core.tokens import tokenise


def describer(lasting: set[str]) -> Describer:
    weights = PhraseWeights(
        "test",
        {"council": 0, "steward": 1},
        np.array([1.0, 1.0]),
        ("data_governance",),
        csr_array(np.array([[1.0], [1.0]])),
        np.array([-1.0]),
    )
    return Describer(weights, lasting)


def test_a_described_skill_names_the_words_that_speak_for_it() -> None:
    tokens = tokenise("Met the council of stewards each week")
    unit = Unit(0, len(tokens) - 1, Section.BODY, False, False)
    (found,) = describer(set()).likenesses([unit], tokens, [], frozenset())
    assert found.skill_id == "data_governance"
    assert [tokens.raw[i] for i in found.speaking] == ["council", "stewards"]
    assert not list(describer(set()).likenesses([unit], tokens, [], {(0, "data_governance")}))


def test_words_of_a_document_do_not_stay() -> None:
    asked = describer({"council"})
    tokens = tokenise("council canary 1984")
    list(asked.likenesses([Unit(0, 2, Section.BODY, False, False)], tokens, [], frozenset()))
    assert list(asked._rows) == ["council"]
