"""Titles right below the label of an annex, an appendix, an enclosure or a section, in every layout of a page."""

from __future__ import annotations

import textwrap

import pytest

from tests.reading import ENACTING, converted, number

CODES = ("ar", "en", "es", "fr", "ru", "zh")
LABELS = {
    "en": ("Annex", "Annex II", "Appendix", "Enclosure", "III"),
    "fr": ("Annexe", "Annexe II", "Appendice", "Pièce jointe", "III"),
    "es": ("Anexo", "Anexo II", "Apéndice", "Documento adjunto", "III"),
    "ru": ("Приложение", "Приложение II", "Добавление", "Дополнение", "III"),
    "zh": ("附件", "附件二", "附录", "附文", "三"),
    "ar": ("المرفق", "المرفق الثاني", "التذييل", "الضميمة", "III"),
}
ONE = {
    "en": "Rules of the keepers of the lamps",
    "fr": "Règlement des gardiens des lampes",
    "es": "Reglamento de los guardianes de las lámparas",
    "ru": "Правила хранителей ламп",
    "zh": "守灯人规则",
    "ar": "قواعد حراس المصابيح",
}
TWO = {
    "en": "Rules of the keepers of the lamps and of the owners of the old and new houses in\nwhich they stand",
    "fr": "Règlement des gardiens des lampes et des propriétaires des maisons anciennes et neuves\noù elles brûlent",
    "es": "Reglamento de los guardianes de las lámparas y de los dueños de las casas viejas y nuevas\nen que se ven",
    "ru": "Правила хранителей ламп и владельцев старых и новых домов, в которых эти лампы стоят с\nдавних пор",
    "zh": "关于港口守灯人以及安放这些灯的新旧房屋的房主在夜间和白天应如何看管这些灯并为其添油的\n规则和程序",
    "ar": "قواعد حراس المصابيح وأصحاب البيوت القديمة والجديدة التي توجد فيها هذه المصابيح منذ زمن\nبعيد في الميناء",
}
PROSE = {
    "en": "The keepers of the harbour and the owners of the lamps welcome this plan, which will make\nsure all burn.",
    "fr": "Les gardiens du port et les propriétaires des lampes saluent ce plan, qui fera que toutes\ntoutes brûlent.",
    "es": "Los guardianes del puerto y los dueños de las lámparas acogen este plan, que hará que todas\nardan.",
    "ru": "Хранители гавани и владельцы ламп приветствуют этот план, который обеспечит, чтобы все лампы\nгорели.",
    "zh": "港口的守灯人和灯主欢迎这项计划，它将确保港口所有的灯夜间都点亮，任何人都不必在黑暗中\n行走。",
    "ar": "يرحب حراس الميناء وأصحاب المصابيح بهذه الخطة التي ستكفل إضاءة جميع مصابيح الميناء في\nالليل.",
}
SHORT = {
    "en": "The owners put out their lamps.",
    "fr": "Les propriétaires éteignent leurs lampes.",
    "es": "Los dueños apagan sus lámparas.",
    "ru": "Владельцы гасят свои лампы.",
    "zh": "灯主熄灭其灯。",
    "ar": "يطفئ أصحاب المصابيح مصابيحهم.",
}
COUNCIL = {  # of a decision that is annexed: whose body no page knows, and how it recalls
    "en": ("The Executive Council,", "Recalling its decision on the oil of the harbour,"),
    "fr": ("Le Conseil exécutif,", "Rappelant sa décision sur l’huile du port,"),
    "es": ("El Consejo Ejecutivo,", "Recordando su decisión sobre el aceite del puerto,"),
    "ru": ("Исполнительный совет,", "ссылаясь на свое решение о масле гавани,"),
    "zh": ("执行理事会，", "回顾其关于港口用油的决定，"),
    "ar": ("إن المجلس التنفيذي،", "إذ يشير إلى مقرره بشأن زيت الميناء،"),
}
LETTERS = {"ar": "(أ) {0}\n(ب) {0}", "en": "(a) {0}\n(b) {0}", "zh": "(a) {0}\n(b) {0}"}
NAMES = {
    "ar": ("أندرس ليشتر", "برتا دوشت", "كارل أوليوم"),
    "ru": ("Андерс Лихтер", "Берта Дохт", "Карл Олеум"),
    "zh": ("安德斯", "贝塔", "卡尔"),
}
LAYOUTS = ("{0}\n{1}\n{2}", "{0}\n\n{1}\n\n{2}", "{0}\n{1}\n\n{2}")
ACTS = {
    "en": "Adopts the rules of the keepers, which stand in the annexes to the present resolution, and thanks them all.",
    "fr": "Adopte le règlement des gardiens, qui figure dans les annexes à la présente résolution, et les remercie.",
    "es": "Aprueba el reglamento de los guardianes, que figura en los anexos de la presente resolución, y los elogia.",
    "ru": "принимает правила хранителей, которые содержатся в приложениях к настоящей резолюции, и благодарит их.",
    "zh": "通过载于本决议各附件的守灯人规则，并请所有守灯人、灯主和船主从明年起在港口以及所有房屋中遵守。",
    "ar": "تعتمد قواعد الحراس، الواردة في مرفقات هذا القرار، وتطلب إلى جميع أصحاب المصابيح أن يتبعوها.",
}

