"""Words of job titles, and words of the names of employers and schools."""

from __future__ import annotations

TITLE_WORDS = frozenset(
    """
    manager lead leader head director officer analyst engineer specialist consultant architect trainer designer
    strategist chief vp president coordinator advisor adviser partner scientist developer administrator auditor
    counsel lawyer assistant intern associate principal executive researcher fellow professor lecturer teacher
    instructor technician owner founder deputy supervisor facilitator cdo ciso cio cto dpo attorney solicitor
    steward planner writer editor operator agent
    """.split()
)
RANKS = frozenset(
    """
    manager head director officer chief vp president vice senior executive assistant associate deputy group global
    regional lead supervisor
    """.split()
)
"""Words of a rank; alone before a comma they need the field that follows it."""
ORGANISATION_WORDS = frozenset(
    """
    ltd limited inc gmbh plc llc llp corp corporation company ag sa bv nv pty university college school institute
    academy polytechnic faculty
    """.split()
)
