"""The enacting phrase as texts print it: any comma, a blank before it, letters without their signs."""

from __future__ import annotations

from typing import Any

import pytest

from converter.model import Expression
from tests.reading import converted, number, read_lines

# The phrase without its comma, a recital, an operative paragraph.
TEXTS = {
    "en": ("The General Assembly", "Recalling the wicks of the harbour,", "1. Requests the keepers to buy oil."),
    "fr": ("L’Assemblée générale", "Rappelant les mèches du port,", "1. Prie les gardiens d’acheter de l’huile."),
    "es": ("La Asamblea General", "Recordando las mechas del puerto,", "1. Pide a los guardianes que compren aceite."),
    "ru": ("Генеральная Ассамблея", "ссылаясь на фитили гавани,", "1. просит смотрителей купить масла."),
    "zh": ("大会", "回顾港口的灯芯和看守人在冬天的所有夜晚点亮的灯火，", "1. 请看守人买油。"),
    "ar": (
        "إن الجمعية العامة",
        "إذ تشير إلى فتائل الميناء ومصابيح الحراس في ليالي الشتاء،",
        "1 - تطلب إلى الحراس شراء الزيت.",
    ),
}
# As old files and careless typists have it.
OTHERS = {
    "fr": ["Le Conseil de securite,", "L'ASSEMBLÉE GÉNÉRALE,"],
    "es": ["El Consejo Economico y Social,"],
    "zh": ["大會，", "大　会，", "安全理事會、"],
    "ar": ["إنَّ الجمعية العامة،", "ان الجمعيه العامه،", "ﺇﻥ ﺍﻟﺠﻤﻌﻴﺔ ﺍﻟﻌﺎﻣﺔ،"],
}
ENDS = [",", " ,", "\u00a0,", "\u202f,", "\u2009,", "،", " ،", "，", " ，"]


def kinds(expression: Expression) -> list[Any]:
    return [(paragraph.id, paragraph.kind) for paragraph in expression.resolution.paragraphs]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_comma_ends_it(code: str, form: str, end: str) -> None:
    phrase, recital, operative = TEXTS[code]
    expression = read_lines(code, form, f"{phrase}{end}", recital, operative)
    assert expression.resolution.masthead.body == "GA"
    assert expression.resolution.enacting is not None
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


@pytest.mark.parametrize(("code", "phrase"), [(code, one) for code, listed in OTHERS.items() for one in listed])
def test_letters_and_spaces_that_differ(code: str, phrase: str) -> None:
    expression = read_lines(code, "txt", phrase, *TEXTS[code][1:])
    assert expression.resolution.masthead.body in ("GA", "SC", "ECOSOC")
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]
    assert expression.resolution.enacting is not None
    assert expression.resolution.enacting.text == phrase


@pytest.mark.parametrize("end", [",", " ,", "،", "，"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_it_may_stand_at_the_head_of_the_first_recital(code: str, end: str) -> None:
    phrase, recital, operative = TEXTS[code]
    expression = read_lines(code, "txt", f"{phrase}{end} {recital[:1].lower()}{recital[1:]}", operative)
    assert expression.resolution.masthead.body == "GA"
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_each_part_of_a_text_may_have_its_own(code: str) -> None:
    phrase, recital, operative = TEXTS[code]
    expression = read_lines(code, "txt", f"{phrase},", recital, operative, f"{phrase} ,", recital, operative)
    ids = [one for one, _ in kinds(expression)]
    assert len(ids) == len(set(ids)) == 5
    assert [one for one in ids if one.startswith("pp")] == ["pp1", "pp2"]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "General Assembly"),  # the letterhead
        ("fr", "Assemblée générale"),
        ("es", "Asamblea General"),
        ("zh", "大会"),
        ("zh", "大会主席，"),
        ("ar", "الجمعية العامة"),
        ("ru", "Генеральная Ассамблея гавани,"),
    ],
)
def test_what_is_none(code: str, line: str) -> None:
    assert read_lines(code, "txt", line, *TEXTS[code][1:]).resolution.enacting is None


