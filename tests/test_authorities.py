"""The authority files load clean, and what is wrong in one is found at its line while the rest is loaded."""

from __future__ import annotations

import json
import pickle
import re
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from converter.authorities import Authorities, load_authorities
from converter.language_files import available
from converter.yaml_safe import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_PROBLEMS,
    MAX_PROBLEMS_OF_ITEM,
    MAX_VALUES,
    Problem,
    load_yaml,
)
from converter.yaml_safe.schema import SCHEMAS
from tests.steps import assert_linear, assert_not_square

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "authorities"
KINDS = ("bodies", "reports", "sessions", "instruments", "funds", "mechanisms", "goals", "countries", "works")

SPONSORS = """
阿尔巴尼亚 AL、阿根廷 AR、澳大利亚 AU、巴西 BR、加拿大 CA、智利 CL、厄瓜多尔 EC、斐济 FJ、
洪都拉斯 HN、冰岛 IS、印度尼西亚 ID、意大利 IT、卢森堡 LU、马来西亚 MY、黑山 ME、摩洛哥 MA、
尼泊尔 NP、挪威 NO、巴基斯坦 PK、巴拉圭 PY、秘鲁 PE、葡萄牙 PT、卡塔尔 QA、新加坡 SG、
索马里 SO、西班牙 ES、泰国 TH、土耳其 TR、乌克兰 UA、乌拉圭 UY、也门 YE
"""


@pytest.fixture(scope="module")
def authorities() -> Authorities:
    return load_authorities(FOLDER)[0]


