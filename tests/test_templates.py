"""Templates escape whatever they are given; only finished HTML of its own type goes in as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from converter.site.finished import Unindented, escape_everywhere
from converter.write.escape import Html
from tests.conftest import ROOT

OVERRIDES = sorted(path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".html", ".xml"))
POISON = "\"><x-poison onclick='x'>"
# The rooms that make finished HTML: of rendered Markdown and of drawings.
MAKERS = {
    "converter/site/finished.py",
    "converter/write/svg.py",
    "converter/write/graph.py",
}


@pytest.mark.parametrize("name", ["work.html", "base.html", "partials/nav.html", "sitemap.xml"])
def test_every_template_escapes_text_and_takes_finished_html(name: str) -> None:
    """The theme's own as well: a title reaches them too."""
    env = Environment(loader=DictLoader({name: "<p title='{{ text }}'>{{ text }}{{ made }}</p>"}))
    escape_everywhere(env)
    html = env.get_template(name).render(text=POISON, made=Html("<b>made</b>"))
    assert "<x-poison" not in html and html.count("&lt;x-poison") == 2
    assert "title='&#34;&gt;" in html and "<b>made</b>" in html


def test_json_in_a_page_has_its_letters_and_nothing_that_ends_a_script() -> None:
    env = Environment(loader=DictLoader({"main.html": "{{ text | tojson }}"}))
    escape_everywhere(env)
    assert env.get_template("main.html").render(text="灯<b>&'") == '"灯\\u003cb\\u003e\\u0026\\u0027"'


def test_words_of_the_theme_are_not_escaped_twice() -> None:
    """Its scripts get them as JSON, where an entity would be shown as it is."""
    templates = {
        "partials/languages/fr.html": "{% macro t(key) %}{{ {'copied': \"l'adresse & co\"}[key] }}{% endmacro %}",
        "main.html": "{% import 'partials/languages/fr.html' as lang %}{{ {'words': lang.t('copied')} | tojson }}",
    }
    env = Environment(loader=DictLoader(templates))
    escape_everywhere(env)
    assert env.get_template("main.html").render() == '{"words": "l\\u0027adresse \\u0026 co"}'


def test_a_template_is_read_without_its_indentation_and_no_words_run_together() -> None:
    source = """<ul>
      {% for one in all %}
      <li>
        {% if one %}<b>{{ one }}</b>{% endif %}
        <i>{{ text }}</i>
      </li>
      {% endfor %}
    </ul>
    {{ 1 // none }}"""
    env = Environment(loader=DictLoader({"main.html": source}), extensions=[Unindented])
    template = env.from_string(source.replace("{{ 1 // none }}", ""))
    html = template.render(all=["a", ""], text="b\n  c")
    assert html == "<ul>\n<li>\n<b>a</b>\n<i>b\n  c</i>\n</li>\n<li>\n\n<i>b\n  c</i>\n</li>\n</ul>"
    with pytest.raises(TypeError) as error:
        env.get_template("main.html").render(all=[])
    assert error.traceback[-1].lineno == source.count("\n")  # lines keep their numbers; counted from 0


@pytest.mark.parametrize("path", OVERRIDES, ids=lambda path: path.name)
def test_no_template_of_ours_switches_escaping_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", text)


def test_no_script_of_ours_makes_markup_of_a_text() -> None:
    ways = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|setHTML")
    scripts = [*(ROOT / "docs" / "assets").rglob("*.js"), *(ROOT / "converter").rglob("*.js")]
    assert len(scripts) > 5
    assert [path.name for path in scripts if ways.search(path.read_text(encoding="utf-8"))] == []


def test_finished_html_is_made_in_few_places() -> None:
    made = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "converter").rglob("*.py")
        if re.search(r"\bHtml\(|\bMarkup\(", path.read_text(encoding="utf-8").replace("class Html(Markup)", ""))
    }
    assert made == MAKERS


def test_what_is_of_no_known_body_stands_behind_the_others() -> None:
    env = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    escape_everywhere(env)
    env.filters["url"] = str
    cites = [{"body": body, "shown": shown, "anchors": []} for body, shown in [("", "1"), ("Tides", "2"), ("Fog", "3")]]
    ui = {"cites_by_body": "Cites", "body_unknown": "Nobody knows whose"}
    html = env.get_template("partials/cites.html").render(meta={"cites": cites}, ui=ui)
    assert re.findall("<h3>(.*?)</h3>", html) == ["Fog", "Tides", "Nobody knows whose"]
