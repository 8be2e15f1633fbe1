"""How much of a PDF is read, and the error that says why one is not."""

MAX_PAGES = 500
MAX_GLYPHS = 60_000  # on a page: more than ten times what the smallest print puts there
MAX_ALL_GLYPHS = 500_000  # more than two hundred pages of the smallest print
MAX_TEXTS = 30_000  # pieces of text on a page, each of one glyph or more; a full page set glyph by glyph has 6,000
MAX_OBJECTS = 300_000  # on a page, in forms as often as they are drawn; maps have tens of thousands


class CannotReadError(Exception):
    """Why PDFium gave up: `encrypted`, `broken`, `pages`, `characters` or `objects`; `page` is 0 for the whole file."""

    def __init__(self, why: str, page: int = 0) -> None:
        super().__init__(why)
        self.why, self.page = why, page
