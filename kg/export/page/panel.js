/** What stands beside the graph: the list of statements, or one statement, thing or document. */

import { companions, sentenceOf } from "./model.js";
import { badge, element, meter, safeLink, statementWords } from "./elements.js";
import { article, showMark } from "./article.js";

const PAGE = 100;

/** Return the list of statements, a hundred at a time. */
export function statementList(app, places) {
  const list = element("ol", { class: "statements" });
  const more = element("button", { type: "button", class: "more" });
  const grow = () => {
    const from = list.children.length;
    list.append(...places.slice(from, from + PAGE).map((place) => listItem(app, place)));
    const left = places.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, PAGE)} more of ${left}`;
    if (from > 0) list.children[from].firstElementChild.focus();
  };
  more.addEventListener("click", grow);
  grow();
  return element("div", {}, list, more);
}

/** Return the panel with all statements that the filters leave. */
export function overview(app, places) {
  const total = app.data.statements.length;
  const count = places.length === total ? `${total}` : `${places.length} of ${total}`;
  const empty = element("p", { class: "empty" }, total ? "The filters hide every statement." : "No statement was found.");
  return [
    element("div", { class: "bar" }, element("h2", {}, "Statements"), element("span", { class: "count" }, count)),
    app.data.documents.length > 1 ? documentChoice(app) : null,
    places.length ? statementList(app, places) : empty,
  ];
}

/** Return the panel of a statement: its words, what else is said of the pair, and every sentence that makes it. */
export function statementPanel(app, place) {
  const statement = app.data.statements[place];
  const { contrary, others } = companions(app.data, app.touching, place);
  return [
    backButton(app),
    element("h2", { class: "title" }, statementWords(statement, (key) => app.select("n", key))),
    element(
      "p",
      { class: "facts" },
      badge(statement.standing, app.data.standings[statement.standing]),
      meter(statement.confidence),
    ),
    ...section(app, "The text also says the contrary", contrary),
    element("h3", {}, `Evidence (${statement.evidence.length})`),
    ...byDocument(statement.evidence).flatMap(([document, evidence]) => evidenceIn(app, document, evidence)),
    ...section(app, "Also said of these two", others),
  ];
}

/** Return the panel of an entity: its names, links, statements and documents. */
export function entityPanel(app, key) {
  const entity = app.data.entities[key];
  const said = app.touching[key];
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, entity.label),
    element("p", { class: "facts" }, element("span", { dir: "auto" }, app.data.types[entity.type]), `${said.length} statement${said.length === 1 ? "" : "s"}`),
    entity.aliases.length ? element("p", { class: "names", dir: "auto" }, "Also: ", entity.aliases.join(", ")) : null,
    entity.links.length
      ? element("ul", { class: "links" }, ...entity.links.map((link) => element("li", {}, safeLink(link))))
      : null,
    ...section(app, "Statements", said),
    entity.mentions.length ? element("h3", {}, "Named in") : null,
    element("ul", { class: "statements" }, ...entity.mentions.map(([document, count]) => documentItem(app, document, count))),
  ];
}

/** Return the panel of a document: its text, with each sentence that makes a statement leading to it. */
export function documentPanel(app, place) {
  const source = app.data.documents[place];
  const marks = app.data.statements.flatMap((statement, index) =>
    statement.evidence
      .filter((evidence) => evidence.document === place)
      .map(({ start, end }) => ({ start, end, class: "faint", open: () => app.select("s", index) })),
  );
  const body = source.text === null ? null : article(source, marks, source.title);
  body?.classList.add("whole");
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, source.title),
    element("p", { class: "facts" }, ...aboutDocument(source)),
    element("h3", {}, source.text === null ? "The text is not in this page" : "Text"),
    body,
    body && element("p", { class: "notes" }, "Underlined sentences make a statement: choose one to see it."),
  ];
}

/** Scroll every article of the panel to its mark; to be called once the panel is in the page. */
export function showMarks(panel) {
  for (const box of panel.querySelectorAll(".article:not(.whole)")) {
    const mark = box.querySelector("mark");
    if (mark) showMark(box, mark);
  }
}

function listItem(app, place) {
  const statement = app.data.statements[place];
  const documents = new Set(statement.evidence.map((evidence) => evidence.document));
  const where = documents.size === 1 ? app.data.documents[[...documents][0]].title : `${documents.size} documents`;
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", "data-statement": place, onclick: () => app.select("s", place) },
      statementWords(statement),
      badge(statement.standing, app.data.standings[statement.standing]),
      app.data.documents.length > 1 ? element("bdi", { class: "where" }, where) : null,
    ),
  );
}

function section(app, heading, places) {
  return places.length ? [element("h3", {}, heading), statementList(app, places)] : [];
}

function backButton(app) {
  return element("button", { type: "button", class: "back", onclick: () => app.clear() }, "← All statements");
}

function documentChoice(app) {
  const options = app.data.documents.map((source, place) => {
    const option = element("option", { value: place }, source.title);
    option.selected = app.hidden.document === place;
    return option;
  });
  const change = (event) => app.filterDocument(event.target.value === "" ? null : Number(event.target.value));
  return element(
    "select",
    { "aria-label": "Document", id: "document", onchange: change },
    element("option", { value: "" }, "All documents"),
    ...options,
  );
}

function documentItem(app, place, count) {
  const times = count === 1 ? "once" : `${count} times`;
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", onclick: () => app.select("d", place) },
      element("bdi", {}, app.data.documents[place].title),
      element("span", { class: "where" }, times),
    ),
  );
}

function byDocument(evidence) {
  const grouped = new Map();
  for (const piece of evidence) grouped.set(piece.document, [...(grouped.get(piece.document) ?? []), piece]);
  return [...grouped];
}

function evidenceIn(app, place, evidence) {
  const source = app.data.documents[place];
  const open = element("button", { type: "button", onclick: () => app.select("d", place) }, element("bdi", {}, source.title));
  const body =
    source.text === null
      ? element("div", { class: "article" }, ...evidence.map((piece) => element("p", { dir: "auto" }, element("mark", {}, sentenceOf(app.data, piece)))))
      : article(source, evidence, `The text of ${source.title}, with the sentence marked`);
  return [
    element("p", { class: "source-line" }, open, element("span", { class: "facts" }, ...aboutDocument(source))),
    body,
    ...evidence.map(evidenceNotes),
  ];
}

function evidenceNotes(piece) {
  const notes = [piece.time, ...piece.circumstances, `read by ${piece.rule}`, `${Math.round(piece.confidence * 100)} %`];
  return element("p", { class: "notes", dir: "auto" }, notes.filter(Boolean).join(" · "));
}

function aboutDocument(source) {
  return [
    source.published && element("time", { datetime: source.published }, source.published),
    source.source && safeLink(source.source),
  ].filter(Boolean);
}
