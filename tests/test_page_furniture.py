"""What a page adds to a text, by its shape: the same in every language, the words from the language's page."""

from __future__ import annotations

import pytest

from converter.language_files import available
from converter.languages import load
from tests.language_examples import AUTHORITIES

ALIKE = {
    "A/81/929": "symbol", "S/2031/17 (2031)*": "symbol", "- 3 -": "page-number", "12": "page-number",
    "3/12": "page-number", "A/81/929 4": "running-head", "4 A/81/929": "running-head", "31-04512 (E)": "job-number",
    "31-04512* (E) 140331": "job-number", "(A) 31-04512 2/7": "job-number", "GE.31-04512 )A(": "job-number",
    "31-04512 3/4": "job-number", "3/4 31-04512": "job-number", "3104512E (E) 140331 /...": "job-number",
    "31-04512 2460h (E) /...": "job-number", "31-04512 2460h": "job-number", "31-04512 2460H (E)": "job-number",
    "/...": "catchword", "*3104512*": "bar-code", "_____": "rule",
}  # fmt: skip
PAGES = {
    "en": ["Page 3", "page 3 of 12"],
    "fr": ["Page 3", "PAGE 3 sur 12", "Page 3 de 12"],
    "es": ["Página 3", "página 3 de 12"],
    "ru": ["Стр. 3", "страница 3 из 12", "Page 3"],
    "zh": ["第3页", "第 3 页，共 12 页", "第3页共12页"],
    "ar": ["الصفحة 3", "صفحة 3 من 12", "Page 3"],
}
RECYCLED = {
    "en": "Please recycle", "fr": "Merci de recycler", "es": "Se ruega  reciclar", "zh": "请回收利用",
    "ru": "Просьба отправить на вторичную переработку", "ar": "الرجاء إعادة التدوير",
}  # fmt: skip

SITES = {
    "en": ["Back to top", "^ Back to top", "© United Nations", "© United Nations, 2031. All rights reserved."],
    "fr": ["Haut de page", "↑ Retour en haut", "© Nations Unies 2031 – Tous droits réservés"],
    "es": ["Volver arriba", "© Naciones Unidas, 2031", "Todos los derechos reservados"],
    "ru": ["Наверх", "К началу страницы", "© Организация Объединенных Наций, 2031. Все права защищены."],
    "zh": ["返回顶部", "© 联合国 2031 版权所有"],
    "ar": ["أعلى الصفحة", "© الأمم المتحدة 2031، جميع الحقوق محفوظة"],
}


def kind(code: str, line: str) -> str | None:
    rules = load(code, AUTHORITIES).page.furniture
    return next((kind for kind, pattern in rules if pattern.match(line)), None)


@pytest.mark.parametrize("code", available())
def test_the_same_shapes_in_every_language(code: str) -> None:
    assert {line: kind(code, line) for line in ALIKE} == ALIKE


@pytest.mark.parametrize("code", available())
def test_the_words_are_the_languages_own(code: str) -> None:
    assert [kind(code, line) for line in PAGES[code]] == ["page-number"] * len(PAGES[code])
    assert kind(code, RECYCLED[code]) == "recycle-mark"
    assert kind(code, f"A/81/929 {PAGES[code][0]}") == "running-head"


@pytest.mark.parametrize("code", available())
def test_what_a_site_puts_below_a_text_is_none_of_it(code: str) -> None:
    """It was a paragraph without a place in the text."""
    assert [kind(code, line) for line in SITES[code]] == ["site-line"] * len(SITES[code])
    assert kind(code, f"{SITES[code][0]} 12 A") is None


@pytest.mark.parametrize(
    "line", ["A/81/929.", "12 lamps", "Page three", "第五", "31-0451", "__", "*OIL", "See A/81/929"]
)
@pytest.mark.parametrize("code", available())
def test_words_of_the_text_are_none(code: str, line: str) -> None:
    assert kind(code, line) is None
