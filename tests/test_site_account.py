"""The site holds what the staging says, whatever was before: built, removed, renamed, checked, killed, damaged."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from converter.kept import digest, file_digest
from tests.once import built_copy
from tests.temp_project import GOOD, ROOT, make_project, run
from tests.test_pipeline import TEXT

WORKS = {
    "lamps": {"zh.txt": TEXT.format(number="7", cited="28")},
    "wicks": {"zh.txt": TEXT.format(number="8", cited="29")},
    "good": {"zh.txt": GOOD},
}
GIVEN = ("sources", "authorities", "docs", "overrides", "mkdocs.yml")

# Runs the command line and kills it at its n-th change of a file of the project: no clock decides where.
KILLED = """
import os, signal, sys
root, left = sys.argv[1], int(sys.argv[2])
def count(event, args):
    global left
    writes = event == "open" and isinstance(args[1], str) and set("wax+") & set(args[1])
    if (writes or event in ("os.rename", "os.remove", "os.mkdir", "os.link")) and str(args[0]).startswith(root):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
sys.argv[1:] = ["--project", root, sys.argv[3]]
from converter.cli import main
main()
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", WORKS)


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built: a copy of one build for all tests."""
    return built_copy(tmp_path_factory, "account", WORKS, tmp_path / "project")


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder: files with their bytes, folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


FRESH: dict[str, dict[str, bytes | None]] = {}  # by what they were built from: several tests end with the same texts


def from_nothing(root: Path, where: Path) -> dict[str, bytes | None]:
    """The site of the same project as one build in a folder of its own makes it."""
    shutil.rmtree(where, ignore_errors=True)
    where.mkdir(parents=True)
    for name in GIVEN:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, where / name)
    made_from = digest(repr((sorted(tree(where).items()), os.environ.get("SITE_URL"))).encode())
    if made_from not in FRESH:
        run(where, "build")
        FRESH[made_from] = tree(where / "site")
    return FRESH[made_from]


def assert_like_from_nothing(root: Path) -> None:
    found, expected = tree(root / "site"), from_nothing(root, root.parent / "fresh")
    assert found.keys() == expected.keys()
    assert [path for path in found if found[path] != expected[path]] == []


def kill(root: Path, command: str, after: int) -> None:
    """Let a command be killed after so many changes of files; it may be done before."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", KILLED, str(root), str(after), command], env=environment, check=False)
    assert done.returncode in (0, 1, -signal.SIGKILL)


# --- what happens to a project --------------------------------------------------------------------------------


def works_of(root: Path) -> list[Path]:
    return sorted((root / "sources").iterdir())


def removes(root: Path, chance: random.Random) -> None:
    if len(works_of(root)) > 1:
        shutil.rmtree(chance.choice(works_of(root)))


def renames(root: Path, chance: random.Random) -> None:
    work = chance.choice(works_of(root))
    target = work.with_name(f"work-{chance.randrange(9)}")
    if not target.exists():
        work.rename(target)


def adds(root: Path, chance: random.Random) -> None:
    number = chance.randrange(30, 40)
    folder = root / "sources" / f"added-{number}"
    folder.mkdir(exist_ok=True)
    (folder / "zh.txt").write_text(TEXT.format(number=number, cited=chance.randrange(20, 24)), encoding="utf-8")


def edits(root: Path, chance: random.Random) -> None:
    file = chance.choice(sorted((root / "sources").glob("*/*.txt")))
    file.write_text(file.read_text(encoding="utf-8").replace("灯塔", chance.choice(["灯塔", "灯船"])), encoding="utf-8")


def comes_into_another_language(root: Path, chance: random.Random) -> None:
    """Or goes out of it."""
    file = chance.choice(works_of(root)) / "en.txt"
    if file.exists():
        file.unlink()
    else:
        file.write_text(GOOD, encoding="utf-8")


def gets_a_symbol(root: Path, chance: random.Random) -> None:
    sidecar = chance.choice(works_of(root)) / "work.yml"
    if sidecar.exists():
        sidecar.unlink()
    else:
        sidecar.write_text(f"symbol: A/HRC/51/L.{chance.randrange(50, 60)}\n", encoding="utf-8")


def writes_a_page(root: Path, chance: random.Random) -> None:
    page = root / "docs" / "zh" / "hand.md"
    if page.exists() and chance.random() < 0.5:
        page.unlink()
    else:
        page.write_text(f"# 手写{chance.randrange(9)}\n\n[灯](drafts/lamps.md)\n", encoding="utf-8")


def changes_a_template(root: Path, chance: random.Random) -> None:
    template = root / "overrides" / "main.html"
    template.write_text(f"{template.read_text(encoding='utf-8')}{{# {chance.randrange(9)} #}}", encoding="utf-8")


