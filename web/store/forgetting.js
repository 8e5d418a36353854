/**
 * Deletes everything that the browser keeps of the editor: databases, choices, notes of the tab, and its files for when there is
 * no network. Other tabs are told before, and keep nothing any more: else they would store again what was deleted.
 */
import { tabsElsewhere } from "./drafts.js";

const CHANNEL = "depeche/forget";
const DATABASES = ["depeche", "depeche-pictures"];
const PREFIX = "depeche.";
/** Milliseconds for other tabs to answer: one that is frozen does when it thaws, before it does anything else. */
const PATIENCE = 2000;
/** Milliseconds that they have where nobody can tell how many there are. */
const SHORT_PATIENCE = 500;
/** Milliseconds after which a database that is not deleted is said to stay. */
const LONGEST_DELETION = 5000;

/** The tabs’ talk about it. An editor makes it before it reads what the browser keeps: it may be told while it still opens. */
export class ForgettingChannel {
  /** @type {BroadcastChannel | undefined} */
  #channel;
  #isTold = false;
  /** @type {(() => void) | undefined} */
  #forgotten;

  constructor() {
    if (typeof BroadcastChannel !== "function") return; // an old browser
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener("message", ({ data }) => {
      if (data !== "forget") return;
      this.#isTold = true;
      this.#answer();
    });
  }

  /** @param {() => void} forgotten another tab is about to delete everything: nothing may be stored once this returns */
  listen(forgotten) {
    this.#forgotten = forgotten;
    if (this.#isTold) this.#answer();
  }

  #answer() {
    if (!this.#forgotten) return;
    this.#forgotten();
    this.#channel?.postMessage("ready");
  }

  /** Nothing is heard any more: another listens in its place. */
  close() {
    this.#channel?.close();
  }

  /**
   * Tells other tabs, and waits until they keep nothing any more.
   * @param {number | undefined} count of them; undefined where nobody can tell
   */
  async tell(count) {
    const channel = this.#channel;
    if (!channel || count === 0) return;
    let missing = count ?? Infinity;
    await new Promise((resolve) => {
      channel.addEventListener("message", ({ data }) => data === "ready" && --missing === 0 && resolve(undefined));
      setTimeout(resolve, count === undefined ? SHORT_PATIENCE : PATIENCE);
      channel.postMessage("forget");
    });
  }
}

/**
 * Deletes everything, once other tabs know. Fails when something stays.
 * @param {ForgettingChannel} channel
 * @param {ReadonlySet<string>} here the entries that this tab holds
 */
export async function forgetEverything(channel, here) {
  await channel.tell(await tabsElsewhere(here));
  const outcomes = await Promise.allSettled([...DATABASES.map(deleteDatabase), forgetNotes(), forgetFiles()]);
  const failed = outcomes.find(({ status }) => status === "rejected");
  if (failed) throw /** @type {PromiseRejectedResult} */ (failed).reason;
}

/** Notes and choices in a store of the browser's, which other programs of the same host may use, too. */
export async function forgetNotes() {
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) if (name.startsWith(PREFIX)) storage.removeItem(name);
  }
}

/** The editor's files of this folder (web/service_worker.js). */
export async function forgetFiles() {
  if (!("serviceWorker" in navigator)) return; // a page that is not served over HTTPS, some private windows
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`depeche ${registration.scope} `)) await caches.delete(name);
}

/** Done when all tabs have let go of it, as they do when they are asked. @param {string} name @returns {Promise<void>} */
function deleteDatabase(name) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${name} is still open somewhere`)), LONGEST_DELETION);
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(request.error));
  });
}
