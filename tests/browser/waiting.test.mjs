/** The tests' own waiting: it ends, and says what for. */
import assert from "node:assert/strict";
import { eventually, test } from "./desk.mjs";

test("what comes is given", async () => {
  let count = 0;
  assert.equal(await eventually("three", () => ++count, (seen) => seen === 3), 3);
});

test("a wait in vain ends with what was waited for and what was seen", async () => {
  const wait = eventually("the moon", () => ["a", "star"], () => false, 50);
  await assert.rejects(wait, /waited in vain: the moon; seen last: \["a","star"\]/);
});

test("so does one for an answer that never comes", async () => {
  const hang = () => new Promise(() => {});
  await assert.rejects(eventually("an answer", hang, Boolean, 50), /waited in vain: an answer; seen last: nothing/);
});

test("a look that fails is told as it is", async () => {
  const fail = () => Promise.reject(new Error("no page"));
  await assert.rejects(eventually("a page", fail), /no page/);
});
