"""How much of a page is walked through before it is refused."""

from __future__ import annotations

MOST_STEPS = 150_000
"""Elements and pieces of text between them; a saved page of a job site has 15,000."""
MOST_DEPTH = 512
"""Elements inside of each other; browsers show deeper ones flat."""
MOST_ATTRIBUTES = 500
"""Of one element; a saved page has ten."""


class TooMuchError(Exception):
    """The page has more parts than are walked through."""


class Steps:
    """Counts elements and texts. Raises `TooMuchError` from the first that is too many."""

    def __init__(self) -> None:
        self._taken = 0

    def enter(self, depth: int, attributes: int) -> None:
        """Called for every element that opens; `depth`: how many are open."""
        self.take()
        if depth > MOST_DEPTH or attributes > MOST_ATTRIBUTES:
            raise TooMuchError

    def take(self) -> None:
        """Called for every piece of text."""
        self._taken += 1
        if self._taken > MOST_STEPS:
            raise TooMuchError
