/**
 * The current view of the statements.
 *
 * @typedef {{view: string, order: string, act: ?string, month: ?string}} Story
 */

export const VIEWS = ["story", "timeline", "voices", "documents"];

/** Return the initial view of the page. @returns {Story} */
export function firstStory() {
  return { view: "story", order: "importance", act: null, month: null };
}

/** Return the view in an address. @param {(name: string) => string | null} one a field of the address @returns {Story} */
export function storyOf(one) {
  const first = firstStory();
  const view = one("view") ?? "";
  return { view: VIEWS.includes(view) ? view : first.view, order: one("order") === "time" ? "time" : first.order, act: one("act"), month: one("month") };
}

/** Return the fields of an address that differ from the initial view. @param {Story | undefined} story @returns {[string, string][]} */
export function storyFields(story) {
  return Object.entries(firstStory()).flatMap(([name, first]) => (story?.[name] && story[name] !== first ? [[name, story[name]]] : []));
}
