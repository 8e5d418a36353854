/**
 * How tests of the browser wait; tests/browser/desk.mjs says when to wait how.
 */
import assert from "node:assert/strict";
import { test as nodeTest } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds; a machine that builds something else meanwhile is slow. */
export const PATIENCE = 30_000;
/** Milliseconds for a whole test. */
const LONGEST_TEST = 10 * PATIENCE;
/** How many times slower the browser's processor is to seem: what only passes on a fast machine shows itself. */
export const SLOWDOWN = Number(process.env.DEPECHE_SLOWDOWN ?? 1);

/**
 * A test of Node's that does not go on for ever.
 * @param {string} name @param {(context: import("node:test").TestContext) => void | Promise<void>} work
 */
export function test(name, work) {
  return nodeTest(name, { timeout: LONGEST_TEST * SLOWDOWN }, work);
}

/**
 * Looks again and again until what is seen fits, and gives it.
 * @template Seen
 * @param {string} what is waited for: the test fails with these words, and with what was seen last
 * @param {() => Seen | Promise<Seen>} look
 * @param {(seen: Seen) => unknown} [fits] by default, that it is something
 * @param {number} [patience] milliseconds
 * @returns {Promise<Seen>}
 */
export async function eventually(what, look, fits = Boolean, patience = PATIENCE * SLOWDOWN) {
  const end = Date.now() + patience;
  const isOver = new AbortController();
  const tooLate = pause(patience, undefined, { signal: isOver.signal }).catch(() => {});
  /** @type {Seen | undefined} */
  let seen;
  try {
    for (;;) {
      const now = await Promise.race([Promise.resolve(look()).then((value) => ({ value })), tooLate]); // a page may hang
      if (now && fits((seen = now.value))) return now.value;
      if (!now || Date.now() > end) assert.fail(`waited in vain: ${what}; seen last: ${inWords(seen)}`);
      await pause(20);
    }
  } finally {
    isOver.abort();
  }
}

/** @param {unknown} seen */
function inWords(seen) {
  return (typeof seen === "string" ? seen : (JSON.stringify(seen) ?? "nothing")).slice(0, 2000);
}
