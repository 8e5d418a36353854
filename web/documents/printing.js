/**
 * What is printed is the release, not the editor: while the browser prints, the page stands in the document and all else is
 * hidden (style.css).
 *
 * Asked for in the editor (Ctrl+P, the menu), it prints when the pictures and the faces are there. The browser's own menu
 * leaves no time for that: then those show that have been loaded already, which are at least those in view.
 */
import { addressOf, isWithin, readPage, showSheet } from "./page_document.js";

export class Printing {
  #program;
  #pictures;
  /** @type {HTMLElement | undefined} */
  #sheet;
  #title = "";
  #isPrepared = false;

  /**
   * @param {import("../program/program.js").Program} program
   * @param {import("./pictures.js").Pictures} pictures
   */
  constructor(program, pictures) {
    this.#program = program;
    this.#pictures = pictures;
    addEventListener("beforeprint", () => this.#isPrepared || this.#show());
    addEventListener("afterprint", () => this.#takeAway());
  }

  /** Opens the browser's dialog. */
  async print() {
    await undefined; // until the program has done what it is doing
    const { images } = readPage(this.#program.pageHtml()).document;
    await Promise.all([...images].map((image) => this.#pictures.lookFor(addressOf(image))));
    const sheet = this.#show();
    await Promise.allSettled([...(sheet.shadowRoot?.querySelectorAll("img") ?? [])].map((image) => image.decode()));
    await facesLoaded(sheet);
    this.#isPrepared = true;
    print();
    this.#isPrepared = false;
  }

  #show() {
    this.#takeAway();
    const page = readPage(this.#program.pageHtml());
    for (const image of page.document.images) this.#fill(image);
    this.#sheet = showSheet(page);
    this.#title = document.title;
    document.title = page.document.title; // the browser's name for the printed file
    return this.#sheet;
  }

  /** No address of the release's is asked of the editor's host. @param {HTMLImageElement} image */
  #fill(image) {
    image.removeAttribute("srcset");
    if (isWithin(image)) return;
    const address = this.#pictures.addressOfLoaded(addressOf(image));
    image.removeAttribute("src");
    if (!address) return;
    if (!address.startsWith("blob:")) image.crossOrigin = "anonymous"; // as it was loaded
    image.src = address;
  }

  #takeAway() {
    if (!this.#sheet) return;
    this.#sheet.remove();
    this.#sheet = undefined;
    document.title = this.#title;
  }
}

/** The faces of a sheet that is not shown are not asked for by themselves. @param {HTMLElement} sheet */
async function facesLoaded(sheet) {
  const elements = [...(sheet.shadowRoot?.querySelectorAll("*") ?? [])];
  const faces = new Set(elements.map((element) => {
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
    return `${fontStyle} ${fontWeight} 16px ${fontFamily}`;
  }));
  const text = sheet.shadowRoot?.textContent ?? "";
  await Promise.allSettled([...faces].map((face) => document.fonts.load(face, text)));
}
