"""Selectors of style sheets: what they ask of an element and of those around it (Selectors 4).

Types, classes, ids, attributes, descendants and children are understood, states that no page is in before somebody
touches it, and the words before and after an element; nothing else. cssselect2 knows more, and was tried: see
`docs/contribute/formats.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from converter.read.nodes import Node

_NEVER = (
    "hover",
    "focus",
    "active",
    "visited",
    "target",
    "checked",
    "disabled",
    "focus-within",
    "focus-visible",
    "empty",
)
_ALWAYS = ("link", "any-link")


class Compound(NamedTuple):
    """What a selector asks of one element. `child`: the one before it must be its parent, not any ancestor."""

    tag: str = ""
    identity: str = ""
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()  # name, operator, value
    never: bool = False  # a state that no page is in that nobody touches
    child: bool = False

    def fits(self, node: Node, classes: frozenset[str]) -> bool:
        """Whether an element is as it is asked to be."""
        return (
            not self.never
            and self.tag in ("", node.tag)
            and self.identity in ("", node.attrs.get("id", ""))
            and self.classes <= classes
            and all(_has(node, *one) for one in self.attributes)
        )


def classes_of(node: Node) -> frozenset[str]:
    """The classes of an element."""
    return _classes(node.attrs.get("class", ""))


@lru_cache(maxsize=4096)
def _classes(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _has(node: Node, name: str, operator: str, value: str) -> bool:
    own = node.attrs.get(name)
    if own is None or not operator:
        return own is not None
    return {
        "=": own == value,
        "~=": value in own.split(),
        "|=": own == value or own.startswith(f"{value}-"),
        "^=": bool(value) and own.startswith(value),
        "$=": bool(value) and own.endswith(value),
        "*=": bool(value) and value in own,
    }.get(operator, False)


def weight(compounds: tuple[Compound, ...]) -> tuple[int, int, int]:
    """How particular a selector is (Selectors 4, 15): ids, classes and attributes, types."""
    return (
        sum(bool(one.identity) for one in compounds),
        sum(len(one.classes) + len(one.attributes) for one in compounds),
        sum(bool(one.tag) for one in compounds),
    )


def parted(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """The selectors of a rule, which commas part."""
    tokens: list[Any] = []
    for token in (*prelude, None):
        if token is None or token == ",":
            yield tokens
            tokens = []
        elif token.type != "comment":
            tokens.append(token)


def selector(tokens: list[Any]) -> tuple[tuple[Compound, ...], str] | None:
    """The parts of a selector and the words that it is of; None where it is not understood."""
    compounds: list[Compound] = []
    now, begun, pseudo, sign = Compound(), False, "", ""  # `sign`: the point or colons before a name
    while tokens and tokens[-1].type == "whitespace":
        tokens.pop()
    for token in tokens:
        if sign == token == ":":
            sign = "::"
        elif sign.startswith(":") and token.type == "ident" and token.lower_value in ("before", "after"):
            pseudo, begun, sign = token.lower_value, True, ""
        elif token.type == "whitespace" or token == ">":
            if begun:
                compounds.append(now)
                now, begun = Compound(), False
            now = now._replace(child=now.child or token == ">")
        elif not sign and token in (".", ":"):
            sign = token.value
        else:
            read = _named(now, sign, token) if sign else _part(now, token)
            if read is None:
                return None
            now, begun, sign = read, True, ""
    return ((*compounds, now), pseudo) if begun and not sign else None


def _named(now: Compound, sign: str, token: Any) -> Compound | None:
    """A compound with the class or state whose name is behind a point or a colon."""
    if token.type != "ident":
        return None
    if sign == ".":
        return now._replace(classes=now.classes | {token.value})
    if sign == ":" and token.lower_value == "root":
        return now._replace(tag="html")
    if sign == ":" and token.lower_value in (*_NEVER, *_ALWAYS):
        return now._replace(never=now.never or token.lower_value in _NEVER)
    return None


def _part(now: Compound, token: Any) -> Compound | None:
    """A compound with one more part; None for what is not understood."""
    if token == "*":
        return now
    if token.type == "ident":
        return now._replace(tag=token.lower_value)
    if token.type == "hash":
        return now._replace(identity=token.value)
    if token.type == "[] block":
        return _with_attribute(now, [one for one in token.content if one.type != "whitespace"])
    return None


def _with_attribute(now: Compound, tokens: list[Any]) -> Compound | None:
    name, *rest = tokens or [None]
    if name is None or name.type != "ident":
        return None
    if not rest:
        return now._replace(attributes=(*now.attributes, (name.lower_value, "", "")))
    *operator, value = rest
    if value.type not in ("ident", "string") or not all(one.type == "literal" for one in operator):
        return None
    asked = (name.lower_value, "".join(one.value for one in operator), value.value)
    return now._replace(attributes=(*now.attributes, asked))
