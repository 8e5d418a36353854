/**
 * The page when the program can't run: what is missing, and the draft in a plain field, to edit and to keep. What is written
 * there is stored as the program's drafts are: in the entry that it shows, which this tab then holds, else in one of its own.
 */
import { clearFragment } from "./documents/address.js";
import { showHost } from "./host.js";
import { areEqual } from "./store/drafts.js";
import { utf8 } from "./program/memory.js";
import { ForgettingChannel, forgetNotes } from "./store/forgetting.js";

/**
 * Why: too old a browser, a file that did not come, an error; drawings that are read back with noise; "late" when the editor has not begun at all.
 * @typedef {"browser" | "noise" | "network" | "stopped" | "late"} Reason
 */
/** @typedef {import("./program/program.js").Draft} Draft */
/** @typedef {import("./program/program.js").KnownDraft} KnownDraft */

/**
 * What is known at the start. A draft to show rather than the one that the browser keeps, e.g. of a link, and whether it is
 * nobody's own yet; `others`, drafts that may not be stored either. `isLinked` when the page's address carries a link: without
 * a draft it could not be read, or there is a problem with it.
 * @typedef {{ draft?: KnownDraft, isTemplate?: boolean, others?: KnownDraft[], isLinked?: boolean, problem?: string }} Found
 */

const NAME = "communique.md";

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
function byId(id) {
  return /** @type {T} */ (document.getElementById(id));
}

/**
 * @param {Reason} reason
 * @param {ReturnType<typeof import("./store/drafts.js").Drafts.open>} opening where drafts are kept
 * @param {Found} [found]
 */
export async function showFallback(reason, opening, found = {}) {
  const { draft, isTemplate = false, others = [], isLinked = false, problem = "" } = found;
  if (document.body.className === "fallback") return;
  /** @type {HTMLTextAreaElement} */
  const field = byId("fallback-text");
  const isTypedIn = hasWords(field); // before any script was there
  document.body.className = "fallback";
  if (!isTypedIn) field.value = "";
  const isUnread = isLinked && draft === undefined;
  show("reason", reason);
  show("link", isUnread && problem === "" ? "unread" : "");
  say("fallback-link", problem);
  showHost(byId("fallback-host"));
  const { drafts, entry } = await opening;
  const known = draft ?? others.find(({ id }) => id === drafts.id);
  // Who opens a link must not take another text for the link's.
  const shown = isTypedIn || isUnread ? undefined : (known ?? (await newest(drafts, entry)));
  const text = new FieldText(field, shown);
  const source = new Source(text, others.filter(({ id }) => id !== shown?.id));
  const ofTab = drafts.keeping === "tab" ? "-tab" : "";
  show("words", (field.value === "" ? "none" : "some") + ofTab);

  const store = () => {
    show("state", "");
    drafts.changed(field.value.length);
  };
  drafts.serve(source, (version, outcome) => {
    const isOther = source.stored(version, outcome === "stored");
    if (isOther && outcome === "stored") return;
    show("state", outcome === "stored" ? outcome + ofTab : outcome);
    if (isLinked && !isUnread && outcome === "stored") clearFragment();
  });
  drafts.holdDocument(text.id);
  field.addEventListener("input", () => {
    text.edit();
    drafts.holdDocument(text.id);
    store();
  });
  new ForgettingChannel().listen(() => {
    drafts.keepNothing();
    forgetNotes().catch(() => {}); // a policy of the browser's: then there are none
    if (field.value === "") show("state", "forgotten");
    if (field.value === "") return;
    text.wait(); // so that who leaves is asked
    store();
  });
  const isStopped = reason === "stopped" && shown !== undefined && !isTemplate;
  if (isTypedIn || isStopped) text.wait(); // nobody knows whether it is stored
  if (source.waitingDrafts().length > 0) store();
  const save = byId("fallback-save");
  save.addEventListener("click", () => [text.draft(), ...source.others()].forEach(download));
  save.hidden = false;
  byId("fallback").hidden = false; // once the draft is in it: nothing may come over what a person types there
}

/**
 * Whether somebody has written in the field. Before it is in sight nobody can: what is in it then, the browser has put there
 * from the page before.
 * @param {HTMLTextAreaElement} field
 */
export function hasWords(field) {
  return field.value !== "" && field.getClientRects().length > 0 && getComputedStyle(field).visibility === "visible";
}

