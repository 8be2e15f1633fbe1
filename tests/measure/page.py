"""The page of figures, one per language of the site: what the script measured, in a reader's words."""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.measure.compare import Score

_KINDS = {  # kind of fact → what it is, by language
    "symbol": {"en": "the symbol of the text", "zh": "文本的文号"},
    "date": {"en": "the date of its adoption", "zh": "通过日期"},
    "organ": {"en": "the organ that adopted it", "zh": "通过文本的机关"},
    "enacting": {"en": "where the organ begins to speak", "zh": "机关名称所在之处"},
    "structure of the work": {
        "en": "works of which every paragraph is found, with its kind and number",
        "zh": "全部段落及其种类、编号都正确的文本",
    },
    "paragraphs": {
        "en": "paragraphs, each with the line it begins on, its kind and number",
        "zh": "段落，连同起始行、种类和编号",
    },
    "footnotes": {"en": "footnotes, each with the places of its marks", "zh": "脚注，连同注码的位置"},
    "citations": {
        "en": "citations of resolutions, decisions, statements and documents, each in its place",
        "zh": "对决议、决定、声明和文件的引用，连同所在段落",
    },
    "dates of citations": {"en": "dates that a text gives a cited work", "zh": "文本所述被引文件的日期"},
    "pinpoints": {"en": "paragraphs, sections and annexes of a cited work", "zh": "被引文件的段、节和附件"},
    "votes": {
        "en": "facts of the adoption: meeting, manner, numbers, each State named",
        "zh": "通过情况：会议、方式、票数、列名的国家",
    },
}
_CODE = "finding "
_MARKED = (  # columns of the table of the United Nations' own files
    "files", "refused", "files with a lost letter", "files with an invented letter", "pages that say other words",
    "files where the markup differs",
)  # fmt: skip
_ASIDE = {  # kinds of fact of the texts in six languages that are shown, and their short names
    "paragraphs": {"en": "Paragraphs", "zh": "段落"},
    "footnotes": {"en": "Notes", "zh": "脚注"},
    "citations": {"en": "Citations", "zh": "引用"},
    "meeting": {"en": "Meeting", "zh": "会议"},
    "title": {"en": "Title", "zh": "标题"},
}
_LANGUAGES = {
    "ar": {"en": "Arabic", "zh": "阿拉伯文"},
    "en": {"en": "English", "zh": "英文"},
    "es": {"en": "Spanish", "zh": "西班牙文"},
    "fr": {"en": "French", "zh": "法文"},
    "ru": {"en": "Russian", "zh": "俄文"},
    "zh": {"en": "Chinese", "zh": "中文"},
}
_OTHERS = {  # of the texts with a fault: the converter points out every fault; in some it does not; in none it does
    "en": {
        "none": "In the other {faulty} the converter itself points out every fault.",
        "some": "In {silent} of the other {faulty} there is a fault that the converter does not point out.",
        "all": "In each of the other {faulty} there is a fault that the converter does not point out.",
    },
    "zh": {
        "none": "其余{faulty}件的差错，程序都自己指出了。",
        "some": "其余{faulty}件有差错，其中{silent}件有程序没有指出的差错。",
        "all": "其余{faulty}件都有程序没有指出的差错。",
    },
}
_ASIDE_HEAD = {
    "en": "| Language | Texts | Without a fault | Silent |",
    "zh": "| 语文 | 文本 | 毫无差错 | 未指出 |",
}
_JUDGED = {  # what is said above the same texts with the slips of the markup told apart
    "en": """\
Then each difference was looked at and judged: where the markup is wrong (a link that leads to another text, one that is
not there), it is no fault of the converter. No rule was changed between the two. **{faultless} of {texts} were without a
fault of ours.**""",
    "zh": """\
之后逐一查看并判定了每处差异：标记本身有误的（链接指向别的文本，或者没有链接），不算转换程序的差错。两次测量之间没有改动任何规则。**{texts}件中{faultless}件没有我们的差错。**""",
}

