/**
 * The clipboard, by the browser's own events, and for buttons and menus by its programming interface or, where there is
 * none (a page that is not served over HTTPS), by its copy command.
 *
 * A copy has the Markdown as text/plain and text/markdown, and for other programs as text/html; one of the page has no
 * Markdown, and becomes it when it is pasted. A paste takes Markdown
 * where it is offered, else HTML, else plain text; with Shift, plain text.
 */
import { hasText } from "../documents/files.js";
import { placeOn } from "../screen/canvas.js";

const MARKDOWN = "text/markdown";
/** An editor of program text: its HTML is nothing but colours. */
const CODE_EDITOR = "vscode-editor-data";

export class Clipboard {
  #canvas;
  #field;
  #program;
  #frames;
  /** @type {DataTransfer | null | undefined} */
  #current;
  /** @type {{ text: string, html: string, isMarkdown: boolean } | undefined} what the copy command is to copy */
  #ordered;
  #plain = false;
  /** Where the middle button went down, until something else is pressed: on Linux it pastes. @type {PointerEvent | undefined} */
  #middle;
  /** The Markdown that was copied here last: it pastes as it was. */
  #copied = "";
  /** Ends when what was copied last can be read back. */
  #written = Promise.resolve(true);

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import("./text_input.js").TextInput} field
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
   */
  constructor(canvas, field, program, frames) {
    this.#canvas = canvas;
    this.#field = field;
    this.#program = program;
    this.#frames = frames;
    document.addEventListener("copy", (event) => this.#copy(event, false));
    document.addEventListener("cut", (event) => this.#copy(event, true));
    document.addEventListener("paste", (event) => this.#paste(event));
    addEventListener("keydown", (event) => {
      this.#plain = event.shiftKey && event.key.toLowerCase() === "v";
      this.#middle = undefined;
    });
    addEventListener("pointerdown", (event) => this.#pressed(event), { capture: true });
  }

  /**
   * From the program: inside a copy or cut event into that, else through the browser.
   * @param {string} text
   * @param {string} html may be empty
   * @param {{ isMarkdown?: boolean, failure?: string }} [how] whether the text is Markdown, and is to be pasted as it
   *   is; a message's key
   * @returns {Promise<boolean>} whether it was written
   */
  async write(text, html, { isMarkdown = false, failure = "ui/copy-failed" } = {}) {
    this.#copied = isMarkdown ? text : "";
    if (this.#current) {
      this.#current.setData("text/plain", text);
      if (isMarkdown && html) this.#current.setData(MARKDOWN, text);
      if (html) this.#current.setData("text/html", html);
      return true;
    }
    this.#written = this.#writeByInterface(text, html);
    if ((await this.#written) || this.#writeByCommand({ text, html, isMarkdown })) return true;
    this.#program.fail(failure);
    this.#frames.request();
    return false;
  }

  /**
   * From the program, for its menu: not all browsers let a page read the clipboard, and they ask first.
   * @param {boolean} plain
   */
  async read(plain) {
    try {
      await this.#written;
      const { html, text } = await readByInterface(plain);
      this.#take(html, text);
    } catch {
      this.#program.fail("ui/paste-refused");
    }
    this.#frames.request();
  }

  /** @param {string} text @param {string} html */
  async #writeByInterface(text, html) {
    if (!navigator.clipboard) return false;
    const blob = (/** @type {string} */ type, /** @type {string} */ content) => new Blob([content], { type });
    const written =
      html && typeof ClipboardItem === "function"
        ? navigator.clipboard.write([
            new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) }),
          ])
        : navigator.clipboard.writeText(text);
    return written.then(() => true, () => false);
  }

  /** @param {{ text: string, html: string, isMarkdown: boolean }} ordered */
  #writeByCommand(ordered) {
    this.#ordered = ordered;
    const isDone = document.execCommand("copy");
    this.#ordered = undefined;
    return isDone;
  }

  /** @param {ClipboardEvent} event @param {boolean} cut */
  #copy(event, cut) {
    if (!this.#ordered && !this.#hasKeyboard()) return;
    event.preventDefault();
    this.#current = event.clipboardData;
    if (this.#ordered) this.write(this.#ordered.text, this.#ordered.html, this.#ordered);
    else this.#program.copy(cut);
    this.#current = undefined;
    this.#frames.request();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const plain = this.#plain;
    this.#plain = false;
    const data = event.clipboardData;
    if (data?.types.length === 0 && this.#hasKeyboard() && !this.#middle) return this.#tellOfNothing();
    if (!data || !hasText(data) || !this.#hasKeyboard()) return; // files.js takes files
    event.preventDefault();
    this.#placeCaret();
    const { html, text } = contentOf(data);
    this.#take(plain ? "" : html, text);
    this.#frames.request();
  }

  /** @param {PointerEvent} event */
  #pressed(event) {
    const isMiddle = event.button === 1 && event.target === this.#canvas;
    this.#middle = isMiddle ? event : undefined;
  }

  /** What the middle button pastes comes where it was pressed, as elsewhere. */
  #placeCaret() {
    if (!this.#middle) return;
    const { x, y } = placeOn(this.#canvas, this.#middle);
    this.#middle = undefined;
    this.#program.dropCaret(x, y);
    this.#frames.now();
  }

  /** The clipboard is empty, or has what the browser does not hand out: WebKitGTK keeps pictures to itself. */
  #tellOfNothing() {
    this.#program.fail("ui/nothing-to-paste");
    this.#frames.request();
  }

  /** @param {string} html may be empty @param {string} text */
  #take(html, text) {
    if (html && text !== this.#copied) this.#program.pasteHtml(html, text);
    else this.#program.paste(text);
  }

  #hasKeyboard() {
    return this.#field.focused || document.activeElement === document.body;
  }
}

/**
 * Text that was copied or dragged: formatted, where that says more than the plain one, and plain.
 * @param {DataTransfer} data
 */
export function contentOf(data) {
  const isMarkup = !data.types.includes(MARKDOWN) && !data.types.includes(CODE_EDITOR);
  const html = isMarkup ? data.getData("text/html") : "";
  return { html, text: data.getData("text/plain") || textOf(html) };
}

/** The words of a document that came without them. @param {string} html */
function textOf(html) {
  if (html === "") return "";
  return (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "").trim();
}

/** @param {boolean} plain */
async function readByInterface(plain) {
  const { clipboard } = navigator;
  if (plain || typeof clipboard.read !== "function") return { html: "", text: await clipboard.readText() };
  const items = await clipboard.read();
  const content = async (/** @type {string} */ type) => {
    const item = items.find(({ types }) => types.includes(type));
    return item ? (await item.getType(type)).text() : "";
  };
  return { html: await content("text/html"), text: await content("text/plain") };
}
