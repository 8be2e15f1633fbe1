"""The structure of English texts: notes and their marks, mastheads of every organ, paragraphs, annexes, adoption."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from converter.authorities import Authorities
from converter.clean import clean
from converter.languages import load
from converter.lint import Reading
from converter.lint.words import every_character
from converter.model import Expression, Line, Resolution, Sidecar, Source
from converter.parse import parse
from converter.write import markdown
from converter.write.inspect import inspect
from tests.reading import converted

COUNCIL = "Resolution 9342 (1999)\nof 2 March 1999\n\nThe Security Council,\n\n"
PREAMBLE = "Noting that the lamps are out,\n\n"
KINDS = {"preambular": "pp", "operative": "op"}
PP, OP = KINDS
CLOSE = "\nAdopted unanimously at the 4990th meeting.\n"


def read(text: str) -> dict[str, Any]:
    return inspect(converted("en", text), Sidecar("x", ""))


def told(lines: list[Line], authorities: Authorities, form: str = "docx") -> Resolution:
    """What is made of lines that a format describes; the account of the characters must close."""
    placed: list[Line] = []
    start = 0
    for line in lines:
        placed.append(structs.replace(line, start=start, number=len(placed) + 1))
        start += len(line.text) + 1
    text = "".join(f"{line.text}\n" for line in placed)
    source = Source("x", "en", form, text, tuple(placed), knows_marks=True)
    language = load("en", authorities)
    cleaned = clean(source, language)
    resolution = parse(cleaned, language)
    assert list(every_character(Reading(cleaned, resolution, (), (), language, authorities))) == []
    return resolution


def line(text: str, role: str = "", *, gap: bool = True, marks: tuple[tuple[int, int], ...] = ()) -> Line:
    return Line(0, 0, text, gap=gap, role=role, marks=marks)


def shape(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["id"], one["kind"]) for one in found["paragraphs"]]


def body(text: str) -> list[tuple[str, str]]:
    """Anchors and kinds of a text's paragraphs, without the line on its adoption."""
    found = read(COUNCIL + text + CLOSE)
    return shape(found)[:-1]


def codes(found: dict[str, Any]) -> list[str]:
    return [one["code"] for one in found["diagnostics"]]


def text_of(found: dict[str, Any], identity: str) -> str:
    return str(next(one["text"] for one in found["paragraphs"] if one["id"] == identity))


