/*
 * Search: a dialog on every page and the same thing as a page of its own (`<lang>/search/?q=`); search-open.js opens both.
 *
 * A symbol is answered from the table in `search/` (symbols.js), everything else by Pagefind: search-text.js knows what a
 * query asks for, search-index.js what the index answers, search-items.js how that looks,
 * search-filters.js what is chosen of it.
 */
(() => {
  "use strict";

  if (!window.rdSearch) return;
  const { config, home, word, pageLink, apart, parsed, inHeldSigns } = window.rdSearch;
  const { FILTERS, LOADED_AT_MOST, loadEngine, loadActs, ask, admitted, fits, ordered, counted } = window.rdSearch;
  const { element, foundIn, workItem, symbolItem, missingItem, createFilters, CHOICES } = window.rdSearch;

  const WORKS_AT_ONCE = 10;
  const TYPING_PAUSE_MS = 180;
  const IN_FULL = ["phrase", "all", "named"]; // ways to find that leave no word out

  // --- the component -------------------------------------------------------------------------------------

  /**
   * The search itself: an input, filters, results.
   *
   * In: the frame of search-open.js, whose field has what was asked, and what was typed since; `onChange(query, state)`
   * after each search, `state` being what is chosen (search-filters.js); `onSubmit(query, state)` for Enter in the
   * input; `whole` for the page, which alone filters paragraphs and offers the other languages. Out: what the page needs
   * to steer it.
   */
  function createSearch({ container, form, input, status }, { onChange = () => {}, onSubmit = () => {}, whole = false } = {}) {
    window.rdSymbols.table(home).then(({ spoken }) => {
      if (spoken.example) input.placeholder = word("placeholder", { example: spoken.example });
    }).catch(() => {}); // the search itself reports what fails
    const filters = createFilters(refilter);
    const results = element("ul", { class: "rd-search__results", "aria-label": word("results") });
    const more = element("button", { type: "button", class: "rd-search__more rd-search__more--works", hidden: true }, word("more"));
    const others = element("p", { class: "rd-search__others", hidden: true });
    container.append(...filters.nodes, results, more, others);

    let acts = null; // what each paragraph does, where paragraphs are filtered
    let turn = 0; // an answer that comes after a newer question is dropped
    let answered = ""; // the query whose answer is shown
    let ahead = { steps: 0, follow: false }; // the keys pressed before the answer to what was typed has come
    let timer = 0;
    let shown = null;

    async function run() {
      const mine = ++turn;
      const query = input.value.trim();
      clearTimeout(timer);
      onChange(query, filters.state);
      others.hidden = true;
      if (!query) return clear();
      status.textContent = word("loading");
      try {
        const symbol = await window.rdSymbols.answer(query, home);
        if (mine !== turn) return undefined;
        if (symbol) {
          answered = query;
          return showSymbol(query, symbol);
        }
        const [answer, { facets }, known] = await Promise.all([ask(query), loadEngine(), whole ? loadActs().catch(() => null) : null]);
        // A sentence that was copied: where no text has it, what it names is what is wanted.
        const said = IN_FULL.includes(answer.how) && answer.hits.length ? null : await window.rdSymbols.within(query, home);
        if (mine !== turn) return undefined;
        if (said) {
          answered = query;
          return showSymbol(query, said);
        }
        acts = answer.how === "named" ? null : known; // no paragraph was looked for
        shown = { query, facets, ...answer };
        await showHits();
        if (mine === turn) answered = query;
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
      answered = "";
      status.textContent = "";
      filters.hide();
      more.hidden = true;
      results.replaceChildren();
    }

    function showSymbol(query, { rows, missing }) {
      shown = null;
      filters.hide();
      more.hidden = true;
      const works = rows.filter((row) => !row.series);
      const cited = works.reduce((sum, row) => sum + row.citing.length, 0);
      const found = works.length ? word("symbol_count", { n: works.length, m: cited }) : rows.map((row) => row.title).join(" · ");
      status.textContent = rows.length ? found : missing.map(({ symbol, asked }) => word("unknown_symbol", { symbol: window.rdSymbols.printed(symbol ?? asked) })).join(" ");
      results.replaceChildren(...rows.map((row) => symbolItem(row, query)), ...missing.map(missingItem));
    }

    async function showHits() {
      const mine = turn;
      const { query, facets, hits, how, near } = shown;
      const kept = ordered(hits.filter(({ id }) => admitted(facets, id, filters.state.chosen)), filters.state.order, facets);
      const admittedHits = await narrowed(kept);
      if (mine !== turn) return;
      const batches = batchesOf(admittedHits);
      const first = await batches.next();
      if (mine !== turn) return;
      filters.show(counted(facets, hits, filters.state.chosen), hits.length, acts);
      const note = admittedHits.length && how !== "phrase" ? ` ${word(`${how}_words`, { q: query, near })}` : "";
      status.textContent = (admittedHits.length ? word("count", { n: admittedHits.length }) : word("none", { q: query })) + note;
      results.replaceChildren(...(first.value ?? (hits.length ? [unfiltered(hits.length)] : whole ? [elsewhere()] : [])));
      offerMore(batches, admittedHits.length);
    }

    /** What takes the filters away that let nothing of what was found through. */
    function unfiltered(number) {
      const button = element("button", { type: "button", class: "rd-search__more" }, `${word("clear")} (${number})`);
      button.addEventListener("click", () => {
        filters.set({ order: [filters.state.order] });
        refilter();
        input.focus();
      });
      return element("li", { class: "rd-search__work" }, button);
    }

    /** Where to go from a page that found nothing. */
    const elsewhere = () =>
      element("li", { class: "rd-search__work" }, element("a", { href: pageLink(`${config.lang}/works/`) }, word("all_texts")));

    const admits = (address, paragraph) => !acts || fits(address, paragraph, filters.state.within, acts);

    /** The hits that have an admitted paragraph, of the first so many, where paragraphs are filtered. */
    async function narrowed(hits) {
      if (!acts || !Object.values(filters.state.within).some(Boolean)) return hits;
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
        const ways = await Promise.all(inHeldSigns(phrase, lang).map((way) => engine.search(`"${apart(way)}"`)));
        const { size: length } = new Set(ways.flatMap(({ results }) => results.map(({ id }) => id)));
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

    function refilter() {
      turn += 1;
      onChange(input.value.trim(), filters.state);
      if (shown) showHits();
    }

    // --- keys

    function soon() {
      clearTimeout(timer);
      timer = setTimeout(run, TYPING_PAUSE_MS);
    }

    input.addEventListener("input", (event) => {
      clearTimeout(timer);
      ahead = { steps: 0, follow: false }; // the keys before this letter were about another question
      if (!event.isComposing) soon();
    });
    input.addEventListener("compositionend", soon);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (ahead.steps) {
        ahead.follow = true;
        return;
      }
      run();
      onSubmit(input.value.trim(), filters.state);
    });
    container.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const inList = event.target === input || results.contains(event.target) || event.target === more;
      if (!step || !inList || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target === input && step > 0 && input.value.trim() !== answered) {
        event.preventDefault();
        ahead.steps += 1;
        const keys = ahead;
        if (keys.steps === 1) run().then(() => catchUp(keys));
        return;
      }
      const every = stops();
      const next = every[every.indexOf(event.target) + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    });

    const stops = () => [input, ...results.querySelectorAll("a, button"), ...(more.hidden ? [] : [more])];

    /** Goes where the keys led that were pressed before there was anything to go to: ↓ and Enter behind the last letter. */
    function catchUp(keys) {
      if (keys !== ahead) return; // more was typed meanwhile
      ahead = { steps: 0, follow: false };
      if (answered !== input.value.trim()) return; // there is no answer to go to
      const { steps, follow } = keys;
      const every = stops();
      const at = every[Math.min(steps, every.length - 1)];
      at.focus();
      if (follow && at !== input) at.click();
    }

    return {
      soon,
      set(query, values = {}) {
        input.value = query;
        filters.set(values);
        return run();
      },
    };
  }

  // --- the page and the dialog ---------------------------------------------------------------------------

  /** The query and filters as the search page's address has them. */
  function searchParams(query, { chosen, within, order }) {
    const params = new URLSearchParams(query ? { q: query } : {});
    for (const name of FILTERS) for (const value of chosen[name]) params.append(name, value);
    for (const [name, value] of Object.entries({ ...within, order })) if (value && value !== "best") params.append(name, value);
    return params;
  }

  /** The page of the search: what it was asked is in its address. */
  function onPage(frame) {
    const search = createSearch(frame, {
      whole: true,
      onChange(query, state) {
        const params = String(searchParams(query, state));
        try {
          history.replaceState(null, "", params ? `?${params}` : location.pathname);
        } catch {
          // From file:// a browser may refuse to; then the address just does not follow.
        }
      },
    });
    const params = new URLSearchParams(location.search);
    search.set(frame.input.value, Object.fromEntries(CHOICES.map((name) => [name, params.getAll(name)])));
  }

  /** The dialog; what was typed before it could answer is answered. `whole` is the address of the page of the search. */
  function inDialog(frame, whole) {
    const search = createSearch(frame, {
      onSubmit(query, state) {
        if (query) location.assign(`${whole}?${searchParams(query, state)}`);
      },
    });
    loadEngine().catch(() => {}); // ahead of the first letter; the search itself reports what fails
    if (frame.input.value) search.soon(); // as behind a letter: more may be on their way
  }

  Object.assign(window.rdSearch, { onPage, inDialog });
})();
