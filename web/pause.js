/**
 * Work that waits for a pause: done once when nobody has asked for it for a while, at the latest some time after the
 * first who did. So it never stands between two keys of somebody who types, and is never put off for ever.
 */
export class Pause {
  #work;
  #quiet;
  #longest;
  #first = 0;
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
    if (this.#timer === undefined) this.#first = now;
    clearTimeout(this.#timer);
    const wait = Math.min(this.#quiet, this.#first + longest - now);
    this.#timer = setTimeout(() => this.finish(), Math.max(0, wait));
  }

  /** Milliseconds since the first wish that still waits; 0 when there is none. */
  get waited() {
    return this.#timer === undefined ? 0 : performance.now() - this.#first;
  }

  /** Does the work now, wished for or not. */
  finish() {
    this.cancel();
    this.#work();
  }

  /** Nobody wishes any more. */
  cancel() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
