"""Letters of other alphabets as labels: to the last of them, and twice behind it; what leads to them finds them."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

ALPHABETS = {
    "ar": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnñopqrstuvwxyz",
}
LABELS = {"ar": "({})", "en": "({})", "ru": "{})", "es": "{})"}
LEAD = {"ar": "تقرر ما يلي:", "en": "Decides:", "ru": "постановляет:", "es": "Decide:"}
ITEM = {
    "ar": "إضاءة مصباح؛", "en": "To light a lamp;", "ru": "зажечь лампу;", "es": "Encender una lámpara;",
}  # fmt: skip
OWN = {
    "ar": "تطلب إلى الحراس تنفيذ الفقرة 1 {} أعلاه.",
    "en": "Requests the keepers to carry out paragraph 1 {} above.",
    "ru": "просит хранителей выполнить пункт 1 {} выше.",
    "es": "Pide a los guardianes que cumplan el párrafo 1 {} supra.",
}
OTHER = {
    "ar": "تشير إلى الفقرة 4 {} من قرارها 60/251.",
    "ru": "ссылается на пункт 4 {} своей резолюции 60/251.",
}


@pytest.mark.parametrize("code", sorted(ALPHABETS))
def test_a_list_goes_on_with_doubled_letters_behind_the_last_of_its_alphabet(code: str) -> None:
    """аа behind я came again as ю, in Arabic too, and words that lead to а list found nothing or another item."""
    printed = [*ALPHABETS[code], *(letter * 2 for letter in ALPHABETS[code][:3])]
    labels = [LABELS[code].format(one) for one in printed]
    items = [f"{label} {ITEM[code]}" for label in labels]
    above = [ENACTING[code], f"{number(code, 1)} {LEAD[code]}", *items]
    acts = [f"{number(code, at + 2)} {OWN[code].format(label)}" for at, label in enumerate(labels)]
    found = read_lines(code, "txt", *above, *acts)
    subs = [one for one in found.resolution.paragraphs if one.kind == "sub"]
    assert [one.label.text for one in subs if one.label] == labels
    assert len({one.id for one in subs}) == len(labels)
    assert not {"label-implausible", "label-mended"} & {one.code for one in found.diagnostics}
    wanted = [one.id for one in subs if one.label and "ñ" not in one.label.text]
    led = [meant for one in found.internal for meant in one.to]
    assert [one for one in led if one in wanted] == wanted


@pytest.mark.parametrize("code", sorted(OTHER))
def test_a_letter_of_another_work_is_its_pinpoint(code: str) -> None:
    """Russian ones behind д were lost, in silence."""
    for letter, latin in ((ALPHABETS[code][7], "h"), (ALPHABETS[code][26], "aa"), (ALPHABETS[code][0] * 2, "cc")):
        words = OTHER[code].format(LABELS[code].format(letter))
        found = read_lines(code, "txt", ENACTING[code], f"{number(code, 1)} {words}")
        assert [[part.label for part in one.pinpoints] for one in found.citations] == [[f"4({latin})"]]
