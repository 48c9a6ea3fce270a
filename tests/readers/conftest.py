"""Reads with one PDF engine alone, so that each is tested."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.readers.pdf import choice, miner, pdfium
from matcher.readers.pdf.attempt import Attempt, attempt

ENGINES = {"PDFium": pdfium.pages, "pdfminer.six": miner.pages}


@pytest.fixture
def use_engine(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets the engine of this name read alone; "both" is how documents are read."""

    def use(name: str) -> None:
        def alone(data: bytes, label: str) -> Attempt:
            return attempt(ENGINES[name], name, data, label)

        if name != "both":
            monkeypatch.setattr(choice, "best", alone)

    return use


@pytest.fixture(params=["both", *ENGINES])
def engine(request: pytest.FixtureRequest, use_engine: Callable[[str], None]) -> str:
    """Each way of reading in turn."""
    use_engine(request.param)
    return str(request.param)
