"""Headings inside a text, in six languages: the label and its number, and what is a sentence that begins like one."""

from __future__ import annotations

from itertools import count

import pytest

from converter.authorities import Authorities
from converter.languages import load
from converter.languages.headings import Heading
from tests.reading import ANNEX, ENACTING, converted, number, read_lines
from tests.steps import assert_linear

HEADINGS = [
    ("en", "II", ("number", "II")),
    ("en", "IV. Lamps of the coast", ("number", "IV")),
    ("en", "IV Lamps of the coast", ("number", "IV")),
    ("en", "B. Lamps", ("number", "B")),
    ("en", "Section II", ("section", "II")),
    ("en", "PART ONE", None),
    ("en", "Article 5 The keeper, and what he keeps", ("chapter", "5")),
    ("en", "ANNEX", ("annex", "")),
    ("en", "Annex II Rules: for keepers", ("annex", "II")),
    ("en", "Appendix 3", ("appendix", "3")),
    ("fr", "A. Les phares", ("number", "A")),
    ("fr", "Article premier", ("chapter", "premier")),
    ("fr", "Première partie", ("section", "Première")),
    ("fr", "Pièce jointe", ("annex", "")),
    ("fr", "ANNEXE I : Étude des phares", ("annex", "I")),
    ("es", "Artículo 5", ("chapter", "5")),
    ("es", "Segunda parte", ("section", "Segunda")),
    ("es", "APENDICE", ("appendix", "")),
    ("es", "Título II ¿Qué es un faro?", ("section", "II")),
    ("ru", "Статья 5", ("chapter", "5")),
    ("ru", "Часть вторая", ("section", "вторая")),
    ("ru", "Приложение II", ("annex", "II")),
    ("ru", "В. Маяки", ("number", "В")),
    ("ar", "أولا - المنارات", ("number", "أولا")),
    ("ar", "أولاً - المنارات", ("number", "أولاً")),
    ("ar", "باء - المصابيح", ("number", "باء")),
    ("ar", "ثالث عشر", ("number", "ثالث عشر")),
    ("ar", "تاسع عشر - المصابيح", ("number", "تاسع عشر")),
    ("ar", "الفرع الثاني", ("section", "الثاني")),
    ("ar", "المرفق الأول", ("annex", "الأول")),
    ("ar", "التذييل", ("appendix", "")),
    ("zh", "一、灯塔", ("number", "一")),
    ("zh", "A. 灯塔", ("number", "A")),
    ("zh", "第二部分 灯塔", ("section", "二")),
    ("zh", "第二部分灯塔", ("section", "二")),
    ("zh", "附件二：看守人规则", ("annex", "二")),
    ("zh", "第三编", ("section", "三")),
    ("zh", "第12条", ("chapter", "12")),
    ("zh", "第12条 看守人的职责", ("chapter", "12")),
    ("zh", "第3款", ("chapter", "3")),
    ("zh", "二 灯塔", ("number", "二")),
    ("zh", "附录", ("appendix", "")),
    # the number of the text that it is the annex to
    ("en", "Annex to resolution 2941 (2091)", ("annex", "")),
    ("en", "Annex II to Assembly resolution 91/2 The keepers", ("annex", "II")),
    ("fr", "Annexe I à la résolution 2941 (2091)", ("annex", "I")),
    ("es", "Anexo de la resolución 91/2", ("annex", "")),
    ("ru", "Приложение к резолюции 2941 (2091)", ("annex", "")),
    ("ar", "مرفق القرار 2941 (2091)", ("annex", "")),
    ("zh", "第2941(2091)号决议附件", ("annex", "")),
    ("zh", "第91/2号决定附件二 看守人", ("annex", "二")),
    # what is quoted: the heading of a rule that the text amends
    ("en", "“Rule 41", ("chapter", "41")),
    ("en", '"Article 5. Lamps”', ("chapter", "5")),
    ("fr", "« Article premier »", ("chapter", "premier")),
    ("es", "«Artículo 5»", ("chapter", "5")),
    ("ru", "„Правило 7”", ("chapter", "7")),
    ("ar", "«المادة الخامسة»", ("section", "الخامسة")),
    ("zh", "“第五节”", ("section", "五")),
]
SENTENCES = [
    ("en", "Annex to the present resolution"),
    ("en", "Annex to resolution 2941 (2091) shall be read by the keepers"),
    ("en", "Annex to resolution 2941 (2091), as it was printed"),
    ("zh", "第2941(2091)号决议附件所列的灯火"),
    ("zh", "第12条规定看守人的职责"),
    ("zh", "二灯塔"),
    ("en", "Annex II."),  # the last words of a sentence
    ("en", "annex"),
    ("en", "A lamp for the coast"),
    ("en", "I am the keeper of the lamp"),
    ("en", "II. Lamps, and what they cost,"),
    ("en", "Article 5: the keeper shall light; the mate shall watch"),
    ("fr", "À la lumière"),
    ("fr", "annexe I de la présente résolution"),
    ("es", "Y otros"),
    ("ru", "В целях охраны маяков"),
    ("ru", "часть этих маяков"),
    ("ar", "أولا وقبل كل شيء"),
    ("ar", "بالمرفق الأول"),
    ("ar", "الثاني للمنارات"),
    ("zh", "附件所载看守人规则"),
    ("zh", "第三章所述灯塔，"),
    ("zh", "三卷"),
    ("zh", "I 人均"),
    ("en", "“A”"),  # a name, and no annex of this text
    ("en", "“Annex II”"),
    ("en", "“Rule 41 stands."),
]


