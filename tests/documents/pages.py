"""Documents in the official layouts, about the invented matters of the Harbour of Lights. Printed by `paper`."""

from __future__ import annotations

from tests.documents.paper import Paper

LEFT, RIGHT = 123.0, 488.0

PREAMBLE = (
    "Recalling its resolution 61/204 of 12 December 2006 on the keeping of lighthouses and the Charter of Lamps,^1^ "
    "and bearing in mind that 2030 lamps are to be lit anew,",
    "Taking note of the report of the Keeper of Lamps on the state of the northern harbours,^2^ in which he "
    "described the darkness that fell upon them in the winter of 2018,",
)
OPERATIVE = (
    "1.  Welcomes the lighting of the eastern mole, and calls upon all harbours to keep their lamps burning through "
    "the long night of the 21st of December;",
    "2.  Requests the Keeper of Lamps to report to the Assembly at its seventy-fifth session on the oil that was "
    "burned under the Charter,^1^ and on the wicks^*^ that were trimmed, with a summary^3^ for the pilots.",
)
NOTES = (
    "1  Harbour Papers, vol. 12, No. 340.",
    "2  A/73/901, sections II and III, where the Keeper speaks of the winter, of the ice that closed the northern "
    "harbours for eleven weeks, and of",
)
MORE_NOTES = ("the ships that waited outside.", "3  A/73/902.")
STAR = "*  The wicks of the southern mole are counted apart."


def assembly() -> bytes:
    """A resolution of two pages: letterhead, running head, job number, bar code, notes of which one runs over."""
    paper = Paper().page()
    paper.say(LEFT, 58, "United Nations", 14)
    paper.say_right(552, 58, "A/RES/73/901")
    paper.rule(60, 65, 552, 65)
    paper.say(LEFT, 86, "General Assembly", 20, "bold")
    paper.say(425, 86, "Distr.: General")
    paper.say(425, 98, "18 October 2018")
    paper.rule(60, 209, 552, 209, 1.4)
    paper.say(60, 222, "Seventy-third session", 10, "bold")
    paper.say(60, 234, "Agenda item 129")
    paper.say(LEFT, 267, "Resolution adopted by the General Assembly on 10 October 2018", 12, "bold")
    paper.say(LEFT, 291, "[without reference to a Main Committee (A/73/L.901)]", 10, "italic")
    paper.say(76, 320, "73/901.", 12, "bold")
    paper.say(LEFT, 320, "Lamps of the northern harbours", 12, "bold")
    paper.say(147, 346, "The General Assembly,", 10, "italic")
    y = 366.0
    for text in PREAMBLE:
        y = paper.set_paragraph(LEFT, y, RIGHT, text, indent=24) + 6
    y = paper.set_paragraph(LEFT, y, RIGHT, OPERATIVE[0], indent=24) + 6
    y = 640.0
    paper.say(100, y, "__________________", 8)
    paper.set_paragraph(119, y + 14, 521, "^1^ " + NOTES[0][3:], 8.5, 10, indent=0)
    paper.set_paragraph(119, y + 24, 521, "^2^ " + NOTES[1][3:], 8.5, 10, indent=0)
    paper.say(65, 748, "18-16895 (E)    241018")
    paper.say(65, 762, "*1816895*", 12)
    paper.page()
    paper.say_right(552, 49, "Lamps of the northern harbours", 8.5)
    paper.say(60, 59, "A/RES/73/901", 8.5, "bold")
    paper.say_right(552, 59, "and of their moles", 8.5)
    paper.rule(60, 65, 552, 65)
    y = paper.set_paragraph(LEFT, 82, RIGHT, OPERATIVE[1], indent=24) + 18
    paper.say_right(RIGHT, y, "18th plenary meeting", 10, "italic")
    paper.say_right(RIGHT, y + 13, "10 October 2018", 10, "italic")
    paper.say(100, 640, "__________________", 8)
    paper.say(117, 654, MORE_NOTES[0], 8.5)
    paper.say(117, 664, "^3^ " + MORE_NOTES[1][3:], 8.5)
    paper.say(117, 674, "^*^ " + STAR[3:], 8.5)
    paper.say(60, 755, "2/2", 8.5, "bold")
    paper.say_right(552, 755, "18-16895", 7)
    return paper.finished()


COLUMN_LEFT = (
    "Recalling its resolution 2981 (XXVII) of 4 December 1972,^4^ in which it asked for a count of all lamps and of "
    "the oil that they burn,",
    "Noting with concern that the har\u00adbours of the north had no light during the winter and that seven vessels "
    "were lost on the reef of Anselm,",
    "Convinced that a light which is seen by all belongs to all,",
    "Bearing in mind the well-being of the pilots,",
)
COLUMN_RIGHT = (
    "1. Calls upon the harbours of the north to light their lamps before the end of the year;",
    "2. Decides to set up a Committee of Lamps, com\u00adposed of nine keepers, who shall visit every mole and every "
    "lantern that is older than one hundred years;",
    "3. Requests the Keeper to report to the Assembly at its thirty-second session, after he has asked the pilots, "
    "whose answers are com\u00adposed of few words.",
)
NEXT_RESOLUTION = (
    "The General Assembly, having heard the report of the Committee of Lamps on the harbours of the south,"
)