UNKNOWN = {
    "en": "gladdened by the lamps of the harbour,",
    "fr": "égayée par les lampes du port,",
    "es": "alegrada por las lámparas del puerto,",
    "ru": "порадовавшись лампам гавани,",
}


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(UNKNOWN))
def test_with_nothing_above_it_any_word_may_follow(code: str, form: str) -> None:
    phrase, recital, operative = TEXTS[code]
    expression = read_lines(code, form, f"{phrase},", UNKNOWN[code], recital, operative)
    assert expression.resolution.masthead.body == "GA"
    assert kinds(expression) == [("pp1", "preambular"), ("pp2", "preambular"), ("op1", "operative")]


def test_a_sentence_that_is_wrapped_behind_the_name_goes_on() -> None:
    lines = "The General Assembly,\nwhich lights the lamps, has bought oil.\n\n1. Requests oil."
    assert read_lines("en", "txt", lines).resolution.enacting is None


TITLED = {
    "en": ("Resolution adopted by the General Assembly on 5 May 2031", "85/7. Lamps of the harbour"),
    "fr": ("Résolution adoptée par l’Assemblée générale le 5 mai 2031", "85/7. Lampes du port"),
    "es": ("Resolución aprobada por la Asamblea General el 5 de mayo de 2031", "85/7. Lámparas del puerto"),
    "ru": ("Резолюция, принятая Генеральной Ассамблеей 5 мая 2031 года", "85/7. Лампы гавани"),
    "zh": ("2031年5月5日大会决议", "85/7. 港口的灯"),
    "ar": ("قرار اتخذته الجمعية العامة في 5 أيار/مايو 2031", "85/7 - مصابيح الميناء"),
}


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(TITLED))
def test_below_a_title_it_may_have_no_sign(code: str, form: str) -> None:
    """A text of one sentence prints it so; the name of the organ in the letterhead above is none."""
    phrase, _, operative = TEXTS[code]
    letterhead = {"zh": ["大会"], "ru": ["Генеральная Ассамблея"]}.get(code, [])
    expression = read_lines(code, form, *letterhead, *TITLED[code], phrase, operative)
    enacting = expression.resolution.enacting
    assert enacting is not None
    assert (enacting.text, expression.resolution.masthead.title) == (
        phrase,
        TITLED[code][1].partition(" ")[2].lstrip("- "),
    )
    assert kinds(expression) == [("op1", "operative")]


WRAPPED = [
    ["安全理事会", "2039年4月29日第12302次会议通过"],
    ["2039年4月29日", "安全理事会", "第12302次会议通过"],
    ["2039年4月29日", "安全理事会", "通过的决议"],
]


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("masthead", WRAPPED)
def test_the_name_in_a_masthead_that_wraps_is_none_where_the_phrase_stands_below(
    masthead: list[str], form: str
) -> None:
    """A line with the phrase's comma wins over a bare name above it: else every anchor is one too far."""
    expression = read_lines("zh", form, "第3312(2039)号决议", *masthead, "安全理事会，", *TEXTS["zh"][1:])
    enacting = expression.resolution.enacting
    assert enacting is not None
    assert enacting.text == "安全理事会，"
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


def test_the_second_line_of_a_recital_is_no_title_though_a_long_one_begins_with_a_number() -> None:
    """Without an enacting phrase the recitals begin below the last line of the masthead: they are not lost in it."""
    second = "6/3 بشأن المصابيح" + " وفتائل الحراس في الميناء" * 18
    lines = (
        "LG/LHC/RES/30/7\n\n30/7- فتائل الميناء\n",
        "إذ يسترشد بمقاصد الرابطة،\n",
        f"وإذ يشير إلى قراريه 1/1 و 1/2 وإلى قراره\n{second}،\n",
        "1- يطلب إلى الحراس شراء الزيت.",
    )
    expression = converted("ar", "\n".join(lines))
    assert [paragraph.id for paragraph in expression.resolution.paragraphs] == ["pp1", "pp2", "op1"]


# Organs of sessions that have a record, and organs that have none.
OF_SESSION = {
    "en": "The Seventy-fifth World Health Assembly",
    "fr": "La Soixante-Quinzième Assemblée mondiale de la Santé",
    "es": "La 75.ª Asamblea Mundial de la Salud",
    "ru": "Семьдесят пятая сессия Всемирной ассамблеи здравоохранения",
    "zh": "第七十五届世界卫生大会",
    "ar": "إن جمعية الصحة العالمية الخامسة والسبعون",
}
OF_OTHERS = {
    "en": "The Conference of the Parties to the Convention on Lamps",
    "fr": "La Conférence générale",
    "es": "La Conferencia de las Partes",
    "ru": "Генеральная конференция Международной организации ламп",
    "ar": "إن المؤتمر العام",
    "zh": "国际灯塔会议",
}
LETTERED = {"en": "({}) ", "fr": "{}) ", "es": "{}) ", "ru": "({}) "}


