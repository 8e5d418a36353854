/** Traces as Chromium writes them, in short: what of them is the cost of which key. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keystrokes } from "./keystrokes.mjs";

/** @typedef {import("./keystrokes.mjs").Event} Event */

const MAIN = { pid: 1, tid: 1 };

/**
 * An event; times in milliseconds.
 * @param {string} name @param {number} begin @param {number} duration @param {{ type?: string, busy?: number, tid?: number }} [more]
 * `busy`: the processor's part of the duration
 * @returns {Event}
 */
function event(name, begin, duration, { type, busy = duration, tid = MAIN.tid } = {}) {
  const args = type ? { data: { type } } : {};
  return { name, ph: "X", pid: MAIN.pid, tid, ts: begin * 1000, dur: duration * 1000, tdur: busy * 1000, args };
}

/** A task in which a key goes down. @param {number} begin */
const keyDown = (begin) => [
  event("RunTask", begin, 2),
  event("EventDispatch", begin, 1, { type: "keydown" }),
  event("FunctionCall", begin + 0.25, 0.5),
];

/** A task that draws a frame. @param {number} begin */
const frame = (begin) => [
  event("RunTask", begin, 6),
  event("FireAnimationFrame", begin + 1, 4),
  event("FunctionCall", begin + 1, 4),
  event("MinorGC", begin + 2, 1), // in the script's time
];

/** A timer's task. @param {number} begin */
const timer = (begin) => [event("RunTask", begin, 3), event("FunctionCall", begin, 3, { busy: 1 })];

/** @type {[string, Event[], import("./keystrokes.mjs").Keystroke[]][]} */
const ROWS = [
  ["nothing", [], []],
  ["no key", [...frame(0), ...timer(10)], []],
  ["a key is its events and its frame", [...keyDown(0), ...frame(10)], [{ key: { script: 4.5, all: 8 }, after: { script: 0, all: 0 }, shown: true }]],
  [
    "what the page does later is apart",
    [...keyDown(0), ...timer(4), ...frame(10), ...frame(20)],
    [{ key: { script: 4.5, all: 8 }, after: { script: 5, all: 9 }, shown: true }],
  ],
  [
    "a key's release is its own, too",
    [...keyDown(0), ...frame(10), event("RunTask", 20, 1), event("EventDispatch", 20, 1, { type: "keyup" })],
    [{ key: { script: 4.5, all: 9 }, after: { script: 0, all: 0 }, shown: true }],
  ],
  [
    "a key without a frame is told",
    [...keyDown(0), ...timer(4), ...keyDown(20), ...frame(30)],
    [
      { key: { script: 0.5, all: 2 }, after: { script: 1, all: 3 }, shown: false },
      { key: { script: 4.5, all: 8 }, after: { script: 0, all: 0 }, shown: true },
    ],
  ],
  [
    "a task in a task, and other threads, do not count",
    [...keyDown(0), event("RunTask", 1.5, 0.25), ...frame(10), event("RunTask", 11, 50, { tid: 2 })],
    [{ key: { script: 4.5, all: 8 }, after: { script: 0, all: 0 }, shown: true }],
  ],
];

for (const [what, trace, expected] of ROWS) {
  test(what, () => {
    assert.deepEqual(keystrokes(trace), expected);
    assert.deepEqual(keystrokes([...trace].reverse()), expected, "in any order");
  });
}
