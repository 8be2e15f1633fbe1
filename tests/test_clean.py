"""Reading and cleaning: encodings, lines, furniture, notes and their marks, healed wraps."""

from __future__ import annotations

import pytest

from converter.authorities import Authorities
from converter.clean import clean, heal, join_lines
from converter.languages import load
from converter.model import Clean, Line
from converter.read import read_text


def cleaned(text: str, authorities: Authorities) -> Clean:
    source, _ = read_text(text.encode(), "zh.txt", "zh")
    return clean(source, load("zh", authorities))


def body(text: str, authorities: Authorities) -> list[str]:
    return [line.text for line in cleaned(text, authorities).lines]


def joined(lines: list[str], authorities: Authorities) -> str:
    language = load("zh", authorities)
    return join_lines([heal(Line(1, 0, line), language) for line in lines], language).text


# --- lines ----------------------------------------------------------------------------------------------------


def test_lines_know_their_numbers_and_offsets() -> None:
    source, _ = read_text("一\r\n二\r三\n四\f五\u2028六\n七".encode(), "x", "zh")
    assert [(line.number, line.text) for line in source.lines] == [
        (1, "一"),
        (2, "二"),
        (3, "三"),
        (4, "四"),
        (4, "五"),
        (4, "六"),
        (5, "七"),
    ]
    assert all(source.text[line.start : line.start + len(line.text)] == line.text for line in source.lines)
    assert [line.text for line in source.lines if line.page_top] == ["一", "五"]
    assert source.locate(source.text.index("七")) == (0, 5, 1)


def test_a_line_below_an_empty_one_has_a_gap_above() -> None:
    source, _ = read_text("一\n二\n\n \n三".encode(), "x", "zh")
    assert [line.text for line in source.lines if line.gap] == ["三"]


def test_the_first_filled_line_after_a_form_feed_is_the_top_of_its_page() -> None:
    source, _ = read_text("一\n\f\n \n二\n三".encode(), "x", "zh")
    assert [line.text for line in source.lines if line.page_top] == ["一", "二"]


# --- healing --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "healed"),
    [
        (" 第 5 段 ", "第5段"),
        ("2021 年 10 月 11 日第 48/924 号决议", "2021年10月11日第48/924号决议"),
        ("病毒病 (COVID-19) 大流行", "病毒病(COVID-19)大流行"),
        ("古巴 * 和也门", "古巴*和也门"),
        ("Human Rights Council", "Human Rights Council"),
        ("灯　塔", "灯　塔"),
        ("目标 17, 该目标", "目标17, 该目标"),
        ("灯\u200b塔\x00亮\u202e", "灯塔亮"),
    ],
)
def test_stray_spaces_go_and_words_stay(line: str, healed: str, authorities: Authorities) -> None:
    assert heal(Line(1, 0, line), load("zh", authorities)).text == healed


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["点亮灯", "塔"], "点亮灯塔"),
        (["第 2", "5 段"], "第25段"),
        (["2021 年 1", "2 月"], "2021年12月"),
        (["第 60/", "251 号决议"], "第60/251号决议"),
        (["A/HRC/", "49/68"], "A/HRC/49/68"),
        (["Human", "Rights"], "Human Rights"),
        (["Rights,", "Council"], "Rights, Council"),
        (["灯塔", "Light"], "灯塔Light"),
        (["", "灯塔"], "灯塔"),
    ],
)
def test_wrapped_lines_join(lines: list[str], text: str, authorities: Authorities) -> None:
    assert joined(lines, authorities) == text


def test_a_healed_text_knows_where_its_characters_stood(authorities: Authorities) -> None:
    raw = " 第 48/924 号\x00决议 "
    text = heal(Line(1, 100, raw), load("zh", authorities))
    assert text.text == "第48/924号决议"
    for offset, char in enumerate(text.text):
        assert raw[text.source_offset(offset) - 100] == char


# --- furniture ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A/HRC/51/L.901", "symbol"),
        ("2", "page-number"),
        ("2/5", "page-number"),
        ("- 2 -", "page-number"),
        ("第 2 页，共 5 页", "page-number"),
        ("A/HRC/51/L.901 2", "running-head"),
        ("2 A/HRC/51/L.901", "running-head"),
        ("GE.22-15792", "job-number"),
        ("GE.22-15792 (C) 061022 071022", "job-number"),
        ("22-15792", "job-number"),
        ("GE.22-15792 3", "job-number"),
        ("3/4 22-15792", "job-number"),
        ("*2215792*", "bar-code"),
        ("__________", "rule"),
        ("请回收", "recycle-mark"),
    ],
)
def test_furniture(line: str, kind: str, authorities: Authorities) -> None:
    found = cleaned(f"A/HRC/51/L.901\n人权理事会，\n重申灯塔照\n{line}\n明，\n1. 请。\n", authorities)
    assert [(one.kind, one.text) for one in found.furniture] == [(kind, line)]
    assert [one.text for one in found.lines][2:4] == ["重申灯塔照", "明，"]


@pytest.mark.parametrize(
    "lines",
    [
        ["回顾灯塔管理局的报告", "A/HRC/49/901", "和来信，"],  # a symbol that the text cites, on a line of its own
        ["请秘书长根据第", "25", "段编写报告，"],  # a number that the text counts with
        ["讨论了议程项目", "10", "下的灯塔照明，"],
        ["A/HRC/49/901 号文件和", "A/HRC/49/902", "号文件，"],
    ],
)
def test_words_on_a_line_of_their_own_are_no_furniture(lines: list[str], authorities: Authorities) -> None:
    text = "A/HRC/51/L.901\n人权理事会，\n" + "\n".join(lines) + "\n1. 请。\n"
    assert cleaned(text, authorities).furniture == ()
    assert body(text, authorities)[2:5] == lines


