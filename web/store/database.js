/**
 * Databases in the browser (IndexedDB), as the stores of drafts and of pictures use them.
 */

/** Milliseconds after which a database that does not open is given up: nobody waits for it to begin. */
const PATIENCE = 3000;

/**
 * Makes a layout of the one before. `transaction` is the upgrade's: all of the migrations, or none.
 * @typedef {(database: IDBDatabase, transaction: IDBTransaction) => Promise<void> | void} Migration
 */

/** A database that is opened when it is needed, and again when the browser has taken the connection away. */
export class Database {
  #name;
  #migrations;
  /** @type {IDBDatabase | undefined} */
  #connection;

  /**
   * @param {string} name
   * @param {readonly Migration[]} migrations the first makes version 1 of nothing, the next version 2 of that, and so on.
   *   Once people have used one it is never changed: a new layout is one more at the end.
   */
  constructor(name, migrations) {
    this.#name = name;
    this.#migrations = migrations;
  }

  /**
   * Work with the database: begun when this returns, if it has been open before.
   * @template T
   * @param {(connection: IDBDatabase) => Promise<T>} work begins its transaction at once
   * @returns {Promise<T>}
   */
  async use(work) {
    try {
      if (this.#connection) return await work(this.#connection);
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === "InvalidStateError";
      if (!isClosed) throw error;
    }
    this.#connection = await this.#open();
    return work(this.#connection);
  }

  /** @returns {Promise<IDBDatabase>} */
  #open() {
    const request = indexedDB.open(this.#name, this.#migrations.length);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.#name} does not open`)), PATIENCE);
      request.addEventListener("upgradeneeded", ({ oldVersion }) => void this.#migrate(request, oldVersion));
      request.addEventListener("error", () => reject(request.error));
      request.addEventListener("success", () => {
        clearTimeout(late);
        const connection = request.result;
        // Else a newer version of the editor could not open it while an old tab stands there.
        connection.addEventListener("versionchange", () => connection.close());
        resolve(connection);
      });
    });
  }

  /** @param {IDBOpenDBRequest} request @param {number} version that is there; 0 when there is none */
  async #migrate({ result, transaction }, version) {
    if (!transaction) return;
    try {
      for (const migrate of this.#migrations.slice(version)) await migrate(result, transaction);
    } catch (error) {
      console.warn(error);
      transaction.abort(); // what is there stays as it is
    }
  }
}

/** Whether a database was not opened since a newer version of the editor has made another layout of it. @param {unknown} error */
export function isNewer(error) {
  return error instanceof DOMException && error.name === "VersionError";
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/**
 * The end of a transaction. A full disk shows only here, when its requests have long succeeded.
 * @param {IDBTransaction} transaction whose requests have all been made
 * @returns {Promise<void>}
 */
export function commit(transaction) {
  transaction.commit?.(); // nothing may wait when the page goes
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}