def official_records(spaces: bool = True) -> bytes:
    """A page of the Official Records: two columns between a heading and another one, a running head with the page."""
    paper = Paper().page()
    paper.say(60, 50, "92", 9)
    paper.say_centred(300, 50, "General Assembly\u2014Thirty-first Session", 9)
    paper.say_centred(300, 84, "31/901. Lamps of the northern harbours", 10, "bold")
    y = 110.0
    for text in COLUMN_LEFT:
        y = paper.set_paragraph(60, y, 288, text, 9, 10.5, indent=12, spaces=spaces)
    paper.rule(60, 330, 120, 330)
    paper.say(64, 340, "^4^ Official Records of the Lamps, 1972, p. 7.", 7)
    y = 113.0  # the two columns do not share their baselines
    for text in COLUMN_RIGHT:
        y = paper.set_paragraph(308, y, 536, text, 9, 10.5, indent=12, spaces=spaces)
    paper.say_right(536, y + 6, "98th plenary meeting", 9, "italic")
    paper.say_right(536, y + 17, "30 November 1976", 9, "italic")
    paper.say_centred(300, 370, "31/902. Lamps of the southern harbours", 10, "bold")
    y = paper.set_paragraph(60, 396, 288, NEXT_RESOLUTION, 9, 10.5, indent=12, spaces=spaces)
    for text in COLUMN_LEFT[1:]:
        y = paper.set_paragraph(60, y, 288, text, 9, 10.5, indent=12, spaces=spaces)
    y = 396.0
    for text in COLUMN_RIGHT[1:]:
        y = paper.set_paragraph(308, y, 536, text, 9, 10.5, indent=12, spaces=spaces)
    return paper.finished()


def scan(pages: int = 1, read: int = 0) -> bytes:
    """Pictures of pages without text, after `read` pages with text."""
    paper = Paper()
    for _ in range(read):
        paper.page().set_paragraph(LEFT, 100, RIGHT, PREAMBLE[0])
    for _ in range(pages):
        paper.page().picture()
    return paper.finished()


def recognised() -> bytes:
    """A picture of a page with text over it."""
    paper = Paper().page()
    paper.picture()
    paper.hide()
    paper.set_paragraph(LEFT, 100, RIGHT, PREAMBLE[0])
    return paper.finished()


TABLE = (("Harbour", "Lamps lit", "Oil in barrels"), ("Anselm", "14", "220"), ("Port of Bells", "9", "105"))


def table() -> bytes:
    """A ruled table between two paragraphs; one cell has two lines."""
    paper = Paper().page()
    y = paper.set_paragraph(LEFT, 100, RIGHT, PREAMBLE[1].replace("^2^", ""), indent=24) + 10
    edges = (LEFT, 240.0, 330.0, RIGHT)
    top = y
    for row in TABLE:
        paper.rule(LEFT, y, RIGHT, y)
        for x, cell in zip(edges, row, strict=False):
            paper.say(x + 4, y + 12, cell, 9)
        y += 17
        if row[0] == "Anselm":
            paper.say(LEFT + 4, y + 5, "(the old mole)", 9)
            y += 10
    paper.rule(LEFT, y, RIGHT, y)
    for x in edges:
        paper.rule(x, top, x, y)
    paper.set_paragraph(LEFT, y + 24, RIGHT, OPERATIVE[0], indent=24)
    return paper.finished()


def typed() -> bytes:
    """A typewritten text without space between its paragraphs, which begin further in; sub-paragraphs hang."""
    paper = Paper().page()
    y = 100.0
    for text, indent, hang in (
        ("Recalling that the harbours of the north were without light for two winters,", 30, 0),
        ("Noting the report of the Keeper,", 30, 0),
        ("Noting also that the pilots asked for a lamp upon the reef of Anselm,", 30, 0),
        ("1. Decides that the lamp upon the reef shall be lit:", 30, 0),
        ("(a) by the Keeper, from the first of October, until the last of March, in every year;", 30, 54),
        ("(b) by the pilots, whenever the Keeper is away from the reef or has no oil;", 30, 54),
        ("2. Requests the Keeper to write down every hour during which it did not burn.", 30, 0),
    ):
        y = paper.set_paragraph(90, y, 400, text, 10, 12, indent=indent, hang=hang, font="courier")
    return paper.finished()


