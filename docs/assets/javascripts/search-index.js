/*
 * What the index answers: the hits of a query, their paragraphs, and which of them are admitted by what is chosen.
 *
 * Pagefind finds by words and stems; what it gives back is cut into paragraphs and searched once more here, so that every
 * hit leads to its paragraph. Where the very words do not stand, the forms of them are marked that Pagefind found.
 */
(() => {
  "use strict";

  if (!window.rdSearch) return;
  const { siteRoot, home, config, getJson, collapsed, joined, apart, folded, occurrences, parsed, spellings, figures, learnSigns, inHeldSigns, respelt, named } = window.rdSearch;

  const PARAGRAPH_MARK = "¶"; // converter/site/search/copies.py puts it before every paragraph
  const FILTERS = ["body", "year", "kind", "status"];
  // op3, op-b, u1, and what is counted within a section: iii-3, b-1, section-ii-3 (as _SECTION in converter/write/words.py)
  const OPERATIVE = /^(?:op|u\d|(?:[a-z]{3,}-\w+|[ivxlc]+|[a-z])-\d)/;
  const LOADED_AT_MOST = 200; // texts that are looked through for a paragraph

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
    learnSigns(lang, shards.signs);
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

  /**
   * Ask the index. Out: the hits, best first, each with `id` and `load()`; the needles to mark; and `how` it was found:
   * the phrase, all of its words, a body and a kind that it names, words put right (then `near` has them), some of its
   * words, or words that begin like them.
   */
  async function ask(query) {
    const { phrase, parts } = parsed(query);
    const whole = await askWhole(query);
    if (!parts.length) return whole;
    const { engine, facets } = await loadEngine();
    const wanted = named(phrase, facets.filters);
    if (wanted && !whole.hits.length) return { hits: await allOf(wanted, engine, facets), needles: [], how: "named" };
    // Who asks for a body wants its texts too, not only those that name it.
    if (wanted?.body) return { ...whole, hits: united([whole.hits, await allOf(wanted, engine, facets)]) };
    if (whole.hits.length) return whole;
    const near = await respelt(phrase, parts).catch(() => null); // without the words of the texts nothing is put right
    const right = near && (await askWhole(near));
    if (right?.hits.length) return { ...right, how: "respelt", near };
    const some = inMost(whole.found, 1, whole.weights);
    if (some.length) return { hits: some.map(loadable), needles: parts.flatMap(spellings).map(folded), how: "some" };
    return { hits: (await alike(parts, engine)).map(loadable), needles: [], how: "near" };
  }

  /** What has a phrase, else all of its words; with what each word has, and how much each text is about them. */
  async function askWhole(query) {
    const { phrase, runs, parts } = parsed(query);
    if (!runs.length) return { hits: [], needles: [], how: "phrase" };
    const { engine } = await loadEngine();
    const results = async (text) => (await engine.search(`"${apart(text)}"`)).results;
    // A text is found however its ligatures are written, and with what its first word may be joined to.
    const quoted = async (text) => united(await Promise.all(spellings(text).map(results)));
    const needles = spellings(phrase).map(folded);
    // Punctuation is not in the index: ask for the longest stretch, then look which hits have it all.
    const longest = runs.reduce((one, other) => (other.length > one.length ? other : one));
    let hits = await quoted(longest);
    const asked = figures(phrase).filter((one) => one.length < 4 || one.includes("."));
    const whole = (text) => runs.length < 2 || occurrences(text, needles).length;
    if (runs.length > 1 || asked.length) hits = await holding(hits, (text) => whole(text) && asked.every((one) => figures(text).includes(one)));
    const weights = await weighed(parts, engine);
    hits = inMost([hits], 1, weights);
    if (hits.length) return { hits: hits.map(loadable), needles, how: "phrase" };
    const found = parts.length > 1 || parts[0] !== phrase ? await Promise.all(parts.map(quoted)) : [];
    const all = found.length ? inMost(found, found.length, weights) : [];
    return { hits: all.map(loadable), needles: parts.flatMap(spellings).map(folded), how: "all", found, weights };
  }

  /** Every text that is of the wanted body, kind and so on: those that are held first, the newest first. */
  async function allOf(wanted, engine, facets) {
    const chosen = Object.fromEntries(FILTERS.map((name) => [name, new Set(name in wanted ? [wanted[name]] : [])]));
    const { results } = await engine.search(null);
    const fitting = results.filter(({ id }) => facets.pages[id] && admitted(facets, id, chosen));
    const held = (id) => Boolean(facets.filters.status[facets.pages[id][FILTERS.indexOf("status")]]);
    const sorted = ordered(fitting, "newest", facets);
    return [...sorted.filter(({ id }) => held(id)), ...sorted.filter(({ id }) => !held(id))].map(loadable);
  }

  /** How much each text is about some words, by its id. What is asked for as a phrase the index finds, but does not weigh. */
  async function weighed(parts, engine) {
    const { results } = await engine.search(parts.map((part) => apart(inHeldSigns(part)[0])).join(" "));
    return new Map(results.map(({ id, score }) => [id, score]));
  }

  /** What is spelt like a word: the index goes back letter by letter to the longest beginning that it knows. */
  async function alike(parts, engine) {
    const long = parts.filter((part) => part.length > 3);
    return long.length ? (await engine.search(long.join(" "))).results : [];
  }

  const loadable = (hit) => ({ id: hit.id, load: () => hit.data() });

  /** The hits, of the first so many, that have a paragraph which is as it should be. */
  async function holding(hits, fitting) {
    const some = hits.slice(0, LOADED_AT_MOST);
    const pages = await Promise.all(some.map((hit) => hit.data()));
    return some.filter((_, index) => paragraphs(pages[index]).some(({ text }) => fitting(text)));
  }

  /** The hits of several answers to one question, each once, in the order of the answers. */
  function united(lists) {
    const seen = new Set();
    return lists.flat().filter(({ id }) => !seen.has(id) && seen.add(id));
  }

  /** The hits that are in so many lists or more, those in most lists first, then by their weights. */
  function inMost(lists, least, weights) {
    const seen = new Map();
    for (const list of lists) {
      for (const hit of list) {
        const entry = seen.get(hit.id) ?? { hit, times: 0, weight: weights.get(hit.id) ?? 0 };
        seen.set(hit.id, { ...entry, times: entry.times + 1 });
      }
    }
    const all = [...seen.values()].filter(({ times }) => times >= least);
    return all.sort((one, other) => other.times - one.times || other.weight - one.weight).map(({ hit }) => hit);
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

  Object.assign(window.rdSearch, {
    FILTERS, LOADED_AT_MOST, loadEngine, loadActs, ask, paragraphs, inflected, admitted, fits, ordered, counted,
  });
})();
