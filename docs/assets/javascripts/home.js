/*
 * The home page of a language: which of the mandates still lie ahead on the reader's day, and a word to a visitor whose
 * own language the site does not have (root.js sends them here). It runs where it stands, before the page is shown.
 */
(() => {
  "use strict";

  const SHOWN = 6;
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

  const heading = document.querySelector(".rd-ahead");
  const items = [...(heading?.nextElementSibling?.children ?? [])].filter((item) => item.querySelector("time"));
  const ahead = items.filter((item) => item.querySelector("time").dateTime >= today).slice(0, SHOWN);
  for (const item of items) item.hidden = !ahead.includes(item);
  if (ahead.length) heading.classList.add("rd-known");

  const asked = new URLSearchParams(location.search).get("asked");
  const note = document.getElementById("rd-asked");
  if (!note || !/^[a-z]{2,3}$/.test(asked ?? "")) return;
  const { lang } = document.documentElement;
  const name = new Intl.DisplayNames([lang], { type: "language" }).of(asked);
  note.textContent = note.textContent.replace("{language}", () => name);
  note.hidden = false;
})();
