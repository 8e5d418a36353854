/**
 * The program (depeche.wasm) as JavaScript sees it: loads it and calls what src/platform/web/exports.cc exports.
 *
 * Text goes in through one buffer of the program's and comes out as a view of its memory.
 */
import { DraftPlace, Keeping, Key, PointerKind, View } from "#border";
import { Pause } from "../pause.js";
import { utf8 } from "./memory.js";

/** @typedef {{ control: boolean, shift: boolean, alt: boolean, word?: boolean, line?: boolean }} Modifiers */

/**
 * A change of the text field's value: `begin` and `end` in the value before, the selection in the value after.
 * @typedef {{ begin: number, end: number, text: string, anchor: number, head: number, composing: boolean }} FieldChange
 */

/**
 * The C library asks these of an operating system (WASI), of which there is none: each says so.
 */
const NO_SYSTEM = () => 52; // WASI's errno "nosys"
const SYSTEM = { environ_sizes_get: NO_SYSTEM, environ_get: NO_SYSTEM, fd_close: NO_SYSTEM };

/** `saved` when the person has it as a file. @typedef {{ name: string, bytes: Uint8Array, saved: boolean }} Draft */
/** A draft of a document that is known by its id. @typedef {Draft & { id: string }} KnownDraft */

/**
 * What a program that has stopped still has in its memory: the draft that is open, whether it is nobody's own yet (the sample,
 * a new release), and those that were not known to be stored.
 * @typedef {{ draft: KnownDraft | undefined, isTemplate: boolean, others: KnownDraft[] }} Rescued
 */

/** Milliseconds without a byte of the program after which it is given up: the slowest network brings some meanwhile. */
const PATIENCE = 10_000;

/** Drafts that are looked for in a memory that may be damaged: nobody has as many that are not stored. */
const MAX_RESCUED = 1000;

/** What the program exports, and what the tools that made it add. @typedef {import("#border").Exports & { _initialize(): void }} Functions */

export class Program {
  #memory;
  /** @type {Functions} */
  #functions;
  #page;

  /**
   * @param {import("./memory.js").Memory} memory
   * @param {WebAssembly.Instance} instance
   * @param {(error: unknown, rescued: Rescued) => void} stopped
   */
  constructor(memory, instance, stopped) {
    this.#memory = memory;
    const functions = /** @type {Functions} */ (/** @type {unknown} */ (instance.exports));
    functions._initialize();
    const [first, second, third, fourth] = crypto.getRandomValues(new Uint32Array(4));
    this.#page = functions.create(first, second, third, fourth);
    this.#functions = guarded(functions, (error) => stopped(error, this.#rescue(functions)));
  }

  /**
   * @param {string} address of the .wasm file
   * @param {import("./memory.js").Memory} memory
   * @param {import("#border").Imports} browser
   * @param {(error: unknown, rescued: Rescued) => void} stopped an error has ended the program. Nothing that
   *   is called afterwards is done; each call throws.
   */
  static async load(address, memory, browser, stopped) {
    const imports = { browser, env: { emscripten_notify_memory_growth() {} }, wasi_snapshot_preview1: SYSTEM };
    const instance = await instantiate(address, imports);
    memory.attach(/** @type {WebAssembly.Memory} */ (instance.exports.memory));
    return new Program(memory, instance, stopped);
  }

