/**
 * The parallel page: for each widget that the canvas shows, an element with its role, name and state at its place, for
 * screen readers and the keyboard. The program gives each its role where it draws it (`.role =` in src/ui). The elements
 * are transparent and let the pointer through to the canvas; what has the focus shows the browser's ring (style.css).
 *
 * Fields of one line are seen: the canvas draws their frame, the text in it is an <input>, so that typing there is the
 * browser's own.
 *
 * The program tells what has changed in its list of nodes; only the elements of these nodes are touched.
 */
import { Pause } from "../pause.js";
import { followComposites, hold, partsOf, step } from "./composites.js";
import { arrange, describe, tagOf } from "./elements.js";
import { followRegionKeys } from "./regions.js";

/** @typedef {import("./elements.js").Node} Node */

/**
 * How a part of the list came about: a node that is new or other than it was, or the nodes that are as they were: index
 * of the first in the list before, and how many.
 * @typedef {Node | [from: number, count: number]} Change
 */

/** Milliseconds without a frame after which the elements follow, and the longest that they lag behind. */
const QUIET = 120;
const LONGEST = 1000;

/**
 * What the page does to the program. `read` gives the changes of the list, as JSON, for one who knows it as it was read last.
 * `reach` tells which node has the keyboard; an empty id is none of them.
 * @typedef {{ read: () => string, activate: (id: string, modifiers?: import("../program/program.js").Modifiers) => void,
 *   enter: (id: string, value: string) => void, reach: (id: string) => void }} Handlers
 */

