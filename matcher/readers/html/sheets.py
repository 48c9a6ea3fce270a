"""Which declarations of a page's own style sheets and attributes hold for an element (CSS 2.2, 6.4)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from matcher.readers.html.steps import MOST_ATTRIBUTES, Steps, TooMuchError

MOST_STYLE = 256 * 1024
"""Characters of CSS; the largest common framework has 230,000. A megabyte takes three seconds to parse."""
MOST_COMPARED = 500_000
"""Selectors held against elements."""
READ = frozenset(
    """
    display visibility opacity color background background-color background-image font font-size position left top
    right bottom text-indent margin-left clip clip-path transform width height max-width max-height overflow
    white-space float flex-direction background-clip -webkit-background-clip -webkit-text-fill-color
    """.split()
)
"""The properties that decide what can be seen."""
_COMPOUND = re.compile(r"(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)(?::(?:root|link|visited|any-link))?", re.IGNORECASE)
_SCREENS = re.compile(r"\s*(?:only\s+)?(?:all|screen)?\s*", re.IGNORECASE)
Declared: TypeAlias = dict[str, str]
"""Values by property, in lower case."""


class Node(NamedTuple):
    """What a selector can ask of an element. `marks`: its classes with a dot before and its id with a hash."""

    tag: str
    marks: frozenset[str]


def node_of(tag: str, attributes: Mapping[str, str]) -> Node:
    """The element as selectors see it."""
    marks = {f".{name}" for name in attributes.get("class", "").split()[:MOST_ATTRIBUTES]}
    return Node(tag, frozenset(marks | {f"#{attributes['id']}"} if "id" in attributes else marks))


@dataclass(frozen=True, slots=True)
class _Rule:
    """`parts`: the selector's compounds, the last first, each with whether it must be the parent of the one before."""

    parts: tuple[tuple[Node, bool], ...]
    weight: tuple[int, int, int]
    declared: tuple[tuple[str, str, bool], ...]

    def holds(self, node: Node, above: Sequence[Node]) -> bool:
        """True if the selector chooses the element below these."""
        if not _chooses(self.parts[0][0], node):
            return False
        place = len(above)
        for wanted, is_parent in self.parts[1:]:
            place -= 1
            while not is_parent and place >= 0 and not _chooses(wanted, above[place]):
                place -= 1
            if place < 0 or not _chooses(wanted, above[place]):
                return False
        return True


def _chooses(wanted: Node, node: Node) -> bool:
    return wanted.tag in ("*", node.tag) and wanted.marks <= node.marks


class StyleTexts:
    """Collects the style sheets in a page: the target of a parser."""

    def __init__(self) -> None:
        self.sheets: list[str] = []
        self._pieces: list[str] | None = None
        self._depth = 0
        self._steps = Steps()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        self._depth += 1
        self._steps.enter(self._depth, len(attributes))
        is_sheet = tag == "style" and _SCREENS.fullmatch(attributes.get("media", ""))
        self._pieces = [] if is_sheet else None

    def end(self, tag: str) -> None:
        """An element closes."""
        self._depth -= 1
        if self._pieces:
            self.sheets.append("".join(self._pieces))
        self._pieces = None

    def data(self, text: str) -> None:
        """Characters between two tags."""
        if self._pieces is not None:
            self._pieces.append(text)

    def close(self) -> None:
        """The page is over."""


