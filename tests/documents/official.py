"""One resolution in the official layout, in the languages of the converter, of invented words about lighthouses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter.read.raised import lowered, raised
from tests.documents.word import SEPARATORS, Xml, docx, level, lists, mark, note, p, r, row, table, tag

WIDE = ">>"  # before the words of a cell over two columns; the next one is empty
_SET_OFF = re.compile(r"\^([^^]+)\^")
_BOLD = "<w:b/>"
_BODY, _ANNEX = 1, 2
COUNTED = {
    "decimal": "12345678",
    "lowerLetter": "abcdefgh",
    "lowerRoman": ("i", "ii", "iii", "iv"),
    "arabicAbjad": "أبجدهوزح",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the resolution in one language. `^1^` is the mark of the first note."""

    nations: str
    symbol: str
    organ: str
    distribution: tuple[str, ...]
    head: tuple[str, ...]
    adoption: str
    title: str
    enacting: str
    preamble: tuple[str, ...]
    operative: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]
    annex: str
    annex_title: str
    annex_paragraphs: tuple[tuple[int, str], ...]
    figures: tuple[tuple[str, ...], ...]
    labels: tuple[str, str] = ("(%2)", "(%3)")  # of sub-paragraphs, as Word makes them
    counted: tuple[str, str] = ("lowerLetter", "lowerRoman")  # as Word calls it
    stop: str = "."  # behind the number of a paragraph
    rtl: bool = False


CHINESE = Words(
    nations="联合国",
    symbol="A/HRC/RES/51/936",
    organ="大会",
    distribution=("Distr.: General", "14 October 2022", "Chinese", "Original: English"),
    head=("人权理事会", "第五十一届会议", "2022年9月12日至10月7日", "议程项目3", "促进和保护所有人权"),
    adoption="人权理事会2022年10月7日通过的决议",
    title="51/936. 灯塔照明与沿海居民的权利",
    enacting="人权理事会，",
    preamble=(
        "遵循灯塔管理局的宗旨和原则，重申每座灯塔都应在日落之前点亮，并且在浓雾之中一直亮着，直到最后一艘船只入港为止，"
        "而且灯塔看守人的住所应在冬季来临之前备好足够的煤炭、灯油和淡水，以便看守人及其家属安然过冬，",
        "回顾理事会2021年10月11日第48/924号决议，^1^ 其中请各国报告灯塔的照明情况，并请灯塔管理局汇编各国提交的资料，"
        "说明哪些灯塔在过去十年之中曾经熄灭，熄灭了多久，以及当时有多少船只因此不得不停泊在外海等候天亮，",
        "赞赏地注意到灯塔看守人的报告^2^ 以及其中所载的建议，尤其是关于更换透镜、疏通烟道和培训年轻看守人的建议，"
        "这些建议是在走访了北方海岸的四十座灯塔并听取了渔民、引水员和港口工人的意见之后提出的，",
    ),
    operative=(
        (0, "呼吁各国："),
        (1, "在日落之前点亮每座灯塔，为此："),
        (2, "提供足够的灯油，并且每年至少两次检查油箱、灯芯和透镜，把检查的结果记入灯塔的日志，以供灯塔管理局在巡视之时"
            "逐页核对并在日志的末页签字；"),
        (2, "培训看守人；"),
        (1, "登记每一次熄灯，写明熄灯的时刻、当时的风向和雾的浓度，并且在三日之内把登记的内容送交最近的港口，由港口转交"
            "灯塔管理局存档备查；"),
        (0, "请灯塔管理局向人权理事会第五十四届会议提交报告，说明2030年之前如何在浓雾之中鸣响雾号，并通知附近的"
            "港口；^3^"),
        (0, "决定继续处理此事。"),
    ),
    notes=("A/HRC/48/924。", "A/HRC/51/906，第二节。", "见本决议附件，其中载有准则和灯塔一览表。"),
    closing=("第43次会议", "2022年10月7日", "[未经表决获得通过。]"),
    annex="附件",
    annex_title="一、灯塔照明准则",
    annex_paragraphs=(
        (0, "灯光应在十海里以外可见；在浓雾之中，灯光不能及远，看守人应每两分钟鸣响雾号一次，每次不少于六秒，直到雾"
            "散为止，并在日志之中记下雾号鸣响的次数和时刻，连同当时看得见的船只的数目和去向。"),
        (0, "看守人应每小时记录一次："),
        (1, "灯光的颜色以及从最近的岬角看去的明暗，如果同前一小时有所不同，应写明原因，并在下一小时再次查看，直到灯"
            "光恢复原来的颜色和明暗为止；"),
        (1, "雾的浓度。"),
        (0, "看守人离开灯塔之前，应把钥匙、日志和剩下的灯油交给接替的人，说明哪些灯芯需要修剪，哪块透镜有裂纹，哪段楼"
            "梯在冬季容易结冰，并且同接替的人一起点亮灯塔一次；接替的人没有到达的，看守人不得离开，直到港口另外派来看守"
            "的人为止，其间所需的粮食和淡水由港口用船送去。"),
    ),
    figures=(("灯塔", "海里", "点亮年份"), ("北礁", "12", "1902"), ("南角", "18", "1951")),
)  # fmt: skip

