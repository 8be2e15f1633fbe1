"""`converter new` with many files and folders: one table, works joined, nothing twice, nothing by halves."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from converter.upkeep import taken as taking
from converter.upkeep.offered import Offered
from tests.documents.akn import marked_up
from tests.documents.french import FRENCH
from tests.documents.official import CHINESE, ENGLISH, resolution
from tests.temp_project import GOOD, make_project, run

NEW = GOOD.replace("灯塔", "灯船")
SYMBOL = "A/HRC/RES/51/936"
PARTS = ("901", "901B", "901C", "902")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", {"good": {"zh.txt": GOOD}})


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


def numbered(number: int) -> str:
    """A draft with a symbol of its own."""
    return f"A/HRC/51/L.{number}\n{NEW}"


def put(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def sources(root: Path) -> list[str]:
    folder = root / "sources"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


HELD = ["good/zh.txt"]


def test_a_folder_of_many_becomes_works_and_the_same_symbol_s_languages_one(root: Path, inbox: Path) -> None:
    put(inbox, one__docx=resolution(CHINESE), other__txt=numbered(901))
    put(inbox / "deep/er", two__docx=resolution(replace(ENGLISH, symbol=SYMBOL)))
    put(inbox / "deep", three__docx=resolution(replace(FRENCH, symbol=SYMBOL)))
    result = run(root, "new", str(inbox))
    assert result.exit_code == 0
    folder = "a-hrc-res-51-936"
    joined = [f"{folder}/{name}" for name in ("en.docx", "fr.docx", "work.yml", "zh.docx")]
    assert sources(root) == ["a-hrc-51-l-901/work.yml", "a-hrc-51-l-901/zh.txt", *joined, *HELD]
    assert "2 new works and 0 works with more languages; 4 files taken in, 0 passed over, 0 refused" in result.stdout
    rows = {line.split()[0]: line.split() for line in result.stdout.splitlines() if line.startswith("inbox/")}
    assert rows["inbox/other.txt"][1:5] == ["sources/a-hrc-51-l-901/zh.txt", "zh", "A/HRC/51/L.901", "HRC"]
    assert rows["inbox/deep/three.docx"][1:4] == [f"sources/{folder}/fr.docx", "fr", SYMBOL]
    sidecar = (root / "sources" / folder / "work.yml").read_text(encoding="utf-8")
    assert "  format: docx\n" in sidecar
    assert "official files two.docx, three.docx, one.docx." in sidecar
    assert "sidecar" not in run(root, "check").stdout


def test_what_is_not_sure_has_a_question_mark(root: Path, inbox: Path) -> None:
    put(inbox, **{"A_HRC_51_L.936-C.txt": NEW.replace("51/… 灯船照明\n", ""), "x.txt": numbered(902)})
    said = run(root, "new", str(inbox), "--dry-run").stdout.splitlines()
    unsure, sure = (next(line for line in said if line.startswith(f"inbox/{name}")) for name in ("A_HRC", "x.txt"))
    assert "A/HRC/51/L.936?" in unsure.split()
    assert "A/HRC/51/L.902" in sure.split()
    assert said[0].split() == ["file", "becomes", "language", "symbol", "body", "title"]


def test_a_table_s_columns_stand_below_each_other_whatever_script_a_name_is_in(root: Path, inbox: Path) -> None:
    put(inbox, **{"灯船一.txt": numbered(901), "x.txt": numbered(902)})
    lines = run(root, "new", str(inbox), "--dry-run").stdout.splitlines()[:3]
    assert lines[1].index("sources/") == lines[0].index("becomes")
    assert lines[2].index("sources/") + 3 == lines[0].index("becomes")  # three characters that are two columns wide


def test_a_dry_run_writes_nothing_and_says_the_same(root: Path, inbox: Path) -> None:
    put(inbox, one__docx=resolution(CHINESE), bad__rtf="{\\rtf1}", two__txt=numbered(901))
    dry = run(root, "new", str(inbox), "--dry-run")
    assert sources(root) == HELD
    assert list((root / "sources").iterdir()) == [root / "sources/good"]
    wet = run(root, "new", str(inbox))
    assert dry.exit_code == wet.exit_code == 1  # a file was refused
    assert dry.stdout.split("\n\nnothing is written")[0] == wet.stdout.split("\n\n2 new works")[0]
    assert "nothing is written: this is what would be done" in dry.stdout
    assert run(root, "new", str(inbox / "two.txt"), "--dry-run").exit_code == 1  # it is there by now


def test_a_dry_run_of_one_file_says_what_it_would_make(root: Path, inbox: Path) -> None:
    put(inbox, two__txt=numbered(901))
    result = run(root, "new", str(inbox / "two.txt"), "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith("would make sources/a-hrc-51-l-901/zh.txt and sources/a-hrc-51-l-901/work.yml\n")
    assert "Next" not in result.stdout
    assert sources(root) == HELD


def test_findings_are_counted_by_their_codes_and_end_with_0(root: Path, inbox: Path) -> None:
    put(inbox, one__txt=numbered(901).replace("2. ", "3. "), two__txt=numbered(902).replace("2. ", "3. "))
    result = run(root, "new", str(inbox))
    assert result.exit_code == 0
    assert "findings: 2 × number-skips (error) in 2 files" in result.stdout
    assert "then run `converter check a-hrc-51-l-901 a-hrc-51-l-902`" in result.stdout


def test_the_same_bytes_are_taken_once(root: Path, inbox: Path) -> None:
    put(inbox, one__txt=numbered(901), two__txt=numbered(901), held__txt=GOOD)
    result = run(root, "new", str(inbox))
    assert result.exit_code == 0
    assert "inbox/two.txt   the same bytes as inbox/one.txt" in result.stdout
    assert "inbox/held.txt  this text is there already: sources/good/zh.txt" in result.stdout
    assert "1 file taken in, 2 passed over, 0 refused" in result.stdout
    again = run(root, "new", str(inbox))
    assert again.exit_code == 1  # nothing of it is new
    assert "0 files taken in, 3 passed over, 0 refused" in again.stdout


def test_of_two_files_that_are_the_same_text_neither_is_taken(root: Path, inbox: Path) -> None:
    put(inbox, one__txt=numbered(901), two__txt=numbered(901).replace("灯油", "煤油"), other__txt=numbered(902))
    result = run(root, "new", str(inbox))
    assert result.exit_code == 1
    why = "inbox/one.txt and inbox/two.txt both are A/HRC/51/L.901 in zh: name the right one alone"
    assert result.stdout.count(why) == 2
    assert sources(root) == ["a-hrc-51-l-902/work.yml", "a-hrc-51-l-902/zh.txt", *HELD]


@pytest.mark.parametrize("at_once", [True, False])
def test_parts_of_one_resolution_are_works_of_their_own(root: Path, inbox: Path, at_once: bool) -> None:
    """The first was issued before there were parts, the whole has both: none takes another's place or address."""
    for lang, words in (("en", ENGLISH), ("fr", FRENCH)):
        for letters in ("", " B", " C", " D-E"):
            number = "73/902" if "-" in letters else "73/901"
            printed = f"A/RES/{number}{letters}<".encode()
            data = marked_up(words, lang).replace(f"{words.symbol}<".encode(), printed)
            put(inbox, **{f"{lang}{letters.strip()}__xml": data})
    files = [[str(inbox)]] if at_once else [[str(path)] for path in sorted(inbox.iterdir())]
    said = [run(root, "new", *named) for named in files]
    assert [one.exit_code for one in said] == [0] * len(files)
    assert not any("73/901B?" in one.stdout or "not sure of the symbol" in one.stdout for one in said)
    works = ["a-res-73-901", "a-res-73-901b", "a-res-73-901c", "a-res-73-902"]
    assert sources(root) == [f"{work}/{name}" for work in works for name in ("en.xml", "fr.xml", "work.yml")] + HELD
    assert run(root, "build").exit_code == 0
    assert "symbol-twice" not in run(root, "check").stdout
    pages = [root / "site" / lang / "A/RES/73" / name / "index.html" for lang in ("en", "fr") for name in PARTS]
    assert all(page.is_file() for page in pages)


