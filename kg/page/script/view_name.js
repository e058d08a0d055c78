/** What the picture shows, in words above it. */

import { element, find } from "./elements.js";

/** Show the name of the view, with the way back from a part. @param {App} app @param {() => void} back */
export function showViewName(app, back) {
  const { data, canvas } = app;
  /** @type {any} what the kinds of views have differs */
  const { kind, centre, depth } = canvas.view;
  const drawn = [...canvas.drawn].filter((key) => data.entities[key]).length;
  const overview = element("button", { type: "button", onclick: back }, data.everything === null ? "Whole graph" : "Overview");
  const most = () => (drawn < data.entities.length ? `The ${drawn} most important of ${data.entities.length}` : "Without values");
  const waiting = [...canvas.waiting.values()].some((places) => places.length);
  const words = {
    first: () => (data.everything === null ? [] : [`${drawn} of ${data.entities.length} things`, waiting ? " · + opens more" : ""]),
    all: () => (data.whole ? [] : [most()]),
    filtered: () => (data.everything === null ? [] : ["What the filters leave"]),
    around: () => ["Around ", element("bdi", {}, data.entities[centre].label), depth ? `, ${depth} step${depth === 1 ? "" : "s"}` : "", overview],
    between: () => ["Between these", overview],
    path: () => ["The path and what is beside it", overview],
  }[kind]();
  find("view").hidden = words.length === 0;
  find("view").replaceChildren(...words);
}