@pytest.mark.parametrize("code", sorted(OF_SESSION))
def test_the_number_of_a_session_may_stand_with_the_organ(code: str) -> None:
    expression = read_lines(code, "txt", f"{OF_SESSION[code]},", *TEXTS[code][1:])
    assert expression.resolution.masthead.body == "WHA"
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(OF_OTHERS))
def test_an_organ_without_a_record_is_one_above_a_recital(code: str, form: str) -> None:
    """Its text has a structure; whose it is stays unknown, and nothing but a recital right below tells."""
    phrase, recital, operative = f"{OF_OTHERS[code]},", *TEXTS[code][1:]
    expression = read_lines(code, form, phrase, recital, operative)
    assert expression.resolution.masthead.body is None
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]
    assert read_lines(code, form, phrase, operative, operative).resolution.enacting is None


def test_a_name_that_goes_on_is_not_that_of_the_organ() -> None:
    expression = read_lines("en", "txt", "The General Assembly of the harbour,", *TEXTS["en"][1:])
    assert expression.resolution.masthead.body is None
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


def test_the_last_line_of_a_wrapped_recital_is_none() -> None:
    """It may begin and end like an organ's name: what stands above the recitals was taken into the masthead."""
    recital = "Rappelant les travaux des gardiens de phare du nord, et\nla résolution 9/1 du Conseil des quais,"
    first = "Un quai est un quai {et davantage},"
    text = f"Trente-huitième session\n\n{first}\n\n{recital}\n\nRappelant aussi la brume,\n\n1. Prie de veiller.\n"
    resolution = converted("fr", text).resolution
    assert resolution.enacting is None
    assert [one.text.text for one in resolution.paragraphs[:2]] == [first, recital.replace("\n", " ")]


@pytest.mark.parametrize("code", sorted(LETTERED))
def test_recitals_may_be_counted_with_letters(code: str) -> None:
    _, recital, operative = TEXTS[code]
    lines = [f"{LETTERED[code].format(letter)}{recital}" for letter in "abc"]
    expression = read_lines(code, "txt", f"{OF_OTHERS[code]},", *lines, operative)
    assert [one for one, _ in kinds(expression)] == ["pp1", "pp2", "pp3", "op1"]
    assert [str(one.text.text) for one in expression.resolution.paragraphs[:3]] == [recital] * 3


@pytest.mark.parametrize(("code", "phrase"), [("es", "EI Consejo de Seguridad,"), ("fr", "I’Assemblée générale,")])
def test_an_article_that_a_scanner_misread_is_seen_through(code: str, phrase: str) -> None:
    expression = read_lines(code, "txt", phrase, *TEXTS[code][1:])
    assert expression.resolution.masthead.body in ("SC", "GA")
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


# A body that no authority file has, a recital, an operative paragraph, and a heading of a section.
OTHER_BODIES = {
    "en": ("The Board of Lamplighters,", "A. Lamps of the pier"),
    "fr": ("Le Conseil des allumeurs,", "A. Lampes de la jetée"),
    "es": ("La Junta de Faroleros,", "A. Lámparas del muelle"),
    "ru": ("Комиссия фонарщиков,", "A. Лампы причала"),
    "zh": ("国际点灯委员会，", "A. 码头的灯"),
    "ar": ("إن هيئة منوري المصابيح،", "ألف - مصابيح الرصيف"),
}


@pytest.mark.parametrize("code", sorted(OTHER_BODIES))
def test_a_body_without_a_record_is_named_in_a_text_without_blank_lines(code: str) -> None:
    _, recital, operative = TEXTS[code]
    phrase, _ = OTHER_BODIES[code]
    found = converted(code, f"lamps.example\nXI/12\n{phrase}\n{recital}\n{operative}").resolution
    assert found.enacting is not None
    assert found.enacting.text == phrase
    assert [one.kind for one in found.paragraphs] == ["preambular", "operative"]


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(set(OTHER_BODIES) - {"zh", "ar"}))
def test_below_the_name_of_such_a_body_the_first_section_may_begin(code: str, form: str) -> None:
    _, recital, operative = TEXTS[code]
    phrase, heading = OTHER_BODIES[code]
    found = read_lines(code, form, phrase, heading, recital, operative).resolution
    assert found.enacting is not None
    assert [one.kind for one in found.paragraphs] == ["heading", "preambular", "operative"]


