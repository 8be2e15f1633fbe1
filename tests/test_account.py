"""The law of no silence: what looks like a citation is one, is known to be none, or is said at its place.

The texts of the Security Council beside the repository and a sample of the marked-up ones are read, where they are
there, and every text of the fixtures; `make gold` asks the same of all shared texts (`tests/measure/account.py`).
"""

from __future__ import annotations

import functools

import pytest

from converter.cite import unread_symbols
from converter.cite.taken import Taken
from converter.view import Tokens, fold
from tests.language_examples import examples, language, name_of, read_citations, resolution
from tests.measure.account import Shared, account, called, look, note_shaped, shared

CODES = ("ar", "en", "es", "fr", "ru", "zh")
WORKS = 4  # of the marked-up ones, in each language: `make gold` asks all
MOST_SAID = 0.1  # findings of this kind in a text, on average: more would be crying for nothing
OF_NOTES = ("mark-without-note", "note-without-mark", "note-in-text", "note-with-text")
# Those of the marked-up texts with the widest tables; one of the second has a star (level H*) and no note for it.
TABLES = ("A/RES/79/249", "A/RES/79/250")


@functools.cache
def texts() -> tuple[Shared, ...]:
    """The sample of the shared texts: those of the Council, and some of the marked-up works."""
    return tuple(shared(WORKS, TABLES, ("unsc-en",)))


@pytest.mark.shared("corpus")
def test_nothing_number_shaped_vanishes_from_the_shared_texts() -> None:
    silent: dict[str, list[str]] = {}
    said = 0
    for one in texts():
        lost, remarks = account(one.expression.resolution)
        said += remarks
        if lost:
            silent[one.name] = lost
    assert texts()
    assert not silent
    assert said <= MOST_SAID * len(texts()), "the finding cries for nothing"


@pytest.mark.shared("corpus")
def test_every_number_like_a_mark_is_one_or_is_said_in_the_shared_texts() -> None:
    silent: dict[str, list[str]] = {}
    loud: dict[str, int] = {}
    shaped = 0
    for one in texts():
        count, lost = note_shaped(one.expression, one.source)
        shaped += count
        if lost:
            silent[one.name] = lost
        said = [finding for finding in one.expression.diagnostics if finding.code in OF_NOTES]
        if said and one.name.startswith("A_RES"):
            loud[one.name] = len(said)
    assert shaped
    assert not silent
    assert {name[:12]: count for name, count in loud.items()} == {"A_RES_79_250": 1}, "the others have all their notes"


BESIDE = {
    "en": ("Recalling resolution No. 942 (2031) and decision 9/338,", ["942 (2031)", "9/338"]),
    "fr": ("Rappelant la résolution n° 942 (2031) et la décision 9/338,", ["942 (2031)", "9/338"]),
    "es": ("Recordando la resolución núm. 942 (2031) y las decisiones 9/338,", ["942 (2031)", "9/338"]),
    "ru": ("ссылаясь на резолюцию № 942 (2031) и решение 9/338,", ["942 (2031)", "9/338"]),
    "ar": ("وإذ يشير إلى القرار رقم 942 (2031) والمقرر 9/338،", ["942 (2031)", "9/338"]),
    "zh": ("回顾第942(2031)号决议和第9/338号决定，决定2031年点灯，", ["942(2031)", "9/338"]),
}


@pytest.mark.parametrize("code", CODES)
def test_a_number_beside_what_a_work_is_called_is_asked_for(code: str) -> None:
    """It is silent unless something of it is read or said; the years, and what other bodies number, are declared."""
    words, numbers = BESIDE[code]
    given = resolution(code, "GA", words)
    silent = [line.partition(">")[2].partition("<")[0] for line in called(given, {})]
    assert sorted(silent) == sorted(numbers)
    place = given.paragraphs[0].id
    spans = [(words.index(number), words.index(number) + 1) for number in numbers]
    assert list(called(given, {place: spans})) == []


@pytest.mark.parametrize(
    "number", ["1, annex", "58.3 of May", "7/COP.15", "15 (Cg-18)", "74(14) of May", "2031 onwards"]
)
def test_numbers_of_other_bodies_are_declared(number: str) -> None:
    assert list(called(resolution("en", "GA", f"Recalling resolution {number},"), {})) == []


def test_the_law_is_asked_of_one_text_as_of_all() -> None:
    words = "The Security Council,\n\nRecalling resolution 9342 (2031) on lamps,\n\n1. Requests oil for the lamps2.\n"
    told = look(Shared("x.txt", "en", ".txt", words.encode()))
    assert (told.silent, told.said, told.shaped) == ((), 0, 1)


