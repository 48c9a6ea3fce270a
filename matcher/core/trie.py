"""Finding the longest known word sequence at a place in a text, in time independent of how many are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
_END = ""  # no word is empty, so the value of a finished sequence can live beside its continuations


class Trie(Generic[T]):
    """Word sequences with a value each, looked up by their words."""

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def insert(self, words: Sequence[str], value: T) -> T:
        """Keep `value` under `words`, unless one is kept there already; the kept one is returned."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        kept: T = node.setdefault(_END, value)
        return kept

    @property
    def heads(self) -> dict[str, Any]:
        """First words of all sequences (as keys)."""
        return self._root

    def openings(self, words: Sequence[str]) -> list[int]:
        """Indexes of `words` at which a sequence begins, judged by its first word and the next: a quick first sieve."""
        last = len(words) - 1
        return [
            i
            for i, node in enumerate(map(self._root.get, words))
            if node is not None and (_END in node or (i < last and words[i + 1] in node))
        ]

    def longest(self, words: Sequence[str], gaps: Sequence[int], at: int, widest: int) -> tuple[int, T] | None:
        """The longest sequence starting at index `at` of `words`: (index after its last word, value).

        No two words of it may be parted more firmly than `widest`.
        """
        node = self._root.get(words[at])
        best = None
        i = at + 1
        while node is not None:
            if _END in node:
                best = (i, node[_END])
            if i >= len(words) or gaps[i] > widest:
                break
            node = node.get(words[i])
            i += 1
        return best

    def items(self) -> Iterator[tuple[tuple[str, ...], T]]:
        """All sequences with their values, in order of insertion by prefix."""
        stack: list[tuple[tuple[str, ...], dict[str, Any]]] = [((), self._root)]
        while stack:
            path, node = stack.pop()
            for word, child in node.items():
                if word == _END:
                    yield path, child
                else:
                    stack.append(((*path, word), child))
