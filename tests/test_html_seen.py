"""What a reader sees of a page: style sheets, size, place, colour; words that sheets make; what is left out is said."""

from __future__ import annotations

import pytest

from converter.read import reader_here

FILE = "sources/lamps/en.html"


def page(body: str, style: str = "", head: str = "") -> bytes:
    return (
        f"<!doctype html><html><head><meta charset=utf-8>{head}<style>{style}</style></head>"
        f"<body><main>{body}</main></body></html>"
    ).encode()


def read(data: bytes, lang: str = "en") -> tuple[list[str], list[str], list[str]]:
    """The lines of the text, the words that are furniture, and the codes of what is said."""
    source, findings = reader_here(".html")(data, FILE, lang)
    lines = [line.text for line in source.lines if not line.role.startswith("furniture:")]
    aside = [line.text for line in source.lines if line.role == "furniture:hidden"]
    return lines, aside, [one.code for one in findings]


KEEPER, LIT = "<p>{}Keepers watch the lamps.</p>", "Keepers watch the lamps."


@pytest.mark.parametrize(
    ("hidden", "style", "words"),
    [
        ("<span class='x note'>Draft remark.</span>", ".note{display:none}", "Draft remark."),
        ("<span id=remark>Remarque cachée.</span>", "#remark { DISPLAY : NONE !important }", "Remarque cachée."),
        ("<i><span class=b>texto oculto</span></i>", "main p > i span.b{visibility:hidden}", "texto oculto"),
        ("<span style='font-size:0'>скрытые слова</span>", "", "скрытые слова"),
        ("<span style='font:0/0 a'>скрытые слова</span>", "", "скрытые слова"),
        ("<span style='opacity:0'>隐藏的文字</span>", "", "隐藏的文字"),
        ("<span class=far>كلمات خفية</span>", ".far{position:absolute;left:-9999px}", "كلمات خفية"),
        ("<span style='display:inline-block;text-indent:-9999px'>Logo</span>", "", "Logo"),
        ("<a class=sr-only>Skip</a>", ".sr-only{position:absolute;width:1px;height:1px;overflow:hidden}", "Skip"),
        ("<a class=vh>Skip</a>", ".vh{position:absolute;clip:rect(0 0 0 0)}", "Skip"),
        ("<a style='clip-path: inset(50%)'>Skip</a>", "", "Skip"),
        ("<a style='transform:translateX(-9999px)'>Skip</a>", "", "Skip"),
        ("<font color='#ffffff'>White</font>", "", "White"),
        ("<span class=w>White</span>", ".w{color:rgb(255,255,255)}", "White"),
        ("<span style='background:#123;color:#112233'>Dark</span>", "", "Dark"),
        ("<span style='color:transparent'>Clear</span>", "", "Clear"),
        ("<dialog>Cookies are used.</dialog>", "", "Cookies are used."),
        ("<span class=x>Banner</span>", "@media screen{.x{display:none}}", "Banner"),
        ("<span class=Hid>Of Word</span>", "<!-- span.Hid {mso-style-name:Hid; mso-hide:all} -->", "Of Word"),
        ("<span data-x=lamp>By attribute</span>", "[data-x^=la]{display:none}", "By attribute"),
    ],
)
def test_words_that_nobody_sees_are_furniture_and_said(hidden: str, style: str, words: str) -> None:
    assert read(page(KEEPER.format(hidden), style)) == ([LIT], [words], ["read-hidden"])


@pytest.mark.parametrize(
    ("shown", "style"),
    [
        ("<p class=x>Keepers watch the lamps.</p>", "@media print{.x{display:none}}"),
        ("<p class=x>Keepers watch the lamps.</p>", "@media (max-width:600px){.x{display:none}}"),
        ("<p class='a b'>Keepers watch the lamps.</p>", ".a{display:none}.b{display:block}"),
        ("<p class=a id=b>Keepers watch the lamps.</p>", "#b{display:block}.a{display:none}"),
        ("<p class=a style='display:block'>Keepers watch the lamps.</p>", ".a{display:none}"),
        ("<p class=a>Keepers watch the lamps.</p>", ".a{display:block!important}p.a{display:none}"),
        ("<p class=a>Keepers watch the lamps.</p>", "div > .a{display:none}.b .a{display:none}.a:hover{display:none}"),
        ("<div style='font-size:0'><p style='font-size:12pt'>Keepers watch the lamps.</p></div>", ""),
        ("<p style='background:#003;color:#fff'>Keepers watch the lamps.</p>", ""),
        ("<div style='background:url(sea.png)'><p style='color:#fff'>Keepers watch the lamps.</p></div>", ""),
        ("<p style='color:white'>Keepers watch the lamps.</p>", "p:nth-child(1){background:#003}"),
        ("<p class=a>Keepers watch the lamps.</p>", ".a{left:-9999px}"),  # of what is not placed it says nothing
        ("<details><summary>Keepers watch the lamps.</summary></details>", ""),
    ],
)
def test_words_that_a_reader_sees_are_text(shown: str, style: str) -> None:
    assert read(page(shown, style)) == ([LIT], [], [])