def load_one(tmp_path: Path, kind: str, text: str | bytes) -> tuple[Authorities, tuple[Problem, ...]]:
    """Load a folder that has this file, and the real organs (sessions need them)."""
    folder = tmp_path / "authorities"
    folder.mkdir(exist_ok=True)
    (folder / "bodies.yml").write_bytes((FOLDER / "bodies.yml").read_bytes())
    (folder / f"{kind}.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_authorities(folder)


def fund(id: str, name: str, more: str = "") -> str:
    return f"- id: {id}\n  names: {{zh: [{name}]}}\n  source: a test\n{more}"


# --- the real files -----------------------------------------------------------------------------------------


def test_the_real_files_have_no_problem() -> None:
    assert load_authorities(FOLDER)[1] == ()


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_is_there_and_every_record_of_it_is_loaded(authorities: Authorities, kind: str) -> None:
    text = (FOLDER / f"{kind}.yml").read_text(encoding="utf-8")
    records = getattr(authorities, kind)
    assert len(records) == sum(line.startswith("- ") for line in text.splitlines()) > 0
    assert all(record.source.strip() for record in records)


def test_the_schema_names_exactly_these_files() -> None:
    schema = json.loads((SCHEMAS / "authorities.schema.json").read_text(encoding="utf-8"))
    assert [entry["$ref"] for entry in schema["anyOf"]] == [f"#/$defs/{kind}" for kind in KINDS]
    for kind in KINDS:
        record = schema["$defs"][schema["$defs"][kind]["items"]["$ref"].rsplit("/", 1)[1]]
        assert record["additionalProperties"] is False
        assert "source" in record["required"]


def test_the_sponsors_of_the_first_work_are_known(authorities: Authorities) -> None:
    pairs = [entry.split() for entry in SPONSORS.replace("\n", "").split("、")]
    assert len(pairs) == 31
    source = (ROOT / "sources/hrc-51-technical-cooperation/zh.txt").read_text(encoding="utf-8")
    printed = "".join(source.split())
    for name, code in pairs:
        assert name in printed
        found = authorities.country(name, "zh")
        assert found is not None and found.code == code


@pytest.mark.parametrize(
    ("name", "lang", "code"),
    [
        ("斐\n济", "zh", "FJ"),  # broken by the line
        ("大韩民国", "zh", "KR"),
        ("韩国", "zh", "KR"),  # CLDR
        ("英国", "zh", "GB"),
        ("大不列颠及北爱尔兰联合王国", "zh", "GB"),
        ("玻利维亚（多民族国）", "zh", "BO"),  # full width
        ("多民族玻利维亚国", "zh", "BO"),
        ("伊朗(伊斯兰共和国)", "zh", "IR"),
        ("委内瑞拉玻利瓦尔共和国", "zh", "VE"),
        ("刚果", "zh", "CG"),
        ("刚果（布）", "zh", "CG"),
        ("刚果民主共和国", "zh", "CD"),
        ("刚果（金）", "zh", "CD"),
        ("多米尼加", "zh", "DO"),
        ("多米尼克", "zh", "DM"),
        ("罗马教廷", "zh", "VA"),
        ("教廷", "zh", "VA"),
        ("巴勒斯坦国", "zh", "PS"),
        ("Türkiye", "en", "TR"),
        ("Turkey", "en", "TR"),
        ("Democratic People’s Republic of Korea", "en", "KP"),
        ("Côte d'Ivoire", "en", "CI"),
        ("the  Gambia", "en", "GM"),
        ("VIET NAM", "en", "VN"),
        ("Guinea-Bissau", "en", "GW"),
        ("Guinea", "en", "GN"),
        ("Egypte", "fr", "EG"),  # capitals without their accents
        ("PERU", "es", "PE"),
    ],
)
def test_a_state_is_found_by_the_spellings_of_the_un_and_of_cldr(
    authorities: Authorities, name: str, lang: str, code: str
) -> None:
    found = authorities.country(name, lang)
    assert found is not None and found.code == code


def test_an_unknown_name_or_language_finds_no_state(authorities: Authorities) -> None:
    assert authorities.country("亚特兰蒂斯", "zh") is None
    assert authorities.country("阿根廷", "xx") is None
    assert authorities.country("", "zh") is None


def test_the_name_to_show_is_the_uns_own(authorities: Authorities) -> None:
    shown = {code: authorities.country(name, "zh") for code, name in [("RU", "俄罗斯"), ("AR", "阿根廷")]}
    russia, argentina = shown["RU"], shown["AR"]
    assert russia is not None and argentina is not None
    assert (russia.name("zh"), russia.name("en")) == ("俄罗斯联邦", "Russian Federation")
    assert (argentina.name("zh"), argentina.name("xx")) == ("阿根廷", "AR")


def test_every_code_is_a_real_one_and_every_member_is_there(authorities: Authorities) -> None:
    codes = [country.code for country in authorities.countries if len(country.code) == 2]  # not the former ones
    reserved = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UN", "QO", "XA", "XB", "XK", "ZZ"}
    assert set(codes) <= set(Locale("en").territories) - reserved
    assert len(codes) == len(set(codes)) == 193 + 2
    assert codes == sorted(codes)


def test_a_spelling_names_one_state_in_each_language(authorities: Authorities) -> None:
    assert authorities.country("Etats-Unis d’Amérique", "fr") == authorities.country("États-Unis d'Amérique", "fr")
    for lang in available():
        cldr = Locale(lang).territories
        for country in authorities.countries:
            for name in {country.name(lang), cldr.get(country.code, country.name(lang)), *country.names.of(lang)}:
                assert authorities.country(name, lang) == country


def test_no_two_organs_share_a_template() -> None:
    bodies: Any = load_yaml((FOLDER / "bodies.yml").read_text(encoding="utf-8"), "bodies.yml")[0]
    templates = [template for body in bodies for template in body.get("symbols", {}).values()]
    assert len(templates) == len(set(templates))
    slots = [re.findall(r"\{(\w+)\}", template) for template in templates]
    assert all(some in (["number"], ["session", "serial"]) for some in slots)


@pytest.mark.parametrize(
    ("body", "kind", "number", "symbol"),
    [
        ("HRC", "resolution", "33/28", "A/HRC/RES/33/28"),
        ("HRC", "decision", "2/113", "A/HRC/DEC/2/113"),
        ("UNEA", "resolution", "5/14", "UNEP/EA.5/Res.14"),
        ("HRC", "presidential-statement", "31/1", "A/HRC/PRST/31/1"),
        ("GA", "resolution", "60/251", "A/RES/60/251"),
        ("GA", "decision", "31/308", None),
        ("SC", "resolution", "1325(2000)", "S/RES/1325(2000)"),
        ("SC", "presidential-statement", "2010/11", "S/PRST/2010/11"),
        ("ECOSOC", "resolution", "1996/31", "E/RES/1996/31"),
        ("CHR", "resolution", "2004/81", "E/CN.4/RES/2004/81"),
    ],
)
def test_an_organ_makes_the_symbols_of_its_texts(
    authorities: Authorities, body: str, kind: str, number: str, symbol: str | None
) -> None:
    found = authorities.body(body)
    assert found is not None and found.symbol(kind, number) == symbol


def test_short_forms_are_not_names(authorities: Authorities) -> None:
    hrc, sc, ecosoc = (authorities.body(id) for id in ("HRC", "SC", "ECOSOC"))
    assert hrc is not None and sc is not None and ecosoc is not None
    assert hrc.short.of("zh") == ecosoc.short.of("zh") == ("理事会",)
    assert "安理会" in sc.names.of("zh") and "经社理事会" in ecosoc.names.of("zh")
    names = [name for body in authorities.bodies for _, names in body.names.by_lang for name in names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        ("48", "2021-09-13", "2021-10-11"),
        ("50", "2022-06-13", "2022-07-08"),
        ("51", "2022-09-12", "2022-10-07"),
        ("53", "2023-06-19", "2023-07-14"),
    ],
)
def test_the_sessions_of_the_first_work(authorities: Authorities, number: str, first: str, last: str) -> None:
    found = authorities.session("HRC", number)
    assert found is not None and (found.first, found.last) == (first, last)
    assert authorities.session("HRC", int(number)) == found
    assert authorities.session("GA", number) is None


