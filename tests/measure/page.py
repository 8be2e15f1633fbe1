"""The page of figures, one per language of the site: what the script measured, in a reader's words."""

from __future__ import annotations

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
_PAGES = {
    "en": """\
---
title: How well the texts are read
description: Precision and recall of the converter on real resolutions, measured.
lang: en
---

# How well the texts are read

What is in {works} resolutions of the Security Council of 1946 to 2002 was written down by reading them, without the
converter; then the converter read the same texts. Precision is the share of what the converter found that is right;
recall is the share of what is there that it found. The differences were looked at while the rules were made better, so
these are no longer texts that it has never seen.

| What | Right | Missed | Wrong | Precision | Recall |
|---|--:|--:|--:|--:|--:|
{rows}
The texts are those of the Corpus of Resolutions: UN Security Council (CR-UNSC), hand-corrected and published under CC0.
That no word of a text is lost or invented is checked mechanically for every text, on every build.

This page is made by `python -m tests.measure --write`; the facts are in `tests/gold/`.
""",
    "zh": """\
---
title: 读得有多准
description: 转换程序在真实决议上的查准率和查全率。
lang: zh
---

# 读得有多准

先不用转换程序，逐件通读安全理事会1946年至2002年的{works}件决议（英文），记下其中的事实；再由转换程序读同样的文本，两相比较。规则改进时参看过这些差异，所以它们不再是全然未见的文本。查准率是程序所得之中正确的部分，查全率是应得之中已得的部分。

| 内容 | 正确 | 遗漏 | 错误 | 查准率 | 查全率 |
|---|--:|--:|--:|--:|--:|
{rows}
文本取自以CC0发布、经人工校正的《联合国安全理事会决议语料库》（CR-UNSC）。任何文本不失一字、不添一字，由程序在每次生成网站时逐一核对。

本页由 `python -m tests.measure --write` 生成；所记事实在 `tests/gold/`。
""",
}


def pages(scores: dict[str, Score], works: int) -> dict[str, str]:
    """Each language that the page is written in → the page as Markdown."""
    return {
        lang: text.format(works=works, rows="".join(_row(_KINDS[kind][lang], score) for kind, score in scores.items()))
        for lang, text in _PAGES.items()
    }


def _row(what: str, score: Score) -> str:
    numbers = f"{score.right} | {len(score.missed)} | {len(score.wrong)}"
    return f"| {what} | {numbers} | {score.precision:.3f} | {score.recall:.3f} |\n"
