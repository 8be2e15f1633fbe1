/*
 * Light and dark on pages without the theme's scripts, as the theme does it and from where the theme keeps it: what was
 * chosen on one page is so on every other. It runs before the page is shown. And where an address leads on a page of cited works.
 */
(() => {
  "use strict";

  const SCHEMES = ["default", "slate"]; // the order of mkdocs.yml (palette:)
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const key = `${new URL("../../", document.currentScript.src).pathname}.__palette`;
  let shown = kept() ?? Number(dark.matches);

  function kept() {
    try {
      const index = JSON.parse(localStorage.getItem(key))?.index;
      return index in SCHEMES ? index : null;
    } catch {
      return null; // nothing is kept, or not for us
    }
  }

  function show(index) {
    shown = index;
    document.body.dataset.mdColorScheme = SCHEMES[index];
    const button = document.querySelector(".rd-scheme");
    if (!button) return;
    button.title = window.rdWords?.palette[index ? "light" : "dark"] ?? "";
    button.setAttribute("aria-label", button.title);
    button.classList.toggle("rd-icon--light", index === 1);
    button.classList.toggle("rd-icon--dark", index === 0);
    button.hidden = false;
  }

  function choose() {
    show(1 - shown);
    const { mdColorPrimary: primary, mdColorAccent: accent } = document.body.dataset;
    const media = `(prefers-color-scheme: ${shown ? "dark" : "light"})`;
    try {
      localStorage.setItem(key, JSON.stringify({ index: shown, color: { media, scheme: SCHEMES[shown], primary, accent } }));
    } catch {
      // A browser that keeps nothing still switches.
    }
  }

  /**
   * A paragraph of a cited work that nobody cites has no place of its own: its work has (#687-1991-op7 → #687-1991). Only
   * what the page calls a place is cut off: #318-add-9-op1 is none of #318.
   */
  function land() {
    const places = document.querySelector("[data-places]")?.dataset.places;
    const id = location.hash.slice(1);
    if (!places || document.getElementById(id)) return;
    const place = new RegExp(`^(?:${places})$`);
    for (let at = id.lastIndexOf("-"); at > 0; at = id.lastIndexOf("-", at - 1)) {
      if (!place.test(id.slice(at + 1))) continue;
      if (document.getElementById(id.slice(0, at))) return location.replace(`#${id.slice(0, at)}`);
    }
  }

  show(shown);
  dark.addEventListener("change", () => kept() ?? show(Number(dark.matches)));
  addEventListener("DOMContentLoaded", () => {
    show(shown);
    document.querySelector(".rd-scheme").addEventListener("click", choose);
    land();
  });
  addEventListener("hashchange", land);
})();
