/**
 * A paragraph's tools on the page of a work: its address and words to copy, to keep, to compare and to correct; and what
 * a selection says when it is copied.
 */
(() => {
  "use strict";

  if (!window.rdReader) return;
  const { work, words, text, make, filled, permanent, placeOn, nameOf } = window.rdReader;
  const { basket, others } = window.rdWords;
  const { rdCopy: copy, rdSay: say } = window;

  /* --- a paragraph's tools ------------------------------------------------------------------------------- */

  /** The words of a paragraph as printed: without the tools, footnote marks in square brackets. */
  function wordsOf(paragraph) {
    const copied = paragraph.cloneNode(true);
    copied.querySelectorAll(".rd-tools, .rd-times, .rd-misprint").forEach((element) => element.remove());
    return printedWords(copied);
  }

  /** The words of a paragraph and of all that it opens, (a), (b) and what is below them: who quotes it means the whole. */
  function wholeOf(paragraph, joint = " ") {
    const below = [...text.querySelectorAll(`[id^="${CSS.escape(paragraph.id)}-"]`)].filter((one) => one.matches("p"));
    return [paragraph, ...below].map(wordsOf).join(joint);
  }

  /** The words of an element on one line, the marks of notes in square brackets. */
  function printedWords(element) {
    const copied = element.cloneNode(true);
    copied.querySelectorAll("sup, .mark").forEach((mark) => mark.replaceWith(`[${mark.textContent}]`));
    return copied.textContent.replace(/\s+/g, " ").trim();
  }

  /** The work, the paragraph and its address in brackets, with the language's own punctuation. */
  function sourceOf(anchor, address) {
    const { comma, brackets } = window.rdWords.punctuation;
    return filled(brackets, { text: `${quoteOf(anchor)}${comma}${address}` }).trim();
  }

  /** The number of a place as lawyers' styles have it, 11(a), with what it is: a paragraph, a recital, one of an annex. */
  function pinpointOf({ op, pp, annex }, anchor) {
    const [, kind, number, below] = /^(op|pp|annex(?:-[ivxlc]+)?-)(\d+)((?:-[a-z]+)*)$/.exec(anchor) ?? [];
    if (!kind) return null;
    const which = kind.split("-")[1]?.toUpperCase(); // annex II
    const said = { op, pp }[kind] ?? (which ? annex.replace("annex", `annex ${which}`) : annex);
    return filled(said, { n: number + below.split("-").filter(Boolean).map((part) => `(${part})`).join("") });
  }

  /** The citation of a paragraph in each style of lawyers that has a form for it: its name and the words. */
  function styledOf(anchor) {
    const all = work.styles.map((style) => [style, pinpointOf(style, anchor)]);
    return all.filter(([, pinpoint]) => pinpoint).map(([{ name, form }, paragraph]) => [name, filled(form, { paragraph })]);
  }

  const quoteOf = (anchor) => filled(work.quote, { paragraph: nameOf(anchor) });

  /** The work's entry, with the paragraph and its address. */
  function bibtexOf(anchor, address) {
    const own = work.bibtex.replace(/^ *url *=.*\n/m, "").replace(/,?\s*\}\s*$/, "");
    return `${own},\n  pages = {${nameOf(anchor)}},\n  url = {${address}}\n}\n`;
  }

  /* --- the address of a phrase --------------------------------------------------------------------------------------- */

  const AT_MOST = 80; // letters of a phrase that are in its address; of a longer one its ends are
  const ENDS = 4; // words
  let selected = null; // a click on the button ends a selection: the phrase, and the paragraph that it is in

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount === 1 && selection.getRangeAt(0);
    if (!range || range.collapsed || !text.contains(range.commonAncestorContainer)) return;
    const place = range.commonAncestorContainer;
    const paragraph = (place instanceof Element ? place : place.parentElement).closest("p[id]");
    const phrase = range.toString().replace(/\s+/g, " ").trim();
    selected = paragraph && phrase ? { paragraph, phrase } : null;
  });
  text.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".rd-tools")) selected = null;
  });

  /** A text fragment (WICG): browsers scroll to the words and mark them; others stay at the paragraph. */
  function fragmentOf(phrase) {
    const written = (part) => encodeURIComponent(part).replace(/-/g, "%2D");
    const parts = phrase.split(" ");
    if (phrase.length <= AT_MOST || parts.length <= 2 * ENDS) return `:~:text=${written(phrase)}`;
    return `:~:text=${written(parts.slice(0, ENDS).join(" "))},${written(parts.slice(-ENDS).join(" "))}`;
  }

  const actions = (paragraph) => {
    const anchor = paragraph.id;
    const address = permanent(anchor);
    const phrase = selected?.paragraph === paragraph ? selected : null;
    const all = [
      [words.copy_address, () => copy(address)],
      ...(navigator.share ? [[words.share, () => share(paragraph, address)]] : []),
      ...(phrase ? [[words.copy_phrase, () => copy(address + fragmentOf(phrase.phrase))]] : []),
      [words.copy_text, () => copy(`${wholeOf(paragraph, "\n")}\n${sourceOf(anchor, address)}`)],
      [words.copy_citation, () => copy(quoteOf(anchor))],
      ...styledOf(anchor).map(([style, cited]) => [filled(words.copy_styled, { style }), () => copy(cited)]),
      [words.copy_markdown, () => copy(window.rdBasket.quoted({ text: wholeOf(paragraph), quote: quoteOf(anchor), address }))],
    ];
    if (work.bibtex) all.push([words.copy_bibtex, () => copy(bibtexOf(anchor, address))]);
    const page = work.paged && work.pages[anchor];
    if (page) all.push([filled(words.official_page, { n: page }), () => open(onPage(page), "_blank", "noopener")]);
    const own = `${decodeURI(work.page)}#${anchor}`;
    all.push([window.rdBasket.has(own) ? basket.drop : basket.keep, () => keepOrDrop(own, paragraph, address)]);
    for (const { page: beside, lang } of work.parallel) {
      const label = filled(words.compare, { language: others.find((one) => one.lang === lang)?.name ?? lang });
      all.push([label, () => location.assign(placeOn(beside, anchor))]);
    }
    if (work.repository) all.push([words.correct, () => open(correction(paragraph, address), "_blank", "noopener")]);
    return all;
  };

  /** Hands a paragraph to what the device shares with; who closes that again wanted nothing. */
  const share = (paragraph, address) =>
    navigator.share({ title: quoteOf(paragraph.id), text: wholeOf(paragraph, "\n"), url: address }).catch(() => {});

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
    const entry = { ...work.facts, page, address, quote, source, text: wholeOf(paragraph), title: work.title, lang: text.lang, paragraph: nameOf(paragraph.id), ris: work.ris };
    const done = window.rdBasket.toggle(entry);
    say(done ? basket[had ? "dropped" : "kept"] : basket.not_kept);
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
  (document.querySelector("main") ?? document.body).append(menu); // within a landmark
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
    const lowest = innerHeight - menu.offsetHeight - 8; // all of it is in sight, if need be over the sign
    menu.style.top = `${Math.max(8, Math.min(box.bottom + 4, lowest)) + scrollY}px`;
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
  for (const anchor of work.cited) citedTimes.set(anchor, (citedTimes.get(anchor) || 0) + 1);

  for (const paragraph of text.querySelectorAll("p.pp[id], p.op[id], p.sub[id], p.plain[id]")) {
    const times = citedTimes.get(paragraph.id);
    if (times) {
      const label = filled(window.rdPlural(words.cited_times, times, text.lang), { n: times });
      paragraph.append(make("a", { className: "rd-times", href: `#${work.cited_by}`, textContent: label }));
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
})();
