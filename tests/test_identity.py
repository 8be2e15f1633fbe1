"""Facts that contradict: a sidecar's symbol and the printed one, former addresses, and what is a link."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from converter.authorities import load_authorities
from converter.project import NotAProjectError, find_project
from tests.temp_project import GOOD, make_project, run

FRENCH = """Conseil des droits de l’homme
Cinquante et unième session
12 septembre-7 octobre 2022
Point 3 de l’ordre du jour
Promotion et protection de tous les droits de l’homme
Cuba : projet de résolution
51/… Éclairage des phares
Le Conseil des droits de l’homme,
Réaffirmant que chaque phare doit être allumé avant le coucher du soleil,
Consciente que l’éclairage des phares demande de l’huile,
1. Demande à tous les États d’allumer les phares ;
2. Décide de rester saisi de la question.
"""


def printing(symbol: str, text: str = GOOD) -> str:
    """The text with its symbol in the first line."""
    return f"{symbol}\n{text}"


def check(root: Path) -> tuple[int, list[dict[str, Any]]]:
    result = run(root, "check", "--format", "json")
    return result.exit_code, json.loads(result.stdout)


def errors(found: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    return [(one["code"], one["path"], one["line"]) for one in found if one["severity"] == "error"]


def page(root: Path, path: str) -> str:
    return (root / "build/pages" / path).read_text(encoding="utf-8")


# --- the symbol -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "sidecar", "hint"),
    [
        ("A/HRC/51/L.901", "symbol: A/HRC/51/L.902", "take the key out"),
        ("A/HRC/51/L.901", "symbol: A/HRC/51/L.901/Rev.1", "a document of its own"),
        ("A/HRC/51/L.901/Corr.1", "symbol: A/HRC/51/L.901", "a document of its own"),
        ("A/HRC/51/L.901", "symbol: A/HRC/RES/51/901", "write adopted_as"),
    ],
)
def test_another_symbol_than_the_printed_one(printed: str, sidecar: str, hint: str, tmp_path: Path) -> None:
    work = {"zh.txt": printing(printed), "work.yml": f"subjects: [灯塔]\n{sidecar}\n"}
    root = make_project(tmp_path, {"w": work})
    status, found = check(root)
    assert (status, errors(found)) == (1, [("symbol-differs", "sources/w/work.yml", 2)])
    assert f"the text prints {printed} (sources/w/zh.txt:1:1)" in found[0]["message"] and hint in found[0]["hint"]
    assert "呼吁" in page(root, f"zh/{printed}.md")  # what the text prints is what it is
    assert not (root / "build/pages/zh" / f"{sidecar.removeprefix('symbol: ')}.md").exists()


@pytest.mark.parametrize(
    ("printed", "sidecar"),
    [
        ("A/HRC/51/L.901", "symbol: A/HRC/51/L.901"),
        ("A/HRC/51/L.901*", "symbol: A/HRC/51/L.901"),
        ("Ａ/HRC/51/L.901", "symbol: A/HRC/51/L.901"),
        ("A/HRC/51/L.901/REV.1", "symbol: A/HRC/51/L.901/Rev.1"),
        ("A/HRC/51/L.901", "adopted_as: A/HRC/RES/51/901"),
        ("A/HRC/51/L.901", "symbol: A/HRC/51/L.901\nadopted_as: A/HRC/RES/51/901"),
    ],
)
def test_the_same_symbol_in_another_spelling_is_no_contradiction(printed: str, sidecar: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": printing(printed), "work.yml": f"{sidecar}\n"}})
    assert errors(check(root)[1]) == []


def test_each_language_is_held_against_the_sidecar(tmp_path: Path) -> None:
    texts = {"zh.txt": printing("A/HRC/51/L.901"), "fr.txt": printing("A/HRC/51/L.902", FRENCH)}
    root = make_project(tmp_path, {"w": {**texts, "work.yml": "symbol: A/HRC/51/L.901\n"}})
    _, found = check(root)
    mine = [one for one in found if one["code"] == "symbol-differs"]
    assert [(one["lang"], one["path"], one["line"]) for one in mine] == [("fr", "sources/w/work.yml", 1)]
    assert "sources/w/fr.txt:1:1" in mine[0]["message"]


def test_a_misprinted_symbol_of_the_official_text_can_be_accepted(tmp_path: Path) -> None:
    entry = "{lang: zh, code: symbol-differs, at: symbol, reason: 文件印错文号，后有更正。}"
    sidecar = f"symbol: A/HRC/51/L.901\naccepted:\n  - {entry}\n"
    root = make_project(tmp_path, {"w": {"zh.txt": printing("A/HRC/51/L.910"), "work.yml": sidecar}})
    status, found = check(root)
    assert (status, [one["severity"] for one in found]) == (0, ["accepted"])
    assert "文件印错文号，后有更正。" in page(root, "zh/A/HRC/51/L.901.md")


def test_an_adopted_text_is_the_draft_of_none(tmp_path: Path) -> None:
    sidecar = "adopted_as: A/HRC/RES/51/902\n"
    root = make_project(tmp_path, {"w": {"zh.txt": printing("A/HRC/RES/51/901"), "work.yml": sidecar}})
    assert ("adopted-differs", "sources/w/work.yml", 1) in errors(check(root)[1])


# --- former addresses -----------------------------------------------------------------------------------------


def test_a_former_address_leads_on_in_each_language(tmp_path: Path) -> None:
    sidecar = "formerly:\n  - drafts/lamps\n  - A/HRC/51/L.900\n"
    texts = {"zh.txt": printing("A/HRC/51/L.901"), "fr.txt": printing("A/HRC/51/L.901", FRENCH)}
    root = make_project(tmp_path, {"new-name": {**texts, "work.yml": sidecar}})
    assert errors(check(root)[1]) == []
    for lang in ("zh", "fr"):
        for old in ("drafts/lamps", "A/HRC/51/L.900", "drafts/new-name"):
            text = page(root, f"{lang}/{old}.md")
            assert f'redirect: "{lang}/A/HRC/51/L.901/"' in text and 'template: "redirect.html"' in text
    assert 'redirect: "zh/A/HRC/51/L.901/parallel/"' in page(root, "zh/A/HRC/51/L.900/parallel.md")
    for old in ("A/HRC/51/L.900", "drafts/lamps", "A/HRC/51/L.901"):  # the address that the pair once had
        pair = (root / f"build/files/zh/{old}/parallel/fr/index.html").read_text(encoding="utf-8")
        assert 'zh/A/HRC/51/L.901/parallel/?with=fr"' in pair and len(pair.encode()) < 1000
    table = "".join(path.read_text(encoding="utf-8") for path in (root / "build/files/zh/search/symbols").glob("*"))
    assert "A/HRC/51/L.900" in table  # who types the old symbol is answered


def test_a_paragraph_is_cited_under_the_symbol_that_its_draft_was_adopted_as(tmp_path: Path) -> None:
    citing = GOOD.replace("重申每座", "回顾其第51/902号决议第1段，重申每座")
    draft = {"zh.txt": printing("A/HRC/51/L.901"), "work.yml": "adopted_as: A/HRC/RES/51/902\n"}
    root = make_project(tmp_path, {"citing": {"zh.txt": citing}, "draft": draft})
    assert "(../A/HRC/51/L.901.md#op1)" in page_of_check(root, "zh/drafts/citing.md")


def page_of_check(root: Path, path: str) -> str:
    """A page, after a check without an error."""
    assert errors(check(root)[1]) == []
    return page(root, path)


def test_the_page_at_a_former_address_keeps_the_paragraph(tmp_path: Path) -> None:
    texts = {"zh.txt": GOOD, "ar.txt": GOOD, "work.yml": "formerly: [drafts/lamps]\n"}
    root = make_project(tmp_path, {"new-name": texts})
    assert run(root, "build").exit_code == 0
    for lang in ("zh", "ar"):  # what is written without a template says the same
        old = root / f"site/{lang}/drafts/lamps"
        other = "ar" if lang == "zh" else "zh"
        of_pair = (old / "parallel" / other / "index.html").read_text(encoding="utf-8")
        there = of_pair.replace(f"../../../../../{lang}/drafts/new-name/parallel/?with={other}", "../new-name/")
        up = "../" * 3
        page = (old / "index.html").read_text(encoding="utf-8")
        assert page.strip() == there.replace(f"../../{up}assets", f"{up}assets").strip()
    html = (root / "site/zh/drafts/lamps/index.html").read_text(encoding="utf-8")
    assert 'href="../new-name/"' in html and "assets/javascripts/moved.js" in html  # the script keeps the hash
    assert 'http-equiv="refresh" content="0; url=../new-name/"' in html


@pytest.mark.parametrize(
    ("former", "code"),
    [
        ("A/HRC/51/L.901", "formerly-live"),  # the work's own
        ("A/HRC/51/L.905", "formerly-live"),  # another work's
        ("A/RES/60/251", "formerly-live"),  # a cited work's
        ("drafts/other", "formerly-twice"),  # leads to the other work by its folder's name
        ("drafts/shared", "formerly-twice"),  # the other says that it had it, too
    ],
)
def test_an_address_that_is_not_free(former: str, code: str, tmp_path: Path) -> None:
    citing = GOOD.replace("重申每座", "回顾大会第60/251号决议，重申每座")
    works = {
        "other": {"zh.txt": printing("A/HRC/51/L.905", citing), "work.yml": "formerly: [drafts/shared]\n"},
        "second": {"zh.txt": printing("A/HRC/51/L.901"), "work.yml": f"subjects: [x]\nformerly:\n  - {former}\n"},
    }
    root = make_project(tmp_path, works)
    before = {path: path.read_bytes() for path in (root / "sources").rglob("*") if path.is_file()}
    _, found = check(root)
    assert [one for one in errors(found) if one[0].startswith("formerly")] == [(code, "sources/second/work.yml", 3)]
    assert before == {path: path.read_bytes() for path in (root / "sources").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "former", ["lamps", "/drafts/x", "drafts/../x", "zh/drafts/x", "drafts/X", "A/INDEX", "A/CON/1", "https://x.org/a"]
)
def test_what_is_no_address_is_refused(former: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": GOOD, "work.yml": f"formerly: ['{former}']\n"}})
    status, found = check(root)
    assert (status, found[0]["path"], found[0]["line"]) == (1, "sources/w/work.yml", 1)


# --- links ----------------------------------------------------------------------------------------------------

SECRET = "gizli: parola-42\n"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file outside the project whose words must stand nowhere."""
    path = tmp_path / "outside" / "secret.yml"
    path.parent.mkdir()
    path.write_text(SECRET, encoding="utf-8")
    return path


