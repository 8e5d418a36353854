/**
 * The pictures of the page (src/ui/kit/pictures.h). A path of the release is looked for among the pictures kept in the browser,
 * in the folder that the person chose, and below the address that the host allows; in this order.
 *
 * The browser reads and decodes them. Textures have the size at which the page shows them; together they take no more than
 * MAX_TEXTURE_BYTES, and those that were not drawn lately go first. Nothing is asked of any host unless the page names
 * one in <meta name="depeche-pictures">.
 */
import { PictureExtent, PictureState } from "#border";
import { MAX_OF_ONE, PassingPictureStore, PictureStore } from "../store/picture_store.js";

/** Pixels of an original; a picture of more would take gigabytes to decode. */
const MAX_PIXELS = 60e6;
const MAX_SIDE = 16384;
/** Pixels of a texture's width, whatever the screen. */
const WIDEST_TEXTURE = 4096;
const MAX_TEXTURE_BYTES = 128 << 20;
/** Milliseconds without being drawn after which a texture may go. */
const UNSEEN = 1000;
/** Files of a folder that are looked at. */
const MAX_FILES = 20_000;
/** Far from the numbers that the program gives its own textures. */
const FIRST_TEXTURE = 1 << 24;

/**
 * A picture at the size at which it is shown somewhere: `used` is when it was drawn last.
 * @typedef {{ id: number, width: number, bytes: number, used: number }} Texture
 * @typedef {{ state: number, width: number, height: number, image?: HTMLImageElement, textures: Texture[],
 *   decoding: boolean, loading?: Promise<void> }} Entry the widest texture first
 */

export class Pictures {
  #memory;
  #renderer;
  #changed;
  /** @type {PictureStore | PassingPictureStore} */
  #store;
  /** Files of the chosen folder, by every end of their path.
   * @type {Map<string, File>} */
  #folder = new Map();
  #base;
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  #textures = FIRST_TEXTURE;

  /**
   * @param {import("../program/memory.js").Memory} memory
   * @param {import("../screen/renderer.js").Renderer} renderer
   * @param {import("../store/drafts.js").Keeping} keeping
   * @param {() => void} changed an answer to the program has changed
   */
  constructor(memory, renderer, keeping, changed) {
    this.#store = keeping === "browser" ? new PictureStore() : new PassingPictureStore();
    this.#memory = memory;
    this.#renderer = renderer;
    this.#changed = changed;
    this.#base = baseOfHost();
  }

  /**
   * The functions that the program calls; see src/platform/web/imports.h.
   * @returns {Pick<import("#border").Imports, "picture" | "picture_texture">}
   */
  get functions() {
    return {
      picture: (path, size, extent) => {
        const { state, width, height } = this.#find(this.#memory.text(path, size));
        this.#memory.write(extent, PictureExtent, { state, width, height });
      },
      picture_texture: (path, size, width) => this.#texture(this.#memory.text(path, size), width),
    };
  }

  /**
   * Keeps a picture in the browser, if it is one.
   * @param {Blob} blob
   * @param {string} name
   * @returns {Promise<"broken" | Awaited<ReturnType<PictureStore["put"]>>>}
   */
  async keep(blob, name) {
    if (blob.size <= MAX_OF_ONE && !(await isWhole(blob))) return "broken";
    const outcome = await this.#store.put(name, blob);
    if (outcome === "kept") this.#forget((path) => nameOf(path) === name);
    return outcome;
  }

  /** Looks for a picture, and waits until it is known whether it is there. @param {string} path */
  async lookFor(path) {
    await this.#find(path).loading;
  }

  /**
   * Where a picture is loaded from, if it is loaded; else it is looked for.
   * @param {string} path
   */
  addressOfLoaded(path) {
    const { state, image } = this.#find(path);
    return state === PictureState.ready ? image?.src : undefined;
  }

