// kg/page/script/model.js
var IMPORTANCE = 15;
var AFFIRMED = ["stated", "reported"];
function opened(raw) {
  const datatype = (place) => place < 0 ? null : raw.datatypes[place];
  const times = raw.times.map(([words, text, lexical, type, grain, value, from, to]) => ({ words, text, lexical, datatype: datatype(type), grain, value, from, to }));
  const entities = raw.entities.map(([id, label, drawn2, type, size, community, aliases, links, mentions, name, importance, places]) => ({ id, label, drawn: drawn2 ?? label, type, size, community, aliases, links, mentions, name: name ?? id, importance: importance ?? 0, places: places ?? [] }));
  const values = raw.values.map((row2) => {
    if (row2 === null) return null;
    const [label, drawn2, text, lexical, type, [unit, hidden]] = row2;
    return { label, drawn: drawn2 ?? label, text, lexical, datatype: datatype(type), unit, type: hidden };
  });
  const types = raw.types.map(([name, words, classes]) => ({ name, words, classes }));
  const columns = columnsOf(raw.statements);
  const order = readingOrder(raw.statements).filter((place) => !raw.wrong?.has(place));
  const made = /* @__PURE__ */ new Map();
  const data = {
    ...raw,
    types,
    times,
    entities,
    values,
    columns,
    rows: raw.statements,
    count: raw.statements.length,
    room: entities.length + values.length,
    standingNames: Object.keys(raw.standings),
    touching: touchingOf(entities.length + values.length, columns, order),
    structural: structuralOf(entities.length, raw.structure),
    contrary: contraryOf(raw.against ?? []),
    copies: raw.copies ?? [],
    sources: raw.sources ?? {},
    order,
    statement: (place) => {
      if (!made.has(place)) made.set(place, statementOf(data, raw, place));
      return made.get(place);
    }
  };
  data.oneOffs = new Set(raw.described.filter((key) => data.touching[key].length <= 1 && raw.homes[key] < 0));
  data.mentioning = mentioningOf(raw.mentions ?? {});
  delete data.statements;
  return data;
}
function mentioningOf(mentions) {
  const found = /* @__PURE__ */ new Map();
  for (const [place, keys] of Object.entries(mentions)) for (const key of keys) found.set(key, [...found.get(key) ?? [], Number(place)]);
  return found;
}
function isEnd(data, key) {
  return data.values[key % data.room - data.entities.length] === null;
}
function nameOf(data, key) {
  const thing = key % data.room;
  return (data.entities[thing] ?? data.values[thing - data.entities.length])?.label ?? "";
}
function partsOf(data, said) {
  const named = (key, role, before3 = "") => ({ text: before3 + nameOf(data, key), role, entity: data.entities[key] ? key : null });
  const [before2, after] = said.phrase.split(" … ");
  const parts = [named(said.from, "subject"), { text: before2, role: "relation", entity: null }];
  if (!isEnd(data, said.to)) parts.push(named(said.to, "object"));
  if (after) parts.push({ text: after, role: "relation", entity: null });
  if (said.time) parts.push({ text: said.time.words.includes("(") ? said.time.words : `(${said.time.words})`, role: "time", entity: null });
  if (said.speaker !== null) parts.push(named(said.speaker, "source", "according to "));
  if (said.denier !== null) parts.push(named(said.denier, "source", "denied by "));
  return parts;
}
function wordsOf(data, said) {
  return partsOf(data, said).map(({ text, role }) => joinOf(data, role) + text).join("").trim();
}
function joinOf(data, role) {
  return data.joins[role] ?? " ";
}
function visible(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "�");
}
function sentenceOf(data, evidence) {
  return evidence.sentence ?? data.documents[evidence.document].text.slice(evidence.start, evidence.end);
}
function documentsOf(data, place) {
  return new Set(data.rows[place][13].map(([document2]) => document2));
}
function statementsIn(data, document2) {
  return data.order.filter((place) => data.rows[place][13].some((row2) => row2[0] === document2));
}
function companions(data, place) {
  const { from, to, relation } = data.columns;
  const same = (other) => from[other] === from[place] && to[other] === to[place] || from[other] === to[place] && to[other] === from[place];
  const alike = (other) => same(other) || isEnd(data, to[other]) && isEnd(data, to[place]);
  const listed = data.contrary.get(place) ?? [];
  const contrary = (other) => listed.includes(other) || relation[other] === relation[place] && from[other] === from[place] && alike(other) && sideOf(data, other) * sideOf(data, place) < 0;
  const beside = [.../* @__PURE__ */ new Set([...data.touching[from[place]], ...listed])].filter((other) => other !== place);
  return { contrary: beside.filter(contrary), others: beside.filter((other) => same(other) && !contrary(other)) };
}
function sideOf(data, place) {
  const standing = data.standingNames[data.columns.standing[place]];
  const negated = data.rows[place][8] === 1;
  if (standing === "negated" || standing === "denied" && !negated) return -1;
  return AFFIRMED.includes(standing) ? 1 : 0;
}
function sourcesOf(data, place) {
  const rows = data.rows[place][13];
  const documents = documentsOf(data, place);
  const copies = (data.sources[place] ?? []).map((group) => group.filter((document2) => documents.has(document2)));
  return {
    mentions: new Set(rows.map(([document2, start3, end]) => `${document2} ${start3} ${end}`)).size,
    independent: copies.reduce((count, group) => count - Math.max(group.length - 1, 0), documents.size),
    copies: copies.filter((group) => group.length > 1)
  };
}
function isDisputed(data, place) {
  return companions(data, place).contrary.length > 0;
}
function statementOf(data, raw, place) {
  const [id, from, to, relation, phrase, lane, standing, modality, negated, speaker, denier, time, confidence, evidence, name, importance, event, label] = raw.statements[place];
  const key = (number) => number < 0 ? null : number;
  const said = data.standingNames[standing];
  return {
    id,
    from,
    to,
    relation: raw.relations[relation][0],
    relationName: raw.relations[relation][1],
    phrase,
    lane,
    standing: said,
    status: AFFIRMED.includes(said) ? "affirmed" : said,
    modality: raw.modalities[modality],
    negated: negated === 1,
    speaker: key(speaker),
    denier: key(denier),
    time: data.times[time] ?? null,
    confidence,
    name: name ?? id,
    importance,
    event: event ?? null,
    label: label ?? phrase,
    evidence: evidence.map((row2) => evidenceOf(data, raw, row2))
  };
}
function evidenceOf(data, raw, [document2, start3, end, offsets, rule, confidence, time, circumstances, ends = null, sentence = null, where = null]) {
  const words = offsets.filter((_, index) => index % 2 === 0).map((offset, index) => [offset, offsets[2 * index + 1]]);
  return {
    document: document2,
    start: start3,
    end,
    words,
    rule: raw.rules[rule],
    confidence,
    time: data.times[time]?.words ?? null,
    circumstances,
    ends,
    sentence,
    where
  };
}
function columnsOf(rows) {
  const column = (Type, field2) => Type.from(rows, (row2) => row2[field2]);
  return {
    from: column(Uint32Array, 1),
    to: column(Uint32Array, 2),
    relation: column(Uint32Array, 3),
    standing: column(Uint8Array, 6),
    time: column(Int32Array, 11),
    confidence: column(Float64Array, 12)
  };
}
function touchingOf(nodes, { from, to }, order) {
  const touching = Array.from({ length: nodes }, () => []);
  for (const place of order) {
    touching[from[place]].push(place);
    if (to[place] !== from[place]) touching[to[place]].push(place);
  }
  return touching;
}
function contraryOf(pairs) {
  const contrary = /* @__PURE__ */ new Map();
  for (const [one, other] of [...pairs, ...pairs.map(([first, second]) => [second, first])]) contrary.set(one, [...contrary.get(one) ?? [], other]);
  return contrary;
}
function structuralOf(entities, structure2) {
  const found = Array.from({ length: entities }, () => []);
  structure2.forEach(([from, to], place) => {
    found[from].push(place);
    found[to].push(place);
  });
  return found;
}
function readingOrder(rows) {
  const first = rows.map((row2) => row2[13].reduce(([document2, start3], [other, at]) => other < document2 || other === document2 && at < start3 ? [other, at] : [document2, start3], [Infinity, Infinity]));
  return [...rows.keys()].sort((a, b) => rows[b][IMPORTANCE] - rows[a][IMPORTANCE] || first[a][0] - first[b][0] || first[a][1] - first[b][1] || a - b);
}

// kg/page/script/ask.js
var WHO = /^who\s+(\S+)\s*(.*?)\s*\?*$/u;
var SAYING = "say";
var known = /* @__PURE__ */ new WeakMap();
function asked(data, query) {
  const { answers } = knownOf(data);
  if (!answers.has(query)) answers.set(query, answer(data, folded(query).trim()));
  return answers.get(query);
}
function isQuestion(query) {
  return WHO.test(folded(query).trim());
}
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
function textsOf(data) {
  const found = knownOf(data);
  found.texts ??= data.rows.map((_, place) => folded(textOf(data, place)));
  return found.texts;
}
function answer(data, query) {
  const [, verb = null, rest = query] = WHO.exec(query) ?? [];
  const terms = rest.split(/\s+/).filter(Boolean);
  const texts = textsOf(data);
  const told = verb === null ? () => true : teller(data, stem(verb));
  return new Set(data.order.filter((place) => told(place) && terms.every((term2) => texts[place].includes(term2))));
}
function teller(data, wanted) {
  const standings = new Set(data.standingNames.flatMap((name, place) => stem(name) === wanted ? [place] : []));
  const relations = new Set(data.relations.flatMap(([name], place) => folded(name).split(" ").some((word) => stem(word) === wanted) ? [place] : []));
  const { standing, relation } = data.columns;
  return (place) => standings.has(standing[place]) || relations.has(relation[place]) || wanted === SAYING && data.rows[place][9] >= 0;
}
function stem(word) {
  return word.replace(/i(es|ed)$/, "y").replace(/(ing|ed|es|s|e)$/, "");
}
function knownOf(data) {
  if (!known.has(data)) known.set(data, { texts: null, answers: /* @__PURE__ */ new Map() });
  return known.get(data);
}
function textOf(data, place) {
  const said = data.statement(place);
  return [wordsOf(data, said), said.relation, ...said.evidence.map((piece) => sentenceOf(data, piece))].join("\n");
}

