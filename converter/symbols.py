"""Document symbols as they stand in a text, in any language: A/HRC/49/68, S/RES/1325 (2000), A/58/817和Corr.1.

The families are those of the UN's document symbols (United Nations Editorial Manual; symbols of the organs
that the texts cite).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from converter.view.twins import CAPITALS

# Full-width letters, digits and signs of numbers and symbols, and the dashes that stand for a hyphen. Each
# becomes one character, as do fixed spaces, so that an offset in the folded text is an offset in the text.
# Arabic-Indic digits are digits too.
_FULL_WIDTH = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ（）．／－"
_FOLDS = (
    {char: unicodedata.normalize("NFKC", char) for char in _FULL_WIDTH}
    | dict.fromkeys("\u2010\u2011\u2013", "-")
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
)
_TABLE = str.maketrans(_FOLDS)
_TO_FOLD = re.compile(f"[{''.join(_FOLDS)}]")
# Russian texts may print A/61/53 with their own letter, and scanned ones have it further on, for a digit too: A/68/9З.
_TWINS = CAPITALS | {"З": "3"}
_OWN_ROOT = re.compile(r"(?<!\w)[АЕЅ](?=/[A-Z0-9])")
_OWN = re.compile(rf"(?<=[A-Z0-9/.])[{''.join(_TWINS)}](?=[A-Z0-9/.(]|(?!\w))")

# What symbols of the UN begin with: the principal organs, treaty bodies, programmes and conferences.
UN_ROOTS = (
    "A", "E", "S", "ST", "T",
    "CAT", "CCPR", "CED", "CEDAW", "CERD", "CMW", "CRC", "CRPD", "HRI", "SPT",
    "APLC", "BWC", "CAC", "CBD", "CCM", "CCW", "CD", "CEB", "CLCS", "CTOC", "DC", "DP", "ESCAP", "FCCC", "HSP",
    "ICC-ASP", "ICCD", "IDB", "IPBES", "ISBA", "JIU", "LC", "NPT", "SC", "SG", "SPLOS", "TD", "TPNW", "UN-HABITAT",
    "UNEP", "UNW",
)  # fmt: skip
_OF_SESSION = r"(?:GC|IDB)\.\d{1,2}"  # the Industrial Development Organization counts its sessions there: GC.18/3
# S$/24870, $/24810, §/24810, s/24810, 5/2002/1005: scanned texts have them for S/; NPT.CONF.2000/28 has a stop for it.
_POINTED = r"\.(?=CONF\.\d)"
_MISPRINTED_ROOTS = (r"S\$", r"[$§]", r"s(?=/(?:\d{4,5}(?!\d)|(?:19|20)\d\d/\d))", r"5(?=/(?:19|20)\d\d/\d)")
# A space may have slipped in before a number (S/ 13384, S/PV. 1590), a comma before a point (E/CN,.4/1050), a stroke
# behind a stroke (A/C.5/91//12).
_JOINT = (
    r"(?:/[ ](?=\d{3})|//(?=[A-Za-z0-9])|(?<=PV|dd|rr|ev)\.[ ](?=\d)|,\.(?=\d)"
    r"|(?:[./]|-(?![ASE]/\d))(?=[A-Za-z0-9])(?<!\d\.(?=\d)))"
)
_LETTERS_IN_NUMBER = r"(?=[\dlIO]*\d\d)[\dlIO]{4,5}(?![A-Za-z0-9])"  # S/l2607 for S/12607
_MEETING = r"(?<=COP)\(\d{1,2}\)(?=/\d)"  # of a conference of parties: ICCD/COP(13)/21
# a word of any language between: (Vol. I and II), (Vol. I, II et III), (Sects. 3, 4 and 5); `several` reads them
_BETWEEN = r"(?:,[ ]?(?:[^\W\dA-Z_]{1,3}[ ])?|、|[ ]?[&-][ ]?|[ ]?[^\W\dA-Z_]{1,3}[ ]?)"
_VOLUMES = rf"[IVX]{{1,8}}(?:{_BETWEEN}[IVX]{{1,8}})*"
_SECTIONS = rf"\d{{1,2}}[A-H]?(?:{_BETWEEN}\d{{1,2}}[A-H]?)*"
_BUDGET = rf"第[ ]?{_SECTIONS}[ ]?款"  # (Sect. 29A) in Chinese
# (Partes I y II) as other languages have it: with a capital, or before what is added to the part; else it is a place.
_PART = r"(?:Part(?:es?|ies?)|Част[иь]|(?:part(?:es?|ies?)|част[иь])(?=[^()]{1,20}\)/(?:Add|Corr|Rev)\.\d))"
_PART_OF_OTHERS = re.compile(r"\((?:[Pp]art(?:es?|ies?)|[Чч]аст[иь])(?=[IVX])(?=(?P<more>[IVX]+[^IVX)])?)")
_CHINESE_SECTION = re.compile(r"\(第([^()]+)款\)")
_AFTER_ROOT = (
    rf"(?://?|{_POINTED})(?:[ ](?=\d{{3}}))?(?:{_LETTERS_IN_NUMBER}|[A-Z0-9][A-Za-z0-9]*(?:{_MEETING})?)"
    rf"(?:{_JOINT}[A-Za-z0-9]+)*"
    r"(?:(?:[ ]?[A-Z])?[ ]?\((?:\d{4}|[12Il][09O][\dlIO]{2}|(?:S-)?[IVXL]+|Vols?\.[ ]?"
    + _VOLUMES
    + rf"|(?:Parts?|{_PART})[ ]?{_VOLUMES}|Sects?\.[ ]?{_SECTIONS}|{_BUDGET}"
    r"|Introduction|Plan[ ]outline)\))?"  # of a programme budget
    r"(?:/(?:Add|Rev|Corr)\.\d+)*"
)
# After the root: a series with more after it (HRC/49…), a series with a number (PV.8891, CONF.206) or a number;
# and a digit somewhere. That rules out A/H1N1 and A/B.
_SERIES = re.compile(
    r"(?=.*\d)[A-Z-]+(?:\.\d+)?/(?:[A-Za-z0-9.-]+(?:\(\d{1,2}\))?/|(?:[A-Z]+|Res|Dec)[.-]\d|\d{2,}(?![A-Za-z0-9])|(?<=\d/)\d)",
    re.ASCII,
)
# S/2338/2024 is of the Organisation for the Prohibition of Chemical Weapons: its year stands behind, and no year of the
# Security Council has so many documents.
_OF_OTHERS = re.compile(r"S/\d{1,5}/(?:199[7-9]|20[0-4]\d)(?!\d)")
_SIGN = re.compile(rf"[A-Z$§s5]/|[A-Z]{_POINTED}|[ASE][lI|\\1]\d|{_OF_SESSION}/")  # a text without it has no symbol
_DIGIT = re.compile(r"\d")  # neither has a text without strokes and digits
# Al36/308, Sl4506, S114506: a letter, a bar or a 1 for the stroke behind the root. Words and codes have that shape too
# (AI2030, model SI12345), so that it is read only with a session behind it, in a bracket or as the second of a joint
# symbol; a symbol by itself is known to be one.
_LIKE_YEAR = r"(?:19|20)\d\d(?!\d)"
_STROKE = (
    r"(?<![A-Za-z0-9/.$])(?P<root>[ASE])(?:[lI|\\](?=\d{{2}}/\d{{3}})"
    rf"|{{where}}(?:[lI|\\](?!{_LIKE_YEAR})(?=\d{{{{4,5}}}}(?![A-Za-z0-9(]))|(?<=S)1(?=\d{{{{5}}}}(?![A-Za-z0-9(]))))"
)
_STROKE_IN_TEXT = re.compile(_STROKE.format(where=r"(?:(?<=[(\[].)|(?<=/\d\d-.)|(?<=/\d{3}-.)|(?<=/\d{4}-.))"))
_STROKE_OF_ONE = re.compile(_STROKE.format(where=r"(?<=^.)"))
_KINDS = (
    ("draft", re.compile(r"/L\.\d")),
    ("resolution", re.compile(r"/RES/|/Res\.\d")),
    ("decision", re.compile(r"/DEC/|/Dec\.\d")),
    ("presidential-statement", re.compile(r"/PRST/")),
)
# Behind a year or a session less shows what is meant: S/2014/78O, A/68/9l.
_MISREAD = re.compile(
    rf"(?<=/)(?=\d*[lIO]){_LETTERS_IN_NUMBER}|"
    r"(?<=\d\()[12Il][09O][\dlIO]{2}(?=\)$)|"
    r"(?:(?<=/(?:19|20)\d\d/)|(?<=A/\d\d/))(?=\d*[lIO])(?=[lIO]*\d)[\dlIO]{2,4}(?![A-Za-z0-9])"
)
_POINTED_ROOT = re.compile(rf"^([A-Z-]+){_POINTED}")
_DIGITS = str.maketrans("lIO", "110")
_MISPRINT = re.compile(
    rf"[$§]|//|^s/|^[A-Z-]+{_POINTED}|"
    rf"^5/(?:19|20)\d\d/|,\.|/Rey\.|/[ ](?=\d)|(?<=PV)\.[ ]|{_MISREAD.pattern}|{_STROKE_OF_ONE.pattern}"
)
_TO_COUNCIL = re.compile(r"S/(?:(?:19|20)\d\d/\d{1,4}|\d{4,5})(?!\d)")
_OF_ONE_SESSION = re.compile(r"A/(?:ES-|S-)?\d{1,2}/\d{3,4}(?![\d])")
_RESOLUTION = re.compile(r"^(?P<stem>.*/(?:RES|DEC|PRST)/)(?P<number>.+)$")
_PART_OF_WHOLE = re.compile(r"(?P<whole>.*/(?:RES|DEC)/.*\d)(?P<part>[A-Z]{1,2})")
_YEAR_OF_SERIES = re.compile(r"(?<=\d)\((?=(?:19|20)\d\d\))")
_YEAR_BEHIND = re.compile(r"(?P<symbol>.*/(?:RES|DEC)/\d{1,4}/\d{1,4}[A-Z]*)\((?:19|20)\d\d\)")  # A/RES/91/3 (2036)
_PART_OF_ROMAN = re.compile(r"(?<=\d)[A-Z](?=\((?:S-)?[IVXL]+\)$)")  # the parts of a resolution share its symbol


def fold(text: str) -> str:
    """The text with full-width digits, letters, （）．／ and odd hyphens made plain; its length stays."""
    plain = text.translate(_TABLE) if _TO_FOLD.search(text) else text
    return _OWN_ROOT.sub(lambda letter: _TWINS[letter[0]], plain) if not plain.isascii() else plain


@cache
def _shape(roots: tuple[str, ...]) -> re.Pattern[str]:
    every = "|".join(dict.fromkeys((*_MISPRINTED_ROOTS, _OF_SESSION, *map(re.escape, (*UN_ROOTS, *roots)))))
    # behind a hyphen only the second of a joint symbol: A/36/308-S/14506
    return re.compile(rf"(?:(?<![A-Za-z0-9/.$-])|(?<=[\d)]-)(?=[ASE]/\d))(?:{every}){_AFTER_ROOT}")


def find(text: str, roots: tuple[str, ...] = ()) -> Iterator[re.Match[str]]:
    """Every symbol of a folded text, in order; `roots` are those of the bodies, besides the UN's."""
    if ("/" in text or _DIGIT.search(text)) and _SIGN.search(text):
        for match in _shape(roots).finditer(_STROKE_IN_TEXT.sub(_stroked, _latin(text))):
            symbol = canonical(match[0])
            if _SERIES.match(symbol) and not _OF_OTHERS.match(symbol):
                yield match


