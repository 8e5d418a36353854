/**
 * The exported page as one file: the program writes it (src/writers/page.cc), the browser puts in what it alone has, the
 * pictures that the preview shows and the faces that it is set in.
 *
 * A picture that nobody has keeps its address, and its alternative text shows: the page may ask no host for anything.
 */
import { dataAddress } from "./data_address.js";
import { embeddedFaces } from "./faces.js";
import { addressOf, isWithin, readPage, showSheet, writePage } from "./page_document.js";

/** Bytes of all pictures of a page; those beyond stay out. */
const MAX_PICTURES = 64 << 20;
/** Bytes of a page that many mail systems refuse. */
const HEAVY = 10e6;

export class PageFile {
  #pictures;
  #files;
  #program;
  #frames;

  /**
   * @param {import("./pictures.js").Pictures} pictures
   * @param {import("./files.js").Files} files
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
   */
  constructor(pictures, files, program, frames) {
    this.#pictures = pictures;
    this.#files = files;
    this.#program = program;
    this.#frames = frames;
  }

  /**
   * Gives the person the page to keep, and says what it lacks.
   * @param {string} name
   * @param {string} html
   */
  async save(name, html) {
    const page = readPage(html);
    page.rules = (await facesOf(page)) + page.rules;
    const lacking = await this.#embedPictures(page.document);
    const file = new Blob([writePage(page)], { type: "text/html;charset=utf-8" });
    this.#files.give(name, file);
    this.#tell(lacking, file.size);
  }

  /**
   * Each is read once, however often the page shows it.
   * @param {Document} page
   * @returns {Promise<string[]>} the names of those that are not there
   */
  async #embedPictures(page) {
    const images = [...page.images].filter((image) => !isWithin(image) && addressOf(image) !== "");
    /** @type {Map<string, string | undefined>} */
    const embedded = new Map();
    let room = MAX_PICTURES;
    for (const address of new Set(images.map(addressOf))) {
      const blob = await this.#pictures.blob(address);
      if (!blob || blob.size > room) continue;
      room -= blob.size;
      embedded.set(address, await dataAddress(blob).catch(() => undefined));
    }
    const lacking = new Set();
    for (const image of images) {
      const address = addressOf(image);
      const data = embedded.get(address);
      image.src = data ?? this.#pictures.absolute(address);
      image.removeAttribute("srcset");
      if (!data) lacking.add(address);
    }
    return [...lacking];
  }

  /** @param {string[]} lacking @param {number} size */
  #tell(lacking, size) {
    const key = lacking.length === 1 ? "ui/page-lacks-one" : "ui/page-lacks-many";
    if (lacking.length > 0) this.#program.warn(key, shortList(lacking));
    else if (size > HEAVY) this.#program.warn("ui/page-heavy", String(Math.round(size / 1e6)));
    this.#frames.request();
  }
}

/**
 * The rules of the faces that a page is set in. The browser is asked: the page stands in the document for a moment, without its
 * pictures.
 * @param {import("./page_document.js").Page} page
 */
async function facesOf({ rules, document: page }) {
  const copy = /** @type {Document} */ (page.cloneNode(true));
  for (const image of copy.images) for (const name of ["src", "srcset"]) image.removeAttribute(name);
  const sheet = showSheet({ rules, document: copy });
  try {
    const faces = sheet.shadowRoot ? await embeddedFaces(sheet.shadowRoot) : "";
    return `\n/* Spectral and Public Sans: SIL Open Font License 1.1 */\n${faces}`;
  } finally {
    sheet.remove();
  }
}

/** Files' names, as many as a notice has room for. @param {string[]} addresses */
function shortList(addresses) {
  const names = addresses.map((address) => address.slice(address.lastIndexOf("/") + 1).slice(0, 60));
  return names.slice(0, 3).join(", ") + (names.length > 3 ? "…" : "");
}
