/**
 * Drafts kept in the browser (web/draft_store.js), so that a reload or a crash loses nothing.
 *
 * A tab knows its entry by sessionStorage, which lives as long as the tab, and holds a lock on it while it is open. A new
 * tab takes over the newest entry that no open tab holds. Without locks (a page that is not served over HTTPS) it goes on
 * from the newest in an entry of its own, which another tab cannot overwrite.
 *
 * The program keeps a draft until it is told that it lies in the store. A worker stores while somebody types, and the page
 * itself when it is hidden or goes, since the worker goes with it: also what the worker has and has not answered for. Either
 * may get there first; the older never takes the newer's place (docs/decisions/0015-drafts-by-a-worker.md).
 */
import { DraftStore } from "./draft_store.js";
import { DraftWriter } from "./draft_writer.js";
import { Pause } from "./pause.js";

/** Of the locks' names. */
const PREFIX = "depeche/";
const TAB_KEY = "depeche.draft";
const LEFT_KEY = "depeche.left";
/** Milliseconds without a change after which the draft is stored, and the longest that it waits while somebody types. */
const QUIET = 250;
const LONGEST = 1000;
/** Entries of closed tabs beyond so many are deleted, the oldest first. */
const MOST_ENTRIES = 50;

/** Milliseconds after which a crashed tab's lock is surely free. */
const CRASH = 400;

/** @typedef {import("./draft_store.js").Entry} Entry */
/** @typedef {import("./draft_store.js").Summary} Summary */

/** Gives up an entry that this tab holds. @typedef {() => void} Release */

/**
 * Where drafts come from: `draftVersion` names the one that is not known to be stored, if there is one.
 * @typedef {{ draftVersion(): number | undefined, takeDraft(): import("./program.js").Draft }} Source
 */

export class Drafts {
  #store;
  #id;
  /** @type {Release} */
  #release;
  #writer = new DraftWriter();
  /** What came, or comes, of storing so far. @type {Promise<boolean>} */
  #storing = Promise.resolve(true);
  /** Of what was stored last. */
  #time;
  /** Which draft it was told of that it is not stored. @type {number | undefined} */
  #failed;
  #pause = new Pause(() => void this.flush(), QUIET, LONGEST);
  /** @type {Source | undefined} */
  #source;
  /** @type {(version: number | undefined) => void} */
  #done = () => {};

  /**
   * @param {DraftStore} store
   * @param {string} id
   * @param {Release} release
   * @param {number} time of what lies there
   */
  constructor(store, id, release, time) {
    this.#store = store;
    this.#id = id;
    this.#release = release;
    this.#time = time;
    addEventListener("pagehide", () => this.#leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.#leave());
  }

  /**
   * The tab's place, and what lies there.
   * @param {boolean} fresh do not take over an entry of a closed tab, e.g. since a link brings its own draft
   * @returns {Promise<{ drafts: Drafts, entry: Entry | undefined }>}
   */
  static async open(fresh) {
    const store = new DraftStore();
    const isBack = comesBack();
    const summaries = await store.all().catch(() => []); // without a store the first change says so
    const { id: found, release } = (await claim(summaries, fresh)) ?? {};
    const entry = found === undefined ? undefined : await store.get(found).catch(() => undefined);
    const keeps = entry && (navigator.locks || (isBack && entry.id === remembered()));
    if (!keeps) release?.(); // e.g. it can't be read: another time, or tab
    const id = keeps ? entry.id : newId();
    remember(id);
    const drafts = new Drafts(store, id, (keeps ? release : await hold(id)) ?? (() => {}), keeps ? entry.time : 0);
    void drafts.#forgetOld(summaries);
    return { drafts, entry };
  }

  /** The entry of this tab. */
  get id() {
    return this.#id;
  }

  /** All that is kept, the newest first. */
  all() {
    return this.#store.all();
  }

  /** @param {string} id */
  get(id) {
    return this.#store.get(id);
  }

  /**
   * Goes on with another entry, once what this tab has written lies in its own.
   * @param {string} id
   * @param {(entry: Entry) => void} take puts it on the screen
   * @returns {Promise<"open" | "gone" | "not stored">}
   */
  async goOnWith(id, take) {
    const release = await hold(id);
    if (!release) return "gone";
    const entry = await this.#store.get(id).catch(() => undefined);
    const isStored = await this.#storeAll();
    if (!entry || !isStored) {
      release();
      return isStored ? "gone" : "not stored";
    }
    // From here to the end in one step: what is stored next is the other draft. Without locks the entry may be another
    // tab's: this one goes on from it in one of its own.
    this.#release();
    this.#release = release;
    this.#id = navigator.locks ? id : newId();
    this.#time = entry.time;
    remember(this.#id);
    take(entry);
    return "open";
  }

  /** Until nothing waits: somebody may type meanwhile. @returns {Promise<boolean>} whether all lies there */
  async #storeAll() {
    while (this.#source?.draftVersion() !== undefined) {
      if (!(await this.flush())) return false;
    }
    return true;
  }

  /**
   * Deletes entries that no tab has open.
   * @param {string[]} ids
   */
  async delete(ids) {
    for (const id of ids) {
      const release = id === this.#id ? undefined : await hold(id);
      if (release) await this.#store.delete(id).finally(release);
    }
  }

  /**
   * @param {Source | undefined} source undefined: there will be no more drafts
   * @param {(version: number | undefined) => void} done which version lies in the store, or that the newest could not be
   *   stored
   */
  serve(source, done) {
    this.#source = source;
    this.#done = done;
  }

  /** The draft has changed: it is stored when the person rests, at the latest when the page goes. */
  changed() {
    this.#pause.ask();
  }

  /**
   * Stores what waits to be. One after the other, so that what waits meanwhile is stored once.
   * @returns {Promise<boolean>} whether it lies there
   */
  flush() {
    this.#pause.cancel();
    this.#storing = this.#storing.then(() => this.#storeByWorker());
    return this.#storing;
  }

  /** The page may go at once, and the worker with it. */
  #leave() {
    this.#pause.cancel();
    const now = this.#storeHere();
    this.#storing = this.#storing.then(() => now);
  }

