"""The lines that the cells of a table row make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def lines_of(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a row whose cells hold these lines, as a person reads them.

    Cells of a line each stand in one line, parted by tabs; dates in the margin stand on the first line of what they
    belong to; otherwise the table is a page layout, which is read column after column.
    """
    filled = [[line for line in cell if line.strip()] for cell in cells]
    if all(len(cell) <= 1 for cell in filled):
        yield "\t".join(line for cell in filled for line in cell)
    elif len(filled) == 2 and len(filled[0]) == 1 and filled[1] and any(c.isdigit() for c in filled[0][0]):
        yield f"{filled[0][0]}\t{filled[1][0]}"
        yield from filled[1][1:]
    else:
        for cell in cells:
            yield from [*cell, ""]