_PAGES = {
    "en": """\
---
title: How well the texts are read
description: Precision and recall of the converter on real resolutions, measured.
lang: en
hide: [navigation]
---

# How well the texts are read

What is in real resolutions of the Security Council of 1946 to 2002 was written down by reading them, without the
converter; then the converter read the same texts. Precision is the share of what the converter found that is right;
recall is the share of what is there that it found.

## Texts that nobody had seen

These {drawn} were drawn by lot from those that were kept aside while the rules were made. Who wrote down what is in
them saw nothing that the converter makes of them, and when they were measured nobody had looked at what it misses in
them. **{faultless} of {drawn} were without any fault.** {others}

| What | Right | Missed | Wrong | Precision | Recall |
|---|--:|--:|--:|--:|--:|
{drawn_rows}
## Real files that nobody had seen

{real} files of other kinds were kept aside as well: drafts as PDF, pages of other sites, typed texts and parts of texts, in
Chinese, English, French, Russian and Spanish. What is in them was written down in the same way. **{real_faultless} of {real}
were without any fault.** {real_others}

| What | Right | Missed | Wrong | Precision | Recall |
|---|--:|--:|--:|--:|--:|
{real_rows}
## Six languages that nobody had seen

{aside_works} resolutions of the General Assembly were kept aside too, each in six languages. The United Nations marks them up
itself; their words were set as plain text and as a web page without the markup, and the converter had to find what the
markup says. Nobody looked at what it misses, nor at the slips of the markup, which count as faults here. "Silent" are the
texts with a fault that the converter does not point out; a cell of a kind of fact is precision / recall.

{aside_table}{aside_judged}
## Texts that the rules were made with

The differences in these {works} were looked at while the rules were made better: their figures say what the rules can
do, not how they do on another text.

| What | Right | Missed | Wrong | Precision | Recall |
|---|--:|--:|--:|--:|--:|
{rows}
## The United Nations' own files

The General Assembly's resolutions are published as data too, in six languages. {marked} of these files
({taken}) were taken through the whole house: read, shown, and the page read back.
What is in a file was told by another reader. {aside} files of texts that are kept aside were left out.

| Language | Files | Refused | With a lost letter | With an invented letter | Pages that say other words | Markup and reading differ |
|---|--:|--:|--:|--:|--:|--:|
{marked_rows}
Files with each finding, of {marked}: {codes}.

The other texts are those of the Corpus of Resolutions: UN Security Council (CR-UNSC), hand-corrected and published under CC0.
That no word of a text is lost or invented is checked mechanically for every text, on every build.

This page is made by `python -m tests.measure --write` and, for the texts that nobody had seen, `--of drawn-4 --write`,
`python -m tests.measure.real --write`, for the United Nations' files by `python -m tests.measure.unxml.aside{aside_sample} --write`{aside_again}, {marked_by}; the facts are in `tests/gold/`.
""",
    "zh": """\
---
title: 读得有多准
description: 转换程序在真实决议上的查准率和查全率。
lang: zh
hide: [navigation]
---

# 读得有多准

先不用转换程序，逐件通读安全理事会1946年至2002年的决议（英文），记下其中的事实；再由转换程序读同样的文本，两相比较。查准率是程序所得之中正确的部分，查全率是应得之中已得的部分。

## 从未见过的文本

制定规则期间，一部分文本一直搁置不看；这{drawn}件是从中抽签选出的。记录事实的人没有见过转换程序读这些文本的任何结果，测量时，程序漏读、误读的具体内容也没有人看过。**{drawn}件中{faultless}件毫无差错。**{others}

| 内容 | 正确 | 遗漏 | 错误 | 查准率 | 查全率 |
|---|--:|--:|--:|--:|--:|
{drawn_rows}
## 从未见过的各种文件

另有{real}件其他种类的文件也一直搁置不看：PDF格式的草案、其他网站的网页、录入的文本和文本片段，有中文、英文、法文、俄文和西班牙文。其中的事实以同样方式记录。**{real}件中{real_faultless}件毫无差错。**{real_others}

| 内容 | 正确 | 遗漏 | 错误 | 查准率 | 查全率 |
|---|--:|--:|--:|--:|--:|
{real_rows}
## 从未见过的六种语文

另有{aside_works}件大会决议一直搁置不看，每件都有六种语文。联合国自己标记了这些文本；去掉标记后，把文字排成纯文本和网页，由转换程序重新找出标记所述的内容。程序漏读、误读的内容没有人看过；标记本身的疏漏也没有人看过，在此一概算作差错。“未指出”是有差错而程序没有指出的文本数；各类事实一栏为查准率／查全率。

{aside_table}{aside_judged}
## 制定规则时用过的文本

改进规则时参看过这{works}件文本的差异，所以这些数字说明规则能做到什么，不说明读别的文本会怎样。

| 内容 | 正确 | 遗漏 | 错误 | 查准率 | 查全率 |
|---|--:|--:|--:|--:|--:|
{rows}
## 联合国自己标记的文件

大会决议也以六种语文作为数据发布。其中{marked}个文件（{taken}）走完全程：读取、生成页面、再把页面读回；文件里有什么字，由另一个程序数出。属于搁置文本的{aside}个文件没有打开。

| 语文 | 文件 | 拒读 | 失字 | 添字 | 页面用字不同 | 标记与读法不一 |
|---|--:|--:|--:|--:|--:|--:|
{marked_rows}
{marked}个文件中有各项提示的文件数：{codes}。

其他文本取自以CC0发布、经人工校正的《联合国安全理事会决议语料库》（CR-UNSC）。任何文本不失一字、不添一字，由程序在每次生成网站时逐一核对。

本页由 `python -m tests.measure --write` 生成，从未见过的文本由 `--of drawn-4 --write`、`python -m tests.measure.real --write` 生成，联合国的文件由 `python -m tests.measure.unxml.aside{aside_sample} --write`{aside_again}、{marked_by} 生成；所记事实在 `tests/gold/`。
""",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was measured on the texts that nobody had seen: counts only, so that they stay unseen."""

    scores: dict[str, tuple[int, int, int]]  # right, missed, wrong
    texts: int
    faulty: int
    silent: int


def pages(
    scores: dict[str, Score],
    works: int,
    drawn: Drawn,
    real: Drawn,
    marked: list[dict[str, Any]],
    aside: dict[str, Any],
) -> dict[str, str]:
    """Each language that the page is written in → the page as Markdown.

    `scores` are of so many works that the rules were made with, `drawn` of the texts that were drawn last, `real` of the real
    files that were kept aside.

    `marked` are the figures that `tests.measure.unxml.whole --write` keeps, of each time that it was called: the
    sessions, how many works of each (None for all), and by language how many files have what. `aside` is
    what `tests.measure.unxml.aside --write` keeps.
    """
    by_language = _together(marked)
    counts = {kind: (score.right, len(score.missed), len(score.wrong)) for kind, score in scores.items()}
    return {
        lang: text.format(
            works=works,
            rows=_rows(counts, lang),
            drawn=drawn.texts,
            drawn_rows=_rows(drawn.scores, lang),
            faultless=drawn.texts - drawn.faulty,
            others=_others(drawn, lang),
            real=real.texts,
            real_rows=_rows(real.scores, lang),
            real_faultless=real.texts - real.faulty,
            real_others=_others(real, lang),
            taken={"en": "; ", "zh": "；"}[lang].join(_taken(one, lang) for one in marked),
            marked_by={"en": " and ", "zh": " 和 "}[lang].join(_marked_by(one) for one in marked),
            aside_works=aside["works"],
            aside_sample=f" --sample {aside['sample']}" if aside["sample"] else "",
            aside_table=_aside_table(aside["languages"], lang),
            aside_judged=_judged(aside, lang),
            aside_again={"en": " and `--judged --write`", "zh": " 和 `--judged --write`"}[lang]
            if "judged" in aside
            else "",
            marked=sum(found["files"] for found in by_language.values()),
            aside=sum(found.get("kept aside", 0) for found in by_language.values()),
            marked_rows="".join(_marked_row(_LANGUAGES[of][lang], found) for of, found in by_language.items()),
            codes=_codes(by_language, lang),
        )
        for lang, text in _PAGES.items()
    }


def _others(drawn: Drawn, lang: str) -> str:
    """What is said of the texts that are not without a fault; nothing where all are."""
    if not drawn.faulty:
        return ""
    how = "none" if not drawn.silent else "all" if drawn.silent == drawn.faulty else "some"
    return _OTHERS[lang][how].format(faulty=drawn.faulty, silent=drawn.silent)


def _rows(counts: dict[str, tuple[int, int, int]], lang: str) -> str:
    return "".join(_row(_KINDS[kind][lang], *numbers) for kind, numbers in counts.items())


def _together(marked: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    """How many files have what, by language, of all sessions."""
    found: dict[str, Counter[str]] = {}
    for one in marked:
        for lang, counts in one["languages"].items():
            found.setdefault(lang, Counter()).update(counts)
    return {lang: dict(found[lang]) for lang in sorted(found)}


def _taken(measured: dict[str, Any], lang: str) -> str:
    """Which works were taken of which sessions."""
    sessions, count = measured["sessions"], measured["sample"]
    if lang == "zh":
        return f"第{'、'.join(sessions)}届会议{f'每届{count}件' if count else '全部'}文本"
    works = f"{count} works of each" if count else "all works"
    return f"session{'s' if len(sessions) > 1 else ''} {', '.join(sessions)}: {works}"


def _marked_by(measured: dict[str, Any]) -> str:
    """The command that measured so."""
    sample = f" --sample {measured['sample']}" if measured["sample"] else ""
    return f"`python -m tests.measure.unxml.whole {' '.join(measured['sessions'])}{sample} --write`"


def _judged(aside: dict[str, Any], lang: str) -> str:
    """The same texts when every difference had been judged; nothing where that was not done."""
    if "judged" not in aside:
        return ""
    counts = aside["judged"].values()
    texts = sum(found["texts"] for found in counts)
    said = _JUDGED[lang].format(texts=texts, faultless=texts - sum(found["faulty"] for found in counts))
    return f"\n{said}\n\n{_aside_table(aside['judged'], lang)}"


def _aside_table(by_language: dict[str, Any], lang: str) -> str:
    """The texts that were kept aside, a row each language."""
    kinds = "".join(f" {names[lang]} |" for names in _ASIDE.values())
    rows = "".join(_aside_row(_LANGUAGES[of][lang], found) for of, found in by_language.items())
    return f"{_ASIDE_HEAD[lang]}{kinds}\n|---|--:|--:|--:|{'--:|' * len(_ASIDE)}\n{rows}"


def _aside_row(language: str, found: dict[str, Any]) -> str:
    """One language of the texts that were kept aside: how many are right, and precision and recall of each kind."""
    ratios = ("\u00a0/\u00a0".join(_ratios(*found["scores"][kind])) for kind in _ASIDE)
    numbers = (found["texts"], found["texts"] - found["faulty"], found["silent"])
    return f"| {' | '.join([language, *map(str, numbers), *ratios])} |\n"


def _marked_row(language: str, found: dict[str, int]) -> str:
    return f"| {language} | {' | '.join(str(found.get(column, 0)) for column in _MARKED)} |\n"


def _codes(by_language: dict[str, dict[str, int]], lang: str) -> str:
    """How many files have each finding, the most frequent first."""
    counts: Counter[str] = Counter()
    for found in by_language.values():
        counts.update({name.removeprefix(_CODE): count for name, count in found.items() if name.startswith(_CODE)})
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return {"en": ", ", "zh": "、"}[lang].join(f"`{code}` {count}" for code, count in ordered)


def _row(what: str, right: int, missed: int, wrong: int) -> str:
    return f"| {what} | {right} | {missed} | {wrong} | {' | '.join(_ratios(right, missed, wrong))} |\n"


def _ratios(right: int, missed: int, wrong: int) -> tuple[str, str]:
    """Precision and recall."""
    precision, recall = (f"{right / (right + other):.3f}" if right + other else "–" for other in (wrong, missed))
    return precision, recall