def marks(found: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Per note, the place of each mark and the words right before it."""
    texts = {one["id"]: one["text"] for one in found["paragraphs"]}
    return {
        note["marker"]: [(m["place"], texts.get(m["place"], "")[: m["offset"]][-8:]) for m in note["marks"]]
        for note in found["footnotes"]
    }


# --- notes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "before"),
    [
        ("the report of the keepers, 17 and", "keepers,"),
        ("the report of the keepers 17 and", " keepers"),
        ("the report of the keepers17 and", " keepers"),
        ("their letters of 2 May 17 and", "of 2 May"),
        ("their letters of 2 May 1998 17 and", "May 1998"),
        ("documents S/9901 17 and", "s S/9901"),
        ("17 lamps and the report of the keepers, 17 and", "keepers,"),
        ("article 17, paragraph 17, and the report; 17 and", " report;"),
        ("resolution 17 (1946) and the report, 17 and", " report,"),
        ("a letter of 17 June and a report of 17 pages, 17 and", "7 pages,"),
    ],
)
def test_the_mark_of_a_note_that_begins_with_any_number(printed: str, before: str) -> None:
    text = f"{COUNCIL}Recalling {printed} the bells,\n\n1. Requests light.\n{CLOSE}\n17 Ibid., document S/9902.\n"
    found = read(text)
    assert marks(found) == {"17": [("pp1", before)]}
    assert "words" not in codes(found)


def test_a_note_may_be_marked_twice() -> None:
    text = f"{COUNCIL}Recalling its report, 31 and the annex, 32\n\n1. Endorses the report. 31\n{CLOSE}\n"
    found = read(f"{text}31 Ibid., document S/9902.\n32 See S/9903.\n")
    assert marks(found) == {"31": [("pp1", " report,"), ("op1", " report.")], "32": [("pp1", "e annex,")]}
    assert text_of(found, "pp1") == "Recalling its report, and the annex,"
    assert codes(found) == []


def test_marks_between_days_of_a_date() -> None:
    text = f"{COUNCIL}Recalling the letters of 20 127 and 23 July 128 1993,\n\n1. Requests light.\n{CLOSE}\n"
    found = read(f"{text}127 S/9902.\n128 S/9903.\n")
    assert text_of(found, "pp1") == "Recalling the letters of 20 and 23 July 1993,"
    assert [len(note["marks"]) for note in found["footnotes"]] == [1, 1]


def test_days_of_a_month_are_marked_too() -> None:
    text = f"{COUNCIL}Recalling the letters of 10 September 14 and 8 October 15 1992,\n\n1. Requests light.\n{CLOSE}\n"
    found = read(f"{text}14 S/9902.\n15 S/9903.\n")
    assert text_of(found, "pp1") == "Recalling the letters of 10 September and 8 October 1992,"


def test_marks_of_the_masthead_and_of_the_adoption() -> None:
    text = "934 (1946). Resolution of 2 May 1946 21\n\nThe Security Council\n\nDecides to light the lamps.\n\n"
    found = read(f"{text}Adopted at the 42nd meeting. 22\n\n21 See footnote 4.\n22 Adopted without vote.\n")
    assert [[m["place"] for m in note["marks"]] for note in found["footnotes"]] == [["masthead:0"], ["p1"]]
    assert found["date"] == "1946-05-02"
    assert found["adoption"]["manner"] == "without-vote"
    assert found["adoption"]["notes"] == ["22"]
    assert codes(found) == []


def test_a_slash_after_marker_and_mark_is_furniture() -> None:
    text = f"{COUNCIL}Recalling the report, 1/ and the lamps,\n\n1. Requests light.\n\n1/ S/9902.\n"
    found = read(text)
    assert marks(found) == {"1": [("pp1", " report,")]}
    assert [one["kind"] for one in found["furniture"]] == ["note-sign", "note-sign"]
    assert "words" not in codes(found)


def test_a_misprinted_mark_is_taken_where_only_one_is_left() -> None:
    text = f"{COUNCIL}Recalling the report, 35\n\n1. Requests light.\n{CLOSE}\n38 Treaty of the Lamps, vol. 75.\n"
    found = read(text)
    assert found["footnotes"][0]["marks"] == [{"place": "pp1", "offset": 21, "printed": "35"}]
    assert codes(found) == ["note-misprint"]


def test_numbers_of_the_text_are_no_notes() -> None:
    text = (
        f"{COUNCIL}Recalling the letters of 17 May 1998 and\n"
        "19 March 1999, and resolutions 245 (1968),\n246 (1968),\n\n"
    )
    found = read(f"{text}1. Requests light within\n6 months.\n{CLOSE}")
    assert found["footnotes"] == []
    assert text_of(found, "op1") == "Requests light within 6 months."


def test_a_note_goes_on_until_a_blank_line() -> None:
    text = f"{COUNCIL}Recalling the report, 4\n\n4 See Records of Lamps, 1999.\np. 13, and annex\n5. no list.\n\n"
    found = read(f"{text}1. Requests light.\n{CLOSE}")
    assert found["footnotes"][0]["text"].startswith("See Records of Lamps, 1999. p. 13, and annex")


def test_a_format_that_knows_notes_and_marks(authorities: Authorities) -> None:
    found = told(
        [
            line("A/RES/99/1", "furniture:running-head"),
            line("The General Assembly,"),
            line("Recalling the lamps,1 the bells2 of 1999 2030,", marks=((20, 21), (31, 32))),
            line("1 Ibid.", "note"),
            line("and more.", "note+"),
            line("2 See A/99/1.", "note"),
            line("1. Requests 3 lamps.1", marks=((20, 21),)),
            line("1 Of the annex.", "note"),
        ],
        authorities,
    )
    assert [one.kind for one in found.furniture] == ["running-head"]
    assert found.paragraphs[0].text.text == "Recalling the lamps, the bells of 1999 2030,"
    assert found.paragraphs[1].text.text == "Requests 3 lamps."
    assert [(note.marker, note.text.text, [m.place for m in note.places]) for note in found.footnotes] == [
        ("1", "Ibid. and more.", ["pp1"]),
        ("2", "See A/99/1.", ["pp1"]),
        ("1", "Of the annex.", ["op1"]),
    ]


def test_a_soft_hyphen_at_the_end_of_a_line_joins_its_word(authorities: Authorities) -> None:
    found = told(
        [line("The General Assembly,"), line("Noting the light\u00ad"), line("houses and sea\u00adports,", gap=False)],
        authorities,
        form="pdf",
    )
    assert found.paragraphs[0].text.text == "Noting the lighthouses and seaports,"
    assert {one.kind for one in found.furniture} == {"hyphen"}


PARTED = {  # a word that is parted, with a blank line behind its hyphen
    "en": "The Security Council,||Having heard what was said on lamps of the coast by the Lamp-||Keeper,||Thanks him{}",
    "fr": "Le Conseil de sécurité,||Ayant entendu ce qui a été dit des feux par le Garde-||Phare,||Remercie le garde{}",
    "es": "El Consejo de Seguridad,||Habiendo oído lo que dijo de los faros el Guarda-||Faros,||Agradece a todos{}",
    "ru": "Совет Безопасности,||Заслушав доклад о фонарях на берегу мастера Инь-||Яна,||Благодарит мастера{}",
}


@pytest.mark.parametrize("code", PARTED)
def test_no_paragraph_begins_inside_a_word(code: str) -> None:
    body = PARTED[code].format(", 1992" * 20 + ".").replace("||", "\n\n")
    found = converted(code, body)
    assert [one.id for one in found.resolution.paragraphs] == ["pp1", "op1"]
    assert found.resolution.paragraphs[0].text.text == PARTED[code].replace("-||", "-").split("||")[1]
    assert [one.code for one in found.diagnostics] == []  # and no doubt


def test_a_hyphen_goes_only_where_the_word_is_known() -> None:
    text = (
        f"{COUNCIL}Noting that the lighthouse of the light-\nhouse keepers, the self-\n"
        "government and the lan-\nterns,\n\n"
    )
    found = read(f"{text}1. Requests the Secretary-\nGeneral to report.\n{CLOSE}")
    assert text_of(found, "pp1").endswith("of the lighthouse keepers, the self-government and the lan-terns,")
    assert text_of(found, "op1") == "Requests the Secretary-General to report."
    assert [one["kind"] for one in found["furniture"]] == ["hyphen"]
    assert "words" not in codes(found)


# --- masthead -------------------------------------------------------------------------------------------------

TEXT = f"{PREAMBLE}1. Requests the keeper to light them;\n\n2. Decides to remain seized of the matter.\n"


@pytest.mark.parametrize(("lost", "code"), [("of 2 March 1999\n", "no-date"), ("9342 (1999)", None)])
def test_what_an_adopted_text_lacks_is_said(lost: str, code: str | None) -> None:
    found = read(COUNCIL.replace(lost, "") + TEXT)
    assert (code in codes(found)) if code else found["symbol"] is None


def test_a_day_below_the_number_is_that_of_adoption() -> None:
    assert read(COUNCIL.replace("of 2 March", "2 March") + TEXT)["date"] == "1999-03-02"


def test_paragraphs_below_a_colon_need_no_verb() -> None:
    assert codes(read(f"{COUNCIL}Resolves:\n\nThat lamps be lit;\n\nThat bells be rung.\n{CLOSE}")) == []


def test_a_misprinted_date_is_said() -> None:
    assert "date-misprint" in codes(read(COUNCIL.replace("March", "Ma]ch") + TEXT))
    assert "date-misprint" not in codes(read(COUNCIL + TEXT))


# --- body -----------------------------------------------------------------------------------------------------

PARAGRAPHS = {
    "no blank line above": (
        "Noting the end of the dark,\n1. Requests light;\n2. Decides more.\n",
        "pp1:pp op1:op op2:op",
    ),
    "no comma at the end": (
        "Noting the dark (S/999)\n\nRecalling the lamps,\n\n1. Requests light.\n",
        "pp1:pp pp2:pp op1:op",
    ),
    "a blank line inside a sentence": ("Noting the dark of the\n\nharbour,\n\n1. Requests light.\n", "pp1:pp op1:op"),
    "a blank line inside a word": (
        "Noting the dark and the appointment of the Secretary-\n\nGeneral,\n\n1. Requests light.\n",
        "pp1:pp op1:op",
    ),
    "no numbers": ("Noting the dark,\n\nRequests light;\n\nDecides more.\n", "pp1:pp op1:op op2:op"),
    "one paragraph": ("Decides to light the lamps.\n", "op1:op"),
    "Resolves that": (
        "Noting the dark,\n\nResolves that:\n\n1. The lamps be lit;\n\n2. The bells be rung.\n",
        "pp1:pp u1:op op1:op op2:op",
    ),
    "Resolves, That": ("Resolves:\n\nThat lamps be lit;\n\nThat bells be rung.\n", "op1:op op2:op op3:op"),
    "letters": (
        "Adopts the following rules:\n\nA. A lamp is lit. It is green.\n\nB. A bell is rung\nby the keeper.\n",
        "op1:op op-a:op op-b:op",
    ),
    "a list below a sentence": (
        "Notes that each of the committees of keepers has had an alternate:\n\n1. The lamps;\n\n2. The bells.\n",
        "u1:op u1-1:sub u1-2:sub",
    ),
    "a comma for the stop": ("1, Requests light;\n\n2. Decides more.\n", "op1:op op2:op"),
    "a letter for the digit": ("L. Requests light;\n\n2. Decides more.\n", "op1:op op2:op"),
    "a wrong number": ("1. Requests light;\n\n8. Decides more;\n\n3. Requests oil.\n", "op1:op op2:op op3:op"),
    "three levels, a misprint, text that goes on": (
        "1. Requests:\n\n(a) Light:\n\n(i) Lamps:\n\n(1) Green;\n\n(2) Red;\n\n(ii) Fires;\n\n(6) Bells;\n\n"
        "as the keepers wish;\n\n2. Decides more.\n",
        "op1:op op1-a:sub op1-a-i:sub op1-a-i-1:sub op1-a-i-2:sub op1-a-ii:sub op1-b:sub p1:plain op2:op",
    ),
    "a label with dirt": ("1. Requests:\n\n(a) Light;\n\n(bob) Bells.\n", "op1:op op1-a:sub op1-b:sub"),
    "a quoted text": (
        "Recalling the rule, which reads:\n\n“A lamp is lit.\n\n“1. Requests light.”,\n\n1. Decides more.\n",
        "pp1:pp p1:plain p2:plain op1:op",
    ),
    "sections whose numbers go on": (
        "A\n\nNoting the dark,\n\n1. Requests light;\n\nB\n\n2. Decides more.\n",
        "h1:heading pp1:pp op1:op h2:heading op2:op",
    ),
    "sections whose numbers begin anew": (
        "I\n\n1. Requests light;\n\nII\n\nNoting the bells,\n\n1. Decides more.\n",
        "h1:heading i-1:op h2:heading pp1:pp ii-1:op",
    ),
    "a title inside the text": (
        "1. Requests light;\n\nSupply of oil to the harbour\n\n2. Decides more.\n",
        "op1:op h1:heading op2:op",
    ),
    "dashes of two signs": (
        "Requests the keepers:\n\n-- To light;\n-- To ring;\n\nDecides more.\n",
        "op1:op op1-item:sub op1-item-2:sub op2:op",
    ),
    "a proviso": ("Resolves to defer the lamps,\n\nProvided, however, that bells are rung.\n", "op1:op p1:plain"),
}


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(text: str, expected: str) -> None:
    assert " ".join(f"{identity}:{KINDS.get(kind, kind)}" for identity, kind in body(text)) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1. Requests:\n\n(a) Light;\n\n(6) Bells.\n", "label-mended"),
        ("1. Requests light;\n\nll. Decides more.\n", None),
        ("1. Requests light;\n\n3. Decides more.\n", "number-skips"),
        ("I\n\n1. Requests light;\n\nII\n\n1. Decides more.\n", None),
        ("1. Requests light;\n\n2. Decides more.\n", None),
    ],
)
def test_findings_of_structure(text: str, code: str | None) -> None:
    found = codes(read(COUNCIL + PREAMBLE + text + CLOSE))
    structural = [one for one in found if one.startswith(("label", "number", "plain"))]
    assert structural == ([code] if code else structural if "ll." in text else [])


def test_a_preamble_above_the_enacting_phrase() -> None:
    head = "9342 (1947). Resolution of 25 August 1947\n\nWhereas the lamps are out,\n\nThe Security Council\n\n"
    expression = converted("en", f"{head}1. Requests light.\n{CLOSE}")
    resolution = expression.resolution
    assert (resolution.enacting_at, resolution.masthead.body) == (1, "SC")
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["pp1", "op1", "p1"]
    page = markdown.body(expression, "en/S/RES/9342(1947).md")
    assert page.index("Whereas") < page.index("#enacting") < page.index("#op1")


def test_parts_with_an_enacting_phrase_each() -> None:
    first = (
        "31/96. Lamps\n\nA\n\nLAMPS OF THE SEA\n\nThe General Assembly,\n\nNoting the dark,\n\n"
        "1. Requests light.\n\n53rd plenary meeting\n26 October 1976\n\n"
    )
    found = read(f"{first}B\n\nThe General Assembly,\n\nRecalling the bells,\n\n1. Decides to ring them.\n")
    kinds = [one for one in shape(found) if one[1] in (PP, OP)]
    assert kinds == [("pp1", PP), ("op1", OP), ("pp2", PP), ("b-1", OP)]
    assert not {"number-repeats", "masthead-line"} & set(codes(found))


def test_names_in_an_annex_are_one_paragraph_each() -> None:
    names = "Annex\n\nKeepers of the coast\n\nDALE, Dora\n\nEAST, Emil\n\nFORD, Flora\n"
    found = read(f"{COUNCIL}{PREAMBLE}1. Adopts the list.\n{CLOSE}\n{names}")
    assert [one["text"] for one in found["paragraphs"]][-3:] == ["DALE, Dora", "EAST, Emil", "FORD, Flora"]


def test_a_running_head_with_the_title_inside_a_sentence() -> None:
    head = "A/RES/79/902\n\nSeventy-ninth session\n\n79/902. Bells of the coast\n\nThe General Assembly,\n\n"
    page = "\n\n25-00012            1/3\n\nA/RES/79/902                    Bells of the coast\n\n"
    found = read(f"{head}Noting the lamps and{page}the bells,\n\n1. Requests light.\n")
    assert [one["text"] for one in found["paragraphs"]] == ["Noting the lamps and the bells,", "Requests light."]
    assert "running-head" in [one["kind"] for one in found["furniture"]]


def test_annexes_count_their_own_paragraphs() -> None:
    annex = (
        "Annex II\n\nRules for keepers\n\nI. General\n\n1. A keeper lights the lamp:\n\n"
        "(a) In the dark.\n\nII. Bells\n\n1. A bell is rung.\n\nAppendix\n\n1. A list.\n"
    )
    found = read(f"{COUNCIL}{PREAMBLE}1. Adopts the annex.\n{CLOSE}\n{annex}")
    assert [one["id"] for one in found["paragraphs"]][3:] == [
        "annex-ii", "h1", "h2", "annex-ii-i-1", "annex-ii-i-1-a", "h3", "annex-ii-ii-1", "appendix", "appendix-1",
    ]  # fmt: skip


def test_a_table_keeps_its_rows_and_cells(authorities: Authorities) -> None:
    found = told(
        [line("The General Assembly,"), line("1. Adopts the list."), line("Annex"),
         line("Lamp\t\tOil 1", "row", marks=((10, 11),)), line("Red\t2\t3", "row"),
         line("1 In litres.", "note"), line("End.")],
        authorities,
    )  # fmt: skip
    table = found.paragraphs[2]
    assert (table.kind, table.text.text) == ("table", "Lamp\t\tOil\nRed\t2\t3")
    assert found.footnotes[0].places[0].place == table.id
    page = markdown.body(Expression("x", found, (), (), (), (), ()), "en/x.md")
    assert "| Lamp {: #table1 } |  | Oil[^1] |\n| --- | --- | --- |\n| Red | 2 | 3 |" in page


# --- adoption -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("by 7 votes to I (Malta).", "adoption-misprint"),
        ("by 7 votes to 2 (Malta).", "adoption-count"),
        ("by 7 votes to 1 (Lampland).", "adoption-state"),
        ("by 7 votes to 1 (Malta).", None),
    ],
)
def test_findings_of_the_adoption(said: str, code: str | None) -> None:
    found = codes(read(f"{COUNCIL}{PREAMBLE}1. Requests light.\n\nAdopted at the 4990th meeting {said}\n"))
    assert [one for one in found if one.startswith("adoption")] == ([code] if code else [])
