"""Who a mandate means by a short name or a pronoun, and of which body's session it speaks."""

from __future__ import annotations

import pytest

from converter.annotate.due import Adopted, find_due
from converter.authorities import Authorities
from converter.languages import load
from tests.reading import converted

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
    lang: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = converted(lang, text).mandates
    assert [(one.actor, one.actor_id, one.to) for one in found] == expected


def test_a_body_whose_name_begins_like_that_of_another_is_none() -> None:
    text = (
        "Resolution adopted by the General Assembly on 3 May 2024\n\nThe General Assembly,\n\n1. Requests the"
        " Secretary-General to report to the Commission on the Watch of Lamps at its seventieth session;\n\n"
        "2. Requests the Secretary-General to report on the plan submitted to the Commission on Human Rights at its"
        " sixtieth session."
    )
    one, other = converted("en", text).mandates
    assert one.to == "Commission"  # on what, nobody can tell: it is on no list
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
def test_its_session_is_that_of_no_body_we_know(lang: str, text: str) -> None:
    found = converted(lang, text).mandates
    assert [(one.due.body, one.due.session) for one in found if one.due] == [(None, "70")]


@pytest.mark.parametrize(
    ("lang", "clause", "organ"),
    [
        ("en", "report to the Human Rights Council and to the General Assembly at its ninetieth session", "GA"),
        ("en", "report to the Human Rights Council, for the General Assembly, at its ninetieth session", "HRC"),
        ("en", "report to the General Assembly and the Human Rights Council at its ninetieth session", "HRC"),
        ("fr", "faire rapport au Conseil des droits de l’homme et à l’Assemblée générale à sa quatre-vingt-dixième"
         " session", "GA"),
        ("es", "que informe al Consejo de Derechos Humanos y a la Asamblea General en su nonagésimo período de"
         " sesiones", "GA"),
        ("ru", "представить доклад Совету по правам человека и Генеральной Ассамблее на ее девяностой сессии", "GA"),
        ("ar", "تقديم تقرير إلى مجلس حقوق الإنسان وإلى الجمعية العامة في دورتها التسعين", "GA"),
        ("zh", "向人权理事会和大会第九十届会议提交报告", "GA"),
    ],
)  # fmt: skip
def test_of_two_bodies_that_are_joined_its_session_is_the_last_one_s(
    lang: str, clause: str, organ: str, authorities: Authorities
) -> None:
    found = find_due(clause, Adopted("GA", "2030-12-18"), load(lang, authorities))
    assert found and (found.due.body, found.due.session) == (organ, "90")


