"""Sponsors: States before a colon, what they speak for, and who joined them later, in six languages."""

from __future__ import annotations

import pytest

from converter.language_files import available
from converter.languages.page import make
from converter.model import Expression, Masthead, Text
from converter.parse.masthead import parse_masthead
from converter.parse.states import state_names
from tests.language_examples import AUTHORITIES, LANGUAGES, language
from tests.reading import converted
from tests.steps import assert_linear

ABOVE = {
    "en": "A/HRC/65/L.901\nHuman Rights Council\n\n",
    "zh": "A/HRC/65/L.901\n人权理事会\n",
    "fr": "A/HRC/65/L.901\nConseil des droits de l’homme\n\n",
    "es": "A/HRC/65/L.901\nConsejo de Derechos Humanos\n\n",
    "ru": "A/HRC/65/L.901\nСовет по правам человека\nШестьдесят пятая сессия\n\n",
    "ar": "A/HRC/65/L.901\nمجلس حقوق الإنسان\n\n",
}
TITLE = {
    "en": "Lamps of the coast",
    "zh": "海岸的灯",
    "fr": "Les lampes de la côte",
    "es": "Lámparas de la costa",
    "ru": "Лампы берега",
    "ar": "مصابيح الساحل",
}
BELOW = {
    "en": "\n\nThe Human Rights Council,\n\nRecalling the lamps,\n\n1. Decides to light them.\n",
    "zh": "\n人权理事会，\n回顾海岸的灯，\n1. 决定点灯。\n",
    "fr": "\n\nLe Conseil des droits de l’homme,\n\nRappelant les lampes,\n\n1. Décide de les allumer.\n",
    "es": "\n\nEl Consejo de Derechos Humanos,\n\nRecordando las lámparas,\n\n1. Decide encenderlas.\n",
    "ru": "\n\nСовет по правам человека,\n\nотмечая, что лампа погасла,\n\n1. просит зажечь ее.\n",
    "ar": "\n\nإن مجلس حقوق الإنسان،\n\nإذ يشير إلى المصابيح،\n\n1- يقرر إيقادها.\n",
}


def read(lang: str, lines: str, notes: str = "") -> Expression:
    gap = "\n" if lang == "zh" else "\n\n"
    text = f"{ABOVE[lang]}{lines}{gap}65/… {TITLE[lang]}{BELOW[lang]}{notes}"
    return converted(lang, text)


def masthead(lang: str, lines: str, notes: str = "") -> Masthead:
    found = read(lang, lines, notes).resolution.masthead
    assert found.title == TITLE[lang]
    return found


def codes(found: Masthead) -> list[str]:
    return [f"{one.code}{'' if one.member else '*'}" for one in found.sponsors]


@pytest.mark.parametrize(
    ("lang", "lines", "wanted"),
    [
        ("en", "Albania,* Bosnia and Herzegovina and\nTrinidad and Tobago:* revised draft resolution*", "AL* BA TT*"),
        ("en", "Antigua and Barbuda and the United Kingdom of Great Britain and Northern Ireland:\ndraft decision",
               "AG GB"),
        ("en", "Algeria (on behalf of the States Members of the United Nations that are members of the Group of 77\n"
               "and Oman*) and China: draft resolution, as orally revised", "DZ* CN"),
        ("en", "Venezuela (Bolivarian Republic of),Côte d’Ivoire and Zubrowka: draft resolution", "VE CI None"),
        ("zh", "阿爾巴尼亞*、特立尼达和多巴哥和也門：經口頭訂正的決議草案", "AL* TT YE"),
        ("zh", "阿尔及利亚(代表属于77国集团成员的联合国会员国)、伊朗伊斯兰共和国及大韩民国：决定草案", "DZ IR KR"),
        ("zh", "斐\n济*以及刚果民主共和国：\n决议草案", "FJ* CD"),
        ("fr", "Egypte, Bolivie (État plurinational de)*, l’Albanie, la Bosnie-Herzégovine et le Royaume-Uni de "
               "Grande-Bretagne\net d’Irlande du Nord : projet de résolution révisé", "EG BO* AL BA GB"),
        ("fr", "Algérie (au nom des États Membres qui sont membres du Groupe des 77) et Chine : projet de décision",
               "DZ CN"),
        ("es", "el Perú, San Vicente y las Granadinas e\nIndonesia*: proyecto de resolución revisado", "PE VC ID*"),
        ("es", "Argelia (en nombre de los Estados Miembros que son miembros del Grupo de los 77) y El Salvador: "
               "proyecto\nde decisión", "DZ SV"),
        ("ru", "Албания*, Алжир (от имени государств, являющихся членами Группы 77), Антигуа и Барбуда и Тринидад и\n"
               "Тобаго: проект резолюции с внесенными в него устными поправками", "AL* DZ AG TT"),
        ("ru", "Куба и Босния и Герцеговина: пересмотренный проект решения", "CU BA"),
        ("ar", "الأردنّ، والبوسنة والهرسك،وباكستان (باسم منظمة التعاون الإسلامي) ومصر*: مشروع قرار منقح",
               "JO BA PK EG*"),
        ("ar", "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية، وولايات ميكرونيزيا الموحدة وسان تومي "
               "وبرينسيبي*: مشروع\nقرار",
               "GB FM ST*"),
    ],
)  # fmt: skip
def test_sponsors_and_their_stars(lang: str, lines: str, wanted: str) -> None:
    found = masthead(lang, lines)
    assert " ".join(codes(found)) == wanted
    assert found.status == "draft"
    text = next(block.text.text for block in found.blocks if block.kind == "sponsors")
    for sponsor in found.sponsors:
        assert text[sponsor.start : sponsor.end].replace("*", "") == sponsor.name
        assert not set(sponsor.name) & set("*:：،、")


