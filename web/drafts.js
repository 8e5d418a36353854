/**
 * Drafts kept in the browser (web/draft_store.js), so that a reload or a crash loses nothing.
 *
 * A tab knows its entry by sessionStorage, which lives as long as the tab, and holds a lock on it while it is open. A new
 * tab takes over the newest entry that no open tab holds. Without locks (a page that is not served over HTTPS) it goes on
 * from the newest in an entry of its own, which another tab cannot overwrite.
 *
 * A worker stores while somebody types, and the page itself when it is hidden or goes, since the worker goes with it: also
 * what the worker has and has not answered for. Either may get there first; the older never takes the newer's place
 * (docs/decisions/0015-drafts-by-a-worker.md).
 */
import { allEntries, deleteEntry, getEntry, openDatabase, putEntry } from "./draft_store.js";
import { DraftWriter } from "./draft_writer.js";
import { Pause } from "./pause.js";

/** Of the locks' names. */
const PREFIX = "depeche/";
const TAB_KEY = "depeche.draft";
/** Milliseconds without a change after which the draft is stored, and the longest that it waits while somebody types. */
const QUIET = 250;
const LONGEST = 1000;
/** Entries of closed tabs beyond so many are deleted, the oldest first. */
const MOST_ENTRIES = 50;

/** Milliseconds after which a crashed tab's lock is surely free. */
const CRASH = 400;

/** @typedef {import("./draft_store.js").Entry} Entry */

/** Gives up an entry that this tab holds. @typedef {() => void} Release */

export class Drafts {
  /** @type {IDBDatabase | undefined} */
  #database;
  #id;
  /** @type {Release} */
  #release;
  #writer = new DraftWriter();
  /** What came, or comes, of storing so far. @type {Promise<boolean>} */
  #storing = Promise.resolve(true);
  /** Of what was stored last. */
  #time;
  /** Whether what was taken last may not get into the store: the worker has it, or it failed. */
  #isUnsure = false;
  #pause = new Pause(() => void this.#store(), QUIET, LONGEST);
  /** @type {(again: boolean) => import("./program.js").Draft | undefined} */
  #take = () => undefined;
  /** @type {(revision: number | undefined) => void} */
  #done = () => {};

  /**
   * @param {IDBDatabase | undefined} database
   * @param {string} id
   * @param {Release} release
   * @param {number} time of what lies there
   */
  constructor(database, id, release, time) {
    this.#database = database;
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
    /** @type {IDBDatabase | undefined} */
    let database;
    /** @type {Entry[]} */
    let entries = [];
    try {
      database = await openDatabase();
      entries = await allEntries(database);
    } catch {
      // Private windows of some browsers have no store: the first change says so.
    }
    const { entry, release } = (await claim(entries, fresh)) ?? {};
    const keeps = entry && (navigator.locks || entry.id === remembered());
    const id = keeps ? entry.id : newId();
    remember(id);
    const drafts = new Drafts(database, id, (keeps ? release : await hold(id)) ?? (() => {}), keeps ? entry.time : 0);
    drafts.#forgetOld(entries);
    return { drafts, entry };
  }

  /** The entry of this tab. */
  get id() {
    return this.#id;
  }

