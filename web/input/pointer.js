/**
 * Mouse, pen and touch on the canvas, for the program.
 *
 * A finger that moves scrolls, and what it scrolls goes on for a while when the finger leaves; one that does not move
 * presses; one that stays is the mouse's other button. Where the program says that it has something to drag, a finger is
 * as a mouse. Two fingers are the browser's: they zoom the page, and move what is zoomed.
 *
 * Text fields lie over the canvas (mirror.js). A tap and a mouse there are theirs; a wheel and a finger that moves scroll
 * what is below, as elsewhere.
 */
import { placeOn } from "../screen/canvas.js";

/** CSS pixels of one notch of a wheel, as browsers have it. */
const NOTCH = 100;
/** CSS pixels of one line, where a wheel counts lines. */
const LINE = 20;
/** CSS pixels that a finger moves before it scrolls. */
const SLOP = 8;
/** Milliseconds that make a long press. */
const LONG = 500;
/** Milliseconds before it leaves, over which a finger's speed is taken. */
const RECENT = 100;
/** Milliseconds in which the speed of scrolling falls to a third. */
const DECAY = 325;
/** CSS pixels a millisecond: slower is standing still. */
const STILL = 0.03;
/** The browser's button numbers to the program's: left, right, middle. */
const BUTTONS = [0, 2, 1];
const MAIN = 0;
const SECONDARY = 1;

/**
 * What a finger does: "waits" may become a press, "rests" is on a text field.
 * @typedef {"waits" | "rests" | "scrolls" | "drags" | "done"} Gesture
 * @typedef {{ id: number, event: PointerEvent, gesture: Gesture, trail: PointerEvent[],
 *   timer: ReturnType<typeof setTimeout> | undefined }} Finger
 */