def _latin(text: str) -> str:
    """A text with Latin letters for the Cyrillic ones between Latin letters, digits and strokes; its length stays."""
    return text if text.isascii() else _OWN.sub(lambda letter: _TWINS[letter[0]], text)


def _stroked(misread: re.Match[str]) -> str:
    """The root with the stroke that was misread."""
    return f"{misread['root']}/"


def canonical(printed: str) -> str:
    """The canonical spelling of a printed symbol: half-width, no spaces; A/RES/377 A (V) is A/RES/377(V)."""
    text = printed
    if not printed.isascii() or " " in printed or not printed.isprintable():
        text = _latin(re.sub(r"\s", "", unicodedata.normalize("NFKC", fold(printed))))
    if _MISPRINT.search(text):
        text = _STROKE_OF_ONE.sub(_stroked, text)
        text = re.sub(r"^(?:S?\$|§|s(?=/)|5(?=/))", "S", text).replace(",.", ".").replace("/Rey.", "/Rev.")
        text = text.replace("//", "/")
        text = _POINTED_ROOT.sub(r"\1/", text)
        for _ in range(2):  # what stands behind a year is known by the year
            text = _MISREAD.sub(lambda misread: misread[0].translate(_DIGITS), text)
    if "(" in text:
        text = _PART_OF_OTHERS.sub(lambda part: "(Parts" if part["more"] else "(Part", text)
    if "款" in text:
        text = _CHINESE_SECTION.sub(r"(Sect.\1)", text)
    text = _YEAR_BEHIND.sub(r"\g<symbol>", text) if text.endswith(")") else text
    return _PART_OF_ROMAN.sub("", text)


