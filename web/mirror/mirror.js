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

/**
 * A node of ui/kit/semantics.h.
 * @typedef {{ x: number, y: number, width: number, height: number }} Rectangle
 * @typedef {{ id: string, role: string, name: string, value: string, state: string, action: string, hint: string, level: number,
 *   bounds: Rectangle, whole?: Rectangle }} Node
 */

/**
 * How a part of the list came about: a node that is new or other than it was, or the nodes that are as they were: index
 * of the first in the list before, and how many.
 * @typedef {Node | [from: number, count: number]} Change
 */

/** Milliseconds without a frame after which the elements follow, and the longest that they lag behind. */
const QUIET = 120;
const LONGEST = 1000;

/** The element of a role where HTML has one that behaves by itself; others are a <div> with the role. */
const TAGS = /** @type {Readonly<Record<string, string>>} */ ({
  button: "button",
  tab: "button",
  menuitem: "button",
  menuitemcheckbox: "button",
  textbox: "input",
});
/** Of a textbox whose text is of several lines, to be selected and copied. */
const READ_ONLY = "textarea";
/** Roles among whose elements the keys go up and down, and the list that they make. */
const LISTS = /** @type {Readonly<Record<string, string>>} */ ({
  menuitem: "menu",
  menuitemcheckbox: "menu",
  treeitem: "tree",
});

/**
 * What the page does to the program. `read` gives the changes of the list, as JSON, for one who knows it as it was read last.
 * `reach` tells which node has the keyboard; an empty id is none of them.
 * @typedef {{ read: () => string, activate: (id: string, modifiers?: import("../program/program.js").Modifiers) => void,
 *   enter: (id: string, value: string) => void, reach: (id: string) => void }} Handlers
 */