def read(lang: str, text: str, authorities: Authorities) -> Heading | None:
    return load(lang, authorities).page.headings.read(text)


@pytest.mark.parametrize(("lang", "text", "expected"), HEADINGS)
def test_headings_are_known_by_their_label(
    lang: str, text: str, expected: tuple[str, str] | None, authorities: Authorities
) -> None:
    found = read(lang, text, authorities)
    assert ((found.kind, found.number) if found and found.whole else None) == expected


@pytest.mark.parametrize(("lang", "text"), SENTENCES)
def test_sentences_are_no_headings(lang: str, text: str, authorities: Authorities) -> None:
    found = read(lang, text, authorities)
    assert found is None or not found.whole


def test_the_line_of_the_page_is_told(authorities: Authorities) -> None:
    found = read("en", "Section II", authorities)
    assert found and found.read_by and (found.read_by.page, found.read_by.block) == ("en.page.yml", "headings")


@pytest.mark.parametrize("lang", ["ar", "en", "zh"])
@pytest.mark.parametrize("unit", ["A. ", "I", "第", "一", "Annex ", "أولا - ", "،", " ", "1"])
def test_no_long_line_blows_up(lang: str, unit: str, authorities: Authorities) -> None:
    fresh = count()  # a line that has been read is kept
    assert_linear(lambda size: load(lang, authorities).page.headings.read(f"{unit * size}{next(fresh)}"), 100)


def test_a_rule_that_is_quoted_without_a_blank_below_its_heading() -> None:
    body = (
        "The Security Council,\n\n1. Decides that the rules on lamps shall read:\n\n“Rule 5\n“The keeper lights\n"
        "the lamp each day.\n\n“Rule 6\n\n“The mate watches it.”\n\n2. Requests the keeper to print them;\n"
    )
    found = converted("en", body).resolution.paragraphs
    assert [(one.id, one.text.text[:14]) for one in found] == [
        ("op1", "Decides that t"),
        ("h1", "“Rule 5"),
        ("p1", "“The keeper li"),
        ("h2", "“Rule 6"),
        ("p2", "“The mate watc"),
        ("op2", "Requests the k"),
    ]


@pytest.mark.parametrize(
    ("code", "enacting", "annex", "heading"),
    [
        ("en", "The General Assembly,\n\n1. Requests the keepers to light the lamps.", "Annex", "Lighting"),
        ("fr", "L’Assemblée générale,\n\n1. Prie les gardiennes d’allumer les lampes.", "Annexe", "Mesure et suivi"),
        ("es", "La Asamblea General,\n\n1. Pide a las guardianas que alumbren la bahía.", "Anexo", "Demanda y oferta"),
    ],
)
def test_a_heading_of_an_annex_may_open_like_an_act(code: str, enacting: str, annex: str, heading: str) -> None:
    """Above it the same line is no heading: it may be the beginning of a recital."""
    body = f"{enacting}\n\n{annex}\n\n{heading}\n\n1. Oil.\n\n{heading}\n\n2. Brass.\n"
    found = converted(code, body).resolution.paragraphs
    assert [one.kind for one in found if one.text.text == heading] == ["heading", "heading"]


