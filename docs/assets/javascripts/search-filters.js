/*
 * The filters of a search, and its order: what is chosen, and the controls to choose it by.
 */
(() => {
  "use strict";

  if (!window.rdSearch) return;
  const { config, word, element, FILTERS } = window.rdSearch;

  const WITHIN = ["part", "verb", "whom"]; // what a paragraph is filtered by
  const PARTS = ["preamble", "operative", "annex"];
  const ORDERS = ["best", "newest", "oldest"];
  const CHOICES = [...FILTERS, ...WITHIN, "order"]; // as an address names them

  /**
   * In: `changed`, called after each choice. Out: the `nodes` to show; `state`, what is `chosen` of a text (filter → values), what of a
   * paragraph (`within`) and the `order`; `show` for what was found, `hide`, and `set` for values by their names (none: all is let through).
   */
  function createFilters(changed) {
    // On a phone the filters wait behind a button, so that what was found stands on the first screen.
    const fold = element("button", { type: "button", class: "rd-search__fold", "aria-expanded": "false", hidden: true });
    const controls = element("div", { class: "rd-search__filters", hidden: true, role: "group", "aria-label": word("filters") });
    fold.addEventListener("click", () => fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") === "false")));
    const state = {};
    let acts = null;
    set();

    function set(values = {}) {
      state.chosen = Object.fromEntries(FILTERS.map((name) => [name, new Set(values[name] ?? [])]));
      state.within = Object.fromEntries(WITHIN.map((name) => [name, values[name]?.[0] ?? ""]));
      if (!PARTS.includes(state.within.part)) state.within.part = "";
      state.order = ORDERS.find((one) => one === values.order?.[0]) ?? "best";
    }

    function hide() {
      fold.hidden = controls.hidden = true;
    }

    /** The filters for so many hits: `groups` are the values that they have, `known` what their paragraphs do, if that is asked. */
    function show(groups, total, known) {
      acts = known;
      const { chosen, within } = state;
      const useful = groups.filter(({ name, counts }) => counts.size > 1 || chosen[name].size);
      fold.hidden = controls.hidden = !total || !(useful.length || acts);
      const number = [...FILTERS.map((name) => chosen[name].size), ...WITHIN.map((name) => (within[name] ? 1 : 0))].reduce((sum, one) => sum + one, 0);
      fold.textContent = number ? `${word("filters")} (${number})` : word("filters");
      const focused = controls.contains(document.activeElement) ? document.activeElement.dataset.filter : null;
      const lists = useful.map(({ name, counts }) => (name === "year" ? yearFilter(counts) : checkFilter(name, counts)));
      controls.replaceChildren(...lists, ...(acts ? selects() : []));
      if (focused) controls.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
    }

    function checkFilter(name, counts) {
      const own = state.chosen[name];
      const rows = [...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0], config.lang));
      const boxes = rows.map(([value, count]) => {
        const box = element("input", { type: "checkbox", checked: own.has(value), "data-filter": `${name}:${value}` });
        box.addEventListener("change", () => {
          if (box.checked) own.add(value);
          else own.delete(value);
          changed();
        });
        return element("label", {}, box, ` ${value} `, element("span", { class: "rd-search__count" }, String(count)));
      });
      return element("fieldset", {}, element("legend", {}, word(name)), ...boxes);
    }

    function yearFilter(counts) {
      const years = [...counts.keys()].sort().reverse();
      const options = [["", word("all")], ...years.map((year) => [year, `${year} (${counts.get(year)})`])];
      return chooser("year", options, [...state.chosen.year][0] ?? "", (value) => { state.chosen.year = new Set(value ? [value] : []); });
    }

    /** What is chosen of a paragraph, and the order: each a list to choose from. */
    function selects() {
      const values = { part: PARTS, verb: acts.verb, whom: acts.whom };
      const lists = WITHIN.filter((name) => values[name].length).map((name) =>
        chooser(name, [["", word("all")], ...values[name].map((value) => [value, name === "part" ? word(value) : value])], state.within[name], (value) => { state.within[name] = value; }));
      return [...lists, chooser("order", ORDERS.map((value) => [value, word(value)]), state.order, (value) => { state.order = value; })];
    }

    function chooser(name, options, now, choose) {
      const select = element("select", { "data-filter": name }, ...options.map(([value, text]) => element("option", { value, selected: value === now }, text)));
      select.addEventListener("change", () => {
        choose(select.value);
        changed();
      });
      return element("label", { class: "rd-search__year" }, `${word(name)} `, select);
    }

    return { nodes: [fold, controls], state, show, hide, set };
  }

  Object.assign(window.rdSearch, { createFilters, CHOICES });
})();
