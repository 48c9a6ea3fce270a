"""What the README shows is what its reader gets."""

from __future__ import annotations

import re
from pathlib import Path

from matcher import Matcher
from matcher.writers import WRITERS

ROOT = Path(__file__).resolve().parents[2]


def test_the_example_of_the_readme_is_what_it_prints(matcher: Matcher) -> None:
    shown = re.search(r"\$ make match RESUME=(\S+)\n(.+?)\n  …", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    printed = WRITERS["text"].write(matcher.match_file(ROOT / shown[1]), matcher.skills)
    assert [line.rstrip() for line in printed.splitlines()][:4] == shown[2].splitlines()
