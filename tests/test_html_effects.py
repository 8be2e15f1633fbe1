"""What a style paints: shrunk, flat, cut, masked, filtered, in colours that ask for others; what is unsure is said."""

from __future__ import annotations

import pytest

from converter.read import reader_here

FILE = "sources/lamps/fr.html"
WORDS = {
    "ar": ("يطلب إلى الحراس إضاءة المصابيح", "كلمات خفية", "كلها؛"),
    "zh": ("请看守人", "隐藏的文字", "点亮灯塔；"),
    "en": ("The keepers shall", "never", "light the lamps;"),
    "fr": ("Les gardiens allument", "jamais", "les lampes ;"),
    "es": ("Los guardianes no", "nunca", "apagan los faros;"),
    "ru": ("Смотрители", "никогда не", "зажигают маяки;"),
}


def read(lang: str, style: str, sheet: str = "") -> tuple[str, list[tuple[str, str]]]:
    """The line that is read of a sentence with styled words in it, and what is said: the code, and the words."""
    before, styled, after = WORDS[lang]
    page = f"<!doctype html><meta charset=utf-8><style>{sheet}</style><main><p>"
    page += f'{before} <span style="{style}">{styled}</span> {after}</p></main>'
    source, findings = reader_here(".html")(page.encode(), FILE, lang)
    lines = [line.text for line in source.lines if not line.role.startswith("furniture:")]
    return lines[0], [(one.code, one.message) for one in findings]


def both(cases: list[str]) -> list[tuple[str, str]]:
    """Each style in two languages, in turn through all six."""
    langs = list(WORDS)
    return [(langs[(2 * at + more) % 6], style) for at, style in enumerate(cases) for more in (0, 1)]


HIDDEN = [
    "display: inline-block; transform: scaleX(0)",
    "transform: scale(.001)",
    "transform: scale3d(1, 0, 1)",
    "scale: 0 1",
    "transform: rotateX(90deg)",
    "transform: rotate3d(0, 1, 0, -.25turn)",
    "rotate: x 90deg",
    "transform: perspective(20px) rotateY(100grad)",
    "transform: matrix(0, 0, 0, 0, 5, 5)",
    "transform: matrix3d(1,0,0,0, 0,0,0,0, 0,0,1,0, 0,0,0,1)",
    "transform: rotateY(180deg); backface-visibility: hidden",
    "transform: rotate(45deg) scale(.05)",
    "zoom: 1%",
    "mask: linear-gradient(#0000, transparent)",
    "-webkit-mask-image: linear-gradient(rgb(0 0 0 / 0), transparent)",
    "clip-path: ellipse(0 0)",
    "clip-path: circle(0 at 50% 50%)",
    "clip-path: rect(0 0 0 0)",
    "clip-path: xywh(5px 5px 0 5px)",
    "clip-path: inset(0 100% 0 0)",
    "clip-path: polygon(evenodd, 0 0, 50% 50%, 100% 100%)",
    "content-visibility: hidden",
    "filter: sepia(1) opacity(1%)",
    "opacity: calc(0)",
    "color: color-mix(in srgb, white 100%, black)",
    "color: rgba(0, 0, 0, .01)",
    "color: light-dark(white, black)",
    "color: oklch(1 0 0)",
    "color: Canvas",
    "font-size: calc(1px - 1px)",
    "position: absolute; left: -200vw",
    "display: inline-block; transform: translateX(-200vw)",
    "display: inline-block; overflow: hidden; white-space: nowrap; text-indent: 100%; width: 40px",
    "display: inline-block; line-height: 0; overflow: hidden",
    "display: inline-block; height: calc(0px); overflow-y: hidden",
    "display: var(--gone, none)",
]
DOUBTFUL = [
    "clip-path: path('M0 0')",
    "clip-path: url(#hole)",
    "mask-image: url(fade.svg)",
    "mask: linear-gradient(black, transparent)",
    "mix-blend-mode: screen",
    "filter: brightness(0) invert(1)",
    "filter: blur(40px)",
    "zoom: var(--small)",
    "transform: var(--flat)",
    "transform: rotate3d(1, 1, 0, 90deg)",
    "position: fixed; top: -100px",
    "position: absolute; transform: translateX(-110%)",
]
TURNED = ["transform: rotate(-45deg)", "rotate: 180deg", "transform: scaleX(-1)", "transform: rotateY(180deg)"]
SHOWN = [
    "transform: translate(-50%, -50%)",
    "position: absolute; top: 50%; transform: translateY(-50%)",
    "transform: rotate(360deg)",
    "transform: skewX(-12deg)",
    "transform: scale(1.05) translateZ(0)",
    "transform: none; scale: none; rotate: none; filter: none; mask: none; clip-path: none",
    "zoom: 0",
    "zoom: 110%",
    "filter: drop-shadow(0 1px 1px #0008) contrast(1.1)",
    "clip-path: polygon(0 0, 100% 0, 100% 100%, 0 100%)",
    "clip-path: inset(0 -1px 0 10%)",
    "clip-path: circle(closest-side)",
    "mask: linear-gradient(#000, #000)",
    "mix-blend-mode: multiply",
    "color: rgba(0, 0, 0, .87)",
    "color: color-mix(in srgb, black, white 30%)",
    "color: var(--nothing, #333)",
    "position: absolute; left: -1.5em",
    "position: relative; top: -60px",
    "overflow: hidden; white-space: nowrap; text-indent: 1em",
    "line-height: 0",
]


