/**
 * Drafts kept in the browser, so that a reload or a crash loses nothing: IndexedDB, one entry for each tab.
 *
 * A tab knows its entry by sessionStorage, which lives as long as the tab, and holds a lock on it while it is open. A new
 * tab takes over the newest entry that no open tab holds. Without locks (a page that is not served over HTTPS) it goes on
 * from the newest in an entry of its own, which another tab cannot overwrite.
 */
import { Pause } from "./pause.js";

const DATABASE = "depeche";
const STORE = "drafts";
/** Of the locks' names. */
const PREFIX = `${DATABASE}/`;
const TAB_KEY = "depeche.draft";
/** Milliseconds without a change after which the draft is stored, and the longest that it waits while somebody types. */
const QUIET = 250;
const LONGEST = 1000;
/** Entries of closed tabs beyond so many are deleted, the oldest first. */
const MOST_ENTRIES = 50;

/** Milliseconds after which a crashed tab's lock is surely free. */
const CRASH = 400;

/** @typedef {{ id: string, time: number, name: string, bytes: Uint8Array, saved: boolean }} Entry */

/** Gives up an entry that this tab holds. @typedef {() => void} Release */

export class Drafts {
  /** @type {IDBDatabase | undefined} */
  #database;
  #id;
  /** @type {Release} */
  #release;
  /** The store that goes on. @type {Promise<boolean>} */
  #storing = Promise.resolve(true);
  #pause = new Pause(() => void this.#store(), QUIET, LONGEST);
  /** @type {() => import("./program.js").Draft | undefined} */
  #take = () => undefined;
  /** @type {(revision: number | undefined) => void} */
  #done = () => {};

  /**
   * @param {IDBDatabase | undefined} database
   * @param {string} id
   * @param {Release} release
   */
  constructor(database, id, release) {
    this.#database = database;
    this.#id = id;
    this.#release = release;
    addEventListener("pagehide", () => void this.#store());
    document.addEventListener("visibilitychange", () => document.hidden && void this.#store());
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
      entries = /** @type {Entry[]} */ (await answer(database.transaction(STORE).objectStore(STORE).getAll()));
    } catch {
      // Private windows of some browsers have no store: the first change says so.
    }
    entries.sort((a, b) => b.time - a.time);
    const { entry, release } = (await claim(entries, fresh)) ?? {};
    const keeps = entry && (navigator.locks || entry.id === remembered());
    const id = keeps ? entry.id : newId();
    remember(id);
    const drafts = new Drafts(database, id, (keeps ? release : await hold(id)) ?? (() => {}));
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
    const entries = /** @type {Entry[]} */ (await answer(this.#database.transaction(STORE).objectStore(STORE).getAll()));
    return entries.sort((a, b) => b.time - a.time);
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
    remember(this.#id);
    take(entry);
    return "open";
  }

  /** @param {string} id @returns {Promise<Entry | undefined>} */
  async #get(id) {
    try {
      return (await this.all()).find((entry) => entry.id === id);
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
      const transaction = this.#database.transaction(STORE, "readwrite");
      transaction.objectStore(STORE).delete(id);
      await completion(transaction).finally(release);
    }
  }

  /** Stores what waits to be. @returns {Promise<boolean>} whether all that was to be stored lies there */
  flush() {
    return this.#store();
  }

  /**
   * @param {() => import("./program.js").Draft | undefined} take the draft that waits
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

  /** @returns {Promise<boolean>} whether nothing is left to be stored */
  #store() {
    this.#pause.cancel();
    const draft = this.#take();
    if (draft) this.#storing = this.#put(draft);
    return this.#storing;
  }

  /** @param {import("./program.js").Draft} draft */
  async #put(draft) {
    try {
      if (!this.#database) throw new Error("no store");
      const transaction = this.#database.transaction(STORE, "readwrite");
      const { name, bytes, saved } = draft;
      transaction.objectStore(STORE).put({ id: this.#id, time: Date.now(), name, bytes, saved });
      transaction.commit?.(); // nothing may wait when the page goes
      await completion(transaction);
      this.#done(draft.revision);
      return true;
    } catch {
      this.#done(undefined);
      return false;
    }
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

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE, { keyPath: "id" }));
  return answer(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/**
 * A full disk shows only here, when the request has long succeeded.
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
function completion(transaction) {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
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

/** The newest draft, for a page that can't run the program. */
export async function newestDraft() {
  try {
    const database = await openDatabase();
    const entries = /** @type {Entry[]} */ (await answer(database.transaction(STORE).objectStore(STORE).getAll()));
    return entries.sort((a, b) => b.time - a.time)[0];
  } catch {
    return undefined;
  }
}
