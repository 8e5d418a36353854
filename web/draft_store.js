/**
 * Where drafts lie in the browser: IndexedDB, one entry for each tab. For the page and for its worker (web/draft_worker.js).
 */
const DATABASE = "depeche";
const STORE = "drafts";

/**
 * `time` grows with each change of an entry: the newer of two is the one with the greater.
 * @typedef {{ id: string, time: number, name: string, bytes: Uint8Array, saved: boolean }} Entry
 */

/** @returns {Promise<IDBDatabase>} */
export function openDatabase() {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE, { keyPath: "id" }));
  return answer(request);
}

/**
 * All entries, the newest first.
 * @param {IDBDatabase} database
 */
export async function allEntries(database) {
  const entries = /** @type {Entry[]} */ (await answer(begin(database, "readonly").getAll()));
  return entries.sort((a, b) => b.time - a.time);
}

/**
 * @param {IDBDatabase} database
 * @param {string} id
 * @returns {Promise<Entry | undefined>}
 */
export function getEntry(database, id) {
  return answer(begin(database, "readonly").get(id));
}

/**
 * On its way when this returns, so that it gets there though the page goes.
 * @param {IDBDatabase} database
 * @param {Entry} entry
 */
export function putEntry(database, entry) {
  const store = begin(database, "readwrite");
  store.put(entry);
  return commit(store);
}

/**
 * Unless a newer lies there.
 * @param {IDBDatabase} database
 * @param {Entry} entry
 */
export async function putNewerEntry(database, entry) {
  const store = begin(database, "readwrite");
  const kept = /** @type {Entry | undefined} */ (await answer(store.get(entry.id)));
  if (!kept || kept.time < entry.time) store.put(entry);
  return commit(store);
}

/**
 * @param {IDBDatabase} database
 * @param {string} id
 */
export function deleteEntry(database, id) {
  const store = begin(database, "readwrite");
  store.delete(id);
  return commit(store);
}

/** The newest draft, for a page that can't run the program. */
export async function newestDraft() {
  try {
    const [newest] = await allEntries(await openDatabase());
    return newest;
  } catch {
    return undefined;
  }
}

/** @param {IDBDatabase} database @param {IDBTransactionMode} mode */
function begin(database, mode) {
  return database.transaction(STORE, mode).objectStore(STORE);
}

/**
 * A full disk shows only here, when the requests have long succeeded.
 * @param {IDBObjectStore} store
 * @returns {Promise<void>}
 */
function commit({ transaction }) {
  transaction.commit?.(); // nothing may wait when the page goes
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
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