Told = list[tuple[str, str]]


def below(code: str, what: str) -> str:
    """What stands below a title."""
    one = f"{number(code, 1)} {SHORT[code]}"
    return {
        "prose": PROSE[code],
        "numbers": f"{one}\n{number(code, 2)} {SHORT[code]}",
        "letters": LETTERS.get(code, "a) {0}\nb) {0}").format(SHORT[code]),
        "dashes": f"– {SHORT[code]}\n– {SHORT[code]}",
        "council": "\n".join((*COUNCIL[code], one)),
    }[what]


def wrapped(words: str, code: str) -> str:
    """Words as a page has them that is 90 columns wide."""
    return textwrap.fill(words, 44 if code == "zh" else 88)


def read(code: str, annexes: str, apart: bool = False) -> Told:
    """Kind and words of what stands below the first label."""
    between = "\n\n" if apart else "\n"
    acts = (wrapped(f"{number(code, count)} {ACTS[code]}", code) for count in (1, 2))
    above = between.join((ENACTING[code], *acts))
    found = converted(code, f"{above}{between}{annexes}\n").resolution.paragraphs
    first = next(at for at, one in enumerate(found) if one.id.startswith(("annex", "appendix", "h")))
    return [(one.kind, one.text.text.replace(" ", "")) for one in found[first:]]


@pytest.mark.parametrize("what", ["prose", "numbers", "letters", "dashes", "council"])
@pytest.mark.parametrize("code", CODES)
def test_a_title_is_a_heading_in_every_layout(code: str, what: str) -> None:
    """In small letters and in capitals, in one line and wrapped; what stands below it begins below it."""
    titles = [ONE[code], TWO[code], *([TWO[code].upper()] if code not in ("ar", "zh") else [])]
    label, words = LABELS[code][0], below(code, what)
    paragraphs = 1 if what == "prose" else len(words.split("\n"))
    for title in titles:
        for layout in LAYOUTS:
            found = read(code, layout.format(label, title, words), apart="\n\n" in layout)
            assert found[1] == ("heading", "".join(title.split())), (title, layout)
            assert [kind for kind, _ in found[2:]] == ["plain"] * paragraphs, (title, layout)


@pytest.mark.parametrize("code", CODES)
def test_every_label_may_stand_above_a_title(code: str) -> None:
    for label in LABELS[code]:
        one, two = (f"{label}\n{title}\n{PROSE[code]}" for title in (ONE[code], TWO[code]))
        found = read(code, f"{LABELS[code][0]}\n{ONE[code]}\n{PROSE[code]}\n{one}\n{two}")
        assert [kind for kind, _ in found] == ["heading", "heading", "plain"] * 3, label


@pytest.mark.parametrize("code", CODES)
def test_what_begins_an_annex_without_a_title_is_none(code: str) -> None:
    """Prose, ragged prose, who decides, sentences."""
    first, second = PROSE[code].split("\n")
    glue = "" if code == "zh" else " "
    words = f"{first}{glue}{second}".split(glue or None)
    at = len(words) // 3
    ragged = (
        [f"{first[: len(first) // 2]}\n{first[len(first) // 2 :]}{second}"]
        if code == "zh"
        else [f"{' '.join(words[:at])}\n{' '.join(words[at:])}"]
    )
    for lines in (PROSE[code], *ragged, below(code, "council"), f"{SHORT[code]}\n{SHORT[code]}"):
        kinds = [kind for kind, _ in read(code, f"{LABELS[code][0]}\n{lines}")]
        assert kinds[0] == "heading" and "heading" not in kinds[1:], lines


@pytest.mark.parametrize("code", CODES)
def test_names_below_a_title_stand_line_below_line(code: str) -> None:
    """On a page without space: two of them ran together, in silence."""
    names = NAMES.get(code, ("Anders Lichter", "Berta Docht", "Carl Oleum"))
    found = read(code, "\n".join((LABELS[code][0], ONE[code], *names)))
    assert found[1][0] == "heading"
    assert found[2:] == [("plain", name.replace(" ", "")) for name in names]
