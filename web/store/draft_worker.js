/**
 * Stores drafts beside the page (web/store/draft_writer.js): to put ten megabytes into the store takes a tenth of a second, in which
 * nobody could type.
 *
 * Each message is an entry; the answer is what came of it: "stored" also when a newer lies in the store.
 */
import { DraftStore, outcomeOf } from "./draft_store.js";

/**
 * As much of DedicatedWorkerGlobalScope as is used.
 * @typedef {{ postMessage(answer: import("./draft_store.js").Outcome): void,
 *   addEventListener(type: "message", listener: (event: { data: import("./draft_store.js").Entry }) => void): void }} Scope
 */
const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));
const store = new DraftStore();

worker.addEventListener("message", async ({ data }) => worker.postMessage(await keep(data)));

/** @param {import("./draft_store.js").Entry} entry @returns {Promise<import("./draft_store.js").Outcome>} */
async function keep(entry) {
  try {
    await store.putNewer(entry);
    return "stored";
  } catch (error) {
    return outcomeOf(error);
  }
}
