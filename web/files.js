/**
 * Files in (picked, dropped, pasted) and out (downloaded).
 */

/** Larger ones are not even read; the program's own limit lies below and has the better message. */
const MOST_BYTES = 1 << 28;
const TYPES = ".md,.markdown,.txt,text/markdown,text/plain";

export class Files {
  #program;
  #frames;

  /**
   * @param {import("./program.js").Program} program
   * @param {import("./frames.js").Frames} frames
   */
  constructor(program, frames) {
    this.#program = program;
    this.#frames = frames;
    addEventListener("dragover", (event) => this.#dragOver(event));
    addEventListener("dragleave", (event) => event.relatedTarget === null && markDrop(false));
    addEventListener("drop", (event) => this.#drop(event));
    addEventListener("paste", (event) => this.#paste(event));
  }

  /** The system's dialog; only within a person's gesture. */
  pick() {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = TYPES;
    input.addEventListener("change", () => input.files?.[0] && this.#open(input.files[0]));
    input.click();
  }

  /**
   * @param {string} name
   * @param {string} type
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  download(name, type, bytes) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** @param {DragEvent} event */
  #dragOver(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    markDrop(true);
  }

  /** @param {DragEvent} event */
  #drop(event) {
    markDrop(false);
    this.#openFirst(event, event.dataTransfer);
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const data = event.clipboardData;
    if (!hasText(data)) this.#openFirst(event, data); // word processors add a picture of the text
  }

  /** @param {Event} event @param {DataTransfer | null} data */
  #openFirst(event, data) {
    const file = data?.files[0];
    if (!file) return;
    event.preventDefault();
    this.#open(file);
  }

  /** @param {File} file */
  async #open(file) {
    try {
      if (file.size > MOST_BYTES) throw new RangeError("too large");
      this.#program.openFile(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch {
      this.#program.fail("ui/file-unreadable", file.name); // a folder, a file that is gone, one beyond all measure
    }
    this.#frames.request();
  }
}

/** @param {DataTransfer | null} data */
export function hasText(data) {
  return data !== null && data.types.includes("text/plain");
}

/** @param {boolean} on */
function markDrop(on) {
  document.body.classList.toggle("drop", on);
}
