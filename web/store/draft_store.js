/**
 * Where drafts lie in the browser: IndexedDB, one entry for each document. docs/draft-store.md has the layout. For the page
 * and for its worker (web/store/draft_worker.js).
 *
 * An entry's text lies beside it, in a store of its own: to list many long drafts does not read them all.
 */
import { answer, commit, Database, isNewer } from "./database.js";

const ENTRIES = "drafts";
const TEXTS = "texts";
/** Bytes of a text that hold its front matter. */
const HEAD = 64 << 10;

/**
 * `time` grows with each change of an entry: the newer of two is the one with the greater.
 * @typedef {{ id: string, time: number, name: string, saved: boolean }} Place
 * @typedef {Place & { bytes: Uint8Array }} Entry
 * @typedef {Place & { size: number, head: Uint8Array }} Summary `size` in bytes; `head` is the beginning of the text
 */

/**
 * What comes of storing: "newer" when a newer version of the editor keeps the drafts, "forgotten" when another tab has deleted
 * everything.
 * @typedef {"stored" | "failed" | "newer" | "forgotten"} Outcome
 */

/** @type {readonly import("./database.js").Migration[]} */
const MIGRATIONS = [
  (database) => void database.createObjectStore(ENTRIES, { keyPath: "id" }),
  moveTextsOut,
];

export class DraftStore {
  #database = new Database("depeche", MIGRATIONS);

  /** All entries without their texts, the newest first. @returns {Promise<Summary[]>} */
  all() {
    return this.#database.use(async (database) => {
      const all = /** @type {Promise<Summary[]>} */ (answer(database.transaction(ENTRIES).objectStore(ENTRIES).getAll()));
      return (await all).sort((a, b) => b.time - a.time);
    });
  }

  /** @param {string} id @returns {Promise<Entry | undefined>} */
  get(id) {
    return this.#database.use(async (database) => {
      const { entries, texts } = storesOf(database, "readonly");
      const [summary, bytes] = await Promise.all([answer(entries.get(id)), answer(texts.get(id))]);
      if (!summary) return undefined;
      const { time, name, saved } = /** @type {Summary} */ (summary);
      return { id, time, name, saved, bytes };
    });
  }

  /**
   * On its way when this returns, so that it gets there though the page goes.
   * @param {Entry} entry
   */
  put(entry) {
    return this.#database.use((database) => {
      const stores = storesOf(database, "readwrite");
      write(stores, entry);
      return commit(stores.transaction);
    });
  }

  /**
   * Unless a newer lies there.
   * @param {Entry} entry
   */
  putNewer(entry) {
    return this.#database.use(async (database) => {
      const stores = storesOf(database, "readwrite");
      const kept = /** @type {Summary | undefined} */ (await answer(stores.entries.get(entry.id)));
      if (!kept || kept.time < entry.time) write(stores, entry);
      return commit(stores.transaction);
    });
  }

  /** @param {string} id */
  delete(id) {
    return this.#database.use((database) => {
      const { entries, texts, transaction } = storesOf(database, "readwrite");
      entries.delete(id);
      texts.delete(id);
      return commit(transaction);
    });
  }
}

/** @param {unknown} error that storing ended with @returns {Outcome} */
export function outcomeOf(error) {
  return isNewer(error) ? "newer" : "failed";
}

/**
 * Version 1 had the texts in the entries.
 * @param {IDBDatabase} database
 * @param {IDBTransaction} transaction
 */
function moveTextsOut(database, transaction) {
  const texts = database.createObjectStore(TEXTS);
  const entries = transaction.objectStore(ENTRIES);
  return eachOf(entries, (entry) => write({ transaction, entries, texts }, /** @type {Entry} */ (entry)));
}

/**
 * @param {IDBObjectStore} store
 * @param {(value: unknown) => void} work
 * @returns {Promise<void>}
 */
function eachOf(store, work) {
  return new Promise((resolve, reject) => {
    const request = store.openCursor();
    request.addEventListener("error", () => reject(request.error));
    request.addEventListener("success", () => {
      if (!request.result) return resolve();
      try {
        work(request.result.value);
        request.result.continue();
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** @param {IDBDatabase} database @param {IDBTransactionMode} mode */
function storesOf(database, mode) {
  const transaction = database.transaction([ENTRIES, TEXTS], mode);
  return { transaction, entries: transaction.objectStore(ENTRIES), texts: transaction.objectStore(TEXTS) };
}

/** @param {ReturnType<typeof storesOf>} stores @param {Entry} entry */
function write({ entries, texts }, { bytes, ...place }) {
  entries.put({ ...place, size: bytes.length, head: bytes.slice(0, HEAD) });
  texts.put(bytes, place.id);
}
