/**
 * The data of the page as objects and columns; no function here uses the DOM.
 *
 * @typedef {{document: number, start: number, end: number, words: [number, number][], rule: string,
 *   confidence: number, time: ?string, circumstances: string[], where: ?string,
 *   ends: ?[?string, ?string], sentence: ?string}} Evidence `ends` are the words for subject and object if they differ from their names
 * @typedef {{kind: string, names: string[], value: string, by?: string, claim: ?Record<string, string>}} Decision as in decisions.toml
 * @typedef {{text: string, role: string, entity: ?number}} Part
 * @typedef {{id: string, from: number, to: number, relation: string, relationName: ?string, phrase: string, lane: number, standing: string,
 *   status: string, modality: string, negated: boolean, speaker: ?number,
 *   denier: ?number, time: ?Time, confidence: number, evidence: Evidence[], name: string, importance: number, event: ?string, label: string}} Statement `label` is on its edge
 * @typedef {{words: string, text: string, lexical: ?string, datatype: ?string, grain: string, value: string,
 *   from: ?number, to: ?number}} Time days count from 1970-01-01
 * @typedef {{id: string, label: string, drawn: string, type: number, size: number, community: number,
 *   aliases: string[], links: string[], mentions: [number, number][], name: string, importance: number,
 *   places: any[]}} Entity `places` are document, start and end of each mention in code points, and its words if there is no text
 * @typedef {{label: string, drawn: string, text: string, lexical: string, datatype: ?string, unit: ?string, type: ?string}} Value
 *   null is the end of a statement without an object
 * @typedef {{id: string, title: string, published: ?string, source: ?string, language: string, text: ?string, name: ?string}} Source
 * @typedef {{from: Uint32Array, to: Uint32Array, relation: Uint32Array, standing: Uint8Array,
 *   confidence: Float64Array, time: Int32Array}} Columns
 * @typedef {{base: string, namespace: string, types: {name: string, words: string, classes: string[]}[],
 *   standings: Record<string, string>, standingNames: string[], relations: [string, ?string][], speech: Record<number, string>, documents: Source[],
 *   entities: Entity[], values: (?Value)[], times: Time[], communities: number[], columns: Columns,
 *   touching: number[][], structure: [number, number, string, string][], structural: number[][], order: number[],
 *   network: {nodes: any[], edges: any[], options: any}, groups: Record<string, any>, lines: Record<string, any>, structuralLine: any,
 *   joins: Record<string, string>, dark: Record<string, string>, letters: Record<string, number>, ink: string, constants: Record<string, number>, whole: boolean, homes: number[], described: number[],
 *   contrary: Map<number, number[]>, copies: [number, number, string][], sources: Record<number, number[][]>,
 *   oneOffs: Set<number>, everything: ?[number, number, number][], tall: {places: [number, number, number][], lines: number[]}, mentions: Record<number, number[]>, mentioning: Map<number, number[]>, leaders: Record<number, number>, room: number, apart: boolean, cards: [number, number, [number, number, number, string, number[]][]][], words: Record<number, [string, string]>, decisions: Decision[], key: string, gone?: Map<number, number>, wrong?: Set<number>, plain?: Data, count: number, statement: (place: number) => Statement, rows: any[]}} Data
 */

/** The index of the importance in the row of a statement. */
export const IMPORTANCE = 15;
/** The statuses of affirmed statements, as in wording.py. */
const AFFIRMED = ["stated", "reported"];

/**
 * Return the data of the page with its rows as objects; statements are created on demand.
 *
 * @param {any} raw the output of data.py
 * @returns {Data}
 */
export function opened(raw) {
  const datatype = (place) => (place < 0 ? null : raw.datatypes[place]);
  const times = raw.times.map(([words, text, lexical, type, grain, value, from, to]) =>
    ({ words, text, lexical, datatype: datatype(type), grain, value, from, to }));
  const entities = raw.entities.map(([id, label, drawn, type, size, community, aliases, links, mentions, name, importance, places]) =>
    ({ id, label, drawn: drawn ?? label, type, size, community, aliases, links, mentions, name: name ?? id, importance: importance ?? 0, places: places ?? [] }));
  const values = raw.values.map((row) => {
    if (row === null) return null;
    const [label, drawn, text, lexical, type, [unit, hidden]] = row;
    return { label, drawn: drawn ?? label, text, lexical, datatype: datatype(type), unit, type: hidden };
  });
  const types = raw.types.map(([name, words, classes]) => ({ name, words, classes }));
  const columns = columnsOf(raw.statements);
  const order = readingOrder(raw.statements).filter((place) => !raw.wrong?.has(place));
  const made = new Map();
  const data = {
    ...raw, types, times, entities, values, columns, rows: raw.statements, count: raw.statements.length,
    room: entities.length + values.length,
    standingNames: Object.keys(raw.standings),
    touching: touchingOf(entities.length + values.length, columns, order),
    structural: structuralOf(entities.length, raw.structure),
    contrary: contraryOf(raw.against ?? []), copies: raw.copies ?? [], sources: raw.sources ?? {},
    order,
    statement: (place) => {
      if (!made.has(place)) made.set(place, statementOf(data, raw, place));
      return made.get(place);
    },
  };
  // an entity that belongs to a name is drawn as that name, and is no one-off
  data.oneOffs = new Set(raw.described.filter((key) => data.touching[key].length <= 1 && raw.homes[key] < 0));
  data.mentioning = mentioningOf(raw.mentions ?? {});
  delete data.statements;
  return data;
}