BETWEEN = {
    "en": ("Requests oil;", "Duties of the keepers of the northern coast and of the southern coast in winter"),
    "fr": ("Demande de l’huile ;", "Rappel des gardiennes de la côte du nord et de la côte du sud en hiver"),
    "es": ("Pide aceite;", "Deberes de las guardianas de la costa del norte y de la costa del sur"),
    "ru": ("просит купить масла;", "Напоминание смотрителям северного берега и южного берега о зиме"),
    "zh": ("请买油；", "北岸和南岸的看守人在冬季的工作"),
    "ar": ("تطلب شراء الزيت؛", "تذكير حراس الساحل الشمالي وحراس الساحل الجنوبي بالشتاء"),
}


def kinds(code: str, lines: list[str], suffix: str = "txt") -> list[str]:
    resolution = read_lines(code, suffix, *lines).resolution
    return [one.kind if one.kind != "heading" else one.id.rstrip("0123456789") for one in resolution.paragraphs]


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(BETWEEN))
def test_a_line_between_two_numbers_is_a_heading(code: str, suffix: str, times: int) -> None:
    """However long it is: a paragraph ends in a sign, or opens with a verb."""
    sentence, heading = BETWEEN[code]
    lines = [ENACTING[code], f"1. {sentence}", (", " if code != "zh" else "").join([heading] * times), f"2. {sentence}"]
    assert kinds(code, lines, suffix) == ["operative", "h", "operative"]
    lines[2] = f"{lines[2]}."
    assert kinds(code, lines, suffix)[1] != "h"


LOST_SIGN = {
    "en": ("Also requests the keepers of the harbour to light the lamps at dusk", "Stressing the lamps of the harbour"),
    "fr": ("Prie les gardiennes d’allumer les lampes du port", "Soulignant la lumière du port"),
    "es": ("Pide a las guardianas que enciendan las lámparas", "Recordando las lámparas del puerto"),
    "ru": ("Просит смотрителей зажечь лампы", "Ссылаясь на лампы гавани"),
    "zh": ("请看守人点灯", "回顾港口的灯"),
    "ar": ("تطلب إلى الحراس أن تضيء المصابيح", "وإذ تشير إلى مصابيح الميناء"),
}


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(LOST_SIGN))
def test_a_paragraph_between_two_numbers_that_lost_its_sign_is_no_heading(code: str, suffix: str) -> None:
    """It opens with a verb: one in the present is operative as ever, what cannot be told is plain and said."""
    sentence, lost = BETWEEN[code][0], LOST_SIGN[code]
    for line, kind in zip(lost, ("operative", "plain"), strict=True):
        told = kinds(code, [ENACTING[code], f"1. {sentence}", line, f"2. {sentence}"], suffix)
        assert told[1] == ("plain" if code == "zh" else kind)


@pytest.mark.parametrize("title", ["Financing of the lamps of the harbour", "Ensuring light and improving oil"])
def test_a_gerund_that_is_no_verb_of_a_paragraph_opens_a_heading(title: str) -> None:
    sentence = BETWEEN["en"][0]
    lines = [ENACTING["en"], f"1. {sentence}", title, f"2. {sentence}"]
    assert kinds("en", lines) == ["operative", "h", "operative"]


NAMED = {  # opens as a recital may; longer than any other title
    "en": "Achieving light that lasts",
    "fr": "Mise en place d’une lumière durable pour les ports, les bateaux et les côtes" + " du nord" * 40,
    "es": "Logro de una luz duradera para los puertos, los barcos y las costas" + " del norte" * 40,
    "ru": "Обеспечение устойчивого света",
    "zh": "实现持久的光",
    "ar": "تحقيق ضوء دائم",
}


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("label", ["I", "A"])
@pytest.mark.parametrize("code", sorted(NAMED))
def test_the_name_below_the_label_of_a_section_is_a_heading(code: str, label: str, suffix: str) -> None:
    """Above the first number of a text too; with its sign, or with a verb of the table, it is a paragraph."""
    sentence = BETWEEN[code][0]
    lines = [ENACTING[code], label, NAMED[code], f"1. {sentence}"]
    assert kinds(code, lines, suffix) == ["h", "h", "operative"]
    for paragraph in (f"{NAMED[code]},", LOST_SIGN[code][1]):
        assert kinds(code, [*lines[:2], paragraph, lines[3]], suffix)[1] != "h"


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(ANNEX))
def test_an_annex_may_have_its_long_title_beside_it(code: str, suffix: str) -> None:
    sentence, title = BETWEEN[code]
    lines = [
        ENACTING[code],
        f"1. {sentence}",
        f"{ANNEX[code]} {title} {title}"[:110],
        f"1. {sentence}",
        f"2. {sentence}",
    ]
    assert kinds(code, lines, suffix) == ["operative", "annex", "plain", "plain"]


