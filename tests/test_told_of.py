"""Which document may have the paragraph that is named behind it, in six languages."""

from __future__ import annotations

import pytest

from converter.annotate.found import Found
from tests.language_examples import language, read_citations, resolution

BEHIND_SEMICOLON = {
    "en": "Welcomes the report on lamps; keeps the pause imposed by paragraph 1;",
    "fr": "Accueille le rapport sur les lampes ; maintient la pause imposée par le paragraphe 1 ;",
    "es": "Acoge el informe sobre las lámparas; mantiene la pausa impuesta por el párrafo 1;",
    "ru": "принимает доклад о лампах; сохраняет остановку в соответствии с пунктом 1;",
    "ar": "يحيط علما بالتقرير عن المصابيح؛ ويبقي على الوقف عملا بالفقرة 1؛",
    "zh": "欢迎关于灯的报告；决定根据第1段停钟；",
}
BEHIND_OWN = {
    "en": "Welcomes the report on the lamps in paragraph 2 above, and keeps the pause imposed by paragraph 1;",
    "fr": "Accueille le rapport sur le paragraphe 2 ci-dessus, et maintient la pause imposée par le paragraphe 1 ;",
    "es": "Acoge el informe sobre el párrafo 2 supra, y mantiene la pausa impuesta por el párrafo 1;",
    "ru": "принимает доклад о пункте 2 выше, и сохраняет остановку в соответствии с пунктом 1;",
    "ar": "يحيط علما بالتقرير عن الفقرة 2 أعلاه، ويبقي على الوقف عملا بالفقرة 1؛",
    "zh": "欢迎报告说明上文第2段，决定根据第1段停钟；",
}
KNOWN = {
    "en": "Welcomes the report on lamps and keeps the pause imposed by paragraph 1;",
    "fr": "Accueille le rapport sur les lampes et maintient la pause imposée par le paragraphe 1 ;",
    "es": "Acoge el informe sobre las lámparas y mantiene la pausa impuesta por el párrafo 1;",
    "ru": "принимает доклад о лампах, и сохраняет остановку в соответствии с пунктом 1;",
    "ar": "يحيط علما بالتقرير عن المصابيح، ويبقي على الوقف عملا بالفقرة 1؛",
    "zh": "欢迎关于灯的报告，决定根据第1段停钟；",
}


def found_in(code: str, said: str) -> Found:
    lamps = "灯；" if code == "zh" else "Lamps;"
    return read_citations(resolution(code, "SC", [lamps, lamps, said], ["operative"] * 3), language(code))


def landings(found: Found) -> list[str]:
    return [to for one in found.internal for to in one.to]


@pytest.mark.parametrize("code", KNOWN)
def test_of_a_document_that_is_known_it_is_said(code: str) -> None:
    found = found_in(code, KNOWN[code])
    assert (landings(found), [one.remark.code for one in found.said]) == ([], ["pinpoint-doubtful"])


@pytest.mark.parametrize("code", BEHIND_SEMICOLON)
def test_behind_a_semicolon_a_document_is_told_of_no_more(code: str) -> None:
    found = found_in(code, BEHIND_SEMICOLON[code])
    assert (landings(found), found.said) == (["op1"], ())


@pytest.mark.parametrize("code", BEHIND_OWN)
def test_behind_a_paragraph_of_the_text_itself_it_goes_on_with_its_own(code: str) -> None:
    found = found_in(code, BEHIND_OWN[code])
    assert (landings(found), found.said) == (["op2", "op1"], ())


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Asks the keepers to make a plan for the removal of all lamps listed in paragraph 1;"),
        ("en", "Asks for periodic reports on lamps and on the pause imposed by paragraph 1;"),
        ("en", "Asks the keepers to offer, within a day, proposals for the oil bought in accordance with paragraph 1;"),
        ("en", "Notes that, once a letter is written, the lamps contemplated in paragraph 1 burn;"),
        ("en", "Welcomes the plan of the keepers discussed in paragraph 1;"),
        ("fr", "Demande un rapport sur les lampes et sur la pause imposée par le paragraphe 1 ;"),
        ("es", "Pide un informe sobre las lámparas y sobre la pausa impuesta por el párrafo 1;"),
    ],
)
def test_a_document_that_is_still_to_be_made_has_no_paragraphs(code: str, said: str) -> None:
    found = found_in(code, said)
    assert (landings(found), found.said) == (["op1"], ())


@pytest.mark.parametrize(
    "said",
    [
        "Welcomes a letter dated 3 May 2001 on lamps and the pause imposed by paragraph 1;",
        "Welcomes the keepers' final progress report and the pause imposed by paragraph 1;",
        "Welcomes Ostrania's report and the pause imposed by paragraph 1;",
        "Recalls resolution 2950 (2094); keeps the pause imposed by paragraph 1;",
        "Welcomes the report on the lamps in paragraph 2 above, the letter on oil and the pause under paragraph 1;",
    ],
)
def test_of_one_that_is_known_by_its_date_or_its_author_it_is_said(said: str) -> None:
    found = found_in("en", said)
    assert [one.remark.code for one in found.said] == ["pinpoint-doubtful"]
    assert "op1" not in landings(found)