def test_of_one_text_in_two_formats_the_one_is_taken_that_tells_more(root: Path, inbox: Path) -> None:
    page = "<meta charset=utf-8><main>" + "".join(f"<p>{line}" for line in numbered(901).splitlines()) + "</main>"
    put(inbox, one__txt=numbered(901), two__html=page)
    result = run(root, "new", str(inbox))
    assert result.exit_code == 0
    assert "inbox/one.txt  the same text as inbox/two.html, which tells more" in result.stdout
    assert sources(root) == ["a-hrc-51-l-901/work.yml", "a-hrc-51-l-901/zh.html", *HELD]


def test_a_symbol_and_language_that_are_there_are_said_whatever_the_folder_is_called(root: Path, inbox: Path) -> None:
    put(root / "sources/lamps", zh__txt=numbered(901))
    put(inbox, one__txt=numbered(901).replace("灯油", "煤油"), two__docx=resolution(ENGLISH))
    result = run(root, "new", str(inbox))
    assert result.exit_code == 1
    assert "inbox/one.txt  sources/lamps is there already in zh" in result.stdout
    english = inbox / "english.docx"
    english.write_bytes(resolution(replace(ENGLISH, symbol="A/HRC/51/L.901", title="Lamps")))
    joined = run(root, "new", str(english))
    assert joined.stdout.startswith("made sources/lamps/en.docx\nthe work is there already in zh")


