/*
 * The words of a search: interface words and addresses, what a query asks for, and where it stands in a text.
 *
 * In the index Chinese has every character apart and French a space at each elision; what comes back is joined again.
 * Everything is in `window.rdSearch`, which the other files of the search add to: classic scripts, because a module is
 * not loaded from file://. The site's root comes from <script id="rd-search-config">, interface words from
 * <language>/words.js.
 */
(() => {
  "use strict";

  const source = document.getElementById("rd-search-config");
  if (!source) return;
  const config = { ...window.rdWords, ...JSON.parse(source.textContent) };
  const siteRoot = window.rdRoot(config.base);
  const home = new URL(`${config.lang}/`, siteRoot);

  // --- words, addresses, files ---------------------------------------------------------------------------

  /** The interface word for a key, its {places} filled. */
  function word(key, values = {}) {
    const text = window.rdPlural(config.words[key] ?? key, values.n, config.lang);
    return window.rdFilled(text, values);
  }

  /** An address below the site's root, as a link. */
  const pageLink = (path) => window.rdAddress(path.replace(/^\/+/, ""), siteRoot);

  async function getJson(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json();
  }

  // --- text ----------------------------------------------------------------------------------------------

  const HAN = "\\u2e80-\\u2fff\\u3001-\\u3029\\u3030\\u3038-\\u303d\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const WIDE_MARKS = (config.lang === "zh" ? "\\u2014\\u2018-\\u201f\\u2026" : "") + "\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65";
  const EACH_HAN = new RegExp(`([${HAN}${WIDE_MARKS}])`, "gu");
  const SPACE_AT_HAN = new RegExp(`(?<=[${HAN}${WIDE_MARKS}]) +| +(?=[${HAN}${WIDE_MARKS}])`, "gu");
  const HAN_ONLY = new RegExp(`^[${HAN}]+$`, "u");
  // A comma between two figures is of their number, as a point is.
  // What an old browser cannot read is made when it is used: as a literal it would stop every script of the page.
  const NOT_A_WORD = new RegExp("(?:[^\\p{L}\\p{N}\\p{M}/.,\\u066b'’ -]|(?<!\\p{Nd})[,\\u066b]|[,\\u066b](?!\\p{Nd}))+", "u");

  const collapsed = (text) => text.replace(/\s+/g, " ").trim();
  const ELISION = new RegExp("(?<=\\p{L}['’])(?=\\p{L})", "gu"); // as converter/site/search/copies.py parts l’ Assemblée in French
  const SPACE_AT_ELISION = new RegExp("(?<=\\p{L}['’]) (?=\\p{L})", "gu");
  const whole = (text) => (config.lang === "fr" ? text.replace(SPACE_AT_ELISION, "") : text);
  const parted = (text) => (config.lang === "fr" ? text.replace(ELISION, " ") : text);
  const joined = (text) => whole(text.replace(SPACE_AT_HAN, ""));
  const ARABIC_SIGNS = /[\u0640\u064b-\u0652\u0670]/g; // as converter/site/search/copies.py leaves them out
  const bare = (text) => (config.lang === "ar" ? text.replace(ARABIC_SIGNS, "") : text);
  const apart = (text) => collapsed(parted(text).replace(EACH_HAN, " $1 "));

  /** The figure of a digit of any script: the ten of a script stand in a row. */
  function figure(digit) {
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(digit.charCodeAt(0) - value - 1))) value += 1;
    return String(value);
  }

  // --- Han signs, simplified and traditional -----------------------------------------------------------------

  const HAN_SIGN = /[\u3400-\u9fff]/g;
  const signs = new Map(); // language → sign → [the simplified one, those of its group that the texts have]

  /** Takes the groups of signs that the texts of a language have (`_written` in converter/site/search/index.py). */
  function learnSigns(lang, groups) {
    const known = new Map();
    for (const [group, held] of groups.map((one) => one.split(" "))) for (const sign of group) known.set(sign, [group[0], held]);
    signs.set(lang, known);
  }

  const inPlainSigns = (text) => (signs.get(config.lang)?.size ? text.replace(HAN_SIGN, (sign) => signs.get(config.lang).get(sign)?.[0] ?? sign) : text);

  /** A text in the signs that the texts of a language have: simplified first where they have both, then the others. */
  function inHeldSigns(text, lang = config.lang) {
    const known = signs.get(lang);
    if (!known?.size) return [text];
    const most = Math.max(...[...text].map((sign) => known.get(sign)?.[1].length ?? 1));
    const ways = Array.from({ length: most }, (_, way) => text.replace(HAN_SIGN, (sign) => {
      const held = known.get(sign)?.[1] ?? sign;
      return held[Math.min(way, held.length - 1)];
    }));
    return [...new Set(ways)];
  }

  /** The text without case, width, accents and ways to write a Han sign, character for character: offsets in it are offsets in the text. */
  function folded(text) {
    const plain = text.replace(/[^\x00-\x7f\u3400-\u9fff]/g, (one) => {
      if (/\p{Nd}/u.test(one)) return figure(one);
      const base = one === "’" ? "'" : one.normalize("NFKD")[0].toLowerCase();
      return base.length === 1 ? base : one;
    });
    const lower = plain.toLowerCase();
    return inPlainSigns(lower.length === text.length ? lower : plain);
  }

  const IN_A_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]{2}/u; // in these scripts a word begins where its stem does

  /** Where the needles stand in a text, [start, end] in order, without overlap. Needles are folded. */
  function occurrences(text, needles) {
    const hay = folded(text);
    const found = [];
    for (const needle of needles) {
      for (let at = hay.indexOf(needle); needle && at >= 0; at = hay.indexOf(needle, at + needle.length)) {
        if (!at || !IN_A_WORD.test(hay.slice(at - 1, at + 1))) found.push([at, at + needle.length]);
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    return found.filter(([start], index) => index === 0 || start >= found[index - 1][1]);
  }

  // --- how else a word is written --------------------------------------------------------------------------

  // Letters that are one and two: œuvre is œuvre and oeuvre.
  const LIGATURES = { œ: "oe", æ: "ae" };
  const JOINED = config.joined ?? []; // of the language: longest first
  const TAKEN = JOINED.filter((one) => one.length > 1); // a single letter may be the word's own
  const SHORTEST = 3; // letters that are left of a word

  /** A text without what its first word is written in one with: والفتيات → فتيات. */
  function unjoined(text) {
    const before = TAKEN.find((one) => text.startsWith(one) && /^\p{L}+/u.exec(text.slice(one.length))?.[0].length >= SHORTEST);
    return before ? text.slice(before.length) : text;
  }

  /** A text in each way in which the index may have it: as it is given first, then with other figures, signs, ligatures and what is joined. */
  function spellings(text) {
    const all = new Set([text, text.replace(/(?![0-9])\p{Nd}/gu, figure), ...inHeldSigns(text)]);
    for (const [one, two] of Object.entries(LIGATURES)) {
      for (const known of [...all]) all.add(known.replaceAll(one, two)).add(known.replaceAll(two, one));
    }
    if (!/^\p{L}{3}/u.test(text)) return [...all];
    const stem = unjoined(text);
    if (JOINED.length) all.add(stem);
    for (const before of JOINED) all.add(before + stem);
    return [...all];
  }

  /** The numbers of a text that the index takes for others: it has 3.5 as 35. Each with a point, in plain figures. */
  const figures = (text) => (folded(text).match(/\d+(?:[.,\u066b]\d+)*/g) ?? []).map((one) => one.replace(/[,\u066b]/g, "."));

  /** What a query asks for: the phrase, its stretches without punctuation, its words. */
  function parsed(query) {
    const phrase = joined(collapsed(bare(query.normalize("NFKC")).replace(/^["“”«»]+|["“”«»]+$/g, "")));
    const runs = phrase.split(NOT_A_WORD).map(collapsed).filter(Boolean);
    let parts = parted(bare(query.normalize("NFKC"))).split(new RegExp(`\\s+|${NOT_A_WORD.source}`, "u")).filter(Boolean);
    if (config.lang === "fr") parts = parts.filter((part, _, all) => all.length === 1 || !/^\p{L}{1,2}['’]$/u.test(part));
    if (parts.length === 1 && parts[0].length > 2 && HAN_ONLY.test(parts[0])) parts = pairs(parts[0]);
    return { phrase, runs, parts: [...new Set(parts)] };
  }

  /** 技术合作法 → 技术 合作 作法 */
  function pairs(text) {
    const found = [];
    for (let at = 0; at + 1 < text.length; at += 2) found.push(text.slice(at, at + 2));
    if (text.length % 2) found.push(text.slice(-2));
    return found;
  }

  window.rdSearch = {
    config, siteRoot, home, word, pageLink, getJson,
    collapsed, joined, apart, folded, occurrences, parsed, spellings, figures, learnSigns, inHeldSigns,
  };
})();