  // The canvas, the pointer and the system's settings. Lengths are physical pixels.

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} scale device pixel ratio
   */
  resize(width, height, scale) {
    this.#functions.resize(this.#page, width, height, scale);
  }
  /**
   * @param {import("#border").PointerKind} kind
   * @param {number} x
   * @param {number} y
   */
  movePointer(kind, x, y) {
    this.#functions.move_pointer(this.#page, PointerKind[kind], x, y);
  }
  /**
   * @param {import("#border").PointerKind} kind
   * @param {number} button 0 left, 1 right, 2 middle
   * @param {boolean} down
   */
  pressPointer(kind, button, down) {
    this.#functions.press_pointer(this.#page, PointerKind[kind], button, down);
  }
  /**
   * Whether a finger that comes down here drags something; else it scrolls.
   * @param {number} x
   * @param {number} y
   */
  isOnHandle(x, y) {
    return Boolean(this.#functions.is_on_handle(this.#page, x, y));
  }
  /**
   * Text of another program is over the canvas: whether it may be dropped here.
   * @param {number} x
   * @param {number} y
   */
  dragText(x, y) {
    return Boolean(this.#functions.drag_text(this.#page, x, y));
  }
  /**
   * @param {number} x
   * @param {number} y
   * @param {string} html may be empty
   * @param {string} text the same as plain text
   */
  dropText(x, y, html, text) {
    this.#functions.drop_text(this.#page, x, y, ...this.#put(utf8(html), utf8(text)));
  }
  /**
   * What is dropped here comes when it is there: the caret takes its place, once a frame is drawn.
   * @param {number} x
   * @param {number} y
   */
  dropCaret(x, y) {
    this.dropText(x, y, "", "");
  }
  leaveDrag() {
    this.#functions.leave_drag(this.#page);
  }
  leavePointer() {
    this.#functions.leave_pointer(this.#page);
  }
  /**
   * @param {number} columns in notches of a wheel
   * @param {number} rows
   */
  scroll(columns, rows) {
    this.#functions.scroll(this.#page, columns, rows);
  }
  /** @param {Modifiers} modifiers */
  setModifiers({ control, shift, alt }) {
    this.#functions.set_modifiers(this.#page, control, shift, alt);
  }
  /** @param {boolean} dark */
  setAppearance(dark) {
    this.#functions.set_appearance(this.#page, dark);
  }
  /** @param {boolean} apple whether the keyboard has Command keys */
  setAppleKeys(apple) {
    this.#functions.set_apple_keys(this.#page, apple);
  }
  /** @param {boolean} only whether the person has but fingers */
  setTouchOnly(only) {
    this.#functions.set_touch_only(this.#page, only);
  }
  /** @param {boolean} still the system asks for no motion */
  setStill(still) {
    this.#functions.set_still(this.#page, still);
  }
  picturesChanged() {
    this.#functions.pictures_changed(this.#page);
  }
  fontsChanged() {
    this.#functions.fonts_changed(this.#page);
  }
  restoreContext() {
    this.#functions.restore_context(this.#page);
  }

  // The keyboard and the text field

  /**
   * @param {import("#border").Key} key
   * @param {string} character of the key "character"
   * @param {Modifiers} modifiers
   */
  pressKey(key, character, modifiers) {
    this.#functions.press_key(this.#page, Key[key], character.codePointAt(0) ?? 0, ...listed(modifiers));
  }
  /**
   * Whose a shortcut is, a KeyScope: the program's wherever the keyboard is, its own in the text alone, or the browser's.
   * @param {string} character
   * @param {Modifiers} modifiers
   */
  keyScope(character, { control, shift, alt }) {
    return this.#functions.key_scope(character.codePointAt(0) ?? 0, control, shift, alt);
  }
  /**
   * @param {string} node identifier of the semantic node that has the focus
   * @param {import("#border").Key} key
   * @param {Modifiers} modifiers
   */
  pressKeyOn(node, key, modifiers) {
    const [size] = this.#put(utf8(node));
    this.#functions.press_key_on(this.#page, size, Key[key], ...listed(modifiers));
  }
  /**
   * The program may show the field anew before this returns.
   * @param {FieldChange} change
   * @param {number} now seconds
   */
  changeField({ begin, end, text, anchor, head, composing }, now) {
    const [size] = this.#put(utf8(text));
    this.#functions.change_field(this.#page, begin, end, size, anchor, head, composing, now);
  }
  endComposition() {
    this.#functions.end_composition(this.#page);
  }
  /** @param {boolean} focused */
  setFocus(focused) {
    this.#functions.set_focus(this.#page, focused);
  }

  // The clipboard, documents and choices

  /** @param {string} text */
  paste(text) {
    this.#functions.paste(this.#page, ...this.#put(utf8(text)));
  }
  /**
   * @param {string} html
   * @param {string} text the same as plain text
   */
  pasteHtml(html, text) {
    this.#functions.paste_html(this.#page, ...this.#put(utf8(html), utf8(text)));
  }
  /** @param {boolean} cut */
  copy(cut) {
    this.#functions.copy(this.#page, cut);
  }
  /**
   * @param {string} name
   * @param {string} value
   */
  setPreference(name, value) {
    this.#functions.set_preference(this.#page, ...this.#put(utf8(name), utf8(value)));
  }
  /** What is known of the host (web/host.js). @param {Iterable<[string, string]>} details */
  setHost(details) {
    for (const [name, value] of details) {
      this.#functions.set_host_detail(this.#page, ...this.#put(utf8(name), utf8(value)));
    }
  }
  /** Where drafts are kept. @param {import("#border").Keeping} keeping */
  setKeeping(keeping) {
    this.#functions.set_keeping(this.#page, Keeping[keeping]);
  }
  /** Everything that the browser keeps has been deleted, or not all of it. @param {boolean} worked */
  endForgetting(worked) {
    this.#functions.end_forgetting(this.#page, worked);
  }
  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  openFile(name, bytes) {
    this.#functions.open_file(this.#page, ...this.#put(utf8(name), bytes));
  }
  /** The browser keeps a picture under this name. @param {string} name */
  keepPicture(name) {
    this.#functions.keep_picture(this.#page, ...this.#put(utf8(name)));
  }
  /** What the fragment of a share link follows. @param {string} address */
  setShareAddress(address) {
    this.#functions.set_share_address(this.#page, ...this.#put(utf8(address)));
  }
  /** @param {string} link an address */
  openLink(link) {
    this.#functions.open_link(this.#page, ...this.#put(utf8(link)));
  }
  /** The share link is in the clipboard. */
  linkCopied() {
    this.#functions.link_copied(this.#page);
  }
  /** The text is in the store. @param {KnownDraft} draft without id a copy */
  restoreDraft({ id, name, bytes, saved }) {
    this.#functions.restore_draft(this.#page, ...this.#put(utf8(id), utf8(name), bytes), saved);
  }
  /**
   * Opens a draft that waits to be stored: whether there is such a one.
   * @param {string} id of its document
   */
  openWaiting(id) {
    return Boolean(this.#functions.open_waiting(this.#page, ...this.#put(utf8(id))));
  }
  /** The drafts that wait to be stored, of each document one: each waits until it is known to be. */
  waitingDrafts() {
    return Array.from({ length: this.#functions.waiting_drafts(this.#page) }, (_, index) => ({
      id: this.#text(this.#functions.draft_document(this.#page, index)),
      version: this.#functions.draft_version(this.#page, index),
      saved: Boolean(this.#functions.draft_saved(this.#page, index)),
    }));
  }
  /**
   * A copy of a draft that waits, which must be there.
   * @param {string} id of its document
   * @returns {Draft}
   */
  takeDraft(id) {
    const index = this.waitingDrafts().findIndex((draft) => draft.id === id);
    const saved = Boolean(this.#functions.draft_saved(this.#page, index));
    const name = this.#text(this.#functions.draft_name(this.#page, index));
    return { name, saved, bytes: this.#bytes(this.#functions.draft_text(this.#page, index)).slice() };
  }
  /** The document is deleted. @param {string} id */
  forgetDraft(id) {
    this.#functions.draft_forgotten(this.#page, ...this.#put(utf8(id)));
  }
  /**
   * The drafts that the browser keeps, newest first.
   * @param {{ id: string, name: string, head: Uint8Array, size: number, place: import("#border").DraftPlace, time: Date }[]} drafts
   */
  draftsListed(drafts) {
    for (const { id, name, head, size, place, time } of drafts) {
      const sizes = this.#put(utf8(id), utf8(name), head);
      const [year, month, day] = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
      const [hour, minute] = [time.getHours(), time.getMinutes()];
      this.#functions.tell_draft(this.#page, ...sizes, size, DraftPlace[place], year, month, day, hour, minute);
    }
    this.#functions.drafts_told(this.#page);
  }
  /** The draft of this version lies in the store. @param {number} version */
  draftStored(version) {
    this.#functions.draft_stored(this.#page, version);
  }
  /**
   * Something that the program asked for did not work.
   * @param {string} key of assets/messages
   * @param {string} [argument]
   */
  fail(key, argument = "") {
    this.#functions.fail(this.#page, ...this.#put(utf8(key), utf8(argument)));
  }
  /**
   * Something with the list of drafts did not work.
   * @param {string} key of assets/messages
   */
  failDrafts(key) {
    this.#functions.fail_drafts(this.#page, ...this.#put(utf8(key)));
  }

  /**
   * A word for the person.
   * @param {string} key of assets/messages
   * @param {string} [argument]
   */
  warn(key, argument = "") {
    this.#functions.warn(this.#page, ...this.#put(utf8(key), utf8(argument)));
  }

  /** The release as a complete HTML document (src/writers/page.h). */
  pageHtml() {
    return this.#text(this.#functions.page_html(this.#page));
  }

  /**
   * Draws a frame.
   * @param {number} now seconds
   * @returns {number} seconds until the next is due; Infinity when nothing moves
   */
  draw(now) {
    return this.#functions.draw(this.#page, now);
  }

  // For scripts, tests and the parallel DOM

  /** The id of the document that is open. */
  document() {
    return this.#text(this.#functions.document(this.#page));
  }
  text() {
    return this.#text(this.#functions.text(this.#page));
  }
  /** The text's bytes, as they would be saved. */
  textBytes() {
    return this.#bytes(this.#functions.text(this.#page)).slice();
  }
  /**
   * Each by itself: the memory may be damaged.
   * @param {Functions} functions
   * @returns {Rescued}
   */
  #rescue(functions) {
    const page = this.#page;
    const draft = attempt(() => ({
      id: this.#text(functions.document(page)),
      name: this.#text(functions.file_name(page)),
      bytes: this.#bytes(functions.text(page)).slice(),
      saved: false,
    }));
    const count = Math.min(attempt(() => functions.waiting_drafts(page)) ?? 0, MAX_RESCUED);
    const waiting = Array.from({ length: count }, (_, index) =>
      attempt(() => ({
        id: this.#text(functions.draft_document(page, index)),
        name: this.#text(functions.draft_name(page, index)),
        bytes: this.#bytes(functions.draft_text(page, index)).slice(),
        saved: Boolean(functions.draft_saved(page, index)),
      })),
    );
    const others = waiting.filter((other) => other !== undefined && other.id !== draft?.id);
    const isTemplate = attempt(() => Boolean(functions.is_template(page))) ?? false;
    return { draft, isTemplate, others: /** @type {KnownDraft[]} */ (others) };
  }
  /** @param {string} text */
  setText(text) {
    this.#functions.set_text(this.#page, ...this.#put(utf8(text)));
  }
  /** In UTF-16 units of the text. */
  selection() {
    return {
      anchor: this.#functions.selection_anchor(this.#page),
      head: this.#functions.selection_head(this.#page),
    };
  }
  /** @param {number} anchor @param {number} head */
  select(anchor, head) {
    this.#functions.select(this.#page, anchor, head);
  }
  /** @returns {string} JSON */
  semantics() {
    return this.#text(this.#functions.semantics(this.#page));
  }
  /**
   * What has changed in the semantic nodes since this was asked for last.
   * @returns {string} JSON, as ui::changes_json writes it
   */
  semanticChanges() {
    return this.#text(this.#functions.semantic_changes(this.#page));
  }
  /**
   * What has changed in the page's HTML since this was asked for last.
   * @returns {string} JSON, as Tab::page_changes writes it; empty for nothing
   */
  pageChanges() {
    return this.#text(this.#functions.page_changes(this.#page));
  }
  /** @param {number} part of the page as it was told last, to be in sight */
  revealPart(part) {
    this.#functions.reveal_part(this.#page, part);
  }
  /** @param {number} part to whose source the caret goes */
  goToPart(part) {
    this.#functions.go_to_part(this.#page, part);
  }
  /** @param {string} url that a link of the page leads to */
  openUrl(url) {
    this.#functions.open_url(this.#page, ...this.#put(utf8(url)));
  }
  /** @returns {string} JSON */
  diagnostics() {
    return this.#text(this.#functions.diagnostics(this.#page));
  }
  /**
   * @param {string} node identifier of a text field
   * @param {string} value that it has now
   */
  enter(node, value) {
    this.#functions.enter(this.#page, ...this.#put(utf8(node), utf8(value)));
  }
  /** A semantic node has got the focus. @param {string} node identifier */
  reach(node) {
    this.#functions.reach(this.#page, ...this.#put(utf8(node)));
  }
  /** @param {string} node identifier of a semantic node */
  activate(node) {
    this.#functions.activate(this.#page, ...this.#put(utf8(node)));
  }

  /**
   * Writes parts into the program's buffer.
   * @template {Uint8Array[]} Parts
   * @param {Parts} parts
   * @returns {{ [Part in keyof Parts]: number }} their sizes
   */
  #put(...parts) {
    const sizes = parts.map((part) => part.length);
    const size = sizes.reduce((sum, each) => sum + each, 0);
    let address = this.#functions.room(this.#page, size);
    for (const part of parts) {
      this.#memory.bytes(address, part.length).set(part);
      address += part.length;
    }
    return /** @type {{ [Part in keyof Parts]: number }} */ (sizes);
  }

  /** @param {number} view address of a View */
  #bytes(view) {
    const { address, size } = this.#memory.read(view, View);
    return this.#memory.bytes(address, size);
  }

  /** @param {number} view */
  #text(view) {
    const { address, size } = this.#memory.read(view, View);
    return this.#memory.text(address, size);
  }
}