export class Mirror {
  #root;
  #field;
  #handlers;
  /**
   * The program's list, as it was read last.
   * @type {Node[]}
   */
  #nodes = [];
  #pause = new Pause(() => this.follow(), QUIET, LONGEST);
  /**
   * In the list's order, by the nodes' ids.
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
   * @param {HTMLElement} field the text field, which is the node "source"
   * @param {Handlers} handlers
   */
  constructor(root, field, handlers) {
    this.#root = root;
    this.#field = field;
    this.#handlers = handlers;
    // What comes next is to be there before Tab goes to it.
    root.addEventListener("keydown", ({ key }) => key === "Tab" && this.follow());
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
    const changes = /** @type {Change[]} */ (JSON.parse(this.#handlers.read()));
    this.#nodes = changes.flatMap((change) => (isKept(change) ? before.slice(change[0], change[0] + change[1]) : change));
    const stay = areInPlace(before, this.#nodes);
    if (!stay) this.#makeElements();
    for (const change of changes) if (!isKept(change)) describe(this.#elementFor(change), change);
    for (const node of this.#nodes) if (isInput(node)) fill(this.#elementFor(node), node);
    if (stay) return;
    const holder = this.#holder(before);
    this.#arrange();
    this.#field.tabIndex = this.#elements.has("source") ? 0 : -1; // not reached where it is not seen
    this.#keepInDialog();
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
    for (const node of this.#nodes) {
      this.#elements.set(node.id, isSource(node) ? this.#field : this.#elementOf(node, old.get(node.id)));
    }
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

  /** While a dialog asks, nothing before it can be reached. */
  #keepInDialog() {
    const dialog = this.#nodes.findIndex((node) => node.role === "dialog");
    this.#nodes.forEach((node, index) => {
      const element = this.#elementFor(node);
      if (element.inert !== index < dialog) element.inert = index < dialog;
    });
  }

  /**
   * @param {Node} node
   * @param {HTMLElement | undefined} old
   */
  #elementOf(node, old) {
    const tag = tagOf(node);
    if (old?.localName === tag) return old;
    const element = document.createElement(tag);
    if (element instanceof HTMLButtonElement) element.type = "button";
    this.#ids.set(element, node.id);
    element.addEventListener("focus", () => this.#handlers.reach(node.id));
    element.addEventListener("blur", () => this.#handlers.reach(""));
    if (element instanceof HTMLInputElement) return this.#serveInput(element, node.id);
    if (element instanceof HTMLTextAreaElement) return serveReadOnly(element);
    element.addEventListener("click", () => this.#handlers.activate(node.id));
    element.addEventListener("keydown", (event) => {
      if (this.#step(event, element)) return;
      if (tag === "button" || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      this.#handlers.activate(node.id);
    });
    return element;
  }

  /**
   * In a menu or a tree, to the entry that a key means. False for other keys.
   * @param {KeyboardEvent} event
   * @param {HTMLElement} element
   */
  #step(event, element) {
    const { list } = element.dataset;
    if (list === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    const all = [...this.#elements.values()].filter((each) => each.dataset.list === list);
    const next = stepOf(event.key, all, all.indexOf(element));
    if (!next) return false;
    event.preventDefault();
    next.focus({ preventScroll: true });
    return true;
  }

  /**
   * From a field into the list below it, which it filters.
   * @param {KeyboardEvent} event
   * @param {HTMLElement} input
   */
  #stepInto(event, input) {
    const next = input.nextElementSibling;
    if (!(next instanceof HTMLElement) || next.dataset.list === undefined) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
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

/** @param {Node} node */
function tagOf(node) {
  const isReadOnly = node.role === "textbox" && node.state.split(" ").includes("readonly");
  return isReadOnly ? READ_ONLY : (TAGS[node.role] ?? "div");
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
  const isSame = (/** @type {Node} */ node, /** @type {Node} */ old) => node.id === old.id && node.role === old.role;
  return after.length === before.length && after.every((node, i) => node === before[i] || isSame(node, before[i]));
}

/**
 * Where a key leads among the entries of a list: the neighbours and the ends, from the one to the other, and the next entry
 * that begins with a letter.
 * @param {string} key
 * @param {HTMLElement[]} all
 * @param {number} at
 */
function stepOf(key, all, at) {
  const around = (/** @type {number} */ index) => all[(index + all.length) % all.length];
  if (key === "ArrowDown") return around(at + 1);
  if (key === "ArrowUp") return around(at - 1);
  if (key === "Home") return all[0];
  if (key === "End") return all[all.length - 1];
  if ([...key].length !== 1 || key === " ") return undefined;
  const begins = (/** @type {HTMLElement} */ entry) => plain(entry.getAttribute("aria-label") ?? "").startsWith(plain(key));
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins);
}

/** Without case and accents. @param {string} text */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
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
    role: TAGS[node.role] === node.role || isField || element.localName === READ_ONLY ? null : node.role,
    "aria-label": node.name || null,
    "aria-valuenow": adjusts ? node.value : null,
    "aria-valuetext": adjusts ? `${node.value} %` : null,
    "aria-orientation": adjusts ? "vertical" : null,
    "data-keys": adjusts || node.action === "scroll" ? node.id : null,
    "aria-level": node.role === "heading" || isTree ? String(node.level) : null,
    "aria-pressed": node.role === "button" && has("pressed") ? "true" : null,
    "aria-invalid": has("invalid") ? "true" : null,
    "data-list": LISTS[node.role] ?? null,
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
  const { x, y, width, height } = node.whole ?? node.bounds;
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  if (node.whole) element.style.clipPath = clipOf(node.whole, node.bounds);
  if (!TAGS[node.role]) element.textContent = node.value;
}

/**
 * What leaves of `whole` the part that is in sight: of a field in a sheet that has been scrolled.
 * @param {Rectangle} whole
 * @param {Rectangle} seen
 */
function clipOf(whole, seen) {
  const [right, bottom] = [seen.x + seen.width, seen.y + seen.height];
  const sides = [seen.y - whole.y, whole.x + whole.width - right, whole.y + whole.height - bottom, seen.x - whole.x];
  return sides.some((side) => side > 0) ? `inset(${sides.map((side) => `${side}px`).join(" ")})` : "";
}
