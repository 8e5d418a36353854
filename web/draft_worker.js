/**
 * Stores drafts beside the page (web/draft_writer.js): to put ten megabytes into the store takes a tenth of a second, in which
 * nobody could type.
 *
 * Each message is an entry; the answer is whether it, or a newer, lies in the store.
 */
import { openDatabase, putNewerEntry } from "./draft_store.js";

/**
 * As much of DedicatedWorkerGlobalScope as is used.
 * @typedef {{ postMessage(answer: boolean): void,
 *   addEventListener(type: "message", listener: (event: { data: import("./draft_store.js").Entry }) => void): void }} Scope
 */
const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));

worker.addEventListener("message", async ({ data }) => worker.postMessage(await keep(data)));

/** @param {import("./draft_store.js").Entry} entry */
async function keep(entry) {
  try {
    const database = await openDatabase(); // each time: a browser may take it away
    await putNewerEntry(database, entry).finally(() => database.close());
    return true;
  } catch {
    return false;
  }
}