def test_a_sidecar_that_is_a_link_is_not_read(tmp_path: Path, secret: Path) -> None:
    root = make_project(tmp_path / "inside", {"w": {"zh.txt": GOOD}})
    (root / "sources/w/work.yml").symlink_to(secret)
    result = run(root, "check", "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, [(one["code"], one["path"]) for one in found]) == (
        1,
        [("sidecar-file", "sources/w/work.yml")],
    )
    shown = run(root, "inspect", str(root / "sources/w/zh.txt"))
    assert shown.exit_code == 1
    for said in (result.output, shown.output, run(root, "build").output):
        assert "gizli" not in said and "parola" not in said


def test_a_sidecar_that_leads_nowhere_or_is_a_folder(tmp_path: Path) -> None:
    root = make_project(tmp_path / "inside", {"one": {"zh.txt": GOOD}, "two": {"zh.txt": GOOD.replace("3", "4")}})
    (root / "sources/one/work.yml").symlink_to(tmp_path / "nothing")
    (root / "sources/two/work.yml").mkdir()
    assert {one[:2] for one in errors(check(root)[1])} == {
        ("sidecar-file", "sources/one/work.yml"),
        ("sidecar-file", "sources/two/work.yml"),
    }


def test_new_writes_through_no_link(tmp_path: Path) -> None:
    root = make_project(tmp_path / "inside", {"w": {"zh.txt": GOOD}})
    (root / "sources/w/work.yml").symlink_to(tmp_path / "outside.yml")
    file = tmp_path / "x-fr.txt"
    file.write_text(FRENCH, encoding="utf-8")
    result = run(root, "new", str(file), "--work", "w", "--lang", "fr")
    assert result.exit_code == 1 and "is a link" in result.output
    assert not (tmp_path / "outside.yml").exists() and not (root / "sources/w/fr.txt").exists()


