/**
 * Text that is dragged here from another program or another page: it is pasted where it is dropped. Files are those of
 * files.js.
 */
import { placeOn } from "../screen/canvas.js";
import { contentOf } from "./clipboard.js";

export class TextDrag {
  #canvas;
  #program;
  #frames;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
   */
  constructor(canvas, program, frames) {
    this.#canvas = canvas;
    this.#program = program;
    this.#frames = frames;
    addEventListener("dragover", (event) => this.#over(event));
    addEventListener("dragleave", (event) => event.relatedTarget === null && this.#leave());
    addEventListener("drop", (event) => this.#drop(event));
  }

  /** @param {DragEvent} event */
  #over(event) {
    if (!isText(event)) return;
    event.preventDefault(); // the browser would leave for an address that is dropped
    const { x, y } = placeOn(this.#canvas, event);
    const isTaken = this.#program.dragText(x, y);
    if (event.dataTransfer) event.dataTransfer.dropEffect = isTaken ? "copy" : "none";
    this.#frames.request();
  }

  #leave() {
    this.#program.leaveDrag();
    this.#frames.request();
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (!isText(event) || !event.dataTransfer) return;
    event.preventDefault();
    const { x, y } = placeOn(this.#canvas, event);
    const { html, text } = contentOf(event.dataTransfer);
    this.#program.dropText(x, y, html, text);
    this.#frames.request();
  }
}

/**
 * Whether an event drags text, and over the canvas: what is dropped on a text field is the browser's.
 * @param {DragEvent} event
 */
function isText({ target, dataTransfer }) {
  if (target instanceof HTMLInputElement || !dataTransfer || dataTransfer.types.includes("Files")) return false;
  return dataTransfer.types.includes("text/plain") || dataTransfer.types.includes("text/html");
}
