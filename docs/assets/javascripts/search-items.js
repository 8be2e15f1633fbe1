/*
 * How a found text looks: its title and facts, and each paragraph that holds what was looked for, with it in <mark>.
 * Strings become text, never markup.
 */
(() => {
  "use strict";

  if (!window.rdSearch) return;
  const { config, word, pageLink, collapsed, joined, folded, occurrences, paragraphs, inflected, FILTERS } = window.rdSearch;

  const PARAGRAPHS_AT_ONCE = 5;
  const EXCERPT = 90;

  const element = window.rdElement;
  const { printed } = window.rdSymbols;

  /** The piece of a text around its first mark, as nodes, with every mark in it in <mark>. */
  function excerpt(text, marks) {
    const first = marks[0]?.[0] ?? 0;
    let start = Math.max(0, first - EXCERPT / 3);
    let end = Math.min(text.length, Math.max(start + EXCERPT, marks[0]?.[1] ?? 0));
    start = Math.max(0, Math.min(start, end - EXCERPT));
    [start, end] = [wordEdge(text, start, -1), wordEdge(text, end, 1)];
    while (/\s/.test(text[start] ?? "")) start += 1;
    while (/\s/.test(text[end - 1] ?? "")) end -= 1;
    const nodes = [start > 0 ? "…" : ""];
    let at = start;
    for (const [from, to] of marks.filter((mark) => mark[1] <= end)) {
      nodes.push(text.slice(at, from), element("mark", {}, text.slice(from, to)));
      at = to;
    }
    return [...nodes, text.slice(at, end), end < text.length ? "…" : ""];
  }

  /** Move a cut out of the middle of a word of letters. */
  function wordEdge(text, at, step) {
    let edge = at;
    while (edge > 0 && edge < text.length && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\d]{2}/u.test(text.slice(edge - 1, edge + 1))) {
      edge += step;
    }
    return edge;
  }

  /** A list that shows its first items; a button shows the rest. */
  function foldedList(items, limit) {
    const list = element("ul", { class: "rd-search__paragraphs" }, ...items.slice(0, limit));
    const rest = items.slice(limit);
    if (rest.length) {
      const button = element("button", { type: "button", class: "rd-search__more" }, word("more_paragraphs", { n: rest.length }));
      const item = element("li", {}, button);
      button.addEventListener("click", () => {
        item.replaceWith(...rest);
        rest[0].querySelector("a")?.focus();
      });
      list.append(item);
    }
    return list;
  }

  function factsLine(...facts) {
    return element("p", { class: "rd-search__facts" }, ...facts.filter(Boolean).map((fact) => element("span", {}, fact)));
  }

  function paragraphItem(link, nodes, label = "") {
    const name = label ? [element("span", { class: "rd-search__place" }, label), " "] : [];
    return element("li", {}, element("a", { href: link }, ...name, ...nodes));
  }

  const addressOf = (page) => `${config.lang}${page.raw_url ?? page.url}`;

  /** The paragraphs of a page that hold a needle, else a form of it, and that are admitted; and what was looked for. */
  function foundIn(page, needles, admits) {
    const address = addressOf(page);
    const marked = (wanted) => paragraphs(page)
      .map((one) => ({ ...one, marks: occurrences(one.text, wanted) }))
      .filter(({ id, marks }) => marks.length && id !== "title");
    let found = marked(needles);
    if (!found.length) found = marked(needles = inflected(page));
    return { found: found.filter((one) => admits(address, one)), marks: needles };
  }

  /** A title that begins with its symbol, which a space parts from Chinese words as well: in the index it does not. */
  const titled = (title, symbol) => (symbol && title.startsWith(symbol) ? `${symbol} ${title.slice(symbol.length).trim()}`.trim() : title);

  /** One found work: its title, and every paragraph that holds a needle. */
  async function workItem(hit, needles, facets, admits) {
    const page = await hit.load();
    const address = addressOf(page);
    const symbol = decodeURI(page.raw_url ?? "").replace(/^\/|\/$/g, "");
    const title = titled(joined(page.meta.title ?? ""), printed(symbol));
    const { found, marks: shown } = foundIn(page, needles, admits);
    needles = shown;
    const stands = page.meta.stands ?? address; // of a work that stands with others, its place there
    const items = coveringFirst(found, needles).map(({ id, text, marks }) =>
      paragraphItem(pageLink(id === "-" ? address : `${address}#${id}`), excerpt(text, marks)));
    const row = facets.pages[hit.id] ?? [];
    const [told] = row.slice(FILTERS.length);
    const [body, year, kind, status] = FILTERS.map((name, place) => facets.filters[name][row[place]]);
    const facts = [body, told?.includes(year) ? "" : year, kind, told === status ? "" : status || (kind ? word("not_held") : "")];
    const known = /^[A-Z]/.test(symbol) && !title.startsWith(printed(symbol)) ? printed(symbol) : "";
    return element("li", { class: "rd-search__work" },
      element("a", { href: pageLink(stands), class: "rd-search__title" }, ...excerptOfTitle(title, needles)),
      factsLine(known, ...facts),
      told ? element("p", { class: "rd-search__about" }, told) : null,
      items.length ? foldedList(items, PARAGRAPHS_AT_ONCE) : null);
  }

  /** The paragraphs: first those that together show each needle, the fewest, then those that have more of the needles; else in their order. */
  function coveringFirst(found, needles) {
    const had = new Map(found.map((one) => [one, needles.filter((needle) => folded(one.text).includes(needle))]));
    const byMost = (all, wanted) => [...all].sort((one, other) => had.get(other).filter(wanted).length - had.get(one).filter(wanted).length);
    const [first, shown] = [[], new Set()];
    for (;;) {
      const [next] = byMost(found, (needle) => !shown.has(needle));
      if (!next || had.get(next).every((needle) => shown.has(needle))) break;
      first.push(next);
      had.get(next).forEach((needle) => shown.add(needle));
    }
    return [...first, ...byMost(found.filter((one) => !first.includes(one)), () => true)];
  }

  function excerptOfTitle(title, needles) {
    const nodes = [];
    let at = 0;
    for (const [from, to] of occurrences(title, needles)) {
      nodes.push(title.slice(at, from), element("mark", {}, title.slice(from, to)));
      at = to;
    }
    return [...nodes, title.slice(at)];
  }

  /** A work that was asked for by its symbol, the paragraph that was asked for, and the paragraphs that cite it. */
  function symbolItem(row, query) {
    const needles = [folded(joined(collapsed(query))), folded(row.symbol), folded(row.symbol.replace(/^.*\/(?:RES|DEC|PRST)\//, ""))];
    const items = row.citing.map(([title, url, text]) => {
      const marks = needles.map((needle) => occurrences(text, [needle])).find((found) => found.length) ?? [];
      return paragraphItem(pageLink(url), excerpt(text, marks), title);
    });
    const official = row.official ? element("p", { class: "rd-search__official" }, officialLink(row.official, row.symbol)) : null;
    const point = row.point && (row.anchor ? element("p", {}, element("a", { href: pageLink(row.link) }, row.point))
      : row.lacks ? element("p", {}, word("no_paragraph", { place: row.point })) : null);
    const cited = items.length ? word("cited_by", { n: items.length }) : word("not_cited");
    return element("li", { class: "rd-search__work rd-search__work--symbol" },
      element("a", { href: pageLink(row.link), class: "rd-search__title" }, row.title || row.symbol),
      factsLine(row.symbol, row.official ? word("not_held") : "", row.series ? "" : cited),
      row.about ? element("p", { class: "rd-search__about" }, row.about.join(" · ")) : null,
      point || null, official,
      items.length ? foldedList(items, PARAGRAPHS_AT_ONCE) : null);
  }

  /** A symbol that no text here knows: where the UN has it; without the year that belongs to it, where to look for it. */
  function missingItem({ symbol, asked, official }) {
    return element("li", { class: "rd-search__work rd-search__work--symbol" },
      symbol ? officialLink(official, symbol) : element("a", { href: official }, word("look_up", { symbol: asked })),
      symbol ? null : element("p", { class: "rd-search__facts" }, word("no_year")));
  }

  const officialLink = (address, symbol) => element("a", { href: address }, word("official", { symbol: printed(symbol) }));

  Object.assign(window.rdSearch, { element, foundIn, workItem, symbolItem, missingItem });
})();
