"""Words that go on behind the items of a list with the sentence above it: (a) …; (b) …, shall put out their lamps."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, made, number

CODES = ("ar", "en", "es", "fr", "ru", "zh")
LABELS = {"ar": ("(أ)", "(ب)"), "en": ("(a)", "(b)"), "zh": ("(a)", "(b)")}
SIGNS = {"ar": ("،", "؛"), "zh": ("，", "；"), "fr": (",", " ;")}
LEAD = {
    "en": "Decides that the owners of the lamps:",
    "fr": "Décide que les propriétaires des lampes :",
    "es": "Decide que los dueños de las lámparas:",
    "ru": "постановляет, что владельцы ламп:",
    "zh": "决定下列灯主：",
    "ar": "تقرر أن أصحاب المصابيح:",
}
FIRST = {
    "en": "Who live on the northern coast of the harbour",
    "fr": "Qui habitent la côte nord du port",
    "es": "Que viven en la costa norte del puerto",
    "ru": "которые живут на северном берегу гавани",
    "zh": "居住在港口北岸者",
    "ar": "الذين يعيشون على الساحل الشمالي للميناء",
}
LAST = {
    "en": "Who have more than three lamps in their houses",
    "fr": "Qui ont plus de trois lampes dans leurs maisons",
    "es": "Que tienen más de tres lámparas en sus casas",
    "ru": "у которых в домах больше трех ламп",
    "zh": "家中有三盏以上灯者",
    "ar": "الذين لديهم أكثر من ثلاثة مصابيح في بيوتهم",
}
CLOSE = {
    "en": "shall put out all their lamps at night and shall pay for the oil that the keepers of the port bring them;",
    "fr": "éteignent la nuit toutes leurs lampes et paient l’huile que leur apportent les gardiens du port ;",
    "es": "apagarán de noche todas sus lámparas y pagarán el aceite que les traigan los guardianes del puerto;",
    "ru": "гасят ночью все свои лампы и платят за масло, которое приносят им хранители гавани и их помощники;",
    "zh": "应在夜间熄灭其所有的灯，并支付港口守灯人及其助手每月送来的灯油、灯芯和玻璃的全部费用；",
    "ar": "يطفئون ليلا جميع مصابيحهم ويدفعون ثمن الزيت الذي يجلبه لهم حراس الميناء ومساعدوهم؛",
}
ACT = {
    "en": "Requests the keepers to count the lamps.",
    "fr": "Prie les gardiens de compter les lampes.",
    "es": "Pide a los guardianes que cuenten las lámparas.",
    "ru": "просит хранителей сосчитать лампы.",
    "zh": "请守灯人清点灯。",
    "ar": "تطلب إلى الحراس أن يحصوا المصابيح.",
}


def lines(code: str, labels: tuple[str, str], sign: str) -> list[str]:
    """A paragraph with a list whose last item ends in a sign, the words behind it, another paragraph."""
    comma, semicolon = SIGNS.get(code, (",", ";"))
    return [
        ENACTING[code],
        f"{number(code, 1)} {LEAD[code]}",
        f"{labels[0]} {FIRST[code]}{semicolon}",
        f"{labels[1]} {LAST[code]}{comma if sign == ',' else semicolon}",
        CLOSE[code],
        f"{number(code, 2)} {ACT[code]}",
    ]


@pytest.mark.parametrize("sign", [",", ";"])
@pytest.mark.parametrize("code", CODES)
def test_words_behind_a_list_are_a_paragraph_of_their_own(code: str, sign: str) -> None:
    """With letters, dashes and numbers, in every layout; below a comma they ran into the last item, in silence."""
    for labels in (LABELS.get(code, ("a)", "b)")), ("–", "–"), ("(i)", "(ii)")):
        whole = lines(code, labels, sign)
        for form, text in (("txt", "\n".join(whole)), ("txt", "\n\n".join(whole)), ("html", made("html", *whole))):
            found = converted(code, text, form)
            shape = [one.kind for one in found.resolution.paragraphs]
            assert shape == ["operative", "sub", "sub", "plain", "operative"], (labels, form)
            assert found.resolution.paragraphs[3].text.text == CLOSE[code]
            if sign == ",":
                assert not {"plain-paragraph", "break-doubtful"} & {one.code for one in found.diagnostics}, (
                    labels,
                    form,
                )


@pytest.mark.parametrize("code", ["en", "es", "fr"])
def test_an_item_goes_on_below_a_full_line_that_ends_in_a_comma(code: str) -> None:
    above, lead, first, last, close, below = lines(code, LABELS.get(code, ("a)", "b)")), ",")
    full = f"{last} {close[: 95 - len(last)].rpartition(' ')[0]},"
    rest = close[:60].rpartition(" ")[0] + ";"
    found = converted(code, "\n".join((above, lead, first, full, rest, below, close)))
    assert [one.kind for one in found.resolution.paragraphs][:4] == ["operative", "sub", "sub", "operative"]
