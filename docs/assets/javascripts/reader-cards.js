/**
 * Cards on the page of a work: what is cited, named or noted, shown beside the link under the pointer or the focus; on a
 * touch screen the first tap shows it.
 */
(() => {
  "use strict";

  if (!window.rdReader) return;
  const { work, words, text, make, filled, keyOf } = window.rdReader;

  /* --- previews ----------------------------------------------------------------------------------------- */

  const known = new Map();
  for (const cite of work.cites) {
    const facts = [cite.body, cite.kind, cite.date, cite.author].filter(Boolean).join(" · ");
    const elsewhere = cite.held_in ? filled(words.held_in, { language: cite.held_in }) : words.not_held;
    const held = cite.held ? words.held : elsewhere;
    known.set(cite.page, { title: cite.shown, subtitle: cite.title || "", facts: `${facts} · ${cite.vote ? `${cite.vote} · ` : ""}${held}` });
    const [page] = cite.page.split("#"); // of a part of a text, which has its paragraphs too
    for (const pinpoint of cite.pinpoints ?? []) {
      known.set(`${page}#${pinpoint.anchor}`, {
        title: filled(window.rdWords.place, { work: cite.shown, paragraph: pinpoint.paragraph }),
        subtitle: pinpoint.text,
        facts,
      });
    }
  }
  for (const term of work.terms) {
    known.set(`terms#${term.id}`, { title: term.name, subtitle: "", facts: term.facts });
  }

  const MARK = ".footnote-ref, .mark";

  // Of a note with several marks, its number leads back to the first of them; arrows lead to the others.
  for (const note of text.querySelectorAll(".note[id]")) {
    const [, ...others] = text.querySelectorAll(`.mark[href="#${CSS.escape(note.id)}"]`);
    for (const mark of others) {
      note.append(" ", make("a", { className: "footnote-backref", href: `#${mark.id}`, textContent: "↩︎" }));
    }
  }

  /** A footnote as it stands at the end of the page, without the arrow that leads back. */
  function noteOf(mark) {
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!note) return null;
    const copied = note.cloneNode(true);
    copied.querySelectorAll(".footnote-backref, .rd-tools, :scope > a:first-child").forEach((back) => back.remove());
    return { title: mark.textContent, nodes: [...copied.childNodes] };
  }

  function previewOf(link) {
    if (link.matches(MARK)) return noteOf(link);
    const key = keyOf(link);
    if (key === null) return null;
    const term = /\/terms\/#(.+)$/.exec(key);
    return known.get(key) || workOf(key) || (term && known.get(`terms#${term[1]}`)) || null;
  }

  /** The work whose paragraph an address names: /251/#op3 → /251/; of one that stands with others, #251-op3 → #251. */
  function workOf(key) {
    let shorter = key;
    while (/#.*-/.test(shorter)) {
      shorter = shorter.slice(0, shorter.lastIndexOf("-"));
      if (known.has(shorter)) return known.get(shorter);
    }
    return known.get(key.replace(/#.*$/, ""));
  }

  const card = make("div", { className: "rd-preview", id: "rd-preview", role: "tooltip", hidden: true });
  document.body.append(card);
  let shownFor = null;
  let opened = null; // the link whose preview was asked for by a click or a tap
  let timer = 0;

  function show(link) {
    const preview = previewOf(link);
    if (!preview) return;
    card.replaceChildren(
      ...(preview.nodes || [
        make("strong", {}, preview.title),
        preview.subtitle ? make("p", {}, preview.subtitle) : "",
        make("p", { className: "rd-quiet" }, preview.facts),
      ]),
    );
    card.hidden = false;
    shownFor = link;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  function place(link) {
    const box = link.getClientRects()[0] || link.getBoundingClientRect();
    const below = box.bottom + 8 + card.offsetHeight < innerHeight;
    const left = Math.min(Math.max(8, box.left), innerWidth - card.offsetWidth - 8);
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    if (shownFor) shownFor.removeAttribute("aria-describedby");
    shownFor = null;
    opened = null;
    card.hidden = true;
  }

  const linkOf = (event) => event.target instanceof Element && event.target.closest(".rd-text a[href]");

  text.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (!link || opened || event.pointerType === "touch") return;
    clearTimeout(timer);
    timer = setTimeout(() => show(link), 200);
  });
  // What was asked for stays: a page that scrolls under a resting pointer also tells of it coming and going.
  text.addEventListener("pointerout", (event) => {
    if (opened || event.pointerType === "touch" || card.contains(event.relatedTarget)) return;
    clearTimeout(timer);
    timer = setTimeout(hide, 150);
  });
  card.addEventListener("pointerover", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => opened || hide());
  text.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link && link.matches(":focus-visible")) show(link);
  });
  text.addEventListener("focusout", (event) => {
    if (!card.contains(event.relatedTarget)) hide();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // On a touch screen the first tap shows the preview, a second one follows the link.
  let touched = false;
  text.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
  });
  text.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || opened === link || !previewOf(link)) return;
    // A footnote opens where it is marked, however it is asked for; a second time leads to it.
    if (!touched && !link.matches(MARK)) return;
    event.preventDefault();
    clearTimeout(timer);
    show(link);
    opened = link;
  });
  document.addEventListener("pointerdown", (event) => {
    if (shownFor && !card.contains(event.target) && !linkOf(event)) hide();
  });
})();
