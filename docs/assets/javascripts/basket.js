/**
 * The paragraphs that a reader keeps, in this browser only: put in from the menu beside a paragraph (reader-tools.js), shown on
 * the page `<lang>/basket/`, taken away as text, Markdown, CSV or RIS. What is kept is no more trusted than any text: it
 * is shown as text, and leads nowhere but to pages of this site.
 */
(() => {
  "use strict";

  const KEY = "rd-basket";
  const MOST = 500; // paragraphs; far more than anybody quotes, far less than a browser keeps
  const FIELDS = ["page", "address", "quote", "source", "text", "title", "symbol", "body", "date", "lang", "paragraph", "ris"];

  /** What is kept, oldest first; entries that are not ours to read are left out, those of before `source` have it made. */
  function kept() {
    try {
      const all = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      const whole = all.map((one) => one && { source: `(${one.quote}, ${one.address})`, ...one });
      return whole.filter((one) => one && FIELDS.every((field) => typeof one[field] === "string")).slice(0, MOST);
    } catch {
      return [];
    }
  }

  function keep(all) {
    try {
      localStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
      return true;
    } catch {
      return false; // a browser that keeps nothing
    }
  }

  const has = (page) => kept().some((one) => one.page === page);

  /** Puts a paragraph in, or takes it out again; whether that could be kept. */
  function toggle(entry) {
    const others = kept().filter((one) => one.page !== entry.page);
    const done = keep(has(entry.page) ? others : [...others, Object.fromEntries(FIELDS.map((field) => [field, entry[field] ?? ""]))]);
    tell();
    return done;
  }

  const filled = window.rdFilled;

  /** How many there are, on every link that leads to them. */
  function tell() {
    const { length } = kept();
    for (const link of document.querySelectorAll("[data-rd-basket]")) {
      const phrase = JSON.parse(link.dataset.rdBasket);
      link.textContent = filled(window.rdPlural(phrase, length, document.documentElement.lang), { n: String(length) });
      link.hidden = !length;
    }
  }

  /* --- taking away ----------------------------------------------------------------------------------------- */

  const cell = (value) => `"${(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const line = (value) => value.replace(/\s+/g, " ").trim();
  const COLUMNS = ["symbol", "title", "body", "date", "lang", "paragraph", "text", "address"];
  const escaped = (value) => value.replace(/[\\\x60*_[\]<>#|&]/g, "\\$&");

  /** A paragraph as a quotation in Markdown, with a link to it; none of its words is markup. */
  const quoted = (one) => `> ${escaped(one.text)}\n>\n> — [${escaped(one.quote)}](<${one.address.replace(/[<>\s]/g, encodeURIComponent)}>)`;

  /** The work's own entry, with the paragraph, its words and its address. */
  function ris(one) {
    const own = one.ris.split(/\r?\n/).filter((row) => /^[A-Z][A-Z0-9] {2}- /.test(row) && !/^(UR|ER) /.test(row));
    const rows = [["SP", one.paragraph], ["AB", one.text], ["UR", one.address], ["ER", ""]];
    return [...own, ...rows.map(([tag, value]) => `${tag}  - ${line(value)}`), ""].join("\r\n");
  }

  const EXPORTS = {
    text: { name: "txt", type: "text/plain", make: (all) => all.map((one) => `${one.text}\n${one.source}\n`).join("\n") },
    markdown: {
      name: "md",
      type: "text/markdown",
      make: (all) => all.map((one) => `${quoted(one)}\n`).join("\n"),
    },
    csv: {
      name: "csv",
      type: "text/csv",
      make: (all) => `\ufeff${[COLUMNS, ...all.map((one) => COLUMNS.map((column) => one[column]))].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`,
    },
    ris: { name: "ris", type: "application/x-research-info-systems", make: (all) => all.map(ris).join("") },
  };

  function takeAway({ name, type, make }) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([make(kept())], { type: `${type};charset=utf-8` }));
    link.download = `paragraphs.${name}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /* --- the page of what is kept ---------------------------------------------------------------------------- */

  const box = document.getElementById("rd-basket");

  function show() {
    const words = window.rdWords.basket;
    const root = window.rdRoot(JSON.parse(document.getElementById("rd-search-config").textContent).base);
    const make = window.rdElement;
    const all = kept();
    const list = make("ul", { className: "rd-basket" });
    for (const one of all) {
      const url = new URL(one.page, root);
      const name = url.href.startsWith(root.href) ? make("a", { href: url.href, textContent: one.quote }) : make("span", { textContent: one.quote });
      const out = make("button", { type: "button", className: "rd-button", textContent: words.drop, onclick: () => (toggle(one), show()) });
      out.setAttribute("aria-label", `${words.drop}: ${one.quote}`);
      list.append(make("li", {}, make("blockquote", { lang: one.lang, dir: "auto", textContent: one.text }), make("p", {}, name, " ", out)));
    }
    const buttons = Object.entries(EXPORTS).map(([key, way]) => make("button", { type: "button", className: "rd-button", textContent: words[key], onclick: () => takeAway(way) }));
    const clear = make("button", { type: "button", className: "rd-button", textContent: words.clear, onclick: () => (keep([]), tell(), show()) });
    const ways = make("p", { className: "rd-basket-ways" }, `${words.take} `, ...buttons, clear);
    box.replaceChildren(...(all.length ? [ways, list] : [make("p", { textContent: words.empty })]));
  }

  window.rdBasket = { has, toggle, quoted };
  tell();
  if (box) {
    show();
    addEventListener("storage", show);
  }
  addEventListener("storage", tell);
})();
