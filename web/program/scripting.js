/**
 * `window.depeche`: the editor for scripts and tests.
 */

/**
 * @param {import("./program.js").Program} program
 * @param {import("../screen/frames.js").Frames} frames
 * @param {string} version
 */
export function scripting(program, frames, version) {
  return Object.freeze({
    version,
    /** The document's text. */
    text: () => program.text(),
    /**
     * Replaces the text, as one step that can be undone.
     * @param {string} text
     */
    setText(text) {
      program.setText(text);
      frames.now();
    },
    /** Where selecting began and where the caret is, in UTF-16 units of the text. */
    selection: () => program.selection(),
    /**
     * @param {number} anchor
     * @param {number} [head] the caret; the anchor without it
     */
    select(anchor, head = anchor) {
      program.select(anchor, head);
      frames.now();
    },
    /**
     * Opens a document as if it had been dropped.
     * @param {string} name
     * @param {Uint8Array} bytes
     */
    open(name, bytes) {
      program.openFile(name, bytes);
      frames.now();
    },
    /** What is to be checked: rule, severity, line, column, message. */
    diagnostics: () => JSON.parse(program.diagnostics()),
    /** What the screen shows: identifier, role, name, value, state, bounds in CSS pixels. */
    semantics: () => JSON.parse(program.semantics()),
    /** @param {string} id of a semantic node, to be activated as by a click */
    activate(id) {
      program.activate(id);
      frames.now();
    },
    /** How many frames were drawn. */
    frames: () => frames.count,
    /** Whether none is due, neither at once nor later. */
    resting: () => frames.resting,
    /** Milliseconds that each of the last thousand took. */
    frameTimes: () => [...frames.times],
  });
}
