/*
 * The parallel view: draws the table of two texts. Each is a file of its own, a script that hands over its cells, so it
 * works from file:// as well; the page (#rd-parallel) says which cells stand side by side. ?with=en chooses the second
 * text among those that the page names: nothing in an address is ever made a path. Text is only ever set as text.
 */
(() => {
  "use strict";

  const data = document.getElementById("rd-parallel");
  if (!data) return;
  const { base, first, columns, standing, names, words } = JSON.parse(data.textContent);
  const place = document.querySelector(".rd-parallel");
  const chooser = place.querySelector(".rd-columns");
  const root = window.rdRoot(base);
  const make = window.rdElement;
  const langs = [first, chosen()];
  const texts = new Map();

  window.rdColumn = (lang, cells) => texts.set(lang, cells);

  /** The second text: the one that the address asks for, else the reader's own language, else the first there is. */
  function chosen() {
    const others = Object.keys(standing);
    const asked = new URLSearchParams(location.search).get("with");
    const wanted = [asked, ...navigator.languages.map((code) => code.split("-")[0].toLowerCase())];
    return wanted.find((lang) => others.includes(lang)) ?? others[0];
  }

  function load(lang) {
    return new Promise((done, failed) => {
      const script = make("script", { src: columns[lang].script });
      script.addEventListener("load", () => (texts.has(lang) ? done() : failed()));
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }

  /* --- the choice of the languages ------------------------------------------------------------------------------ */

  function choose() {
    for (const [at, shown] of chooser.querySelectorAll("summary span").entries()) {
      const { name, dir } = columns[langs[at]];
      Object.assign(shown, { lang: langs[at], dir, textContent: name });
    }
    const [firsts, seconds, alone] = chooser.querySelectorAll("nav");
    for (const link of [...firsts.querySelectorAll("a"), ...document.querySelectorAll(".rd-switch a[data-rd-same]")]) {
      // Whoever puts the second text first has this one beside it.
      link.search = `?with=${link.hreflang === langs[1] ? langs[0] : langs[1]}`;
    }
    for (const [at, nav] of [firsts, seconds].entries()) {
      const own = nav.querySelector(`a[hreflang="${langs[at]}"]`);
      own.replaceWith(make("strong", { "aria-current": "true", lang: own.lang, dir: own.dir }, own.textContent));
    }
    for (const link of alone.querySelectorAll("a")) link.parentElement.hidden = !langs.includes(link.hreflang);
    chooser.hidden = false;
  }

  /* --- the table -------------------------------------------------------------------------------------------------- */

  const anchors = [new Map(), new Map()]; // the id of a paragraph in a column → the anchor of its row

  /** The cells of a part of both texts, side by side; null where a text has none. */
  function* pairs(part) {
    const [one, other] = langs.map((lang) => texts.get(lang)[part]);
    for (const [at, to, length] of standing[langs[1]][part]) {
      for (let step = 0; step < length; step += 1) {
        yield [at === null ? null : one[at + step], to === null ? null : other[to + step]];
      }
    }
  }

  /** A row's anchor is that of the first text's paragraph; a row without one has the second text's. */
  function anchorOf(pair, own) {
    const [mine, theirs] = pair.map((cell) => cell?.id);
    const anchor = mine ?? (own.has(theirs) ? `${langs[1]}-${theirs}` : theirs);
    for (const [side, cell] of pair.entries()) if (cell) anchors[side].set(cell.id, anchor);
    return anchor;
  }

  function* rows() {
    for (const pair of pairs("masthead")) yield row("", words.masthead, pair);
    const own = new Set(texts.get(first).paragraphs.map((cell) => cell.id));
    const all = [...pairs("paragraphs")].map((pair) => [anchorOf(pair, own), pair]); // links need all anchors
    for (const [anchor, pair] of all) yield row(anchor, names[(pair[0] ?? pair[1]).id], pair);
    let number = 0;
    for (const pair of pairs("notes")) {
      number += 1;
      yield row(`fn-${number}`, window.rdFilled(words.note, { number }), pair);
    }
  }

  // A phone shows the cells one under the other; then only the roles tell that they are a table's.
  function row(anchor, name, pair) {
    const head = make("th", { role: "rowheader", scope: "row", id: anchor || null });
    head.append(anchor ? make("a", { href: `#${anchor}` }, name) : name);
    if (anchor && pair.every(Boolean)) {
      const copy = () => window.rdCopy(`${pair.map(printed).join("\n\n")}\n${sourceOf(anchor, name)}`);
      head.append(" ", make("button", { type: "button", class: "rd-both", title: words.both, "aria-label": `${words.both} · ${name}`, onclick: copy }, "⧉"));
    }
    return make("tr", { role: "row" }, head, ...pair.map(cell));
  }

  /** The words of a cell as printed, the marks of notes in square brackets. */
  function printed({ label, text }) {
    const words = text.map((piece) => (Array.isArray(piece) ? (piece.length === 2 ? `[${piece[0]}]` : piece[0]) : piece));
    return [label, words.join("")].filter(Boolean).join(" ");
  }

  /** The work, the paragraph and its address here in brackets, with the language's own punctuation. */
  function sourceOf(anchor, name) {
    const { comma, brackets } = window.rdWords.punctuation;
    const work = place.querySelector("h1 bdi")?.textContent ?? document.title;
    return window.rdFilled(brackets, { text: [work, name, new URL(`#${anchor}`, location.href).href].join(comma) }).trim();
  }

  const HEADINGS = { title: "h2", heading: "h3" };

  function cell(given, side) {
    if (!given) return make("td", { role: "cell", class: "missing" }, words.missing);
    const styles = given.style.split(" ");
    const back = anchors[side].get(given.at ?? given.id);
    const label = given.label && (back && !styles.includes("star-note") ? make("a", { href: `#${back}` }, given.label) : given.label);
    const inner = [label, label && " ", ...given.text.map((piece) => shown(piece, side))].filter(Boolean);
    const heading = styles.map((style) => HEADINGS[style]).find(Boolean);
    const classes = [...styles, given.label && "labelled"].filter(Boolean).join(" ");
    const around = { role: "cell", class: classes || null, lang: langs[side], dir: columns[langs[side]].dir };
    return make("td", around, ...(heading ? [make(heading, {}, ...inner)] : inner));
  }

  /** Words; a mark and the number of its note; or words, the address that they lead to, and an anchor there. */
  function shown([text, to, anchor], side) {
    if (to === undefined) return text;
    if (anchor === undefined) return make("a", { class: "mark", href: `#fn-${to}` }, text);
    return make("a", { href: to ? window.rdAddress(to, root, anchor) : `#${anchors[side].get(anchor) ?? anchor}` }, text);
  }

  function table() {
    const titles = langs.map((lang) => make("th", { role: "columnheader", scope: "col", lang, dir: columns[lang].dir }, columns[lang].name));
    const corner = make("th", { role: "columnheader", scope: "col" }, words.row);
    return make(
      "table", { class: "rd-pair", role: "table" },
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, corner, ...titles)),
      make("tbody", { role: "rowgroup" }, ...rows()),
    );
  }

  choose();
  Promise.all(langs.map(load)).then(() => {
    place.append(table());
    if (location.hash && scrollY === 0) location.replace(location.href); // the place that was asked for is here now
  }).catch(() => {
    place.querySelector(".rd-alone").hidden = false;
    chooser.open = true;
  });
})();
