/**
 * Keys that are commands, for the program. What is typed comes through the text field (text_input.js); all that the program
 * does not use stays the browser's: reload, tabs, zoom, and Tab, which leaves the text for the next control.
 *
 * A shortcut is matched by what the key writes, not by where it lies: Ctrl+Z is where the Z of the person's keyboard is.
 * Levels of headings alone (Ctrl+Alt+1) go by the key's place: what these keys write differs with Alt and by country.
 * AltGr writes characters and is neither Ctrl nor Alt.
 */
import { KeyScope } from "#border";

/** @type {Readonly<Record<string, import("#border").Key>>} */
const EDITING_KEYS = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "home",
  End: "end",
  PageUp: "pageUp",
  PageDown: "pageDown",
  Enter: "enter",
  Backspace: "backspace",
  Delete: "delete",
  ContextMenu: "menu",
};

/**
 * With Control on a Mac, in the text: its own keys, after those of Emacs.
 * @type {Readonly<Record<string, import("#border").Key>>}
 */
const MAC_CONTROL_KEYS = {
  a: "lineStart",
  b: "left",
  d: "delete",
  e: "lineEnd",
  f: "right",
  h: "backspace",
  k: "lineRest",
  n: "down",
  p: "up",
  v: "pageDown",
};

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export class CommandKeys {
  #field;
  #program;
  #frames;
  /** After Escape, Tab leaves the text wherever the caret is: no one is kept in by the keyboard. */
  #tabLeaves = false;
  #opensMenu = false;

  /**
   * @param {import("./text_input.js").TextInput} field
   * @param {import("../program/program.js").Program} program
   * @param {import("../screen/frames.js").Frames} frames
   */
  constructor(field, program, frames) {
    this.#field = field;
    this.#program = program;
    this.#frames = frames;
    addEventListener("keydown", (event) => this.#down(event));
    // The browser's menu for the same key comes later, wherever the keyboard is by then.
    addEventListener("contextmenu", (event) => this.#opensMenu && event.preventDefault());
    addEventListener("pointerdown", () => (this.#opensMenu = false), { capture: true });
  }

  /** @param {KeyboardEvent} event */
  #down(event) {
    if (event.isComposing || event.keyCode === 229 || event.key === "Dead") return;
    if (event.defaultPrevented) return; // another control has used it, and may have given the keyboard away
    const modifiers = modifiersOf(event);
    const node = nodeWithKeys();
    if (node !== undefined && Object.hasOwn(EDITING_KEYS, event.key) && !modifiers.alt) {
      event.preventDefault();
      this.#program.pressKeyOn(node, EDITING_KEYS[event.key], modifiers);
      this.#frames.now();
      return;
    }
    const command = this.#commandOf(event, modifiers);
    this.#opensMenu = command?.key === "menu";
    if (!command) return;
    event.preventDefault();
    this.#program.pressKey(command.key, command.character, modifiers);
    this.#frames.now();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {import("../program/program.js").Modifiers} modifiers
   * @returns {{ key: import("#border").Key, character: string } | undefined}
   */
  #commandOf(event, modifiers) {
    const hasKeyboard = this.#field.focused || document.activeElement === document.body;
    const tabLeaves = this.#tabLeaves;
    this.#tabLeaves = event.key === "Escape" || (tabLeaves && event.key === "Shift");
    if (event.key === "Escape") return { key: "escape", character: "" };
    if (event.key === "F3") return this.#findNext(modifiers);
    if (event.key === "Tab") {
      const isOurs = this.#field.focused && this.#field.keepsTab && !tabLeaves && !modifiers.control && !modifiers.alt;
      return isOurs ? { key: "tab", character: "" } : undefined;
    }
    if (event.key === "F10" && modifiers.shift && hasKeyboard) return { key: "menu", character: "" };
    if (event.key === "Delete" && modifiers.shift && !modifiers.word && !isMac) return undefined; // cuts
    if (Object.hasOwn(EDITING_KEYS, event.key)) {
      const leavesPage = modifiers.alt && !modifiers.shift && !isMac; // Alt+Left goes back
      return hasKeyboard && !leavesPage ? { key: EDITING_KEYS[event.key], character: "" } : undefined;
    }
    const character = event.key.toLowerCase();
    if (isMac && event.ctrlKey && !event.metaKey && !event.altKey && hasKeyboard) {
      const isKnown = Object.hasOwn(MAC_CONTROL_KEYS, character);
      return isKnown ? { key: MAC_CONTROL_KEYS[character], character: "" } : undefined;
    }
    const level = /^(?:Digit|Numpad)([0-6])$/.exec(event.code)?.[1];
    const written = modifiers.alt ? (level ?? "") : character;
    if (!modifiers.control || [...written].length !== 1) return undefined;
    const scope = this.#program.keyScope(written, modifiers);
    const isTaken = scope === KeyScope.anyone || (scope === KeyScope.text && hasKeyboard);
    return isTaken ? { key: "character", character: written } : undefined;
  }

  /**
   * F3 is Ctrl+G by another name.
   * @param {import("../program/program.js").Modifiers} modifiers
   * @returns {{ key: import("#border").Key, character: string }}
   */
  #findNext(modifiers) {
    Object.assign(modifiers, { control: true, alt: false });
    return { key: "character", character: "g" };
  }
}

/** The semantic node that has the focus, when it takes keys itself: the page scrolls, the line between the panes moves. */
function nodeWithKeys() {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement.dataset.keys : undefined;
}

/**
 * @param {KeyboardEvent} event
 * @returns {import("../program/program.js").Modifiers}
 */
function modifiersOf(event) {
  const isAltGraph = event.getModifierState("AltGraph");
  const control = isMac ? event.metaKey : event.ctrlKey && !isAltGraph;
  const alt = event.altKey && !isAltGraph;
  return { control, shift: event.shiftKey, alt, word: isMac ? alt : control, line: isMac && event.metaKey };
}
