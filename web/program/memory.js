/**
 * The program's memory seen from JavaScript: strings, bytes and numbers at addresses.
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
   * @param {number} address
   * @param {number} count
   */
  int32(address, count) {
    return new Int32Array(this.#buffer, address, count);
  }

  /**
   * @param {number} address
   * @param {number} count
   */
  float32(address, count) {
    return new Float32Array(this.#buffer, address, count);
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
