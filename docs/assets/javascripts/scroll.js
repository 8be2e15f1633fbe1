/*
 * What is wider than its page is scrolled by keyboard too: of a table, what the theme puts around it can be focused, or the
 * table itself on a page without the theme's scripts; of code, the code, which the theme leaves out where a finger points.
 * They do that when the page is ready, so this waits until all of it is loaded.
 */
(() => {
  "use strict";

  addEventListener("load", () => {
    for (const one of document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code, .rd-lean .rd-text table")) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
    }
  });
})();
