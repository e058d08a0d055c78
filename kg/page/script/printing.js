/** The printed version: the view as a picture, and the shown statements with their sentences. */

import { sentencesOf, textOf } from "./sentences.js";
import { badge, element, findAll, numeral, statementWords } from "./elements.js";
import { readColours } from "./look.js";
import { refresh } from "./canvas.js";
import { toSvg } from "./svg.js";

const MOST = 2000;

/** Fill the printed part of the page before printing. @param {App} app @param {HTMLElement} place */
export function connectPrinting(app, place) {
  const media = matchMedia("print");
  const fill = () => place.replaceChildren(...printed(app));
  const empty = () => {
    place.replaceChildren();
    refresh(app.canvas);
  };
  window.addEventListener("beforeprint", fill);
  window.addEventListener("afterprint", empty);
  media.addEventListener("change", () => (media.matches ? fill() : empty()));
}

/** @param {App} app */
function printed(app) {
  const places = app.statements();
  for (const rest of findAll(".more-types")) rest.open = true;
  // on paper everything is dark on white
  readColours(app.canvas);
  refresh(app.canvas);
  const left = places.length - MOST;
  return [
    element("figure", { class: "picture" }, toSvg(app.canvas, document.title)),
    element("h2", {}, places.length === app.data.count ? "All statements" : `${numeral(places.length)} of ${numeral(app.data.count)} statements`),
    ...printedStory(app, places.slice(0, MOST)),
    left > 0 ? element("p", {}, `${left} more statements are not printed; use filters to select others.`) : "",
  ];
}

/** Return each sentence once, with its statements, under the heading of its document. @param {App} app @param {number[]} places */
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

/** @param {Data} data @param {import("./sentences.js").Sentence} sentence */
function printedSentence(data, sentence) {
  const statements = sentence.places.map((place) => data.statement(place));
  return element(
    "li",
    {},
    element("blockquote", { dir: "auto" }, textOf(data, sentence)),
    ...statements.map((said) => element("p", { class: "statement" }, statementWords(data, said), badge(data, said.standing))),
  );
}
