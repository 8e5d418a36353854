/**
 * The list of drafts (src/ui/dialogs/drafts_list.h): tells the program what the browser keeps, goes on with a draft of it, deletes
 * drafts with the pictures that no other shows.
 */
import { heldEntries } from "../store/drafts.js";

export class KeptDrafts {
  #drafts;
  #pictures;
  #program;
  #frames;

  /**
   * @param {import("../store/drafts.js").Drafts} drafts
   * @param {import("./pictures.js").Pictures} pictures
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
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
      if (outcome === "gone") this.#program.failDrafts("drafts/gone");
    });
  }

  /** @param {string[]} ids */
  delete(ids) {
    return this.#try(async () => {
      if (!this.#drafts.seesTabs) return this.#program.failDrafts("drafts/tabs-unknown");
      const shown = await this.#shownIn(ids, await this.#pictures.names());
      await this.#drafts.delete(ids);
      await this.#deletePictures(shown);
      await this.#list();
    });
  }

  async #list() {
    const entries = await this.#drafts.all();
    const here = this.#drafts.heldHere(); // before the browser is asked: meanwhile one may be given up
    const held = await heldEntries();
    this.#program.draftsListed(
      entries.map(({ id, name, head, size, time }) => ({
        id,
        name,
        head,
        size,
        place: id === this.#drafts.id ? "here" : held.has(id) && !here.has(id) ? "otherTab" : "nowhere",
        time: new Date(time),
      })),
    );
  }

  /**
   * Deletes those pictures that no draft shows any more.
   * @param {string[]} names
   */
  async #deletePictures(names) {
    const ids = names.length === 0 ? [] : (await this.#drafts.all()).map(({ id }) => id);
    const kept = await this.#shownIn(ids, names);
    const here = readable(this.#program.text());
    for (const name of names) {
      if (!kept.includes(name) && !here.includes(name)) await this.#pictures.delete(name);
    }
  }

  /**
   * Which of these pictures some of the drafts show. One draft after the other: they may be long, and many.
   * @param {string[]} ids
   * @param {string[]} names
   */
  async #shownIn(ids, names) {
    /** @type {Set<string>} */
    const shown = new Set();
    for (const id of names.length === 0 ? [] : ids) {
      const text = readable(new TextDecoder().decode(await this.#drafts.textOf(id)));
      for (const name of names) if (text.includes(name)) shown.add(name);
    }
    return [...shown];
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    try {
      await work();
    } catch {
      this.#program.failDrafts("drafts/unreadable");
    }
    this.#frames.request();
  }
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
