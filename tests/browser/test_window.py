"""The window that the tests of a file share: the next one finds nothing of the one before."""

from __future__ import annotations

from .conftest import WINDOW, Watched


def test_the_next_test_finds_a_window_as_at_first(window: Watched, server: str) -> None:
    page = window.begin(server).go("zh/")
    page.evaluate("for (const kept of [localStorage, sessionStorage]) kept.setItem('lamp', 'lit')")
    page.evaluate("console.error('a lamp is out')")
    page.set_viewport_size({"width": 390, "height": 844})
    assert window.asked
    assert ["a lamp is out" in one for one in window.complaints] == [True]
    window.begin(server)
    assert (window.asked, window.complaints, page.url) == ([], [], "about:blank")
    page = window.go("zh/")
    assert page.evaluate("[localStorage, sessionStorage].map((kept) => kept.getItem('lamp'))") == [None, None]
    assert page.viewport_size == WINDOW
