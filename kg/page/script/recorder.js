/**
 * A drawing context that records SVG elements, so that files and paper show what the canvas draws, from the
 * same calls. It has the parts of `CanvasRenderingContext2D` that vis-network and labels.js use.
 */

import { drawn } from "./elements.js";

const FULL = 2 * Math.PI;

/** Return the context; `elements` has the recorded elements. @param {CanvasRenderingContext2D} pen measures text @returns {any} */
export function createRecorder(pen) {
  const state = { strokeStyle: "#000", fillStyle: "#000", lineWidth: 1, font: "10px sans-serif", lineDash: [], globalAlpha: 1, textAlign: "start", textBaseline: "alphabetic", lineJoin: "miter" };
  const saved = [];
  const halos = new Map();
  const elements = [];
  let path = [];
  let last = null;
  const point = (...numbers) => numbers.map((number) => number.toFixed(1)).join(" ");
  const shape = (paint) => {
    if (last) for (const [name, value] of Object.entries(paint)) last.setAttribute(name, String(value));
    else elements.push((last = drawn("path", { d: path.join(""), fill: "none", ...paint })));
  };
  const recorder = {
    ...state,
    elements,
    save: () => saved.push(Object.fromEntries(Object.keys(state).map((name) => [name, recorder[name]]))),
    restore: () => Object.assign(recorder, saved.pop()),
    setLineDash: (dashes) => (recorder.lineDash = dashes),
    beginPath: () => ([path, last] = [[], null]),
    closePath: () => path.push("Z"),
    moveTo: (x, y) => path.push(`M${point(x, y)}`),
    lineTo: (x, y) => path.push(`${path.length ? "L" : "M"}${point(x, y)}`),
    quadraticCurveTo: (...numbers) => path.push(`Q${point(...numbers)}`),
    bezierCurveTo: (...numbers) => path.push(`C${point(...numbers)}`),
    arc: (x, y, radius, from, to, back = false) => path.push(arcOf(x, y, radius, from, to, back, path.length > 0, point)),
    rect: (x, y, width, height) => path.push(`M${point(x, y)}L${point(x + width, y)}L${point(x + width, y + height)}L${point(x, y + height)}Z`),
    fill: () => shape({ fill: recorder.fillStyle }),
    stroke: () => shape({ stroke: recorder.strokeStyle, "stroke-width": recorder.lineWidth, ...(recorder.lineDash.length ? { "stroke-dasharray": recorder.lineDash.join(" ") } : {}) }),
    fillRect: (x, y, width, height) => elements.push(drawn("rect", { x: point(x), y: point(y), width: point(width), height: point(height), fill: recorder.fillStyle })),
    strokeText: (text, x, y) => halos.set(`${text} ${x} ${y}`, { stroke: recorder.strokeStyle, "stroke-width": recorder.lineWidth, "stroke-linejoin": "round", "paint-order": "stroke" }),
    fillText: (text, x, y) => text.trim() && elements.push(textOf(recorder, text, x, y, halos.get(`${text} ${x} ${y}`) ?? {}, point)),
    measureText: (text) => {
      pen.font = recorder.font;
      return pen.measureText(text);
    },
  };
  for (const name of ["translate", "rotate", "scale", "clip"]) recorder[name] = () => undefined;
  return recorder;
}

/** @param {any} recorder @param {string} text @param {number} x @param {number} y @param {any} halo @param {(...numbers: number[]) => string} point */
function textOf({ font, fillStyle, textAlign, textBaseline }, text, x, y, halo, point) {
  const size = parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "12");
  const anchor = { center: "middle", right: "end", end: "end" }[textAlign] ?? "start";
  const lowered = textBaseline === "middle" ? size * 0.35 : 0;
  const bold = /\b(bold|600)\b/.test(font) ? { "font-weight": 600 } : {};
  return drawn("text", { x: point(x), y: point(y + lowered), "text-anchor": anchor, "font-size": point(size), fill: fillStyle, ...bold, ...halo }, text);
}

/** @param {number} x @param {number} y @param {number} radius @param {number} from @param {number} to @param {boolean} back @param {boolean} begun @param {(...numbers: number[]) => string} point */
function arcOf(x, y, radius, from, to, back, begun, point) {
  const at = (turn) => point(x + radius * Math.cos(turn), y + radius * Math.sin(turn));
  const start = `${begun ? "L" : "M"}${at(from)}`;
  const turns = back ? -1 : 1;
  const whole = Math.abs(to - from) >= FULL;
  const sweep = whole ? FULL : (((to - from) * turns) % FULL + FULL) % FULL;
  const half = `A${point(radius, radius)} 0 0 ${back ? 0 : 1} ${at(from + (turns * sweep) / 2)}`;
  return `${start}${half}A${point(radius, radius)} 0 0 ${back ? 0 : 1} ${at(from + turns * sweep)}`;
}
