"""What a reader sees of a DOCX: colours of its theme, letters filled with nothing, lines without height, and tables."""

from __future__ import annotations

import pytest

from converter.read import reader_here
from tests.documents.word import Xml, docx, p, r, row, tag
from tests.test_docx_seen import cell, style, table

WORDS = {
    "ar": ("تقرر أن تبقى المصابيح", "غير", "مضاءة؛"),
    "zh": ("决定灯塔", "永不", "熄灭；"),
    "en": ("Decides that the lamps shall", "never", "burn;"),
    "fr": ("Décide que les lampes ne s'éteindront", "jamais", "la nuit ;"),
    "es": ("Decide que los faros", "nunca", "se apaguen;"),
    "ru": ("Постановляет, что маяки", "никогда не", "гаснут;"),
}
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def theme(paper: str = "FFFFFF", accent: str = "FEFEFE") -> str:
    """The inside of a theme: the colour of paper, and one that is as good as white."""
    colours = f'<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="{paper}"/></a:lt1>'
    return f'<a:clrScheme {_A} name="Lamps">{colours}<a:accent1><a:srgbClr val="{accent}"/></a:accent1></a:clrScheme>'


def read(data: bytes, lang: str) -> tuple[list[str], list[str], list[str]]:
    """The lines of the text, the words that are furniture, and the codes of what is said."""
    source, findings = reader_here(".docx")(data, f"sources/lamps/{lang}.docx", lang)
    lines = [line.text for line in source.lines if not line.role.startswith("furniture:")]
    aside = [line.text for line in source.lines if line.role == "furniture:hidden"]
    return lines, aside, [one.code for one in findings]


def fill(inside: str, more: str = "") -> str:
    """Letters that are filled so."""
    return f"<w14:textFill {_W14}>{inside}</w14:textFill>{more}"


def solid(colour: str, inside: str = "") -> str:
    return f"<w14:solidFill>{colour.replace('/>', f'>{inside}</w14:srgbClr>') if inside else colour}</w14:solidFill>"


_BLACK = '<w14:srgbClr w14:val="000000"/>'
HIDDEN = [
    '<w:color w:val="auto" w:themeColor="background1"/>',
    '<w:color w:themeColor="light1"/>',
    '<w:color w:val="000000" w:themeColor="accent1"/>',
    '<w:color w:val="FFFFFF" w:themeColor="background1" w:themeTint="FF"/>',
    '<w:color w:themeColor="background1"/><w:shd w:val="clear" w:themeFill="background1"/>',
    '<w:color w:themeColor="text1"/><w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>',
    fill("<w14:noFill/>"),
    fill(solid('<w14:srgbClr w14:val="FFFFFF"/>')),
    fill(solid('<w14:schemeClr w14:val="bg1"/>')),
    fill(solid(_BLACK, '<w14:alpha w14:val="100000"/>')),
    '<w:w w:val="1"/>',
    '<w:rtl/><w:sz w:val="24"/><w:szCs w:val="2"/>',
]
SHOWN = [
    '<w:color w:val="FFFFFF" w:themeColor="text1"/>',
    '<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>',
    '<w:color w:themeColor="background1"/><w:shd w:val="clear" w:themeFill="text1"/>',
    '<w:color w:themeColor="accent4"/>',
    '<w:color w:val="FFFFFF"/>' + fill(solid(_BLACK)),
    fill("<w14:noFill/>", f"<w14:textOutline {_W14}>{solid(_BLACK)}</w14:textOutline>"),
    fill(solid(_BLACK, '<w14:alpha w14:val="40000"/>')),
    '<w:w w:val="66"/>',
    '<w:cs/><w:sz w:val="2"/><w:szCs w:val="24"/>',
    "<w:webHidden/><w:caps/><w:emboss/>",
]


def both(cases: list[str]) -> list[tuple[str, str]]:
    """Each setting in two languages, in turn through all six."""
    langs = list(WORDS)
    return [(langs[(2 * at + more) % 6], one) for at, one in enumerate(cases) for more in (0, 1)]


@pytest.mark.parametrize(("lang", "properties"), both(HIDDEN))
def test_words_that_nobody_sees_by_their_colour_or_width_are_left_out_and_said(lang: str, properties: str) -> None:
    before, styled, after = WORDS[lang]
    data = docx(p(f"{before} ", r(f"{styled} ", properties), after), theme=theme())
    assert read(data, lang) == ([f"{before} {after}"], [styled], ["read-hidden"])


@pytest.mark.parametrize(("lang", "properties"), both(SHOWN))
def test_words_that_a_reader_sees_are_text(lang: str, properties: str) -> None:
    before, styled, after = WORDS[lang]
    data = docx(p(f"{before} ", r(f"{styled} ", properties), after), theme=theme())
    assert read(data, lang) == ([f"{before} {styled} {after}"], [], [])


