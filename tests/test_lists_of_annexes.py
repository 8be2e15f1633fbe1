"""Lists of own or cited paragraphs whose owner stands at one end of the whole list, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ANNEX, converted, number

PHRASE = {
    "en": "The Security Council,",
    "fr": "Le Conseil de sécurité,",
    "es": "El Consejo de Seguridad,",
    "ru": "Совет Безопасности,",
    "zh": "安全理事会，",
    "ar": "إن مجلس الأمن،",
}
LINES = {  # a recital, an act, a paragraph of an annex, one with a list
    "en": ("Noting the fog,", "Decides to light the lamps;", "Lamps are lit.", "Lamps are:", "(a) Red;", "(b) Green."),
    "fr": ("Notant la brume,", "Décide d’agir ;", "On allume.", "Les lampes sont :", "a) Rouges ;", "b) Vertes."),
    "es": ("Observando la niebla,", "Decide actuar;", "Se encienden.", "Las lámparas son:", "a) Rojas;", "b) Verdes."),
    "ru": ("отмечая туман,", "постановляет ждать;", "Зажигаются.", "Лампы бывают:", "a) красные;", "b) зеленые."),
    "zh": ("注意到大雾，", "决定点亮灯火；", "灯火点亮。", "灯火包括：", "(a) 红的；", "(b) 绿的。"),
    "ar": ("إذ يلاحظ الضباب،", "يقرر العمل؛", "تضاء المصابيح.", "المصابيح هي:", "(أ) حمراء؛", "(ب) خضراء."),
}
LETTER = {"ar": "باء"}


def read(code: str, said: str) -> Expression:
    """A text of six acts and one that says this; its annex B has six paragraphs, the last with a list."""
    recital, act, item, *listed = LINES[code]
    acts = [f"{number(code, count)} {act}" for count in range(1, 7)]
    items = [f"{number(code, count)} {item}" for count in range(1, 6)]
    head = f"{ANNEX[code]}{'' if code == 'zh' else ' '}{LETTER.get(code, 'B')}"
    lines = [PHRASE[code], recital, *acts, f"{number(code, 7)} {said}", head, *items]
    lines += [f"{number(code, 6)} {listed[0]}", *listed[1:]]
    return converted(code, "\n\n".join(lines) + "\n")


def landed(found: Expression) -> list[str]:
    return [one.id for mark in found.internal if mark.place == "op7" for one in mark.landings]


def cited(found: Expression) -> list[list[str]]:
    return [[point.label for point in one.pinpoints] for one in found.citations]


def doubts(found: Expression) -> list[str]:
    return [one.message.split("”")[0].strip("“") for one in found.diagnostics if one.code == "pinpoint-doubtful"]


OF_ALL = {  # the annex stands behind a further noun, or before all
    "en": "Decides to apply paragraphs 1, 2 and 4 and the provisions in subparagraph (a) of paragraph 6 of annex B;",
    "fr": "Décide d’appliquer les paragraphes 1, 2 et 4 et les dispositions de l’alinéa a) du paragraphe 6 de "
    "l’annexe B ;",
    "es": "Decide aplicar los párrafos 1, 2 y 4 y lo dispuesto en el apartado a) del párrafo 6 del anexo B;",
    "ru": "постановляет применять пункты 1, 2 и 4 и положения подпункта (a) пункта 6 приложения B;",
    "zh": "决定适用附件B第1、2、4段以及第6段(a)分段的规定；",
    "ar": "يقرر تطبيق الفقرات 1 و 2 و 4 وأحكام الفقرة الفرعية (أ) من الفقرة 6 من المرفق باء؛",
}
OF_BOTH = {  # each with its own word
    "en": "Decides to apply paragraphs 1, 2 and 4 and paragraph 6 (a) of annex B;",
    "fr": "Décide d’appliquer les paragraphes 1, 2 et 4 et le paragraphe 6 a) de l’annexe B ;",
    "es": "Decide aplicar los párrafos 1, 2 y 4 y el párrafo 6 a) del anexo B;",
    "ru": "постановляет применять пункты 1, 2 и 4 и пункт 6 (a) приложения B;",
    "ar": "يقرر تطبيق الفقرات 1 و 2 و 4 والفقرة 6 (أ) من المرفق باء؛",
}
OF_WORK = {
    "en": "Decides to apply paragraphs 1, 2 and 4 and the measures set out in paragraph 5 of resolution 9973 (2091);",
    "fr": "Décide d’appliquer les paragraphes 1, 2 et 4 et les mesures énoncées au paragraphe 5 de la résolution "
    "9973 (2091) ;",
    "es": "Decide aplicar los párrafos 1, 2 y 4 y las medidas enunciadas en el párrafo 5 de la resolución 9973 (2091);",
    "ru": "постановляет применять пункты 1, 2 и 4 и меры, предусмотренные в пункте 5 резолюции 9973 (2091);",
    "ar": "يقرر تطبيق الفقرات 1 و 2 و 4 والتدابير المنصوص عليها في الفقرة 5 من القرار 9973 (2091)؛",
}
NOUNS = {  # each with a noun of its own: what is meant by the first is not told
    "en": ("Decides that the {} and the provisions of {} apply;", "measures in paragraphs 1 and 2", "paragraph 3"),
    "fr": ("Décide que les mesures {} et les dispositions du {} s’appliquent ;", "prévues aux paragraphes 1 et 2", ""),
    "es": ("Decide que las medidas {} y las disposiciones del {} se apliquen;", "previstas en los párrafos 1 y 2", ""),
    "ru": ("постановляет, что меры, {}, и положения {} действуют;", "предусмотренные в пунктах 1 и 2", ""),
    "ar": ("يقرر أن التدابير {} وأحكام {} سارية؛", "المفروضة بموجب الفقرتين 1 و 2", ""),
}
THIRD = {
    "en": ("paragraph 3 of annex B", "paragraph 3 of resolution 9973 (2091)"),
    "fr": ("paragraphe 3 de l’annexe B", "paragraphe 3 de la résolution 9973 (2091)"),
    "es": ("párrafo 3 del anexo B", "párrafo 3 de la resolución 9973 (2091)"),
    "ru": ("пункта 3 приложения B", "пункта 3 резолюции 9973 (2091)"),
    "ar": ("الفقرة 3 من المرفق باء", "الفقرة 3 من القرار 9973 (2091)"),
}
APART = {
    "en": "Decides to apply paragraphs 1 and 2 above and paragraph 3 of annex B;",
    "fr": "Décide d’appliquer les paragraphes 1 et 2 ci-dessus et le paragraphe 3 de l’annexe B ;",
    "es": "Decide aplicar los párrafos 1 y 2 supra y el párrafo 3 del anexo B;",
    "ru": "постановляет применять пункты 1 и 2 выше и пункт 3 приложения B;",
    "zh": "决定适用上文第1和2段和附件B第3段；",
    "ar": "يقرر تطبيق الفقرتين 1 و 2 أعلاه والفقرة 3 من المرفق باء؛",
}


@pytest.mark.parametrize(
    ("code", "said"), [*OF_ALL.items(), *OF_BOTH.items(), ("zh", "决定适用附件B第1、2、4段和第6段(a)分段；")]
)
def test_the_annex_at_one_end_is_that_of_the_whole_list(code: str, said: str) -> None:
    found = read(code, said)
    assert landed(found) == ["annex-b-1", "annex-b-2", "annex-b-4", "annex-b-6-a"]
    assert not doubts(found)


@pytest.mark.parametrize("code", OF_WORK)
def test_so_is_a_cited_work(code: str) -> None:
    found = read(code, OF_WORK[code])
    assert cited(found) == [["1", "2", "4", "5"]]
    assert not landed(found)


@pytest.mark.parametrize("code", NOUNS)
def test_with_a_noun_of_its_own_either_may_be_meant_and_it_is_said(code: str) -> None:
    sentence, first, _ = NOUNS[code]
    annexed, of_work = (read(code, sentence.format(first, third)) for third in THIRD[code])
    assert (landed(annexed), doubts(annexed)) == (["annex-b-3"], [first])
    assert (landed(of_work), cited(of_work), doubts(of_work)) == ([], [["3"]], [first])


@pytest.mark.parametrize("code", APART)
def test_what_is_said_to_be_the_texts_own_is(code: str) -> None:
    assert landed(read(code, APART[code])) == ["op1", "op2", "annex-b-3"]


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("Decides to apply paragraph 5 and annex B;", ["op5", "annex-b"]),  # no paragraph of it is named
        ("Decides to apply paragraph 5, and annex B, paragraph 3;", ["op5", "annex-b-3"]),
        (
            "Decides to use paragraphs 1 and 2 and report on the provisions of paragraph 3 of annex B;",
            ["op1", "op2", "annex-b-3"],
        ),
    ],
)
def test_which_is_the_owner_of_no_list(said: str, to: list[str]) -> None:
    assert landed(read("en", said)) == to


def test_what_the_annex_has_not_is_the_texts_own() -> None:
    said = "Decides to apply paragraph 7 and paragraph 3 of annex B;"
    text = [PHRASE["en"], LINES["en"][0], *(f"{at}. {LINES['en'][1]}" for at in range(1, 8)), f"8. {said}", "Annex B"]
    text += [f"{at}. Lamps are lit." for at in range(1, 4)]
    found = converted("en", "\n\n".join(text) + "\n")
    assert [one.id for mark in found.internal for one in mark.landings] == ["op7", "annex-b-3"]


# The label of an article, and a paragraph that leads to another of its own.
ARTICLES = {
    "en": ("Article {}", "Lamps in paragraph 1 of this article burn."),
    "fr": ("Article {}", "Les lampes visées au paragraphe 1 du présent article brûlent."),
    "es": ("Artículo {}", "Las lámparas del párrafo 1 de este artículo arden."),
    "ru": ("Статья {}", "Лампы, указанные в пункте 1 настоящей статьи, горят."),
    "zh": ("第{}条", "本条第1段的灯燃烧。"),
    "ar": ("المادة {}", "المصابيح في الفقرة 1 من هذه المادة تحترق."),
}


@pytest.mark.parametrize("code", ARTICLES)
def test_a_paragraph_of_this_article_is_one_of_the_article_that_speaks(code: str) -> None:
    (label, said), (recital, act, item, *_) = ARTICLES[code], LINES[code]
    lines = [PHRASE[code], recital, f"{number(code, 1)} {act}", ANNEX[code]]
    for count, second in (("一", item), ("二", said)) if code == "zh" else (("1", item), ("2", said)):
        lines += [label.format(count), f"{number(code, 1)} {item}", f"{number(code, 2)} {second}"]
    (mark,) = converted(code, "\n\n".join(lines) + "\n").internal
    assert [f"{one.rpartition('-')[0]}-2" for one in mark.to] == [mark.place]


def test_a_number_alone_is_said_though_a_verb_stands_behind_it() -> None:
    found = read("en", "Decides that those to whom resolution 1373 applies, and those of resolution 300 lamps, wait;")
    assert [one.message[:6] for one in found.diagnostics if one.code == "citation-unread"] == ["“1373”"]
