/*
 * The address of the whole site: leads to the first of the reader's languages that the site is in, else to the one with
 * most texts, whose home page says which language is missing (home.js).
 */
(() => {
  "use strict";

  const links = [...document.links];
  const asked = navigator.languages.map((code) => code.split("-")[0].toLowerCase());
  const code = asked.find((one) => links.some((link) => link.hreflang === one));
  const texts = (link) => Number(link.dataset.texts) || 0;
  const fullest = links.reduce((one, other) => (texts(other) > texts(one) ? other : one));
  const at = new URL((links.find((one) => one.hreflang === code) ?? fullest).href);
  // From a folder on disk no server adds the page's name.
  if (at.protocol === "file:" && at.pathname.endsWith("/")) at.pathname += "index.html";
  if (!code && /^[a-z]{2,3}$/.test(asked[0] ?? "") && !location.search) at.search = `?asked=${asked[0]}`;
  location.replace(at.href + location.search + location.hash);
})();
