"""How much of a PDF is read, and the error that says why one is not."""

MAX_PAGES = 500
MAX_GLYPHS = 60_000  # on a page: more than ten times what the smallest print puts there
MAX_ALL_GLYPHS = 2_000_000


class CannotReadError(Exception):
    """Why PDFium gave up: `encrypted`, `broken`, `pages` or `characters`; `page` is 0 for the whole file."""

    def __init__(self, why: str, page: int = 0) -> None:
        super().__init__(why)
        self.why, self.page = why, page
