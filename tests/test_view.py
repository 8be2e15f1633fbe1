"""The folded view: its offset law, on any text, and what folds and what does not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.printable import columns, columns_of_sign
from converter.view import View, fold, key_of

PIECES = [
    "60", "/", " ", "  ", "251", "(", ")", "( ", " )", "1967", "XXII", "S-", "ES- ", "\u00a0", "\n", "PV.", "Add.",
    "，", "（", "）", "２", "٣", "\u0640", "قَرَار", "أ", "ﻗﺮار", "ﬁ", "½", "⁶", "①", "\u00ad", "\u200f", "–", "“", "’",
    "А/", "é", "e\u0301", "İ", "№", "Ⅳ",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


def dropped(char: str) -> bool:
    return unicodedata.category(char)[0] not in "LN" or char == "\u0640"


@given(TEXTS)
@example("S - VII ( S - VII )")
@example("1 / / 2")
def test_the_offset_law(text: str) -> None:
    view = fold(text)
    assert view.source == text
    assert len(view.at) == len(view.text) + 1
    assert list(view.at) == sorted(view.at)
    assert view.at[-1] == len(text)
    standing = set(view.at)
    assert all(dropped(char) or offset in standing for offset, char in enumerate(text))
    assert len(view.key) == len(view.text)


def test_what_is_seen_at_once_is_what_is_looked_up_sign_by_sign() -> None:
    others = ("\u00ad", "é")  # beside one of these each sign is looked up
    for sign in map(chr, range(0x10000)):
        assert fold(sign).text == fold(sign + others[0]).text
        assert key_of(sign) == key_of(others[1] + sign)[1:]
        assert columns(sign) == columns_of_sign(sign)


@pytest.mark.parametrize(("text", "wide"), [("灯塔。Lamp", 10), ("е\u0301й", 2), ("لَمب", 3), ("〇ｱ🙂", 5), ("", 0)])
def test_how_many_columns_a_text_takes(text: str, wide: int) -> None:
    assert columns(text) == wide == sum(map(columns_of_sign, text))


@given(TEXTS)
@example("А/А/0")
def test_a_folded_text_is_folded(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
    assert key_of(key_of(once)) == key_of(once)


@given(TEXTS, st.data())
def test_spans_lie_in_the_source_and_follow_each_other(text: str, data: st.DataObject) -> None:
    view = fold(text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    first, last = view.span(start, end)
    assert 0 <= first < last <= len(text)
    assert end == len(view.text) or last <= view.at[end] or view.at[end] == view.at[end - 1]


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("resolution 60 / 251", "resolution 60/251"),
        ("242 ( 1967 ) and 2253 (ES- V)", "242 (1967) and 2253 (ES-V)"),
        ("S- 26 /2", "S-26/2"),
        ("S/PV. 1590, S/ 13384, Add. 1", "S/PV.1590, S/13384, Add.1"),
        ("A / 81 / 229 / Add.1, S / 24870 and S / 2004 / 12", "A/81/229/Add.1, S/24870 and S/2004/12"),
        ("A / HRC / 49 / 68, E / CN.4 / 1998 / 12, A / C.3 / 81 / L. 12", "A/HRC/49/68, E/CN.4/1998/12, A/C.3/81/L.12"),
        ("документ А / 81 / 229", "документ A/81/229"),
        ("plan A / 3 lamps, groups A / B / C, S / 12 oil", "plan A / 3 lamps, groups A / B / C, S / 12 oil"),
        ("第１３２５（２０００）号决议，", "第1325(2000)号决议，"),
        ("٦٠/٢٥١", "60/251"),
        ("القـــرار قَرارًا أُخرى", "القرار قرارا اخري"),
        ("فى الجمعیة والجمعيه", "في الجمعيه والجمعيه"),  # letters that texts print for one another
        ("ﻗﺮار", "قرار"),
        ("“a” – l’an", '"a" - l\'an'),
        ("А/61/53", "A/61/53"),
        ("10⁶ m², 3½, ①", "10⁶ m², 3½, ①"),
        ("re\u0301solution", "résolution"),
        ("a \n b\u00a0c", "a b c"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_what_folds(printed: str, folded: str) -> None:
    assert fold(printed).text == folded


def test_a_span_takes_the_signs_of_its_last_letter_along() -> None:
    view = fold("قرارًا، x")
    assert view.span(0, 5) == (0, 6)
    assert View("", "", (0,)).span(0, 0) == (0, 0)


def test_accents_and_capitals_do_not_count_in_a_key() -> None:
    assert key_of("Assemblée GÉNÉRALE") == "assemblee generale"
    assert key_of("Йод") == "йод"
