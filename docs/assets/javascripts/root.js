/* The address of the whole site: leads to the first of the reader's languages that the site is in, else to its own. */
(() => {
  "use strict";

  const links = [...document.links];
  const asked = navigator.languages.map((code) => code.split("-")[0].toLowerCase());
  const wanted = [...asked, document.documentElement.lang];
  const code = wanted.find((one) => links.some((link) => link.hreflang === one));
  const link = links.find((one) => one.hreflang === code) ?? links[0];
  const at = new URL(link.href);
  // From a folder on disk no server adds the page's name.
  if (at.protocol === "file:" && at.pathname.endsWith("/")) at.pathname += "index.html";
  location.replace(at.href + location.search + location.hash);
})();
