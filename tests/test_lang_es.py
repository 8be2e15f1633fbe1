"""The structure of Spanish texts: one of our own as a golden file, the mastheads of each organ, marks, votes.

`python -m tests.test_lang_es` writes the golden file again; read the difference before you commit it.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from converter.authorities import Authorities, load_authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from converter.write.inspect import inspect
from tests.conftest import ROOT

FIXTURE = ROOT / "tests" / "fixtures" / "lighthouses.es.txt"
GOLDEN = ROOT / "tests" / "golden" / "lighthouses.es.json"

COUNCIL = "El Consejo de Seguridad,\n\nObservando que los faros están apagados,\n\n"
HRC = "Consejo de Derechos Humanos\n65º período de sesiones\n28 de febrero a 1 de abril de 2042\n"
BODY = "Observando que la lámpara está apagada,\n\n1. Pide al guardián que la encienda.\n"


def read(text: str, authorities: Authorities) -> dict[str, Any]:
    sidecar = Sidecar("x", "")
    return inspect(convert(Input("sources/x/es.txt", "es", text.encode(), sidecar), authorities), sidecar)


def council(
    text: str, authorities: Authorities, head: str = "Resolución 3312 (2040)\n\nde 31 de octubre de 2040\n\n"
) -> Any:
    """A text of the Security Council with these operative paragraphs and what stands below them."""
    return read(head + COUNCIL + text, authorities)


def test_golden(authorities: Authorities) -> None:
    found = read(FIXTURE.read_text(encoding="utf-8"), authorities)
    assert found["diagnostics"] == []
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (
            "Resolución 3312 (2040)\n\nAprobada por el Consejo de Seguridad en su 12213ª sesión, celebrada\n"
            "el 31 de octubre de 2040\n\n",
            {"body": "SC", "number": "3312 (2040)", "date": "2040-10-31", "kind": "resolution", "status": "adopted"},
        ),
        ("RESOLUCION 542 (1983)\n\nde 23 de noviembre de 1983\n\n", {"number": "542 (1983)", "date": "1983-11-23"}),
        (
            "Resolución 186 (1964), de 4 de marzo de 1964\n\n[S/5575]\n\n",
            {"number": "186 (1964)", "date": "1964-03-04"},
        ),
        ("Resolución 18 (1947)\n\nde 13 de fabrero de 1947\n\n", {"date": "1947-02-13"}),
        (
            "RESOLUCION 3313 (2040)\n\nAPROBADA POR EL CONSEJO DE SEGURIDAD EN SU 12214a. SESION,\nCELEBRADA EL 1º DE "
            "NOVIEMBRE DE 2040\n\n",
            {"number": "3313 (2040)", "date": "2040-11-01"},
        ),
        (
            "NACIONES UNIDAS\nS/RES/3312 (2040)\n1º de noviembre de 2040\n\nCONSEJO DE SEGURIDAD\n\nDistr. GENERAL\n\n",
            {"symbol": "S/RES/3312(2040)", "body": "SC"},
        ),
    ],
)
def test_mastheads_of_the_security_council(head: str, facts: dict[str, Any], authorities: Authorities) -> None:
    found = council("1. Pide al guardián que encienda la lámpara.\n", authorities, head)
    assert {key: found[key] for key in facts} == facts


def test_a_presidential_statement(authorities: Authorities) -> None:
    found = read(
        "Naciones Unidas    S/PRST/2041/11\nConsejo de Seguridad    Distr. general\n27 de abril de 2041\n\n"
        "Declaración de la Presidencia del Consejo de Seguridad\n\nEn la 12310ª sesión del Consejo de Seguridad, "
        "celebrada el 27 de abril de 2041, la Presidencia formuló la siguiente declaración:\n\n“El Consejo de "
        "Seguridad reafirma su responsabilidad respecto de los faros.\n\n“El Consejo expresa su profunda preocupación "
        "por la pérdida de boyas e insta a las partes a que enciendan sus luces.”\n",
        authorities,
    )
    assert (found["kind"], found["body"], found["date"]) == ("presidential-statement", "SC", "2041-04-27")
    assert [verb["lemma"] for one in found["paragraphs"] for verb in one["verbs"]] == [
        "reafirmar",
        "expresar preocupación",
        "instar",
    ]


def test_a_draft_of_the_human_rights_council(authorities: Authorities) -> None:
    found = read(
        "Naciones Unidas  A/HRC/65/L.8/Rev.1\nAsamblea General  Distr. limitada\n12 de septiembre de 2042\n"
        f"Español\nOriginal: inglés\n\n{HRC}Tema 3 de la agenda\n\n"
        "Albania*, Bolivia (Estado Plurinacional de), Côte d’Ivoire*, Egipto, Estados Unidos de América*, Pakistán (en "
        "nombre\nde la Organización de Cooperación Islámica), Reino Unido de Gran Bretaña e Irlanda del Norte, "
        "Trinidad y Tabago e\nIndonesia*: proyecto de resolución\n\n65/… Derechos de los guardianes de faro\n\n"
        f"El Consejo de Derechos Humanos,\n\n{BODY}\n________\n* Estado no miembro del Consejo de Derechos Humanos.\n",
        authorities,
    )
    assert found["diagnostics"] == []
    assert (found["symbol"], found["kind"], found["status"]) == ("A/HRC/65/L.8/Rev.1", "resolution", "draft")
    assert (found["body"], found["session"], found["number"]) == ("HRC", "65", "65/…")
    assert found["session_dates"] == {"from": "2042-02-28", "to": "2042-04-01"}
    assert found["title"] == "Derechos de los guardianes de faro"
    sponsors = [(one["code"], one["member"]) for one in found["sponsors"]]
    assert sponsors == [
        ("AL", False), ("BO", True), ("CI", False), ("EG", True), ("US", False), ("PK", True), ("GB", True),
        ("TT", True), ("ID", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "enacting", "facts"),
    [
        (
            "A/RES/ES-12/4\nDécimo período extraordinario de sesiones de emergencia\nTema 5 del programa\n\n"
            "Resolución aprobada por la Asamblea General el 2 de marzo de 2040\n[sin remisión previa a una Comisión "
            "Principal (A/ES-12/L.7 y A/ES-12/L.7/Add.1)]\n\nES-12/4. Faros de la Laguna\n\n",
            "La Asamblea General,",
            {"body": "GA", "session": "ES-10", "date": "2040-03-02", "number": "ES-12/4"},
        ),
        (
            "A/RES/S-31/2\nTrigésimo primer período extraordinario de sesiones\n\nResolución aprobada por la Asamblea "
            "General\n[sobre la base del informe de la Comisión (A/S-31/9/Add.2)]\n\nS-31/2. Un faro para 2000\n\n",
            "La Asamblea General,",
            {"session": "S-31", "number": "S-31/2", "title": "Un faro para 2000"},
        ),
        (
            "E/RES/2040/31\nConsejo Económico y Social\nPeríodo de sesiones sustantivo de 2040\nTema 14 d) del "
            "programa\n\nResolución aprobada por el Consejo Económico y Social el 25 de julio de 2040\n\n"
            "2040/31. Guardianes\n\n",
            "El Consejo Económico y Social,",
            {"body": "ECOSOC", "date": "2040-07-25", "agenda_items": [{"number": "14(d)", "title": None}]},
        ),
        (
            "E/CN.4/RES/2004/91\nResolución de la Comisión de Derechos Humanos 2004/91\n\n",
            "La Comisión de Derechos Humanos,",
            {"body": "CHR", "number": "2004/91", "kind": "resolution"},
        ),
        (
            "A/HRC/DEC/65/101\n"
            + HRC
            + "\nDecisión aprobada por el Consejo de Derechos Humanos el 1 de abril de 2042\n"
            "\n65/101. Vigilia\n\n",
            "El Consejo de Derechos Humanos,",
            {"kind": "decision", "status": "adopted", "date": "2042-04-01"},
        ),
    ],
)
def test_mastheads_of_other_organs(head: str, enacting: str, facts: dict[str, Any], authorities: Authorities) -> None:
    found = read(f"{head}{enacting}\n\n{BODY}", authorities)
    assert {key: found[key] for key in facts} == facts
    assert found["enacting"] == enacting


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("Aprobada por unanimidad en la 2501a. sesión.", ("unanimous", 2501, [], [])),
        (
            "Aprobada en la 2501a. sesión por 14 votos contra ninguno y 1 abstención (Polonia).",
            ("vote", 2501, [14, 0, 1], ["PL"]),
        ),
        (
            "Aprobada en la 12ª sesión por 10 votos a favor, ninguno en contra y 5 abstenciones.",
            ("vote", 12, [10, 0, 5], []),
        ),
        (
            "Aprobada en la 12.ª sesión por 12 votos contra uno (Portugal) y dos abstenciones (Francia y España).",
            ("vote", 12, [12, 1, 2], ["PT", "FR", "ES"]),
        ),
    ],
)
def test_how_a_text_was_adopted(closing: str, expected: tuple[Any, ...], authorities: Authorities) -> None:
    adoption = council(f"1. Pide al guardián que encienda la lámpara.\n\n{closing}\n", authorities)["adoption"]
    votes = list((adoption["votes"] or {}).values())
    states = [one["code"] for column in (adoption["states"] or {}).values() for one in column]
    assert (adoption["manner"], adoption["meeting"], votes, states) == expected


def test_a_recorded_vote_with_its_states(authorities: Authorities) -> None:
    found = read(
        f"A/HRC/RES/65/8\n{HRC}\n65/8. Vigilia\n\nEl Consejo de Derechos Humanos,\n\n{BODY}\n34ª sesión\n"
        "1 de abril de 2042\n\n[Aprobada en votación registrada por 3 votos contra 2 y 1 abstención. El resultado de "
        "la votación fue el siguiente:\nVotos a favor:\nArgentina, Côte d’Ivoire y Reino Unido de Gran Bretaña e "
        "Irlanda del Norte\nVotos en contra:\nCuba y Eritrea\nAbstenciones:\nIndia]\n",
        authorities,
    )
    assert found["diagnostics"] == []
    adoption = found["adoption"]
    assert (adoption["manner"], adoption["meeting"], adoption["date"]) == ("vote", 34, "2042-04-01")
    states = {column: [one["code"] for one in row] for column, row in adoption["states"].items()}
    assert states == {"for": ["AR", "CI", "GB"], "against": ["CU", "ER"], "abstaining": ["IN"]}


def test_marks_stand_before_the_punctuation(authorities: Authorities) -> None:
    text = (
        "El Consejo de Derechos Humanos,\n\nRecordando su resolución 5/1, de 18 de junio de 20071, el informe del "
        "guardián2 y su propia resolución3,\n\nObservando las 12 lámparas del “puerto”4,\n\n1. Pide al guardián que "
        "encienda la lámpara5.\n\n_______\n1 A/HRC/21/1.\n2 A/HRC/21/2/Add.3.\n3 Ibid., párr. 4.\n4 Véase "
        "A/HRC/21/4.\n5 Naciones Unidas, Treaty Series, vol. 7, núm. 8.\n"
    )
    found = read(f"A/HRC/RES/65/8\n{HRC}\n65/8. Vigilia\n\n{text}", authorities)
    assert [note["paragraph"] for note in found["footnotes"]] == ["pp1", "pp1", "pp1", "pp2", "op1"]
    assert [one["text"] for one in found["paragraphs"]] == [
        "Recordando su resolución 5/1, de 18 de junio de 2007, el informe del guardián y su propia resolución,",
        "Observando las 12 lámparas del “puerto”,",
        "Pide al guardián que encienda la lámpara.",
    ]
    assert found["citations"][0]["date"] == "2007-06-18"


def test_what_the_organ_decides_in_sub_paragraphs(authorities: Authorities) -> None:
    found = council(
        "1. Decide:\n\na) Prorrogar el mandato de los vigías;\n\nb) Que el comité se reúna cada año;\n\n"
        "2. Solicita a los Estados que:\n\na) Enciendan sus luces;\n\nb) Informen al Comité.\n",
        authorities,
    )
    assert [one["id"] for one in found["paragraphs"]][1:] == ["op1", "op1-a", "op1-b", "op2", "op2-a", "op2-b"]
    assert [(one["id"], verb["lemma"]) for one in found["paragraphs"] for verb in one["verbs"]][1:] == [
        ("op1", "decidir"), ("op1-a", "prorrogar"), ("op2", "solicitar"),
    ]  # fmt: skip


def _write() -> None:
    authorities, _ = load_authorities(ROOT / "authorities")
    found = read(FIXTURE.read_text(encoding="utf-8"), authorities)
    GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