@pytest.mark.parametrize(("lang", "style"), both(HIDDEN))
def test_words_that_a_style_paints_so_that_nobody_sees_them_are_left_out_and_said(lang: str, style: str) -> None:
    before, styled, after = WORDS[lang]
    line, said = read(lang, style)
    assert line == f"{before} {after}"
    assert [(code, styled in message) for code, message in said] == [("read-hidden", True)]


@pytest.mark.parametrize(("lang", "style"), both(DOUBTFUL + TURNED))
def test_words_that_may_be_hidden_or_are_shown_turned_are_read_and_said(lang: str, style: str) -> None:
    line, said = read(lang, style)
    assert line == " ".join(WORDS[lang])
    assert [(code, WORDS[lang][1] in message) for code, message in said] == [("read-style", True)]
    assert ("turned" in said[0][1]) == (style in TURNED)


@pytest.mark.parametrize(("lang", "style"), both(SHOWN))
def test_words_that_a_style_only_dresses_are_text_and_nothing_is_said(lang: str, style: str) -> None:
    assert read(lang, style) == (" ".join(WORDS[lang]), [])


@pytest.mark.parametrize(
    ("sheet", "style", "is_seen"),
    [
        (":root{--ink:#fff}", "color:var(--ink)", False),
        (":root{--ink:#fff}main{--ink:#000}", "color:var(--ink)", True),
        (":root{--ink:var(--paper)}html{--paper:white}", "color:var(--ink)", False),
        ("p{--Ink:#fff}", "color:var(--ink, #222)", True),  # names differ by their letters' height
        ("span{--way:none}", "display:var(--way)", False),
        ("span{--way:none;display:var(--way)}", "", False),
        ("", "--x:var(--x);color:var(--x)", True),
        ("main{--ground:#003}p{background:var(--ground)}", "color:#fff", True),
        ("main{background:var(--unknown)}", "color:#fff", True),
    ],
)
def test_a_value_that_asks_for_another_is_answered_where_it_stands(sheet: str, style: str, is_seen: bool) -> None:
    before, styled, after = WORDS["fr"]
    line, said = read("fr", style, sheet)
    assert line == (f"{before} {styled} {after}" if is_seen else f"{before} {after}")
    assert [code for code, _ in said] == ([] if is_seen else ["read-hidden"])


@pytest.mark.parametrize(
    "style",
    [
        "transform: rotate(1e999deg) scale(1e999) scale(1e-999)",
        "transform: matrix(1e308, 1e308, 1e308, 1e308, 0, 0) matrix(1e308, 0, 0, 1e308, 0, 0)",
        "color: oklab(1e300 1e300 1e300)",
        "color: oklch(.5 1e300 1e999)",
        "color: color-mix(in srgb, red 1e999%, blue)",
        "clip-path: polygon(1e308px 1e308px, 1e308px 0, 0 1e308px)",
        "clip-path: inset()",
        "transform: rotate() scale() rotate3d() matrix()",
        "rotate: x y z; scale: a; zoom: a; mask: ,; filter: a(); mix-blend-mode: a",
        f"color: {'var(--a,' * 40}red{')' * 40}",
        f"--a: {'var(--b) ' * 20}; --b: {'var(--a) ' * 20}; color: var(--a)",
    ],
)
def test_hostile_values_end_in_a_reading(style: str) -> None:
    line, _ = read("ru", style)
    assert line.startswith(WORDS["ru"][0])
