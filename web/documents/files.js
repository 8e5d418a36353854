/**
 * Files in (picked, dropped, pasted) and out (downloaded). A picture comes into the text where it is dropped over the
 * source, else where the caret is.
 */
import { placeOn } from "../screen/canvas.js";

/** Larger ones are not even read; the program's own limit lies below and has the better message. */
const MAX_BYTES = 1 << 28;
const TYPES = ".md,.markdown,.txt,text/markdown,text/plain";

/** Messages for pictures that could not be kept. */
const REFUSALS = /** @type {const} */ ({
  broken: "ui/picture-unreadable",
  "too large": "ui/picture-too-heavy",
  full: "ui/pictures-full",
  "no store": "ui/picture-not-kept",
});

export class Files {
  #canvas;
  #program;
  #frames;
  #pictures;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
   * @param {import("./pictures.js").Pictures} pictures
   */
  constructor(canvas, program, frames, pictures) {
    this.#canvas = canvas;
    this.#program = program;
    this.#frames = frames;
    this.#pictures = pictures;
    addEventListener("dragover", (event) => this.#dragOver(event));
    addEventListener("dragleave", (event) => event.relatedTarget === null && this.#leave());
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
    this.give(name, new Blob([bytes], { type }));
  }

  /**
   * @param {string} name
   * @param {Blob} file
   */
  give(name, file) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
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
    if (![...event.dataTransfer.items].some(isPicture)) return;
    const { x, y } = placeOn(this.#canvas, event);
    this.#program.dragText(x, y); // over the source it shows where the picture would come
    this.#frames.request();
  }

  #leave() {
    markDrop(false);
    this.#program.leaveDrag();
    this.#frames.request();
  }

  /** @param {DragEvent} event */
  #drop(event) {
    this.#leave();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.some(isPicture)) this.#placeCaret(event);
    this.#openFirst(event, files);
  }

  /** Over the source; elsewhere the caret stays. @param {DragEvent} event */
  #placeCaret(event) {
    const { x, y } = placeOn(this.#canvas, event);
    this.#program.dropCaret(x, y);
    this.#frames.now();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const data = event.clipboardData;
    if (!hasText(data)) this.#openFirst(event, [...(data?.files ?? [])]); // word processors add a picture of the text
  }

  /** @param {Event} event @param {File[]} files */
  #openFirst(event, files) {
    if (files.length === 0) return;
    event.preventDefault();
    const pictures = files.filter(isPicture);
    const documents = files.filter((file) => !isPicture(file));
    if (pictures.length > 0) void this.#keep(pictures).then(() => this.#passOver(documents));
    else void this.#open(documents[0]).then(() => this.#passOver(documents.slice(1)));
  }

  /** Files that are not opened, since another came with them. @param {File[]} files */
  #passOver(files) {
    if (files.length === 0) return;
    this.#program.fail("ui/one-at-a-time", files.map(({ name }) => name).join(", "));
    this.#frames.request();
  }

  /**
   * Pictures are kept in the browser, to be shown on the page.
   * @param {File[]} files
   */
  async #keep(files) {
    for (const file of files) {
      const name = pictureName(file);
      const outcome = await this.#pictures.keep(file, name);
      if (outcome === "kept") this.#program.keepPicture(name);
      else this.#program.fail(REFUSALS[outcome], name);
      this.#frames.request();
    }
  }

  /** @param {File} file */
  async #open(file) {
    try {
      if (file.size > MAX_BYTES) throw new RangeError("too large");
      this.#program.openFile(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch {
      this.#program.fail("ui/file-unreadable", file.name); // a folder, a file that is gone, one beyond all measure
    }
    this.#frames.request();
  }
}

/**
 * Whether something brings text. HTML alone is text, too (WebKit names no more of what LibreOffice copies), unless a file comes
 * with it: browsers copy a picture as its file and its tag.
 * @param {DataTransfer | null} data
 */
export function hasText(data) {
  if (data === null) return false;
  return data.types.includes("text/plain") || (data.types.includes("text/html") && data.files.length === 0);
}

/** @param {{ type: string }} file or what is still being dragged */
function isPicture({ type }) {
  return type.startsWith("image/");
}

/**
 * The name of a picture's file, under which it comes to the site, too. What is pasted has none of its own: it gets the time.
 * @param {File} file
 */
function pictureName(file) {
  const isPasted = /^image\.\w+$/.test(file.name) || file.name === "";
  const now = new Date();
  const here = new Date(now.getTime() - now.getTimezoneOffset() * 60_000); // ISO's form, on the person's own clock
  const time = here.toISOString().slice(0, 19).replace(/\D+/g, "-");
  const name = isPasted ? `image-${time}.${file.type.split("/")[1].split("+")[0]}` : file.name;
  return name.normalize("NFC");
}

/** @param {boolean} on */
function markDrop(on) {
  document.body.classList.toggle("drop", on);
}
