/**
 * Drafts that a page stores while it goes, kept a second time in localStorage, which takes them at once: WebKit drops what a page
 * has begun to store in IndexedDB and not ended. The next page moves what is newer there into the store (docs/draft-store.md).
 */
import { bytesOf, lettersOf } from "./letters.js";

const PREFIX = "depeche.leaving/";
/** Bytes; localStorage has room for some megabytes, and a key should not wait for it. */
const LONGEST = 256 << 10;

/** @typedef {import("./draft_store.js").Entry} Entry */

/** Kept when this returns, if there is room. @param {Entry} entry */
export function noteLastWords({ bytes, ...place }) {
  if (bytes.length > LONGEST) return;
  attempt(() => localStorage.setItem(PREFIX + place.id, JSON.stringify({ ...place, text: lettersOf(bytes) })));
}

/** The store has this, or somebody has deleted it. @param {string} id @param {number} [time] of the entry; without it whatever is noted */
export function forgetLastWords(id, time) {
  attempt(() => {
    if (time !== undefined && read(id)?.time !== time) return;
    localStorage.removeItem(PREFIX + id);
  });
}

/** What pages have left. @returns {Entry[]} */
export function lastWords() {
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  const ids = keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  return ids.map((id) => attempt(() => read(id))).filter((entry) => entry !== undefined);
}

/** @param {string} id @returns {Entry | undefined} */
function read(id) {
  const noted = localStorage.getItem(PREFIX + id);
  if (noted === null) return undefined;
  const { time, name, saved, text } = JSON.parse(noted);
  return { id, time, name, saved, bytes: bytesOf(text) };
}

/**
 * @template Result
 * @param {() => Result} work
 * @returns {Result | undefined} undefined when a policy of the browser's forbids it, there is no room, or it is not ours
 */
function attempt(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}
