/**
 * The worker that stores drafts (web/store/draft_worker.js) as the page sees it. It is made for the first draft, so that the start
 * does not pay for it.
 */

/** Milliseconds after which a worker that does not answer is given up. */
const PATIENCE = 5000;

export class DraftWriter {
  /** @type {Worker | undefined} */
  #worker;
  #isLost = false;

  /** Whether there is no worker: a policy forbids it, its file is no longer on the host, or it has stopped. */
  get isLost() {
    return this.#isLost;
  }

  /** What it has been given and has not stored yet is stored no more. */
  end() {
    this.#worker?.terminate();
    this.#isLost = true;
  }

  /**
   * Has an entry stored, unless a newer lies there; one at a time.
   * @param {import("./draft_store.js").Entry} entry whose bytes are given away
   * @returns {Promise<import("./draft_store.js").Outcome | undefined>} undefined when the worker is lost
   */
  async put(entry) {
    try {
      return await this.#ask(entry);
    } catch {
      this.#worker?.terminate();
      this.#isLost = true;
      return undefined;
    }
  }

  /** @param {import("./draft_store.js").Entry} entry @returns {Promise<import("./draft_store.js").Outcome>} */
  #ask(entry) {
    return new Promise((resolve, reject) => {
      const worker = (this.#worker ??= new Worker(DRAFT_WORKER));
      const late = setTimeout(() => reject(new Error("no answer")), PATIENCE);
      const end = (/** @type {() => void} */ say) => {
        clearTimeout(late);
        say();
      };
      worker.onerror = (event) => end(() => reject(new Error(event.message)));
      worker.onmessage = ({ data }) => end(() => resolve(data));
      worker.postMessage(entry, [entry.bytes.buffer]);
    });
  }
}
