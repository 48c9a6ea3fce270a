"""The matcher in child processes: what a document does to its reader, it does to nobody else (docs/decisions/0010)."""

from matcher.isolation.ends import Limits
from matcher.isolation.matcher import IsolatedMatcher

__all__ = ["IsolatedMatcher", "Limits"]
