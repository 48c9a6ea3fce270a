"""The lines of the body, a header or a text box of rich text while they grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from matcher.core.folding import BULLET
from matcher.readers import rows


@dataclass(slots=True)
class Flow:
    """`pieces`: the paragraph so far; `cell`, `cells`: those of a table row; `aside`: text boxes of the paragraph."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    is_item: bool = False

    def end_paragraph(self, in_table: bool, is_heading: bool = False) -> None:
        """Puts the paragraph into the cell or into the lines; a heading stands behind an empty line."""
        line = "".join(self.pieces)
        if line.strip() and self.is_item:
            line = f"{BULLET} {line.lstrip()}"
        target = self.cell if in_table else self.lines
        if not in_table:
            self.end_row()
        target += [""] if is_heading and line.strip() else []
        target += [*line.split("\n"), *self.aside]
        self.pieces, self.aside, self.is_item = [], [], False

    def end_cell(self) -> None:
        """Puts the last paragraph and the cell into the row."""
        self.end_paragraph(in_table=True)
        self.cells.append([line for line in self.cell if line.strip()])
        self.cell = []

    def end_row(self) -> None:
        """Puts the row into the lines."""
        if self.cell:
            self.cells.append(self.cell)
        if self.cells:
            self.lines += rows.lines_of(self.cells)
        self.cell, self.cells = [], []

    def finished(self) -> list[str]:
        """All lines."""
        self.end_paragraph(in_table=bool(self.cell))
        self.end_row()
        return self.lines


def distinct(parts: Sequence[list[str]]) -> list[list[str]]:
    """Each text once; parts without text are left out."""
    found: dict[str, list[str]] = {}
    for lines in parts:
        found.setdefault("\n".join(lines).strip(), lines)
    return [lines for text, lines in found.items() if text]