def test_a_symbol_at_the_edge_of_a_page_is_furniture(authorities: Authorities) -> None:
    found = cleaned("人权理事会，\n重申灯塔照\n2\nA/HRC/51/L.901\n明，\nA/HRC/51/L.901\n3\n1. 请。\n", authorities)
    assert [one.text for one in found.furniture] == ["2", "A/HRC/51/L.901", "A/HRC/51/L.901", "3"]


@pytest.mark.parametrize("head", ["A/HRC/51/L.901 灯塔 之权利", "灯塔 之权利 A/HRC/51/L.901"])
def test_a_running_head_repeats_the_title_behind_one_blank(head: str, authorities: Authorities) -> None:
    masthead = "A/HRC/51/L.901\n\n51/901. 灯塔 之权利\n\n人权理事会，\n\n"
    found = cleaned(f"{masthead}重申灯塔照\n2\n{head}\n明，\n\n1. 请。\n", authorities)
    assert [one.text for one in found.furniture] == ["2", head]
    cited = cleaned(f"{masthead}重申灯塔照\n2\nA/HRC/51/L.901 之权\n明，\n\n1. 请。\n", authorities)
    assert [one.text for one in cited.furniture] == ["2"]


def test_control_characters_are_declared_once(authorities: Authorities) -> None:
    found = cleaned("人权理事会，\n灯\x00塔\n*A\x1c12345*\n \x01 \n", authorities)
    assert sorted((one.kind, one.text) for one in found.furniture) == [
        ("bar-code", "*A\x1c12345*"),
        ("control", "\x00"),
        ("control", "\x01"),
    ]


# --- notes ----------------------------------------------------------------------------------------------------


def marks(text: str, authorities: Authorities) -> list[tuple[str, str | None]]:
    """Each note's marker and the words right before its mark."""
    found = cleaned(text, authorities)
    source = found.source.text
    return [
        (note.marker, None if note.mark is None else source[: note.mark].rstrip()[-3:])
        for note in found.notes
        if note.marker.isdecimal()
    ]


NOTE = " 1 A/HRC/49/901。\n"


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("秘书长的报告，1", "报告，"),
        ("秘书长的报告，1 其中", "报告，"),
        ("秘书长的报告1和来信", "的报告"),
        ("秘书长的报告”1，", "报告”"),
        ("秘书长的报告；1 ", "报告；"),
        ("第 1 段和目标 1 以及报告，1", "报告，"),
        ("议程项目1和报告1，", "和报告"),
        ("1 月和 1 个报告，1", "报告，"),
        ("报告，1 2021 年", "报告，"),
        ("报告，1\n2021 年", "报告，"),
    ],
)
def test_the_mark_of_a_note(line: str, before: str, authorities: Authorities) -> None:
    assert marks(f"人权理事会，\n回顾{line}\n以及灯塔，\n{NOTE}1. 请。\n", authorities) == [("1", before)]


@pytest.mark.parametrize(
    "lines",
    [
        "讨论了议程项目 1\n0 下的灯塔，",
        "讨论了议程项目1\n0 下的灯塔，",
        "根据第 1\n5 段，",
        "根据第1段，",
        "在 1\n月的灯塔，",
        "点亮了1个灯塔，",
        "持续，1 个月，",
    ],
)
def test_a_wrapped_number_is_no_mark(lines: str, authorities: Authorities) -> None:
    assert marks(f"人权理事会，\n{lines}\n{NOTE}1. 请。\n", authorities) == [("1", None)]


def test_marks_stand_in_the_order_of_their_notes(authorities: Authorities) -> None:
    text = "人权理事会，\n回顾来信，2 重申报告，1 又重申\n通报，2 和灯塔，\n 1 见甲。\n 2 见乙。\n1. 请。\n"
    assert marks(text, authorities) == [("1", "报告，"), ("2", "通报，")]


def test_a_mark_does_not_stand_before_that_of_the_note_before(authorities: Authorities) -> None:
    text = "人权理事会，\n回顾来信，2 重申报告，1 又重申\n灯塔，\n 1 见甲。\n 2 见乙。\n1. 请。\n"
    assert marks(text, authorities) == [("1", "报告，"), ("2", None)]


def test_a_note_of_several_lines(authorities: Authorities) -> None:
    text = "人权理事会，\n回顾报告，1 重申\n 1 见灯塔管理局的来信，\n载于年度通报，\n第 7 段。\n灯塔，\n1. 请。\n"
    found = cleaned(text, authorities)
    assert [note.text.text for note in found.notes] == ["见灯塔管理局的来信，载于年度通报，第7段。"]
    assert [line.text for line in found.lines][-2:] == ["灯塔，", "1. 请。"]


def test_a_numbered_paragraph_is_no_note(authorities: Authorities) -> None:
    text = "人权理事会，\n1 请各国点亮灯塔。\n"
    assert cleaned(text, authorities).notes == ()


def test_a_star_belongs_to_its_note(authorities: Authorities) -> None:
    found = cleaned("古巴*：决议草案\n * 非人权理事会成员国。\n ** 灯塔。\n人权理事会，\n", authorities)
    assert [(note.marker, note.text.text) for note in found.notes] == [("*", "非人权理事会成员国。")]
    assert "** 灯塔。" in [line.text.strip() for line in found.lines]