  /**
   * The bytes of a picture that the page shows: its file, or what is drawn of one that the host has.
   * @param {string} path
   * @returns {Promise<Blob | undefined>}
   */
  async blob(path) {
    const entry = this.#find(path);
    await entry.loading;
    if (entry.state !== PictureState.ready || !entry.image) return undefined;
    return (await this.#kept(path)) ?? drawn(entry.image);
  }

  /** The address on the site of a picture, where the host names the site's; else as it is. @param {string} path */
  absolute(path) {
    return this.#onSite(path) ?? path;
  }

  /** The names of the pictures that the browser keeps. */
  names() {
    return this.#store.names();
  }

  /** Deletes a picture that the browser keeps. @param {string} name */
  async delete(name) {
    await this.#store.delete(name);
    this.#forget((path) => nameOf(path) === name);
  }

  /** From now on pictures are kept for as long as the page alone; those that are on the screen stay there. */
  keepNothing() {
    this.#store = new PassingPictureStore();
  }

  /**
   * All are deleted: what the page has shown of them, and the chosen folder, is forgotten as well.
   * @param {import("../store/drafts.js").Keeping} keeping from now on
   */
  forgetAll(keeping) {
    this.#store = keeping === "browser" ? new PictureStore() : new PassingPictureStore();
    this.#folder.clear();
    this.#forget(() => true);
  }

  /** Asks for the folder with the pictures; only within a person's gesture. */
  chooseFolder() {
    const input = document.createElement("input");
    input.type = "file";
    input.webkitdirectory = true;
    input.addEventListener("change", () => this.#takeFolder([...(input.files ?? [])]));
    input.click();
  }

  /** @param {File[]} files */
  #takeFolder(files) {
    this.#folder.clear();
    for (const file of files.slice(0, MAX_FILES)) {
      const parts = (file.webkitRelativePath || file.name).normalize("NFC").split("/");
      for (let i = 0; i < parts.length; ++i) {
        const end = parts.slice(i).join("/");
        if (!this.#folder.has(end)) this.#folder.set(end, file);
      }
    }
    this.#forget((_, entry) => entry.state !== PictureState.ready);
  }

  /** The renderer has lost all textures. */
  restored() {
    for (const entry of this.#entries.values()) entry.textures = [];
  }

  /** @param {(path: string, entry: Entry) => boolean} what to look for again */
  #forget(what) {
    for (const [path, entry] of this.#entries) {
      if (!what(path, entry)) continue;
      for (const texture of [...entry.textures]) this.#drop(entry, texture);
      if (entry.image?.src.startsWith("blob:")) URL.revokeObjectURL(entry.image.src);
      this.#entries.delete(path);
    }
    this.#changed();
  }

  /** @param {string} path */
  #find(path) {
    let entry = this.#entries.get(path);
    if (!entry) {
      entry = { state: PictureState.coming, width: 0, height: 0, textures: [], decoding: false };
      this.#entries.set(path, entry);
      entry.loading = this.#load(path, entry);
    }
    return entry;
  }

  /** @param {string} path @param {Entry} entry */
  async #load(path, entry) {
    const source = await this.#sourceOf(path);
    entry.state = source ? await this.#read(source, entry) : PictureState.missing;
    this.#changed();
  }