class Rules:
    """The rules of style sheets. Raises `TooMuchError` if there are too many to be held against every element.

    Selectors of tags, classes, ids, descendants and children are known; a rule with another kind of selector, or one
    for other media than an ordinary screen, is passed over.
    """

    def __init__(self, sheets: Sequence[str]) -> None:
        self._styled = 0
        self._compared = 0
        self._inline: dict[str, tuple[tuple[str, str, bool], ...]] = {}
        self._by_mark: dict[str, list[_Rule]] = defaultdict(list)
        for number, sheet in enumerate(sheets):
            for order, (prelude, content) in enumerate(self._rules(sheet)):
                self._add(prelude, content, (number, order))

    def declared(self, node: Node, above: Sequence[Node], style: str) -> Declared:
        """The declarations that hold for an element with this style attribute, below these elements."""
        marks = (*node.marks, node.tag, "*") if self._by_mark else ()
        found: dict[str, tuple[tuple[bool, int, int, int], str]] = {}
        for rule in (rule for mark in marks for rule in self._by_mark.get(mark, ())):
            self._compared += 1 + len(rule.parts[1:])
            if rule.holds(node, above):
                _weigh(found, rule.declared, rule.weight)
        if self._compared > MOST_COMPARED:
            raise TooMuchError
        _weigh(found, self._of_attribute(style) if style else (), (1 << 30, 0, 0))
        return {name: value for name, (_, value) in found.items()}

    def _of_attribute(self, style: str) -> tuple[tuple[str, str, bool], ...]:
        if style not in self._inline:
            self._charge(style)
            self._inline[style] = tuple(_declarations(style))
        return self._inline[style]

    def _charge(self, css: str) -> None:
        self._styled += len(css)
        if self._styled > MOST_STYLE:
            raise TooMuchError

    def _rules(self, sheet: str) -> Iterator[tuple[str, Any]]:
        import tinycss2  # here, because it takes 20 ms that no other format needs

        self._charge(sheet)
        rules = list(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))
        for rule in rules:  # grows while it is walked through: rules for screens count as if they stood alone
            if rule.type == "qualified-rule":
                yield tinycss2.serialize(rule.prelude).strip(), rule.content
            elif _is_for_screens(rule):
                self._charge(tinycss2.serialize(rule.content))
                rules += tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)

    def _add(self, prelude: str, content: Any, place: tuple[int, int]) -> None:
        declared = tuple(_declarations(content))
        for selector in prelude.split(",") if declared else ():
            parts = _parts(selector.strip())
            if parts:
                last = parts[0][0]
                weight = sum(100 if m[0] == "#" else 10 for part, _ in parts for m in part.marks)
                weight += sum(part.tag != "*" for part, _ in parts)
                rule = _Rule(parts, (weight, *place), declared)
                self._by_mark[min(last.marks, default=last.tag)].append(rule)


def _is_for_screens(rule: Any) -> bool:
    import tinycss2

    is_media = rule.type == "at-rule" and rule.lower_at_keyword == "media" and bool(rule.content)
    return is_media and bool(_SCREENS.fullmatch(tinycss2.serialize(rule.prelude)))


def _weigh(
    found: dict[str, tuple[tuple[bool, int, int, int], str]],
    declared: Iterable[tuple[str, str, bool]],
    weight: tuple[int, int, int],
) -> None:
    for name, value, is_important in declared:
        mine = (is_important, *weight)
        if name not in found or found[name][0] <= mine:
            found[name] = (mine, value)


def _declarations(css: Any) -> Iterator[tuple[str, str, bool]]:
    """(property, value, whether it is important) of each declaration that is read."""
    import tinycss2

    for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name in READ:
            yield one.lower_name, tinycss2.serialize(one.value).strip().lower(), one.important


def _parts(selector: str) -> tuple[tuple[Node, bool], ...]:
    """The compounds of a selector, the last first; nothing if it is of a kind that is not known."""
    parts: list[tuple[Node, bool]] = []
    is_parent = False
    for word in reversed(re.sub(r"\s*>\s*", " > ", selector).split()):
        if word == ">":
            is_parent = True
            continue
        found = _COMPOUND.fullmatch(word)
        if found is None:
            return ()
        marks = frozenset(re.findall(r"[.#][\w-]+", found.group(2)))
        parts.append((Node((found.group(1) or "*").lower(), marks), is_parent))
        is_parent = False
    return tuple(parts)