def test_a_name_of_two_han_signs_is_a_heading() -> None:
    lines = ["大会，", "1. 通过下列宣言。", "附件", "导言", "1. 我们重申承诺。", "目标", "2. 我们请看守人买油。"]
    assert kinds("zh", lines) == ["operative", "annex", "h", "plain", "h", "plain"]


def test_a_section_has_recitals_of_its_own_in_a_text_that_is_told_by_signs() -> None:
    lines = [
        "大会，",
        "一",
        "灯",
        "回顾港口的灯，",
        "1. 请看守人买油；",
        "二",
        "油",
        "回顾港口的油，",
        "1. 请看守人点灯。",
    ]
    told = kinds("zh", lines)
    assert told == ["h", "h", "preambular", "operative", "h", "h", "preambular", "operative"]


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(ANNEX))
def test_the_title_of_an_annex_may_stand_in_two_lines(code: str, suffix: str) -> None:
    """Apart from each other, with a colon in the second, above a paragraph without a number."""
    sentence, title = BETWEEN[code]
    second = title[:20].rstrip() + (": " if code != "zh" else "：") + title[-20:].strip().capitalize()
    lines = [ENACTING[code], f"1. {sentence}", ANNEX[code], title, second, sentence.replace(";", ","), f"1. {sentence}"]
    assert kinds(code, lines, suffix) == ["operative", "annex", "h", "h", "plain", "plain"]
    assert kinds(code, [*lines[:5], f"1. {sentence}"], suffix) == ["operative", "annex", "h", "h", "plain"]


NAMES = {
    "en": ("Andrea Lamp (Lumenia)", "Boris Wick (Wickland)", "Reaffirms the importance of the lamps of the harbour"),
    "fr": ("Andrea Lampe (Luménie)", "Boris Mèche (Mécherie)", "Réaffirme l’importance des lampes du port"),
    "es": ("Andrea Lámpara (Lumenia)", "Boris Mecha (Mechania)", "Reafirma la importancia de las lámparas"),
    "ru": ("Андреа Лампа (Люмения)", "Борис Фитиль (Фитилия)", "Вновь подтверждает важность ламп гавани"),
    "zh": ("安德烈（光国）", "鲍里斯（灯国）", "重申港口的灯和油对于北岸和南岸、东岸和西岸的看守人及船夫的重要性"),
    "ar": ("أندريا مصباح (لومينيا)", "بوريس فتيل (فتيليا)", "تعيد تأكيد أهمية مصابيح الميناء"),
}


@pytest.mark.parametrize("code", sorted(NAMES))
def test_a_list_and_a_sentence_below_an_annex_are_no_title(code: str) -> None:
    first, second, verb = NAMES[code]
    above = [ENACTING[code], f"1. {BETWEEN[code][0]}", ANNEX[code]]
    assert kinds(code, [*above, first, second]).count("h") <= (code != "zh")
    for names in ([first, second], [first.partition("（" if code == "zh" else " (")[0], second[:4]]):
        assert kinds(code, [*above, *names])[-1] == "plain"
        assert kinds(code, [*above, *names, *above[2:]])[-2] == "plain"
    assert kinds(code, [*above, verb])[-1] == "plain"
    assert kinds(code, [*above, verb, above[1]])[-2:] == ["plain", "plain"]


def test_who_speaks_below_a_chinese_annex_begins_a_sentence() -> None:
    lines = [ENACTING["zh"], "1. 通过宣言。", "附件", "我们各国代表聚集在此并同意点亮港口的灯", "1. 请点灯。"]
    assert kinds("zh", lines) == ["operative", "annex", "plain", "plain"]


