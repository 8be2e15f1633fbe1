/*
 * What every other script needs, the first of them: words with their places and plurals, elements, addresses. And links in
 * a folder on disk, where no server adds the name of the page that a link to a folder means.
 */
(() => {
  "use strict";

  const rules = new Map();

  /** The form of a phrase for a number: a table by CLDR's plural categories, or one phrase for all numbers. */
  window.rdPlural = (form, number, lang) => {
    if (typeof form === "string") return form;
    if (!rules.has(lang)) rules.set(lang, new Intl.PluralRules(lang));
    return form[rules.get(lang).select(number)] ?? form.other;
  };

  /** A phrase with its places filled: `{work}`. What is filled in is text from outside and taken as it is. */
  window.rdFilled = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? values[name] ?? place : place));

  /**
   * An element with what it has and what is in it. Strings become text and attributes, never markup; a function is a
   * listener (`onclick`), `true` an empty attribute; null and false are left out, of children empty strings too.
   */
  window.rdElement = (name, given = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(given)) {
      if (typeof value === "function") made.addEventListener(key.slice(2), value);
      else if (["className", "textContent", "value"].includes(key)) made[key] = value;
      else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child != null && child !== false && child !== ""));
    return made;
  };

  /** The root of the site from an address relative to this page. */
  window.rdRoot = (base) => new URL(base.replace(/\/*$/, "/"), location.href);

  /** An address that a browser can open from a folder on disk too: there a folder has to be spelled out. */
  window.rdAddress = (path, root, anchor) => {
    const url = new URL(path, root);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    if (anchor !== undefined) url.hash = anchor;
    return url.href;
  };

  if (location.protocol === "file:") {
    addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.href = window.rdAddress(link.href);
    }, true);
  }
})();
