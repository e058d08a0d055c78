/** The panel of a statement: its words, its speaker and time, its contradictions, and every sentence that makes it. */

import { companions, sentenceOf, sideOf, sourcesOf } from "./model.js";
import { backButton, badge, counted, element, meter, nameButton, safeLink, statementWords } from "./elements.js";
import { article, showMark } from "./article.js";
import { actions } from "./actions.js";
import { section } from "./statement_list.js";

/** @param {any} app @param {{place: number}} selection */
export function statementPanel(app, { place }) {
  const { data } = app;
  const said = data.statement(place);
  const { contrary, others } = companions(data, place);
  const open = (key) => app.select("n", key);
  return [
    backButton(app),
    element("h2", { class: "title" }, statementWords(data, said, { open, without: ["time", "source"] })),
    element("p", { class: "facts" }, badge(data, said.standing), meter(said.confidence)),
    sourcesLine(app, place),
    circumstancesList(app, said),
    actions(app, place),
    ...contradiction(app, place, contrary),
    element("h3", {}, `Evidence (${said.evidence.length})`),
    ...byDocument(said.evidence).flatMap(([document, evidence]) => evidenceIn(app, document, evidence)),
    ...namedBeside(app, place, said),
    ...section(app, "Also said about these two", others),
  ];
}

/** Return the numbers of sources and sentences of a statement, and the documents that are one source. @param {any} app @param {number} place */
function sourcesLine(app, place) {
  const { mentions, independent, copies } = sourcesOf(app.data, place);
  if (mentions < 2) return null;
  const title = (document) => nameButton(app.data.documents[document].title, () => app.select("d", document));
  const groups = copies.map((group) => group.flatMap((document, at) => [at ? " = " : "", title(document)]));
  return element("p", { class: "facts sources" }, element("span", {}, `${counted(independent, "independent source")}, ${counted(mentions, "mention")}`),
    groups.length ? element("span", {}, "copies: ", ...groups.flatMap((group, at) => [at ? "; " : "", ...group])) : null);
}

/** Return the named entities in the words of a statement that are at neither end. @param {App} app @param {number} place @param {Statement} said */
function namedBeside({ data, select }, place, { from, to, speaker, denier }) {
  const named = (data.mentions[place] ?? []).filter((key) => ![from, to, speaker, denier].includes(key));
  if (!named.length) return [];
  const links = named.flatMap((key, at) => [at ? ", " : null, nameButton(data.entities[key].label, () => select("n", key))]);
  return [element("h3", {}, "Also names"), element("p", { class: "facts named" }, element("span", {}, ...links))];
}

/** Return the speaker, the denier and the time, as far as they are known. @param {App} app @param {Statement} said */
function circumstancesList(app, said) {
  const person = (key) => nameButton(app.data.entities[key].label, () => app.select("n", key));
  const rows = [
    said.speaker !== null && ["Said by", person(said.speaker)],
    said.denier !== null && ["Denied by", person(said.denier)],
    said.time !== null && ["When", element("bdi", {}, said.time.words)],
    said.event !== null && ["Event", said.event],
  ].filter(Boolean);
  if (!rows.length) return null;
  return element("dl", { class: "details" }, ...rows.flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, value)]));
}

/** Return affirming and contrary statements side by side, if the texts have both. @param {App} app @param {number} place @param {number[]} contrary */
function contradiction(app, place, contrary) {
  if (!contrary.length) return [];
  const [yes, against] = [1, -1].map((side) => [place, ...contrary].filter((other) => sideOf(app.data, other) === side));
  // two values of one entity are both affirmed
  const no = against.length ? against : contrary;
  return [element("section", { class: "contradiction", "aria-label": "Contradiction" }, element("h3", {}, "The texts contradict each other"), ...sidesOf(app, against.length ? yes : [place], no, place))];
}

/**
 * Return two sides with their statements, each side named after their status.
 *
 * @param {App} app
 * @param {number[]} yes
 * @param {number[]} no
 * @param {number | null} here the open statement
 */
export function sidesOf(app, yes, no, here = null) {
  const { data } = app;
  return [yes, no].map((places, against) => {
    const ways = new Set(places.map((place) => data.statement(place)).map(({ status, standing }) => (status === "affirmed" ? "Affirmed" : data.standings[standing])));
    return element(
      "div",
      { class: `side ${against ? "said-denied" : "said-stated"}` },
      element("h4", {}, [...ways].join(", ")),
      ...places.map((place) => sideItem(app, place, place === here)),
    );
  });
}

/** @param {App} app @param {number} place @param {boolean} here */
function sideItem(app, place, here) {
  const { data } = app;
  const said = data.statement(place);
  const [first] = said.evidence;
  const words = statementWords(data, said);
  return element(
    "div",
    { class: "side-item" },
    here ? element("p", { "aria-current": "true" }, words) : element("button", { type: "button", class: "side-open", onclick: () => app.select("s", place) }, words),
    first ? element("blockquote", { dir: "auto" }, sentenceOf(data, first), element("cite", {}, element("bdi", {}, data.documents[first.document].title))) : null,
  );
}

/** @param {Evidence[]} evidence */
function byDocument(evidence) {
  const grouped = new Map();
  for (const piece of evidence) grouped.set(piece.document, [...(grouped.get(piece.document) ?? []), piece]);
  return [...grouped];
}

/** @param {App} app @param {number} place @param {Evidence[]} evidence */
function evidenceIn(app, place, evidence) {
  const { data } = app;
  const source = data.documents[place];
  const body =
    source.text === null
      ? element("div", { class: "article quoted" }, ...evidence.map((piece) => element("p", { dir: "auto" }, element("mark", {}, sentenceOf(data, piece)))))
      : article(source, evidence, `The text of ${source.title}, with the sentence highlighted`);
  return [
    element("p", { class: "source-line" }, nameButton(source.title, () => app.select("d", place)), element("span", { class: "facts" }, ...aboutDocument(source))),
    body,
    ...evidence.map((piece) => evidenceNotes(piece, source.text !== null && evidence.length > 1 ? body : null)),
  ];
}

/** Return the data of a piece of evidence; if the article has several, with a button to its mark. @param {Evidence} piece @param {HTMLElement | null} body */
function evidenceNotes(piece, body) {
  const notes = [piece.where, piece.time, ...piece.circumstances, `read by ${piece.rule}`, `${Math.round(piece.confidence * 100)} %`];
  const mark = body?.querySelector(`[data-start="${piece.start}"]`);
  const go = mark && element("button", { type: "button", class: "go", onclick: () => showMark(body, mark) }, "Go to the sentence");
  return element("p", { class: "notes", dir: "auto" }, notes.filter(Boolean).join(" · "), go ? " · " : null, go);
}

/** Return the publication date and the publisher of a document, as far as they are known. @param {Source} source */
export function aboutDocument(source) {
  return [
    source.published && element("time", { datetime: source.published }, source.published),
    source.source && safeLink(source.source),
  ].filter(Boolean);
}
