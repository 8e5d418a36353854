/**
 * Pictures that a person dropped or pasted, kept in the browser: IndexedDB, by the name of the file that the release
 * names. Bounded in size, each and all; nothing is ever dropped without being asked.
 */
const DATABASE = "depeche-pictures";
const STORE = "pictures";
/** Bytes of one picture, and of all. */
export const MOST_OF_ONE = 20 << 20;
export const MOST_OF_ALL = 200 << 20;

/** @typedef {{ name: string, blob: Blob, time: number }} Entry */

export class PictureStore {
  /** @type {Promise<IDBDatabase> | undefined} */
  #database;

  /**
   * The picture under a name, if it is kept.
   * @param {string} name
   * @returns {Promise<Blob | undefined>}
   */
  async get(name) {
    try {
      const database = await this.#open();
      const entry = await answer(database.transaction(STORE).objectStore(STORE).get(name));
      return /** @type {Entry | undefined} */ (entry)?.blob;
    } catch {
      return undefined; // private windows of some browsers have no store
    }
  }

  /**
   * Keeps a picture; another under the same name gives way.
   * @param {string} name
   * @param {Blob} blob
   * @returns {Promise<"kept" | "too large" | "full" | "no store">}
   */
  async put(name, blob) {
    if (blob.size > MOST_OF_ONE) return "too large";
    try {
      const database = await this.#open();
      if ((await this.#sizeWithout(database, name)) + blob.size > MOST_OF_ALL) return "full";
      const store = database.transaction(STORE, "readwrite").objectStore(STORE);
      await answer(store.put({ name, blob, time: Date.now() }));
      return "kept";
    } catch (error) {
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "no store";
    }
  }

  /** @returns {Promise<string[]>} the names of all that are kept */
  async names() {
    const database = await this.#open();
    return /** @type {string[]} */ (await answer(database.transaction(STORE).objectStore(STORE).getAllKeys()));
  }

  /** @param {string} name */
  async delete(name) {
    const database = await this.#open();
    await answer(database.transaction(STORE, "readwrite").objectStore(STORE).delete(name));
  }

  /**
   * The bytes of all pictures but one.
   * @param {IDBDatabase} database
   * @param {string} name
   * @returns {Promise<number>}
   */
  #sizeWithout(database, name) {
    return new Promise((resolve, reject) => {
      let size = 0;
      const request = database.transaction(STORE).objectStore(STORE).openCursor();
      request.addEventListener("error", () => reject(request.error));
      request.addEventListener("success", () => {
        const cursor = request.result;
        if (!cursor) return resolve(size);
        const entry = /** @type {Entry} */ (cursor.value);
        if (entry.name !== name) size += entry.blob.size;
        cursor.continue();
      });
    });
  }

  #open() {
    this.#database ??= (async () => {
      const request = indexedDB.open(DATABASE, 1);
      request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE, { keyPath: "name" }));
      return answer(request);
    })();
    return this.#database;
  }
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
