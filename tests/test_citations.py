"""Citations: every example of every language, then the edge cases of numbers, symbols and pinpoints."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import symbols
from converter.cite import numbers, paths
from converter.model import Citation, Pinpoint
from tests.language_examples import AUTHORITIES, examples, language, name_of, read_citations, resolution

PIECES = [
    "第", "号", "决议", "决定", "和", "、", "至", "（", "）", "(", ")", "，", "。", " ", "９", "的", "其", "关于",
    "2006年3月15日", "大会", "理事会", "安全理事会", "1325(2000)", "60/251", "5/1", "S-26/2", "377 A (V)", "31/6 A和B",
    "第3", "段", "(a)", "分段", "第三节", "序言部分", "附件二", "同上", "另见", "题为“", "”的", "《大会正式记录》(",
    "A/", "A/HRC/49/68", "Add.1-3", "Corr.1", "PRST/31/1", "S/RES/1325 (2000)", "HRI/GEN/1/Rev.9 (Vol. I)",
    "联合国，《条约汇编》，第1卷，第2号",
]  # fmt: skip


def understood(citation: Citation, place: str) -> dict[str, Any]:
    """What an example says of a citation; what goes without saying is left out."""
    said: dict[str, Any] = {"text": citation.text, "target": citation.target}
    optional: dict[str, tuple[Any, Any]] = {
        "kind": (citation.kind, "resolution"),
        "date": (citation.date, None),
        "pinpoint": ([pinpoint.label for pinpoint in citation.pinpoints], []),
        "see_also": (citation.see_also, False),
        "title": (citation.title, None),
        "author": (citation.author, None),
    }
    said |= {key: value for key, (value, usual) in optional.items() if value != usual}
    if citation.place.startswith("fn:"):
        said["note"] = citation.place.removeprefix("fn:")
    elif citation.place != place:
        said["place"] = citation.place
    return said


def expected(one: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key != "organ"}


@pytest.mark.parametrize(("code", "example"), examples("citations"), ids=name_of)
def test_example(code: str, example: dict[str, Any]) -> None:
    given_text = resolution(code, example["body"], example["text"], notes=example.get("notes"))
    found = read_citations(given_text, language(code)).citations
    first = given_text.paragraphs[0].id
    assert [understood(one, first) for one in found] == [expected(one) for one in example["citations"]]
    for citation, wanted in zip(found, example["citations"], strict=True):
        if "organ" in wanted:
            assert citation.body == wanted["organ"]


def test_forms_are_named_once() -> None:
    names = [(code, name_of(example)) for code, example in examples("citations")]
    assert sorted(names) == sorted(set(names))


# --- invariants ------------------------------------------------------------------------------------------------


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.sampled_from(["HRC", "GA", "SC", "ECOSOC", None]),
)
def test_citations_lie_in_their_text(text: str, note: str, body: str | None) -> None:
    given_text = resolution("zh", body, [text], ["preambular"], [note])
    texts = {"pp1": text, "fn:1": note}
    last = dict.fromkeys(texts, (0, 0))
    for citation in read_citations(given_text, language("zh")).citations:
        printed = texts[citation.place]
        assert 0 <= citation.start <= citation.main_start < citation.main_end <= citation.end <= len(printed)
        assert citation.text == printed[citation.start : citation.end]
        span = (citation.start, citation.end)
        assert span == last[citation.place] or citation.start >= last[citation.place][1], "citations overlap"
        last[citation.place] = span
        at = citation.main_end
        for pinpoint in citation.pinpoints:
            assert at <= pinpoint.start <= pinpoint.end <= citation.end
            at = pinpoint.end
        if citation.target:
            assert symbols.canonical(citation.target) == citation.target


@given(st.text(max_size=40))
def test_numbers_never_raise_and_are_canonical(text: str) -> None:
    for part in numbers.split_letters(text, ["至"]):
        number = numbers.normalise(part)
        if number is not None:
            assert numbers.normalise(number.text) == number
            for body in AUTHORITIES.bodies:
                numbers.fits(number, body)
                numbers.symbol(number, "resolution", body)


@given(st.text(alphabet="AES/RHCL.-0123 (XIV)／（）９", max_size=40))
def test_symbols_never_raise_and_are_canonical(text: str) -> None:
    folded = symbols.fold(text)
    assert len(folded) == len(text)
    assert symbols.fold(folded) == folded
    for match in symbols.find(folded):
        symbol = symbols.canonical(match[0])
        assert symbols.canonical(symbol) == symbol
        assert [again[0] for again in symbols.find(symbol)] == [symbol]
        assert symbols.kind_of(symbol)
        assert symbols.number_of(symbol) in symbol


def pinpoints_at_the_start(text: str) -> tuple[Pinpoint, ...]:
    page = language("zh").page
    return paths.after(page.tokens(text), 0, page)[0]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_pinpoints_lie_in_their_text(text: str) -> None:
    at = 0
    for pinpoint in pinpoints_at_the_start(text):
        assert pinpoint.label
        assert at <= pinpoint.start <= pinpoint.end <= len(text)
        at = pinpoint.end


# --- numbers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "text", "shape", "session"),
    [
        ("60/251", "60/251", "session-serial", 60),
        ("６０／２５１", "60/251", "session-serial", 60),
        ("41/6J", "41/6J", "session-serial", 41),
        ("49/35 A", "49/35A", "session-serial", 49),
        ("2004/81", "2004/81", "year-serial", None),
        ("1325(2000)", "1325(2000)", "serial-year", None),
        ("1325 （2000）", "1325(2000)", "serial-year", None),
        ("377 A (V)", "377(V)", "serial-roman", 5),
        ("217 (III) A", "217(III)", "serial-roman", 3),
        ("3362(S-VII)", "3362(S-VII)", "serial-roman", None),
        ("2253 (ES-V)", "2253(ES-V)", "serial-roman", None),
        ("377 A (5)", "377(V)", "serial-roman", 5),  # Arabic prints the session in digits
        ("377 А (V)", "377(V)", "serial-roman", 5),  # a Cyrillic letter
        ("٣٣/٢٣", "33/23", "session-serial", 33),
        ("S-26/2", "S-26/2", "special", None),
        ("S‑26/2", "S-26/2", "special", None),
        ("ES-10/22", "ES-10/22", "emergency", None),
        ("PRST 8/2", "PRST/8/2", "statement", 8),
        ("PRST OS/8/2", "PRST/OS/8/2", "statement", None),
        ("SS.XII/3", "SS.XII/3", "roman-serial", None),
        ("PRST/2010/11", "PRST/2010/11", "statement", 2010),
    ],
)
def test_shapes(printed: str, text: str, shape: str, session: int | None) -> None:
    assert numbers.normalise(printed) == numbers.Number(text, shape, session)


NO_NUMBERS = ["", "60", "60/", "/251", "2000(3015)", "1325(MM)", "S-/2", "A/60/251", "1/2/3", "12345/1"]


@pytest.mark.parametrize("printed", NO_NUMBERS)
def test_what_is_no_number(printed: str) -> None:
    assert numbers.normalise(printed) is None


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("31/6 A和B", ["31/6A", "31/6B"]),
        ("31/6 A、B和D", ["31/6A", "31/6B", "31/6D"]),
        ("49/35 A至D", ["49/35A", "49/35B", "49/35C", "49/35D"]),
        ("3419 A至C(XXX)", ["3419A(XXX)", "3419B(XXX)", "3419C(XXX)"]),
        ("60/251", ["60/251"]),
        ("49/35 D至A", ["49/35D"]),
    ],
)
def test_letters(printed: str, parts: list[str]) -> None:
    assert numbers.split_letters(printed, ["至"]) == parts


@pytest.mark.parametrize(
    ("printed", "body", "fits"),
    [
        ("60/251", "GA", True),
        ("5/1", "GA", False),  # before its thirty-first session the Assembly's numbers carry Roman sessions
        ("5/1", "HRC", True),
        ("1325(2000)", "SC", True),
        ("1325(2000)", "GA", False),
        ("377(V)", "GA", True),
        ("1996/31", "ECOSOC", True),
        ("1996/31", "HRC", False),
        ("PRST/31/1", "HRC", True),
        ("PRST/31/1", "SC", False),
        ("PRST/OS/8/2", "HRC", True),
        ("PRST/OS/8/2", "SC", False),
        ("PRST/2010/11", "SC", True),
        ("PRST/2010/11", "HRC", False),
        ("ES-10/22", "HRC", False),
    ],
)
def test_fits(printed: str, body: str, fits: bool) -> None:
    number, record = numbers.normalise(printed), AUTHORITIES.body(body)
    assert number is not None
    assert record is not None
    assert numbers.fits(number, record) is fits


# --- symbols ---------------------------------------------------------------------------------------------------


NO_SYMBOLS = ["A/H1N1", "A/B", "HIV/AIDS", "S/he", "and/or", "xA/HRC/49/68", "A/", "A/1x", "S/0./0", "A/HRC/AB，3"]


@pytest.mark.parametrize("text", NO_SYMBOLS)
def test_what_is_no_symbol(text: str) -> None:
    assert list(symbols.find(text)) == []


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("S$/24870", "S/24870"),
        ("$/24810", "S/24810"),
        ("S/ 13384", "S/13384"),
        ("S/PV. 1590", "S/PV.1590"),
        ("S/Agenda/ 2185", "S/Agenda/2185"),
        ("E/CN,.4/1050", "E/CN.4/1050"),
        ("A/C.5/91//12", "A/C.5/91/12"),
        ("A//91/229//Add.1", "A/91/229/Add.1"),
    ],
)
def test_misprints_are_read_and_told(printed: str, symbol: str) -> None:
    assert [match[0] for match in symbols.find(f"see {printed}, and")] == [printed]
    assert symbols.canonical(printed) == symbol
    assert symbols.is_misprint(printed)
    assert not symbols.is_misprint(symbol)


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [("S/RЕS/2О91", "S/RES/2091"), ("A/91/9З", "A/91/93"), ("A/91/L.9У", "A/91/L.9Y")],  # Cyrillic Е, О, З, У
)
def test_cyrillic_letters_of_a_symbol_are_what_they_look_like(printed: str, symbol: str) -> None:
    assert symbols.canonical(printed) == symbol
    assert symbols.is_misprint(printed)


SPACED = {
    "en": "Having considered document A / 81 / 229 / Add.1 on lamps,",
    "fr": "Ayant examiné le document A / 81 / 229 / Add.1 sur les phares,",
    "es": "Habiendo examinado el documento A / 81 / 229 / Add.1 sobre los faros,",
    "ru": "рассмотрев документ А / 81 / 229 / Add.1 о маяках,",
    "zh": "审议了A / 81 / 229 / Add.1号文件，",
    "ar": "وقد نظرت في الوثيقة A / 81 / 229 / Add.1 عن المنارات،",
}


@pytest.mark.parametrize("lang", SPACED)
def test_a_symbol_with_blanks_around_its_strokes_as_web_pages_print_it(lang: str) -> None:
    found = read_citations(resolution(lang, "GA", SPACED[lang]), language(lang))
    assert [one.target for one in found.citations] == ["A/81/229/Add.1"]
    assert found.said == ()


@pytest.mark.parametrize("text", ["US$/1000", "S/ 12", "the S. 1590", "A/61/229. 5 June"])
def test_what_is_no_misprint(text: str) -> None:
    assert [match[0] for match in symbols.find(text)] == ([text[:8]] if text.startswith("A/") else [])


@pytest.mark.parametrize("ending", ["。", "，第3段", ")", "）", "。\n", "/", "-", "."])
def test_a_symbol_ends_before_punctuation(ending: str) -> None:
    assert [match[0] for match in symbols.find(f"见A/HRC/49/68{ending}")] == ["A/HRC/49/68"]


# --- pinpoints ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "labels", "length"),
    [
        ("第3和第4段，", ["3", "4"], 6),
        ("第3段和第33/28号", ["3"], 3),
        ("第3段和各项决定", ["3"], 3),
        ("第3号", [], 0),
        ("第3条", [], 0),
        ("附件一致通过", ["annex"], 2),
        ("附件A", ["annex A"], 3),
        ("序言部分", [], 0),
        ("的第3段", ["3"], 4),
        ("第一部分第2和第3段", ["I.2", "I.3"], 10),
        ("第一节第2段和第二节第4段", ["I.2", "II.4"], 13),
        ("第五十三届会议", [], 0),
        ("第1至第999段", [str(number) for number in range(1, 201)] + ["999"], 8),
    ],
)
def test_pinpoints(text: str, labels: list[str], length: int) -> None:
    found = pinpoints_at_the_start(text)
    assert [pinpoint.label for pinpoint in found] == labels
    assert max([0, *(pinpoint.end for pinpoint in found)]) == length
