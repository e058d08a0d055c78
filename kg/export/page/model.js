/**
 * The data of the page and all that can be asked of it; no function here touches the document.
 *
 * @typedef {{document: number, start: number, end: number, words: [number, number][], circumstances: string[],
 *   time: ?string, rule: string, confidence: number, sentence?: string}} Evidence
 * @typedef {{id: string, parts: [string, string, ?number][], relation: string, standing: string, confidence: number,
 *   evidence: Evidence[]}} Statement
 * @typedef {{id: string, label: string, type: number, aliases: string[], links: string[],
 *   mentions: [number, number][]}} Entity
 * @typedef {{types: Set<number>, standings: Set<string>, document: ?number}} Hidden
 */

/** Return the data of the page with its rows of statements and evidence as objects. */
export function unpacked(data) {
  const evidence = ([document, start, end, words, circumstances, time, rule, confidence, sentence]) =>
    ({ document, start, end, words, circumstances, time, rule: data.rules[rule], confidence, sentence });
  const part = ([text, role, entity = null]) => [text, data.roles[role], entity];
  const statements = data.statements.map(([id, parts, relation, confidence, claims], place) =>
    ({ id, parts: parts.map(part), relation, standing: data.edges[place].standing, confidence, evidence: claims.map(evidence) }));
  return { ...data, statements };
}

/** Return the sentence of a piece of evidence. */
export function sentenceOf(data, evidence) {
  return evidence.sentence ?? data.documents[evidence.document].text.slice(evidence.start, evidence.end);
}

/** Return the text of a statement as it is read. */
export function wordsOf(statement) {
  return statement.parts.map(([text]) => text).join(" ");
}

/** Tell whether a node may be seen; values are seen wherever their subject is. */
export function nodeShown(data, hidden, key) {
  const entity = data.entities[key];
  return !entity || !hidden.types.has(entity.type);
}

/** Tell whether the filters leave a statement, by its place. */
export function statementShown(data, hidden, place) {
  const statement = data.statements[place];
  const edge = data.edges[place];
  return (
    !hidden.standings.has(statement.standing) &&
    nodeShown(data, hidden, edge.from) &&
    nodeShown(data, hidden, edge.to) &&
    (hidden.document === null || statement.evidence.some((evidence) => evidence.document === hidden.document))
  );
}

/** Return the places of all statements that the filters leave. */
export function shownStatements(data, hidden) {
  return data.statements.map((_, place) => place).filter((place) => statementShown(data, hidden, place));
}

/** Return for each node the places of the statements that touch it. */
export function statementsByNode(data) {
  const touching = data.nodes.map(() => []);
  data.edges.forEach((edge, place) => {
    touching[edge.from].push(place);
    if (edge.to !== edge.from) touching[edge.to].push(place);
  });
  return touching;
}

/** Return the places of the statements that a document makes. */
export function statementsIn(data, document) {
  return [...data.statements.keys()].filter((place) =>
    data.statements[place].evidence.some((evidence) => evidence.document === document),
  );
}

/** Return the other statements between the two nodes of a statement: those that say the contrary, and the rest. */
export function companions(data, touching, place) {
  const { from, to } = data.edges[place];
  const same = touching[from].filter((other) => {
    const edge = data.edges[other];
    return other !== place && ((edge.from === from && edge.to === to) || (edge.from === to && edge.to === from));
  });
  const contrary = (other) =>
    data.statements[other].relation === data.statements[place].relation &&
    data.edges[other].from === from &&
    (data.statements[other].standing === "denied") !== (data.statements[place].standing === "denied");
  return { contrary: same.filter(contrary), others: same.filter((other) => !contrary(other)) };
}

/** Return what a query finds, best first: entities by any of their names, then statements by words and sentences. */
export function search(data, query, limit = 12) {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (!terms.length) return [];
  const entities = [];
  data.entities.forEach((entity, key) => {
    const names = folded([entity.label, ...entity.aliases].join("\n"));
    if (!terms.every((term) => names.includes(term))) return;
    const label = folded(entity.label);
    const rank = label === terms.join(" ") ? 0 : label.startsWith(terms[0]) ? 1 : 2;
    entities.push({ kind: "n", place: key, rank, size: data.nodes[key].size });
  });
  entities.sort((a, b) => a.rank - b.rank || b.size - a.size || a.place - b.place);
  const hits = entities.slice(0, limit);
  for (let place = 0; place < data.statements.length && hits.length < limit; place++) {
    const statement = data.statements[place];
    const text = folded(
      [wordsOf(statement), ...statement.evidence.map((evidence) => sentenceOf(data, evidence))].join("\n"),
    );
    if (terms.every((term) => text.includes(term))) hits.push({ kind: "s", place });
  }
  return hits;
}

/** Return a node, its neighbours, and where these are few their neighbours too; larger ones first. */
export function neighbourhood(data, touching, key, limit = 120, few = 30) {
  const near = new Set([key]);
  let ring = [key];
  for (const room of [limit, few]) {
    const next = new Set(ring.flatMap((node) => touching[node].flatMap((p) => [data.edges[p].from, data.edges[p].to])));
    ring = [...next]
      .filter((node) => !near.has(node))
      .sort((a, b) => data.nodes[b].size - data.nodes[a].size || a - b)
      .slice(0, Math.max(0, room - near.size));
    ring.forEach((node) => near.add(node));
  }
  return near;
}

/**
 * Return the roundness of a "curvedCW" edge of vis-network whose middle runs `aside` pixels beside the straight line:
 * nearly so for small distances, and ever less for larger ones, so that edges stay apart and below 1.
 */
export function roundness(aside, length) {
  const wanted = (2 * aside) / Math.max(length, 1);
  return wanted / (0.9 + wanted);
}

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
