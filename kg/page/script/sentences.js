/**
 * Statements by sentence; no function here uses the DOM.
 *
 * @typedef {{document: number, start: number, end: number, evidence: any[], places: number[]}} Sentence
 */

/**
 * Return the sentences of statements, grouped by document, each with its statements.
 *
 * By importance, a document is in the position of its first statement, and so is each sentence within it. By time,
 * documents are sorted by date, with undated ones last, and sentences are in reading order.
 *
 * @param {Data} data
 * @param {number[]} places by decreasing importance
 * @param {{byTime?: boolean, only?: number | null}} options `only` restricts the result to one document
 * @returns {Sentence[]}
 */
export function sentencesOf(data, places, { byTime = false, only = null } = {}) {
  /** @type {Map<number, Map<number, Sentence>>} */
  const documents = new Map();
  for (const place of places) {
    for (const row of data.rows[place][13]) {
      const [document, start, end] = row;
      if (only !== null && document !== only) continue;
      if (!documents.has(document)) documents.set(document, new Map());
      const sentences = documents.get(document);
      const sentence = sentences.get(start) ?? { document, start, end, evidence: row, places: [] };
      sentences.set(start, sentence);
      if (sentence.places.at(-1) !== place) sentence.places.push(place);
      if (end > sentence.end) Object.assign(sentence, { end, evidence: row });
    }
  }
  const found = [...documents.values()].flatMap((sentences) => [...sentences.values()]);
  return byTime ? found.sort((a, b) => datesApart(data, a.document, b.document) || a.start - b.start) : found;
}

/**
 * Return the passages of a document with statements, in reading order; overlapping sentences form one passage.
 *
 * @param {Data} data
 * @param {number} document
 * @param {number[]} places
 * @returns {Sentence[]}
 */
export function passagesOf(data, document, places) {
  /** @type {Sentence[]} */
  const passages = [];
  for (const sentence of sentencesOf(data, places, { byTime: true, only: document })) {
    const last = passages.at(-1);
    if (last && sentence.start < last.end) Object.assign(last, { end: Math.max(last.end, sentence.end), places: [...new Set([...last.places, ...sentence.places])] });
    else passages.push(sentence);
  }
  return passages;
}

/** Compare two documents by publication date, then by position. @param {Data} data @param {number} one @param {number} other */
export function datesApart(data, one, other) {
  const [a, b] = [one, other].map((place) => data.documents[place].published ?? "9999");
  return a < b ? -1 : a > b ? 1 : one - other;
}

/** Return the words of a sentence. @param {Data} data @param {Sentence} sentence @returns {string} */
export function textOf(data, { document, start, end, evidence }) {
  return data.documents[document].text?.slice(start, end) ?? evidence[8];
}