@pytest.mark.parametrize(
    ("lang", "lines", "plain"),
    [
        ("en", "The lamps of Cuba and Togo: a matter of concern", "The lamps of Cuba and Togo: a matter of concern"),
        ("en", "Cuba: the question of lamps", "Cuba: the question of lamps"),
        ("zh", "古巴的灯：一个问题", "古巴的灯：一个问题"),
        ("fr", "Zubrowka et Cuba : projet de résolution", "Zubrowka et Cuba : projet de résolution"),
        ("ar", "مصابيح كوبا: مسألة", "مصابيح كوبا: مسألة"),
    ],
)
def test_what_are_no_sponsors_is_said(lang: str, lines: str, plain: str) -> None:
    found = read(lang, lines)
    assert found.resolution.masthead.sponsors == ()
    assert [block.text.text for block in found.resolution.masthead.blocks if block.kind == "plain"] == [plain]
    assert "masthead-line" in {one.code for one in found.diagnostics}


ONE = {
    "en": "Norway: draft resolution",
    "zh": "挪威：决议草案",
    "fr": "Norvège : projet de résolution",
    "es": "Noruega: proyecto de resolución",
    "ru": "Норвегия: проект резолюции",
    "ar": "النرويج: مشروع قرار",
}
JOINED = [
    ("en", "Albania, Bosnia and Herzegovina and\nChile have subsequently joined the list of sponsors."),
    ("en", "Subsequently, Albania, Bosnia and Herzegovina and the Chile joined in sponsoring the draft resolution."),
    ("zh", "随后，阿尔巴尼亚、波斯尼亚和黑塞哥维那和智利加入成为提案国。"),
    ("zh", "阿尔巴尼亚、波斯尼亚和黑塞哥维那以及\n智利后来也列为决议草案的提案国。"),
    ("fr", "L’Albanie, la Bosnie-Herzégovine et le Chili se sont joints aux auteurs du projet de résolution."),
    ("fr", "Par la suite, l’Albanie, la Bosnie-Herzégovine\net le Chili se sont portés coauteurs."),
    ("es", "Albania, Bosnia y Herzegovina y\nChile se han sumado a la lista de patrocinadores."),
    ("es", "Posteriormente, Albania, Bosnia y Herzegovina y Chile se sumaron a los autores del proyecto."),
    ("ru", "К числу авторов проекта резолюции присоединились Албания, Босния и Герцеговина и Чили."),
    ("ru", "Впоследствии к числу авторов проекта резолюции присоединились также следующие государства: Албания,\n"
           "Босния и Герцеговина и Чили."),
    ("ar", "ثم انضمت ألبانيا والبوسنة والهرسك وشيلي إلى قائمة مقدمي مشروع القرار."),
    ("en", "The following States subsequently joined the sponsors: Albania, Bosnia and Herzegovina and Chile."),
    ("zh", "下列国家加入成为提案国：阿尔巴尼亚、波斯尼亚和黑塞哥维那和智利。"),
    ("fr", "Les États suivants se sont joints aux auteurs : Albanie, Bosnie-Herzégovine et Chili."),
    ("es", "Posteriormente, los países siguientes se sumaron a los autores: Albania, Bosnia y Herzegovina y Chile."),
    ("ru", "К числу авторов присоединились следующие страны: Албания, Босния и Герцеговина и Чили."),
    ("ar", "وانضمت لاحقا ألبانيا والبوسنة والهرسك وشيلي إلى مقدمي مشروع القرار."),
    ("ar", "وانضمت الدول التالية إلى مقدمي مشروع القرار: ألبانيا والبوسنة والهرسك وشيلي."),
    ("ar", "لاحقا انضمت كل من ألبانيا والبوسنة والهرسك\nوشيلي إلى مقدمي مشروع القرار."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "said"), JOINED)
