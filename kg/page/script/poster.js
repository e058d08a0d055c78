/** The picture for saving: the drawing with its title, its legend, and its sources. */

import { drawn, numeral } from "./elements.js";
import { thingOf } from "./articles.js";
import { isEnd } from "./model.js";
import { toSvg } from "./svg.js";

const PAD = 20;
const NARROWEST = 560;
const WIDE = 1300;
const TITLE = 24;
const WORDS = 13;
const LINE = 1.4;
/** The scale of a picture in pixels, and the maximum number of pixels per side. */
const SCALE = 2;
const LARGEST = 12_000;

/** Return the picture as an SVG element. @param {App} app */
export function poster(app) {
  const { canvas } = app;
  const picture = toSvg(canvas, document.title);
  const [x, y, inner, below] = picture.getAttribute("viewBox").split(" ").map(Number);
  const width = Math.max(NARROWEST, inner);
  const left = x - (width - inner) / 2;
  // a wide picture is shown smaller, so the text around it is larger
  const scale = Math.max(1, width / WIDE);
  const room = width / scale - 2 * PAD;
  const [head, foot] = [headOf(canvas, room), footOf(app, room)];
  const top = y - head.height * scale;
  const height = (head.height + foot.height) * scale + below;
  const [title, ground, ...rest] = picture.children;
  for (const [name, value] of Object.entries({ x: left, y: top, width, height })) ground.setAttribute(name, String(value));
  for (const [group, at] of /** @type {[SVGElement, number][]} */ ([[head.group, top], [foot.group, y + below]])) {
    group.setAttribute("transform", `translate(${left + PAD * scale} ${at}) scale(${scale.toFixed(3)})`);
  }
  picture.replaceChildren(title, ground, ...rest, head.group, foot.group);
  for (const [name, value] of Object.entries({ viewBox: `${left} ${top} ${width} ${height}`, width, height })) picture.setAttribute(name, String(value));
  return picture;
}

/** Return the picture as the text of an SVG file; characters that XML does not allow become U+FFFD. @param {App} app */
export function posterText(app) {
  const text = new XMLSerializer().serializeToString(poster(app));
  return `<?xml version="1.0" encoding="utf-8"?>\n${text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")}\n`;
}

/** Return the picture as a PNG file at double size. @param {App} app @returns {Promise<Blob>} */
export async function posterPng(app) {
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
  return new Promise((resolve) => copy.toBlob((blob) => resolve(/** @type {Blob} */ (blob)), "image/png"));
}

/** Return the title in lines of this width. @param {Canvas} canvas @param {number} width */
function headOf(canvas, width) {
  const lines = wrapped(canvas, document.title, TITLE, width);
  const texts = lines.map((line, place) => textOf(line, 0, PAD + TITLE + place * TITLE * LINE, { "font-size": TITLE, "font-weight": 600, fill: canvas.colours.ink }));
  return { group: drawn("g", { class: "title" }, ...texts), height: PAD + lines.length * TITLE * LINE };
}

/** Return the legend with the source below it. @param {App} app @param {number} width */
function footOf(app, width) {
  const { canvas } = app;
  const group = drawn("g", { class: "legend" });
  let [x, y] = [0, PAD];
  for (const { symbol, words } of legendOf(app)) {
    const room = 28 + 18 + widthOf(canvas, words, WORDS);
    if (x > 0 && x + room > width) [x, y] = [0, y + WORDS * 1.7];
    symbol.setAttribute("transform", `translate(${x} ${y - 8})`);
    group.append(symbol, textOf(words, x + 34, y + WORDS * 0.35, { "font-size": WORDS, fill: canvas.colours.ink }));
    x += room + 12;
  }
  y += WORDS * 2;
  for (const line of wrapped(canvas, sourceOf(app), 12, width)) {
    group.append(textOf(line, 0, y, { "font-size": 12, fill: canvas.colours.soft }));
    y += 12 * LINE;
  }
  return { group, height: y + PAD / 2 };
}

