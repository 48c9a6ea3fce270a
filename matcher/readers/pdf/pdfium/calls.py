"""PDFium's functions as they are called here: handles are plain numbers, results are written into rows of numbers.

A page has thousands of glyphs, so what is asked of each goes through `_quick`: without a table of the kinds of its
arguments, ctypes takes half the time. Such a function takes what `argument` makes of a handle or an address, and
numbers that a C int holds; a bare handle would be cut off.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_char_p, c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from typing import Any, TypeAlias, cast

import pypdfium2_raw.bindings as raw

Argument: TypeAlias = Any
"""A handle or an address, ready to be handed to PDFium; ctypes has no name for it."""
argument = cast("Callable[[int | None], Argument]", c_void_p.from_param)


def _call(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function that takes plain numbers and arguments."""
    return ctypes.cast(function, PYFUNCTYPE(result, *arguments))


def _quick(function: Any, result: Any) -> Callable[..., Any]:
    """A function that takes arguments and small numbers."""
    return ctypes.cast(function, PYFUNCTYPE(result))


_HANDLE = c_void_p
load_document = _call(raw.FPDF_LoadMemDocument, _HANDLE, c_char_p, c_int, c_char_p)
close_document = _call(raw.FPDF_CloseDocument, None, _HANDLE)
last_error = _call(raw.FPDF_GetLastError, c_ulong)
has_valid_table = _call(raw.FPDF_DocumentHasValidCrossReferenceTable, c_int, _HANDLE)
count_pages = _call(raw.FPDF_GetPageCount, c_int, _HANDLE)
ENCRYPTED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)

load_page = _call(raw.FPDF_LoadPage, _HANDLE, _HANDLE, c_int)
close_page = _call(raw.FPDF_ClosePage, None, _HANDLE)
page_edges = _call(raw.FPDF_GetPageBoundingBox, c_int, _HANDLE, _HANDLE)
page_rotation = _call(raw.FPDFPage_GetRotation, c_int, _HANDLE)

load_text = _call(raw.FPDFText_LoadPage, _HANDLE, _HANDLE)
close_text = _call(raw.FPDFText_ClosePage, None, _HANDLE)
count_letters = _call(raw.FPDFText_CountChars, c_int, _HANDLE)
text_between = _call(raw.FPDFText_GetText, c_int, _HANDLE, c_int, c_int, _HANDLE)
letter_at = _quick(raw.FPDFText_GetUnicode, c_uint)
object_at = _quick(raw.FPDFText_GetTextObject, c_size_t)  # 0 where there is none
edges_at = _quick(raw.FPDFText_GetLooseCharBox, c_int)
origin_at = _quick(raw.FPDFText_GetCharOrigin, c_int)
matrix_at = _quick(raw.FPDFText_GetMatrix, c_int)
is_unmapped_at = _quick(raw.FPDFText_HasUnicodeMapError, c_int)

count_objects = _call(raw.FPDFPage_CountObjects, c_int, _HANDLE)
object_of_page = _quick(raw.FPDFPage_GetObject, _HANDLE)
count_objects_of_form = _call(raw.FPDFFormObj_CountObjects, c_int, _HANDLE)
object_of_form = _call(raw.FPDFFormObj_GetObject, _HANDLE, _HANDLE, c_ulong)
kind_of = _quick(raw.FPDFPageObj_GetType, c_int)
edges_of = _quick(raw.FPDFPageObj_GetBounds, c_int)
matrix_of = _call(raw.FPDFPageObj_GetMatrix, c_int, _HANDLE, _HANDLE)
fill_of = _quick(raw.FPDFPageObj_GetFillColor, c_int)
stroke_of = _quick(raw.FPDFPageObj_GetStrokeColor, c_int)
is_see_through = _call(raw.FPDFPageObj_HasTransparency, c_int, _HANDLE)
clip_of = _quick(raw.FPDFPageObj_GetClipPath, _HANDLE)
TEXT, PATH, PICTURE, SHADING, FORM = (
    raw.FPDF_PAGEOBJ_TEXT,
    raw.FPDF_PAGEOBJ_PATH,
    raw.FPDF_PAGEOBJ_IMAGE,
    raw.FPDF_PAGEOBJ_SHADING,
    raw.FPDF_PAGEOBJ_FORM,
)

count_outlines_of_clip = _quick(raw.FPDFClipPath_CountPaths, c_int)
count_steps_of_clip = _quick(raw.FPDFClipPath_CountPathSegments, c_int)
step_of_clip = _quick(raw.FPDFClipPath_GetPathSegment, _HANDLE)
count_steps = _quick(raw.FPDFPath_CountSegments, c_int)
step_of = _quick(raw.FPDFPath_GetPathSegment, _HANDLE)
painting_of = _call(raw.FPDFPath_GetDrawMode, c_int, _HANDLE, _HANDLE, _HANDLE)
point_of = _quick(raw.FPDFPathSegment_GetPoint, c_int)
kind_of_step = _quick(raw.FPDFPathSegment_GetType, c_int)
MOVE, CURVE = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_BEZIERTO

font_of = _quick(raw.FPDFTextObj_GetFont, c_size_t)
font_size_of = _quick(raw.FPDFTextObj_GetFontSize, c_int)
ink_of = _quick(raw.FPDFTextObj_GetTextRenderMode, c_int)
name_of_font = _call(raw.FPDFFont_GetBaseFontName, c_ulong, _HANDLE, _HANDLE, c_ulong)


class Numbers:
    """A row of numbers that PDFium writes into; `places`: the address of each, as an argument."""

    def __init__(self, kind: type[c_float] | type[c_double] | type[c_uint] | type[c_int], many: int) -> None:
        self.values: Any = (kind * many)()
        start = ctypes.addressof(self.values)
        self.places = tuple(argument(start + i * ctypes.sizeof(kind)) for i in range(many))


def start() -> None:
    """Starts PDFium without the fonts of the machine: what is read must not depend on them. To be called once."""
    no_fonts = (ctypes.POINTER(ctypes.c_char) * 1)()
    config = raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=no_fonts)
    raw.FPDF_InitLibraryWithConfig(ctypes.byref(config))