def test_who_joined_later_in_the_masthead(lang: str, said: str) -> None:
    found = read(lang, f"{ONE[lang]}\n{'' if lang == 'zh' else chr(10)}{said}")
    assert [one.code for one in found.resolution.masthead.joined] == ["AL", "BA", "CL"]
    assert [block.kind for block in found.resolution.masthead.blocks][-3:] == ["sponsors", "joined", "title"]
    assert {one.code for one in found.diagnostics} <= {"sponsor-unknown"}


def without_number(lang: str, lines: str) -> Expression:
    text = f"{ABOVE[lang]}{lines}{BELOW[lang]}"
    return converted(lang, text)


@pytest.mark.parametrize(("lang", "said"), JOINED)
def test_a_title_without_a_number_below_who_joined_later(lang: str, said: str) -> None:
    gap = "\n" if lang == "zh" else "\n\n"
    found = without_number(lang, f"{ONE[lang]}{gap}{said}{gap}{TITLE[lang]}")
    assert found.resolution.masthead.title == TITLE[lang]
    assert [one.code for one in found.resolution.masthead.joined] == ["AL", "BA", "CL"]
    assert "masthead-line" not in {one.code for one in found.diagnostics}


def test_a_title_that_speaks_of_sponsors_is_a_title() -> None:
    title = "How the harbours became generous sponsors of lanterns"
    found = without_number("en", f"{ONE['en']}\n\n{title}").resolution.masthead
    assert (found.title, found.joined) == (title, ())


def test_a_sentence_whose_first_words_are_no_state_is_said() -> None:
    found = read("en", f"{ONE['en']}\n\nChile later withdrew as a sponsor and Albania joined the sponsors.")
    assert found.resolution.masthead.joined == ()
    assert "masthead-line" in {one.code for one in found.diagnostics}
    noted = masthead("en", ONE["en"], "\n** It was later said that Albania also joined the sponsors.\n")
    assert noted.joined == ()


@pytest.mark.parametrize("notes", [False, True])
def test_who_joined_and_is_no_state_is_said(notes: bool) -> None:
    said = "Chile and Zubrowka have joined the sponsors."
    found = read("en", ONE["en"], f"\n** {said}\n") if notes else read("en", f"{ONE['en']}\n\n{said}")
    assert [one.code for one in found.resolution.masthead.joined] == ["CL", None]
    (unknown,) = [one for one in found.diagnostics if one.code == "sponsor-unknown"]
    assert unknown.message.startswith("Zubrowka")
    assert (unknown.line, unknown.column) == ((14, 14) if notes else (6, 11))


@pytest.mark.parametrize(("lang", "said"), JOINED)
def test_who_joined_later_in_a_note_without_a_mark(lang: str, said: str) -> None:
    found = masthead(lang, ONE[lang], f"\n** {said.replace(chr(10), '' if lang == 'zh' else ' ')}\n")
    assert [one.code for one in found.joined] == ["AL", "BA", "CL"]


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("kind", ["joined", "on behalf", "no title", "below title"])
def test_every_language_has_words_for_them(code: str, kind: str) -> None:
    reader = language(code).page
    some = {
        "joined": reader.sponsors.joined_by,
        "on behalf": reader.sponsors.on_behalf,
        **reader.masthead.sentences,
    }
    assert len(some[kind])


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("joined: joined the sponsors", "{states}"),
        ("joined: [{states}] joined", "{states}"),
        ("joined: {states} and {states} joined", "{states}"),
        ("on behalf: on behalf of {states}", "{states}"),
        ("jioned: {states} joined", "jioned"),
    ],
)
def test_a_wrong_line_is_told_with_its_place(line: str, fault: str) -> None:
    page = (LANGUAGES / "en.page.yml").read_text(encoding="utf-8")
    number = page[: page.index("masthead: |\n")].count("\n") + 2
    found = make(page.replace("masthead: |\n", f"masthead: |\n  {line}\n", 1), "en.page.yml", AUTHORITIES)
    (problem,) = found.problems
    assert (problem.path, problem.line) == ("en.page.yml", number)
    assert fault in problem.message
    assert problem.hint


UNITS = ["Cuba, ", "Cuba and ", "古巴和", "كوبا وكوبا ", "joined ", "(on behalf of ", "(代表"]
UNITS += ["：", ": ", "*", ",", " and", "和", "و"]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("code", "first"), [("en", "Cuba "), ("zh", "古巴"), ("ar", "كوبا ")])
def test_a_long_list_costs_in_proportion(code: str, first: str, unit: str) -> None:
    lang = language(code)

    def masthead_of(lines: int) -> object:
        return parse_masthead([Text(first + unit * 2, ())] * lines, [False] * lines, (), lang)

    for call in (
        lambda times: state_names(first + unit * times, lang),
        lambda times: lang.page.sponsors.joined(first + unit * times),
        lambda times: lang.page.masthead.begins(first + unit * times, "no title"),
    ):
        assert_linear(call, 50)
    assert_linear(masthead_of, 70)