def test_a_colour_is_not_judged_where_sheets_are_elsewhere() -> None:
    head = "<link rel=stylesheet href=site.css>"
    assert read(page("<p style='color:white'>Keepers watch the lamps.</p>", head=head)) == ([LIT], [], [])


def test_words_that_are_visible_in_what_is_not() -> None:
    body = "<div style='visibility:hidden'><p>Gone.</p><p style='visibility:visible'>Keepers watch the lamps.</p></div>"
    assert read(page(body)) == ([LIT], ["Gone."], ["read-hidden"])


def test_an_item_and_a_row_that_nobody_sees_leave_no_number_behind() -> None:
    body = "<ol><li>Lamps<li style='visibility:hidden'>Oil<li>Wicks</ol>"
    assert read(page(body)) == (["1. Lamps", "3. Wicks"], ["Oil"], ["read-hidden"])


RECITAL = "Recalling its resolution 61/3 of 3 May 2007 on the lamps of the northern harbours,"


@pytest.mark.parametrize(
    "style",
    [
        ".x{float:left;width:100%;margin-left:-100%}",
        ".x{position:relative;left:-100%}",
        ".x{margin-left:-60em;padding-left:60em}",
        ".x{margin-left:-960px;float:left}",
        ".x{position:relative;left:-3000px;padding-left:3000px}",
        ".x{text-indent:-100%}",
        ".x{overflow:hidden;width:1px;min-width:100%}",
        ".x{overflow:hidden;width:0}",
        ".x{overflow:hidden;height:0;min-height:20px}",
        ".x{overflow:hidden;height:0;padding-top:60px}",
        ".x{overflow:hidden;height:0;flex:1 1 auto}",
        ".x{clip-path:inset(50% 0 0 0)}",
        ".x{color:#fff;text-shadow:0 0 2px #000}",
        ".x{color:#fff;-webkit-text-stroke:1px #000}",
        ".x{color:#fff}.x::before{content:'';background:#003;position:absolute}",
        "main{color:#fff}main i{position:absolute;background:#003}",
        ".x{color:#fff;position:absolute}",
        "@supports (display:grid){main{background:#003}}.x{color:#fff}",
        "main{font-size:1px}.x{font-size:16em}",
        "main{font-size:0}.x{font:12pt/1.5 serif}",
        ".x{font-size:3px}",
    ],
)
def test_words_that_a_page_only_lays_out_are_text(style: str) -> None:
    assert read(page(f"<i></i><p class=x>{RECITAL}</p>", style)) == ([RECITAL], [], [])


@pytest.mark.parametrize(
    ("style", "head"),
    [
        ("[data-x]{opacity:0}", "<script></script>"),
        (".x{opacity:0}", "<link rel=stylesheet href=site.css>"),
        (".x{opacity:0;animation:in 1s forwards}", ""),
        (".x{visibility:hidden;animation-name:in}", ""),
        (".x{transform:scale(0);animation:in 1s forwards}", ""),
        (".x{clip-path:inset(100%);animation:in 1s forwards}", ""),
    ],
)
def test_words_that_a_script_or_an_animation_may_show_are_text_and_said(style: str, head: str) -> None:
    body = f"<p class=x data-x>{RECITAL}</p><p class=x data-x>{LIT}</p>"
    assert read(page(body, style, head)) == ([RECITAL, LIT], [], ["read-style"])
    assert severities(page(body, style, head)) == ["warning"]


