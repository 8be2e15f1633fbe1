"""A year that is printed once for a list of numbers: resolutions 2712, 2720 (2023)."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.view import Token, Tokens

_SERIAL = re.compile(r"(?P<head>\d{1,4})(?P<tail> ?\(.+\))")


def with_shared_years(tokens: Tokens) -> Tokens:
    """Tokens in which 2712 of `resolutions 2712, 2720 (2023)` is a number with the year that the last one has."""
    items = list(tokens.items)
    for index, token in enumerate(tokens.items):
        shared = _SERIAL.fullmatch(token.value.text) if token.kind == "number" and token.value.sure else None
        if shared is None:
            continue
        members = _sharing(tokens, index)
        for at in members:
            printed = replace(token.value, text=f"{tokens[at].sense('int')}{shared['tail']}", wrong="")
            items[at] = Token("number", printed, tokens[at].start, tokens[at].end, tokens[at].word)
    return Tokens(tokens.view, tuple(items))


def _sharing(tokens: Tokens, index: int) -> list[int]:
    """The indexes of the bare integers that stand in a list before a number, and behind a noun or another number."""
    members: list[int] = []
    at = index
    while True:
        joint = at - 1
        while (
            joint >= 0
            and joint > at - 3
            and (tokens[joint].word in (",", "、", "،") or tokens[joint].has("and") or tokens[joint].has("to"))
        ):
            joint -= 1
        if joint == at - 1 or joint < 0:
            break
        token = tokens[joint]
        if token.has("int") and 1 <= len(token.word) <= 4:
            members.append(joint)
            at = joint
            continue
        return members if members and token.kind == "number" else []
    before = tokens[at - 1] if at else None
    if before is not None and at > 1 and before.has("organ"):  # قرارات مجلس الأمن 1261 و 1314 (1999)
        before = tokens[at - 2]
    is_noun = before is not None and any(before.has(kind) for kind in ("noun", "own noun", "number sign"))
    return members if is_noun else []
