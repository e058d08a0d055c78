/** The description of the picture, shown above it. */

import { thingOf } from "./articles.js";
import { element, find, numeral } from "./elements.js";

/** Show the name of the view; for cards, with buttons for the other ones. @param {App} app */
export function showViewName(app) {
  const { data, canvas } = app;
  /** @type {any} the kinds of views have different fields */
  const { kind, centre, depth } = canvas.view;
  const drawn = [...canvas.drawn].filter((key) => data.entities[thingOf(data, key)]).length;
  // if the choice above the picture leads back, one button is enough
  const back = document.querySelector("[data-draw]") ? "" : element("button", { type: "button", onclick: () => app.show("overview") }, "Whole graph");
  const most = () => (drawn < data.entities.length ? `The ${numeral(drawn)} most important of ${numeral(data.entities.length)}` : "Without values");
  const waiting = [...canvas.waiting.values()].some((places) => places.length);
  const words = {
    first: () => (data.everything === null ? [] : [`${numeral(drawn)} of ${numeral(data.entities.length)} entities`, waiting ? " · + shows more" : ""]),
    articles: () => cardWords(app),
    all: () => (data.whole ? [] : [most()]),
    filtered: () => (data.everything === null ? [] : ["Filtered statements"]),
    around: () => ["Around ", element("bdi", {}, data.entities[centre].label), depth ? `, ${depth} step${depth === 1 ? "" : "s"}` : "", back],
    between: () => ["Between these", back],
    path: () => ["The path and its surroundings", back],
  }[kind]();
  find("view").hidden = words.length === 0;
  find("view").replaceChildren(...words);
}

/** Return which of how many articles are shown, with buttons for the previous and the next ones. @param {App} app */
function cardWords(app) {
  const { canvas: { cards }, data } = app;
  const [first, total] = [cards[0]?.place ?? 0, data.cards.length];
  const go = (words, to) => element("button", { type: "button", onclick: () => app.show("articles", to) }, words);
  const rest = first + cards.length;
  const more = data.documents.length > total ? ` (${numeral(data.documents.length)} in all)` : "";
  return [
    `Articles ${numeral(first + 1)}–${numeral(rest)} of ${numeral(total)}${more}`,
    first > 0 ? go("Back", Math.max(0, first - cards.length)) : "", rest < total ? go("Next", rest) : "",
  ];
}
