/** What the modules of the page pass to each other beside the data, and the script of vis-network, which has no types. */
declare const vis: any;

type Data = import("./script/model.js").Data;
type Statement = import("./script/model.js").Statement;
type Entity = import("./script/model.js").Entity;
type Evidence = import("./script/model.js").Evidence;
type Decision = import("./script/model.js").Decision;
type Source = import("./script/model.js").Source;
type Time = import("./script/model.js").Time;
type Filters = import("./script/filters.js").Filters;
type Chosen = import("./script/address.js").Selection;
type View = import("./script/views.js").View;
type Line = import("./script/folding.js").Line;
type Hit = import("./script/search.js").Hit;
type Slot = import("./script/time.js").Slot;
/** What stands in an element; what is false or null is left out. */
type Child = Node | string | null | undefined | false;

interface Point {
  x: number;
  y: number;
}

/** x and y are in its middle. */
interface Box extends Point {
  width: number;
  height: number;
}

/** The box of a node's shape or name. */
interface NodeBox extends Box {
  key: number;
}

/** A name, how much larger than life it is, and how far it lies from its place below the node. */
interface NameBox extends Box {
  text: number;
  dx: number;
  dy: number;
  /** 0 below, 1 above, 2 right, 3 left. */
  side: number;
}

/** The words of an edge; `text` is how much larger than life they are. */
interface WordsBox extends Box {
  text: number;
  place: number;
  rows: string[];
}

/** The names that have room; `text` and `lit` are how much larger than life names and lit names are. */
interface Names {
  text: number;
  lit: number;
  named: Map<number, NameBox & NodeBox>;
  taken: NodeBox[];
  lacking: number;
}

/** The part of the graph's plane in which names may stand, and the corner of it that the tools take. */
interface Room {
  left: number;
  right: number;
  top: number;
  tools: Point;
}

/** The nodes and edges that a selection lights up. */
interface Light {
  nodes: Set<number>;
  edges: Set<number>;
}

/** The picture: what is drawn, how, and where. */
interface Canvas {
  app: App;
  place: HTMLElement;
  nodes: any;
  edges: any;
  network: any;
  drawn: Set<number>;
  view: View;
  light: Light | null;
  lines: Map<number, Line>;
  /** The lines of an overview that have no room for their words: they are not drawn. */
  waived: Set<number>;
  /** Those whose words are placed before those of weightier ones. */
  urgent: Set<number>;
  /** Whether names stay below their things, so that more words have room. */
  below: boolean;
  /** The cards of articles, where these are drawn. */
  cards: import("./script/articles.js").Card[];
  /** The statements of each thing that have no line. */
  waiting: Map<number, number[]>;
  /** The thing on which the keyboard stands. */
  cursor: number | null;
  names: Names | null;
  words: WordsBox[];
  room: Room | null;
  colours: Record<string, string>;
  dark: boolean;
  /** Whether nodes stand where the pyvis network has them. */
  given: boolean;
  /** The next step of nodes that glide, null where all stand. */
  gliding: number | null;
  groups: string[];
  family: string;
  tall: boolean;
  timer: number;
  fitted: string;
  pen?: CanvasRenderingContext2D;
  widths?: Map<string, number>;
}

interface Slider {
  app: App;
  slots: Slot[];
  [part: string]: any;
}

/** The page: what is selected, shown and hidden, and what readers can do. */
interface App {
  data: Data;
  filters: Filters;
  selection: Chosen;
  hovered: import("./script/hover.js").Hovered;
  depth: number;
  communities: boolean;
  draw: import("./script/address.js").State["draw"];
  /** The place of the first card that is drawn. */
  first: number;
  story: import("./script/story_state.js").Story;
  view: View;
  canvas: Canvas;
  slider: Slider;
  timer: number;
  /** What is decided in this browser and not yet built. */
  pending: Decision[];
  decide(decisions: Decision[]): void;
  undecide(decisions: Decision[]): void;
  shown(place: number): boolean;
  statements(): number[];
  path(): number[];
  select(kind: "n" | "s" | "d", place: number): void;
  connect(from: number, to: number): void;
  toggle(place: number): void;
  around(place: number, depth: number): void;
  clear(): void;
  tell(change: Partial<import("./script/story_state.js").Story>): void;
  filter(change: Partial<Filters>, options?: { clear?: boolean }): void;
  colour(communities: boolean): void;
  show(draw: string, first?: number): void;
  announce(text: string): void;
}

/** A piece of a text that is marked, in UTF-16 units; `words` are stressed in it, `open` is what a press does. */
interface Mark {
  start: number;
  end: number;
  words?: [number, number][];
  open?: (mark: HTMLElement) => void;
  count?: number;
  class?: string;
}

/** A search field with its list of hits. */
interface SearchBox {
  app: App;
  input: HTMLInputElement;
  list: HTMLElement;
  take(hit: Hit): void;
  hits: Hit[];
  chosen: number;
  timer: number;
}
