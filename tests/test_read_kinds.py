"""The format of a file is what is in it, whatever its name says, in every command."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from converter.formats import FORMATS, ending_of, told
from converter.read import READERS, reader_of
from tests.documents.akn import akn, marked_up
from tests.documents.official import CHINESE, ENGLISH, resolution
from tests.documents.pages import typed
from tests.documents.word import docx, p, zipped
from tests.temp_project import GOOD, make_project, run

DOCX = resolution(CHINESE)
PAGE = "<!-- saved --><!DOCTYPE html><title>x</title><main>" + "".join(f"<p>{one}" for one in GOOD.splitlines())
PDF = typed()
AKN = marked_up(ENGLISH, "en")
MACROS = docx(p("Lamps"), extra={"word/vbaProject.bin": b"x"})
MAIL = b"From: desk@ferries.invalid\nSubject: lanterns\n of the mole\nMIME-Version: 1.0\nContent-Type: %s; a=x\n\n--x\n"
OF_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def stored(name: str, data: bytes) -> bytes:
    """A zip of one file that is not pressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as made:
        made.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (DOCX, ".docx"),
        (MACROS, ".docx"),
        (PDF, ".pdf"),
        (b"\0\n" + PDF, ".pdf"),
        (AKN, ".xml"),
        (AKN.decode().encode("utf-16"), ".xml"),
        (PAGE.encode(), ".html"),
        (PAGE.encode("utf-16"), ".html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<HTML lang=en>", ".html"),
        (b"<meta charset=utf-8><p>Lamps", ".html"),
        (b"<p>Lamps", None),
        (b"<lamps/>", None),
        (b"<script>alert(1)</script>\n", None),
        (GOOD.encode(), None),
        (b"", None),
        (b"The %PDF- of the lamps", None),
        (zipped({"a.txt": "Lamps"}), ".zip"),
        (zipped({"a.docx": DOCX}), ".zip"),
        (DOCX[: len(DOCX) // 2], ".zip"),
        (stored("mimetype", b"application/vnd.oasis.opendocument.text"), ".odt"),
        (MAIL % b"multipart/alternative", ".eml"),
        (MAIL.replace(b"\n", b"\r\n") % b"multipart/related", ".mht"),
        (b"The lamps:\n" + MAIL, None),
        (GOOD.encode() + b"\n" + MAIL, None),
    ],
)
def test_the_bytes_tell_the_format(data: bytes, ending: str | None) -> None:
    assert told(data) == ending


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("lamps.rtf", b"{\\rtf1 Lamps}", "save it as .docx"),
        ("lamps.odt", stored("mimetype", b"application/vnd.oasis.opendocument.text"), "save it as .docx"),
        ("lamps.eml", MAIL % b"text/plain", "save what is attached"),
        ("lamps.html", MAIL % b"multipart/related", "save the page as HTML alone"),
        ("lamps.zip", zipped({"a.txt": "Lamps"}), "unpack it"),
        ("lamps.pages", b"Lamps", "formats: docx, docm"),
        ("lamps.xml", b'<?mso-application progid="Word.Document"?><x:package xmlns:x="x"/>', "save it as .docx"),
    ],
)
def test_what_is_not_read_is_told_with_what_to_do(name: str, data: bytes, advice: str, tmp_path: Path) -> None:
    """By `inspect`, by `new`, and by `check` of a file that lies among the sources."""
    root = make_project(tmp_path / "project", {"lamps": {"en" + Path(name).suffix: data}})
    (tmp_path / name).write_bytes(data)
    told_of = [run(root, "inspect", str(tmp_path / name), "--lang", "en"), run(root, "check")]
    if not name.endswith(".zip"):
        told_of.append(run(root, "new", str(tmp_path / name), "--lang", "en"))
    for result in told_of:
        assert result.exit_code != 0
        assert advice.replace("docx, docm", ".docx, .docm") in result.output


@pytest.mark.parametrize(
    ("data", "said", "ending"),
    [
        (DOCX, ".docm", ".docm"),
        (PAGE.encode(), ".htm", ".htm"),
        (DOCX, ".doc", ".docx"),
        (b"{\\rtf1}", ".rtf", ".rtf"),
        (b"{\\rtf1}", ".txt", ".docx"),  # its reader says what it is
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc", ".doc"),
        (zipped({"a.txt": "Lamps"}), ".docx", ".docx"),  # its reader says that it is none
        (zipped({"a.txt": "Lamps"}), ".txt", ".zip"),
        (GOOD.encode(), ".pdf", ".pdf"),
        (GOOD.encode(), "", ""),
    ],
)
def test_a_name_counts_where_the_bytes_do_not_tell_or_it_says_the_same(data: bytes, said: str, ending: str) -> None:
    assert ending_of(data, said) == ending