export class Mirror {
  #root;
  #main;
  #field;
  #article;
  #handlers;
  /**
   * The program's list, as it was read last.
   * @type {Node[]}
   */
  #nodes = [];
  #pause = new Pause(() => this.follow(), QUIET, LONGEST);
  /**
   * In the list's order, by the nodes' ids. What the page shows of the document has none (article.js).
   * @type {Map<string, HTMLElement>}
   */
  #elements = new Map();
  /**
   * The node of each element that was made.
   * @type {WeakMap<Element, string>}
   */
  #ids = new WeakMap();

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} field the text field, which is the node "source", in the element that is the node "main"
   * @param {import("./article.js").Article} article the page
   * @param {Handlers} handlers
   */
  constructor(root, field, article, handlers) {
    this.#root = root;
    this.#main = /** @type {HTMLElement} */ (field.parentElement);
    this.#field = field;
    this.#article = article;
    this.#handlers = handlers;
    // What comes next is to be there before Tab goes to it.
    root.addEventListener("keydown", ({ key }) => key === "Tab" && this.follow());
    followRegionKeys(root);
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
    if (isTextField(element) && element !== this.#field) element.select();
  }

  follow() {
    this.#pause.cancel();
    const before = this.#nodes;
    this.#article.follow(); // first: the nodes tell of its parts
    const changes = /** @type {Change[]} */ (JSON.parse(this.#handlers.read()));
    this.#nodes = changes.flatMap((change) => (isKept(change) ? before.slice(change[0], change[0] + change[1]) : change));
    const stay = areInPlace(before, this.#nodes);
    if (!stay) this.#makeElements();
    for (const change of changes) if (!isKept(change) && !isOfPage(change)) describe(this.#elementFor(change), change, isSource(change));
    for (const node of this.#nodes) if (isInput(node)) fill(this.#elementFor(node), node);
    this.#article.place(this.#nodes.filter(isOfPage));
    if (stay) return;
    const holder = this.#holder(before);
    this.#arrange();
    this.#field.tabIndex = this.#elements.has("source") ? 0 : -1; // not reached where it is not seen
    this.#keepInDialog();
    followComposites(this.#root);
    if (holder !== undefined) this.#keepFocus(holder, before);
  }

  /**
   * The node that has the keyboard, of those that were there.
   * @param {Node[]} before
   */
  #holder(before) {
    const { activeElement } = document;
    if (!activeElement || activeElement === this.#field || !this.#root.contains(activeElement)) return undefined;
    return before.find(({ id }) => id === this.#ids.get(activeElement))?.id;
  }

  /**
   * A node that goes while it has the keyboard leaves it to its heir, so that nobody starts again from the page's beginning.
   * @param {string} holder
   * @param {Node[]} before
   */
  #keepFocus(holder, before) {
    if (this.#root.contains(document.activeElement)) return;
    const heir = heirOf(holder, before, this.#nodes);
    const element = heir === undefined ? undefined : this.#elements.get(heir);
    if (element && element !== this.#field) return element.focus({ preventScroll: true });
    this.#handlers.reach("");
    this.#field.focus({ preventScroll: true });
  }

  /**
   * Of a node of the list.
   * @param {Node} node
   */
  #elementFor(node) {
    return /** @type {HTMLElement} */ (this.#elements.get(node.id));
  }

  #makeElements() {
    const old = this.#elements;
    this.#elements = new Map();
    for (const node of this.#nodes) if (!isOfPage(node)) this.#elements.set(node.id, this.#elementOf(node, old.get(node.id)));
  }

  /** Each element into the one that its node lies in, in the nodes' order. */
  #arrange() {
    /** @type {HTMLElement[]} */
    const around = [];
    /** @type {Map<HTMLElement, HTMLElement[]>} */
    const children = new Map([[this.#root, []], [this.#main, []]]);
    for (const node of this.#nodes) {
      if (isOfPage(node)) continue;
      const element = this.#elementFor(node);
      around.length = node.depth;
      children.get(around.at(-1) ?? this.#root)?.push(element);
      if (!isSource(node)) children.set(element, node.id === "page" ? [this.#article.host] : []);
      around.push(element);
    }
    const pinned = new Set([this.#main, this.#field]);
    for (const [parent, list] of children) if (list.length > 0 || parent.firstElementChild) arrange(parent, list, pinned);
  }

  /** While a dialog asks, nothing outside it can be reached. */
  #keepInDialog() {
    const dialog = this.#root.querySelector(":scope > [role=dialog]");
    for (const child of /** @type {HTMLCollectionOf<HTMLElement>} */ (this.#root.children)) {
      const isOut = dialog !== null && child !== dialog;
      if (child.inert !== isOut) child.inert = isOut;
    }
  }

  /**
   * @param {Node} node
   * @param {HTMLElement | undefined} old
   */
  #elementOf(node, old) {
    if (isSource(node)) return this.#field;
    if (node.role === "main") return this.#main;
    const tag = tagOf(node);
    if (old?.localName === tag) return old;
    const element = document.createElement(tag);
    if (element instanceof HTMLButtonElement) element.type = "button";
    this.#ids.set(element, node.id);
    element.addEventListener("focus", () => {
      hold(element);
      this.#handlers.reach(node.id);
    });
    element.addEventListener("blur", () => this.#handlers.reach(""));
    if (element instanceof HTMLInputElement) return this.#serveInput(element, node.id);
    if (element instanceof HTMLTextAreaElement) return serveReadOnly(element);
    if (node.action !== "" || tag === "button") element.addEventListener("click", () => this.#handlers.activate(node.id));
    element.addEventListener("keydown", (event) => {
      if (event.target !== element || step(event, element)) return;
      if (tag === "button" || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      this.#handlers.activate(node.id);
    });
    return element;
  }

  /**
   * From a field into the tree below it, which it filters.
   * @param {KeyboardEvent} event
   * @param {HTMLElement} input
   */
  #stepInto(event, input) {
    const tree = input.nextElementSibling;
    if (tree?.getAttribute("role") !== "tree") return;
    event.preventDefault();
    partsOf(tree)[0]?.focus({ preventScroll: true });
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
      this.#handlers.enter(id, input.value);
    };
    input.addEventListener("input", (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) enter();
    });
    input.addEventListener("compositionend", enter);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") return this.#stepInto(event, input);
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      const { ctrlKey: control, shiftKey: shift, altKey: alt } = event;
      this.#handlers.activate(id, { control, shift, alt });
    });
    return input;
  }
}

/**
 * @param {Change} change
 * @returns {change is [from: number, count: number]}
 */
function isKept(change) {
  return Array.isArray(change);
}

/**
 * @param {HTMLElement | undefined} element
 * @returns {element is HTMLInputElement | HTMLTextAreaElement}
 */
function isTextField(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/**
 * Whether the elements of the nodes can stay which and where they are.
 * @param {Node[]} before
 * @param {Node[]} after
 */
function areInPlace(before, after) {
  return after.length === before.length && after.every((node, i) => node === before[i] || hasSameElement(node, before[i]));
}

/** @param {Node} one @param {Node} other */
function hasSameElement(one, other) {
  if (one.id !== other.id || one.role !== other.role || one.depth !== other.depth) return false;
  return tagOf(one) === tagOf(other) && isOfPage(one) === isOfPage(other);
}

/**
 * The node that gets the keyboard after one that has gone: what has taken its place, what it was a part of, else the one
 * before it in the same part of the desk; while a dialog asks, at least one in there. Undefined: the text has it.
 * @param {string} id
 * @param {Node[]} before
 * @param {Node[]} now
 */
function heirOf(id, before, now) {
  const dialog = now.findIndex((node) => node.role === "dialog");
  const ready = now.filter((node, index) => index > dialog && node.action !== "" && node.role !== "scrollbar");
  const ids = new Set(ready.map((node) => node.id));
  for (let at = id; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) if (ids.has(at)) return at;
  const part = `${id.split("/")[0]}/`;
  const earlier = before.slice(0, before.findIndex((node) => node.id === id)).reverse();
  const near = earlier.find((node) => node.id.startsWith(part) && ids.has(node.id));
  return near?.id ?? (dialog < 0 && ids.has("source") ? undefined : ready[0]?.id);
}

/** @param {Node} node */
function isSource(node) {
  return node.id === "source";
}

/** What the page shows of the document. @param {Node} node */
function isOfPage(node) {
  return node.part !== undefined;
}

/** @param {Node} node */
function isInput(node) {
  return node.role === "textbox" && !isSource(node);
}

/**
 * A text to be selected and copied scrolls by itself.
 * @param {HTMLTextAreaElement} element
 */
function serveReadOnly(element) {
  element.readOnly = true;
  for (const type of ["wheel", "pointerdown", "pointermove", "pointerup", "pointercancel"])
    element.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  return element;
}

/**
 * The program's value, whether it is another or not: a person may have typed what the program does not take.
 * @param {HTMLElement} input
 * @param {Node} node
 */
function fill(input, node) {
  if (!isTextField(input)) return;
  if (input.dataset.given !== node.value && input.value !== node.value) input.value = node.value;
  input.dataset.given = node.value;
  if (input.placeholder !== node.hint) input.placeholder = node.hint;
  input.classList.toggle("icon", node.state.split(" ").includes("icon"));
  input.inputMode = node.state.split(" ").includes("number") ? "numeric" : "";
}
