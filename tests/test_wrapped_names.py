"""An organ's name at the head of a wrapped line is no enacting phrase, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted

# A statement without an enacting phrase: its first words, what it says, and its last words.
STATEMENTS = {
    "en": (
        "At the 9978th meeting of the Security Council, held on 12 February 2091, in\nconnection with the item "
        "entitled “Lamps of the harbour”, the President made the\nfollowing statement on behalf of the Council:",
        "“The Security Council has counted the lamps and recalls resolution 9973 (2091).",
        "“The Security Council asks the keepers of all harbours for a list of {}\nin the longest winter nights.",
        "“The Security Council will count them again.”",
    ),
    "fr": (
        "À la 9978e séance du Conseil de sécurité, tenue le 12 février 2091, au sujet de\nla question intitulée "
        "« Lampes du port », le Président a fait la déclaration\nsuivante au nom du Conseil :",
        "« Le Conseil de sécurité a compté les lampes et rappelle la résolution 9973 (2091).",
        "« Le Conseil de sécurité demande aux gardiens de tous les ports une liste des {}\npendant les nuits d’hiver.",
        "« Le Conseil de sécurité les comptera de nouveau. »",
    ),
    "es": (
        "En la 9978ª sesión del Consejo de Seguridad, celebrada el 12 de febrero de 2091,\nen relación con el tema "
        "titulado “Lámparas del puerto”, la Presidencia formuló la\nsiguiente declaración en nombre del Consejo:",
        "“El Consejo de Seguridad ha contado las lámparas y recuerda la resolución 9973 (2091).",
        "“El Consejo de Seguridad pide a los guardianes de todos los puertos una lista de {}\nen invierno.",
        "“El Consejo de Seguridad las contará de nuevo.”",
    ),
    "ru": (
        "На 9978-м заседании Совета Безопасности, состоявшемся 12 февраля 2091 года, в\nсвязи с пунктом, озаглавленным "
        "«Лампы гавани», Председатель сделал следующее\nзаявление от имени Совета:",
        "«Совет Безопасности сосчитал лампы и ссылается на резолюцию 9973 (2091).",
        "«Совет Безопасности просит смотрителей всех гаваней составить список ламп, {}\nв долгие зимние ночи.",
        "«Совет Безопасности сосчитает их снова».",
    ),
    "zh": (
        "2091年2月12日，安全理事会在第9978次会议上审议题为“港口的灯”的项目，\n安理会主席代表安理会发表声明如下：",
        "“安全理事会数过了灯，并回顾第9973（2091）号决议。",
        "“安全理事会请所有港口的看守人列出一份灯的清单，说明在漫长的冬夜里如何使{}\n照亮整个港口。",
        "“安全理事会将再数一次。”",
    ),
    "ar": (
        "في الجلسة 9978 التي عقدها مجلس الأمن في 12 شباط/فبراير 2091 بشأن البند\nالمعنون ”مصابيح الميناء“، أدلى رئيس "
        "مجلس الأمن بالبيان التالي باسم المجلس:",
        "”أحصى مجلس الأمن المصابيح ويشير إلى القرار 9973 (2091).",
        "”يطلب مجلس الأمن إلى حراس جميع الموانئ قائمة بالمصابيح التي {}\nفي ليالي الشتاء كلها.",
        "”وسيحصيها مجلس الأمن مرة أخرى.“",
    ),
}
LED_TO = [
    ("en", "the\nCouncil, acting with them, could light"),
    ("en", "lamps by which\nthe Council, recalling the wicks, could see"),
    ("en", "what the Security\nCouncil, recalling the wicks, could light"),
    ("en", "lamps that the Economic and Social\nCouncil, noting the oil, could light"),
    ("en", "lamps for the Security\nCouncil."),
    ("fr", "lampes par lesquelles\nle Conseil, rappelant les mèches, pourrait éclairer le port"),
    ("fr", "lampes par lesquelles\nl’Assemblée générale, notant les mèches, pourrait éclairer le port"),
    ("es", "lámparas con que\nel Consejo, recordando las mechas, podría iluminar el puerto"),
    ("es", "lámparas con que\nla Asamblea General, observando las mechas, podría iluminar el puerto"),
    ("ru", "которыми\nСовет, отмечая фитили, мог бы осветить гавань"),
    ("ru", "которыми\nСовет Безопасности, ссылаясь на фитили, мог бы осветить гавань"),
    ("ru", "которыми Совет Безопасности, ссылаясь на фитили, мог бы осветить гавань"),
    ("ru", "которые хочет иметь\nСовет Безопасности."),
    ("zh", "\n安理会，回顾灯芯，"),
    ("zh", "\n大会，注意到灯芯，"),
    ("ar", "يستطيع بها\nمجلس الأمن، إذ يشير إلى الفتائل، أن يضيء"),
    ("ar", "يستطيع بها مجلس الأمن، إذ يشير إلى الفتائل، أن يضيء"),
    ("ar", "يريدها\nمجلس الأمن."),
]


def read(code: str, words: str) -> Expression:
    return converted(code, "\n\n".join(("S/PRST/2091/6", *STATEMENTS[code])).format(words) + "\n")


@pytest.mark.parametrize(("code", "words"), LED_TO)
def test_where_words_lead_to_it_a_sentence_goes_on(code: str, words: str) -> None:
    found = read(code, words)
    assert found.resolution.enacting is None
    assert len(found.resolution.masthead.blocks) == 1
    assert [one.target for one in found.citations] == ["S/RES/9973(2091)"]
    assert "masthead-line" not in [one.code for one in found.diagnostics]


TITLES = {
    "en": ("Lamps of the harbour", "The Security Council, recalling the wicks,"),
    "fr": ("Lampes du port", "Le Conseil de sécurité, rappelant les mèches,"),
    "es": ("Lámparas del puerto", "El Consejo de Seguridad, recordando las mechas,"),
    "ru": ("Лампы гавани", "Совет Безопасности, ссылаясь на фитили,"),
    "zh": ("港口的灯", "安全理事会，回顾灯芯，"),
    "ar": ("مصابيح الميناء", "مجلس الأمن، إذ يشير إلى الفتائل،"),
}


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
@pytest.mark.parametrize("code", TITLES)
def test_right_below_a_title_it_is_one(code: str, parted: str) -> None:
    acts = "1. Decides to buy oil." if code == "en" else ""
    found = converted(code, parted.join(("S/RES/9973 (2091)", *TITLES[code], acts)) + "\n").resolution
    assert found.enacting is not None
    assert found.paragraphs[0].kind == "preambular"


@pytest.mark.parametrize("code", TITLES)
def test_below_a_sentence_it_is_one_where_it_stands_apart(code: str) -> None:
    told = STATEMENTS[code][0].replace("\n", "" if code == "zh" else " ")
    found = converted(code, "\n\n".join((told, TITLES[code][1])) + "\n").resolution
    assert found.enacting is not None
