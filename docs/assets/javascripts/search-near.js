/*
 * What a query means that no text says: a word that is misspelt, or what texts are called (the Fairway Council's statements).
 */
(() => {
  "use strict";

  if (!window.rdSearch) return;
  const { home, getJson, collapsed, folded } = window.rdSearch;

  const SHORTEST = 4; // letters of a word that is taken for a misspelt one; as _WORD in converter/site/search/runs.py
  const LONG = 8; // letters of a word in which two may be wrong

  let words = null;
  /** The words of the texts in this language, the most frequent first, each as it is compared; asked for when one is missed. */
  async function known() {
    words ??= getJson(new URL("pagefind/words.json", home)).then((all) => all.map((word) => [word, folded(word)]));
    words.catch(() => { words = null; });
    return words;
  }

  /** How many letters were left out, added, changed or put the wrong way round; more than `most` is `most` + 1. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row.push(Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)));
        const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (turned) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  /** The word that a misspelt one means: the nearest, of several the most frequent; null where no text is amiss. */
  function meant(part, all) {
    const own = folded(part);
    if (own.length < SHORTEST || !/^\p{L}+$/u.test(part) || all.some(([, word]) => word.startsWith(own))) return null;
    let [found, most] = [null, own.length < LONG ? 1 : 2];
    for (const [word, as] of all) {
      const far = distance(own, as, most);
      if (far <= most && !(found && far === most)) [found, most] = [word, far];
    }
    return found;
  }

  /** A query with the words in it that no text has put right; null where there is nothing to put right. */
  async function respelt(phrase, parts) {
    const all = await known();
    const right = parts.map((part) => [part, meant(part, all)]).filter(([, word]) => word);
    return right.length ? right.reduce((query, [part, word]) => query.replace(part, word), phrase) : null;
  }

  // What may stand between the names: of the, du, 的.
  const BETWEEN = /(?<!\p{L})\p{L}{1,3}(?!\p{L})|[^\p{L}\p{N}]+|的/gu;

  /** What a query chooses where it is made of names of bodies, kinds and years alone: filter → value; else null. */
  function named(phrase, filters) {
    const values = Object.entries(filters).flatMap(([name, all]) => all.filter(Boolean).map((value) => [name, value]));
    values.sort((one, other) => other[1].length - one[1].length);
    const wanted = {};
    let rest = folded(phrase);
    for (const [name, value] of values) {
      const at = name in wanted ? -1 : rest.indexOf(folded(value));
      if (at < 0) continue;
      wanted[name] = value;
      rest = `${rest.slice(0, at)} ${rest.slice(at + value.length)}`;
    }
    return (wanted.body || wanted.kind) && !collapsed(rest.replace(BETWEEN, " ")) ? wanted : null;
  }

  Object.assign(window.rdSearch, { respelt, named });
})();
