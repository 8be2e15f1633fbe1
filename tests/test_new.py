"""`converter new` for every format: what it guesses, how sure it says it is, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converter.authorities import load_authorities
from converter.guess import guess_language, symbol_in_name
from converter.project import language_in_name
from converter.sidecar import read_sidecar
from tests.documents.french import FRENCH
from tests.documents.official import CHINESE, ENGLISH, Words, resolution
from tests.documents.word import docx, p, r, tag
from tests.temp_project import GOOD, ROOT, make_project, run

AUTHORITIES, _ = load_authorities(ROOT / "authorities")
PAGE = (
    "<meta charset={charset}><title>x</title><main>" + "".join(f"<p>{line}" for line in GOOD.splitlines()) + "</main>"
)
CHANGED = docx(
    p("人权理事会，"), p("重申每座灯塔都应点亮，", tag("ins", r("并且"), author="Ada")), p("1. 请各国点亮灯塔。")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", {})


def start(root: Path, name: str, content: bytes, *options: str) -> tuple[int, str, str]:
    file = root.parent / name
    file.write_bytes(content)
    result = run(root, "new", str(file), *options)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("words", "lang", "work"), [(CHINESE, "zh", "a-hrc-res-51-936"), (ENGLISH, "en", "a-res-73-901")]
)
def test_a_docx_is_kept_as_it_is_and_its_language_guessed(words: Words, lang: str, work: str, root: Path) -> None:
    data = resolution(words)
    _, said, _ = start(root, "Download (3).DOCX", data)
    assert (root / f"sources/{work}/{lang}.docx").read_bytes() == data
    sidecar = (root / f"sources/{work}/work.yml").read_text(encoding="utf-8")
    assert "  format: docx\n" in sidecar
    assert read_sidecar(sidecar, "work.yml", "x").diagnostics == ()
    assert f"language: {lang} (guessed: change it with --lang)" in said.splitlines()
    assert "sure of the language: " in said
    assert "sure of the symbol: it is printed" in said.splitlines()
    assert "sure of the body: the enacting phrase names it" in said.splitlines()
    assert "the file was taken over byte for byte" in said
    assert run(root, "check").exit_code == 0  # the words of the page are those of the file


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_page_is_kept_in_its_own_encoding(charset: str, root: Path) -> None:
    data = PAGE.format(charset=charset).encode(charset)
    status, said, errors = start(root, "x.htm", data)
    assert (status, errors) == (0, "")
    assert (root / "sources/hrc-51-draft-1/zh.html").read_bytes() == data
    assert "title: 灯塔照明" in said
    assert run(root, "check").exit_code == 0


def test_the_same_file_is_not_taken_twice(root: Path) -> None:
    data = PAGE.format(charset="utf-8").encode()
    assert start(root, "x.html", data)[0] == 0
    assert "this text is there already: sources/hrc-51-draft-1/zh.html" in start(root, "y.html", data)[2]


def test_another_language_joins_the_work_that_its_symbol_names(root: Path) -> None:
    start(root, "one.docx", resolution(ENGLISH))
    sidecar = root / "sources/a-res-73-901/work.yml"
    before = sidecar.read_bytes()
    status, said, _ = start(root, "two.docx", resolution(FRENCH), "--work", "a-res-73-901")
    assert status == 0
    assert said.startswith("made sources/a-res-73-901/fr.docx\nthe work is there already in en")
    assert sidecar.read_bytes() == before
    again = resolution(replace(ENGLISH, symbol="A/RES/73/901", title="73/901. Another title"))
    status, said, errors = start(root, "three.docx", again)
    assert (status, said) == (1, "")
    assert "sources/a-res-73-901 is there already in en: choose another name with --work" in errors
    chinese = resolution(replace(CHINESE, symbol="A/RES/73/901"))
    assert start(root, "four.docx", chinese)[1].startswith("made sources/a-res-73-901/zh.docx\n")


def test_a_text_without_a_symbol_joins_only_the_work_that_is_named(root: Path) -> None:
    start(root, "lamps.txt", "灯塔照明与沿海居民的权利。\n".encode())
    english = b"The lamps of the harbours.\n"
    status, _, errors = start(root, "lamps.txt", english, "--lang", "en")
    assert status == 1
    assert "sources/lamps is there already: choose another name with --work" in errors
    assert [path.name for path in sorted((root / "sources/lamps").iterdir())] == ["work.yml", "zh.txt"]
    start(root, "lamps.txt", english, "--lang", "en", "--work", "lamps")
    assert (root / "sources/lamps/en.txt").read_bytes() == english


def test_changes_are_not_accepted_into_a_work_whose_sidecar_does_not_say_so(root: Path) -> None:
    start(root, "one.docx", resolution(ENGLISH), "--work", "lamps")
    _, _, errors = start(root, "x.docx", CHANGED, "--work", "lamps", "--accept-changes")
    assert "put `changes: accept` under `source` in sources/lamps/work.yml first" in errors
    assert not (root / "sources/lamps/zh.docx").exists()


def test_tracked_changes_are_accepted_only_on_request_and_for_good(root: Path) -> None:
    status, said, errors = start(root, "x.docx", CHANGED, "--work", "lamps")
    assert (status, said) == (1, "")
    assert "tracked changes stand in the file: 1 by 1 author (paragraph" in errors
    assert not (root / "sources/lamps").exists()
    start(root, "x.docx", CHANGED, "--work", "lamps", "--accept-changes")
    sidecar = (root / "sources/lamps/work.yml").read_text(encoding="utf-8")
    assert read_sidecar(sidecar, "work.yml", "x").accept_changes
    inspected = run(root, "inspect", str(root / "sources/lamps/zh.docx")).stdout
    assert "重申每座灯塔都应点亮，并且" in inspected
    (root / "sources/lamps/work.yml").write_text(sidecar.replace("  changes: accept\n", ""), encoding="utf-8")
    assert "read-tracked-changes" in run(root, "check").stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("x.doc", b"\xd0\xcf\x11\xe0", "Word before 2007 cannot be read: open it in a word processor"),
        ("x.docm", b"PK", "it is no whole zip"),
        ("x.rtf", b"{\\rtf1}", "RTF cannot be read"),
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "whatever its name says: open it"),
        ("x.docx", docx(p("Lamps")), "cannot be told"),
        ("x.html", b"<nav>Home</nav>", "cannot be told"),
    ],
)
def test_what_is_refused(name: str, content: bytes, says: str, root: Path) -> None:
    status, said, errors = start(root, name, content)
    assert (status, said) == (1, "")
    assert says in errors
    assert list((root / "sources").iterdir()) == []


def test_a_symbol_in_the_file_s_name_is_offered_not_taken(root: Path) -> None:
    text = GOOD.replace("51/… 灯塔照明\n", "")
    _, said, _ = start(root, "A_HRC_51_L.936-C.txt", text.encode())
    assert "the file's name looks like A/HRC/51/L.936: if that is the symbol, put `symbol: A/HRC/51/L.936`" in said


# --- guesses ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "sure"),
    [
        ("重申每座灯塔都应在日落之前点亮，并且在浓雾之中一直亮着，", "zh", True),
        (
            "Recalling that each of the lamps of the harbour is to be lit before sunset, and that the keepers of the "
            "lamps report to the council on the oil that they have burned in the winter,",
            "en",
            True,
        ),
        ("A/HRC/51/L.936 " * 40, "", False),
        ("The lighthouse stands.", "", False),
        ("", "", False),
    ],
)
def test_the_language_of_a_text(text: str, lang: str, sure: bool) -> None:
    guess = guess_language({"zh": text, "en": text})
    assert (guess.lang if guess.is_likely else "") == lang
    assert guess.is_sure is sure


def test_a_text_of_two_languages_is_not_sure() -> None:
    mixed = (
        "重申每座灯塔都应点亮，" * 40 + "the keepers of the lamps and the oil of the harbour in the winter of it " * 6
    )
    guess = guess_language({"zh": mixed, "en": mixed})
    assert guess.is_likely
    assert not guess.is_sure


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("zh.txt", "zh"),
        ("lamps.fr.final.docx", "fr"),
        ("A_RES_73_3-EN.pdf", "en"),
        ("mise-en-place.pdf", None),
        ("A_RES_73_3-XX.pdf", None),
        ("en", None),
    ],
)
def test_the_language_in_a_file_s_name(name: str, lang: str | None) -> None:
    assert language_in_name(name) == lang


@pytest.mark.parametrize(
    ("stem", "symbol"),
    [
        ("A_RES_73_3-EN", "A/RES/73/3"),
        ("A-HRC-51-L.1-Rev.1", "A/HRC/51/L.1/Rev.1"),
        ("S_RES_1234_(1999)-F", "S/RES/1234(1999)"),
        ("S_RES_0003_1946", "S/RES/3(1946)"),
        ("N1832546", None),
        ("A_letter_to_them", None),
        ("A_..__1", None),
        ("report 2 of 3", None),
    ],
)
def test_a_symbol_in_a_file_s_name(stem: str, symbol: str | None) -> None:
    assert symbol_in_name(stem, AUTHORITIES) == symbol