// kg/page/script/articles.js
var WIDTH = 444;
var HEIGHT = 178;
var GUTTER = 14;
var PAD = 12;
var TITLE = 14;
var HEAD = 30;
var HUB = -150;
var OTHERS = 38;
var VALUES = 76;
var [ROW, ROW_OF_TWO] = [48, 64];
var SMALLEST = 0.92;
var LARGEST_NODE = 13;
var LETTERS = 12;
function thingOf(data, key) {
  return key % data.room;
}
function isOnCard(data, key) {
  return key >= data.room;
}
function cardOf({ app: { data }, cards }, key) {
  return cards[Math.floor(key / data.room) - 1 - cards[0].place];
}
function isHub(data, key) {
  return isOnCard(data, key) && data.cards[Math.floor(key / data.room) - 1][1] === thingOf(data, key);
}
function onCard(look, key) {
  return { ...look, id: key, size: Math.min(look.size, LARGEST_NODE), font: { ...look.font, size: Math.min(look.font.size, LETTERS) } };
}
function cardsShown({ data, canvas }, first) {
  const { clientWidth, clientHeight } = canvas.place;
  const across = Math.max(1, Math.floor(clientWidth / SMALLEST / (WIDTH + GUTTER)));
  const down = Math.max(1, Math.floor(clientHeight / SMALLEST / (HEIGHT + GUTTER)));
  return data.cards.slice(first, first + across * down).map(([document2, hub, rows], index) => {
    const place = first + index;
    const key = (thing) => thing + data.room * (place + 1);
    const lines = rows.filter(([said, from, to]) => from !== to && !data.wrong?.has(said)).map(([said, from, to, label, places]) => ({ place: said, from: key(from), to: key(to), label, places, lane: 0 }));
    return {
      document: document2,
      place,
      lines,
      all: lines,
      hub: key(hub),
      width: WIDTH,
      height: HEIGHT,
      x: index % across * (WIDTH + GUTTER),
      y: Math.floor(index / across) * (HEIGHT + GUTTER)
    };
  });
}
function placesOnCards(data, cards) {
  const isValue = (key) => Boolean(data.values[thingOf(data, key) - data.entities.length]);
  return new Map(cards.flatMap(({ x, y, hub, lines }) => {
    const middle = y + HEAD / 2 - 4;
    const others = lines.map(({ from, to }) => from === hub ? to : from);
    const rows = others.map((key, index) => (
      /** @type {[number, [number, number]]} */
      [key, [x + OTHERS + (isValue(key) ? VALUES : 0), middle + (others.length > 2 ? ROW : ROW_OF_TWO) * (index - (others.length - 1) / 2)]]
    ));
    return [
      /** @type {[number, [number, number]]} */
      [hub, [x + HUB, middle + 5]],
      ...rows
    ];
  }));
}
function placeAgain({ app: { data }, cards, lines, nodes }) {
  for (const card of cards) card.lines = card.all.filter(({ place }) => lines.has(place));
  nodes.update([...placesOnCards(data, cards)].filter(([key]) => nodes.get(key)).map(([id, [x, y]]) => ({ id, x, y })));
}
function drawCards({ cards, colours, family, app }, context) {
  for (const card of cards) {
    const [left, top] = [card.x - card.width / 2, card.y - card.height / 2];
    context.fillStyle = colours.card;
    context.strokeStyle = colours.faint;
    context.lineWidth = 1;
    context.beginPath();
    context.rect(left, top, card.width, card.height);
    context.fill();
    context.stroke();
    context.font = `600 ${TITLE}px ${family}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = colours.ink;
    context.fillText(shortened(context, app.data.documents[card.document].title, card.width - 2 * PAD), left + PAD, top + PAD + TITLE / 2);
  }
}
function cardAt({ cards }, { x, y }) {
  return cards.find((card) => Math.abs(x - card.x) * 2 < card.width && Math.abs(y - card.y) * 2 < card.height);
}
function shortened(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

// kg/page/script/network.js
var VALUE = "Literal";
var END = "NoObject";
var looks = /* @__PURE__ */ new WeakMap();
function nodeOf(data, key) {
  const { nodes } = looksOf(data);
  if (!nodes.has(key)) nodes.set(key, isOnCard(data, key) ? onCard(nodeOf(data, thingOf(data, key)), key) : laterNode(data, key));
  return nodes.get(key);
}
function edgeOf(data, place) {
  const { edges } = looksOf(data);
  if (!edges.has(place)) edges.set(place, laterEdge(data, place));
  return edges.get(place);
}
function structuralOf2(data, place) {
  const { edges } = looksOf(data);
  const id = structuralKey(place);
  if (!edges.has(id)) edges.set(id, { ...data.structuralLine, label: data.structure[place][2] });
  return edges.get(id);
}
function structuralKey(place) {
  return `structural-${place}`;
}
function placeOfStructural(id) {
  return Number(id.slice("structural-".length));
}
function looksOf(data) {
  if (!looks.has(data)) {
    const { nodes, edges } = data.network;
    looks.set(data, { nodes: byId(nodes), edges: byId(edges) });
  }
  return looks.get(data);
}
function byId(items) {
  return new Map(items.map(({ x, y, ...look }) => [look.id, { label: "", size: 0, font: {}, ...look }]));
}
function laterNode(data, key) {
  const entity = data.entities[key];
  const value = data.values[key - data.entities.length];
  const group = entity ? data.types[entity.type].name : isEnd(data, key) ? END : VALUE;
  const look = { id: key, group, label: entity?.drawn ?? value?.drawn ?? "", ...data.groups[group] };
  const size = entity?.size ?? look.size;
  return { ...look, size, font: { size: data.letters[entity ? size : ""], color: data.ink } };
}
function laterEdge(data, place) {
  const said = data.statement(place);
  const title = [wordsOf(data, said), data.standings[said.standing], ...said.evidence.slice(0, 1).map((piece) => `“${sentenceOf(data, piece)}”`)];
  return { ...data.lines[said.standing], standing: said.standing, label: said.label, title: visible(title.join("\n")) };
}

// kg/page/script/folding.js
var UNFOLDED = 12;
var kept = /* @__PURE__ */ new WeakMap();
var firsts = /* @__PURE__ */ new WeakMap();
function shownAs(data, drawn2, key) {
  if (drawn2.has(key)) return key;
  const home = homeOf(data, key);
  return drawn2.has(home) ? home : null;
}
function homeOf(data, key) {
  const home = data.homes[key] ?? -1;
  return home < 0 ? key : home;
}
function folds(data, view) {
  return data.everything !== null && view.kind !== "all" && view.kind !== "articles";
}
function linesOf(canvas) {
  const { app, drawn: drawn2, view } = canvas;
  const { data } = app;
  if (view.kind === "articles") return new Map(canvas.cards.flatMap(({ lines: lines2 }) => lines2).filter(({ place }) => !canvas.waived.has(place)).map((line) => [line.place, line]));
  const { from, to } = data.columns;
  const folding = folds(data, view);
  const bundles = /* @__PURE__ */ new Map();
  const places = [...new Set([...drawn2].flatMap((key) => statementsAt(data, key)))].filter(app.shown);
  for (const place of places.sort((a, b) => data.rows[b][IMPORTANCE] - data.rows[a][IMPORTANCE] || a - b)) {
    const ends = folding ? [shownAs(data, drawn2, from[place]), shownAs(data, drawn2, to[place])] : [from[place], to[place]];
    if (!drawn2.has(ends[0]) || !drawn2.has(ends[1]) || ends[0] === ends[1] && (folding || from[place] !== to[place])) continue;
    const name = folding ? `${ends[0]} ${ends[1]} ${leaderOf(data, place)}` : `${place}`;
    if (bundles.has(name)) bundles.get(name).places.push(place);
    else bundles.set(name, { place, from: ends[0], to: ends[1], places: [place], lane: data.rows[place][5], label: "" });
  }
  const lines = [...bundles.values()].filter((line) => hasRoom(canvas, line));
  if (folding) fan(lines, data.constants.fan);
  for (const line of lines) line.label = labelOf(data, line, folding);
  return new Map(lines.sort((a, b) => a.place - b.place).map((line) => [line.place, line]));
}
function hasRoom({ app: { data }, view, waived, tall }, { place, from, to }) {
  if (!folds(data, view)) return true;
  if (view.kind === "first") {
    const { keys, leaders } = firstOf(data, tall);
    const opened2 = [from, to].some((key) => key === view.opened || !keys.has(key));
    return opened2 || leaders.has(leaderOf(data, place)) && !waived.has(place);
  }
  return !waived.has(place);
}
function firstOf(data, tall) {
  const name = tall ? "tall" : "wide";
  if (!firsts.has(data)) firsts.set(data, {});
  const found = firsts.get(data);
  found[name] ??= tall ? { keys: new Set(data.tall.places.map(([key]) => key)), leaders: new Set(data.tall.lines) } : { keys: new Set(data.network.nodes.map(({ id }) => id)), leaders: new Set(data.network.edges.map(({ id }) => id)) };
  return found[name];
}
function leaderOf(data, place) {
  return data.leaders[place] ?? place;
}
function weightOf({ rows }, { places }) {
  return 1 - places.reduce((rest, place) => rest * (1 - rows[place][IMPORTANCE]), 1);
}
function statementsAt(data, key) {
  const members = membersOf(data).get(key) ?? [];
  return members.length ? [...new Set([key, ...members].flatMap((each) => data.touching[each]))] : data.touching[key];
}
function waitingAt({ app, drawn: drawn2, lines, view }) {
  const { data } = app;
  if (!folds(data, view)) return /* @__PURE__ */ new Map();
  const there = new Set([...lines.values()].flatMap(({ places }) => places));
  const things2 = [...drawn2].filter((key) => data.entities[key]);
  const waiting = things2.map((key) => (
    /** @type {[number, number[]]} */
    [key, statementsAt(data, key).filter((place) => !there.has(place) && app.shown(place))]
  ));
  return new Map(waiting.filter(([, places]) => places.length));
}
function unfolded(app, drawn2, key) {
  const { data } = app;
  const { from, to } = data.columns;
  const added = /* @__PURE__ */ new Set();
  const places = statementsAt(data, key).filter(app.shown).sort((a, b) => data.rows[b][IMPORTANCE] - data.rows[a][IMPORTANCE] || a - b);
  let room = UNFOLDED;
  for (const place of places) {
    const ends = [from[place], to[place]];
    const shown2 = ends.map((end) => shownAs(data, drawn2, end));
    const inside2 = shown2[0] === shown2[1];
    if (shown2[0] !== null && shown2[1] !== null && !inside2) continue;
    for (const [index, end] of ends.entries()) if (!drawn2.has(end) && (inside2 || shown2[index] === null)) added.add(end);
    if (--room === 0) break;
  }
  return added;
}
function mostImportant(data, places, most) {
  const { from, to } = data.columns;
  const keys = /* @__PURE__ */ new Set();
  for (const place of places) {
    const ends = [homeOf(data, from[place]), homeOf(data, to[place])];
    for (const end of ends[0] === ends[1] ? [from[place], to[place]] : ends) keys.add(end);
    if (keys.size >= most) break;
  }
  return keys;
}
function membersOf(data) {
  if (!kept.has(data)) {
    const members = /* @__PURE__ */ new Map();
    data.homes.forEach((home, key) => {
      if (home < 0) return;
      if (!members.has(home)) members.set(home, []);
      members.get(home).push(key);
    });
    kept.set(data, members);
  }
  return kept.get(data);
}
function fan(lines, wide) {
  const pairs = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const name = `${Math.min(line.from, line.to)} ${Math.max(line.from, line.to)}`;
    pairs.set(name, [...pairs.get(name) ?? [], line]);
  }
  for (const pair of pairs.values()) {
    pair.sort((a, b) => a.from - b.from || a.place - b.place).forEach((line, index) => line.lane = wide * (index - (pair.length - 1) / 2));
  }
}
function labelOf(data, { place, from, to, places }, folding) {
  const { columns } = data;
  const whole = data.statement(place).label;
  const given = edgeOf(data, place);
  if (given.from === from && given.to === to && given.statements === places.length) return given.label;
  if (!folding) return whole;
  const folded3 = columns.from[place] !== from || columns.to[place] !== to;
  const words = data.words[place]?.[folded3 ? 1 : 0] ?? whole;
  return words + (places.length > 1 ? ` +${places.length - 1}` : "");
}

// kg/page/script/time.js
var DAY = 864e5;
var MOST_SLOTS = 48;
var UNITS = ["day", "month", "year", "decade"];
var LENGTHS = { day: 1, month: 28, year: 365, decade: 3652 };
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function timeSlots(times) {
  const known3 = times.filter((time) => time.from !== null || time.to !== null);
  for (const unit of UNITS) {
    const grouped = /* @__PURE__ */ new Map();
    for (const time of known3) {
      const start3 = unitStart(time.from ?? time.to, unit);
      if (!grouped.has(start3)) grouped.set(start3, []);
      grouped.get(start3).push(time);
      if (grouped.size > MOST_SLOTS && unit !== "decade") break;
    }
    if (grouped.size > MOST_SLOTS && unit !== "decade") continue;
    return [...grouped.keys()].sort((a, b) => a - b).map((from) => slot(from, unit, grouped.get(from)));
  }
  return [];
}
function slot(from, unit, times) {
  const shortest = Math.min(...times.map((time) => (time.to ?? time.from) - (time.from ?? time.to) + 1));
  const said = UNITS.findLast((coarse) => LENGTHS[coarse] <= shortest) ?? "day";
  const label = unitLabel(from, LENGTHS[said] > LENGTHS[unit] ? said : unit);
  return { from, to: unitEnd(from, unit), count: times.reduce((sum, time) => sum + time.count, 0), label };
}
function overlapsSpan(time, [first, last]) {
  if (time.from === null && time.to === null) return false;
  return (time.from ?? -Infinity) <= last && (time.to ?? Infinity) >= first;
}
function isoDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
function dayOf(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time / DAY;
}
function unitStart(day, unit) {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "day") return day;
  if (unit === "month") return days(year, month);
  return unit === "year" ? days(year, 0) : days(year - year % 10, 0);
}
function unitEnd(start3, unit) {
  const date = new Date(start3 * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "day") return start3;
  if (unit === "month") return days(year, month + 1) - 1;
  return days(unit === "year" ? year + 1 : year + 10, 0) - 1;
}
function unitLabel(start3, unit) {
  const date = new Date(start3 * DAY);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === "day") return `${day} ${MONTHS[month]} ${year}`;
  if (unit === "month") return `${MONTHS[month]} ${year}`;
  return unit === "year" ? `${year}` : `${year}s`;
}
function days(year, month) {
  const date = /* @__PURE__ */ new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / DAY);
}

// kg/page/script/filters.js
function noFilters() {
  return { types: /* @__PURE__ */ new Set(), standings: /* @__PURE__ */ new Set(), relation: null, document: null, confidence: 0, span: null, undated: false, oneOffs: false, words: "" };
}
function filterCount(filters) {
  const set = [
    filters.types.size,
    filters.standings.size,
    filters.relation !== null,
    filters.document !== null,
    filters.confidence > 0,
    filters.span !== null,
    filters.oneOffs,
    filters.words !== ""
  ];
  return set.filter(Boolean).length;
}
function nodeShown(data, filters, key) {
  const entity = data.entities[key];
  return !entity || !(filters.types.has(entity.type) || filters.oneOffs && data.oneOffs.has(key));
}
function nodeHidden(data, filters, key) {
  const thing = thingOf(data, key);
  if (!nodeShown(data, filters, thing)) return true;
  return filterCount(filters) > 0 && !statementsAt(data, thing).some((place) => statementShown(data, filters, place));
}
function statementShown(data, filters, place) {
  const { from, to, relation, standing, confidence, time } = data.columns;
  return !filters.standings.has(data.standingNames[standing[place]]) && confidence[place] >= filters.confidence && (filters.relation === null || relation[place] === filters.relation) && nodeShown(data, filters, from[place]) && nodeShown(data, filters, to[place]) && (filters.words === "" || asked(data, filters.words).has(place)) && (filters.span === null || inSpan(data, filters, time[place])) && (filters.document === null || documentsOf(data, place).has(filters.document));
}
function shownStatements(data, filters) {
  return filterCount(filters) === 0 ? data.order : data.order.filter((place) => statementShown(data, filters, place));
}
function relationCounts(data) {
  const counts = new Array(data.relations.length).fill(0);
  for (const relation of data.columns.relation) counts[relation] += 1;
  const pairs = counts.map((count, relation) => (
    /** @type {[number, number]} */
    [relation, count]
  ));
  return pairs.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
function inSpan(data, filters, time) {
  const when = data.times[time];
  if (!when || when.from === null && when.to === null) return filters.undated;
  return overlapsSpan(when, filters.span);
}

// kg/page/script/story_state.js
var VIEWS = ["story", "timeline", "voices", "documents"];
function firstStory() {
  return { view: "story", order: "importance", act: null, month: null };
}
function storyOf(one) {
  const first = firstStory();
  const view = one("view") ?? "";
  return { view: VIEWS.includes(view) ? view : first.view, order: one("order") === "time" ? "time" : first.order, act: one("act"), month: one("month") };
}
function storyFields(story) {
  return Object.entries(firstStory()).flatMap(([name, first]) => story?.[name] && story[name] !== first ? [[name, story[name]]] : []);
}

// kg/page/script/address.js
var DEEPEST = 3;
var THINGS = {
  n: "entity",
  m: "entity",
  from: "entity",
  to: "entity",
  s: "statement",
  d: "document",
  hide: "type",
  without: "status",
  relation: "relation",
  document: "document"
};
function addressOf(data, { selection, depth, filters, communities, draw, story }) {
  const fields2 = [];
  if (selection?.kind === "p") {
    fields2.push(["from", data.entities[selection.from].id], ["to", data.entities[selection.to].id]);
  } else if (selection?.kind === "m") {
    for (const place of selection.places) fields2.push(["m", data.entities[place].id]);
  } else if (selection) fields2.push([selection.kind, idOf(data, selection.kind, selection.place)]);
  if (depth !== null) fields2.push(["depth", String(depth)]);
  for (const type of [...filters.types].sort((a, b) => a - b)) fields2.push(["hide", data.types[type].name]);
  for (const name of data.standingNames) if (filters.standings.has(name)) fields2.push(["without", name]);
  if (filters.relation !== null) fields2.push(["relation", data.relations[filters.relation][0]]);
  if (filters.document !== null) fields2.push(["document", data.documents[filters.document].id]);
  if (filters.confidence > 0) fields2.push(["confidence", String(filters.confidence)]);
  if (filters.span) fields2.push(["since", isoDay(filters.span[0])], ["until", isoDay(filters.span[1])]);
  if (filters.span && filters.undated) fields2.push(["undated", "yes"]);
  if (filters.oneOffs) fields2.push(["oneoffs", "no"]);
  if (filters.words) fields2.push(["q", filters.words]);
  if (communities) fields2.push(["colour", "communities"]);
  if (draw !== usualDrawing(data)) fields2.push(["draw", draw]);
  fields2.push(...storyFields(story));
  return fields2.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&");
}
function stateOf(data, address) {
  const fields2 = fieldsOf(address);
  const one = (name) => fields2.find(([field2]) => field2 === name)?.[1] ?? null;
  const all = (name) => fields2.filter(([field2]) => field2 === name).map(([, text]) => text);
  const filters = noFilters();
  filters.types = new Set(all("hide").map((name) => data.types.findIndex((type) => type.name === name)).filter(isPlace));
  filters.standings = new Set(all("without").filter((name) => data.standingNames.includes(name)));
  filters.relation = placeOrNull(data.relations.findIndex(([name]) => name === one("relation")));
  filters.document = placeOrNull(data.documents.findIndex(({ id }) => id === one("document")));
  filters.confidence = Math.min(1, Math.max(0, Number(one("confidence")) || 0));
  const [since, until] = [dayOf(one("since") ?? ""), dayOf(one("until") ?? "")];
  if (since !== null && until !== null && since <= until) filters.span = [since, until];
  filters.undated = one("undated") === "yes";
  filters.oneOffs = one("oneoffs") === "no";
  filters.words = one("q") ?? "";
  const depth = Math.trunc(Number(one("depth")));
  return {
    selection: selectionOf(data, one, all),
    depth: depth >= 1 ? Math.min(depth, DEEPEST) : null,
    filters,
    communities: one("colour") === "communities" && data.communities.length > 0,
    draw: drawingOf(data, one("draw")),
    story: storyOf(one)
  };
}
function unknownIn(data, address) {
  const kinds = { n: "n", m: "n", from: "n", to: "n", s: "s", d: "d" };
  const names = {
    hide: data.types.map(({ name }) => name),
    without: data.standingNames,
    relation: data.relations.map(([name]) => name),
    document: data.documents.map(({ id }) => id)
  };
  return fieldsOf(address).flatMap(([field2, text]) => {
    if (kinds[field2]) return isPlace(placeOf(data, kinds[field2], text)) ? [] : [`no ${THINGS[field2]} “${text}”`];
    if (names[field2]) return names[field2].includes(text) ? [] : [`no ${THINGS[field2]} “${text}”`];
    return ["since", "until"].includes(field2) && dayOf(text) === null ? [`“${text}” is not a day such as 2024-06-30`] : [];
  });
}
function usualDrawing(data) {
  return data.apart ? "articles" : "overview";
}
function drawingOf(data, name) {
  if (name === "everything" && data.everything !== null) return name;
  if (name === "overview" || name === "articles" && data.cards.length) return name;
  return usualDrawing(data);
}
function selectionOf(data, one, all) {
  const places = [...new Set(all("m").map((id) => placeOf(data, "n", id)).filter(isPlace))];
  if (places.length > 1) return { kind: "m", places };
  for (
    const kind of
    /** @type {const} */
    ["n", "s", "d"]
  ) {
    const id = one(kind);
    const place = id === null ? -1 : placeOf(data, kind, id);
    if (isPlace(place)) return { kind, place };
  }
  const [from, to] = [one("from"), one("to")].map((id) => placeOf(data, "n", id));
  return isPlace(from) && isPlace(to) && from !== to ? { kind: "p", from, to } : null;
}
function idOf(data, kind, place) {
  if (kind === "s") return data.rows[place][0];
  return kind === "n" ? data.entities[place].id : data.documents[place].id;
}
function placeOf(data, kind, id) {
  if (kind === "s") return data.rows.findIndex(([name]) => name === id);
  const place = (kind === "n" ? data.entities : data.documents).findIndex((item) => item.id === id);
  return isPlace(place) || kind === "d" || !id ? place : placeNamed(data, folded(id));
}
function placeNamed(data, words) {
  const labelled = data.entities.findIndex(({ label }) => folded(label) === words);
  return isPlace(labelled) ? labelled : data.entities.findIndex(({ aliases }) => aliases.some((name) => folded(name) === words));
}
function fieldsOf(address) {
  return address.split("&").map((field2) => {
    const [name, ...text] = field2.split("=");
    return [name, decoded(text.join("="))];
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function isPlace(place) {
  return place >= 0;
}
function placeOrNull(place) {
  return isPlace(place) ? place : null;
}

// kg/page/script/view_choice.js
function viewNeeded(app) {
  const { selection, data, depth, view } = app;
  const home = homeView(app);
  const whole = data.whole && (data.everything === null ? app.draw !== "articles" : app.draw === "everything");
  if (selection?.kind === "n" && depth !== null) return { kind: "around", centre: selection.place, depth };
  if (selection?.kind === "m") return whole ? home : { kind: "between", places: selection.places };
  if (selection?.kind === "p") return whole ? home : pathView(app, home);
  if (whole) return home;
  if (selection?.kind === "n" && home.kind === "first" && firstOf(data, app.canvas.tall).keys.has(selection.place)) return { kind: "first", opened: selection.place };
  if (selection?.kind === "n" && data.touching[selection.place].length) return { kind: "around", centre: selection.place, depth: null };
  const away = ["around", "path", "between"].includes(view.kind);
  const present = away ? view : home;
  if (selection?.kind !== "s") return present;
  const lines = app.canvas.view?.kind === present.kind ? [...app.canvas.lines.values()] : [];
  const there = lines.some(({ places }) => places.includes(selection.place));
  return there ? present : { kind: "around", centre: data.columns.from[selection.place], depth: null };
}
function homeView({ data, filters, draw, first }) {
  const all = draw === "everything" && data.everything !== null;
  if (filterCount(filters) === 0) return draw === "articles" ? { kind: "articles", first } : { kind: all ? "all" : "first" };
  return { kind: "filtered", all, by: addressOf(data, { selection: null, depth: null, filters, communities: false, draw: usualDrawing(data) }) };
}
function pathView(app, home) {
  const path = app.path();
  return path ? { kind: "path", path } : home;
}
function statementsOfView(app) {
  const places = shownStatements(app.data, app.filters);
  if (!["around", "path", "between"].includes(app.view.kind)) return places;
  const there = new Set([...app.canvas.lines.values()].flatMap((line) => line.places));
  return places.filter((place) => there.has(place));
}

// kg/page/script/paths.js
var LARGEST_VIEW = 300;
var COMFORTABLE = 120;
var FEW = 30;
function neighbourhood(data, centre, depth = null, open2 = () => true) {
  const near = /* @__PURE__ */ new Set([centre]);
  let ring2 = [centre];
  const rooms = depth === null ? [COMFORTABLE, FEW] : Array(depth).fill(LARGEST_VIEW);
  for (const room of rooms) {
    const next = new Set(ring2.flatMap((key) => [...neighbours(data, key, open2), ...namedNear(data, key)]));
    ring2 = [...next].filter((key) => !near.has(key)).sort((a, b) => nodeOf(data, b).size - nodeOf(data, a).size || a - b).slice(0, Math.max(0, room - near.size));
    ring2.forEach((key) => near.add(key));
  }
  return near;
}
function shortestPath(data, from, to, open2 = () => true, near = (key) => neighbours(data, key, open2)) {
  const before2 = /* @__PURE__ */ new Map([[from, from]]);
  let ring2 = [from];
  while (ring2.length && !before2.has(to)) {
    const next = [];
    for (const key of ring2.sort((a, b) => nodeOf(data, b).size - nodeOf(data, a).size || a - b)) {
      for (const neighbour of near(key)) {
        if (before2.has(neighbour)) continue;
        before2.set(neighbour, key);
        next.push(neighbour);
      }
    }
    ring2 = next;
  }
  if (!before2.has(to)) return null;
  const path = [to];
  while (path[0] !== from) path.unshift(before2.get(path[0]));
  return path;
}
function anyPath(data, from, to, open2) {
  return shortestPath(data, from, to, open2) ?? shortestPath(data, from, to, open2, (key) => [...neighbours(data, key, open2), ...namedNear(data, key)]);
}
function stepsOf(data, path, open2 = () => true) {
  const { from, to, confidence } = data.columns;
  return path.slice(1).map((key, step3) => {
    const before2 = path[step3];
    const between2 = (place) => from[place] === before2 && to[place] === key || from[place] === key && to[place] === before2;
    return data.touching[before2].filter((place) => between2(place) && open2(place)).sort((a, b) => confidence[b] - confidence[a] || a - b);
  });
}
function namedNear(data, key) {
  return (data.structural[key] ?? []).map((place) => data.structure[place]).map(([from, to]) => from === key ? to : from);
}
function neighbours(data, key, open2) {
  const { from, to } = data.columns;
  return data.touching[key].filter(open2).map((place) => from[place] === key ? to[place] : from[place]);
}

// kg/page/script/elements.js
var ISO_DAY = /(\d{4}-\d\d-\d\d)/;
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== void 0) made.setAttribute(key, value);
  }
  made.append(...kept2(children).map(shown));
  return made;
}
function shown(child) {
  return typeof child === "string" ? visible(child) : child;
}
function find(id) {
  return document.getElementById(id);
}
function findAll(selector) {
  return [...document.querySelectorAll(selector)];
}
function drawn(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, String(value));
  made.append(...children.map(shown));
  return made;
}
function kept2(children) {
  return (
    /** @type {(Node | string)[]} */
    children.filter((child) => child !== null && child !== void 0 && child !== false)
  );
}
function statementWords(data, said, { open: open2 = null, without = [] } = {}) {
  const parts = partsOf(data, said).filter(({ role }) => !without.includes(role));
  const pieces2 = parts.flatMap(({ text, role, entity }) => {
    const inner = entity === null || !open2 || role === "source" ? withDays(text) : [nameButton(text, () => open2(entity))];
    return [joinOf(data, role), element("span", { class: role }, element("bdi", {}, ...inner))];
  });
  return element("span", { class: "said", dir: "auto" }, ...pieces2.slice(1), " ");
}
function withDays(text) {
  return text.split(ISO_DAY).map((piece, index) => index % 2 ? element("span", { class: "day" }, piece) : piece);
}
function nameButton(text, press2) {
  return element("button", { type: "button", class: "name-button", onclick: press2 }, element("bdi", {}, text));
}
function badge(data, standing) {
  return standing === "stated" ? null : element("span", { class: `badge said-${standing}` }, data.standings[standing]);
}
function meter(confidence) {
  const percent = Math.round(confidence * 100);
  const bar = drawn(
    "svg",
    { class: "meter", viewBox: "0 0 72 6", "aria-hidden": "true" },
    drawn("rect", { width: 72, height: 6, rx: 3 }),
    drawn("rect", { width: 72 * percent / 100, height: 6, rx: 3 })
  );
  return element("span", { class: "confidence" }, bar, `${percent} % confidence`);
}
function safeLink(address) {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  const web = parsed && (parsed.protocol === "https:" || parsed.protocol === "http:");
  if (!web) return element("bdi", {}, address);
  return element("a", { href: parsed.href, rel: "noopener noreferrer", target: "_blank" }, element("bdi", {}, address));
}
function isNarrow() {
  return matchMedia("(max-width: 899px)").matches;
}
function numeral(count) {
  return count.toLocaleString("en");
}
function counted(count, noun, plural = `${noun}s`) {
  return `${numeral(count)} ${count === 1 ? noun : plural}`;
}
var BACK = { story: "← All statements", timeline: "← Timeline", voices: "← Voices", documents: "← Documents" };
function backButton(app) {
  const down = () => find("graph").scrollIntoView({ block: "center" });
  return element(
    "p",
    { class: "back-row" },
    element("button", { type: "button", class: "back", onclick: () => app.clear() }, document.documentElement.classList.contains("embed") ? "← Picture" : BACK[app.story.view]),
    element("button", { type: "button", class: "back narrow", onclick: down }, "↓ Picture")
  );
}

// kg/page/script/parts.js
var PART = 100;
var PART_NARROW = 12;
function inParts(box, count, add) {
  const size = isNarrow() ? PART_NARROW : PART;
  const more = element("button", { type: "button", class: "more" });
  let at = 0;
  const grow = () => {
    const before2 = itemsOf(box).length;
    const end = Math.min(count, at + size);
    const first = at === 0;
    for (; at < end; at++) add(at);
    more.hidden = at === count;
    more.textContent = `Show ${Math.min(count - at, size)} more of ${numeral(count - at)}`;
    if (!first) itemsOf(box)[before2]?.focus();
  };
  more.addEventListener("click", grow);
  box.addEventListener("keydown", (event) => step(box, event));
  grow();
  return element("div", {}, box, more);
}
function itemsOf(box) {
  return [...box.querySelectorAll("[data-statement], [data-again], .index-title")].map((item) => (
    /** @type {HTMLElement} */
    item
  ));
}
function step(box, event) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const items = itemsOf(box);
  const at = items.indexOf(event.target);
  if (!way || at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  items[at + way]?.focus();
}

// kg/page/script/sentences.js
function sentencesOf(data, places, { byTime = false, only = null } = {}) {
  const documents = /* @__PURE__ */ new Map();
  for (const place of places) {
    for (const row2 of data.rows[place][13]) {
      const [document2, start3, end] = row2;
      if (only !== null && document2 !== only) continue;
      if (!documents.has(document2)) documents.set(document2, /* @__PURE__ */ new Map());
      const sentences = documents.get(document2);
      const sentence = sentences.get(start3) ?? { document: document2, start: start3, end, evidence: row2, places: [] };
      sentences.set(start3, sentence);
      if (sentence.places.at(-1) !== place) sentence.places.push(place);
      if (end > sentence.end) Object.assign(sentence, { end, evidence: row2 });
    }
  }
  const found = [...documents.values()].flatMap((sentences) => [...sentences.values()]);
  return byTime ? found.sort((a, b) => datesApart(data, a.document, b.document) || a.start - b.start) : found;
}
function passagesOf(data, document2, places) {
  const passages = [];
  for (const sentence of sentencesOf(data, places, { byTime: true, only: document2 })) {
    const last = passages.at(-1);
    if (last && sentence.start < last.end) Object.assign(last, { end: Math.max(last.end, sentence.end), places: [.../* @__PURE__ */ new Set([...last.places, ...sentence.places])] });
    else passages.push(sentence);
  }
  return passages;
}
function datesApart(data, one, other) {
  const [a, b] = [one, other].map((place) => data.documents[place].published ?? "9999");
  return a < b ? -1 : a > b ? 1 : one - other;
}
function textOf2(data, { document: document2, start: start3, end, evidence }) {
  return data.documents[document2].text?.slice(start3, end) ?? evidence[8];
}

// kg/page/script/article.js
function article(source, marks, name) {
  const apart = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (!apart.length || mark.start >= apart.at(-1).end) apart.push(mark);
  }
  const body = element("div", { class: "article", lang: source.language, tabindex: 0, role: "region", "aria-label": name });
  for (const [start3, end] of paragraphs(source.text, apart)) {
    body.append(element("p", { dir: "auto" }, ...pieces(source.text, start3, end, apart)));
  }
  return body;
}
function showMark(box, mark) {
  const offset = mark.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  box.scrollTop = Math.max(0, offset - Math.max(12, (box.clientHeight - mark.getBoundingClientRect().height) / 3));
}
function paragraphs(text, marks) {
  const found = [];
  let start3 = 0;
  for (const gap of text.matchAll(/\n\s*\n/g)) {
    const end = gap.index + gap[0].length;
    if (marks.some((mark) => mark.start < end && gap.index < mark.end)) continue;
    if (text.slice(start3, gap.index).trim()) found.push([start3, gap.index]);
    start3 = end;
  }
  if (text.slice(start3).trim()) found.push([start3, text.length]);
  return found;
}
function pieces(text, start3, end, marks) {
  const made = [];
  let at = start3;
  for (const mark of marks) {
    if (mark.end <= start3 || mark.start >= end) continue;
    made.push(text.slice(at, mark.start), marked(text, mark));
    at = mark.end;
  }
  made.push(text.slice(at, end));
  return made;
}
function marked(text, mark) {
  const inner = [];
  let at = mark.start;
  for (const [start3, end] of mark.words ?? []) {
    if (start3 < at || end > mark.end) continue;
    inner.push(text.slice(at, start3), element("b", {}, text.slice(start3, end)));
    at = end;
  }
  const made = element("mark", { class: mark.class ?? null, "data-start": mark.start, "data-count": mark.count > 1 ? mark.count : null }, ...inner, text.slice(at, mark.end));
  if (mark.open) {
    made.tabIndex = 0;
    made.setAttribute("role", "button");
    if (mark.count > 1) made.setAttribute("aria-expanded", "false");
    made.addEventListener("click", () => mark.open(made));
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      mark.open(made);
    });
  }
  return made;
}

// kg/page/script/decisions.js
var TYPE = /^[A-Z][A-Za-z]*$/;
var bearers = /* @__PURE__ */ new WeakMap();
function referenceTo(shown2, key) {
  const data = shown2.plain ?? shown2;
  const entity = data.entities[key];
  const renamed = data.decisions.find(({ kind, value }) => kind === "rename" && value === entity.label);
  if (renamed) return renamed.names[0];
  if (bearersOf(data).get(folded2(entity.label)).size === 1) return entity.label;
  return entity.places.length ? placesOf(data, entity)[0].reference : entity.id;
}
function thingCalled(data, name) {
  const renamed = data.decisions.find((decision) => decision.kind === "rename" && decision.names[0] === name);
  const found = bearersOf(data).get(folded2(renamed ? renamed.value : name));
  if (found) return found.size === 1 ? [...found][0] : -1;
  const here = data.entities.findIndex(({ id }) => id === name);
  if (here >= 0 || !name.includes("#char=")) return here;
  return data.entities.findIndex((entity) => placesOf(data, entity).some(({ reference }) => reference === name));
}
function placesOf(data, entity) {
  const quoted3 = data.documents.length > 0 && data.documents[0].text === null;
  const found = [];
  for (let at = 0; at < entity.places.length; at += quoted3 ? 4 : 3) {
    const [document2, start3, end] = entity.places.slice(at, at + 3);
    const { id, text } = data.documents[document2];
    const reference = `${id}#char=${start3},${end}`;
    if (text === null) found.push({ document: document2, reference, words: entity.places[at + 3], before: "", after: "" });
    else {
      const piece = (from, to) => sliced(text, from, to).replace(/\s+/g, " ");
      found.push({ document: document2, reference, words: piece(start3, end), before: piece(Math.max(0, start3 - 45), start3), after: piece(end, end + 45) });
    }
  }
  return found;
}
function wrongDecisions(shown2, place) {
  const data = shown2.plain ?? shown2;
  const { entities, documents } = data;
  const said = data.statement(place);
  const names = [entities[said.from].label, entities[said.to]?.label ?? ""];
  const found = said.evidence.map((piece) => {
    const [subject, object] = names.map((name, place2) => piece.ends?.[place2] ?? name);
    const claim = { document: documents[piece.document].id, sentence: sentenceOf(data, piece).replace(/\s+/g, " ").trim(), relation: said.relation, subject };
    return { kind: "wrong", names: [], value: "", claim: object ? { ...claim, object } : claim };
  });
  return [...new Map(found.map((decision) => [JSON.stringify(decision), decision])).values()];
}
function sameDecision(one, other) {
  const said = ({ kind, names, value, claim }) => JSON.stringify([kind, [...names].sort(), value, claim && Object.entries(claim).filter(([, words]) => words).sort()]);
  return said(one) === said(other);
}
function allDecisions(earlier, later) {
  const kept3 = earlier.filter((old) => !later.some((decision) => sameDecision(old, decision) || replaces(decision, old)));
  return [...kept3, ...later];
}
function replaces(decision, old) {
  const shared = old.names.filter((name) => decision.names.includes(name)).length;
  if (decision.kind === "rename" || decision.kind === "retype") return old.kind === decision.kind && shared > 0;
  return decision.kind === "same" && old.kind === "different" && shared > 1;
}
function toToml(decisions, by) {
  const of = (kind) => decisions.filter((decision) => decision.kind === kind);
  const lists = (kind) => of(kind).map(({ names }) => `  [${names.map(quoted).join(", ")}],`);
  const claims = of("wrong").map(({ claim }) => `  { ${Object.entries(claim).filter(([, words]) => words).map(([field2, words]) => `${field2} = ${quoted(words)}`).join(", ")} },`);
  const tables = (kind) => of(kind).map(({ names, value }) => `${quoted(names[0])} = ${quoted(value)}`);
  return [
    "# Decisions about a graph: kg build ... --decisions decisions.toml",
    ...by ? [`by = ${quoted(by)}`] : [],
    ...["same", "different", "split"].flatMap((kind) => array(kind, lists(kind))),
    ...array("block", of("block").map(({ names }) => `  ${quoted(names[0])},`)),
    ...array("wrong", claims),
    ...["rename", "retype"].flatMap((kind) => of(kind).length ? ["", `[${kind}]`, ...tables(kind)] : []),
    ""
  ].join("\n");
}
function array(kind, lines) {
  return lines.length ? [`${kind} = [`, ...lines, "]"] : [];
}
function quoted(text) {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, "�")).replaceAll("", "\\u007f");
}
function bearersOf(data) {
  if (!bearers.has(data)) {
    const found = /* @__PURE__ */ new Map();
    data.entities.forEach(({ label, aliases }, key) => {
      for (const name of [label, ...aliases]) {
        const form = folded2(name);
        if (!found.has(form)) found.set(form, /* @__PURE__ */ new Set());
        found.get(form).add(key);
      }
    });
    bearers.set(data, found);
  }
  return bearers.get(data);
}
function folded2(name) {
  return name.replace(/^the\s+/i, "").toLowerCase();
}
function sliced(text, start3, end) {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).slice(start3, end).join("") : text.slice(start3, end);
}

