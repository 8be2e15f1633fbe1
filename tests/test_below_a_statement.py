"""A line below a statement (its symbol, a day, the organ's name) is no end of its masthead, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted

SYMBOL = "S/PRST/2031/17"
ORGAN = {"en": "Security Council", "fr": "Conseil de sécurité", "es": "Consejo de Seguridad"} | {
    "ru": "Совет Безопасности", "zh": "安全理事会", "ar": "مجلس الأمن",
}  # fmt: skip
KIND = {
    "en": "Statement by the President of the Security Council",
    "fr": "Déclaration du Président du Conseil de sécurité",
    "es": "Declaración de la Presidencia del Consejo de Seguridad",
    "ru": "Заявление Председателя Совета Безопасности",
    "zh": "安全理事会主席的声明",
    "ar": "بيان من رئيس مجلس الأمن",
}
OPENING = {
    "en": "At the 9183rd meeting of the Security Council, held on 21 July 2031, the President of the Security Council"
    " made the following statement on the lamps of the harbours:",
    "fr": "À la 9183e séance du Conseil de sécurité, tenue le 21 juillet 2031, le Président du Conseil de sécurité a"
    " fait la déclaration suivante sur les lampes des ports :",
    "es": "En la 9183a sesión del Consejo de Seguridad, celebrada el 21 de julio de 2031, la Presidencia del Consejo"
    " formuló la siguiente declaración sobre las lámparas de los puertos:",
    "ru": "На 9183-м заседании Совета Безопасности, состоявшемся 21 июля 2031 года, Председатель Совета Безопасности"
    " сделал следующее заявление о лампах гаваней:",
    "zh": "在2031年7月21日安全理事会第9183次会议上，安全理事会主席就港口的灯发表声明如下：",
    "ar": "في الجلسة 9183 التي عقدها مجلس الأمن في 21 تموز/يوليه 2031، أدلى رئيس مجلس الأمن بالبيان التالي عن"
    " مصابيح الموانئ:",
}
WORDS = {
    "en": "“The Security Council recalls its resolution 9353 (2029) and commends the keepers of the lamps.”",
    "fr": "« Le Conseil de sécurité rappelle sa résolution 9353 (2029) et félicite les gardiens des lampes. »",
    "es": "“El Consejo de Seguridad recuerda su resolución 9353 (2029) y encomia a los guardianes de las lámparas.”",
    "ru": "«Совет Безопасности ссылается на свою резолюцию 9353 (2029) и высоко оценивает смотрителей ламп».",
    "zh": "“安全理事会回顾其第9353(2029)号决议，并赞扬守灯人。”",
    "ar": "”يشير مجلس الأمن إلى قراره 9353 (2029) ويشيد بحراس المصابيح.“",
}
LATER = {"en": "22 July 2031", "fr": "22 juillet 2031", "es": "22 de julio de 2031"} | {
    "ru": "22 июля 2031 года", "zh": "2031年7月22日", "ar": "22 تموز/يوليه 2031",
}  # fmt: skip
LANGUAGES = tuple(ORGAN)


def _read(lang: str, *below: str, above: str = SYMBOL) -> Expression:
    return converted(lang, "\n\n".join((above, ORGAN[lang], KIND[lang], OPENING[lang], WORDS[lang], *below)))


def _known(one: Expression) -> tuple[str | None, str | None, str, list[str | None]]:
    head = one.resolution.masthead
    return head.symbol, head.date, head.kind, [cited.target for cited in one.citations]


WHOLE = (SYMBOL, "2031-07-21", "presidential-statement", ["S/RES/9353(2029)"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_symbol_again_is_of_the_page(lang: str) -> None:
    read = _read(lang, SYMBOL)
    assert _known(read) == WHOLE
    assert [one.id for one in read.resolution.paragraphs] == ["p1", "op1"]
    assert [one.code for one in read.diagnostics] == ["no-enacting-phrase"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_below_is_not_that_of_the_meeting(lang: str) -> None:
    read = _read(lang, LATER[lang])
    assert _known(read) == WHOLE
    assert [one.text.text for one in read.resolution.paragraphs][-1] == LATER[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_symbol_below_alone_is_the_statements_own(lang: str) -> None:
    assert _known(_read(lang, SYMBOL, above="")) == WHOLE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_organ_again_is_no_enacting_phrase(lang: str) -> None:
    assert _known(_read(lang, ORGAN[lang])) == WHOLE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_statement_without_its_first_sentence(lang: str) -> None:
    read = converted(lang, "\n\n".join((SYMBOL, ORGAN[lang], KIND[lang], WORDS[lang], LATER[lang])))
    assert [one.target for one in read.citations] == ["S/RES/9353(2029)"]
    assert [one.id for one in read.resolution.paragraphs] == ["op1", "p1"]
