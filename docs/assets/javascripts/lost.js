/*
 * The page of an address that leads nowhere: one file for every language, which speaks the one that the address begins
 * with. /zh/A/RES/60/999/ was meant for the symbol A/RES/60/999. It runs where it stands, before the page is shown.
 */
(() => {
  "use strict";

  const asked = /\/([a-z]{2})\/(?:([A-Z].*?)\/?(?:index\.html)?$)?/.exec(decodeURI(location.pathname));
  const words = JSON.parse(document.querySelector("#rd-lost-words").textContent)[asked?.[1]];
  const form = document.querySelector("#rd-lost");
  const [input, button] = form.elements;
  if (asked?.[2]) input.value = asked[2];
  if (!words || asked[1] === document.documentElement.lang) return;
  Object.assign(document.documentElement, { lang: asked[1], dir: words.dir });
  document.body.dir = words.dir;
  const box = form.parentElement;
  box.querySelector("h1").textContent = document.title = words.texts[0];
  box.querySelector("p").textContent = words.texts[1];
  form.action = `${words.home}search/`;
  for (const one of [form, input]) one.setAttribute("aria-label", words.label);
  input.placeholder = words.hint;
  button.textContent = words.button;
  box.querySelectorAll("p a").forEach((link, place) => {
    link.href = words.home + ["", "works/"][place];
    link.textContent = words.links[place];
  });
  // What stands around it was written in the site's own language; its navigation leads to pages in that one.
  addEventListener("DOMContentLoaded", () => {
    const other = ".md-tabs, .md-sidebar--primary, .md-header__button[for=__drawer], .rd-switch, .md-top, .md-skip";
    document.querySelectorAll(other).forEach((one) => one.remove());
    document.querySelectorAll(".md-header__inner, .md-footer__inner").forEach((one) => one.removeAttribute("aria-label"));
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
