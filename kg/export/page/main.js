/** Puts the page together: what is selected and hidden, the address, the keyboard. */

import { search, shownStatements, statementsByNode, unpacked, wordsOf } from "./model.js";
import { element } from "./elements.js";
import { documentPanel, entityPanel, overview, showMarks, statementPanel } from "./panel.js";
import { createCanvas, fit, refresh, showView, toPng } from "./canvas.js";

const PANELS = { s: statementPanel, n: entityPanel, d: documentPanel };
const find = (id) => document.getElementById(id);

function createApp(data) {
  const hidden = { types: new Set(), standings: new Set(), document: null };
  const app = { data, touching: statementsByNode(data), hidden, selection: null };
  app.select = (kind, place) => select(app, kind, place);
  app.clear = () => clear(app);
  app.filterDocument = (place) => {
    hidden.document = place;
    refresh(app.canvas);
    showPanel(app);
    find("document").focus();
  };
  return app;
}

/** The things that the address can name, by its letter. */
function named(app, kind) {
  return { n: app.data.entities, s: app.data.statements, d: app.data.documents }[kind];
}

function select(app, kind, place, { keep = false } = {}) {
  app.selection = { kind, place };
  // a frame whose page is given as text, as in a notebook, has no address to change
  if (!keep && location.protocol !== "about:") history.pushState(null, "", `#${kind}=${encodeURIComponent(named(app, kind)[place].id)}`);
  bringIntoView(app, kind, place);
  showPanel(app);
  find("statements").scrollTop = 0;
  // an address that was opened should not show a focus ring that nobody asked for
  if (!keep) find("panel").querySelector("button")?.focus({ preventScroll: true });
  if (matchMedia("(max-width: 899px)").matches) find("statements").scrollIntoView({ block: "start" });
  announce(kind === "s" ? wordsOf(app.data.statements[place]) : (named(app, kind)[place].label ?? named(app, kind)[place].title));
}

function clear(app, { keep = false } = {}) {
  const before = app.selection;
  app.selection = null;
  if (!keep && location.hash) history.pushState(null, "", location.pathname + location.search);
  refresh(app.canvas);
  showPanel(app);
  if (before?.kind === "s") find("panel").querySelector(`[data-statement="${before.place}"]`)?.focus();
  announce("All statements");
}

/** Draw the surroundings of what was selected where the present view does not hold it. */
function bringIntoView(app, kind, place) {
  const edge = app.data.edges[place];
  const needed = kind === "n" && app.touching[place].length ? [place] : kind === "s" ? [edge.from, edge.to] : [];
  const { canvas } = app;
  if (needed.every((key) => canvas.drawn.has(key)) && (app.data.whole || kind !== "n" || !needed.length)) refresh(canvas);
  else showSurroundings(app, needed[0]);
}

function showSurroundings(app, centre) {
  showView(app.canvas, centre ?? null);
  const view = find("view");
  view.hidden = app.data.whole;
  if (app.data.whole) return;
  const { nodes, entities } = app.data;
  const back = element("button", { type: "button", onclick: () => showSurroundings(app, null) }, "Overview");
  const words =
    centre === undefined || centre === null
      ? [app.canvas.drawn.size < entities.length ? `The ${app.canvas.drawn.size} most connected of ${entities.length}` : "Without values"]
      : ["Around ", element("bdi", {}, entities[centre]?.label ?? nodes[centre].label), back];
  view.replaceChildren(...words);
}

function showPanel(app) {
  const panel = find("panel");
  const { selection } = app;
  const content = selection
    ? PANELS[selection.kind](app, selection.place)
    : overview(app, shownStatements(app.data, app.hidden));
  panel.replaceChildren(...content.filter(Boolean));
  showMarks(panel);
}

function announce(text) {
  find("status").textContent = text;
}

/** Select what the address names; an address that names nothing clears. */
function followAddress(app) {
  const [, kind, encoded] = /^#([nsd])=(.*)$/s.exec(location.hash) ?? [];
  const place = kind ? named(app, kind).findIndex((item) => item.id === decoded(encoded)) : -1;
  if (place >= 0) select(app, kind, place, { keep: true });
  else clear(app, { keep: true });
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function connectFilters(app) {
  const connect = (selector, set, valueOf) => {
    for (const box of document.querySelectorAll(selector)) {
      // a browser may restore boxes on reload, while nothing is hidden yet
      box.checked = true;
      box.addEventListener("change", () => {
        if (box.checked) set.delete(valueOf(box));
        else set.add(valueOf(box));
        refresh(app.canvas);
        if (!app.selection) showPanel(app);
        announce(`${shownStatements(app.data, app.hidden).length} statements shown`);
      });
    }
  };
  connect("[data-type]", app.hidden.types, (box) => Number(box.dataset.type));
  connect("[data-standing]", app.hidden.standings, (box) => box.dataset.standing);
}

function connectSearch(app) {
  const input = find("search");
  const list = find("hits");
  let hits = [];
  let chosen = 0;
  const mark = () => {
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", index === chosen));
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    if (hits.length) input.setAttribute("aria-activedescendant", `hit-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (index) => {
    const hit = hits[index];
    if (!hit) return;
    close();
    select(app, hit.kind, hit.place);
  };
  const show = () => {
    hits = search(app.data, input.value);
    chosen = 0;
    list.replaceChildren(...hits.map((hit, index) => hitItem(app, hit, index, take)));
    if (input.value.trim() && !hits.length) list.append(element("li", { role: "option", "aria-disabled": "true" }, "Nothing found"));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.value && show());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      event.preventDefault();
      chosen = (chosen + step + hits.length) % hits.length;
      mark();
    } else if (event.key === "Enter") {
      // else the key would go on to press the button that gets the focus
      event.preventDefault();
      take(chosen);
    }
  });
}

function hitItem(app, hit, index, take) {
  const entity = hit.kind === "n" ? app.data.entities[hit.place] : null;
  const words = entity ? entity.label : wordsOf(app.data.statements[hit.place]);
  const item = element(
    "li",
    { role: "option", id: `hit-${index}`, "aria-selected": "false" },
    element("bdi", {}, words),
    " ",
    element("span", { class: "quiet" }, entity ? app.data.types[entity.type] : "statement"),
  );
  // before the input loses the focus, which closes the list
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take(index);
  });
  return item;
}

function connectTools(app) {
  const zoom = (factor) => {
    app.canvas.network.moveTo({ scale: app.canvas.network.getScale() * factor });
    refresh(app.canvas);
  };
  find("zoom-in").addEventListener("click", () => zoom(1.3));
  find("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  find("fit").addEventListener("click", () => fit(app.canvas));
  find("save").addEventListener("click", () => {
    element("a", { href: toPng(app.canvas), download: "graph.png" }).click();
  });
}

function connectKeys(app) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      find("search").value = "";
      find("hits").hidden = true;
      clear(app);
    } else if (event.key === "/" && !event.target.matches("input, select")) {
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
  const app = createApp(unpacked(JSON.parse(find("data").textContent)));
  app.canvas = createCanvas(app, find("graph"));
  showSurroundings(app, null);
  connectFilters(app);
  connectSearch(app);
  connectTools(app);
  connectKeys(app);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => refresh(app.canvas));
  window.addEventListener("popstate", () => followAddress(app));
  if (location.hash) followAddress(app);
  else showPanel(app);
  document.fonts.ready.then(() => refresh(app.canvas));
  // for scripts and tests that drive the page
  window.kg = app;
}

start();
