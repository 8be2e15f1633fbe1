/*
 * Index pages: filter the rows of all tables in place, sort by a column. Everything is read from the tables
 * themselves: <th data-key data-filter="choice | many">. The state is in the address (#status=草案&sort=-year),
 * so that it can be shared; an anchor (#al) has no "=" and stays an anchor.
 */
(() => {
  "use strict";

  const TYPING_PAUSE_MS = 120;

  const root = document.querySelector(".rd-index");
  if (!root) return;
  const { tables: words, punctuation } = window.rdWords;
  const { semicolon: BETWEEN, brackets: BRACKETS, colon: COLON } = punctuation; // between the values of one cell; around a number
  const collator = new Intl.Collator(root.lang || undefined, { numeric: true });
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  root.querySelectorAll("table.rd-table").forEach(roles);
  const tables = [...root.querySelectorAll("table.rd-table")].filter((one) => one.querySelector("th[data-key]")).map(readTable);
  const rows = tables.flatMap((table) => table.rows);
  if (!rows.length) return;

  const word = (key, values = {}) => window.rdFilled(words[key], values);

  const element = window.rdElement;

  // --- reading -------------------------------------------------------------------------------------------

  function readTable(node) {
    const heads = [...node.tHead.rows[0].cells];
    const keys = heads.map((head) => head.dataset.key);
    const body = node.tBodies[0];
    const found = [...body.rows].map((row, place) => ({ row, place, texts: [...row.cells].map((cell) => cell.textContent.trim()) }));
    for (const one of found) {
      one.all = folded(one.texts.join(" "));
      one.keys = keys;
      // A day is sorted by when it is, not by how it is written.
      one.values = [...one.row.cells].map((cell, at) => cell.querySelector("time")?.dateTime ?? one.texts[at]);
      one.year = one.values[heads.findIndex((head) => head.dataset.filter === "year")]?.slice(0, 4);
    }
    return { node, heads, keys, body, rows: found };
  }

  /** On a phone a table is set as cards; some browsers then forget that it is a table. */
  function roles(node) {
    node.setAttribute("role", "table");
    for (const part of [node.tHead, ...node.tBodies]) part.setAttribute("role", "rowgroup");
    for (const row of node.rows) row.setAttribute("role", "row");
    for (const cell of node.querySelectorAll("td")) cell.setAttribute("role", "cell");
    for (const head of node.querySelectorAll("th")) head.setAttribute("role", "columnheader");
  }

  const valueOf = (one, key) => one.texts[one.keys.indexOf(key)] ?? (key === "year" ? one.year : undefined) ?? "";
  const valuesOf = (one, key, many) => (many ? valueOf(one, key).split(BETWEEN) : [valueOf(one, key)]).map((v) => v.trim()).filter(Boolean);

  /** The columns that offer a choice, as the page has controls for them: their values, each with how often it stands. */
  function choice(select) {
    const { key } = select.dataset;
    const counts = new Map();
    const many = tables.some(({ heads }) => heads.some((head) => head.dataset.key === key && head.dataset.filter === "many"));
    const spelt = new Map(); // Requests and requests are one choice, as the first of them is spelt
    for (const value of rows.flatMap((one) => valuesOf(one, key, many))) {
      const own = spelt.get(folded(value)) ?? value;
      spelt.set(folded(value), own);
      counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    return { key, many, counts, select };
  }

  // --- the state, in the address --------------------------------------------------------------------------

  const state = { q: "", sort: "", chosen: new Map() };

  function readAddress() {
    const raw = location.hash.slice(1);
    const params = new URLSearchParams(raw.includes("=") ? raw : "");
    state.q = params.get("q") ?? "";
    state.sort = params.get("sort") ?? "";
    const asked = offered.map(({ key, counts }) => [key, [...counts.keys()].find((value) => folded(value) === folded(params.get(key) ?? ""))]);
    state.chosen = new Map(asked.filter(([, value]) => value)); // what is not offered is not asked
  }

  function writeAddress() {
    const params = new URLSearchParams();
    if (state.q) params.set("q", state.q);
    for (const [key, value] of state.chosen) params.set(key, value);
    if (state.sort) params.set("sort", state.sort);
    const hash = String(params);
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      // From file:// a browser may refuse to; then the address just does not follow.
    }
  }

  // --- filtering -----------------------------------------------------------------------------------------

  function fits(one) {
    for (const [key, value] of state.chosen) {
      const { many } = offered.find((choice) => choice.key === key);
      if (!valuesOf(one, key, many).some((own) => folded(own) === folded(value))) return false;
    }
    return folded(state.q).split(/\s+/).every((needle) => one.all.includes(needle));
  }

  function filter() {
    let shown = 0;
    for (const table of tables) {
      let inner = 0;
      for (const one of table.rows) {
        const hidden = !fits(one);
        if (one.row.hidden !== hidden) one.row.hidden = hidden;
        inner += hidden ? 0 : 1;
      }
      table.node.hidden = !inner;
      const heading = headingOf(table);
      if (heading) heading.hidden = !inner;
      shown += inner;
    }
    if (!bar) return;
    status.textContent = isMixed || (shown === rows.length && isNamed) ? tables.map(told).join(BETWEEN)
      : word(shown < rows.length ? "shown" : "count", { n: shown, m: rows.length });
    reset.hidden = !state.q && !state.chosen.size;
    root.classList.toggle("rd-index--few", !reset.hidden); // what a row was chosen by is seen whole
    offerSearch(!shown && state.q);
  }

  // What is counted is said: mandates and texts each by its heading, and so are those of a page that has no others.
  const headingOf = ({ node }) => (/^H[2-6]$/.test(node.previousElementSibling?.tagName) ? node.previousElementSibling : null);
  const isMixed = new Set(tables.map(({ keys }) => keys.join())).size > 1 && tables.every(headingOf);
  const isNamed = tables.length === 1 && headingOf(tables[0]);
  const told = (table) => headingOf(table).textContent + COLON + table.rows.filter(({ row }) => !row.hidden).length;

  /** What no row here has may stand in a text: a way to the search, with the words that were typed. */
  function offerSearch(offered) {
    bar.querySelector(".rd-filter__search")?.remove();
    const search = document.querySelector("[data-rd-search-open]");
    if (!offered || !search) return;
    const link = element("a", { href: `${search.href.split(/[?#]/)[0]}?${new URLSearchParams({ q: state.q })}` }, word("nothing", { q: state.q }));
    bar.querySelector(".rd-filter__foot").append(element("p", { className: "rd-filter__search" }, link));
  }

  // --- sorting -------------------------------------------------------------------------------------------

  function sort() {
    const down = state.sort.startsWith("-");
    const key = state.sort.replace(/^-/, "");
    for (const table of tables) {
      const at = table.keys.indexOf(key);
      const order = [...table.rows];
      if (at >= 0) order.sort((one, other) => compare(one, other, at, down));
      if (order.some(({ row }, place) => table.body.rows[place] !== row)) table.body.append(...order.map(({ row }) => row));
      table.heads.forEach((head, place) => {
        if (place === at) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }
  }

  /** Empty cells last in either direction; equal ones as they stood. */
  function compare(one, other, at, down) {
    const [left, right] = [one.values[at], other.values[at]];
    if (!left || !right) return !left - !right || one.place - other.place;
    return collator.compare(left, right) * (down ? -1 : 1) || one.place - other.place;
  }

  function addSortButtons() {
    for (const { heads, rows: inner } of tables) {
      if (inner.length < 2) continue;
      for (const head of heads) {
        const name = head.textContent.trim();
        const button = element("button", { type: "button", className: "rd-sort", title: word("sort", { column: name }) }, name);
        button.addEventListener("click", () => {
          const { key } = head.dataset;
          state.sort = state.sort === key ? `-${key}` : state.sort === `-${key}` ? "" : key;
          sort();
          writeAddress();
        });
        head.replaceChildren(button);
      }
    }
  }

  // --- the bar -------------------------------------------------------------------------------------------

  const bar = root.querySelector(".rd-filter");
  const input = bar?.querySelector("input");
  const status = bar?.querySelector("[role=status]");
  const reset = bar?.querySelector("button");
  const offered = [...(bar?.querySelectorAll("select") ?? [])].map(choice);

  function fill({ key, counts, select }) {
    const values = [...counts].sort(([one], [other]) => collator.compare(one, other));
    select.append(...values.map(([value, count]) => element("option", { value }, value + BRACKETS.replace("{text}", () => count))));
    select.addEventListener("change", () => {
      if (select.value) state.chosen.set(key, select.value);
      else state.chosen.delete(key);
      filter();
      writeAddress();
    });
  }

  function apply() {
    readAddress();
    if (input) input.value = state.q;
    for (const { key, select } of offered) select.value = state.chosen.get(key) ?? "";
    filter();
    sort();
  }

  let timer = 0;
  input?.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(typed, TYPING_PAUSE_MS);
  });
  input?.addEventListener("compositionend", () => { timer = setTimeout(typed, TYPING_PAUSE_MS); });
  function typed() {
    state.q = input.value.trim();
    filter();
    writeAddress();
  }
  reset?.addEventListener("click", () => {
    state.q = "";
    state.chosen.clear();
    writeAddress();
    apply();
    input.focus();
  });
  window.addEventListener("hashchange", apply);

  offered.forEach(fill);
  addSortButtons();
  apply();
})();
