"""What the style sheets of a page say of each element, written into its own `style`, and the words that they make.

So `look` and `seen` ask one place. Words that a sheet puts before or after an element (numbers of a list as Google Docs
writes them) are shown and are read, each in an element of its own (`MADE`); signs alone (a bullet, an arrow) are no
words, and neither are the names by which an icon font draws its pictures. Counters: CSS Lists 3, 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2

from converter.read.html.hides import is_hidden, may_appear
from converter.read.html.lists import LABEL, bare
from converter.read.html.look import UNQUOTED
from converter.read.html.own import Known, answered, with_own
from converter.read.html.seen import Sight, paints
from converter.read.html.sheets import Declarations, Rule, Sheets, inline
from converter.read.html.tree import SAID
from converter.read.nodes import Node

_COUNTING = ("counter-reset", "counter-increment")
_OF_WORDS = ("content", *_COUNTING)
_COUNT = re.compile(r"([^\s\d-][^\s]*)(?:\s+(-?\d{1,6}))?")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # pictures of icon fonts
_GENERIC = re.compile(r"\b(?:serif|monospace|cursive|fantasy|system-ui|inherit|initial|unset)\b", re.IGNORECASE)
_LIFTED = ("absolute", "fixed")
_GROUND = "background-image: url(somewhere)"  # a ground whose colour nobody knows
MADE = "\0made"  # the element of made words; no element of a page can be called so. In `SAID`: a name of a picture
_Counters = dict[
    str, list[tuple[int, int]]
]  # of each name those that are open, the depth of its element and the number


def dress(root: Node, sheets: Sheets) -> None:
    """Give each element of a page the style that its sheets give it. Raises MarkupError for work beyond bounds."""
    counters: _Counters = {}
    known: list[Known] = []  # what each element around one, and it itself, knows of the page's own properties
    for node, above in _all(root):
        rules = sorted(sheets.of(node, above), key=lambda rule: rule.weight)
        style = _cascade([rule for rule in rules if not rule.pseudo], inline(node.attrs.get("style", "")))
        known[len(above) :] = [with_own(known[len(above) - 1] if above else {}, style)]
        style, is_asked = answered(style, known[-1])
        _count(style, counters, len(above))
        if (rules or is_asked) and any(name not in _OF_WORDS for name in style):
            node.attrs["style"] = _written(style)
        said = _said(style)
        if above and said.get("position") in _LIFTED and (node.tag == "img" or paints(said)):
            _unground(above[-1])
        for pseudo in ("before", "after"):
            made, _ = answered(_cascade([rule for rule in rules if rule.pseudo == pseudo], {}), known[-1])
            unquoted = "content" in made and "-quote" not in made["content"][0].lower()
            if node.tag == "q" and (unquoted or said.get("quotes") == "none"):
                node.attrs[UNQUOTED] = ""
            if paints(_said(made)):
                _unground(node)
            if words := _words(made, node, style, counters, len(above) + 1):
                node.children.insert(0 if pseudo == "before" else len(node.children), words)


def _said(style: Declarations) -> dict[str, str]:
    return {name: value.lower() for name, (value, _) in style.items()}


def _written(style: Declarations) -> str:
    return "; ".join(f"{name}: {value}" for name, (value, _) in sorted(style.items()) if name not in _OF_WORDS)


def _unground(node: Node) -> None:
    """Something is painted behind the words of an element, or may be: no colour is judged there."""
    style = node.attrs.get("style", "")
    if not style.endswith(_GROUND):
        node.attrs["style"] = f"{style}; {_GROUND}" if style else _GROUND


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


def _count(style: Declarations, counters: _Counters, depth: int) -> None:
    """Set and count the counters of an element; those of elements that have ended are no more."""
    for name, default in zip(_COUNTING, (0, 1), strict=True):
        for counter, number in _COUNT.findall(style.get(name, ("", False))[0]):
            opened = counters.setdefault(counter, [])
            _close(opened, depth)
            is_new = not opened or (name == "counter-reset" and opened[-1][0] < depth)
            at, before = (depth, 0) if is_new else opened.pop()
            value = int(number) if number else default
            opened.append((at, value if name == "counter-reset" else before + value))


def _close(opened: list[tuple[int, int]], depth: int) -> None:
    while opened and opened[-1][0] > depth:
        opened.pop()


def _words(made: Declarations, node: Node, around: Declarations, counters: _Counters, depth: int) -> Node | None:
    """The words that a sheet makes before or after an element, in one of their own; None where nobody sees any."""
    _count(made, counters, depth)
    for opened in counters.values():
        _close(opened, depth)
    tokens = tinycss2.parse_component_value_list(made.get("content", ("", False))[0], skip_comments=True)
    end = next((at for at, token in enumerate(tokens) if token == "/"), len(tokens))  # then what a voice says for them
    words = _PRIVATE.sub("", "".join(_made(token, node, counters) for token in tokens[:end]))
    found = Node(MADE, {"style": _written(made)}, [words])
    if not any(char.isalnum() for char in words) or is_hidden(found) or may_appear(found, moving=True):
        return None
    if not Sight(judged=False).inside(found).is_seen:
        return None
    counted = any(token.type == "function" and token.lower_name.startswith("counter") for token in tokens)
    if not counted and _is_picture(words, made, around, node):
        found.attrs[SAID], found.children = words, []
    return found


def _is_picture(words: str, made: Declarations, around: Declarations, node: Node) -> bool:
    """Whether words are the name of a picture in an icon font: one word, in a font that no other replaces."""
    if LABEL.fullmatch(words) or len(words.split()) != 1:
        return False
    own = made.get("font-family") or made.get("font")
    if not own and not node.words(20).strip():  # an element for the picture alone
        own = around.get("font-family") or around.get("font")
    return own is not None and not _GENERIC.search(own[0])


def _made(token: Any, node: Node, counters: _Counters) -> str:
    if token.type == "string":
        return str(token.value)
    if token.type != "function":
        return ""
    asked = [one.value for one in token.arguments if one.type in ("ident", "string")]
    if token.lower_name == "counter" and asked:
        return _numbers(counters.get(asked[0], [])[-1:], "", asked[1:])
    if token.lower_name == "counters" and len(asked) > 1:
        return _numbers(counters.get(asked[0], []), asked[1], asked[2:])
    return node.attrs.get(asked[0].lower(), "") if token.lower_name == "attr" and asked else ""


def _numbers(opened: list[tuple[int, int]], sign: str, kind: list[str]) -> str:
    """Numbers of one name, the outermost first, with a sign between them."""
    written = kind[0].lower() if kind else "decimal"
    return sign.join(bare(number, written) for _, number in opened or [(0, 0)])