def test_the_eight_known_works(authorities: Authorities) -> None:
    dates = {work.symbol: work.date for work in authorities.works}
    assert dates == {
        "A/RES/60/251": "2006-03-15",
        "A/HRC/RES/5/1": "2007-06-18",
        "A/HRC/RES/5/2": "2007-06-18",
        "A/HRC/RES/16/21": "2011-03-25",
        "A/HRC/RES/18/18": "2011-09-29",
        "A/HRC/RES/33/28": "2016-09-30",
        "A/HRC/RES/48/24": "2021-10-11",
        "A/RES/70/1": "2015-09-25",
    }
    work = authorities.work("A/RES/70/1")
    assert work is not None and work.title("zh") == "变革我们的世界：2030年可持续发展议程"
    assert work.title("xx") is None
    assert authorities.work("A/RES/0/0") is None


def test_the_goals_are_the_seventeen(authorities: Authorities) -> None:
    assert [goal.number for goal in authorities.goals] == list(range(1, 18))
    goal = authorities.goal(5)
    assert goal is not None and (goal.id, goal.names.preferred("zh")) == ("sdg-5", "性别平等")
    assert authorities.goal(18) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_spelling_names_one_thing(authorities: Authorities, lang: str) -> None:
    names = [name for name, _, _ in authorities.names(lang)]
    assert len(names) == len(set(names))
    assert [len(name) for name in names] == sorted((len(name) for name in names), reverse=True)


def test_what_the_first_work_names_is_known(authorities: Authorities) -> None:
    known = {name: (kind, id) for name, kind, id in authorities.names("zh")}
    assert known["联合国宪章"] == ("instrument", "un-charter")
    assert known["经济社会文化权利国际公约"] == ("instrument", "icescr")
    assert known["经济、社会及文化权利国际公约"] == ("instrument", "icescr")
    assert known["2030年可持续发展议程"] == ("agenda", "2030-agenda")
    assert known["普遍定期审议"] == ("mechanism", "upr")
    assert known["联合国人权领域技术合作自愿基金"] == ("fund", "vftc")
    assert known["高专办"] == known["高级专员办事处"] == ("office", "ohchr")
    source = (ROOT / "sources/hrc-51-technical-cooperation/zh.txt").read_text(encoding="utf-8")
    printed = "".join(source.split())
    for one in authorities.funds[:4]:
        assert one.names.of("zh")[0] in printed


