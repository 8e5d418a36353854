/**
 * The parallel page: for each widget that the canvas shows, an element with its role, name and state at its place, for
 * screen readers and the keyboard. They are transparent and let the pointer through to the canvas; what has the focus
 * shows the browser's ring (style.css).
 *
 * Fields of one line are seen: the canvas draws their frame, the text in it is an <input>, so that typing there is the
 * browser's own.
 */
import { Pause } from "./pause.js";

/**
 * A node of ui/semantics.h.
 * @typedef {{ id: string, role: string, name: string, value: string, state: string, action: string, hint: string, level: number,
 *   bounds: { x: number, y: number, width: number, height: number } }} Node
 */

/** Milliseconds without a frame after which the elements follow, and the longest that they lag behind. */
const QUIET = 120;
const LONGEST = 1000;

/** The element of a role where HTML has one that behaves by itself; others are a <div> with the role. */
const TAGS = /** @type {Readonly<Record<string, string>>} */ ({
  button: "button",
  tab: "button",
  menuitem: "button",
  textbox: "input",
});
/** Roles among whose elements the arrow keys go up and down. */
const WITH_ARROWS = new Set(["menuitem", "treeitem"]);

/**
 * What the page does to the program.
 * @typedef {{ read: () => string, activate: (id: string, modifiers?: import("./program.js").Modifiers) => void,
 *   enter: (id: string, value: string) => void, reach: (id: string) => void }} Doings
 */

export class Outline {
  #root;
  #field;
  #doings;
  /**
   * The nodes that the elements are of, by the line of the program's list that each was read from.
   * @type {Map<string, Node>}
   */
  #nodes = new Map();
  #pause = new Pause(() => this.follow(), QUIET, LONGEST);
  /** @type {Map<string, HTMLElement>} */
  #elements = new Map();

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} field the text field, which is the node "source"
   * @param {Doings} doings
   */
  constructor(root, field, doings) {
    this.#root = root;
    this.#field = field;
    this.#doings = doings;
  }

  /** A frame was drawn: the elements follow when it is quiet. */
  changed() {
    this.#pause.ask();
  }

  /**
   * Gives a node the keyboard.
   * @param {string} id
   */
  focus(id) {
    this.follow();
    const element = this.#elements.get(id);
    element?.focus({ preventScroll: true });
    if (element instanceof HTMLInputElement) element.select();
  }

  follow() {
    this.#pause.cancel();
    const known = this.#nodes;
    const old = this.#elements;
    this.#nodes = new Map();
    this.#elements = new Map();
    for (const line of linesOf(this.#doings.read())) {
      const node = known.get(line) ?? /** @type {Node} */ (JSON.parse(line));
      const element = isSource(node) ? this.#field : this.#elementOf(node, old.get(node.id));
      if (!known.has(line) || element instanceof HTMLInputElement) describe(element, node);
      this.#nodes.set(line, node);
      this.#elements.set(node.id, element);
    }
    this.#arrange();
    this.#keepInDialog([...this.#nodes.values()]);
  }

  /**
   * The elements in the nodes' order. What stays is not moved, the field never: an element that moves in the document
   * loses the keyboard, and with it what a person is typing.
   */
  #arrange() {
    const wanted = new Set(this.#elements.values()).add(this.#field);
    for (const child of [...this.#root.children]) {
      if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
    }
    let place = this.#root.firstElementChild;
    for (const element of this.#elements.values()) {
      if (element === this.#field) {
        while (place && place !== element) {
          const next = place.nextElementSibling;
          this.#root.append(place);
          place = next;
        }
      }
      if (element === place) place = place.nextElementSibling;
      else this.#root.insertBefore(element, place);
    }
  }

  /**
   * While a dialog asks, nothing before it can be reached.
   * @param {Node[]} nodes
   */
  #keepInDialog(nodes) {
    const dialog = nodes.findIndex((node) => node.role === "dialog");
    nodes.forEach((node, index) => {
      const element = this.#elements.get(node.id);
      if (element && element.inert !== index < dialog) element.inert = index < dialog;
    });
  }

  /**
   * @param {Node} node
   * @param {HTMLElement | undefined} old
   */
  #elementOf(node, old) {
    const tag = TAGS[node.role] ?? "div";
    if (old?.localName === tag) return old;
    const element = document.createElement(tag);
    if (element instanceof HTMLButtonElement) element.type = "button";
    element.addEventListener("focus", () => this.#doings.reach(node.id));
    if (element instanceof HTMLInputElement) return this.#serveInput(element, node.id);
    element.addEventListener("click", () => this.#doings.activate(node.id));
    element.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") return this.#step(event, element);
      if (tag === "button" || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      this.#doings.activate(node.id);
    });
    return element;
  }

  /**
   * To the neighbour in a menu or a tree.
   * @param {KeyboardEvent} event
   * @param {HTMLElement} element
   */
  #step(event, element) {
    const role = element.dataset.role ?? "";
    if (!WITH_ARROWS.has(role)) return;
    event.preventDefault();
    const all = [...this.#elements.values()].filter((each) => each.dataset.role === role);
    const next = all.indexOf(element) + (event.key === "ArrowDown" ? 1 : -1);
    all[(next + all.length) % all.length]?.focus({ preventScroll: true });
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string} id
   */
  #serveInput(input, id) {
    input.type = "text";
    input.autocomplete = "off";
    input.spellcheck = false;
    const enter = () => {
      input.dataset.given = input.value; // the program's echo is this
      this.#doings.enter(id, input.value);
    };
    input.addEventListener("input", (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) enter();
    });
    input.addEventListener("compositionend", enter);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      const { ctrlKey: control, shiftKey: shift, altKey: alt } = event;
      this.#doings.activate(id, { control, shift, alt });
    });
    return input;
  }
}

