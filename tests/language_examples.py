"""The examples of the language files (`converter/languages/<code>.examples.yml`), and texts made from them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from converter.annotate.found import Found
from converter.authorities import load_authorities
from converter.language_files import available, read_file
from converter.languages import Language, load
from converter.model import Footnote, Masthead, Paragraph, Resolution, Run, Text
from converter.recognisers import CITING, recognise

ROOT = Path(__file__).parent.parent
LANGUAGES = ROOT / "converter" / "languages"
AUTHORITIES, PROBLEMS = load_authorities(ROOT / "authorities")


@cache
def language(code: str) -> Language:
    return load(code, AUTHORITIES)


@cache
def data(code: str) -> dict[str, Any]:
    return read_file(LANGUAGES / f"{code}.examples.yml")


def examples(section: str) -> list[tuple[str, dict[str, Any]]]:
    """(language, example) for every example of a section, in every language."""
    return [(code, one) for code in available() for one in data(code)[section]]


def read_citations(text: Resolution, lang: Language) -> Found:
    """What a resolution cites, and what could not be read of it."""
    return recognise(text, lang, CITING)


def name_of(one: object) -> str:
    """What a failing test is called: the form, else the text."""
    if isinstance(one, str):
        return one
    assert isinstance(one, dict)
    return str(one.get("form") or one["text"])[:60]


def text_of(text: str) -> Text:
    return Text(text, (Run(0, 0, len(text)),) if text else ())


def resolution(
    code: str,
    body: str | None,
    texts: str | list[str],
    kinds: list[str] | None = None,
    notes: list[str] | None = None,
    date: str | None = None,
) -> Resolution:
    """A resolution of these paragraphs: operative ones (`op1`) where they end in a semicolon or a stop (in any
    script), else preambular (`pp1`). How the organ is printed above them is `enacting` of the examples.
    """
    given = [texts] if isinstance(texts, str) else texts
    wanted = kinds or ["operative" if text[-1:] in "；。：;.:؛" else "preambular" for text in given]
    organs = {id: name for name, (id, full) in reversed(language(code).organs.items()) if full}
    return Resolution(
        path="example",
        lang=code,
        masthead=Masthead((), body, None, None, None, (), None, "resolution", "adopted", None, None, date, (), None),
        enacting=text_of(data(code)["enacting"].format(organs[body])) if body else None,
        paragraphs=tuple(_paragraphs(given, wanted)),
        footnotes=tuple(
            Footnote(str(number), str(number), None, None, text_of(note), 0, None)
            for number, note in enumerate(notes or [], 1)
        ),
        star_notes=(),
        furniture=(),
    )


def _paragraphs(texts: list[str], kinds: list[str]) -> list[Paragraph]:
    made: list[Paragraph] = []
    count = {"preambular": 0, "operative": 0, "sub": 0}
    parent: str | None = None
    for text, kind in zip(texts, kinds, strict=True):
        count[kind] += 1
        if kind == "sub":
            letter = chr(ord("a") + count["sub"] - 1)
            made.append(Paragraph(f"{parent}-{letter}", kind, letter, parent, None, text_of(text)))
            continue
        parent = f"{'op' if kind == 'operative' else 'pp'}{count[kind]}"
        made.append(Paragraph(parent, kind, str(count[kind]), None, None, text_of(text)))
    return made
