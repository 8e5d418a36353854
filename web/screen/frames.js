/**
 * Frames on demand: one is drawn after something happened, or when the program said that one will be due. When
 * nothing happens there is no frame and no timer.
 */
const KEPT_TIMES = 1000;

export class Frames {
  #draw;
  #after;
  #pending = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  count = 0;
  /**
   * Milliseconds that each of the last frames took on the main thread.
   * @type {number[]}
   */
  times = [];

  /**
   * @param {(now: number) => number} draw takes seconds, gives the seconds until the next frame
   * @param {() => void} after called after each frame
   */
  constructor(draw, after) {
    this.#draw = draw;
    this.#after = after;
  }

  /** Whether no frame is due, neither at once nor later: until something happens, nothing is drawn. */
  get resting() {
    return this.#pending === 0 && this.#timer === undefined;
  }

  /** A frame as soon as the screen takes one. */
  request() {
    if (this.#pending === 0) this.#pending = requestAnimationFrame(() => this.now());
  }

  /** A frame before this returns: what it asks of the browser then belongs to the person's gesture. */
  now() {
    cancelAnimationFrame(this.#pending);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending = 0;
    const begin = performance.now();
    const next = this.#draw(begin / 1000);
    this.times.push(performance.now() - begin);
    if (this.times.length > KEPT_TIMES) this.times.shift();
    ++this.count;
    if (next <= 0) this.request();
    else if (next < 86400) this.#timer = setTimeout(() => this.request(), next * 1000);
    this.#after();
  }
}
