/**
 * The list of drafts (src/ui/drafts_list.h): tells the program what the browser keeps, goes on with a draft of it, deletes
 * drafts with the pictures that no other shows.
 */
import { heldEntries } from "./drafts.js";

/** Bytes of a draft that hold its front matter. */
const HEAD = 64 << 10;

export class KeptDrafts {
  #drafts;
  #pictures;
  #program;
  #frames;

  /**
   * @param {import("./drafts.js").Drafts} drafts
   * @param {import("./pictures.js").Pictures} pictures
   * @param {import("./program.js").Program} program
   * @param {import("./frames.js").Frames} frames
   */
  constructor(drafts, pictures, program, frames) {
    this.#drafts = drafts;
    this.#pictures = pictures;
    this.#program = program;
    this.#frames = frames;
  }

  list() {
    return this.#try(() => this.#list());
  }

  /** @param {string} id */
  open(id) {
    return this.#try(async () => {
      const outcome = await this.#drafts.goOnWith(id, (entry) => this.#program.restoreDraft(entry));
      if (outcome === "not stored") this.#program.fail("ui/storage-failed");
      if (outcome === "gone") this.#program.fail("drafts/gone");
    });
  }

  /** @param {string[]} ids */
  delete(ids) {
    return this.#try(async () => {
      const before = await this.#drafts.all();
      await this.#drafts.delete(ids);
      const after = await this.#drafts.all();
      const left = new Set(after.map(({ id }) => id));
      await this.#deletePictures(before.filter(({ id }) => !left.has(id)), after);
      await this.#list();
    });
  }

  async #list() {
    await this.#drafts.flush();
    const [entries, held] = await Promise.all([this.#drafts.all(), heldEntries()]);
    this.#program.draftsListed(
      entries.map(({ id, name, bytes, time }) => ({
        id,
        name,
        head: bytes.subarray(0, HEAD),
        size: bytes.length,
        place: id === this.#drafts.id ? "here" : held.has(id) ? "other tab" : "nowhere",
        time: new Date(time),
      })),
    );
  }

  /**
   * Deletes the pictures that only drafts that are gone have shown.
   * @param {import("./draft_store.js").Entry[]} gone
   * @param {import("./draft_store.js").Entry[]} left
   */
  async #deletePictures(gone, left) {
    const isShownIn = (/** @type {string[]} */ texts, /** @type {string} */ name) => texts.some((text) => text.includes(name));
    const lost = gone.map(textOf);
    const others = [...left.map(textOf), readable(this.#program.text())];
    for (const name of await this.#pictures.names()) {
      if (isShownIn(lost, name) && !isShownIn(others, name)) await this.#pictures.delete(name);
    }
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    try {
      await work();
    } catch {
      this.#program.fail("drafts/unreadable");
    }
    this.#frames.request();
  }
}

/** @param {import("./draft_store.js").Entry} entry */
function textOf(entry) {
  return readable(new TextDecoder().decode(entry.bytes));
}

/**
 * A text in which the name of a picture is found as it is written and as addresses write it.
 * @param {string} text
 */
function readable(text) {
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
  return `${text}\n${decoded}`.normalize("NFC");
}
