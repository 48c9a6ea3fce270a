"""English words that carry grammar, not meaning."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a an the of to in on for and or with by from at as is are was were be been being it its this that these those
    their his her our we i you he she they them who which what how not no so than then into over under per each
    every all any more most both there while when where after before until during about across between through up
    out off own such also other others very has have had do does did can could would should will may might must one
    two three four five six seven eight nine ten including within via using etc & me my your us if but too just only
    """.split()
)
