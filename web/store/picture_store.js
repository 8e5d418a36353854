/**
 * Pictures that a person dropped or pasted, kept in the browser: IndexedDB, by the name of the file that the release
 * names. Bounded in size, each and all; nothing is ever dropped without being asked. docs/draft-store.md has the layout.
 */
import { answer, commit, Database } from "./database.js";

const STORE = "pictures";
/** Bytes of one picture, and of all. */
export const MAX_OF_ONE = 20 << 20;
export const MAX_OF_ALL = 200 << 20;

/** @typedef {{ name: string, blob: Blob, time: number }} Entry */

/** Pictures for as long as the page: where nothing is to be left for the next person, or no longer to be kept. */
export class PassingPictureStore {
  /** @type {Map<string, Blob>} */
  #blobs = new Map();

  /** @param {string} name */
  async get(name) {
    return this.#blobs.get(name);
  }

  /** @param {string} name @param {Blob} blob @returns {ReturnType<PictureStore["put"]>} */
  async put(name, blob) {
    if (blob.size > MAX_OF_ONE) return "too large";
    const others = [...this.#blobs].reduce((sum, [other, { size }]) => sum + (other === name ? 0 : size), 0);
    if (others + blob.size > MAX_OF_ALL) return "full";
    this.#blobs.set(name, blob);
    return "kept";
  }

  async names() {
    return [...this.#blobs.keys()];
  }

  /** @param {string} name */
  async delete(name) {
    this.#blobs.delete(name);
  }
}

export class PictureStore {
  #database = new Database("depeche-pictures", [(database) => void database.createObjectStore(STORE, { keyPath: "name" })]);

  /**
   * The picture under a name, if it is kept.
   * @param {string} name
   * @returns {Promise<Blob | undefined>}
   */
  async get(name) {
    try {
      const entry = await this.#read((store) => store.get(name));
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
    if (blob.size > MAX_OF_ONE) return "too large";
    try {
      if ((await this.#sizeWithout(name)) + blob.size > MAX_OF_ALL) return "full";
      await this.#write((store) => store.put({ name, blob, time: Date.now() }));
      return "kept";
    } catch (error) {
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "no store";
    }
  }

  /** @returns {Promise<string[]>} the names of all that are kept */
  async names() {
    return /** @type {string[]} */ (await this.#read((store) => store.getAllKeys()));
  }

  /** @param {string} name */
  delete(name) {
    return this.#write((store) => store.delete(name));
  }

  /** The bytes of all pictures but one. @param {string} name */
  async #sizeWithout(name) {
    const entries = /** @type {Entry[]} */ (await this.#read((store) => store.getAll())); // blobs are not read for it
    return entries.reduce((sum, entry) => sum + (entry.name === name ? 0 : entry.blob.size), 0);
  }

  /**
   * @template T
   * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
   */
  #read(ask) {
    return this.#database.use((database) => answer(ask(database.transaction(STORE).objectStore(STORE))));
  }

  /** @param {(store: IDBObjectStore) => IDBRequest} ask */
  #write(ask) {
    return this.#database.use((database) => {
      const transaction = database.transaction(STORE, "readwrite");
      ask(transaction.objectStore(STORE));
      return commit(transaction);
    });
  }
}
