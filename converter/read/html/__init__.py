"""HTML as official sites publish it: bytes → Source, a line for each paragraph and each break in it.

Left out, since no page shows them: scripts, styles, comments, forms. Menus, the site's own header and footer, and
what stands outside `main` (or the only `article`) are declared furniture. Numbers of lists are written out as a
browser does. A table is rows with cells, unless it only places text. Marks of notes lose their brackets: [1] → 1.
"""

from __future__ import annotations

from converter.formats import BINARY
from converter.language_files import read_data
from converter.model import Diagnostic, Source
from converter.read.flow import BOLD, HEADING, NOTE, Flow, refused
from converter.read.html.account import difference
from converter.read.html.aside import Aside
from converter.read.html.blocks import Block, Run, pieces
from converter.read.html.charset import Decoded, decode
from converter.read.html.dress import dress
from converter.read.html.notes import mark_notes
from converter.read.html.regions import mark_surroundings, text_of
from converter.read.html.sheets import sheets_of
from converter.read.html.tree import parse_html
from converter.read.html.walk import Finding, Walk
from converter.read.nodes import MarkupError
from converter.read.pieces import begun, may_be_heading

FORM = "html"
_AGAIN = "save the page of the text itself, complete, from the official site"


def read_html(
    data: bytes, path: str, lang: str, *, accept_changes: bool = False
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read `data` as the page at `path`. Returns the source (without lines when it is refused) and findings."""
    if data.startswith(BINARY):
        return _refuse(path, lang, "read-not-html", "the file is no page (its first bytes are those of another format)")
    decoded = decode(data, tuple(read_data(lang)["text"].get("encodings", ())))
    try:
        root, flattened, texts, elsewhere, scripted = parse_html(decoded.text)
        sheets = sheets_of(texts)
        dress(root, sheets)
        text, several = text_of(root)
        walk = Walk(text, lang, coloured=not (elsewhere or sheets.unread), moving=elsewhere or scripted)
        blocks = walk.read(root)
    except MarkupError as error:
        return _refuse(path, lang, "read-broken", str(error))
    flow = Flow(path, lang, FORM)
    _report_encoding(decoded, flow)
    if flattened:
        message = f"{flattened} elements stand too deep in one another: where they end is not known"
        flow.find("read-nesting", message, "compare the paragraphs with the official page")
    if sheets.hiding:
        message = f"{sheets.hiding} rules of style that hide something are not understood: their words are read"
        flow.find("read-style", message, "compare the beginning and the end with the official page", lighter=True)
    if walk.changes and not accept_changes:
        message = f"{len(walk.changes)} tracked changes stand in the page, so it has two texts and is not read"
        hint = "take the official page; or write `source: {changes: accept}` in work.yml to read it as changed"
        return _refuse(path, lang, "read-tracked-changes", message, hint)
    _emit(blocks, walk, flow, several=several)
    if walk.aside.comments:
        message = f"{walk.aside.comments} comments are left out: they are no part of the text"
        flow.find("read-comments", message, "an official page has none: is it the right one?")
    _report_style(walk.aside, flow)
    for kind, aside in (("hidden", walk.aside.hidden), ("control", walk.aside.controls)):
        for words in aside:
            flow.set_aside(kind, words)
    findings = list(flow.findings())
    if not any(not line.role.startswith("furniture:") for line in flow.lines):
        hint = f"a page may fetch its text later, or hold it in frames: {_AGAIN}"
        findings.append(Diagnostic(path, 0, 0, "read-empty", "there is no text in the page", hint))
    source = flow.source()
    different = difference(root, walk.aside, source)
    return source, (*([different] if different else []), *findings)


def _emit(blocks: list[Block], walk: Walk, flow: Flow, *, several: bool) -> None:
    doubtful: tuple[int, ...] = ()
    if walk.text is None:
        blocks, doubtful = mark_surroundings(blocks)
    blocks, roles = mark_notes(blocks, walk.aside.passed)
    shown = [block for block in blocks if not block.region]
    typed = sum(len(block.words) for block in shown if block.typed)
    whole = sum(len(block.words) for block in shown)
    flow.told = 2 * typed <= whole  # a page that only holds a typed text is read as one
    waiting = [*walk.findings]
    if several or doubtful:
        message = "the page does not say what its text is: menus, or several texts, may stand among these paragraphs"
        hint = "compare with the official page; or take the page of the text alone, the DOCX or the PDF"
        waiting.append(Finding(doubtful[0] if doubtful else 0, "read-surroundings", message, hint))
    waiting.sort(key=lambda finding: -finding.block)
    for index, block in enumerate(blocks):
        while waiting and waiting[-1].block <= index:
            _find(waiting.pop(), flow)
        _add(block, roles[index], flow)
    while waiting:
        _find(waiting.pop(), flow, after=True)


def _find(finding: Finding, flow: Flow, *, after: bool = False) -> None:
    flow.find(finding.code, finding.message, finding.hint, after=after, lighter=finding.lighter)


def _report_style(aside: Aside, flow: Flow) -> None:
    """What the style of a page makes doubtful, each once: at no paragraph, since it may be many."""
    for words, code, said in (
        (aside.unsure, "read-style", "words that may be hidden by the style of the page are read"),
        (aside.turned, "read-style", "parts of the page are shown in another order than they stand in it"),
        (aside.askew, "read-style", "words that are shown turned are read"),
        (aside.pictures, "read-made", "words of a style sheet that draw pictures are left out"),
        (aside.made, "read-made", "words that a style sheet makes, and not the page itself, are read"),
    ):
        if words:
            message = f"{said}: {begun(words[0])!r}{_others(words)}"
            flow.find(code, message, "compare with the official page", after=True, lighter=words is aside.made)


def _others(found: list[str]) -> str:
    return f", and {len(found) - 1} more" if len(found) > 1 else ""


def _add(block: Block, role: str, flow: Flow) -> None:
    if block.region:
        flow.paragraph(pieces(block.all_runs), f"furniture:{block.region}")
    elif block.cells is not None:
        flow.row([pieces(cell) for cell in block.cells])
    elif role == NOTE:
        flow.note(block.runs[0].mark, pieces(block.runs[1:]), block.runs[0].note)
    else:
        found = pieces(block.runs)
        bold = _is_bold(block.runs)
        set_so = HEADING if block.heading or block.centred else BOLD if bold else ""
        is_heading = not role and set_so and may_be_heading(found, named=block.heading)
        flow.paragraph(found, role or (set_so if is_heading else ""), typed=block.typed, bold=bold)


def _is_bold(runs: list[Run]) -> bool:
    shown = [run for run in runs if run.text.strip() and not run.label]
    return bool(shown) and all(run.bold for run in shown)


def _report_encoding(decoded: Decoded, flow: Flow) -> None:
    if not decoded.said:
        message = f"the page does not say its encoding; it is read as {decoded.encoding}"
        flow.find("read-encoding-guessed", message, "compare a few words with the official page")
    lost = decoded.text.count("\ufffd")
    if lost:
        message = f"{lost} bytes are no {decoded.encoding}; they are shown as \N{REPLACEMENT CHARACTER}"
        flow.find("read-encoding", message, _AGAIN)


def _refuse(path: str, lang: str, code: str, message: str, hint: str = _AGAIN) -> tuple[Source, tuple[Diagnostic, ...]]:
    source, finding = refused(path, lang, FORM, code, message, hint)
    return source, (finding,)
