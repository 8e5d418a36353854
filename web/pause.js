/**
 * Work that waits for a pause: done once when nobody has asked for it for a while, at the latest some time after the
 * first who did. So it never stands between two keys of somebody who types, and is never put off for ever.
 *
 * Who asks while a timer runs only moves the time that it goes by: a key would pay more for a new timer than for the rest of
 * what is done here.
 */
export class Pause {
  #work;
  #quiet;
  #longest;
  /** When the first asked, and when the work is due; infinite while nobody has asked. Milliseconds as of performance.now(). */
  #first = Infinity;
  #due = Infinity;
  /** When the timer rings: at the due time or before, then it is set again. */
  #rings = Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => void} work
   * @param {number} quiet milliseconds without a wish
   * @param {number} longest milliseconds after the first wish
   */
  constructor(work, quiet, longest) {
    this.#work = work;
    this.#quiet = quiet;
    this.#longest = longest;
  }

  /** Somebody wishes for the work. @param {number} [longest] as of the constructor, for what there is to do now */
  ask(longest = this.#longest) {
    const now = performance.now();
    this.#first = Math.min(this.#first, now);
    this.#due = Math.min(now + this.#quiet, this.#first + longest);
    if (this.#due < this.#rings) this.#setTimer(now);
  }

  /** Milliseconds since the first wish that still waits; 0 when there is none. */
  get waited() {
    return Math.max(0, performance.now() - this.#first);
  }

  /** Does the work now, wished for or not. */
  finish() {
    this.cancel();
    this.#work();
  }

  /** Nobody wishes any more. */
  cancel() {
    clearTimeout(this.#timer);
    this.#first = this.#due = this.#rings = Infinity;
  }

  /** @param {number} now */
  #setTimer(now) {
    clearTimeout(this.#timer);
    this.#rings = this.#due;
    this.#timer = setTimeout(() => this.#ring(), Math.max(0, this.#due - now));
  }

  #ring() {
    const now = performance.now();
    if (now >= this.#due) return this.finish();
    this.#rings = Infinity;
    this.#setTimer(now);
  }
}
