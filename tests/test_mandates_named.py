"""Who a mandate means by a short name or a pronoun, and of which body's session it speaks."""

from __future__ import annotations

import pytest

from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.model import Sidecar

OTHERS = [  # whom a short name or a pronoun means, as who acts and as whom a report is for
    ("en", "The Security Council,\n\n1. Requests the Council to report on lamps;", [("Security Council", "SC", None)]),
    (
        "en",
        "The Security Council,\n\n1. Requests the Secretary-General to submit to it a report on lamps;",
        [("Secretary-General", "secretary-general", "Security Council")],
    ),
    (
        "en",
        "The General Assembly,\n\nRecalling the Economic and Social Council,\n\n1. Requests the Council to report;",
        [("Economic and Social Council", "ECOSOC", None)],
    ),
    (
        "fr",
        "L’Assemblée générale,\n\n1. Prie le Secrétaire général de lui présenter un rapport sur les phares ;",
        [("Secrétaire général", "secretary-general", "Assemblée générale")],
    ),
    (
        "es",
        "La Asamblea General,\n\n1. Pide al Secretario General que le presente un informe sobre los faros;",
        [("Secretario General", "secretary-general", "Asamblea General")],
    ),
    (
        "ru",
        "Генеральная Ассамблея,\n\n1. просит Генерального секретаря представить ей доклад о маяках;",
        [("Генерального секретаря", "secretary-general", "Генеральная Ассамблея")],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), OTHERS, ids=range(len(OTHERS)))
def test_who_is_meant_by_a_short_name_or_a_pronoun(
    lang: str, text: str, expected: list[tuple[str, str, str | None]], authorities: Authorities
) -> None:
    found = convert(Input("x.txt", lang, text.encode(), Sidecar("x", "")), authorities).mandates
    assert [(one.actor, one.actor_id, one.to) for one in found] == expected


def test_a_body_whose_name_begins_like_that_of_another_is_none(authorities: Authorities) -> None:
    text = (
        "Resolution adopted by the General Assembly on 3 May 2024\n\nThe General Assembly,\n\n1. Requests the"
        " Secretary-General to report to the Commission on the Watch of Lamps at its seventieth session;\n\n"
        "2. Requests the Secretary-General to report on the plan submitted to the Commission on Human Rights at its"
        " sixtieth session."
    )
    one, other = convert(Input("x.txt", "en", text.encode(), Sidecar("x", "")), authorities).mandates
    assert one.to == "Commission on the Watch of Lamps"
    assert one.due and (one.due.body, one.due.session) == (None, "70")
    assert (other.to, other.due) == (None, None)  # that body was no more


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "L’Assemblée générale,\n\n1. Prie le Secrétaire général de faire rapport à la Commission de la veille des"
            " lampes à sa soixante-dixième session ;",
        ),
        (
            "es",
            "La Asamblea General,\n\n1. Pide al Secretario General que presente un informe a la Comisión de la Vela de"
            " Lámparas en su septuagésimo período de sesiones;",
        ),
        (
            "ru",
            "Генеральная Ассамблея,\n\n1. просит Генерального секретаря представить доклад Комиссии по охране маяков на"
            " ее семидесятой сессии;",
        ),
    ],
)
def test_its_session_is_that_of_no_body_we_know(lang: str, text: str, authorities: Authorities) -> None:
    found = convert(Input("x.txt", lang, text.encode(), Sidecar("x", "")), authorities).mandates
    assert [(one.due.body, one.due.session) for one in found if one.due] == [(None, "70")]