  /** Or, without one, by the page. */
  async #storeByWorker() {
    const isStored = this.#writer.isLost ? undefined : await this.#keep((entry) => this.#writer.put(entry));
    return isStored ?? this.#storeHere();
  }

  /** By the page itself: on its way when this returns. */
  async #storeHere() {
    return (await this.#keep((entry) => this.#store.put(entry).then(() => true))) ?? false;
  }

  /**
   * Stores what waits, and tells what came of it unless something newer is on its way, which will.
   * @param {(entry: Entry) => Promise<boolean | undefined>} put is begun before this returns
   * @returns {Promise<boolean | undefined>} whether nothing waits that waited; what `put` gives
   */
  async #keep(put) {
    const version = this.#source?.draftVersion();
    if (!this.#source || version === undefined) return true;
    const time = Math.max(Date.now(), this.#time + 1); // grows, though somebody may set the clock back
    this.#time = time;
    /** @type {boolean | undefined} */
    let isStored = false;
    try {
      isStored = await put({ id: this.#id, time, ...this.#source.takeDraft() });
    } catch (error) {
      console.warn(error); // no store, a full disk, or no memory for a copy
    }
    if (isStored !== undefined && time === this.#time) this.#tell(version, isStored);
    return isStored;
  }

  /**
   * A failure once: it is tried again whenever the page is hidden.
   * @param {number} version
   * @param {boolean} isStored
   */
  #tell(version, isStored) {
    if (isStored) return this.#done(version);
    if (version !== this.#failed) this.#done(undefined);
    this.#failed = version;
  }

  /** @param {Summary[]} summaries newest first */
  async #forgetOld(summaries) {
    for (const { id } of summaries.slice(MOST_ENTRIES)) {
      await this.delete([id]).catch(() => {}); // another time
    }
  }
}

/**
 * The entry that this tab goes on with, now held by it.
 * @param {Summary[]} summaries newest first
 * @param {boolean} fresh
 */
async function claim(summaries, fresh) {
  const own = remembered();
  const others = fresh ? [] : summaries.filter(({ id }) => id !== own);
  for (const { id } of [...summaries.filter(({ id }) => id === own), ...others]) {
    let release = await hold(id);
    if (!release && id === own) {
      await new Promise((resolve) => setTimeout(resolve, CRASH)); // reloaded after a crash: the lock is freed soon
      release = await hold(id);
    }
    if (release) return { id, release };
  }
  return undefined;
}

/**
 * Holds an entry until it is released or the tab goes; undefined when another tab does.
 * @param {string} id
 * @returns {Promise<Release | undefined>}
 */
function hold(id) {
  const nothing = () => {};
  if (!navigator.locks) return Promise.resolve(nothing);
  return new Promise((resolve) => {
    navigator.locks
      .request(PREFIX + id, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise((release) => resolve(() => release(undefined)));
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

/** 128 random bits; crypto.randomUUID is not there without HTTPS. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The entry of this tab's page before. */
function remembered() {
  return noted(TAB_KEY);
}

/** @param {string} id */
function remember(id) {
  note(TAB_KEY, id); // without it a reload takes the newest draft, which is nearly always this one
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