@lru_cache(maxsize=8192)  # of what a collection cites, in each place that names it
def displayed(symbol: str) -> str:
    """A symbol as the UN prints it: S/RES/855(1993) is S/RES/855 (1993). Addresses and data keep the symbol itself."""
    return _YEAR_OF_SERIES.sub(" (", symbol)


def is_misprint(printed: str) -> bool:
    """Whether a symbol was read although it is misprinted: S$/24870, S/ 13384, E/CN,.4/1050."""
    plain = fold(printed)
    return _MISPRINT.search(plain) is not None or _latin(plain) != plain


def is_of_one_session(symbol: str) -> bool:
    """Whether a document of the Assembly is a letter, a note or a report of its session (A/56/1026), no supplement.

    The resolutions annexed to it may be of others, and its symbol does not tell.
    """
    return _OF_ONE_SESSION.match(symbol) is not None


def is_letter_to_council(symbol: str) -> bool:
    """Whether a document is one of the Security Council's series of letters and reports: S/2002/932, S/18394.

    As with those of a session of the Assembly, what is annexed to it may be of others.
    """
    return _TO_COUNCIL.match(symbol) is not None


def whole_of(symbol: str) -> tuple[str, str]:
    """A symbol without the letters of its part, and these: A/RES/79/252B is a part of A/RES/79/252; else no letters."""
    part = _PART_OF_WHOLE.fullmatch(symbol)
    return (part["whole"], part["part"]) if part else (symbol, "")


def kind_of(symbol: str) -> str:
    """resolution, decision, presidential-statement or draft as the symbol says; else document."""
    return next((kind for kind, pattern in _KINDS if pattern.search(symbol)), "document")


def number_of(symbol: str) -> str:
    """The bare number of a resolution's symbol (`60/251`, `855 (1993)`), the symbol itself for other documents."""
    match = _RESOLUTION.match(symbol)
    return re.sub(r"(?<=\d)\(", " (", match["number"]) if match else displayed(symbol)
