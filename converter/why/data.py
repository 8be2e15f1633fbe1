"""Where the data stand that a mark was read by: the lines of a language's files and of the authority files."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from pathlib import Path

from converter.clean import unspaced
from converter.language_files import FOLDER
from converter.languages import Language
from converter.model import Entity, Mandate, PageLine, Verb
from converter.why.replay import Mark
from converter.yaml_safe import DataPath, load_yaml

LANGUAGES = "converter/languages"
_SHAPES = "common.yml"
_ENTITIES = ("instruments", "funds", "mechanisms", "goals")


def read_by(mark: Mark, lemma: str, lang: str, authorities: Path) -> tuple[PageLine, ...]:
    """The lines of data that a mark was read by: those it kept, else those that have its lemma or its record.

    `lemma` is that of the verb which a mandate follows from; `authorities` is the folder of the authority files.
    """
    profile = FOLDER / f"{lang}.yml"
    if isinstance(mark, Mandate):  # its own lines say by when
        return (*_lines_with(profile, "mandates", lemma), *dict.fromkeys(mark.phrases))
    if mark.phrases:
        return tuple(dict.fromkeys(mark.phrases))
    if isinstance(mark, Verb):
        return tuple(_lines_with(profile, "verbs", lemma))
    if isinstance(mark, Entity):
        return tuple(_records(authorities, mark.id))
    return ()


def ibid_of(lang: str) -> PageLine:
    """The line of the page that has the words for the same again."""
    line = next(line for at, (line, _) in _places(FOLDER / f"{lang}.page.yml").items() if at[0] == "ibid")
    return PageLine(f"{lang}.page.yml", "ibid", line, "ibid")


def shape_of(name: str) -> PageLine:
    """The line of the shapes of numbers that has this name."""
    places = _places(FOLDER / _SHAPES)
    at, line = next((at, line) for at, (line, value) in places.items() if at[-1] == "name" and value == name)
    return PageLine(_SHAPES, str(at[0]), line, name)


def rule_of(kind: str, text: str, language: Language) -> PageLine | None:
    """The line of data that a line of the masthead, or the enacting phrase, was read by; None where none was."""
    if kind == "enacting":
        return language.page.enacting.read_by(text)
    head = language.page.masthead.read(unspaced(text))
    return head.read_by if head is not None and head.kind == kind else None


def as_in_file(line: PageLine) -> str:
    """The words of a line as its file has them: where endings are written once for all, not each of them."""
    file = FOLDER / line.page
    is_whole = line.page.endswith((".page.yml", _SHAPES))  # of a list only the word is of interest
    if not is_whole or not file.is_file() or len(written := _written(file)) < line.line:
        return line.text
    return " ".join(written[line.line - 1].partition(" #")[0].split())


@cache
def _written(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split("\n")


def _records(folder: Path, identity: str) -> Iterator[PageLine]:
    """The record of an authority file that has this id."""
    for name in _ENTITIES:
        for at, (line, value) in _places(folder / f"{name}.yml").items():
            if len(at) == 2 and at[1] == "id" and value == identity:
                yield PageLine(f"{folder.name}/{name}.yml", "", line, f"id: {identity}")


def _lines_with(file: Path, block: str, word: str) -> Iterator[PageLine]:
    """The first line of a block of a language's file whose key or value is a word, or else each part of it."""
    for part in dict.fromkeys((word, *word.split())):
        for at, (line, value) in _places(file).items():
            if at[:1] == (block,) and part in (at[-1], value):
                names = ".".join(str(key) for key in at[:-1])
                yield PageLine(file.name, names, line, part if value == part else f"{part}: {value}")
                return


@cache
def _places(file: Path) -> dict[DataPath, tuple[int, object]]:
    """Every key and every value that is no list or mapping, with its line."""
    if not file.is_file():
        return {}
    data, lines, _ = load_yaml(file.read_text(encoding="utf-8-sig"), file.name)
    return {at: (lines.key(at)[0], value) for at, value in _leaves(data, ())}


def _leaves(value: object, at: DataPath) -> Iterable[tuple[DataPath, Hashable]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*at, index))
    elif isinstance(value, Hashable):
        yield at, value
