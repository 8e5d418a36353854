/**
 * A model of what keys do to plain text, and a source of random keys, for tests of what browsers make of them. The text is letters,
 * spaces and line ends, so that no key does more than everywhere: no list, no pair, no code, no sign where words are parted in one way
 * or another. Lines are short, so that
 * none breaks on the screen and Home and End are those of the text.
 */

const LETTERS = [..."abcdefgijklmnoprstuvéèàçùœÉÀ"];
/** Characters that a line has at most before a key makes a new one. */
const LONGEST_LINE = 36;
/** Characters after which the text begins anew. */
const LONGEST_TEXT = 1500;

/** Numbers from 0 to below 1, always the same for a seed. @param {number} seed */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text with a selection; places count characters as people see them. */
export class Model {
  /** @type {string[]} */
  #characters;
  #anchor;
  #head;

  /** The caret at its end. @param {string} text */
  constructor(text) {
    this.#characters = [...new Intl.Segmenter("fr").segment(text)].map(({ segment }) => segment);
    this.#anchor = this.#head = this.#characters.length;
  }

  /** As Editor.notation() has it. */
  notation() {
    const marked = [...this.#characters];
    const [begin, end] = this.#span();
    if (begin === end) marked.splice(end, 0, "|");
    else marked.splice(end, 0, this.#head === end ? "|" : "^");
    if (begin !== end) marked.splice(begin, 0, this.#head === begin ? "|" : "^");
    return marked.join("");
  }

  /** @param {string} chord of those that randomChords() gives */
  press(chord) {
    const isSelecting = chord.includes("Shift+");
    const key = chord.replace("Shift+", "");
    const target = this.#targetOf(key, isSelecting);
    if (target !== undefined) return this.#moveTo(target, isSelecting);
    if (key === "Control+a") [this.#anchor, this.#head] = [0, this.#characters.length];
    else if (key === "Backspace") this.#erase(this.#head - 1);
    else if (key === "Delete") this.#erase(this.#head + 1);
    else if (key === "Control+Backspace") this.#erase(this.#withinLine(this.#wordBefore(), this.#head - 1));
    else if (key === "Control+Delete") this.#erase(this.#withinLine(this.#wordAfter(), this.#head + 1));
    else this.#insert(key === "Enter" ? "\n" : key);
  }

  /** Whether the key would make a line that breaks on the screen, or end one that may be code. @param {string} chord */
  isTooMuch(chord) {
    const [begin, end] = this.#span();
    const [first, last] = [this.#lineStart(begin), this.#lineEnd(end)];
    const rest = begin - first + (last - end); // of the lines that the selection begins and ends in
    if (chord === "Enter") return this.#characters[first] === " ";
    if ([...chord].length === 1) return rest >= LONGEST_LINE;
    if (!/Backspace|Delete/.test(chord)) return false;
    if (begin !== end) return rest > LONGEST_LINE;
    const joined = this.#lineEnd(Math.min(this.#characters.length, end + 1)) - this.#lineStart(Math.max(0, begin - 1));
    return joined > LONGEST_LINE + 1;
  }

  get size() {
    return this.#characters.length;
  }

  /** @returns {[number, number]} */
  #span() {
    return [Math.min(this.#anchor, this.#head), Math.max(this.#anchor, this.#head)];
  }

  /** Where a key leads that only moves. @param {string} key @param {boolean} isSelecting @returns {number | undefined} */
  #targetOf(key, isSelecting) {
    const [begin, end] = this.#span();
    const leavesSelection = begin !== end && !isSelecting;
    switch (key) {
      case "ArrowLeft":
        return leavesSelection ? begin : this.#head - 1;
      case "ArrowRight":
        return leavesSelection ? end : this.#head + 1;
      case "Control+ArrowLeft":
        return this.#wordBefore();
      case "Control+ArrowRight":
        return this.#wordAfter();
      case "Home":
        return this.#lineStart(this.#head);
      case "End":
        return this.#lineEnd(this.#head);
      case "Control+Home":
        return 0;
      case "Control+End":
        return this.#characters.length;
      default:
        return undefined;
    }
  }

  /** @param {number} place @param {boolean} isSelecting */
  #moveTo(place, isSelecting) {
    this.#head = Math.min(Math.max(place, 0), this.#characters.length);
    if (!isSelecting) this.#anchor = this.#head;
  }

  /** The selection, else from the caret to a place. @param {number} place */
  #erase(place) {
    if (this.#anchor === this.#head) this.#anchor = Math.min(Math.max(place, 0), this.#characters.length);
    this.#insert();
  }

  /** @param {...string} characters */
  #insert(...characters) {
    const [begin, end] = this.#span();
    this.#characters.splice(begin, end - begin, ...characters);
    this.#anchor = this.#head = begin + characters.length;
  }

  /** A place that is not beyond the line; at the line's edge already, that of one step. @param {number} place @param {number} step */
  #withinLine(place, step) {
    const edge = place < this.#head ? this.#lineStart(this.#head) : this.#lineEnd(this.#head);
    if (edge === this.#head) return step;
    return place < this.#head ? Math.max(place, edge) : Math.min(place, edge);
  }

  #wordBefore() {
    let place = this.#head;
    while (place > 0 && !isOfWord(this.#characters[place - 1])) --place;
    while (place > 0 && isOfWord(this.#characters[place - 1])) --place;
    return place;
  }

  #wordAfter() {
    let place = this.#head;
    while (place < this.#characters.length && !isOfWord(this.#characters[place])) ++place;
    while (place < this.#characters.length && isOfWord(this.#characters[place])) ++place;
    return place;
  }

  /** @param {number} place */
  #lineStart(place) {
    return place === 0 ? 0 : this.#characters.lastIndexOf("\n", place - 1) + 1; // it would count -1 from the end
  }

  /** @param {number} place */
  #lineEnd(place) {
    const end = this.#characters.indexOf("\n", place);
    return end < 0 ? this.#characters.length : end;
  }
}

/** @param {string} character */
function isOfWord(character) {
  return /^\p{L}/u.test(character);
}

/** Keys with how often each comes. @type {[weight: number, chord: string][]} */
const KEYS = [
  [14, " "],
  [4, "Enter"],
  [8, "Backspace"],
  [4, "Delete"],
  [1, "Control+Backspace"],
  [1, "Control+Delete"],
  [8, "ArrowLeft"],
  [6, "ArrowRight"],
  [2, "Control+ArrowLeft"],
  [2, "Control+ArrowRight"],
  [2, "Home"],
  [3, "End"],
  [1, "Control+Home"],
  [2, "Control+End"],
  [3, "Shift+ArrowLeft"],
  [3, "Shift+ArrowRight"],
  [1, "Control+Shift+ArrowLeft"],
  [1, "Control+Shift+ArrowRight"],
  [1, "Shift+Home"],
  [1, "Shift+End"],
];
const WEIGHT_OF_LETTERS = 60;
const WEIGHT_OF_UNDOING = 2;

/**
 * The next keys, which the model has pressed already: one, or some steps back and again forth, after which the text is as before
 * and the caret goes to its end.
 * @param {Model} model
 * @param {() => number} random
 * @returns {string[]}
 */
export function randomChords(model, random) {
  const chosen = model.size > LONGEST_TEXT ? ["Control+a", "Backspace"] : chooseKeys(random);
  if (chosen.length === 1 && model.isTooMuch(chosen[0])) return [];
  for (const chord of chosen) if (!/^Control\+[zy]$/.test(chord)) model.press(chord);
  return chosen;
}

/** @param {() => number} random @returns {string[]} */
function chooseKeys(random) {
  const whole = KEYS.reduce((sum, [weight]) => sum + weight, WEIGHT_OF_LETTERS + WEIGHT_OF_UNDOING);
  let at = random() * whole;
  for (const [weight, chord] of KEYS) {
    if (at < weight) return [chord];
    at -= weight;
  }
  if (at < WEIGHT_OF_LETTERS) return [LETTERS[Math.floor(random() * LETTERS.length)]];
  const steps = 1 + Math.floor(random() * 4);
  return [...Array(steps).fill("Control+z"), ...Array(steps).fill("Control+y"), "Control+End"];
}