def test_an_authority_file_that_is_a_link_is_not_read(tmp_path: Path, secret: Path) -> None:
    root = make_project(tmp_path / "inside", {"w": {"zh.txt": GOOD}})
    (root / "authorities/works.yml").unlink()
    (root / "authorities/works.yml").symlink_to(secret)
    _, problems = load_authorities(root / "authorities")
    assert [(one.path, one.message) for one in problems] == [
        ("authorities/works.yml", "this is a link, and is not read")
    ]
    said = run(root, "check").output
    assert "authorities/works.yml" in said and "gizli" not in said


@pytest.mark.parametrize(
    "name", ["sources", "authorities", "docs", "overrides", "build", "site", "build/pages", "mkdocs.yml",
             "docs/zh/extra.md", "docs/assets/all", "overrides/partials/more.html"],
)  # fmt: skip
def test_no_part_of_a_project_is_a_link(name: str, tmp_path: Path, secret: Path) -> None:
    root = make_project(tmp_path / "inside", {"w": {"zh.txt": GOOD}})
    path = root / name
    there = tmp_path / "outside" / "moved"
    path.parent.mkdir(exist_ok=True)
    if path.exists():
        path.rename(there)
    else:
        there.mkdir()
    path.symlink_to(there)
    before = sorted((tmp_path / "outside").rglob("*"))
    with pytest.raises(NotAProjectError, match=f"{name} is a link"):
        find_project(root)
    result = run(root, "build")
    assert result.exit_code == 2 and f"{name} is a link" in result.output
    assert sorted((tmp_path / "outside").rglob("*")) == before


@pytest.mark.parametrize(("day", "said"), [("1994-11-08", False), ("1994-11-09", True), ("1894-11-08", True)])
def test_a_day_that_the_text_contradicts_is_said(day: str, said: bool, tmp_path: Path) -> None:
    """The day of the sidecar counts, so a slip in it would be on the page and in every list in silence."""
    text = "RESOLUTION 955 (1994)\nof 8 November 1994\n\nThe Fairway Council,\n\n1. Decides to light the lamps.\n"
    root = make_project(tmp_path, {"lamps": {"en.txt": text, "work.yml": f"note: ours\ndate: {day}\n"}})
    found = [one for one in check(root)[1] if one["code"] == "date-differs"]
    assert [(one["path"], one["line"], one["column"]) for one in found] == [("sources/lamps/work.yml", 2, 7)] * said
    says = f"date: {day} here, but the text prints 1994-11-08 (sources/lamps/en.txt)"
    assert [one["message"] for one in found] == [says] * said
