/**
 * The program's memory seen from JavaScript: strings, bytes and structs at addresses.
 *
 * Views are made anew for each use, since the memory's buffer changes when it grows.
 */
/** A byte order mark is a character like others: the program counts it. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

export class Memory {
  /** @type {WebAssembly.Memory | undefined} */
  #memory;

  /** @param {WebAssembly.Memory} memory */
  attach(memory) {
    this.#memory = memory;
  }

  get #buffer() {
    if (!this.#memory) throw new Error("The program has not been loaded.");
    return this.#memory.buffer;
  }

  /**
   * A view, good until the next call into the program.
   * @param {number} address
   * @param {number} size in bytes
   */
  bytes(address, size) {
    return new Uint8Array(this.#buffer, address, size);
  }

  /**
   * Writes a struct.
   * @template {string} Field
   * @param {number} address
   * @param {import("#border").Layout<Field>} layout
   * @param {Record<Field, number>} values
   */
  write(address, { size, fields }, values) {
    const view = new DataView(this.#buffer, address, size);
    for (const name in fields) {
      const { kind, offset } = fields[name];
      view[`set${kind}`](offset, values[name], true);
    }
  }

  /**
   * Reads a struct.
   * @template {string} Field
   * @param {number} address
   * @param {import("#border").Layout<Field>} layout
   * @returns {Record<Field, number>}
   */
  read(address, { size, fields }) {
    const view = new DataView(this.#buffer, address, size);
    const values = /** @type {Record<Field, number>} */ ({});
    for (const name in fields) {
      const { kind, offset } = fields[name];
      values[name] = view[`get${kind}`](offset, true);
    }
    return values;
  }

  /**
   * The text of UTF-8 at an address.
   * @param {number} address
   * @param {number} size in bytes
   */
  text(address, size) {
    return decoder.decode(this.bytes(address, size));
  }
}

/** @param {string} text */
export function utf8(text) {
  return encoder.encode(text);
}
