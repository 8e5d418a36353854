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
const TAB_KEY = "depeche.draft";
/** Milliseconds without a change after which the draft is stored, and the longest that it waits while somebody types. */
const QUIET = 250;
const LONGEST = 1000;
/** Entries of closed tabs beyond so many are deleted, the oldest first. */
const MOST_ENTRIES = 20;

/** Milliseconds after which a crashed tab's lock is surely free. */
const CRASH = 400;

/** @typedef {{ id: string, time: number, name: string, bytes: Uint8Array, saved: boolean }} Entry */

export class Drafts {
  /** @type {IDBDatabase | undefined} */
  #database;
  #id;
  #pause = new Pause(() => void this.#store(), QUIET, LONGEST);
  /** @type {() => import("./program.js").Draft | undefined} */
  #take = () => undefined;
  /** @type {(revision: number | undefined) => void} */
  #done = () => {};

  /**
   * @param {IDBDatabase | undefined} database
   * @param {string} id
   */
  constructor(database, id) {
    this.#database = database;
    this.#id = id;
    addEventListener("pagehide", () => this.#store());
    document.addEventListener("visibilitychange", () => document.hidden && this.#store());
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
    const entry = await claim(entries, fresh);
    const keeps = entry && (navigator.locks || entry.id === remembered());
    const id = keeps ? entry.id : newId();
    if (!keeps) await hold(id);
    remember(id);
    const drafts = new Drafts(database, id);
    drafts.#forgetOld(entries);
    return { drafts, entry };
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

  async #store() {
    this.#pause.cancel();
    const draft = this.#take();
    if (!draft) return;
    try {
      if (!this.#database) throw new Error("no store");
      const transaction = this.#database.transaction(STORE, "readwrite");
      const { name, bytes, saved } = draft;
      transaction.objectStore(STORE).put({ id: this.#id, time: Date.now(), name, bytes, saved });
      transaction.commit?.(); // nothing may wait when the page goes
      await completion(transaction);
      this.#done(draft.revision);
    } catch {
      this.#done(undefined);
    }
  }

  /** @param {Entry[]} entries newest first */
  async #forgetOld(entries) {
    for (const { id } of entries.slice(MOST_ENTRIES)) {
      if (id !== this.#id && (await hold(id))) {
        this.#database?.transaction(STORE, "readwrite").objectStore(STORE).delete(id);
      }
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
    if (await hold(entry.id)) return entry;
    if (entry.id !== own) continue;
    await new Promise((resolve) => setTimeout(resolve, CRASH)); // reloaded after a crash: the lock is freed soon
    if (await hold(entry.id)) return entry;
  }
  return undefined;
}

/**
 * Holds an entry for as long as the tab lives, unless another does.
 * @param {string} id
 * @returns {Promise<boolean>}
 */
function hold(id) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(`${DATABASE}/${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise(() => {}) : undefined;
      })
      .catch(() => resolve(true));
  });
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
