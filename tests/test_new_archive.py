"""`converter new` with a zip of marked-up files, as the United Nations publishes them: many works, no way out."""

from __future__ import annotations

import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from converter.upkeep import archive
from tests.documents.akn import akn, marked_up
from tests.documents.french import FRENCH
from tests.documents.official import CHINESE, ENGLISH, resolution
from tests.temp_project import GOOD, make_project, run
from tests.test_new_many import HELD, sources

SYMBOL = ENGLISH.symbol
BUOYS = "A/RES/73/902"
FOLDER = "a-res-73-901"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", {"good": {"zh.txt": GOOD}})


def marked(words: object, lang: str, symbol: str = SYMBOL) -> bytes:
    return marked_up(replace(words, symbol=symbol), lang)  # type: ignore[type-var]


def packed(path: Path, files: dict[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return str(path)


def left_out(said: str) -> dict[str, str]:
    """File → why, of what is left out."""
    lines = said.split("left out:\n")[1].split("\n\n", maxsplit=1)[0].splitlines()
    return dict(line.split(maxsplit=1) for line in lines)  # type: ignore[misc]


def test_a_zip_of_marked_up_files_becomes_works_each_with_its_languages(root: Path, tmp_path: Path) -> None:
    pack = packed(
        tmp_path / "73.zip",
        {
            "English/A_RES_73_901-1800901E.xml": marked(ENGLISH, "en"),
            "French/A_RES_73_901-1800901F.xml": marked(FRENCH, "fr"),
            "Chinese/A_RES_73_901_C.xml": marked(CHINESE, "zh"),
            "English/A_RES_73_901_A.xml": marked(ENGLISH, "en", BUOYS),  # the name lies: it is no Arabic, nor a part
            "German/A_RES_73_901.xml": akn("<preface><p>Lampen</p></preface>", lang="deu"),
            "readme.md": b"What these are.",
            "__MACOSX/English/._A_RES_73_901.xml": b"\0",
            "more.zip": b"PK\x03\x04",
        },
    )
    dry = run(root, "new", "--dry-run", pack)
    assert sources(root) == HELD
    result = run(root, "new", pack)
    assert result.exit_code == dry.exit_code == 0
    joined = [f"{FOLDER}/{name}" for name in ("en.xml", "fr.xml", "work.yml", "zh.xml")]
    assert sources(root) == [*joined, "a-res-73-902/en.xml", "a-res-73-902/work.yml", *HELD]
    assert (root / "sources" / FOLDER / "fr.xml").read_bytes() == marked(FRENCH, "fr")
    assert "2 new works and 0 works with more languages; 4 files taken in, 3 passed over, 0 refused" in result.stdout
    assert {name: why.split(";")[0] for name, why in left_out(result.stdout).items()} == {
        "73.zip/German/A_RES_73_901.xml": "73.zip/German/A_RES_73_901.xml is in 'deu'",
        "73.zip/more.zip": "no official file: no reader for it",
        "73.zip/readme.md": "no official file: no reader for it",
    }
    assert "  format: xml\n" in (root / "sources" / FOLDER / "work.yml").read_text(encoding="utf-8")
    again = run(root, "new", pack)
    assert "0 files taken in, 7 passed over, 0 refused" in again.stdout


def test_no_name_in_a_zip_is_a_way_out_of_it(root: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    names = ("../../x/A_RES_73_901_E.xml", "/etc/y.xml", "..\\..\\z.xml", "\x1b[2Jw.xml")
    files = {name: marked(ENGLISH, "en", f"A/RES/73/91{at}") for at, name in enumerate(names)}
    result = run(root, "new", packed(tmp_path / "x.zip", files))
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert sources(root) == sorted(
        [*HELD, *(f"a-res-73-91{at}/{f}" for at in range(4) for f in ("en.xml", "work.yml"))]
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*before, "x.zip"])


def test_a_file_in_a_zip_that_breaks_a_bound_is_left_out_and_the_others_are_made(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.upkeep.offered.MAX_BYTES", 3 * 1024 * 1024)
    good = marked(ENGLISH, "en")
    files = {
        "bomb.xml": good + b" " * 2 * 1024 * 1024,
        "huge.xml": good + b"<!--" + b"x" * 4 * 1024 * 1024,
        "ok.xml": good,
    }
    result = run(root, "new", packed(tmp_path / "x.zip", files))
    assert result.exit_code == 1
    assert left_out(result.stdout) == {
        "x.zip/bomb.xml": "x.zip/bomb.xml would become more than 200 times larger: it is no official file",
        "x.zip/huge.xml": "x.zip/huge.xml is larger than 3 MiB: is it the right file?",
    }
    assert sources(root) == [f"{FOLDER}/en.xml", f"{FOLDER}/work.yml", *HELD]


def _patched(pack: str, offset: int, form: str, value: int) -> None:
    """Another value at an offset of the list's only entry."""
    data = bytearray(Path(pack).read_bytes())
    struct.pack_into(form, data, data.rindex(b"PK\x01\x02") + offset, value)
    Path(pack).write_bytes(data)


@pytest.mark.parametrize(
    ("offset", "form", "value", "says"),
    [
        (8, "<H", 1, "is encrypted: unpack it with its password"),
        (10, "<H", 12, "is packed in a way that is not read"),
        (24, "<I", 100, "the zip is damaged"),
        (16, "<I", 7, "the zip is damaged"),
        (42, "<I", 9, "the zip is damaged"),
    ],
    ids=["encrypted", "bzip2", "size", "checksum", "place"],
)
def test_a_list_that_is_not_what_is_in_a_zip(
    root: Path, tmp_path: Path, offset: int, form: str, value: int, says: str
) -> None:
    pack = packed(tmp_path / "x.zip", {"ok.xml": marked(ENGLISH, "en")})
    _patched(pack, offset, form, value)
    result = run(root, "new", pack)
    assert result.exit_code == 1
    assert says in result.stdout
    assert sources(root) == HELD


@pytest.mark.parametrize(
    ("bound", "value", "says"),
    [
        ("converter.upkeep.offered.MAX_FILES", 2, "there are more than 2 files in it"),
        ("converter.upkeep.archive.MAX_TOTAL", 1000, "unpacked it is larger than"),
        ("converter.upkeep.archive.MAX_BYTES", 100, "is larger than"),
    ],
)
def test_a_zip_beyond_the_bounds_is_refused_before_anything_is_unpacked(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, value: int, says: str
) -> None:
    monkeypatch.setattr(bound, value)
    monkeypatch.setattr(archive, "data", lambda *_: pytest.fail("unpacked"))
    result = run(root, "new", packed(tmp_path / "x.zip", dict.fromkeys("abc", marked(ENGLISH, "en"))))
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr


def test_a_long_list_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = packed(tmp_path / "x.zip", {f"{number:0600}": b"" for number in range(50)})
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("its list is read"))
    with pytest.raises(archive.ArchiveError, match="more than 20 files"):
        archive.names(Path(pack), 20)


def test_as_many_files_as_there_may_be_are_read(tmp_path: Path) -> None:
    pack = packed(tmp_path / "x.zip", {f"Arabic/A_RES_73_{number:03}-1912345A.xml": b"" for number in range(50)})
    assert len(archive.names(Path(pack), 50)) == 50
    with pytest.raises(archive.ArchiveError, match="more than 49 files"):
        archive.names(Path(pack), 49)


def test_a_zip_that_is_cut_short_and_one_with_two_files_of_a_name(root: Path, tmp_path: Path) -> None:
    whole = Path(packed(tmp_path / "x.zip", {"ok.xml": marked(ENGLISH, "en")}))
    whole.write_bytes(whole.read_bytes()[:-30])
    assert "x.zip: it is cut short or damaged, and no whole zip" in run(root, "new", str(whole)).stderr
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("ok.xml", b"one")
        made.writestr("ok.xml", b"other")
    assert "two files in it have one name" in run(root, "new", str(tmp_path / "y.zip")).stderr


def test_a_docx_is_a_zip_and_a_text_all_the_same(root: Path, tmp_path: Path) -> None:
    (tmp_path / "lamps.zip").write_bytes(resolution(ENGLISH))
    result = run(root, "new", str(tmp_path / "lamps.zip"))
    assert result.stdout.startswith(f"made sources/{FOLDER}/en.docx")


def test_the_list_of_a_zip_is_read_once_for_all_its_files(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"{number}.xml": marked(ENGLISH, "en", f"A/RES/73/{number}") for number in range(100, 108)}
    pack = packed(tmp_path / "x.zip", files)
    opened: list[object] = []
    real = zipfile.ZipFile
    monkeypatch.setattr(zipfile, "ZipFile", lambda path: opened.append(path) or real(path))
    run(root, "new", pack)
    assert len(opened) == 2  # to see what is in it, and to take all of it


def test_the_bytes_of_a_file_are_those_that_were_packed(tmp_path: Path) -> None:
    data = marked(ENGLISH, "en")
    pack = packed(tmp_path / "x.zip", {"a/b.xml": data})
    assert archive.data(Path(pack), "a/b.xml", 10**6) == data