def test_it_can_be_sent_to_another_process(authorities: Authorities) -> None:
    copied = pickle.loads(pickle.dumps(authorities))
    assert copied == authorities
    assert copied.country("也门", "zh").code == "YE"


def test_names_stand_without_title_marks_or_stray_spaces(authorities: Authorities) -> None:
    for lang in ("zh", "en"):
        for name, _, _ in authorities.names(lang):
            assert name == name.strip() and not set(name) & set("《》“”")
    assert not any(" " in name for name, _, _ in authorities.names("zh"))


# --- what is wrong is found where it is, and the rest is loaded ---------------------------------------------


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


def test_an_unknown_key(tmp_path: Path) -> None:
    text = fund("a", "甲") + fund("b", "乙", "  colour: red\n") + fund("c", "丙")
    found, problems = load_one(tmp_path, "funds", text)
    problem = only(problems)
    assert (problem.path, problem.line, problem.column) == ("authorities/funds.yml", 7, 3)
    assert "colour" in problem.message and "names" in problem.hint
    assert [one.id for one in found.funds] == ["a", "c"]


def test_a_wrong_type(tmp_path: Path) -> None:
    text = fund("a", "甲") + "- id: b\n  names: {zh: 乙}\n  source: a test\n" + fund("c", "丙")
    found, problems = load_one(tmp_path, "funds", text)
    problem = only(problems)
    assert (problem.line, problem.column) == (5, 15)
    assert "must be a list" in problem.message
    assert [one.id for one in found.funds] == ["a", "c"]


@pytest.mark.parametrize("broken", ["2021-02-30", "2021-9-13", "13.9.2021", "20210913", "2021-W37-1", "2021"])
def test_a_broken_date(tmp_path: Path, broken: str) -> None:
    good = "- {body: HRC, session: 48, from: 2021-09-13, to: 2021-10-11, source: a test}\n"
    bad = f"- body: HRC\n  session: 49\n  from: {broken}\n  to: 2022-04-01\n  source: a test\n"
    found, problems = load_one(tmp_path, "sessions", good + bad)
    assert {(problem.line, problem.column) for problem in problems} == {(4, 9)}
    assert [one.session for one in found.sessions] == ["48"]


def test_a_missing_source(tmp_path: Path) -> None:
    found, problems = load_one(tmp_path, "funds", fund("a", "甲") + "- id: b\n  names: {zh: [乙]}\n")
    problem = only(problems)
    assert (problem.line, problem.message) == (4, "missing: source")
    assert [one.id for one in found.funds] == ["a"]


def test_a_duplicate_key(tmp_path: Path) -> None:
    text = fund("a", "甲") + fund("b", "乙", "  source: another\n") + fund("c", "丙")
    found, problems = load_one(tmp_path, "funds", text)
    problem = only(problems)
    assert (problem.line, problem.column, problem.hint) == (7, 3, "the first is on line 6")
    assert [one.id for one in found.funds] == ["a", "c"]


def test_a_duplicate_id(tmp_path: Path) -> None:
    found, problems = load_one(tmp_path, "funds", fund("a", "甲") + fund("a", "乙") + fund("c", "丙"))
    problem = only(problems)
    assert (problem.line, problem.hint) == (4, "the first is on line 1")
    assert [one.names.preferred("zh") for one in found.funds] == ["甲", "丙"]


def test_an_anchor(tmp_path: Path) -> None:
    text = fund("a", "甲") + "- id: b\n  names: &names {zh: [乙]}\n  source: a test\n" + fund("c", "丙")
    found, problems = load_one(tmp_path, "funds", text)
    problem = only(problems)
    assert (problem.line, problem.column) == (5, 10)
    assert "&names" in problem.message
    assert [one.id for one in found.funds] == ["a", "c"]