export class Pointer {
  #canvas;
  #program;
  #frames;
  /** @type {Finger | undefined} */
  #finger;
  #gliding = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} fields what the text fields are in
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
   */
  constructor(canvas, fields, program, frames) {
    this.#canvas = canvas;
    this.#program = program;
    this.#frames = frames;
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", (event) => this.#up(event));
    canvas.addEventListener("pointercancel", (event) => this.#cancel(event));
    canvas.addEventListener("pointerleave", () => this.#leave());
    for (const each of [canvas, fields]) each.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    const ofFinger = (/** @type {(event: PointerEvent) => void} */ take) => (/** @type {PointerEvent} */ event) => {
      if (event.pointerType === "touch") take(event);
    };
    fields.addEventListener("pointerdown", ofFinger((event) => this.#touchField(event)));
    fields.addEventListener("pointermove", ofFinger((event) => this.#slide(event)));
    fields.addEventListener("pointerup", ofFinger((event) => this.#lift(event)));
    fields.addEventListener("pointercancel", ofFinger((event) => this.#cancel(event)));
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  /** How the pointer looks, from the program. @param {string} cursor of CSS */
  show(cursor) {
    this.#canvas.style.cursor = cursor;
  }

  /** @param {PointerEvent} event */
  #down(event) {
    event.preventDefault(); // the text field keeps the keyboard
    this.#canvas.setPointerCapture(event.pointerId);
    this.#stopGliding();
    if (event.pointerType === "touch") return this.#touch(event);
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
    if (event.pointerType !== "touch") {
      this.#press(event, false);
    } else if (this.#finger?.id === event.pointerId) {
      this.#letGo();
      this.#finger = undefined;
    }
    this.#leave();
  }

  #leave() {
    if (this.#finger) return; // it may come back
    this.#program.leavePointer();
    this.#frames.request();
  }

  // A finger. A second one makes both the browser's.

  /** @param {PointerEvent} event */
  #touch(event) {
    if (this.#finger) return this.#letGo();
    const timer = setTimeout(() => this.#hold(event), LONG);
    this.#finger = { id: event.pointerId, event, gesture: "waits", trail: [event], timer };
    const { x, y } = placeOn(this.#canvas, event);
    if (!this.#program.isOnHandle(x, y)) return;
    clearTimeout(timer);
    this.#finger.gesture = "drags";
    this.#place(event);
    this.#program.pressPointer("touch", MAIN, true);
    this.#frames.now();
  }

  /** On a text field, which taps and long presses belong to. @param {PointerEvent} event */
  #touchField(event) {
    this.#stopGliding();
    if (this.#finger) return this.#letGo();
    this.#finger = { id: event.pointerId, event, gesture: "rests", trail: [event], timer: undefined };
  }

  /** The finger does nothing more here. */
  #letGo() {
    const finger = this.#finger;
    if (!finger) return;
    clearTimeout(finger.timer);
    if (finger.gesture === "drags") {
      this.#program.pressPointer("touch", MAIN, false);
      this.#frames.request();
    }
    finger.gesture = "done";
  }

  /** A long press. @param {PointerEvent} event */
  #hold(event) {
    const finger = this.#finger;
    if (finger?.gesture !== "waits") return;
    finger.gesture = "done";
    this.#place(event);
    this.#click(SECONDARY);
  }

  /** @param {PointerEvent} event */
  #slide(event) {
    const finger = this.#finger;
    if (finger?.id !== event.pointerId) return;
    const [x, y] = [event.clientX - finger.event.clientX, event.clientY - finger.event.clientY];
    if (finger.gesture === "drags") {
      this.#place(event);
      this.#frames.request();
      return;
    }
    const starts = (finger.gesture === "waits" || finger.gesture === "rests") && Math.hypot(x, y) >= SLOP;
    if (finger.gesture === "scrolls" || starts) {
      clearTimeout(finger.timer);
      if (starts) this.#place(finger.event);
      Object.assign(finger, { gesture: "scrolls", event });
      finger.trail = [...finger.trail, event].filter((each) => event.timeStamp - each.timeStamp <= RECENT);
      this.#program.scroll(x / NOTCH, y / NOTCH);
      this.#frames.request();
    }
  }

  /** @param {PointerEvent} event */
  #lift(event) {
    const finger = this.#finger;
    if (finger?.id !== event.pointerId) return;
    clearTimeout(finger.timer);
    this.#finger = undefined;
    if (finger.gesture === "waits") {
      this.#place(event);
      this.#click(MAIN);
    } else if (finger.gesture === "drags") {
      this.#place(event);
      this.#program.pressPointer("touch", MAIN, false);
      this.#frames.now();
    } else if (finger.gesture === "scrolls") {
      return this.#glide(speedOf([...finger.trail, event]));
    }
    this.#leave();
  }

  /** @param {number} button */
  #click(button) {
    this.#program.pressPointer("touch", button, true);
    this.#frames.now();
    this.#program.pressPointer("touch", button, false);
    this.#frames.now();
  }

  /**
   * Scrolls on by itself, slower and slower.
   * @param {number} speed CSS pixels a millisecond
   */
  #glide(speed) {
    let last = performance.now();
    const step = (/** @type {number} */ now) => {
      if (Math.abs(speed) < STILL) return this.#stopGliding();
      const passed = Math.max(0, now - last);
      last = now;
      this.#program.scroll(0, (speed * passed) / NOTCH);
      speed *= Math.exp(-passed / DECAY);
      this.#frames.now();
      this.#gliding = requestAnimationFrame(step);
    };
    this.#gliding = requestAnimationFrame(step);
  }

  #stopGliding() {
    if (this.#gliding === 0) return;
    cancelAnimationFrame(this.#gliding);
    this.#gliding = 0;
    this.#leave();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (event.ctrlKey) return; // the browser's zoom
    event.preventDefault();
    this.#stopGliding();
    this.#place(event);
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    this.#program.scroll((-event.deltaX * unit) / NOTCH, (-event.deltaY * unit) / NOTCH);
    this.#frames.request();
  }

  /** @param {MouseEvent} event */
  #place(event) {
    const { x, y } = placeOn(this.#canvas, event);
    this.#program.setModifiers({ control: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
    this.#program.movePointer(kindOf(event), x, y);
  }

  /** @param {PointerEvent} event @param {boolean} down */
  #press(event, down) {
    const button = BUTTONS[Math.max(0, event.button)];
    if (button !== undefined) this.#program.pressPointer(kindOf(event), button, down);
  }
}

/**
 * CSS pixels a millisecond, downward, over the last moments of a finger.
 * @param {PointerEvent[]} trail
 */
function speedOf(trail) {
  const last = trail[trail.length - 1];
  const first = trail.find((each) => last.timeStamp - each.timeStamp <= RECENT) ?? last;
  const passed = last.timeStamp - first.timeStamp;
  return passed > 0 ? (last.clientY - first.clientY) / passed : 0;
}

/**
 * @param {MouseEvent} event
 * @returns {import("#border").PointerKind}
 */
function kindOf(event) {
  const kind = event instanceof PointerEvent ? event.pointerType : "mouse";
  return kind === "touch" || kind === "pen" ? kind : "mouse";
}