// kg/page/script/search.js
var MOST_THINGS = 12;
var folds2 = /* @__PURE__ */ new WeakMap();
function search(data, query, { limit = 60, kinds = "ns" } = {}) {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (!terms.length) return [];
  const question = kinds.includes("q") && isQuestion(query);
  const things2 = kinds.includes("n") && !question ? entityHits(data, terms).slice(0, kinds.includes("s") ? Math.min(MOST_THINGS, limit) : limit) : [];
  if (!kinds.includes("s")) return things2;
  const places = question ? [...asked(data, query)] : statementPlaces(data, terms);
  const statements = places.slice(0, limit - things2.length).map((place) => (
    /** @type {Hit} */
    { kind: "s", place }
  ));
  const all = kinds.includes("q") && places.length > 1 ? [{ kind: "q", place: -1, count: places.length }] : [];
  return question ? [...all, ...statements] : [...things2, ...things2.length ? all : [], ...statements, ...things2.length ? [] : all];
}
function entityHits(data, terms) {
  const { names, initials } = foldsOf(data);
  const whole = terms.join(" ");
  const begins = (name) => terms.every((term2) => ` ${name}`.includes(` ${term2}`));
  const rank = (place) => {
    const own = names[place];
    const tests = [
      () => own.includes(whole) || initials[place] === whole,
      () => own[0].startsWith(`${whole} `),
      () => own.some((name) => ` ${name} `.includes(` ${whole} `)),
      () => own.some(begins)
    ];
    const found = tests.findIndex((test) => test());
    return found < 0 ? tests.length : found;
  };
  return [...names.keys()].filter((place) => initials[place] === whole || terms.every((term2) => names[place].some((name) => name.includes(term2)))).map((place) => ({ place, rank: rank(place), weight: data.entities[place].importance || data.entities[place].size / 100 })).sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.place - b.place).map(({ place }) => ({ kind: "n", place }));
}
function statementPlaces(data, terms) {
  const texts = textsOf(data);
  return data.order.filter((place) => terms.every((term2) => texts[place].includes(term2)));
}
function foldsOf(data) {
  if (!folds2.has(data)) {
    const names = data.entities.map((entity) => [entity.label, ...entity.aliases].map(folded));
    const initials = data.entities.map(({ label }) => /^\p{Lu}\S*(\s\p{Lu}\S*)+$/u.test(label) ? folded(label).split(/\s+/).map((word) => word[0]).join("") : "");
    folds2.set(data, { names, initials });
  }
  return folds2.get(data);
}

// kg/page/script/search_box.js
var PAUSE_TYPING = 90;
var ENOUGH_TO_WAIT = 5e3;
function searchBox(app, { id, label, placeholder, kinds, take }) {
  const input = element("input", {
    id,
    type: "search",
    placeholder,
    autocomplete: "off",
    spellcheck: "false",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": `${id}-hits`,
    "aria-autocomplete": "list"
  });
  const list = element("ul", { id: `${id}-hits`, class: "hits", role: "listbox", "aria-label": "Search results", hidden: "" });
  connectBox(app, input, list, { kinds, take });
  return element("div", { class: "search" }, element("label", { for: id }, label), input, list);
}
function connectBox(app, input, list, { kinds, take }) {
  const box = { app, input, list, take, hits: [], chosen: 0, timer: 0 };
  const show2 = () => showHits(box, kinds);
  input.addEventListener("input", () => {
    clearTimeout(box.timer);
    if (app.data.count < ENOUGH_TO_WAIT) show2();
    else box.timer = window.setTimeout(show2, PAUSE_TYPING);
  });
  input.addEventListener("focus", () => input.value && show2());
  input.addEventListener("blur", () => closeHits(box));
  input.addEventListener("keydown", (event) => pressed(box, event, show2));
}
function showHits(box, kinds) {
  const { app, input, list } = box;
  box.hits = search(app.data, input.value, { kinds });
  box.chosen = 0;
  list.replaceChildren(...box.hits.map((hit, index) => hitItem(box, hit, index)));
  if (input.value.trim() && !box.hits.length) list.append(element("li", { role: "option", "aria-disabled": "true" }, "Nothing found"));
  list.hidden = !input.value.trim();
  input.setAttribute("aria-expanded", String(!list.hidden));
  choose(box);
}
function choose(box) {
  const { list, input } = box;
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === box.chosen)));
  list.children[box.chosen]?.scrollIntoView({ block: "nearest" });
  if (box.hits.length && !list.hidden) input.setAttribute("aria-activedescendant", list.children[box.chosen].id);
  else input.removeAttribute("aria-activedescendant");
}
function closeHits({ list, input }) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
function pressed(box, event, show2) {
  const step3 = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step3 && box.hits.length) {
    event.preventDefault();
    box.chosen = (box.chosen + step3 + box.hits.length) % box.hits.length;
    choose(box);
  } else if (event.key === "Enter") {
    event.preventDefault();
    clearTimeout(box.timer);
    if (box.list.hidden || !box.hits.length) show2();
    takeHit(box, box.chosen);
  } else if (event.key === "Escape" && box.input.value) {
    event.stopPropagation();
    box.input.value = "";
    closeHits(box);
  }
}
function takeHit(box, index) {
  const hit = box.hits[index];
  if (!hit) return;
  closeHits(box);
  box.take(hit);
}
function hitItem(box, hit, index) {
  const { data } = box.app;
  if (hit.kind === "q") return allItem(box, hit, index);
  const entity = hit.kind === "n" ? data.entities[hit.place] : null;
  const item = element(
    "li",
    { role: "option", id: `${box.list.id}-${index}`, "aria-selected": "false" },
    entity ? element("span", { class: `swatch t${entity.type}`, "aria-hidden": "true" }) : null,
    element("bdi", {}, entity ? entity.label : wordsOf(data, data.statement(hit.place))),
    " ",
    element("span", { class: "quiet" }, entity ? `${data.types[entity.type].words} · ${counted(data.touching[hit.place].length, "statement")}` : "statement")
  );
  return taking(box, item, index);
}
function allItem(box, hit, index) {
  const words = `Show all ${numeral(hit.count)} statements: “${box.input.value.trim()}”`;
  return taking(box, element("li", { role: "option", id: `${box.list.id}-${index}`, "aria-selected": "false" }, element("strong", {}, words)), index);
}
function taking(box, item, index) {
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    takeHit(box, index);
  });
  return item;
}

// kg/page/script/csv.js
var COLUMNS = [
  "Id",
  "Subject",
  "Relation",
  "Phrase",
  "Object",
  "Said how",
  "Status",
  "Negated",
  "Modality",
  "Attributed to",
  "Denied by",
  "Time",
  "Confidence",
  "Documents",
  "Sentences"
];
var FORMULA = /^[=+\-@\t\r\n]/;
var NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;
function toCsv(data, places) {
  const rows = places.map((place) => row(data, data.statement(place)));
  return [COLUMNS, ...rows].map((cells) => `${cells.map(cell).join(",")}\r
`).join("");
}
function row(data, said) {
  const label = (key) => key === null ? "" : data.entities[key].label;
  const documents = [...new Set(said.evidence.map(({ document: document2 }) => data.documents[document2].id))];
  const sentences = said.evidence.map((evidence) => sentenceOf(data, evidence).replace(/\s+/g, " "));
  return [
    `${data.base}statement/${said.name}`,
    nameOf(data, said.from),
    said.relation,
    said.phrase,
    nameOf(data, said.to),
    data.standings[said.standing],
    said.status,
    said.negated,
    said.modality,
    label(said.speaker),
    label(said.denier),
    said.time ? said.time.value : "",
    said.confidence,
    documents.join("; "),
    [...new Set(sentences)].join(" | ")
  ];
}
function cell(value) {
  const text = String(value).replace(/\p{Surrogate}|\0/gu, "�");
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// kg/page/script/graphml.js
var NODE_KEYS = [["label", "string"], ["type", "string"], ["importance", "double"]];
var EDGE_KEYS = [
  ["kind", "string"],
  ["relation", "string"],
  ["phrase", "string"],
  ["event", "string"],
  ["status", "string"],
  ["negated", "boolean"],
  ["modality", "string"],
  ["speaker", "string"],
  ["speaker_id", "string"],
  ["denied_by", "string"],
  ["denied_by_id", "string"],
  ["time", "string"],
  ["time_from", "string"],
  ["time_to", "string"],
  ["time_text", "string"],
  ["confidence", "double"],
  ["importance", "double"],
  ["mentions", "long"],
  ["independent_sources", "long"],
  ["document", "string"],
  ["start", "long"],
  ["end", "long"],
  ["sentence", "string"],
  ["place", "string"],
  ["documents", "string"]
];
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "	": "&#9;", "\n": "&#10;", "\r": "&#13;" };
function toGraphml(data, places) {
  const said = places.map(data.statement);
  const nodes = /* @__PURE__ */ new Map();
  for (const one of said) {
    nodes.set(nodeId(data, one.from, one), one.from);
    nodes.set(nodeId(data, one.to, one), one.to);
  }
  const drawn2 = new Set(nodes.values());
  const inCharacters = characterOffsets(data);
  const keys = [...NODE_KEYS.map((key) => ["node", ...key]), ...EDGE_KEYS.map((key) => ["edge", ...key])];
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...keys.map(([owner, key, type]) => `<key id="${owner}-${key}" for="${owner}" attr.name="${key}" attr.type="${type}"/>
`),
    '<graph edgedefault="directed">\n',
    ...[...nodes].map(([id, key]) => `<node id="${xml(id)}">${fields("node", nodeFields(data, key))}</node>
`),
    ...said.map((one, at) => edgeElement(data, one, places[at], inCharacters)),
    ...data.structure.filter((line) => line.slice(0, 2).every((key) => drawn2.has(key))).map((line) => structuralElement(data, line)),
    "</graph>\n</graphml>\n"
  ].join("");
}
function edgeElement(data, said, place, inCharacters) {
  const label = (key) => key === null ? null : data.entities[key].label;
  const iri = (key) => key === null ? null : nodeId(data, key, said);
  const { mentions, independent } = sourcesOf(data, place);
  const values = {
    kind: "statement",
    relation: said.relation,
    phrase: said.phrase,
    event: said.event,
    status: said.status,
    negated: said.negated,
    modality: said.modality,
    speaker: label(said.speaker),
    speaker_id: iri(said.speaker),
    denied_by: label(said.denier),
    denied_by_id: iri(said.denier),
    ...timeFields(said.time),
    confidence: said.confidence,
    importance: said.importance,
    mentions,
    independent_sources: independent,
    ...evidenceFields(data, said, inCharacters),
    documents: [...documentsOf(data, place)].sort((a, b) => a - b).map((document2) => documentIri(data, document2)).join("; ")
  };
  const ends = `source="${xml(nodeId(data, said.from, said))}" target="${xml(nodeId(data, said.to, said))}"`;
  return `<edge id="${xml(`${data.base}statement/${said.name}`)}" ${ends}>${fields("edge", values)}</edge>
`;
}
function structuralElement(data, [from, to, kind, id]) {
  const [source, target2] = [from, to].map((key) => `${data.base}entity/${data.entities[key].name}`);
  const values = { kind: "structural", relation: kind, phrase: kind };
  return `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target2)}">${fields("edge", values)}</edge>
`;
}
function timeFields(time) {
  if (!time) return {};
  const day = (number) => number === null ? null : isoDay(number);
  return { time: time.value, time_from: day(time.from), time_to: day(time.to), time_text: time.text };
}
function characterOffsets(data) {
  const seconds = /* @__PURE__ */ new Map();
  return (document2, offset) => {
    const { text } = data.documents[document2];
    if (text === null) return null;
    if (!seconds.has(document2)) seconds.set(document2, [...text.matchAll(/(?<=[\ud800-\udbff])[\udc00-\udfff]/g)].map((found) => found.index));
    return offset - countBelow(seconds.get(document2), offset);
  };
}
function countBelow(numbers, other) {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = from + to >> 1;
    if (numbers[middle] < other) from = middle + 1;
    else to = middle;
  }
  return from;
}
function evidenceFields(data, said, inCharacters) {
  const surest = said.evidence.reduce((best, each) => before(data, each, best) ? each : best);
  const at = (offset) => inCharacters(surest.document, offset);
  return {
    document: documentIri(data, surest.document),
    start: at(surest.start),
    end: at(surest.end),
    sentence: sentenceOf(data, surest),
    place: surest.where
  };
}
function before(data, one, other) {
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  if (one.document !== other.document) return one.document < other.document;
  return one.start < other.start;
}
function documentIri(data, place) {
  const { id, name } = data.documents[place];
  return `${data.base}document/${name ?? id}`;
}
function nodeFields(data, key) {
  const entity = data.entities[key];
  if (entity) return { label: entity.label, type: data.types[entity.type].name, importance: entity.importance };
  if (isEnd(data, key)) return { label: "", type: "NoObject" };
  return { label: data.values[key - data.entities.length].text, type: "Literal" };
}
function nodeId(data, key, said) {
  const entity = data.entities[key];
  return entity ? `${data.base}entity/${entity.name}` : `${isEnd(data, key) ? "none" : "literal"}:${said.id}`;
}
function fields(owner, values) {
  return Object.entries(values).filter(([, value]) => value !== null && value !== void 0).map(([key, value]) => `<data key="${owner}-${key}">${xml(String(value))}</data>`).join("");
}
function xml(text) {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "�").replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character]);
}

// kg/page/script/statement_list.js
function statementList(app, places, options2 = {}) {
  const list = element("ol", { class: "statements" });
  return inParts(list, places.length, (at) => list.append(listItem(app, places[at], places[at - 1], options2)));
}
function section(app, heading, places) {
  return places.length ? [element("h3", {}, heading), statementList(app, places)] : [];
}
function statementButton(app, place, { without = [], again = false } = {}) {
  const { data } = app;
  const said = data.statement(place);
  const others = documentsOf(data, place).size - 1;
  return element(
    "button",
    { type: "button", [again ? "data-again" : "data-statement"]: place, onclick: () => app.select("s", place) },
    statementWords(data, said, { without }),
    badge(data, said.standing),
    isDisputed(data, place) ? element("span", { class: "badge disputed" }, "Contradicted") : null,
    others > 0 ? element("span", { class: "also" }, `also in ${counted(others, "other document")}`) : null
  );
}
function listItem(app, place, before2, options2) {
  const { data } = app;
  const source = firstDocument(data, place);
  const named = options2.named !== false && data.documents.length > 1 && source !== void 0 && source !== (before2 === void 0 ? void 0 : firstDocument(data, before2));
  return element(
    "li",
    {},
    named ? element("button", { type: "button", class: "where", onclick: () => app.select("d", source) }, element("bdi", {}, data.documents[source].title)) : null,
    statementButton(app, place, options2)
  );
}
function firstDocument(data, place) {
  return [...documentsOf(data, place)].sort((a, b) => a - b)[0];
}

// kg/page/script/between_panel.js
var MOST_BETWEEN = 12;
function between(app, places) {
  const { data } = app;
  const chosen = new Set(places);
  const { from, to } = data.columns;
  const at = (key) => chosen.has(key) ? key : homeOf(data, key);
  const direct = [];
  const others = /* @__PURE__ */ new Map();
  for (const place of data.order) {
    if (!app.shown(place)) continue;
    const [one, other] = [at(from[place]), at(to[place])];
    if (one === other || !(chosen.has(one) || chosen.has(other))) continue;
    if (chosen.has(one) && chosen.has(other)) {
      direct.push(place);
      continue;
    }
    const [end, third] = chosen.has(one) ? [one, other] : [other, one];
    if (!others.has(third)) others.set(third, { ends: /* @__PURE__ */ new Set(), places: [] });
    others.get(third).ends.add(end);
    others.get(third).places.push(place);
  }
  const linking = [...others].filter(([, { ends }]) => ends.size > 1).sort((a, b) => b[1].ends.size - a[1].ends.size || b[1].places.length - a[1].places.length || a[0] - b[0]);
  return { direct, by: new Map(linking.slice(0, MOST_BETWEEN).map(([key, found]) => [key, found.places])) };
}
function betweenPanel(app, { places }) {
  const { data } = app;
  const { direct, by } = between(app, places);
  const chips = places.map((key) => element(
    "li",
    {},
    nameButton(nameOf(data, key), () => app.select("n", key)),
    " ",
    element("button", { type: "button", class: "all", "aria-label": `Without ${nameOf(data, key)}`, onclick: () => app.toggle(key) }, "×")
  ));
  const through = [...by].flatMap(([key, linking]) => [
    element("h3", { class: "hop" }, "Via ", element("bdi", {}, nameOf(data, key))),
    statementList(app, linking)
  ]);
  const nothing = !direct.length && !by.size;
  return [
    backButton(app),
    element("h2", { class: "title" }, "Between these"),
    element("ul", { class: "together" }, ...chips),
    element("div", { class: "ways" }, searchBox(app, { id: "add-target", label: "And also", placeholder: "another entity", kinds: "n", take: (hit) => app.toggle(hit.place) })),
    ...section(app, "Statements between them", direct),
    ...through,
    nothing ? element("p", { class: "facts" }, "No statement connects them, directly or via one other entity.") : null,
    places.length === 2 ? element("button", { type: "button", class: "more start", onclick: () => app.connect(places[0], places[1]) }, "Shortest path between the two") : null
  ];
}

// kg/page/script/look.js
var DIM = 0.3;
var THICKER = 0.4;
var THICKEST = 2;
function readColours(canvas) {
  const { data } = canvas.app;
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = ["paper", "ink", "soft", "accent", "other", "card", "faint"];
  canvas.colours = Object.fromEntries(names.map((name) => [name, value(name)]));
  canvas.dark = value("scheme") === "dark";
  canvas.groups = data.communities.map((_, index) => value(`c${index}`) || canvas.colours.other);
  canvas.colours.dim = faded(canvas.colours.ink, canvas.colours.paper);
  canvas.family = value("sans");
}
function lit(app) {
  const { data } = app;
  const selection = app.selection ?? app.hovered;
  if (!selection) return null;
  const places = litStatements(app, selection);
  const { lines, drawn: drawn2 } = app.canvas;
  const named = selection.kind === "m" ? selection.places : selection.kind === "p" ? app.path() ?? [] : selection.kind === "n" ? data.structural[selection.place].flatMap((each) => (
    /** @type {number[]} */
    data.structure[each].slice(0, 2)
  )) : [];
  if (!places.length && !named.length) return null;
  const { from, to } = data.columns;
  const ends = /* @__PURE__ */ new Set([...places.flatMap((place) => [from[place], to[place]]), ...named]);
  if (drawn2) for (const key of [...ends]) ends.add(shownAs(data, drawn2, key) ?? key);
  if (app.canvas.cards?.length) {
    for (const key of drawn2) if (ends.has(thingOf(data, key))) ends.add(key);
  }
  const edges = new Set(places);
  for (const line of lines?.values() ?? []) if (line.places.some((place) => edges.has(place))) edges.add(line.place);
  return { nodes: ends, edges };
}
function litStatements(app, selection) {
  const { data } = app;
  if (selection.kind === "s") return [selection.place];
  if (selection.kind === "m") return betweenAll(app, selection.places);
  if (selection.kind === "p") return stepsOf(data, app.path() ?? [], app.shown).flat();
  return selection.kind === "n" ? data.touching[selection.place] : statementsIn(data, selection.place);
}
function betweenAll(app, places) {
  const { direct, by } = between(app, places);
  return [...direct, ...[...by.values()].flat()];
}
function shaded(canvas, colour) {
  return canvas.dark ? canvas.app.data.dark[colour] ?? colour : colour;
}
function visNode(canvas, key, at = null) {
  const { app, light, names } = canvas;
  const node = nodeOf(app.data, key);
  const bright = !light || light.nodes.has(key);
  const chosen = isChosen(app.selection, key);
  const value = node.shape === "box";
  const named = !names || names.named.has(key);
  const { paper, ink } = canvas.colours;
  const { fill, border } = nodePaint(canvas, key);
  const shade = (colour) => bright ? colour : faded(colour, paper);
  return {
    ...node,
    id: key,
    // its group is no longer needed; vis-network would take the colours of one from its options
    group: void 0,
    // only a box has its words inside; a space, because vis-network ignores an empty label and keeps the old one
    label: named && value ? node.label : " ",
    shape: named || !value ? node.shape : "dot",
    size: node.size + (chosen ? 3 : 0),
    ...at ? { x: at[0], y: at[1] } : {},
    hidden: nodeHidden(app.data, app.filters, key),
    borderWidth: chosen ? 2.5 : node.borderWidth,
    // a value without its words is a dot
    color: nodeColours(canvas, shade(value && !named ? border : fill), shade(chosen ? ink : border), fill),
    font: { color: shade(ink), size: nameSize(node, names?.named.get(key)?.text ?? 1), face: canvas.family }
  };
}
function isChosen(selection, key) {
  if (selection?.kind === "p") return selection.from === key || selection.to === key;
  if (selection?.kind === "m") return selection.places.includes(key);
  return selection?.kind === "n" && selection.place === key;
}
function nodePaint(canvas, key) {
  const { data, communities } = canvas.app;
  const { color } = nodeOf(data, key);
  const group = communities && data.entities[thingOf(data, key)] ? canvas.groups[data.entities[thingOf(data, key)].community] ?? canvas.colours.other : null;
  const { background, border } = typeof color === "object" ? color : { background: color, border: color };
  return { fill: group ?? shaded(canvas, background), border: group ?? shaded(canvas, border) };
}
function nodeColours(canvas, background, border, fill) {
  const colour = { background, border };
  return { ...colour, highlight: colour, hover: { background: fill, border: canvas.colours.accent } };
}
function visEdge(canvas, place) {
  const { light, app } = canvas;
  const { from, to, lane, places } = canvas.lines.get(place);
  const edge = edgeOf(app.data, place);
  const bright = !light || light.edges.has(place);
  const chosen = app.selection?.kind === "s" && places.includes(app.selection.place);
  const given = canvas.given && edge.smooth !== void 0 && edge.from === from && edge.to === to;
  return {
    ...edge,
    id: place,
    from,
    to,
    // labels.js writes its words if there is room
    label: void 0,
    width: edge.width + Math.min(THICKER * (places.length - 1), THICKEST) + (chosen ? 1.7 : bright && light ? 0.7 : 0),
    color: edgeColours(canvas, edge.color, bright),
    ...given ? {} : bent(canvas, from, to, lane)
  };
}
function visStructural(canvas, place) {
  const { light, app, colours } = canvas;
  const [from, to] = app.data.structure[place];
  const edge = structuralOf2(app.data, place);
  const bright = !light || light.nodes.has(from) && light.nodes.has(to);
  const color = edgeColours(canvas, edge.color, bright);
  return {
    ...edge,
    id: structuralKey(place),
    from,
    to,
    color,
    label: light && bright ? edge.label : " ",
    font: { ...edge.font, size: Math.max(edge.font.size, edge.font.size / canvas.network.getScale()), color: color.color, face: canvas.family, strokeWidth: 3, strokeColor: colours.paper }
  };
}
function edgeColours(canvas, light, bright) {
  const colour = shaded(canvas, light);
  const shade = bright ? colour : faded(colour, canvas.colours.paper);
  return { color: shade, highlight: shade, hover: colour, inherit: false };
}
function bent(canvas, from, to, seen) {
  const lanes = canvas.app.data.constants;
  if (from === to) {
    const turn = seen * 0.5;
    return { selfReference: { size: 16 + 5 * Math.abs(seen), angle: Math.PI / 2 + turn, renderBehindTheNode: false } };
  }
  const lane = from < to ? seen : -seen;
  if (lane === 0) return { smooth: false };
  const at = canvas.network.getPositions([from, to]);
  const bend = roundness(lanes.lane * Math.abs(lane), Math.hypot(at[from].x - at[to].x, at[from].y - at[to].y), lanes.bend);
  return { smooth: { enabled: true, type: lane > 0 ? "curvedCCW" : "curvedCW", roundness: bend } };
}
function roundness(aside, length, bend) {
  const wanted = 2 * aside / Math.max(length, 1);
  return wanted / (bend + wanted);
}
function faded(colour, paper) {
  const parts = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  const under = parts(paper);
  const mixed = parts(colour).map((value, index) => Math.round(under[index] + (value - under[index]) * DIM));
  return `rgb(${mixed.join(",")})`;
}

