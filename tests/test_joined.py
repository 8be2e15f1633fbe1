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
    config.load_dict({"site_name": "Lamps", "extra": {"searching": [search]}})
    module = ExtraScriptValue("assets/javascripts/module.js")
    module.type = "module"
    config.extra_css = ["assets/a.css", "https://lamps.example/b.css"]
    config.extra_javascript = ["assets/javascripts/a.js", "https://lamps.example/c.js", module]
    found = join(config)
    assert (found.styles, found.scripts) == (("assets/a.css",), ("assets/javascripts/a.js",))
    assert found.searching == (search,)
    assert config.extra_css == [STYLES, "https://lamps.example/b.css"]
    assert [str(one) for one in config.extra_javascript] == [SCRIPTS, "https://lamps.example/c.js", str(module)]


def test_every_script_is_listed_once_or_named_by_a_template() -> None:
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = [one["path"] for one in settings["extra_javascript"]] + settings["extra"]["searching"]
    assert len(set(listed)) == len(listed)
    templates = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    ours = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/assets/javascripts").glob("*.js")}
    assert set(listed) <= ours
    assert [one for one in sorted(ours - set(listed)) if f'"{one}"' not in templates] == []


@pytest.mark.skipif(shutil.which("node") is None, reason="node, which runs the scripts here, is not installed")
def test_a_script_that_fails_stops_no_other(tmp_path: Path) -> None:
    """Neither one that throws nor one without a semicolon at its end."""
    parts = ["(() => { throw new Error('dark') })()", "(() => { console.log('lit') })()", "console.log('still') // dim"]
    script = tmp_path / "pages.js"
    script.write_text(one_script(parts), encoding="utf-8")
    ran = subprocess.run(["node", str(script)], capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["lit", "still"]
    assert "Error: dark" in ran.stderr
