"""`adopt`, `rename`, `remove`: every address that a work had still leads somewhere, in a site that is really built."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from click.testing import Result

from converter.project import Project
from converter.sidecar import read_sidecar
from converter.upkeep import edits, moves
from tests.documents.french import FRENCH
from tests.documents.official import CHINESE, resolution
from tests.once import built_copy
from tests.temp_project import GOOD, make_project, run

SYMBOL = "A/HRC/RES/51/936"
ENGLISH = """Human Rights Council
Fifty-first session
The lighting of lighthouses
The Human Rights Council,
Reaffirming that every lighthouse should be lit before sunset,
1. Calls upon all States to light the lighthouses;
2. Decides to remain seized of the matter.
"""
OTHER = GOOD.replace("灯塔", "浮标")


WORKS = {
    "lamps": {"zh.txt": GOOD, "en.txt": ENGLISH, "work.yml": "# By hand.\nsubjects: [lamps]  # few\n"},
    "buoys": {"zh.txt": OTHER},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", WORKS)


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built: a copy of one build for all tests."""
    return built_copy(tmp_path_factory, "upkeep", WORKS, tmp_path / "project")


def done(root: Path, *arguments: str) -> Result:
    result = run(root, *arguments)
    assert result.exit_code == 0, result.output
    return result


def codes(root: Path) -> list[str]:
    return [
        one["code"] for one in json.loads(run(root, "check", "--format", "json").stdout) if one["severity"] == "error"
    ]


