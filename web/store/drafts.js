/**
 * Drafts kept in the browser (web/store/draft_store.js), so that a reload or a crash loses nothing. docs/draft-store.md has the
 * layout and the rules.
 *
 * Each document has an entry of its own; a tab holds a lock on that of the document that is open in it, and on those that it
 * has left and not stored yet. A tab knows the entry of its document by sessionStorage, which lives as long as the tab. A new
 * tab takes over the newest entry that no tab holds. Where another tab holds the entry (this tab was duplicated), or where
 * nobody can tell (without locks, on a page that is not served over HTTPS), it begins with a copy, a document of its own.
 *
 * The program keeps a draft until it is told that it lies in the store. A worker stores while somebody types, and the page
 * itself when it is hidden or goes, since the worker goes with it: also what the worker has and has not answered for. Either
 * may get there first; the older never takes the newer's place (docs/decisions/0015-drafts-by-a-worker.md).
 */
import { isNewer } from "./database.js";
import { DraftStore, outcomeOf } from "./draft_store.js";
import { DraftWriter } from "./draft_writer.js";
import { forgetLastWords, lastWords, noteLastWords } from "./last_words.js";
import { TabStore } from "./tab_store.js";
import { Pause } from "../pause.js";

/** Of the locks' names. */
const PREFIX = "depeche/";
const TAB_KEY = "depeche.draft";
const LEFT_KEY = "depeche.left";
/** Milliseconds without a change after which a draft is stored. */
const QUIET = 250;
/** Milliseconds that a draft waits while somebody types: the cost of storing grows with the text, so a long one waits longer. */
const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 1000;
const WAIT_PER_BYTE = 1 / 1000;
/** Milliseconds beyond which nobody counts on a timer: a browser that is busy with keys and frames lets timers wait. */
const LATE = 50;
/** Milliseconds that it then waits until the browser has nothing else to do: so it does not stand between a key and its frame. */
const MAX_IDLE = 50;
/**
 * Entries that closed tabs left: beyond so many, the oldest of those that people have as files are deleted; beyond that, the
 * oldest of all.
 */
const MAX_WITH_FILES = 50;
const MAX_ENTRIES = 500;

/** Milliseconds after which a crashed tab's lock is surely free. */
const CRASH = 400;

/** @typedef {import("./draft_store.js").Entry} Entry */
/** @typedef {import("./draft_store.js").Summary} Summary */
/** @typedef {import("./draft_store.js").Outcome} Outcome */
/** @typedef {import("../program/program.js").Draft} Draft */

/** Gives up an entry that this tab holds: done when other tabs can have it. @typedef {() => Promise<void>} Release */

/**
 * Where drafts come from. `waitingDrafts` are those that are not known to be stored, of each document one.
 * @typedef {{ id: string, version: number, saved: boolean }} Waiting
 * @typedef {{ waitingDrafts(): Waiting[], takeDraft(id: string): Draft, openWaiting(id: string): boolean,
 *   forgetDraft(id: string): void }} Source
 */

/**
 * An entry that this tab holds: `time` is that of what was stored last, `failed` the version that could not be stored,
 * `isNew` until it has been stored for the first time.
 * @typedef {{ lock: Promise<Release | undefined>, time: number, failed?: number, isNew: boolean }} Held
 */

/** Where drafts are kept: the same as app::Keeping. @typedef {"browser" | "tab" | "nowhere"} Keeping */

/** As much of a store as is used. @typedef {Pick<DraftStore, "all" | "get" | "put" | "delete">} Store */

/** The store of a tab that keeps nothing: none that is there is opened, since that would make a new one. @type {Store} */
const NO_STORE = {
  all: async () => [],
  get: async () => undefined,
  put: () => Promise.reject(new Error("everything was deleted in another tab")),
  delete: async () => {},
};