def hanging() -> bytes:
    """Paragraphs whose first line stands out and the others in, without a label."""
    paper = Paper().page()
    y = 100.0
    for text in (
        "Reaffirming that the lamps of the north, those on the moles and those upon the reefs, shall be lit again, "
        "and that nobody shall put them out before the morning,",
        "Noting the report of the Keeper.",
    ):
        y = paper.set_paragraph(90, y, 340, text, 10, 12, hang=30, font="courier")
    return paper.finished()


LIST = (("Anselm", "Bells"), ("Corvo", "Dorn"), ("Elster", "Farn"), ("Gull", "Holm"), ("Ister", "Juno"))


def lists() -> bytes:
    """Names in two short columns, which are no columns of running text."""
    paper = Paper().page()
    for index, (left, right) in enumerate(LIST):
        paper.say(LEFT, 100 + 12 * index, left)
        paper.say(320, 100 + 12 * index, right)
    paper.set_paragraph(LEFT, 170, RIGHT, PREAMBLE[1].replace("^2^", ""))
    return paper.finished()


def hyphenated() -> bytes:
    """Parted words: `lanterns` stands elsewhere in one piece, `reopen` also with a hyphen, `merchants` nowhere."""
    paper = Paper().page()
    y = 100.0
    for paragraph in (
        ("Noting that the lanterns reopen when others re-open", "who are kept by the pilots,"),
        ("1. Decides that the keeper lights all lan-", "terns before the evening comes;"),
        ("2. Decides that every mole shall re-", "open when the morning comes;"),
        ("3. Decides that nothing is paid by the mer-", "chants who come with the ships."),
    ):
        for line in paragraph:
            paper.say(90, y, line)
            y += 12
        y += 6
    return paper.finished()


def garbled() -> bytes:
    """A page of which the file names no letter right."""
    paper = Paper().page()
    paper.garble()
    paper.set_paragraph(LEFT, 100, RIGHT, PREAMBLE[0])
    return paper.finished()


# Each row as it is read, and as it stands on the page from left to right.
ARABIC = (
    ("وإذ تشير إلى قرارها 33/23 المؤرخ 5 أيار/مايو", "ويام/رايأ 5 خرؤملا 33/23 اهرارق ىلإ ريشت ذإو"),
    ("بشأن صيانة المنارات القديمة (A/73/901)،^1^ ودإ-30/1،", "،30/1-إدو ^1^،(A/73/901) ةميدقلا تارانملا ةنايص نأشب"),
    ("(هـ) المنارات التي أضيئت،", "،تئيضأ يتلا تارانملا (ـه)"),
    ("[الفقرة (ب) من القرار ٣٣/٢٣] المعنية بالإضاءة،", "،ةءاضإلاب ةينعملا [٣٣/٢٣ رارقلا نم (ب) ةرقفلا]"),
)


def arabic(shapes: bool = False, reverse: bool = False) -> bytes:
    """Rows from right to left, with `shapes` a word in presentation forms and one drawn out; or all in reverse."""
    paper = Paper().page()
    for index, (read, printed) in enumerate(ARABIC):
        shown = printed
        if shapes:
            shown = shown.replace("ةنايص", "\ufe94\ufee7\ufe8e\ufef4\ufebb").replace("ةينعملا", "ةينـعملا")
        if reverse:
            shown = read.replace("^1^", "")
        paper.say_right(RIGHT, 100 + 14 * index, shown)
    return paper.finished()


def notes_without_rule() -> bytes:
    """A page whose notes are only smaller than its text."""
    paper = Paper().page()
    paper.set_paragraph(LEFT, 100, RIGHT, PREAMBLE[0], indent=24)
    paper.say(LEFT, 700, "^1^ " + NOTES[0][3:], 8)
    return paper.finished()


def notes_of_one_size() -> bytes:
    """A typed page whose notes are as large as its text, below a rule of hyphens; the second mark is not raised."""
    paper = Paper().page()
    paper.set_paragraph(LEFT, 100, RIGHT, PREAMBLE[0], indent=24)
    paper.say(LEFT, 680, "----------")
    paper.say(LEFT, 694, NOTES[0])
    paper.say(LEFT, 706, "12 winters were counted there.")
    paper.say(LEFT, 718, "2  A/73/902.")
    return paper.finished()


def volume() -> bytes:
    """Three pages without a symbol: a running head, page numbers at the foot, and a last line that is a number."""
    paper = Paper()
    for number in range(1, 4):
        paper.page()
        paper.say_centred(300, 50, "Annals of the Harbour of Lights", 9)
        y = paper.set_paragraph(LEFT, 90, RIGHT, PREAMBLE[number % 2].replace("^1^", "").replace("^2^", ""), indent=24)
        paper.say(LEFT, y, "2030")
        paper.say_centred(300, 800, f"- {40 + number} -", 9)
    return paper.finished()
