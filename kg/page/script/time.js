/**
 * Event time as slots on a line: calendar units with statements, from the first to the last.
 *
 * @typedef {"day" | "month" | "year" | "decade"} Unit
 * @typedef {{from: number, to: number, count: number, label: string}} Slot days since 1970-01-01, both
 *   included
 */

const DAY = 86_400_000;
const MOST_SLOTS = 48;
/** @type {Unit[]} */
const UNITS = ["day", "month", "year", "decade"];
/** The minimum number of days of each unit. */
const LENGTHS = { day: 1, month: 28, year: 365, decade: 3652 };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Return the slots of times, each counted at its start.
 *
 * @param {{from: ?number, to: ?number, count: number}[]} times with their numbers of statements
 * @returns {Slot[]} in the finest unit that needs no more than 48 slots
 */
export function timeSlots(times) {
  const known = times.filter((time) => time.from !== null || time.to !== null);
  for (const unit of UNITS) {
    const grouped = new Map();
    for (const time of known) {
      const start = unitStart(time.from ?? time.to, unit);
      if (!grouped.has(start)) grouped.set(start, []);
      grouped.get(start).push(time);
      if (grouped.size > MOST_SLOTS && unit !== "decade") break;
    }
    if (grouped.size > MOST_SLOTS && unit !== "decade") continue;
    return [...grouped.keys()].sort((a, b) => a - b).map((from) => slot(from, unit, grouped.get(from)));
  }
  return [];
}

/** @param {number} from @param {Unit} unit @param {{from: ?number, to: ?number, count: number}[]} times */
function slot(from, unit, times) {
  const shortest = Math.min(...times.map((time) => (time.to ?? time.from) - (time.from ?? time.to) + 1));
  const said = UNITS.findLast((coarse) => LENGTHS[coarse] <= shortest) ?? "day";
  // "1997" should not be called 1 January 1997
  const label = unitLabel(from, LENGTHS[said] > LENGTHS[unit] ? said : unit);
  return { from, to: unitEnd(from, unit), count: times.reduce((sum, time) => sum + time.count, 0), label };
}

/**
 * Return whether a time can be in a span of days; an open end can be anywhere on its side.
 *
 * @param {{from: ?number, to: ?number}} time
 * @param {[number, number]} span
 */
export function overlapsSpan(time, [first, last]) {
  if (time.from === null && time.to === null) return false;
  return (time.from ?? -Infinity) <= last && (time.to ?? Infinity) >= first;
}

/** Return a day as "2024-06-30". @param {number} day @returns {string} */
export function isoDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Return the day for a text such as "2024-06-30", or null for any other text. @param {string} text @returns {?number} */
export function dayOf(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time / DAY;
}

/** @param {number} day @param {Unit} unit */
function unitStart(day, unit) {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "day") return day;
  if (unit === "month") return days(year, month);
  return unit === "year" ? days(year, 0) : days(year - (year % 10), 0);
}

/** @param {number} start @param {Unit} unit */
function unitEnd(start, unit) {
  const date = new Date(start * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "day") return start;
  if (unit === "month") return days(year, month + 1) - 1;
  return days(unit === "year" ? year + 1 : year + 10, 0) - 1;
}

/** @param {number} start @param {Unit} unit */
function unitLabel(start, unit) {
  const date = new Date(start * DAY);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === "day") return `${day} ${MONTHS[month]} ${year}`;
  if (unit === "month") return `${MONTHS[month]} ${year}`;
  return unit === "year" ? `${year}` : `${year}s`;
}

/** @param {number} year @param {number} month */
function days(year, month) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / DAY);
}
