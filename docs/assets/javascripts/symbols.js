/*
 * What somebody means by a symbol, however it is written: S/RES/687, res. 687, UNSCR 687, 60/251 第3段, ٧١/٢٢٢.
 *
 * The table is in `<lang>/search/`, made by converter/write/symbols.py: how symbols are called in all languages
 * (`symbols.json`), and the works themselves (`symbols/<n>.json`). Used by the search and by the page of an address
 * that leads nowhere. A classic script, because a module is not loaded from file://.
 */
(() => {
  "use strict";
  if (window.rdSymbols) return;

  const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}]";
  const HAS_LETTER = new RegExp(LETTER, "u");
  // As converter/symbols.py has it: a series with more after it, a series with a number, or a number.
  const SERIES = /^(?=.*\d)[A-Z]+\/(?:[A-Z0-9.]+\/|[A-Z]+[.]\d|\d{2,}(?![A-Z0-9]))/;
  const LONGEST = 80; // of a symbol that has an address
  // Letters of another script that look like those of a symbol: somebody wrote А/RES on a Russian keyboard.
  const ALIKE = { А: "A", В: "B", С: "C", Е: "E", Н: "H", К: "K", М: "M", О: "O", Р: "P", Т: "T", Х: "X" };
  const tables = new Map();

  const unaccented = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");

  /** Digits of every script as 0 to 9: each script has its ten in a row. */
  function digits(text) {
    return text.replace(/(?![0-9])\p{Nd}/gu, (one) => {
      let value = 0;
      while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(one.codePointAt(0) - value - 1))) value += 1;
      return String(value);
    });
  }

  const plain = (text) => digits(unaccented(text.normalize("NFKC"))).replace(/\p{Cf}/gu, "");

  /** A symbol as the table spells it (converter/write/symbols.py, symbol_key). */
  function keyOf(text) {
    const narrow = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
    return narrow.replace(/[-\u2010-\u2015\u2212\uff0d/\uff0f]+/g, "/").replace(/^\/+|\/+$/g, "");
  }

  /** Which file of the table a key is in (converter/write/symbols.py, bucket_of). */
  function bucketOf(key, buckets) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash % buckets;
  }

  async function getJson(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json();
  }

  /** The table of a language: `spoken`, how symbols are called, and `entry(key)`. After a failure it is asked again. */
  function table(home) {
    const folder = new URL("search/", home);
    if (!tables.has(folder.href)) {
      const made = getJson(new URL("symbols.json", folder)).then((spoken) => {
        const files = new Map();
        const entry = async (key) => {
          const number = bucketOf(key, spoken.buckets);
          if (!files.has(number)) files.set(number, getJson(new URL(`symbols/${number}.json`, folder)));
          const file = await files.get(number);
          return Object.hasOwn(file, key) ? file[key] : undefined;
        };
        return { spoken, entry };
      });
      made.catch(() => tables.delete(folder.href));
      tables.set(folder.href, made);
    }
    return tables.get(folder.href);
  }

  // --- what was copied with it ---------------------------------------------------------------------------

  const WEB = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\/\S+$/i;
  const QUOTES = /["“”„«»《》「」『』〈〉]/g;
  const ENCLOSED = /^[([{]([^()[\]{}]*(?:\([^()]*\)[^()[\]{}]*)*)[)\]}]$/;
  const EDGES = /^[\s.,;:'‘’]+|[\s.,;:!?'‘’。،؛]+$/g;
  const OF_A_FILE = /-(?:ar|zh|en|fr|ru|es)(?:\.\w{2,4})?$/i; // A_RES_71_222-EN.pdf

  /** What an address of a document names: docs.un.org/en/A/RES/71/222, …?symbol=A/RES/71/222. */
  function addressed(text) {
    if (!WEB.test(text)) return text;
    try {
      const url = new URL(text.includes("://") ? text : `https://${text}`);
      const named = [...url.searchParams].find(([name]) => /symbol$/i.test(name))?.[1];
      return (named ?? decodeURIComponent(url.pathname).replace(/^\/(?:[a-z]{2}\/)?/i, "")) + url.hash;
    } catch {
      return text; // no address after all
    }
  }

  /** A query in plain signs, without what stands around a symbol that was copied: quotation marks, a bracket around all, a stop. */
  function bare(query) {
    let text = plain(addressed(query.trim()).replace(QUOTES, " ")).replace(EDGES, "");
    text = (ENCLOSED.exec(text)?.[1] ?? text).replace(EDGES, "");
    return text.includes("_") ? text.replace(OF_A_FILE, "").replace(/_+/g, "/") : text;
  }

  /** A text without the days in it, in the words of any language: of 2 December 2024, (Dec. 2, 2024), 2024年12月2日. */
  function undated(text, spoken) {
    const year = "(?:19|20)\\d\\d(?!\\p{N})";
    const month = `(?:${(spoken.months ?? []).map(unaccented).join("|")})`;
    const day = "(?<!\\p{N})\\d{1,2}(?:er|st|nd|rd|th|º)?\\.?";
    const of = "(?:\\s+del?)?\\s+"; // Spanish: 2 de diciembre de 2024
    const ways = [`${day}${of}${month}(?:\\s*/\\s*${month})?,?${of}${year}`, `${month}\\s+${day},?\\s+${year}`, "(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日"];
    return text.replace(new RegExp(ways.join("|"), "giu"), " ").replace(/\(\s*\)/g, " ");
  }

  // --- what is asked for ---------------------------------------------------------------------------------

  /** A pattern of words that stand around a symbol; in scripts that part words, it is a whole word outside a symbol. */
  function around(pattern) {
    const bare = unaccented(pattern);
    return new RegExp(HAS_LETTER.test(pattern) ? `(?<![\\p{L}\\p{N}/.-])(?:${bare})(?!${LETTER}|[/-])` : bare, "giu");
  }

  /** The paragraph that a query ends or begins with, and the rest of it: {anchor, label, rest}. */
  function pinpoint(text, spoken) {
    for (const kind of ["pp", "op"]) {
      for (const pattern of spoken.pinpoints?.[kind] ?? []) {
        const sub = pattern.includes("<s>") ? "" : "(?:\\s*\\(?(?<s>[a-z])\\)(?!\\p{L}))?";
        const named = `(?:${unaccented(pattern)})${sub}`;
        const more = "(?:\\s*(?:[-–—,،、]|\\p{L}{1,3}(?!\\p{L}))\\s*\\d{1,3}(?:\\s*\\([a-z]\\))?)*"; // paras. 3–5, 3 and 5: the first is led to
        const last = new RegExp(`(?<!${LETTER}|\\p{Script=Arabic})(?:[,;:#，،、\\s]|(?<=[\\d)]))*${named}${more}\\s*\\.?\\s*$`, "iu").exec(text);
        const found = last?.index ? last : new RegExp(`^\\s*${named}(?!\\p{N})`, "iu").exec(text);
        const rest = found && text.slice(0, found.index) + text.slice(found.index + found[0].length);
        if (!rest?.trim()) continue;
        const { n, s } = found.groups;
        const anchor = `${kind}${Number(n)}${s ? `-${s.toLowerCase()}` : ""}`;
        const label = spoken.names[kind].replace("{number}", Number(n) + (s ? spoken.names.sub.replace("{sub}", s.toLowerCase()) : ""));
        return { anchor, label, rest };
      }
    }
    return { anchor: "", label: "", rest: text };
  }

  /** A query with its symbol as symbols are written: SC/RES/687, А/RES/60/251 (Cyrillic), S/RES/687/1991. */
  function mended(text, spoken) {
    let own = text.replace(new RegExp("(?<!\\p{L})[АВСЕНКМОРТХ]+(?=[./])", "giu"), (letters) => [...letters.toUpperCase()].map((one) => ALIKE[one]).join(""));
    own = own.replace(new RegExp("(?<!\\p{L})C/(?=(?:RES|PRST)/)", "iu"), "S/"); // С is an S to whoever speaks it
    for (const [series, patterns] of spoken.organs ?? []) {
      for (const one of patterns) own = own.replace(new RegExp(`(?<![\\p{L}/])(?:${unaccented(one)})/RES/`, "iu"), series);
    }
    for (const series of Object.keys(spoken.years ?? {})) {
      own = own.replace(new RegExp(`(?<!\\p{L})(${series}\\d{1,4})/((?:19|20)\\d\\d)(?!\\p{N})`, "iu"), "$1($2)");
    }
    return own.replace(/\/(RES|DEC|PRST)[\s.]+(?=\d)/i, "/$1/").replace(/^\s*RES\/(?=\d)/i, "");
  }

  const WORDS_BEHIND = /[\p{N})]\s+(?!\p{L}\s*$|(?:19|20)\d\d\s*$)[\p{L}\p{N}]/u; // 71/222 on lamps is no symbol, 71/222 B may be one

  /** What a query asks for: its key, the series that its words name, the paragraph; null when it is no symbol. */
  function read(query, spoken) {
    const point = pinpoint(undated(bare(query), spoken).replace(EDGES, ""), spoken);
    let text = mended(point.rest, spoken);
    let [prefix, called, resolution] = [null, false, false];
    const without = (pattern) => {
      const rest = text.replace(around(pattern), " ");
      const stood = rest !== text;
      text = rest;
      called ||= stood;
      return stood;
    };
    for (const [series, patterns] of spoken.organs ?? []) for (const one of patterns) if (without(one)) prefix ??= series;
    for (const one of spoken.resolutions ?? []) if (without(one)) resolution = true;
    for (const one of spoken.words ?? []) without(one);
    // Resolution 687 of 1991; without a word that calls it one, two figures are two figures (2016, 2017).
    const dated = new RegExp("(?<![\\p{N}/.(])(\\d{1,4})[\\s,،]+((?:19|20)\\d\\d)\\s*$", "u");
    text = text.replace(EDGES, "");
    if (WORDS_BEHIND.test(text)) return null;
    const key = keyOf(called ? text.replace(dated, "$1($2)") : text);
    if (!/^[A-Z0-9][A-Z0-9./()]*$/.test(key) || !/\d/.test(key)) return null;
    if (!called && !point.anchor && !/\d[/(]|[A-Z]\/.*\d|^L\.\d/.test(key)) return null;
    return { key, prefix, resolution: resolution || prefix !== null, anchor: point.anchor, label: point.label };
  }

  // --- the answer ----------------------------------------------------------------------------------------

  /** A key as the UN writes the symbol. */
  function spelled(key) {
    return key.replace(/\/(ADD|REV|CORR)\./g, (_, one) => `/${one[0]}${one.slice(1).toLowerCase()}.`)
      .replace(/(\/RES\/E?S)\/(?=\d+\/)/, "$1-");
  }

  /** The symbols that a key may mean although no text here has them: those that are well formed. */
  function wellFormed({ key, prefix, resolution }, spoken) {
    const dated = (symbol) => {
      const bare = /^(.*\/RES\/)(\d{1,4})$/.exec(symbol);
      const years = bare && spoken.years?.[bare[1]];
      if (!years) return symbol;
      const year = Object.keys(years).find((one) => years[one][0] <= Number(bare[2]) && Number(bare[2]) <= years[one][1]);
      return year ? `${symbol}(${year})` : null; // a number without its year is no symbol of this series
    };
    if ((spoken.roots ?? []).includes(key.split("/")[0]) && SERIES.test(key) && key.length <= LONGEST) {
      const symbol = spelled(key);
      return [{ symbol: dated(symbol), asked: symbol }];
    }
    const fitting = (spoken.shapes ?? []).filter(([shape, series]) => (!prefix || series === prefix)
      && new RegExp(`^(?:${shape})$`).test(key) && (resolution || !/^\d+$/.test(key)));
    return fitting.map(([, series]) => ({ symbol: dated(spelled(series + key)), asked: spelled(series + key) }));
  }

  /**
   * Answer a query. In: its words, and the address of the language's home. Out: null when it is no symbol; else the
   * `rows` of the table (works with the paragraphs that cite them), each with `link` and `anchor`, and `missing`: the
   * symbols that it may mean of which no text here knows, each with the `official` address.
   */
  async function answer(query, home) {
    const known = await table(home);
    const asked = read(query, known.spoken);
    return asked && answerTo(asked, known);
  }

  const SYMBOLS_AT_MOST = 8; // that are looked for in a sentence
  const NUMBER = "(?<![\\p{L}\\p{N}/.])(?:\\d{1,4}\\s?\\((?:(?:19|20)\\d\\d|[IVXL]+)\\)|\\d{1,3}/\\d{1,4}(?![\\p{N}/]))";

  /**
   * The answer to words with symbols among them, a sentence that was copied: the `rows` of those that texts here have or cite.
   * Out: null where there are none. Where there is one, the paragraph behind it counts.
   */
  async function within(query, home) {
    const known = await table(home);
    const { spoken } = known;
    const point = pinpoint(undated(bare(query), spoken).replace(EDGES, ""), spoken);
    const whole = `(?<![\\p{L}\\p{N}/])(?:${(spoken.roots ?? []).join("|")})/(?:[\\p{L}\\d./-]|\\([\\p{L}\\d]+\\))*(?<=[\\d)])`;
    const found = mended(point.rest, spoken).match(new RegExp(`${whole}|${NUMBER}`, "giu")) ?? [];
    const asked = [...new Set(found)].slice(0, SYMBOLS_AT_MOST).map((one) => read(one, spoken)).filter(Boolean);
    const rowsAt = async (place) => {
      const answers = await Promise.all(asked.map((one) => answerTo({ ...one, ...place }, known)));
      return [...new Map(answers.flatMap((one) => one?.rows ?? []).map((row) => [row.url, row])).values()];
    };
    let rows = await rowsAt({ anchor: point.anchor, label: point.label });
    if (point.anchor && rows.length > 1) rows = await rowsAt({ anchor: "", label: "" });
    return rows.length ? { rows, missing: [] } : null;
  }

  async function answerTo(asked, { spoken, entry }) {
    const { key, prefix } = asked;
    const keys = prefix && !key.startsWith(keyOf(prefix)) ? [`${keyOf(prefix)}/${key}`, key] : [key];
    let rows = [];
    for (const one of keys) {
      const own = await entry(one);
      const others = await Promise.all((own?.see ?? []).map(entry));
      rows = [own, ...others].flatMap((found) => found?.rows ?? []).filter((row) => !prefix || row.symbol.startsWith(prefix));
      if (rows.length) break;
    }
    const missing = rows.length ? [] : wellFormed(asked, spoken).map((one) => ({ ...one, official: officialOf(one, spoken) }));
    if (!rows.length && !missing.length) return null;
    return { ...asked, missing, rows: rows.map((row) => pointed(row, asked, spoken)) };
  }

  /** A row with the paragraph that was asked for: a text has it or has it not, a page of what is only cited may name it. */
  function pointed(row, { anchor, label }, spoken) {
    const there = anchor && row.anchors?.includes(anchor);
    const above = anchor.replace(/-.*$/, ""); // of a sub-paragraph that the text lacks
    const at = there ? anchor : row.anchors?.includes(above) ? above : "";
    return {
      ...row,
      anchor: there ? anchor : "",
      point: anchor && spoken.names.place.replace("{work}", row.symbol).replace("{paragraph}", label),
      lacks: Boolean(anchor && row.held && !there),
      link: at ? placeOn(row, at) : row.url,
      official: row.official && spoken.official + row.official,
    };
  }

  /**
   * The address of a paragraph of a work that is at `url`: on a page with other works its anchor has that of the work before
   * it; of a part of a text, the page's own name for it.
   */
  function placeOn({ url, places }, anchor) {
    if (places) return Object.hasOwn(places, anchor) ? url.replace(/#.*/, `#${places[anchor]}`) : url;
    return `${url}${url.includes("#") ? "-" : "#"}${anchor}`;
  }

  /** Where the UN has a document; what lacks its year is looked for in the UN's library. */
  function officialOf({ symbol, asked }, spoken) {
    return symbol ? spoken.official + encodeURI(symbol) : spoken.library + encodeURIComponent(asked);
  }

  /** A symbol as the UN prints it (converter/symbols.py, displayed): S/RES/687 (1991). */
  const printed = (symbol) => symbol.replace(/(\d)\((?=(?:19|20)\d\d\)$)/, "$1 (");

  window.rdSymbols = { answer, within, table, plain, placeOn, printed };
})();
