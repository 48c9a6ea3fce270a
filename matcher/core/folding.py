"""A lower-case copy of a text for matching, with the way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Collection, Sequence
from functools import lru_cache

BULLET = "•"
BULLETS = "•◦▪▫■□●○◆◇‣⁃∙·➢➤➔→►▶✓✔✦★❖\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d"
"""Characters that open an item of a list, those of symbol fonts included."""
_SAME = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys(BULLETS, BULLET),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e", ""),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", ""),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
}


class Folded:
    """`text`: the folded copy; `original(i)`: where character `i` of it stands in the original."""

    __slots__ = ("_offsets", "text")

    def __init__(self, text: str, offsets: Sequence[int] | None) -> None:
        self.text = text
        self._offsets = offsets

    def original(self, position: int) -> int:
        """Code-point offset in the original text of the folded character at `position`."""
        return position if self._offsets is None else self._offsets[position]

    @property
    def is_aligned(self) -> bool:
        """True if every folded character stands at its original offset."""
        return self._offsets is None


def fold(text: str) -> Folded:
    """`text` in lower case, without accents, ligatures, soft hyphens, typographic quotes and dashes.

    Linear in the length of the text: characters are folded one by one (compatibility decomposition, UAX #15,
    without its reordering of combining marks, which is quadratic on hostile input).
    """
    if text.isascii():
        return Folded(text.lower().replace("_", " "), None)
    text = text.replace("\u00ad\n", "-\n")  # a soft hyphen shows only where it breaks a word: there it is a hyphen
    table = {c: _fold_character(c) for c in set(text) if not c.isascii()}
    uneven = [c for c, folded in table.items() if len(folded) != 1]
    offsets = _offsets(text, table, uneven) if uneven else None
    if len(table) <= 40:  # a handful of bullets and dashes: far faster than translate()
        for character, folded in table.items():
            text = text.replace(character, folded)
    else:
        text = text.translate({ord(c): folded for c, folded in table.items()})
    return Folded(_lower_same_length(text).replace("_", " "), offsets)


def _offsets(text: str, table: dict[str, str], uneven: list[str]) -> array[int]:
    offsets: array[int] = array("q")
    done = 0
    for found in re.finditer("[" + re.escape("".join(uneven)) + "]", text):
        offsets.extend(range(done, found.start()))
        offsets.extend([found.start()] * len(table[found.group()]))
        done = found.end()
    offsets.extend(range(done, len(text) + 1))
    return offsets


def _lower_same_length(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isspace():
        return " "
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    lowered = plain.lower()
    return lowered if len(lowered) == len(plain) else plain


_IRREGULAR = {
    "analyses": "analysis",
    "artefact": "artifact",
    "artefacts": "artifact",
    "biases": "bias",
    "catalogues": "catalog",
    "criteria": "criterion",
    "defence": "defense",
    "hypotheses": "hypothesis",
    "licence": "license",
    "licences": "license",
    "matrices": "matrix",
    "programme": "program",
    "programmes": "program",
    "theses": "thesis",
}
# British endings and their American counterparts. Both sides of every comparison pass through here, so a wrong
# conversion ("enterprise" -> "enterprize") does no harm as long as it merges no two words.
_SPELLING = re.compile(
    r"(?P<z>(?<=[iy])s(?=(?:e|ed|er|ing|ation|ational)$))"
    r"|(?P<or>our(?=(?:ed|ing|al|ful|able|ist)?$))"
    r"|(?P<l>ll(?=(?:ing|ed|er)$))"
    r"|(?P<er>(?<=[bt])re$)"
    r"|(?P<og>ogue$)"
)
_AMERICAN = {"z": "z", "or": "or", "l": "l", "er": "er", "og": "og"}
_KEEPS_S = ("ss", "us", "is")


def canonical(word: str) -> str:
    """The form in which words are compared: singular, American spelling. `word` is folded already."""
    if len(word) < 5:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word[-1] == "s":
        word = _singular(word)
    if len(word) >= 6:
        word = _SPELLING.sub(_to_american, word)
    return word


class Forms(dict[str, str]):
    """Folded word -> canonical form, worked out when first asked for.

    Only forms of `lasting` words are kept, English words and words of labels: nothing of a document stays.
    """

    def __init__(self, lasting: Collection[str] = ()) -> None:
        super().__init__()
        self.lasting = lasting

    def __missing__(self, word: str) -> str:
        form = canonical(word)
        if word in self.lasting:
            self[word] = form
        return form


def _singular(word: str) -> str:
    if word.endswith(_KEEPS_S):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _to_american(found: re.Match[str]) -> str:
    return _AMERICAN[found.lastgroup or ""]