def bomb(levels: int) -> str:
    lines = ["- x0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"  x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def test_a_yaml_bomb_is_cheap_and_leaves_the_others(tmp_path: Path) -> None:
    times = count()  # what is the same as before is not read again
    assert_linear(lambda levels: load_one(tmp_path, "funds", f"{bomb(levels)}# {next(times)}\n"), 10)
    found, problems = load_one(tmp_path, "funds", fund("a", "甲") + bomb(11) + fund("c", "丙"))
    assert problems[0].line == 4 and "anchor" in problems[0].message
    assert any("alias" in problem.message and problem.line == 5 for problem in problems)
    assert len(problems) == MAX_PROBLEMS_OF_ITEM
    assert [one.id for one in found.funds] == ["a", "c"]


def test_a_syntax_error_keeps_what_stood_before_it(tmp_path: Path) -> None:
    found, problems = load_one(tmp_path, "funds", fund("a", "甲") + "- id: [b\n  source: a test\n")
    problem = only(problems)
    assert problem.line == 4 and problem.message.startswith("not YAML")
    assert [one.id for one in found.funds] == ["a"]


def test_a_file_that_is_not_a_list(tmp_path: Path) -> None:
    for text in ("id: a\n", "just words\n", "", "# nothing yet\n"):
        found, problems = load_one(tmp_path, "funds", text)
        assert found.funds == ()
        assert "must be a list" in only(problems).message


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    found, problems = load_one(tmp_path, "funds", fund("a", "甲").encode() + b"- id: \xff\n")
    assert (only(problems).line, only(problems).column) == (4, 7)
    assert found.funds == () and len(found.bodies) == 16
    found, problems = load_one(tmp_path, "funds", fund("a", "甲").encode("utf-16"))
    assert "UTF-8" in only(problems).message and found.funds == ()
    found, problems = load_one(tmp_path, "funds", b"\xef\xbb\xbf" + fund("a", "甲").encode())
    assert problems == () and len(found.funds) == 1


def test_a_file_that_is_too_big(tmp_path: Path) -> None:
    found, problems = load_one(tmp_path, "funds", "# " + "x" * MAX_BYTES)
    assert "bytes" in only(problems).message
    assert found.funds == ()


def test_facts_that_contradict_each_other(tmp_path: Path) -> None:
    sessions = "- {body: HRC, session: 1, from: 2006-06-30, to: 2006-06-19, source: a test}\n"
    sessions += "- {body: XYZ, session: 1, from: 2006-06-19, to: 2006-06-30, source: a test}\n"
    found, problems = load_one(tmp_path, "sessions", sessions)
    assert [problem.line for problem in problems] == [1, 2] and found.sessions == ()


def test_a_goal_whose_number_is_not_that_of_its_id(tmp_path: Path) -> None:
    text = "- {id: sdg-1, number: 2, names: {zh: [无贫穷]}, source: a test}\n"
    found, problems = load_one(tmp_path, "goals", text)
    assert "sdg-1" in only(problems).message and found.goals == ()


def test_a_spelling_that_is_taken(tmp_path: Path) -> None:
    found, problems = load_one(tmp_path, "funds", fund("a", "甲 基金") + fund("b", "甲基金"))
    assert only(problems).line == 5 and "a already" in only(problems).message
    assert [one.id for one in found.funds] == ["a"]


def test_a_template_that_is_taken(tmp_path: Path) -> None:
    text = (FOLDER / "bodies.yml").read_text(encoding="utf-8").replace("E/RES/{number}", "A/RES/{number}")
    found, problems = load_one(tmp_path, "bodies", text)
    assert "GA already" in only(problems).message
    assert found.body("ECOSOC") is None and found.body("GA") is not None


def test_a_code_that_is_not_one(tmp_path: Path) -> None:
    text = "- {code: XK, source: a test}\n- {code: NO, source: a test}\n"
    found, problems = load_one(tmp_path, "countries", text)
    assert only(problems).line == 1
    assert [country.code for country in found.countries] == ["NO"]


def test_a_stranger_in_the_folder_and_a_folder_that_is_not_there(tmp_path: Path) -> None:
    load_one(tmp_path, "fund", "[]")
    _, problems = load_authorities(tmp_path / "authorities")
    assert only(problems).path == "authorities/fund.yml"
    found, problems = load_authorities(tmp_path / "nowhere")
    assert found == Authorities() and "missing" in only(problems).message


# --- the reader on its own ----------------------------------------------------------------------------------


def test_values_keep_the_type_that_a_reader_of_the_file_expects() -> None:
    text = "a: NO\nb: 2021-09-13\nc: 0123\nd: 12\ne: '12'\nf: true\ng: yes\nh:\ni: 1.5\nj: 1e3\nk: 12:30\n"
    value, _, problems = load_yaml(text, "x.yml")
    assert problems == ()
    assert value == {
        "a": "NO", "b": "2021-09-13", "c": "0123", "d": 12, "e": "12", "f": True, "g": "yes", "h": None,
        "i": 1.5, "j": "1e3", "k": "12:30",
    }  # fmt: skip


def test_places_are_those_of_the_text() -> None:
    _, lines, _ = load_yaml("甲:\n  - 乙: 1\n    丙: [2, 3]\n", "x.yml")
    assert lines.value(("甲", 0, "丙", 1)) == (3, 12)
    assert lines.key(("甲", 0, "丙")) == (3, 5)
    assert lines.value(("甲", 0, "丁")) == (2, 5)  # the nearest that there is
    assert load_yaml("", "x.yml")[1].value(("a",)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("a: !!python/object:os.system x\n", 1, 4, "tag"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
        ("? [a]\n: 1\n", 1, 3, "key"),
        ("a: 1\nb: \x07\n", 2, 4, "character"),
        ("a: 1\nb: \ud800\n", 2, 4, "surrogate"),
        ("a: *nobody\n", 1, 4, "alias"),
        ("<<: {a: 1}\n<<: {b: 2}\n", 2, 1, "second time"),
        ("a: 'open\n", 1, 4, "not YAML"),
        ("\ta: 1\n", 1, 1, "not YAML"),
    ],
)
def test_what_is_refused(text: str, line: int, column: int, word: str) -> None:
    problem = only(load_yaml(text, "x.yml")[2])
    assert (problem.path, problem.line, problem.column) == ("x.yml", line, column)
    assert word in problem.message


@pytest.mark.parametrize("text", ["a: 1\nb: [\n", "a: 1\n---\nb: 2\n"])
def test_a_mapping_that_could_not_be_read_whole_is_not_given(text: str) -> None:
    value, _, problems = load_yaml(text, "x.yml")
    assert value is None and problems


def test_depth_is_bounded() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert load_yaml(deepest, "x.yml")[2] == ()
    problem = only(load_yaml(f"[a, {deepest}, b]", "x.yml")[2])
    assert (problem.line, problem.column, problem.at) == (1, 5 + MAX_DEPTH - 1, (1, *([0] * (MAX_DEPTH - 1))))
    value, _, problems = load_yaml("[" * 300_000, "x.yml")
    assert value == [] and [problem.message[:6] for problem in problems] == ["nested", "nested"]
    assert_linear(lambda depth: load_yaml("[" * depth, "x.yml"), 5000)
    assert_not_square(lambda depth: load_yaml("[" * depth, "x.yml"), 5000)


def test_work_is_bounded() -> None:
    assert "values" in load_yaml("- a\n" * (MAX_VALUES + 1), "x.yml")[2][-1].message
    problems = load_yaml("- *a\n" * 10_000, "x.yml")[2]
    assert len(problems) == MAX_PROBLEMS + 1 and "too many" in problems[-1].message
    assert "bytes" in only(load_yaml("甲" * (MAX_BYTES // 3 + 1), "x.yml")[2]).message
    assert_linear(lambda count: load_yaml("- a\n" * count, "x.yml"), 500)
    assert_linear(lambda count: load_yaml("- *a\n" * count, "x.yml"), 500)


def test_the_same_files_are_understood_once_and_a_changed_one_anew(tmp_path: Path) -> None:
    found, _ = load_one(tmp_path, "funds", fund("a", "甲"))
    again, _ = load_one(tmp_path, "funds", fund("a", "甲"))
    assert again is found
    other, problems = load_one(tmp_path, "funds", fund("a", "甲") + "- id: [b\n")
    assert [one.id for one in other.funds] == ["a"] and len(problems) == 1
    assert load_one(tmp_path, "funds", fund("b", "乙"))[0].funds[0].id == "b"
    assert load_one(tmp_path, "funds", fund("a", "甲") + "- id: [b\n")[1] == problems
