"""The reader by tokens: texts with noise read like clean ones, lists go on over what is damaged, bounds of work."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.annotate.found import Found
from converter.cite import reader
from converter.languages import match, page, scan, table
from converter.view import Tokens
from tests.language_examples import AUTHORITIES, examples, language, read_citations, resolution
from tests.reading import converted
from tests.test_citations_en import HOSTILE, PIECES


def read(text: str, body: str = "SC", code: str = "en") -> Found:
    return read_citations(resolution(code, body, [text], ["preambular"]), language(code))


def cited(text: str, body: str = "SC", code: str = "en") -> list[str | None]:
    return [one.target for one in read(text, body, code).citations]


def pinpoints(text: str, body: str = "SC") -> list[list[str]]:
    return [[pin.label for pin in one.pinpoints] for one in read(text, body).citations]


def said(text: str, body: str = "SC") -> list[tuple[str, str]]:
    return [(one.remark.code, text[one.remark.start : one.remark.end]) for one in read(text, body).said]


# --- noise --------------------------------------------------------------------------------------------------------

_SHAPES = [(chr(code), unicodedata.decomposition(chr(code)).split()) for code in range(0xFE70, 0xFEFD)]
ISOLATED = {chr(int(to[1], 16)): char for char, to in _SHAPES if len(to) == 2 and to[0] == "<isolated>"}

NOISE = {
    "blanks at strokes": (re.compile(r"(?<=\d)/(?=\d)"), " / "),
    "blanks in brackets": (re.compile(r"\(((?:19|20)\d\d|[IVXL]+)\)"), r"( \1 )"),
    "no-break spaces": (re.compile(" "), "\u00a0"),
    "full-width digits": (re.compile(r"[0-9]"), lambda digit: chr(ord(digit[0]) + 0xFEE0)),
    "dashes": (re.compile("-"), "\u2011"),
    "two blanks": (re.compile(" "), "  "),
    "no accents": (re.compile("[À-ÿ]"), lambda letter: unicodedata.normalize("NFD", letter[0])[0]),
    "typewriter apostrophes": (re.compile("’"), "'"),
    "raised apostrophes": (re.compile("'"), "’"),
    "full-width signs": (re.compile("[()/]"), lambda sign: chr(ord(sign[0]) + 0xFEE0)),
    "blanks between Han characters": (re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"), " "),
    "direction marks": (re.compile(r"(?<=\d)(?=[/(])"), "\u200f"),
    "digits of Arabic": (re.compile(r"[0-9]"), lambda digit: chr(0x660 + int(digit[0]))),
    "tatweel": (re.compile(r"(?<=[جحخسشصضطظعغفقكلمنهي])(?=[\u0621-\u064a])"), "\u0640"),
    "vowel signs": (re.compile(r"(?<=[\u0621-\u064a])(?=[\u0621-\u064a])"), "\u064e"),
    "presentation forms": (re.compile(r"[\u0621-\u064a]"), lambda letter: ISOLATED.get(letter[0], letter[0])),
    "no hamza": (re.compile(r"[أإآ]"), "ا"),
    "letters of a Persian keyboard": (re.compile(r"[يك]"), lambda letter: {"ي": "ی", "ك": "ک"}[letter[0]]),
    "dots left out": (re.compile(r"(?:ي|ة)(?= )"), lambda letter: {"ي": "ى", "ة": "ه"}[letter[0]]),
    "joined to the number": (re.compile(r"(?<= و) (?=\d)"), ""),
    "blanks about a session": (re.compile(r"\((د[إط]{0,2})-(\d+)\)"), r"( \1 - \2 )"),
}
_SYMBOL = re.compile(r"[A-Z]/|PRST|Add|Corr")


def _plain_examples() -> list[tuple[str, dict[str, Any]]]:
    """The examples that cite by numbers alone; symbols are not read on tokens yet."""
    found = [
        (code, one) for code, one in examples("citations") if code in page.available() and isinstance(one["text"], str)
    ]
    return [(code, one) for code, one in found if not one.get("notes") and not _SYMBOL.search(one["text"])]


@pytest.mark.parametrize("noise", NOISE)
def test_noise_hides_nothing(noise: str) -> None:
    pattern, to = NOISE[noise]
    for code, one in _plain_examples():
        noisy = pattern.sub(to, one["text"])  # type: ignore[arg-type]
        wanted = [citation["target"] for citation in one["citations"]]
        assert cited(noisy, one["body"], code) == wanted, noisy


def test_traditional_characters_hide_nothing() -> None:
    variants = page.load_page("zh", AUTHORITIES).variants
    traditional = str.maketrans({plain: chr(code) for code, plain in variants.items()})
    for code, one in _plain_examples():
        if code == "zh":
            wanted = [citation["target"] for citation in one["citations"]]
            assert cited(one["text"].translate(traditional), one["body"], code) == wanted, one["text"]


ONE_SIGN = {
    "a stop inside": (re.compile(r"(?<=\d)(?: \((?=(?:19|20)\d\d\)))"), ". ("),
    "brackets the wrong way round": (re.compile(r"(?<=\d )\(((?:19|20)\d\d|د[إط]{0,2}-\d+)\)"), r")\1("),
}


@pytest.mark.parametrize("noise", ONE_SIGN)
def test_a_wrong_sign_in_a_number_hides_nothing(noise: str) -> None:
    pattern, to = ONE_SIGN[noise]
    for code, one in _plain_examples():
        if "misprint" in one["form"]:
            continue  # two wrong signs in one number
        noisy = pattern.sub(to, one["text"])
        wanted = [citation["target"] for citation in one["citations"]]
        assert cited(noisy, one["body"], code) == wanted, noisy


# --- lists --------------------------------------------------------------------------------------------------------

LISTS = [
    ("its resolutions 901 (1994), 902.(1994), 903 {1994) and 904 (1994)", [901, 902, 903, 904]),
    ("its resolutions 901, 902 (1994)", [901, 902]),
    ("its resolutions 901, 902 and 903 (1994) and 905 (1994)", [901, 902, 903, 905]),
    ("its resolutions 901 (1994) 902 (1994) on lamps", [901, 902]),
    ("its resolutions on the question of lamps, particularly 901 (1994) and, most recently, 902 (1994)", [901, 902]),
    ("its resolutions 901 (1994), 902 (199?) and 903 (1994)", [901, 903]),
    ("its resolutions 901 (1994) to 904 (1994)", [901, 902, 903, 904]),
    ("its resolution 901 (1994), and 902 lamps, and 12 ships", [901]),
    ("paragraphs 3 and 901 (1994)", []),
    ("itsresolution 901 (1994) and resolution902 (1994)of 3 May 1994", [901, 902]),
]


@pytest.mark.parametrize(("text", "numbers"), LISTS)
def test_lists_go_on(text: str, numbers: list[int]) -> None:
    assert cited(f"Recalling {text},") == [f"S/RES/{number}(1994)" for number in numbers]


@pytest.mark.parametrize(
    "between", [" ", ", on lamps, bolts and wicks, and ", " and ", " on the tending of lamps, and of wicks, and "]
)
def test_a_number_with_its_date_goes_on_with_a_list(between: str) -> None:
    dated = f"Recalling its resolutions 60/901 of 3 May 2006{between}61/902 of 4 May 2007,"
    assert cited(dated, "GA") == ["A/RES/60/901", "A/RES/61/902"]


def test_what_cannot_be_read_is_said() -> None:
    assert said("Recalling its resolutions 901 (1994), 902 (199?) and 903 (1994),") == [
        ("citation-unread", "902 (199?)")
    ]
    assert said("Recalling its resolution 901 (1994) on the bolt 902 (199?) of lamps,") == []


@pytest.mark.parametrize(
    ("text", "targets", "open_range"),
    [
        ("its resolutions 66/901–66/904 of 9 December 2011", ["66/901", "66/902", "66/903", "66/904"], False),
        ("all its resolutions from resolution 70/991 to resolution 71/993", ["70/991", "71/993"], True),
        ("its resolution 70/994 to lend 12 lamps, and its resolution 70/999 - 9 lamps -", ["70/994", "70/999"], False),
    ],
)  # fmt: skip
def test_ranges_are_spread_or_said(text: str, targets: list[str], open_range: bool) -> None:
    text = f"Recalling {text},"
    assert cited(text, "GA") == [f"A/RES/{target}" for target in targets]
    assert ["range-incomplete"] * open_range == [code for code, _ in said(text, "GA")]


@pytest.mark.parametrize(
    ("code", "text", "doubtful"),
    [
        ("en", "Recalling Human Rights Council resolution 46/97 and its resolution 48/93,", True),
        ("fr", "Rappelant la résolution 46/97 du Conseil des droits de l'homme et sa résolution 48/93,", True),
        ("es", "Recordando la resolución 46/97 del Consejo de Derechos Humanos y su resolución 48/93,", True),
        ("ru", "ссылаясь на резолюцию 46/97 Совета по правам человека и на свою резолюцию 48/93,", False),
        ("ar", "وإذ تشير إلى قرار مجلس حقوق الإنسان 46/97 وقراره 48/93،", True),
        ("zh", "回顾人权理事会第46/97号决议及其第48/93号决议，", True),
        ("en", "Recalling Security Council resolution 1994 (2011) and its resolution 48/93,", False),
        ("en", "Recalling Human Rights Council resolution 46/97; noting its resolution 48/93,", False),
        ("en", "Recalling Human Rights Council resolution 46/97 and its resolution 48/93 of 20 December 1993,", False),
    ],
)
def test_its_behind_a_text_of_another_organ_is_said(code: str, text: str, *, doubtful: bool) -> None:
    found = read(text, "GA", code)
    assert ["citation-organ-doubtful"] * doubtful == [one.remark.code for one in found.said]
    assert found.citations[-1].target == "A/RES/48/93"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("ссылаясь на резолюцию 46/97 Совета по правам человека и на его резолюцию 48/93,", "A/HRC/RES/48/93"),
        ("ссылаясь на резолюцию 46/97 Совета по правам человека; его резолюция 48/93 говорит,", "A/RES/48/93"),
    ],
)
def test_of_another_organ_is_that_of_the_text_before_in_the_sentence(text: str, target: str) -> None:
    assert cited(text, "GA", "ru")[-1] == target


def test_the_date_after_a_range_is_that_of_its_members() -> None:
    found = read("Recalling its resolutions 66/901 to 66/903 of 9 December 2011,", "GA").citations
    assert [one.date for one in found] == ["2011-12-09"] * 3


def test_what_could_not_be_read_is_a_finding() -> None:
    words = "Recalling its resolutions 901 (1994), 902 (199?) and 903 (1994) to 905 (1994),"
    text = f"Resolution 9999 (2091)\nof 1 May 2091\n\nThe Security Council,\n\n{words}\n\n1. Decides to wait.\n"
    found = converted("en", text).diagnostics
    about = [(one.code, one.line, one.column) for one in found if one.code.startswith("citation-")]
    assert about == [("citation-unread", 6, words.index("902") + 1)]


def test_what_is_no_number() -> None:
    for text in (
        "the 2/3 of the lamps",
        "24/7 light",
        "a B-52/2 lamp and resolution on 1.5/2 lamps",
        "10⁶ lamps (1994)",
    ):
        assert cited(f"Noting {text},", "GA") == []


# --- documents ----------------------------------------------------------------------------------------------------

CHAINS = [
    ("S/48120/Add.4-6", ["S/48120/Add.4", "S/48120/Add.5", "S/48120/Add.6"]),
    ("S/47930/Add.71 to Add.73", ["S/47930/Add.71", "S/47930/Add.72", "S/47930/Add.73"]),
    ("S/47930/Add.1584 to Add.1640", [f"S/47930/Add.{number}" for number in range(1584, 1641)]),
    ("A/98/902 and Add.1–2 and Add.2/Corr.1", ["", "/Add.1", "/Add.2", "/Add.2/Corr.1"]),
    ("A/98/902, Add.1, 3 and 4, and Corr.1", ["", "/Add.1", "/Add.3", "/Add.4", "/Corr.1"]),
    ("A/98/902, Add.1/Rev.1 and Add.2", ["", "/Add.1/Rev.1", "/Add.2"]),
    ("A/98/902/Add.1, Corr.2 and Add.3", ["/Add.1", "/Add.1/Corr.2", "/Add.3"]),
    ("A/98/902 and Corr.1, 12 lamps and 3 ships", ["", "/Corr.1"]),
    ("A/98/902 and Corr.1 and 14/7 lamps", ["", "/Corr.1"]),
]


@pytest.mark.parametrize(("text", "targets"), CHAINS)
def test_addenda_are_a_chain(text: str, targets: list[str]) -> None:
    whole = [target if target.startswith("S") else f"A/98/902{target}" for target in targets]
    assert cited(f"Noting the reports on lamps ({text}),") == whole
    assert said(f"Noting the reports on lamps ({text}),") == []


def test_a_range_of_addenda_that_cannot_be_told_is_said() -> None:
    assert said("Noting the reports on lamps (A/98/902, Add.1 to Corr.4),") == [("range-incomplete", "Corr.4")]


def test_ibid_means_what_the_note_cites_and_no_aside() -> None:
    notes = ["See A/94/31 (which replaces A/93/31).", "Ibid., para. 5."]
    given = resolution("en", "GA", ["Noting the lamps,"], ["preambular"], notes)
    found = read_citations(given, language("en")).citations
    assert [(one.place, one.target) for one in found] == [("fn:1", "A/94/31"), ("fn:1", "A/93/31"), ("fn:2", "A/94/31")]


# --- organs -------------------------------------------------------------------------------------------------------


def test_an_organ_that_is_named_before_is_a_hint() -> None:
    assert cited("Noting the wish of the General Assembly, expressed by resolution 47/921 on lamps,") == [
        "A/RES/47/921"
    ]
    assert cited("Noting that the General Assembly, in its resolution 901 (1994), asked,") == ["S/RES/901(1994)"]


def test_a_text_of_others_is_nobody_elses() -> None:
    assert cited("Noting resolutions 5/941 and 5/942 of the UN-Habitat Assembly,", "HRC") == [None, None]
    assert cited("Noting what the UN-Habitat Assembly asked in its resolution 2/941,", "GA") == [None]
    text = "Recalling resolution 5/941 of the UN-Habitat Assembly and resolution 70/942 on lamps,"
    assert cited(text, "GA") == [None, "A/RES/70/942"]


def test_a_resolution_in_a_document_is_of_the_organ_of_the_document() -> None:
    noted = "Noting CTOC/COP/2096/10, section I, resolution 10/96, and A/96/53, part I, resolution 5/96,"
    assert cited(noted, "GA") == ["CTOC/COP/2096/10", None, "A/96/53", "A/HRC/RES/5/96"]
    assert cited("Noting CTOC/COP/2096/10, and resolution 71/996,", "GA") == ["CTOC/COP/2096/10", "A/RES/71/996"]


# --- pinpoints ----------------------------------------------------------------------------------------------------

PATHS = [
    ("paragraph 9 (c) (ii) and (v) of its resolution 71/922", ["9(c)(ii)", "9(c)(v)"]),
    ("paragraphs 12 (b) (i) to (iii) and 14 of its resolution 71/922", ["12(b)(i)", "12(b)(ii)", "12(b)(iii)", "14"]),
    ("paragraph 3 (a) (i) and (b) (ii) of its resolution 71/922", ["3(a)(i)", "3(b)(ii)"]),
    ("paragraph 3 (h) and (i) of its resolution 71/922", ["3(h)", "3(i)"]),
    ("paragraph 6 (b), (c) (d) or (e) of its resolution 71/922", ["6(b)", "6(c)", "6(d)", "6(e)"]),
    ("paragraphs 8 (e)- (h) of its resolution 71/922", ["8(e)", "8(f)", "8(g)", "8(h)"]),
    ("section II, paragraphs 3 and 4 (b), and section IV of its resolution 71/922", ["II.3", "II.4(b)", "IV"]),
    ("the Assembly in line with paragraph 11 of its resolution 71/922", ["11"]),
    ("paragraph 4 above and resolution 71/922", []),
]


@pytest.mark.parametrize(("text", "labels"), PATHS)
def test_paths_keep_their_parent(text: str, labels: list[str]) -> None:
    assert pinpoints(f"Recalling {text},", "GA") == [labels]


# --- any text -----------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*PIECES, "242. (1967) ", "902 (199?) ", "2712, 2720 (2023) ", "60 / 251 "]), max_size=16
    ).map("".join),
    st.sampled_from(["HRC", "GA", "SC", None]),
)
def test_citations_lie_in_their_text(text: str, body: str | None) -> None:
    found = read_citations(resolution("en", body, [text], ["preambular"]), language("en"))
    last = (0, 0)
    for one in found.citations:
        assert one.text == text[one.start : one.end]
        assert one.start <= one.main_start < one.main_end <= one.end <= len(text)
        assert (one.start, one.end) == last or one.start >= last[1], "citations overlap"
        last = (one.start, one.end)
        at = one.start
        for pinpoint in one.pinpoints:
            assert at <= pinpoint.start <= pinpoint.end <= one.end
            at = pinpoint.end
    for remark in found.said:
        assert 0 <= remark.remark.start < remark.remark.end <= len(text)


class Steps:
    """How often the scanner, the matcher and the reader took a step."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken = 0
        for owner, name in (
            (scan.Scanner, "_shape"),
            (table.Table, "find"),
            (match, "take"),
            (Tokens, "__getitem__"),
        ):
            monkeypatch.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, function: Any) -> Any:
        def counted(*given: Any) -> Any:
            self.taken += 1
            return function(*given)

        return counted


HAN_HOSTILE = [
    "第1(1990)号、", "大会关于", "其第1/1号决议第1和", "题为“", "二〇四〇年三月", "一二三四五六七八", "第3(a)段和(b)",
    "附件一和",
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "piece"), [*(("en", piece) for piece in HOSTILE), *(("zh", piece) for piece in HAN_HOSTILE)]
)
def test_work_grows_with_the_text(code: str, piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the text takes four times as many steps, not sixteen times."""
    steps = Steps(monkeypatch)
    made = page.load_page(code, AUTHORITIES)
    counts = []
    for size in (2_500, 10_000):
        steps.taken = 0
        reader.numbered(made.tokens((piece * size)[:size]), made)
        counts.append(steps.taken)
    assert counts[1] < 5 * counts[0] + 1000