def test_the_wrapped_end_of_a_recital_that_names_a_body_is_no_phrase() -> None:
    lines = "Recalling the lamps that were bought by\nThe Board of Lamplighters,\nNoting the dark,\n1. Decides."
    assert converted("en", lines).resolution.enacting is None


THEREFORE = {
    "en": (
        "Now, therefore, the General Assembly,",
        "The lamps of the harbour have been counted by the keepers of the north in all nights of the winter.",
    ),
    "fr": (
        "En conséquence, l’Assemblée générale,",
        "Les lampes du port ont été comptées par les gardiens du nord dans toutes les nuits de l’hiver.",
    ),
    "es": (
        "Por consiguiente, la Asamblea General,",
        "Las lámparas del puerto han sido contadas por los guardianes en todas las noches del invierno.",
    ),
    "ru": (
        "В связи с этим Генеральная Ассамблея,",
        "Лампы гавани были пересчитаны смотрителями северных причалов во все ночи прошлой зимы.",
    ),
    "zh": (
        "因此，大会，",
        "港口的灯已由北方码头的看守人在去年冬天的所有夜晚逐一清点并登记在册，看守人已将清点的结果提出报告。",
    ),
    "ar": (
        "لذلك فإن الجمعية العامة،",
        "لقد تم عد مصابيح الميناء من جانب الحراس في أرصفة الشمال طوال ليالي الشتاء الماضي كلها.",
    ),
}
HEADS = {"en": "Resolution 85/7", "fr": "Résolution 85/7", "es": "Resolución 85/7"} | {
    "ru": "Резолюция 85/7", "zh": "第85/7号决议", "ar": "القرار 85/7",
}  # fmt: skip


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(THEREFORE))
def test_a_sentence_above_a_phrase_that_begins_with_therefore_is_a_recital(code: str, form: str) -> None:
    """It opens with no verb of a recital and is no title: it was lost in the masthead, and the phrase not found."""
    phrase, sentence = THEREFORE[code]
    expression = read_lines(code, form, HEADS[code], sentence, phrase, *TEXTS[code][1:])
    enacting = expression.resolution.enacting
    assert enacting is not None
    assert (enacting.text, expression.resolution.masthead.body) == (phrase, "GA")
    assert kinds(expression) == [("pp1", "preambular"), ("pp2", "preambular"), ("op1", "operative")]
    assert expression.resolution.paragraphs[0].text.text == sentence
    assert expression.resolution.masthead.title is None


@pytest.mark.parametrize(
    "line",
    [
        "Lamps, wicks and bells of the harbour.",  # too short for a sentence
        "At its 12th meeting, on 5 May 2091, held after the keepers had counted all lamps of the harbour,",
        "The keepers of the north have counted all lamps of the harbour and adopted the text that reads:",
    ],
)
def test_a_short_line_above_the_phrase_and_what_tells_of_its_adoption_are_no_recitals(line: str) -> None:
    expression = read_lines("en", "txt", HEADS["en"], line, *(f"{TEXTS['en'][0]},", *TEXTS["en"][1:]))
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


TAILS = {
    "en": (
        "The Security Council",
        "Resolves that the wicks be taken off the list and notify\nthe General Assembly.",
        "The Security Council requests oil.",
    ),
    "fr": (
        "Le Conseil de sécurité",
        "Décide que les mèches seront ôtées de la liste et que l'on informera\nl'Assemblée générale.",
        "Le Conseil demande de l'huile.",
    ),
    "es": (
        "El Consejo de Seguridad",
        "Resuelve que las mechas se retiren de la lista y se remitan a\nla Asamblea General.",
        "El Consejo pide aceite.",
    ),
}


@pytest.mark.parametrize("code", sorted(TAILS))
def test_the_last_line_of_a_sentence_that_names_another_organ_is_none(code: str) -> None:
    """The phrase has no sign here: the other organ's name, which a full stop ends, was taken for it."""
    expression = read_lines(code, "txt", HEADS[code], *TAILS[code])
    enacting = expression.resolution.enacting
    assert enacting is not None
    assert (enacting.text, expression.resolution.masthead.body) == (TAILS[code][0], "SC")
    assert [one.kind for one in expression.resolution.paragraphs] == ["operative", "operative"]


