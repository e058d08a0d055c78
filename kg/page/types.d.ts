/** The interfaces between the modules of the page, apart from the data, and vis-network, which has no types. */
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
/** The content of an element; false or null is ignored. */
type Child = Node | string | null | undefined | false;

interface Point {
  x: number;
  y: number;
}

/** x and y are at its centre. */
interface Box extends Point {
  width: number;
  height: number;
}

/** The box of a node's shape or name. */
interface NodeBox extends Box {
  key: number;
}

/** A name, its enlargement, and its offset from the position below the node. */
interface NameBox extends Box {
  text: number;
  dx: number;
  dy: number;
  /** 0 below, 1 above, 2 right, 3 left. */
  side: number;
}

/** The words of an edge; `text` is their enlargement. */
interface WordsBox extends Box {
  text: number;
  place: number;
  rows: string[];
}

/** The names that have room; `text` and `lit` are the enlargement of names and highlighted names. */
interface Names {
  text: number;
  lit: number;
  named: Map<number, NameBox & NodeBox>;
  taken: NodeBox[];
  lacking: number;
}

/** The part of the plane in which names may be placed, and the corner of it that the tools cover. */
interface Room {
  left: number;
  right: number;
  top: number;
  tools: Point;
}

/** The nodes and edges that a selection highlights. */
interface Light {
  nodes: Set<number>;
  edges: Set<number>;
}

/** The picture: its contents, their look, and their positions. */
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
  /** The lines of an overview without room for their words: they are not drawn. */
  waived: Set<number>;
  /** Those whose words are placed before those of more important ones. */
  urgent: Set<number>;
  /** Whether names stay below their entities, so that more words have room. */
  below: boolean;
  /** The cards of articles, if these are drawn. */
  cards: import("./script/articles.js").Card[];
  /** The statements of each entity that have no line. */
  waiting: Map<number, number[]>;
  /** The entity with the keyboard focus. */
  cursor: number | null;
  names: Names | null;
  words: WordsBox[];
  room: Room | null;
  colours: Record<string, string>;
  dark: boolean;
  /** Whether nodes have the positions of the pyvis network. */
  given: boolean;
  /** The next step of gliding nodes, null if none are moving. */
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

/** The page: the selection, the view, the filters, and the actions of readers. */
interface App {
  data: Data;
  filters: Filters;
  selection: Chosen;
  hovered: import("./script/hover.js").Hovered;
  depth: number;
  communities: boolean;
  draw: import("./script/address.js").State["draw"];
  /** The index of the first card that is drawn. */
  first: number;
  story: import("./script/story_state.js").Story;
  view: View;
  canvas: Canvas;
  slider: Slider;
  timer: number;
  /** The decisions in this browser that are not yet built. */
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

/** A marked piece of a text, in UTF-16 units; `words` are emphasized in it, `open` is called on a press. */
interface Mark {
  start: number;
  end: number;
  words?: [number, number][];
  open?: (mark: HTMLElement) => void;
  count?: number;
  class?: string;
}

/** A search field with its list of results. */
interface SearchBox {
  app: App;
  input: HTMLInputElement;
  list: HTMLElement;
  take(hit: Hit): void;
  hits: Hit[];
  chosen: number;
  timer: number;
}
