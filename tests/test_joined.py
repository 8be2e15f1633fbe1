"""The scripts and style sheets of every page in one file each: what stays outside; one script stops no other."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from converter.site.joined import SCRIPTS, STYLES, join, one_script
from tests.temp_project import ROOT


def test_what_is_of_the_site_is_joined_and_the_rest_stays_named() -> None:
    config = MkDocsConfig()
    search = "assets/javascripts/tides.js"
    config.load_dict({"site_name": "Lamps", "extra": {"searching": [search], "listing": ["assets/tables.css"]}})
    module = ExtraScriptValue("assets/javascripts/module.js")
    module.type = "module"
    config.extra_css = ["assets/a.css", "https://lamps.example/b.css"]
    config.extra_javascript = ["assets/javascripts/a.js", "https://lamps.example/c.js", module]
    found = join(config)
    assert (found.styles, found.scripts) == (("assets/a.css",), ("assets/javascripts/a.js",))
    assert (found.searching, found.listing) == ((search,), ("assets/tables.css",))
    assert config.extra_css == [STYLES, "https://lamps.example/b.css"]
    assert [str(one) for one in config.extra_javascript] == [SCRIPTS, "https://lamps.example/c.js", str(module)]


def test_every_script_and_sheet_is_listed_once_or_named_by_a_template() -> None:
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = [one["path"] for one in settings["extra_javascript"]] + settings["extra_css"]
    listed += settings["extra"]["searching"] + settings["extra"]["listing"]
    assert len(set(listed)) == len(listed)
    templates = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    ours = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/assets").rglob("*.*")}
    assert set(listed) <= ours
    assert [one for one in sorted(ours - set(listed)) if f'"{one}"' not in templates] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs/assets/javascripts").glob("*.js")), ids=lambda path: path.stem)
def test_no_text_in_a_script_goes_over_a_line_s_end(path: Path) -> None:
    """For lines that begin as comments are left out, and blanks at the beginning of each."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.count("`") % 2 or line.endswith("\\")] == []


def test_comments_on_lines_of_their_own_are_not_sent() -> None:
    script = """/*
 * Lamps.
 */
(() => {
  // Whoever lights them.
  const keeper = "https://lamps.example//" /* stays */;
  /** In: a lamp. */
  const light = (lamp) => lamp / 2; // half

  /* one */ light(/\\/\\*/);
})();
"""
    assert one_script([script]).splitlines()[1:-3] == [
        "(() => {",
        'const keeper = "https://lamps.example//" /* stays */;',
        "const light = (lamp) => lamp / 2; // half",
        "/* one */ light(/\\/\\*/);",
        "})();",
    ]


@pytest.mark.skipif(shutil.which("node") is None, reason="node, which runs the scripts here, is not installed")
def test_a_script_that_fails_stops_no_other(tmp_path: Path) -> None:
    """Neither one that throws nor one without a semicolon at its end."""
    parts = ["(() => { throw new Error('dark') })()", "(() => { console.log('lit') })()", "console.log('still') // dim"]
    script = tmp_path / "pages.js"
    script.write_text(one_script(parts), encoding="utf-8")
    ran = subprocess.run(["node", str(script)], capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["lit", "still"]
    assert "Error: dark" in ran.stderr
