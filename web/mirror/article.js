/**
 * The page as real HTML: what the canvas draws of the release, for those who hear it or feel it. The program tells which
 * parts of it have changed (src/writers/page_parts.h), and only these are made anew; a long page comes in pieces, so that
 * nobody who types has to wait.
 *
 * It lies in a shadow tree: the release's identifiers and the editor's do not meet. Parts in sight lie where the canvas shows
 * them, the others are there to be read. Nothing of it is loaded.
 */
import { withoutStyles } from "../documents/page_document.js";

/** A picture of one point: with its words, an <img> is one for every browser, and nothing is asked of a host. */
const NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** Characters of the name of a task. */
const LONGEST_NAME = 200;

/** Parts of a group. */
const GROUP = 64;

const RULES = `
  * { margin: 0; padding: 0; border: 0; font-size: 1px; line-height: 1px; color: transparent; background: none; }
  .group { position: absolute; left: 0; top: -9999px; width: 100%; height: 1px; overflow: clip; content-visibility: auto; }
  .group.seen { position: static; overflow: visible; content-visibility: visible; }
  .part { position: absolute; left: 0; top: 0; width: 100%; height: 1px; overflow: clip; }
  a:focus { outline: 2px solid var(--drawn-accent); outline-offset: 1px; border-radius: 4px; }
`;

/** Of the list of parts as it was: from `first` on, `removed` of them gave place to others, as HTML. @typedef {{ language: string,
 *   first: number, removed: number, added: string[], isLast: boolean }} Change */

/**
 * What the page does to the program. `read` gives the next change, as JSON; empty for none. A part is told by its index.
 * @typedef {{ read: () => string, reveal: (part: number) => void, goTo: (part: number) => void, open: (url: string) => void }} Handlers
 */

