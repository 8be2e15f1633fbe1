"""The text of a work: what its paragraphs and footnotes say, by chance from a bank of sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from converter.demo import plan
from converter.demo.bank import Bank, han, long_date, names, read
from converter.demo.blocks import NOTED, Block, Cited, Composed, Noted, anchors_of, number_notes
from converter.demo.plan import Planned

_FORMS_A_WORK = 3
_LONGER = 0.35  # how often a paragraph has two sentences
_ANNEXED = 0.15  # how often a resolution has an annex
_RECENT = 200  # how far back a work cites paragraphs of others
_SHORT = 12  # operative paragraphs from which on a text may have headings


@dataclass(frozen=True, slots=True)
class Size:
    """How long texts are: paragraphs from–to, and how often a paragraph is a long one."""

    fewest: int = 12
    most: int = 40
    longer: float = _LONGER


def compose(planned: Planned, size: Size, earlier: Sequence[Composed], lang: str) -> Composed:
    """Write one work. `earlier` are the works before it, which it may cite to the paragraph."""
    return _Composer(planned, size, earlier, lang).text()


@dataclass
class _Composer:
    planned: Planned
    size: Size
    earlier: Sequence[Composed]
    lang: str
    note_forms: list[Mapping[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(f"compose {self.planned.index}")
        topic = self.planned.topic
        self.bank = Bank(self.lang, self.chance, {"o": topic.object, "t": topic.subject})
        self.note_forms = _forms_of("notes")
        self.chance.shuffle(self.note_forms)
        adopted = (self.planned.kind, self.planned.status) == ("resolution", "adopted")
        self.annexed = adopted and self.chance.random() < _ANNEXED
        own = {plan.COUNCIL: ("灯塔理事会", "理事会"), plan.ASSEMBLY: ("群岛大会", "大会")}
        self.organs = own[self.planned.body]
        self.organ = self.organs[0]

    def text(self) -> Composed:
        """All of it, in order: preamble, operative part, closing lines."""
        length = self._length()
        preamble = max(4, round(length * self.chance.uniform(0.35, 0.45)))
        blocks = self._preamble(preamble)
        blocks += self._operative(length - len(blocks))
        if self.planned.status == "adopted":
            blocks += self._closing()
        if self.annexed:
            blocks += self._annex()
        numbered, notes = number_notes(blocks)
        return Composed(self.planned, tuple(numbered), notes, tuple(anchors_of(numbered)))

    def _length(self) -> int:
        if self.planned.kind != "resolution":
            return self.size.fewest
        return self.chance.randint(self.size.fewest, self.size.most)

    # --- preamble ---------------------------------------------------------------------------------------

    def _preamble(self, length: int) -> list[Block]:
        goals = self.chance.sample(range(1, 18), 2)
        named = {"goal": str(goals[0]), "goal2": str(goals[1]), "goal_name": names("goals", self.lang)[goals[0] - 1]}
        texts = names("instruments", self.lang)
        named |= dict(zip(("charter", "declaration", "covenant", "convention"), texts, strict=False))
        named["agenda"] = texts[-1]
        first = [Block("preambular", self.bank.sentence("preambular.opening", **named))]
        cites = [*self._series(), *self._forms(), *self._held()]
        if self.chance.random() < 0.5:
            cites.append(Block("preambular", self.bank.sentence("preambular.agenda", **named)))
        reports = self._reports() if self.planned.kind == "resolution" else []
        room = max(0, length - len(first) - len(cites) - len(reports))
        return [*first, *cites, *reports, *(self._consideration() for _ in range(room))]

    def _series(self) -> Iterator[Block]:
        """Recall the works of the same title, each with its date."""
        before = [self.earlier[index].planned for index in self.planned.series]
        if not before:
            return
        cites = tuple(_cited(work) for work in before)
        if len(before) == 1:
            text = f"回顾其{long_date(before[0].date)}第{before[0].number}号决议，"
        else:
            listed = [f"{long_date(work.date)}第{work.number}号" for work in before]
            every = f"{'、'.join(listed[:-1])}和{listed[-1]}决议"
            text = f"回顾{self.organ}关于{self.planned.topic.subject}的历次决议，包括{every}，"
        yield Block("preambular", text, cites=cites, form="series")

    def _forms(self) -> Iterator[Block]:
        """The ways of citing, each work the next few, so that a small corpus has them all."""
        usable = [form for form in _forms_of("forms") if form.get("body", self.planned.body) == self.planned.body]
        start = self.planned.index * _FORMS_A_WORK
        for step in range(_FORMS_A_WORK):
            form = usable[(start + step) % len(usable)]
            yield Block("preambular", form["text"], cites=_expected(form), form=form["form"])

    def _held(self) -> Iterator[Block]:
        """Cite a paragraph of a work that the corpus holds."""
        work = self._some_earlier()
        if work is None:
            return
        asked = [anchor for anchor in work.anchors if re.fullmatch(r"op\d+", anchor)]
        last = len(asked)
        first = self.chance.randint(1, max(1, last - 1))
        many = last > 1 and self.chance.random() < 0.5
        pinpoint = (str(first), str(first + 1)) if many else (str(first),)
        printed = f"第{first}和第{first + 1}段" if many else f"第{first}段"
        text = f"铭记{self._organ_of(work)}{long_date(work.planned.date)}第{_number(work)}{printed}，"
        cite = replace(_cited(work.planned), pinpoint=pinpoint)
        yield Block("preambular", text, cites=(cite,), form="pinpoint-held")

    def _organ_of(self, work: Composed) -> str:
        if work.planned.body == self.planned.body:
            return self.chance.choice([*self.organs, "其"])
        return "灯塔理事会" if work.planned.body == plan.COUNCIL else "群岛大会"

    def _some_earlier(self) -> Composed | None:
        recent = ((work, work.planned) for work in self.earlier[-_RECENT:])
        usable = [work for work, planned in recent if (planned.kind, planned.status) == ("resolution", "adopted")]
        return self.chance.choice(usable) if usable else None

    def _consideration(self) -> Block:
        """A paragraph of reasons: something stated, deplored or welcomed, and a tail or two."""
        start = self._reason()
        text = start + self._tails("preambular.tails")
        if self.chance.random() < self.size.longer:
            verb = self.chance.choice(["并着重指出", "同时强调", "并认识到", "并重申"])
            text += f"，{verb}{self.bank.sentence('preambular.statements')}" + self._tails("preambular.tails")
        block = Block("preambular", f"{text}，")
        return self._with_note(block) if self.chance.random() < 0.06 else block

    def _reason(self) -> str:
        kind, verbs = self.chance.choices(
            [("statements", "verbs"), ("concerns", "concern_verbs"), ("welcomes", "welcome_verbs")], weights=[5, 2, 2]
        )[0]
        return self.bank.deal(f"preambular.{verbs}") + self.bank.sentence(f"preambular.{kind}")

    def _tails(self, place: str) -> str:
        weights = [3, 4, 1, 0] if self.size.longer < 1 else [0, 1, 3, 2]
        count = self.chance.choices(range(4), weights)[0]
        return "".join(self.bank.sentence(place) for _ in range(count))

    def _with_note(self, block: Block) -> Block:
        if not self.note_forms:
            return block
        form = self.note_forms.pop()
        note = Noted(form["text"], _expected(form))
        return replace(block, text=block.text + NOTED.format(0), notes=(note,), form=form["form"])

    def _reports(self) -> list[Block]:
        """A report in a footnote; now and then the next note goes back to it."""
        title = self.bank.sentence("reports.titles")
        author = self.bank.deal("reports.authors")
        text = self.bank.sentence("reports.welcome", author=author, title=title, note=NOTED.format(0))
        number = self.chance.randint(20, 99)
        symbol = f"{plan.stem_of(self.planned.body)}/{self.planned.session.number}/{number}"
        cite = Cited(symbol, "document", None, ())
        blocks = [Block("preambular", text, notes=(Noted(f"{symbol}。", (cite,)),), form="report")]
        if self.chance.random() < 0.4:
            again = f"{self._reason()}，{NOTED.format(0)}"
            place = str(self.chance.randint(2, 40))
            ibid = Noted(f"同上，第{place}段。", (replace(cite, pinpoint=(place,)),))
            blocks.append(Block("preambular", again, notes=(ibid,), form="ibid"))
        return blocks

    # --- operative part -----------------------------------------------------------------------------------

    def _operative(self, room: int) -> list[Block]:
        asks = self._mandates()
        room = max(2, room - len(asks) - 1)
        blocks = [self._act() for _ in range(room)]
        if self.planned.kind == "resolution":
            blocks[self.chance.randrange(1, room)] = self._following()
        if self.annexed:
            blocks[0] = Block("operative", self.bank.sentence("operative.annexed"))
        groups = [[block] for block in blocks]
        if room > 4 and self.chance.random() < 0.6:
            groups[self.chance.randrange(1, room)] = self._with_subs()
        groups += [[block] for block in asks]
        end = self.bank.deal("mandates.end") if self.planned.body == plan.ASSEMBLY else self._continue()
        groups.append([Block("operative", end)])
        return list(self._numbered(groups))

    def _numbered(self, groups: list[list[Block]]) -> Iterator[Block]:
        headed = len(groups) >= _SHORT and self.chance.random() < 0.4
        step = max(3, len(groups) // 4)
        for number, group in enumerate(groups, start=1):
            if headed and (number - 1) % step == 0 and number < len(groups):
                yield Block("heading", f"{han((number - 1) // step + 1)}、{self.bank.deal('operative.headings')}")
            yield replace(group[0], label=f"{number}.")
            yield from group[1:]

    def _act(self) -> Block:
        kind = self.chance.choices(["urge", "assert", "office", "welcome"], weights=[6, 3, 2, 1])[0]
        if kind == "urge":
            text = self.bank.deal("operative.urge_verbs") + self._urged()
        elif kind == "assert":
            text = self.bank.deal("operative.assert_verbs") + self.bank.sentence("operative.assertions")
        elif kind == "office":
            text = "请" + self.bank.slot("office") + self.bank.sentence("operative.office_acts")
        else:
            text = self.bank.deal("operative.welcome_verbs") + self.bank.sentence("preambular.welcomes")
        text += self._tails("operative.tails")
        if self.chance.random() < self.size.longer:
            verb = self.chance.choice(["并鼓励", "又促请", "还吁请"])
            text += f"，{verb}{self._urged()}" + self._tails("operative.tails")
        block = Block("operative", f"{text}；")
        return self._with_note(block) if self.chance.random() < 0.05 else block

    def _urged(self) -> str:
        return self.bank.slot("states") + self.bank.sentence("operative.acts")

    def _following(self) -> Block:
        """An operative paragraph that follows up a paragraph, or a sub-paragraph, of a work that is held."""
        work = self._some_earlier()
        if work is None:
            return self._act()
        subs = [match for anchor in work.anchors if (match := re.fullmatch(r"op(\d+)-([a-z])", anchor))]
        if subs:
            number, letter = self.chance.choice(subs).groups()
            printed, pinpoint, form = f"第{number}({letter})段", f"{number}({letter})", "sub-paragraph-held"
        else:
            number = str(self.chance.randint(1, sum(anchor.startswith("op") for anchor in work.anchors)))
            printed, pinpoint, form = f"第{number}段", number, "pinpoint-held"
        text = f"欢迎各国根据{self._organ_of(work)}第{_number(work)}{printed}采取的步骤；"
        cite = replace(_cited(work.planned), date=None, pinpoint=(pinpoint,))
        return Block("operative", text, cites=(cite,), form=form)

    def _with_subs(self) -> list[Block]:
        count = self.chance.randint(2, 5)
        blocks = [Block("operative", self.bank.sentence("operative.sub_lead"))]
        for place in range(count):
            blocks.append(Block("sub", f"{self.bank.sentence('operative.sub_acts')}；", f"({chr(97 + place)})"))
        if self.chance.random() < 0.5:
            blocks.append(Block("sub", self.bank.sentence("operative.inner_lead"), f"({chr(97 + count)})"))
            for place in range(3):
                blocks.append(Block("sub", f"{self.bank.deal('operative.inner')}；", f"({han(place + 1)})"))
        return blocks

    def _mandates(self) -> list[Block]:
        """What the text asks of others: a report, sometimes by a date, sometimes a meeting."""
        if self.planned.kind != "resolution":
            return []
        blocks = []
        if self.chance.random() < 0.5:
            blocks += self._meeting()
        blocks.append(self._report())
        if self.chance.random() < 0.3:
            day = f"{self.planned.session.last.year + 1}年{self.chance.randint(1, 12)}月{self.chance.randint(1, 28)}日"
            text = self.bank.sentence("mandates.by_date", date=day, organ=self.organ)
            blocks.append(Block("operative", f"{text}；", asks="date"))
        return blocks

    def _due(self) -> int:
        return self.planned.session.number + self.chance.randint(1, 2 if self.planned.body == plan.ASSEMBLY else 5)

    def _report(self) -> Block:
        due = self._due()
        text = self.bank.sentence("mandates.report", organ=self.organ, session=han(due))
        return Block("operative", f"{text}{self.bank.sentence('mandates.report_tails')}；", asks="report", due=due)

    def _meeting(self) -> list[Block]:
        due, theme = self._due(), self.bank.sentence("mandates.theme")
        text = self.bank.sentence("mandates.meeting", organ=self.organ, session=han(due), theme=theme)
        meeting = Block("operative", f"{text}；", asks="meeting", due=due)
        if "闭会期间会议" not in text:
            return [meeting]
        return [meeting, Block("operative", f"{self.bank.sentence('mandates.services')}；", asks="services", due=due)]

    def _continue(self) -> str:
        return self.bank.sentence("mandates.continue", organ=self.organ, session=han(self._due()))

    def _annex(self) -> Iterator[Block]:
        """An annex with a title and paragraphs that are numbered anew."""
        yield Block("annex", "附件")
        yield Block("closing", self.bank.fill("{t}准则"))
        for number in range(1, self.chance.randint(4, 7)):
            yield Block("annexed", f"各国应当{self.bank.sentence('operative.acts')}。", f"{number}.")

    def _closing(self) -> list[Block]:
        meeting = 20 + self.chance.randrange(30)
        lines = [f"第{meeting}次会议", long_date(self.planned.date), "[未经表决获得通过。]"]
        return [Block("closing", line) for line in lines]


def _forms_of(place: str) -> list[Mapping[str, Any]]:
    return list(read("known.yml")[place])


def _expected(form: Mapping[str, Any]) -> tuple[Cited, ...]:
    return tuple(
        Cited(one["target"], one.get("kind", "resolution"), one.get("date"), tuple(one.get("pinpoint", ())))
        for one in form["expects"]
    )


def _cited(work: Planned) -> Cited:
    return Cited(work.symbol, work.kind, work.date, ())


def _number(work: Composed) -> str:
    return f"{work.planned.number}号决议"
