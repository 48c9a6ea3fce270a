"""Puts the text of rich text into lines while it walks through the tokens."""

from __future__ import annotations

import copy

from matcher.core.folding import BULLET
from matcher.readers.reading import MOST_CHARACTERS
from matcher.readers.rtf import words
from matcher.readers.rtf.flow import Flow, distinct
from matcher.readers.rtf.state import Goes, State
from matcher.readers.rtf.tables import Tables
from matcher.readers.rtf.tokens import Token, TooMuchError

MOST_DEPTH = 1_000
"""Groups inside of each other; word processors stay below 30."""
_TABLES = {goes.value: goes for goes in (Goes.FONTS, Goes.COLORS, Goes.STYLES)}
_FLOWING = words.ASIDE | words.HEADERS | words.FOOTERS


class Walk:
    """Takes the tokens in order.

    `hidden`: characters left out so far because no person could see them; `is_cut_off`: the end is missing.
    """

    def __init__(self) -> None:
        self.hidden = 0
        self.is_cut_off = True
        self._tables = Tables()
        self._state = State()
        self._groups: list[tuple[State, str, int]] = []
        self._flows = [Flow()]
        self._headers: list[list[str]] = []
        self._footers: list[list[str]] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._characters = 0
        self._is_starred = False
        self._opens = ""

    def take(self, token: Token) -> None:
        """The next token. Raises `TooMuchError`."""
        if not self._groups and (token.text != "{" or not self.is_cut_off):
            return  # before the beginning or behind the end
        if token.kind != "byte" and self._bytes:
            self._flush()
        if token.kind == "text":
            self._characters_of(token.text)
        elif token.kind == "word":
            self._word(token.text, token.number)
        elif token.kind == "byte":
            self._byte(int(token.text, 16))
        elif token.kind == "brace":
            self._begin() if token.text == "{" else self._end()
        else:
            self._sign(token.text)

    def finished(self) -> list[str]:
        """The lines: headers, body, footers."""
        self._flush()
        while self._groups:
            self._end()
            self.is_cut_off = True
        body = self._flows[0].finished()
        return [line for part in (*distinct(self._headers), body, *distinct(self._footers)) for line in part]

    def _begin(self) -> None:
        self._to_skip = 0
        if len(self._groups) >= MOST_DEPTH:
            raise TooMuchError
        self._groups.append((copy.copy(self._state), self._opens, len(self._flows[-1].pieces)))
        self._opens = ""

    def _end(self) -> None:
        self._to_skip, self._is_starred = 0, False
        if not self._groups:
            return
        opened = self._opens
        self._state, self._opens, pieces = self._groups.pop()
        self.is_cut_off = bool(self._groups)
        if opened in words.LABELS:
            flow = self._flows[-1]
            flow.is_item = flow.is_item or bool("".join(flow.pieces[pieces:]).strip())
            del flow.pieces[pieces:]
        elif opened:
            lines = self._flows.pop().finished()
            if opened in words.ASIDE:
                self._flows[-1].aside += lines
            else:
                (self._headers if opened in words.HEADERS else self._footers).append(lines)

    def _word(self, word: str, number: int | None) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        is_starred, self._is_starred = self._is_starred, False
        state = self._state
        if state.goes is Goes.SKIP:
            return
        if word in words.SKIPPED or (is_starred and word not in words.ENTERED):
            self._tables.set(state, word, number)
            state.goes = Goes.SKIP
        elif state.goes is not Goes.TEXT:
            self._tables.declare(state, word, number)
        elif word in words.CHARACTERS:
            self._show(words.CHARACTERS[word])
        elif word == "u":
            self._show(chr((number or 0) % 0x10000))
            self._to_skip = state.width
        elif not (self._begins(word) or self._ends(word)):
            state.set(word, number, self._tables.default_font)
            self._tables.set(state, word, number)

    def _begins(self, word: str) -> bool:
        """True if the word says what the group holds."""
        if word in _TABLES:
            self._state.goes = _TABLES[word]
        elif word in words.LABELS:
            self._opens = word
        elif word in _FLOWING and not self._opens:
            self._opens = word
            self._flows.append(Flow())
            self._state.is_on_shape = word == "shptxt"
            self._state.in_table = False
        else:
            return False
        return True

    def _ends(self, word: str) -> bool:
        """True if the word ends a paragraph, cell or row."""
        flow = self._flows[-1]
        if word in words.ENDS:
            flow.end_paragraph(self._state.in_table, self._tables.is_heading(self._state))
        elif word == "cell":
            flow.end_cell()
        elif word == "row":
            flow.end_row()
        else:
            return False
        return True

    def _sign(self, sign: str) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif sign == "*":
            self._is_starred = True
        elif sign in "\r\n":
            self._word("par", None)
        elif sign in words.SIGNS:
            self._show(words.SIGNS[sign])

    def _characters_of(self, text: str) -> None:
        text = text.replace("\r", "").replace("\n", "").replace("\0", "")
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        if self._state.goes is not Goes.TEXT:
            self._tables.declare_text(self._state, text)
        elif text.isascii() and not self._tables.has_signs(self._state.font):
            self._show(text[skipped:])
        else:
            self._bytes += text[skipped:].encode("latin-1")
            self._flush()

    def _byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif self._state.goes is Goes.TEXT:
            self._bytes.append(byte)

    def _flush(self) -> None:
        """Bytes that stand together become characters together: some take two."""
        found, self._bytes = bytes(self._bytes), bytearray()
        if found and self._tables.has_signs(self._state.font) and len(found.strip()) <= 2:
            self._show(" " if self._flows[-1].pieces else f"{BULLET} ")
        elif found:
            self._show(self._tables.decode(found, self._state.font))

    def _show(self, text: str) -> None:
        if self._state.goes is not Goes.TEXT or self._state.is_deleted or not text:
            return
        if self._tables.hides(self._state):
            self.hidden += sum(map(len, text.split()))
            return
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise TooMuchError
        self._flows[-1].pieces.append(text)
