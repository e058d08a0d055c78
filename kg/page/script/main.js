/** Puts the page together: what is selected, shown and hidden, the address, the keyboard. */

import { opened } from "./model.js";
import { addressOf, stateOf } from "./address.js";
import { noFilters, shownStatements, statementShown } from "./filters.js";
import { anyPath } from "./paths.js";
import { element, find, isNarrow } from "./elements.js";
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
import { homeView, spoken, statementsOfView, viewNeeded } from "./view_choice.js";
import { connectHover } from "./hover.js";
import { connectCorrections, keepDecisions, keptDecisions, showCorrections } from "./corrections.js";
import { allDecisions, sameDecision } from "./decisions.js";
import { decided } from "./pending.js";
import { connectDrawing, showDrawing } from "./drawing_choice.js";

const PANELS = { s: statementPanel, n: entityPanel, d: documentPanel, p: pathPanel, m: betweenPanel };
const PAUSE_FILTERING = 120;
/** How many things are named where there is no statement. */
const NAMED = 5;

/** @param {() => any} read gives what data.py wrote, anew each time */
function createApp(read) {
  const raw = read();
  const pending = keptDecisions(raw);
  /** @type {any} */
  const app = { data: pending.length ? decided(read, pending) : opened(raw), pending, filters: noFilters(), selection: null, hovered: null, depth: null, communities: false, everything: false, story: firstStory(), view: { kind: "first" }, canvas: null, slider: null, timer: 0 };
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
  app.decide = (decisions) => decide(app, read, allDecisions(app.pending, decisions));
  app.undecide = (decisions) => decide(app, read, app.pending.filter((one) => !decisions.some((other) => sameDecision(one, other))));
  app.draw = (everything) => {
    Object.assign(app, { everything, depth: null });
    keepAddress(app, { push: false });
    follow(app);
  };
  app.announce = (text) => (find("status").textContent = text);
  return app;
}

/** Add a thing to those that are selected, or take it away. @param {App} app @param {number} place */
function toggle(app, place) {
  const { selection } = app;
  const before = selection?.kind === "m" ? selection.places : selection?.kind === "n" ? [selection.place] : [];
  const places = before.includes(place) ? before.filter((each) => each !== place) : [...before, place];
  if (!places.length) app.clear();
  else if (places.length === 1) app.select("n", places[0]);
  else go(app, { selection: { kind: "m", places }, depth: null });
}

/** Take on what is decided by now, and show the graph as it will be. @param {App} app @param {() => any} read @param {Decision[]} pending */
function decide(app, read, pending) {
  app.pending = pending;
  const kept = keepDecisions(app);
  app.data = decided(read, pending);
  // what became part of another thing is shown as that
  const united = app.selection?.kind === "n" ? app.data.gone?.get(app.selection.place) : undefined;
  if (united !== undefined) Object.assign(app, { selection: { kind: "n", place: united }, depth: null });
  app.canvas.view = null;
  follow(app);
  keepAddress(app, { push: false });
  app.announce(`${pending.length} correction${pending.length === 1 ? "" : "s"} pending${kept ? "" : "; this browser keeps none, so save them"}`);
}

/** Select something: a step in the history. @param {App} app @param {any} change */
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

/** Show another view of the statements, or the same in another way. @param {App} app @param {any} change */
function tell(app, change) {
  clearTimeout(app.timer);
  const focused = document.activeElement?.id;
  Object.assign(app.story, change);
  Object.assign(app, { selection: null, hovered: null, depth: null });
  keepAddress(app, { push: true });
  follow(app);
  app.announce(find(`tab-${app.story.view}`).textContent);
  // what was pressed is made anew
  if (focused) find(focused)?.focus({ preventScroll: true });
}

/** Change filters: no step in the history, for a slider would make a hundred of them. @param {App} app @param {any} change @param {boolean} clear */
function filter(app, change, clear) {
  Object.assign(app.filters, change);
  if (clear) Object.assign(app, { selection: null, depth: null });
  showFilters(app);
  showTime(app.slider);
  // browsers refuse an address that changes with every pixel, and a large graph is laid out anew
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

/** Show what is selected, in the view that it needs. @param {App} app */
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
function showViewName(app) {
  const { data, canvas } = app;
  /** @type {any} what the kinds of views have differs */
  const { kind, centre, depth } = canvas.view;
  const drawn = [...canvas.drawn].filter((key) => data.entities[key]).length;
  const back = () => {
    Object.assign(app, { selection: null, depth: null, view: homeView(app) });
    keepAddress(app, { push: true });
    follow(app);
  };
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
  find("shown-count").textContent = places.length === total ? total.toLocaleString("en") : `${places.length.toLocaleString("en")} of ${total.toLocaleString("en")}`;
  return places.length ? homePanel(app, places) : [emptyState(app)];
}

/** Return what helps where no statement is shown. @param {App} app */
function emptyState(app) {
  const { data } = app;
  const undo = element("button", { type: "button", class: "more start", onclick: () => app.filter(noFilters()) }, `Show all ${data.count.toLocaleString("en")} statements`);
  const found = data.entities.length ? ` Things were found: ${data.entities.slice(0, NAMED).map(({ label }) => label).join(", ")}.` : "";
  const words = data.count
    ? ["The filters hide every statement.", "They work together: a statement stays only if each of them leaves it."]
    : ["No statement was found.", data.documents.length ? `kg reads English news: sentences in which somebody does or is something.${found}` : "No document was read: name files or folders, as in “kg build articles/ -o out”."];
  return element("div", { class: "empty" }, element("p", {}, element("strong", {}, words[0])), element("p", {}, words[1]), data.count ? undo : null);
}

function focusPanel() {
  find("panel").querySelector("button")?.focus({ preventScroll: true });
  if (isNarrow()) find("statements").scrollIntoView({ block: "start" });
}

/** @param {App} app @param {{push: boolean}} options */
function keepAddress(app, { push }) {
  // a frame whose page is given as text, as in a notebook, has no address to change
  if (location.protocol === "about:") return;
  const address = addressOf(app.data, app);
  const whole = address ? `#${address}` : location.pathname + location.search;
  if (push && location.hash.slice(1) !== address) history.pushState(null, "", whole);
  else history.replaceState(null, "", whole);
}

/** Show what the address names; an address that names nothing clears. @param {App} app */
function followAddress(app) {
  Object.assign(app, stateOf(app.data, location.hash.slice(1)));
  follow(app);
}

/** @param {App} app */
function connectTools(app) {
  find("zoom-in").addEventListener("click", () => zoom(app.canvas, 1.3));
  find("zoom-out").addEventListener("click", () => zoom(app.canvas, 1 / 1.3));
  find("fit").addEventListener("click", () => fit(app.canvas));
  find("to-picture").addEventListener("click", () => find("graph").scrollIntoView({ block: "center" }));
  connectBox(app, find("search"), find("hits"), { kinds: "nsq", take: (hit) => (hit.kind === "q" ? app.filter({ words: find("search").value.trim() }, { clear: true }) : app.select(hit.kind, hit.place)) });
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
    // not by the address, which names what is selected
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
  // for scripts and tests that drive the page
  Object.assign(window, { kg: app });
}

start();
