"""The control words of rich text (RTF 1.9.1) that matter for its text."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
SIGNS = {"~": "\u00a0", "_": "-", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
ENDS = frozenset(["par", "sect", "page", "column", "nestcell"])
"""Words that end a paragraph, and the sign of a line end behind a backslash."""
SKIPPED = frozenset(
    """
    info pict objdata objclass objname fldinst nonshppict shprslt do sp xe tc rxe txe filetbl listtable
    listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles xmlnstbl generator annotation
    atnid atnauthor atnicn atnref atntime atndate atnparent template private pnseclvl ftnsep ftnsepc ftncn aftnsep
    aftnsepc aftncn falt panose fontemb bkmkstart bkmkend mmath background pgptbl userprops wgrffmtfilter fname
    """.split()
)
"""Groups that hold no text of the document."""
ENTERED = frozenset(["shpinst", "nesttableprops"])
"""Groups with text in them although they are marked as ones that may be passed over."""
ASIDE = frozenset(["shptxt", "footnote"])
"""Groups that are read behind the paragraph in which they stand."""
HEADERS = frozenset(["header", "headerl", "headerr", "headerf"])
FOOTERS = frozenset(["footer", "footerl", "footerr", "footerf"])
LABELS = frozenset(["listtext", "pntext"])
"""The bullet or number of a list item."""
PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""Encodings of a whole document by control word."""
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Encodings of fonts by their number in the font table."""
SYMBOLS = 2
"""The number of fonts that hold signs instead of letters."""
KNOWN_PAGES = frozenset(
    [*range(1250, 1259), 437, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 936, 949, 950, 1361]
)
"""Numbers of encodings that Python knows as "cp…"."""
