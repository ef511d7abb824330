/**
 * A function from what somebody asks for to the rows that answer, best first, each with why where that is not plain.
 *
 * A row has `name` and `names`: [text, kind, what it is to the row]. A name answers when each word asked for is one of
 * its words, begins one, or is one with a slip: none up to four letters, one up to seven, two from eight (the same
 * limits as in documents). What only speaks of the words comes last.
 */
function searchOf(rows) {
  const SMALL = new Set(["a", "an", "the", "of", "for", "and", "our", "your", "in", "to"]);
  const SLIP = 10;
  const NONE = 1000;
  let handles = null;
  let vocabulary = null;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss")
    .replace(/[&+]/g, " and ").replace(/['’]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const joined = (folded) => folded.replaceAll(" ", "");
  const limit = (letters) => (letters < 5 ? 0 : letters < 8 ? 1 : 2);

  /** Made when somebody first searches. */
  function prepare() {
    vocabulary = new Map();
    handles = rows.flatMap((row, at) => row.names.map(([text, kind, said]) => {
      const folded = fold(text);
      const words = folded.split(" ");
      for (const word of words) vocabulary.set(word, null);
      const letters = words.filter((word) => !SMALL.has(word)).map((word) => word[0]).join("");
      return { row, at, text, kind, said, folded, words, joined: joined(folded), initials: letters.length > 1 ? letters : "" };
    }));
  }

  /** Optimal string alignment distance, NONE where it is more than `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return NONE;
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) return NONE;
      [before, last] = [last, row];
    }
    return last[other.length] <= most ? last[other.length] : NONE;
  }

  /** How far a word asked for is from a word of a name: 0 the same, 1 its beginning or plural, from SLIP on a slip. */
  function off(asked, word) {
    if (asked === word) return 0;
    if (word.startsWith(asked)) return 1;
    if (word.length > 2 && (asked === `${word}s` || asked === `${word}es`)) return 1;
    const letters = distance(asked, word, limit(word.length));
    return letters === NONE ? NONE : SLIP + letters;
  }

  /** For each word asked for, the words of names that it may be, and how far off they are. */
  function nearWords(words) {
    return words.map((asked) => {
      const near = new Map();
      for (const word of vocabulary.keys()) {
        const letters = off(asked, word);
        if (letters < NONE) near.set(word, letters);
      }
      return near;
    });
  }

  /** How badly a name answers; NONE where it does not. */
  function cost(handle, asked, words, near) {
    if (handle.folded === asked) return 0;
    if (handle.joined === joined(asked)) return 1;
    if (handle.initials && handle.initials === joined(asked)) return 2;
    let sum = 3;
    const left = [...handle.words];
    for (let at = 0; at < words.length; at += 1) {
      let best = NONE;
      for (const word of left) best = Math.min(best, near[at].get(word) ?? NONE);
      if (best < NONE) left.splice(left.findIndex((word) => near[at].get(word) === best), 1);
      else if (!SMALL.has(words[at])) return NONE;
      sum += best < NONE ? best : 1;
    }
    return sum + left.filter((word) => !SMALL.has(word)).length / 10;
  }

  /** Names that are the words asked for run together, with a slip. */
  function runTogether(asked) {
    const line = joined(asked);
    return handles.flatMap((handle) => {
      const letters = distance(line, handle.joined, limit(Math.min(line.length, handle.joined.length)));
      return letters === NONE ? [] : [{ handle, cost: SLIP + 3 + letters }];
    });
  }

  function textOf(row) {
    row.text ??= fold([row.owner, row.type, ...[...(row.facts ?? []), ...(row.more ?? [])].flat(2)].filter(Boolean).join(" "));
    return row.text;
  }

  function why({ text, said, row }, isSlip) {
    if (!said) return isSlip ? `Spelt “${text}”` : "";
    return text === row.name ? "" : `“${text}”: ${said}`;
  }

  return (question) => {
    if (!handles) prepare();
    const asked = fold(question).slice(0, 80);
    if (!asked) return [];
    const words = asked.split(" ");
    const near = nearWords(words);
    let found = handles.map((handle) => ({ handle, cost: cost(handle, asked, words, near) })).filter((one) => one.cost < NONE);
    if (!found.length) found = runTogether(asked);
    if (found.some((one) => one.cost < SLIP)) found = found.filter((one) => one.cost < SLIP);
    const currentFirst = (one) => (one.handle.kind === "name" ? 0 : 1);
    found.sort((one, other) => one.cost - other.cost || currentFirst(one) - currentFirst(other) || one.handle.at - other.handle.at);
    const answers = new Map();
    for (const one of found) {
      if (!answers.has(one.handle.row)) answers.set(one.handle.row, why(one.handle, one.cost >= SLIP));
    }
    if (asked.length > 2) {
      for (const row of rows) {
        if (!answers.has(row) && words.every((word) => textOf(row).includes(word))) answers.set(row, "Speaks of it");
      }
    }
    return [...answers].map(([row, reason]) => ({ row, why: reason }));
  };
}

