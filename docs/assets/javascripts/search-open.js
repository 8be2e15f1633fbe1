/*
 * The way to the search. The sign in the head, `/` and Ctrl+K open a dialog whose field is there at once and takes what is
 * typed; what answers is a file of its own (converter/site/joined.py), fetched when it is first wanted, so that no page
 * that is only read waits for it. On the page of the search that is at once.
 */
(() => {
  "use strict";

  const source = document.getElementById("rd-search-config");
  if (!source) return;
  const config = { ...window.rdWords, ...JSON.parse(source.textContent) };
  const root = window.rdRoot(config.base);
  const whole = window.rdAddress(`${config.lang}/search/`, root);
  const element = window.rdElement;
  const word = (key) => window.rdPlural(config.words[key] ?? key, 0, config.lang);

  let coming;
  /** The scripts of the search, once: `window.rdSearch`. */
  function searching() {
    coming ??= new Promise((done, failed) => {
      const src = new URL("assets/javascripts/searching.js", root).href;
      const script = element("script", {
        src,
        onload: () => done(window.rdSearch),
        onerror: () => {
          script.remove();
          failed(new Error(src));
        },
      });
      document.head.append(script);
    });
    coming.catch(() => { coming = undefined; }); // the next wish tries again
    return coming;
  }

  /**
   * The field and the line below it that says what was found; until the rest is here Enter leads to the page of the search.
   * `begin` gets the search and the frame once both are there; `params` is what was asked already: `q` and the filters.
   */
  function frame(container, begin, params = new URLSearchParams()) {
    const input = element("input", {
      type: "search", class: "rd-search__input", name: "q", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-label": word("label"), enterkeyhint: "search", value: params.get("q") ?? "",
    });
    const filters = [...params].filter(([name]) => name !== "q").map(([name, value]) => element("input", { type: "hidden", name, value }));
    const form = element("form", { role: "search", class: "rd-search__form", "aria-label": word("label"), action: whole }, input, ...filters);
    const status = element("p", { role: "status", "aria-live": "polite", class: "rd-search__status" });
    container.append(form, status);
    const parts = { container, form, input, status, begin, begun: false };
    input.addEventListener("input", () => fill(parts)); // where the search did not come, what is typed tries again
    return parts;
  }

  /** Has the search begin with a frame, once; where it does not come, the frame says so until it does. */
  async function fill(parts) {
    if (parts.begun) return; // it is there, or on its way
    parts.begun = true;
    try {
      const search = await searching();
      parts.status.textContent = "";
      parts.begin(search, parts);
    } catch (error) {
      parts.begun = false;
      parts.status.textContent = word("error");
      console.warn(error);
    }
  }

  function dialogOf() {
    const inner = element("div", { class: "rd-search" });
    const close = element("button", { type: "button", class: "rd-search__close", "aria-label": word("close"), title: word("close") }, "×");
    const help = element("p", { class: "rd-search__help" }, word("help"));
    const dialog = element("dialog", { class: "rd-search-dialog", "aria-label": word("label") }, close, inner, help);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      // A click on the backdrop is a click on the dialog itself; a hit may be on the page that is open.
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    document.body.append(dialog);
    return { dialog, parts: frame(inner, (search, parts) => search.inDialog(parts, whole)) };
  }

  let made;
  function openDialog() {
    made ??= dialogOf();
    const { dialog, parts } = made;
    if (dialog.open) return;
    const before = document.activeElement;
    dialog.addEventListener("close", () => before?.focus?.({ preventScroll: true }), { once: true });
    dialog.showModal();
    parts.input.focus();
    parts.input.select();
    fill(parts);
  }

  const container = document.getElementById("rd-search");
  const page = container && frame(container, (search, parts) => search.onPage(parts), new URLSearchParams(location.search));
  if (page) {
    page.input.focus();
    if (page.input.value) page.status.textContent = word("loading");
    fill(page);
  }
  const open = (event) => {
    event.preventDefault();
    if (page) page.input.focus();
    else openDialog();
  };
  for (const link of document.querySelectorAll("[data-rd-search-open]")) {
    link.addEventListener("click", (event) => {
      if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event);
    });
    for (const near of ["pointerenter", "focus"]) link.addEventListener(near, () => searching().catch(() => {}), { once: true });
  }
  document.addEventListener("keydown", (event) => {
    // A key pressed while the dialog closes still comes to its field, which has no place on the page any more.
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")?.getClientRects().length;
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (slash || command) open(event);
  });
})();