/**
 * The open document as it lies in the store now, since the program may have stored it after the start; else what lay there
 * at the start: a copy, where this tab has let go of it.
 * @param {import("./store/drafts.js").Drafts} drafts
 * @param {KnownDraft | undefined} entry
 * @returns {Promise<KnownDraft | undefined>}
 */
async function newest(drafts, entry) {
  const kept = await drafts.get(drafts.id).catch(() => undefined);
  return kept ?? (entry && { ...entry, id: entry.id === drafts.id ? entry.id : "" });
}

/** Where drafts come from, for web/store/drafts.js: the field's text, and others that show nowhere. */
class Source {
  #text;
  /** Their versions are none of the field's. @type {Map<number, KnownDraft>} */
  #others;

  /** @param {FieldText} text @param {KnownDraft[]} others which wait to be stored */
  constructor(text, others) {
    this.#text = text;
    this.#others = new Map(others.map((draft, index) => [-1 - index, draft]));
  }

  /** Those that are not known to be stored. */
  others() {
    return [...this.#others.values()];
  }

  /** @param {number} version @param {boolean} isStored @returns {boolean} whether it is one of the others */
  stored(version, isStored) {
    if (!this.#others.has(version)) {
      this.#text.stored(version, isStored);
      return false;
    }
    if (isStored) this.#others.delete(version);
    return true;
  }

  waitingDrafts() {
    const others = [...this.#others].map(([version, { id, saved }]) => ({ id, version, saved }));
    return [...this.#text.waitingDrafts(), ...others];
  }
  /** @param {string} id @returns {Draft} */
  takeDraft(id) {
    const other = this.others().find((draft) => draft.id === id);
    return other ? { name: other.name, saved: other.saved, bytes: other.bytes.slice() } : this.#text.draft();
  }
  openWaiting() {
    return false;
  }
  forgetDraft() {}
}

/** The text of the field as a draft. */
class FieldText {
  #field;
  /** @type {KnownDraft} */
  #shown;
  /** What was shown, as the field has it: it keeps no byte order mark, and no line end but LF. */
  #value;
  #mark;
  #lineEnd;
  #isEdited = false;
  #isWaiting = false;
  #version = 0;
  id;

  /** @param {HTMLTextAreaElement} field @param {KnownDraft} [shown] without id a copy */
  constructor(field, shown) {
    this.#field = field;
    this.#shown = shown ?? { id: "", name: NAME, saved: false, bytes: utf8(field.value) };
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.#shown.bytes);
    this.#mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    this.#lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    field.value = text.slice(this.#mark.length);
    this.#value = field.value;
    this.id = this.#shown.id || newId();
  }

  /** The person has written: what the field could not show as it is stays in its own entry. */
  edit() {
    const isFaithful = this.#isEdited || areEqual(this.#bytes(this.#value), this.#shown.bytes);
    if (!isFaithful) this.id = newId();
    this.#isEdited = true;
    this.wait();
  }

  /** To be stored as it is now. */
  wait() {
    this.#isWaiting = true;
    ++this.#version;
  }

  /** @param {number} version @param {boolean} isStored */
  stored(version, isStored) {
    if (isStored && version === this.#version) this.#isWaiting = false;
  }

  /** @returns {Draft} */
  draft() {
    const { name, saved, bytes } = this.#shown;
    const isEdited = this.#field.value !== this.#value;
    return { name, saved: saved && !isEdited, bytes: isEdited ? this.#bytes(this.#field.value) : bytes.slice() };
  }

  waitingDrafts() {
    return this.#isWaiting ? [{ id: this.id, version: this.#version, saved: false }] : [];
  }

  /** @param {string} value of the field */
  #bytes(value) {
    return utf8(this.#mark + value.replaceAll("\n", this.#lineEnd));
  }
}

/**
 * Of the words of a kind, those that are for now.
 * @param {"reason" | "link" | "words" | "state"} kind
 * @param {string} which
 */
function show(kind, which) {
  for (const words of document.querySelectorAll(`[data-${kind}]`)) {
    /** @type {HTMLElement} */ (words).hidden = words.getAttribute(`data-${kind}`) !== which;
  }
}

/** @param {string} id @param {string} words */
function say(id, words) {
  byId(id).textContent = words;
  byId(id).hidden = words === "";
}

/** @param {Draft} draft */
function download({ name, bytes }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
}

/** 128 random bits; crypto.randomUUID is not there without HTTPS. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
