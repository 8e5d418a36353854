/**
 * What tests do in a browser, whichever it is: `Input`. A driver makes a `Browser` of each.
 *
 * All three take what is asked here as a person's own input: trusted events, in the browser's own order. What cannot be done by
 * one of them is no part of this: input methods, throttling and touch need Chromium's protocol, and stay with desk.mjs.
 */

/** @typedef {"chromium" | "firefox" | "webkit"} BrowserName */

/**
 * How a browser is to be set up, beside its defaults. `noisyCanvas`: what is drawn is read back with noise, against recognition
 * (Firefox alone has that).
 * @typedef {{ webgl?: boolean, noisyCanvas?: boolean }} Setup
 */

/**
 * A browser that runs. `open` gives a tab in a profile of its own, of which nothing is left when it closes; WebKit has one at a
 * time.
 * @typedef {{ name: BrowserName, version: string, open(): Promise<Input>, close(): Promise<void> }} Browser
 */

/**
 * @typedef {{ x: number, y: number }} Place in CSS pixels of the window
 */

/**
 * One tab. A chord is keys joined by "+", of which all but the last are held: "Control+Shift+ArrowLeft", "a", "Enter".
 * `problems` are what the browser itself has told: errors on the console, pages that failed.
 * @typedef {object} Input
 * @property {string[]} problems
 * @property {(address: string) => Promise<void>} goto
 * @property {() => Promise<void>} reload
 * @property {import("../editor.mjs").Page["evaluate"]} evaluate runs a function in the page, and gives its result as JSON has it
 * @property {(text: string) => Promise<void>} type one key after the other, as fast as the browser takes them
 * @property {(chord: string) => Promise<void>} press
 * @property {(chords: string[]) => Promise<void>} pressAll one after the other, as fast as the browser takes them
 * @property {(place: Place, options?: { count?: number, button?: "left" | "middle", held?: string }) => Promise<void>} click
 * @property {(places: Place[]) => Promise<void>} drag presses at the first, moves over the others, lets go at the last at once
 * @property {(place: Place, down: number) => Promise<void>} wheel in CSS pixels
 * @property {(width: number, height: number) => Promise<void>} resize the page's part of the window, in CSS pixels
 * @property {(steps: number) => Promise<void>} [zoom] in (above 0) or out, by the browser's own keys; WebKit's driver alone can
 * @property {() => Promise<Buffer>} screenshot PNG
 * @property {() => Promise<void>} close
 */

/** A driver that does not answer at all: of the browser's automation, not of the page. */
export class NoAnswer extends Error {}

/** The parts of a chord; "+" itself may be the last. @param {string} chord */
export function keysOf(chord) {
  const parts = chord.split("+");
  return chord.endsWith("+") ? [...parts.slice(0, -2), "+"] : parts;
}