@pytest.mark.parametrize(("code", "example"), examples("citations"), ids=name_of)
def test_nothing_number_shaped_vanishes_from_the_fixtures(code: str, example: dict[str, object]) -> None:
    body = example["body"]
    text = resolution(code, body, example["text"], notes=example.get("notes"))  # type: ignore[arg-type]
    assert account(text)[0] == []


SAID = {  # a number that nothing in its sentence speaks of, and members of lists that cannot be read
    "en": [
        "Acting per 2304 (2016) on lamps,",
        "The lamp 61/2 of 13 August 2006 burns,",
        "Recalling its resolutions 60/1 that lit the lamps, 61/2 that trimmed the wicks,",
    ],
    "fr": ["Agissant selon 2304 (2016) pour les phares,"],
    "es": ["Actuando según 2304 (2016) por los faros,"],
    "ru": ["действуя по 2304 (2016) ради маяков,"],
    "ar": ["إذ يعمل وفق 2304 (2016) من أجل المنارات،"],
    "zh": ["按照2304(2016)管理灯塔，"],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in CODES for text in SAID[code]])
def test_what_cannot_be_read_is_said_where_it_stands(code: str, text: str) -> None:
    given = resolution(code, "SC" if "2304" in text else "GA", text)
    said = [one.remark for one in read_citations(given, language(code)).said if one.remark.code == "citation-unread"]
    assert [text[one.start : one.end].replace(" ", "") for one in said] == ["2304(2016)" if "2304" in text else "61/2"]


@pytest.mark.parametrize(
    "text",
    [
        "Noting general recommendation No. 25 (2000) and vol. 12 (1960) of the lamps,",
        "Deciding by 2/3 of the votes in the 1996/97 season, 24/7,",
        "Recalling resolution 2304 (2016) and acting per 2304 (2016),",
    ],
)
def test_it_does_not_cry_for_nothing(text: str) -> None:
    assert read_citations(resolution("en", "SC", text), language("en")).said == ()


ALONE = [
    ("en", "Recalling resolution 942 on lamps,"),
    ("en", "Recalling resolution No. 942 and resolution 9338 (1973) on lamps,"),
    ("en", "Recalling General Assembly resolution 942 of 11 December 1948 on lamps,"),
    ("fr", "Rappelant la résolution 942 sur les phares,"),
    ("es", "Recordando la resolución 942 sobre los faros,"),
    ("ru", "ссылаясь на резолюцию 942 о маяках,"),
    ("ar", "وإذ يشير إلى القرار 942 بشأن المنارات،"),
    ("zh", "回顾关于灯塔的决议942，"),
    ("zh", "回顾安理会关于灯塔的第942号决议，"),
    ("es", "Recordando la resolución 942 del Consejo de Seguridad,"),
    ("fr", "Rappelant la résolution 942 du Conseil de sécurité,"),
    ("en", "Recalling resolution 942, and the efforts for the lamps,"),
]


@pytest.mark.parametrize(("code", "text"), ALONE, ids=[text for _, text in ALONE])
def test_a_number_without_year_or_session_behind_its_noun_is_said(code: str, text: str) -> None:
    found = read_citations(resolution(code, "SC", text), language(code))
    assert [(one.remark.code, text[one.remark.start : one.remark.end]) for one in found.said] == [
        ("citation-unread", "942")
    ]


LISTED = [
    ("en", "Recalling resolutions 942 and 943 and the lamps,", ["942", "943"]),
    ("en", "Recalling resolutions 942, 943 and 9338 on lamps,", ["942", "943", "9338"]),
    ("en", "Recalling decision 942 and 943 keepers of lamps,", ["942"]),
    ("en", "Recalling resolutions 9338 (2073) and 943 on lamps,", ["943"]),
    ("en", "Recalling resolution 9338 (2073) and 500 keepers, and resolution 9339 (2073) and 1991,", []),
    ("fr", "Rappelant les résolutions 942 et 943, sur les phares,", ["942", "943"]),
    ("es", "Recordando las resoluciones 942, 943 y 944 sobre los faros,", ["942", "943", "944"]),
    ("ru", "ссылаясь на резолюции 942 и 943, о маяках,", ["942", "943"]),
    ("ar", "وإذ يشير إلى القرارين 942 و 943 بشأن المنارات،", ["942", "943"]),
    ("zh", "回顾关于灯塔的第942和943号决议，", ["942", "943"]),
    ("zh", "回顾关于灯塔的第942号、第943号和第944号决议，", ["942", "943", "944"]),
]


@pytest.mark.parametrize(("code", "text", "said"), LISTED, ids=[text for _, text, _ in LISTED])
def test_each_number_of_a_list_without_years_is_said(code: str, text: str, said: list[str]) -> None:
    found = read_citations(resolution(code, "SC", text), language(code))
    assert [text[one.remark.start : one.remark.end] for one in found.said] == said


