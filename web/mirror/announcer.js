/**
 * What a screen reader says when something has happened: what comes together is said in one sentence, when it is quiet, and
 * the same may be said twice. By `ariaNotify` where the browser has it, else by a live region.
 */
import { Pause } from "../pause.js";

/** Milliseconds without another word after which what waits is said, and the longest that it waits. */
const QUIET = 250;
const LONGEST = 1500;

const { ariaNotify } = /** @type {{ ariaNotify?: (words: string) => void }} */ (document);

export class Announcer {
  #region;
  /** @type {string[]} */
  #waiting = [];
  #pause = new Pause(() => this.#speak(), QUIET, LONGEST);
  #isOdd = false;

  /** @param {HTMLElement} region that is live */
  constructor(region) {
    this.#region = region;
    if (ariaNotify) region.ariaLive = "off"; // it would be said twice
  }

  /** @param {string} words */
  say(words) {
    if (words === "") return;
    if (this.#waiting.at(-1) !== words) this.#waiting.push(words);
    this.#pause.ask();
  }

  #speak() {
    const words = this.#waiting.map((each) => (/[.!?…]$/.test(each) ? each : `${each}.`)).join(" ");
    this.#waiting = [];
    ariaNotify?.call(document, words);
    this.#isOdd = !this.#isOdd;
    this.#region.textContent = this.#isOdd ? words : `${words}\u00A0`; // else the same twice would be silent
  }
}
