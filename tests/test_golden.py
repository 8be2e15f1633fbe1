"""Golden files of texts of our own: what `inspect` shows of them, and their pages, in the scripts of the six languages.

Those of the first text are in `test_seed.py`. `python -m tests.test_golden` writes these again; read the difference
before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from converter.authorities import load_authorities
from converter.convert import Input, convert, page_of
from converter.model import Sidecar
from converter.write import markdown
from converter.write.inspect import inspect
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
FIXTURES = ROOT / "tests" / "fixtures"
DEMO = ROOT / "converter" / "demo" / "data"
# A text, its language, and the authority files that know its organs.
TEXTS = [
    (FIXTURES / "lighthouses.es.txt", "es", ROOT / "authorities"),
    (FIXTURES / "lighthouses.fr.txt", "fr", ROOT / "authorities"),
    (FIXTURES / "lighthouses.ru.txt", "ru", ROOT / "authorities"),
    (DEMO / "works" / "fog-signals" / "ar.txt", "ar", DEMO / "authorities"),
    (DEMO / "works" / "fog-signals" / "en.txt", "en", DEMO / "authorities"),
]
each_text = pytest.mark.parametrize(("source", "lang", "known"), TEXTS, ids=[lang for _, lang, _ in TEXTS])


def _name(source: Path) -> str:
    """What the golden files of a text are called: `lighthouses`, `fog-signals`."""
    return source.name.partition(".")[0] if source.parent == FIXTURES else source.parent.name


def _made(source: Path, lang: str, known: Path) -> tuple[dict[str, Any], str]:
    """What is shown of a text, and its page."""
    sidecar = Sidecar(_name(source), "")
    given = Input(f"sources/{sidecar.work}/{lang}.txt", lang, source.read_bytes(), sidecar)
    expression = convert(given, load_authorities(known)[0])
    return inspect(expression, sidecar), markdown.body(expression, page_of(sidecar, lang, None))


@each_text
def test_what_is_shown_and_the_page_are_the_golden_ones(source: Path, lang: str, known: Path) -> None:
    found, page = _made(source, lang, known)
    assert found["diagnostics"] == []
    assert found == json.loads((GOLDEN / f"{_name(source)}.{lang}.json").read_text(encoding="utf-8"))
    assert page == (GOLDEN / f"{_name(source)}.{lang}.md").read_text(encoding="utf-8")


def _write() -> None:
    for source, lang, known in TEXTS:
        found, page = _made(source, lang, known)
        told = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
        for form, text in (("json", told), ("md", page)):
            (GOLDEN / f"{_name(source)}.{lang}.{form}").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