  /**
   * Where the picture comes from: an address that the policy of the page lets through.
   * @param {string} path
   */
  async #sourceOf(path) {
    const blob = await this.#kept(path);
    return blob ? URL.createObjectURL(blob) : this.#onSite(path);
  }

  /** @param {string} path */
  async #kept(path) {
    return (await this.#store.get(nameOf(path))) ?? this.#inFolder(path);
  }

  /** @param {string} path */
  #onSite(path) {
    if (!this.#base || path === "") return undefined;
    try {
      const address = new URL(path, this.#base);
      return address.href.startsWith(this.#base) ? address.href : undefined;
    } catch {
      return undefined;
    }
  }

  /** The file whose path ends as this one does, as far as can be. @param {string} path */
  #inFolder(path) {
    const parts = decoded(path).normalize("NFC").split("/").filter((part) => part !== "");
    for (let i = 0; i < parts.length; ++i) {
      const file = this.#folder.get(parts.slice(i).join("/"));
      if (file) return file;
    }
    return undefined;
  }

  /**
   * Reads as much of a picture as tells its size.
   * @param {string} source
   * @param {Entry} entry
   */
  async #read(source, entry) {
    const image = new Image();
    image.crossOrigin = "anonymous"; // what is drawn by WebGL must be allowed to be read
    image.decoding = "async";
    const loaded = new Promise((resolve) => {
      image.addEventListener("load", () => resolve(true));
      image.addEventListener("error", () => resolve(false));
    });
    image.src = source;
    if (!(await loaded) || image.naturalWidth === 0) return PictureState.broken;
    const { naturalWidth: width, naturalHeight: height } = image;
    if (isTooLarge(image)) return PictureState.tooLarge;
    Object.assign(entry, { image, width, height });
    return PictureState.ready;
  }

  /**
   * The texture of this width; until it is there the widest of the others, 0 for none.
   * @param {string} path
   * @param {number} width physical pixels
   */
  #texture(path, width) {
    const entry = this.#entries.get(path);
    if (!entry || entry.state !== PictureState.ready) return 0;
    const wanted = Math.min(Math.ceil(width), entry.width, WIDEST_TEXTURE);
    const exact = entry.textures.find((texture) => texture.width === wanted);
    if (!exact && !entry.decoding) void this.#decode(path, entry, wanted);
    const shown = exact ?? entry.textures[0];
    if (!shown) return 0;
    shown.used = performance.now();
    return shown.id;
  }

  /**
   * @param {string} path
   * @param {Entry} entry
   * @param {number} width
   */
  async #decode(path, entry, width) {
    const { image } = entry;
    if (!image) return;
    entry.decoding = true;
    const height = Math.max(1, Math.round((width * entry.height) / entry.width));
    try {
      const bitmap = await createImageBitmap(image, {
        resizeWidth: width,
        resizeHeight: height,
        resizeQuality: "high",
        premultiplyAlpha: "premultiply",
      });
      if (this.#entries.get(path) === entry) this.#keepTexture(entry, bitmap); // else it was forgotten meanwhile
      bitmap.close();
    } catch {
      entry.state = PictureState.broken;
    }
    entry.decoding = false;
    this.#changed();
  }

  /** @param {Entry} entry @param {ImageBitmap} bitmap */
  #keepTexture(entry, bitmap) {
    const { width, height } = bitmap;
    const texture = { id: ++this.#textures, width, bytes: width * height * 4, used: performance.now() };
    this.#renderer.showPicture(texture.id, bitmap);
    entry.textures.push(texture);
    entry.textures.sort((a, b) => b.width - a.width);
    this.#makeRoom();
  }

  /** Drops textures that nobody has seen lately: other sizes of a picture, and of the rest as many as do not fit. */
  #makeRoom() {
    const entries = [...this.#entries.values()];
    const all = entries.flatMap((entry) => entry.textures.map((texture) => ({ entry, texture })));
    const isLone = (/** @type {Entry} */ entry) => entry.textures.length === 1;
    let bytes = all.reduce((sum, { texture }) => sum + texture.bytes, 0);
    for (const { entry, texture } of all.sort((a, b) => a.texture.used - b.texture.used)) {
      if (performance.now() - texture.used < UNSEEN) return;
      if (bytes <= MAX_TEXTURE_BYTES && isLone(entry)) continue;
      bytes -= texture.bytes;
      this.#drop(entry, texture);
    }
  }

  /** @param {Entry} entry @param {Texture} texture */
  #drop(entry, texture) {
    this.#renderer.dropPicture(texture.id);
    entry.textures.splice(entry.textures.indexOf(texture), 1);
  }
}

/**
 * Whether the browser can show a picture. One whose pixels are too many to be decoded is taken for whole.
 * @param {Blob} blob
 */
async function isWhole(blob) {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  try {
    await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject }));
    if (isTooLarge(image)) return true;
    (await createImageBitmap(image, { resizeWidth: 1, resizeHeight: 1 })).close();
    return true;
  } catch {
    return false;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/**
 * A picture drawn again, where its file cannot be read: the host's policy lets pictures be shown, not fetched.
 * @param {HTMLImageElement} image
 * @returns {Promise<Blob | undefined>}
 */
async function drawn(image) {
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  const type = /\.jpe?g$/i.test(image.src) ? "image/jpeg" : "image/png";
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), type, 0.92));
}

/** @param {HTMLImageElement} image */
function isTooLarge({ naturalWidth, naturalHeight }) {
  return naturalWidth * naturalHeight > MAX_PIXELS || Math.max(naturalWidth, naturalHeight) > MAX_SIDE;
}

/** The file's name at the end of a path; some systems write accents in two characters. @param {string} path */
export function nameOf(path) {
  return decoded(path).normalize("NFC").split("/").at(-1) ?? "";
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The address below which the host allows pictures to be fetched (docs/hosting.md); undefined for none. */
function baseOfHost() {
  const meta = document.querySelector('meta[name="depeche-pictures"]');
  const base = meta?.getAttribute("content");
  if (!base) return undefined;
  try {
    return new URL(base, location.href).href;
  } catch {
    console.warn(`<meta name="depeche-pictures">: "${base}" is no address. Pictures of the site are not looked for.`);
    return undefined;
  }
}