ENGLISH = Words(
    nations="United Nations",
    symbol="A/RES/73/901",
    organ="General Assembly",
    distribution=("Distr.: General", "18 October 2018"),
    head=("Seventy-third session", "Agenda item 129"),
    adoption="Resolution adopted by the General Assembly on 10 October 2018",
    title="73/901. Lamps of the northern harbours",
    enacting="The General Assembly,",
    preamble=(
        "Recalling its resolution 61/204 of 12 December 2006 on the keeping of lighthouses,^1^ and bearing in mind "
        "that 2030 lamps are to be lit anew before the ice closes the northern harbours and the ships can no longer "
        "leave them for the open sea,",
        "Taking note of the report of the Keeper of Lamps on the state of the harbours,^2^ in which he described the "
        "darkness that fell upon them in the winter of 2018, the ships that waited outside for the day, and the oil "
        "that could not be brought ashore,",
    ),
    operative=(
        (0, "Calls upon all States:"),
        (1, "To light every lamp before sunset, and to that end:"),
        (2, "To provide sufficient oil, and to look twice in each year at the tanks, the wicks and the glasses of "
            "every lamp, so that what is found there can be written into the book of the lighthouse;"),
        (2, "To train the keepers;"),
        (1, "To record each lamp that goes out, with the hour, the wind and the thickness of the fog, and to send the "
            "record within three days to the nearest harbour, which keeps it for the pilots;"),
        (0, "Requests the Secretary-General to report to the General Assembly at its seventy-fifth session on the oil "
            "that was burned in the harbours, with a summary for the pilots;^3^"),
        (0, "Decides to remain seized of the matter."),
    ),
    notes=("A/61/949.", "A/73/901, sect. II.", "See the annex to the present resolution, with the guidelines."),
    closing=("20th plenary meeting", "10 October 2018"),
    annex="Annex",
    annex_title="Guidelines for the keeping of lamps",
    annex_paragraphs=(
        (0, "The light shall be seen from a distance of ten miles; in fog, which no light can pass, the keeper shall "
            "sound the horn every two minutes, each time for no less than six seconds, until the air is clear again."),
        (0, "The keeper shall record each hour:"),
        (1, "The colour of the light, and how bright it is when it is seen from the nearest cape; where it differs "
            "from the hour before, the keeper shall say why, and look again an hour later;"),
        (1, "The thickness of the fog."),
        (0, "Before leaving the lighthouse the keeper shall hand the keys, the book and the oil that is left to the "
            "one who follows, say which wicks are to be trimmed, which glass is cracked and which stairs are icy in "
            "winter, and light the lamp once together with that person; a keeper whom nobody relieves shall stay."),
    ),
    figures=(("Lighthouse", "Miles", "First lit"), ("North Reef", "12", "1902"), ("South Head", "18", "1951")),
)  # fmt: skip

# One whose joined letters LibreOffice writes with their characters; of others a PDF has words that are not parted.
_FONT = tag("docDefaults", tag("rPrDefault", tag("rPr", tag("rFonts", ascii="Amiri", hAnsi="Amiri", cs="Amiri"))))
_GAP = '<w:spacing w:after="160"/>'
_INDENT = f'{_GAP}<w:ind w:firstLine="440"/>'


def labelled(items: Sequence[tuple[int, str]], words: Words) -> Iterator[tuple[int, str, str]]:
    """Paragraphs with how deep they are and the label before each, as Word makes it."""
    forms = [("decimal", f"%1{words.stop}"), *zip(words.counted, words.labels, strict=True)]
    counts = [0, 0, 0]
    for depth, text in items:
        counts[depth:] = [counts[depth] + 1, *[0] * (2 - depth)]
        kind, form = forms[depth]
        yield depth, form.replace(f"%{depth + 1}", COUNTED[kind][counts[depth] - 1]), text