class Links(HTMLParser):
    """The links of a page and its ids, and where it leads on to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.columns: set[str | None] = set()  # of its tables that can be filtered: `#subjects=lamps` is a place, too
        self.on: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids |= {value for name, value in attrs if name == "id" and value}
        self.columns |= {value for name, value in attrs if name == "data-key" and "data-filter" in found}
        if tag == "a" and (href := found.get("href")):
            self.links.append(href)
        if tag == "meta" and found.get("http-equiv") == "refresh":
            self.on = (found["content"] or "").partition("url=")[2]


def page_at(root: Path, address: str) -> Path:
    return root / "site" / address.partition("?")[0].strip("/") / "index.html"


def led_to(root: Path, address: str) -> str:
    """Follow the pages that lead on, as a browser does, to where the reader ends."""
    for _ in range(5):
        page = page_at(root, address)
        assert page.is_file(), f"{address} leads nowhere"
        on = Links(page.read_text(encoding="utf-8")).on
        if on is None or "#" in on:
            return address if on is None else urljoin(f"/{address.strip('/')}/", on).strip("/")
        address = urljoin(f"/{address.strip('/')}/", on).strip("/")
    raise AssertionError(f"{address} leads in a circle")


def broken(root: Path) -> list[str]:
    """Links of the site to pages that it does not have, or to places that they do not have."""
    site = root / "site"
    pages = {
        path.relative_to(site).as_posix(): Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")
    }
    wrong = []
    for name, page in pages.items():
        for href in page.links if name != "404.html" else ():  # which is at no address of its own
            target, anchor = urldefrag(urljoin(f"http://here/{name}", href))
            if not target.startswith("http://here/") or "javascript:" in href:
                continue
            path = unquote(target.removeprefix("http://here/").partition("?")[0])
            path = f"{path}index.html" if not path or path.endswith("/") else path
            if path in pages and "#" in (pages[path].on or ""):  # a cited work, which stands in its series
                on, own = urldefrag(urljoin(f"/{path}", pages[path].on))
                path, anchor = f"{unquote(on).strip('/')}/index.html", f"{own}-{anchor}" if anchor else own
            has_page = path in pages or (site / path).is_file()
            if not has_page or (path in pages and not is_place(pages[path], unquote(anchor))):
                wrong.append(f"{name}: {href}")
    return wrong


def is_place(page: Links, anchor: str) -> bool:
    """Whether the page has this place: none at all, an element, or a column and a value that it is filtered by."""
    column, is_filter, value = anchor.partition("=")
    return not anchor or anchor in page.ids or (bool(is_filter and value) and column in page.columns)


def text_of(root: Path, address: str) -> str:
    return page_at(root, address).read_text(encoding="utf-8")


# --- rename -----------------------------------------------------------------------------------------------------------


def test_a_renamed_work_s_old_address_leads_on_in_each_language(built: Path) -> None:
    said = done(built, "rename", "lamps", "lighthouses").stdout
    assert said.startswith("renamed sources/lamps to sources/lighthouses\ndrafts/lamps leads on to it, in en, zh")
    sidecar = (built / "sources/lighthouses/work.yml").read_text(encoding="utf-8")
    assert sidecar == "# By hand.\nsubjects: [lamps]  # few\nformerly:\n  - drafts/lamps\n"
    done(built, "build")
    for lang, other in (("zh", "en"), ("en", "zh")):
        assert led_to(built, f"{lang}/drafts/lamps") == f"{lang}/drafts/lighthouses"
        beside = f"{lang}/drafts/lighthouses/parallel"
        assert led_to(built, f"{lang}/drafts/lamps/parallel") == beside
        for name in ("lamps", "lighthouses"):  # the address that the pair once had
            assert led_to(built, f"{lang}/drafts/{name}/parallel/{other}") == f"{beside}/?with={other}"
    assert broken(built) == []
    assert codes(built) == []


def test_a_work_is_renamed_again_and_back(root: Path) -> None:
    done(root, "rename", "lamps", "b")
    done(root, "rename", "sources/b/", "c")
    assert "formerly:\n  - drafts/lamps\n  - drafts/b\n" in (root / "sources/c/work.yml").read_text(encoding="utf-8")
    done(root, "rename", "c", "lamps")
    assert (
        (root / "sources/lamps/work.yml")
        .read_text(encoding="utf-8")
        .endswith("formerly:\n  - drafts/b\n  - drafts/c\n")
    )
    assert codes(root) == []
    assert "nothing to do" in done(root, "rename", "lamps", "lamps").stdout


def test_a_work_without_a_sidecar_gets_one(root: Path) -> None:
    done(root, "rename", "buoys", "floats")
    assert (root / "sources/floats/work.yml").read_text(encoding="utf-8") == "formerly:\n  - drafts/buoys\n"


@pytest.mark.parametrize(
    ("work", "name", "says"),
    [
        ("lamps", "buoys", "sources/buoys is there already"),
        ("lamps", "A B", "cannot name a work"),
        ("lamps", "../x", "cannot name a work"),
        ("lamps", "con", "cannot name a work"),
        ("lamps", "was", "drafts/was is a former address of sources/buoys"),
        ("lamps", "gone", "drafts/gone is the address of gone, which was removed"),
        ("lamp", "x", "there is no work lamp: is it lamps?"),
    ],
)
def test_what_is_in_the_way_of_a_new_name(work: str, name: str, says: str, root: Path) -> None:
    (root / "sources/buoys/work.yml").write_text("formerly: [drafts/was]\n", encoding="utf-8")
    (root / "sources/removed.yml").write_text("- {work: gone, languages: [zh]}\n", encoding="utf-8")
    before = snapshot(root)
    result = run(root, "rename", work, name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr and result.stderr.count("\n") == 1
    assert snapshot(root) == before


def snapshot(root: Path) -> dict[str, bytes]:
    folder = root / "sources"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", [("rename", "lamps", "x"), ("remove", "lamps")])
def test_a_dry_run_changes_nothing(command: tuple[str, ...], root: Path) -> None:
    before = snapshot(root)
    assert done(root, *command, "--dry-run").stdout.startswith(f"would {command[0]} sources/lamps")
    assert snapshot(root) == before


@pytest.mark.parametrize("command", [("rename", "lamps", "x"), ("remove", "lamps")])
def test_a_run_that_was_killed_is_finished_by_the_next(
    command: tuple[str, ...], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(root, "check")
    move = Path.rename

    def killed(self: Path, target: Path) -> Path:
        if self.name == "lamps":
            raise KeyboardInterrupt
        return move(self, target)

    monkeypatch.setattr(Path, "rename", killed)
    with pytest.raises(KeyboardInterrupt):
        getattr(moves, command[0])(Project(root), *command[1:])
    monkeypatch.undo()
    assert (root / "sources/lamps/zh.txt").is_file()
    done(root, *command)
    assert not (root / "sources/lamps").exists()
    assert codes(root) == []


def test_a_sidecar_that_is_a_link_is_not_written_through(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("subjects: [x]\n", encoding="utf-8")
    (root / "sources/lamps/work.yml").unlink()
    (root / "sources/lamps/work.yml").symlink_to(outside)
    result = run(root, "rename", "lamps", "x")
    assert result.exit_code == 1
    assert "is a link" in result.stderr
    assert outside.read_text(encoding="utf-8") == "subjects: [x]\n"


# --- remove -----------------------------------------------------------------------------------------------------------


def test_the_addresses_of_a_removed_work_say_what_stood_there(root: Path) -> None:
    (root / "sources/lamps/work.yml").write_text("symbol: A/HRC/51/L.901\nformerly: [drafts/old]\n", encoding="utf-8")
    done(root, "build")
    assert led_to(root, "zh/drafts/lamps") == "zh/A/HRC/51/L.901"
    said = done(root, "remove", "lamps", "--reason", "The text was withdrawn <script>alert(1)</script>.").stdout
    assert "what stood there is said at /en/A/HRC/51/L.901/, /zh/A/HRC/51/L.901/" in said
    done(root, "build")
    for lang, words in (("zh", "原在此地址的文本已从本站撤下。"), ("en", "was taken off this site")):
        for old in (
            "A/HRC/51/L.901",
            "drafts/lamps",
            "drafts/old",
            "drafts/lamps/parallel",
            "drafts/lamps/parallel/" + ("en" if lang == "zh" else "zh"),
        ):
            assert led_to(root, f"{lang}/{old}") == f"{lang}/A/HRC/51/L.901"
        text = text_of(root, f"{lang}/A/HRC/51/L.901")
        assert words in text and "withdrawn" in text and "<script>alert" not in text
    assert "灯塔照明" in text_of(root, "zh/A/HRC/51/L.901")
    assert broken(root) == []
    assert codes(root) == []
    assert "nothing to do" in done(root, "remove", "lamps").stdout


def test_a_clone_builds_the_same(built: Path, tmp_path: Path) -> None:
    done(built, "rename", "buoys", "floats")
    done(built, "remove", "lamps")
    done(built, "build")
    clone = tmp_path / "clone"
    shutil.copytree(built, clone, ignore=shutil.ignore_patterns("build", "site"))
    done(clone, "build")
    ours, theirs = files(built), files(clone)
    assert sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)) == []


def files(root: Path) -> dict[str, bytes]:
    site = root / "site"
    pages = (path for path in site.rglob("*") if path.is_file() and path.suffix in (".html", ".json"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in pages if path.name != "sitemap.xml"}


def test_the_last_work_of_a_language_leaves_the_language(root: Path) -> None:
    done(root, "remove", "lamps")
    done(root, "remove", "buoys")
    done(root, "build")
    assert led_to(root, "en/drafts/lamps") == "en/drafts/lamps"
    assert led_to(root, "zh/drafts/buoys") == "zh/drafts/buoys"
    assert broken(root) == []


def test_a_removed_work_that_others_cite_keeps_the_page_of_a_cited_work(root: Path) -> None:
    (root / "sources/lamps/work.yml").write_text("symbol: A/HRC/RES/48/924\n", encoding="utf-8")
    cites = OTHER.replace("1. 呼吁各国", "1. 回顾理事会2021年10月11日第48/924号决议第1段，呼吁各国")
    (root / "sources/buoys/zh.txt").write_text(cites, encoding="utf-8")
    done(root, "build")
    assert "A/HRC/RES/48/924" in text_of(root, "zh/drafts/buoys")
    done(root, "remove", "lamps")
    done(root, "build")
    text = text_of(root, "zh/cited/A/HRC/RES/48")
    assert "原在此地址的文本已从本站撤下。" in text and "浮标照明" in text
    assert led_to(root, "zh/A/HRC/RES/48/924") == "zh/cited/A/HRC/RES/48/#924"
    assert led_to(root, "zh/drafts/lamps") == "zh/cited/A/HRC/RES/48/#924"
    assert broken(root) == []


def test_a_removed_work_that_is_there_again_is_said(root: Path) -> None:
    (root / "sources/removed.yml").write_text("# why\n- {work: lamps, languages: [zh, en]}\n", encoding="utf-8")
    found = [one for one in json.loads(run(root, "check", "--format", "json").stdout) if one["severity"] == "error"]
    assert [(one["code"], one["path"], one["line"]) for one in found] == [("removed", "sources/removed.yml", 2)]
    assert done(root, "build").exit_code == 0
    assert "灯塔照明" in text_of(root, "zh/drafts/lamps")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {work: lamps}\n", "missing: languages"),
        ("work: lamps\n", "the file must be a list"),
        ("- {work: ../x, languages: [zh]}\n", "is not the form that work has"),
        ("- {work: nul, languages: [zh]}\n", "nul cannot be an address"),
        ("- {work: x, languages: [zh], symbols: [A/../B]}\n", "is not the form that item 1 of symbols has"),
        ("- {work: x, languages: [zh], symbols: [A/NUL]}\n", "A/NUL cannot be an address"),
        ("- {work: x, languages: [zh]}\n- {work: x, languages: [en]}\n", "stands here a second time"),
        ("- {work: x, languages: [zh], colour: red}\n", "colour"),
        ("- [\n", "not YAML"),
    ],
)
def test_the_file_of_removed_works_is_checked(text: str, says: str, root: Path) -> None:
    (root / "sources/removed.yml").write_text(text, encoding="utf-8")
    result = run(root, "check")
    assert result.exit_code == 1
    assert says in result.stdout and "sources/removed.yml" in result.stdout
    before = snapshot(root)
    refused = run(root, "remove", "buoys")
    assert refused.exit_code == 1 and "is not right: mend it first" in refused.stderr
    assert snapshot(root) == before


def test_an_entry_is_added_and_nothing_else_in_the_file_changes(root: Path) -> None:
    before = "# Ours.\n- work: old   # long ago\n  languages: [zh]"
    (root / "sources/removed.yml").write_text(before, encoding="utf-8")
    done(root, "remove", "lamps")
    after = (root / "sources/removed.yml").read_text(encoding="utf-8")
    assert after.startswith(before + "\n\n- work: lamps\n  languages: [en, zh]\n  titles:\n    ")


# --- a folder that is deleted by hand ---------------------------------------------------------------------------------


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


def gone(root: Path) -> list[dict[str, str]]:
    found = json.loads(run(root, "check", "--format", "json").stdout)
    return [one for one in found if one["code"] == "work-deleted"]


def test_a_folder_deleted_by_hand_is_said_in_a_clean_clone(root: Path, tmp_path: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    shutil.rmtree(root / "sources/lamps")
    assert [one["path"] for one in gone(root)] == ["sources/lamps"]
    assert "git checkout HEAD -- sources/lamps, then: converter remove lamps" in gone(root)[0]["hint"]
    git(root, "commit", "-qam", "two")
    git(root, "clone", "-q", str(root), str(tmp_path / "clone"))
    clone = tmp_path / "clone"
    (found,) = gone(clone)
    assert found["severity"] == "error"
    back = re.search(r"git (checkout \w+~1 -- sources/lamps), then: converter (remove lamps)", found["hint"])
    assert back is not None
    git(clone, *back[1].split())
    done(clone, *back[2].split())
    assert gone(clone) == []


def test_a_clone_whose_history_is_cut_off_says_what_it_does_not_know(root: Path, tmp_path: Path) -> None:
    git(root, "init", "-q")
    for path in ("sources/lamps", "."):
        git(root, "add", path)
        git(root, "commit", "-qm", path)
    git(root, "clone", "-q", "--depth", "1", root.as_uri(), str(tmp_path / "clone"))
    assert "the history of this clone is cut off" in run(tmp_path / "clone", "check").stderr
    assert "the history" not in run(root, "check").stderr


def test_a_branch_that_added_and_deleted_a_work_before_it_was_merged_lost_no_address(root: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    git(root, "checkout", "-qb", "proposal")
    shutil.copytree(root / "sources/buoys", root / "sources/mistake")
    git(root, "add", ".")
    git(root, "commit", "-qm", "two")
    git(root, "rm", "-qr", "sources/mistake")
    git(root, "commit", "-qm", "three")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "proposal", "-m", "four")
    assert gone(root) == []


def test_a_folder_that_was_renamed_by_hand_is_said_until_its_sidecar_says_so(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    git(root, "mv", "sources/buoys", "sources/floats")
    git(root, "commit", "-qm", "two")
    assert [one["path"] for one in gone(root)] == ["sources/buoys"]
    (root / "sources/floats/work.yml").write_text("formerly: [drafts/buoys]\n", encoding="utf-8")
    assert gone(root) == []


def test_outside_a_repository_the_last_build_knows_what_there_was(root: Path) -> None:
    done(root, "check")
    shutil.rmtree(root / "sources/buoys")
    assert [one["path"] for one in gone(root)] == ["sources/buoys"]
    assert [one["path"] for one in gone(root)] == ["sources/buoys"]  # and goes on saying it


def test_a_work_that_was_never_committed_is_nobody_s_address(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    shutil.copytree(root / "sources/buoys", root / "sources/mistake")
    run(root, "check")
    shutil.rmtree(root / "sources/mistake")
    assert gone(root) == []


# --- adopt ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def adopted(tmp_path: Path) -> Path:
    file = tmp_path / "adopted.docx"
    file.write_bytes(resolution(CHINESE))
    return file


@pytest.mark.parametrize("sidecar", ["", "symbol: A/HRC/51/L.901\n", f"adopted_as: {SYMBOL}\n"])
def test_a_draft_and_the_text_that_it_became_are_both_read_and_lead_to_each_other(
    sidecar: str, root: Path, adopted: Path
) -> None:
    (root / "sources/lamps/work.yml").write_text(f"# Ours.\n{sidecar}", encoding="utf-8")
    (root / "sources/lamps/en.txt").unlink()
    done(root, "build")
    said = done(root, "adopt", "lamps", str(adopted)).stdout
    assert said.startswith("made sources/a-hrc-res-51-936/zh.docx\n")
    written = (root / "sources/lamps/work.yml").read_text(encoding="utf-8")
    assert written == f"# Ours.\n{sidecar}{'' if 'adopted_as' in sidecar else f'adopted_as: {SYMBOL}' + chr(10)}"
    done(root, "build")
    draft = "zh/A/HRC/51/L.901" if sidecar.startswith("symbol") else "zh/drafts/lamps"
    assert led_to(root, "zh/drafts/lamps") == draft
    assert "各国点亮灯塔" in text_of(root, draft)
    assert "灯塔照明与沿海居民的权利" in text_of(root, f"zh/{SYMBOL}")
    to_adopted = re.search(r'class="rd-stage">这是草案。通过的文本： <a href="([^"]+)"', text_of(root, draft))
    to_draft = re.search(r'class="rd-stage">此文本的草案： <a href="([^"]+)"', text_of(root, f"zh/{SYMBOL}"))
    assert to_adopted and urljoin(f"/{draft}/", to_adopted[1]) == f"/zh/{SYMBOL}/"
    assert to_draft and urljoin(f"/zh/{SYMBOL}/", to_draft[1]) == f"/{draft}/"
    assert broken(root) == []
    assert codes(root) == []
    again = done(root, "adopt", "lamps", str(adopted)).stdout
    assert "the adopted text is there already: sources/a-hrc-res-51-936/zh.docx" in again


def test_another_language_of_the_adopted_text_joins_it(root: Path, adopted: Path, tmp_path: Path) -> None:
    done(root, "adopt", "lamps", str(adopted))
    french = tmp_path / "french.docx"
    french.write_bytes(resolution(replace(FRENCH, symbol=SYMBOL)))
    assert done(root, "adopt", "lamps", str(french)).stdout.startswith("made sources/a-hrc-res-51-936/fr.docx\n")
    done(root, "build")
    assert broken(root) == []  # the English draft leads to the adopted text in another language


def test_the_symbol_of_an_adopted_text_that_prints_none_is_given(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("灯塔照明与沿海居民的权利。\n", encoding="utf-8")
    result = run(root, "adopt", "lamps", str(file))
    assert result.exit_code == 1 and "the symbol of text.txt cannot be told: say it with --symbol" in result.stderr
    done(root, "adopt", "lamps", str(file), "--symbol", SYMBOL)
    sidecar = (root / "sources/a-hrc-res-51-936/work.yml").read_text(encoding="utf-8")
    assert read_sidecar(sidecar, "", "x").symbol == SYMBOL


@pytest.mark.parametrize(
    ("sidecar", "says"),
    [
        ("adopted_as: A/HRC/RES/51/1\n", "it says adopted_as: A/HRC/RES/51/1 already"),
        ("{subjects: [lamps]}\n", "its layout is too unusual to be edited safely: write adopted_as:"),
        ("subjects: [lamps\n", "it is not right (line"),
        (b"\xff\n", "lamps/work.yml is not UTF-8"),
    ],
)
def test_what_is_in_the_way_of_an_adoption(sidecar: str | bytes, says: str, root: Path, adopted: Path) -> None:
    (root / "sources/lamps/work.yml").write_bytes(sidecar if isinstance(sidecar, bytes) else sidecar.encode())
    before = snapshot(root)
    result = run(root, "adopt", "lamps", str(adopted))
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
    assert snapshot(root) == before


def test_the_draft_itself_is_not_its_adopted_text(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "same.txt"
    file.write_text(GOOD, encoding="utf-8")
    result = run(root, "adopt", "lamps", str(file), "--symbol", SYMBOL)
    assert result.exit_code == 1
    assert "is the draft itself" in result.stderr
    before = snapshot(root)
    assert run(root, "adopt", "lamps", str(file), "--symbol", SYMBOL, "--dry-run").exit_code == 1
    assert snapshot(root) == before


# --- edits of what people wrote ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "formerly:\n  - drafts/x\n"),
        ("# only a word", "# only a word\nformerly:\n  - drafts/x\n"),
        ("a: 1\r\n", "a: 1\r\nformerly:\r\n  - drafts/x\r\n"),
        ("formerly: [drafts/a]  # one\na: 1\n", "formerly: [drafts/a, drafts/x]  # one\na: 1\n"),
        ("formerly:\n- drafts/a # one\n# two\na: 1\n", "formerly:\n- drafts/a # one\n- drafts/x\n# two\na: 1\n"),
        ("formerly:\n    - 'drafts/a'", "formerly:\n    - 'drafts/a'\n    - drafts/x\n"),
        ("formerly:\n  - drafts/灯\n", "formerly:\n  - drafts/灯\n  - drafts/x\n"),
        ("n: |\n  text\n", "n: |\n  text\nformerly:\n  - drafts/x\n"),
        ("formerly: [drafts/x]\n", "formerly: [drafts/x]\n"),
    ],
)
def test_an_item_is_put_where_it_belongs_and_taken_out_again(before: str, after: str) -> None:
    assert edits.with_item(before, "formerly", "drafts/x") == after
    if "drafts/x" not in before:
        back = edits.without_item(after, "formerly", "drafts/x")
        assert back.rstrip() == before.rstrip()


@pytest.mark.parametrize(
    "text", ["a: 1\n...\n", "{a: 1}\n", "formerly: text\n", "- a\n", "a: &x 1\n", "n: >+\n  t\n\n\n "]
)
def test_what_cannot_be_edited_safely_is_left_alone(text: str) -> None:
    try:
        after = edits.with_item(text, "formerly", "drafts/x")
    except edits.CannotEditError:
        return
    assert after.startswith(text)
