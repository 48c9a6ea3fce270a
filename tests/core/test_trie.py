from __future__ import annotations

from matcher.core.tokens import CLAUSE, SPACE
from matcher.core.trie import Trie


def test_the_longest_sequence_is_found() -> None:
    trie: Trie[str] = Trie()
    trie.insert(["nist"], "nist")
    trie.insert(["nist", "ai", "rmf"], "rmf")
    words = ["nist", "ai", "rmf", "nist", "ai"]
    gaps = [SPACE] * 5
    assert trie.longest(words, gaps, 0, SPACE) == (3, "rmf")
    assert trie.longest(words, gaps, 3, SPACE) == (4, "nist")


def test_a_sequence_does_not_reach_over_a_firmer_parting() -> None:
    trie: Trie[str] = Trie()
    trie.insert(["risk", "management"], "risk")
    assert trie.longest(["risk", "management"], [SPACE, CLAUSE], 0, SPACE) is None


def test_the_first_value_is_kept_and_told() -> None:
    trie: Trie[str] = Trie()
    assert trie.insert(["a"], "first") == "first"
    assert trie.insert(["a"], "second") == "first"
    assert dict(trie.items()) == {("a",): "first"}