  /**
   * All that is kept, the newest first.
   * @returns {Promise<Entry[]>}
   */
  async all() {
    if (!this.#database) throw new Error("no store");
    return allEntries(this.#database);
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
    const entry = await this.#get(id);
    const isStored = await this.#store();
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

  /** @param {string} id @returns {Promise<Entry | undefined>} */
  async #get(id) {
    try {
      return this.#database && (await getEntry(this.#database, id));
    } catch {
      return undefined;
    }
  }

  /**
   * Deletes entries that no tab has open.
   * @param {string[]} ids
   */
  async delete(ids) {
    for (const id of ids) {
      const release = id === this.#id ? undefined : await hold(id);
      if (!release || !this.#database) continue;
      await deleteEntry(this.#database, id).finally(release);
    }
  }

  /** Stores what waits to be. @returns {Promise<boolean>} whether all that was to be stored lies there */
  flush() {
    return this.#store();
  }

  /**
   * @param {(again: boolean) => import("./program.js").Draft | undefined} take the draft that waits; `again`: also one that
   *   was taken and is not known to lie in the store
   * @param {(revision: number | undefined) => void} done which revision lies in the store, or that it failed
   */
  serve(take, done) {
    this.#take = take;
    this.#done = done;
  }

  /** The draft has changed: it is stored when the person rests, at the latest when the page goes. */
  changed() {
    this.#pause.ask();
  }

  /** One after the other, so that what waits meanwhile is stored once. @returns {Promise<boolean>} whether nothing is left */
  #store() {
    this.#pause.cancel();
    this.#storing = this.#storing.then(async (before) => (await this.#storeByWorker()) ?? before);
    return this.#storing;
  }

  /** The page may go at once, and the worker with it. */
  #leave() {
    this.#pause.cancel();
    const now = this.#storeHere(this.#isUnsure);
    this.#storing = Promise.all([this.#storing, now]).then(([before, stored]) => stored ?? before);
  }

  /** Or, without one, by the page. @returns {Promise<boolean | undefined>} whether it is stored; undefined when nothing waits */
  async #storeByWorker() {
    if (this.#writer.isLost) return this.#storeHere(false);
    const draft = this.#take(false);
    if (!draft) return undefined;
    this.#isUnsure = true;
    const entry = this.#entryOf(draft);
    const isStored = await this.#writer.put(entry);
    return isStored === undefined ? this.#storeHere(this.#isUnsure) : this.#conclude(draft, entry, isStored);
  }

  /**
   * By the page itself: on its way when this returns.
   * @param {boolean} again also what was taken and is not known to lie there
   * @returns {Promise<boolean | undefined>} whether it is stored; undefined when nothing waits
   */
  async #storeHere(again) {
    const draft = this.#take(again);
    if (!draft) return undefined;
    this.#isUnsure = false;
    const entry = this.#entryOf(draft);
    try {
      if (!this.#database) throw new Error("no store");
      await putEntry(this.#database, entry);
      return this.#conclude(draft, entry, true);
    } catch {
      return this.#conclude(draft, entry, false);
    }
  }

  /** @param {import("./program.js").Draft} draft @returns {Entry} */
  #entryOf({ name, bytes, saved }) {
    this.#time = Math.max(Date.now(), this.#time + 1); // grows, though somebody may set the clock back
    return { id: this.#id, time: this.#time, name, bytes, saved };
  }

  /**
   * Tells what came of storing, unless something newer is on its way, which will.
   * @param {import("./program.js").Draft} draft
   * @param {Entry} entry
   * @param {boolean} isStored
   */
  #conclude({ revision }, { time }, isStored) {
    if (time === this.#time) {
      this.#isUnsure = !isStored;
      this.#done(isStored ? revision : undefined);
    }
    return isStored;
  }

  /** @param {Entry[]} entries newest first */
  async #forgetOld(entries) {
    for (const { id } of entries.slice(MOST_ENTRIES)) {
      await this.delete([id]).catch(() => {}); // another time
    }
  }
}

/**
 * The entry that this tab goes on with, now held by it.
 * @param {Entry[]} entries newest first
 * @param {boolean} fresh
 */
async function claim(entries, fresh) {
  const own = remembered();
  const candidates = fresh ? entries.filter(({ id }) => id === own) : entries;
  candidates.sort((a, b) => Number(b.id === own) - Number(a.id === own));
  for (const entry of candidates) {
    let release = await hold(entry.id);
    if (!release && entry.id === own) {
      await new Promise((resolve) => setTimeout(resolve, CRASH)); // reloaded after a crash: the lock is freed soon
      release = await hold(entry.id);
    }
    if (release) return { entry, release };
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

function remembered() {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch {
    return null;
  }
}

/** @param {string} id */
function remember(id) {
  try {
    sessionStorage.setItem(TAB_KEY, id);
  } catch {
    // Without it a reload takes the newest draft, which is nearly always this one.
  }
}
