"""The words of the site: every language has all of them, with the same places, and its own plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from converter.authorities import Authorities
from converter.language_files import FOLDER, available, read_data, read_file
from converter.languages import load
from converter.write.words import Words, plural
from tests.records import record

CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
OPTIONAL = {"months", "months_alone", "days", "letters"}  # a language that writes months in figures names none
# Tables of a language's own making.
OWN = (
    {("index", "verb"), ("ordinal",), ("session",), ("body_of",)}
    | {("treatment", own) for own in ("reaffirming", "deciding", "words", "ends", "measured", "unless", "established")}
    | {("search", own) for own in ("joined", "symbol_words", "resolution_words", "pinpoints", "organs")}
)
PLACE = re.compile(r"\{\w+\}")
# A phrase may do without these: what is put in is there in another form, or the language says it otherwise.
FREE = {"{number}", "{ordinal}", "{name}", "{month}", "{day}", "{first}", "{last}", "{first_day}", "{last_day}"}


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every phrase with the way to it; a table of plural forms is one phrase."""
    if path in OWN:
        return
    if isinstance(value, dict) and not ("other" in value and set(value) <= CATEGORIES):
        for key, inner in value.items():
            if path or key not in OPTIONAL:
                yield from leaves(inner, (*path, str(key)))
    else:
        yield path, value


def places(phrase: Any) -> set[str]:
    forms = phrase.values() if isinstance(phrase, dict) else phrase if isinstance(phrase, list) else [phrase]
    return {place for form in forms for place in PLACE.findall(str(form))}


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.yml")))
def test_no_key_of_a_file_is_typed_twice(name: str) -> None:
    assert read_file(FOLDER / name)


def test_a_key_that_is_typed_twice_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "xx.ui.yml"
    file.write_text("verb:\n  light: light\n  oil: oil\n  light: lamp\n", encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape("xx.ui.yml:4:3: the key 'light' stands here a second time")) as told:
        read_file(file)
    assert "line 2" in str(told.value)


def test_words_that_yaml_knows_are_words() -> None:
    """The English on is no true: it was no word by which a text is known to be English."""
    assert "on" in read_data("en")["text"]["frequent_words"]


@pytest.mark.parametrize("lang", available())
def test_every_language_has_every_word_with_its_places(lang: str) -> None:
    model, own = dict(leaves(read_data("zh")["ui"])), dict(leaves(read_data(lang)["ui"]))
    assert sorted(model.keys() ^ own.keys()) == []
    for path, phrase in own.items():
        assert (places(phrase) ^ places(model[path])) - FREE == set(), path
        assert isinstance(phrase, list) == isinstance(model[path], list), path
        assert not isinstance(phrase, list) or len(phrase) == len(model[path]), path


@pytest.mark.parametrize("lang", available())
def test_a_table_of_plurals_has_the_forms_of_its_language(lang: str) -> None:
    ui = read_data(lang)["ui"]
    wanted = set(Locale.parse(lang).plural_form.tags) | {"other"}
    for path, phrase in leaves(ui):
        if isinstance(phrase, dict):
            assert set(phrase) == wanted or (lang in ("es", "fr") and wanted - set(phrase) == {"many"}), path
    assert set(ui["ordinal"]) == set(Locale.parse(lang).ordinal_form.tags) | {"other"}


@pytest.mark.parametrize("lang", available())
def test_direction_and_months(lang: str) -> None:
    ui = read_data(lang)["ui"]
    assert ui["direction"] == ("rtl" if Locale.parse(lang).character_order == "right-to-left" else "ltr")
    assert all(len(ui[key]) == 12 for key in ("months", "months_alone") if key in ui)


def test_plurals_go_by_the_rules_of_the_language() -> None:
    forms = {"one": "год", "few": "года", "many": "лет", "other": "года"}
    assert [plural("ru", forms, number) for number in (1, 2, 5, 11, 21)] == ["год", "года", "лет", "лет", "год"]
    assert plural("zh", "年", 3) == "年"


def test_english_puts_words_together_its_own_way(authorities: Authorities) -> None:
    words = Words(load("en", authorities), authorities)
    assert [words.session(one) for one in ("51", "52", "53", "11", "S-21", "ES-10", None)] == [
        "51st session", "52nd session", "53rd session", "11th session", "21st special session",
        "10th emergency special session", "Session not known",
    ]  # fmt: skip
    assert (words.date("2006-03-15"), words.month("2006-03-15"), words.day("2006-03-15")) == (
        "15 March 2006", "March 2006", "15 March",
    )  # fmt: skip
    assert words.place("A/RES/60/251", "op3-a") == "A/RES/60/251, para. 3(a)"
    assert words.count("ledger_number", 1) == "1 mandate" and words.count("ledger_number", 2) == "2 mandates"
    assert words.colon("Submitted by", "the Keeper") == "Submitted by: the Keeper"
    assert words.number(1234) == "1,234"