def test_names_that_differ_in_the_language_alone_are_one_work(root: Path, inbox: Path) -> None:
    words = b"The lamps of the harbours and the keepers of the lamps.\n"
    put(
        inbox, **{"lamps-en.txt": words, "lamps-zh.txt": "灯塔照明与沿海居民的权利。\n", "oil-a.txt": words + b"Oil.\n"}
    )
    put(inbox / "buoys", **{"en.txt": words + b"Buoys.\n", "zh.txt": "浮标与沿海居民的权利。\n"})
    assert run(root, "new", str(inbox)).exit_code == 1  # oil-a.txt: nobody says in which language it is
    assert sources(root) == sorted(
        [*HELD, *(f"{work}/{name}" for work in ("buoys", "lamps") for name in ("en.txt", "work.yml", "zh.txt"))]
    )


def test_names_alike_are_two_works_where_what_is_printed_differs(root: Path, inbox: Path) -> None:
    other = resolution(replace(ENGLISH, symbol="", head=ENGLISH.head, title="Lamps"))
    put(inbox, **{"x-zh.txt": NEW, "x-en.docx": other})
    run(root, "new", str(inbox))
    folders = {name.split("/")[0] for name in sources(root)}
    assert len(folders) == 3


def test_all_languages_can_be_put_into_one_work(root: Path, inbox: Path) -> None:
    put(inbox, a__txt=NEW, b__docx=resolution(ENGLISH))
    assert run(root, "new", str(inbox / "a.txt"), str(inbox / "b.docx"), "--work", "lamps").exit_code == 0
    assert sources(root) == [*HELD, "lamps/en.docx", "lamps/work.yml", "lamps/zh.txt"]


def test_drafts_without_a_number_are_counted_on(root: Path, inbox: Path) -> None:
    put(root / "sources/hrc-51-draft-2", zh__txt=NEW.replace("灯油", "煤气"))
    put(inbox, **{f"{name}.txt": NEW.replace("灯油", f"灯油{name}") for name in "一二三"})
    assert run(root, "new", str(inbox)).exit_code == 0
    made = {name.split("/")[0] for name in sources(root)}
    assert made == {"good", "hrc-51-draft-1", "hrc-51-draft-2", "hrc-51-draft-3", "hrc-51-draft-4"}


