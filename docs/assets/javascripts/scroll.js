/*
 * A table that is wider than its page is scrolled by keyboard too: what the theme puts around it can be focused, or the
 * table itself on a page without the theme's scripts. They do that when the page is ready, so this waits until all of it is
 * loaded.
 */
(() => {
  "use strict";

  addEventListener("load", () => {
    for (const one of document.querySelectorAll(".md-typeset__scrollwrap, .rd-lean .rd-text table")) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
    }
  });
})();