@pytest.mark.parametrize("style", [".x{display:none}", ".x{opacity:0}", ".x{color:#fff}", ".x{font-size:1.9px}"])
def test_a_paragraph_that_is_left_out_is_a_warning_and_a_few_words_are_none(style: str) -> None:
    for words in (RECITAL, "铭记北方各港口的灯在漫长冬季熄灭的情况，"):
        data = page(f"<p class=x>{words}</p><p>{LIT}</p>", style)
        assert (read(data), severities(data)) == (([LIT], [words], ["read-hidden"]), ["warning"])
    for body in ("<p class=x>Skip to the lamps</p>{}", "<p>{}<i class=x>(s'ouvre dans une nouvelle fenêtre)</i></p>"):
        assert severities(page(body.format(LIT), style)) == ["info"]
    assert severities(page(f"<nav><p class=x>{RECITAL}</p></nav><p>{LIT}</p>", style)) == ["info"]


def severities(data: bytes) -> list[str]:
    return [one.severity.value for one in reader_here(".html")(data, FILE, "en")[1]]


@pytest.mark.parametrize(
    "hidden",
    [
        "visibility:hidden", "opacity:0", "font-size:0", "display:none", "font:0/0 a", "position:absolute;left:-9999px",
        "position:absolute;width:1px;height:1px;overflow:hidden", "opacity:0;transition:opacity 1s",
    ],
)  # fmt: skip
def test_words_that_a_sheet_makes_and_nobody_sees_are_none(hidden: str) -> None:
    style = f"a.ext::after{{content:'external link';{hidden}}}"
    assert read(page("<p>Recalling its <a class=ext href=x>resolution 61/3</a>,</p>", style)) == (
        ["Recalling its resolution 61/3,"], [], [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "style", "line"),
    [
        ("its <a href=x>61/3</a>, on", "a::after{content:'external link'}", "its 61/3 external link, on"),
        ("<em>61/3</em>2", "em::after{content:'(new)'}", "61/3 (new) 2"),
        ("<b>61/3</b>", "b::before{content:'Res'}", "Res 61/3"),
        ("а<b>61/3</b>", "b::before{content:'рез.'}b::after{content:'новая'}", "а рез. 61/3 новая"),
        ("<b>第61/3号</b>", "b::after{content:'新决议'}", "第61/3号新决议"),
        ("A/RES/<b>61/3</b>", "b::after{content:attr(data-x) 'bis' / 'twice'}", "A/RES/61/3 bis"),
    ],
)
def test_words_that_a_sheet_makes_join_no_word_and_are_said(body: str, style: str, line: str) -> None:
    data = page(f"<p>{body}</p>", style)
    assert (read(data), severities(data)) == (([line], [], ["read-made"]), ["info"])


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<i class=fa></i>", "i.fa:before{content:'f';font-family:icons}"),
        ("<i class=fa></i>", "i.fa:before{content:'open_in_new';font-family:'Material Icons'}"),
        ("<i class=fa></i>", ".fa{font-family:icons}.fa:before{content:'f'}"),
        ("<i class=fa></i>", ".fa{font:16px/1 icons}.fa:before{content:attr(class)}"),
    ],
)
def test_words_by_which_an_icon_font_draws_are_left_out_and_said(body: str, style: str) -> None:
    data = page(f"<p>{body}{LIT}</p>" * 3, style)
    assert (read(data), severities(data)) == (([LIT] * 3, [], ["read-made"]), ["warning"])


def test_numbers_in_a_font_of_their_own_are_read() -> None:
    style = "p{counter-increment:p}p::before{content:counter(p) ' ';font-family:Lamps}main{counter-reset:p}"
    assert read(page("<p>Lamps</p><p>Oil</p>", style)) == (["1 Lamps", "2 Oil"], [], [])
    assert read(page("<p>Lamps</p>", "p::before{content:'1.';font-family:Arial}")) == (["1. Lamps"], [], [])


def test_counters_are_read_with_those_around_them() -> None:
    style = "ol{counter-reset:k;list-style:none}li{counter-increment:k}li::before{content:counters(k,'.') '. '}"
    body = "<ol><li>Lamps<ol><li>North<li>South</ol><li>Oil<ol><li>Whales</ol></ol>"
    lines = ["1. Lamps", "1.1. North", "1.2. South", "2. Oil", "2.1. Whales"]
    assert read(page(body, style))[0] == lines


GOOGLE = (
    "ol.lst-kix_a-1.start{counter-reset:lst-ctn-kix_a-1 0}ol.lst-kix_a-0.start{counter-reset:lst-ctn-kix_a-0 0}"
    ".lst-kix_a-0>li{counter-increment:lst-ctn-kix_a-0}.lst-kix_a-1>li{counter-increment:lst-ctn-kix_a-1}"
    '.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,decimal) ". "}'
    '.lst-kix_a-1>li::before{content:"(" counter(lst-ctn-kix_a-1,lower-latin) ") "}'
    "ol.lst-kix_a-0,ol.lst-kix_a-1{list-style-type:none}"
)


