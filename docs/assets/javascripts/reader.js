/**
 * The page of a work, for whoever has script: previews of what is cited, a paragraph's address and words to copy,
 * annotations on and off. The text is all there without it.
 *
 * Everything shown comes from the page's own JSON (#rd-work), so it works from file:// as well. Text from outside is
 * only ever set as text, never as HTML.
 */
(() => {
  "use strict";

  const data = document.getElementById("rd-work");
  const text = document.querySelector(".rd-text");
  if (!data || !text) return;
  const work = JSON.parse(data.textContent);
  const words = work.words;

  /** An element with properties and children; children that are strings become text. */
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element && key !== "list") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  /* --- addresses --------------------------------------------------------------------------------------- */

  const root = new URL(work.base.endsWith("/") ? work.base : `${work.base}/`, location.href);

  const filled = window.rdFilled;

  /** The permanent address of a paragraph: on the published site where that is known, else here. */
  function permanent(anchor) {
    const page = work.site ? new URL(work.page, work.site) : new URL(location.pathname, location.href);
    page.hash = anchor;
    return decodeURI(page.href);
  }

  /** The address of a paragraph on another page of this site; from file:// a folder has to be spelled out. */
  function placeOn(page, anchor) {
    const url = new URL(page, root);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    url.hash = anchor;
    return url.href;
  }

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
    const parts = first ? [work.letters[first] ?? first, ...deeper] : []; // the first in the language's own letters
    const subs = parts.map((part) => filled(work.paragraph.sub, { sub: part })).join("");
    return filled(work.paragraph[match[1]], { number: match[2] + subs });
  }

  /* --- previews ----------------------------------------------------------------------------------------- */

  const known = new Map();
  for (const cite of work.cites) {
    if (!cite.page) continue;
    const facts = [cite.body, cite.kind, cite.date, cite.author].filter(Boolean).join(" · ");
    const elsewhere = cite.held_in ? filled(words.held_in, { language: cite.held_in }) : words.not_held;
    const held = cite.held ? words.held : elsewhere;
    known.set(cite.page, { title: cite.shown, subtitle: cite.title || "", facts: `${facts} · ${cite.vote ? `${cite.vote} · ` : ""}${held}` });
    for (const pinpoint of cite.pinpoints) {
      known.set(`${cite.page}#${pinpoint.anchor}`, {
        title: filled(work.place, { work: cite.shown, paragraph: pinpoint.paragraph }),
        subtitle: pinpoint.text,
        facts,
      });
    }
  }
  for (const term of work.terms) {
    known.set(`terms#${term.id}`, { title: term.name, subtitle: "", facts: term.facts });
  }

  // A place that is not certain is shown beside it, and described by what the head of the page says of it.
  for (const said of document.querySelectorAll(".rd-uncertain [data-rd-at]")) {
    const place = document.getElementById(said.dataset.rdAt);
    if (!place) continue;
    place.classList.add("rd-doubtful");
    const all = [place.getAttribute("aria-describedby"), said.id].filter(Boolean);
    place.setAttribute("aria-describedby", all.join(" "));
    place.title ||= said.textContent.trim();
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
    return known.get(key) || known.get(key.replace(/#.*$/, "")) || (term && known.get(`terms#${term[1]}`)) || null;
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

  /* --- a paragraph's tools ------------------------------------------------------------------------------- */

  const said = make("p", { className: "rd-said", role: "status" });
  document.body.append(said);

  async function copy(what) {
    try {
      await navigator.clipboard.writeText(what);
      say(words.copied);
    } catch {
      say(copyByHand(what) ? words.copied : words.not_copied);
    }
  }

  /** Where a page has no clipboard (file:// in some browsers), the old command still works. */
  function copyByHand(what) {
    const area = make("textarea", { value: what, className: "rd-offscreen" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function say(what) {
    said.textContent = what;
    said.classList.add("rd-said--shown");
    setTimeout(() => said.classList.remove("rd-said--shown"), 2000);
  }

  /** The words of a paragraph as printed: without the tools, footnote marks in square brackets. */
  function wordsOf(paragraph) {
    const copied = paragraph.cloneNode(true);
    copied.querySelectorAll(".rd-tools, .rd-times, .rd-misprint").forEach((element) => element.remove());
    return printedWords(copied);
  }

  /** The words of an element on one line, the marks of notes in square brackets. */
  function printedWords(element) {
    const copied = element.cloneNode(true);
    copied.querySelectorAll("sup, .mark").forEach((mark) => mark.replaceWith(`[${mark.textContent}]`));
    return copied.textContent.replace(/\s+/g, " ").trim();
  }

  /** The work, the paragraph and its address in brackets, with the language's own punctuation. */
  function sourceOf(anchor, address) {
    const { comma, brackets } = work.punctuation;
    return filled(brackets, { text: `${quoteOf(anchor)}${comma}${address}` }).trim();
  }

  const quoteOf = (anchor) => filled(work.quote, { paragraph: nameOf(anchor) });

  /** The work's entry, with the paragraph and its address. */
  function bibtexOf(anchor, address) {
    const own = work.bibtex.replace(/^ *url *=.*\n/m, "").replace(/,?\s*\}\s*$/, "");
    return `${own},\n  pages = {${nameOf(anchor)}},\n  url = {${address}}\n}\n`;
  }

  const actions = (paragraph) => {
    const anchor = paragraph.id;
    const address = permanent(anchor);
    const all = [
      [words.copy_address, () => copy(address)],
      [words.copy_text, () => copy(`${wordsOf(paragraph)}\n${sourceOf(anchor, address)}`)],
      [words.copy_markdown, () => copy(window.rdBasket.quoted({ text: wordsOf(paragraph), quote: quoteOf(anchor), address }))],
    ];
    if (work.bibtex) all.push([words.copy_bibtex, () => copy(bibtexOf(anchor, address))]);
    const page = work.paged && work.pages[anchor];
    if (page) all.push([filled(words.official_page, { n: page }), () => open(onPage(page), "_blank", "noopener")]);
    const own = `${decodeURI(work.page)}#${anchor}`;
    all.push([window.rdBasket.has(own) ? work.basket.drop : work.basket.keep, () => keepOrDrop(own, paragraph, address)]);
    for (const { page: beside, label } of work.parallel) all.push([label, () => location.assign(placeOn(beside, anchor))]);
    if (work.repository) all.push([words.correct, () => open(correction(paragraph, address), "_blank", "noopener")]);
    return all;
  };

  /** The official document, at a page of it: what shows a PDF goes to `#page=`, anything else stays at its top. */
  function onPage(page) {
    const url = new URL(work.paged);
    url.hash = `page=${page}`;
    return url.href;
  }

  /** Puts a paragraph among those that the reader keeps, or takes it out. */
  function keepOrDrop(page, paragraph, address) {
    const had = window.rdBasket.has(page);
    const quote = quoteOf(paragraph.id);
    const source = sourceOf(paragraph.id, address);
    const entry = { ...work.facts, page, address, quote, source, text: wordsOf(paragraph), title: work.title, lang: text.lang, paragraph: nameOf(paragraph.id), ris: work.ris };
    const done = window.rdBasket.toggle(entry);
    say(done ? work.basket[had ? "dropped" : "kept"] : work.basket.not_kept);
  }

  function correction(paragraph, address) {
    const url = new URL(`${work.repository.replace(/\/$/, "")}/issues/new`);
    url.searchParams.set("template", "misread-paragraph.yml");
    url.searchParams.set("page", address.replace(/#.*$/, ""));
    url.searchParams.set("paragraph", paragraph.id);
    url.searchParams.set("shows", wordsOf(paragraph).slice(0, 1500));
    return url.href;
  }

  /* --- what is selected and copied: a label before its words, nothing that the page put there ----------------------- */

  const BLOCKS = "p, h1, h2, li";
  text.addEventListener("copy", (event) => {
    const selection = getSelection();
    const range = selection.rangeCount === 1 && selection.getRangeAt(0);
    if (!range || range.collapsed || !event.clipboardData || !text.contains(range.startContainer)) return;
    const copied = make("div", {}, range.cloneContents());
    if (copied.querySelector("td, th")) return; // a table is copied as one
    copied.querySelectorAll(".rd-tools, .rd-times, .rd-misprint").forEach((one) => one.remove());
    copied.querySelectorAll("a[href]").forEach((link) => link.setAttribute("href", link.href));
    const lines = copied.querySelector(BLOCKS) ? [...copied.querySelectorAll(BLOCKS)] : [copied];
    const words = lines.map(printedWords).filter(Boolean);
    event.clipboardData.setData("text/plain", words.join("\n\n"));
    event.clipboardData.setData("text/html", new XMLSerializer().serializeToString(copied));
    event.preventDefault();
  });

  const menu = make("div", { className: "rd-menu", role: "menu", hidden: true });
  document.body.append(menu);
  let openedBy = null;

  function openMenu(button, paragraph) {
    closeMenu();
    menu.setAttribute("aria-label", filled(words.tools, { paragraph: nameOf(paragraph.id) }));
    menu.replaceChildren(
      ...actions(paragraph).map(([label, run]) =>
        make("button", {
          type: "button",
          role: "menuitem",
          tabIndex: -1,
          textContent: label,
          onclick: () => {
            closeMenu(true);
            run();
          },
        }),
      ),
    );
    menu.hidden = false;
    openedBy = button;
    button.setAttribute("aria-expanded", "true");
    const box = button.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(box.right - menu.offsetWidth, innerWidth - menu.offsetWidth - 8)) + scrollX}px`;
    menu.style.top = `${box.bottom + 4 + scrollY}px`;
    menu.firstElementChild.focus();
  }

  function closeMenu(focus = false) {
    if (!openedBy) return;
    menu.hidden = true;
    openedBy.setAttribute("aria-expanded", "false");
    if (focus) openedBy.focus();
    openedBy = null;
  }

  menu.addEventListener("keydown", (event) => {
    const items = [...menu.children];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length].focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      closeMenu(true);
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (openedBy && !menu.contains(event.target) && event.target !== openedBy) closeMenu();
  });

  const citedTimes = new Map();
  for (const place of work.citedBy) {
    for (const anchor of place.pinpoints) citedTimes.set(anchor, (citedTimes.get(anchor) || 0) + 1);
  }

  for (const paragraph of text.querySelectorAll("p.pp[id], p.op[id], p.sub[id], p.plain[id]")) {
    const times = citedTimes.get(paragraph.id);
    if (times) {
      const label = filled(window.rdPlural(words.cited_times, times, text.lang), { n: times });
      paragraph.append(make("a", { className: "rd-times", href: "#cited-by", textContent: label }));
    }
    const button = make("button", {
      type: "button",
      className: "rd-tools",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": filled(words.tools, { paragraph: nameOf(paragraph.id) }),
    });
    button.addEventListener("click", () => (openedBy === button ? closeMenu() : openMenu(button, paragraph)));
    paragraph.append(button);
  }

  /* --- on paper -------------------------------------------------------------------------------------------------- */

  addEventListener("beforeprint", () => {
    const line = document.querySelector(".rd-print");
    const site = line.textContent.split(" · ")[0];
    const date = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    const place = permanent("").replace(/#$/, "");
    line.textContent = [site, work.facts.symbol, filled(line.dataset.rdPrinted, { date }), place].filter(Boolean).join(" · ");
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
