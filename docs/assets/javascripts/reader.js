/**
 * The page of a work, for whoever has script: what its other scripts share (reader-cards.js, reader-tools.js), the
 * places that are not certain or misprinted, annotations on and off, the line on paper. The text is all there without it.
 *
 * Everything shown comes from the page's own JSON (#rd-work) and the language's words (words.js), so it works from file://. Text from outside is
 * only ever set as text, never as HTML.
 */
(() => {
  "use strict";

  const data = document.getElementById("rd-work");
  const text = document.querySelector(".rd-text");
  if (!data || !text) return;
  const work = JSON.parse(data.textContent);
  const { reader: words, paragraph: names, letters } = window.rdWords;

  const make = window.rdElement;

  /* --- addresses --------------------------------------------------------------------------------------- */

  const root = window.rdRoot(work.base);

  const filled = window.rdFilled;

  /** The permanent address of a paragraph: on the published site where that is known, else here. */
  function permanent(anchor) {
    const page = work.site ? new URL(work.page, work.site) : new URL(location.pathname, location.href);
    page.hash = anchor;
    return decodeURI(page.href);
  }

  /** The address of a paragraph on another page of this site. */
  const placeOn = (page, anchor) => window.rdAddress(page, root, anchor);

  /** The key of a link's target: `zh/A/RES/60/251/#op3`, or null for what is not of this site. */
  function keyOf(link) {
    const url = new URL(link.href, location.href);
    if (!url.href.startsWith(root.href)) return null;
    const path = decodeURI(url.pathname.slice(root.pathname.length)).replace(/index\.html$/, "");
    return path + url.hash;
  }

  /** What a paragraph is called: op11-a → 第11(a)段. */
  function nameOf(anchor) {
    const match = /^(pp|op|u|h|p|table)(\d+)(.*)$/.exec(anchor);
    if (!match) return work.names[anchor] ?? anchor;
    const [first, ...deeper] = match[3].split("-").filter(Boolean);
    const parts = first ? [letters[first] ?? first, ...deeper] : []; // the first in the language's own letters
    const subs = parts.map((part) => filled(names.sub, { sub: part })).join("");
    return filled(names[match[1]], { number: match[2] + subs });
  }

  window.rdReader = { work, words, text, make, filled, permanent, placeOn, keyOf, nameOf };

  /* --- what is not certain ---------------------------------------------------------------------------------------- */

  // A place that is not certain is shown beside it, and described by what the head of the page says of it.
  for (const said of document.querySelectorAll(".rd-uncertain [data-rd-at]")) {
    const place = document.getElementById(said.dataset.rdAt);
    if (!place) continue;
    place.classList.add("rd-doubtful");
    const all = [place.getAttribute("aria-describedby"), said.id].filter(Boolean);
    place.setAttribute("aria-describedby", all.join(" "));
    place.title ||= said.textContent.trim();
  }

  /* --- on paper -------------------------------------------------------------------------------------------------- */

  addEventListener("beforeprint", () => {
    const line = document.querySelector(".rd-print");
    const date = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    const place = permanent("").replace(/#$/, "");
    line.textContent = [line.dataset.rdSite, work.facts.symbol, filled(line.dataset.rdPrinted, { date }), place].filter(Boolean).join(" · ");
  });

  // What is misprinted in the source stands as it is printed, and quietly says so.
  for (const anchor of work.misprints) {
    const place = document.getElementById(anchor) ?? document.getElementById(anchor.replace("fn-", "fn:"));
    (place?.matches("li") ? place.querySelector("p:last-of-type") ?? place : place)?.append(make("span", { className: "rd-misprint", textContent: words.as_printed }));
  }

  /* --- annotations on and off ------------------------------------------------------------------------------ */

  const KEPT = "rd-annotations";

  function remembered() {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return true;
    }
  }

  function annotate(on) {
    document.documentElement.toggleAttribute("data-rd-plain", !on);
    toggle.setAttribute("aria-pressed", String(on));
    try {
      localStorage.setItem(KEPT, on ? "on" : "off");
    } catch {
      // A browser that keeps nothing still switches.
    }
  }

  // The button stands in the template, so that nothing moves when the script comes.
  const toggle = document.querySelector(".rd-toggle");
  toggle.addEventListener("click", () => annotate(toggle.getAttribute("aria-pressed") !== "true"));
  annotate(remembered());
})();