def test_numbers_that_a_sheet_makes_are_read_as_google_docs_writes_them() -> None:
    body = (
        "<ol class='lst-kix_a-0 start'><li><span>Lights the lamps:</span></li></ol>"
        "<ol class='lst-kix_a-1 start'><li>In the north;</li><li>In the south;</li></ol>"
        "<ol class='lst-kix_a-0' start=2><li>Asks for oil:</li></ol>"
        "<ol class='lst-kix_a-1 start'><li>Of whales.</li></ol>"
    )
    lines = ["1. Lights the lamps:", "(a) In the north;", "(b) In the south;", "2. Asks for oil:", "(a) Of whales."]
    assert read(page(body, GOOGLE)) == (lines, [], [])


@pytest.mark.parametrize(
    ("body", "style", "lines"),
    [
        ("<p class=n>Lamps</p>", 'p.n::before{content:"1. "}', ["1. Lamps"]),
        ("<p data-n='2.'>Lamps</p>", 'p::before{content:attr(data-n) " "}', ["2. Lamps"]),
        ("<p>Lamps</p>", 'p::before{content:"\\f101"}p::after{content:" »"}', ["Lamps"]),  # an icon, a sign
        ("<ol class=n><li>Маяки<li>Масло</ol>", "ol.n{list-style-type:lower-alpha}", ["(a) Маяки", "(b) Масло"]),
        ("<ol class=n><li>4. Lamps</ol>", "ol.n{list-style:none}", ["4. Lamps"]),
        ("<p>10<span class=c9>6</span> phares</p>", ".c9{vertical-align:super}", ["10⁶ phares"]),
        ("<p>Light<wbr>houses</p>", "", ["Lighthouses"]),
    ],
)
def test_what_a_sheet_says_of_words_counts(body: str, style: str, lines: list[str]) -> None:
    assert read(page(body, style)) == (lines, [], [])


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("Lights <s>puts out</s> the lamps.", "read-struck"),
        ("Lights <span class=x>puts out</span> the lamps.", "read-struck"),
        ("Lights <input value=forty> lamps.", "read-left-out"),
        ("Lights <textarea>forty</textarea> lamps.", "read-left-out"),
        ("Lights <svg><title>Icon</title><text>forty</text></svg> lamps.", "read-left-out"),
        ("Lights <iframe src=annex.html></iframe> lamps.", "read-left-out"),
        ("Lights <object data=annex.pdf></object> lamps.", "read-left-out"),
        ("点亮<ruby>灯塔<rp>(</rp><rt>dengta</rt><rp>)</rp></ruby>。", "read-left-out"),
        ("Lights <img src=lamps.png> lamps.", "read-picture"),
        ("Lights <b>lamps</b>.", ""),
        ("Lights <svg><title>Icon</title><path d=M0></svg><img src=x.png alt=''><img src=y width=1> lamps.", ""),
        ("Lights <input type=hidden value=token><iframe src=count width=0></iframe> lamps.", ""),
    ],
)
def test_what_is_struck_or_left_out_is_said(inside: str, code: str) -> None:
    lines, aside, codes = read(page(f"<p>{inside}</p>", ".x{text-decoration: line-through}"))
    assert (codes, aside) == ([code] if code else [], [])
    assert not any("dengta" in line for line in lines)


def test_a_rule_that_hides_and_is_not_understood_is_said() -> None:
    lines, _, codes = read(page("<p>Lamps</p><p>Oil</p>", "p:nth-child(2){display:none}"))
    assert (lines, codes) == (["Lamps", "Oil"], ["read-style"])


@pytest.mark.parametrize(
    "style",
    [
        "p{color:red}" * 6_000,
        ".a .b .c p{color:red}" * 4_000,
        "/*" + "x" * 600_000 + "*/",
        "@media screen{" * 500,
        "}{" * 9_000,
    ],
    ids=["rules", "work", "length", "nested", "broken"],
)
def test_a_hostile_sheet_takes_bounded_work(style: str) -> None:
    body = "<div class=a><div class=b>" * 40 + "<p>Lamps</p>" * 400
    lines, _, codes = read(page(body, style))
    assert codes == ["read-broken"] or set(lines) == {"Lamps"}
