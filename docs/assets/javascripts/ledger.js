/*
 * The ledger of mandates: what each one's state is today, and filters. Without this script the tables stand whole,
 * with their days; nothing is fetched, so it works from file:// too. The choice is kept in the address, after #.
 */
(() => {
  "use strict";
  const form = document.getElementById("rd-ledger");
  if (!form) return;

  const SOON = 60; // days before its day on which a mandate becomes due
  const DAY = 86_400_000;
  const SVG = "http://www.w3.org/2000/svg";
  const NAMES = ["actor", "kind", "session", "status", "q"];
  const pad = (number) => String(number).padStart(2, "0");
  const now = new Date();
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const status = form.querySelector("[role=status]");
  const words = new Map([...form.elements.status.options].map((option) => [option.value, option.text]));

  /** The text without spaces, as it is searched: letters of one size, full-width forms made plain. */
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const shifted = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

  /** open, due or overdue for a mandate with a day, running or ended for a renewal; the others need no clock. */
  function state({ status: known, kind, from, until }) {
    if (known !== "dated") return known;
    if (kind === "renewal") return until && today > until ? "ended" : "running";
    if (until && today > until) return "overdue";
    return today >= shifted(from || until, -SOON) ? "due" : "open";
  }

  const rows = [...document.querySelectorAll(".rd-mandate")].map((cell) => {
    const row = cell.closest("tr");
    const now = state(cell.dataset);
    return {
      cell, row, state: now, actor: cell.dataset.actor, kind: cell.dataset.kind, session: cell.dataset.session || "",
      text: plain(row.textContent), mark: document.querySelector(`[data-mandate="${CSS.escape(cell.id)}"]`),
    };
  });
  const groups = [...document.querySelectorAll(".rd-actor")].map((heading) => {
    const own = rows.filter(({ row }) => partsOf(heading).some((part) => part.contains(row)));
    return { heading, rows: own, open: true };
  });

  // Which states there are today is known here alone: those that nothing has are not offered. An address may still ask for one.
  for (const option of form.elements.status.options) {
    option.hidden = option.disabled = option.value !== "" && !rows.some((one) => one.state === option.value);
  }

  let isOnPaper = false; // where nothing can be opened, so all that fits is open

  /** What stands under a heading; asked for each time, because the theme wraps tables after this script has run. */
  function partsOf(heading) {
    const parts = [];
    for (let next = heading.nextElementSibling; next && !/^(H[12]|DETAILS)$/.test(next.tagName); next = next.nextElementSibling) parts.push(next);
    return parts;
  }

  /** An actor's mandates open and close by their heading; on a phone, where they would be pages long, they are closed. */
  function fold() {
    if (!("folds" in form.dataset)) return;
    const narrow = matchMedia("(max-width: 44.9375em)").matches;
    for (const group of groups) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "rd-actor__button";
      button.append(...[...group.heading.childNodes].filter((node) => !node.classList?.contains("headerlink")));
      group.heading.prepend(button);
      group.button = button;
      group.open = !narrow;
      button.addEventListener("click", () => {
        group.open = !group.open;
        show(group);
      });
    }
  }

  for (const [event, begins] of [["beforeprint", true], ["afterprint", false]]) addEventListener(event, () => {
    isOnPaper = begins;
    for (const group of groups) show(group);
  });

  function show(group) {
    const fitting = group.rows.filter(({ row }) => !row.hidden).length;
    group.heading.hidden = !fitting;
    // The theme may wrap a table after it was hidden: what is in the wrap is shown with it.
    const shown = partsOf(group.heading).flatMap((part) => [part, ...part.querySelectorAll("table")]);
    for (const part of shown) part.hidden = !fitting || !(group.open || isOnPaper);
    group.button?.setAttribute("aria-expanded", String(group.open));
    group.heading.querySelector(".rd-actor__count").textContent = String(fitting);
  }

  for (const { cell, row, state: now, mark } of rows) {
    const heads = row.closest("table").tHead.rows[0].cells; // on a phone the rows are cards, and the heads unseen
    [...row.cells].slice(2).forEach((one, place) => { one.dataset.label = heads[place + 2].textContent; });
    if (now !== "met") {
      const badge = document.createElement("strong");
      badge.className = "rd-state";
      badge.textContent = words.get(now);
      if (now === "overdue" || now === "running" || now === "ended") row.lastElementChild.replaceChildren(badge);
      else row.lastElementChild.prepend(badge, " ");
    }
    row.dataset.state = now;
    if (mark) {
      mark.classList.add(`rd-${now}`);
      const title = mark.querySelector("title");
      if (title && now !== "met") title.textContent += ` · ${words.get(now)}`;
    }
  }

  /** Shows what fits, hides the rest, and says how many there are. */
  function filter() {
    const wanted = Object.fromEntries(NAMES.map((name) => [name, form.elements[name]?.value ?? ""]));
    const text = plain(wanted.q);
    let shown = 0;
    for (const one of rows) {
      const fits = (!wanted.actor || one.actor === wanted.actor) && (!wanted.kind || one.kind === wanted.kind) && (!wanted.session || one.session === wanted.session)
        && (!wanted.status || one.state === wanted.status) && one.text.includes(text);
      one.row.hidden = !fits;
      one.mark?.classList.toggle("rd-out", !fits);
      shown += fits;
    }
    const few = groups.filter((group) => group.rows.some(({ row }) => !row.hidden)).length === 1;
    for (const group of groups) {
      group.open ||= few;
      show(group);
    }
    status.textContent = form.dataset.count.replace("{n}", rows.length).replace("{m}", shown);
    return wanted;
  }

  function keep(wanted) {
    const chosen = new URLSearchParams(NAMES.filter((name) => wanted[name]).map((name) => [name, wanted[name]]));
    history.replaceState(null, "", `#${chosen}`.replace(/^#$/, location.pathname + location.search));
  }

  /** Takes the choice from the address; an address of a mandate shows that one, whatever was chosen. */
  function read() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const target = rows.find(({ cell }) => cell.id === hash);
    const hidden = target?.row.hidden ? target : undefined;
    for (const group of groups) if (group.heading.id === hash || group.rows.includes(target)) group.open = true;
    if (!hash.includes("=") && !hidden) {
      for (const group of groups) show(group);
      document.getElementById(hash)?.closest("details")?.setAttribute("open", "");
      document.getElementById(hash)?.scrollIntoView();
      return;
    }
    const given = new URLSearchParams(hidden ? "" : location.hash.slice(1));
    for (const name of NAMES) {
      const control = form.elements[name];
      if (control) control.value = given.get(name) ?? "";
      if (control?.selectedIndex === -1) control.value = "";
    }
    filter();
    hidden?.cell.scrollIntoView();
  }

  /** A line on the timeline where today is, between or within its columns. */
  function drawToday() {
    const svg = document.getElementById("rd-timeline");
    const columns = [...(svg?.querySelectorAll(".rd-column") ?? [])].map(({ dataset: { from, until, x, width, top, height } }) =>
      ({ from, until, x: Number(x), width: Number(width), top: Number(top), height: Number(height) }));
    const after = columns.findIndex(({ until }) => today <= until);
    if (!columns.length || after < 0) return;
    const { from, until, x, width, top, height } = columns[after];
    const inside = today >= from ? (Date.parse(today) - Date.parse(from)) / (Date.parse(until) - Date.parse(from) || 1) * width : -9;
    const line = svg.insertBefore(document.createElementNS(SVG, "path"), svg.querySelector(".rd-lines, .rd-node"));
    line.setAttribute("class", "rd-today");
    line.setAttribute("d", `M${x + inside} ${top}v${height}`);
  }

  form.addEventListener("input", () => keep(filter()));
  form.addEventListener("reset", () => setTimeout(() => keep(filter())));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  fold();
  filter();
  form.classList.remove("rd-fresh");
  read();
  drawToday();
})();