// kg/page/script/labels.js
var WORDS = 12;
var SIZES = [12, 11.5, 11];
var FEW2 = 30;
var GAP = 4;
var EDGE = 3;
var PADDING = 8;
var BOLD = "600 ";
var STEEP = 1.5;
var LINE = 1.21;
var PLACES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];
function nameSize(node, text) {
  return text * (node.font.size ?? WORDS);
}
function nodeBoxes(canvas, key, text = 1) {
  const node = nodeOf(canvas.app.data, key);
  const { x, y } = canvas.network.getPosition(key);
  const size = nameSize(node, text);
  const lines = rowsOf(canvas, key);
  const width = Math.max(...lines.map((line) => measured(canvas, line, size, isStrong(canvas.app, key) ? BOLD : "")));
  const height = lines.length * size * LINE;
  if (node.shape === "box") return [{ x, y, width: width + 12, height: height + 10 }];
  const shape = { x, y, width: 2 * node.size + 2, height: 2 * node.size + 2 };
  return [shape, { x, y: y + node.size + GAP + height / 2, width, height }];
}
function placeNames(canvas, light, life = null) {
  const sides = crowds(canvas);
  if (life !== null) return namesAt(canvas, light, { text: life, lit: life, room: null, sides });
  const scale = canvas.network.getScale();
  const sizes = SIZES.map((size) => Math.max(1, size / WORDS / scale));
  let best = null;
  for (const size of sizes) {
    const found = namesAt(canvas, light, { text: light ? sizes.at(-1) : size, lit: size, room: canvas.room, sides });
    if (!light && canvas.lines.size <= FEW2 && canvas.edges.length) found.lacking += canvas.lines.size - placeWords(canvas, [...canvas.lines.keys()], light, found).length;
    if (!best || found.lacking < best.lacking) best = found;
    if (best.lacking === 0) break;
  }
  return best;
}
function namesAt(canvas, light, { text, lit: lit2, room, sides }) {
  const { app } = canvas;
  const { data, selection } = app;
  const keys = [...canvas.drawn].filter((key) => !nodeHidden(data, app.filters, key));
  const isSelected = (key) => selection?.kind === "n" && selection.place === thingOf(data, key);
  const rank = (key) => (isSelected(key) ? 2e3 : light?.nodes.has(key) ? 1e3 : 0) + nodeOf(data, key).size;
  const shapes = keys.map((key) => ({ ...shapeBox(canvas, key), key }));
  const spots = (key) => nameSpots(canvas, key, light?.nodes.has(key) ? lit2 : text, room);
  const names = /* @__PURE__ */ new Map();
  const free = (key, box) => ![...shapes, ...names.values()].some((other) => other.key !== key && overlap(padded(box), other));
  const labelled = keys.filter((key) => !isEnd(data, key));
  for (const key of labelled.sort((a, b) => rank(b) - rank(a) || a - b)) {
    const [below] = spots(key);
    const box = spots(key).find((spot2) => free(key, spot2)) ?? (isSelected(key) ? below : null);
    if (box) names.set(key, { ...box, key });
  }
  for (const [key, name] of [...names]) {
    if (canvas.below || isOnCard(data, key)) continue;
    const crowd = sides.get(key);
    const better = spots(key).filter((spot2) => crowd[spot2.side] < crowd[name.side] && free(key, spot2));
    if (better.length) names.set(key, { ...better.reduce((best, spot2) => crowd[spot2.side] < crowd[best.side] ? spot2 : best), key });
  }
  const lacking = labelled.filter((key) => !names.has(key) && (!light || light.nodes.has(key))).length;
  return { text, lit: lit2, named: names, taken: [...shapes, ...names.values()], lacking };
}
function nameSpots(canvas, key, text, room) {
  const node = nodeOf(canvas.app.data, key);
  const box = { ...nodeBoxes(canvas, key, text).at(-1), text, dx: 0, dy: 0, side: 0 };
  if (node.shape === "box") return [box];
  const left = room ? room.left - (box.x - box.width / 2) : 0;
  const right = room ? box.x + box.width / 2 - room.right : 0;
  const dx = left > 0 && left < box.width / 2 ? left : right > 0 && right < box.width / 2 ? -right : 0;
  const reach = node.size + GAP;
  const middle = -(reach + box.height / 2);
  const aside = reach + box.width / 2;
  const shifts = [[dx, 0], [dx, 2 * middle], [aside, middle], [-aside, middle]];
  const spots = shifts.map(([dx2, dy], side) => ({ ...box, x: box.x + dx2, y: box.y + dy, dx: dx2, dy, side }));
  if (isOnCard(canvas.app.data, key)) return spotsOnCard(canvas, key, spots);
  return spots.filter((spot2) => spot2.side === 0 || !room || inside(spot2, room));
}
function spotsOnCard(canvas, key, [below, above, right]) {
  const card = cardOf(canvas, key);
  const over = (spot2) => Math.max(0, Math.abs(spot2.x - card.x) + spot2.width / 2 + EDGE - card.width / 2) * Math.sign(spot2.x - card.x);
  const moved2 = (spot2) => ({ ...spot2, x: spot2.x - over(spot2), dx: spot2.dx - over(spot2) });
  const upright = [moved2(below), moved2(above)];
  return over(right) || isHub(canvas.app.data, key) ? upright : [right, ...upright];
}
function inside({ x, y, width, height }, { left, right, top, tools }) {
  const within2 = x - width / 2 >= left - 1 && x + width / 2 <= right + 1 && y - height / 2 >= top;
  return within2 && (x + width / 2 < tools.x || y - height / 2 > tools.y);
}
function crowds(canvas) {
  const sides = new Map([...canvas.drawn].map((key) => [key, [0, 0, 0, 0]]));
  for (const { from, to } of canvas.lines.values()) {
    if (from === to) continue;
    const [one, other] = [canvas.network.getPosition(from), canvas.network.getPosition(to)];
    for (const [key, { x, y }, at] of [[from, one, other], [to, other, one]]) {
      const upright = Math.abs(at.x - x) < STEEP * Math.abs(at.y - y);
      sides.get(key)[upright ? at.y > y ? 0 : 1 : at.x > x ? 2 : 3] += 1;
    }
  }
  return sides;
}
function shapeBox(canvas, key) {
  const { size } = nodeOf(canvas.app.data, key);
  return { ...canvas.network.getPosition(key), width: 2 * size + 2, height: 2 * size + 2 };
}
function padded(box) {
  return { ...box, width: box.width + PADDING };
}
function placeWords(canvas, places, light, names = canvas.names) {
  const { data, selection } = canvas.app;
  const text = light ? names.lit : names.text;
  const taken = names.taken.filter((box) => !light || light.nodes.has(box.key));
  const faint = light ? names.taken.filter((box) => !light.nodes.has(box.key)) : [];
  const { lines } = canvas;
  const rank = (place) => weightOf(data, lines.get(place)) + (canvas.urgent.has(place) ? 1 : 0);
  const lit2 = places.filter((place) => !light || light.edges.has(place));
  const shifts = selection?.kind === "s" ? [0, -1.4, 1.4, -2.8, 2.8, -4.2, 4.2].map((lines2) => lines2 * WORDS * text) : [0];
  const words = [];
  for (const place of lit2.sort((a, b) => rank(b) - rank(a) || a - b)) {
    const rows = lines.get(place).label.split("\n").map(shortened2);
    const chosen = isChosenLine(canvas, place);
    const width = Math.max(...rows.map((row2) => measured(canvas, row2, WORDS * text, chosen ? BOLD : ""))) + 6;
    const height = WORDS * text * (1 + LINE * (rows.length - 1)) + 4;
    const spots = shifts.flatMap((shift) => PLACES.map((along) => ({ ...within(canvas, spot(canvas, place, along, shift), width), width, height })));
    const under = (box2, others) => others.filter((other) => overlap(box2, other)).length;
    const crowd = spots.map((box2) => under(box2, taken) * (faint.length + 1) + under(box2, faint));
    const least = Math.min(...crowd);
    const box = spots[crowd.indexOf(least)];
    if (under(box, taken) && selection?.kind !== "s") continue;
    taken.push(box);
    for (const [key, name] of names.named) if (light && !light.nodes.has(key) && overlap(box, name)) names.named.delete(key);
    words.push({ ...box, place, rows, text });
  }
  return words;
}
function drawText(canvas, context) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = groundOf(canvas);
  for (const [key, place] of canvas.names?.named ?? []) drawName(canvas, context, key, place);
  if (canvas.gliding !== null) return;
  for (const box of canvas.words) drawWords(canvas, context, box);
}
function groundOf({ cards, colours }) {
  return cards.length ? colours.card : colours.paper;
}
function drawName(canvas, context, key, { text, dx, dy }) {
  const node = nodeOf(canvas.app.data, key);
  if (node.shape === "box") return;
  const { x, y } = canvas.network.getPosition(key);
  const size = nameSize(node, text);
  const top = y + dy + node.size + GAP + size * LINE / 2;
  const lines = rowsOf(canvas, key).map((line, index) => (
    /** @type {[string, number, number]} */
    [line, x + dx, top + index * size * LINE]
  ));
  context.font = `${isStrong(canvas.app, key) ? BOLD : ""}${size}px ${canvas.family}`;
  context.lineWidth = 5 * text;
  for (const line of lines) context.strokeText(...line);
  context.fillStyle = !canvas.light || canvas.light.nodes.has(key) ? canvas.colours.ink : canvas.colours.dim;
  for (const line of lines) context.fillText(...line);
}
function rowsOf({ app: { data }, waiting }, key) {
  const { label, shape } = nodeOf(data, key);
  const count = shape === "box" ? 0 : waiting.get(key)?.length ?? 0;
  return (count ? `${label} +${count}` : label).split("\n");
}
function isStrong({ selection, data }, key) {
  const thing = thingOf(data, key);
  if (selection?.kind === "n") return selection.place === thing;
  const { from, to } = data.columns;
  return selection?.kind === "s" && (from[selection.place] === thing || to[selection.place] === thing);
}
function drawWords(canvas, context, { x, y, width, height, place, rows, text }) {
  const { data } = canvas.app;
  context.font = `${isChosenLine(canvas, place) ? BOLD : ""}${WORDS * text}px ${canvas.family}`;
  context.lineWidth = 5 * text;
  const step3 = WORDS * text * LINE;
  const lines = rows.map((row2, index) => (
    /** @type {[string, number, number]} */
    [row2, x, y + step3 * (index - (rows.length - 1) / 2)]
  ));
  for (const line of lines) context.strokeText(...line);
  context.fillStyle = groundOf(canvas);
  context.fillRect(x - width / 2 + 3, y - height / 2 + 2, width - 6, height - 4);
  const colour = shaded(canvas, edgeOf(data, place).color);
  context.fillStyle = !canvas.light || canvas.light.edges.has(place) ? colour : faded(colour, canvas.colours.paper);
  for (const line of lines) context.fillText(...line);
}
function isChosenLine({ app: { selection }, lines }, place) {
  return selection?.kind === "s" && lines.get(place).places.includes(selection.place);
}
function overlap(one, other) {
  return Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height;
}
function within({ room }, { x, y }, width) {
  if (!room || room.right - room.left < width) return { x, y };
  const inner = Math.min(Math.max(x, room.left + width / 2), room.right - width / 2);
  return { x: Math.abs(inner - x) < width / 2 ? inner : x, y };
}
function spot(canvas, place, along, shift) {
  const edge = canvas.network.body.edges[place];
  if (edge.from !== edge.to) {
    edge.edgeType.fromPoint = edge.from;
    edge.edgeType.toPoint = edge.to;
    const { x, y } = edge.edgeType.getPoint(along);
    return { x, y: y + shift };
  }
  const { size, angle } = edge.options.selfReference;
  const reach = edge.from.options.size + 2 * size + 8;
  return { x: edge.from.x + reach * Math.cos(angle), y: edge.from.y - reach * Math.sin(angle) };
}
function measured(canvas, text, size, weight) {
  canvas.pen ??= document.createElement("canvas").getContext("2d");
  canvas.pen.font = `${weight}100px ${canvas.family}`;
  canvas.widths ??= /* @__PURE__ */ new Map();
  const name = weight + text;
  if (!canvas.widths.has(name)) canvas.widths.set(name, canvas.pen.measureText(text).width / 100);
  return canvas.widths.get(name) * size;
}
function shortened2(label) {
  return label.length > 32 ? `${label.slice(0, 31)}…` : label;
}

// kg/page/script/recorder.js
var FULL = 2 * Math.PI;
function createRecorder(pen) {
  const state = { strokeStyle: "#000", fillStyle: "#000", lineWidth: 1, font: "10px sans-serif", lineDash: [], globalAlpha: 1, textAlign: "start", textBaseline: "alphabetic", lineJoin: "miter" };
  const saved = [];
  const halos = /* @__PURE__ */ new Map();
  const elements = [];
  let path = [];
  let last = null;
  const point = (...numbers) => numbers.map((number) => number.toFixed(1)).join(" ");
  const shape = (paint) => {
    if (last) for (const [name, value] of Object.entries(paint)) last.setAttribute(name, String(value));
    else elements.push(last = drawn("path", { d: path.join(""), fill: "none", ...paint }));
  };
  const recorder = {
    ...state,
    elements,
    save: () => saved.push(Object.fromEntries(Object.keys(state).map((name) => [name, recorder[name]]))),
    restore: () => Object.assign(recorder, saved.pop()),
    setLineDash: (dashes) => recorder.lineDash = dashes,
    beginPath: () => [path, last] = [[], null],
    closePath: () => path.push("Z"),
    moveTo: (x, y) => path.push(`M${point(x, y)}`),
    lineTo: (x, y) => path.push(`${path.length ? "L" : "M"}${point(x, y)}`),
    quadraticCurveTo: (...numbers) => path.push(`Q${point(...numbers)}`),
    bezierCurveTo: (...numbers) => path.push(`C${point(...numbers)}`),
    arc: (x, y, radius, from, to, back = false) => path.push(arcOf(x, y, radius, from, to, back, path.length > 0, point)),
    rect: (x, y, width, height) => path.push(`M${point(x, y)}L${point(x + width, y)}L${point(x + width, y + height)}L${point(x, y + height)}Z`),
    fill: () => shape({ fill: recorder.fillStyle }),
    stroke: () => shape({ stroke: recorder.strokeStyle, "stroke-width": recorder.lineWidth, ...recorder.lineDash.length ? { "stroke-dasharray": recorder.lineDash.join(" ") } : {} }),
    fillRect: (x, y, width, height) => elements.push(drawn("rect", { x: point(x), y: point(y), width: point(width), height: point(height), fill: recorder.fillStyle })),
    strokeText: (text, x, y) => halos.set(`${text} ${x} ${y}`, { stroke: recorder.strokeStyle, "stroke-width": recorder.lineWidth, "stroke-linejoin": "round", "paint-order": "stroke" }),
    fillText: (text, x, y) => text.trim() && elements.push(textOf3(recorder, text, x, y, halos.get(`${text} ${x} ${y}`) ?? {}, point)),
    measureText: (text) => {
      pen.font = recorder.font;
      return pen.measureText(text);
    }
  };
  for (const name of ["translate", "rotate", "scale", "clip"]) recorder[name] = () => void 0;
  return recorder;
}
function textOf3({ font, fillStyle, textAlign, textBaseline }, text, x, y, halo, point) {
  const size = parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "12");
  const anchor = { center: "middle", right: "end", end: "end" }[textAlign] ?? "start";
  const lowered = textBaseline === "middle" ? size * 0.35 : 0;
  const bold = /\b(bold|600)\b/.test(font) ? { "font-weight": 600 } : {};
  return drawn("text", { x: point(x), y: point(y + lowered), "text-anchor": anchor, "font-size": point(size), fill: fillStyle, ...bold, ...halo }, text);
}
function arcOf(x, y, radius, from, to, back, begun, point) {
  const at = (turn) => point(x + radius * Math.cos(turn), y + radius * Math.sin(turn));
  const start3 = `${begun ? "L" : "M"}${at(from)}`;
  const turns = back ? -1 : 1;
  const whole = Math.abs(to - from) >= FULL;
  const sweep = whole ? FULL : ((to - from) * turns % FULL + FULL) % FULL;
  const half = `A${point(radius, radius)} 0 0 ${back ? 0 : 1} ${at(from + turns * sweep / 2)}`;
  return `${start3}${half}A${point(radius, radius)} 0 0 ${back ? 0 : 1} ${at(from + turns * sweep)}`;
}

// kg/page/script/svg.js
var BORDER = 24;
function toSvg(canvas, title) {
  const { network, light, colours } = canvas;
  const { names, words } = canvas;
  const view = network.body.view;
  const { scale } = view;
  const keys = [...canvas.drawn].filter((key) => !nodeHidden(canvas.app.data, canvas.app.filters, key));
  const edges = canvas.edges.getIds().filter((id) => typeof id === "number").sort((a, b) => a - b);
  view.scale = 1;
  canvas.names = placeNames(canvas, light, 1);
  canvas.words = placeWords(canvas, edges, light, canvas.names);
  canvas.nodes.update(keys.map((key) => visNode(canvas, key)));
  const recorder = createRecorder(document.createElement("canvas").getContext("2d"));
  drawCards(canvas, recorder);
  network.renderer._drawEdges(recorder);
  network.renderer._drawArrows(recorder);
  const labels = network.renderer._drawNodes(recorder, true);
  labels.drawExternalLabels(recorder);
  drawText(canvas, recorder);
  const [x, y, width, height] = frameOf([...canvas.names.taken, ...canvas.words, ...canvas.cards]);
  view.scale = scale;
  Object.assign(canvas, { names, words });
  canvas.nodes.update(keys.map((key) => visNode(canvas, key)));
  return drawn(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `${x} ${y} ${width} ${height}`, width, height, role: "img", "font-family": canvas.family },
    drawn("title", {}, title),
    drawn("rect", { x, y, width, height, fill: colours.paper }),
    ...recorder.elements
  );
}
function frameOf(boxes2) {
  if (!boxes2.length) return [0, 0, 400, 40];
  const left = Math.min(...boxes2.map((box) => box.x - box.width / 2)) - BORDER;
  const top = Math.min(...boxes2.map((box) => box.y - box.height / 2)) - BORDER;
  const right = Math.max(...boxes2.map((box) => box.x + box.width / 2)) + BORDER;
  const bottom = Math.max(...boxes2.map((box) => box.y + box.height / 2)) + BORDER;
  return [left, top, right - left, bottom - top].map(Math.round);
}