def test_what_lies_in_a_folder_beside_official_files(root: Path, inbox: Path) -> None:
    put(inbox, ok__txt=numbered(901), photo__jpg=b"\xff\xd8", old__doc=b"\xd0\xcf", **{".hidden.txt": numbered(905)})
    (inbox / "link.txt").symlink_to(inbox / "ok.txt")
    (inbox / "loop").symlink_to(inbox)
    result = run(root, "new", str(inbox))
    assert result.exit_code == 1
    left = result.stdout.split("left out:\n")[1].splitlines()
    assert [line.split(maxsplit=1) for line in left[:4]] == [
        ["inbox/link.txt", "a link is not followed: name the file itself"],
        ["inbox/loop", "a link is not followed: name the file itself"],
        [
            "inbox/old.doc",
            "a file of Word before 2007 cannot be read: open it in a word processor and save it as .docx",
        ],
        ["inbox/photo.jpg", "no official file: no reader for it"],
    ]
    assert "1 file taken in, 1 passed over, 3 refused" in result.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(root: Path, inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    result = run(root, "new", str(inbox / "pipe.txt"))
    assert result.exit_code == 1
    assert "pipe.txt is no regular file" in result.stderr


def test_a_name_that_is_hostile_chooses_no_path_and_clears_no_screen(root: Path, inbox: Path) -> None:
    text = "灯塔照明与沿海居民的权利。\n"
    put(inbox, **{"\x1b[2J..\\..\\x\n.txt": text, "con.txt": text + text, "$(id);-rf.txt": text + "油。\n"})
    (inbox / os.fsdecode(b"\xff\xfe.txt")).write_text(text + "煤。\n", encoding="utf-8")
    result = run(root, "new", str(inbox))
    assert "\x1b" not in result.stdout
    assert "'con' cannot name a work" in result.stdout
    made = {name.split("/")[0] for name in sources(root)}
    assert made == {"good", "2j-x", "id-rf", "work"}
    assert "sidecar" not in run(root, "check").stdout


def test_a_work_that_cannot_be_written_is_not_there_by_halves(
    root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, one__docx=resolution(CHINESE), two__docx=resolution(replace(FRENCH, symbol=SYMBOL)), x__txt=numbered(1))
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "fr.docx":
            write(self, data[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run(root, "new", str(inbox))
    assert result.exit_code == 3
    assert "no space left: make room" in result.stderr
    assert sources(root) == HELD
    assert sorted(path.name for path in (root / "sources").iterdir()) == ["good"]
    monkeypatch.undo()
    assert run(root, "new", str(inbox)).exit_code == 0


def test_languages_that_cannot_join_leave_the_work_as_it_was(
    root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, a__docx=resolution(ENGLISH), b__docx=resolution(FRENCH))
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if target.name == "fr.docx":
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    result = run(root, "new", str(inbox), "--work", "good")
    assert result.exit_code == 3
    assert "Input/output error" in result.stderr
    assert sources(root) == HELD


def test_what_a_killed_run_left_is_in_nobody_s_way(root: Path, inbox: Path) -> None:
    put(root / "sources/.new-a-hrc-51-l-901", zh__txt="half")
    put(inbox, one__txt=numbered(901))
    assert run(root, "check").exit_code == 0
    assert run(root, "new", str(inbox)).exit_code == 0
    assert not (root / "sources/.new-a-hrc-51-l-901").exists()


def test_each_file_is_converted_once(root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):  # fewer than are worth processes, where nobody could count
        put(inbox, **{f"{number}.txt": numbered(900 + number)})
    calls: list[str] = []
    convert = taking.convert
    monkeypatch.setattr(taking, "convert", lambda given, *rest: calls.append(given.path) or convert(given, *rest))
    reads: list[str] = []
    data = Offered.data
    monkeypatch.setattr(Offered, "data", lambda self: reads.append(self.name) or data(self))
    assert run(root, "new", str(inbox)).exit_code == 0
    assert len(calls) == 12
    assert len(reads) == 24  # once to look at it, once to put it in its place


def test_a_hundred_files_in_several_processes_give_the_same_as_one_after_the_other(
    root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        put(inbox, **{f"{number:03}.txt": numbered(100 + number)})
    many = run(root, "new", str(inbox), "--dry-run").stdout
    monkeypatch.setattr("converter.batch.WORTH_A_POOL", 1000)
    assert run(root, "new", str(inbox), "--dry-run").stdout == many
    assert "40 new works" in many


def test_too_many_files_are_refused_before_any_is_read(
    root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.upkeep.offered.MAX_FILES", 2)
    put(inbox, a__txt=numbered(1), b__txt=numbered(2), c__txt=numbered(3))
    result = run(root, "new", str(inbox))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "more than 2 files: name a smaller folder" in result.stderr
    assert sources(root) == HELD


def test_the_adopted_text_of_a_draft_is_not_taken_for_another_work(root: Path, inbox: Path) -> None:
    (root / "sources/good/work.yml").write_text(f"adopted_as: {SYMBOL}\n", encoding="utf-8")
    put(inbox, one__docx=resolution(CHINESE))
    result = run(root, "new", str(inbox / "one.docx"))
    assert result.exit_code == 1
    assert f"the draft sources/good was adopted as {SYMBOL}: converter adopt good one.docx" in result.stderr
