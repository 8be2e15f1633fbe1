"""The structure of French texts: one of our own as a golden file, the mastheads of each organ, marks, votes.

`python -m tests.test_lang_fr` writes the golden file again; read the difference before you commit it.
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

FIXTURE = ROOT / "tests" / "fixtures" / "lighthouses.fr.txt"
GOLDEN = ROOT / "tests" / "golden" / "lighthouses.fr.json"

COUNCIL = "Le Conseil de sécurité,\n\nNotant que les feux sont éteints,\n\n"
HRC = "Conseil des droits de l’homme\nSoixante-cinquième session\n28 février-1er avril 2042\n"


def read(text: str, authorities: Authorities) -> dict[str, Any]:
    sidecar = Sidecar("x", "")
    return inspect(convert(Input("sources/x/fr.txt", "fr", text.encode(), sidecar), authorities), sidecar)


def council(text: str, authorities: Authorities, head: str = "Résolution 3312 (2040)\n\ndu 31 octobre 2040\n\n") -> Any:
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
            "Résolution 3312 (2040)\n\nAdoptée par le Conseil de sécurité à sa 12213e séance,\nle 31 octobre 2040\n\n",
            {"body": "SC", "number": "3312 (2040)", "date": "2040-10-31", "kind": "resolution", "status": "adopted"},
        ),
        ("RÉSOLUTION 542 (1983)\n\ndu 22 novembre 1983\n\n", {"number": "542 (1983)", "date": "1983-11-22"}),
        (
            "NATIONS UNIES\nS/RES/3312 (2040)\n1er novembre 2040\n\nCONSEIL DE SÉCURITÉ\n\nDistr. GÉNÉRALE\n\n",
            {"symbol": "S/RES/3312(2040)", "body": "SC"},
        ),
    ],
)
def test_mastheads_of_the_security_council(head: str, facts: dict[str, Any], authorities: Authorities) -> None:
    found = council("1. Prie le gardien d’allumer la lampe.\n", authorities, head)
    assert {key: found[key] for key in facts} == facts


def test_a_french_spelling_names_one_state(authorities: Authorities) -> None:
    for country in authorities.countries:
        for name in {country.name("fr"), *country.names.of("fr")} - {country.code}:
            assert authorities.country(name, "fr") == country
    assert authorities.country("Etats-Unis d’Amérique", "fr") == authorities.country("États-Unis d'Amérique", "fr")


def test_a_presidential_statement(authorities: Authorities) -> None:
    found = read(
        "S/PRST/2040/11\n29 avril 2040\n\nDéclaration du Président du Conseil de sécurité\n\nÀ la 12302e séance du "
        "Conseil "
        "de sécurité, tenue le 29 avril 2040, au\ntitre de la question intitulée « Les phares de la Lagune », le "
        "Président a\nfait la déclaration suivante au nom du Conseil :\n\n« Le Conseil de sécurité réaffirme sa "
        "résolution 3312 (2039).\n\nLe Conseil restera saisi de la question. »\n",
        authorities,
    )
    assert (found["kind"], found["title"], found["date"]) == ("presidential-statement", None, "2040-04-29")
    assert found["paragraphs"][0]["text"].startswith("À la 12302e séance du Conseil de sécurité, tenue le")
    assert [verb["lemma"] for one in found["paragraphs"] for verb in one["verbs"]] == ["réaffirmer", "demeurer saisi"]


def test_a_typed_masthead_without_accents(authorities: Authorities) -> None:
    found = read(
        "NATIONS UNIES\nASSEMBLEE GENERALE\nDistr.\nGENERALE\nA/RES/45/912\n14 janvier 1991\nFRANCAIS\nOriginal : "
        "ANGLAIS"
        "\n\nQUARANTE-CINQUIEME SESSION\nPOINT 69 b) ET c) DE L'ORDRE DU JOUR\n\nRESOLUTION ADOPTEE PAR L'ASSEMBLEE "
        "GENERALE\n\n[sur le rapport de la Troisième Commission (A/45/962)]\n\n45/912. Eclairage des passes\n\n"
        "L'Assemblée générale,\n\nRappelant sa résolution 44/17 du 6 décembre 1989 1/,\n\n1. Prie le gardien "
        "d'allumer la "
        "lampe.\n\n68e séance plénière\n14 décembre 1990\n\n_______\n1/ Résolution 217 A (III).\n",
        authorities,
    )
    assert found["diagnostics"] == []
    assert (found["body"], found["session"], found["kind"], found["date"]) == ("GA", "45", "resolution", "1990-12-14")
    assert [item["number"] for item in found["agenda_items"]] == ["69(b)", "69(c)"]
    assert [note["paragraph"] for note in found["footnotes"]] == ["pp1"]


def test_a_draft_of_the_human_rights_council(authorities: Authorities) -> None:
    found = read(
        "Nations Unies  A/HRC/65/L.8/Rev.1\nAssemblée générale  Distr. limitée\n12 septembre 2042\n"
        f"Français\nOriginal : anglais\n\n{HRC}Point 3 de l’ordre du jour\n\n"
        "Albanie*, Bolivie (État plurinational de), Egypte, Etats-Unis d'Amérique*, Pakistan (au nom de "
        "l’Organisation\n"
        "de la coopération islamique), Royaume-Uni de Grande-Bretagne et d’Irlande du Nord, Trinité-et-Tobago et\n"
        "Türkiye* : projet de résolution\n\n65/… Droits des gardiens de phare\n\n"
        "Le Conseil des droits de l’homme,\n\nNotant que la lampe est éteinte,\n\n1. Prie le gardien de l’allumer.\n\n"
        "________\n* État non membre du Conseil des droits de l’homme.\n",
        authorities,
    )
    assert found["diagnostics"] == []
    assert (found["symbol"], found["kind"], found["status"]) == ("A/HRC/65/L.8/Rev.1", "resolution", "draft")
    assert (found["body"], found["session"], found["number"]) == ("HRC", "65", "65/…")
    assert found["session_dates"] == {"from": "2042-02-28", "to": "2042-04-01"}
    assert found["title"] == "Droits des gardiens de phare"
    sponsors = [(one["code"], one["member"]) for one in found["sponsors"]]
    assert sponsors == [
        ("AL", False), ("BO", True), ("EG", True), ("US", False), ("PK", True), ("GB", True), ("TT", True),
        ("TR", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "enacting", "facts"),
    [
        (
            "A/RES/ES-12/4\nDixième session extraordinaire d’urgence\nPoint 5 de l’ordre du jour\n\n"
            "Résolution adoptée par l’Assemblée générale le 2 mars 2040\n[sans renvoi à une grande commission "
            "(A/ES-12/L.7 et A/ES-12/L.7/Add.1)]\n\nES-12/4. Phares de la Lagune\n\n",
            "L’Assemblée générale,",
            {"body": "GA", "session": "ES-10", "date": "2040-03-02", "number": "ES-12/4"},
        ),
        (
            "A/RES/S-31/2\nTrente et unième session extraordinaire\n\nRésolution adoptée par l’Assemblée générale\n"
            "[sur le rapport du Comité (A/S-31/9/Add.2)]\n\nS-31/2. Un phare pour l’an 2000\n\n",
            "L’Assemblée générale,",
            {"session": "S-31", "number": "S-31/2", "title": "Un phare pour l’an 2000"},
        ),
        (
            "E/RES/2040/31\nConseil économique et social\nSession de fond de 2040\nPoint 14 d) de l’ordre du jour\n\n"
            "Résolution adoptée par le Conseil économique et social le 25 juillet 2040\n\n2040/31. Gardiens\n\n",
            "Le Conseil économique et social,",
            {"body": "ECOSOC", "date": "2040-07-25", "agenda_items": [{"number": "14(d)", "title": None}]},
        ),
        (
            "E/CN.4/RES/2004/91\nRésolution de la Commission des droits de l'homme 2004/91\n\n",
            "La Commission des droits de l'homme,",
            {"body": "CHR", "number": "2004/91", "kind": "resolution"},
        ),
        (
            "A/HRC/DEC/65/101\n" + HRC + "\nDécision adoptée par le Conseil des droits de l’homme le 1er avril 2042\n\n"
            "65/101. Veille\n\n",
            "Le Conseil des droits de l’homme,",
            {"kind": "decision", "status": "adopted", "date": "2042-04-01"},
        ),
    ],
)
def test_mastheads_of_other_organs(head: str, enacting: str, facts: dict[str, Any], authorities: Authorities) -> None:
    text = f"{head}{enacting}\n\nNotant que la lampe est éteinte,\n\n1. Prie le gardien de l’allumer.\n"
    found = read(text, authorities)
    assert {key: found[key] for key in facts} == facts
    assert found["enacting"] == enacting


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("Adoptée à l’unanimité à la 2501e séance.", ("unanimous", 2501, [], [])),
        (
            "Adoptée à la 2501e séance par 14 voix contre zéro, avec une abstention (Pologne).",
            ("vote", 2501, [14, 0, 1], ["PL"]),
        ),
        ("Adoptée à la 12e séance par 11 voix contre 2, avec 2 abstentions.", ("vote", 12, [11, 2, 2], [])),
    ],
)
def test_how_a_text_was_adopted(closing: str, expected: tuple[Any, ...], authorities: Authorities) -> None:
    adoption = council(f"1. Prie le gardien d’allumer la lampe.\n\n{closing}\n", authorities)["adoption"]
    votes = list((adoption["votes"] or {}).values())
    states = [one["code"] for column in (adoption["states"] or {}).values() for one in column]
    assert (adoption["manner"], adoption["meeting"], votes, states) == expected


def test_a_recorded_vote_with_its_states(authorities: Authorities) -> None:
    found = read(
        f"A/HRC/RES/65/8\n{HRC}\n65/8. Veille\n\nLe Conseil des droits de l’homme,\n\nNotant que la lampe est "
        "éteinte,\n\n"
        "1. Prie le gardien de l’allumer.\n\n34e séance\n1er avril 2042\n\n[Adoptée à l’issue d’un vote enregistré, "
        "par "
        "3 voix contre 2, avec 1 abstention. Les voix se sont réparties comme suit :\nOnt voté pour :\nArgentine, "
        "Côte d’Ivoire et Royaume-Uni de Grande-Bretagne et d’Irlande du Nord\nOnt voté contre :\nCuba et Érythrée\n"
        "Se sont abstenus :\nInde]\n",
        authorities,
    )
    assert found["diagnostics"] == []
    adoption = found["adoption"]
    assert (adoption["manner"], adoption["meeting"], adoption["date"]) == ("vote", 34, "2042-04-01")
    states = {column: [one["code"] for one in row] for column, row in adoption["states"].items()}
    assert states == {"for": ["AR", "CI", "GB"], "against": ["CU", "ER"], "abstaining": ["IN"]}


def test_marks_stand_before_the_punctuation(authorities: Authorities) -> None:
    text = (
        "Le Conseil des droits de l’homme,\n\nRappelant sa résolution 5/1 du 18 juin 20071, le rapport du gardien2 et "
        "sa "
        "propre résolution3 ;\n\nNotant les 12 lampes du port »4,\n\n1. Prie le gardien d’allumer la "
        "lampe5.\n\n_______\n"
        "1 A/HRC/21/1.\n2 A/HRC/21/2/Add.3.\n3 Ibid., par. 4.\n4 Voir A/HRC/21/4.\n5 Nations Unies, Recueil des "
        "Traités, "
        "vol. 7, no 8.\n"
    )
    found = read(f"A/HRC/RES/65/8\n{HRC}\n65/8. Veille\n\n{text}", authorities)
    assert [note["paragraph"] for note in found["footnotes"]] == ["pp1", "pp1", "pp1", "pp2", "op1"]
    assert [one["text"] for one in found["paragraphs"]] == [
        "Rappelant sa résolution 5/1 du 18 juin 2007, le rapport du gardien et sa propre résolution ;",
        "Notant les 12 lampes du port »,",
        "Prie le gardien d’allumer la lampe.",
    ]
    assert found["citations"][0]["date"] == "2007-06-18"


def _write() -> None:
    authorities, _ = load_authorities(ROOT / "authorities")
    found = read(FIXTURE.read_text(encoding="utf-8"), authorities)
    GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