/**
 * Functions that no longer do anything once one of them has failed: what it left half done is not to be gone on with.
 * @param {Functions} functions
 * @param {(error: unknown) => void} stopped is called at the first failure
 */
function guarded(functions, stopped) {
  let hasStopped = false;
  /** @type {Record<string, Function>} */
  const result = {};
  for (const [name, work] of Object.entries(functions)) {
    if (typeof work !== "function") continue;
    result[name] = (/** @type {unknown[]} */ ...values) => {
      if (hasStopped) throw new Error("The program has stopped.");
      try {
        return Reflect.apply(work, undefined, values);
      } catch (error) {
        const isFirst = !hasStopped; // a function that the program calls may have called it
        hasStopped = true;
        if (isFirst) stopped(error);
        throw error;
      }
    };
  }
  return /** @type {Functions} */ (/** @type {unknown} */ (result));
}

/**
 * @template Result
 * @param {() => Result} work
 * @returns {Result | undefined} undefined when it fails
 */
function attempt(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * As the program takes them, one after the other.
 * @param {Modifiers} modifiers
 * @returns {[boolean, boolean, boolean, boolean, boolean]}
 */
function listed({ control, shift, alt, word = false, line = false }) {
  return [control, shift, alt, word, line];
}

/**
 * While the file comes in if the host says that it is WebAssembly, else when it is there. Fails when nothing arrives for a while.
 * @param {string} address
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(address, imports) {
  const request = new AbortController();
  const patience = new Pause(() => request.abort(new Error(`${address}: nothing arrives`)), PATIENCE, Infinity);
  patience.ask();
  try {
    const response = await fetch(address, { signal: request.signal });
    if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
    void beingPatient(response.clone(), patience);
    if (response.headers.get("Content-Type")?.startsWith("application/wasm")) {
      return (await WebAssembly.instantiateStreaming(response, imports)).instance;
    }
    return (await WebAssembly.instantiate(await response.arrayBuffer(), imports)).instance;
  } finally {
    patience.cancel();
  }
}

/**
 * Waits anew whenever some of a file arrives, and no longer once it is there: to compile it takes as long as it takes.
 * @param {Response} copy of which nothing else is read
 * @param {Pause} patience
 */
async function beingPatient(copy, patience) {
  const reader = copy.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) patience.ask();
    patience.cancel();
  } catch {
    // Whoever reads the file itself says so.
  }
}
