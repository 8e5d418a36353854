/**
 * The elements of the parallel page: which one a node is, and what it says. Roles and states are those of WAI-ARIA; HTML's
 * own elements have them by themselves.
 */

/**
 * A node of ui/kit/semantics.h. `depth` is how many nodes it lies in; `part` is of what the page shows of the document, whose
 * words are in the page's HTML (article.js).
 * @typedef {{ x: number, y: number, width: number, height: number }} Rectangle
 * @typedef {{ id: string, role: string, name: string, value: string, state: string, action: string, hint: string, level: number,
 *   depth: number, bounds: Rectangle, whole?: Rectangle, describedBy?: string, keys?: string, popup?: string, part?: number }} Node
 */

/** The element of a role; others are a <div> with the role. */
const TAGS = /** @type {Readonly<Record<string, string>>} */ ({
  banner: "header",
  button: "button",
  list: "ul",
  listitem: "li",
  main: "main",
  menuitem: "button",
  menuitemcheckbox: "button",
  navigation: "nav",
  paragraph: "p",
  region: "section",
  tab: "button",
  textbox: "input",
});
/** Roles that their elements have by themselves. A list without bullets is none in some browsers. */
const OWN = new Set(["banner", "button", "heading", "listitem", "main", "navigation", "paragraph", "region", "textbox"]);
/** Roles whose name is their text. */
const TEXTS = new Set(["alert", "heading", "paragraph", "status"]);

/** @param {string} id of a node */
export function elementIdOf(id) {
  return id === "source" ? "field" : `node:${id}`;
}

/** @param {Node} node */
export function tagOf(node) {
  if (node.role === "heading") return `h${node.level || 2}`;
  const isReadOnly = node.role === "textbox" && node.state.split(" ").includes("readonly");
  return isReadOnly ? "textarea" : (TAGS[node.role] ?? "div");
}

/** Whether the keyboard stops at an element by itself. @param {HTMLElement} element */
export function isNative(element) {
  return ["button", "input", "textarea"].includes(element.localName);
}

/**
 * @param {HTMLElement} element of the node
 * @param {Node} node
 * @param {boolean} isField whether it is the text field of the source, which shows and places itself
 */
export function describe(element, node, isField) {
  const states = node.state.split(" ");
  const has = (/** @type {string} */ state) => states.includes(state);
  const choice = (/** @type {string} */ yes, /** @type {string} */ no) => (has(yes) ? "true" : has(no) ? "false" : null);
  const isText = TEXTS.has(node.role);
  const adjusts = node.action === "adjust"; // the line between the panes, by keys
  const isBar = node.role === "scrollbar";
  /** @type {Record<string, string | null>} null: absent */
  const attributes = {
    id: node.role === "main" ? null : elementIdOf(node.id),
    role: OWN.has(node.role) ? null : node.role,
    "aria-label": isText ? null : node.name || null,
    "aria-describedby": node.describedBy ? elementIdOf(node.describedBy) : null,
    "aria-keyshortcuts": node.keys || null,
    "aria-haspopup": node.popup || null,
    "aria-controls": isBar ? elementIdOf(node.id.slice(0, -"/scrollbar".length)) : null,
    "aria-valuenow": adjusts || isBar ? node.value : null,
    "aria-valuetext": adjusts ? `${node.value} %` : null,
    "aria-orientation": adjusts || isBar ? "vertical" : null,
    "data-keys": adjusts || node.action === "scroll" ? node.id : null,
    "aria-level": node.role === "treeitem" ? String(node.level) : null,
    "aria-pressed": choice("pressed", "released"),
    "aria-invalid": has("invalid") ? "true" : null,
    "aria-disabled": has("disabled") ? "true" : null,
    "aria-expanded": choice("expanded", "collapsed"),
    "aria-selected": node.role === "tab" || node.role === "treeitem" ? String(has("selected")) : null,
    "aria-checked": choice("checked", "unchecked"),
    "aria-busy": has("busy") ? "true" : null,
    "aria-modal": node.role === "dialog" ? "true" : null,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (!isField && !isNative(element)) setTabIndex(element, isBar ? -1 : node.action ? 0 : undefined);
  if (isField || node.role === "main") return;
  if (isText && element.textContent !== node.name) element.textContent = node.name;
  place(element, node);
}

/** @param {HTMLElement} element @param {number | undefined} index undefined: the keyboard never stops there */
export function setTabIndex(element, index) {
  if (index === undefined) element.removeAttribute("tabindex");
  else if (element.getAttribute("tabindex") !== String(index)) element.tabIndex = index;
}

/** @param {HTMLElement} element @param {Node} node */
function place(element, node) {
  const { x, y, width, height } = node.whole ?? node.bounds;
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  if (node.whole) element.style.clipPath = clipOf(node.whole, node.bounds);
}

/**
 * What leaves of `whole` the part that is in sight: of a field in a dialog that has been scrolled.
 * @param {Rectangle} whole
 * @param {Rectangle} seen
 */
function clipOf(whole, seen) {
  const [right, bottom] = [seen.x + seen.width, seen.y + seen.height];
  const sides = [seen.y - whole.y, whole.x + whole.width - right, whole.y + whole.height - bottom, seen.x - whole.x];
  return sides.some((side) => side > 0) ? `inset(${sides.map((side) => `${side}px`).join(" ")})` : "";
}

/**
 * Puts the children of an element into their order. What stays is not moved, `pinned` never: an element that moves in the
 * document loses the keyboard, and with it what a person is typing.
 * @param {Element} parent
 * @param {HTMLElement[]} children
 * @param {ReadonlySet<Element>} pinned
 */
export function arrange(parent, children, pinned) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) {
    if (!wanted.has(/** @type {HTMLElement} */ (child)) && !pinned.has(child)) child.remove();
  }
  let place = parent.firstElementChild;
  for (const child of children) {
    if (pinned.has(child)) {
      while (place && place !== child) {
        const next = place.nextElementSibling;
        parent.append(place);
        place = next;
      }
    }
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
}
