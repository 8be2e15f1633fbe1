"""Slips of whoever puts files into `sources/`: each is said with the name that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.addresses import is_symbol
from converter.guess import other_language
from converter.language_files import available
from tests.reading import converted
from tests.temp_project import GOOD, ROOT, make_project, run

WORKS = ROOT / "converter" / "demo" / "data" / "works" / "fog-signals"


@pytest.mark.parametrize(
    ("name", "says", "what_to_do"),
    [
        ("work.yaml", "the sidecar of a work is called work.yml", "name it work.yml"),
        ("Work.yml", "the sidecar of a work is called work.yml", "name it work.yml"),
        ("EN.txt", "'EN' is no language with a data file", "name it en.txt; languages: ar, en"),
        ("A_LHC_31_L.9-FR.txt", "is no language with a data file", "name it fr.txt; languages: ar, en"),
        ("de.txt", "'de' is no language with a data file", "name it <language>.<format>, e.g. zh.txt"),
        ("en.doc", "no reader for .doc", "save it as .docx"),
        ("en.odt", "no reader for .odt", "save it as .docx"),
        ("en.jpg", "no reader for .jpg", "formats: .docx"),
    ],
)
def test_a_file_with_a_wrong_name(name: str, says: str, what_to_do: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"lamps": {"zh.txt": GOOD, name: GOOD}})
    said = run(root, "check").stdout
    line, hint = next(
        (line, hint) for line, hint in zip(said.splitlines(), said.splitlines()[1:], strict=False) if name in line
    )
    assert line.startswith(f"sources/lamps/{name}: error: ") and says in line and what_to_do in hint


def test_two_files_of_one_language_say_which_is_read(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"lamps": {"zh.html": f"<!doctype html><p>{GOOD}", "zh.txt": GOOD}})
    said = run(root, "check").stdout
    assert "sources/lamps/zh.txt: error: there are two sources in zh, and zh.html is read" in said


def test_a_folder_and_a_file_in_the_wrong_place(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"My Lamps": {"zh.txt": GOOD}, "灯塔": {"zh.txt": GOOD}, "lamps": {"zh.txt": GOOD}})
    (root / "sources" / "zh.txt").write_text(GOOD, encoding="utf-8")
    said = run(root, "check").stdout
    assert "'My Lamps' cannot name a work" in said and "small letters, digits and hyphens: name it my-lamps\n" in said
    assert "'灯塔' cannot name a work" in said and "e.g. sources/hrc-51-technical-cooperation/" in said
    assert "'zh.txt' does not belong directly under sources/" in said and "`converter new FILE`" in said


@pytest.mark.parametrize("lang", available())
def test_a_text_is_not_said_to_be_of_its_own_language(lang: str) -> None:
    text = (WORKS / f"{lang}.txt").read_text(encoding="utf-8")
    assert other_language(text, lang) is None
    assert "text-language" not in {one.code for one in converted(lang, text).diagnostics}


@pytest.mark.parametrize("said", available())
@pytest.mark.parametrize("lang", available())
def test_a_text_that_is_named_as_of_another_language_is_said(lang: str, said: str) -> None:
    if lang == said:
        return
    found = converted(said, (WORKS / f"{lang}.txt").read_text(encoding="utf-8")).diagnostics
    (one,) = (one for one in found if one.code == "text-language")
    assert (one.line, one.column) == (1, 1)
    assert f"named as a text in {said}, and its words are those of {lang}" in one.message
    assert f"if it is the official file in {lang}" in one.hint


@pytest.mark.parametrize("text", ["", "A/1/2", "Adopted.", "灯塔", "A lamp, a wick and a bell.\n"])
def test_of_few_words_nobody_can_tell(text: str) -> None:
    assert [lang for lang in available() if other_language(text, lang)] == []


@pytest.mark.parametrize(
    "symbol", ["SEARCH/1", "DRAFTS/LAMPS", "DATA/EN/X", "A/1/WORK.json", "A/1/COLUMN.JS", "A/1/404.html"]
)
def test_a_symbol_is_no_place_of_ours_in_other_letters(symbol: str, tmp_path: Path) -> None:
    """Where capitals do not count, as in a zip that is unpacked on Windows, one text would take the place of a page."""
    assert not is_symbol(symbol)
    root = make_project(tmp_path, {"lamps": {"zh.txt": GOOD, "work.yml": f"symbol: {symbol}\n"}})
    assert "cannot be an address [sidecar-identity]" in run(root, "check").stdout
    assert (root / "build/pages/zh/drafts/lamps.md").is_file()


def test_every_place_of_ours_is_known_to_be_none_of_a_symbol(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"lamps": {"zh.txt": GOOD, "work.yml": "subjects: [lamps]\n"}})
    run(root, "check")
    found = [path.name for part in ("build/pages", "build/files", "docs") for path in (root / part / "zh").iterdir()]
    mine = {name.partition(".")[0] for name in found} - {"A", "S", "index", "opensearch"}
    assert {"works", "search", "about"} <= mine
    assert {place for place in mine if is_symbol(f"{place.upper()}/1")} == set()


def test_two_symbols_that_differ_in_capitals_alone_do_not_share_a_page(tmp_path: Path) -> None:
    works = {
        name: {"zh.txt": GOOD, "work.yml": f"symbol: A/LHC/{sub}/1\n"} for name, sub in (("a", "SUB"), ("b", "Sub"))
    }
    root = make_project(tmp_path, works)
    assert "A/LHC/Sub/1 is already the symbol of sources/a/zh.txt, but for capitals" in run(root, "check").stdout
    assert (root / "build/pages/zh/A/LHC/SUB/1.md").is_file() and (root / "build/pages/zh/drafts/b.md").is_file()
    assert not (root / "build/pages/zh/A/LHC/Sub").exists()