export class Drafts {
  /** @type {Store} */
  #store;
  /** @type {Keeping} */
  #keeping;
  /** While everything is being deleted nothing is stored. */
  #isHeldBack = false;
  /** Of the document that is open; empty until there is one. */
  #id = "";
  /** @type {Map<string, Held>} */
  #held = new Map();
  /** Entries that this tab is about to give up: other tabs see their locks for a moment longer. @type {Set<string>} */
  #leaving = new Set();
  /** @type {DraftWriter | undefined} none where the page alone can store */
  #writer;
  /** What came, or comes, of storing so far: whether nothing waits. @type {Promise<boolean>} */
  #storing = Promise.resolve(true);
  #pause = new Pause(() => whenIdle(() => void this.flush()), QUIET, LONGEST_WAIT);
  /** @type {Source | undefined} */
  #source;
  /** @type {(version: number, outcome: Outcome) => void} */
  #done = () => {};
  /** What the page itself is storing, since it may go. */
  #onItsWay = "";
  #ask = (/** @type {BeforeUnloadEvent} */ event) => this.#askBeforeLeaving(event);

  /** @param {Keeping} keeping */
  constructor(keeping) {
    this.#store = keeping === "tab" ? new TabStore() : new DraftStore();
    this.#writer = keeping === "tab" ? undefined : new DraftWriter();
    this.#keeping = keeping;
    if (keeping === "tab") addEventListener("beforeunload", this.#ask);
    addEventListener("pagehide", () => this.#leave());
    addEventListener("beforeunload", () => this.#leave()); // WebKit drops what is begun later
    document.addEventListener("visibilitychange", () => document.hidden && this.#leave());
  }

  /**
   * The tab's place, and what lies there.
   * @param {boolean} fresh do not take over an entry of a closed tab, e.g. since a link brings its own draft
   * @param {Keeping} keeping
   * @returns {Promise<{ drafts: Drafts, entry: Entry | undefined, isNewer: boolean }>} an entry without id is a copy; whether
   *   a newer version of the editor keeps the drafts, and this one cannot read them
   */
  static async open(fresh, keeping) {
    const drafts = new Drafts(keeping);
    const store = drafts.#store;
    const isBack = comesBack();
    /** @type {Summary[]} */
    let summaries = [];
    let newer = false;
    try {
      if (store instanceof DraftStore) await moveLastWords(store);
      summaries = await store.all();
    } catch (error) {
      newer = isNewer(error); // without a store the first change says so
    }
    const { id, release } = (await claim(summaries, fresh)) ?? {};
    const entry = id === undefined ? undefined : await store.get(id).catch(() => undefined);
    const isOwn = navigator.locks ? release !== undefined : isBack && id === remembered();
    if (entry && isOwn) {
      drafts.#take(entry, release);
    } else {
      await release?.(); // e.g. it can't be read: another time, or tab
      if (!navigator.locks) remember(""); // another tab's
    }
    void drafts.#forgetOld(summaries);
    return { drafts, entry: entry && !isOwn ? { ...entry, id: "" } : entry, isNewer: newer };
  }

  /** The entry of the document that is open. */
  get id() {
    return this.#id;
  }

  get keeping() {
    return this.#keeping;
  }

  /** Nothing is stored from now on: what is there is about to be deleted. Done when nothing is on its way any more. */
  async holdBack() {
    this.#isHeldBack = true;
    this.#pause.cancel();
    await this.#storing;
  }

  /** Drafts are stored again, in an empty store. @param {Keeping} keeping */
  goOn(keeping) {
    this.#isHeldBack = false;
    if (this.#keeping === "nowhere") this.#store = keeping === "tab" ? new TabStore() : new DraftStore();
    this.#keeping = keeping;
  }

  /**
   * Another tab deletes everything: nothing is stored here any more, until the page is loaded anew. What the worker has and has
   * not stored it does not store any more either.
   */
  keepNothing() {
    this.#keeping = "nowhere";
    this.#store = NO_STORE;
    this.#writer?.end();
    this.#writer = undefined;
    this.#pause.cancel();
  }

  /** Whether it is known what other tabs hold; else nothing may be deleted. */
  get seesTabs() {
    return Boolean(navigator.locks);
  }

  /** The entries that this tab holds, as the browser's list of locks has them. @returns {ReadonlySet<string>} */
  heldHere() {
    return new Set([...this.#held.keys(), ...this.#leaving]);
  }

  /**
   * All that is kept, the newest first, and what could not be stored and waits in this tab.
   * @returns {Promise<Summary[]>}
   */
  async all() {
    await this.flush();
    const waiting = (this.#source?.waitingDrafts() ?? []).map(({ id }) => this.#summaryOf(id));
    const kept = await this.#store.all().catch((error) => {
      if (waiting.length === 0) throw error;
      return [];
    });
    return [...waiting, ...kept.filter(({ id }) => !waiting.some((other) => other.id === id))];
  }

  /**
   * The text of an entry; undefined when it is gone.
   * @param {string} id
   * @returns {Promise<Uint8Array | undefined>}
   */
  async textOf(id) {
    if (this.#isWaiting(id)) return this.#source?.takeDraft(id).bytes;
    return (await this.get(id))?.bytes;
  }

  /** An entry as it lies in the store. @param {string} id */
  get(id) {
    return this.#store.get(id);
  }

  /**
   * Goes on with another document. The one that is open stays in its entry, or on its way there.
   * @param {string} id
   * @param {(entry: Entry) => void} take puts it on the screen; without id it is a copy
   * @returns {Promise<"open" | "gone">}
   */
  async goOnWith(id, take) {
    await this.flush();
    if (this.#source?.openWaiting(id)) return "open";
    const release = await lock(id);
    if (!release) return "gone";
    const entry = await this.#store.get(id).catch(() => undefined);
    if (!entry) {
      await release();
      return "gone";
    }
    if (navigator.locks) {
      this.#take(entry, release);
      take(entry);
    } else {
      take({ ...entry, id: "" });
    }
    return "open";
  }

  /**
   * Deletes entries that no tab has open: none where nobody can tell.
   * @param {string[]} ids
   */
  async delete(ids) {
    if (!this.seesTabs) return;
    for (const id of ids) {
      if (id === this.#id) continue;
      if (this.#isWaiting(id)) {
        this.#source?.forgetDraft(id);
        await this.#letGo();
      }
      const release = await lock(id);
      if (!release) continue;
      forgetLastWords(id);
      await this.#store.delete(id).finally(release);
    }
  }

  /**
   * Drafts come from here from now on: of what another source gave, nothing is told any more.
   * @param {Source | undefined} source undefined: there will be no more drafts
   * @param {(version: number, outcome: Outcome) => void} done what came of storing a version
   */
  serve(source, done) {
    this.#source = source;
    this.#done = done;
    for (const held of this.#held.values()) held.failed = undefined; // a version of the other source's
  }

  /** This document is the one that is open from now on. @param {string} id */
  holdDocument(id) {
    this.#id = id;
    this.#holding(id);
    this.#pause.ask(); // lets go of the one before, once it is stored
  }

  /**
   * A draft has changed: it is stored after a while, at the latest when the page goes.
   * @param {number} size in bytes
   */
  changed(size) {
    const wait = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, size * WAIT_PER_BYTE));
    if (this.#pause.waited > wait + LATE) void this.flush();
    else this.#pause.ask(wait);
  }

  /**
   * Stores what waits to be. One after the other, so that what waits meanwhile is stored once.
   * @returns {Promise<boolean>} whether nothing waits any more
   */
  flush() {
    this.#pause.cancel();
    return this.#goOn(this.#storing.then(() => this.#storeAll()));
  }

  /**
   * What is stored later waits for this, and comes whatever becomes of it: the program may stop while it is told.
   * @param {Promise<boolean>} storing
   */
  #goOn(storing) {
    this.#storing = storing.catch((error) => {
      console.warn(error);
      return false;
    });
    return this.#storing;
  }

  async #storeAll() {
    let areStored = true;
    /** @type {string[]} */
    const firsts = [];
    for (const { id } of this.#source?.waitingDrafts() ?? []) {
      const held = this.#holding(id);
      await held.lock;
      const isStored = (await this.#storeByWorker(id)) === "stored";
      if (isStored && held.isNew) firsts.push(id);
      held.isNew &&= !isStored;
      areStored &&= isStored;
    }
    await this.#letGo();
    for (const id of firsts) await this.#dropTwins(id);
    return areStored;
  }

  /** The page may go at once, and the worker with it. */
  #leave() {
    this.#pause.cancel();
    const leaving = JSON.stringify(this.#source?.waitingDrafts() ?? []);
    if (leaving === this.#onItsWay) return; // a page that goes says so more than once
    this.#onItsWay = leaving;
    const now = this.#storeAllHere().finally(() => (this.#onItsWay = ""));
    now.catch(() => {}); // it is told below, once those before have ended
    void this.#goOn(this.#storing.then(() => now));
  }

  /** All are on their way when this returns. */
  async #storeAllHere() {
    const outcomes = await Promise.all((this.#source?.waitingDrafts() ?? []).map(({ id }) => this.#storeLeaving(id)));
    return outcomes.every((outcome) => outcome === "stored");
  }

  /** Or, without one, by the page. @param {string} id @returns {Promise<Outcome>} */
  async #storeByWorker(id) {
    const writer = this.#writer;
    const outcome = !writer || writer.isLost ? undefined : await this.#keep(id, (entry) => writer.put(entry));
    return outcome ?? this.#storeHere(id);
  }

  /** By the page itself: on its way when this returns. @param {string} id @returns {Promise<Outcome>} */
  async #storeHere(id) {
    return (await this.#keep(id, (entry) => this.#store.put(entry).then(() => "stored"))) ?? "failed";
  }

  /**
   * Likewise, and kept at once besides, should the browser not let it end: where drafts are for this browser, not for a tab.
   * @param {string} id
   * @returns {Promise<Outcome>}
   */
  async #storeLeaving(id) {
    if (this.#keeping !== "browser") return this.#storeHere(id);
    /** @param {Entry} entry @returns {Promise<Outcome>} */
    const put = async (entry) => {
      noteLastWords(entry);
      await this.#store.put(entry);
      forgetLastWords(id, entry.time);
      return "stored";
    };
    return (await this.#keep(id, put)) ?? "failed";
  }

  /**
   * Stores the draft of a document if it waits, and tells what came of it unless something newer is on its way, which will, or
   * the draft's source has gone.
   * @param {string} id
   * @param {(entry: Entry) => Promise<Outcome | undefined>} put is begun before this returns
   * @returns {Promise<Outcome | undefined>} what `put` gives
   */
  async #keep(id, put) {
    const source = this.#source;
    const waiting = source?.waitingDrafts().find((draft) => draft.id === id);
    if (!source || !waiting) return "stored";
    if (this.#isHeldBack) return undefined;
    const held = this.#holding(id);
    const time = Math.max(Date.now(), held.time + 1); // grows, though somebody may set the clock back
    held.time = time;
    if (id === this.#id && this.#keeping !== "nowhere") remember(id);
    /** @type {Outcome | undefined} */
    let outcome;
    try {
      outcome = await put({ id, time, ...source.takeDraft(id) });
    } catch (error) {
      console.warn(error); // no store, a full disk, or no memory for a copy
      outcome = this.#keeping === "nowhere" ? "forgotten" : outcomeOf(error);
    }
    if (outcome !== undefined && time === held.time && source === this.#source) this.#tell(held, waiting.version, outcome);
    return outcome;
  }

  /**
   * A failure once: it is tried again whenever something changes or the page is hidden.
   * @param {Held} held
   * @param {number} version
   * @param {Outcome} outcome
   */
  #tell(held, version, outcome) {
    const isTold = outcome !== "stored" && held.failed === version;
    held.failed = outcome === "stored" ? undefined : version;
    const fails = [...this.#held.values()].some(({ failed }) => failed !== undefined);
    if (fails || this.#keeping === "tab") addEventListener("beforeunload", this.#ask);
    else removeEventListener("beforeunload", this.#ask);
    if (!isTold) this.#done(version, outcome);
  }

  /**
   * Who would lose something by leaving is asked: what could not be stored, or goes with the tab, and is in no file.
   * @param {BeforeUnloadEvent} event
   */
  #askBeforeLeaving(event) {
    const isLost = (/** @type {Waiting} */ { id, saved }) => !saved && this.#held.get(id)?.failed !== undefined;
    const goesWithTab = this.#store instanceof TabStore && this.#store.hasUnsaved();
    if (!goesWithTab && !this.#source?.waitingDrafts().some(isLost)) return;
    event.preventDefault();
    event.returnValue = ""; // older browsers
  }

  /** @param {Entry} entry that this tab goes on with @param {Release} [release] of its lock */
  #take({ id, time }, release) {
    this.#id = id;
    this.#held.set(id, { lock: Promise.resolve(release), time, isNew: false });
    remember(id);
  }

  /** An entry that this tab holds from now on. @param {string} id */
  #holding(id) {
    const held = this.#held.get(id) ?? { lock: lock(id), time: 0, isNew: true };
    this.#held.set(id, held);
    return held;
  }

  /** Of the documents that were open here: other tabs may go on with them, now that they are stored. */
  async #letGo() {
    for (const [id, { lock }] of this.#held) {
      if (id === this.#id || this.#isWaiting(id)) continue;
      this.#held.delete(id);
      this.#leaving.add(id);
      await (await lock)?.();
      this.#leaving.delete(id);
    }
  }

  /** @param {string} id */
  #isWaiting(id) {
    return this.#source?.waitingDrafts().some((draft) => draft.id === id) ?? false;
  }

  /**
   * Of entries that hold the same text under the same name one is enough: who opens a file or a link again and again finds it
   * once in the list. Looked at when a document has been stored for the first time.
   * @param {string} id
   */
  async #dropTwins(id) {
    try {
      const all = await this.#store.all();
      const own = all.find((entry) => entry.id === id);
      for (const other of all) {
        if (!own || other.id === id || !mayBeTwins(own, other)) continue;
        await this.#tidyAway(other.id, async (entry) => areTwins(entry, await this.#store.get(id)));
      }
    } catch {
      // Then it is there twice.
    }
  }

  /**
   * Deletes an entry that nobody has asked to delete: never one that a tab holds, this one included, since what waits in that
   * tab may be newer than what is stored.
   * @param {string} id
   * @param {(entry: Entry) => boolean | Promise<boolean>} isLeftOver asked of the entry as it lies in the store when no tab can
   *   change it any more
   */
  async #tidyAway(id, isLeftOver) {
    if (!this.seesTabs || this.#held.has(id) || this.#isWaiting(id)) return;
    const release = await lock(id);
    if (!release) return;
    try {
      const entry = await this.#store.get(id);
      if (entry && (await isLeftOver(entry))) await this.#store.delete(id);
    } finally {
      await release();
    }
  }

  /** Of a draft that waits. @param {string} id @returns {Summary} */
  #summaryOf(id) {
    const { name, saved, bytes } = /** @type {Source} */ (this.#source).takeDraft(id);
    return { id, name, saved, size: bytes.length, head: bytes, time: Date.now() };
  }

  /** @param {Summary[]} summaries newest first */
  async #forgetOld(summaries) {
    const withFiles = summaries.filter(({ saved }) => saved).slice(MAX_WITH_FILES);
    for (const { id, time } of [...withFiles, ...summaries.slice(MAX_ENTRIES)]) {
      const isAsItWas = (/** @type {Entry} */ entry) => entry.time === time; // another tab may have gone on with it since
      await this.#tidyAway(id, isAsItWas).catch(() => {}); // another time
    }
  }
}

/** What pages have left goes into the store, unless that has it, or something newer. @param {DraftStore} store */
async function moveLastWords(store) {
  for (const entry of lastWords()) {
    await store.putNewer(entry);
    forgetLastWords(entry.id, entry.time);
  }
}

/** The person has written something: the browser is asked not to clear it away when it is short of room. */
export function askForStorage() {
  navigator.storage?.persist?.().catch(() => {}); // then it stays as it was
}

/** @param {() => void} work */
function whenIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: MAX_IDLE });
  else work(); // Safari
}

/** Whether it is worth while to compare their texts. @param {Summary} one @param {Summary} other */
function mayBeTwins(one, other) {
  return one.name === other.name && one.size === other.size && areEqual(one.head, other.head);
}

/** @param {Entry} one @param {Entry | undefined} other */
function areTwins(one, other) {
  return other !== undefined && one.name === other.name && areEqual(one.bytes, other.bytes);
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export function areEqual(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/**
 * The entry that this tab goes on with, held by it; without `release` another tab has it, of which this one is a duplicate.
 * @param {Summary[]} summaries newest first
 * @param {boolean} fresh
 * @returns {Promise<{ id: string, release: Release | undefined } | undefined>}
 */
async function claim(summaries, fresh) {
  const own = summaries.find(({ id }) => id === remembered())?.id;
  if (own !== undefined) {
    let release = await lock(own);
    if (!release) {
      await new Promise((resolve) => setTimeout(resolve, CRASH)); // reloaded after a crash: the lock is freed soon
      release = await lock(own);
    }
    return release || !fresh ? { id: own, release } : undefined;
  }
  for (const { id } of fresh ? [] : summaries) {
    const release = await lock(id);
    if (release) return { id, release };
  }
  return undefined;
}

/**
 * Holds an entry until it is released or the tab goes; undefined when another tab does.
 * @param {string} id
 * @returns {Promise<Release | undefined>}
 */
function lock(id) {
  const nothing = async () => {};
  if (!navigator.locks) return Promise.resolve(nothing);
  return new Promise((resolve) => {
    const released = navigator.locks
      .request(PREFIX + id, { ifAvailable: true }, (granted) => {
        if (!granted) return resolve(undefined);
        return new Promise((release) => {
          resolve(() => {
            release(undefined);
            return released;
          });
        });
      })
      .catch(() => resolve(nothing));
  });
}

/** The entries that some tab holds, this one's too. Without locks nobody can tell. */
export async function heldEntries() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = held.map(({ name = "" }) => name).filter((name) => name.startsWith(PREFIX));
  return new Set(names.map((name) => name.slice(PREFIX.length)));
}

/**
 * How many other tabs there are, as far as they have an entry; undefined where nobody can tell.
 * @param {ReadonlySet<string>} here the entries that this tab holds
 */
export async function tabsElsewhere(here) {
  if (!navigator.locks) return undefined;
  const { held = [] } = await navigator.locks.query();
  const others = held.filter(({ name = "" }) => name.startsWith(PREFIX) && !here.has(name.slice(PREFIX.length)));
  return new Set(others.map(({ clientId }) => clientId)).size;
}

/** The entry of this tab's page before. */
function remembered() {
  return noted(TAB_KEY);
}

/** @param {string} id */
function remember(id) {
  if (remembered() !== id) note(TAB_KEY, id); // without it a reload takes the newest draft, which is nearly always this one
}

/**
 * Whether this tab's page before has gone. A tab that was duplicated has its notes, and its page is still there: then,
 * without locks, the entry is not this tab's.
 */
function comesBack() {
  addEventListener("pagehide", () => note(LEFT_KEY, "yes"));
  addEventListener("pageshow", () => note(LEFT_KEY, "no")); // also when it was only put aside
  return noted(LEFT_KEY) === "yes";
}

/** @param {string} key */
function noted(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // a policy of the browser's
  }
}

/** @param {string} key @param {string} value */
function note(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Neither is it read.
  }
}
