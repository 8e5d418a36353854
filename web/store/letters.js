/**
 * Bytes as text for the browser's stores that hold nothing else: a letter for each byte, since a draft need not be UTF-8.
 */

/** Letters that are made at once: more are too many arguments for a call. */
const SLICE = 8192;

/** @param {Uint8Array} bytes */
export function lettersOf(bytes) {
  const parts = [];
  for (let from = 0; from < bytes.length; from += SLICE) {
    parts.push(String.fromCharCode(...bytes.subarray(from, from + SLICE)));
  }
  return parts.join("");
}

/** @param {string} letters */
export function bytesOf(letters) {
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; ++i) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