def test_the_last_line_of_a_sentence_above_the_phrase_is_none() -> None:
    above = "Whereas the keepers have asked for an opinion of\nthe Security Council,"
    expression = read_lines("en", "txt", HEADS["en"], above, "The Security Council", "Resolves to answer.")
    assert expression.resolution.paragraphs[0].text.text == above.replace("\n", " ")
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


LONG_TITLES = {
    "en": ("Decision 9/CP.91",
           "Matters relating to the lighting of the harbours and to the keepers of lamps of decision 1/CP.86",
           "The Conference of the Parties,", "Recalling its decision 1/CP.87,", "1. Decides to light the lamps."),
    "fr": ("Décision 9/CP.91",
           "Questions relatives à l’éclairage des ports et aux gardiens des lampes de la décision 1/CP.86",
           "La Conférence des Parties,", "Rappelant sa décision 1/CP.87,", "1. Décide d’allumer les lampes."),
    "es": ("Decisión 9/CP.91",
           "Cuestiones relativas a la iluminación de los puertos y a los guardas de la decisión 1/CP.86",
           "La Conferencia de las Partes,", "Recordando su decisión 1/CP.87,", "1. Decide encender los faros."),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(LONG_TITLES))
def test_a_long_title_that_ends_in_a_symbol_is_no_sentence(code: str) -> None:
    """Its last figures hang on a full stop, as the mark of a note does on that of a sentence."""
    expression = read_lines(code, "txt", *LONG_TITLES[code])
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative")]


WITHOUT = {  # number, adoption, a long recital, another, an act
    "en": (
        "Resolution 9031 (2089)",
        "Adopted by the Security Council at its 17316th meeting, on 19 November 2089",
        "Recalling the long nights and the lamps of the keepers of the northern coast,",
        "Noting the oil of the southern coast,",
        "Requests the keepers to count the lamps.",
    ),
    "fr": (
        "Résolution 9031 (2089)",
        "Adoptée par le Conseil de sécurité à sa 17316e séance, le 19 novembre 2089",
        "Rappelant les longues nuits et les lampes des gardiens de la côte nord,",
        "Notant l’huile de la côte sud,",
        "Prie les gardiens de compter les lampes.",
    ),
    "es": (
        "Resolución 9031 (2089)",
        "Aprobada por el Consejo de Seguridad en su 17316ª sesión, celebrada el 19 de noviembre de 2089",
        "Recordando las largas noches y las lámparas de los guardianes de la costa norte,",
        "Observando el aceite de la costa sur,",
        "Pide a los guardianes que cuenten las lámparas.",
    ),
    "ru": (
        "Резолюция 9031 (2089)",
        "принятая Советом Безопасности на его 17316-м заседании 19 ноября 2089 года",
        "ссылаясь на длинные ночи и лампы хранителей северного берега гавани,",
        "отмечая масло южного берега,",
        "просит хранителей сосчитать лампы.",
    ),
    "zh": (
        "第9031(2089)号决议",
        "2089年11月19日安全理事会第17316次会议通过",
        "回顾漫漫长夜和港口北岸守灯人的灯以及他们多年来所用的灯油，",
        "注意到南岸的灯油，",
        "请守灯人清点灯。",
    ),
    "ar": (
        "القرار 9031 (2089)",
        "الذي اتخذه مجلس الأمن في جلسته 17316، المعقودة في 19 تشرين الثاني/نوفمبر 2089",
        "إذ يشير إلى الليالي الطويلة ومصابيح حراس الساحل الشمالي للميناء،",
        "وإذ يلاحظ زيت الساحل الجنوبي،",
        "يطلب إلى الحراس أن يحصوا المصابيح.",
    ),
}


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(WITHOUT))
def test_recitals_are_recitals_where_no_enacting_phrase_stands_above_them(code: str, form: str) -> None:
    """The first of them is a sentence that surely begins the text."""
    *head, long, other, act = WITHOUT[code]
    found = read_lines(code, form, *head, long, other, f"{number(code, 1)} {act}")
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular", "preambular", "operative"]
    assert [one.code for one in found.diagnostics] == ["no-enacting-phrase"]
