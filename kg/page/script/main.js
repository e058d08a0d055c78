/** The main module of the page: selection, views, filters, the address, the keyboard. */

import { opened, visible, wordsOf } from "./model.js";
import { addressOf, stateOf, unknownIn, usualDrawing } from "./address.js";
import { noFilters, shownStatements, statementShown } from "./filters.js";
import { statementsOfView, viewNeeded } from "./view_choice.js";
import { anyPath } from "./paths.js";
import { find, isNarrow, numeral } from "./elements.js";
import { connectTabs, homePanel, showTabs } from "./home.js";
import { firstStory } from "./story_state.js";
import { statementPanel } from "./statement_panel.js";
import { entityPanel } from "./entity_panel.js";
import { documentPanel } from "./document_panel.js";
import { pathPanel } from "./path_panel.js";
import { betweenPanel } from "./between_panel.js";
import { connectKeyboard, describePicture } from "./keyboard.js";
import { showMark } from "./article.js";
import { createCanvas, fit, refresh, zoom } from "./canvas.js";
import { connectBox } from "./search_box.js";
import { connectFilters, showFilters } from "./filter_form.js";
import { createTimeSlider, showTime } from "./time_slider.js";
import { connectColouring, showColouring } from "./colouring.js";
import { connectSaving } from "./saving.js";
import { connectPrinting } from "./printing.js";
import { connectHover } from "./hover.js";
import { connectCorrections, keptDecisions, showCorrections } from "./corrections.js";
import { showViewName } from "./view_name.js";
import { emptyState } from "./empty_state.js";
import { connectDeciding } from "./deciding.js";
import { decided } from "./pending.js";
import { connectDrawing, showDrawing } from "./drawing_choice.js";

const PANELS = { s: statementPanel, n: entityPanel, d: documentPanel, p: pathPanel, m: betweenPanel };
const PAUSE_FILTERING = 120;

/** @param {() => any} read gives what data.py wrote, anew each time */
function createApp(read) {
  const raw = read();
  const pending = keptDecisions(raw);
  const data = pending.length ? decided(read, pending) : opened(raw);
  /** @type {any} */
  const app = { data, pending, filters: noFilters(), selection: null, hovered: null, depth: null, communities: false, draw: usualDrawing(data), first: 0, story: firstStory(), view: { kind: "first" }, canvas: null, slider: null, timer: 0 };
  app.shown = (place) => statementShown(app.data, app.filters, place);
  app.statements = () => statementsOfView(app);
  app.path = () => (app.selection?.kind === "p" ? anyPath(app.data, app.selection.from, app.selection.to, app.shown) : null);
  app.toggle = (place) => toggle(app, place);
  app.select = (kind, place) => go(app, { selection: { kind, place }, depth: null });
  app.connect = (from, to) => from !== to && go(app, { selection: { kind: "p", from, to }, depth: null });
  app.around = (place, depth) => go(app, { selection: { kind: "n", place }, depth });
  app.clear = () => clear(app);
  app.tell = (change) => tell(app, change);
  app.filter = (change, { clear = false } = {}) => filter(app, change, clear);
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
  app.announce = (text) => (find("status").textContent = text);
  return app;
}

/** Add an entity to the selection, or remove it. @param {App} app @param {number} place */
function toggle(app, place) {
  const { selection } = app;
  const before = selection?.kind === "m" ? selection.places : selection?.kind === "n" ? [selection.place] : [];
  const places = before.includes(place) ? before.filter((each) => each !== place) : [...before, place];
  if (!places.length) app.clear();
  else if (places.length === 1) app.select("n", places[0]);
  else go(app, { selection: { kind: "m", places }, depth: null });
}

/** Select something, adding a step to the history. @param {App} app @param {any} change */
function go(app, change) {
  clearTimeout(app.timer);
  Object.assign(app, change, { hovered: null });
  keepAddress(app, { push: true });
  follow(app);
  find("statements").scrollTop = 0;
  focusPanel();
  app.announce(spoken(app));
}

/** @param {App} app */
function clear(app) {
  clearTimeout(app.timer);
  const before = app.selection;
  Object.assign(app, { selection: null, hovered: null, depth: null });
  keepAddress(app, { push: before !== null });
  follow(app);
  if (before?.kind === "s") find("panel").querySelector(`[data-statement="${before.place}"]`)?.focus();
  app.announce("All statements");
}

