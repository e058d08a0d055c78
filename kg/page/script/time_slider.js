/** The slider over event time: a histogram with two handles, each a native range input. */

import { timeSlots } from "./time.js";
import { drawn, element, numeral } from "./elements.js";

const HEIGHT = 28;
const WIDTH = 100;
/** The maximum number of labels on the axis, the width of a letter and the gap between two labels in pixels, and the minimum share of dated statements for showing the strip. */
const MOST_LABELS = 6;
const LETTER = 6.5;
const GAP = 12;
const LEAST_DATED = 0.1;

/** Return the slider in `place`, or none if fewer than two times are known. @param {App} app @param {HTMLElement} place */
export function createTimeSlider(app, place) {
  const { data } = app;
  const counts = data.times.map(() => 0);
  for (const time of data.columns.time) if (time >= 0) counts[time] += 1;
  const slots = timeSlots(data.times.map((time, index) => ({ ...time, count: counts[index] })).filter(({ count }) => count));
  const slider = { app, place, slots, bars: [], first: null, last: null, said: null, undated: null };
  const dated = slots.reduce((sum, { count }) => sum + count, 0);
  if (slots.length < 2 || dated < LEAST_DATED * data.count) return Object.assign(slider, { slots: [] });
  const undated = data.count - dated;
  slider.first = handle(slider, "Earliest time", 0);
  slider.last = handle(slider, "Latest time", slots.length - 1);
  slider.bars = barsOf(slots);
  const targets = slots.map((_, index) => target(slider, index));
  slider.said = element("output", { class: "time-said", for: "time-first time-last" });
  slider.undated = element("input", { type: "checkbox", onchange: () => app.filter({ undated: slider.undated.checked }) });
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...slider.bars, ...targets);
  const axis = element("div", { class: "axis", "aria-hidden": "true" });
  new ResizeObserver(() => labelAxis(axis, slots)).observe(axis);
  place.append(
    element("legend", {}, "Time"),
    element("div", { class: "histogram" }, svg, axis, slider.first, slider.last),
    element("div", { class: "time-words" }, slider.said,
      undated ? element("label", { class: "undated" }, slider.undated, `with ${numeral(undated)} undated`) : null),
  );
  place.hidden = false;
  return slider;
}

/** Update the handles and the words to the current filters. @param {Slider} slider */
export function showTime(slider) {
  const { slots, app } = slider;
  if (slots.length < 2) return;
  const { span, undated } = app.filters;
  const [first, last] = span ? [slotAt(slots, span[0], 0), slotAt(slots, span[1], slots.length - 1)] : [0, slots.length - 1];
  for (const [field, value] of [[slider.first, first], [slider.last, last]]) {
    field.value = String(value);
    field.setAttribute("aria-valuetext", slots[value].label);
  }
  slider.bars.forEach((bar, index) => bar.setAttribute("class", index >= first && index <= last ? "bar in" : "bar"));
  slider.said.textContent = first === last ? slots[first].label : `${slots[first].label} – ${slots[last].label}`;
  slider.undated.checked = !span || undated;
  slider.undated.disabled = !span;
}

/** @param {Slider} slider @param {string} label @param {number} value */
function handle(slider, label, value) {
  const id = label.startsWith("Earliest") ? "time-first" : "time-last";
  const field = element("input", { id, type: "range", min: 0, max: slider.slots.length - 1, value, "aria-label": label });
  field.addEventListener("input", () => moved(slider, field));
  return field;
}

/** @param {Slider} slider @param {HTMLInputElement} field */
function moved(slider, field) {
  const { slots, app } = slider;
  let [first, last] = [Number(slider.first.value), Number(slider.last.value)];
  // a handle cannot pass the other one
  if (first > last && field === slider.first) first = last;
  else if (first > last) last = first;
  const whole = first === 0 && last === slots.length - 1;
  app.filter({ span: whole ? null : [slots[first].from, slots[last].to] });
}

/** Return the button that selects the time of one bar, and on the second press all times. @param {Slider} slider @param {number} index */
function target(slider, index) {
  const { slots, app } = slider;
  const step = WIDTH / slots.length;
  const rect = drawn("rect", { class: "bar-target", x: index * step, y: 0, width: step, height: HEIGHT }, drawn("title", {}, `${slots[index].label}: ${slots[index].count}`));
  rect.addEventListener("click", () => {
    const alone = app.filters.span?.[0] === slots[index].from && app.filters.span?.[1] === slots[index].to;
    app.filter({ span: alone ? null : [slots[index].from, slots[index].to] });
  });
  return rect;
}

/** Label the axis below the bars: the first time, the last one, and as many in between as have room. @param {HTMLElement} axis @param {Slot[]} slots */
function labelAxis(axis, slots) {
  const widest = Math.max(...slots.map(({ label }) => label.length)) * LETTER + GAP;
  const count = Math.max(2, Math.min(MOST_LABELS, slots.length, Math.floor(axis.clientWidth / widest)));
  const places = Array.from({ length: count }, (_, index) => Math.round((index * (slots.length - 1)) / (count - 1)));
  axis.replaceChildren(...places.map((place) => element("span", {}, slots[place].label)));
}

/** @param {Slot[]} slots */
function barsOf(slots) {
  const most = Math.max(...slots.map(({ count }) => count));
  const step = WIDTH / slots.length;
  return slots.map(({ count }, index) => {
    const height = Math.max(2, (HEIGHT * count) / most);
    return drawn("rect", { class: "bar in", x: index * step + step * 0.1, y: HEIGHT - height, width: step * 0.8, height });
  });
}

/** Return the slot with a day, or the nearest one. @param {Slot[]} slots @param {number} day @param {number} otherwise */
function slotAt(slots, day, otherwise) {
  const holding = slots.findIndex(({ from, to }) => from <= day && day <= to);
  if (holding >= 0) return holding;
  const later = slots.findIndex(({ from }) => from > day);
  return later < 0 ? slots.length - 1 : otherwise === 0 ? later : Math.max(0, later - 1);
}
