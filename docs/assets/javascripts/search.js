/*
 * Search: a dialog on every page and the same thing as a page of its own (`<lang>/search/?q=`).
 *
 * A symbol is answered from the table in `search/` (symbols.js), everything else by Pagefind. The index holds Chinese with
 * every character apart, so a phrase is asked for as `"能 力 建 设"`; what comes back is joined again, cut into
 * paragraphs and searched once more here, so that every hit leads to its paragraph. Other languages are found by
 * their stems: where the very words do not stand, the forms of them are marked that Pagefind found.
 *
 * Interface words and the site's root come from <script id="rd-search-config">. A classic script, because a
 * module is not loaded from file://.
 */
(() => {
  "use strict";

  const WORKS_AT_ONCE = 10;
  const PARAGRAPHS_AT_ONCE = 5;
  const EXCERPT = 90;
  const TYPING_PAUSE_MS = 180;
  const PARAGRAPH_MARK = "¶"; // converter/site/search/copies.py puts it before every paragraph
  const FILTERS = ["body", "year", "kind", "status"];
  const WITHIN = ["part", "verb", "whom"]; // what a paragraph is filtered by
  const PARTS = ["preamble", "operative", "annex"];
  // op3, op-b, u1, and what is counted within a section: iii-3, b-1, section-ii-3 (as _SECTION in converter/write/words.py)
  const OPERATIVE = /^(?:op|u\d|(?:[a-z]{3,}-\w+|[ivxlc]+|[a-z])-\d)/;
  const ORDERS = ["best", "newest", "oldest"];
  const LOADED_AT_MOST = 200; // texts that are looked through for a paragraph

  const source = document.getElementById("rd-search-config");
  if (!source) return;
  const config = JSON.parse(source.textContent);
  const siteRoot = new URL(config.base.replace(/\/*$/, "/"), location.href);
  const home = new URL(`${config.lang}/`, siteRoot);

  // --- words, addresses, files ---------------------------------------------------------------------------

  /** The interface word for a key, its {places} filled. */
  function word(key, values = {}) {
    const text = window.rdPlural(config.words[key] ?? key, values.n, config.lang);
    return window.rdFilled(text, values);
  }

  /** An address below the site's root, as a link; from file:// a folder has to be spelled out. */
  function pageLink(path) {
    const url = new URL(path.replace(/^\/+/, ""), siteRoot);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  }

  async function getJson(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json();
  }

  // --- text ----------------------------------------------------------------------------------------------

  const HAN = "\\u2e80-\\u2fff\\u3001-\\u3029\\u3030\\u3038-\\u303d\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const WIDE_MARKS = (config.lang === "zh" ? "\\u2014\\u2018-\\u201f\\u2026" : "") + "\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65";
  const EACH_HAN = new RegExp(`([${HAN}${WIDE_MARKS}])`, "gu");
  const SPACE_AT_HAN = new RegExp(`(?<=[${HAN}${WIDE_MARKS}]) +| +(?=[${HAN}${WIDE_MARKS}])`, "gu");
  const HAN_ONLY = new RegExp(`^[${HAN}]+$`, "u");
  const NOT_A_WORD = /[^\p{L}\p{N}\p{M}/.'’ -]+/u;

  const collapsed = (text) => text.replace(/\s+/g, " ").trim();
  const ELISION = /(?<=\p{L}['’])(?=\p{L})/gu; // as converter/site/search/copies.py parts l’ Assemblée in French
  const SPACE_AT_ELISION = /(?<=\p{L}['’]) (?=\p{L})/gu;
  const whole = (text) => (config.lang === "fr" ? text.replace(SPACE_AT_ELISION, "") : text);
  const parted = (text) => (config.lang === "fr" ? text.replace(ELISION, " ") : text);
  const joined = (text) => whole(text.replace(SPACE_AT_HAN, ""));
  const ARABIC_SIGNS = /[\u0640\u064b-\u0652\u0670]/g; // as converter/site/search/copies.py leaves them out
  const bare = (text) => (config.lang === "ar" ? text.replace(ARABIC_SIGNS, "") : text);
  const apart = (text) => collapsed(parted(text).replace(EACH_HAN, " $1 "));

  /** The text without case, width and accents, character for character: offsets in it are offsets in the text. */
  function folded(text) {
    const plain = text.replace(/[^\x00-\x7f\u3400-\u9fff]/g, (one) => {
      const base = one === "’" ? "'" : one.normalize("NFKD")[0].toLowerCase();
      return base.length === 1 ? base : one;
    });
    const lower = plain.toLowerCase();
    return lower.length === text.length ? lower : plain;
  }

  const IN_A_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]{2}/u; // in these scripts a word begins where its stem does

  /** Where the needles stand in a text, [start, end] in order, without overlap. Needles are folded. */
  function occurrences(text, needles) {
    const hay = folded(text);
    const found = [];
    for (const needle of needles) {
      for (let at = hay.indexOf(needle); needle && at >= 0; at = hay.indexOf(needle, at + needle.length)) {
        if (!at || !IN_A_WORD.test(hay.slice(at - 1, at + 1))) found.push([at, at + needle.length]);
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    return found.filter(([start], index) => index === 0 || start >= found[index - 1][1]);
  }

  /** Call a function at most once; after a failure it may be tried again. */
  function once(make) {
    let made = null;
    return () => (made ??= make().catch((error) => { made = null; throw error; }));
  }

  // --- Pagefind ------------------------------------------------------------------------------------------

  const engines = new Map();
  const loadEngine = (lang = config.lang) => {
    if (!engines.has(lang)) engines.set(lang, once(() => openEngine(lang)));
    return engines.get(lang)();
  };
  const loadActs = once(() => getJson(new URL("search/acts.json", home)));

  async function openEngine(lang) {
    const folder = new URL(`${lang}/pagefind/`, siteRoot);
    const script = new URL("pagefind.js", folder).href;
    const [module, shards, facets] = await Promise.all([
      window.rdOffline ? window.rdOffline.importModule(script) : import(script),
      getJson(new URL("shards.json", folder)),
      getJson(new URL("pages.json", folder)),
    ]);
    // A long resolution is not a worse answer than the short page of a work that is only cited.
    const options = { baseUrl: "/", metaCacheTag: shards.tag, ranking: { pageLength: 0.1 } };
    const engine = asLanguage(shards.language, () =>
      module.createInstance({ ...options, basePath: folder.href, noWorker: true }));
    await engine.init();
    await Promise.all(shards.merge.map((key) =>
      engine.mergeIndex(new URL(`${key}/`, folder).href, { ...options, language: shards.language })));
    return { engine, facets };
  }

  /**
   * Run `make` while the page claims to be in another language. Pagefind takes the language of the page and no
   * other, and for zh it would part our query into words, which the index does not have.
   */
  function asLanguage(language, make) {
    const was = document.documentElement.lang;
    document.documentElement.lang = language;
    try {
      return make();
    } finally {
      document.documentElement.lang = was;
    }
  }

  /** What a query asks for: the phrase, its stretches without punctuation, its words. */
  function parsed(query) {
    const phrase = joined(collapsed(bare(query.normalize("NFKC")).replace(/^["“”«»]+|["“”«»]+$/g, "")));
    const runs = phrase.split(NOT_A_WORD).map(collapsed).filter(Boolean);
    let parts = parted(bare(query.normalize("NFKC"))).split(new RegExp(`\\s+|${NOT_A_WORD.source}`, "u")).filter(Boolean);
    if (config.lang === "fr") parts = parts.filter((part, _, all) => all.length === 1 || !/^\p{L}{1,2}['’]$/u.test(part));
    if (parts.length === 1 && parts[0].length > 2 && HAN_ONLY.test(parts[0])) parts = pairs(parts[0]);
    return { phrase, runs, parts: [...new Set(parts)] };
  }

  /** 技术合作法 → 技术 合作 作法 */
  function pairs(text) {
    const found = [];
    for (let at = 0; at + 1 < text.length; at += 2) found.push(text.slice(at, at + 2));
    if (text.length % 2) found.push(text.slice(-2));
    return found;
  }

  /**
   * Ask the index. Out: the hits, best first, each with `id` and `load()`; the needles to mark; and `how` it was found:
   * the phrase, all of its words, some of them, or words that are spelt like them.
   */
  async function ask(query) {
    const { phrase, runs, parts } = parsed(query);
    if (!runs.length) return { hits: [], needles: [], how: "phrase" };
    const { engine } = await loadEngine();
    const results = async (text) => (await engine.search(`"${apart(text)}"`)).results;
    // A stem is another one without the article (منارات, المنارات): what is not found is asked for with it.
    const quoted = async (text) => {
      const found = await results(text);
      return found.length || !config.article || text.startsWith(config.article) ? found : results(config.article + text);
    };
    const needles = [folded(phrase)];
    // Punctuation is not in the index: ask for the longest stretch, then look which hits have it all.
    const longest = runs.reduce((one, other) => (other.length > one.length ? other : one));
    let hits = await quoted(longest);
    if (runs.length > 1) hits = await holding(hits, needles);
    if (hits.length) return { hits: hits.map(loadable), needles, how: "phrase" };
    const found = parts.length > 1 || parts[0] !== phrase ? await Promise.all(parts.map(quoted)) : [];
    for (const [how, some] of [["all", found.length], ["some", 1]]) {
      hits = inMost(found, some);
      if (hits.length) return { hits: hits.map(loadable), needles: parts.map(folded), how };
    }
    return { hits: (await alike(parts, engine)).map(loadable), needles: [], how: "near" };
  }

  /** What is spelt like a word: the index goes back letter by letter to the longest beginning that it knows. */
  async function alike(parts, engine) {
    const long = parts.filter((part) => part.length > 3);
    return long.length ? (await engine.search(long.join(" "))).results : [];
  }

  const loadable = (hit) => ({ id: hit.id, load: () => hit.data() });

  async function holding(hits, needles) {
    const pages = await Promise.all(hits.slice(0, 200).map((hit) => hit.data()));
    return hits.filter((_, index) =>
      index < pages.length && paragraphs(pages[index]).some(({ text }) => occurrences(text, needles).length));
  }

  /** The hits that are in so many lists or more, those in most lists first, then by the sum of their scores. */
  function inMost(lists, least) {
    const seen = new Map();
    for (const list of lists) {
      for (const hit of list) {
        const entry = seen.get(hit.id) ?? { hit, times: 0, score: 0 };
        seen.set(hit.id, { ...entry, times: entry.times + 1, score: entry.score + hit.score });
      }
    }
    const all = [...seen.values()].filter(({ times }) => times >= least);
    return all.sort((one, other) => other.times - one.times || other.score - one.score).map(({ hit }) => hit);
  }

  /** The paragraphs of a found page: its content, cut at the marks, each piece with the anchor that stands there. */
  function paragraphs(page) {
    const anchors = [...page.anchors].sort((one, other) => one.location - other.location);
    const pieces = page.content.split(PARAGRAPH_MARK).slice(1, -1);
    let annexed = false; // what follows the heading of an annex is in it, whatever its anchor
    return pieces.map((piece, index) => {
      const id = anchors[index]?.id ?? "-";
      annexed ||= /^(?:annex|appendix)/.test(id);
      const part = /^fn/.test(id) ? "" : annexed ? "annex" : /^pp/.test(id) ? "preamble" : OPERATIVE.test(id) ? "operative" : "";
      return { id, part, text: joined(collapsed(piece)) };
    });
  }

  /** The words of a page that Pagefind found by their stems, as they stand there, those in a row together. */
  function inflected(page) {
    const words = page.content.split(/\s+/);
    const rows = [];
    [...page.locations].sort((one, other) => one - other).forEach((place, index, all) => {
      const word = words[place]?.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") ?? "";
      if (index && place === all[index - 1] + 1) rows.push(`${rows.pop()} ${word}`);
      else rows.push(word);
    });
    return [...new Set(rows.filter(Boolean).map(folded))];
  }

  // --- filters -------------------------------------------------------------------------------------------

  /** Whether a page has what is chosen in every filter, `except` one. */
  function admitted(facets, id, chosen, except = "") {
    const row = facets.pages[id];
    return !row || FILTERS.every((name, place) =>
      name === except || !chosen[name].size || chosen[name].has(facets.filters[name][row[place]]));
  }

  /** Whether a paragraph is in the part, does what and addresses whom was chosen; what a paragraph opens is within it. */
  function fits(address, { id: anchor, part }, within, acts) {
    if (within.part && part !== within.part) return false;
    if (!within.verb && !within.whom) return true;
    const [verb, whom] = ["verb", "whom"].map((name) => (within[name] ? acts[name].indexOf(within[name]) : null));
    return (acts.pages[address] ?? []).some(([at, does, to]) =>
      (anchor === at || anchor.startsWith(`${at}-`)) && (verb === null || does === verb) && (whom === null || to === whom));
  }

  /** The hits in the order that was chosen; those without a day come last. */
  function ordered(hits, order, { dates }) {
    if (order === "best") return hits;
    const sign = order === "oldest" ? 1 : -1;
    const dated = hits.filter(({ id }) => dates[id]).sort((one, other) => sign * (dates[one.id] < dates[other.id] ? -1 : dates[one.id] > dates[other.id] ? 1 : 0));
    return [...dated, ...hits.filter(({ id }) => !dates[id])];
  }

  /** For each filter, how many of the hits have each value, given what is chosen in the other filters. */
  function counted(facets, hits, chosen) {
    return FILTERS.map((name, place) => {
      const counts = new Map();
      for (const { id } of hits) {
        const value = facets.pages[id] && facets.filters[name][facets.pages[id][place]];
        if (value && admitted(facets, id, chosen, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const value of chosen[name]) if (!counts.has(value)) counts.set(value, 0);
      return { name, counts };
    });
  }

  // --- building the page ---------------------------------------------------------------------------------

  /** An element with attributes and children; strings become text, never markup. */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, "");
      else if (value !== false && value != null) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child != null));
    return made;
  }

  /** The piece of a text around its first mark, as nodes, with every mark in it in <mark>. */
  function excerpt(text, marks) {
    const first = marks[0]?.[0] ?? 0;
    let start = Math.max(0, first - EXCERPT / 3);
    let end = Math.min(text.length, Math.max(start + EXCERPT, marks[0]?.[1] ?? 0));
    start = Math.max(0, Math.min(start, end - EXCERPT));
    [start, end] = [wordEdge(text, start, -1), wordEdge(text, end, 1)];
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

  /** One found work: its title, and every paragraph that holds a needle. */
  async function workItem(hit, needles, facets, admits) {
    const page = await hit.load();
    const address = addressOf(page);
    const symbol = decodeURI(page.raw_url ?? "").replace(/^\/|\/$/g, "");
    const title = joined(page.meta.title ?? "");
    const { found, marks: shown } = foundIn(page, needles, admits);
    needles = shown;
    const items = coveringFirst(found, needles).map(({ id, text, marks }) =>
      paragraphItem(pageLink(id === "-" ? address : `${address}#${id}`), excerpt(text, marks)));
    const facts = FILTERS.map((name, place) => facets.filters[name][facets.pages[hit.id]?.[place]]);
    const known = /^[A-Z]/.test(symbol) && !title.startsWith(symbol) ? symbol : "";
    return element("li", { class: "rd-search__work" },
      element("a", { href: pageLink(address), class: "rd-search__title" }, ...excerptOfTitle(title, needles)),
      factsLine(known, ...facts),
      facets.pages[hit.id]?.[FILTERS.length] ? element("p", { class: "rd-search__about" }, facets.pages[hit.id][FILTERS.length]) : null,
      foldedList(items, PARAGRAPHS_AT_ONCE));
  }

  /** The paragraphs in their order, but first those that show each needle once. */
  function coveringFirst(found, needles) {
    const first = new Set(needles.map((needle) => found.find(({ text }) => folded(text).includes(needle))));
    return [...found.filter((one) => first.has(one)), ...found.filter((one) => !first.has(one))];
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
    return element("li", { class: "rd-search__work rd-search__work--symbol" },
      element("a", { href: pageLink(row.link), class: "rd-search__title" }, row.title || row.symbol),
      factsLine(row.symbol, row.official ? word("not_held") : "", items.length ? word("cited_by", { n: items.length }) : word("not_cited")),
      row.about ? element("p", { class: "rd-search__about" }, row.about.join(" · ")) : null,
      point || null, official,
      foldedList(items, PARAGRAPHS_AT_ONCE));
  }

  /** A symbol that no text here knows: where the UN has it; without the year that belongs to it, where to look for it. */
  function missingItem({ symbol, asked, official }) {
    return element("li", { class: "rd-search__work rd-search__work--symbol" },
      symbol ? officialLink(official, symbol) : element("a", { href: official }, word("look_up", { symbol: asked })),
      symbol ? null : element("p", { class: "rd-search__facts" }, word("no_year")));
  }

  const officialLink = (address, symbol) =>
    element("a", { href: address }, word("official", { symbol: symbol.replace(/(?<=\d)\((?=(?:19|20)\d\d\)$)/, " (") }));

  // --- the component -------------------------------------------------------------------------------------

  const nothingChosen = () => Object.fromEntries(FILTERS.map((name) => [name, new Set()]));

  /**
   * The search itself: an input, filters, results.
   *
   * In: where to put it; `onChange(query, chosen, more)` after each search, `more` being what paragraphs are filtered by
   * and their order; `onSubmit(query, chosen)` for Enter in the input; `whole` for the page, which alone has these and the
   * other languages. Out: what the dialog and the page need to steer it.
   */
  function createSearch(container, { onChange = () => {}, onSubmit = () => {}, whole = false } = {}) {
    const input = element("input", {
      type: "search", class: "rd-search__input", name: "q", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-label": word("label"), enterkeyhint: "search",
    });
    const form = element("form", { role: "search", class: "rd-search__form", "aria-label": word("label") }, input);
    window.rdSymbols.table(home).then(({ spoken }) => {
      if (spoken.example) input.placeholder = word("placeholder", { example: spoken.example });
    }).catch(() => {}); // the search itself reports what fails
    const status = element("p", { role: "status", "aria-live": "polite", class: "rd-search__status" });
    const filters = element("div", { class: "rd-search__filters", hidden: true, role: "group", "aria-label": word("filters") });
    const results = element("ul", { class: "rd-search__results", "aria-label": word("results") });
    const more = element("button", { type: "button", class: "rd-search__more rd-search__more--works", hidden: true }, word("more"));
    const others = element("p", { class: "rd-search__others", hidden: true });
    container.append(form, status, filters, results, more, others);

    let chosen = nothingChosen();
    let within = {}; // part, verb, whom: chosen for the paragraph
    let order = "best";
    let acts = null;
    let turn = 0; // an answer that comes after a newer question is dropped
    let timer = 0;
    let shown = null;

    async function run() {
      const mine = ++turn;
      const query = input.value.trim();
      clearTimeout(timer);
      onChange(query, chosen, { ...within, order });
      others.hidden = true;
      if (!query) return clear();
      status.textContent = word("loading");
      try {
        const symbol = await window.rdSymbols.answer(query, home);
        if (mine !== turn) return undefined;
        if (symbol) return showSymbol(query, symbol);
        const [answer, { facets }, known] = await Promise.all([ask(query), loadEngine(), whole ? loadActs().catch(() => null) : null]);
        if (mine !== turn) return undefined;
        acts = known;
        shown = { query, facets, ...answer };
        await showHits();
        if (whole && mine === turn) offerOthers(query).catch(console.warn); // what was found stands without them
        return undefined;
      } catch (error) {
        if (mine === turn) status.textContent = word("error");
        console.warn(error); // a warning: the page says it too, and the rest of it works
        return undefined;
      }
    }

    function clear() {
      shown = null;
      status.textContent = "";
      filters.hidden = more.hidden = true;
      results.replaceChildren();
    }

    function showSymbol(query, { rows, missing }) {
      shown = null;
      filters.hidden = more.hidden = true;
      const cited = rows.reduce((sum, row) => sum + row.citing.length, 0);
      const found = word("symbol_count", { n: rows.length, m: cited });
      status.textContent = rows.length ? found : missing.map(({ symbol, asked }) => word("unknown_symbol", { symbol: symbol ?? asked })).join(" ");
      results.replaceChildren(...rows.map((row) => symbolItem(row, query)), ...missing.map(missingItem));
    }

    async function showHits() {
      const mine = turn;
      const { query, facets, hits, how } = shown;
      const kept = ordered(hits.filter(({ id }) => admitted(facets, id, chosen)), order, facets);
      const admittedHits = await narrowed(kept);
      if (mine !== turn) return;
      const batches = batchesOf(admittedHits);
      const first = await batches.next();
      if (mine !== turn) return;
      showFilters(counted(facets, hits, chosen), hits.length);
      const note = hits.length && how !== "phrase" ? ` ${word(`${how}_words`, { q: query })}` : "";
      status.textContent = (admittedHits.length ? word("count", { n: admittedHits.length }) : word("none", { q: query })) + note;
      results.replaceChildren(...(first.value ?? []));
      offerMore(batches, admittedHits.length);
    }

    const admits = (address, paragraph) => !acts || fits(address, paragraph, within, acts);

    /** The hits that have an admitted paragraph, of the first so many, where paragraphs are filtered. */
    async function narrowed(hits) {
      if (!acts || !WITHIN.some((name) => within[name])) return hits;
      const some = hits.slice(0, LOADED_AT_MOST);
      const pages = await Promise.all(some.map((hit) => hit.load()));
      return some.filter((_, at) => foundIn(pages[at], shown.needles, admits).found.length);
    }

    /** What the other languages of the site have for the same query, as links. */
    async function offerOthers(query) {
      const { phrase } = parsed(query);
      const links = [];
      for (const { lang, name } of config.others ?? []) {
        const { engine } = await loadEngine(lang);
        const { length } = (await engine.search(`"${apart(phrase)}"`)).results;
        if (input.value.trim() !== query) return; // another was asked for meanwhile
        const link = `${pageLink(`${lang}/search/`)}?${new URLSearchParams({ q: query })}`;
        if (length) links.push(links.length ? " · " : "", element("a", { href: link, hreflang: lang }, `${name} (${length})`));
      }
      others.replaceChildren(word("others"), " ", ...links);
      others.hidden = !links.length;
    }

    async function* batchesOf(hits) {
      const { needles, facets } = shown;
      for (let at = 0; at < hits.length; at += WORKS_AT_ONCE) {
        yield Promise.all(hits.slice(at, at + WORKS_AT_ONCE).map((hit) => workItem(hit, needles, facets, admits)));
      }
    }

    function offerMore(batches, total) {
      more.hidden = results.children.length >= total;
      more.onclick = async () => {
        const mine = turn;
        const { value } = await batches.next();
        if (mine !== turn || !value) return;
        results.append(...value);
        value[0].querySelector("a")?.focus();
        more.hidden = results.children.length >= total;
      };
    }

    // --- filters of this component

    function showFilters(groups, total) {
      const useful = groups.filter(({ name, counts }) => counts.size > 1 || chosen[name].size);
      filters.hidden = !total || !(useful.length || acts);
      const focused = filters.contains(document.activeElement) ? document.activeElement.dataset.filter : null;
      const groups_ = useful.map(({ name, counts }) => (name === "year" ? yearFilter(counts) : checkFilter(name, counts)));
      filters.replaceChildren(...groups_, ...(acts ? selects() : []));
      if (focused) filters.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
    }

    function checkFilter(name, counts) {
      const rows = [...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0], config.lang));
      const boxes = rows.map(([value, count]) => {
        const box = element("input", { type: "checkbox", checked: chosen[name].has(value), "data-filter": `${name}:${value}` });
        box.addEventListener("change", () => choose(name, value, box.checked));
        return element("label", {}, box, ` ${value} `, element("span", { class: "rd-search__count" }, String(count)));
      });
      return element("fieldset", {}, element("legend", {}, word(name)), ...boxes);
    }

    function yearFilter(counts) {
      const years = [...counts.keys()].sort().reverse();
      const options = years.map((year) =>
        element("option", { value: year, selected: chosen.year.has(year) }, `${year} (${counts.get(year)})`));
      const select = element("select", { "data-filter": "year" }, element("option", { value: "" }, word("all")), ...options);
      select.addEventListener("change", () => {
        chosen.year = new Set(select.value ? [select.value] : []);
        refilter();
      });
      return element("label", { class: "rd-search__year" }, `${word("year")} `, select);
    }

    /** What is chosen of a paragraph, and the order: each a list to choose from. */
    function selects() {
      const values = { part: PARTS, verb: acts.verb, whom: acts.whom };
      const lists = WITHIN.filter((name) => values[name].length).map((name) =>
        chooser(name, [["", word("all")], ...values[name].map((value) => [value, name === "part" ? word(value) : value])], within[name] ?? "", (value) => { within[name] = value; }));
      return [...lists, chooser("order", ORDERS.map((value) => [value, word(value)]), order, (value) => { order = value; })];
    }

    function chooser(name, options, now, set) {
      const select = element("select", { "data-filter": name }, ...options.map(([value, text]) => element("option", { value, selected: value === now }, text)));
      select.addEventListener("change", () => {
        set(select.value);
        refilter();
      });
      return element("label", { class: "rd-search__year" }, `${word(name)} `, select);
    }

    function choose(name, value, on) {
      if (on) chosen[name].add(value);
      else chosen[name].delete(value);
      refilter();
    }

    function refilter() {
      turn += 1;
      onChange(input.value.trim(), chosen, { ...within, order });
      if (shown) showHits();
    }

    // --- keys

    input.addEventListener("input", (event) => {
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(run, TYPING_PAUSE_MS);
    });
    input.addEventListener("compositionend", () => { timer = setTimeout(run, TYPING_PAUSE_MS); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run();
      onSubmit(input.value.trim(), chosen);
    });
    container.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const inList = event.target === input || results.contains(event.target) || event.target === more;
      if (!step || !inList || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const stops = [input, ...results.querySelectorAll("a, button"), ...(more.hidden ? [] : [more])];
      const next = stops[stops.indexOf(event.target) + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    });

    return {
      input,
      set(query, values = {}) {
        input.value = query;
        chosen = nothingChosen();
        for (const name of FILTERS) for (const value of values[name] ?? []) chosen[name].add(value);
        within = Object.fromEntries(WITHIN.map((name) => [name, values[name]?.[0] ?? ""]));
        if (!PARTS.includes(within.part)) within.part = "";
        order = ORDERS.find((one) => one === values.order?.[0]) ?? "best";
        return run();
      },
    };
  }

  // --- the page and the dialog ---------------------------------------------------------------------------

  /** The query and filters as the search page's address has them. */
  function searchParams(query, chosen, more = {}) {
    const params = new URLSearchParams(query ? { q: query } : {});
    for (const name of FILTERS) for (const value of chosen[name]) params.append(name, value);
    for (const [name, value] of Object.entries(more)) if (value && value !== "best") params.append(name, value);
    return params;
  }

  function searchPage(container) {
    const search = createSearch(container, {
      whole: true,
      onChange(query, chosen, more) {
        const params = String(searchParams(query, chosen, more));
        try {
          history.replaceState(null, "", params ? `?${params}` : location.pathname);
        } catch {
          // From file:// a browser may refuse to; then the address just does not follow.
        }
      },
    });
    const params = new URLSearchParams(location.search);
    search.set(params.get("q") ?? "", Object.fromEntries([...FILTERS, ...WITHIN, "order"].map((name) => [name, params.getAll(name)])));
    search.input.focus();
    return search;
  }

  const searchDialog = lazily(() => {
    const inner = element("div", { class: "rd-search" });
    const close = element("button", { type: "button", class: "rd-search__close", "aria-label": word("close"), title: word("close") }, "×");
    const full = element("p", { class: "rd-search__help" }, word("help"));
    const dialog = element("dialog", { class: "rd-search-dialog", "aria-label": word("label") }, close, inner, full);
    const search = createSearch(inner, {
      onSubmit(query, chosen) {
        if (query) location.assign(`${pageLink(`${config.lang}/search/`)}?${searchParams(query, chosen)}`);
      },
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      // A click on the backdrop is a click on the dialog itself; a hit may be on the page that is open.
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    document.body.append(dialog);
    return { dialog, search };
  });

  function lazily(make) {
    let made;
    return () => (made ??= make());
  }

  function openDialog() {
    const { dialog, search } = searchDialog();
    if (dialog.open) return;
    const before = document.activeElement;
    dialog.addEventListener("close", () => before?.focus?.({ preventScroll: true }), { once: true });
    dialog.showModal();
    search.input.focus();
    search.input.select();
    loadEngine().catch(() => {}); // ahead of the first letter; the search itself reports what fails
  }

  function start() {
    const container = document.getElementById("rd-search");
    const page = container ? searchPage(container) : null;
    const open = (event) => {
      event.preventDefault();
      if (page) page.input.focus();
      else openDialog();
    };
    for (const link of document.querySelectorAll("[data-rd-search-open]")) {
      link.addEventListener("click", (event) => {
        if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event);
      });
    }
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (slash || command) open(event);
    });
  }

  start();
})();