def test_a_colour_is_the_one_that_the_theme_and_the_settings_say() -> None:
    words = p("Lamps ", r("never ", '<w:color w:themeColor="background1"/>'), "burn.")
    assert read(docx(words, theme=theme(paper="202020")), "en")[0] == ["Lamps never burn."]
    swapped = '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>'
    assert read(docx(words, theme=theme(), settings=swapped), "en")[0] == ["Lamps never burn."]
    assert read(docx(words), "en")[0] == ["Lamps burn."]  # without a theme the usual one


@pytest.mark.parametrize(
    ("lang", "line", "rule", "is_seen"),
    [
        ("fr", "1", "exact", False),
        ("ru", "29", "exact", False),
        ("zh", "240", "exact", True),
        ("es", "1", "atLeast", True),
    ],
)
def test_a_line_without_height_shows_nothing(lang: str, line: str, rule: str, is_seen: bool) -> None:
    before, styled, after = WORDS[lang]
    low = p(styled, more=f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>')
    lines = [before, styled, after] if is_seen else [before, after]
    assert read(docx(p(before), low, p(after)), lang)[0] == lines


@pytest.mark.parametrize(("height", "is_seen"), [("1", False), ("400", True)])
def test_a_row_without_height_shows_nothing(height: str, is_seen: bool) -> None:
    low = Xml(f'<w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>')
    data = docx(p("Les lampes :"), table(row("Phare", "1902"), row("Récif", "1951", properties=low)))
    lines, aside, codes = read(data, "fr")
    assert (len(lines), bool(aside), codes) == ((3, False, []) if is_seen else (2, True, ["read-hidden"]))


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:tcPr><w:shd w:val="clear" w:fill="123456"/></w:tcPr>'
STYLES = (
    '<w:style w:type="table" w:styleId="Grid"><w:tblPr/></w:style>'
    '<w:style w:type="table" w:styleId="Night"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" '
    'w:fill="112233"/></w:tcPr></w:tblStylePr></w:style>'
    '<w:style w:type="table" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    + style("N", "paragraph", "")
)  # fmt: skip


@pytest.mark.parametrize(
    ("look", "ground", "properties", "is_seen"),
    [
        ("", "", WHITE, False),
        ('<w:tblStyle w:val="Grid"/>', "", WHITE, False),
        ('<w:tblStyle w:val="Grid"/>', DARK, WHITE, True),
        ('<w:tblStyle w:val="Night"/>', "", WHITE, True),
        ('<w:tblStyle w:val="Elsewhere"/>', "", WHITE, True),
        ('<w:tblStyle w:val="Gone"/>', "", "", False),
        ('<w:tblStyle w:val="Gone"/>', "", '<w:vanish w:val="0"/>', True),
    ],
)
def test_words_of_a_table_are_seen_on_its_ground_alone(look: str, ground: str, properties: str, is_seen: bool) -> None:
    words = tag("tc", Xml(ground), p(r("Фонари", properties)))
    data = docx(
        p("Маяки:"), table(tag("tr", words, cell(p(r("1902", '<w:vanish w:val="0"/>')))), look=look), styles=STYLES
    )
    lines, aside, codes = read(data, "ru")
    assert ("Фонари" in "".join(lines), codes) == (is_seen, [] if is_seen else ["read-hidden"])
    assert aside == ([] if is_seen else ["Фонари"])


@pytest.mark.parametrize("more", ['<w:framePr w:w="900" w:x="-9000" w:y="1"/>', '<w:ind w:left="-30000"/>'])
def test_words_beside_the_page_are_read_and_said(more: str) -> None:
    for lang in ("es", "ar"):
        before, styled, after = WORDS[lang]
        data = docx(p(before), p(styled, more=more), p(after, more='<w:ind w:left="-720"/>'))
        assert read(data, lang) == ([before, styled, after], [], ["read-misplaced"])


def _either(asks: str) -> Xml:
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = f'<mc:Choice Requires="{asks}"><w:t>jamais</w:t></mc:Choice><mc:Fallback><w:t>toujours</w:t></mc:Fallback>'
    return r(Xml(f"<mc:AlternateContent {names}>{choice}</mc:AlternateContent>"))


@pytest.mark.parametrize(
    ("asks", "shown"), [("w14", "jamais"), ("wps wp14", "jamais"), ("w16se", "jamais"), ("q9", "toujours")]
)
def test_of_alternatives_the_one_is_read_that_a_word_processor_shows(asks: str, shown: str) -> None:
    assert read(docx(p("Les lampes brûlent ", _either(asks), ".")), "fr") == ([f"Les lampes brûlent {shown}."], [], [])


@pytest.mark.parametrize("element", ["pgNum", "dayShort", "monthLong"])
def test_what_a_word_processor_writes_by_itself_is_said(element: str) -> None:
    data = docx(p("Смотри страницу ", r(tag(element)), "."))
    assert read(data, "ru") == (["Смотри страницу ."], [], ["read-left-out"])
