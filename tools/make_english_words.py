"""Makes matcher/taxonomy/english_words.txt from SCOWL word lists.

    python -m tools.make_english_words american-english british-english > matcher/taxonomy/english_words.txt

The lists are those of Debian's packages wamerican and wbritish (SCOWL 2020.12.07, in /usr/share/dict). Kept are words
of ASCII letters, in small letters: names too, so that no surname is taken for a misspelt product.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_WORD = re.compile(r"[A-Za-z]{2,}")


def words(paths: list[str]) -> list[str]:
    """The words of the lists, sorted, each once."""
    lines = (line for path in paths for line in Path(path).read_text("utf-8").splitlines())
    return sorted({line.lower() for line in lines if _WORD.fullmatch(line)})


if __name__ == "__main__":
    print("\n".join(words(sys.argv[1:])))
