/*
 * A table that is wider than its page is scrolled by keyboard too: what the theme puts around it can be focused. The theme
 * does that when the page is ready, so this waits until all of it is loaded.
 */
(() => {
  "use strict";

  addEventListener("load", () => {
    for (const one of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
    }
  });
})();
