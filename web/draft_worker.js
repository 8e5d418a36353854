/**
 * Stores drafts beside the page (web/draft_writer.js): to put ten megabytes into the store takes a tenth of a second, in which
 * nobody could type.
 *
 * Each message is an entry; the answer is whether it, or a newer, lies in the store.
 */
import { DraftStore } from "./draft_store.js";

/**
 * As much of DedicatedWorkerGlobalScope as is used.
 * @typedef {{ postMessage(answer: boolean): void,
 *   addEventListener(type: "message", listener: (event: { data: import("./draft_store.js").Entry }) => void): void }} Scope
 */
const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));
const store = new DraftStore();

worker.addEventListener("message", async ({ data }) => worker.postMessage(await keep(data)));

/** @param {import("./draft_store.js").Entry} entry */
async function keep(entry) {
  try {
    await store.putNewer(entry);
    return true;
  } catch {
    return false;
  }
}