/** Return the entries of the legend, each with its symbol. @returns {{symbol: SVGElement, words: string}[]} @param {App} app */
function legendOf(app) {
  const { data, canvas } = app;
  const keys = canvas.nodes.getIds().filter((key) => !canvas.nodes.get(key).hidden).map((key) => thingOf(data, key));
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const entities = keys.filter((key) => data.entities[key]);
  const things = app.communities ? groupsIn(app, entities, colour) : typesIn(app, entities, colour);
  const values = keys.some((key) => !data.entities[key] && !isEnd(data, key));
  const box = drawn("rect", { x: 9, y: 4, width: 14, height: 8, rx: 4, fill: canvas.colours.paper, stroke: colour("stated") });
  const edges = canvas.edges.getIds();
  const standings = data.standingNames.filter((_, place) => edges.some((id) => typeof id === "number" && data.columns.standing[id] === place));
  return [
    ...things,
    ...(values ? [{ symbol: drawn("g", {}, box), words: "value" }] : []),
    ...standings.map((name) => ({ symbol: lineOf(data.lines[name].dashes, colour(name), true), words: data.standings[name] })),
    ...(edges.some((id) => typeof id !== "number") ? [{ symbol: lineOf(data.structuralLine.dashes, colour("structural"), false), words: "named inside (not a statement)" }] : []),
  ];
}

/** @param {App} app @param {number[]} keys @param {(name: string) => string} colour */
function typesIn({ data }, keys, colour) {
  const types = [...new Set(keys.map((key) => data.entities[key].type))].sort((a, b) => a - b);
  return types.map((type) => {
    // the symbol is in the legend of the page
    const sign = document.querySelector(`[data-type="${type}"]`)?.parentElement?.querySelector(".symbol > *")?.cloneNode() ?? drawn("circle", { cx: 8, cy: 8, r: 6 });
    /** @type {Element} */ (sign).setAttribute("fill", colour(`t${type}`));
    return { symbol: drawn("g", {}, drawn("g", { transform: "translate(8 0)" }, sign)), words: data.types[type].words };
  });
}

/** @param {App} app @param {number[]} keys @param {(name: string) => string} colour */
function groupsIn({ data }, keys, colour) {
  const groups = [...new Set(keys.map((key) => data.entities[key].community))].filter((group) => group >= 0).sort((a, b) => a - b).slice(0, data.constants.coloured);
  return groups.map((group) => ({
    symbol: drawn("g", {}, drawn("circle", { cx: 16, cy: 8, r: 6, fill: colour(`c${group}`) || colour("other") })), words: `Around ${data.entities[data.communities[group]].label}`,
  }));
}

/** @param {number[] | boolean} dashes @param {string} stroke @param {boolean} arrow */
function lineOf(dashes, stroke, arrow) {
  const line = drawn("line", { x1: 0, y1: 8, x2: arrow ? 22 : 28, y2: 8, stroke, "stroke-width": arrow ? 2 : 1, "stroke-dasharray": Array.isArray(dashes) ? dashes.join(" ") : null });
  return drawn("g", {}, line, ...(arrow ? [drawn("polygon", { points: "22,4.5 29,8 22,11.5", fill: stroke })] : []));
}

/** Return the sources of the picture: the documents of its contents, and the program that read them. @param {App} app */
function sourceOf({ data, canvas }) {
  const places = canvas.edges.getIds().filter((id) => typeof id === "number");
  const documents = [...new Set(places.flatMap((place) => data.rows[place][13].map(([document]) => document)))].sort((a, b) => a - b).map((place) => data.documents[place]);
  const about = ({ title, source, published }) => {
    const from = [source && (URL.canParse(source) ? new URL(source).hostname || source : source), published].filter(Boolean).join(", ");
    return title + (from && from !== title ? ` (${from})` : "");
  };
  const days = documents.map(({ published }) => published).filter(Boolean).sort();
  const several = `${numeral(documents.length)} documents${days.length ? `, ${days[0]} to ${days.at(-1)}` : ""}`;
  const from = documents.length > 3 ? several : documents.map(about).join("; ");
  return `${from ? `Source: ${from}. ` : ""}Extracted automatically by kg; each line is what a text says.`;
}

/** @param {string} text @param {number} x @param {number} y @param {any} attributes */
function textOf(text, x, y, attributes) {
  return drawn("text", { x: x.toFixed(1), y: y.toFixed(1), ...attributes }, text);
}

/** Return a text in lines of at most this width. @param {Canvas} canvas @param {string} text @param {number} size @param {number} width */
function wrapped(canvas, text, size, width) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) && widthOf(canvas, longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** @param {Canvas} canvas @param {string} text @param {number} size */
function widthOf(canvas, text, size) {
  canvas.pen ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  canvas.pen.font = `600 ${size}px ${canvas.family}`;
  return canvas.pen.measureText(text).width;
}
