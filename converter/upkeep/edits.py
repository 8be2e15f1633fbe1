"""Small edits of a file of YAML that people wrote: comments and layout stay to the letter.

Only three edits are ever made: a key that is new, an item more in a list, an item less. Each is an insertion or a cut
in the text, which is then read again: if it does not say what it said before, and that one thing, nothing is written.
That needs no second YAML library beside the one that reads these files, with rules of its own for what a value is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from converter.yaml_safe import load_yaml

_BOM = "\ufeff"


class CannotEditError(Exception):
    """The file cannot be edited safely; the message says what to write by hand."""


def read(path: Path) -> str:
    """A file's text, its line ends as they are. Raises CannotEditError for what is no UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotEditError(f"{path.parent.name}/{path.name} is not UTF-8: save it as UTF-8") from error


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    made = path.with_name(f".new-{path.name}")
    try:
        made.write_bytes(text.encode())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def with_value(text: str, key: str, value: str) -> str:
    """The text with `key: value` at its end; the same text where it says so already."""
    before = _mapping(text, f"{key}: {value}")
    if key in before:
        if before[key] == value:
            return text
        raise CannotEditError(f"it says {key}: {before[key]} already")
    return _checked(_appended(text, [f"{key}: {value}"]), before | {key: value}, f"{key}: {value}")


def with_item(text: str, key: str, value: str) -> str:
    """The text with one item more in the list `key`, at its end; the same text where it is there already."""
    by_hand = f"{value} under {key}"
    before = _mapping(text, by_hand)
    items = before.get(key) or []
    if value in items:
        return text
    expected = before | {key: [*items, value]}
    if not items:
        return _checked(_appended(text, [f"{key}:", f"  - {value}"]), expected, by_hand)
    last = _list(text, key).value[-1]
    start, end = last.start_mark.index, last.end_mark.index
    if _list(text, key).flow_style:
        return _checked(f"{text[:end]}, {value}{text[end:]}", expected, by_hand)
    line = text.rfind("\n", 0, start) + 1
    stop = _line_end(text, end)
    ends = text[:stop].endswith("\n")
    new = f"{text[line:start]}{value}{_newline(text)}"
    return _checked(f"{text[:stop]}{'' if ends else _newline(text)}{new}{text[stop:]}", expected, by_hand)


def without_item(text: str, key: str, value: str) -> str:
    """The text with that item taken out of the list `key`, and the key with its last one."""
    by_hand = f"{key} without {value}"
    before = _mapping(text, by_hand)
    items = before.get(key) or []
    if value not in items:
        return text
    left = [item for item in items if item != value]
    expected = before | {key: left} if left else {name: one for name, one in before.items() if name != key}
    node, at = _list(text, key), items.index(value)
    item = node.value[at]
    if not left:
        start, stop = _line_start(text, _key(text, key).start_mark.index), _line_end(text, item.end_mark.index)
    elif not node.flow_style:
        start, stop = _line_start(text, item.start_mark.index), _line_end(text, item.end_mark.index)
    elif at:
        start, stop = node.value[at - 1].end_mark.index, item.end_mark.index
    else:
        start, stop = item.start_mark.index, node.value[1].start_mark.index
    return _checked(text[:start] + text[stop:], expected, by_hand)


def _appended(text: str, lines: list[str]) -> str:
    end = _newline(text)
    gap = "" if not text or text.endswith("\n") else end
    return f"{text}{gap}{end.join(lines)}{end}"


def _checked(text: str, expected: dict[str, Any], by_hand: str) -> str:
    """The new text, if it says what it should and nothing else."""
    value, _, problems = load_yaml(text, "")
    if problems or (value or {}) != expected:
        raise CannotEditError(f"its layout is too unusual to be edited safely: write {by_hand} yourself")
    return text


def _mapping(text: str, by_hand: str) -> dict[str, Any]:
    value, _, problems = load_yaml(text, "")
    if problems or not (value is None or isinstance(value, dict)):
        line = f" (line {problems[0].line})" if problems else ""
        raise CannotEditError(
            f"it is not right{line}: mend it, `converter check` says how, then {by_hand} can be written"
        )
    return dict(value) if isinstance(value, dict) else {}


def _nodes(text: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values at the top with their places. `load_yaml` has read the text: no alias and no tag is in it."""
    root = yaml.compose(text.removeprefix(_BOM), Loader=yaml.CSafeLoader)
    return list(root.value) if isinstance(root, yaml.MappingNode) else []


def _list(text: str, key: str) -> yaml.SequenceNode:
    for name, value in _nodes(text):
        if name.value == key and isinstance(value, yaml.SequenceNode) and not text.startswith(_BOM):
            return value
    raise CannotEditError(f"its layout is too unusual to be edited safely: change {key} yourself")


def _key(text: str, key: str) -> yaml.Node:
    return next(name for name, _ in _nodes(text) if name.value == key)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """The beginning of the next line."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
