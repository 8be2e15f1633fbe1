"""What the style sheets of a page say of each element, written into its own `style`, and the words that they make.

So `look` and `seen` ask one place. Words that a sheet puts before or after an element (numbers of a list as Google Docs
writes them) are shown and are read; signs alone (a bullet, an arrow) are no words. Counters: CSS Lists 3, by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2

from converter.read.html.lists import bare
from converter.read.html.sheets import Declarations, Rule, Sheets, inline
from converter.read.nodes import Node

_COUNTING = ("counter-reset", "counter-increment")
_OF_WORDS = ("content", *_COUNTING)
_COUNT = re.compile(r"([^\s\d-][^\s]*)(?:\s+(-?\d{1,6}))?")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # pictures of icon fonts


def dress(root: Node, sheets: Sheets) -> None:
    """Give each element of a page the style that its sheets give it. Raises MarkupError for work beyond bounds."""
    if sheets.is_empty:
        return
    counters: dict[str, int] = {}
    for node, above in _all(root):
        rules = sorted(sheets.of(node, above), key=lambda rule: rule.weight)
        own = inline(node.attrs.get("style", "")) if rules else {}
        style = _cascade([rule for rule in rules if not rule.pseudo], own)
        _count(style, counters)
        if any(name not in _OF_WORDS for name in style):
            shown = (f"{name}: {value}" for name, (value, _) in sorted(style.items()) if name not in _OF_WORDS)
            node.attrs["style"] = "; ".join(shown)
        for pseudo in ("before", "after"):
            made = _cascade([rule for rule in rules if rule.pseudo == pseudo], {})
            if words := _words(made, node, counters):
                node.children.insert(0 if pseudo == "before" else len(node.children), words)


def _all(root: Node) -> Iterator[tuple[Node, Sequence[Node]]]:
    """Every element in the order of the page, with those around it; what a caller puts into one is not met."""
    above: list[Node] = []
    waiting: list[Node | None] = [root]
    while waiting:
        node = waiting.pop()
        if node is None:
            above.pop()
            continue
        inner = [*node.elements()]
        yield node, above
        above.append(node)
        waiting += [None, *reversed(inner)]


def _cascade(rules: Sequence[Rule], own: Declarations) -> Declarations:
    """What holds of several rules, the weakest first, and of an element's own style (CSS Cascade 4, 6.1)."""
    found: Declarations = {}
    for said in (*(rule.declarations for rule in rules), own):
        for name, (value, important) in said.items():
            if important or not found.get(name, ("", False))[1]:
                found[name] = (value, important)
    return found


def _count(style: Declarations, counters: dict[str, int]) -> None:
    for name, default in zip(_COUNTING, (0, 1), strict=True):
        for counter, number in _COUNT.findall(style.get(name, ("", False))[0]):
            before = counters.get(counter, 0) if name == "counter-increment" else 0
            counters[counter] = before + (int(number) if number else default)


def _words(made: Declarations, node: Node, counters: dict[str, int]) -> str:
    """The words that a sheet makes before or after an element; '' where it makes none."""
    _count(made, counters)
    tokens = tinycss2.parse_component_value_list(made.get("content", ("", False))[0], skip_comments=True)
    words = _PRIVATE.sub("", "".join(_made(token, node, counters) for token in tokens))
    shown = made.get("display", ("", False))[0].lower() != "none"
    return words if shown and any(char.isalnum() for char in words) else ""


def _made(token: Any, node: Node, counters: dict[str, int]) -> str:
    if token.type == "string":
        return str(token.value)
    if token.type != "function":
        return ""
    asked = [one.value for one in token.arguments if one.type in ("ident", "string")]
    if token.lower_name == "counter" and asked:
        return bare(counters.get(asked[0], 0), asked[1].lower() if len(asked) > 1 else "decimal")
    return node.attrs.get(asked[0].lower(), "") if token.lower_name == "attr" and asked else ""