ASSEMBLY = "Resolution adopted by the General Assembly on 3 May 2024\n\nThe General Assembly,\n\n"
SECURITY = "Resolution adopted by the Security Council on 3 May 2024\n\nThe Security Council,\n\n"
SOCIAL = "Resolution adopted by the Economic and Social Council on 3 May 2024\n\nThe Economic and Social Council,\n\n"
ASSEMBLY_FR = "Résolution adoptée par l’Assemblée générale le 3 mai 2024\n\nL’Assemblée générale,\n\n"
ASSEMBLY_ES = "Resolución aprobada por la Asamblea General el 3 de mayo de 2024\n\nLa Asamblea General,\n\n"
ASSEMBLY_RU = "Резолюция, принятая Генеральной Ассамблеей 3 мая 2024 года\n\nГенеральная Ассамблея,\n\n"
GIVEN = [  # a text; to whom its last mandate gives a report; the body and the number of the session at which it is due
    (
        "en",
        f"{ASSEMBLY}1. Requests the Secretary-General to report to the Commission on Narcotic Drugs at its seventieth"
        " session.",
        ("Commission on Narcotic Drugs", None, "70"),
    ),
    (
        "en",
        f"{ASSEMBLY}1. Requests the Secretary-General to report to the Commission for Social Development on lamps at"
        " its seventieth session.",
        ("Commission for Social Development", None, "70"),
    ),
    (
        "en",
        f"{SOCIAL}1. Requests the Commission on the Status of Women to consider lamps, and requests the Secretary-"
        "General to submit to the Commission at its seventy-first session a report on lamps.",
        ("Commission", None, "71"),
    ),
    (
        "en",
        f"{ASSEMBLY}1. Requests the Secretary-General to submit to the Council of Europe a report on lamps.",
        ("Council of Europe", None, None),
    ),
    (
        "en",
        f"{SECURITY}1. Requests the Secretary-General to report to the Council on the Middle Sea and on the Long Reef.",
        ("Council", None, None),
    ),
    (
        "en",
        f"{SECURITY}1. Requests the Secretary-General to report to the Council on the Reef at its ninetieth session.",
        ("Council", "SC", "90"),
    ),
    (
        "fr",
        f"{ASSEMBLY_FR}1. Prie le Secrétaire général de faire rapport à la Commission à sa soixante-dixième session.",
        ("Commission", None, "70"),
    ),
    (
        "fr",
        f"{ASSEMBLY_FR}1. Prie le Secrétaire général de faire rapport à la Commission des stupéfiants à sa"
        " soixante-dixième session.",
        ("Commission des stupéfiants", None, "70"),
    ),
    (
        "es",
        f"{ASSEMBLY_ES}1. Pide al Secretario General que presente un informe a la Comisión de Estupefacientes en su"
        " septuagésimo período de sesiones.",
        ("Comisión de Estupefacientes", None, "70"),
    ),
    (
        "ru",
        f"{ASSEMBLY_RU}1. просит Генерального секретаря представить доклад Комиссии по наркотическим средствам на ее"
        " семидесятой сессии.",
        ("Комиссии по наркотическим средствам", None, "70"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), GIVEN, ids=range(len(GIVEN)))
def test_the_printed_name_and_the_session_stay_where_no_body_is_known(
    lang: str, text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    last = converted(lang, text).mandates[-1]
    due = (last.due.body, last.due.session) if last.due else (None, None)
    assert (last.to, *due) == expected


@pytest.mark.parametrize(
    ("before", "name", "key"),
    [
        ("1. Welcomes the Economic and Social Council;\n\n2. ", "Economic and Social Council", "ECOSOC"),
        ("1. Welcomes the Economic and Social Council, and the lamps of the Council;\n\n2. ",
         "Economic and Social Council", "ECOSOC"),
        ("1. Recalls Security Council resolution 1325 (2000);\n\n2. Thanks the Economic and Social Council and ",
         "Economic and Social Council", "ECOSOC"),
        ("1. Recalls Security Council resolution 1325;\n\n2. Thanks the Executive Council;\n\n3. ", "Council", None),
        ("1. Recalls Security Council resolution 1325;\n\n2. Thanks the Lighthouse Council;\n\n3. ", "Council", None),
        ("1. Recalls Security Council resolution 1325;\n\n2. Thanks the Council of Lamps;\n\n3. ", "Council", None),
        ("1. Thanks the Security Council;\n\n2. Thanks the Economic and Social Council;\n\n3. ", "Council", None),
        ("1. Thanks the Economic and Social Council, commends the work of the Security Council Committee, and ",
         "Council", None),
        ("1. Thanks the Economic and Social Council, commends the Trusteeship Council, and ", "Council", None),
        ("1. Thanks the Lighthouse Council, and ", "Council", None),
    ],
)  # fmt: skip
def test_the_council_is_the_nearest_or_the_only_one(before: str, name: str, key: str | None) -> None:
    text = f"{ASSEMBLY}{before}Requests the Council to report by 2033."
    if "and Requests" in text:
        text = text.replace("and Requests", "and requests")
    found = converted("en", text).mandates[-1]
    assert (found.actor, found.actor_id) == (name, key)


@pytest.mark.parametrize(
    ("lang", "text", "actor"),
    [
        ("en", "The General Assembly,\n\n1. Requests all States, including those of the coast, to light lamps.",
         "all States"),
        ("en", "The General Assembly,\n\n1. Requests the Secretary-General, including his envoys, and the States"
         " to light lamps.", "Secretary-General, including his envoys, and the States"),
        ("fr", "L’Assemblée générale,\n\n1. Prie la communauté internationale, notamment les États, les gardiens et"
         " les ports, d’allumer les lampes.", "communauté internationale"),
        ("es", "La Asamblea General,\n\n1. Pide a la comunidad internacional, en particular los Estados, que encienda"
         " las lámparas.", "comunidad internacional"),
        ("ru", "Генеральная Ассамблея,\n\n1. просит международное сообщество, в том числе государства, зажечь лампы.",
         "международное сообщество"),
        ("ar", "إن الجمعية العامة،\n\n1 - تطلب إلى الدول الأعضاء، بما في ذلك الدول الساحلية، أن تضيء المصابيح؛",
         "الدول الأعضاء"),
        ("zh", "大会，\n\n1. 请各会员国，包括沿海国家，点亮灯塔；", "各会员国"),
    ],
)  # fmt: skip
def test_who_is_asked_ends_before_those_among_it(lang: str, text: str, actor: str) -> None:
    found = converted(lang, text).mandates[-1]
    assert found.actor == actor