def test_a_docx_in_a_zip_that_does_not_press_it_is_no_docx() -> None:
    packed = stored("a.docx", DOCX)
    assert DOCX in packed
    assert told(packed) == ".zip"


@pytest.mark.parametrize(
    ("data", "own", "lang"),
    [(DOCX, ".docx", "zh"), (PAGE.encode(), ".html", "zh"), (PDF, ".pdf", "en"), (AKN, ".xml", "en")],
    ids=["docx", "html", "pdf", "xml"],
)
@pytest.mark.parametrize("said", list(READERS))
def test_under_every_name_the_same_is_read(data: bytes, own: str, lang: str, said: str) -> None:
    source, findings = reader_of(said)(data, f"{lang}{said}", lang)
    there, expected = reader_of(own)(data, f"{lang}{said}", lang)
    assert source == there
    is_same = own[:4] == said[:4]
    assert findings[0 if is_same else 1 :] == expected
    assert is_same or (findings[0].code, own[1:].upper() in findings[0].message) == ("read-named", True)


def test_where_neither_tells_nothing_is_read() -> None:
    source, findings = reader_of(".lamps")(GOOD.encode(), "zh.lamps", "zh")
    assert (source.lines, [one.code for one in findings]) == ((), ["read-unknown"])


def test_a_name_in_capitals_and_a_wrong_one_in_every_command(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"lamps": {"zh.TXT": DOCX}, "page": {"zh.HTM": PAGE}})
    checked = run(root, "check")
    assert checked.exit_code == 0
    assert re.findall(r"(zh\.\w+): warning: .*\[(.*)]", checked.stdout) == [("zh.TXT", "read-named")]
    for command in ("inspect", "convert"):
        wrong = run(root, command, str(root / "sources/lamps/zh.TXT"))
        (tmp_path / "zh.docx").write_bytes(DOCX)
        right = run(root, command, str(tmp_path / "zh.docx"), "--lang", "zh")
        assert (wrong.exit_code, right.exit_code) == (0, 0), command
        if command == "inspect":
            told_of, plain = json.loads(wrong.stdout), json.loads(right.stdout)
            assert told_of["paragraphs"] == plain["paragraphs"]
            assert [one["code"] for one in told_of["diagnostics"]] == ["read-named"]


@pytest.mark.parametrize("name", ["Download.TXT", "page.pdf", "x", "x.pages", "x.docm", "x.DOC"])
def test_new_takes_a_file_over_under_the_name_that_it_should_have(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {})
    (tmp_path / name).write_bytes(DOCX)
    result = run(root, "new", str(tmp_path / name))
    assert result.exit_code == 0
    ending = "docm" if name == "x.docm" else "docx"
    assert (root / f"sources/a-hrc-res-51-936/zh.{ending}").read_bytes() == DOCX
    assert run(root, "check").exit_code == 0


def test_a_source_whose_name_no_reader_has_is_said_with_the_name_that_it_should_have(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"lamps": {"zh.pages": DOCX}})
    said = run(root, "check").stdout
    assert "no reader for .pages, but what is in the file is DOCX" in said
    assert "name it zh.docx" in said


@pytest.mark.parametrize("kind", ["", OF_MACROS])
def test_macros_are_neither_run_nor_read_and_said(kind: str) -> None:
    data = MACROS if not kind else _with_type(kind)
    source, findings = reader_of(".docm")(data, "en.docm", "en")
    assert source.text == "Lamps\n"
    assert [one.code for one in findings] == ["read-macros"]


def _with_type(kind: str) -> bytes:
    """The content type that Word gives a text with macros."""
    with zipfile.ZipFile(io.BytesIO(MACROS)) as packed:
        files: dict[str, bytes | str] = {name: packed.read(name) for name in packed.namelist()}
    types = files["[Content_Types].xml"]
    assert isinstance(types, bytes)
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert plain in types
    return zipped(files | {"[Content_Types].xml": types.replace(plain, kind.encode())})


def test_inspect_of_marked_up_words_asks_for_no_language(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {})
    (tmp_path / "A_RES_73_901_A.xml").write_bytes(AKN)  # no Arabic: the markup says English
    result = run(root, "inspect", str(tmp_path / "A_RES_73_901_A.xml"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["lang"] == "en"
    (tmp_path / "x.xml").write_bytes(akn("<preface><p>Lampen</p></preface>", lang="deu"))
    refused = run(root, "inspect", str(tmp_path / "x.xml"))
    assert refused.exit_code == 2
    assert "deu" in refused.stderr


def test_each_ending_that_is_read_has_one_name_of_its_format() -> None:
    assert set(FORMATS) == set(READERS)
    assert next(iter(FORMATS)) == ".docx"  # it tells most