COUNTS = [
    ("en", "Noting that by that resolution 500 keepers were moved, and by the decision 300 000 lamps were lit,"),
    (
        "en",
        "Noting the adopted resolution 120 votes to none, the decision 300,000 keepers took,",
    ),
    ("en", "Noting that document 500 organizations signed and the resolution 300 of the keepers wrote,"),
    ("fr", "Notant que par cette résolution 500 gardiens ont été déplacés,"),
    ("es", "Observando que por esa resolución 500 personas fueron trasladadas,"),
    ("ru", "отмечая, что по этой резолюции 500 смотрителей переехали, и резолюцию 1995 года,"),
    (
        "en",
        "Noting the (“1267 Lamps”) of the report, («1267»), ($5000), (>2000), (-1500), [#1234], (A$1500) and (E 1234),",
    ),
    ("fr", "Rappelant la résolution 9645 (2005) au 30 juin 2031, selon les phares,"),
    ("en", "Recalling resolution 9645 (2005) as 20 December 2005 showed, if 3 May 2006 did,"),
    ("ru", "ссылаясь на резолюцию 9645 (2005) до 30 июня 2031 года,"),
]


@pytest.mark.parametrize(("code", "text"), COUNTS, ids=[text for _, text in COUNTS])
def test_counts_sums_and_names_are_no_numbers_of_works(code: str, text: str) -> None:
    assert read_citations(resolution(code, "SC", text), language(code)).said == ()


def test_a_long_chain_of_addenda_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [0]
    touches = Tokens.touches

    def count(self: Tokens, index: int) -> bool:
        steps[0] += 1
        return touches(self, index)

    page = language("en").page
    tokens = page.tokens(fold("x" + "/Add.1" * 500))
    monkeypatch.setattr(Tokens, "touches", count)
    assert len(list(unread_symbols.documents(tokens, (), page))) == 500
    assert steps[0] <= 3 * len(tokens)


def test_spans_that_overlap_are_one() -> None:
    taken = Taken.of([(10, 30), (12, 14), (40, 50), (30, 32)])
    assert [taken.touch(at, at + 1) for at in (9, 10, 20, 29, 31, 32, 39, 49, 50)] == [
        False, True, True, True, True, False, False, True, False,
    ]  # fmt: skip


LIKE_SYMBOLS = [
    ("en", "Noting document S.98111 and the letter of 3 May on lamps,", ["S.98111"]),
    ("en", "Noting the letter (S 98112), the reports (Sf98113) and (&/98114),", ["S 98112", "Sf98113", "&/98114"]),
    ("en", "Noting the Add.1 and Corr. 2 of the report on lamps,", ["Add.1", "Corr. 2"]),
    ("fr", "Notant la lettre (S.98115) et le document S-98116 sur les phares,", ["S.98115", "S-98116"]),
    ("es", "Tomando nota de la carta (S.98115) y del documento S-98116 sobre los faros,", ["S.98115", "S-98116"]),
    ("ru", "принимая к сведению письмо (S.98115) и документ S-98116 о маяках,", ["S.98115", "S-98116"]),
    ("ar", "وإذ يحيط علما بالرسالة (S.98115) عن المنارات،", ["S.98115"]),
    ("zh", "注意到关于灯塔的信(S.98115)，", ["S.98115"]),
]


@pytest.mark.parametrize(("code", "text", "symbols"), LIKE_SYMBOLS, ids=[text for _, text, _ in LIKE_SYMBOLS])
def test_what_stands_where_a_symbol_does_and_is_none_is_said(code: str, text: str, symbols: list[str]) -> None:
    found = read_citations(resolution(code, "SC", text), language(code))
    assert found.citations == ()
    assert [text[one.remark.start : one.remark.end] for one in found.said] == symbols
    assert {one.remark.code for one in found.said} == {"citation-unread"}


@pytest.mark.parametrize(
    "text",
    [
        "Noting document S/98111 and Add.1, the reports (2014), (12345 lamps), (1,234), document 3 and those of 1974,",
        "Noting document WT/MIN(22)/31 of the lamp traders, decision WT/L/508/Add.1 and convention (No. 20278),",
        "Noting the letter (S/98112 and Corr.1), chap. I, resolution 1, annex, of the lamp conference,",
        "Noting the decision 2025 to 2027 and resolution 9338 (1973),",
    ],
)
def test_what_stands_there_and_is_none_is_not_said(text: str) -> None:
    assert read_citations(resolution("en", "SC", text), language("en")).said == ()