def typed(words: Words) -> str:
    """The resolution as somebody types it: numbers are words, notes stand below a rule.

    Marks are figures; where signs stand raised or lowered, they are Unicode's raised signs, as the numbers of the notes
    are then. Nobody types what is hidden, nor spaces that do not part.
    """
    high = any("^+" in text for text in words.preamble)
    numbered = [
        [f"{label} {text}" for _, label, text in labelled(items, words)]
        for items in (words.operative, words.annex_paragraphs)
    ]
    lines = [
        words.nations, words.symbol, words.organ, *words.distribution, *words.head, words.adoption, words.title,
        words.enacting, *words.preamble, *numbered[0], *words.closing, words.annex, words.annex_title, *numbered[1],
        "\n".join("\t".join(cells).replace(WIDE, "") for cells in words.figures), "_______________",
        *(f"{raised(str(number)) if high else number} {note}" for number, note in enumerate(words.notes, 1)),
    ]  # fmt: skip
    return _SET_OFF.sub(lambda part: _typed(part[1], high=high), "\n\n".join(lines).replace("\u00a0", " ")) + "\n"


def _typed(part: str, *, high: bool) -> str:
    if part[0] in _SETTINGS:
        return {"+": raised, "-": lowered, "!": lambda _: ""}[part[0]](part[1:])
    return raised(part) if high else part


def resolution(words: Words, *, numbered: bool = True, bold: bool = False) -> bytes:
    """The resolution as DOCX: notes are Word's own, the letterhead is a table; numbers are Word's or typed.

    `bold`: all of it is set in bold.
    """

    def items(given: Sequence[tuple[int, str]], of: int) -> list[Xml]:
        if numbered:
            return [p(*_marked(text), num=(of, at), more=_INDENT) for at, text in given]
        return [p(*_marked(f"{label} {text}"), more=_INDENT) for _, label, text in labelled(given, words)]

    block = Xml("".join(p(line) for line in words.distribution))
    rules = row(words.nations, words.symbol), row(words.organ, block)
    body = [
        table(*rules, borders=False),
        p(""),
        *(p(line) for line in words.head),
        p(r(words.adoption, _BOLD), more=_GAP),
        p(r(words.title, _BOLD), more=_GAP),
        p(words.enacting, more=_INDENT),
        *(p(*_marked(text), more=_INDENT) for text in words.preamble),
        *items(words.operative, _BODY),
        *(p(line, more='<w:jc w:val="right"/>') for line in words.closing),
        p(r(words.annex, _BOLD), more=f'<w:pageBreakBefore/>{_GAP}'),
        p(r(words.annex_title, _BOLD), more=_GAP),
        *items(words.annex_paragraphs, _ANNEX),
        table(*(row(*_cells(cells)) for cells in words.figures), columns=3),
        p(""),
    ]  # fmt: skip
    notes = SEPARATORS + "".join(note(number, text, size=16) for number, text in enumerate(words.notes, 1))
    letters, romans = words.labels
    first, second = words.counted
    levels = level(0, "decimal", f"%1{words.stop}") + level(1, first, letters) + level(2, second, romans)
    numbering = lists({_BODY: levels, _ANNEX: levels}, {_BODY: (_BODY, ""), _ANNEX: (_ANNEX, "")})
    if not words.rtl:
        styles = {"styles": tag("docDefaults", tag("rPrDefault", tag("rPr", _BOLD)))} if bold else {}
        return docx(*body, footnotes=notes, numbering=numbering, **styles)
    body, notes = [_to_the_left(part) for part in body], _to_the_left(notes)
    return docx(*body, footnotes=notes, numbering=numbering, styles=_FONT)


def _cells(cells: Sequence[str]) -> Iterator[str]:
    """The cells of a row; behind one that is wide the next is none."""
    for before, cell in zip(("", *cells), cells, strict=False):
        if cell.startswith(WIDE):
            yield Xml(f'<w:tcPr><w:tcW w:w="4800"/><w:gridSpan w:val="2"/></w:tcPr>{p(cell.removeprefix(WIDE))}')
        elif not before.startswith(WIDE):
            yield cell


def _to_the_left(markup: str) -> Xml:
    """Paragraphs and tables that run from right to left."""
    return Xml(markup.replace("<w:pPr>", "<w:pPr><w:bidi/>").replace("</w:tblPr>", "<w:bidiVisual/></w:tblPr>"))


_SETTINGS = {
    "+": tag("vertAlign", val="superscript"),
    "-": tag("vertAlign", val="subscript"),
    "!": tag("vanish"),
}


def _marked(text: str) -> list[str]:
    """The runs of a text: `^1^` is the reference to note 1, `^+6^` raised, `^-2^` lowered, `^!word^` hidden."""
    parts = enumerate(text.split("^"))
    return [_run(part) if index % 2 else part for index, part in parts]


def _run(part: str) -> Xml:
    return r(part[1:], _SETTINGS[part[0]]) if part[0] in _SETTINGS else mark(int(part))
