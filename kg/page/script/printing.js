/** What is printed: the view as a picture, and the statements shown with their sentences. */

import { sentenceOf } from "./model.js";
import { badge, element, findAll, statementWords } from "./elements.js";
import { readColours } from "./look.js";
import { refresh } from "./canvas.js";
import { toSvg } from "./svg.js";

const MOST = 2000;

/** Fill the printed part of the page when it is about to be printed. @param {App} app @param {HTMLElement} place */
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
  const list = places.slice(0, MOST).map((place) => printedStatement(app, place));
  const left = places.length - list.length;
  return [
    element("figure", { class: "picture" }, toSvg(app.canvas, document.title)),
    element("h2", {}, places.length === app.data.count ? "All statements" : `${places.length} of ${app.data.count} statements`),
    element("ol", { class: "printed" }, ...list),
    left > 0 ? element("p", {}, `${left} more statements are not printed; filters choose which are.`) : "",
  ];
}

/** @param {App} app @param {number} place */
function printedStatement(app, place) {
  const { data } = app;
  const said = data.statement(place);
  return element(
    "li",
    {},
    element("p", { class: "statement" }, statementWords(data, said), badge(data, said.standing)),
    ...said.evidence.map((piece) =>
      element("blockquote", { dir: "auto" }, sentenceOf(data, piece), " ", element("cite", {}, element("bdi", {}, data.documents[piece.document].title)))),
  );
}
