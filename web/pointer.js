/**
 * Mouse, pen and touch on the canvas, for the program. A finger that moves scrolls; one that does not, presses.
 */

/** CSS pixels of one notch of a wheel, as browsers have it. */
const NOTCH = 100;
/** CSS pixels of one line, where a wheel counts lines. */
const LINE = 20;
/** CSS pixels that a finger moves before it scrolls. */
const SLOP = 8;
/** The browser's button numbers to the program's: left, right, middle. */
const BUTTONS = [0, 2, 1];

/** CSS cursors in the order of ui::Pointer. */
const CURSORS = ["default", "text", "pointer", "ew-resize", "ns-resize"];

export class Pointer {
  #canvas;
  #program;
  #frames;
  /** @type {{ id: number, x: number, y: number, scrolls: boolean } | undefined} */
  #finger;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import("./program.js").Program} program
   * @param {import("./frames.js").Frames} frames
   */
  constructor(canvas, program, frames) {
    this.#canvas = canvas;
    this.#program = program;
    this.#frames = frames;
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", (event) => this.#up(event));
    canvas.addEventListener("pointercancel", (event) => this.#cancel(event));
    canvas.addEventListener("pointerleave", () => this.#leave());
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  /** @param {number} shape a ui::Pointer */
  static cursor(shape) {
    return CURSORS[shape] ?? "default";
  }

  /** @param {PointerEvent} event */
  #down(event) {
    event.preventDefault(); // the text field keeps the keyboard
    this.#canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === "touch") {
      this.#finger ??= { id: event.pointerId, x: event.clientX, y: event.clientY, scrolls: false };
      return;
    }
    this.#place(event);
    this.#press(event, true);
    this.#frames.now();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType === "touch") return this.#slide(event);
    this.#place(event);
    this.#frames.request();
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (event.pointerType === "touch") return this.#lift(event);
    this.#place(event);
    this.#press(event, false);
    this.#frames.now();
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    if (event.pointerType === "touch") this.#finger = undefined;
    else this.#press(event, false);
    this.#leave();
  }

  #leave() {
    this.#program.leavePointer();
    this.#frames.request();
  }

  /** @param {PointerEvent} event */
  #slide(event) {
    const finger = this.#finger;
    if (finger?.id !== event.pointerId) return;
    const [x, y] = [event.clientX - finger.x, event.clientY - finger.y];
    if (!finger.scrolls && Math.hypot(x, y) < SLOP) return;
    if (!finger.scrolls) this.#place(event);
    Object.assign(finger, { x: event.clientX, y: event.clientY, scrolls: true });
    this.#program.scroll(x / NOTCH, y / NOTCH);
    this.#frames.request();
  }

  /** @param {PointerEvent} event */
  #lift(event) {
    const finger = this.#finger;
    if (finger?.id !== event.pointerId) return;
    this.#finger = undefined;
    if (!finger.scrolls) {
      this.#place(event);
      this.#press(event, true);
      this.#frames.now();
      this.#press(event, false);
      this.#frames.now();
    }
    this.#leave();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (event.ctrlKey) return; // the browser's zoom
    event.preventDefault();
    this.#place(event);
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    this.#program.scroll((-event.deltaX * unit) / NOTCH, (-event.deltaY * unit) / NOTCH);
    this.#frames.request();
  }

  /** @param {MouseEvent} event */
  #place(event) {
    const box = this.#canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const scale = this.#canvas.width / box.width;
    this.#program.setModifiers({ control: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
    this.#program.movePointer(kindOf(event), x * scale, y * scale);
  }

  /** @param {PointerEvent} event @param {boolean} down */
  #press(event, down) {
    const button = BUTTONS[Math.max(0, event.button)];
    if (button !== undefined) this.#program.pressPointer(kindOf(event), button, down);
  }
}

/**
 * @param {MouseEvent} event
 * @returns {import("./program.js").PointerKind}
 */
function kindOf(event) {
  const kind = event instanceof PointerEvent ? event.pointerType : "mouse";
  return kind === "touch" || kind === "pen" ? kind : "mouse";
}