export class Article {
  host = document.createElement("article");
  #shadow = this.host.attachShadow({ mode: "open" });
  #handlers;
  /** @type {HTMLElement[]} */
  #parts = [];
  /** Those that lie where the canvas shows them. @type {HTMLElement[]} */
  #seen = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Handlers} handlers */
  constructor(handlers) {
    this.#handlers = handlers;
    if ("adoptedStyleSheets" in this.#shadow) this.#shadow.adoptedStyleSheets = [sheetOf(RULES)];
    this.#shadow.addEventListener("focusin", ({ target }) => this.#reveal(/** @type {Element} */ (target)));
    // The document listens, not the page: screen readers call what has a listener of its own "clickable".
    document.addEventListener("click", (event) => this.#click(event));
  }

  /** Takes what has changed; of a long page the rest comes by itself. */
  follow() {
    clearTimeout(this.#timer);
    const json = this.#handlers.read();
    if (json === "") return;
    const change = /** @type {Change} */ (JSON.parse(json));
    if (this.host.lang !== change.language) this.host.lang = change.language;
    const added = change.added.map(partOf);
    const removed = this.#parts.splice(change.first, change.removed, ...added);
    const next = this.#parts[change.first + added.length] ?? null;
    for (const part of removed) takeAway(part);
    for (const part of added) {
      if (next) next.before(part);
      else this.#lastGroup().append(part);
    }
    if (!change.isLast) this.#timer = setTimeout(() => this.follow());
  }

  /** Parts lie in groups: those out of sight cost no layout. */
  #lastGroup() {
    const last = this.#shadow.lastElementChild;
    if (last && last.childElementCount < GROUP) return last;
    const group = document.createElement("div");
    group.className = "group";
    this.#shadow.append(group);
    return group;
  }

  /**
   * Puts the parts that the canvas shows where it shows them.
   * @param {import("./elements.js").Node[]} nodes
   */
  place(nodes) {
    const places = placesOf(nodes);
    const seen = [];
    for (const [index, bounds] of places) {
      const part = this.#parts[index];
      if (!part) continue;
      seen.push(part);
      setPlace(part, bounds);
    }
    for (const part of this.#seen) if (!seen.includes(part)) part.removeAttribute("style");
    const groups = new Set(seen.map((part) => part.parentElement));
    for (const part of this.#seen) if (!groups.has(part.parentElement)) part.parentElement?.classList.remove("seen");
    for (const group of groups) group?.classList.add("seen");
    this.#seen = seen;
    this.#placeRing(nodes, places);
  }

  /** The link that has the keyboard lies where it is drawn, for its ring. @param {import("./elements.js").Node[]} nodes @param {Places} places */
  #placeRing(nodes, places) {
    const link = this.#shadow.activeElement;
    if (!(link instanceof HTMLAnchorElement)) return;
    const index = this.#parts.findIndex((part) => part.contains(link));
    const href = link.getAttribute("href");
    const alike = [...(this.#parts[index]?.querySelectorAll("a") ?? [])].filter((each) => each.getAttribute("href") === href);
    const drawn = nodes.filter(({ role, part, value }) => role === "link" && part === index && (value === href || value === ""));
    const node = drawn[Math.min(alike.indexOf(link), drawn.length - 1)];
    const around = places.get(index);
    if (!node || !around) return;
    const { x, y, width, height } = node.bounds;
    setPlace(link, { x: x - around.x, y: y - around.y, width, height });
    link.style.position = "absolute";
    link.addEventListener("blur", () => link.removeAttribute("style"), { once: true });
  }

  /** @param {Element} target */
  #reveal(target) {
    const index = this.#parts.findIndex((part) => part.contains(target));
    if (index >= 0) this.#handlers.reveal(index);
  }

  /** A link is followed; anything else leads to where it is written. @param {MouseEvent} event */
  #click(event) {
    const path = event.composedPath();
    if (!path.includes(this.host)) return;
    const link = path.find((each) => each instanceof HTMLAnchorElement && each.hasAttribute("href"));
    if (link instanceof HTMLAnchorElement) {
      event.preventDefault();
      return this.#follow(link.getAttribute("href") ?? "");
    }
    const index = this.#parts.findIndex((part) => path.includes(part));
    if (index >= 0) this.#handlers.goTo(index);
  }

  /** @param {string} href */
  #follow(href) {
    if (!href.startsWith("#")) return this.#handlers.open(href);
    const target = this.#shadow.getElementById(decoded(href.slice(1)));
    if (!target) return;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} part */
function takeAway(part) {
  const group = part.parentElement;
  part.remove();
  if (group?.childElementCount === 0) group.remove();
}

/** @typedef {Map<number, import("./elements.js").Rectangle>} Places by the index of a part */

/** What is in sight of each part. @param {import("./elements.js").Node[]} nodes */
function placesOf(nodes) {
  /** @type {Places} */
  const places = new Map();
  for (const { part, role, bounds } of nodes) {
    if (part === undefined || role === "link") continue;
    const before = places.get(part);
    places.set(part, before ? union(before, bounds) : bounds);
  }
  return places;
}

/**
 * @param {import("./elements.js").Rectangle} one
 * @param {import("./elements.js").Rectangle} other
 */
function union(one, other) {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** @param {HTMLElement} element @param {import("./elements.js").Rectangle} bounds */
function setPlace(element, { x, y, width, height }) {
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}

/** A part of the page, made in a document that loads nothing. @param {string} html */
function partOf(html) {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  for (const image of body.querySelectorAll("img")) {
    image.removeAttribute("srcset");
    image.src = NO_PICTURE;
  }
  for (const note of body.querySelectorAll("[role=doc-endnote]")) note.removeAttribute("role"); // deprecated: an item of its list
  for (const box of body.querySelectorAll("input")) box.setAttribute("aria-label", nameOfTask(box));
  const part = document.createElement("div");
  part.className = "part";
  part.append(...document.importNode(body, true).childNodes);
  return part;
}

/** What the box of a task list is about: the words of its item. @param {Element} box */
function nameOfTask(box) {
  const words = box.closest("li")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  return words.slice(0, LONGEST_NAME) || "…";
}

/** @param {string} rules */
function sheetOf(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

/** @param {string} fragment */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