def checks(root: Path, chance: random.Random) -> None:
    run(root, "check")


def is_killed(root: Path, chance: random.Random) -> None:
    kill(root, chance.choice(["build", "build", "check"]), chance.randrange(250))


def is_dated_in_the_future(root: Path, chance: random.Random) -> None:
    """Everything in the site is newer than any edit; a restored backup looks like that."""
    for path in (root / "site").rglob("*"):
        os.utime(path, (4_000_000_000, 4_000_000_000))


def is_damaged(root: Path, chance: random.Random) -> None:
    """A file that was made is cut, changed, gone, another's, a folder, a link; a stranger's lies beside it."""
    made = sorted(path for name in ("build", "site") for path in (root / name).rglob("*") if path.is_file())
    for path in chance.sample(made, min(3, len(made))):
        if path.is_file():
            damage(path, chance.choice(made), chance)


def damage(path: Path, other: Path, chance: random.Random) -> None:
    what = chance.randrange(7)
    data = path.read_bytes()
    path.unlink()  # it may be one file with another
    if what == 0:
        path.write_bytes(data[: len(data) // 2])
    elif what == 1:
        path.write_bytes(bytes([*data[:-1], 0x21]) if data else b"!")
    elif what == 2:
        path.write_bytes(other.read_bytes() if other.is_file() else b"\x80\x04N.")
    elif what == 3:
        path.mkdir()
        (path / "x").write_bytes(data)
    elif what == 4 and path.parent.name != "build":  # a project whose own folders are links is refused
        path.symlink_to(other)
    elif what == 5:
        path.with_name("stranger.html").write_bytes(data)


HAPPENINGS: tuple[Callable[[Path, random.Random], None], ...] = (
    removes,
    renames,
    adds,
    edits,
    comes_into_another_language,
    gets_a_symbol,
    writes_a_page,
    changes_a_template,
    checks,
    is_killed,
    is_dated_in_the_future,
    is_damaged,
)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_the_site_is_the_one_that_is_built_from_nothing(built: Path, seed: int) -> None:
    chance = random.Random(f"account {seed}")
    left = chance.sample(HAPPENINGS, len(HAPPENINGS))
    while left:
        for happening in [left.pop() for _ in range(min(len(left), chance.randint(1, 4)))]:
            happening(built, chance)
        run(built, "build")
        assert_like_from_nothing(built)


# --- the cases of one kind each -------------------------------------------------------------------------------


def test_remove_then_check_then_build_leaves_nothing(built: Path) -> None:
    assert (built / "site/zh/drafts/wicks/work.md").is_file()
    shutil.rmtree(built / "sources" / "wicks")
    run(built, "check")
    said = run(built, "build").stdout
    assert not (built / "site/zh/drafts/wicks").exists()
    assert not said.startswith(("0 of", "nothing"))
    assert_like_from_nothing(built)


@pytest.mark.parametrize("data", [None, b"", b"[]", b'["x"]', b"\xff", "cut"])
def test_what_is_kept_of_the_policy_is_made_again_where_nothing_changed(built: Path, data: bytes | str | None) -> None:
    kept = built / "build" / "policy.json"
    before = kept.read_bytes()
    if data is None:
        kept.unlink()
    else:
        kept.write_bytes(before[:-5] if isinstance(data, str) else data)
    run(built, "build")
    assert kept.read_bytes() == before


def test_what_is_written_into_a_file_of_the_site_reaches_no_other(built: Path) -> None:
    """Files of the site have other names in `build/`: whoever writes into one writes into those too."""
    run(built, "build", "--clean")
    shown = built / "site/zh/drafts/lamps/work.txt"
    assert shown.samefile(built / "build/files/zh/drafts/lamps/work.txt"), "the test needs a file with two names"
    with shown.open("a", encoding="utf-8") as file:
        file.write("!")
    run(built, "build")
    assert_like_from_nothing(built)


def test_a_page_of_a_person_in_the_place_of_a_file_with_other_names(built: Path) -> None:
    run(built, "build", "--clean")
    (built / "docs/zh/drafts/lamps").mkdir(parents=True)
    (built / "docs/zh/drafts/lamps/work.txt").write_text("手写", encoding="utf-8")
    run(built, "build")
    assert_like_from_nothing(built)


def test_what_a_check_staged_is_counted_by_the_build_that_makes_it(root: Path) -> None:
    run(root, "check")
    count = len(list((root / "build" / "pages").rglob("*.md")))
    assert run(root, "build").stdout.startswith(f"{count} of {count} pages made")
    assert run(root, "build").stdout.startswith(f"nothing changed in {count} pages")


def test_an_edit_older_than_the_site_is_rendered(built: Path) -> None:
    page = built / "site/zh/drafts/lamps/index.html"
    source = built / "sources/lamps/zh.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("沿海灯塔", "远海灯塔"), encoding="utf-8")
    for path in (source, *built.rglob("build/**/*")):
        os.utime(path, (1, 1))
    run(built, "build")
    assert "远海灯塔" in page.read_text(encoding="utf-8")


def test_nothing_is_rendered_twice_because_of_a_time_stamp(built: Path) -> None:
    before = stamps(built / "site")
    for name in GIVEN:
        for path in (built / name, *(built / name).rglob("*")):
            os.utime(path, (4_000_000_000, 4_000_000_000))
    assert run(built, "build").stdout.startswith("nothing changed")
    file = built / "docs" / "zh" / "about.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n", encoding="utf-8")
    assert run(built, "build").stdout.startswith("0 of")
    changed = {path.relative_to(built / "site").as_posix() for path in changed_since(before)}
    assert "zh/about/index.html" in changed
    assert not [path for path in changed if path.startswith(("zh/drafts", "zh/A", "assets", "zh/pagefind"))]


def test_the_theme_is_compiled_where_its_templates_are_due_alone(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str | None] = []
    compiles = Environment.compile

    def noted(env: Environment, source: Any, name: str | None = None, *rest: Any) -> Any:
        compiled.append(name)
        return compiles(env, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", noted)
    source = built / "sources/lamps/zh.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("处理此事", "处理该事"), encoding="utf-8")
    run(built, "build")
    assert "lean.html" in compiled and not {"base.html", "404.html"} & {*compiled}
    assert_like_from_nothing(built)
    (built / "site/404.html").write_text("<p>damaged</p>", encoding="utf-8")
    run(built, "build")
    assert "404.html" in compiled
    assert_like_from_nothing(built)


def stamps(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def changed_since(before: dict[Path, int]) -> Iterator[Path]:
    return (path for path, stamp in before.items() if not path.exists() or path.stat().st_mtime_ns != stamp)


def test_what_the_environment_says_is_on_every_page(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSITORY_URL", "https://one.example.org/texts")
    run(root, "build")
    page = root / "site/zh/drafts/lamps/index.html"
    assert "one.example.org" in page.read_text(encoding="utf-8")
    monkeypatch.setenv("REPOSITORY_URL", "https://two.example.org/texts")
    run(root, "build")
    assert "one.example.org" not in page.read_text(encoding="utf-8")


def test_a_sitemap_has_no_day_in_it_and_goes_with_the_address(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://texts.example.org/")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    run(root, "build")
    packed = (root / "site/sitemap.xml.gz").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    run(root, "build", "--clean")
    assert (root / "site/sitemap.xml.gz").read_bytes() == packed
    monkeypatch.delenv("SITE_URL")
    run(root, "build")
    assert not list((root / "site").glob("sitemap*"))


def test_a_folder_of_somebody_elses_is_left_alone(root: Path) -> None:
    """The site's folder may be a checkout of its own."""
    (root / "site" / ".git" / "refs" / "tags").mkdir(parents=True)
    (root / "site" / ".git" / "HEAD").write_text("ref: refs/heads/pages\n")
    for arguments in (["build"], ["build", "--clean"]):
        run(root, *arguments)
        assert (root / "site/.git/HEAD").is_file() and (root / "site/.git/refs/tags").is_dir()
    assert run(root, "build").stdout.startswith("nothing changed")


def test_a_link_out_of_the_site_is_not_written_through(built: Path, tmp_path: Path) -> None:
    secret, other = tmp_path / "secret", tmp_path / "other"
    secret.write_text("mine")
    other.mkdir()
    (other / "mine").write_text("mine")
    for made in ("site/zh/drafts/lamps/index.html", "build/pages/zh/works.md", "site/zh/data/index.html"):
        (built / made).unlink()
        (built / made).symlink_to(secret)
    shutil.rmtree(built / "site/zh/pagefind")
    (built / "site/zh/pagefind").symlink_to(other)
    run(built, "build")
    assert secret.read_text() == "mine" and sorted(other.iterdir()) == [other / "mine"]
    assert_like_from_nothing(built)


def test_mkdocs_by_hand_and_our_own_build_know_of_each_other(built: Path) -> None:
    first = file_digest(built / "site/zh/drafts/lamps/index.html")
    source = built / "sources/lamps/zh.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("沿海灯塔", "远海灯塔"), encoding="utf-8")
    by_hand(built)
    assert_like_from_nothing(built)
    source.write_text(text, encoding="utf-8")
    run(built, "build")  # the inputs are those of the first build again, the site is not
    assert file_digest(built / "site/zh/drafts/lamps/index.html") == first
    assert_like_from_nothing(built)


def by_hand(root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, env=environment, check=True)
