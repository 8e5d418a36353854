/**
 * The clipboard, by the browser's own events, and for buttons by its programming interface or, where there is none (a
 * page that is not served over HTTPS), by its copy command.
 */
import { hasText } from "./files.js";

export class Clipboard {
  #field;
  #program;
  #frames;
  /** @type {DataTransfer | null | undefined} */
  #current;
  /** @type {{ text: string, html: string } | undefined} what the copy command is to copy */
  #ordered;

  /**
   * @param {import("./field.js").Field} field
   * @param {import("./program.js").Program} program
   * @param {import("./frames.js").Frames} frames
   */
  constructor(field, program, frames) {
    this.#field = field;
    this.#program = program;
    this.#frames = frames;
    document.addEventListener("copy", (event) => this.#copy(event, false));
    document.addEventListener("cut", (event) => this.#copy(event, true));
    document.addEventListener("paste", (event) => this.#paste(event));
  }

  /**
   * From the program: inside a copy or cut event into that, else through the browser.
   * @param {string} text
   * @param {string} html may be empty
   */
  async write(text, html) {
    if (this.#current) {
      this.#current.setData("text/plain", text);
      if (html) this.#current.setData("text/html", html);
      return;
    }
    if (!(await this.#writeByInterface(text)) && !this.#writeByCommand(text, html)) {
      this.#program.fail("ui/link-failed");
      this.#frames.request();
    }
  }

  /** @param {string} text */
  async #writeByInterface(text) {
    if (!navigator.clipboard) return false;
    return navigator.clipboard.writeText(text).then(() => true, () => false);
  }

  /** @param {string} text @param {string} html */
  #writeByCommand(text, html) {
    this.#ordered = { text, html };
    const isDone = document.execCommand("copy");
    this.#ordered = undefined;
    return isDone;
  }

  /** @param {ClipboardEvent} event @param {boolean} cut */
  #copy(event, cut) {
    if (!this.#ordered && !this.#hasKeyboard()) return;
    event.preventDefault();
    this.#current = event.clipboardData;
    if (this.#ordered) this.write(this.#ordered.text, this.#ordered.html);
    else this.#program.copy(cut);
    this.#current = undefined;
    this.#frames.request();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const data = event.clipboardData;
    if (!data || !hasText(data) || !this.#hasKeyboard()) return; // files.js takes files
    event.preventDefault();
    this.#program.paste(data.getData("text/plain"));
    this.#frames.request();
  }

  #hasKeyboard() {
    return this.#field.focused || document.activeElement === document.body;
  }
}