def test_of_a_list_of_names_below_an_annex_the_first_is_its_title() -> None:
    lines = [ENACTING["zh"], "1. 通过名单。", "附件", "灯塔名单", "北方灯塔", "南方灯塔", "东方灯塔"]
    assert kinds("zh", lines, "html") == ["operative", "annex", "h", "plain", "plain", "plain"]


COUNTED = {
    "en": ("A. Lamps", "B. Oil, wicks and glass, with what the keepers need of them"),
    "fr": ("A. Lampes", "B. Huile, mèches et verre, avec ce dont les gardiennes ont besoin"),
    "es": ("A. Lámparas", "B. Aceite, mechas y vidrio, con lo que necesitan las guardianas"),
    "ru": ("A. Лампы", "B. Масло, фитили и стекло, с тем, что нужно смотрителям"),
    "zh": ("一. 灯", "二. 油、灯芯和玻璃，以及看守人所需的一切"),
    "ar": ("ألف - المصابيح", "باء - الزيت، والفتائل والزجاج، وما يحتاج إليه الحراس"),
}


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(COUNTED))
def test_a_heading_with_commas_goes_on_the_count_of_another(code: str, suffix: str) -> None:
    sentence, (first, second) = BETWEEN[code][0], COUNTED[code]
    second += f"{',،'[code == 'ar']} {second.split(None, 1)[1]}" * (4 if code == "zh" else 3)
    lines = [ENACTING[code], first, f"1. {sentence}", second, f"(a) {sentence}", f"2. {sentence}"]
    assert kinds(code, lines, suffix)[2] == "h"
    assert kinds(code, [lines[0], *lines[2:]], suffix)[1] != "h"  # there is none before it


def test_a_chinese_rule_has_its_name_on_the_line_below() -> None:
    """Above a paragraph without a number, where no capital tells a heading from a sentence."""
    lines = [
        ENACTING["zh"],
        "1. 通过规则。",
        "附件",
        "第1条",
        "看守人",
        "看守人点灯。",
        "第2条",
        "灯油",
        "看守人买油。",
    ]
    assert kinds("zh", lines) == ["operative", "annex", "h", "h", "plain", "h", "h", "plain"]


RULES = {
    "en": ("Rule 1\nSessions", "Article 2\nBOATS AND OIL"),
    "fr": ("Article 1\nSessions", "Article 2\nBARQUES ET HUILE"),
    "es": ("Artículo 1\nSesiones", "Artículo 2\nBARCAS Y ACEITE"),
    "ru": ("Правило 1\nСессии", "Статья 2\nЛОДКИ И МАСЛО"),
    "ar": ("المادة 1\nالدورات", "المادة 2\nالمراكب"),
}


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_name_may_stand_right_below_the_label_of_its_rule(code: str) -> None:
    """With space below it; a sentence there is none."""
    first, second = RULES[code]
    lines = [ENACTING[code], f"1. {BETWEEN[code][0]}", ANNEX[code], first, BETWEEN[code][0], second, BETWEEN[code][0]]
    assert kinds(code, lines)[2:] == ["h", "h", "plain", "h", "h", "plain"]
    label = first.partition("\n")[0]
    assert kinds(code, [*lines[:3], f"{label}\n{BETWEEN[code][0]}", *lines[5:]])[2:4] == ["h", "plain"]


OF_NUMBER = {
    "en": "Annex to resolution 91/2",
    "fr": "Annexe à la résolution 91/2",
    "es": "Anexo de la resolución 91/2",
    "ru": "Приложение к резолюции 91/2",
    "ar": "مرفق القرار 91/2",
    "zh": "第91/2号决议附件",
}


@pytest.mark.parametrize("suffix", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(OF_NUMBER))
def test_below_an_annex_with_the_number_of_its_text_paragraphs_count_anew(code: str, suffix: str) -> None:
    act = {"en": "Requests light", "fr": "Demande de la lumière", "es": "Pide luz"} | {
        "ru": "просит дать свет", "zh": "请求照明", "ar": "تطلب الضوء",
    }  # fmt: skip
    one = f"{number(code, 1)} {act[code]}."
    lines = [ENACTING[code], one, OF_NUMBER[code], one]
    assert [found.id for found in read_lines(code, suffix, *lines).resolution.paragraphs] == ["op1", "annex", "annex-1"]


