/*
 * The choice of language in the header: a link to the same page in another language leads to the paragraph that is
 * being read. Anchors are the same in every language; from file:// it works as well. Without script the links lead to
 * the top of the page.
 */
(() => {
  "use strict";

  const menu = document.querySelector(".rd-switch");
  if (!menu) return;
  const same = [...document.querySelectorAll("a[data-rd-same]")];
  const A_LINE = 24; // less of a paragraph than this does not count as seen
  const isSeen = (box, top) => box.height > 0 && box.bottom > top + Math.min(A_LINE, box.height / 2) && box.top < innerHeight;

  /** The anchor that is being read: the one in the address while it is in sight, else the first that is; "" at the top. */
  function reading() {
    const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const asked = document.querySelector(":target");
    if (asked && isSeen(asked.getBoundingClientRect(), top)) return asked.id;
    if (scrollY < 8) return "";
    const anchors = document.querySelectorAll(".md-content :is(p, section, h1, h2, h3, td, th)[id]");
    return [...anchors].find((one) => isSeen(one.getBoundingClientRect(), top))?.id ?? "";
  }

  function aim() {
    const anchor = reading();
    for (const link of same) link.hash = anchor && anchor !== "title" ? anchor : "";
  }

  function close(focus) {
    if (!menu.open) return;
    menu.open = false;
    if (focus) menu.querySelector("summary").focus();
  }

  // Before a link is followed, by whatever means, it has been pointed at or has the focus.
  for (const event of ["pointerover", "focusin", "click"]) for (const link of same) link.addEventListener(event, aim);
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) close(false);
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(false);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
})();