@pytest.mark.parametrize(
    ("label", "en", "zh"),
    [
        ("C", "sect. C", "第C节"),
        ("III", "sect. III", "第III节"),
        ("annex", "annex", "附件"),
        ("annex II", "annex II", "附件II"),
        ("annex 28", "annex 28", "附件28"),
        ("9(b)", "para. 9(b)", "第9(b)段"),
        ("part two", "part two", "part two"),
    ],
)
def test_a_place_of_a_cited_work_is_named(label: str, en: str, zh: str, authorities: Authorities) -> None:
    named = {lang: Words(load(lang, authorities), authorities).pinpoint(label) for lang in ("en", "zh")}
    assert {lang: "".join(text.split()) for lang, text in named.items()} == {
        "en": "".join(en.split()), "zh": "".join(zh.split())
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "cited"),
    [
        ("ar", "قرار مجلس الأمن 9001 (1992)، {paragraph}"),
        ("en", "Security Council resolution 9001 (1992), {paragraph}"),
        ("es", "resolución 9001 (1992) del Consejo de Seguridad, {paragraph}"),
        ("fr", "résolution 9001 (1992) du Conseil de sécurité, {paragraph}"),
        ("ru", "резолюция 9001 (1992) Совета Безопасности, {paragraph}"),
        ("zh", "安全理事会第9001 (1992)号决议{paragraph}"),
    ],
)
def test_a_work_is_cited_as_the_united_nations_does(lang: str, cited: str, authorities: Authorities) -> None:
    words = Words(load(lang, authorities), authorities)
    facts = {"lang": lang, "number": "9001 (1992)", "symbol": "S/RES/9001(1992)"}
    assert words.quote(record("lamps", body="SC", status="adopted", **facts)) == cited
    every = {body: words.quote(record("lamps", body=body, **facts)) for body in ("GA", "HRC", "ECOSOC", "CHR")}
    assert len(set(every.values())) == 4 and not [one for one in every.values() if "(" in one.replace("(1992)", "")]
    assert words.body("UNEA") in words.quote(record("lamps", body="UNEA", **facts))


def test_chinese_keeps_its_own_way(authorities: Authorities) -> None:
    words = Words(load("zh", authorities), authorities)
    assert (words.session("51"), words.session("S-33")) == ("第51届会议", "第33届特别会议")
    assert (words.date("2006-03-15"), words.month("2006-03-15")) == ("2006年3月15日", "2006年3月")
    assert words.join(["灯塔", None, "", "灯芯"]) == "灯塔，灯芯" and words.brackets("灯") == "（灯）"


@pytest.mark.parametrize(
    ("lang", "named"),
    [
        ("en", "para. 3(b)"),
        ("zh", "第3(b)段"),
        ("fr", "par. 3 b)"),
        ("es", "párr. 3 b)"),
        ("ru", "пункт 3 b)"),
        ("ar", "الفقرة 3 (ب)"),
    ],
)
def test_a_sub_paragraph_is_named_as_the_language_prints_it(lang: str, named: str, authorities: Authorities) -> None:
    words = Words(load(lang, authorities), authorities)
    assert words.paragraph("op3-b") == named
    assert words.paragraph("op3") == named[: named.index("3") + 1] + ("段" if lang == "zh" else "")
    assert words.paragraph("op3-b-2").count("2") == 1


@pytest.mark.parametrize("lang", available())
def test_an_agenda_item_is_followed_by_its_title(lang: str) -> None:
    assert str(read_data(lang)["ui"]["index"]["item"]).endswith("{item}")


def test_no_line_of_french_begins_with_its_punctuation() -> None:
    """The blank before : ; ? ! and inside « » does not break, in what the site says and in what people wrote."""
    said = (Path(__file__).parents[1] / "converter/languages/fr.ui.yml").read_text("utf-8")
    pages = [page.read_text("utf-8") for page in sorted((Path(__file__).parents[1] / "docs/fr").glob("*.md"))]
    lines = [line for text in (said, *pages) for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert len(lines) > 300
    assert [line for line in lines if re.search(r"[\w»)`’”}] [;:!?»]|« ", line)] == []
