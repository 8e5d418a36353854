/**
 * The parallel page: for each widget that the canvas shows, an element with its role, name and state at its place, for
 * screen readers and the keyboard. They are transparent and let the pointer through to the canvas; what has the focus
 * shows the browser's ring (style.css).
 */

/**
 * A node of ui/semantics.h.
 * @typedef {{ id: string, role: string, name: string, value: string, state: string, action: string, level: number,
 *   bounds: { x: number, y: number, width: number, height: number } }} Node
 */

/** Milliseconds after a frame, so that quick typing builds it once. */
const REST = 120;

/** The element of a role where HTML has one that behaves by itself; others are a <div> with the role. */
const TAGS = /** @type {Readonly<Record<string, string>>} */ ({ button: "button", tab: "button", menuitem: "button" });

export class Outline {
  #root;
  #field;
  #read;
  #activate;
  #json = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Map<string, HTMLElement>} */
  #elements = new Map();

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} field the text field, which is the node of role "textbox"
   * @param {() => string} read the nodes as JSON
   * @param {(id: string) => void} activate
   */
  constructor(root, field, read, activate) {
    this.#root = root;
    this.#field = field;
    this.#read = read;
    this.#activate = activate;
  }

  /** A frame was drawn: the elements follow when it is quiet. */
  changed() {
    this.#timer ??= setTimeout(() => this.#follow(), REST);
  }

  #follow() {
    this.#timer = undefined;
    const json = this.#read();
    if (json === this.#json) return;
    this.#json = json;
    /** @type {Node[]} */
    const nodes = JSON.parse(json);
    const old = this.#elements;
    this.#elements = new Map();
    for (const node of nodes) {
      const element = node.role === "textbox" ? this.#field : this.#elementOf(node, old.get(node.id));
      describe(element, node);
      this.#elements.set(node.id, element);
    }
    this.#arrange();
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
   * @param {Node} node
   * @param {HTMLElement | undefined} old
   */
  #elementOf(node, old) {
    const tag = TAGS[node.role] ?? "div";
    if (old?.localName === tag) return old;
    const element = document.createElement(tag);
    if (element instanceof HTMLButtonElement) element.type = "button";
    element.addEventListener("click", () => this.#activate(node.id));
    element.addEventListener("keydown", (event) => {
      if (tag === "button" || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      this.#activate(node.id);
    });
    return element;
  }
}

/**
 * @param {HTMLElement} element
 * @param {Node} node
 */
function describe(element, node) {
  const states = node.state.split(" ");
  const has = (/** @type {string} */ state) => states.includes(state);
  const isField = node.role === "textbox";
  /** @type {Record<string, string | null>} null: absent */
  const attributes = {
    role: TAGS[node.role] === node.role || isField ? null : node.role,
    "aria-label": node.name || null,
    "aria-valuetext": node.role === "separator" ? node.value || null : null,
    "aria-level": node.role === "heading" ? String(node.level) : null,
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
  if (!TAGS[node.role]) element.textContent = node.value;
}
