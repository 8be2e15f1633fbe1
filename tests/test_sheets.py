"""Style sheets as they are sent: what is left out of them, and that nothing else is."""

from __future__ import annotations

import pytest

from converter.site.sheets import met, names_in, slim

NAMES = names_in('<p class="lamp lamp--lit" id="quay" data-md-scheme="dusk">', 'one.classList.add("tide");')


def test_comments_and_indentation_go_and_nothing_else() -> None:
    sheet = (
        '/* Lamps. */\n.lamp {\n  width: calc(1rem + 2px); /* wide */\n  content: "/* lit */  ";\n}\n\n\np { top: 0 }\n'
    )
    assert slim(sheet) == '.lamp {\nwidth: calc(1rem + 2px);\ncontent: "/* lit */  ";\n}\np { top: 0 }\n'


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".lamp.tide > a:hover{top:0}", ".lamp.tide > a:hover{top:0}\n"),
        (".lamp .buoy{top:0}", ""),
        (".lamp,.buoy,#quay{top:0}", ".lamp,#quay{top:0}\n"),
        ("#mole{top:0}", ""),
        (":is(.buoy,.lamp) p{top:0}", ":is(.buoy,.lamp) p{top:0}\n"),
        ("p:not(.buoy){top:0}", "p:not(.buoy){top:0}\n"),
        ("[data-md-scheme=dusk] p{top:0}", "[data-md-scheme=dusk] p{top:0}\n"),
        ("[data-md-scheme=dawn] p,[data-md-tide]{top:0}", ""),
        ("[dir=rtl] p{top:0}", "[dir=rtl] p{top:0}\n"),
        ("@media print{.buoy{top:0}.lamp{top:0}}", "@media print{.lamp{top:0}\n}\n"),
        ("@media print{.buoy{top:0}}", ""),
        ("@keyframes glow{to{top:0}}", "@keyframes glow{to{top:0}}\n"),
    ],
)
def test_a_rule_is_kept_that_a_page_can_meet(sheet: str, kept: str) -> None:
    assert met(sheet, NAMES, "") == kept


def test_a_property_that_nothing_asks_for_goes() -> None:
    sheet = ":root{--oil:red;--wick:blue;--glass:url(a.svg);top:0}.lamp{color:var(--oil)}.buoy{color:var(--glass)}"
    kept = ":root{--oil:red;--wick:blue;top:0}\n.lamp{color:var(--oil)}\n"
    assert met(sheet, NAMES, "p { color: var( --wick ) }") == kept