QUOTED = {
    "en": (
        "Recognizing that the aims of the keepers are:",
        "to light lamps and to trim wicks",
        "and",
        "Requests light.",
    ),
    "fr": (
        "Reconnaissant que les buts des gardiens sont :",
        "Maintenir les lampes allumées",
        "et",
        "Demande de la lumière.",
    ),
    "es": ("Reconociendo que los fines de los guardas son:", "Mantener los faros encendidos", "y", "Pide luz."),
}


@pytest.mark.parametrize("sign", ["“”", '""'])
@pytest.mark.parametrize("code", sorted(QUOTED))
def test_what_is_quoted_below_a_colon_is_no_heading(code: str, sign: str) -> None:
    opening, words, joint, act = QUOTED[code]
    quoted = f"{sign[0]}{words[0].upper()}{words[1:]}{sign[1]}"
    lines = (ENACTING[code], opening, f"{quoted}, {joint}", f"{quoted},", f"1. {act}")
    found = read_lines(code, "txt", *lines)
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular", "plain", "plain", "operative"]
    assert "no-action-verb" not in {one.code for one in found.diagnostics}


@pytest.mark.parametrize("mark", ["22", "(22)", "*", "²²"])
def test_a_line_that_ends_in_a_comma_and_the_mark_of_a_note_is_no_heading(mark: str) -> None:
    """The mark hid the comma: what a recital lists, a line each, became headings without a word."""
    lines = [
        "Resolution 9973 (2091)",
        "The Security Council,",
        "Taking into consideration the complaints of the keepers, namely:",
        f"The complaint of the keepers of the north about the lamps (S/91789), {mark}",
        f"The complaint of the ringers about the bells (S/91794), {mark}",
        f"{number('en', 1)} Calls upon the keepers to light the lamps.",
        f"{mark} See the records of the lamps.",
    ]
    found = read_lines("en", "txt", *lines).resolution
    assert [one.kind for one in found.paragraphs][:4] == ["preambular"] * 3 + ["operative"]


def test_a_title_may_end_in_a_number() -> None:
    lines = ["Resolution 9973 (2091)", ENACTING["en"], "Noting the lamps,", "Lamps of the harbour 22"]
    found = read_lines("en", "txt", *lines, f"{number('en', 1)} Calls for light.").resolution
    assert [one.kind for one in found.paragraphs] == ["preambular", "heading", "operative"]


JOINING = {
    "en": ("And to that end", "Requests the keepers to count the lamps."),
    "fr": ("Et à cette fin", "Prie les gardiens de compter les lampes."),
    "es": ("Y a dicho efecto", "Pide a los guardianes que cuenten las lámparas."),
    "ru": ("И с этой целью", "просит хранителей сосчитать лампы."),
    "zh": ("并为此目的", "请守灯人清点灯。"),
    "ar": ("ولهذا الغرض", "تطلب إلى الحراس أن يحصوا المصابيح."),
}


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(JOINING))
def test_words_that_join_two_paragraphs_are_no_heading_and_are_said(code: str, suffix: str) -> None:
    joining, act = JOINING[code]
    found = read_lines(code, suffix, ENACTING[code], f"{number(code, 1)} {act}", joining, f"{number(code, 2)} {act}")
    assert [one.kind for one in found.resolution.paragraphs] == ["operative", "plain", "operative"]
    assert "plain-paragraph" in {one.code for one in found.diagnostics}


@pytest.mark.parametrize(
    ("annexed", "is_heading"),
    [
        ("IN WITNESS WHEREOF, the keepers have signed this Convention.¹", False),
        ("The Keepers of the Lamps and Rule No.3", True),
    ],
)
def test_a_sentence_with_the_mark_of_a_note_behind_its_full_stop_is_no_heading(annexed: str, is_heading: bool) -> None:
    lines = [
        "The General Assembly,",
        "1. Adopts the rules;",
        "Annex",
        "Rules",
        "1. Lamps burn.",
        annexed,
        "2. Bells ring.",
    ]
    text = "\n\n".join([*lines, "¹ Resolution 71/17."]) + "\n"
    found = [one.kind for one in converted("en", text).resolution.paragraphs if one.text.text.startswith(annexed[:9])]
    assert found == ["heading" if is_heading else "plain"]