/**
 * The nodes of a list as Semantics::to_json writes it: a line each, with a comma behind all but the last.
 * @param {string} json
 */
function linesOf(json) {
  return json.split("\n").slice(1, -1).map((line) => (line.endsWith(",") ? line.slice(0, -1) : line));
}

/** @param {Node} node */
function isSource(node) {
  return node.id === "source";
}

/**
 * @param {HTMLInputElement} input
 * @param {Node} node
 */
function fill(input, node) {
  if (input.dataset.given !== node.value && input.value !== node.value) input.value = node.value;
  input.dataset.given = node.value;
  if (input.placeholder !== node.hint) input.placeholder = node.hint;
  input.classList.toggle("icon", node.state.split(" ").includes("icon"));
  input.inputMode = node.state.split(" ").includes("number") ? "numeric" : "";
}

/**
 * @param {HTMLElement} element
 * @param {Node} node
 */
function describe(element, node) {
  const states = node.state.split(" ");
  const has = (/** @type {string} */ state) => states.includes(state);
  const isField = isSource(node);
  const isTree = node.role === "treeitem";
  const adjusts = node.action === "adjust"; // the line between the panes, by keys
  /** @type {Record<string, string | null>} null: absent */
  const attributes = {
    role: TAGS[node.role] === node.role || isField ? null : node.role,
    "aria-label": node.name || null,
    "aria-valuenow": adjusts ? node.value : null,
    "aria-valuetext": adjusts ? `${node.value} %` : null,
    "aria-orientation": adjusts ? "vertical" : null,
    "data-keys": adjusts || node.action === "scroll" ? node.id : null,
    "aria-level": node.role === "heading" || isTree ? String(node.level) : null,
    "aria-pressed": node.role === "button" && has("pressed") ? "true" : null,
    "aria-invalid": has("invalid") ? "true" : null,
    "data-role": WITH_ARROWS.has(node.role) ? node.role : null,
    "aria-disabled": has("disabled") ? "true" : null,
    "aria-expanded": has("expanded") ? "true" : has("collapsed") ? "false" : null,
    "aria-selected": has("selected") ? "true" : null,
    "aria-checked": has("checked") ? "true" : node.role === "menuitemcheckbox" ? "false" : null,
    "aria-busy": has("busy") ? "true" : null,
    "aria-modal": node.role === "dialog" ? "true" : null,
    tabindex: isField || TAGS[node.role] ? null : node.action ? "0" : null,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (isField) return;
  const { x, y, width, height } = node.bounds;
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  if (element instanceof HTMLInputElement) fill(element, node);
  else if (!TAGS[node.role]) element.textContent = node.value;
}
