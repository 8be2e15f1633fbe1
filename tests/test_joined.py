"""The scripts and style sheets of every page in one file each: what stays outside; one script stops no other."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from converter.site.joined import SCRIPTS, STYLES, join, one_script


def test_what_is_of_the_site_is_joined_and_the_rest_stays_named() -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Lamps"})
    module = ExtraScriptValue("assets/javascripts/module.js")
    module.type = "module"
    config.extra_css = ["assets/a.css", "https://lamps.example/b.css"]
    search = "assets/javascripts/search-text.js"
    config.extra_javascript = ["assets/javascripts/a.js", search, "https://lamps.example/c.js", module]
    found = join(config)
    assert (found.styles, found.scripts) == (("assets/a.css",), ("assets/javascripts/a.js",))
    assert found.searching == (search,)
    assert config.extra_css == [STYLES, "https://lamps.example/b.css"]
    assert [str(one) for one in config.extra_javascript] == [SCRIPTS, "https://lamps.example/c.js", str(module)]


@pytest.mark.skipif(shutil.which("node") is None, reason="node, which runs the scripts here, is not installed")
def test_a_script_that_fails_stops_no_other(tmp_path: Path) -> None:
    """Neither one that throws nor one without a semicolon at its end."""
    parts = ["(() => { throw new Error('dark') })()", "(() => { console.log('lit') })()", "console.log('still') // dim"]
    script = tmp_path / "pages.js"
    script.write_text(one_script(parts), encoding="utf-8")
    ran = subprocess.run(["node", str(script)], capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["lit", "still"]
    assert "Error: dark" in ran.stderr
