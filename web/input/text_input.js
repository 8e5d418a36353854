/**
 * The hidden text field: a real <textarea> at the caret that holds a window of the document, so that dead keys, input
 * methods, correction, dictation and screen readers work as everywhere.
 *
 * What was typed is found by comparing the value with the one before: the data of input events differs between
 * browsers and keyboards. While an input method composes, the field is its own; what the program wants to show in it
 * waits until the end.
 */

export class TextInput {
  /** @type {HTMLTextAreaElement} */
  element;
  #program;
  #frames;
  /** Whether people write in it. */
  #active = false;
  #value = "";
  #anchor = 0;
  #head = 0;
  #composing = false;
  /** Whether Tab is the program's at the caret. */
  keepsTab = false;

  /**
   * @param {HTMLTextAreaElement} element
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
   */
  constructor(element, program, frames) {
    this.element = element;
    this.#program = program;
    this.#frames = frames;
    element.addEventListener("input", () => this.#changed());
    element.addEventListener("compositionstart", () => (this.#composing = true));
    element.addEventListener("compositionend", () => this.#endComposition());
    element.addEventListener("focus", () => this.#setFocus(true));
    element.addEventListener("blur", () => this.#setFocus(false));
    document.addEventListener("selectionchange", () => this.#selected());
    document.addEventListener("keydown", () => this.#takeFreeKeyboard(), { capture: true });
    addEventListener("pointerdown", () => this.#commit(), { capture: true });
  }

  get composing() {
    return this.#composing;
  }

  /** Whether what is typed goes to the program. */
  get focused() {
    return document.activeElement === this.element;
  }

  /**
   * What the field must hold, from the program.
   * @param {boolean} active
   * @param {string} text
   * @param {number} anchor
   * @param {number} head
   */
  show(active, text, anchor, head) {
    this.#active = active;
    if (this.element.value !== text) this.element.value = text;
    this.#value = this.element.value;
    this.#select(anchor, head);
    this.#takeFreeKeyboard();
  }

  /**
   * Nothing else has the keyboard: it is the text's. Asked for whenever the field is shown and before each key, since a
   * page that is not in front when it loads gets its focus later, or never says so.
   */
  #takeFreeKeyboard() {
    if (this.#active && isFreeToFocus()) this.focus();
  }

  focus() {
    this.element.focus({ preventScroll: true });
  }

  /**
   * Where the caret is, in CSS pixels, for the input method's own window.
   * @param {number} x
   * @param {number} y
   * @param {number} height
   */
  moveTo(x, y, height) {
    this.element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    this.element.style.height = `${Math.max(1, Math.round(height))}px`;
  }

  /** @param {number} anchor @param {number} head */
  #select(anchor, head) {
    [this.#anchor, this.#head] = [anchor, head];
    const [begin, end] = [Math.min(anchor, head), Math.max(anchor, head)];
    const { selectionStart, selectionEnd } = this.element;
    if (selectionStart === begin && selectionEnd === end) return;
    this.element.setSelectionRange(begin, end, head < anchor ? "backward" : "forward");
  }

  #changed() {
    const after = this.element.value;
    const { selectionStart, selectionEnd } = this.element;
    const change = difference(this.#value, after, selectionEnd);
    this.#value = after;
    [this.#anchor, this.#head] = [selectionStart, selectionEnd];
    if (!this.#active) return;
    this.#tell({ ...change, anchor: this.#anchor, head: this.#head, composing: this.#composing });
  }

  /** @param {import("../program/program.js").FieldChange} change */
  #tell(change) {
    this.#program.changeField(change, performance.now() / 1000);
    this.#frames.request();
  }

  #endComposition() {
    if (!this.#composing) return;
    this.#composing = false;
    if (this.element.value !== this.#value) this.#changed(); // some browsers send no last input event
    this.#program.endComposition();
    this.#frames.request();
  }

  /** Who presses elsewhere ends a composition, as in any field: what is written so far stays. */
  #commit() {
    if (!this.#composing) return;
    this.element.blur();
    this.focus();
  }

  /** @param {boolean} focused */
  #setFocus(focused) {
    if (!focused) this.#endComposition();
    this.#program.setFocus(focused);
    this.#frames.request();
  }

  /** The system moved the selection: a phone's handles, or "select all" of a menu. */
  #selected() {
    if (!this.#active || this.#composing || !this.focused) return;
    const { value, selectionStart: begin, selectionEnd: end, selectionDirection } = this.element;
    if (value !== this.#value) return; // its input event comes
    const [anchor, head] = selectionDirection === "backward" ? [end, begin] : [begin, end];
    if (anchor === this.#anchor && head === this.#head) return; // as the program wanted it
    [this.#anchor, this.#head] = [anchor, head];
    this.#tell({ begin: head, end: head, text: "", anchor, head, composing: false });
  }
}

/** The keyboard must not be taken from a control that a person reached with it. */
function isFreeToFocus() {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

/**
 * The one replacement that makes `after` of `before`, as near to the caret as can be.
 * @param {string} before
 * @param {string} after
 * @param {number} caret in `after`
 */
export function difference(before, after, caret) {
  const mostAtEnd = Math.min(before.length, after.length - caret);
  let same = 0;
  while (same < mostAtEnd && before[before.length - 1 - same] === after[after.length - 1 - same]) ++same;
  if (isInsidePair(before, before.length - same) || isInsidePair(after, after.length - same)) --same;
  let begin = 0;
  const mostAtBegin = Math.min(before.length, after.length) - same;
  while (begin < mostAtBegin && before[begin] === after[begin]) ++begin;
  if (isInsidePair(before, begin) || isInsidePair(after, begin)) --begin;
  return { begin, end: before.length - same, text: after.slice(begin, after.length - same) };
}

/**
 * Whether an offset lies between the two halves of a surrogate pair.
 * @param {string} text
 * @param {number} offset
 */
function isInsidePair(text, offset) {
  const isHigh = /[\uD800-\uDBFF]/.test(text[offset - 1] ?? "");
  return isHigh && /[\uDC00-\uDFFF]/.test(text[offset] ?? "");
}
