/*
 * The page of an address that leads nowhere: one file for every language, which speaks the one that the address begins
 * with. /zh/A/RES/60/999/ was meant for the symbol A/RES/60/999, /A/RES/60/999 too, as docs.un.org has it. A symbol that
 * leads to one page is followed (/en/S/RES/687: its year is missing); of one that is not here the page says where the UN
 * has it. It runs where it stands, before the page is shown.
 */
(() => {
  "use strict";

  const every = JSON.parse(document.querySelector("#rd-lost-words").textContent);
  const base = new URL(JSON.parse(document.querySelector("#rd-search-config").textContent).base.replace(/\/*$/, "/"), location.href);
  const path = decodeURI(location.pathname).slice(base.pathname.length - 1);
  const asked = /^\/(?:([a-z]{2})(?=\/))?(?:\/?([A-Z].*?)\/?(?:index\.html)?$)?/.exec(path) ?? [];
  const words = every[asked[1]];
  const form = document.querySelector("#rd-lost");
  const [input, button] = form.elements;
  if (asked[2]) input.value = asked[2];
  follow();

  function homeOf({ home }) {
    return new URL(home, location.href);
  }

  /** Leads on to the one page that the symbol in the address means; else says what is known of it. */
  async function follow() {
    const own = every[asked[1]] ?? every[document.documentElement.lang];
    const { spoken } = await window.rdSymbols.table(homeOf(own));
    if (spoken.example) input.placeholder = own.hint.replace("{example}", spoken.example);
    if (!asked[2]) return;
    // An address without a language means the reader's, then the site's own, then any that has the text.
    const preferred = navigator.languages.map((code) => every[code.split("-")[0].toLowerCase()]).filter(Boolean);
    let answer = null;
    for (const one of new Set(words ? [own] : [...preferred, own, ...Object.values(every)])) {
      const found = await window.rdSymbols.answer(asked[2], homeOf(one));
      if (found?.rows.length === 1) {
        const [row] = found.rows;
        const link = location.hash ? window.rdSymbols.placeOn(row, location.hash.slice(1)) : row.link;
        location.replace(new URL(link, base).href);
        return;
      }
      if (one === own) answer = found;
    }
    if (!answer) return;
    const said = document.querySelector("#rd-lost-symbol");
    for (const { symbol, asked: name, official } of answer.missing) {
      const link = document.createElement("a");
      link.href = official;
      link.textContent = own.search.words[symbol ? "official" : "look_up"].replace("{symbol}", window.rdSymbols.printed(symbol ?? name));
      said.append(own.search.words.unknown_symbol.replace("{symbol}", window.rdSymbols.printed(symbol ?? name)), " ", link);
      said.hidden = false;
    }
  }

  const ready = () => form.classList.add("rd-ready"); // the page is shown
  if (!words || asked[1] === document.documentElement.lang) return ready();
  Object.assign(document.documentElement, { lang: asked[1], dir: words.dir });
  document.body.dir = words.dir;
  const box = form.parentElement;
  box.querySelector("h1").textContent = document.title = words.texts[0];
  box.querySelector("p").textContent = words.texts[1];
  form.action = `${words.home}search/`;
  for (const one of [form, input]) one.setAttribute("aria-label", words.label);
  button.textContent = words.button;
  box.querySelectorAll("p:last-of-type a").forEach((link, place) => {
    link.href = words.home + ["", "works/"][place];
    link.textContent = words.links[place];
  });
  // What stands around it was written in the site's own language; its navigation leads to pages in that one.
  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".rd-footer :is(p, a)").forEach((one, at) => {
      one.textContent = words.footer[at];
      const leads = one.getAttribute("href");
      if (leads && !leads.startsWith("http")) one.setAttribute("href", leads.replace(/\/[a-z]{2}\//, `/${asked[1]}/`));
    });
    const other = ".md-tabs, .md-sidebar--primary, .md-header__button[for=__drawer], .rd-switch, .md-top, .md-skip";
    document.querySelectorAll(other).forEach((one) => one.remove());
    document.querySelectorAll(".md-header__inner, .md-footer__inner").forEach((one) => one.removeAttribute("aria-label"));
    ready();
  });
  document.querySelectorAll(".md-header__topic:first-child .md-ellipsis").forEach((one) => (one.textContent = words.site));
  document.querySelectorAll("a.md-logo").forEach((one) => Object.assign(one, { href: words.home, title: words.site, ariaLabel: words.site }));
  document.querySelectorAll(".md-banner strong").forEach((one) => (one.textContent = words.demo));
  document.querySelectorAll("[data-md-component=palette] > *").forEach((one) => {
    const shown = words.palette[one.matches("#__palette_1, [for=__palette_0]") ? "light" : "dark"];
    one[one.htmlFor ? "title" : "ariaLabel"] = shown;
  });
  const config = document.querySelector("#rd-search-config");
  config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), ...words.search });
  const open = document.querySelector(".rd-search-button");
  Object.assign(open, { href: `${words.home}search/`, title: words.search.words.open, ariaLabel: words.search.words.label });
})();