/** Return for each entity the statements whose words name it although it is at neither end. @param {Record<string, number[]>} mentions @returns {Map<number, number[]>} */
function mentioningOf(mentions) {
  const found = new Map();
  for (const [place, keys] of Object.entries(mentions)) for (const key of keys) found.set(key, [...(found.get(key) ?? []), Number(place)]);
  return found;
}

/** Return whether a node is the end of a statement without an object. @param {Data} data @param {number} key */
export function isEnd(data, key) {
  return data.values[(key % data.room) - data.entities.length] === null;
}

/** Return the name of a node, or an empty string for an end. @param {Data} data @param {number} key @returns {string} */
export function nameOf(data, key) {
  const thing = key % data.room;
  return (data.entities[thing] ?? data.values[thing - data.entities.length])?.label ?? "";
}

/** Return all words of a statement, each part with its role. @param {Data} data @param {Statement} said @returns {Part[]} */
export function partsOf(data, said) {
  const named = (key, role, before = "") =>
    ({ text: before + nameOf(data, key), role, entity: data.entities[key] ? key : null });
  const [before, after] = said.phrase.split(" … "); // "wants … to sell" is around the object
  const parts = [named(said.from, "subject"), { text: before, role: "relation", entity: null }];
  if (!isEnd(data, said.to)) parts.push(named(said.to, "object"));
  if (after) parts.push({ text: after, role: "relation", entity: null });
  if (said.time) parts.push({ text: said.time.words.includes("(") ? said.time.words : `(${said.time.words})`, role: "time", entity: null });
  if (said.speaker !== null) parts.push(named(said.speaker, "source", "according to "));
  if (said.denier !== null) parts.push(named(said.denier, "source", "denied by "));
  return parts;
}

/** Return a statement as text. @param {Data} data @param {Statement} said @returns {string} */
export function wordsOf(data, said) {
  return partsOf(data, said).map(({ text, role }) => joinOf(data, role) + text).join("").trim();
}

/** Return the separator before a part of a statement. @param {Data} data @param {string} role */
export function joinOf(data, role) {
  return data.joins[role] ?? " ";
}