/** Show another view of the statements, or change the current one. @param {App} app @param {any} change */
function tell(app, change) {
  clearTimeout(app.timer);
  const focused = document.activeElement?.id;
  Object.assign(app.story, change);
  Object.assign(app, { selection: null, hovered: null, depth: null });
  keepAddress(app, { push: true });
  follow(app);
  app.announce(find(`tab-${app.story.view}`).textContent);
  // the pressed element has been recreated
  if (focused) find(focused)?.focus({ preventScroll: true });
}

/** Change filters without a step in the history, as a slider would add a hundred of them. @param {App} app @param {any} change @param {boolean} clear */
function filter(app, change, clear) {
  Object.assign(app.filters, change);
  if (clear) Object.assign(app, { selection: null, depth: null });
  showFilters(app);
  showTime(app.slider);
  // browsers reject an address that changes with every pixel, and a large graph is laid out again
  clearTimeout(app.timer);
  app.timer = setTimeout(() => {
    keepAddress(app, { push: clear });
    if (!app.data.whole) settle(app);
  }, PAUSE_FILTERING);
  if (app.data.whole) settle(app);
}

/** @param {App} app */
function settle(app) {
  follow(app);
  const count = shownStatements(app.data, app.filters).length;
  app.announce(`${count} statement${count === 1 ? "" : "s"} shown`);
}

/** Show the selection, in the view that it needs. @param {App} app */
function follow(app) {
  app.view = viewNeeded(app);
  show(app);
}

/** @param {App} app */
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

/** @param {App} app */
function showPanel(app) {
  const { selection } = app;
  showTabs(app);
  const content = selection ? PANELS[selection.kind](app, /** @type {any} */ (selection)) : listPanel(app);
  find("filters").hidden = selection !== null;
  find("statements").classList.toggle("chosen", selection !== null);
  find("panel").replaceChildren(...content.filter(Boolean));
  for (const box of find("panel").querySelectorAll(".article:not(.whole):not(.quoted)")) {
    const mark = box.querySelector("mark");
    if (mark) showMark(box, mark);
  }
}

/** @param {App} app */
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

/** @param {App} app */
function spoken({ data, selection }) {
  if (selection.kind === "s") return wordsOf(data, data.statement(selection.place));
  if (selection.kind === "d") return data.documents[selection.place].title;
  if (selection.kind === "m") return `Between ${selection.places.map((place) => data.entities[place].label).join(", ")}`;
  if (selection.kind !== "p") return data.entities[selection.place].label;
  return `From ${data.entities[selection.from].label} to ${data.entities[selection.to].label}`;
}

/** @param {App} app @param {{push: boolean}} options */
function keepAddress(app, { push }) {
  showNotice([]);
  // a frame whose page is given as text, as in a notebook, has no address to change
  if (location.protocol === "about:") return;
  const address = addressOf(app.data, app);
  const whole = address ? `#${address}` : location.pathname + location.search;
  if (push && location.hash.slice(1) !== address) history.pushState(null, "", whole);
  else history.replaceState(null, "", whole);
}

/** Show what the address names; an invalid address clears the selection. @param {App} app */
function followAddress(app) {
  const address = location.hash.slice(1);
  Object.assign(app, stateOf(app.data, address));
  // before the picture is fitted into the room that is left
  showNotice(unknownIn(app.data, address));
  follow(app);
}

/** Say what the address names and the page does not have. @param {string[]} missing */
function showNotice(missing) {
  find("notice").hidden = missing.length === 0;
  find("notice").textContent = missing.length ? visible(`The link names something that is not here: ${missing.join(", ")}.`) : "";
}

/** Show a search result: an entity, a statement, or all matching statements. @param {App} app @param {Hit} hit */
function takeHit(app, hit) {
  if (hit.kind !== "q") return app.select(hit.kind, hit.place);
  app.filter({ words: find("search").value.trim() }, { clear: true });
}

/** @param {App} app */
function connectTools(app) {
  find("zoom-in").addEventListener("click", () => zoom(app.canvas, 1.3));
  find("zoom-out").addEventListener("click", () => zoom(app.canvas, 1 / 1.3));
  find("fit").addEventListener("click", () => fit(app.canvas));
  find("to-picture").addEventListener("click", () => find("graph").scrollIntoView({ block: "center" }));
  connectBox(app, find("search"), find("hits"), { kinds: "nsq", take: (hit) => takeHit(app, hit) });
}

/** @param {App} app */
function connectKeys(app) {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape") app.clear();
    else if (event.key === "/" && !target.matches("input, select")) {
      event.preventDefault();
      find("search").focus();
    }
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    // not through the address, which names the selection
    event.preventDefault();
    find("statements").focus();
  });
}

function start() {
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
  // for scripts and tests that control the page
  Object.assign(window, { kg: app });
}

start();
