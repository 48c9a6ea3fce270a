"""The maps of codes to letters that pdfminer.six brings along, and no others: it takes any that CMAP_PATH names."""

from __future__ import annotations

import gzip
import json
import re
from importlib import resources
from typing import Any

from pdfminer.cmapdb import CMapDB

_NAME = re.compile(r"[\w-]+", re.ASCII)
_BY_CODE = ("CID2UNICHR_H", "CID2UNICHR_V")


def _load(name: str) -> type[Any]:
    """The map of this name, as pdfminer keeps it. Raises `CMapDB.CMapNotFound`."""
    file = resources.files("pdfminer") / "cmap" / f"{name}.json.gz"
    if not _NAME.fullmatch(name) or not file.is_file():
        raise CMapDB.CMapNotFound(name)
    found = json.loads(gzip.decompress(file.read_bytes()))
    for key in _BY_CODE:
        if key in found:
            found[key] = {int(code): letter for code, letter in found[key].items()}
    if found.get("CODE2CID"):
        found["CODE2CID"] = CMapDB._convert_code2cid_keys(found["CODE2CID"])
    return type(name, (), found)


def keep_to_own_folder() -> None:
    """From now on, pdfminer reads no map from elsewhere."""
    CMapDB._load_data = staticmethod(_load)  # type: ignore[method-assign]