// kg/page/script/poster.js
var PAD2 = 20;
var NARROWEST = 560;
var WIDE = 1300;
var TITLE2 = 24;
var WORDS2 = 13;
var LINE2 = 1.4;
var SCALE = 2;
var LARGEST = 12e3;
function poster(app) {
  const { canvas } = app;
  const picture = toSvg(canvas, document.title);
  const [x, y, inner, below] = picture.getAttribute("viewBox").split(" ").map(Number);
  const width = Math.max(NARROWEST, inner);
  const left = x - (width - inner) / 2;
  const scale = Math.max(1, width / WIDE);
  const room = width / scale - 2 * PAD2;
  const [head, foot] = [headOf(canvas, room), footOf(app, room)];
  const top = y - head.height * scale;
  const height = (head.height + foot.height) * scale + below;
  const [title, ground, ...rest] = picture.children;
  for (const [name, value] of Object.entries({ x: left, y: top, width, height })) ground.setAttribute(name, String(value));
  for (
    const [group, at] of
    /** @type {[SVGElement, number][]} */
    [[head.group, top], [foot.group, y + below]]
  ) {
    group.setAttribute("transform", `translate(${left + PAD2 * scale} ${at}) scale(${scale.toFixed(3)})`);
  }
  picture.replaceChildren(title, ground, ...rest, head.group, foot.group);
  for (const [name, value] of Object.entries({ viewBox: `${left} ${top} ${width} ${height}`, width, height })) picture.setAttribute(name, String(value));
  return picture;
}
function posterText(app) {
  const text = new XMLSerializer().serializeToString(poster(app));
  return `<?xml version="1.0" encoding="utf-8"?>
${text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "�")}
`;
}
async function posterPng(app) {
  const address = URL.createObjectURL(new Blob([posterText(app)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(SCALE, LARGEST / Math.max(image.width, image.height));
  const copy = document.createElement("canvas");
  copy.width = Math.round(image.width * scale);
  copy.height = Math.round(image.height * scale);
  copy.getContext("2d").drawImage(image, 0, 0, copy.width, copy.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => copy.toBlob((blob) => resolve(
    /** @type {Blob} */
    blob
  ), "image/png"));
}
function headOf(canvas, width) {
  const lines = wrapped(canvas, document.title, TITLE2, width);
  const texts = lines.map((line, place) => textOf4(line, 0, PAD2 + TITLE2 + place * TITLE2 * LINE2, { "font-size": TITLE2, "font-weight": 600, fill: canvas.colours.ink }));
  return { group: drawn("g", { class: "title" }, ...texts), height: PAD2 + lines.length * TITLE2 * LINE2 };
}
function footOf(app, width) {
  const { canvas } = app;
  const group = drawn("g", { class: "legend" });
  let [x, y] = [0, PAD2];
  for (const { symbol, words } of legendOf(app)) {
    const room = 28 + 18 + widthOf(canvas, words, WORDS2);
    if (x > 0 && x + room > width) [x, y] = [0, y + WORDS2 * 1.7];
    symbol.setAttribute("transform", `translate(${x} ${y - 8})`);
    group.append(symbol, textOf4(words, x + 34, y + WORDS2 * 0.35, { "font-size": WORDS2, fill: canvas.colours.ink }));
    x += room + 12;
  }
  y += WORDS2 * 2;
  for (const line of wrapped(canvas, sourceOf(app), 12, width)) {
    group.append(textOf4(line, 0, y, { "font-size": 12, fill: canvas.colours.soft }));
    y += 12 * LINE2;
  }
  return { group, height: y + PAD2 / 2 };
}
function legendOf(app) {
  const { data, canvas } = app;
  const keys = canvas.nodes.getIds().filter((key) => !canvas.nodes.get(key).hidden).map((key) => thingOf(data, key));
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const entities = keys.filter((key) => data.entities[key]);
  const things2 = app.communities ? groupsIn(app, entities, colour) : typesIn(app, entities, colour);
  const values = keys.some((key) => !data.entities[key] && !isEnd(data, key));
  const box = drawn("rect", { x: 9, y: 4, width: 14, height: 8, rx: 4, fill: canvas.colours.paper, stroke: colour("stated") });
  const edges = canvas.edges.getIds();
  const standings = data.standingNames.filter((_, place) => edges.some((id) => typeof id === "number" && data.columns.standing[id] === place));
  return [
    ...things2,
    ...values ? [{ symbol: drawn("g", {}, box), words: "value" }] : [],
    ...standings.map((name) => ({ symbol: lineOf(data.lines[name].dashes, colour(name), true), words: data.standings[name] })),
    ...edges.some((id) => typeof id !== "number") ? [{ symbol: lineOf(data.structuralLine.dashes, colour("structural"), false), words: "named inside (not a statement)" }] : []
  ];
}
function typesIn({ data }, keys, colour) {
  const types = [...new Set(keys.map((key) => data.entities[key].type))].sort((a, b) => a - b);
  return types.map((type) => {
    const sign = document.querySelector(`[data-type="${type}"]`)?.parentElement?.querySelector(".symbol > *")?.cloneNode() ?? drawn("circle", { cx: 8, cy: 8, r: 6 });
    sign.setAttribute("fill", colour(`t${type}`));
    return { symbol: drawn("g", {}, drawn("g", { transform: "translate(8 0)" }, sign)), words: data.types[type].words };
  });
}
function groupsIn({ data }, keys, colour) {
  const groups = [...new Set(keys.map((key) => data.entities[key].community))].filter((group) => group >= 0).sort((a, b) => a - b).slice(0, data.constants.coloured);
  return groups.map((group) => ({
    symbol: drawn("g", {}, drawn("circle", { cx: 16, cy: 8, r: 6, fill: colour(`c${group}`) || colour("other") })),
    words: `Around ${data.entities[data.communities[group]].label}`
  }));
}
function lineOf(dashes, stroke, arrow) {
  const line = drawn("line", { x1: 0, y1: 8, x2: arrow ? 22 : 28, y2: 8, stroke, "stroke-width": arrow ? 2 : 1, "stroke-dasharray": Array.isArray(dashes) ? dashes.join(" ") : null });
  return drawn("g", {}, line, ...arrow ? [drawn("polygon", { points: "22,4.5 29,8 22,11.5", fill: stroke })] : []);
}
function sourceOf({ data, canvas }) {
  const places = canvas.edges.getIds().filter((id) => typeof id === "number");
  const documents = [...new Set(places.flatMap((place) => data.rows[place][13].map(([document2]) => document2)))].sort((a, b) => a - b).map((place) => data.documents[place]);
  const about = ({ title, source, published }) => {
    const from2 = [source && (URL.canParse(source) ? new URL(source).hostname || source : source), published].filter(Boolean).join(", ");
    return title + (from2 && from2 !== title ? ` (${from2})` : "");
  };
  const days2 = documents.map(({ published }) => published).filter(Boolean).sort();
  const several = `${numeral(documents.length)} documents${days2.length ? `, ${days2[0]} to ${days2.at(-1)}` : ""}`;
  const from = documents.length > 3 ? several : documents.map(about).join("; ");
  return `${from ? `Source: ${from}. ` : ""}Extracted automatically by kg; each line is what a text says.`;
}
function textOf4(text, x, y, attributes) {
  return drawn("text", { x: x.toFixed(1), y: y.toFixed(1), ...attributes }, text);
}
function wrapped(canvas, text, size, width) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) && widthOf(canvas, longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
function widthOf(canvas, text, size) {
  canvas.pen ??= /** @type {CanvasRenderingContext2D} */
  document.createElement("canvas").getContext("2d");
  canvas.pen.font = `600 ${size}px ${canvas.family}`;
  return canvas.pen.measureText(text).width;
}

// kg/page/script/turtle.js
var NAMESPACES = {
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#"
};
var ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "	": "\\t" };
var TRUE = `"true"^^xsd:boolean`;
var LOCAL = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;
var LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
var ABSOLUTE = /^(https?:\/\/[\w.-]+(:[0-9]+)?([/?#][^\x00-\x20<>"{}|\\^`%#\x7f-\uffff]*)?|urn:[a-z0-9-]{2,}:[\w.:/-]+)$/;
function toTurtle(data, places) {
  const said = places.map(data.statement);
  const named = places.flatMap((place) => data.mentions[place] ?? []);
  const things2 = /* @__PURE__ */ new Set([...said.flatMap(({ from, to, speaker, denier }) => [from, to, speaker, denier]), ...named]);
  const entities = [...things2].filter((key) => key !== null && data.entities[key]).sort((a, b) => a - b);
  const prefixes = { ...NAMESPACES, kg: data.namespace, kge: `${data.base}entity/`, kgr: `${data.base}relation/`, kgs: `${data.base}statement/` };
  const relations = new Map(said.map((one) => [one.relation, relationTerm(data, one)]));
  return [
    ...Object.entries(prefixes).sort().map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .
`),
    ...[...relations].sort().map(([name, iri]) => block(iri, [["a", "rdf:Property"], ["a", "kg:Relation"], ["rdfs:label", quoted2(name, "@en")]])),
    ...entities.map((key) => entityBlock(data, key)),
    ...said.map((one, at) => statementBlock(data, one, data.mentions[places[at]] ?? [], sourcesOf(data, places[at])))
  ].join("");
}
function entityBlock(data, key) {
  const entity = data.entities[key];
  const [first] = entity.mentions;
  const language = first && data.documents[first[0]].language;
  const tag = language && LANGUAGE.test(language) ? `@${language}` : "";
  return block(entityTerm(data, key), [
    ["a", "kg:Entity"],
    ...data.types[entity.type].classes.map((iri) => ["a", iriTerm(iri)]),
    ["rdfs:label", quoted2(entity.label, tag)],
    ...entity.aliases.map((alias) => ["skos:altLabel", quoted2(alias, tag)]),
    ...entity.links.map((link) => ABSOLUTE.test(link) ? ["skos:exactMatch", iriTerm(link)] : ["kg:link", quoted2(link)]),
    ...entity.name === entity.id ? [] : [["kg:localName", quoted2(entity.id)]]
  ]);
}
function statementBlock(data, said, named, { mentions, independent }) {
  const subject = entityTerm(data, said.from);
  const value = data.values[said.to - data.entities.length];
  const none = isEnd(data, said.to);
  const object = none ? TRUE : value ? literal(value.lexical, value.datatype) : entityTerm(data, said.to);
  const plain = said.standing === "stated";
  const iri = term("kgs", `${data.base}statement/`, said.name);
  return (plain ? block(subject, [[relationTerm(data, said), object]]) : "") + block(iri, [
    ["a", "kg:Statement"],
    ["kg:subject", subject],
    ["kg:relation", relationTerm(data, said)],
    ["kg:object", object],
    ...none ? [["kg:noObject", TRUE]] : [],
    ...value?.unit ? [["kg:unit", quoted2(value.unit)]] : [],
    ...value?.type ? [["kg:datatypeName", quoted2(value.type)]] : [],
    ["kg:confidence", literal(decimal(said.confidence), `${NAMESPACES.xsd}decimal`)],
    ["kg:polarity", said.negated ? "kg:negated" : "kg:affirmed"],
    ["kg:modality", `kg:${said.modality}`],
    ["kg:status", `kg:${said.status}`],
    ["kg:phrase", quoted2(said.phrase)],
    ["kg:mentions", literal(`${mentions}`, `${NAMESPACES.xsd}integer`)],
    ["kg:independentSources", literal(`${independent}`, `${NAMESPACES.xsd}integer`)],
    ...named.map((key) => ["kg:alsoMentions", entityTerm(data, key)]),
    ...timeProperties(said.time),
    ...said.speaker === null ? [] : [["prov:wasAttributedTo", entityTerm(data, said.speaker)]],
    ...said.denier === null ? [] : [["kg:deniedBy", entityTerm(data, said.denier)]],
    ...said.name === said.id ? [] : [["kg:localName", quoted2(said.id)]]
  ]);
}
function timeProperties(time) {
  if (!time) return [];
  const day = (number) => literal(new Date(number * 864e5).toISOString().slice(0, 10), `${NAMESPACES.xsd}date`);
  return [
    ...time.lexical === null ? [] : [["kg:time", literal(time.lexical, time.datatype)]],
    ...time.from === null ? [] : [["kg:timeFrom", day(time.from)]],
    ...time.to === null ? [] : [["kg:timeTo", day(time.to)]],
    ["kg:timeGrain", `kg:${time.grain}`],
    ["kg:timeText", quoted2(time.text)]
  ];
}
function block(subject, properties) {
  return `
${subject} ${properties.map(([predicate, object]) => `${predicate} ${object}`).join(" ;\n    ")} .
`;
}
function entityTerm(data, key) {
  return term("kge", `${data.base}entity/`, data.entities[key].name);
}
function relationTerm(data, said) {
  return term("kgr", `${data.base}relation/`, said.relationName ?? said.relation.replaceAll(" ", "_"));
}
function term(prefix, namespace, local) {
  return LOCAL.test(local) ? `${prefix}:${local}` : iriTerm(namespace + local);
}
function iriTerm(iri) {
  return `<${iri.replace(/[\x00-\x20<>"{}|^`\\]/g, (character) => `\\u${hex(character)}`)}>`;
}
function literal(lexical, datatype) {
  return quoted2(lexical, datatype === null ? "" : `^^${iriTerm(datatype)}`);
}
function quoted2(text, suffix = "") {
  const escaped = text.replace(/[\x00-\x1f\x7f"\\]/g, (character) => ESCAPES[character] ?? `\\u${hex(character)}`);
  return `"${escaped.replace(/\p{Surrogate}/gu, "�")}"${suffix}`;
}
function hex(character) {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
function decimal(number) {
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

// kg/page/script/saving.js
var FORMATS = {
  png: { write: (app) => posterPng(app), type: "image/png" },
  svg: { write: (app) => posterText(app), type: "image/svg+xml" },
  ttl: { write: (app) => toTurtle(app.data, app.statements()), type: "text/turtle" },
  graphml: { write: (app) => toGraphml(app.data, app.statements()), type: "application/graphml+xml" },
  csv: { write: (app) => `\uFEFF${toCsv(app.data, app.statements())}`, type: "text/csv" }
};
function connectSaving(app) {
  const menu = find("save");
  for (const each of document.querySelectorAll("details.menu")) connectMenu(each);
  for (const button of menu.querySelectorAll("[data-format]")) {
    button.addEventListener("click", async () => {
      menu.open = false;
      menu.querySelector("summary").focus();
      await save(app, button.dataset.format);
    });
  }
  menu.addEventListener("toggle", () => {
    find("save-count").textContent = `The ${numeral(app.statements().length)} statements shown`;
  });
}
function connectMenu(menu) {
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
async function save(app, format) {
  const { write, type } = FORMATS[format];
  const written = await write(app);
  download(written, `${fileName(document.title)}.${format}`, type);
  app.announce(`Saved as ${format.toUpperCase()}`);
}
function download(written, name, type) {
  const address = URL.createObjectURL(written instanceof Blob ? written : new Blob([written], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1e4);
}
function fileName(title) {
  return title.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "graph";
}

// kg/page/script/corrections.js
var MOST_PLACES = 200;
var KINDS = { same: "One entity", split: "Separate entity", rename: "New name", retype: "New type", wrong: "Wrong" };
function keptDecisions({ key, decisions }) {
  try {
    const kept3 = JSON.parse(localStorage.getItem(`kg-decisions-${key}`) ?? "[]");
    return kept3.filter((one) => KINDS[one.kind] && Array.isArray(one.names) && !decisions.some((old) => sameDecision(old, one)));
  } catch {
    return [];
  }
}
function keepDecisions({ data, pending }) {
  try {
    localStorage.setItem(`kg-decisions-${data.key}`, JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}
function correctThing(app, place) {
  const { data } = app;
  const entity = data.entities[place];
  const name = () => referenceTo(data, place);
  const decide = (kind, names, value = "") => app.decide([{ kind, names, value, claim: null }]);
  const type = data.types[entity.type].name;
  const box = searchBox(app, {
    id: "same-target",
    label: "Is the same as",
    placeholder: "another entity",
    kinds: "n",
    take: (hit) => hit.place !== place && decide("same", [name(), referenceTo(data, hit.place)].sort())
  });
  return element(
    "details",
    { class: "correct" },
    element("summary", {}, "Correct"),
    box,
    field("new-name", "Its name is", entity.label, (value) => value !== entity.label && decide("rename", [name()], value)),
    field("new-type", "Its type is", type, (value) => value !== type && decide("retype", [name()], value), { list: data.types.map((each) => each.name), pattern: TYPE.source }),
    splitForm(app, entity)
  );
}
function field(id, label, value, take, { list = [], pattern } = {}) {
  const input = element("input", { id, value, required: "", autocomplete: "off", pattern, list: list.length ? `${id}-list` : null, title: pattern ? "A word like Person or Organization" : null });
  const change2 = () => input.reportValidity() && input.value.trim() && take(input.value.trim());
  input.addEventListener("keydown", (event) => event.key === "Enter" && change2());
  return element(
    "div",
    { class: "correct-field" },
    element("label", { for: id }, label),
    input,
    element("button", { type: "button", class: "small", onclick: change2 }, "Change"),
    list.length ? element("datalist", { id: `${id}-list` }, ...list.map((each) => element("option", { value: each }))) : null
  );
}
function splitForm(app, entity) {
  const places = placesOf(app.data, entity);
  const off = new Set(app.pending.filter(({ kind }) => kind === "split").flatMap(({ names }) => names));
  const boxes2 = places.slice(0, MOST_PLACES).map(({ reference, words, before: before2, after, document: document2 }) => {
    const gone = off.has(reference);
    return element(
      "li",
      {},
      element(
        "label",
        { dir: "auto", title: app.data.documents[document2].title },
        element("input", { type: "checkbox", value: reference, disabled: gone ? "" : null }),
        " ",
        element("span", { class: "also" }, before2 && `…${before2}`),
        gone ? element("s", {}, words) : element("mark", {}, words),
        element("span", { class: "also" }, after && `${after}…`)
      ),
      gone ? element("span", { class: "badge pending" }, "Split off, pending") : null
    );
  });
  if (!boxes2.length) return null;
  const list = element("ul", { class: "places" }, ...boxes2);
  const split = () => {
    const names = [...list.querySelectorAll("input:checked")].map(({ value }) => value).sort();
    if (names.length) app.decide([{ kind: "split", names, value: "", claim: null }]);
    else app.announce("Select the mentions of the other entity first");
  };
  return element(
    "details",
    {},
    element("summary", {}, `Split: ${counted(places.length, "mention")}`),
    element("p", { class: "also" }, "Select the mentions of the other entity."),
    list,
    element("button", { type: "button", class: "small", onclick: split }, "Split off the selected")
  );
}
function correctStatement(app, place) {
  const decisions = wrongDecisions(app.data, place);
  const pending = decisions.filter((one) => app.pending.some((other) => sameDecision(one, other)));
  if (!decisions.length) return null;
  if (pending.length < decisions.length) return element("button", { type: "button", class: "small", id: "mark-wrong", onclick: () => app.decide(decisions) }, "Mark as wrong");
  return element(
    "span",
    { class: "marked" },
    element("span", { class: "badge pending" }, "Marked wrong, pending"),
    " ",
    element("button", { type: "button", class: "small", onclick: () => app.undecide(decisions) }, "Undo")
  );
}
function showCorrections(app) {
  const menu = find("corrections");
  if (!menu) return;
  menu.hidden = app.pending.length === 0;
  find("corrections-count").textContent = String(app.pending.length);
  find("corrections-list").replaceChildren(...app.pending.map((decision) => pendingItem(app, decision)));
}
function pendingItem(app, decision) {
  const { kind, names, value, claim } = decision;
  const words = kind === "wrong" ? `${claim.subject} · ${claim.relation}${claim.object ? ` · ${claim.object}` : ""}: “${claim.sentence}”` : names.join(kind === "same" ? " = " : ", ");
  return element(
    "li",
    {},
    element("span", { dir: "auto" }, element("strong", {}, KINDS[kind]), " ", words, value ? ` → ${value}` : ""),
    element("button", { type: "button", class: "small", "aria-label": `Undo: ${KINDS[kind]} ${words}`, onclick: () => app.undecide([decision]) }, "Undo")
  );
}
function connectCorrections(app) {
  const save2 = find("save-decisions");
  if (!save2) return;
  const by = find("decided-by");
  by.value = app.data.decisions.find((decision) => decision.by)?.by ?? "";
  save2.addEventListener("click", () => {
    const all = allDecisions(app.data.decisions, app.pending);
    download(toToml(all, by.value.trim()), "decisions.toml", "application/toml");
    app.announce("Saved decisions.toml");
  });
}

// kg/page/script/actions.js
function actions(app, place) {
  const link = location.protocol === "about:" ? null : element("button", { type: "button", class: "small", id: "copy-link", onclick: () => copyLink(app, place) }, "Copy link");
  return element("div", { class: "actions" }, link, correctStatement(app, place));
}
async function copyLink(app, place) {
  const { id } = app.data.statement(place);
  const address = `${location.href.split("#")[0]}#s=${encodeURIComponent(id)}`;
  try {
    await navigator.clipboard.writeText(address);
    app.announce("Link copied");
    document.getElementById("copy-link").textContent = "Link copied";
  } catch {
    const shown2 = element("input", { type: "text", readonly: "", value: address, "aria-label": "Link to this statement" });
    document.getElementById("copy-link").replaceWith(shown2);
    shown2.select();
    app.announce("The link is selected: copy it");
  }
}

// kg/page/script/statement_panel.js
function statementPanel(app, { place }) {
  const { data } = app;
  const said = data.statement(place);
  const { contrary, others } = companions(data, place);
  const open2 = (key) => app.select("n", key);
  return [
    backButton(app),
    element("h2", { class: "title" }, statementWords(data, said, { open: open2, without: ["time", "source"] })),
    element("p", { class: "facts" }, badge(data, said.standing), meter(said.confidence)),
    sourcesLine(app, place),
    circumstancesList(app, said),
    actions(app, place),
    ...contradiction(app, place, contrary),
    element("h3", {}, `Evidence (${said.evidence.length})`),
    ...byDocument(said.evidence).flatMap(([document2, evidence]) => evidenceIn(app, document2, evidence)),
    ...namedBeside(app, place, said),
    ...section(app, "Also said about these two", others)
  ];
}
function sourcesLine(app, place) {
  const { mentions, independent, copies } = sourcesOf(app.data, place);
  if (mentions < 2) return null;
  const title = (document2) => nameButton(app.data.documents[document2].title, () => app.select("d", document2));
  const groups = copies.map((group) => group.flatMap((document2, at) => [at ? " = " : "", title(document2)]));
  return element(
    "p",
    { class: "facts sources" },
    element("span", {}, `${counted(independent, "independent source")}, ${counted(mentions, "mention")}`),
    groups.length ? element("span", {}, "copies: ", ...groups.flatMap((group, at) => [at ? "; " : "", ...group])) : null
  );
}
function namedBeside({ data, select }, place, { from, to, speaker, denier }) {
  const named = (data.mentions[place] ?? []).filter((key) => ![from, to, speaker, denier].includes(key));
  if (!named.length) return [];
  const links = named.flatMap((key, at) => [at ? ", " : null, nameButton(data.entities[key].label, () => select("n", key))]);
  return [element("h3", {}, "Also names"), element("p", { class: "facts named" }, element("span", {}, ...links))];
}
function circumstancesList(app, said) {
  const person = (key) => nameButton(app.data.entities[key].label, () => app.select("n", key));
  const rows = [
    said.speaker !== null && ["Said by", person(said.speaker)],
    said.denier !== null && ["Denied by", person(said.denier)],
    said.time !== null && ["When", element("bdi", {}, said.time.words)],
    said.event !== null && ["Event", said.event]
  ].filter(Boolean);
  if (!rows.length) return null;
  return element("dl", { class: "details" }, ...rows.flatMap(([term2, value]) => [element("dt", {}, term2), element("dd", {}, value)]));
}
function contradiction(app, place, contrary) {
  if (!contrary.length) return [];
  const [yes, against] = [1, -1].map((side) => [place, ...contrary].filter((other) => sideOf(app.data, other) === side));
  const no = against.length ? against : contrary;
  return [element("section", { class: "contradiction", "aria-label": "Contradiction" }, element("h3", {}, "The texts contradict each other"), ...sidesOf(app, against.length ? yes : [place], no, place))];
}
function sidesOf(app, yes, no, here = null) {
  const { data } = app;
  return [yes, no].map((places, against) => {
    const ways2 = new Set(places.map((place) => data.statement(place)).map(({ status, standing }) => status === "affirmed" ? "Affirmed" : data.standings[standing]));
    return element(
      "div",
      { class: `side ${against ? "said-denied" : "said-stated"}` },
      element("h4", {}, [...ways2].join(", ")),
      ...places.map((place) => sideItem(app, place, place === here))
    );
  });
}
function sideItem(app, place, here) {
  const { data } = app;
  const said = data.statement(place);
  const [first] = said.evidence;
  const words = statementWords(data, said);
  return element(
    "div",
    { class: "side-item" },
    here ? element("p", { "aria-current": "true" }, words) : element("button", { type: "button", class: "side-open", onclick: () => app.select("s", place) }, words),
    first ? element("blockquote", { dir: "auto" }, sentenceOf(data, first), element("cite", {}, element("bdi", {}, data.documents[first.document].title))) : null
  );
}
function byDocument(evidence) {
  const grouped = /* @__PURE__ */ new Map();
  for (const piece of evidence) grouped.set(piece.document, [...grouped.get(piece.document) ?? [], piece]);
  return [...grouped];
}
function evidenceIn(app, place, evidence) {
  const { data } = app;
  const source = data.documents[place];
  const body = source.text === null ? element("div", { class: "article quoted" }, ...evidence.map((piece) => element("p", { dir: "auto" }, element("mark", {}, sentenceOf(data, piece))))) : article(source, evidence, `The text of ${source.title}, with the sentence highlighted`);
  return [
    element("p", { class: "source-line" }, nameButton(source.title, () => app.select("d", place)), element("span", { class: "facts" }, ...aboutDocument(source))),
    body,
    ...evidence.map((piece) => evidenceNotes(piece, source.text !== null && evidence.length > 1 ? body : null))
  ];
}
function evidenceNotes(piece, body) {
  const notes = [piece.where, piece.time, ...piece.circumstances, `read by ${piece.rule}`, `${Math.round(piece.confidence * 100)} %`];
  const mark = body?.querySelector(`[data-start="${piece.start}"]`);
  const go2 = mark && element("button", { type: "button", class: "go", onclick: () => showMark(body, mark) }, "Go to the sentence");
  return element("p", { class: "notes", dir: "auto" }, notes.filter(Boolean).join(" · "), go2 ? " · " : null, go2);
}
function aboutDocument(source) {
  return [
    source.published && element("time", { datetime: source.published }, source.published),
    source.source && safeLink(source.source)
  ].filter(Boolean);
}

// kg/page/script/documents_panel.js
function documentsPanel(app, places) {
  const { data } = app;
  const counts = /* @__PURE__ */ new Map();
  for (const place of places) {
    for (const document2 of new Set(data.rows[place][13].map(([source]) => source))) counts.set(document2, (counts.get(document2) ?? 0) + 1);
  }
  const order = [...data.documents.keys()].sort((a, b) => datesApart(data, a, b));
  const box = element("div", { class: "index" });
  return [inParts(box, order.length, (at) => {
    const source = data.documents[order[at]];
    const open2 = element("button", { type: "button", class: "index-title", onclick: () => app.select("d", order[at]) }, element("bdi", {}, source.title));
    box.append(element(
      "article",
      {},
      element("h3", { class: "document" }, open2),
      element(
        "p",
        { class: "facts" },
        ...aboutDocument(source),
        element("span", {}, counted(counts.get(order[at]) ?? 0, "statement")),
        data.copies.some(([copy]) => copy === order[at]) ? element("span", {}, "has the text of another") : null
      )
    ));
  })];
}

// kg/page/script/story.js
var ORDERS = { importance: "Importance", time: "Time" };
function storyPanel(app, places) {
  const choice = ([order, words]) => element(
    "label",
    {},
    element("input", { type: "radio", name: "order", id: `order-${order}`, value: order, checked: app.story.order === order ? "" : null, onchange: () => app.tell({ order }) }),
    words
  );
  const orders = element("fieldset", { class: "orders segments" }, element("legend", { class: "hidden" }, "In the order of"), ...Object.entries(ORDERS).map(choice));
  return [orders, sentenceList(app, places, { byTime: app.story.order === "time" })];
}
function sentenceList(app, places, { byTime = false, only = null } = {}) {
  const entries = sentencesOf(app.data, places, { byTime, only }).flatMap((sentence) => sentence.places.map((place) => ({ sentence, place })));
  const box = element("div", { class: "story" });
  const seen = /* @__PURE__ */ new Set();
  let sentences, statements;
  return inParts(box, entries.length, (at) => {
    const { sentence, place } = entries[at];
    const before2 = entries[at - 1]?.sentence;
    if (before2?.document !== sentence.document) {
      sentences = element("ul", { class: "sentences" });
      box.append(element("section", {}, ...only === null ? documentHeading(app, sentence.document) : [], sentences));
    }
    if (before2 !== sentence) {
      statements = element("ol", { class: "statements" });
      sentences.append(element("li", {}, element("blockquote", { dir: "auto", lang: app.data.documents[sentence.document].language }, textOf2(app.data, sentence)), statements));
    }
    statements.append(element("li", {}, statementButton(app, place, { again: seen.has(place) })));
    seen.add(place);
  });
}
function documentHeading(app, place) {
  const source = app.data.documents[place];
  if (app.data.documents.length < 2) return [];
  const open2 = element("button", { type: "button", class: "where", onclick: () => app.select("d", place) }, element("bdi", {}, source.title));
  return [element("h3", { class: "document" }, open2), element("p", { class: "facts" }, ...aboutDocument(source))];
}

// kg/page/script/events.js
var MONTHS2 = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
var MONTH = 31;
var LATE = "9999-99";
function daysOf(data, places) {
  const days2 = /* @__PURE__ */ new Map();
  for (const place of places) {
    const { key, dated } = dayOf2(data, place);
    if (!days2.has(key)) days2.set(key, { month: monthOf(key), title: titleOf(monthOf(key)), day: titleOf(key), dated: [], undated: [] });
    days2.get(key)[dated ? "dated" : "undated"].push(place);
  }
  return [...days2].sort(([a], [b]) => a < b ? -1 : 1).map(([, day]) => day);
}
function monthsOf(days2) {
  const months = /* @__PURE__ */ new Map();
  for (const { month, title, dated, undated } of days2) {
    const count = (months.get(month)?.count ?? 0) + dated.length + undated.length;
    months.set(month, { month, title, count });
  }
  return [...months.values()];
}
function dayOf2(data, place) {
  const time = data.times[data.columns.time[place]];
  const first = time?.from ?? time?.to ?? null;
  if (first !== null) return { key: preciseTo(isoDay(first), isoDay(time.to ?? first)), dated: true };
  const dates = data.rows[place][13].map(([document2]) => data.documents[document2].published).filter(Boolean);
  return { key: dates.sort()[0] ?? LATE, dated: false };
}
function preciseTo(first, last) {
  const length = dayOf(last) - dayOf(first);
  if (length >= MONTH) return first.slice(0, 4);
  if (length > 7) return first.slice(0, 7);
  return length > 0 ? `${first}/${last}` : first;
}
function monthOf(key) {
  return key.slice(0, 7);
}
function titleOf(key) {
  if (key === LATE) return "Without a date";
  if (key.includes("/")) return titleOfDays(key.split("/"));
  const [year, month, day] = key.split("-");
  return [day && String(Number(day)), month && MONTHS2[Number(month) - 1], year].filter(Boolean).join(" ");
}
function titleOfDays([first, last]) {
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${titleOf(last)}`;
  const shared = first.slice(0, 4) === last.slice(0, 4) ? ` ${first.slice(0, 4)}` : "";
  return `${titleOf(first).slice(0, shared ? -shared.length : void 0)} – ${titleOf(last)}`;
}

// kg/page/script/timeline.js
function timelinePanel(app, places) {
  const days2 = daysOf(app.data, places);
  const months = monthsOf(days2);
  const chosen = months.some(({ month }) => month === app.story.month) ? app.story.month : "";
  const shown2 = days2.filter(({ month }) => !chosen || month === chosen);
  const box = element("div", { class: "events" });
  const list = inParts(box, shown2.length, (at) => {
    const day = shown2[at];
    if (shown2[at - 1]?.month !== day.month) box.append(element("h3", { class: "month" }, day.title));
    box.append(...dayBlock(app, day));
  });
  return [monthChoice(app, months, chosen), list];
}
function monthChoice(app, months, chosen) {
  const options2 = months.map(({ month, title, count }) => element("option", { value: month, selected: month === chosen ? "" : null }, `${title} (${numeral(count)})`));
  const select = element(
    "select",
    { id: "month", onchange: (event) => app.tell({ month: event.target.value || null }) },
    element("option", { value: "" }, "All months"),
    ...options2
  );
  return element("label", { class: "field" }, element("span", {}, "Month"), select);
}
function dayBlock(app, { title, day, dated, undated }) {
  return [
    dated.length && day !== title ? element("h4", {}, day) : null,
    dated.length ? statementList(app, dated) : null,
    undated.length ? undatedBlock(app, day, undated) : null
  ].filter(Boolean);
}
function undatedBlock(app, day, places) {
  const words = day === "Without a date" ? "in articles without a date" : `reported on ${day}, undated`;
  const block2 = element("details", { class: "undated-events" }, element("summary", {}, `${counted(places.length, "statement")} ${words}`));
  block2.addEventListener("toggle", () => block2.childElementCount === 1 && block2.append(statementList(app, places)));
  return block2;
}

// kg/page/script/voices.js
var ACTS = { denies: "Denies", alleges: "Alleges", affirms: "Affirms", reports: "Reports", says: "Says" };
var PRESS = "NewsMediaOrganization";
var FACTS = ["stated", "reported"];
var known2 = /* @__PURE__ */ new WeakMap();
function voicesOf(data) {
  if (!known2.has(data)) known2.set(data, spoken(data));
  return known2.get(data);
}
function spoken(data) {
  const voices = /* @__PURE__ */ new Map();
  for (const place of data.order) {
    for (const [voice, act] of actsOf(data, place)) {
      if (!voices.has(voice)) voices.set(voice, []);
      voices.get(voice).push({ act, place });
    }
  }
  return voices;
}
function actsOf(data, place) {
  const { columns, rows } = data;
  const [speaker, denier] = [rows[place][9], rows[place][10]];
  const standing = data.standingNames[columns.standing[place]];
  const acts = /* @__PURE__ */ new Map();
  const verb = data.speech?.[columns.relation[place]];
  if (verb && FACTS.includes(standing)) acts.set(columns.from[place], verb);
  if (speaker >= 0) acts.set(speaker, actOf(data, speaker, standing));
  if (denier >= 0) acts.set(denier, "denies");
  return acts;
}
function actOf(data, speaker, standing) {
  if (data.types[data.entities[speaker].type].name === PRESS) return "reports";
  if (standing === "alleged") return "alleges";
  return FACTS.includes(standing) ? "affirms" : "says";
}
function disputes(data, places) {
  const { from, to, relation } = data.columns;
  const pairs = /* @__PURE__ */ new Map();
  for (const place of places) {
    const side = sideOf(data, place) || (data.standingNames[data.columns.standing[place]] === "alleged" ? 1 : 0);
    if (side === 0) continue;
    const key = [from[place], relation[place], isEnd(data, to[place]) ? "" : to[place]].join(" ");
    if (!pairs.has(key)) pairs.set(key, { yes: [], no: [] });
    pairs.get(key)[side > 0 ? "yes" : "no"].push(place);
  }
  const known3 = new Set(places);
  const values = places.flatMap((place) => (data.contrary.get(place) ?? []).filter((other) => other > place && known3.has(other) && sideOf(data, place) === sideOf(data, other)).map((other) => ({ yes: [place], no: [other] })));
  return [...[...pairs.values()].filter(({ yes, no }) => yes.length && no.length), ...values];
}

// kg/page/script/voices_panel.js
function voicesPanel(app, places) {
  const { data } = app;
  const left = new Set(places);
  const all = [...voicesOf(data)].map(([voice, said]) => ({ voice, said: said.filter(({ place }) => left.has(place)) })).filter(({ said }) => said.length);
  const { act } = app.story;
  const shown2 = all.map(({ voice, said }) => ({ voice, said: said.filter((each) => !act || each.act === act) })).filter(({ said }) => said.length).sort((a, b) => b.said.length - a.said.length || data.entities[b.voice].importance - data.entities[a.voice].importance);
  if (!all.length) return [element("p", { class: "empty" }, "None of these statements has a named speaker or denier.")];
  const box = element("div", { class: "voices" });
  const list = inParts(box, shown2.length, (at) => box.append(voiceSection(app, shown2[at])));
  return [actChoice(app, all), ...act ? [] : disputed(app, places), list];
}
function actChoice(app, all) {
  const counts = Object.fromEntries(Object.keys(ACTS).map((act) => [act, 0]));
  for (const { said } of all) for (const { act } of said) counts[act] += 1;
  const button = (act) => element(
    "button",
    { type: "button", id: `act-${act}`, "aria-pressed": String(app.story.act === act), onclick: () => app.tell({ act: app.story.act === act ? null : act }) },
    ACTS[act],
    " ",
    element("span", {}, numeral(counts[act]))
  );
  return element("div", { class: "acts segments", role: "group", "aria-label": "Ways of speaking" }, ...Object.keys(ACTS).filter((act) => counts[act]).map(button));
}
function disputed(app, places) {
  const found = disputes(app.data, places);
  if (!found.length) return [];
  return [element("h3", {}, "Disputed"), ...found.slice(0, 20).map(({ yes, no }) => element("section", { class: "contradiction", "aria-label": "Contradiction" }, ...sidesOf(app, yes, no)))];
}
function voiceSection(app, { voice, said }) {
  return element(
    "section",
    {},
    element("h3", { class: "document" }, nameButton(app.data.entities[voice].label, () => app.select("n", voice)), " ", element("span", { class: "also" }, counted(said.length, "statement"))),
    ...actLists(app, said)
  );
}
function actLists(app, said) {
  return Object.entries(ACTS).flatMap(([act, words]) => {
    const places = said.filter((each) => each.act === act).map(({ place }) => place);
    return places.length ? [element("h4", {}, words), statementList(app, places)] : [];
  });
}

// kg/page/script/home.js
var VIEWS2 = { story: storyPanel, timeline: timelinePanel, voices: voicesPanel, documents: documentsPanel };
function homePanel(app, places) {
  return VIEWS2[app.story.view](app, places);
}
function showTabs(app) {
  for (const tab of findAll("[role=tab]")) {
    const chosen = tab.dataset.view === app.story.view;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) find("panel").setAttribute("aria-labelledby", tab.id);
  }
}
function connectTabs(app) {
  const tabs = findAll("[role=tab]");
  const choose3 = (tab) => {
    app.tell({ view: tab.dataset.view });
    tab.focus();
  };
  tabs.forEach((tab, at) => {
    tab.addEventListener("click", () => choose3(tab));
    tab.addEventListener("keydown", (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (way) choose3(tabs[(at + way + tabs.length) % tabs.length]);
    });
  });
}

// kg/page/script/entity_panel.js
var DEPTHS = [1, 2, 3];
function entityPanel(app, { place }) {
  const { data } = app;
  const entity = data.entities[place];
  const said = data.touching[place];
  const spoken3 = voicesOf(data).get(place) ?? [];
  const own = new Set(spoken3.map((each) => each.place));
  const others = entity.aliases.filter((alias) => alias !== entity.label);
  const hub = data.communities[entity.community];
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, entity.label),
    element(
      "p",
      { class: "facts" },
      element("span", { dir: "auto" }, data.types[entity.type].words),
      element("span", {}, counted((/* @__PURE__ */ new Set([...said, ...own])).size, "statement")),
      hub === void 0 || hub === place ? null : element("span", {}, "group around ", nameButton(data.entities[hub].label, () => app.select("n", hub)))
    ),
    others.length ? element("p", { class: "names", dir: "auto" }, "Also: ", others.join(", ")) : null,
    entity.links.length ? element("ul", { class: "links" }, ...entity.links.map((link) => element("li", {}, safeLink(link)))) : null,
    said.length ? ways(app, place) : null,
    ...spoken3.length ? [element("h3", {}, "What it says"), ...actLists(app, spoken3)] : [],
    ...section(app, spoken3.length ? "Other statements" : "Statements", said.filter((each) => !own.has(each))),
    ...section(app, "Also named in", (data.mentioning.get(place) ?? []).filter((each) => !own.has(each) && !said.includes(each) && !data.wrong?.has(each))),
    ...structure(app, place),
    entity.mentions.length ? element("h3", {}, "Named in") : null,
    element("ul", { class: "statements" }, ...entity.mentions.map(([document2, count]) => documentItem(app, document2, count))),
    correctThing(app, place)
  ];
}
function ways(app, place) {
  const steps = DEPTHS.map(
    (depth) => element(
      "button",
      { type: "button", "aria-pressed": String(app.depth === depth), onclick: () => app.around(place, app.depth === depth ? null : depth) },
      `${depth}`
    )
  );
  const box = searchBox(app, {
    id: "path-target",
    label: "Shortest path to",
    placeholder: "another entity",
    kinds: "n",
    take: (hit) => app.connect(place, hit.place)
  });
  return element(
    "div",
    { class: "ways" },
    element("div", { class: "segments", role: "group", "aria-label": "Steps to neighbours" }, element("span", { class: "ways-label", "aria-hidden": "true" }, "Neighbours, in steps"), ...steps),
    box,
    searchBox(app, { id: "add-target", label: "Everything between this and", placeholder: "another entity", kinds: "n", take: (hit) => app.toggle(hit.place) })
  );
}
function structure(app, place) {
  const { data } = app;
  const places = data.structural[place];
  if (!places.length) return [];
  const button = (key) => nameButton(data.entities[key].label, () => app.select("n", key));
  const items = places.map((each) => {
    const [from, to, kind] = data.structure[each];
    return element("li", {}, from === place ? null : button(from), " ", element("em", {}, kind), " ", to === place ? "this" : button(to));
  });
  return [
    element("h3", {}, "Named inside"),
    element("p", { class: "also" }, "Read from the names of entities; these are not statements."),
    element("ul", { class: "structure" }, ...items)
  ];
}
function documentItem(app, place, count) {
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", onclick: () => app.select("d", place) },
      element("bdi", {}, app.data.documents[place].title),
      " ",
      element("span", { class: "also" }, count === 1 ? "once" : `${count} times`)
    )
  );
}

// kg/page/script/chooser.js
function choose2(app, mark, places) {
  const body = mark.closest(".article");
  const open2 = mark.getAttribute("aria-expanded") === "true";
  body.querySelector(".chooser")?.remove();
  for (const other of body.querySelectorAll("mark[aria-expanded]")) other.setAttribute("aria-expanded", "false");
  if (open2) return;
  mark.setAttribute("aria-expanded", "true");
  const chooser = element("div", { class: "chooser", role: "group", "aria-label": `${places.length} statements of this sentence`, onkeydown: (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    choose2(app, mark, places);
    mark.focus();
  } }, statementList(app, places, { named: false }));
  mark.closest("p").after(chooser);
  chooser.querySelector("button").focus({ preventScroll: true });
}

// kg/page/script/document_panel.js
function documentPanel(app, { place }) {
  const source = app.data.documents[place];
  const places = statementsIn(app.data, place);
  const facts = [...aboutDocument(source), element("span", {}, counted(places.length, "statement"))];
  const only = element("button", { type: "button", class: "more start", onclick: () => app.filter({ document: place }, { clear: true }) }, "Show only its statements");
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, source.title),
    element("p", { class: "facts" }, ...facts),
    ...copiesOf(app, place),
    app.data.documents.length > 1 && places.length ? only : null,
    ...source.text === null ? withoutText(app, place, places) : withText(app, source, place, places)
  ];
}
function copiesOf(app, place) {
  const words = { copy: ["Has nearly the same text as", "Nearly the same text is in"], contains: ["Contains most of the text of", "Most of its text is in"] };
  const title = (document2) => nameButton(app.data.documents[document2].title, () => app.select("d", document2));
  return Object.entries(words).flatMap(([kind, ends]) => ends.map((said, end) => {
    const others = app.data.copies.filter((copy) => copy[2] === kind && copy[end] === place).map((copy) => copy[1 - end]);
    return others.length ? element("p", { class: "facts copies" }, element("span", {}, `${said} `, ...others.flatMap((other, at) => [at ? ", " : "", title(other)]))) : null;
  }));
}
function withText(app, source, place, places) {
  const marks = passagesOf(app.data, place, places).map(({ start: start3, end, places: said }) => ({
    start: start3,
    end,
    class: "faint",
    count: said.length,
    open: (mark) => said.length === 1 ? app.select("s", said[0]) : choose2(app, mark, said)
  }));
  const body = article(source, marks, source.title);
  body.classList.add("whole");
  return [
    element("h3", {}, "Text"),
    body,
    element("p", { class: "notes" }, "Underlined sentences make statements. Click one to see its statement; a number after it means that there are several.")
  ];
}
function withoutText(app, place, places) {
  return [element("p", { class: "notes" }, "This page has only the sentences of its statements, not the full text."), sentenceList(app, places, { byTime: true, only: place })];
}

// kg/page/script/path_panel.js
function pathPanel(app, { from, to }) {
  const { data } = app;
  const path = app.path();
  const named = (key) => nameButton(nameOf(data, key), () => app.select("n", key));
  const words = path ? `${counted(path.length - 1, "step")}, the shortest path ${stepsOf(data, path, app.shown).every((places) => places.length) ? "over the statements shown" : "including entities named inside"}` : null;
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, "From ", named(from), " to ", named(to)),
    element("p", { class: "facts" }, words ?? "No path connects the two through the statements shown."),
    ...path ? stepsOf(data, path, app.shown).flatMap((places, step3) => hop(app, path, step3, places)) : []
  ];
}
function hop(app, path, step3, places) {
  const heading = element("h3", { class: "hop" }, `${step3 + 1}. `, element("bdi", {}, nameOf(app.data, path[step3])), " — ", element("bdi", {}, nameOf(app.data, path[step3 + 1])));
  if (!places.length) return [heading, element("p", { class: "also" }, "One is named within the words for the other (not a statement).")];
  return [heading, statementList(app, places)];
}

// kg/page/script/keyboard.js
var DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
var NAMED = 4;
var RING = 7;
var ASIDE = 2.5;
function connectKeyboard(app) {
  const { canvas } = app;
  const { place, network } = canvas;
  place.addEventListener("keydown", (event) => {
    if (event.key in DIRECTIONS) step2(app, DIRECTIONS[event.key]);
    else if (event.key === "Enter" && canvas.cursor !== null) open(app, canvas.cursor);
    else return;
    event.preventDefault();
  });
  place.addEventListener("focus", () => stand(app, start(app)));
  place.addEventListener("blur", () => stand(app, null));
  network.on("afterDrawing", (context) => ring(canvas, context));
}
function describePicture({ data, canvas, filters }) {
  const keys = things(canvas).filter((key) => !nodeHidden(data, filters, key));
  const names = keys.slice(0, NAMED).map((key) => nameOf(data, key));
  const places = new Set([...canvas.lines.values()].flatMap((line) => line.places));
  const what = keys.length ? `Graph of ${counted(keys.length, "entity", "entities")} and ${counted(places.size, "statement")}: ${names.join(", ")}${keys.length > NAMED ? " and others" : ""}` : "Empty graph";
  canvas.place.setAttribute("aria-label", `${what}. The arrow keys go from entity to entity, Enter opens one.`);
}
function things({ app: { data }, drawn: drawn2 }) {
  return [...drawn2].filter((key) => data.entities[thingOf(data, key)]).sort((a, b) => nodeOf(data, b).size - nodeOf(data, a).size || a - b);
}
function start({ selection, canvas }) {
  const chosen = selection?.kind === "n" && canvas.drawn.has(selection.place) ? selection.place : null;
  return chosen ?? things(canvas)[0] ?? null;
}
function step2(app, [right, down]) {
  const { canvas, data, filters } = app;
  const here = canvas.cursor !== null && canvas.drawn.has(canvas.cursor) ? canvas.cursor : start(app);
  if (here === null) return;
  const from = canvas.network.getPosition(here);
  const reach = (key) => {
    const { x, y } = canvas.network.getPosition(key);
    const along = (x - from.x) * right + (y - from.y) * down;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    return along > 0 ? along + ASIDE * aside : Infinity;
  };
  const others = things(canvas).filter((key) => key !== here && !nodeHidden(data, filters, key) && reach(key) < Infinity);
  stand(app, others.reduce((best, key) => best === null || reach(key) < reach(best) ? key : best, null) ?? here);
}
function stand(app, key) {
  const { canvas, data } = app;
  canvas.cursor = key;
  if (key !== null) {
    const { label, type } = data.entities[thingOf(data, key)];
    app.announce(`${label}, ${data.types[type].words}, ${counted(data.touching[thingOf(data, key)].length, "statement")}`);
  }
  canvas.network.redraw();
}
function open(app, key) {
  app.select("n", thingOf(app.data, key));
}
function ring(canvas, context) {
  const { cursor, nodes, network, colours } = canvas;
  if (cursor === null || !nodes.get(cursor)) return;
  const { x, y } = network.getPosition(cursor);
  context.beginPath();
  context.arc(x, y, nodeOf(canvas.app.data, cursor).size + RING, 0, 2 * Math.PI);
  context.lineWidth = 3 / network.getScale();
  context.strokeStyle = colours.accent;
  context.stroke();
}

// kg/page/script/gliding.js
var MOTION = 200;
function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
function onScreen({ drawn: drawn2, view, network }) {
  if (!view || isStill()) return /* @__PURE__ */ new Map();
  return new Map([...drawn2].map((key) => [key, network.canvasToDOM(network.getPosition(key))]));
}
function glide(canvas, before2) {
  const { network, drawn: drawn2 } = canvas;
  cancelAnimationFrame(canvas.gliding ?? 0);
  canvas.gliding = null;
  const moves = [...drawn2].filter((key) => before2.has(key)).map((key) => ({ node: network.body.nodes[key], from: network.DOMtoCanvas(before2.get(key)), to: network.getPosition(key) }));
  if (!moves.length) return;
  const began = performance.now();
  const step3 = () => {
    const share = Math.min(1, Math.max(0, (performance.now() - began) / MOTION));
    const eased = share * share * (3 - 2 * share);
    for (const { node, from, to } of moves) {
      node.x = from.x + (to.x - from.x) * eased;
      node.y = from.y + (to.y - from.y) * eased;
    }
    canvas.gliding = share < 1 ? requestAnimationFrame(step3) : null;
    network.redraw();
  };
  step3();
}

// kg/page/script/fitting.js
var MOST_URGENT = 6;
function hasWordsOnAll({ app: { data }, view }) {
  if (view.kind === "articles") return true;
  return folds(data, view) && !isOpened(view) && ["first", "filtered"].includes(view.kind);
}
function isOpened(view) {
  return view.kind === "first" && view.opened !== void 0;
}
function makeRoom(canvas) {
  const { data } = canvas.app;
  const [all, keys] = [[...canvas.lines.values()], [...canvas.drawn]];
  canvas.edges.update(all.map(({ place }) => visEdge(canvas, place)));
  const tryOut = () => {
    canvas.lines = new Map(all.filter(({ place }) => !canvas.waived.has(place)).map((line) => [line.place, line]));
    const linked = endsOf(canvas.lines);
    canvas.drawn = new Set(keys.filter((key) => linked.has(key)));
    canvas.waiting = waitingAt(canvas);
    if (canvas.cards.length) placeAgain(canvas);
    aim(canvas);
    return lackingIn(canvas);
  };
  const [spread2, below] = [false, true].map((each) => {
    canvas.below = each;
    return tryOut().lacking.length;
  });
  canvas.below = below < spread2;
  const byWeight = (one, other) => weightOf(data, one) - weightOf(data, other);
  for (let { worded, lacking } = tryOut(); lacking.length && canvas.lines.size > 1; { worded, lacking } = tryOut()) {
    const late = lacking.filter(({ place }) => !worded.has(place) && !canvas.urgent.has(place)).sort(byWeight);
    if (late.length && canvas.urgent.size < MOST_URGENT) canvas.urgent.add(late.at(-1).place);
    else canvas.waived.add(lacking.sort(byWeight)[0].place);
  }
  for (const { place } of all.filter(({ place: place2 }) => canvas.waived.has(place2)).sort(byWeight).reverse()) {
    canvas.waived.delete(place);
    if (tryOut().lacking.length) canvas.waived.add(place);
  }
  tryOut();
  canvas.nodes.remove(keys.filter((key) => !canvas.drawn.has(key)));
  canvas.edges.remove([...canvas.waived]);
}
function endsOf(lines) {
  return new Set([...lines.values()].flatMap(({ from, to }) => [from, to]));
}
function lackingIn(canvas) {
  const names = placeNames(canvas, null);
  const worded = new Set(placeWords(canvas, [...canvas.lines.keys()], null, names).map(({ place }) => place));
  const nameless = (key) => !isEnd(canvas.app.data, key) && !names.named.has(key);
  return { worded, lacking: [...canvas.lines.values()].filter(({ place, from, to }) => !worded.has(place) || nameless(from) || nameless(to)) };
}
function dropLoose({ drawn: drawn2, lines, view }) {
  const linked = endsOf(lines);
  for (const key of [...drawn2]) {
    if (linked.has(key) || view.kind === "first" && view.opened === key) continue;
    drawn2.delete(key);
  }
}

// kg/page/script/placement.js
function placedApart(boxes2, aspect, { rounds, room, evenness, margin, wider }) {
  if (boxes2.length < 2) return boxes2;
  const area = room * boxes2.reduce((sum, box) => sum + (box.width + 2 * margin) * (box.height + 2 * margin), 0);
  const frame = { width: Math.sqrt(area * aspect), height: Math.sqrt(area / aspect) };
  const xs = spread(boxes2.map(({ x }) => x), frame.width, evenness);
  const ys = spread(boxes2.map(({ y }) => y), frame.height, evenness);
  const moved2 = boxes2.map((box, index) => ({ ...box, x: xs[index], y: ys[index] }));
  for (let step3 = 0; step3 < rounds; step3++) if (!pushApart(moved2, aspect * wider, margin)) break;
  return moved2;
}
function spread(values, length, evenness) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const even = new Array(values.length);
  order.forEach((index, rank) => even[index] = rank / (values.length - 1));
  return values.map((value, index) => {
    const linear = (value - least) / Math.max(most - least, 1e-6);
    return ((1 - evenness) * linear + evenness * even[index] - 0.5) * length;
  });
}
function pushApart(boxes2, aspect, margin) {
  let any = false;
  for (let first = 0; first < boxes2.length; first++) {
    for (let second = first + 1; second < boxes2.length; second++) {
      const [a, b] = [boxes2[first], boxes2[second]];
      const across = (a.width + b.width) / 2 + margin - Math.abs(a.x - b.x);
      const along = (a.height + b.height) / 2 + margin - Math.abs(a.y - b.y);
      if (across <= 0 || along <= 0) continue;
      any = true;
      const axis = across < along * aspect ? "x" : "y";
      const push = (axis === "x" ? across : along) / 2 * (a[axis] <= b[axis] ? -0.5 : 0.5);
      a[axis] += push;
      b[axis] -= push;
    }
  }
  return any;
}

// kg/page/script/views.js
var TICKS = 150;
var BESIDE_PATH = 40;
var SHORT = 60;
var NEAREST = 70;
var RING2 = 22;
var TURNS = 20;
var WIDER = 1.5;
var BESIDE = 22;
function nodesOf(app, view, tall) {
  const { data } = app;
  if (view.kind === "articles") {
    const at2 = placesOnCards(data, cardsShown(app, view.first));
    return { keys: new Set(at2.keys()), at: at2 };
  }
  if (view.kind === "around") return { keys: neighbourhood(data, view.centre, view.depth, app.shown), at: null };
  if (view.kind === "between") return { keys: /* @__PURE__ */ new Set([...view.places, ...between(app, view.places).by.keys()]), at: null };
  if (view.kind === "path") return { keys: besidePath(app, view.path), at: null };
  if (view.kind === "filtered") return { keys: leftBy(app, view.all), at: null };
  const first = tall ? data.tall.places : data.network.nodes.map(({ id, x, y }) => [id, x, y]);
  if (view.kind === "all" && tall) return { keys: new Set(data.everything.map(([key]) => key)), at: null };
  const places = view.kind === "all" ? data.everything : first;
  const at = new Map(places.map(([key, x, y]) => [key, [x, y]]));
  const keys = new Set(at.keys());
  if (view.kind === "first" && view.opened !== void 0) for (const key of unfolded(app, new Set(keys), view.opened)) keys.add(key);
  return { keys, at };
}
function sameView(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
function spiral(keys) {
  const point = (index) => [60 * Math.sqrt(index) * Math.cos(2.4 * index), 60 * Math.sqrt(index) * Math.sin(2.4 * index)];
  return new Map([...keys].map((key, index) => [key, point(index)]));
}
function layOut(canvas) {
  const lines = [...canvas.lines.values()];
  canvas.edges.add(lines.map(({ place, from, to }) => ({ id: place, from, to, smooth: false, ...isEnd(canvas.app.data, to) ? { length: SHORT } : {} })));
  const force = { gravitationalConstant: -110, springLength: 110, springConstant: 0.08, avoidOverlap: 0.4 };
  canvas.network.setOptions({
    physics: { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: force, stabilization: { enabled: false } }
  });
  canvas.network.physics.startedStabilization = false;
  for (let step3 = 0; step3 < TICKS; step3++) canvas.network.physics.physicsTick();
  canvas.network.storePositions();
  canvas.network.setOptions({ physics: { enabled: false } });
  const keys = [...canvas.drawn];
  const aspect = canvas.place.clientWidth / Math.max(1, canvas.place.clientHeight);
  const boxes2 = keys.map((key) => wholeBox(nodeBoxes(canvas, key)));
  canvas.nodes.update(placedApart(boxes2, aspect, canvas.app.data.constants).map(({ x, y, drop }, index) => ({ id: keys[index], x, y: y - drop })));
}
function wholeBox(boxes2) {
  const [shape, name] = [boxes2[0], boxes2.at(-1)];
  const top = shape.y - shape.height / 2;
  const bottom = name.y + name.height / 2;
  const width = Math.max(shape.width, name.width);
  return { x: shape.x, y: (top + bottom) / 2, width, height: bottom - top, drop: (top + bottom) / 2 - shape.y };
}
function besidePath(app, path) {
  const keys = new Set(path);
  for (const key of path) {
    for (const near of neighbourhood(app.data, key, 1, app.shown)) if (keys.size < path.length + BESIDE_PATH) keys.add(near);
  }
  return keys;
}
function leftBy(app, all) {
  const { data } = app;
  const places = shownStatements(data, app.filters);
  return all || data.everything === null ? bestConnected(data, places) : mostImportant(data, places, data.constants.overview);
}
function placeBeside(canvas, added) {
  if (!added.length) return;
  const fresh = new Set(added);
  const taken = [...canvas.drawn].filter((key) => !fresh.has(key)).map((key) => wholeBox(nodeBoxes(canvas, key)));
  const middle = meanOf(taken);
  for (const key of added) {
    const line = [...canvas.lines.values()].find(({ from, to }) => from === key && !fresh.has(to) || to === key && !fresh.has(from));
    const anchor = line ? canvas.network.getPosition(line.from === key ? line.to : line.from) : middle;
    const box = wholeBox(nodeBoxes(canvas, key));
    const { x, y } = freeSpot(box, anchor, middle, taken);
    taken.push({ ...box, x, y: y + box.drop });
    canvas.nodes.update({ id: key, x, y });
    fresh.delete(key);
  }
}
function freeSpot(box, anchor, middle, taken) {
  const away = Math.atan2(anchor.y - middle.y, anchor.x - middle.x);
  for (let reach = NEAREST; ; reach += RING2) {
    for (let turn = 0; turn < TURNS; turn++) {
      const angle = away + (turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * (2 * Math.PI / TURNS);
      const x = anchor.x + WIDER * reach * Math.cos(angle);
      const y = anchor.y + reach * Math.sin(angle);
      const there = { x, y: y + box.drop, width: box.width + BESIDE, height: box.height + BESIDE };
      if (!taken.some((other) => overlap(there, other))) return { x, y };
    }
  }
}
function meanOf(boxes2) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { x: mean(boxes2.map(({ x }) => x)), y: mean(boxes2.map(({ y }) => y)) };
}
function bestConnected(data, places) {
  const { from, to } = data.columns;
  const degree = /* @__PURE__ */ new Map();
  for (const place of places) {
    for (const key of [from[place], to[place]]) degree.set(key, (degree.get(key) ?? 0) + 1);
  }
  const ranked = [...degree.keys()].sort((a, b) => degree.get(b) - degree.get(a) || a - b);
  const rank = new Map(ranked.map((key, place) => [key, place]));
  const best = /* @__PURE__ */ new Map();
  for (const place of places) {
    const later = Math.max(rank.get(from[place]), rank.get(to[place]));
    for (const key of [from[place], to[place]]) best.set(key, Math.min(best.get(key) ?? later, later));
  }
  const order = [...best.keys()].sort((a, b) => best.get(a) - best.get(b) || rank.get(a) - rank.get(b));
  return new Set(order.slice(0, data.constants.atOnce));
}

// kg/page/script/canvas.js
var EDGE2 = 20;
var PAUSE = 80;
var MOTION2 = 200;
function createCanvas(app, place) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(place, { nodes, edges }, options(app.data.network.options));
  const canvas = {
    app,
    place,
    nodes,
    edges,
    network,
    drawn: null,
    view: null,
    light: null,
    lines: /* @__PURE__ */ new Map(),
    waived: /* @__PURE__ */ new Set(),
    urgent: /* @__PURE__ */ new Set(),
    below: false,
    cards: [],
    waiting: /* @__PURE__ */ new Map(),
    cursor: null,
    names: null,
    words: [],
    room: null,
    colours: {},
    dark: false,
    given: false,
    gliding: null,
    groups: [],
    family: "",
    tall: false,
    timer: 0,
    fitted: ""
  };
  network.canvas.frame.tabIndex = -1;
  network.on("beforeDrawing", (context) => drawCards(canvas, context));
  network.on("afterDrawing", (context) => drawText(canvas, context));
  network.on("click", (event) => {
    if (event.event.pointerType === "touch") place.addEventListener("click", () => press(canvas, event), { once: true });
    else press(canvas, event);
  });
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, () => place.style.cursor = "pointer");
    network.on(`blur${kind}`, () => place.style.cursor = "");
  }
  network.on("zoom", () => soon(canvas, () => refresh(canvas)));
  network.on("dragEnd", (event) => {
    if (!event.nodes.length) return;
    canvas.given = false;
    refresh(canvas);
  });
  network.on("resize", () => soon(canvas, () => resized(canvas)));
  return canvas;
}
function showView(canvas, view) {
  const before2 = onScreen(canvas);
  canvas.view = view;
  canvas.tall = canvas.place.clientHeight > canvas.place.clientWidth;
  const { keys, at } = nodesOf(canvas.app, view, canvas.tall);
  const places = at ?? spiral(keys);
  canvas.drawn = keys;
  canvas.cards = view.kind === "articles" ? cardsShown(canvas.app, view.first) : [];
  canvas.given = view.kind === "first" && !canvas.tall;
  if (!isOpened(view)) Object.assign(canvas, { waived: /* @__PURE__ */ new Set(), urgent: /* @__PURE__ */ new Set(), below: false });
  findLines(canvas);
  if (isOpened(view)) dropLoose(canvas);
  canvas.names = null;
  readColours(canvas);
  canvas.words = [];
  canvas.edges.clear();
  canvas.nodes.clear();
  canvas.nodes.add([...keys].map((key) => visNode(canvas, key, places.get(key))));
  if (!at) layOut(canvas);
  else placeBeside(canvas, [...canvas.drawn].filter((key) => !at.has(key)));
  if (hasWordsOnAll(canvas)) makeRoom(canvas);
  fit(canvas);
  glide(canvas, before2);
}
function refresh(canvas, view = canvas.view) {
  if (!canvas.view || !sameView(view, canvas.view)) {
    showView(canvas, view);
    return;
  }
  readColours(canvas);
  findLines(canvas);
  canvas.names = placeNames(canvas, canvas.light);
  canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  updateEdges(canvas);
}
function findLines(canvas) {
  canvas.lines = linesOf(canvas);
  canvas.waiting = waitingAt(canvas);
  canvas.light = lit(canvas.app);
}
function dim(canvas) {
  canvas.light = lit(canvas.app);
  canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  const ids = canvas.edges.getIds();
  canvas.edges.update(ids.map((id) => typeof id === "number" ? visEdge(canvas, id) : visStructural(canvas, placeOfStructural(id))));
}
function fit(canvas) {
  aim(canvas);
  repaint(canvas);
}
function aim(canvas) {
  canvas.fitted = sizeOf(canvas);
  const boxes2 = [...canvas.drawn].filter((key) => !canvas.nodes.get(key).hidden).flatMap((key) => nodeBoxes(canvas, key)).concat(canvas.cards);
  if (boxes2.length && (fitBelow(canvas, boxes2, EDGE2) || canvas.view.kind !== "first" || !canvas.app.data.whole)) fitBelow(canvas, boxes2, toolsOf(canvas).height);
}
function zoom(canvas, factor) {
  const still = isStill();
  canvas.network.off("animationFinished");
  canvas.network.once("animationFinished", () => repaint(canvas));
  canvas.network.moveTo({ scale: canvas.network.getScale() * factor, animation: still ? false : { duration: MOTION2, easingFunction: "easeInOutQuad" } });
  if (still) repaint(canvas);
}
function repaint(canvas) {
  canvas.names = placeNames(canvas, canvas.light);
  canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  updateEdges(canvas);
}
function fitBelow(canvas, boxes2, head) {
  const left = Math.min(...boxes2.map((box) => box.x - box.width / 2));
  const right = Math.max(...boxes2.map((box) => box.x + box.width / 2));
  const top = Math.min(...boxes2.map((box) => box.y - box.height / 2));
  const bottom = Math.max(...boxes2.map((box) => box.y + box.height / 2));
  const room = { width: canvas.place.clientWidth - 2 * EDGE2, height: canvas.place.clientHeight - head - EDGE2 };
  const largest = Math.max(1.15, room.width / 1100);
  const scale = Math.max(0.02, Math.min(largest, room.width / (right - left), room.height / (bottom - top)));
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 - (head - EDGE2) / 2 / scale };
  canvas.network.moveTo({ position, scale, animation: false });
  const corner = toolsOf(canvas);
  const tools = canvas.network.DOMtoCanvas({ x: canvas.place.clientWidth - corner.width, y: corner.height });
  const half = (room.width + EDGE2) / 2 / scale;
  const upper = position.y - (canvas.place.clientHeight / 2 - head + EDGE2 / 2) / scale;
  canvas.room = { left: position.x - half, right: position.x + half, top: upper, tools };
  return boxes2.some((box) => box.x + box.width / 2 > tools.x && box.y - box.height / 2 < tools.y);
}
function toolsOf({ place }) {
  const tools = (
    /** @type {HTMLElement} */
    place.nextElementSibling
  );
  return { width: place.clientWidth - tools.offsetLeft + EDGE2 / 2, height: tools.offsetTop + tools.offsetHeight + EDGE2 / 2 };
}
function sizeOf({ place }) {
  return `${place.clientWidth} ${place.clientHeight}`;
}
function soon(canvas, act) {
  clearTimeout(canvas.timer);
  canvas.timer = setTimeout(act, PAUSE);
}
function resized(canvas) {
  if (!canvas.drawn || canvas.fitted === sizeOf(canvas)) return;
  const tall = canvas.place.clientHeight > canvas.place.clientWidth;
  if (tall !== canvas.tall && canvas.view.kind === "first") showView(canvas, canvas.view);
  else if (hasWordsOnAll(canvas)) showView(canvas, canvas.view);
  else fit(canvas);
}
function options(ofNetwork) {
  return {
    ...ofNetwork,
    autoResize: true,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    groups: {},
    interaction: { ...ofNetwork.interaction, selectConnectedEdges: false, multiselect: false, tooltipDelay: 400 },
    nodes: { ...ofNetwork.nodes, borderWidth: 0, borderWidthSelected: 0, font: { vadjust: 0 } },
    edges: { ...ofNetwork.edges, arrowStrikethrough: false }
  };
}
function updateEdges(canvas) {
  const shown2 = [...canvas.lines.keys()];
  const structural = structuralEdges(canvas);
  const kept3 = /* @__PURE__ */ new Set([...shown2, ...structural.map(({ id }) => id)]);
  canvas.edges.remove(canvas.edges.getIds().filter((place) => !kept3.has(place)));
  canvas.edges.update([...shown2.map((place) => visEdge(canvas, place)), ...structural]);
  const named = canvas.names.named.size;
  canvas.words = placeWords(canvas, shown2, canvas.light);
  if (canvas.names.named.size < named) canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  canvas.network.redraw();
}
function structuralEdges(canvas) {
  const { app: { data }, drawn: drawn2, light, view } = canvas;
  const there = (key) => drawn2.has(key) && (!folds(data, view) || light?.nodes.has(key));
  return data.structure.flatMap(([from, to], place) => there(from) && there(to) ? [visStructural(canvas, place)] : []);
}
function pressEdge(app, id) {
  if (typeof id === "number") app.select("s", id);
  else app.select("n", app.data.structure[placeOfStructural(id)][0]);
}
function press(canvas, event) {
  const { app } = canvas;
  const { x, y } = event.pointer.canvas;
  const here = { x, y, width: 2, height: 2 };
  const words = canvas.words.find((box) => overlap(box, here));
  const name = canvas.names?.taken.find((box) => overlap(box, here))?.key;
  const hit = event.nodes[0] ?? (words ? void 0 : name);
  const node = hit === void 0 ? hit : thingOf(app.data, hit);
  const card = cardAt(canvas, here);
  canvas.network.unselectAll();
  const also = event.event.srcEvent?.shiftKey || event.event.srcEvent?.ctrlKey || event.event.srcEvent?.metaKey;
  if (also && node !== void 0 && app.data.entities[node]) app.toggle(node);
  else if (node !== void 0 && app.data.entities[node]) app.select("n", node);
  else if (node !== void 0) app.select("s", app.data.touching[node][0]);
  else if (words) app.select("s", words.place);
  else if (event.edges.length) pressEdge(app, event.edges[0]);
  else if (card) app.select("d", card.document);
  else app.clear();
}

// kg/page/script/filter_form.js
var LISTED_RELATIONS = 400;
function connectFilters(app) {
  for (const [box, set, value] of boxes(app)) {
    box.addEventListener("change", () => {
      const hidden = new Set(
        /** @type {Set<number | string>} */
        app.filters[set]
      );
      if (box.checked) hidden.delete(value);
      else hidden.add(value);
      app.filter({ [set]: hidden });
    });
  }
  connectOnly(app);
  connectOneOffs(app);
  find("asked").addEventListener("click", () => {
    app.filter({ words: "" });
    find("search").focus();
  });
  fillRelations(app);
  fillDocuments(app);
  const confidence = find("confidence");
  confidence.addEventListener("input", () => app.filter({ confidence: Number(confidence.value) / 100 }));
  find("clear-filters").addEventListener("click", () => {
    app.filter(noFilters());
    find("filters").querySelector("summary").focus();
  });
}
function showFilters(app) {
  const { filters } = app;
  for (const [box, set, value] of boxes(app)) box.checked = !/** @type {Set<number | string>} */
  filters[set].has(value);
  showOnly(app);
  find("one-offs").checked = !filters.oneOffs;
  find("asked").hidden = filters.words === "";
  find("asked").textContent = visible(`“${filters.words}” ×`);
  find("asked").setAttribute("aria-label", `Remove the words “${filters.words}”`);
  find("relation").value = filters.relation === null ? "" : String(filters.relation);
  if (find("document")) find("document").value = filters.document === null ? "" : String(filters.document);
  const percent = Math.round(filters.confidence * 100);
  find("confidence").value = String(percent);
  find("confidence").setAttribute("aria-valuetext", `${percent} % or more`);
  find("confidence-value").textContent = percent ? `≥ ${percent} %` : "any";
  const count = filterCount(filters);
  find("filter-count").textContent = count ? `${count} set` : "";
  find("clear-filters").hidden = count === 0;
}
function connectOnly(app) {
  for (const [box, set, value] of boxes(app)) {
    const chip = box.closest(".chip");
    const name = chip.querySelector(".chip-name").textContent;
    const press2 = () => {
      const others = boxes(app).filter(([, other, each]) => other === set && each !== value).map(([, , each]) => each);
      app.filter({ [set]: new Set(others) });
    };
    const group = element("span", { class: "chip-group" });
    chip.replaceWith(group);
    group.append(chip, element("button", { type: "button", class: "only", "aria-label": `Only ${name}`, onclick: press2 }, "only"));
  }
  for (const [id, set] of [["types-row", "types"], ["standings-row", "standings"]]) {
    find(id).append(element("button", { type: "button", class: "all", "data-all": set, hidden: "", onclick: () => app.filter({ [set]: /* @__PURE__ */ new Set() }) }, "all"));
  }
}
function showOnly(app) {
  for (const button of findAll("[data-all]")) button.hidden = app.filters[button.dataset.all].size === 0;
}
function connectOneOffs(app) {
  const box = find("one-offs");
  const chip = box.closest(".chip");
  chip.hidden = app.data.oneOffs.size === 0;
  chip.querySelector(".count").textContent = numeral(app.data.oneOffs.size);
  box.addEventListener("change", () => app.filter({ oneOffs: !box.checked }));
}
function boxes(app) {
  const all = findAll("[data-type]").map((box) => [box, "types", Number(box.dataset.type)]);
  const said = findAll("[data-standing]").map((box) => [box, "standings", box.dataset.standing]);
  return (
    /** @type {any} */
    [...all, ...said]
  );
}
function fillRelations(app) {
  const counts = relationCounts(app.data).slice(0, LISTED_RELATIONS);
  const select = find("relation");
  select.append(...counts.map(([relation, count]) => element("option", { value: relation }, `${app.data.relations[relation][0]} (${numeral(count)})`)));
  select.addEventListener("change", () => app.filter({ relation: chosenPlace(select) }));
}
function fillDocuments(app) {
  const select = find("document");
  if (!select) return;
  select.append(...app.data.documents.map((source, place) => element("option", { value: place }, source.title)));
  select.addEventListener("change", () => app.filter({ document: chosenPlace(select) }));
}
function chosenPlace(select) {
  return select.value === "" ? null : Number(select.value);
}

// kg/page/script/time_slider.js
var HEIGHT2 = 28;
var WIDTH2 = 100;
var MOST_LABELS = 6;
var LETTER = 6.5;
var GAP2 = 12;
var LEAST_DATED = 0.1;
function createTimeSlider(app, place) {
  const { data } = app;
  const counts = data.times.map(() => 0);
  for (const time of data.columns.time) if (time >= 0) counts[time] += 1;
  const slots = timeSlots(data.times.map((time, index) => ({ ...time, count: counts[index] })).filter(({ count }) => count));
  const slider = { app, place, slots, bars: [], first: null, last: null, said: null, undated: null };
  const dated = slots.reduce((sum, { count }) => sum + count, 0);
  if (slots.length < 2 || dated < LEAST_DATED * data.count) return Object.assign(slider, { slots: [] });
  const undated = data.count - dated;
  slider.first = handle(slider, "Earliest time", 0);
  slider.last = handle(slider, "Latest time", slots.length - 1);
  slider.bars = barsOf(slots);
  const targets = slots.map((_, index) => target(slider, index));
  slider.said = element("output", { class: "time-said", for: "time-first time-last" });
  slider.undated = element("input", { type: "checkbox", onchange: () => app.filter({ undated: slider.undated.checked }) });
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH2} ${HEIGHT2}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...slider.bars, ...targets);
  const axis = element("div", { class: "axis", "aria-hidden": "true" });
  new ResizeObserver(() => labelAxis(axis, slots)).observe(axis);
  place.append(
    element("legend", {}, "Time"),
    element("div", { class: "histogram" }, svg, axis, slider.first, slider.last),
    element(
      "div",
      { class: "time-words" },
      slider.said,
      undated ? element("label", { class: "undated" }, slider.undated, `with ${numeral(undated)} undated`) : null
    )
  );
  place.hidden = false;
  return slider;
}
function showTime(slider) {
  const { slots, app } = slider;
  if (slots.length < 2) return;
  const { span, undated } = app.filters;
  const [first, last] = span ? [slotAt(slots, span[0], 0), slotAt(slots, span[1], slots.length - 1)] : [0, slots.length - 1];
  for (const [field2, value] of [[slider.first, first], [slider.last, last]]) {
    field2.value = String(value);
    field2.setAttribute("aria-valuetext", slots[value].label);
  }
  slider.bars.forEach((bar, index) => bar.setAttribute("class", index >= first && index <= last ? "bar in" : "bar"));
  slider.said.textContent = first === last ? slots[first].label : `${slots[first].label} – ${slots[last].label}`;
  slider.undated.checked = !span || undated;
  slider.undated.disabled = !span;
}
function handle(slider, label, value) {
  const id = label.startsWith("Earliest") ? "time-first" : "time-last";
  const field2 = element("input", { id, type: "range", min: 0, max: slider.slots.length - 1, value, "aria-label": label });
  field2.addEventListener("input", () => moved(slider, field2));
  return field2;
}
function moved(slider, field2) {
  const { slots, app } = slider;
  let [first, last] = [Number(slider.first.value), Number(slider.last.value)];
  if (first > last && field2 === slider.first) first = last;
  else if (first > last) last = first;
  const whole = first === 0 && last === slots.length - 1;
  app.filter({ span: whole ? null : [slots[first].from, slots[last].to] });
}
function target(slider, index) {
  const { slots, app } = slider;
  const step3 = WIDTH2 / slots.length;
  const rect = drawn("rect", { class: "bar-target", x: index * step3, y: 0, width: step3, height: HEIGHT2 }, drawn("title", {}, `${slots[index].label}: ${slots[index].count}`));
  rect.addEventListener("click", () => {
    const alone = app.filters.span?.[0] === slots[index].from && app.filters.span?.[1] === slots[index].to;
    app.filter({ span: alone ? null : [slots[index].from, slots[index].to] });
  });
  return rect;
}
function labelAxis(axis, slots) {
  const widest = Math.max(...slots.map(({ label }) => label.length)) * LETTER + GAP2;
  const count = Math.max(2, Math.min(MOST_LABELS, slots.length, Math.floor(axis.clientWidth / widest)));
  const places = Array.from({ length: count }, (_, index) => Math.round(index * (slots.length - 1) / (count - 1)));
  axis.replaceChildren(...places.map((place) => element("span", {}, slots[place].label)));
}
function barsOf(slots) {
  const most = Math.max(...slots.map(({ count }) => count));
  const step3 = WIDTH2 / slots.length;
  return slots.map(({ count }, index) => {
    const height = Math.max(2, HEIGHT2 * count / most);
    return drawn("rect", { class: "bar in", x: index * step3 + step3 * 0.1, y: HEIGHT2 - height, width: step3 * 0.8, height });
  });
}
function slotAt(slots, day, otherwise) {
  const holding = slots.findIndex(({ from, to }) => from <= day && day <= to);
  if (holding >= 0) return holding;
  const later = slots.findIndex(({ from }) => from > day);
  return later < 0 ? slots.length - 1 : otherwise === 0 ? later : Math.max(0, later - 1);
}

// kg/page/script/colouring.js
function connectColouring(app) {
  for (const button of findAll("[data-colouring]")) {
    const groups = button.dataset.colouring === "communities";
    button.addEventListener("click", () => app.colour(groups));
  }
  find("groups")?.append(...app.data.communities.slice(0, app.data.constants.coloured).map((hub, index) => groupItem(app, hub, index)), restItem(app));
}
function showColouring(app) {
  for (const button of findAll("[data-colouring]")) {
    const groups = button.dataset.colouring === "communities";
    button.setAttribute("aria-pressed", String(groups === app.communities));
  }
  document.documentElement.classList.toggle("with-communities", app.communities);
  if (find("groups")) find("groups").hidden = !app.communities;
}
function groupItem(app, hub, index) {
  const count = app.data.entities.filter(({ community }) => community === index).length;
  return element(
    "button",
    { type: "button", class: "chip", onclick: () => app.select("n", hub) },
    element("span", { class: `swatch c${index}`, "aria-hidden": "true" }),
    element("bdi", {}, app.data.entities[hub].label),
    element("span", { class: "count" }, numeral(count))
  );
}
function restItem(app) {
  const rest = app.data.communities.length - app.data.constants.coloured;
  const words = rest > 0 ? `in ${numeral(rest)} smaller groups, or in none` : "in no group";
  return element("span", { class: "chip still" }, element("span", { class: "swatch other", "aria-hidden": "true" }), words);
}

// kg/page/script/printing.js
var MOST = 2e3;
function connectPrinting(app, place) {
  const media = matchMedia("print");
  const fill = () => place.replaceChildren(...printed(app));
  const empty = () => {
    place.replaceChildren();
    refresh(app.canvas);
  };
  window.addEventListener("beforeprint", fill);
  window.addEventListener("afterprint", empty);
  media.addEventListener("change", () => media.matches ? fill() : empty());
}
function printed(app) {
  const places = app.statements();
  for (const rest of findAll(".more-types")) rest.open = true;
  readColours(app.canvas);
  refresh(app.canvas);
  const left = places.length - MOST;
  return [
    element("figure", { class: "picture" }, toSvg(app.canvas, document.title)),
    element("h2", {}, places.length === app.data.count ? "All statements" : `${numeral(places.length)} of ${numeral(app.data.count)} statements`),
    ...printedStory(app, places.slice(0, MOST)),
    left > 0 ? element("p", {}, `${left} more statements are not printed; use filters to select others.`) : ""
  ];
}
function printedStory(app, places) {
  const { data } = app;
  const sentences = sentencesOf(data, places, { byTime: app.story.order === "time" });
  const parts = [];
  for (const sentence of sentences) {
    const { title, published } = data.documents[sentence.document];
    if (parts.at(-1)?.document !== sentence.document) {
      const heading = element("h3", {}, element("bdi", {}, title), published ? ` (${published})` : "");
      parts.push({ document: sentence.document, heading, list: element("ul", { class: "printed" }) });
    }
    parts.at(-1).list.append(printedSentence(data, sentence));
  }
  return parts.flatMap(({ heading, list }) => [heading, list]);
}
function printedSentence(data, sentence) {
  const statements = sentence.places.map((place) => data.statement(place));
  return element(
    "li",
    {},
    element("blockquote", { dir: "auto" }, textOf2(data, sentence)),
    ...statements.map((said) => element("p", { class: "statement" }, statementWords(data, said), badge(data, said.standing)))
  );
}

// kg/page/script/hover.js
function connectHover(app) {
  const { network, place } = app.canvas;
  network.on("hoverNode", ({ node }) => hover(app, app.data.entities[thingOf(app.data, node)] ? { kind: "n", place: thingOf(app.data, node) } : null));
  network.on("hoverEdge", ({ edge }) => hover(app, typeof edge === "number" ? { kind: "s", place: edge } : null));
  for (const left of ["blurNode", "blurEdge", "dragStart"]) network.on(left, () => hover(app, null));
  place.addEventListener("pointerleave", () => hover(app, null));
  const panel = find("panel");
  panel.addEventListener("pointerover", (event) => {
    const item = event.pointerType === "mouse" && event.target.closest("[data-statement]");
    hover(app, item ? { kind: "s", place: Number(item.dataset.statement) } : null);
  });
  panel.addEventListener("pointerleave", () => hover(app, null));
}
function hover(app, hovered) {
  if (JSON.stringify(hovered) === JSON.stringify(app.hovered)) return;
  app.hovered = hovered;
  if (!app.selection) dim(app.canvas);
  const { from, to } = app.data.columns;
  const near = (place) => hovered?.kind === "n" && (from[place] === hovered.place || to[place] === hovered.place);
  for (const item of findAll("#panel [data-statement]")) {
    const place = Number(item.dataset.statement);
    item.classList.toggle("near", near(place) || hovered?.kind === "s" && hovered.place === place);
  }
}

// kg/page/script/view_name.js
function showViewName(app) {
  const { data, canvas } = app;
  const { kind, centre, depth } = canvas.view;
  const drawn2 = [...canvas.drawn].filter((key) => data.entities[thingOf(data, key)]).length;
  const back = document.querySelector("[data-draw]") ? "" : element("button", { type: "button", onclick: () => app.show("overview") }, "Whole graph");
  const most = () => drawn2 < data.entities.length ? `The ${numeral(drawn2)} most important of ${numeral(data.entities.length)}` : "Without values";
  const waiting = [...canvas.waiting.values()].some((places) => places.length);
  const words = {
    first: () => data.everything === null ? [] : [`${numeral(drawn2)} of ${numeral(data.entities.length)} entities`, waiting ? " · + shows more" : ""],
    articles: () => cardWords(app),
    all: () => data.whole ? [] : [most()],
    filtered: () => data.everything === null ? [] : ["Filtered statements"],
    around: () => ["Around ", element("bdi", {}, data.entities[centre].label), depth ? `, ${depth} step${depth === 1 ? "" : "s"}` : "", back],
    between: () => ["Between these", back],
    path: () => ["The path and its surroundings", back]
  }[kind]();
  find("view").hidden = words.length === 0;
  find("view").replaceChildren(...words);
}
function cardWords(app) {
  const { canvas: { cards }, data } = app;
  const [first, total] = [cards[0]?.place ?? 0, data.cards.length];
  const go2 = (words, to) => element("button", { type: "button", onclick: () => app.show("articles", to) }, words);
  const rest = first + cards.length;
  const more = data.documents.length > total ? ` (${numeral(data.documents.length)} in all)` : "";
  return [
    `Articles ${numeral(first + 1)}–${numeral(rest)} of ${numeral(total)}${more}`,
    first > 0 ? go2("Back", Math.max(0, first - cards.length)) : "",
    rest < total ? go2("Next", rest) : ""
  ];
}

// kg/page/script/empty_state.js
var NAMED2 = 5;
function emptyState(app) {
  const { data } = app;
  const undo = element("button", { type: "button", class: "more start", onclick: () => app.filter(noFilters()) }, `Show all ${numeral(data.count)} statements`);
  const found = data.entities.length ? ` Entities were found: ${data.entities.slice(0, NAMED2).map(({ label }) => label).join(", ")}.` : "";
  const words = data.count ? ["The filters hide every statement.", "A statement is shown only if it passes all of them."] : ["No statement was found.", data.documents.length ? `kg reads English news: sentences in which somebody does or is something.${found}` : "No document was read. Give files or folders, as in “kg build articles/ -o out”."];
  return element("div", { class: "empty" }, element("p", {}, element("strong", {}, words[0])), element("p", {}, words[1]), data.count ? undo : null);
}

// kg/page/script/pending.js
var LABEL_WIDTH = 22;
function decided(read, pending) {
  const plain = opened(read());
  const open2 = pending.filter((decision) => !plain.decisions.some((old) => sameDecision(old, decision)));
  if (!open2.length) return plain;
  const raw = read();
  const wrong = open2.filter(({ kind }) => kind === "wrong");
  raw.wrong = new Set(wrong.length ? wrongPlaces(plain, wrong) : []);
  for (const { kind, names, value } of open2) {
    const keys = kind === "same" || CHANGES[kind] ? names.map((name) => thingCalled(plain, name)).filter((key) => key >= 0) : [];
    if (kind === "same") unite(raw, keys);
    else if (keys.length) CHANGES[kind](raw, keys[0], value);
  }
  return Object.assign(opened(raw), { plain });
}
var CHANGES = {
  rename: (raw, key, value) => {
    raw.entities[key][1] = value;
    raw.entities[key][2] = wrapped2(value);
    change(raw, key, { label: wrapped2(value) });
  },
  retype: (raw, key, value) => {
    const type = raw.types.findIndex(([name]) => name === value);
    if (type < 0) return;
    raw.entities[key][3] = type;
    change(raw, key, { ...raw.groups[value], group: value });
  }
};
function change(raw, key, fields2) {
  raw.network.nodes = raw.network.nodes.map((node) => node.id === key ? { ...node, ...fields2 } : node);
}
function unite(raw, keys) {
  const [kept3, ...others] = [...new Set(keys.map((key) => rootOf(raw, key)))].sort((a, b) => raw.entities[b][10] - raw.entities[a][10] || a - b);
  for (const other of others) {
    const [into, from] = [raw.entities[kept3], raw.entities[other]];
    into[6] = [.../* @__PURE__ */ new Set([...into[6], ...from[6]])];
    into[8] = summed([...into[8], ...from[8]]);
    into[11] = [...into[11], ...from[11]];
    Object.assign(from, { 6: [], 8: [], 11: [] });
    raw.gone = new Map([...raw.gone ?? [], [other, kept3]]);
    const moved2 = (key) => key === other ? kept3 : key;
    for (const row2 of raw.statements) for (const field2 of [1, 2, 9, 10]) row2[field2] = moved2(row2[field2]);
    for (const line of raw.structure) [line[0], line[1]] = [moved2(line[0]), moved2(line[1])];
    for (const card of raw.cards) {
      card[1] = moved2(card[1]);
      for (const line of card[2]) [line[1], line[2]] = [moved2(line[1]), moved2(line[2])];
    }
    for (const [at, keys2] of Object.entries(raw.mentions)) raw.mentions[at] = [...new Set(keys2.map(moved2))].filter((key) => !raw.statements[at].slice(1, 3).includes(key));
    raw.structure = raw.structure.filter(([one, two]) => one !== two);
    raw.network.nodes = raw.network.nodes.filter(({ id }) => id !== other);
    raw.tall.places = raw.tall.places.filter(([id]) => id !== other);
    raw.everything = raw.everything?.filter(([id]) => id !== other) ?? null;
    raw.homes = raw.homes?.map((home, key) => key === other || moved2(home) === key ? -1 : moved2(home));
  }
}
function rootOf(raw, key) {
  return raw.gone?.has(key) ? rootOf(raw, raw.gone.get(key)) : key;
}
function summed(counts) {
  const found = /* @__PURE__ */ new Map();
  for (const [document2, count] of counts) found.set(document2, (found.get(document2) ?? 0) + count);
  return [...found].sort((a, b) => a[0] - b[0]);
}
function wrongPlaces(data, wrong) {
  const relations = new Set(wrong.map(({ claim }) => claim.relation));
  return [...Array(data.count).keys()].filter((place) => {
    if (!relations.has(data.relations[data.columns.relation[place]][0])) return false;
    const quoted3 = wrongDecisions(data, place);
    return quoted3.length > 0 && quoted3.every((each) => wrong.some((decision) => sameDecision(decision, each)));
  });
}
function wrapped2(name) {
  if (name.length <= LABEL_WIDTH) return name;
  const at = name.lastIndexOf(" ", LABEL_WIDTH);
  const [first, rest] = at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name.slice(0, LABEL_WIDTH), name.slice(LABEL_WIDTH)];
  return `${first}
${rest.length > LABEL_WIDTH ? `${rest.slice(0, LABEL_WIDTH - 1)}…` : rest}`;
}

// kg/page/script/deciding.js
function connectDeciding(app, read, show2) {
  const take = (pending) => {
    app.pending = pending;
    const kept3 = keepDecisions(app);
    app.data = decided(read, pending);
    const united = app.selection?.kind === "n" ? app.data.gone?.get(app.selection.place) : void 0;
    if (united !== void 0) Object.assign(app, { selection: { kind: "n", place: united }, depth: null });
    app.canvas.view = null;
    show2();
    app.announce(`${pending.length} correction${pending.length === 1 ? "" : "s"} pending${kept3 ? "" : "; this browser cannot store them, so save them"}`);
  };
  app.decide = (decisions) => take(allDecisions(app.pending, decisions));
  app.undecide = (decisions) => take(app.pending.filter((one) => !decisions.some((other) => sameDecision(one, other))));
}

// kg/page/script/drawing_choice.js
function connectDrawing(app) {
  for (const button of findAll("[data-draw]")) button.addEventListener("click", () => app.show(button.dataset.draw));
}
function showDrawing(app) {
  const isPart = ["around", "path", "between"].includes(app.view.kind);
  for (const button of findAll("[data-draw]")) button.setAttribute("aria-pressed", String(!isPart && button.dataset.draw === app.draw));
}

// kg/page/script/main.js
var PANELS = { s: statementPanel, n: entityPanel, d: documentPanel, p: pathPanel, m: betweenPanel };
var PAUSE_FILTERING = 120;
function createApp(read) {
  const raw = read();
  const pending = keptDecisions(raw);
  const data = pending.length ? decided(read, pending) : opened(raw);
  const app = { data, pending, filters: noFilters(), selection: null, hovered: null, depth: null, communities: false, draw: usualDrawing(data), first: 0, story: firstStory(), view: { kind: "first" }, canvas: null, slider: null, timer: 0 };
  app.shown = (place) => statementShown(app.data, app.filters, place);
  app.statements = () => statementsOfView(app);
  app.path = () => app.selection?.kind === "p" ? anyPath(app.data, app.selection.from, app.selection.to, app.shown) : null;
  app.toggle = (place) => toggle(app, place);
  app.select = (kind, place) => go(app, { selection: { kind, place }, depth: null });
  app.connect = (from, to) => from !== to && go(app, { selection: { kind: "p", from, to }, depth: null });
  app.around = (place, depth) => go(app, { selection: { kind: "n", place }, depth });
  app.clear = () => clear(app);
  app.tell = (change2) => tell(app, change2);
  app.filter = (change2, { clear: clear2 = false } = {}) => filter(app, change2, clear2);
  app.colour = (communities) => {
    app.communities = communities;
    keepAddress(app, { push: false });
    show(app);
  };
  connectDeciding(app, read, () => {
    follow(app);
    keepAddress(app, { push: false });
  });
  app.show = (draw, first = 0) => {
    Object.assign(app, { draw, first, selection: null, depth: null, view: { kind: "first" } });
    keepAddress(app, { push: false });
    follow(app);
  };
  app.announce = (text) => find("status").textContent = text;
  return app;
}
function toggle(app, place) {
  const { selection } = app;
  const before2 = selection?.kind === "m" ? selection.places : selection?.kind === "n" ? [selection.place] : [];
  const places = before2.includes(place) ? before2.filter((each) => each !== place) : [...before2, place];
  if (!places.length) app.clear();
  else if (places.length === 1) app.select("n", places[0]);
  else go(app, { selection: { kind: "m", places }, depth: null });
}
function go(app, change2) {
  clearTimeout(app.timer);
  Object.assign(app, change2, { hovered: null });
  keepAddress(app, { push: true });
  follow(app);
  find("statements").scrollTop = 0;
  focusPanel();
  app.announce(spoken2(app));
}
function clear(app) {
  clearTimeout(app.timer);
  const before2 = app.selection;
  Object.assign(app, { selection: null, hovered: null, depth: null });
  keepAddress(app, { push: before2 !== null });
  follow(app);
  if (before2?.kind === "s") find("panel").querySelector(`[data-statement="${before2.place}"]`)?.focus();
  app.announce("All statements");
}
function tell(app, change2) {
  clearTimeout(app.timer);
  const focused = document.activeElement?.id;
  Object.assign(app.story, change2);
  Object.assign(app, { selection: null, hovered: null, depth: null });
  keepAddress(app, { push: true });
  follow(app);
  app.announce(find(`tab-${app.story.view}`).textContent);
  if (focused) find(focused)?.focus({ preventScroll: true });
}
function filter(app, change2, clear2) {
  Object.assign(app.filters, change2);
  if (clear2) Object.assign(app, { selection: null, depth: null });
  showFilters(app);
  showTime(app.slider);
  clearTimeout(app.timer);
  app.timer = setTimeout(() => {
    keepAddress(app, { push: clear2 });
    if (!app.data.whole) settle(app);
  }, PAUSE_FILTERING);
  if (app.data.whole) settle(app);
}
function settle(app) {
  follow(app);
  const count = shownStatements(app.data, app.filters).length;
  app.announce(`${count} statement${count === 1 ? "" : "s"} shown`);
}
function follow(app) {
  app.view = viewNeeded(app);
  show(app);
}
function show(app) {
  refresh(app.canvas, app.view);
  showFilters(app);
  showTime(app.slider);
  showColouring(app);
  showDrawing(app);
  showPanel(app);
  showViewName(app);
  describePicture(app);
  showCorrections(app);
}
function showPanel(app) {
  const { selection } = app;
  showTabs(app);
  const content = selection ? PANELS[selection.kind](
    app,
    /** @type {any} */
    selection
  ) : listPanel(app);
  find("filters").hidden = selection !== null;
  find("statements").classList.toggle("chosen", selection !== null);
  find("panel").replaceChildren(...content.filter(Boolean));
  for (const box of find("panel").querySelectorAll(".article:not(.whole):not(.quoted)")) {
    const mark = box.querySelector("mark");
    if (mark) showMark(box, mark);
  }
}
function listPanel(app) {
  const places = shownStatements(app.data, app.filters);
  const total = app.data.count;
  find("shown-count").textContent = places.length === total ? numeral(total) : `${numeral(places.length)} of ${numeral(total)}`;
  return places.length ? homePanel(app, places) : [emptyState(app)];
}
function focusPanel() {
  find("panel").querySelector("button")?.focus({ preventScroll: true });
  if (isNarrow()) find("statements").scrollIntoView({ block: "start" });
}
function spoken2({ data, selection }) {
  if (selection.kind === "s") return wordsOf(data, data.statement(selection.place));
  if (selection.kind === "d") return data.documents[selection.place].title;
  if (selection.kind === "m") return `Between ${selection.places.map((place) => data.entities[place].label).join(", ")}`;
  if (selection.kind !== "p") return data.entities[selection.place].label;
  return `From ${data.entities[selection.from].label} to ${data.entities[selection.to].label}`;
}
function keepAddress(app, { push }) {
  showNotice([]);
  if (location.protocol === "about:") return;
  const address = addressOf(app.data, app);
  const whole = address ? `#${address}` : location.pathname + location.search;
  if (push && location.hash.slice(1) !== address) history.pushState(null, "", whole);
  else history.replaceState(null, "", whole);
}
function followAddress(app) {
  const address = location.hash.slice(1);
  Object.assign(app, stateOf(app.data, address));
  showNotice(unknownIn(app.data, address));
  follow(app);
}
function showNotice(missing) {
  find("notice").hidden = missing.length === 0;
  find("notice").textContent = missing.length ? visible(`The link names something that is not here: ${missing.join(", ")}.`) : "";
}
function takeHit2(app, hit) {
  if (hit.kind !== "q") return app.select(hit.kind, hit.place);
  app.filter({ words: find("search").value.trim() }, { clear: true });
}
function connectTools(app) {
  find("zoom-in").addEventListener("click", () => zoom(app.canvas, 1.3));
  find("zoom-out").addEventListener("click", () => zoom(app.canvas, 1 / 1.3));
  find("fit").addEventListener("click", () => fit(app.canvas));
  find("to-picture").addEventListener("click", () => find("graph").scrollIntoView({ block: "center" }));
  connectBox(app, find("search"), find("hits"), { kinds: "nsq", take: (hit) => takeHit2(app, hit) });
}
function connectKeys(app) {
  document.addEventListener("keydown", (event) => {
    const target2 = (
      /** @type {HTMLElement} */
      event.target
    );
    if (event.key === "Escape") app.clear();
    else if (event.key === "/" && !target2.matches("input, select")) {
      event.preventDefault();
      find("search").focus();
    }
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    find("statements").focus();
  });
}
function start2() {
  document.documentElement.classList.add("with-script");
  const app = createApp(() => JSON.parse(find("data").textContent));
  connectFilters(app);
  app.slider = createTimeSlider(app, find("time"));
  app.canvas = createCanvas(app, find("graph"));
  connectColouring(app);
  connectDrawing(app);
  connectTools(app);
  connectSaving(app);
  connectKeys(app);
  connectTabs(app);
  connectHover(app);
  connectKeyboard(app);
  connectPrinting(app, find("print"));
  connectCorrections(app);
  followAddress(app);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => refresh(app.canvas));
  window.addEventListener("popstate", () => followAddress(app));
  Object.assign(window, { kg: app });
}
start2();
