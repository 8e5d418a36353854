/**
 * Where drafts lie for as long as the tab: sessionStorage, one item for each document. For computers that several people share
 * (docs/hosting.md); docs/draft-store.md has the layout. A reload finds them again, another tab or the next visit does not.
 */

import { bytesOf, lettersOf } from "./letters.js";

/** Of the items' names; the document's id follows. */
const PREFIX = "depeche.kept/";
/** Bytes of a text that hold its front matter. */
const HEAD = 64 << 10;

/** @typedef {import("./draft_store.js").Entry} Entry */
/** @typedef {import("./draft_store.js").Summary} Summary */

/** An entry as it is written. @typedef {import("./draft_store.js").Place & { letters: string }} Written */

/** As DraftStore of web/store/draft_store.js, as far as the page uses it. */
export class TabStore {
  /** @returns {Promise<Summary[]>} */
  async all() {
    const entries = idsOf().flatMap((id) => read(id) ?? []);
    const summaries = entries.map(({ bytes, ...place }) => ({ ...place, size: bytes.length, head: bytes.slice(0, HEAD) }));
    return summaries.sort((a, b) => b.time - a.time);
  }

  /** @param {string} id @returns {Promise<Entry | undefined>} */
  async get(id) {
    return read(id);
  }

  /** Done when this returns, so that it gets there though the page goes. @param {Entry} entry */
  async put({ id, bytes, ...rest }) {
    sessionStorage.setItem(PREFIX + id, `${JSON.stringify(rest)}\n${lettersOf(bytes)}`);
  }

  /** @param {string} id */
  async delete(id) {
    sessionStorage.removeItem(PREFIX + id);
  }

  /** Whether closing the tab would lose something that nobody has as a file. */
  hasUnsaved() {
    return idsOf().some((id) => parse(id)?.saved === false);
  }
}

function idsOf() {
  const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
  return names.map((name) => name.slice(PREFIX.length));
}

/** @param {string} id @returns {Entry | undefined} */
function read(id) {
  const written = parse(id);
  if (!written) return undefined;
  const { letters, ...place } = written;
  return { ...place, bytes: bytesOf(letters) };
}

/** @param {string} id @returns {Written | undefined} undefined also when it is nothing that put() has written */
function parse(id) {
  const item = sessionStorage.getItem(PREFIX + id) ?? "";
  const end = item.indexOf("\n");
  try {
    const { time, name, saved } = JSON.parse(item.slice(0, end));
    if (typeof time !== "number" || typeof name !== "string") return undefined;
    return { id, time, name, saved: saved === true, letters: item.slice(end + 1) };
  } catch {
    return undefined;
  }
}
