"""The table of a parallel view as HTML: what Markdown's tables cannot say, for readers who hear the page."""

from __future__ import annotations

import re

from converter.write.escape import Html
from converter.write.parallel import HEAD

_CELL = re.compile(r"<td([^>]*)>(.*?)</td>", re.DOTALL)
_CLASSES = re.compile(r'class="([^"]*)"')
_HEADINGS = {"title": "h2", "heading": "h3"}
# A phone shows the cells one under the other; then only the roles tell that they are a table's.
_ROLES = (
    ("<table>", '<table class="rd-pair" role="table">'),
    ("<thead>", '<thead role="rowgroup">'),
    ("<tbody>", '<tbody role="rowgroup">'),
    ("<tr>", '<tr role="row">'),
    ("<th", '<th role="columnheader" scope="col"'),
)


def parallel_table(content: Html) -> Html:
    """The rendered Markdown of a parallel page with the name of each row as its header, and headings as headings."""
    html = str(content)
    for plain, better in _ROLES:
        html = re.sub(f"{plain}(?=[ >])" if plain == "<th" else re.escape(plain), better, html)
    return Html(_CELL.sub(_cell, html))


def _cell(match: re.Match[str]) -> str:
    attributes, content = match[1], match[2]
    found = _CLASSES.search(attributes)
    classes = found[1].split() if found else []
    if HEAD in classes:
        return f'<th role="rowheader" scope="row"{attributes}>{content}</th>'
    level = next((_HEADINGS[one] for one in classes if one in _HEADINGS), None)
    inner = f"<{level}>{content}</{level}>" if level else content
    return f'<td role="cell"{attributes}>{inner}</td>'