/** Return a text in which marks that would reverse what follows are visible; the stored text has them. @param {string} text @returns {string} */
export function visible(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** Return the sentence of a piece of evidence. @param {Data} data @param {Evidence} evidence @returns {string} */
export function sentenceOf(data, evidence) {
  return evidence.sentence ?? data.documents[evidence.document].text.slice(evidence.start, evidence.end);
}

/** Return the indices of the documents that make a statement. @param {Data} data @param {number} place @returns {Set<number>} */
export function documentsOf(data, place) {
  return new Set(data.rows[place][13].map(([document]) => document));
}

/** Return the indices of the statements that a document makes. @param {Data} data @param {number} document @returns {number[]} */
export function statementsIn(data, document) {
  return data.order.filter((place) => data.rows[place][13].some((row) => row[0] === document));
}

/**
 * Return the other statements between the two nodes of a statement: those that contradict it, and the rest.
 *
 * @param {Data} data
 * @param {number} place
 * @returns {{contrary: number[], others: number[]}}
 */
export function companions(data, place) {
  const { from, to, relation } = data.columns;
  const same = (other) =>
    (from[other] === from[place] && to[other] === to[place]) || (from[other] === to[place] && to[other] === from[place]);
  const alike = (other) => same(other) || (isEnd(data, to[other]) && isEnd(data, to[place]));
  const listed = data.contrary.get(place) ?? [];
  const contrary = (other) => listed.includes(other) ||
    relation[other] === relation[place] && from[other] === from[place] && alike(other) && sideOf(data, other) * sideOf(data, place) < 0;
  const beside = [...new Set([...data.touching[from[place]], ...listed])].filter((other) => other !== place);
  return { contrary: beside.filter(contrary), others: beside.filter((other) => same(other) && !contrary(other)) };
}

/** Return 1 for an affirmed statement, -1 for a negated or denied one, otherwise 0. @param {Data} data @param {number} place @returns {number} */
export function sideOf(data, place) {
  const standing = data.standingNames[data.columns.standing[place]];
  const negated = data.rows[place][8] === 1;
  if (standing === "negated" || (standing === "denied" && !negated)) return -1;
  return AFFIRMED.includes(standing) ? 1 : 0;
}

/** Return the numbers of sentences and independent sources of a statement, and the documents that are one source. @param {Data} data @param {number} place */
export function sourcesOf(data, place) {
  const rows = data.rows[place][13];
  const documents = documentsOf(data, place);
  const copies = (data.sources[place] ?? []).map((group) => group.filter((document) => documents.has(document)));
  return {
    mentions: new Set(rows.map(([document, start, end]) => `${document} ${start} ${end}`)).size,
    independent: copies.reduce((count, group) => count - Math.max(group.length - 1, 0), documents.size),
    copies: copies.filter((group) => group.length > 1),
  };
}

/** Return whether another statement contradicts it. @param {Data} data @param {number} place @returns {boolean} */
export function isDisputed(data, place) {
  return companions(data, place).contrary.length > 0;
}

/** @param {Data} data @param {any} raw @param {number} place */
function statementOf(data, raw, place) {
  const [id, from, to, relation, phrase, lane, standing, modality, negated, speaker, denier, time, confidence, evidence, name, importance, event, label] =
    raw.statements[place];
  const key = (number) => (number < 0 ? null : number);
  const said = data.standingNames[standing];
  return {
    id, from, to, relation: raw.relations[relation][0], relationName: raw.relations[relation][1], phrase,
    lane, standing: said, status: AFFIRMED.includes(said) ? "affirmed" : said,
    modality: raw.modalities[modality], negated: negated === 1, speaker: key(speaker), denier: key(denier),
    time: data.times[time] ?? null, confidence, name: name ?? id, importance, event: event ?? null, label: label ?? phrase,
    evidence: evidence.map((row) => evidenceOf(data, raw, row)),
  };
}

/** @param {Data} data @param {any} raw @param {any[]} row */
function evidenceOf(data, raw, [document, start, end, offsets, rule, confidence, time, circumstances, ends = null, sentence = null, where = null]) {
  const words = offsets.filter((_, index) => index % 2 === 0).map((offset, index) => [offset, offsets[2 * index + 1]]);
  return {
    document, start, end, words, rule: raw.rules[rule], confidence, time: data.times[time]?.words ?? null,
    circumstances, ends, sentence, where,
  };
}

/** Return columns for properties that are needed for all statements at once. @returns {Columns} @param {any[]} rows */
function columnsOf(rows) {
  const column = (Type, field) => Type.from(rows, (row) => row[field]);
  return {
    from: column(Uint32Array, 1),
    to: column(Uint32Array, 2),
    relation: column(Uint32Array, 3),
    standing: column(Uint8Array, 6),
    time: column(Int32Array, 11),
    confidence: column(Float64Array, 12),
  };
}

/** Return for each node the indices of its statements, in reading order. @param {number} nodes @param {Columns} columns @param {number[]} order */
function touchingOf(nodes, { from, to }, order) {
  const touching = Array.from({ length: nodes }, () => []);
  for (const place of order) {
    touching[from[place]].push(place);
    if (to[place] !== from[place]) touching[to[place]].push(place);
  }
  return touching;
}

/** Return for each statement those that contradict it. @param {[number, number][]} pairs @returns {Map<number, number[]>} */
function contraryOf(pairs) {
  const contrary = new Map();
  for (const [one, other] of [...pairs, ...pairs.map(([first, second]) => [second, first])]) contrary.set(one, [...(contrary.get(one) ?? []), other]);
  return contrary;
}

/** Return for each entity the indices of its structural edges. @param {number} entities @param {[number, number, string, string][]} structure */
function structuralOf(entities, structure) {
  const found = Array.from({ length: entities }, () => []);
  structure.forEach(([from, to], place) => {
    found[from].push(place);
    found[to].push(place);
  });
  return found;
}

/** Return all indices by decreasing importance; ties are in the order of the documents. @param {any[]} rows */
function readingOrder(rows) {
  const first = rows.map((row) => row[13].reduce(([document, start], [other, at]) =>
    (other < document || (other === document && at < start) ? [other, at] : [document, start]), [Infinity, Infinity]));
  return [...rows.keys()].sort((a, b) => rows[b][IMPORTANCE] - rows[a][IMPORTANCE] || first[a][0] - first[b][0] || first[a][1] - first[b][1] || a - b);
}
